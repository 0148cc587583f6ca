//! Collections: where entities live.

use std::fmt::{self, Display};
use std::marker::PhantomData;

use http::Method;

use super::count::Count;
use super::delta::Delta;
use super::draft::Build;
use super::item::Item;
use super::least::Permissions;
use super::list::List;
use super::operation::{self, Operation};
use super::path::Path;
use super::query::literal::Literal;
use super::query::property::PropertyPath;
use super::reference::{REF, Reference};
use super::request::Request;
use super::target::Target;
use super::version::{Builds, ClientVersion, Holds, Version, VersionOf};
use crate::client::error::UsageError;
use crate::entity::GraphEntity;
use crate::model::{Change, IntoValue, Property, Value};

/// A collection of entities, such as `users/{id}/messages` with its ids filled in.
///
/// The derive writes a constructor for each `collection` of an entity; [`Collection::at`] is there for any other path.
///
/// `V` is the [version](crate::version) of the API that it is in: the entity's own, or else that of what it is below.
pub struct Collection<T, V = ClientVersion> {
    target: Target,
    entity: PhantomData<fn() -> (T, V)>,
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
    pub fn at<V: Version>(template: &str, ids: &[&dyn Display]) -> Collection<T, V>
    where
        T: GraphEntity<Version = V>,
    {
        Collection::new(Target::new(Path::new(template, ids)))
    }
}

impl<T, V: Version> Collection<T, V> {
    /// [`Self::at`] for a constructor of the derive's, which has checked the template. It gives that of the items,
    /// `users/{key}`.
    #[doc(hidden)]
    pub fn of_constructor(items: &'static str, ids: &[&dyn Display]) -> Self {
        Self::new(Target::of_items(items, ids))
    }

    /// What the `permission` key says.
    #[doc(hidden)]
    pub fn with_permissions(mut self, permissions: &'static Permissions) -> Self {
        self.target.permissions = Some(permissions);
        self
    }

    pub(super) fn new(target: Target) -> Self {
        Self { target, entity: PhantomData }
    }

    /// The item with this key.
    pub fn item(self, key: impl Display) -> Item<T, V> {
        Item::new(self.target.item(|path| path.item(&key)))
    }

    /// The item with this value of a property that is an alternate key: `groups(uniqueName='…')`.
    ///
    /// A service has them for few types, each named in its documentation.
    pub fn item_by<F: Property<Value: Value>>(
        self,
        property: PropertyPath<T, F>,
        value: impl IntoValue<F::Value>,
    ) -> Item<T, V> {
        let literal = Literal::of(&value).map(Literal::qualified).and_then(|literal| match literal.as_str() {
            "null" => Err(UsageError::new("null is no key")),
            _ => Ok(literal),
        });
        Item::new(self.target.item(|path| match property.name() {
            Ok(name) if name.contains('/') => Path::failed(UsageError::new("a key is a property of the entity itself")),
            Ok(name) => path.alternate(name, literal),
            Err(error) => Path::failed(error),
        }))
    }

    /// The same collection, of which entities of the derived type `D` are meant: [`list`](Self::list) and
    /// [`count`](Self::count) ask for these only (`…/microsoft.graph.user`), [`create`](Self::create) makes one.
    pub fn of<D: GraphEntity>(self) -> Collection<D, VersionOf<D, V>>
    where
        V: Holds<T, Entity: GraphEntity>,
    {
        Collection::new(V::living(self.target).cast_to::<D>())
    }

    /// A request that relates an entity (`POST …/$ref`): a user becomes a member of a group. The entity itself is not
    /// changed.
    pub fn add_ref(self, to: impl Into<Reference>) -> Request<(), V>
    where
        V: Holds<T, Entity: GraphEntity>,
    {
        V::living(self.target).map(|path| path.segment(REF)).request_done(Method::POST).with_reference(to.into())
    }

    /// The request of an action or a function that is bound to the collection.
    pub fn call<O: Operation>(self, operation: &O) -> Request<O::Returns, V>
    where
        V: Holds<T, Entity: GraphEntity>,
    {
        operation::request(V::living(self.target).cast_path(), operation)
    }
}

// The bounds are the methods': `rustc` then tells it in our words.
impl<T, V: Version> Collection<T, V> {
    /// A builder of the request that creates an entity in this collection.
    pub fn create(self) -> V::Create
    where
        V: Builds<T, Entity: Create>,
    {
        V::create(self.target)
    }

    /// A request that lists the entities, page by page.
    pub fn list(self) -> List<T, T, V>
    where
        V: Holds<T, Entity: GraphEntity>,
    {
        V::list(self.target)
    }

    /// A request for what has changed among the entities (`…/delta`), from the beginning or from now on.
    pub fn delta(self) -> Delta<T, Change<T>, V>
    where
        V: Holds<T, Entity: GraphEntity>,
    {
        V::delta(self.target.needing(|all| &all.list), "$deltatoken")
    }

    /// A request that counts the entities (`…/$count`).
    pub fn count(self) -> Count<T, V>
    where
        V: Holds<T, Entity: GraphEntity>,
    {
        Count::new(V::living(self.target).needing(|all| &all.list))
    }
}

impl<T, V> Clone for Collection<T, V> {
    fn clone(&self) -> Self {
        Self { target: self.target.clone(), entity: PhantomData }
    }
}

impl<T, V> fmt::Debug for Collection<T, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Collection").field(&self.target.path.template).finish()
    }
}

/// An entity that can be created: the derive implements it for all that are not `abstract`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be created or updated",
    label = "`{Self}` is abstract, a family, or no entity",
    note = "a service creates concrete types only: use the entity's own struct, which derives `GraphEntity`"
)]
pub trait Create: Build + GraphEntity {}
