//! The derive under the lints of careful users. What it writes gets no warning, whether `rustc`'s, clippy's or rustdoc's:
//! run clippy on this target too.

#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    missing_copy_implementations,
    unused_qualifications,
    unreachable_pub,
    single_use_lifetimes,
    elided_lifetimes_in_paths,
    unused_must_use,
    unused_lifetimes,
    unused_results,
    unit_bindings,
    unnameable_types,
    let_underscore_drop,
    redundant_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    variant_size_differences,
    non_ascii_idents,
    future_incompatible,
    rust_2018_idioms,
    nonstandard_style,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::cargo,
    clippy::missing_errors_doc,
    clippy::missing_const_for_fn,
    clippy::absolute_paths,
    clippy::allow_attributes_without_reason,
    clippy::exhaustive_structs,
    clippy::missing_docs_in_private_items,
    clippy::missing_inline_in_public_items,
    clippy::min_ident_chars,
    clippy::unwrap_used,
    clippy::same_name_method,
    clippy::shadow_unrelated,
    rustdoc::all
)]
#![allow(clippy::multiple_crate_versions, reason = "of this workspace's dependencies, not of what the derive writes")]
#![allow(clippy::cargo_common_metadata, reason = "this package is not published")]
#![allow(clippy::exhaustive_structs, reason = "the users' own, with public fields")]

use graph_entity::{
    Dictionary, Extra, Flags, GraphComplex, GraphEntity, GraphEnum, GraphOperation, Item, Page, Unrecognized, it, path,
};

/// A part.
#[derive(Clone, Debug, Default, PartialEq, Eq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.part")]
pub struct Part {
    /// Its name.
    pub name: Option<String>,
}

/// Every key there is.
#[derive(Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.user",
    version = "beta",
    collection = "users",
    collection = "groups/{id}/members",
    collection(path = "users/{id}/reports", name = "reports"),
    strict
)]
pub struct User {
    /// The key.
    #[graph(key, read_only)]
    pub id: String,
    /// Plain.
    pub display_name: String,
    #[allow(missing_docs, reason = "its setter has a text of its own")]
    pub undocumented: Option<i64>,
    /// Required.
    #[graph(required)]
    pub mail: Option<String>,
    /// Default.
    #[graph(default)]
    pub count: i32,
    /// A collection.
    pub phones: Vec<String>,
    /// A struct.
    pub part: Option<Box<Part>>,
    /// A secret.
    #[graph(sensitive, write_only)]
    pub password: Option<String>,
    /// By serde.
    #[graph(serde)]
    pub tag: Option<char>,
    /// An annotation.
    #[graph(etag)]
    pub etag: Option<String>,
    /// Another type's name.
    #[graph(odata_type)]
    pub kind: Option<String>,
    /// The rest.
    #[graph(extra)]
    pub extra: Extra,
    /// A keyword.
    #[graph(rename = "Type")]
    pub r#type: Option<bool>,
}

/// A complex type with every key that it takes.
#[derive(Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.itemBody", strict, untagged)]
pub struct ItemBody {
    /// Plain.
    pub content: String,
    #[allow(missing_docs, reason = "its setter has a text of its own")]
    pub undocumented: Option<Importance>,
    /// A set.
    pub parts: Flags<CloneableParts>,
    /// Names and values.
    pub names: Dictionary<String>,
    /// A secret.
    #[graph(sensitive)]
    pub secret: Option<String>,
    /// The rest.
    #[graph(extra)]
    pub extra: Extra,
}

/// An enum.
#[derive(Clone, Debug, PartialEq, Eq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.importance")]
#[non_exhaustive]
pub enum Importance {
    /// Not much.
    Low,
    /// Much.
    #[graph(rename = "veryHigh")]
    High,
    /// Any other.
    #[graph(unrecognized)]
    Unrecognized(String),
}

/// An enum whose members combine.
#[derive(Clone, Debug, PartialEq, Eq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.clonableTeamParts", flags)]
#[non_exhaustive]
pub enum CloneableParts {
    /// Apps.
    Apps,
    /// Tabs.
    Tabs,
    /// Any other.
    #[graph(unrecognized)]
    Unrecognized(String),
}

/// A derived type, with the keys of relationships.
#[derive(Clone, Debug, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.device",
    collection = "devices",
    singleton(path = "device", permission(get = "Device.Read", update(delegated = "Device.ReadWrite"))),
    permission(
        create = "Directory.ReadWrite.All",
        get = "Device.Read.All",
        list = "Device.Read.All",
        update = "Device.ReadWrite.All",
        delete = "Device.ReadWrite.All"
    )
)]
pub struct Device {
    /// The base.
    #[graph(base)]
    pub object: DirectoryObject,
    /// Plain.
    pub display_name: String,
    /// For good.
    #[graph(immutable)]
    pub device_id: Option<String>,
    /// A relationship.
    #[graph(navigation)]
    pub members: Vec<Object>,
    /// By URL.
    #[graph(bind)]
    pub owner: Option<String>,
    #[graph(bind)]
    #[allow(missing_docs, reason = "its setter has a text of its own")]
    pub groups: Vec<String>,
    /// An annotation.
    #[graph(annotation = "@contoso.rank")]
    pub rank: Option<i32>,
    /// Control information.
    #[graph(annotation = "members@odata.count")]
    pub members_count: Option<i64>,
}

