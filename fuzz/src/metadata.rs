//! Any text as metadata.

use graph_entity_schema::model::TypeDefinition;
use graph_entity_schema::{read, slice, write};

/// Nothing panics or hangs. What is read is written as a document that says the same, whole and in part.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let schema = match read(text) {
        Ok(schema) => schema,
        Err(error) => {
            let lines = text.lines().count().max(1);
            assert!((1..=lines + 1).contains(&(error.line as usize)) && error.column > 0, "{error}");
            return;
        }
    };
    let written = write(&schema);
    let again = read(&written).unwrap_or_else(|error| panic!("{error}: {written}"));
    assert_eq!(write(&again), written);
    for ty in schema.types.iter().take(4).map(TypeDefinition::name) {
        let part = slice(&schema, &[ty]).unwrap_or_else(|errors| panic!("{errors:?}: {written}"));
        let text = write(&part);
        let again = read(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
        assert_eq!((write(&again), part.types.len()), (text, again.types.len()));
        assert!(part.type_definition(ty).is_some(), "{ty} is not in its slice");
    }
}
