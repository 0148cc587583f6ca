//! Bodies in chunks that a case writes down, one step after another.

use std::collections::VecDeque;
use std::error::Error as _;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use graph_entity::{ByteStream, Limits, TransportError};
use http::{Method, Request};

use crate::bounds::soon;
use crate::failure::assert_silent;
use crate::transport::{Outcome, Streamed, Transport, Waiting};

pub(crate) enum Step {
    Give(&'static [u8]),
    Wait(Waiting<()>),
    Fail(TransportError),
}

struct Steps(VecDeque<Step>);

impl Stream for Steps {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(Step::Wait(waiting)) = self.0.front_mut() {
            ready!(waiting.as_mut().poll(context));
            self.0.pop_front();
        }
        Poll::Ready(match self.0.pop_front() {
            Some(Step::Give(bytes)) => Some(Ok(Bytes::from_static(bytes))),
            Some(Step::Fail(error)) => Some(Err(error)),
            Some(Step::Wait(_)) => panic!("one wait after another"),
            None => None,
        })
    }
}

pub(crate) fn steps(steps: impl IntoIterator<Item = Step>) -> ByteStream {
    ByteStream::new(Steps(steps.into_iter().collect()))
}

pub(crate) fn give(chunks: &[&'static str]) -> ByteStream {
    steps(chunks.iter().map(|chunk| Step::Give(chunk.as_bytes())))
}

pub(crate) fn nothing() -> ByteStream {
    Bytes::new().into()
}

pub(crate) fn request(method: Method, uri: String, limits: Limits, body: ByteStream) -> Request<ByteStream> {
    Request::builder()
        .method(method)
        .uri(uri)
        .header("accept", "application/json")
        .extension(limits)
        .body(body)
        .unwrap()
}

/// Sends, and reads all of the answer.
pub(crate) async fn exchange<T: Transport>(client: &T, request: Request<ByteStream>) -> Outcome {
    let (head, body) = client.send_streaming(request).await?.into_parts();
    Ok(http::Response::from_parts(head, body.collect(usize::MAX).await?))
}

pub(crate) fn put<T: Transport>(uri: String, body: ByteStream) -> Streamed {
    let client = T::make();
    T::run(client.send_streaming(request(Method::PUT, uri, soon(), body)))
}

pub(crate) fn get<T: Transport>(uri: String, limits: Limits) -> Outcome {
    let client = T::make();
    T::run(exchange(&client, request(Method::GET, uri, limits, nothing())))
}

/// The error of an exchange that has to fail, its text checked.
pub(crate) fn failing<R>(outcome: Result<R, TransportError>) -> TransportError {
    let Err(error) = outcome else { panic!("the exchange has to fail") };
    assert_silent(&error);
    error
}

/// The texts of an error and of all its causes.
pub(crate) fn causes(error: &TransportError) -> Vec<String> {
    let mut texts = vec![error.to_string()];
    let mut source = error.source();
    while let Some(error) = source {
        texts.push(error.to_string());
        source = error.source();
    }
    texts
}
