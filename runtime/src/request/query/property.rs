//! Paths to properties, from the fields of structs: [`path!`](crate::path).

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::sync::OnceLock;

use super::condition::Named;
use crate::client::error::UsageError;
use crate::entity::{GraphComplex, GraphEntity};
use crate::model::{Fields, Place, Property, Shape, SlotMut, Value};

/// The path to a property of the entity `R`, such as `manager/displayName`; `F` is the type of the last field.
///
/// [`path!`](crate::path) makes one.
pub struct PropertyPath<R, F> {
    pub(super) names: Result<Cow<'static, str>, UsageError>,
    pub(in crate::request) leads_to: LeadsTo,
    marker: PhantomData<fn() -> (R, F)>,
}

/// What a path ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LeadsTo {
    Property,
    Relationship,
    /// `$count`, which makes a query an advanced one.
    Count,
    /// An element of a collection, which has no name.
    Element,
}

impl<R, F> PropertyPath<R, F> {
    pub(super) fn new(names: Result<Cow<'static, str>, UsageError>, leads_to: LeadsTo) -> Self {
        Self { names, leads_to, marker: PhantomData }
    }

    pub(super) fn named(&self) -> Named<'_> {
        (&self.names, self.leads_to)
    }

    /// The name of a single relationship, or of several with slashes between.
    pub(crate) fn relationship(&self) -> Result<&str, UsageError> {
        if self.leads_to == LeadsTo::Relationship {
            return self.name();
        }
        self.name().and(Err(UsageError::new(
            "the path leads to no relationship: its last field is not `#[graph(navigation)]`",
        )))
    }

    /// The same path from a `T`, in whose collection there are `R`s: a family, or an entity's base. See
    /// [`Filter::within`](crate::Filter::within).
    #[must_use]
    pub fn within<T>(self) -> PropertyPath<T, F> {
        PropertyPath::new(self.names, self.leads_to)
    }

    /// The path on the wire. Fails if it has no name: a step is no property but control information or an annotation,
    /// it ends at a `base`, or it is [`it`].
    pub fn name(&self) -> Result<&str, UsageError> {
        match self.names.as_deref() {
            Ok("") => Err(UsageError::new("a path without a name is for the conditions of `any` and `all` only")),
            names => names.map_err(Clone::clone),
        }
    }

    /// [`Self::name`] of a path that is not needed any more.
    pub(in crate::request) fn into_name(self) -> Result<Cow<'static, str>, UsageError> {
        self.name()?;
        self.names
    }
}

impl<R, F> Clone for PropertyPath<R, F> {
    fn clone(&self) -> Self {
        Self::new(self.names.clone(), self.leads_to)
    }
}

impl<R, F> fmt::Debug for PropertyPath<R, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PropertyPath").field(&self.names).finish()
    }
}

/// The element itself, in a condition on the elements of a collection of primitives:
/// `path!(User.business_phones).any(it().starts_with("+49"))`.
pub fn it<V: Value>() -> PropertyPath<V, V> {
    PropertyPath::new(Ok(Cow::Borrowed("")), LeadsTo::Element)
}

/// The path to a property by the fields that lead there: `path!(User.manager.display_name)`.
///
/// Each step is a field access, so the compiler checks that the field is there, and its type is that of the values that
/// the path is compared with. An `Option` or a `Box` on the way is stepped through; a field that is a `base` adds
/// nothing. The names on the wire are looked up in the tables of the structs, once for each place in the program.
/// ```
/// use graph_entity::{GraphEntity, path};
///
/// #[derive(GraphEntity)]
/// #[graph_entity(odata = "microsoft.graph.user")]
/// struct User {
///     display_name: String,
///     #[graph(navigation)]
///     manager: Option<Box<User>>,
/// }
///
/// assert_eq!(path!(User.manager.display_name).name()?, "manager/displayName");
/// # Ok::<_, graph_entity::UsageError>(())
/// ```
#[macro_export]
macro_rules! path {
    ($($root:ident)::+ $(. $field:ident)+) => { $crate::path!(@ [$($root)::+] $(. $field)+) };
    (:: $($root:ident)::+ $(. $field:ident)+) => { $crate::path!(@ [:: $($root)::+] $(. $field)+) };
    (@ [$($root:tt)+] $(. $field:ident)+) => {{
        static NAMES: $crate::__private::Names = $crate::__private::Names::new();
        // In parentheses it is a type, which `rustc` says if there is none.
        $crate::__private::property_path::<($($root)+), _>(&NAMES, |steps| steps $(.step(|value| &value.$field))+)
    }};
    ($($root:ident)::+) => {
        ::core::compile_error!("a path has a field after the type, and a dot before it: `path!(User.display_name)`")
    };
    ($($root:ident)::+ $(. $field:ident)+ ($($arguments:tt)*) $($rest:tt)*) => {
        ::core::compile_error!(
            "a path is made of fields only; a method comes after it: `path!(User.display_name).starts_with(\"A\")`"
        )
    };
    ($($root:ident)::+ $(. $field:ident)+ [$($index:tt)*] $($rest:tt)*) => {
        ::core::compile_error!(
            "a path has no index; of a collection's elements one asks `path!(User.phones).any(path!(Phone.number).eq(\"1\"))`"
        )
    };
    ($($other:tt)*) => {
        ::core::compile_error!("a path is a type and the fields that lead to a property: `path!(User.manager.display_name)`")
    };
}

