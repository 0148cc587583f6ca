//! The emulator from outside: over its socket, in process, and as a program.

mod batch;
mod binary;
mod client;
mod collections;
mod content;
mod delta;
mod example;
mod faults;
mod http1;
mod in_process;
mod log;
mod operations;
mod paging;
mod queries;
mod refusals;
mod relations;
mod robustness;
mod sample;
mod setup;
mod support;
#[cfg(feature = "tls")]
mod tls;
mod types;
mod uploads;
mod writes;
