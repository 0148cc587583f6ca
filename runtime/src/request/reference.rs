//! References: which entity a relationship is to, without the entity itself (`$ref`, W4).

use std::fmt;

use bytes::Bytes;
use http::Uri;

use super::item::Item;
use super::parts::root;
use super::path::Path;
use crate::client::error::UsageError;
use crate::entity::GraphEntity;

/// The last segment of what is done with a reference.
pub(super) const REF: &str = "$ref";

/// An entity that a relationship is to be to: what [`Collection::add_ref`](crate::Collection::add_ref) and
/// [`Item::set_ref`] take.
///
/// An [`Item`] is one, and so is the id of a directory object. The URL is made when the client is known.
#[derive(Clone)]
pub struct Reference(To);

#[derive(Clone)]
enum To {
    Path { path: Path, version: Option<&'static str> },
    Url(String),
}

impl Reference {
    /// A user, group, device or other directory object by its id.
    pub fn directory_object(id: impl fmt::Display) -> Self {
        Self(To::Path { path: Path::new("directoryObjects/{id}", &[&id]), version: None })
    }

    /// An entity by its absolute URL, as it is: such as the value of `@odata.id`.
    pub fn url(url: impl Into<String>) -> Self {
        Self(To::Url(url.into()))
    }

    /// `{"@odata.id":"https://…"}`
    pub(crate) fn body(&self, base_url: &str, client_version: &str) -> Result<Bytes, UsageError> {
        let url = match &self.0 {
            To::Path { path, version } => {
                let path = path.encoded.clone()?;
                root(base_url, version.unwrap_or(client_version), path.len()) + &path
            }
            To::Url(url) => {
                let absolute = url.parse::<Uri>().is_ok_and(|uri| uri.scheme().is_some());
                let plain = url.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"' && byte != b'\\');
                if !absolute || !plain {
                    return Err(UsageError::new("a reference is to an absolute URL"));
                }
                url.clone()
            }
        };
        // Neither a quote nor a backslash is in a URL.
        Ok(format!(r#"{{"@odata.id":"{url}"}}"#).into())
    }
}

impl<T: GraphEntity, P> From<Item<T, P>> for Reference {
    fn from(item: Item<T, P>) -> Self {
        let target = item.target.living::<T>();
        Self(To::Path { path: target.path, version: target.version })
    }
}

/// Without the id.
impl fmt::Debug for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let to = match &self.0 {
            To::Path { path, .. } => path.template.as_str(),
            To::Url(_) => "…",
        };
        f.debug_tuple("Reference").field(&to).finish()
    }
}
