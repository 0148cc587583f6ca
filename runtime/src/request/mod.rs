//! Requests as values: built from types, changed, looked at, turned into `http::Request`, sent. Nothing in here does
//! I/O.

mod body;
mod collection;
mod draft;
mod get;
mod path;
#[allow(clippy::module_inception)]
mod request;
pub(crate) mod response;
pub(crate) mod sets;
pub(crate) mod state;

pub use collection::{Collection, Create, Item};
pub use draft::{Draft, Sending, Target};
pub use get::Get;
pub(crate) use request::Parts;
pub use request::Request;
pub use response::Response;
