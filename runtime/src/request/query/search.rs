//! What `$search` looks for.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{BitAnd, BitOr};

use super::property::PropertyPath;
use crate::client::error::UsageError;

/// What a list is searched for, with [`List::search`](crate::List::search).
///
/// Mail and people take [one text](Self::text) in their query language; directory objects take [clauses that name a
/// property](Self::property), joined by `&` and `|`.
/// ```
/// use graph_entity::{GraphEntity, Search, path};
///
/// #[derive(GraphEntity)]
/// #[graph_entity(odata = "microsoft.graph.user", collection = "users")]
/// struct User {
///     display_name: String,
///     mail: Option<String>,
/// }
///
/// let search = Search::property(path!(User.display_name), "One") | Search::property(path!(User.mail), "x");
/// let request = User::collection().list().all_properties().search(search).request()?;
/// assert_eq!(request.query(), "$search=%22displayName:One%22%20OR%20%22mail:x%22");
/// assert_eq!(request.headers()["ConsistencyLevel"], "eventual");
/// # Ok::<_, graph_entity::Error>(())
/// ```
#[must_use = "a search does nothing until it is given to a request"]
pub struct Search<R> {
    text: Result<String, UsageError>,
    joined: bool,
    marker: PhantomData<fn() -> R>,
}

impl<R> Search<R> {
    fn new(text: Result<String, UsageError>, joined: bool) -> Self {
        Self { text, joined, marker: PhantomData }
    }

    /// A text in the language of the service, such as `pizza` or `subject:has`. Quotes and backslashes in it are
    /// escaped.
    pub fn text(text: impl AsRef<str>) -> Self {
        Self::new(Ok(clause(&[text.as_ref()])), false)
    }

    /// A property that has `text` in it, as words.
    pub fn property<F>(path: PropertyPath<R, F>, text: impl AsRef<str>) -> Self {
        Self::new(path.name().map(|name| clause(&[name, ":", text.as_ref()])), false)
    }

    fn join(self, other: Self, operator: &str) -> Self {
        let part = |search: Self| Ok(if search.joined { format!("({})", search.text?) } else { search.text? });
        let joined = part(self).and_then(|one| Ok(format!("{one} {operator} {}", part(other)?)));
        Self::new(joined, true)
    }

    pub(in crate::request) fn into_text(self) -> Result<String, UsageError> {
        self.text
    }
}

impl<R> From<&str> for Search<R> {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl<R> BitAnd for Search<R> {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        self.join(other, "AND")
    }
}

impl<R> BitOr for Search<R> {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.join(other, "OR")
    }
}

/// Without the text, which has values in it.
impl<R> fmt::Debug for Search<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Search").finish_non_exhaustive()
    }
}

/// In quotes, with those in it and backslashes escaped.
fn clause(parts: &[&str]) -> String {
    let mut clause = String::from("\"");
    for letter in parts.iter().flat_map(|part| part.chars()) {
        if letter == '"' || letter == '\\' {
            clause.push('\\');
        }
        clause.push(letter);
    }
    clause.push('"');
    clause
}

#[cfg(test)]
mod tests {
    use super::clause;

    #[test]
    fn quotes_and_backslashes_are_escaped() {
        assert_eq!(clause(&["displayName", ":", r#"a"b\c"#]), r#""displayName:a\"b\\c""#);
    }
}
