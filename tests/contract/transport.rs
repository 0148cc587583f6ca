//! What a case needs of a transport: to be made, and to be run without caring whether it blocks.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use graph_entity::transport::{ReqwestClient, UreqClient};
use graph_entity::{Blocking, HttpClient, TransportError};
use http::{Request, Response};

pub(crate) type Outcome = Result<Response<Bytes>, TransportError>;

pub(crate) trait Transport: HttpClient + Clone + std::fmt::Debug {
    fn make() -> Self;
    fn run<T>(future: impl Future<Output = T>) -> T;

    /// One exchange with a client of its own.
    fn exchange(request: Request<Bytes>) -> Outcome {
        let client = Self::make();
        Self::run(client.send(request))
    }
}

impl Transport for ReqwestClient {
    fn make() -> Self {
        Self::new().unwrap()
    }

    fn run<T>(future: impl Future<Output = T>) -> T {
        runtime().block_on(future)
    }
}

impl Transport for UreqClient {
    fn make() -> Self {
        blocking(Self::new())
    }

    fn run<T>(future: impl Future<Output = T>) -> T {
        ready(future)
    }
}

pub(crate) fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

fn blocking<B: Blocking>(client: B) -> B {
    client
}

/// What [`Blocking`] promises: ready at the first poll.
fn ready<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a blocking transport has to be ready at once"),
    }
}
