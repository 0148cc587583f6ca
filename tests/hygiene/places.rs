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
