//! The version of the API that a request goes to, as a type. A request's is that of its entity; the compiler then knows
//! which requests can go into one batch, where all have the same (W7).
//!
//! The attribute `version` chooses it: `"beta"` is [`Beta`], `"v1.0"` is [`V1`], any other is [`AnyVersion`], and an entity
//! without the attribute has [`ClientVersion`]. An entity without one below an entity with one lives where that lives.
//! ```
//! use graph_entity::version::{Beta, ClientVersion};
//! use graph_entity::{GraphEntity, Request};
//!
//! #[derive(GraphEntity)]
//! #[graph_entity(odata = "microsoft.graph.user", collection = "users")]
//! struct User {
//!     id: String,
//! }
//!
//! let request: Request<User, ClientVersion> = User::collection().item("1").get().request()?;
//! let request: Request<User, Beta> = request.in_version(Beta);
//! assert_eq!(request.version(), Some("beta"));
//! # Ok::<_, graph_entity::Error>(())
//! ```

pub use super::holds::{Builds, Holds};
use super::state::In;
use crate::entity::GraphEntity;

/// A version of the API, known to the compiler or not: [`ClientVersion`], [`V1`], [`Beta`] or [`AnyVersion`].
pub trait Version: sealed::Sealed + 'static {
    /// Its name; `None` for the client's, and for one that is known at run time only.
    const NAME: Option<&'static str>;
    /// That of what has this version and is below something with the version `P`: this one, unless it is the client's.
    type Below<P: Version>: Version;
    /// The state of a builder of an entity with this version.
    #[doc(hidden)]
    type Creating<S>;
}

/// The version that an entity `T` lives in, where it is below something with the version `P`.
pub type VersionOf<T, P = ClientVersion> = <<T as GraphEntity>::Version as Version>::Below<P>;

/// The version that the client is built with: [`GraphClientBuilder::version`](crate::GraphClientBuilder::version).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientVersion;

/// `v1.0`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct V1;

/// `beta`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beta;

/// A version that is known at run time only: one by its name, or that of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnyVersion {}

impl Version for ClientVersion {
    const NAME: Option<&'static str> = None;
    type Below<P: Version> = P;
    type Creating<S> = S;
}

impl Version for V1 {
    const NAME: Option<&'static str> = Some("v1.0");
    type Below<P: Version> = Self;
    type Creating<S> = In<Self, S>;
}

impl Version for Beta {
    const NAME: Option<&'static str> = Some("beta");
    type Below<P: Version> = Self;
    type Creating<S> = In<Self, S>;
}

impl Version for AnyVersion {
    const NAME: Option<&'static str> = None;
    type Below<P: Version> = Self;
    type Creating<S> = In<Self, S>;
}

/// What [`Request::in_version`](crate::Request::in_version) takes: [`V1`], [`Beta`], [`ClientVersion`], or a name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no version of the API",
    label = "expected `V1`, `Beta`, `ClientVersion`, or a `&'static str`"
)]
pub trait IntoVersion {
    /// The version as a type.
    type Version: Version;
    /// Its name; `None` for the client's.
    fn name(self) -> Option<&'static str>;
}

#[diagnostic::do_not_recommend]
impl IntoVersion for ClientVersion {
    type Version = Self;

    fn name(self) -> Option<&'static str> {
        Self::NAME
    }
}

#[diagnostic::do_not_recommend]
impl IntoVersion for V1 {
    type Version = Self;

    fn name(self) -> Option<&'static str> {
        Self::NAME
    }
}

#[diagnostic::do_not_recommend]
impl IntoVersion for Beta {
    type Version = Self;

    fn name(self) -> Option<&'static str> {
        Self::NAME
    }
}

#[diagnostic::do_not_recommend]
impl IntoVersion for &'static str {
    type Version = AnyVersion;

    fn name(self) -> Option<&'static str> {
        Some(self)
    }
}

mod sealed {
    pub trait Sealed {}

    impl Sealed for super::ClientVersion {}
    impl Sealed for super::V1 {}
    impl Sealed for super::Beta {}
    impl Sealed for super::AnyVersion {}
}
