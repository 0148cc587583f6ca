//! Operations and paths: with names that the derive and `path!` could mean, in places of any kind.

use ::graph_entity::{Filter, GraphComplex, GraphEntity, GraphOperation, Page, PropertyPath, call_at, it, path};
use ::std::assert_eq;
use ::std::boxed::Box;
use ::std::convert::From;
use ::std::option::Option;
use ::std::prelude::v1::derive;
use ::std::result::Result;
use ::std::string::String;
use ::std::vec::Vec;

/// Parameters that are named like locals and methods of the templates, and like methods of a builder.
#[derive(GraphOperation)]
#[graph_operation(action = "names")]
#[allow(non_snake_case)]
struct Names {
    value: String,
    index: Option<i32>,
    name: String,
    request: String,
    send: Option<String>,
    send_blocking: Option<String>,
    changes: Option<String>,
    r#type: String,
    self_: Option<String>,
    slot: Option<String>,
    get: Option<String>,
    empty: Option<String>,
    __graph: Option<String>,
    __SHAPE: Option<String>,
    #[cfg(any())]
    never: NoSuchType,
    #[cfg_attr(not(any()), graph(rename = "Other"))]
    other: Option<Vec<String>>,
}

fn names() -> Names {
    Names {
        value: String::from("a"),
        index: Option::Some(1),
        name: String::from("b"),
        request: String::from("c"),
        send: Option::Some(String::from("d")),
        send_blocking: Option::None,
        changes: Option::None,
        r#type: String::from("e"),
        self_: Option::Some(String::from("f")),
        slot: Option::None,
        get: Option::None,
        empty: Option::None,
        __graph: Option::Some(String::from("g")),
        __SHAPE: Option::None,
        other: Option::None,
    }
}

#[test]
fn parameters_named_like_locals_and_methods() {
    let request = call_at("me", &[], &names());
    assert_eq!(
        request.body(),
        r#"{"value":"a","index":1,"name":"b","request":"c","send":"d","type":"e","self":"f","__graph":"g"}"#
    );
}

/// Types that are named like those of the runtime.
mod named {
    use ::std::prelude::v1::derive;

    #[derive(::graph_entity::GraphComplex)]
    #[graph_complex(odata = "microsoft.graph.page")]
    pub(super) struct Page {
        pub(super) page: i32,
    }

    #[derive(::graph_entity::GraphOperation)]
    #[graph_operation(function = "operation", returns = ::graph_entity::Page<Page>)]
    pub(super) struct Operation;

    #[derive(::graph_entity::GraphOperation)]
    #[graph_operation(action = "fields", returns = Page)]
    pub(super) struct Fields {}

    #[derive(::graph_entity::GraphOperation)]
    #[graph_operation(action = "unit", returns = ())]
    #[deprecated]
    pub(super) struct r#Value {
        #[deprecated]
        pub(super) r#match: i32,
    }
}

