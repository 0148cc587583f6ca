//! Where entities live: collections, and the items in them by key.

use std::fmt::{self, Display};
use std::marker::PhantomData;

use super::draft::Target;
use super::get::Get;
use super::path::Path;
use crate::entity::GraphEntity;

/// A collection of entities, such as `users/{id}/messages` with its ids filled in.
///
/// The derive writes a constructor for each `collection` of an entity; [`Collection::at`] is there for any other path.
pub struct Collection<T> {
    path: Path,
    entity: PhantomData<fn() -> T>,
}

impl<T> Collection<T> {
    /// The collection at `template`, with an id for each of its `{parameters}`, in order.
    ///
    /// The path is below the version root and a leading slash is dropped. Ids are encoded, so that each stays one
    /// segment. What does not fit (an empty id, more or fewer ids than parameters) is an error when the request is
    /// built.
    /// ```
    /// # use graph_entity::{Collection, GraphEntity};
    /// # #[derive(GraphEntity)]
    /// # #[graph_entity(odata = "microsoft.graph.message")]
    /// # struct Message { id: String }
    /// let messages = Collection::<Message>::at("users/{id}/messages", &[&"a/b"]);
    /// let request = messages.item("1").get().all_properties().request()?;
    /// assert_eq!(request.path(), "users/a%2Fb/messages/1");
    /// # Ok::<_, graph_entity::Error>(())
    /// ```
    pub fn at(template: &str, ids: &[&dyn Display]) -> Self {
        Self { path: Path::new(template, ids), entity: PhantomData }
    }

    /// The item with this key.
    pub fn item(self, key: impl Display) -> Item<T> {
        Item { path: self.path.item(&key), entity: PhantomData }
    }
}

impl<T: Create> Collection<T> {
    /// A builder of the request that creates an entity in this collection.
    pub fn create(self) -> T::Builder {
        T::builder(Target(self.path))
    }
}

impl<T> Clone for Collection<T> {
    fn clone(&self) -> Self {
        Self { path: self.path.clone(), entity: PhantomData }
    }
}

impl<T> fmt::Debug for Collection<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Collection").field(&self.path.template).finish()
    }
}

/// One entity, by its key in a collection.
pub struct Item<T> {
    path: Path,
    entity: PhantomData<fn() -> T>,
}

impl<T: GraphEntity> Item<T> {
    /// A request that reads the entity.
    pub fn get(self) -> Get<T> {
        Get::new(self.path)
    }
}

impl<T> fmt::Debug for Item<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Item").field(&self.path.template).finish()
    }
}

/// An entity that can be created: the derive implements it for all that are not `abstract`.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` can't be created",
    label = "`{Self}` is abstract, or no entity",
    note = "a service creates concrete types only: derive `GraphEntity` for one of those"
)]
pub trait Create: GraphEntity {
    /// The builder, with none of its required properties set.
    type Builder;
    /// That builder.
    #[doc(hidden)]
    fn builder(target: Target) -> Self::Builder;
}
