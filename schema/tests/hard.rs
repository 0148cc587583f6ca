//! The seeds of the fuzz targets as a crate: names and descriptions as no real metadata has them compile without warnings,
//! and agree with the metadata that they are from.
#![cfg(feature = "import")]

mod support;

use std::fs;
use std::path::Path;

use self::support::Crate;
use graph_entity_schema::import::{self, Options};
use graph_entity_schema::{page, read, write};

/// The seeds of a target with their names, in order.
fn seeds(target: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/seeds").join(target);
    let files = fs::read_dir(&folder).expect("the folder is there").map(|file| file.expect("a file").path());
    let mut seeds: Vec<_> = files
        .map(|path| {
            let name = path.file_stem().expect("it has a name").to_string_lossy().replace('-', "_");
            (name, fs::read_to_string(&path).expect("it is text"))
        })
        .collect();
    seeds.sort();
    seeds
}

#[test]
fn what_the_seeds_become_compiles() {
    let made = Crate::new("hard");
    let mut root = "//! Imported.\n#![deny(warnings)]\n\n".to_owned();
    for (name, text) in seeds("import") {
        let schema = read(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let slice = format!("{name}.xml");
        made.write(&slice, &text);
        let options = Options { schema: Some(slice), ..Options::default() };
        let files =
            import::all(&schema, &options, &mut |_, _| {}).unwrap_or_else(|errors| panic!("{name}: {errors:?}"));
        for file in &files {
            made.write(&format!("src/{name}/{}", file.path), &file.text);
        }
        root.push_str(&["pub mod ", &name, ";\n"].concat());
    }
    for (name, text) in seeds("page") {
        let options = page::Options {
            version: Some("v1.0".to_owned()),
            schema: Some(format!("page_{name}.xml")),
            permissions: None,
        };
        let output = page::run(&text, &options).unwrap_or_else(|error| panic!("{name}: {error}"));
        made.write(&format!("page_{name}.xml"), &write(&output.slice));
        made.write(&format!("src/page_{name}.rs"), &format!("{}\n{}", output.rust, output.test));
        root.push_str(&["pub mod page_", &name, ";\n"].concat());
    }
    made.write("src/lib.rs", &root);
    // The tests of pages too.
    made.succeed(&["test", "--quiet", "--lib"]);
    made.succeed(&["doc", "--quiet", "--no-deps"]);
}
