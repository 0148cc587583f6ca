//! The seeds of the fuzz targets of this crate, through the same functions.
#![cfg(feature = "import")]

// The crate of the targets is none of this workspace; its modules are public there.
#[path = "../../fuzz/src/import.rs"]
#[allow(unreachable_pub)]
mod fuzz_import;
#[path = "../../fuzz/src/page.rs"]
#[allow(unreachable_pub)]
mod fuzz_page;
#[path = "../../fuzz/src/permissions.rs"]
#[allow(unreachable_pub)]
mod fuzz_permissions;
#[path = "../../fuzz/src/metadata.rs"]
#[allow(unreachable_pub)]
mod metadata;

use std::fs;
use std::path::Path;

#[track_caller]
fn each(target: &str, run: fn(&[u8])) -> usize {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/seeds").join(target);
    let files = fs::read_dir(&folder).expect("the folder is there");
    let seeds = files.map(|file| fs::read(file.expect("a file").path()).expect("it can be read"));
    let count = seeds.map(|seed| {
        run(&seed);
        // Cut short it is an error at the least.
        (0..seed.len()).step_by(5).for_each(|end| run(&seed[..end]));
    });
    count.count()
}

#[test]
fn seeds_of_metadata() {
    assert!(each("metadata", metadata::run) >= 4);
}

#[test]
fn seeds_of_import() {
    assert!(each("import", fuzz_import::run) >= 3);
    // All of metadata can be imported, if it is any.
    each("metadata", fuzz_import::run);
}

#[test]
fn seeds_of_page() {
    assert!(each("page", fuzz_page::run) >= 4);
}

#[test]
fn seeds_of_permissions() {
    assert!(each("permissions", fuzz_permissions::run) >= 2);
}
