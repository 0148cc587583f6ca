//! What an entity is.

use serde_core::Serialize;
use serde_core::de::DeserializeOwned;

use crate::model::{Fields, Shape, Value};

/// A Microsoft Graph entity: a struct that stands for a resource type, or for the part of one that a program needs.
///
/// `#[derive(GraphEntity)]` implements it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a Microsoft Graph entity",
    label = "not an entity",
    note = "add `#[derive(GraphEntity)]` to `{Self}`"
)]
pub trait GraphEntity: Value + Fields + Serialize + DeserializeOwned {
    /// The qualified name of the type, such as `microsoft.graph.user`: the value of `@odata.type` without its `#`.
    const ODATA_TYPE: &'static str;
    /// The version of the API that the type lives in; `None` for the client's.
    const VERSION: Option<&'static str> = None;
    /// The paths of the collections that instances live in, with `{parameters}` for ids.
    const COLLECTIONS: &'static [&'static str] = &[];
    #[doc(hidden)]
    fn table() -> &'static Shape;

    /// The wire name of the `#[graph(key)]` property; `None` if no field is marked.
    fn key() -> Option<&'static str> {
        let shape = Self::table();
        (0..shape.names.len()).find(|&index| shape.is(index, Shape::KEY)).map(|index| shape.names[index])
    }
}
