//! The seeds of the fuzz targets, through the same functions.

// The crate of the targets is none of this workspace.
#[path = "../../fuzz/src/answers.rs"]
mod answers;
#[path = "../../fuzz/src/differential.rs"]
mod differential;
#[path = "../../fuzz/src/read.rs"]
mod fuzz_read;

use std::fs;
use std::path::Path;

#[track_caller]
fn each(target: &str, run: fn(&[u8])) -> usize {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/seeds").join(target);
    let files = fs::read_dir(&folder).unwrap().map(|file| fs::read(file.unwrap().path()).unwrap());
    let count = files.map(|seed| {
        run(&seed);
        // Cut short it is an error at the least.
        (0..seed.len()).step_by(5).for_each(|end| run(&seed[..end]));
    });
    count.count()
}

#[test]
fn seeds_of_read() {
    assert!(each("read", fuzz_read::run) >= 20);
}

#[test]
fn seeds_of_differential() {
    assert!(each("differential", differential::run) >= 8);
}

#[test]
fn seeds_of_answers() {
    assert!(each("answers", answers::run) >= 20);
}
