//! The seeds of the fuzz targets, through the same functions.

// The crate of the targets is none of this workspace.
#[path = "../../fuzz/src/answers.rs"]
mod answers;
#[path = "../../fuzz/src/differential.rs"]
mod differential;
#[path = "../../fuzz/src/read.rs"]
mod read;
#[path = "../../fuzz/src/write.rs"]
mod write;

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
    assert!(each("read", read::run) >= 20);
}

#[test]
fn seeds_of_differential() {
    assert!(each("differential", differential::run) >= 8);
}

#[test]
fn seeds_of_answers() {
    assert!(each("answers", answers::run) >= 20);
}

#[test]
fn seeds_of_write() {
    assert!(each("write", write::run) >= 4);
}

#[test]
fn any_value_is_written_as_serde_json_does() {
    let mut random = fastrand::Rng::with_seed(8);
    for length in 0..3000 {
        let data: Vec<u8> = (0..length % 1200).map(|_| random.u8(..)).collect();
        write::run(&data);
    }
}
