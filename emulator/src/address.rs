//! Where a stored collection is, and the paths of URLs that say so. How it was found isn't in here.

use http::{HeaderMap, Uri, header, uri::Authority};

use crate::declared::Declared;
use crate::path;
use crate::store::ALONE;
use crate::template::Segment;

/// A concrete collection: the number of its declaration, and the keys that its template takes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Address {
    pub(crate) collection: usize,
    pub(crate) keys: Vec<String>,
}

impl Address {
    /// Where a relation of the item `id` is.
    pub(crate) fn below(&self, id: &str, relation: usize) -> Self {
        let keys = self.keys.iter().cloned().chain((id != ALONE).then(|| id.to_owned())).collect();
        Self { collection: relation, keys }
    }
}

/// `{scheme}://{host}`, as this request reached the server.
pub(crate) fn origin(uri: &Uri, headers: &HeaderMap) -> String {
    let scheme = uri.scheme_str().unwrap_or("http");
    let host = || headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let authority = uri.authority().map(Authority::as_str).or_else(host).unwrap_or("localhost");
    format!("{scheme}://{authority}")
}

impl Declared {
    /// The path with its keys as segments: `users/O%27Neil/messages`.
    pub(crate) fn url_path(&self, keys: &[String]) -> String {
        self.spell(keys, |key| format!("/{}", path::encode(key)))
    }

    /// The path with its keys in parentheses, as context URLs have it: `users('O%27%27Neil')/messages`.
    pub(crate) fn context_path(&self, keys: &[String]) -> String {
        self.spell(keys, path::in_parentheses)
    }

    fn spell(&self, keys: &[String], key: impl Fn(&str) -> String) -> String {
        let mut keys = keys.iter();
        let mut path = String::new();
        for segment in self.template.segments() {
            match segment {
                Segment::Name(name) if path.is_empty() => path.push_str(name),
                Segment::Name(name) => path.extend(["/", name]),
                Segment::Key => path.extend(keys.next().map(|text| key(text))),
            }
        }
        path
    }
}
