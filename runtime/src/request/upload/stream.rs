//! A stream as the source of an upload: it can't go back.

use std::collections::VecDeque;
use std::ops::Range;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::source::{SourceError, UploadSource};
use crate::client::byte_stream::ByteStream;
use crate::client::http_client::TransportError;

/// A stream of a known length. The part at hand is kept, so that it can be sent once more; where the service wants what was
/// before it, the upload ends in [`SourcePassed`](crate::upload::UploadErrorKind::SourcePassed).
///
/// An upload that was begun before goes on with a stream from the start, of which is skipped what the service has.
/// ```
/// use graph_entity::upload::UploadStream;
/// use graph_entity::ByteStream;
///
/// let source = UploadStream::new(ByteStream::from_reader(std::io::repeat(7), 1 << 30), 1 << 30);
/// # let _ = source;
/// ```
#[derive(Debug)]
pub struct UploadStream {
    stream: ByteStream,
    length: u64,
    /// What was taken of the stream last, in order, and where the first of it is.
    kept: VecDeque<Bytes>,
    start: u64,
    end: u64,
}

impl UploadStream {
    /// The bytes of `stream`, which are as many as `length` says.
    pub fn new(stream: impl Into<ByteStream>, length: u64) -> Self {
        let stream = stream.into().with_length(length);
        Self { stream, length, kept: VecDeque::new(), start: 0, end: 0 }
    }

    /// Forgets what is before `at`.
    fn drop_until(&mut self, at: u64) {
        while self.start < at
            && let Some(first) = self.kept.front_mut()
        {
            let size = size(first);
            let over = (at - self.start).min(size);
            if over == size {
                self.kept.pop_front();
            } else {
                drop(first.split_to(index(over)));
            }
            self.start += over;
        }
        if self.kept.is_empty() {
            self.start = self.end;
        }
    }
}

impl UploadSource for UploadStream {
    fn length(&self) -> u64 {
        self.length
    }

    async fn part(&mut self, range: Range<u64>) -> Result<ByteStream, SourceError> {
        if range.start < self.start {
            return Err(SourceError::passed());
        }
        self.drop_until(range.start);
        while self.end < range.end {
            let chunk = self.stream.next().await.transpose().map_err(SourceError::new)?;
            let chunk = chunk.ok_or_else(SourceError::changed)?;
            self.end += size(&chunk);
            self.kept.push_back(chunk);
            self.drop_until(range.start);
        }
        let part = Chunks { chunks: self.kept.clone(), left: range.end - range.start };
        Ok(ByteStream::new(part).with_length(range.end - range.start))
    }
}

/// The first bytes of some chunks.
struct Chunks {
    chunks: VecDeque<Bytes>,
    left: u64,
}

impl Stream for Chunks {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(mut chunk) = self.chunks.pop_front().filter(|_| self.left > 0) else { return Poll::Ready(None) };
        chunk.truncate(index(self.left));
        self.left -= size(&chunk);
        Poll::Ready(Some(Ok(chunk)))
    }
}

fn index(at: u64) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

fn size(chunk: &Bytes) -> u64 {
    u64::try_from(chunk.len()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;

    use bytes::Bytes;

    use super::{Chunks, UploadStream};
    use crate::client::byte_stream::ByteStream;
    use crate::client::send::ready;
    use crate::request::upload::source::UploadSource;
    use crate::{Error, UsageError};

    const LENGTH: u64 = 5000;

    fn bytes() -> Vec<u8> {
        (0..LENGTH).map(|at| u8::try_from(at % 251).unwrap_or_default()).collect()
    }

    /// In chunks of chance.
    fn stream(rng: &mut fastrand::Rng) -> UploadStream {
        let mut left = Bytes::from(bytes());
        let mut chunks = VecDeque::new();
        while !left.is_empty() {
            chunks.push_back(left.split_to(rng.usize(1..=left.len().min(700))));
        }
        UploadStream::new(ByteStream::new(Chunks { chunks, left: LENGTH }), LENGTH)
    }

    fn part(source: &mut UploadStream, start: u64, end: u64) -> Result<Bytes, Error> {
        ready(async {
            let part = source.part(start..end).await.map_err(|error| UsageError::with_cause("none", error))?;
            assert_eq!(part.length(), Some(end - start));
            Ok(part.collect(usize::MAX).await?)
        })
    }

    #[test]
    fn parts_are_what_was_asked_for_once_more_and_further_on() {
        let mut rng = fastrand::Rng::with_seed(7);
        for _ in 0..200 {
            let mut source = stream(&mut rng);
            let mut start = 0;
            while start < LENGTH {
                let end = rng.u64(start + 1..=LENGTH);
                let part = part(&mut source, start, end).expect("a part");
                assert_eq!(part, bytes()[usize::try_from(start).unwrap_or(0)..usize::try_from(end).unwrap_or(0)]);
                if start > 0 {
                    assert!(super::tests::part(&mut source, start - 1, end).is_err(), "{start} has passed");
                }
                start = rng.u64(start..=end);
            }
        }
    }

    #[test]
    fn no_more_is_kept_than_a_part_and_a_chunk() {
        let mut source = stream(&mut fastrand::Rng::with_seed(7));
        for start in (0..LENGTH - 1000).step_by(500) {
            part(&mut source, start, start + 1000).expect("a part");
            let kept: usize = source.kept.iter().map(Bytes::len).sum();
            assert!(kept < 1000 + 700, "{kept}");
        }
    }
}
