//! From the wire's names to Rust's.
//!
//! A name is taken over letter by letter as far as Rust's style allows, so that the derive finds the wire's name again by
//! its own rule. Where it would not, the field or the variant needs a `rename`.

mod case;
mod constructors;
mod path;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

pub(crate) use self::constructors::{constructor, constructors};
pub(crate) use self::path::{bad_segment, fitting, parameter};

use self::case::{camel_case, member_name, singular, snake_case};

/// What an identifier can't be, and `r#` helps.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// What a field can't be called at all: of keywords these are not allowed raw, of a builder these are methods, and `extra`
/// is the field of what the struct does not name.
const TAKEN: &[&str] = &["_", "crate", "self", "super", "changes", "request", "send", "send_blocking", "extra"];

/// What is called by these names in what is imported.
const CRATES: &[&str] = &["graph_entity", "serde_json"];

/// Names that a file has from elsewhere: std's prelude, what is imported of the runtime.
const TYPES: &[&str] = &[
    "Binary",
    "Box",
    "Clone",
    "Date",
    "DateTimeOffset",
    "Debug",
    "Decimal",
    "Duration",
    "Err",
    "Extra",
    "Flags",
    "GraphComplex",
    "GraphEntity",
    "GraphEnum",
    "Guid",
    "None",
    "Ok",
    "Option",
    "PartialEq",
    "Result",
    "Self",
    "Some",
    "String",
    "TimeOfDay",
    "Unrecognized",
    "Vec",
];

/// A name in Rust, and the wire's where the derive does not find it by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    /// The identifier, `r#` and all.
    pub(crate) rust: String,
    /// What `rename` has to say.
    pub(crate) rename: Option<String>,
}

/// The names of a struct's fields, in the order of the properties.
pub(crate) fn fields<'a>(properties: impl IntoIterator<Item = &'a str>) -> Vec<Name> {
    apart(properties, "_", field)
}

/// The names of an enum's variants, in the order of the members.
pub(crate) fn variants<'a>(members: impl IntoIterator<Item = &'a str>) -> Vec<Name> {
    apart(members, "", variant)
}

/// Tells those apart that would be equal, by a number at the end.
fn apart<'a>(wire: impl IntoIterator<Item = &'a str>, before: &str, name: fn(&str, &str) -> Name) -> Vec<Name> {
    let mut taken = HashSet::new();
    // How far the numbers of each have come.
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut names = Vec::new();
    for wire in wire {
        let mut made = name(wire, "");
        if !taken.insert(made.rust.clone()) {
            let number = numbers.entry(made.rust).or_insert(1);
            loop {
                *number += 1;
                made = name(wire, &format!("{before}{number}"));
                if taken.insert(made.rust.clone()) {
                    break;
                }
            }
        }
        names.push(made);
    }
    names
}

fn field(wire: &str, end: &str) -> Name {
    let snake = identifier(&snake_case(&words(wire)));
    // `__` within a name is none of Rust's style.
    let snake = if end.is_empty() { snake } else { format!("{}{end}", snake.trim_end_matches('_')) };
    let restored = camel_case(&snake) == wire;
    let rust = match &*snake {
        _ if TAKEN.contains(&&*snake) => format!("{snake}_"),
        _ if KEYWORDS.contains(&&*snake) => format!("r#{snake}"),
        _ => snake,
    };
    Name { rust, rename: (!restored).then(|| wire.to_owned()) }
}

fn variant(wire: &str, end: &str) -> Name {
    let mut rust = format!("{}{end}", pascal_case(wire));
    // The one keyword in this case. `Unrecognized` keeps all other names.
    if rust == "Self" || rust == "Unrecognized" {
        rust.push_str("Member");
    }
    let restored = member_name(&rust) == wire;
    Name { rust, rename: (!restored).then(|| wire.to_owned()) }
}

/// `microsoft.graph.emailAddress` → `EmailAddress`.
pub(crate) fn type_name(name: &str) -> String {
    pascal_case(crate::short_name(name))
}

/// `identityGovernance` → `identity_governance`: a module's, and its file's. A keyword has a `_` behind it, and so has what is
/// the name of a crate that the types use.
pub(crate) fn module_name(segment: &str) -> String {
    let name = identifier(&snake_case(&words(segment)));
    let is_taken = KEYWORDS.contains(&&*name) || TAKEN.contains(&&*name) || CRATES.contains(&&*name);
    if is_taken { format!("{name}_") } else { name }
}

/// Whether a type can't be called so, since a file has that name from elsewhere.
pub(crate) fn is_type_taken(name: &str) -> bool {
    TYPES.contains(&name)
}

/// `userId` for an item of `users`.
pub(crate) fn parameter_name(segment: &str) -> String {
    let name = camel_case(&snake_case(&singular(&words(segment))));
    // A parameter's begins with a letter.
    let name = name.trim_start_matches(|letter: char| !letter.is_ascii_alphabetic());
    format!("{}Id", if name.is_empty() { "item" } else { name })
}

/// `display_name` of `displayName`, keyword or not.
pub(crate) fn field_name(wire: &str) -> String {
    identifier(&snake_case(&words(wire)))
}

/// `windows` of `windowsAppX`: the first word of a type's name.
pub(crate) fn first_word(name: &str) -> String {
    let snake = identifier(&snake_case(&words(crate::short_name(name))));
    snake.split('_').find(|word| !word.is_empty()).unwrap_or("other").to_owned()
}

/// With `_` for all that is neither a letter nor a digit, and never two of them.
fn words(wire: &str) -> String {
    let mut words = String::with_capacity(wire.len());
    for letter in wire.chars() {
        let letter = if letter.is_ascii_alphanumeric() { letter } else { '_' };
        if letter != '_' || !words.ends_with('_') {
            words.push(letter);
        }
    }
    words
}

/// What does not begin with a digit.
fn identifier(name: &str) -> String {
    if name.starts_with(|letter: char| letter.is_ascii_digit()) || name.is_empty() {
        return format!("_{name}");
    }
    name.to_owned()
}

/// A `_` stays between digits only, as `rustc` has it: `tls1_0` → `Tls1_0`, `id_token` → `IdToken`.
fn pascal_case(wire: &str) -> String {
    let words = words(wire);
    let mut pascal = String::with_capacity(words.len());
    let mut upper = true;
    let mut letters = words.chars().peekable();
    while let Some(letter) = letters.next() {
        let digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
        match letter {
            '_' if digit(pascal.chars().next_back()) && digit(letters.peek().copied()) => pascal.push('_'),
            '_' => upper = true,
            _ if upper => {
                pascal.push(letter.to_ascii_uppercase());
                upper = false;
            }
            _ => pascal.push(letter),
        }
    }
    // `DOM` → `Dom`, as clippy has it.
    if pascal.len() > 2 && pascal.bytes().all(|byte| byte.is_ascii_uppercase()) {
        pascal = pascal.chars().take(1).chain(pascal.to_ascii_lowercase().chars().skip(1)).collect();
    }
    // Of letters that Rust's style has not.
    if pascal.bytes().all(|byte| byte == b'_') { "Unnamed".to_owned() } else { identifier(&pascal) }
}
