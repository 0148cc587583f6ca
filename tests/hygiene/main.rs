//! The derive where nothing is called what it usually is: no prelude, its names taken, the runtime behind a facade.
//! Each case compiles, and does what it does elsewhere.

#![no_implicit_prelude]

mod cfg;
mod fields;
mod kinds;
mod places;
mod requests;
mod shadowed;
mod support;
mod types;

// For `::hygiene`, a path from outside.
extern crate self as hygiene;

/// Another name for the runtime, as a program that hides it would have.
pub mod facade {
    pub use ::graph_entity as graph;
}
