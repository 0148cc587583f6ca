//! What the fuzz targets do with their input. `tests/wire/seeds.rs` and `schema/tests/seeds.rs` do the
//! same with the seeds, in every test run.

pub mod answers;
pub mod differential;
pub mod metadata;
pub mod read;
