//! Fields that are there or not.

use ::graph_entity::GraphEntity;
use ::std::assert_eq;
use ::std::cmp::PartialEq;
use ::std::fmt::Debug;
use ::std::option::Option;
use ::std::prelude::v1::derive;
use ::std::string::String;

use crate::support::{body, round_trip};

#[derive(Debug, PartialEq, GraphEntity)]
#[cfg_attr(not(any()), graph_entity(odata = "microsoft.graph.user", collection = "users"))]
#[cfg_attr(any(), graph_entity(odata = "not a name"))]
struct User {
    #[cfg(any())]
    never: NoSuchType,
    #[cfg(not(any()))]
    always: String,
    #[cfg_attr(not(any()), graph(rename = "mailNickname"))]
    #[cfg_attr(any(), graph(rename = "@odata.type"))]
    nick: Option<String>,
    #[cfg(any())]
    #[graph(no_such_key)]
    also_never: String,
}

#[test]
fn fields_that_are_configured_out_do_not_exist() {
    let text = r##"{"@odata.type":"#microsoft.graph.user","always":"a","mailNickname":"b"}"##;
    assert_eq!(round_trip::<User>(text), User { always: String::from("a"), nick: Option::Some(String::from("b")) });
    assert_eq!(body(User::collection().create().always("a").nick("b").request()), text);
}

use ::std::convert::From;
