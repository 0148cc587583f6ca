//! Links that a service sends, as the URLs that they lead to (W2, W6).

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::origin::Base;
use crate::request::{Parts, root};

/// A request as it was sent: what it was, and where to.
#[allow(missing_debug_implementations)] // not public API
pub struct Asked<'a> {
    pub(crate) parts: &'a Parts,
    pub(crate) base: &'a Base,
    /// The version for what has none of its own.
    pub(crate) version: &'a str,
}

impl Asked<'_> {
    /// The URL of a link in the answer. Graph's are absolute, and stay as they are; a relative one is below the root of
    /// the version (OData JSON 4.5.1). Where it leads is checked when it is followed.
    pub(crate) fn link(&self, link: &str) -> String {
        resolve(link, self.base, self.version())
    }

    /// The URL of a place that is told of a long-running operation. A path with a slash before it is below the root of the
    /// version there, too: `/teams('…')/operations('…')` (W5). One that begins with a version is below the host.
    pub(crate) fn operation_link(&self, link: &str) -> String {
        let link = link.trim();
        match link.strip_prefix('/') {
            Some(path) if !path.starts_with('/') && !self.has_version(link) => self.link(path),
            _ => self.link(link),
        }
    }

    /// The version that the request went to.
    pub(crate) fn version(&self) -> &str {
        self.parts.version.unwrap_or(self.version)
    }

    fn has_version(&self, path: &str) -> bool {
        let below = self.base.url.get(self.base.resource.len()..).and_then(|base| path.strip_prefix(base));
        let first = below.and_then(|below| below.strip_prefix('/')?.split(['/', '?']).next());
        first.is_some_and(|first| ["v1.0", "beta", self.version()].contains(&first))
    }
}

/// The URL of a link in an answer of the service at `base`.
pub(super) fn resolve(link: &str, base: &Base, version: &str) -> String {
    let link = encoded(link.trim());
    let in_scheme = |byte: u8| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte);
    let after_scheme = link.trim_start_matches(|letter: char| u8::try_from(letter).is_ok_and(in_scheme));
    if link.starts_with("//") || after_scheme.starts_with(':') {
        return link;
    }
    if link.starts_with('/') {
        return format!("{}{link}", base.resource);
    }
    root(&base.url, version, link.len()) + &link
}

/// What no URL may hold (RFC 3986, 2); what is not ASCII is always encoded.
const REFUSED: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'\\').add(b'^').add(b'`').add(b'{').add(b'}');

/// What no URL may hold is encoded, and nothing else is touched: some services put a key into a link as it is.
pub(crate) fn encoded(link: &str) -> String {
    utf8_percent_encode(link, REFUSED).to_string()
}

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn a_url_stays_as_it_is() {
        for url in ["https://g/v1.0/users('a')/m?$skiptoken=a%2b+b&x=[1]|2", ""] {
            assert_eq!(encoded(url), url);
        }
        assert_eq!(encoded("https://g/a b/\u{fc}?x=\"{"), "https://g/a%20b/%C3%BC?x=%22%7B");
    }
}
