//! Text of URLs: percent encoding, lists, and the parentheses form of a key. Templates aren't known here.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// All but the unreserved characters of a URL.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The segments of `path`: split first, so that an encoded slash stays in its segment, then each decoded once. `None`
/// if one of them can't be decoded. `groups/(uniqueName='x')` is `groups(uniqueName='x')`.
pub(crate) fn segments(path: &str) -> Option<Vec<String>> {
    let mut segments: Vec<String> = Vec::new();
    for text in path.split('/') {
        let segment = decode(text)?;
        match segments.last_mut() {
            Some(name) if segment.starts_with('(') && segment.ends_with(')') && segment.contains('=') => {
                name.push_str(&segment);
            }
            _ => segments.push(segment),
        }
    }
    Some(segments)
}

/// Percent-decodes `text` once; `None` for a `%` without two digits, or bytes that aren't UTF-8.
pub(crate) fn decode(text: &str) -> Option<String> {
    // `percent_decode_str` lets a stray `%` through.
    let well_formed = text
        .split('%')
        .skip(1)
        .all(|rest| rest.as_bytes().get(..2).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit)));
    well_formed.then(|| percent_decode_str(text).collect()).and_then(|bytes| String::from_utf8(bytes).ok())
}

/// Splits `text` at each `mark` that is outside of parentheses and strings; `None` if they don't close.
pub(crate) fn split_outside(text: &str, mark: char) -> Option<Vec<&str>> {
    let (mut parts, mut from, mut depth, mut is_string) = (Vec::new(), 0, 0_usize, false);
    for (at, c) in text.char_indices() {
        match c {
            '\'' => is_string = !is_string,
            _ if is_string => {}
            '(' => depth += 1,
            ')' => depth = depth.checked_sub(1)?,
            _ if c == mark && depth == 0 => {
                parts.push(&text[from..at]);
                from = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[from..]);
    (depth == 0 && !is_string).then_some(parts)
}

/// `text` as one segment of a URL.
pub(crate) fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// `key` in parentheses, as context URLs have it.
pub(crate) fn in_parentheses(key: &str) -> String {
    format!("('{}')", encode(&key.replace('\'', "''")))
}

/// What a path says about which item is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Key {
    /// Its `id`.
    Id(String),
    /// Other properties with their values: `groups(uniqueName='x')`.
    Alternate(Vec<(String, String)>),
}

/// What a segment is at a place where a name is expected.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Named {
    /// The name, whatever its case.
    Alone,
    /// The name and a key: `users('x')`.
    WithKey(Key),
    /// Something else.
    Not,
}

/// Compares a decoded segment with a name.
pub(crate) fn named(segment: &str, name: &str) -> Named {
    let Some((head, rest)) = segment.split_at_checked(name.len()) else { return Named::Not };
    if !head.eq_ignore_ascii_case(name) {
        return Named::Not;
    }
    if rest.is_empty() {
        return Named::Alone;
    }
    let literal = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    literal.and_then(key).map_or(Named::Not, Named::WithKey)
}

/// The key that is written in parentheses: one value, or values with the names of their properties.
fn key(text: &str) -> Option<Key> {
    if let Some(id) = key_value(text) {
        return Some(Key::Id(id));
    }
    let pairs = split_outside(text, ',')?.into_iter().map(|pair| {
        let (name, value) = pair.split_once('=')?;
        let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        key_value(value.trim()).filter(|_| is_name).map(|value| (name.trim().to_owned(), value))
    });
    let pairs: Vec<_> = pairs.collect::<Option<_>>()?;
    match pairs.as_slice() {
        [(name, id)] if name == "id" => Some(Key::Id(id.clone())),
        _ => Some(Key::Alternate(pairs)),
    }
}

/// The value that a literal stands for: `'O''Neil'`, or a bare number or GUID.
fn key_value(literal: &str) -> Option<String> {
    if let Some(quoted) = literal.strip_prefix('\'') {
        let text = quoted.strip_suffix('\'')?;
        let doubled = !text.replace("''", "").contains('\'');
        return doubled.then(|| text.replace("''", "'"));
    }
    let bare = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
    (!literal.is_empty() && literal.chars().all(bare)).then(|| literal.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Key, Named, decode, in_parentheses, named, segments};

    #[test]
    fn decodes_once_after_splitting() {
        let expected = vec!["users".to_owned(), "a/b".to_owned(), "%2F".to_owned(), "a+b".to_owned()];
        assert_eq!(segments("users/a%2Fb/%252F/a+b"), Some(expected));
        let expected = vec!["groups(uniqueName='a/b')".to_owned(), "members".to_owned()];
        assert_eq!(segments("groups/(uniqueName='a%2Fb')/members"), Some(expected));
    }

    #[test]
    fn refuses_what_is_no_percent_encoding() {
        for text in ["%", "%4", "%zz", "a%", "%C3", "%+1", "%é"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }

    #[test]
    fn reads_keys_in_parentheses() {
        assert_eq!(named("Users", "users"), Named::Alone);
        let id = |id: &str| Named::WithKey(Key::Id(id.into()));
        assert_eq!(named("users('O''Neil')", "users"), id("O'Neil"));
        assert_eq!(named("users('')", "users"), id(""));
        assert_eq!(named("users(184efa21-98c3)", "users"), id("184efa21-98c3"));
        assert_eq!(named("users(id='a')", "users"), id("a"));
        let pairs = vec![("a".to_owned(), "x,y='".to_owned()), ("b".to_owned(), "2".to_owned())];
        assert_eq!(named("users(a='x,y=''',b=2)", "users"), Named::WithKey(Key::Alternate(pairs)));
        for segment in
            ["users2", "user", "users(", "users()", "users(')", "users('a'b')", "users('a')x", "users(a=)", "é"]
        {
            assert_eq!(named(segment, "users"), Named::Not, "{segment}");
        }
    }

    #[test]
    fn writes_keys_in_parentheses() {
        assert_eq!(in_parentheses("O'Neil"), "('O%27%27Neil')");
    }
}
