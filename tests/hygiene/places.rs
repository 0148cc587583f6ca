//! Where a struct may stand, who may see it, and what may write it.

use ::graph_entity::GraphEntity;
use ::std::assert_eq;
use ::std::cmp::PartialEq;
use ::std::fmt::Debug;
use ::std::option::Option;
use ::std::prelude::v1::derive;
use ::std::string::String;

use crate::support::{body, round_trip};

#[test]
fn in_a_function() {
    #[derive(Debug, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.local", collection = "locals")]
    struct Local {
        name: String,
        other: Option<Other>,
    }

    #[derive(Debug, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.other")]
    struct Other {
        name: String,
    }

    let text = r##"{"@odata.type":"#microsoft.graph.local","name":"a"}"##;
    assert_eq!(body(Local::collection().create().name("a").request()), text);
    let text = r##"{"@odata.type":"#microsoft.graph.local","name":"a","other":{"@odata.type":"#microsoft.graph.other","name":"b"}}"##;
    assert_eq!(round_trip::<Local>(text).other, Option::Some(Other { name: String::from("b") }));
}

use ::std::convert::From;

macro_rules! entity {
    ($vis:vis $name:ident, $odata:literal, $path:expr, $krate:path { $($field:ident: $ty:ty,)* }) => {
        #[derive(Debug, PartialEq, GraphEntity)]
        #[graph_entity(odata = $odata, collection = $path, crate = $krate)]
        $vis struct $name {
            $($field: $ty,)*
        }
    };
}

entity!(pub(crate) Written, "microsoft.graph.written", "written/{id}/x", crate::facade::graph {
    name: String,
    // Seen as an `Option`, though it comes in a group of its own.
    mail: Option<String>,
    phones: ::std::vec::Vec<String>,
});

#[test]
fn in_a_macro() {
    let text = r##"{"@odata.type":"#microsoft.graph.written","name":"a"}"##;
    assert_eq!(body(Written::in_written("1").create().name("a").request()), text);
    let text = r##"{"@odata.type":"#microsoft.graph.written","name":"a","mail":"b","phones":[]}"##;
    assert_eq!(round_trip::<Written>(text).mail.as_deref(), Option::Some("b"));
}

/// Tokens that the macro only passes on: the types are then of another place than the derive.
macro_rules! passed_on {
    ($($head:ident $name:ident { $($body:tt)* })*) => {$(
        #[derive(Debug, PartialEq, GraphEntity)]
        #[graph_entity(odata = "microsoft.graph.passedOn", crate = crate::facade::graph)]
        $head $name {
            $($body)*
        }
    )*};
}

passed_on! {
    struct PassedBase {
        id: String,
    }
    struct Passed {
        #[graph(base)]
        base: PassedBase,
        #[graph(serde)]
        other: Option<String>,
        #[graph(extra)]
        extra: crate::facade::graph::Extra,
    }
    enum PassedFamily {
        Passed(Passed),
        #[graph(unrecognized)]
        Base(PassedBase),
    }
}

#[test]
fn passed_through_a_macro() {
    let text = r##"{"@odata.type":"#microsoft.graph.passedOn","id":"1","other":"b","more":2}"##;
    assert_eq!(round_trip::<Passed>(text).base.id, "1");
    assert!(::std::matches!(round_trip::<PassedFamily>(text), PassedFamily::Passed(_)));
}

/// Types that come in as identifiers are of another place than what the macro writes.
macro_rules! of_identifiers {
    ($name:ident: $base:ident, $field:ident: $type:ident; $family:ident: $unrecognized:ident) => {
        #[derive(Debug, PartialEq, GraphEntity)]
        #[graph_entity(odata = "microsoft.graph.derived", collection = "derived")]
        struct $name {
            #[graph(base)]
            base: $base,
            $field: $type,
            #[graph(serde)]
            serde: $type,
        }

        #[derive(Debug, PartialEq, GraphEntity)]
        #[graph_entity(odata = "microsoft.graph.other")]
        enum $family {
            Base($base),
            Derived($name),
            #[graph(unrecognized)]
            Unrecognized($unrecognized),
        }
    };
}

#[derive(Debug, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.common")]
struct Common {
    name: String,
}

type Rest = ::graph_entity::Unrecognized;

of_identifiers!(Derived: Common, title: String; Any: Rest);

#[test]
fn in_a_macro_that_takes_identifiers() {
    let text = r##"{"@odata.type":"#microsoft.graph.derived","name":"a","title":"b","serde":"c"}"##;
    assert_eq!(round_trip::<Derived>(text).base.name, "a");
    let draft = Derived::collection().create().base(Common { name: String::from("a") }).title("b").serde("c");
    assert_eq!(body(draft.request()), text);
    assert_eq!(round_trip::<Any>(text), Any::Derived(round_trip::<Derived>(text)));
}

mod inner {
    use super::*;

    #[derive(Debug, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.near", collection = "nears")]
    pub(super) struct Near {
        name: String,
        private: Option<Private>,
    }

    #[derive(Debug, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.private")]
    struct Private {
        name: String,
    }

    #[derive(Debug, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.far", collection(path = "fars", name = "all"))]
    pub(in crate::places) struct Far {
        pub(super) name: String,
    }

    pub(super) fn named(near: &Near) -> &str {
        &near.name
    }
}

#[test]
fn private_structs() {
    let text = r##"{"@odata.type":"#microsoft.graph.near","name":"a","private":{"@odata.type":"#microsoft.graph.private","name":"b"}}"##;
    assert_eq!(inner::named(&round_trip::<inner::Near>(text)), "a");
    let builder: inner::FarBuilder<_> = inner::Far::all().create().name("a");
    assert_eq!(
        ::std::format!("{builder:?}"),
        r#"Draft { odata_type: "microsoft.graph.far", path: "fars", set: {"name"} }"#
    );
    let text = r##"{"@odata.type":"#microsoft.graph.far","name":"a"}"##;
    assert_eq!(round_trip::<inner::Far>(text).name, "a");
    assert_eq!(body(builder.request()), text);
}

/// No property at all, and none to set.
#[test]
fn a_struct_without_fields() {
    #[derive(Debug, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.empty", collection = "empties", untagged)]
    struct Empty {}

    assert_eq!(body(Empty::collection().create().request()), "{}");
    assert_eq!(round_trip::<Empty>("{}"), Empty {});
}

/// An alias of `Option` is not seen: the property is required, its setter takes the value.
#[test]
fn an_alias_of_option() {
    type Maybe = Option<String>;

    #[derive(Debug, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.alias", collection = "aliases")]
    struct Alias {
        name: Maybe,
    }

    let text = r##"{"@odata.type":"#microsoft.graph.alias","name":"a"}"##;
    assert_eq!(body(Alias::collection().create().name("a").request()), text);
    assert_eq!(round_trip::<Alias>(text).name.as_deref(), Option::Some("a"));
}
