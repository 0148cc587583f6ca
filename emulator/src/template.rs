//! Templates of collections, `users/{id}/messages`, and how far a path follows one. Versions aren't known here.

use crate::path::{self, Key, Named};

/// Where the items of a collection live.
#[derive(Debug, Clone)]
pub(crate) struct Template {
    segments: Vec<Segment>,
}

#[derive(Debug, Clone)]
pub(crate) enum Segment {
    Name(String),
    Key,
}

impl Segment {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Name(a), Self::Name(b)) => a.eq_ignore_ascii_case(b),
            (Self::Key, Self::Key) => true,
            _ => false,
        }
    }
}

/// How a path follows a template.
pub(crate) struct Walk {
    /// The keys on the way, the item's own included.
    pub(crate) keys: Vec<Key>,
    /// How many segments of the path fit.
    pub(crate) used: usize,
    /// How many segments of the template they cover.
    pub(crate) covered: usize,
}

impl Template {
    /// Reads a template; the error says what is wrong with it.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let path = text.strip_prefix('/').unwrap_or(text);
        let segments = path.split('/').map(segment).collect::<Result<Vec<_>, _>>()?;
        match segments.last() {
            Some(Segment::Name(_)) => Ok(Self { segments }),
            _ => Err("a collection ends in a name, not in a key".into()),
        }
    }

    pub(crate) fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The last segment, which is a name.
    pub(crate) fn name(&self) -> &str {
        match self.segments.last() {
            Some(Segment::Name(name)) => name,
            _ => "",
        }
    }

    /// What is above the last segment. It may end in a key, or be empty.
    pub(crate) fn above(&self) -> Self {
        Self { segments: self.segments[..self.segments.len() - 1].to_vec() }
    }

    /// The name of this below the items of `parent`, or, where `is_single`, below what `parent` itself is.
    pub(crate) fn name_below(&self, parent: &Self, is_single: bool) -> Option<&str> {
        let above = &self.segments[..self.segments.len() - 1];
        let above = if is_single { above } else { above.split_last().filter(|(key, _)| key.is_same(&Segment::Key))?.1 };
        parent.is_same(above).then(|| self.name())
    }

    /// Whether both are one collection: the names of parameters and the case of names don't count.
    pub(crate) fn is_same(&self, segments: &[Segment]) -> bool {
        self.segments.len() == segments.len() && self.segments.iter().zip(segments).all(|(a, b)| a.is_same(b))
    }

    /// Greater for the template that says more: names before keys, from the left.
    pub(crate) fn rank(&self) -> Vec<bool> {
        self.segments.iter().map(|segment| matches!(segment, Segment::Name(_))).collect()
    }

    /// Follows `path` as far as it goes. Behind a template of items there may be the key of one.
    pub(crate) fn walk(&self, path: &[String], has_items: bool) -> Walk {
        let has_key_at = |index: usize| self.has_key_at(index, has_items);
        let mut walk = Walk { keys: Vec::new(), used: 0, covered: 0 };
        for text in path {
            match self.segments.get(walk.covered) {
                Some(Segment::Name(name)) => match path::named(text, name) {
                    Named::Alone => walk.covered += 1,
                    Named::WithKey(key) if has_key_at(walk.covered + 1) => {
                        walk.keys.push(key);
                        walk.covered += 2;
                    }
                    Named::WithKey(_) | Named::Not => break,
                },
                _ if text.is_empty() || !has_key_at(walk.covered) => break,
                _ => {
                    walk.keys.push(Key::Id(text.clone()));
                    walk.covered += 1;
                }
            }
            walk.used += 1;
        }
        walk
    }

    /// Whether a key comes at `index`; behind a template of items there is the item's.
    fn has_key_at(&self, index: usize, has_items: bool) -> bool {
        match self.segments.get(index) {
            Some(segment) => matches!(segment, Segment::Key),
            None => has_items && index == self.segments.len(),
        }
    }
}

fn segment(text: &str) -> Result<Segment, String> {
    if text.starts_with('{') && text.ends_with('}') {
        return Ok(Segment::Key);
    }
    if text.is_empty() || text.contains(|c: char| "{}()'?#%".contains(c) || c.is_whitespace() || c.is_control()) {
        return Err(format!("`{text}` is neither a name nor a `{{parameter}}`"));
    }
    Ok(Segment::Name(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::Template;
    use crate::path::{self, Key};

    fn walk(template: &str, path: &str) -> (usize, usize, Vec<String>) {
        let walk = Template::parse(template).expect("template").walk(&path::segments(path).expect("path"), true);
        let keys = walk.keys.into_iter().map(|key| match key {
            Key::Id(id) => id,
            Key::Alternate(_) => "alternate".into(),
        });
        (walk.used, walk.covered, keys.collect())
    }

    #[test]
    fn follows_a_path() {
        assert_eq!(walk("users/{id}/messages", "Users/a%2Fb/MESSAGES"), (3, 3, vec!["a/b".into()]));
        assert_eq!(walk("users/{id}/messages", "users('a')/messages('b')"), (2, 4, vec!["a".into(), "b".into()]));
        assert_eq!(walk("users/{id}/messages", "users/a/messages/b/c"), (4, 4, vec!["a".into(), "b".into()]));
        assert_eq!(walk("users/{id}/messages", "users/a/mail"), (2, 2, vec!["a".into()]));
    }

    #[test]
    fn takes_no_key_where_there_is_none() {
        assert_eq!(walk("deviceManagement/scripts", "deviceManagement('a')/scripts"), (0, 0, vec![]));
        assert_eq!(walk("users", "users/"), (1, 1, vec![]));
        assert_eq!(walk("users", "users('a')/b"), (1, 2, vec!["a".into()]));
    }

    #[test]
    fn refuses_what_is_no_template() {
        for text in ["", "/", "users/", "users//messages", "users/{id}", "users/{id", "users('x')", "users?a", "a b"] {
            assert!(Template::parse(text).is_err(), "{text}");
        }
    }
}
