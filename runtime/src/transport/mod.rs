//! Ready-made transports.
//!
//! | feature | type | |
//! |---|---|---|
//! | `reqwest` | `ReqwestClient` | async, on tokio |
//! | `ureq` | `UreqClient` | blocking, no runtime |
//!
//! Neither brings TLS by itself: switch on `rustls` or `native-tls`, or build the inner client yourself and hand it over.

#[cfg(any(feature = "reqwest", feature = "ureq"))]
mod exchange;
#[cfg(feature = "reqwest")]
mod reqwest;
#[cfg(feature = "ureq")]
mod ureq;
#[cfg(feature = "ureq")]
mod ureq_failure;

#[cfg(feature = "reqwest")]
pub use self::reqwest::ReqwestClient;
#[cfg(feature = "ureq")]
pub use self::ureq::UreqClient;
