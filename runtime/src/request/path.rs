//! Paths: a template with ids put into it, each encoded so that it stays one segment (W4).

use std::fmt::{self, Display, Write as _};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::template::{KEY, Template};
use crate::client::error::UsageError;

/// Everything but RFC 3986's unreserved characters is encoded.
pub(crate) const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The quotes around a literal stay.
const LITERAL: &AsciiSet = &UNRESERVED.remove(b'\'');

/// Room for an id.
const ROOM: usize = 40;

/// Room for the query that most requests have.
const QUERY: usize = 300;

/// A path below the version root, such as `users/3f5a`, and the template it came from, `users/{id}`.
#[derive(Debug, Clone)]
pub(crate) struct Path {
    pub(crate) template: Template,
    /// The error waits until the request is asked for.
    pub(crate) encoded: Result<String, UsageError>,
}

impl Path {
    /// Puts `ids` into the `{parameters}` of `template`, in order.
    pub(crate) fn new(template: &str, ids: &[&dyn Display]) -> Self {
        let template = template.strip_prefix('/').unwrap_or(template);
        Self { template: Template::new(template.to_owned().into()), encoded: fill(template, ids) }
    }

    /// The same of a template that the derive has checked.
    pub(crate) fn checked(template: &'static str, ids: &[&dyn Display]) -> Self {
        Self { template: Template::new(template.into()), encoded: fill_checked(template, ids) }
    }

    /// The path of a collection by a template of its items that the derive has checked.
    pub(crate) fn of_items(items: &'static str, ids: &[&dyn Display]) -> Self {
        let template = Template::of_items(items);
        Self { encoded: fill_checked(template.as_str(), ids), template }
    }

    /// The path of an item in this collection.
    pub(crate) fn item(mut self, key: &dyn Display) -> Self {
        self.template.push(KEY);
        self.encoded = self.encoded.and_then(|mut path| push_id(&mut path, key).map(|()| path));
        self
    }

    /// The path of the item with this alternate key: `groups(uniqueName='x')`. `literal` is as OData writes it.
    pub(crate) fn alternate(mut self, property: &str, literal: Result<String, UsageError>) -> Self {
        for part in ["(", property, "={key})"] {
            self.template.push(part);
        }
        self.encoded = self.encoded.and_then(|mut path| {
            for part in ["(", property, "="] {
                path.push_str(part);
            }
            path.extend(utf8_percent_encode(&literal?, LITERAL));
            path.push(')');
            Ok(path)
        });
        self
    }

    /// The path with one more segment, which is the program's own.
    pub(crate) fn segment(self, segment: &str) -> Self {
        self.encoded_segment(segment, segment)
    }

    /// The path with one more segment, which is encoded already, and what stands for it in the template.
    pub(crate) fn encoded_segment(mut self, segment: &str, template: &str) -> Self {
        self.template.push("/");
        self.template.push(template);
        if let Ok(path) = &mut self.encoded {
            separate(path);
            path.push_str(segment);
        }
        self
    }

    /// The path with another one below it.
    pub(crate) fn join(mut self, below: Self) -> Self {
        self.template.push("/");
        self.template.push(below.template.as_str());
        let encoded = self.encoded.and_then(|path| Ok(format!("{path}/{}", below.encoded?)));
        Self { encoded, ..self }
    }

    /// Why the path can't be one.
    pub(crate) fn failed(error: UsageError) -> Self {
        Self { template: Template::new("".into()), encoded: Err(error) }
    }
}

fn fill(template: &str, ids: &[&dyn Display]) -> Result<String, UsageError> {
    let mut path = String::with_capacity(template.len() + ROOM * ids.len() + QUERY);
    let mut ids = ids.iter();
    for segment in template.split('/') {
        if segment.starts_with('{') && segment.ends_with('}') {
            let missing = || UsageError::new(format!("no id for `{segment}` of the path `{template}`"));
            push_id(&mut path, *ids.next().ok_or_else(missing)?)?;
        } else if segment.starts_with('{') && segment.ends_with("}:") {
            let missing = || UsageError::new(format!("no path for `{segment}` of the path `{template}`"));
            push_parts(&mut path, *ids.next().ok_or_else(missing)?)?;
        } else {
            push_literal(&mut path, segment, template)?;
        }
    }
    match ids.next() {
        None => Ok(path),
        Some(_) => Err(UsageError::new(format!("more ids than the path `{template}` has parameters"))),
    }
}

/// The segments are known to be good, and the ids to be as many as the parameters.
fn fill_checked(template: &str, ids: &[&dyn Display]) -> Result<String, UsageError> {
    let mut path = String::with_capacity(template.len() + ROOM * ids.len() + QUERY);
    let mut rest = template;
    for &id in ids {
        let around = rest.split_once('{').and_then(|(before, from)| Some((before, from.split_once('}')?.1)));
        let Some((before, after)) = around else {
            return Err(UsageError::new(format!("more ids than the path `{template}` has parameters")));
        };
        path.push_str(before.strip_suffix('/').unwrap_or(before));
        push_id(&mut path, id)?;
        rest = after;
    }
    path.push_str(rest);
    Ok(path)
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
    let before = path.len();
    separate(path);
    let start = path.len();
    // Writing to a `String` can't fail.
    let _ = write!(Encoding(path), "{id}");
    let id = &path[start..];
    // Dots and letters stand for themselves.
    if id.is_empty() || id == "." || id == ".." {
        return Err(UsageError::new(format!("`{id}` can't be an id: it would change the path")));
    }
    let qualified = id.get(..10).is_some_and(|start| start.eq_ignore_ascii_case("microsoft."));
    if (id.starts_with("%24") || qualified) && before > 0 {
        let quoted = id.replace("%27", "%27%27");
        path.truncate(before);
        for part in ["('", &quoted, "')"] {
            path.push_str(part);
        }
    }
    Ok(())
}

/// Appends the path of a file, `Documents/a b.txt`, and the colon that ends it (`root:/{path}:/content`). Its parts are
/// encoded each by itself; the slashes between stay.
fn push_parts(path: &mut String, parts: &dyn Display) -> Result<(), UsageError> {
    let parts = parts.to_string();
    for part in parts.strip_prefix('/').unwrap_or(&parts).split('/') {
        if part.is_empty() || part == "." || part == ".." {
            return Err(UsageError::new(format!("`{part}` can't be a part of a path")));
        }
        separate(path);
        path.extend(utf8_percent_encode(part, UNRESERVED));
    }
    path.push(':');
    Ok(())
}

/// Encodes what is written to it.
struct Encoding<'a>(&'a mut String);

impl fmt::Write for Encoding<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.extend(utf8_percent_encode(text, UNRESERVED));
        Ok(())
    }
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
    fn the_path_of_a_file_keeps_its_slashes() {
        let file = |path: &str| Path::new("me/drive/root:/{path}:/content", &[&path]).encoded.ok();
        assert_eq!(file("a b/c:d.txt").as_deref(), Some("me/drive/root:/a%20b/c%3Ad.txt:/content"));
        assert_eq!(file("/a").as_deref(), Some("me/drive/root:/a:/content"));
        for path in ["", "/", "a//b", "../b", "a/.", "a/"] {
            assert_eq!(file(path), None, "{path}");
        }
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
