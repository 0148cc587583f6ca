//! What a case needs of a transport: to be made, and to be run without caring whether it blocks.

use std::future::ready as already;
use std::marker::PhantomData;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use bytes::Bytes;
use graph_entity::transport::{ReqwestClient, UreqClient};
use graph_entity::{Blocking, ByteStream, DynHttpClient, HttpClient, TransportError};
use http::{Request, Response};

pub(crate) type Outcome = Result<Response<Bytes>, TransportError>;
pub(crate) type Streamed = Result<Response<ByteStream>, TransportError>;
pub(crate) type Waiting<T> = Pin<Box<dyn Future<Output = T> + Send>>;

pub(crate) trait Transport: HttpClient + Clone + std::fmt::Debug {
    fn make() -> Self;
    fn run<T>(future: impl Future<Output = T>) -> T;
    /// Waits for something outside, in the way that fits the transport: its connections go on meanwhile.
    fn wait<R: Send + 'static>(blocking: impl FnOnce() -> R + Send + 'static) -> Waiting<R>;

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

    fn wait<R: Send + 'static>(blocking: impl FnOnce() -> R + Send + 'static) -> Waiting<R> {
        Box::pin(async { tokio::task::spawn_blocking(blocking).await.unwrap() })
    }
}

impl Transport for UreqClient {
    fn make() -> Self {
        blocking(Self::new())
    }

    fn run<T>(future: impl Future<Output = T>) -> T {
        ready(future)
    }

    fn wait<R: Send + 'static>(blocking: impl FnOnce() -> R + Send + 'static) -> Waiting<R> {
        Box::pin(already(blocking()))
    }
}

/// A transport behind [`DynHttpClient`].
#[derive(Debug)]
pub(crate) struct Erased<T>(DynHttpClient, PhantomData<T>);

impl<T> Clone for Erased<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<T: Transport> HttpClient for Erased<T> {
    async fn send(&self, request: Request<Bytes>) -> Outcome {
        self.0.send(request).await
    }

    async fn send_streaming(&self, request: Request<ByteStream>) -> Streamed {
        self.0.send_streaming(request).await
    }

    async fn sleep(&self, duration: Duration) {
        self.0.sleep(duration).await;
    }
}

impl<T: Transport> Transport for Erased<T> {
    fn make() -> Self {
        Self(DynHttpClient::new(T::make()), PhantomData)
    }

    fn run<R>(future: impl Future<Output = R>) -> R {
        T::run(future)
    }

    fn wait<R: Send + 'static>(blocking: impl FnOnce() -> R + Send + 'static) -> Waiting<R> {
        T::wait(blocking)
    }
}

impl<T: Transport> Transport for Arc<T> {
    fn make() -> Self {
        Self::new(T::make())
    }

    fn run<R>(future: impl Future<Output = R>) -> R {
        T::run(future)
    }

    fn wait<R: Send + 'static>(blocking: impl FnOnce() -> R + Send + 'static) -> Waiting<R> {
        T::wait(blocking)
    }
}

/// A transport that leaves `send_streaming` as the trait has it.
#[derive(Debug, Clone)]
pub(crate) struct Whole<T>(T);

impl<T: Transport> HttpClient for Whole<T> {
    async fn send(&self, request: Request<Bytes>) -> Outcome {
        self.0.send(request).await
    }

    async fn sleep(&self, duration: Duration) {
        self.0.sleep(duration).await;
    }
}

impl<T: Transport> Transport for Whole<T> {
    fn make() -> Self {
        Self(T::make())
    }

    fn run<R>(future: impl Future<Output = R>) -> R {
        T::run(future)
    }

    fn wait<R: Send + 'static>(blocking: impl FnOnce() -> R + Send + 'static) -> Waiting<R> {
        T::wait(blocking)
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
