//! Types that are named like the runtime's, and used as the types of fields.

use ::graph_entity::GraphEntity;
use ::std::assert_eq;
use ::std::cmp::PartialEq;
use ::std::fmt::Debug;
use ::std::option::Option;
use ::std::prelude::v1::derive;
use ::std::string::String;
use ::std::vec::Vec;

use crate::support::{body, round_trip};

macro_rules! entities {
    ($($name:ident)*) => {$(
        #[derive(Debug, PartialEq, GraphEntity)]
        #[graph_entity(odata = "microsoft.graph.part")]
        #[allow(non_camel_case_types)]
        pub struct $name {
            pub id: String,
        }
    )*};
}

entities!(Shape Draft Collection Property Value Fields Sets State Ready Missing Create Request Error S T V N H D Unset Complete First);

/// A struct named as its field.
#[derive(Debug, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
#[allow(non_camel_case_types)]
pub struct user {
    user: String,
}

#[derive(Debug, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.whole", collection = "wholes")]
struct Whole {
    shape: Shape,
    draft: Option<Draft>,
    collection: Vec<Collection>,
    property: Option<Property>,
    value: Option<Value>,
    fields: Option<Fields>,
    sets: Option<Sets>,
    state: Option<State>,
    ready: Option<Ready>,
    missing: Option<Missing>,
    create: Option<Create>,
    request_: Option<Request>,
    error: Option<Error>,
    unset: Option<Unset>,
    complete: Option<Complete>,
    first: Option<First>,
    s: S,
    t: Option<T>,
    v: Option<V>,
    n: Option<N>,
    h: Option<H>,
    d: Option<D>,
    user: Option<user>,
}

#[test]
fn types_named_like_the_runtimes() {
    let whole: Whole = ::std::result::Result::unwrap(::graph_entity::json::from_str(
        r#"{"shape":{"id":"1"},"s":{"id":"2"},"collection":[{"id":"3"}],"user":{"user":"4"}}"#,
    ));
    assert_eq!((&*whole.shape.id, &*whole.s.id, &*whole.collection[0].id), ("1", "2", "3"));
    let request = Whole::collection().create().s(S { id: String::new() }).shape(whole.shape).request();
    assert_eq!(
        body(request),
        r##"{"@odata.type":"#microsoft.graph.whole","shape":{"@odata.type":"#microsoft.graph.part","id":"1"},"s":{"@odata.type":"#microsoft.graph.part","id":""}}"##
    );
}

#[test]
fn a_struct_named_as_its_field() {
    let text = r##"{"@odata.type":"#microsoft.graph.user","user":"a"}"##;
    assert_eq!(round_trip::<user>(text).user, "a");
    assert_eq!(body(user::collection().create().user("a").request()), text);
}
