//! The session of an upload: a URL that is a secret, and what can be done there.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use bytes::Bytes;
use http::{HeaderMap, Method};
use serde_core::de::{Error as _, IgnoredAny, MapAccess, Visitor};
use serde_core::ser::SerializeMap;
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value as Json;

use super::create::CreateUploadSession;
use super::large::LargeUpload;
use super::ranges::{MissingRange, Told, member};
use super::source::UploadSource;
use crate::__private::fits::Edm;
use crate::client::error::UsageError;
use crate::client::link::Asked;
use crate::edm::DateTimeOffset;
use crate::json;
use crate::request::link::check;
use crate::request::operation::Returned;
use crate::request::parts::{Access, Parts};
use crate::request::request::Request;
use crate::request::version::AnyVersion;

/// What stands for the URL in traces.
const TEMPLATE: &str = "{uploadUrl}";

/// The session of an upload that is too large for one exchange: where its parts go (W8).
///
/// [`create`](Self::create) asks for one of a file in a drive. Of anything else (an attachment of Outlook, a document to
/// print) it is what the action returns: `#[graph_operation(action = "createUploadSession", returns = UploadSession)]`.
/// ```
/// # use graph_entity::upload::UploadFile;
/// # use graph_entity::{Error, GraphClient, GraphEntity, HttpClient, UploadSession};
/// #[derive(GraphEntity)]
/// #[graph_entity(odata = "microsoft.graph.driveItem")]
/// struct DriveItem {
///     #[graph(key, read_only)]
///     id: String,
///     size: Option<i64>,
/// }
///
/// async fn save<H: HttpClient>(client: &GraphClient<H>) -> Result<DriveItem, Box<dyn std::error::Error>> {
///     let session = UploadSession::create("me/drive/root:/{path}:/createUploadSession", &[&"images/big.iso"])
///         .send(client)
///         .await?;
///     std::fs::write("session.json", serde_json::to_string(&session)?)?; // a secret
///     let item = session.upload(UploadFile::open("big.iso")?).send(client).await?;
///     Ok(item)
/// }
///
/// // In another process.
/// async fn go_on<H: HttpClient>(client: &GraphClient<H>) -> Result<DriveItem, Box<dyn std::error::Error>> {
///     let session: UploadSession = serde_json::from_str(&std::fs::read_to_string("session.json")?)?;
///     let upload = session.upload(UploadFile::open("big.iso")?);
///     Ok(upload.on_progress(|progress| println!("{}", progress.received())).send(client).await?)
/// }
/// ```
///
/// **It is a secret**, as a token is: its URL is all that it takes to write there. `Debug` shows nothing of it; the stored
/// form (serde) holds it, with the members that the service's own answer has, `uploadUrl` and `expirationDateTime`, and reads
/// that too. A client sends neither its token nor an id there, over TLS only (but to this machine, where its base URL is
/// there), and a part follows no redirect.
#[derive(Clone)]
pub struct UploadSession {
    url: String,
    expires: Option<DateTimeOffset>,
    /// Whether the service was asked to make the item only when it is told to.
    deferred: bool,
    /// Whether an upload has begun, or may have: then the service is asked where to go on.
    begun: Arc<AtomicBool>,
}

impl UploadSession {
    /// A builder of the request that asks for a session of a file in a drive, at the path of the action:
    /// `me/drive/root:/{path}:/createUploadSession`, `drives/{id}/items/{id}/createUploadSession`. See
    /// [`Media::at`](crate::Media::at) for the ids.
    pub fn create(template: &str, ids: &[&dyn fmt::Display]) -> CreateUploadSession {
        CreateUploadSession::new(template, ids)
    }

    /// The upload of all bytes of `source`, or of what is missing. What the service answers at its end is read as a `T`: the
    /// entity; or `()`, where there is none to be read (Outlook tells a `Location`) or it is of no interest.
    ///
    /// The first upload of a session that was just created begins at its start; any other one asks first what is missing.
    pub fn upload<'a, T: Returned>(&self, source: impl UploadSource + 'a) -> LargeUpload<'a, T> {
        LargeUpload::new(self.clone(), Box::new(source), (T::read, T::nothing))
    }

    /// A request that reads what is missing, and until when the session is good.
    pub fn status(&self) -> Request<UploadStatus, AnyVersion> {
        let decode = |_: &Asked<'_>, body: &Bytes| UploadStatus::read(body);
        Request::new(self.parts(Method::GET), decode, || Some(UploadStatus::default()))
    }

    /// A request that ends the session and throws away what was sent. What was completed stays.
    pub fn cancel(&self) -> Request<(), AnyVersion> {
        Request::new(self.parts(Method::DELETE), |_, _| Ok(()), || Some(()))
    }

    /// A request that makes the item, once all bytes are there, where that was put off by
    /// [`defer_commit`](CreateUploadSession::defer_commit).
    pub fn commit<T: Returned>(&self) -> Request<T, AnyVersion> {
        Request::new(self.parts(Method::POST), T::read, T::nothing)
    }

    /// Until when the session is good, as the service said when it was created; parts that arrive may prolong it.
    pub fn expires(&self) -> Option<DateTimeOffset> {
        self.expires
    }

    /// Whether the item is made by [`commit`](Self::commit) only.
    pub fn is_deferred(&self) -> bool {
        self.deferred
    }

    pub(super) fn parts(&self, method: Method) -> Parts {
        let mut parts = Parts::to_link(method, self.url.clone(), TEMPLATE.into(), HeaderMap::new());
        parts.access = Access::Anonymous;
        parts
    }

    /// Notes that an upload begins; `true` if one has begun before.
    pub(super) fn begin(&self) -> bool {
        self.begun.swap(true, Ordering::Relaxed)
    }
}

