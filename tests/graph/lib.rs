//! See `corpus.rs`.
