//! The link to the next page, which can be kept.

use std::fmt;
use std::str::FromStr;

use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use super::link::{Kept, Link};
use super::page::{Page, decode};
use super::pages::{Items, ItemsBlocking, Pages, PagesBlocking};
use super::request::Request;
use super::version::AnyVersion;
use crate::client::GraphClient;
use crate::client::error::UsageError;
use crate::client::http_client::{Blocking, HttpClient};
use crate::client::link::Asked;
use crate::model::Value;

/// Where the next page of a collection is: the URL that the service told, which is sent as it is, and the headers that
/// the first request had and the next one needs again (`ConsistencyLevel`, `Prefer`).
///
/// It serialises, so that a job can stop and go on later, in another process. URL and these two headers are kept then;
/// other headers, the timeout and the [`Retry`](crate::Retry) of the first request go along in this process only.
/// ```
/// # use graph_entity::{Error, GraphClient, GraphEntity, HttpClient, NextLink, Page};
/// # #[derive(GraphEntity)]
/// # #[graph_entity(odata = "microsoft.graph.user", collection = "users")]
/// # struct User { id: String }
/// fn save(page: &Page<User>) -> Result<String, serde_json::Error> {
///     serde_json::to_string(&page.next_link())
/// }
///
/// async fn go_on<H: HttpClient>(saved: &str, client: &GraphClient<H>) -> Result<(), Box<dyn std::error::Error>> {
///     let link: Option<NextLink<User>> = serde_json::from_str(saved)?;
///     if let Some(link) = link {
///         let mut users = link.stream(client);
///         while let Some(user) = users.next().await {
///             println!("{}", user?.id);
///         }
///     }
///     Ok(())
/// }
/// ```
///
/// **It is a secret**, as a token is: `$skiptoken` may hold data. `Debug` shows nothing of it. A client sends it to its
/// own origin only; one that leads elsewhere is [`Error::Link`](crate::Error::Link), and nothing is sent.
pub struct NextLink<T>(Link<Page<T>>);

impl<T> NextLink<T> {
    /// The link `url` in the answer to what was asked.
    pub(super) fn after(asked: &Asked<'_>, url: &str) -> Self
    where
        T: Value,
    {
        Self(Link::after(asked.parts, asked.link(url), decode))
    }

    pub(super) fn url(&self) -> &str {
        self.0.url()
    }

    /// The request of that page.
    pub fn request(self) -> Request<Page<T>, AnyVersion> {
        self.0.into_request()
    }

    /// The entities of that page and all after it, as a stream.
    pub fn stream<H: HttpClient>(self, client: &GraphClient<H>) -> Items<T, H> {
        Items::new(self.pages(client))
    }

    /// That page and all after it, as a stream.
    pub fn pages<H: HttpClient>(self, client: &GraphClient<H>) -> Pages<T, H> {
        Pages::new(Ok(self.request()), client)
    }

    /// The entities of that page and all after it, over a transport that blocks.
    pub fn iter<H: Blocking>(self, client: &GraphClient<H>) -> ItemsBlocking<T, H> {
        ItemsBlocking::new(self.stream(client))
    }

    /// That page and all after it, over a transport that blocks.
    pub fn iter_pages<H: Blocking>(self, client: &GraphClient<H>) -> PagesBlocking<T, H> {
        PagesBlocking::new(self.pages(client))
    }
}

impl<T> Clone for NextLink<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

/// By URL.
impl<T> PartialEq for NextLink<T> {
    fn eq(&self, other: &Self) -> bool {
        self.url() == other.url()
    }
}

impl<T> Eq for NextLink<T> {}

impl<T> fmt::Debug for NextLink<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NextLink").field("path_template", &self.0.template).finish_non_exhaustive()
    }
}

/// An object: `url`, `template`, and the headers by their names.
impl<T> Serialize for NextLink<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(None, serializer)
    }
}

/// Fails for what is no `https` URL, but for one of this machine.
impl<'de, T: Value> Deserialize<'de> for NextLink<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(Link::kept(Kept::deserialize(deserializer)?, decode)))
    }
}

/// A link that came as a text, such as an annotation `members@odata.nextLink`, which says that an expanded relationship has
/// more. It has no headers to send again. Fails for what is no `https` URL, but for one of this machine.
impl<T: Value> FromStr for NextLink<T> {
    type Err = UsageError;

    fn from_str(url: &str) -> Result<Self, UsageError> {
        Link::of_text(url, decode).map(Self)
    }
}
