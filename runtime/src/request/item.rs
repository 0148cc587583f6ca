//! One entity: what is done with it, and what is below it.

use std::fmt::{self, Display};
use std::marker::PhantomData;

use http::header::{IF_MATCH, IF_NONE_MATCH};
use http::{HeaderName, Method};

use super::changes::Changes;
use super::collection::{Collection, Create};
use super::delta::Delta;
use super::draft::Draft;
use super::get::Get;
use super::least::Permissions;
use super::media::Media;
use super::operation::{self, Operation};
use super::path::Path;
use super::query::property::PropertyPath;
use super::reference::{REF, Reference};
use super::request::Request;
use super::state::Update;
use super::target::Target;
use super::version::{Builds, ClientVersion, Holds, Version, VersionOf};
use crate::client::error::UsageError;
use crate::entity::GraphEntity;
use crate::model::{Change, Fields, Property, Table, etag};

/// One entity, by its key in a collection or as a single instance. `V` is as for [`Collection`].
pub struct Item<T, V = ClientVersion> {
    pub(super) target: Target,
    entity: PhantomData<fn() -> (T, V)>,
}

impl<T> Item<T> {
    /// The single instance at `template`, with an id for each of its `{parameters}`, in order: `me`,
    /// `users/{id}/manager`. See [`Collection::at`].
    pub fn at<V: Version>(template: &str, ids: &[&dyn Display]) -> Item<T, V>
    where
        T: GraphEntity<Version = V>,
    {
        Item::new(Target::new(Path::new(template, ids)))
    }
}

