//! Two things at once: what is waited for, and the time that it may take.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

/// What `future` comes to, unless `timer` is over first. The timer is begun only if the future is not ready at once.
pub(super) async fn before<T>(timer: impl Future<Output = ()>, future: impl Future<Output = T>) -> Option<T> {
    let (mut timer, mut future) = (pin!(timer), pin!(future));
    poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => timer.as_mut().poll(context).map(|()| None),
    })
    .await
}
