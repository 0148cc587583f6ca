//! Fields that are named like what the derive writes.

use ::graph_entity::GraphEntity;
use ::std::assert_eq;
use ::std::option::Option;
use ::std::prelude::v1::derive;
use ::std::string::String;

use crate::support::{body, round_trip};

/// Locals and methods of the templates.
#[allow(non_snake_case)]
#[derive(Debug, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.names", collection = "names")]
struct Names {
    value: String,
    index: String,
    name: String,
    map: Option<String>,
    self_: Option<String>,
    r#type: String,
    fields: Option<String>,
    shape: Option<String>,
    slot: Option<String>,
    get: Option<String>,
    state: Option<String>,
    request_: Option<String>,
    send_: Option<String>,
    empty: Option<String>,
    place: Option<String>,
    put: Option<String>,
    builder: Option<String>,
    target: Option<String>,
    client: Option<String>,
    serializer: Option<String>,
    f: Option<String>,
    fmt: Option<String>,
    table: Option<String>,
    collection: Option<String>,
    create: Option<String>,
    extra: Option<String>,
    kept_type: Option<String>,
    __graph: Option<String>,
    __property: Option<String>,
    __SHAPE: Option<String>,
    r#async: Option<String>,
}

use ::std::cmp::PartialEq;
use ::std::fmt::Debug;

#[test]
fn fields_named_like_locals_and_methods() {
    let names: Names = ::std::result::Result::unwrap(::graph_entity::json::from_str(
        r#"{"value":"a","index":"b","name":"c","type":"d","self":"e","request":"f","async":"g"}"#,
    ));
    assert_eq!((&*names.value, &*names.index, &*names.name, &*names.r#type), ("a", "b", "c", "d"));
    assert_eq!(names.self_.as_deref(), Option::Some("e"));
    let request = Names::collection()
        .create()
        .r#type("1")
        .index("2")
        .value("3")
        .name("4")
        .self_("5")
        .request_("6")
        .send_("7")
        .put("8")
        .r#async("9")
        .__property("10")
        .request();
    assert_eq!(
        body(request),
        r##"{"@odata.type":"#microsoft.graph.names","value":"3","index":"2","name":"4","self":"5","type":"1","request":"6","send":"7","put":"8","__property":"10","async":"9"}"##
    );
}

/// One property of each kind of name that changes on the wire.
#[derive(Debug, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.wire", collection = "wires")]
struct Wire {
    user_principal_name: String,
    r#match: i32,
    #[graph(rename = "ID")]
    id: Option<bool>,
}

#[test]
fn wire_names() {
    let text = r##"{"@odata.type":"#microsoft.graph.wire","userPrincipalName":"a","match":1,"ID":true}"##;
    let wire: Wire = round_trip(text);
    assert_eq!(wire, Wire { user_principal_name: ::std::convert::From::from("a"), r#match: 1, id: Option::Some(true) });
    assert_eq!(body(Wire::collection().create().r#match(1).user_principal_name("a").id(true).request()), text);
}

/// A field that is deprecated: a use warns, the derive does not.
#[derive(Debug, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.old", collection = "olds")]
struct Old {
    /// A field with a doc comment.
    id: Option<String>,
    #[deprecated = "use `id`"]
    name: Option<String>,
}

mod quiet {
    #![deny(deprecated, warnings)]

    /// A type that is deprecated.
    #[deprecated]
    #[derive(Debug, PartialEq, ::graph_entity::GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.older", collection = "olders")]
    pub(super) struct Older {
        /// Gone.
        #[deprecated]
        pub(super) name: String,
    }

    use ::std::cmp::PartialEq;
    use ::std::fmt::Debug;
    use ::std::prelude::v1::derive;
    use ::std::string::String;
}

#[test]
#[allow(deprecated)]
fn deprecated_fields() {
    let text = r##"{"@odata.type":"#microsoft.graph.old","id":"1","name":"a"}"##;
    assert_eq!(round_trip::<Old>(text).name.as_deref(), Option::Some("a"));
    assert_eq!(body(Old::collection().create().id("1").name("a").request()), text);
    let text = r##"{"@odata.type":"#microsoft.graph.older","name":"a"}"##;
    assert_eq!(round_trip::<quiet::Older>(text).name, "a");
    assert_eq!(body(quiet::Older::collection().create().name("a").request()), text);
}
