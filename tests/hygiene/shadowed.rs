//! Every name of the prelude that the derive could mean is something else here.

use ::std::assert_eq;
use ::std::convert::From as _;
use ::std::prelude::v1::derive;

use crate::support::{body, round_trip};

macro_rules! shadow {
    ($($name:ident)*) => {$(
        #[allow(dead_code, non_camel_case_types)]
        pub struct $name;
    )*};
}

shadow!(Option Result String Vec Box Default Clone Copy Debug Display Into From Sized Send Iterator PartialEq Deref);
shadow!(str u8 u16 usize bool i32);
shadow!(core std alloc graph_entity serde);

#[allow(dead_code, non_snake_case)]
pub fn Some() {}
#[allow(dead_code, non_snake_case)]
pub fn Ok() {}
#[allow(dead_code, non_snake_case)]
pub fn Err() {}
#[allow(dead_code, non_upper_case_globals)]
pub const None: () = ();

#[derive(::std::fmt::Debug, ::std::cmp::PartialEq, crate::facade::graph::GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.user",
    version = "beta",
    collection = "groups/{id}/members",
    collection = "users",
    crate = crate::facade::graph
)]
pub struct User {
    #[graph(key, read_only)]
    pub id: ::std::string::String,
    pub display_name: ::std::string::String,
    #[graph(required)]
    pub mail: ::std::option::Option<::std::string::String>,
    #[graph(default)]
    pub count: ::std::primitive::i32,
    pub phones: ::std::vec::Vec<::std::string::String>,
    pub manager: ::std::option::Option<::std::boxed::Box<User>>,
    #[graph(serde)]
    pub tag: ::std::option::Option<::std::primitive::char>,
    #[graph(etag)]
    pub etag: ::std::option::Option<::std::string::String>,
    #[graph(odata_type)]
    pub kind: ::std::option::Option<::std::string::String>,
    #[graph(extra)]
    pub extra: crate::facade::graph::Extra,
}

#[derive(::std::fmt::Debug, ::std::cmp::PartialEq, crate::facade::graph::GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.member",
    collection = "members",
    singleton(path = "me", permission(get(delegated = "User.Read"))),
    permission(list = "Member.Read.All", create = "Member.ReadWrite.All, Directory.Read.All"),
    crate = crate::facade::graph,
)]
pub struct Member {
    #[graph(base)]
    pub user: User,
    pub body: Body,
    #[graph(immutable)]
    pub importance: ::std::option::Option<Importance>,
    #[graph(navigation)]
    pub objects: ::std::vec::Vec<Object>,
    #[graph(bind)]
    pub owner: ::std::option::Option<::std::string::String>,
    #[graph(annotation = "@contoso.rank")]
    pub rank: ::std::option::Option<::std::primitive::i32>,
}

#[derive(::std::fmt::Debug, ::std::cmp::PartialEq, crate::facade::graph::GraphComplex)]
#[graph_complex(odata = "microsoft.graph.itemBody", crate = crate::facade::graph)]
pub struct Body {
    pub content: ::std::string::String,
    pub parts: crate::facade::graph::Flags<Part>,
}

#[derive(::std::fmt::Debug, ::std::cmp::PartialEq, crate::facade::graph::GraphEnum)]
#[graph_enum(odata = "microsoft.graph.importance", crate = crate::facade::graph)]
pub enum Importance {
    Low,
    High,
    // The derive can't see that `String` is another one here.
    #[graph(unrecognized)]
    Unrecognized(::std::string::String),
}

#[derive(::std::fmt::Debug, ::std::cmp::PartialEq, crate::facade::graph::GraphEnum)]
#[graph_enum(odata = "microsoft.graph.part", flags, crate = crate::facade::graph)]
pub enum Part {
    Apps,
    #[graph(unrecognized)]
    Unrecognized(::std::string::String),
}

#[derive(::std::fmt::Debug, ::std::cmp::PartialEq, crate::facade::graph::GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", collection = "objects", crate = crate::facade::graph)]
pub enum Object {
    User(::std::boxed::Box<User>),
    Member(::std::boxed::Box<Member>),
    #[graph(unrecognized)]
    Unrecognized(crate::facade::graph::Unrecognized),
}

#[derive(::std::cmp::PartialEq, crate::facade::graph::GraphEntity)]
#[graph_entity(odata = "microsoft.graph.passwordCredential", crate = crate::facade::graph)]
struct Secret {
    name: ::std::string::String,
    #[graph(sensitive)]
    secret_text: ::std::option::Option<::std::string::String>,
}

#[derive(::std::fmt::Debug, crate::facade::graph::GraphOperation)]
#[graph_operation(
    function = "microsoft.graph.find",
    returns = ::std::vec::Vec<User>,
    crate = crate::facade::graph
)]
pub struct Find {
    pub text: ::std::string::String,
    pub part: ::std::option::Option<Part2>,
    #[graph(rename = "Max")]
    pub max: ::std::primitive::i32,
}

