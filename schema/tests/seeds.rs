//! The seeds of the fuzz target `metadata`, through the same function.
#![cfg(feature = "import")]

// The crate of the targets is none of this workspace.
#[path = "../../fuzz/src/metadata.rs"]
#[allow(unreachable_pub)] // It is public there.
mod metadata;

use std::fs;
use std::path::Path;

#[test]
fn seeds_of_metadata() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/seeds/metadata");
    let mut count = 0;
    for file in fs::read_dir(&folder).expect("the folder is there") {
        let seed = fs::read(file.expect("a file").path()).expect("it can be read");
        metadata::run(&seed);
        // Cut short it is an error at the least.
        (0..seed.len()).step_by(5).for_each(|end| metadata::run(&seed[..end]));
        count += 1;
    }
    assert!(count >= 4);
}
