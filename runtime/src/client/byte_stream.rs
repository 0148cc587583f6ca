//! Bodies in chunks, for media: what is too long to be held, or comes as it is made.

use std::cmp::Ordering;
use std::fmt;
use std::future::poll_fn;
use std::io::{self, Read};
use std::pin::Pin;
use std::task::{Context, Poll, Waker, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::http_client::{BoundedBody, Sent, TransportError};
use super::permits::Permit;

type Source = Pin<Box<dyn Stream<Item = Result<Bytes, TransportError>> + Send>>;

/// The largest chunk that is read of a [`Read`].
const CHUNK: usize = 64 * 1024;

const LONGER: &str = "the body is longer than its length";
const SHORTER: &str = "the body is shorter than its length";

/// A body in chunks: what [`Media::download`](crate::Media::download) gives and [`Media::upload`](crate::Media::upload)
/// takes.
///
/// It is a [`Stream`]; [`next`](Self::next) takes a chunk without another crate, [`into_reader`](Self::into_reader)
/// makes it a [`Read`] where nothing is async. No chunk is empty, and nothing comes after an error.
///
/// One that knows its [`length`](Self::length) has exactly that many bytes or ends in an error. Its last chunk waits for
/// the end of the source, so that whoever sends it sends a body that is whole, or one that is visibly cut off.
pub struct ByteStream {
    /// None once the end is there.
    source: Option<Source>,
    /// How many bytes are to come, [`Self::last`] included, if that is known.
    left: Option<u64>,
    /// The chunk that completes the length.
    last: Option<Bytes>,
}

impl ByteStream {
    /// A body of the chunks that `stream` gives. After an error, which breaks it off, nothing more is taken.
    pub fn new(stream: impl Stream<Item = Result<Bytes, TransportError>> + Send + 'static) -> Self {
        Self { source: Some(Box::pin(stream)), left: None, last: None }
    }

    /// A body that is read as it is sent, in the thread that sends it: of a file, over a transport that blocks.
    ///
    /// `length` is how many bytes there are. A reader that has fewer breaks the request off; more are left.
    pub fn from_reader(reader: impl Read + Send + 'static, length: u64) -> Self {
        let failure = |error| TransportError::new(Sent::Maybe, error);
        Self::to_end(reader.take(length), failure).with_length(length)
    }

    /// A body that is read to its end, and `failure` says what an error means.
    pub(crate) fn to_end(
        reader: impl Read + Send + 'static,
        failure: impl Fn(io::Error) -> TransportError + Send + 'static,
    ) -> Self {
        Self::new(ToEnd { reader, failure, buffer: vec![0; CHUNK].into() })
    }

    /// The same body, of which no more than `max` bytes are taken: more are an error. For transports, which keep to the
    /// [`Limits`](crate::Limits).
    #[must_use]
    pub fn bounded(self, max: usize) -> Self {
        let left = self.left;
        Self { left, ..Self::new(Bounded { body: self, left: max, max }) }
    }

    /// Says how many bytes there are; fewer or more are an error. Services of Graph take no upload whose length they
    /// aren't told first.
    #[must_use]
    pub fn with_length(self, length: u64) -> Self {
        Self { left: Some(length), ..self }
    }

    /// The same body, with which `permit` ends.
    pub(super) fn holding(self, permit: Option<Permit>) -> Self {
        let Some(permit) = permit else { return self };
        let left = self.left;
        Self { left, ..Self::new(Holding { body: self, _permit: permit }) }
    }

    /// How many bytes are still to come, if that is known.
    pub fn length(&self) -> Option<u64> {
        self.left
    }

    /// The next chunk; `None` at the end. After an error the rest is lost.
    pub async fn next(&mut self) -> Option<Result<Bytes, TransportError>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// All of it, if it is no longer than `max` bytes.
    pub async fn collect(mut self, max: usize) -> Result<Bytes, TransportError> {
        let mut body = BoundedBody::new(max);
        while let Some(chunk) = self.next().await {
            body.push(&chunk?)?;
        }
        Ok(body.finish())
    }

    /// The body as a [`Read`], for a transport that blocks. Over another one a read fails with
    /// [`WouldBlock`](io::ErrorKind::WouldBlock) while it waits.
    pub fn into_reader(self) -> impl Read + Send {
        Reader { body: self, chunk: Bytes::new() }
    }

    /// Nothing more comes.
    fn broken_off(&mut self, error: TransportError) -> Poll<Option<Result<Bytes, TransportError>>> {
        *self = Bytes::new().into();
        Poll::Ready(Some(Err(error)))
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let body = &mut *self;
        while let Some(source) = &mut body.source {
            let chunk = match ready!(source.as_mut().poll_next(context)) {
                Some(Ok(chunk)) if chunk.is_empty() => continue,
                Some(Ok(chunk)) => chunk,
                Some(Err(error)) => return body.broken_off(error),
                None => {
                    body.source = None;
                    break;
                }
            };
            let Some(left) = body.left else { return Poll::Ready(Some(Ok(chunk))) };
            match left.checked_sub(size(&chunk)) {
                Some(0) if body.last.is_none() => body.last = Some(chunk),
                Some(left) if body.last.is_none() => {
                    body.left = Some(left);
                    return Poll::Ready(Some(Ok(chunk)));
                }
                _ => return body.broken_off(wrong_length(LONGER)),
            }
        }
        let last = body.last.take();
        let given = last.as_ref().map_or(0, size);
        match body.left.unwrap_or(given).cmp(&given) {
            Ordering::Less => body.broken_off(wrong_length(LONGER)),
            Ordering::Equal => {
                body.left = Some(0);
                Poll::Ready(last.map(Ok))
            }
            Ordering::Greater => body.broken_off(wrong_length(SHORTER)),
        }
    }
}

fn size(chunk: &Bytes) -> u64 {
    u64::try_from(chunk.len()).unwrap_or(u64::MAX)
}

fn wrong_length(message: &'static str) -> TransportError {
    TransportError::new(Sent::Maybe, message)
}

/// One chunk.
impl From<Bytes> for ByteStream {
    fn from(bytes: Bytes) -> Self {
        let left = Some(size(&bytes));
        Self { source: None, left, last: Some(bytes).filter(|bytes| !bytes.is_empty()) }
    }
}

impl From<Vec<u8>> for ByteStream {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteStream").field("length", &self.left).finish_non_exhaustive()
    }
}

