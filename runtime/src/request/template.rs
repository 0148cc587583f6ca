//! Templates of paths, `users/{key}`: what logs and metrics tell in place of a path with its ids.

use std::borrow::Cow;
use std::fmt;

/// What stands for the key of an item in a collection.
pub(crate) const KEY: &str = "/{key}";

/// Room for what comes behind a template.
const ROOM: usize = 40;

/// A template, as the beginning of a text which may know already how it goes on: the derive writes that of a collection's
/// items, so that most requests copy none.
#[derive(Clone)]
pub(crate) struct Template {
    text: Cow<'static, str>,
    /// Where the template ends.
    end: usize,
}

impl Template {
    pub(crate) fn new(text: Cow<'static, str>) -> Self {
        Self { end: text.len(), text }
    }

    /// That of a collection, by that of its items.
    pub(crate) fn of_items(items: &'static str) -> Self {
        let end = items.len() - if items.ends_with(KEY) { KEY.len() } else { 0 };
        Self { text: Cow::Borrowed(items), end }
    }

    pub(crate) fn as_str(&self) -> &str {
        self.text.get(..self.end).unwrap_or_default()
    }

    pub(crate) fn push(&mut self, more: &str) {
        match &mut self.text {
            Cow::Owned(text) => text.push_str(more),
            Cow::Borrowed(text) if text.get(self.end..).is_some_and(|rest| rest.starts_with(more)) => {}
            Cow::Borrowed(_) => {
                let mut text = String::with_capacity(self.end + more.len() + ROOM);
                text.push_str(self.as_str());
                text.push_str(more);
                self.text = Cow::Owned(text);
            }
        }
        self.end += more.len();
    }

    pub(crate) fn into_text(self) -> Cow<'static, str> {
        match self.text {
            Cow::Borrowed(text) => Cow::Borrowed(text.get(..self.end).unwrap_or_default()),
            owned @ Cow::Owned(_) => owned,
        }
    }
}

impl fmt::Debug for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::Template;

    #[test]
    fn a_collection_is_the_beginning_of_its_items() {
        let users = Template::of_items("users/{key}");
        assert_eq!(users.as_str(), "users");
        assert!(matches!(users.clone().into_text(), Cow::Borrowed("users")));
        let mut item = users;
        item.push("/{key}");
        assert!(matches!(item.clone().into_text(), Cow::Borrowed("users/{key}")));
        item.push("/messages");
        assert_eq!((item.as_str(), &*item.clone().into_text()), ("users/{key}/messages", "users/{key}/messages"));
    }

    #[test]
    fn what_goes_on_in_another_way_is_its_own() {
        for more in ["/delta", "/{key}s", "/{", ""] {
            let mut template = Template::of_items("users/{key}");
            template.push(more);
            template.push("/x");
            assert_eq!(template.into_text(), format!("users{more}/x"));
        }
    }

    #[test]
    fn what_ends_in_no_key_is_all_of_it() {
        assert_eq!(Template::of_items("me").as_str(), "me");
        assert_eq!(Template::new("users/{key}".into()).as_str(), "users/{key}");
    }
}
