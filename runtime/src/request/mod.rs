//! Requests as values: built from types, changed, looked at, turned into `http::Request`, sent. Nothing in here does
//! I/O.

pub(crate) mod body;
mod changes;
mod collection;
pub(crate) mod draft;
mod get;
mod path;
#[allow(clippy::module_inception)]
mod request;
pub(crate) mod response;
pub(crate) mod sets;
pub(crate) mod state;

pub use changes::Changes;
pub use collection::{Collection, Create, Item};
pub use draft::{Build, Draft, Sending};
pub use get::Get;
pub(crate) use request::Parts;
pub use request::Request;
pub use response::Response;
