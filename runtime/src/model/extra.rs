//! Members that a struct does not name.

use std::collections::HashMap;
use std::fmt;

use serde_json::Value as Json;

/// Unknown properties and annotations of an entity, kept as they were read and written back, in order. As with any
/// JSON object the order does not count for equality.
///
/// A field of this type, marked `#[graph(extra)]`, makes a struct lossless: what the service sends and the struct does
/// not name stays with the value. Without one such members are skipped.
///
/// `Debug` shows names only: a value may be a secret (`@microsoft.graph.downloadUrl` is one).
/// ```
/// use graph_entity::{Extra, GraphEntity};
///
/// #[derive(GraphEntity)]
/// #[graph_entity(odata = "microsoft.graph.user")]
/// struct User {
///     id: String,
///     #[graph(extra)]
///     extra: Extra,
/// }
///
/// let user: User = graph_entity::json::from_str(r#"{"id": "1", "city": "Ulm"}"#)?;
/// assert_eq!(user.extra.get("city").and_then(|city| city.as_str()), Some("Ulm"));
/// # Ok::<_, graph_entity::json::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct Extra(Vec<(String, Json)>);

/// How many members are not worth a table.
const FEW: usize = 16;

impl Extra {
    /// No members.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The member `name`.
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.iter().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// Sets the member `name` and returns what it was. A new member comes last.
    pub fn insert(&mut self, name: impl Into<String>, value: Json) -> Option<Json> {
        let name = name.into();
        match self.0.iter_mut().find(|(key, _)| *key == name) {
            Some((_, old)) => Some(std::mem::replace(old, value)),
            None => {
                self.0.push((name, value));
                None
            }
        }
    }

    /// Takes the member `name` out.
    pub fn remove(&mut self, name: &str) -> Option<Json> {
        let at = self.0.iter().position(|(key, _)| key == name)?;
        Some(self.0.remove(at).1)
    }

    /// All members, in the order in which they came.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Json)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// How many members there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Appends a member that may be there already; [`Self::settle`] puts that right.
    pub(crate) fn push(&mut self, name: String, value: Json) {
        self.0.push((name, value));
    }

    /// Of members with the same name keeps the last. Once for an object, so that many members cost no more than their
    /// number.
    pub(crate) fn settle(&mut self) {
        keep_last(&mut self.0);
    }
}

/// Of members with the same name keeps the last; says whether there were any. A few are compared with each other, which
/// is faster than to hash them.
pub(crate) fn keep_last<N: AsRef<str>, V>(members: &mut Vec<(N, V)>) -> bool {
    let is_again =
        |(at, (name, _)): (usize, &(N, V))| members[..at].iter().any(|(other, _)| other.as_ref() == name.as_ref());
    if members.len() <= FEW && !members.iter().enumerate().any(is_again) {
        return false;
    }
    let last = places(members);
    if last.len() == members.len() {
        return false;
    }
    let is_last = |(at, (name, _)): (usize, &(N, V))| last.get(name.as_ref()) == Some(&at);
    let mut is_last = members.iter().enumerate().map(is_last).collect::<Vec<_>>().into_iter();
    members.retain(|_| is_last.next().unwrap_or(true));
    true
}

/// Where each name is; of several the last.
fn places<N: AsRef<str>, V>(members: &[(N, V)]) -> HashMap<&str, usize> {
    members.iter().enumerate().map(|(at, (name, _))| (name.as_ref(), at)).collect()
}

impl PartialEq for Extra {
    fn eq(&self, other: &Self) -> bool {
        let has_the_same = || {
            let places = places(&other.0);
            self.0.iter().all(|(name, value)| places.get(name.as_str()).is_some_and(|&at| other.0[at].1 == *value))
        };
        self.0.len() == other.0.len() && (self.0 == other.0 || has_the_same())
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(|(name, _)| name)).finish()
    }
}

impl<N: Into<String>> FromIterator<(N, Json)> for Extra {
    fn from_iter<I: IntoIterator<Item = (N, Json)>>(members: I) -> Self {
        let mut extra = Self(members.into_iter().map(|(name, value)| (name.into(), value)).collect());
        extra.settle();
        extra
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Extra;

    #[test]
    fn the_last_of_equal_names_stays_where_it_was() {
        let extra: Extra = [("a", json!(1)), ("b", json!(2)), ("a", json!(3))].into_iter().collect();
        assert_eq!(extra.iter().collect::<Vec<_>>(), [("b", &json!(2)), ("a", &json!(3))]);
    }

    #[test]
    fn the_order_does_not_count_for_equality() {
        let extra = |members: &[(&str, i32)]| members.iter().map(|&(name, n)| (name, json!(n))).collect::<Extra>();
        assert_eq!(extra(&[("a", 1), ("b", 2)]), extra(&[("b", 2), ("a", 1)]));
        assert_ne!(extra(&[("a", 1), ("b", 2)]), extra(&[("b", 1), ("a", 2)]));
        assert_ne!(extra(&[("a", 1)]), extra(&[("a", 1), ("b", 2)]));
    }

    #[test]
    fn debug_shows_names_only() {
        let extra: Extra = [("@microsoft.graph.downloadUrl", json!("https://secret"))].into_iter().collect();
        assert_eq!(format!("{extra:?}"), r#"{"@microsoft.graph.downloadUrl"}"#);
    }

    #[test]
    fn insert_replaces_and_remove_takes() {
        let mut extra = Extra::new();
        assert_eq!(extra.insert("a", json!(1)), None);
        assert_eq!(extra.insert("a", json!(2)), Some(json!(1)));
        assert_eq!(extra.remove("a"), Some(json!(2)));
        assert!(extra.is_empty());
    }
}