/// The names of one `path!`, looked up once.
#[derive(Debug)]
pub struct Names(OnceLock<Result<(String, LeadsTo), UsageError>>);

impl Names {
    /// Not looked up yet.
    #[allow(clippy::new_without_default)] // for a `static`
    pub const fn new() -> Self {
        Self(OnceLock::new())
    }
}

/// The path of a `path!`.
pub fn property_path<R, F>(
    names: &'static Names,
    steps: impl FnOnce(Steps<R, R>) -> Steps<R, F>,
) -> PropertyPath<R, F> {
    let start = || Steps { names: Ok((String::new(), LeadsTo::Property)), marker: PhantomData };
    match names.0.get_or_init(|| steps(start()).finish()) {
        Ok((names, leads_to)) => PropertyPath::new(Ok(Cow::Borrowed(names)), *leads_to),
        Err(error) => PropertyPath::new(Err(error.clone()), LeadsTo::Property),
    }
}

/// What a step of a path can begin with: a struct of ours, an `Option` or a `Box` of one. `K` is which kind: it keeps the
/// impls apart, and since no type is of one kind for sure, `rustc` goes on without the fields of what is of none.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no properties that a path could lead to",
    label = "not a path of structs that derive `GraphEntity` or `GraphComplex`",
    note = "of a collection's elements one asks `path!(User.phones).any(path!(Phone.number).eq(\"1\"))`; of a family the \
            properties are those of its variants' structs"
)]
pub trait Stepped<K> {
    /// The struct with the fields.
    type Struct: Value;
}

macro_rules! stepped {
    ($($kind:ident: $name:ident, $ty:ty;)*) => {$(
        #[derive(Debug)]
        pub struct $name(());

        #[diagnostic::do_not_recommend]
        impl<T: $kind + Fields> Stepped<$name> for $ty {
            type Struct = T;
        }
    )*};
}

stepped! {
    GraphEntity: Entity, T;
    GraphEntity: EntityOption, Option<T>;
    GraphEntity: EntityBox, Box<T>;
    GraphEntity: EntityBoxOption, Option<Box<T>>;
    GraphComplex: Complex, T;
    GraphComplex: ComplexOption, Option<T>;
    GraphComplex: ComplexBox, Box<T>;
    GraphComplex: ComplexBoxOption, Option<Box<T>>;
}

/// What a step of a path can lead to.
#[diagnostic::on_unimplemented(
    message = "a path can't lead to a field of type `{Self}`",
    label = "the last field is no property, or a `#[graph(serde)]` one",
    note = "what can't be said by paths can be in OData's own words: `Filter::raw(…)`"
)]
pub trait Reached: Property {}

#[diagnostic::do_not_recommend]
impl<T: Property> Reached for T {}

/// A path on its way: its type tells the fields of the next step.
#[allow(missing_debug_implementations)] // not public API
pub struct Steps<R, F> {
    names: Result<(String, LeadsTo), UsageError>,
    marker: PhantomData<fn() -> (R, F)>,
}

impl<R, F> Steps<R, F> {
    /// Goes to the field that `field` gives of a value.
    ///
    /// There is no value to go to: the field is found by its place in an empty one.
    pub fn step<V: Value, G: Reached, K>(self, field: impl FnOnce(&V) -> &G) -> Steps<R, G>
    where
        F: Stepped<K, Struct = V>,
    {
        let names = self.names.and_then(|(mut names, _)| {
            let mut value = V::empty();
            let field = field(&value);
            let field = At { address: std::ptr::from_ref(field).addr(), size: size_of::<G>(), shape: own_shape::<G>() };
            match find(&mut V::place(Place::Plain(&mut value)), &field) {
                Found::Property(name, leads_to) => {
                    if !names.is_empty() {
                        names.push('/');
                    }
                    names.push_str(name);
                    Ok((names, leads_to))
                }
                // To be gone on from: by itself it has no name.
                Found::Base => Ok((names, LeadsTo::Element)),
                Found::Other => Err(UsageError::new("a path has steps to properties and relationships only")),
            }
        });
        Steps { names, marker: PhantomData }
    }

