//! Where the bytes of an upload come from.

use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::ops::Range;
use std::pin::Pin;

use bytes::Bytes;

use crate::client::byte_stream::ByteStream;

/// The bytes of an upload, a part at a time: a [`Bytes`], an [`UploadFile`](crate::upload::UploadFile), an
/// [`UploadStream`](crate::upload::UploadStream), or one of your own.
///
/// Parts are asked for one after another, mostly in order: the same once more where it did not arrive, one before it where
/// the service has lost some, one further on where the upload was begun before. For a call that blocks, the future has to be
/// ready at once, and so has the stream.
/// ```
/// use std::ops::Range;
///
/// use graph_entity::upload::{SourceError, UploadSource};
/// use graph_entity::ByteStream;
///
/// /// As many bytes as one likes.
/// struct Zeros(u64);
///
/// impl UploadSource for Zeros {
///     fn length(&self) -> u64 {
///         self.0
///     }
///
///     async fn part(&mut self, range: Range<u64>) -> Result<ByteStream, SourceError> {
///         Ok(ByteStream::from_reader(std::io::repeat(0), range.end - range.start))
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no source of an upload",
    label = "not an `UploadSource`",
    note = "a file is one by `UploadFile::open(path)?`, a stream by `UploadStream::new(stream, length)`, bytes as a `Bytes`"
)]
pub trait UploadSource: Send {
    /// How many bytes there are in all. It does not change.
    fn length(&self) -> u64;

    /// These bytes, all of them and no more. The stream is gone before the next part is asked for, but for a transport that
    /// still reads of one whose exchange is over: what it reads there must not disturb the next.
    fn part(&mut self, range: Range<u64>) -> impl Future<Output = Result<ByteStream, SourceError>> + Send;
}

/// Any source: one box for each part.
pub(super) trait AnySource: Send {
    fn length(&self) -> u64;
    fn part(&mut self, range: Range<u64>) -> PartFuture<'_>;
}

pub(super) type PartFuture<'a> = Pin<Box<dyn Future<Output = Result<ByteStream, SourceError>> + Send + 'a>>;

impl<S: UploadSource> AnySource for S {
    fn length(&self) -> u64 {
        UploadSource::length(self)
    }

    fn part(&mut self, range: Range<u64>) -> PartFuture<'_> {
        Box::pin(UploadSource::part(self, range))
    }
}

impl UploadSource for Bytes {
    fn length(&self) -> u64 {
        u64::try_from(self.len()).unwrap_or(u64::MAX)
    }

    async fn part(&mut self, range: Range<u64>) -> Result<ByteStream, SourceError> {
        let index = |at| usize::try_from(at).unwrap_or(usize::MAX).min(self.len());
        Ok(self.slice(index(range.start)..index(range.end)).into())
    }
}

impl<S: UploadSource> UploadSource for &mut S {
    fn length(&self) -> u64 {
        (**self).length()
    }

    fn part(&mut self, range: Range<u64>) -> impl Future<Output = Result<ByteStream, SourceError>> + Send {
        (**self).part(range)
    }
}

/// A source can't give its bytes.
#[derive(Debug)]
pub struct SourceError(pub(super) Problem);

#[derive(Debug)]
pub(super) enum Problem {
    Failed(Box<dyn StdError + Send + Sync>),
    Changed,
    Passed,
}

impl SourceError {
    /// It failed, for this reason.
    pub fn new(cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self(Problem::Failed(cause.into()))
    }

    /// It is not what it was when the upload began: longer, shorter, written to.
    pub fn changed() -> Self {
        Self(Problem::Changed)
    }

    /// It can't go back to these bytes, which have passed.
    pub fn passed() -> Self {
        Self(Problem::Passed)
    }
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Problem::Failed(_) => "the source can't be read",
            Problem::Changed => "the source has changed since the upload began",
            Problem::Passed => "the source can't go back to what has passed",
        })
    }
}

impl StdError for SourceError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.0 {
            Problem::Failed(cause) => Some(&**cause),
            Problem::Changed | Problem::Passed => None,
        }
    }
}