struct ToEnd<R, F> {
    reader: R,
    failure: F,
    buffer: Box<[u8]>,
}

/// Nothing in it is pinned.
impl<R, F> Unpin for ToEnd<R, F> {}

impl<R: Read, F: Fn(io::Error) -> TransportError> Stream for ToEnd<R, F> {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Self { reader, failure, buffer } = &mut *self;
        loop {
            return Poll::Ready(match reader.read(buffer) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => Some(Err(failure(error))),
                Ok(0) => None,
                Ok(length) => Some(Ok(Bytes::copy_from_slice(&buffer[..length]))),
            });
        }
    }
}

struct Bounded {
    body: ByteStream,
    left: usize,
    max: usize,
}

impl Stream for Bounded {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let chunk = ready!(Pin::new(&mut self.body).poll_next(context));
        if let Some(Ok(chunk)) = &chunk {
            match self.left.checked_sub(chunk.len()) {
                Some(left) => self.left = left,
                None => return Poll::Ready(Some(Err(TransportError::too_large(self.max)))),
            }
        }
        Poll::Ready(chunk)
    }
}

struct Holding {
    body: ByteStream,
    _permit: Permit,
}

impl Stream for Holding {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Pin::new(&mut self.body).poll_next(context)
    }
}

struct Reader {
    body: ByteStream,
    chunk: Bytes,
}

