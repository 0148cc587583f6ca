//! Where entities live: collections, and the items in them by key.

use std::fmt::{self, Display};
use std::marker::PhantomData;

use http::Method;

use super::changes::Changes;
use super::draft::{Build, Draft};
use super::get::Get;
use super::path::Path;
use super::request::Request;
use super::state::Update;
use crate::client::error::{Error, UsageError};
use crate::entity::GraphEntity;
use crate::model::write::Form;
use crate::model::{Fields, text};

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

// The bound is the method's: `rustc` then tells it in our words.
impl<T> Collection<T> {
    /// A builder of the request that creates an entity in this collection.
    pub fn create(self) -> T::Builder<T::Required>
    where
        T: Create,
    {
        T::builder(Draft::new(Some(self.path), Form::Create))
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

impl<T> Item<T> {
    /// A request that reads the entity.
    pub fn get(self) -> Get<T>
    where
        T: GraphEntity,
    {
        Get::new(self.path)
    }
}

impl<T: GraphEntity> Item<T> {
    /// A request that replaces the entity (PUT) with what `value` holds: all its writable properties, and nothing else.
    /// A property that is `None` is left out, and with most services reset by that.
    pub fn replace(self, value: &T) -> Result<Request<Option<T>>, Error> {
        let request = || {
            let mut body = Vec::new();
            text::write(value.get(), Form::Update, &mut body)
                .map_err(|error| UsageError::with_cause("the value can't be sent", error))?;
            Ok(Request::<T>::new(Method::PUT, T::VERSION, self.path)?.with_json(body.into()))
        };
        request().map(Request::optional).map_err(Error::Usage)
    }

    /// The single instance at `template`, with an id for each of its `{parameters}`, in order: `me`,
    /// `users/{id}/manager`. See [`Collection::at`].
    pub fn at(template: &str, ids: &[&dyn Display]) -> Self {
        Self { path: Path::new(template, ids), entity: PhantomData }
    }
}

impl<T> Item<T> {
    /// A builder of the request that changes properties of the entity (PATCH). What is not set stays as it is;
    /// [`Null`](crate::Null) clears.
    pub fn update(self) -> T::Builder<Update>
    where
        T: Create,
    {
        T::builder(Draft::new(Some(self.path), Form::Update))
    }

    /// The same of changes that are known already.
    pub fn update_with(self, changes: Changes<T>) -> T::Builder<Update>
    where
        T: Create + Fields,
    {
        T::builder(Draft::of_changes(self.path, changes))
    }
}

impl<T> fmt::Debug for Item<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Item").field(&self.path.template).finish()
    }
}

/// An entity that can be created: the derive implements it for all that are not `abstract`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be created or updated",
    label = "`{Self}` is abstract, a family, or no entity",
    note = "a service creates concrete types only: use the entity's own struct, which derives `GraphEntity`"
)]
pub trait Create: Build + GraphEntity {}
