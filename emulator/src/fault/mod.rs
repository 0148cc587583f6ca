//! What can go wrong on demand, as users name it. What is then answered is in `answers`, and what is done to the bytes on
//! the wire in `http1`.

mod answers;
mod control;
mod plan;
mod retry_after;

use std::time::Duration;

use http::StatusCode;

pub(crate) use answers::{before, disturb, instead};
pub(crate) use plan::Faults;
pub use retry_after::RetryAfter;

/// Something that goes wrong with one request, for [`Emulator::fail_next`](crate::Emulator::fail_next),
/// [`Emulator::fail_when`](crate::Emulator::fail_when) and [`Builder::fail_some`](crate::Builder::fail_some).
///
/// Of each fault it matters whether the request was *done* before: whether what it writes is stored. So says
/// [`is_done`](Self::is_done).
///
/// A request in a [batch](crate#what-it-does) meets faults as one by itself does; it has no connection of its own, so that a
/// fault of the connection leaves its answer as it is, or is a 503 if it isn't done.
///
/// What is said of connections is so on a socket. In process there are none: as an
/// [`HttpClient`](graph_entity::HttpClient) the emulator then fails as a transport would, with a
/// [`TransportError`](graph_entity::TransportError), which each of these faults describes. [`Emulator::handle`] has no
/// error to give, and gives the answer as if it had arrived whole and in time.
///
/// [`Emulator::handle`]: crate::Emulator::handle
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// 429 with Graph's error object, `TooManyRequests`. Not done.
    Throttled(RetryAfter),
    /// 503 without a body. Not done.
    Unavailable(RetryAfter),
    /// 504 with `{"error": {"code": "UnknownError", "message": "", …}}`.
    GatewayTimeout {
        /// Whether the request was done all the same: the client can't tell.
        done: bool,
    },
    /// 502, whose body is a page of HTML. Not done.
    BadGateway,
    /// 401 with a `WWW-Authenticate`, as for a token that is no longer good. Not done.
    Unauthorized {
        /// The JSON of a claims challenge, `{"access_token": {"nbf": {"essential": true, "value": "1604106651"}}}`, which
        /// `WWW-Authenticate` has as Base64. `None`: it is no such challenge.
        claims: Option<String>,
    },
    /// 503 with an error object that is compressed, and says so, though nobody asked for it. Not done.
    GzipError,
    /// A redirect of this status to this `Location`, which may be anywhere. Not done. Text that no header can have is
    /// left out.
    Redirect {
        /// 301, 302, 303, 307, 308, or what else shall be tried.
        status: StatusCode,
        /// The `Location` as it is.
        location: String,
    },
    /// The connection is closed before a byte of the answer. In process: an error, [`Sent::Maybe`].
    ///
    /// If it isn't done, the log has the status 503, which nobody was told.
    ///
    /// [`Sent::Maybe`]: graph_entity::Sent::Maybe
    Dropped {
        /// Whether the request was done all the same: the client can't tell.
        done: bool,
    },
    /// Done. The connection is closed within the head of the answer. In process as [`Dropped`](Self::Dropped).
    CutHead,
    /// Done. The connection is closed after half of the body; within the head if there is none. In process as
    /// [`Dropped`](Self::Dropped).
    CutBody,
    /// Done. The answer is whole and doesn't say that the connection will close, which it then does: the next request on
    /// it gets lost. In process nothing is lost.
    ClosedAfter,
    /// Done. The answer, its head first, comes byte by byte, evenly over this time; several bytes at once if a millisecond
    /// has more than one. Then the connection goes on. In process it comes after this time, or times out at the deadline.
    Drip(Duration),
    /// Done. What is answered is no HTTP (but an alert of TLS), and the connection is closed. In process as
    /// [`Dropped`](Self::Dropped).
    Garbage,
    /// Done. `Content-Length` is more than the body has, and then the connection is closed. An answer that has no
    /// `Content-Length` is only followed by the close. In process as [`Dropped`](Self::Dropped).
    LengthTooLong,
    /// Done. `Content-Length` is half of what the body has, whose rest follows; then the connection is closed. An answer
    /// that has no `Content-Length` is only followed by the close. In process: half of the body.
    LengthTooShort,
    /// Done. The body is chunks of blanks without end, until the client closes or stops reading, or the server stops. In
    /// process: an error, too large.
    EndlessBody,
    /// Done. The body is cut in half, and its `Content-Length` is right.
    TruncatedJson,
    /// Done. The `@odata.nextLink` of a list is this text, whether or not there is a next page. What is no list stays as
    /// it is.
    NextLink(String),
    /// Done. The `@odata.nextLink` of a list is the URL that was just asked. What is no list stays as it is.
    LoopingNextLink,
    /// 410 with this code, as for a delta token that is too old, and this `Location`, if any. Not done.
    Gone {
        /// `resyncRequired`, `syncStateNotFound`, `resyncChangesApplyDifferences`, …
        code: &'static str,
        /// The `Location` as it is. Text that no header can have is left out.
        location: Option<String>,
    },
    /// Done. The `@odata.deltaLink` of a list is this text, and there is no `@odata.nextLink`. What is no list stays as it
    /// is.
    DeltaLink(String),
    /// Done. A list has both `@odata.nextLink` and `@odata.deltaLink`, each good in itself if there was one. What is no
    /// list stays as it is.
    BothLinks,
    /// Done. A list has neither `@odata.nextLink` nor `@odata.deltaLink`. What is no list stays as it is.
    NoLinks,
    /// The connection is closed after half of the request's body was read. In process as [`Dropped`](Self::Dropped).
    ///
    /// Not done; but of a part of an [upload](crate::Builder::upload_session) the half may be kept.
    CutRequest {
        /// Whether the half of the part is kept.
        kept: bool,
    },
    /// A part of an upload is answered as ever, but for its being missing still: the service has lost it. What is no part is
    /// done as ever.
    PartLost,
    /// The session of an upload is gone when the request arrives, which is a 404 then. What is at no session is done as ever.
    SessionExpired,
    /// Done. In place of the list of ranges that a session of an upload misses there is this JSON: `["26-"]`, `[]`, `null`.
    /// What is no JSON takes the list away. An answer without such a list stays as it is.
    Ranges(String),
    /// Done. The `status` of a long-running operation is this word. What has none stays as it is.
    OperationStatus(String),
    /// Done. `Location` and `Operation-Location` of a 202 are this text, where it has them. Text that no header can have takes
    /// them away.
    MonitorAt(String),
    /// Done. For a request in a batch: its answer is left out. By itself a request has its answer.
    MissingAnswer,
    /// Done. For a request in a batch: its answer has a `null` for its body. By itself a request has its answer.
    NullBody,
    /// Done. For a request in a batch: its answer is there twice. By itself a request has its answer.
    DuplicatedAnswer,
    /// Done. For a request in a batch: its answer has an id that nobody asked. By itself a request has its answer.
    MisnamedAnswer,
}

