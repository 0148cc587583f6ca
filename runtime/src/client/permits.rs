//! How many may do something at a time: exchanges of a client, refreshes of its token. Fair, without an async runtime, and
//! for threads that block as well as for tasks.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use event_listener::{Event, EventListener, IntoNotification as _, Listener as _};

/// A semaphore: who comes while others wait goes behind them.
pub(crate) struct Permits {
    state: Mutex<State>,
    /// Tells the first who waits that a permit is free.
    freed: Event,
}

struct State {
    free: usize,
    waiting: usize,
}

/// The right to go on, given back when it is dropped.
pub(crate) struct Permit(Arc<Permits>);

impl Permits {
    pub(crate) fn new(count: usize) -> Arc<Self> {
        Arc::new(Self { state: Mutex::new(State { free: count, waiting: 0 }), freed: Event::new() })
    }

    /// A permit if one is free and nobody waits for it.
    pub(crate) fn try_acquire(self: &Arc<Self>) -> Option<Permit> {
        let mut state = self.state();
        if state.free == 0 || state.waiting > 0 {
            return None;
        }
        state.free -= 1;
        Some(Permit(Arc::clone(self)))
    }

    /// Waits for a permit: `blocks` the thread, or lets the task wait. To drop the future gives up the place in the row.
    pub(crate) async fn acquire(self: &Arc<Self>, blocks: bool) -> Permit {
        if let Some(permit) = self.try_acquire() {
            return permit;
        }
        let (waiting, mut freed) = Waiting::begin(self);
        loop {
            if blocks {
                freed.wait();
            } else {
                freed.await;
            }
            match waiting.take_free() {
                Ok(permit) => return permit,
                Err(again) => freed = again,
            }
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.0.state().free += 1;
        self.0.freed.notify(1.additional());
    }
}

/// A place in the row.
struct Waiting<'a>(&'a Arc<Permits>);

impl<'a> Waiting<'a> {
    /// The listener is there before the lock is given up, so that no permit is missed.
    fn begin(permits: &'a Arc<Permits>) -> (Self, EventListener) {
        let mut state = permits.state();
        let freed = permits.freed.listen();
        if state.free > 0 && state.waiting == 0 {
            // It was freed since it was asked for, and nobody was there to be told.
            permits.freed.notify(1.additional());
        }
        state.waiting += 1;
        (Self(permits), freed)
    }

    fn take_free(&self) -> Result<Permit, EventListener> {
        let mut state = self.0.state();
        if state.free == 0 {
            return Err(self.0.freed.listen());
        }
        state.free -= 1;
        if state.free > 0 {
            self.0.freed.notify(1.additional());
        }
        Ok(Permit(Arc::clone(self.0)))
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.waiting -= 1;
        // Who gives up was told of a permit, perhaps, when nobody was behind it; who came since was not told, since this one
        // was still in the row.
        if state.free > 0 && state.waiting > 0 {
            self.0.freed.notify(1.additional());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::future::Future;
    use std::pin::pin;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::task::{Context, Poll, Waker};
    use std::thread;
    use std::time::Duration;

    use super::Permits;

    fn poll<T>(future: std::pin::Pin<&mut impl Future<Output = T>>) -> Option<T> {
        match future.poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => Some(value),
            Poll::Pending => None,
        }
    }

    #[test]
    fn who_waits_comes_before_who_asks_later() {
        let permits = Permits::new(1);
        let held = permits.try_acquire().expect("one is free");
        let mut first = pin!(permits.acquire(false));
        let mut second = pin!(permits.acquire(false));
        assert!(poll(first.as_mut()).is_none() && poll(second.as_mut()).is_none());
        drop(held);
        assert!(permits.try_acquire().is_none(), "nobody goes before those who wait");
        assert!(poll(second.as_mut()).is_none());
        let held = poll(first.as_mut()).expect("it is first");
        assert!(poll(second.as_mut()).is_none());
        drop(held);
        assert!(poll(second.as_mut()).is_some());
        assert!(permits.try_acquire().is_some());
    }

    #[test]
    fn giving_up_loses_no_permit() {
        let permits = Permits::new(2);
        let held = [permits.try_acquire(), permits.try_acquire()];
        let mut last = {
            let mut first = Box::pin(permits.acquire(false));
            assert!(poll(first.as_mut()).is_none());
            let mut last = Box::pin(permits.acquire(false));
            assert!(poll(last.as_mut()).is_none());
            drop(held); // both are told
            last
        };
        assert!(poll(last.as_mut()).is_some());
        // The same where only the one that gave up was told.
        let held = [permits.try_acquire(), permits.try_acquire()];
        let mut first = Box::pin(permits.acquire(false));
        let mut last = Box::pin(permits.acquire(false));
        assert!(poll(first.as_mut()).is_none() && poll(last.as_mut()).is_none());
        let [one, _other] = held;
        drop(one);
        drop(first);
        assert!(poll(last.as_mut()).is_some());
    }

    #[test]
    fn threads_that_block_and_never_more_than_the_count() {
        let (permits, inside, most) = (Permits::new(3), AtomicUsize::new(0), AtomicUsize::new(0));
        thread::scope(|scope| {
            for _ in 0..12 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        let mut waiting = pin!(permits.acquire(true));
                        let _held = poll(waiting.as_mut()).expect("it blocks");
                        most.fetch_max(inside.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        thread::sleep(Duration::from_micros(50));
                        inside.fetch_sub(1, Ordering::SeqCst);
                    }
                });
            }
        });
        assert_eq!(most.into_inner(), 3);
        assert_eq!(Arc::strong_count(&permits), 1);
    }
}
