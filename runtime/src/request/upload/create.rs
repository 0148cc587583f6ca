//! The request of a session for a file in a drive.

use std::fmt::{self, Display, Write as _};

use http::Method;
use http::header::IF_MATCH;
use serde_json::{Map, Value as Json};

use super::session::UploadSession;
use crate::client::GraphClient;
use crate::client::error::Error;
use crate::client::http_client::{Blocking, HttpClient};
use crate::request::operation::Returned;
use crate::request::path::Path;
use crate::request::request::Request;
use crate::request::target::Target;

/// What happens where there is an item of the same name (`@microsoft.graph.conflictBehavior`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConflictBehavior {
    /// The upload fails at its end.
    Fail,
    /// The item becomes a new version of it. The service's default where the path or the id is that of a file.
    Replace,
    /// The item gets another name.
    Rename,
}

impl ConflictBehavior {
    fn as_str(self) -> &'static str {
        match self {
            Self::Fail => "fail",
            Self::Replace => "replace",
            Self::Rename => "rename",
        }
    }
}

/// A builder of the request that asks for an [`UploadSession`] of a file in a drive (`driveItem: createUploadSession`).
///
/// What is not set is not sent. A service that has no room for the [`file_size`](Self::file_size) says so at once (507).
/// ```
/// use graph_entity::upload::ConflictBehavior;
/// use graph_entity::UploadSession;
///
/// let request = UploadSession::create("me/drive/root:/{path}:/createUploadSession", &[&"a b/big.iso"])
///     .conflict_behavior(ConflictBehavior::Rename)
///     .name("big.iso")
///     .request();
/// assert_eq!(request.path(), "me/drive/root:/a%20b/big.iso:/createUploadSession");
/// assert_eq!(
///     request.body(),
///     r##"{"item":{"@odata.type":"#microsoft.graph.driveItemUploadableProperties","@microsoft.graph.conflictBehavior":"rename","name":"big.iso"}}"##,
/// );
/// ```
#[must_use = "a request does nothing until it is sent"]
pub struct CreateUploadSession {
    target: Target,
    item: Map<String, Json>,
    deferred: bool,
}

impl CreateUploadSession {
    pub(super) fn new(template: &str, ids: &[&dyn Display]) -> Self {
        Self { target: Target::new(Path::new(template, ids)), item: Map::new(), deferred: false }
    }

    /// What happens where there is an item of the same name.
    pub fn conflict_behavior(self, behavior: ConflictBehavior) -> Self {
        self.property("@microsoft.graph.conflictBehavior", behavior.as_str())
    }

    /// The name of the file, if it is not that of the path.
    pub fn name(self, name: &str) -> Self {
        self.property("name", name)
    }

    /// How many bytes there will be: a service that has no room for them says so at once.
    pub fn file_size(self, bytes: u64) -> Self {
        self.property("fileSize", bytes)
    }

    /// Any property of the item (`driveItemUploadableProperties`): `description`, `fileSystemInfo`, `mediaSource`.
    pub fn property(mut self, name: &str, value: impl Into<Json>) -> Self {
        self.item.insert(name.to_owned(), value.into());
        self
    }

    /// The item is made not with the last byte, but by [`UploadSession::commit`].
    pub fn defer_commit(mut self) -> Self {
        self.deferred = true;
        self
    }

    /// Makes a session only if the file still has this etag (`If-Match`).
    pub fn if_match(mut self, etag: impl AsRef<str>) -> Self {
        self.target.condition(IF_MATCH, etag.as_ref());
        self
    }

    /// The request.
    pub fn request(self) -> Request<UploadSession> {
        let mut body = String::from("{");
        if !self.item.is_empty() {
            // Its type first, as the documents have it; the rest in the order of names.
            body.push_str(r##""item":{"@odata.type":"#microsoft.graph.driveItemUploadableProperties""##);
            for (name, value) in &self.item {
                // Writing into a `String` doesn't fail.
                _ = write!(body, ",{}:{value}", Json::from(name.as_str()));
            }
            body.push('}');
        }
        if self.deferred {
            body.push_str(if self.item.is_empty() { r#""deferCommit":true"# } else { r#","deferCommit":true"# });
        }
        body.push('}');
        self.target.request(Method::POST, UploadSession::read, UploadSession::nothing).with_json(body.into())
    }

    /// Sends the request.
    pub async fn send<H: HttpClient>(self, client: &GraphClient<H>) -> Result<UploadSession, Error> {
        self.request().send(client).await
    }

    /// Sends the request over a transport that blocks.
    pub fn send_blocking<H: Blocking>(self, client: &GraphClient<H>) -> Result<UploadSession, Error> {
        self.request().send_blocking(client)
    }
}

/// Without ids and values.
impl fmt::Debug for CreateUploadSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CreateUploadSession").field(&self.target.path.template).finish()
    }
}
