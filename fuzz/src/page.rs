//! Any text as a reference page: what is written is Rust and metadata.

use graph_entity_schema::page::{self, Options};
use graph_entity_schema::{read, write};

/// Nothing panics or hangs. The struct with its test can be parsed and hides nothing, the slice is read again as it was,
/// and an error has a place in the text.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let options = Options { version: Some("v1.0".to_owned()), schema: Some("graph.xml".to_owned()), permissions: None };
    let output = match page::run(text, &options) {
        Ok(output) => output,
        Err(error) => {
            assert!(error.line as usize <= text.lines().count() + 1 && !error.to_string().is_empty(), "{error}");
            return;
        }
    };
    let rust = format!("{}\n{}", output.rust, output.test);
    if let Err(error) = syn::parse_file(&rust) {
        panic!("{error}: {rust}");
    }
    let hidden = |letter: char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\r');
    assert!(!rust.contains(hidden), "{rust}");
    let written = write(&output.slice);
    let again = read(&written).unwrap_or_else(|error| panic!("{error}: {written}"));
    assert_eq!(write(&again), written);
    assert_eq!(again.types.len(), output.slice.types.len(), "{written}");
}
