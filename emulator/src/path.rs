//! Text of paths: percent encoding and the parentheses form of a key. Templates aren't known here.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// All but the unreserved characters of a URL.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The segments of `path`: split first, so that an encoded slash stays in its segment, then each decoded once. `None`
/// if one of them can't be decoded.
pub(crate) fn segments(path: &str) -> Option<Vec<String>> {
    path.split('/').map(decode).collect()
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

/// `text` as one segment of a URL.
pub(crate) fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// `key` in parentheses, as context URLs have it.
pub(crate) fn in_parentheses(key: &str) -> String {
    format!("('{}')", encode(&key.replace('\'', "''")))
}

/// What a segment is at a place where a name is expected.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Named {
    /// The name, whatever its case.
    Alone,
    /// The name and a key: `users('x')`.
    WithKey(String),
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

/// The key that a literal stands for: `'O''Neil'`, or a bare number or GUID.
fn key(literal: &str) -> Option<String> {
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
    use super::{Named, decode, in_parentheses, named, segments};

    #[test]
    fn decodes_once_after_splitting() {
        let expected = vec!["users".to_owned(), "a/b".to_owned(), "%2F".to_owned(), "a+b".to_owned()];
        assert_eq!(segments("users/a%2Fb/%252F/a+b"), Some(expected));
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
        assert_eq!(named("users('O''Neil')", "users"), Named::WithKey("O'Neil".into()));
        assert_eq!(named("users('')", "users"), Named::WithKey(String::new()));
        assert_eq!(named("users(184efa21-98c3)", "users"), Named::WithKey("184efa21-98c3".into()));
        for segment in
            ["users2", "user", "users(", "users()", "users(')", "users('a'b')", "users('a')x", "users(a='b')", "é"]
        {
            assert_eq!(named(segment, "users"), Named::Not, "{segment}");
        }
    }

    #[test]
    fn writes_keys_in_parentheses() {
        assert_eq!(in_parentheses("O'Neil"), "('O%27%27Neil')");
    }
}
