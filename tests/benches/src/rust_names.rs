//! Names of the service as names of Rust.

/// Words that have to be raw to be names.
const KEYWORDS: [&str; 45] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "use", "where", "while",
];

/// The name of a type: `security.alert` is `SecurityAlert`.
pub fn constant(name: &str) -> String {
    name.split('.').map(capitalized).collect()
}

/// The name of a field, if it may have one.
pub fn field(name: &str) -> Option<String> {
    let snake = snake(name);
    if !plain(&snake) || ["crate", "self", "super", "yield", "unsized", "virtual"].contains(&&*snake) {
        return None;
    }
    Some(if KEYWORDS.contains(&&*snake) { format!("r#{snake}") } else { snake })
}

/// Whether `camelCase` of the field's name is the name again.
pub fn is_regular(name: &str) -> bool {
    let mut words = snake(name);
    let mut camel = String::new();
    for (index, word) in std::mem::take(&mut words).split('_').enumerate() {
        camel += &if index == 0 { word.to_owned() } else { capitalized(word) };
    }
    camel == name
}

/// The name of a variant, if it may have one whose `camelCase` is the name again.
pub fn variant(name: &str) -> Option<String> {
    let plain = plain(name) && !name.contains('_') && name.starts_with(|first: char| first.is_ascii_lowercase());
    (plain && name != "self").then(|| capitalized(name))
}

fn plain(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + letters.as_str())
}

fn snake(name: &str) -> String {
    let letters: Vec<_> = name.chars().collect();
    let mut snake = String::new();
    for (index, letter) in letters.iter().enumerate() {
        let before = index.checked_sub(1).map(|index| letters[index]);
        let ends_word = before.is_some_and(|before| before.is_ascii_lowercase() || before.is_ascii_digit());
        let begins_word = before.is_some_and(|before| before.is_ascii_uppercase())
            && letters.get(index + 1).is_some_and(char::is_ascii_lowercase);
        if letter.is_ascii_uppercase() && (ends_word || begins_word) {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_in_snake_case_and_keywords_are_raw() {
        assert_eq!(field("displayName").unwrap(), "display_name");
        assert_eq!(field("isMDMEnabled").unwrap(), "is_mdm_enabled");
        assert_eq!(field("type").unwrap(), "r#type");
        assert_eq!(field("self"), None);
        assert!(is_regular("displayName") && is_regular("ipv6Address") && !is_regular("isMDMEnabled"));
    }

    #[test]
    fn types_and_variants_begin_with_a_capital() {
        assert_eq!(constant("security.alert"), "SecurityAlert");
        assert_eq!(variant("blueGreen").unwrap(), "BlueGreen");
        assert_eq!([variant("1"), variant("self"), variant("Upper")], [None, None, None]);
    }
}
