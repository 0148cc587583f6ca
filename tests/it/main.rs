//! Tests of the library, all in one binary. Nothing in here opens a socket.

mod seed;
