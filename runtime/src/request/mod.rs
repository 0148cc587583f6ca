//! Requests as values: built from types, changed, looked at, turned into `http::Request`, sent. Nothing in here does
//! I/O.

pub mod batch;
pub(crate) mod body;
mod changes;
mod collection;
mod count;
mod delta;
pub(crate) mod draft;
mod get;
mod holds;
mod item;
mod least;
mod link;
mod list;
mod media;
mod monitor;
mod next_link;
pub(crate) mod operation;
mod page;
mod pages;
pub(crate) mod parts;
mod path;
pub(crate) mod query;
mod reference;
mod relative;
#[allow(clippy::module_inception)]
mod request;
pub(crate) mod response;
pub(crate) mod sets;
pub(crate) mod state;
mod target;
mod upload;
pub mod version;
mod walk;

pub use batch::Batch;
pub use changes::Changes;
pub use collection::{Collection, Create};
pub use count::Count;
pub use delta::{
    Delta, DeltaAnswer, DeltaChanges, DeltaChangesBlocking, DeltaLink, DeltaPage, DeltaPages, DeltaPagesBlocking,
    Resync, ResyncKind,
};
pub use draft::{Build, Draft, Sending};
pub use get::Get;
pub use item::{Item, ToOne};
pub use least::{LeastScopes, Permissions};
pub use list::List;
pub use media::{Download, Media, Upload};
pub use monitor::{Monitor, Outcome, Progress, Started, Until};
pub use next_link::NextLink;
pub use operation::{Operation, Returned, call_at};
pub use page::Page;
pub use pages::{Items, ItemsBlocking, Pages, PagesBlocking};
pub use parts::Parts;
pub(crate) use parts::{Access, root};
pub use query::filter::Filter;
pub use query::property::{PropertyPath, it};
pub use query::search::Search;
pub use reference::Reference;
pub(crate) use request::Decode;
pub use request::Request;
pub use response::Response;
pub use upload::{
    ConflictBehavior, CreateUploadSession, LargeUpload, MissingRange, SourceError, UploadError, UploadErrorKind,
    UploadFile, UploadProgress, UploadSession, UploadSource, UploadStatus, UploadStream,
};
