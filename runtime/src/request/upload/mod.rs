//! Uploads in parts, by a session whose URL is all that it takes (W8): what is too large for one exchange, and goes on
//! where it was after a connection has broken, in another process too.
//!
//! [`CreateUploadSession`] asks for an [`UploadSession`]; its [`upload`](UploadSession::upload) takes an [`UploadSource`]
//! and makes a [`LargeUpload`]. The guide is [`requests`](https://docs.rs/graph-entity/latest/graph_entity/requests/#large-uploads).

mod create;
mod error;
mod file;
mod large;
mod part;
mod progress;
mod ranges;
mod session;
mod source;
mod stream;
mod work;

pub use create::{ConflictBehavior, CreateUploadSession};
pub use error::{UploadError, UploadErrorKind};
pub use file::UploadFile;
pub use large::LargeUpload;
pub use progress::UploadProgress;
pub use ranges::MissingRange;
pub use session::{UploadSession, UploadStatus};
pub use source::{SourceError, UploadSource};
pub use stream::UploadStream;
