//! Delta queries: what has changed since one asked last (W6).
//!
//! [`Collection::delta`](crate::Collection::delta) makes a [`Delta`]. Its pages and streams have a
//! [`Change`](crate::Change) for each item, and at the end the [`DeltaLink`] to go on from, next time. The guide is
//! [`requests`](https://docs.rs/graph-entity/latest/graph_entity/requests/#changes-since-then).

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
