//! What the fuzz targets do with their input. `tests/wire/seeds.rs` and `schema/tests/seeds.rs` do the
//! same with the seeds, in every test run.

pub mod answers;
pub mod differential;
pub mod import;
pub mod metadata;
pub mod page;
pub mod permissions;
pub mod read;
pub mod write;
