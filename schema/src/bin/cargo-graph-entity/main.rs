//! The tool `cargo graph-entity`.

fn main() {}