impl Fault {
    /// Whether a request that meets this is done nevertheless: what it writes is stored.
    pub fn is_done(&self) -> bool {
        match self {
            Self::GatewayTimeout { done } | Self::Dropped { done } => *done,
            Self::Throttled(_)
            | Self::Unavailable(_)
            | Self::BadGateway
            | Self::Unauthorized { .. }
            | Self::GzipError
            | Self::Gone { .. }
            | Self::Redirect { .. }
            | Self::CutRequest { .. } => false,
            _ => true,
        }
    }

    /// What every client of a service over a network meets sooner or later, for
    /// [`Builder::fail_some`](crate::Builder::fail_some): throttling, 502, 503 and 504, connections that are closed too
    /// early, and a slow answer.
    pub fn common() -> Vec<Self> {
        vec![
            Self::Throttled(RetryAfter::from("1")),
            Self::Throttled(RetryAfter::from("0.25")),
            Self::Throttled(RetryAfter::Missing),
            Self::Unavailable(RetryAfter::from("1")),
            Self::Unavailable(RetryAfter::Missing),
            Self::GatewayTimeout { done: false },
            Self::GatewayTimeout { done: true },
            Self::BadGateway,
            Self::Dropped { done: false },
            Self::Dropped { done: true },
            Self::CutBody,
            Self::ClosedAfter,
            Self::Drip(Duration::from_millis(500)),
        ]
    }
}
