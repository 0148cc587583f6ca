//! Delta queries: what has changed since one asked last (W6).

mod link;
mod page;
mod pages;
mod request;
mod resync;

pub use link::DeltaLink;
pub use page::{DeltaAnswer, DeltaPage};
pub use pages::{DeltaChanges, DeltaChangesBlocking, DeltaPages, DeltaPagesBlocking};
pub use request::Delta;
pub use resync::{Resync, ResyncKind};