impl<T, V: Version> Item<T, V> {
    /// [`Self::at`] for a constructor of the derive's, which has checked the template.
    #[doc(hidden)]
    pub fn of_constructor(template: &'static str, ids: &[&dyn Display]) -> Self {
        Self::new(Target::of_constructor(template, ids))
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

    /// The same entity as the derived type `D`: [`get`](Self::get) asks for its properties, and what is below it is that
    /// of the derived type (`…/microsoft.graph.user`).
    pub fn of<D: GraphEntity>(self) -> Item<D, VersionOf<D, V>>
    where
        V: Holds<T, Entity: GraphEntity>,
    {
        Item::new(V::living(self.target).cast_to::<D>())
    }

    /// The entities that a relationship leads to, by its field: `to_many(path!(Group.members))`. They can be listed,
    /// [related](Collection::add_ref) and [taken out](Self::remove_ref).
    pub fn to_many<E: GraphEntity, F: Property<Value = Vec<E>>>(
        self,
        relationship: PropertyPath<T, F>,
    ) -> Collection<E, VersionOf<E, V>>
    where
        V: Holds<T, Entity: GraphEntity>,
    {
        Collection::new(self.navigate(&relationship))
    }

    /// The entity that a relationship leads to, by its field: `to_one(path!(User.manager))`. It can be read,
    /// [set](Self::set_ref) and [taken away](Self::remove_ref).
    pub fn to_one<F: Property<Value: ToOne<B, Entity = E>>, B, E: GraphEntity>(
        self,
        relationship: PropertyPath<T, F>,
    ) -> Item<E, VersionOf<E, V>>
    where
        V: Holds<T, Entity: GraphEntity>,
    {
        Item::new(self.navigate(&relationship))
    }

    fn navigate<F>(self, relationship: &PropertyPath<T, F>) -> Target
    where
        V: Holds<T, Entity: GraphEntity>,
    {
        V::living(self.target).cast_path().map(|path| match relationship.relationship() {
            Ok(name) => path.segment(name),
            Err(error) => Path::failed(error),
        })
    }

    /// The collection at a path below this entity that no field leads to: `messages` of a user.
    /// ```
    /// # use graph_entity::{Collection, GraphEntity};
    /// # #[derive(GraphEntity)]
    /// # #[graph_entity(odata = "microsoft.graph.user", collection = "users")]
    /// # struct User { id: String }
    /// # #[derive(GraphEntity)]
    /// # #[graph_entity(odata = "microsoft.graph.message")]
    /// # struct Message { id: String }
    /// let messages: Collection<Message> = User::collection().item("1").collection("messages");
    /// assert_eq!(messages.list().all_properties().request()?.path(), "users/1/messages");
    /// # Ok::<_, graph_entity::Error>(())
    /// ```
    pub fn collection<D: GraphEntity>(self, path: &str) -> Collection<D, VersionOf<D, V>>
    where
        V: Holds<T, Entity: GraphEntity>,
    {
        Collection::new(self.below(path))
    }

    /// The single instance at a path below this entity that no field leads to: `photo` of a user.
    pub fn single<D: GraphEntity>(self, path: &str) -> Item<D, VersionOf<D, V>>
    where
        V: Holds<T, Entity: GraphEntity>,
    {
        Item::new(self.below(path))
    }

    fn below(self, path: &str) -> Target
    where
        V: Holds<T, Entity: GraphEntity>,
    {
        V::living(self.target).cast_path().map(|above| above.join(Path::new(path, &[])))
    }

    /// Does what comes next only if the entity still has this etag (`If-Match`); else the answer is
    /// [`Error::PreconditionFailed`](crate::Error::PreconditionFailed). `*` stands for any: the entity has to exist.
    ///
    /// The etag goes as it was read. Some services refuse a change without one.
    pub fn if_match(self, etag: impl AsRef<str>) -> Self {
        self.condition(IF_MATCH, etag.as_ref())
    }

    /// Does what comes next only if the entity doesn't have this etag (`If-None-Match`): `*` makes
    /// [`upsert`](Self::upsert) one that creates only.
    pub fn if_none_match(self, etag: impl AsRef<str>) -> Self {
        self.condition(IF_NONE_MATCH, etag.as_ref())
    }

    /// Does what comes next only if the entity is as `value` was read: [`if_match`](Self::if_match) with the etag in
    /// its `#[graph(etag)]` field. A value that was read without an etag is an error when the request is built.
    pub fn unchanged_since(mut self, value: &T) -> Self
    where
        T: Tagged,
    {
        const {
            assert!(
                etag::index(T::SHAPE).is_some(),
                "`unchanged_since` needs a field `#[graph(etag)] etag: Option<String>`"
            );
        }
        match etag::of(value) {
            Some(etag) => self.condition(IF_MATCH, etag),
            None => {
                self.target.fail(UsageError::new("the value has no etag: it was read without one"));
                self
            }
        }
    }

    fn condition(mut self, name: HeaderName, etag: &str) -> Self {
        self.target.condition(name, etag);
        self
    }

    /// A request that deletes the entity. What is a member of something is taken out of that by
    /// [`remove_ref`](Self::remove_ref), not by this.
    pub fn delete(self) -> Request<(), V>
    where
        V: Holds<T, Entity: GraphEntity>,
    {
        V::living(self.target).needing(|all| &all.delete).request_done(Method::DELETE)
    }

    /// A request that takes the entity out of the relationship whose path this is, such as a group's `members`
    /// (`DELETE …/$ref`). The entity itself stays.
    pub fn remove_ref(self) -> Request<(), V>
    where
        V: Holds<T, Entity: GraphEntity>,
    {
        V::living(self.target).map(|path| path.segment(REF)).request_done(Method::DELETE)
    }

    /// A request that makes `to` the entity of this single relationship, such as a user's `manager` (`PUT …/$ref`).
    pub fn set_ref(self, to: impl Into<Reference>) -> Request<(), V>
    where
        V: Holds<T, Entity: GraphEntity>,
    {
        V::living(self.target).map(|path| path.segment(REF)).request_done(Method::PUT).with_reference(to.into())
    }

    /// The bytes of the entity, such as a photo's (`…/$value`).
    pub fn media(self) -> Media<V>
    where
        V: Holds<T, Entity: GraphEntity>,
    {
        Media::new(V::living(self.target).map(|path| path.segment("$value")))
    }

    /// The request of an action or a function that is bound to the entity.
    pub fn call<O: Operation>(self, operation: &O) -> Request<O::Returns, V>
    where
        V: Holds<T, Entity: GraphEntity>,
    {
        operation::request(V::living(self.target).cast_path(), operation)
    }
}

impl<T, V: Version> Item<T, V> {
    /// A request that reads the entity.
    pub fn get(self) -> Get<T, V>
    where
        V: Holds<T, Entity: GraphEntity>,
    {
        V::get(self.target)
    }

