//! Paths: a template with ids put into it, each encoded so that it stays one segment (W4).

use std::fmt::{Display, Write as _};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::client::error::UsageError;

/// Everything but RFC 3986's unreserved characters is encoded.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A path below the version root, such as `users/3f5a`, and the template it came from, `users/{id}`.
#[derive(Debug, Clone)]
pub(crate) struct Path {
    pub(crate) template: String,
    /// The error waits until the request is asked for.
    pub(crate) encoded: Result<String, UsageError>,
}

impl Path {
    /// Puts `ids` into the `{parameters}` of `template`, in order.
    pub(crate) fn new(template: &str, ids: &[&dyn Display]) -> Self {
        let template = template.strip_prefix('/').unwrap_or(template);
        Self { template: template.to_owned(), encoded: fill(template, ids) }
    }

    /// The path of an item in this collection.
    pub(crate) fn item(mut self, key: &dyn Display) -> Self {
        self.template.push_str("/{key}");
        self.encoded = self.encoded.and_then(|mut path| push_id(&mut path, key).map(|()| path));
        self
    }
}

fn fill(template: &str, ids: &[&dyn Display]) -> Result<String, UsageError> {
    let mut path = String::with_capacity(template.len() + 40 * ids.len());
    let mut ids = ids.iter();
    for segment in template.split('/') {
        if segment.starts_with('{') && segment.ends_with('}') {
            let missing = || UsageError::new(format!("no id for `{segment}` of the path `{template}`"));
            push_id(&mut path, *ids.next().ok_or_else(missing)?)?;
        } else {
            push_literal(&mut path, segment, template)?;
        }
    }
    match ids.next() {
        None => Ok(path),
        Some(_) => Err(UsageError::new(format!("more ids than the path `{template}` has parameters"))),
    }
}

fn push_literal(path: &mut String, segment: &str, template: &str) -> Result<(), UsageError> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@".contains(&byte);
    if segment.is_empty() || segment == "." || segment == ".." || !segment.bytes().all(plain) {
        return Err(UsageError::new(format!("`{segment}` can't be a segment of the path `{template}`")));
    }
    separate(path);
    path.push_str(segment);
    Ok(())
}

/// Appends an id as one segment. What a service could read as something else than an id (`$ref`, a qualified name)
/// goes into parentheses, which mean a key and nothing else.
fn push_id(path: &mut String, id: &dyn Display) -> Result<(), UsageError> {
    let id = id.to_string();
    if id.is_empty() || id == "." || id == ".." {
        return Err(UsageError::new(format!("`{id}` can't be an id: it would change the path")));
    }
    let qualified = id.get(..10).is_some_and(|start| start.eq_ignore_ascii_case("microsoft."));
    if (id.starts_with('$') || qualified) && !path.is_empty() {
        let quoted = id.replace('\'', "''");
        // Writing to a `String` can't fail.
        let _ = write!(path, "('{}')", utf8_percent_encode(&quoted, SEGMENT));
    } else {
        separate(path);
        path.extend(utf8_percent_encode(&id, SEGMENT));
    }
    Ok(())
}

fn separate(path: &mut String) {
    if !path.is_empty() {
        path.push('/');
    }
}

#[cfg(test)]
mod tests {
    use super::Path;

    fn id(id: &str) -> Result<String, String> {
        Path::new("users/{id}/messages", &[&id]).encoded.map_err(|error| error.to_string())
    }

    #[test]
    fn an_id_stays_one_segment() {
        let cases = [
            ("a/b", "a%2Fb"),
            ("a b", "a%20b"),
            ("a%2Fb", "a%252Fb"),
            ("x#EXT#@c.com", "x%23EXT%23%40c.com"),
            ("19:ab@thread.skype", "19%3Aab%40thread.skype"),
            ("a?b=c&d", "a%3Fb%3Dc%26d"),
            ("a+b", "a%2Bb"),
            ("...", "..."),
            ("%2e%2e", "%252e%252e"),
            ("a\r\nb\0", "a%0D%0Ab%00"),
            ("ä", "%C3%A4"),
            ("a\\b", "a%5Cb"),
        ];
        for (raw, encoded) in cases {
            assert_eq!(id(raw), Ok(format!("users/{encoded}/messages")));
        }
    }

    #[test]
    fn what_would_change_the_path_is_refused() {
        for raw in ["", ".", ".."] {
            assert_eq!(id(raw), Err(format!("`{raw}` can't be an id: it would change the path")));
        }
    }

    #[test]
    fn what_could_be_read_as_an_operation_goes_into_parentheses() {
        assert_eq!(id("$ref"), Ok("users('%24ref')/messages".to_owned()));
        assert_eq!(id("Microsoft.Graph.o'x"), Ok("users('Microsoft.Graph.o%27%27x')/messages".to_owned()));
        assert_eq!(id("microsoft"), Ok("users/microsoft/messages".to_owned()));
    }

    #[test]
    fn a_template_and_its_ids_have_to_fit() {
        assert!(Path::new("users/{id}", &[]).encoded.is_err());
        assert!(Path::new("users", &[&1]).encoded.is_err());
        for template in ["", "a//b", "a/../b", "a?b", "a/", "a b", "a%2F"] {
            assert!(Path::new(template, &[]).encoded.is_err(), "{template}");
        }
        assert_eq!(Path::new("/users", &[]).encoded.ok().as_deref(), Some("users"));
    }
}
