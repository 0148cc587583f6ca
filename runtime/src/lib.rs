#![cfg_attr(all(feature = "derive", feature = "ureq"), doc = include_str!("../README.md"))]
#![cfg_attr(not(all(feature = "derive", feature = "ureq")), doc = "Microsoft Graph from plain Rust structs.")]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[doc(hidden)]
pub mod __private;
mod client;
/// A guide for who comes with serde structs and reqwest calls.
#[cfg(feature = "derive")]
#[doc = include_str!("../docs/coming-from-serde.md")]
pub mod coming_from_serde {}
/// The data model: how the types of Microsoft Graph become Rust.
#[cfg(feature = "derive")]
#[doc = include_str!("../docs/data-model.md")]
pub mod data_model {}
pub mod edm;
mod entity;
pub mod json;
/// Entities from the metadata of the service, checked against it.
#[cfg(feature = "derive")]
#[doc = include_str!("../docs/metadata.md")]
pub mod metadata {}
pub mod model;
mod request;
/// In production: retry, errors, tokens, limits, traces.
#[cfg(all(feature = "derive", feature = "ureq"))]
#[doc = include_str!("../docs/production.md")]
pub mod production {}
/// The requests: what a program asks of a service.
#[cfg(all(feature = "derive", feature = "ureq"))]
#[doc = include_str!("../docs/requests.md")]
pub mod requests {}
pub mod transport;

pub use client::auth::{AccessToken, TokenError, TokenFuture, TokenProvider, TokenRequest};
#[cfg(feature = "azure")]
pub use client::azure::AzureCredential;
pub use client::batch_error::BatchError;
pub use client::byte_stream::ByteStream;
pub use client::error::{DecodeError, Error, PreconditionError, UsageError};
pub use client::http_client::{
    Blocking, BoundedBody, DEFAULT_MAX_RESPONSE_BYTES, DynHttpClient, HttpClient, Limits, Sent, TransportError,
};
pub use client::link_error::LinkError;
pub use client::origin::Cloud;
pub use client::retry::Retry;
pub use client::service_error::{ErrorDetail, ServiceError};
pub use client::{GraphClient, GraphClientBuilder};
pub use entity::{GraphComplex, GraphEntity};
#[cfg(feature = "derive")]
pub use graph_entity_macros::{GraphComplex, GraphEntity, GraphEnum, GraphOperation};
pub use model::{
    BadValue, Change, Dictionary, Extra, Flags, FlagsEnum, GraphEnum, Guarded, IntoValue, Null, Partial, Removed,
    RemovedReason, Unrecognized,
};
pub use request::{
    Batch, Changes, Collection, Count, Create, DeltaAnswer, DeltaLink, Download, Filter, Get, Item, LargeUpload,
    LeastScopes, List, Media, Monitor, NextLink, Operation, Page, PropertyPath, Reference, Request, Response, Returned,
    Search, Sending, Started, ToOne, Upload, UploadSession, call_at, it,
};
pub use request::{batch, delta, monitor, pages, upload, version};