    fn finish(self) -> Result<(String, LeadsTo), UsageError> {
        match self.names? {
            (_, LeadsTo::Element) => Err(UsageError::new("a path ends at a property, not at a `base`")),
            names => Ok(names),
        }
    }
}

/// A field of a value: where it is, and what tells it from another field at the same address (one in it, or one without
/// a size).
struct At {
    address: usize,
    size: usize,
    shape: Option<&'static Shape>,
}

enum Found {
    Property(&'static str, LeadsTo),
    /// The place of a `base` struct.
    Base,
    Other,
}

fn find(slot: &mut SlotMut<'_>, field: &At) -> Found {
    match slot {
        SlotMut::Boxed(boxed) => find(&mut boxed.open(), field),
        SlotMut::Node(node) => find_in(node.start(), field),
        _ => Found::Other,
    }
}

fn find_in(fields: &mut dyn Fields, field: &At) -> Found {
    let shape = fields.shape();
    // What has no size is where something else is, and nothing that could be asked for.
    let index = (0..shape.names.len()).find(|&index| field.size > 0 && field.is_that_of(&mut fields.slot(index)));
    match index {
        Some(index) if shape.is(index, Shape::CONTROL) || shape.names[index].contains('@') => Found::Other,
        Some(index) if shape.is(index, Shape::NAVIGATION) => Found::Property(shape.names[index], LeadsTo::Relationship),
        Some(index) => Found::Property(shape.names[index], LeadsTo::Property),
        // No property is of a struct's own type, so this is the struct that the first properties are of.
        None if field.shape.is_some() => Found::Base,
        None => Found::Other,
    }
}

impl At {
    /// Whether it is the field that a slot is of, and not a struct that begins with it.
    fn is_that_of(&self, slot: &mut SlotMut<'_>) -> bool {
        if place(slot) != (self.address, self.size) {
            return false;
        }
        match (node_shape(slot), self.shape) {
            (Some(one), Some(other)) => std::ptr::eq(one, other),
            // A derived struct may be read by its serde impls.
            (None, Some(_)) => matches!(slot, SlotMut::Serde(_)),
            (None, None) => true,
            (Some(_), None) => false,
        }
    }
}

/// The shape of a field that is a struct of its own.
fn own_shape<G: Property>() -> Option<&'static Shape> {
    node_shape(&mut G::empty().slot())
}

fn node_shape(slot: &mut SlotMut<'_>) -> Option<&'static Shape> {
    match slot {
        SlotMut::Node(node) => Some(node.start().shape()),
        _ => None,
    }
}

/// Address and size of the field that a slot is of.
fn place(slot: &SlotMut<'_>) -> (usize, usize) {
    fn of<T>(place: &Place<'_, T>) -> (usize, usize) {
        match place {
            Place::Plain(field) => at(&**field),
            Place::Opt(field) => at(&**field),
        }
    }
    fn at<T: ?Sized>(field: &T) -> (usize, usize) {
        (std::ptr::from_ref(field).cast::<()>().addr(), size_of_val(field))
    }
    match slot {
        SlotMut::Bool(place) => of(place),
        SlotMut::U8(place) => of(place),
        SlotMut::I16(place) => of(place),
        SlotMut::I32(place) => of(place),
        SlotMut::I64(place) => of(place),
        SlotMut::F32(place) => of(place),
        SlotMut::F64(place) => of(place),
        SlotMut::Str(place) => of(place),
        SlotMut::Json(place) => of(place),
        SlotMut::Decimal(place) => of(place),
        SlotMut::Text(field) => at(&**field),
        SlotMut::Node(field) => at(&**field),
        SlotMut::Family(field) => at(&**field),
        SlotMut::List(field) => at(&**field),
        SlotMut::Dictionary(field) => at(&**field),
        SlotMut::Guarded(field) => at(&**field),
        SlotMut::Boxed(field) => at(&**field),
        SlotMut::Serde(field) => at(&**field),
    }
}