#[derive(::std::fmt::Debug, ::std::cmp::PartialEq, crate::facade::graph::GraphEnum)]
#[graph_enum(odata = "microsoft.graph.part", crate = crate::facade::graph)]
pub enum Part2 {
    Apps,
    #[graph(unrecognized)]
    Unrecognized(::std::string::String),
}

/// It writes `Debug`.
#[derive(crate::facade::graph::GraphOperation)]
#[graph_operation(action = "keep", crate = crate::facade::graph)]
pub struct Keep {
    #[graph(sensitive)]
    pub secret: ::std::option::Option<::std::string::String>,
    #[graph(serde)]
    pub tag: ::std::option::Option<::std::primitive::char>,
}

#[test]
fn an_operation_is_called() {
    let find = Find { text: ::std::convert::From::from("a'b"), part: ::std::option::Option::Some(Part2::Apps), max: 2 };
    let request = User::collection().call(&find);
    assert_eq!(request.path(), "users/microsoft.graph.find(text='a''b',part=microsoft.graph.part'apps',Max=2)",);
    let keep = Keep {
        secret: ::std::option::Option::Some(::std::convert::From::from("s")),
        tag: ::std::option::Option::Some('t'),
    };
    let request = Member::me().call(&keep);
    assert_eq!(request.path(), "me/keep");
    assert_eq!(request.body(), r#"{"secret":"s","tag":"t"}"#);
    assert_eq!(::std::format!("{keep:?}"), r#"Keep { secret: <sensitive>, tag: Some('t') }"#);
}

#[test]
fn paths_by_another_name_of_the_crate() {
    use crate::facade::graph::path as steps;
    let name = crate::facade::graph::path!(User.display_name);
    let (mail, manager) = (steps!(Member.user.mail), steps!(self::User.manager.display_name));
    let name = ::std::result::Result::unwrap(name.name());
    let (mail, manager) = (::std::result::Result::unwrap(mail.name()), ::std::result::Result::unwrap(manager.name()));
    assert_eq!((name, mail, manager), ("displayName", "mail", "manager/displayName"));
}

#[test]
fn a_value_goes_and_comes_back() {
    let text = r##"{"@odata.type":"#microsoft.graph.user","@odata.etag":"e","id":"1","displayName":"a","mail":null,"count":0,"phones":["b"],"manager":null,"tag":"c","city":"Ulm"}"##;
    let user: User = ::std::result::Result::unwrap(crate::facade::graph::json::from_str(text));
    assert_eq!(user.display_name, "a");
    assert_eq!(user.extra.len(), 1);
    let written = ::std::result::Result::unwrap(crate::facade::graph::json::to_vec(&user));
    let again: User = ::std::result::Result::unwrap(crate::facade::graph::json::from_slice(&written));
    assert_eq!(user, again);
}

#[test]
fn a_request_is_built() {
    let phones: [&::std::primitive::str; 1] = ["1"];
    let request = User::in_group("g").create().display_name("a").tag('c').mail("m").phones(phones).count(2).request();
    assert_eq!(::std::clone::Clone::clone(&::std::result::Result::unwrap(request)).path(), "groups/g/members");
    let request = User::collection().create().mail("m").display_name("a").tag('c').request();
    assert_eq!(body(request), r##"{"@odata.type":"#microsoft.graph.user","displayName":"a","mail":"m","tag":"c"}"##);
}

fn parts() -> crate::facade::graph::Flags<Part> {
    crate::facade::graph::Flags::from([Part::Apps])
}

#[test]
fn a_base_a_draft_and_a_family() {
    let user = User::draft().display_name("a").mail("m");
    let content = Body::draft().content("c").parts(parts());
    let request =
        Member::collection().create().user(user).body(content).importance(Importance::High).owner("o").rank(1);
    let text = body(request.request());
    assert_eq!(
        text,
        r##"{"@odata.type":"#microsoft.graph.member","displayName":"a","mail":"m","body":{"@odata.type":"#microsoft.graph.itemBody","content":"c","parts":"apps"},"importance":"high","owner@odata.bind":"o","@contoso.rank":1}"##
    );
    let text = r##"{"@odata.type":"#microsoft.graph.member","id":"1","displayName":"a","body":{"content":"c","parts":"apps,x"}}"##;
    let object: Object = ::std::result::Result::unwrap(crate::facade::graph::json::from_str(text));
    ::std::assert!(::std::matches!(&object, Object::Member(member) if member.user.id == "1"));
    let request = Member::me().update().body(Body::draft().content("c").parts(parts())).request();
    assert_eq!(::std::clone::Clone::clone(&::std::result::Result::unwrap(request)).path(), "me");
}

#[test]
fn a_sensitive_value_is_not_shown() {
    let secret: Secret =
        round_trip(r##"{"@odata.type":"#microsoft.graph.passwordCredential","name":"n","secretText":"s"}"##);
    assert_eq!(::std::format!("{secret:?}"), r#"Secret { name: "n", secret_text: <sensitive> }"#);
    let _ = ::std::string::String::from("");
}