#[test]
#[allow(deprecated)]
fn operations_named_like_the_runtimes_types() {
    let request: ::graph_entity::Request<Page<named::Page>> = call_at("me", &[], &named::Operation);
    assert_eq!(request.path(), "me/operation()");
    let request: ::graph_entity::Request<named::Page> = call_at("me", &[], &named::Fields {});
    assert_eq!(request.path(), "me/fields");
    assert_eq!(request.body(), "{}");
    let request: ::graph_entity::Request<()> = call_at("me", &[], &named::Value { r#match: 1 });
    assert_eq!(request.body(), r#"{"match":1}"#);
    assert_eq!(Result::unwrap(path!(named::Page.page).name()), "page");
}

macro_rules! operation {
    ($name:ident: $kind:ident $text:literal, $returns:ty, $krate:path { $($field:ident: $ty:ty,)* }) => {
        #[derive(GraphOperation)]
        #[graph_operation($kind = $text, returns = $returns, crate = $krate)]
        struct $name {
            $($field: $ty,)*
        }
    };
}

#[test]
fn in_a_function_and_a_macro() {
    operation!(Local: function "local", Option<Vec<String>>, crate::facade::graph {
        text: String,
        part: Option<Vec<i32>>,
    });
    let local = Local { text: String::from("a/b"), part: Option::None };
    let request: ::graph_entity::Request<Option<Vec<String>>> = call_at("me", &[], &local);
    assert_eq!((request.path(), request.query()), ("me/local(text=@text)", "@text='a/b'"));
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.entity", collection = "entities")]
#[allow(non_snake_case)]
struct Entity {
    r#type: String,
    r#match: Option<i32>,
    value: Option<String>,
    steps: Vec<String>,
    NAMES: Option<i32>,
    manager: Option<Box<Entity>>,
    part: Option<Part>,
    parts: Vec<Part>,
}

#[derive(GraphComplex)]
#[graph_complex(odata = "microsoft.graph.part")]
struct Part {
    step: i32,
    name: Option<String>,
}

impl Entity {
    fn by_self() -> PropertyPath<Self, String> {
        path!(Self.r#type)
    }
}

fn query(filter: Filter<Entity>) -> String {
    let request = Entity::collection().list().all_properties().filter(filter).request();
    String::from(Result::unwrap(request).query())
}

fn name<F>(path: &PropertyPath<Entity, F>) -> &str {
    Result::unwrap(path.name())
}

#[test]
fn fields_named_like_keywords_and_locals_of_the_macro() {
    let (one, two) = (path!(Entity.r#type), path!(Entity.r#match));
    assert_eq!((name(&one), name(&two), name(&Entity::by_self())), ("type", "match", "type"));
    let (one, two) = (path!(Entity.value), path!(Entity.steps));
    assert_eq!((name(&one), name(&two)), ("value", "steps"));
    assert_eq!(name(&path!(Entity.NAMES)), "NAMES");
    assert_eq!(name(&path!(Entity.manager.manager.part.step)), "manager/manager/part/step");
}

#[test]
fn types_by_any_path() {
    type Alias = Entity;
    let paths = [
        path!(crate::requests::Entity.r#type),
        path!(self::Entity.r#type),
        path!(Alias.r#type),
        path!(::hygiene::requests::Entity.r#type),
    ];
    for path in paths {
        assert_eq!(name(&path), "type");
    }
}

/// Twice on a line, within each other, and with variables that are named as the macro's locals could be.
#[test]
fn several_at_once() {
    let (value, steps, field, names) = (1, "s", 3, 4);
    let filter = path!(Entity.r#match).eq(value) & path!(Entity.r#match).ne(field) | !path!(Entity.NAMES).eq(names);
    assert_eq!(query(filter), "$filter=match%20eq%201%20and%20match%20ne%203%20or%20not(NAMES%20eq%204)&$count=true");
    let inner = path!(Part.step).gt(value) & path!(Part.name).starts_with(steps);
    let filter = path!(Entity.parts).any(inner) & path!(Entity.steps).all(it().contains(steps));
    assert_eq!(
        query(filter),
        "$filter=parts/any(x:x/step%20gt%201%20and%20startswith(x/name,'s'))%20and%20steps/all(x:contains(x,'s'))"
    );
}

/// In a generic function, one `path!` is one static for all its types; a closure and a macro are other places.
#[test]
fn in_generic_functions_and_macros() {
    fn generic<T: ::std::fmt::Display>(_: T) -> String {
        String::from(name(&path!(Entity.part.name)))
    }
    assert_eq!((generic(1), generic("a")), (String::from("part/name"), String::from("part/name")));

    macro_rules! steps {
        ($root:ident $($field:ident)*) => {
            path!($root $(. $field)*)
        };
    }
    let closure = || steps!(Entity manager r#type);
    assert_eq!(name(&closure()), "manager/type");
    assert_eq!(name(&local_path!()), "value");
}

macro_rules! local_path {
    () => {
        ::graph_entity::path!($crate::requests::Entity.value)
    };
}
use local_path;