/// What an action that creates a session returns.
#[diagnostic::do_not_recommend]
impl Returned for UploadSession {
    const EDM: Edm = Edm::Structured { name: "microsoft.graph.uploadSession", bases: None };

    fn read(asked: &Asked<'_>, body: &Bytes) -> Result<Self, json::Error> {
        let told = Told::read(body).unwrap_or_default();
        let wrong = || json::Error::expected("an upload session: an object with `uploadUrl`");
        let url = told.url.ok_or_else(wrong)?;
        // A service may have a session of the same file, and answer with that.
        let begun =
            told.missing.as_deref().is_some_and(|missing| missing.first().is_none_or(|first| first.start() > 0));
        Ok(Self {
            url: asked.link(&url),
            expires: told.expires,
            deferred: defers(&asked.parts.body),
            begun: Arc::new(AtomicBool::new(begun)),
        })
    }

    fn nothing() -> Option<Self> {
        None
    }
}

/// Whether the body of a request asks to defer the commit.
fn defers(body: &[u8]) -> bool {
    let Some(members) = json::object(body) else { return false };
    member(&members, "deferCommit") == Some(&Json::Bool(true))
}

/// What a service says of an upload that has begun.
#[derive(Debug, Clone, Default)]
pub struct UploadStatus {
    expires: Option<DateTimeOffset>,
    missing: Option<Vec<MissingRange>>,
}

impl UploadStatus {
    fn read(body: &[u8]) -> Result<Self, json::Error> {
        let told = Told::read(body).ok_or_else(|| json::Error::expected("the status of an upload: an object"))?;
        Ok(Self { expires: told.expires, missing: told.missing })
    }

    /// Until when the session is good.
    pub fn expires(&self) -> Option<DateTimeOffset> {
        self.expires
    }

    /// What is missing, by its start. A service need not tell all of it: it is the first of these that counts. Empty if
    /// nothing is missing; `None` if the service tells nothing that can be read.
    pub fn missing(&self) -> Option<&[MissingRange]> {
        self.missing.as_deref()
    }
}

/// The URL of a session that is known from elsewhere: from another client, or an `uploadUrl` that was read as a property.
/// Fails for what is no `https` URL, but for one of this machine.
impl FromStr for UploadSession {
    type Err = UsageError;

    fn from_str(url: &str) -> Result<Self, UsageError> {
        check(url)?;
        Ok(Self { url: url.to_owned(), expires: None, deferred: false, begun: Arc::new(AtomicBool::new(true)) })
    }
}

/// By URL.
impl PartialEq for UploadSession {
    fn eq(&self, other: &Self) -> bool {
        self.url == other.url
    }
}

impl Eq for UploadSession {}

impl fmt::Debug for UploadSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UploadSession")
            .field("expires", &self.expires)
            .field("deferred", &self.deferred)
            .finish_non_exhaustive()
    }
}

/// An object, with the members that the service has for it, and `deferCommit` where that was asked for.
impl Serialize for UploadSession {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("uploadUrl", &self.url)?;
        if let Some(expires) = self.expires {
            map.serialize_entry("expirationDateTime", &expires.to_string())?;
        }
        if self.deferred {
            map.serialize_entry("deferCommit", &true)?;
        }
        map.end()
    }
}

/// Fails for what is no `https` URL, but for one of this machine.
impl<'de> Deserialize<'de> for UploadSession {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(SessionVisitor)
    }
}

struct SessionVisitor;

impl<'de> Visitor<'de> for SessionVisitor {
    type Value = UploadSession;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an upload session")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<UploadSession, A::Error> {
        let (mut url, mut expires, mut deferred) = (None, None, false);
        while let Some(name) = map.next_key::<String>()? {
            match name.to_ascii_lowercase().as_str() {
                "uploadurl" => url = Some(map.next_value::<String>()?),
                // When it ends is no reason to lose it.
                "expirationdatetime" => {
                    expires = map.next_value::<Option<String>>()?.and_then(|text| text.parse().ok());
                }
                "defercommit" => deferred = map.next_value()?,
                _ => _ = map.next_value::<IgnoredAny>()?,
            }
        }
        let url = url.ok_or_else(|| A::Error::missing_field("uploadUrl"))?;
        let session: UploadSession = url.parse().map_err(A::Error::custom)?;
        Ok(UploadSession { expires, deferred, ..session })
    }
}