impl Read for Reader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.chunk.is_empty() && !buffer.is_empty() {
            match Pin::new(&mut self.body).poll_next(&mut Context::from_waker(Waker::noop())) {
                Poll::Ready(Some(chunk)) => self.chunk = chunk.map_err(io::Error::other)?,
                Poll::Ready(None) => return Ok(0),
                Poll::Pending => {
                    let message = "the body isn't there yet, and nothing here can wait for it";
                    return Err(io::Error::new(io::ErrorKind::WouldBlock, message));
                }
            }
        }
        let length = buffer.len().min(self.chunk.len());
        buffer[..length].copy_from_slice(&self.chunk.split_to(length));
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;
    use std::error::Error as _;
    use std::future::Future;
    use std::io::{self, Read};
    use std::pin::{Pin, pin};
    use std::sync::mpsc;
    use std::task::{Context, Poll, Waker};

    use bytes::Bytes;
    use futures_core::Stream;

    use super::{ByteStream, CHUNK};
    use crate::client::http_client::{Sent, TransportError};

    /// What a source gives, one after another; then its end. To ask it once more after the end, or after an error, fails
    /// the test, as it may panic in others.
    enum Step {
        Chunk(&'static str),
        Error(io::ErrorKind),
        Pending,
    }
    use Step::{Chunk, Error, Pending};

    struct Source {
        steps: VecDeque<Step>,
        over: bool,
    }

    impl Source {
        fn next(&mut self) -> Option<Step> {
            assert!(!self.over, "asked again");
            let step = self.steps.pop_front();
            self.over = match &step {
                Some(Error(kind)) => *kind != io::ErrorKind::Interrupted,
                Some(_) => false,
                None => true,
            };
            step
        }
    }

    impl Stream for Source {
        type Item = Result<Bytes, TransportError>;

        fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
            Poll::Ready(match self.next() {
                Some(Chunk(chunk)) => Some(Ok(chunk.into())),
                Some(Error(kind)) => Some(Err(TransportError::new(Sent::No, io::Error::from(kind)))),
                Some(Pending) => return Poll::Pending,
                None => None,
            })
        }
    }

    impl Read for Source {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            match self.next() {
                Some(Chunk(chunk)) => {
                    assert!(chunk.len() <= buffer.len(), "the buffer is beyond the length");
                    chunk.as_bytes().read(buffer)
                }
                Some(Error(kind)) => Err(kind.into()),
                Some(Pending) => unreachable!("readers block"),
                None => Ok(0),
            }
        }
    }

    fn source<const N: usize>(steps: [Step; N]) -> Source {
        Source { steps: steps.into(), over: false }
    }

    fn body<const N: usize>(steps: [Step; N]) -> ByteStream {
        ByteStream::new(source(steps))
    }

    fn poll<T>(future: impl Future<Output = T>) -> Poll<T> {
        pin!(future).poll(&mut Context::from_waker(Waker::noop()))
    }

    fn now<T>(future: impl Future<Output = T>) -> T {
        match poll(future) {
            Poll::Ready(value) => value,
            Poll::Pending => panic!("it waits"),
        }
    }

    /// All chunks in brackets, and the error, by its last cause.
    fn told(mut body: ByteStream) -> String {
        let mut text = String::new();
        while let Some(chunk) = now(body.next()) {
            match chunk {
                Ok(chunk) => text.extend(["[", &String::from_utf8_lossy(&chunk), "]"]),
                Err(error) if error.is_too_large() => text.push_str(" too large"),
                Err(error) => text.extend([" ", &error.source().map(ToString::to_string).unwrap_or_default()]),
            }
        }
        assert!(now(body.next()).is_none(), "nothing comes after the end");
        assert_eq!(body.length(), Some(0));
        text
    }

    const SHORTER: &str = " the body is shorter than its length";
    const LONGER: &str = " the body is longer than its length";

    #[test]
    fn chunks_come_as_they_are_and_none_is_empty() {
        assert_eq!(told(body([Chunk("a"), Chunk(""), Chunk("bc"), Chunk("")])), "[a][bc]");
        assert_eq!(told(body([])), "");
        assert_eq!(told(body([Chunk("")])), "");
        assert_eq!(told(Bytes::from_static(b"abc").into()), "[abc]");
        assert_eq!(told(Vec::new().into()), "");
    }

    #[test]
    fn nothing_is_asked_for_after_an_error() {
        let error = || [Chunk("a"), Error(io::ErrorKind::TimedOut), Chunk("b")];
        assert_eq!(told(body(error())), "[a] timed out");
        assert_eq!(told(body(error()).with_length(3)), "[a] timed out");
        assert_eq!(told(body(error()).bounded(3)), "[a] timed out");
    }

    #[test]
    fn a_length_is_kept_to() {
        assert_eq!(told(body([Chunk("a"), Chunk("bc"), Chunk("")]).with_length(3)), "[a][bc]");
        assert_eq!(told(body([]).with_length(0)), "");
        assert_eq!(told(body([Chunk("ab")]).with_length(3)), format!("[ab]{SHORTER}"));
        assert_eq!(told(body([]).with_length(3)), SHORTER);
        assert_eq!(told(body([Chunk("abc")]).with_length(2)), LONGER);
        assert_eq!(told(body([Chunk("a"), Chunk("bc")]).with_length(2)), format!("[a]{LONGER}"));
        assert_eq!(told(body([Chunk("abc")]).with_length(0)), LONGER);
        assert_eq!(told(ByteStream::from(b"abc".to_vec()).with_length(4)), SHORTER);
        assert_eq!(told(ByteStream::from(b"abc".to_vec()).with_length(2)), LONGER);
        assert_eq!(told(body([Chunk("abc")]).with_length(u64::MAX)), format!("[abc]{SHORTER}"));
    }

    /// So that a body that isn't as it says never looks whole.
    #[test]
    fn the_last_chunk_waits_for_the_end() {
        assert_eq!(told(body([Chunk("ab"), Chunk("c")]).with_length(2)), LONGER);
        assert_eq!(told(body([Chunk("ab"), Error(io::ErrorKind::Other)]).with_length(2)), " other error");
        let mut waits = body([Chunk("ab"), Pending, Pending]).with_length(2);
        assert!(poll(waits.next()).is_pending());
        assert!(poll(waits.next()).is_pending());
        assert_eq!(waits.length(), Some(2));
        assert_eq!(told(waits), "[ab]");
    }

    #[test]
    fn the_length_is_what_is_left() {
        let mut three = body([Chunk("a"), Chunk("bc")]).with_length(3);
        assert_eq!(three.length(), Some(3));
        assert!(now(three.next()).is_some());
        assert_eq!(three.length(), Some(2));
        assert_eq!(three.bounded(5).length(), Some(2));
        assert_eq!(body([Chunk("a")]).length(), None);
        assert_eq!(body([Chunk("a")]).bounded(5).length(), None);
    }

    #[test]
    fn a_bound_is_kept_to() {
        assert_eq!(told(body([Chunk("ab"), Chunk("c")]).bounded(3)), "[ab][c]");
        assert_eq!(told(body([Chunk("ab"), Chunk("c"), Chunk("d")]).bounded(3)), "[ab][c] too large");
        assert_eq!(told(body([Chunk("abcd"), Chunk("e")]).bounded(3)), " too large");
        assert_eq!(told(body([Chunk("a")]).bounded(0)), " too large");
        assert_eq!(told(body([]).bounded(0)), "");
        assert_eq!(told(body([Chunk("ab")]).bounded(5).bounded(1)), " too large");
        assert_eq!(told(body([Chunk("ab")]).bounded(1).bounded(5)), " too large");
        assert_eq!(told(body([Chunk("abc")]).with_length(3).bounded(3)), "[abc]");
        assert_eq!(told(body([Chunk("ab")]).with_length(3).bounded(5)), format!("[ab]{SHORTER}"));
    }

    #[test]
    fn collect_is_bounded_too() {
        let three = || body([Chunk("a"), Chunk("bc")]);
        assert!(now(three().collect(3)).is_ok_and(|bytes| bytes == "abc"));
        assert!(now(three().collect(2)).is_err_and(|error| error.is_too_large()));
        assert!(now(three().collect(usize::MAX)).is_ok());
        assert!(now(body([]).collect(0)).is_ok_and(|bytes| bytes.is_empty()));
        assert!(now(body([Chunk("a"), Error(io::ErrorKind::Other)]).collect(9)).is_err_and(|e| e.sent() == Sent::No));
        assert!(now(three().with_length(4).collect(9)).is_err_and(|error| error.sent() == Sent::Maybe));
        assert!(poll(body([Chunk("a"), Pending]).collect(9)).is_pending());
    }

    #[test]
    fn a_reader_is_read_to_its_length_and_no_further() {
        let reader = |steps| ByteStream::from_reader(steps, 3);
        assert_eq!(reader(source([])).length(), Some(3));
        assert_eq!(told(reader(source([Chunk("a"), Chunk("bc")]))), "[a][bc]");
        assert_eq!(told(reader(source([Chunk("abc"), Error(io::ErrorKind::Other)]))), "[abc]");
        assert_eq!(told(reader(source([Chunk("ab")]))), format!("[ab]{SHORTER}"));
        assert_eq!(told(reader(source([]))), SHORTER);
        assert_eq!(told(ByteStream::from_reader(&b"abcdef"[..], 3)), "[abc]");
        // Of no bytes, none is asked for.
        assert_eq!(told(ByteStream::from_reader(source([Error(io::ErrorKind::Other)]), 0)), "");
    }

    #[test]
    fn a_reader_that_is_interrupted_is_asked_again() {
        let interrupted = || Error(io::ErrorKind::Interrupted);
        let steps = [interrupted(), Chunk("a"), interrupted(), interrupted(), Chunk("bc")];
        assert_eq!(told(ByteStream::from_reader(source(steps), 3)), "[a][bc]");
        let steps = [Chunk("a"), interrupted(), Error(io::ErrorKind::TimedOut), Chunk("bc")];
        assert_eq!(told(ByteStream::from_reader(source(steps), 3)), "[a] timed out");
    }

    #[test]
    fn a_reader_s_chunks_are_of_a_size() {
        let mut body = ByteStream::from_reader(io::repeat(7), 150_000);
        let sizes = [(); 4].map(|()| now(body.next()).map(|chunk| chunk.map_or(0, |chunk| chunk.len())));
        assert_eq!(sizes, [Some(CHUNK), Some(CHUNK), Some(150_000 - 2 * CHUNK), None]);
    }

    #[test]
    fn as_a_reader_it_gives_all_of_it() -> io::Result<()> {
        let mut bytes = Vec::new();
        assert_eq!(ByteStream::from_reader(io::repeat(7), 150_000).into_reader().read_to_end(&mut bytes)?, 150_000);
        assert_eq!(bytes, vec![7; 150_000]);

        let mut reader = body([Chunk(""), Chunk("abc"), Chunk("d")]).into_reader();
        let mut two = [0; 2];
        assert_eq!(reader.read(&mut [])?, 0);
        assert_eq!((reader.read(&mut two)?, two), (2, *b"ab"));
        assert_eq!(reader.read(&mut [])?, 0);
        assert_eq!((reader.read(&mut two)?, two), (1, *b"cb"));
        assert_eq!((reader.read(&mut two)?, two), (1, *b"db"));
        assert_eq!((reader.read(&mut two)?, reader.read(&mut two)?), (0, 0));
        Ok(())
    }

    #[test]
    fn as_a_reader_it_fails_once_and_ends() -> io::Result<()> {
        let mut reader = body([Chunk("a"), Error(io::ErrorKind::TimedOut)]).into_reader();
        let mut bytes = Vec::new();
        let error = reader.read_to_end(&mut bytes).err().and_then(io::Error::into_inner);
        assert!(error.is_some_and(|error| error.is::<TransportError>()));
        assert_eq!(bytes, b"a");
        assert_eq!(reader.read(&mut [0])?, 0);
        Ok(())
    }

    #[test]
    fn as_a_reader_it_can_t_wait() -> io::Result<()> {
        let mut reader = body([Pending, Chunk("a")]).into_reader();
        assert!(reader.read(&mut [0]).is_err_and(|error| error.kind() == io::ErrorKind::WouldBlock));
        assert_eq!(reader.read(&mut [0])?, 1);
        Ok(())
    }

    /// A connection is closed by its drop: at the end, not when the last who holds the stream goes away.
    #[test]
    fn the_source_goes_at_the_end() {
        struct Held {
            source: Source,
            _held: mpsc::Sender<()>,
        }
        impl Stream for Held {
            type Item = Result<Bytes, TransportError>;

            fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
                Pin::new(&mut self.source).poll_next(context)
            }
        }
        for steps in [source([Chunk("a")]), source([Chunk("a"), Error(io::ErrorKind::Other)])] {
            let (held, dropped) = mpsc::channel();
            let mut body = ByteStream::new(Held { source: steps, _held: held });
            while now(body.next()).is_some_and(|chunk| chunk.is_ok()) {}
            assert_eq!(dropped.try_recv(), Err(mpsc::TryRecvError::Disconnected));
        }
    }
}
