//! How the bounds of what is done with a collection or an item are put: not `T: GraphEntity`, but the same of `T` as the
//! version `V` has it. Once `rustc` has told at `Collection::at` that `T` is no entity, it does not know `V`, and asks no
//! more; else it would tell so at each call that follows.

use http::Method;

use super::delta::Delta;
use super::draft::{Build, Does, Draft};
use super::get::Get;
use super::list::List;
use super::query::projection::Projection;
use super::request::Request;
use super::state::{Update, Upsert};
use super::target::Target;
use super::version::Version;
use crate::client::error::UsageError;
use crate::entity::GraphEntity;
use crate::json::writer::Text;
use crate::model::write::Form;
use crate::model::{Change, text};

/// A version that `T` can be in: any. Whether `T` is an entity is the bound of `Entity`.
pub trait Holds<T>: Version + Sized {
    /// `T`.
    type Entity;

    /// The target in the version that `T` lives in.
    #[doc(hidden)]
    fn living(target: Target) -> Target
    where
        Self::Entity: GraphEntity;

    #[doc(hidden)]
    fn get(target: Target) -> Get<T, Self>
    where
        Self::Entity: GraphEntity;

    #[doc(hidden)]
    fn list(target: Target) -> List<T, T, Self>
    where
        Self::Entity: GraphEntity;

    #[doc(hidden)]
    fn delta(target: Target, token: &'static str) -> Delta<T, Change<T>, Self>
    where
        Self::Entity: GraphEntity;

    #[doc(hidden)]
    fn replace(target: Target, value: &T) -> Request<Option<T>, Self>
    where
        Self::Entity: GraphEntity;
}

impl<T, V: Version> Holds<T> for V {
    type Entity = T;

    fn living(target: Target) -> Target
    where
        T: GraphEntity,
    {
        target.living::<T>()
    }

    fn get(target: Target) -> Get<T, Self>
    where
        T: GraphEntity,
    {
        Get::new(target.living::<T>().needing(|all| &all.get))
    }

    fn list(target: Target) -> List<T, T, Self>
    where
        T: GraphEntity,
    {
        List::new(target.living::<T>().needing(|all| &all.list))
    }

    fn delta(target: Target, token: &'static str) -> Delta<T, Change<T>, Self>
    where
        T: GraphEntity,
    {
        Delta::new(target.living::<T>(), token)
    }

    fn replace(target: Target, value: &T) -> Request<Option<T>, Self>
    where
        T: GraphEntity,
    {
        let mut body = Text::default();
        let written = text::write(&value.get(), Form::Update, &mut body);
        let target = target.living::<T>().needing(|all| &all.update);
        let projection = Projection::of::<T>(T::SHAPE, 0);
        let mut parts = target.parts(Method::PUT).with_properties(body.into_bytes().into(), projection);
        if let Err(error) = written {
            parts.fail(UsageError::with_cause("the value can't be sent", error));
        }
        Request::optional(parts)
    }
}

/// The builders of an entity `T` in this version of the API, by what they do.
pub trait Builds<T>: Version {
    /// `T`, for a bound that is not asked for while the version is not known.
    type Entity;
    /// That of [`Collection::create`](crate::Collection::create).
    type Create;
    /// That of [`Item::update`](crate::Item::update).
    type Update;
    /// That of [`Item::upsert`](crate::Item::upsert).
    type Upsert;

    #[doc(hidden)]
    fn create(target: Target) -> Self::Create;
    #[doc(hidden)]
    fn update(target: Target) -> Self::Update;
    #[doc(hidden)]
    fn upsert(target: Target) -> Self::Upsert;
}

// What has a builder, and not only what can be created: the types have names where the bound `Create` is not fulfilled.
#[diagnostic::do_not_recommend]
impl<T: Build + GraphEntity, V: Version> Builds<T> for V {
    type Entity = T;
    type Create = T::Builder<V::Creating<T::Required>>;
    type Update = T::Builder<Update<V>>;
    type Upsert = T::Builder<Upsert<T::Required, V>>;

    fn create(target: Target) -> Self::Create {
        T::builder(Draft::to(target, Does::Create))
    }

    fn update(target: Target) -> Self::Update {
        T::builder(Draft::to(target, Does::Update))
    }

    fn upsert(target: Target) -> Self::Upsert {
        T::builder(Draft::to(target, Does::Upsert))
    }
}
