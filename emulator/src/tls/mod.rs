//! TLS for the server, with a certificate that is made when it starts. Without the feature `tls` there is none.

#[cfg(feature = "tls")]
mod certificate;
#[cfg(not(feature = "tls"))]
mod none;
#[cfg(feature = "tls")]
mod session;

#[cfg(not(feature = "tls"))]
pub(crate) use none::{Session, Tls};
#[cfg(feature = "tls")]
pub(crate) use session::{Session, Tls};
