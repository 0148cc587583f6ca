//! What the fuzz targets do with their input. `tests/wire/seeds.rs` does the same with the seeds, in every test run.

pub mod answers;
pub mod differential;
pub mod read;
