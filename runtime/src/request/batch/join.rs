//! A few requests of different types, and their answers as a tuple.

use std::fmt;

use super::{Answers, Batch, Handle};
use crate::client::GraphClient;
use crate::client::error::Error;
use crate::client::http_client::{Blocking, HttpClient};
use crate::request::Request;

/// The requests of a tuple as a batch, whose answers come as a tuple: of two to eight.
/// ```
/// # use graph_entity::{batch, Error, GraphClient, GraphEntity, HttpClient};
/// # #[derive(GraphEntity)]
/// # #[graph_entity(odata = "microsoft.graph.user", collection = "users", singleton = "me")]
/// # struct User { id: String }
/// # #[derive(GraphEntity)]
/// # #[graph_entity(odata = "microsoft.graph.group", collection = "groups")]
/// # struct Group { id: String }
/// # async fn run<H: HttpClient>(client: &GraphClient<H>) -> Result<(), Error> {
/// let requests = (User::me().get().request()?, Group::collection().list().top(5).request()?);
/// let (me, groups) = batch::join(requests).send(client).await?;
/// println!("{} sees {} groups", me?.id, groups?.items().len());
/// # Ok(())
/// # }
/// ```
pub fn join<R: Requests>(requests: R) -> Joined<R> {
    Joined(requests)
}

/// A batch whose answers come as a tuple. See [`join`].
#[must_use = "a batch does nothing until it is sent"]
pub struct Joined<R>(R);

impl<R: Requests> Joined<R> {
    fn batch(self) -> (Batch<R::Version>, R::Handles) {
        let mut batch = Batch::new();
        let handles = self.0.add_to(&mut batch);
        (batch, handles)
    }

    /// Sends the requests. The outer result is that of [`Batch::send`].
    pub async fn send<H: HttpClient>(self, client: &GraphClient<H>) -> Result<R::Results, Error> {
        let (batch, handles) = self.batch();
        Ok(R::take(handles, batch.send(client).await?))
    }

    /// [`Self::send`] over a transport that blocks.
    pub fn send_blocking<H: Blocking>(self, client: &GraphClient<H>) -> Result<R::Results, Error> {
        let (batch, handles) = self.batch();
        Ok(R::take(handles, batch.send_blocking(client)?))
    }
}

impl<R: fmt::Debug> fmt::Debug for Joined<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Joined").field(&self.0).finish()
    }
}

/// A tuple of requests to the same version of the API.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no tuple of requests to the same version of the API",
    label = "expected a tuple of two to eight requests, all to the same version",
    note = "all requests of a batch go to the same version: `request.in_version(…)` changes that of one; `Batch` takes more \
            than eight"
)]
pub trait Requests {
    /// Their version.
    type Version;
    /// What each is answered with: a tuple of results.
    type Results;
    #[doc(hidden)]
    type Handles: Send;
    #[doc(hidden)]
    fn add_to(self, batch: &mut Batch<Self::Version>) -> Self::Handles;
    #[doc(hidden)]
    fn take(handles: Self::Handles, answers: Answers) -> Self::Results;
}

macro_rules! tuple {
    ($($name:ident $number:tt),*) => {
        #[diagnostic::do_not_recommend]
        impl<V, $($name),*> Requests for ($(Request<$name, V>,)*) {
            type Version = V;
            type Results = ($(Result<$name, Error>,)*);
            type Handles = ($(Handle<$name>,)*);

            fn add_to(self, batch: &mut Batch<V>) -> Self::Handles {
                ($(batch.add(self.$number),)*)
            }

            fn take(handles: Self::Handles, mut answers: Answers) -> Self::Results {
                ($(answers.take(handles.$number),)*)
            }
        }
    };
}

tuple!(A 0, B 1);
tuple!(A 0, B 1, C 2);
tuple!(A 0, B 1, C 2, D 3);
tuple!(A 0, B 1, C 2, D 3, E 4);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);
