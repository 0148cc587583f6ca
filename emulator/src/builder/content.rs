//! What is declared besides collections of stored items.

use bytes::Bytes;
use http::{Method, Response};
use serde_json::Value;

use super::{Builder, spot};
use crate::declared::Kind;
use crate::monitor::LongRunning;
use crate::operation::OperationCall;
use crate::path;
use crate::setup::Declaration;
use crate::store::Content;
use crate::upload::UploadStyle;

/// Other things than collections.
impl Builder {
    /// Declares a collection of `count` items that can't be changed. `item` makes the one of an index when it is asked
    /// for, so that a million of them cost nothing. An item without an `id` has its index as one; an `id` that ends in the
    /// index is found without a search.
    pub fn generated(
        self,
        version: impl Into<String>,
        template: impl Into<String>,
        count: usize,
        item: impl Fn(usize) -> Value + Send + Sync + 'static,
    ) -> Self {
        self.declare(version, template, Declaration::Kind(Kind::Generated(count, Box::new(item))))
    }

    /// Declares a single item without a key, such as `me` or `users/{id}/mailboxSettings`, and what it is before anyone
    /// changes it.
    pub fn singleton(mut self, version: impl Into<String>, template: impl Into<String>, item: Value) -> Self {
        self.singletons.push((spot(version, template), item));
        self
    }

    /// Lets paths that start with `template`, `me`, mean what those that start with `path` do, `users/u1`.
    pub fn alias(self, version: impl Into<String>, template: impl Into<String>, path: impl Into<String>) -> Self {
        let path = path.into();
        let segments = path::segments(path.strip_prefix('/').unwrap_or(&path)).unwrap_or_default();
        self.declare(version, template, Declaration::Kind(Kind::Alias(segments)))
    }

    /// Declares a media resource, `users/{id}/photo`: its bytes are at `photo/$value`.
    pub fn media(self, version: impl Into<String>, template: impl Into<String>) -> Self {
        self.declare(version, template, Declaration::Kind(Kind::Media))
    }

    /// Declares a stream, `applications/{id}/logo`, which is bytes itself.
    pub fn stream(self, version: impl Into<String>, template: impl Into<String>) -> Self {
        self.declare(version, template, Declaration::Kind(Kind::Stream))
    }

    /// Stores the bytes of the media resource or stream at `path`, which has keys in place of parameters.
    pub fn content(
        mut self,
        version: impl Into<String>,
        path: impl Into<String>,
        media_type: impl Into<String>,
        bytes: impl Into<Bytes>,
    ) -> Self {
        self.seeds.contents.push((spot(version, path), media_type.into(), bytes.into()));
        self
    }

    /// Gives the file at `path` of the emulator's host, such as `/files/1`, to whoever asks: this is where a pre-signed URL
    /// leads. A request with a token is a 401 there.
    pub fn download(mut self, path: impl Into<String>, media_type: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        let content = Content { media_type: media_type.into(), bytes: bytes.into(), version: 0 };
        self.downloads.insert(path.into(), content);
        self
    }

    /// A `GET` there is a 302 to `location`, as downloads of files are. A location that starts with a slash is on the
    /// emulator's own host: see [`download`](Self::download).
    pub fn redirect(
        self,
        version: impl Into<String>,
        template: impl Into<String>,
        location: impl Into<String>,
    ) -> Self {
        self.declare(version, template, Declaration::Kind(Kind::Redirect(location.into())))
    }

    /// Lets files be uploaded in parts: a `POST` to `template` creates a session, whose URL is on the emulator's host and takes
    /// no token (one is a 401). The template ends in `createUploadSession`; a `{path}:` in it stands for a path with slashes,
    /// as in `me/drive/root:/{path}:/createUploadSession`. [`Emulator::uploads`](crate::Emulator::uploads) has what came of it.
    ///
    /// `item` in the body may have a `name` and a `@microsoft.graph.conflictBehavior`; `deferCommit` is kept.
    pub fn upload_session(
        mut self,
        version: impl Into<String>,
        template: impl Into<String>,
        style: UploadStyle,
    ) -> Self {
        self.uploads.push((spot(version, template), style));
        self
    }

    /// What is uploaded in parts is counted and summed up, and not kept, neither in the log: a file of a gigabyte takes no
    /// memory.
    pub fn discard_uploads(mut self) -> Self {
        self.keeps_uploads = false;
        self
    }

    /// Declares an action (`POST`, `users/{id}/sendMail`) or a function (`GET`, `users/{id}/reminderView`), which
    /// `handler` answers. It is called by its name or by its qualified name, with or without parentheses.
    ///
    /// The handler may use the emulator; headers that every answer has are added to its response.
    ///
    /// ```
    /// use bytes::Bytes;
    /// use graph_entity_emulator::Emulator;
    /// use http::{Method, Response};
    ///
    /// let emulator = Emulator::builder()
    ///     .operation(Method::GET, "v1.0", "users/{id}/doubled", |call| {
    ///         let doubled = call.args["number"].as_i64().unwrap_or(0) * 2;
    ///         Response::new(Bytes::from(format!(r#"{{"value":{doubled}}}"#)))
    ///     })
    ///     .build();
    /// let request = http::Request::get("/v1.0/users/u1/microsoft.graph.doubled(number=@n)?@n=21");
    /// let response = emulator.handle(&request.header("Authorization", "Bearer t").body(Bytes::new())?);
    /// assert_eq!(response.body(), r#"{"value":42}"#);
    /// # Ok::<(), http::Error>(())
    /// ```
    pub fn operation(
        mut self,
        method: Method,
        version: impl Into<String>,
        template: impl Into<String>,
        handler: impl Fn(&OperationCall) -> Response<Bytes> + Send + Sync + 'static,
    ) -> Self {
        self.operations.push((method, spot(version, template), Box::new(handler)));
        self
    }

    /// Lets a request that creates (`POST`, `teams`) or calls an action (`POST`, `drive/items/{id}/copy`) be done for longer
    /// than it is answered: what the collection or the handler answers with is kept back, and told when the operation is
    /// over. Until then a `GET` of what it makes is a 404. What is refused is refused at once.
    pub fn long_running(
        mut self,
        method: Method,
        version: impl Into<String>,
        template: impl Into<String>,
        how: LongRunning,
    ) -> Self {
        self.long_running.push((method, spot(version, template), how));
        self
    }
}