    /// A request for what has changed below the entity (`…/delta`), among entities of its own type: of a drive's root or a
    /// folder. What has changed in a collection is [`Collection::delta`].
    /// ```
    /// # use graph_entity::{GraphEntity, Item};
    /// # #[derive(GraphEntity)]
    /// # #[graph_entity(odata = "microsoft.graph.driveItem")]
    /// # struct DriveItem { id: String, name: Option<String> }
    /// let request = Item::<DriveItem>::at("me/drive/root", &[]).delta().latest().request()?;
    /// assert_eq!((request.path(), request.query()), ("me/drive/root/delta", "$select=id,name&token=latest"));
    /// # Ok::<_, graph_entity::Error>(())
    /// ```
    pub fn delta(self) -> Delta<T, Change<T>, V>
    where
        V: Holds<T, Entity: GraphEntity>,
    {
        V::delta(self.target, "token")
    }

    /// A request that replaces the entity (PUT) with what `value` holds: all its writable properties, and nothing else.
    /// A property that is `None` is left out, and with most services reset by that.
    pub fn replace(self, value: &T) -> Request<Option<T>, V>
    where
        V: Holds<T, Entity: GraphEntity>,
    {
        V::replace(self.target, value)
    }

    /// A builder of the request that changes properties of the entity (PATCH). What is not set stays as it is;
    /// [`Null`](crate::Null) clears.
    pub fn update(self) -> V::Update
    where
        V: Builds<T, Entity: Create>,
    {
        V::update(self.target)
    }

    /// The same of changes that are known already.
    pub fn update_with(self, changes: Changes<T>) -> T::Builder<Update<V>>
    where
        T: Create + Fields,
    {
        T::builder(Draft::of_changes(self.target.living::<T>().needing(|all| &all.update), changes))
    }

    /// A builder of the request that updates the entity, or creates it if there is none (PATCH with `Prefer:
    /// create-if-missing`). What is required to create is required here too.
    ///
    /// [`send_response`](Request::send_response) tells by its status which it was: 201 is a new entity.
    pub fn upsert(mut self) -> V::Upsert
    where
        V: Builds<T, Entity: Create>,
    {
        self.target.prefer("create-if-missing");
        V::upsert(self.target)
    }
}

impl<T, V> Clone for Item<T, V> {
    fn clone(&self) -> Self {
        Self { target: self.target.clone(), entity: PhantomData }
    }
}

impl<T, V> fmt::Debug for Item<T, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Item").field(&self.target.path.template).finish()
    }
}

/// The value of a relationship to one entity: the entity, or a `Box` of it (which `B` tells).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no relationship to one entity",
    label = "neither an entity nor a `Box` of one",
    note = "`to_many` is for a relationship to many"
)]
pub trait ToOne<B> {
    /// The entity.
    type Entity;
}

#[diagnostic::do_not_recommend]
impl<T: GraphEntity> ToOne<()> for T {
    type Entity = T;
}

#[diagnostic::do_not_recommend]
impl<T: GraphEntity> ToOne<Box<()>> for Box<T> {
    type Entity = T;
}

/// A struct that can have a `#[graph(etag)]` field.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no `#[graph(etag)]` field",
    label = "not a struct that derives `GraphEntity`",
    note = "with the etag of a family's member, or one that is kept apart: `if_match(etag)`"
)]
pub trait Tagged: Table + Fields {}

#[diagnostic::do_not_recommend]
impl<T: Table + Fields> Tagged for T {}
