//! What the benches share: cases of two sides, how they are compared, and how figures are told.
#![allow(dead_code, reason = "no bench uses all of it")]

pub mod arguments;
pub mod case;
pub mod measure;
pub mod output;
