//! The emulator from outside: over its socket, in process, and as a program.

mod binary;
mod collections;
mod example;
mod http1;
mod in_process;
mod log;
mod refusals;
mod setup;
mod support;
