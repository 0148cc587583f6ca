//! Complex types, enums, families and bases: with names that the derives could mean, of types, variants and fields.

use ::graph_entity::{Extra, Flags, GraphComplex, GraphEntity, GraphEnum, Unrecognized};
use ::std::boxed::Box;
use ::std::clone::Clone;
use ::std::cmp::PartialEq;
use ::std::convert::From;
use ::std::fmt::Debug;
use ::std::option::Option;
use ::std::prelude::v1::derive;
use ::std::string::String;
use ::std::vec::Vec;
use ::std::{assert, assert_eq};

use crate::support::{body, round_trip};

/// Members that are named like what the prelude and the templates name.
#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.words")]
#[allow(non_camel_case_types, clippy::upper_case_acronyms)]
enum Words {
    None,
    Some,
    Ok,
    Err,
    Option,
    String,
    Vec,
    Box,
    Self_,
    r#type,
    name,
    member,
    MEMBERS,
    #[graph(rename = "with-dash_1")]
    Dash,
    #[graph(unrecognized)]
    unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.parts", flags)]
enum Parts {
    None,
    Apps,
    Tabs,
    #[graph(unrecognized)]
    Value(String),
}

/// Fields that are named like locals and methods of the templates.
#[derive(Debug, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.parts")]
#[allow(non_snake_case)]
struct Inner {
    value: String,
    draft: Option<String>,
    json: Option<String>,
    form: Option<String>,
    members: Option<String>,
    put_members: Option<String>,
    write_value: Option<String>,
    base: Option<String>,
    __BASE: Option<String>,
    words: Option<Words>,
    parts: Option<Flags<Parts>>,
    many: Vec<Words>,
}

#[derive(Debug, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.entity", abstract)]
struct Base {
    #[graph(key, read_only)]
    id: Option<String>,
    names: String,
}

/// A base whose field is named as its type, and as what the templates name.
#[derive(Debug, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.outer", collection = "outers", singleton = "type")]
#[allow(non_snake_case)]
struct Outer {
    #[graph(base)]
    __graph: Base,
    index: i32,
    inner: Option<Inner>,
    #[graph(navigation)]
    r#type: Option<Kinds>,
    #[graph(bind)]
    r#match: Vec<String>,
    #[graph(annotation = "@contoso.rank")]
    rank: Option<i32>,
    #[graph(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.kinds", collection = "kinds")]
#[allow(non_camel_case_types)]
enum Kinds {
    Some(Box<Base>),
    None(Box<Outer>),
    r#type(Box<Other>),
    #[graph(unrecognized)]
    Box(Box<Unrecognized>),
}

#[derive(Debug, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.other")]
struct Other {
    other: Option<String>,
}

#[derive(Debug, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.values")]
#[allow(clippy::large_enum_variant)]
enum Values {
    Value(Inner),
    #[graph(unrecognized)]
    Other(Unrecognized),
}

#[test]
fn members_named_like_the_prelude() {
    for name in ["none", "some", "ok", "err", "option", "string", "vec", "box", "type", "name", "member", "mEMBERS"] {
        let word = <Words as GraphEnum>::from_name(name);
        assert_eq!((word.name(), ::std::matches!(word, Words::unrecognized(_))), (name, false));
    }
    assert_eq!(<Words as GraphEnum>::from_name("self_"), Words::Self_);
    assert_eq!(<Words as GraphEnum>::from_name("with-dash_1"), Words::Dash);
}

#[test]
fn a_draft_a_base_and_a_family() {
    let mut extra = Extra::default();
    ::std::mem::drop(extra.insert("x", ::serde_json::Value::from(1)));
    let inner = Inner::draft()
        .value("a")
        .draft("b")
        .json("c")
        .put_members("d")
        .base("e")
        .__BASE("f")
        .words(Words::None)
        .parts(Flags::from([Parts::Apps, Parts::Tabs]))
        .many([Words::Box]);
    let request = Outer::collection()
        .create()
        .__graph(Base::draft().names("n"))
        .index(1)
        .inner(inner)
        .r#type(Other::draft().other("o"))
        .r#match(["u"])
        .rank(2)
        .extra(extra)
        .request();
    assert_eq!(
        body(request),
        r##"{"@odata.type":"#microsoft.graph.outer","names":"n","index":1,"inner":{"@odata.type":"#microsoft.graph.parts","value":"a","draft":"b","json":"c","putMembers":"d","base":"e","__BASE":"f","words":"none","parts":"apps,tabs","many":["box"]},"match@odata.bind":["u"],"@contoso.rank":2,"type":{"@odata.type":"#microsoft.graph.other","other":"o"},"x":1}"##
    );
    let text = r##"{"@odata.type":"#microsoft.graph.outer","id":"1","names":"a","index":1}"##;
    let kinds: Kinds = ::std::result::Result::unwrap(::graph_entity::json::from_str(text));
    assert!(::std::matches!(&kinds, Kinds::None(outer) if outer.__graph.names == "a"));
    let kinds: Kinds = round_trip(r##"{"@odata.type":"#microsoft.graph.unknown","x":1}"##);
    assert!(::std::matches!(kinds, Kinds::Box(_)));
    assert!(::std::matches!(Kinds::from(Other { other: Option::None }), Kinds::r#type(_)));
    let values: ::std::result::Result<Values, _> = ::graph_entity::json::from_str("{}");
    assert!(::std::matches!(values, ::std::result::Result::Ok(Values::Other(_))));
}

#[test]
fn in_a_function_and_a_macro() {
    macro_rules! kinds {
        ($name:ident, $part:ident, $ty:ty) => {
            #[derive(Debug, PartialEq, GraphEnum)]
            #[graph_enum(odata = "microsoft.graph.local", crate = crate::facade::graph)]
            enum $part {
                One,
                #[graph(unrecognized)]
                Other(String),
            }

            #[derive(Debug, PartialEq, GraphEntity)]
            #[graph_entity(odata = "microsoft.graph.local", collection = "locals", crate = crate::facade::graph)]
            struct $name {
                #[graph(base)]
                base: $ty,
                part: Option<$part>,
            }
        };
    }
    kinds!(Local, Part, Other);
    let text = r##"{"@odata.type":"#microsoft.graph.local","other":"a","part":"one"}"##;
    assert_eq!(round_trip::<Local>(text).part, Option::Some(Part::One));
    assert_eq!(body(Local::collection().create().base(Other::draft().other("a")).part(Part::One).request()), text);
}

use ::std::default::Default;
