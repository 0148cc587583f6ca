//! What an entity is.

use serde_core::Serialize;
use serde_core::de::DeserializeOwned;

use crate::model::{Shape, Table};
use crate::request::version::Version;

/// A Microsoft Graph entity: a struct that stands for a resource type, or for the part of one that a program needs.
///
/// `#[derive(GraphEntity)]` implements it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a Microsoft Graph entity",
    label = "not an entity",
    note = "add `#[derive(GraphEntity)]` to `{Self}`"
)]
pub trait GraphEntity: Table + Serialize + DeserializeOwned {
    /// The qualified name of the type, such as `microsoft.graph.user`: the value of `@odata.type` without its `#`.
    const ODATA_TYPE: &'static str = Self::SHAPE.type_name();
    /// The version of the API that the type lives in.
    type Version: Version;
    /// Its name; `None` for the client's.
    const VERSION: Option<&'static str> = Self::Version::NAME;
    /// The paths of the collections that instances live in, with `{parameters}` for ids.
    const COLLECTIONS: &'static [&'static str] = &[];

    /// The wire name of the `#[graph(key)]` property; `None` if no field is marked.
    fn key() -> Option<&'static str> {
        let shape = Self::SHAPE;
        (0..shape.names.len()).find(|&index| shape.is(index, Shape::KEY)).map(|index| shape.names[index])
    }
}

/// A Microsoft Graph complex type: a struct that is a property's value. It has no key and is no target of requests.
///
/// `#[derive(GraphComplex)]` implements it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a Microsoft Graph complex type",
    label = "not a complex type",
    note = "add `#[derive(GraphComplex)]` to `{Self}`"
)]
pub trait GraphComplex: Table + Serialize + DeserializeOwned {
    /// The qualified name of the type, such as `microsoft.graph.itemBody`: the value of `@odata.type` without its `#`.
    const ODATA_TYPE: &'static str = Self::SHAPE.type_name();
}
