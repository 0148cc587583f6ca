//! An upload in parts, before it is sent.

use std::fmt;
use std::time::Duration;

use super::progress::UploadProgress;
use super::session::UploadSession;
use super::source::AnySource;
use super::work::{Settings, Work};
use crate::client::GraphClient;
use crate::client::error::{Error, UsageError};
use crate::client::http_client::{Blocking, HttpClient};
use crate::client::retry::Retry;
use crate::client::send::ready_or;
use crate::request::request::Decode;
use crate::request::response::Response;

/// What the length of each part but the last has to be a multiple of: 320 KiB (W8).
const UNIT: u64 = 327_680;
/// Longer parts are refused (W8).
const TOO_LONG: u64 = 60 * 1024 * 1024;
/// 3.1 MiB: Outlook takes less than 4 MB.
const DEFAULT: u64 = 10 * UNIT;

/// An upload in parts, one after another. See [`UploadSession::upload`].
///
/// After each part it goes on where the service says. A part that did not arrive is sent once more, by the client's [`Retry`]
/// or [its own](Self::retry), and after the service was asked what is missing: after a connection that broke, and after 408,
/// 429, 500, 502, 503, 504 and 509, when a wait is over. What counts are failures one after another: a part that arrives
/// makes up for those before it. A part has the client's timeout, or [its own](Self::timeout).
///
/// **Dropping the future stops it** and leaves the session as it is: another upload of the session goes on there.
/// [`UploadSession::cancel`] throws it away.
///
/// A part is not held in memory, unless the source does or the transport has no [streaming](HttpClient::send_streaming).
#[must_use = "an upload does nothing until it is sent"]
pub struct LargeUpload<'a, T> {
    session: UploadSession,
    source: Box<dyn AnySource + 'a>,
    settings: Settings<'a>,
    answer: Answer<T>,
}

/// How the answer to the last part is read, and what it means if it is empty.
pub(super) type Answer<T> = (Decode<T>, fn() -> Option<T>);

impl<'a, T> LargeUpload<'a, T> {
    pub(super) fn new(session: UploadSession, source: Box<dyn AnySource + 'a>, answer: Answer<T>) -> Self {
        let settings = Settings { chunk_size: DEFAULT, timeout: None, retry: None, on_progress: None };
        Self { session, source, settings, answer }
    }

    /// How long each part but the last is, in bytes: a multiple of 327,680 (320 KiB), less than 60 MiB; 3,276,800 by default.
    /// Longer ones are faster where the way is long. Outlook takes less than 4 MB, printers less than 10 MB. Another size is
    /// [`Error::Usage`] when it is sent.
    pub fn chunk_size(mut self, bytes: u64) -> Self {
        self.settings.chunk_size = bytes;
        self
    }

    /// Calls `hook` when the service has said how much it has: after each part that is news, and at
    /// first where an upload goes on.
    pub fn on_progress(mut self, hook: impl FnMut(UploadProgress) + Send + 'a) -> Self {
        self.settings.on_progress = Some(Box::new(hook));
        self
    }

    /// Sets how long each part may take, in place of the client's own timeout.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = Some(timeout);
        self
    }

    /// Sets when and how often a part is sent once more, in place of the client's own policy. Its
    /// [`deadline`](Retry::deadline) is for one part, with all its repetitions.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.settings.retry = Some(retry);
        self
    }

    /// Sends the parts, and returns what the service answers to the last.
    ///
    /// A success without content is [`Error::NoContent`] here, unless `T` is `()`; [`Self::send_response`] takes it for what
    /// it is.
    pub async fn send<H: HttpClient>(self, client: &GraphClient<H>) -> Result<T, Error> {
        let (status, headers, value) = self.send_response(client).await?.into_parts();
        value.ok_or_else(|| Error::NoContent(Box::new(Response::new(status, headers, ()))))
    }

    /// Sends the parts over a transport that blocks. See [`Self::send`].
    pub fn send_blocking<H: Blocking>(self, client: &GraphClient<H>) -> Result<T, Error> {
        ready_or(self.send(&client.blocking()), waiting)
    }

    /// Sends the parts, and returns the whole response to the last: its status, its headers
    /// ([`Location`](Response::location)), and the value if there is content.
    ///
    /// Where the commit is deferred, it has none: [`UploadSession::commit`] comes next.
    pub async fn send_response<H: HttpClient>(self, client: &GraphClient<H>) -> Result<Response<Option<T>>, Error> {
        let Self { session, source, settings, answer } = self;
        check(settings.chunk_size, source.length())?;
        Work::new(client, &session, source, settings).run(answer).await
    }

    /// [`Self::send_response`] over a transport that blocks.
    pub fn send_response_blocking<H: Blocking>(self, client: &GraphClient<H>) -> Result<Response<Option<T>>, Error> {
        ready_or(self.send_response(&client.blocking()), waiting)
    }
}

fn waiting() -> Error {
    UsageError::new("a blocking call can't wait: the source of the upload is async").into()
}

fn check(chunk_size: u64, length: u64) -> Result<(), UsageError> {
    if chunk_size == 0 || !chunk_size.is_multiple_of(UNIT) || chunk_size >= TOO_LONG {
        return Err(UsageError::new(format!(
            "{chunk_size} bytes are no size of a part: it is a multiple of {UNIT}, and less than {TOO_LONG}"
        )));
    }
    if length == 0 {
        return Err(UsageError::new("there is no part of nothing: an empty file is written by `Media::put`"));
    }
    Ok(())
}

impl<T> fmt::Debug for LargeUpload<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LargeUpload")
            .field("session", &self.session)
            .field("chunk_size", &self.settings.chunk_size)
            .finish_non_exhaustive()
    }
}
