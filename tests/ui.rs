//! What must not compile, and what the compiler says then: one rule in each `ui/<stage>/<what_is_wrong>.rs`.
//!
//! After a change of a message: `TRYBUILD=overwrite cargo test --test ui`, then read the diff.

use std::fs::{copy, create_dir_all, read_dir};
use std::path::Path;

/// Fewer than these are a folder that was not found.
const AT_LEAST: usize = 100;

#[test]
fn ui() {
    let cases = count(&Path::new(env!("CARGO_MANIFEST_DIR")).join("ui"));
    println!("{cases} cases");
    assert!(cases >= AT_LEAST, "{cases} cases");
    copy_slices();
    trybuild::TestCases::new().compile_fail("ui/*/*.rs");
}

/// What is told when a program is built and not before, since it depends on the types that a generic function is used with.
/// A case that passes makes trybuild build.
#[test]
fn built() {
    let cases = trybuild::TestCases::new();
    cases.pass("ui_built/unchanged_since_with_etag.rs");
    cases.compile_fail("ui_built/unchanged_since_without_etag.rs");
}

/// The slices of `ui/schema`, to where trybuild has the manifest of the cases: their paths are relative to that.
fn copy_slices() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let folder = target.join("tests/trybuild").join(env!("CARGO_PKG_NAME"));
    create_dir_all(&folder).unwrap();
    for name in ["graph.xml", "broken.xml"] {
        copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/schema").join(name), folder.join(name)).unwrap();
    }
}

fn count(folder: &Path) -> usize {
    let entries = read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .map(|path| if path.is_dir() { count(&path) } else { usize::from(path.extension() == Some("rs".as_ref())) })
        .sum()
}