/// A derived type whose base has nothing that is required.
#[derive(Clone, Debug, PartialEq, Eq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.subPart")]
pub struct SubPart {
    #[graph(base)]
    #[allow(missing_docs, reason = "its setter has a text of its own")]
    pub part: Part,
}

/// A family of entities.
#[derive(Clone, Debug, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", version = "beta", collection = "directoryObjects")]
#[non_exhaustive]
pub enum Object {
    /// The base type itself.
    DirectoryObject(Box<DirectoryObject>),
    /// A device.
    Device(Box<Device>),
    /// Any other.
    #[graph(unrecognized)]
    Unrecognized(Box<Unrecognized>),
}

/// A family of complex types.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.body")]
#[non_exhaustive]
pub enum Body {
    /// An item's.
    Item(Box<ItemBody>),
    /// Any other.
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

/// Abstract.
#[derive(Clone, Debug, PartialEq, Eq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", collection = "directoryObjects", abstract)]
pub struct DirectoryObject {
    /// The key.
    pub id: String,
}

/// An action with every key that it and its parameters take. `Debug` is the derive's.
#[derive(Clone, PartialEq, Eq, GraphOperation)]
#[graph_operation(action = "changePassword", crate = graph_entity)]
pub struct ChangePassword {
    /// A secret.
    #[graph(sensitive)]
    pub new_password: String,
    /// By serde.
    #[graph(serde, rename = "Tag")]
    pub tag: Option<char>,
    #[allow(missing_docs, reason = "there is nothing to say")]
    pub undocumented: Option<Importance>,
    /// A keyword.
    pub r#type: Option<Vec<i32>>,
}

/// A function without parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphOperation)]
#[graph_operation(function = "microsoft.graph.delta", returns = Page<User>)]
pub struct Delta;

/// Of this file only.
#[derive(Debug, GraphOperation)]
#[graph_operation(function = "count", returns = i64)]
struct Counted {
    /// Of what.
    kind: String,
}

/// Of this file only.
#[derive(Debug, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.private", collection = "privates", untagged)]
struct Private {
    /// The key.
    id: String,
}

#[test]
fn what_is_written_works_as_well() -> Result<(), graph_entity::Error> {
    let request = User::reports("1").create().mail("a").display_name("b").undocumented(1).request()?;
    assert_eq!(request.path(), "users/1/reports", "the path");
    assert_eq!(
        request.body(),
        r##"{"@odata.type":"#microsoft.graph.user","displayName":"b","undocumented":1,"mail":"a"}"##,
        "the body"
    );
    let object = DirectoryObject::draft().id("1");
    let device = Device::collection().create().object(object).display_name("a").owner("o").rank(1).request()?;
    assert_eq!(
        device.body(),
        r##"{"@odata.type":"#microsoft.graph.device","id":"1","displayName":"a","owner@odata.bind":"o","@contoso.rank":1}"##,
        "the body"
    );
    let update = Device::device().update().display_name("b").request()?;
    assert_eq!(update.path(), "device", "the path");
    assert_eq!(Importance::from_name("VERYHIGH"), Importance::High, "the member");
    let private = Private::collection().create().id("1").request()?;
    assert_eq!(private.body(), r#"{"id":"1"}"#, "the body");
    let read = DirectoryObject::collection().item("1").get().request()?;
    assert_eq!(read.path(), "directoryObjects/1", "the path");
    Ok(())
}

#[test]
fn operations_and_paths_work_as_well() -> Result<(), graph_entity::Error> {
    let change = ChangePassword { new_password: "p".into(), tag: Some('t'), undocumented: None, r#type: None };
    let request = Item::<User>::at("me", &[]).call(&change);
    assert_eq!(request.path(), "me/changePassword", "the path");
    assert_eq!(request.body(), r#"{"newPassword":"p","Tag":"t"}"#, "the body");
    assert_eq!(User::collection().call(&Delta).path(), "users/microsoft.graph.delta()", "the path");
    let counted = Counted { kind: "a".into() };
    assert_eq!(User::collection().call(&counted).path(), "users/count(kind='a')", "the path");
    let filter = path!(User.r#type).eq(true) & path!(User.phones).any(it().starts_with("1"));
    let list = User::collection().list().filter(filter).order_by(path!(self::User.part.name)).all_properties();
    assert_eq!(
        list.request()?.query(),
        "$filter=Type%20eq%20true%20and%20phones/any(x:startswith(x,'1'))&$orderby=part/name&$count=true",
        "the query"
    );
    Ok(())
}
