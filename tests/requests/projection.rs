//! `$select` and `$expand` from the struct, and what goes with them.

use graph_entity::{Collection, GraphEntity, path};

use super::{DirectoryObject, Group, Message, OutlookItem, User, header, http, line, user};

const SELECT: &str = "id,displayName,accountEnabled,age,type,hired,birthday,businessPhones,assignedLicenses";

#[test]
fn a_get_asks_for_the_properties_of_the_struct_and_expands_its_relationships() {
    let request = user().get().request().unwrap();
    assert_eq!(line(request), format!("GET https://g/v1.0/users/1?$select={SELECT}&$expand=manager($select={SELECT})"));
}

#[test]
fn what_is_never_read_and_control_information_is_not_selected() {
    let query = user().get().request().unwrap().query().to_owned();
    assert!(!query.contains("password") && !query.contains("etag"));
}

#[test]
fn relationships_are_expanded_as_deep_as_one_asks_for() {
    let query = |depth| user().get().expand_depth(depth).request().unwrap().query().to_owned();
    assert_eq!(query(0), format!("$select={SELECT}"));
    let inner = format!("manager($select={SELECT})");
    assert_eq!(query(1), format!("$select={SELECT}&$expand={inner}"));
    assert_eq!(query(2), format!("$select={SELECT}&$expand=manager($select={SELECT};$expand={inner})"));
}

#[test]
fn the_names_of_a_base_are_selected_too_and_its_own_type_s_is_another_projection() {
    let query = Message::in_user("1").list().request().unwrap().query().to_owned();
    assert_eq!(
        query,
        "$select=id,changeKey,subject,body,importance,parts,lasts,conversationIndex,size,rank\
         &$expand=attachments($select=id,name)"
    );
    let base = OutlookItem::collection().list().request().unwrap();
    assert_eq!(base.query(), "$select=id,changeKey");
}

#[test]
fn a_family_has_no_names_to_select_and_is_expanded_without() {
    assert_eq!(DirectoryObject::in_group("1").list().request().unwrap().query(), "");
    let group = Group::collection().item("1").get().request().unwrap();
    assert_eq!(group.query(), "$select=id,displayName,uniqueName,kind&$expand=members");
}

#[test]
fn all_properties_leaves_both_out() {
    assert_eq!(line(user().get().all_properties().request().unwrap()), "GET https://g/v1.0/users/1");
    assert_eq!(line(User::collection().list().all_properties().request().unwrap()), "GET https://g/v1.0/users");
}

#[test]
fn a_struct_of_all_properties_leaves_both_out_wherever_it_is() {
    #[derive(Debug, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.place", collection = "places", all_properties)]
    struct Place {
        #[graph(key, read_only)]
        id: String,
        #[graph(navigation)]
        rooms: Vec<Room>,
    }

    #[derive(Debug, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.room", collection = "rooms")]
    struct Room {
        #[graph(key, read_only)]
        id: String,
        #[graph(navigation)]
        place: Option<Box<Place>>,
    }

    assert_eq!(line(Place::collection().list().request().unwrap()), "GET https://g/v1.0/places");
    assert_eq!(
        line(Place::collection().item("1").get().expand_depth(2).request().unwrap()),
        "GET https://g/v1.0/places/1"
    );
    // It is expanded where another asks for it by name, and there too as a whole.
    let rooms = Room::collection().list().expand_depth(2).request().unwrap();
    assert_eq!(rooms.query(), "$select=id&$expand=place");
    let chosen = Place::collection().list().query_option("$select", "id").request().unwrap();
    assert_eq!(chosen.query(), "$select=id");
    let _ = (Place { id: String::new(), rooms: Vec::new() }.rooms, Room { id: String::new(), place: None }.place);
}

#[test]
fn newer_members_of_enums_are_asked_for_where_there_is_an_enum() {
    let prefer = |request: &graph_entity::Request<Message, _>| header(request, "prefer").map(str::to_owned);
    let message = Message::in_user("1").item("2").get().request().unwrap();
    assert_eq!(prefer(&message).as_deref(), Some("include-unknown-enum-members"));
    assert_eq!(
        header(&Message::in_user("1").list().request().unwrap(), "prefer"),
        Some("include-unknown-enum-members")
    );
    assert_eq!(header(&user().get().request().unwrap(), "prefer"), None);
    // One is enough, wherever it is: here in an element of a collection of a variant of a family.
    #[derive(graph_entity::GraphEntity)]
    #[graph_entity(odata = "contoso.holder", collection = "holders")]
    struct Holder {
        held: Vec<Family>,
    }
    #[derive(graph_entity::GraphEntity)]
    #[graph_entity(odata = "contoso.thing")]
    enum Family {
        Message(Box<Message>),
        #[graph(unrecognized)]
        Other(graph_entity::Unrecognized),
    }
    assert!(header(&Holder::collection().list().request().unwrap(), "prefer").is_some());
}

#[test]
fn writes_ask_for_newer_members_too() {
    let item = || Message::in_user("1").item("2");
    let message = graph_entity::json::from_str::<Message>(r#"{"id":"1"}"#).unwrap();
    for prefer in [
        header(&Message::in_user("1").create().subject("x").request().unwrap(), "prefer").map(str::to_owned),
        header(&item().update().subject("x").request().unwrap(), "prefer").map(str::to_owned),
        header(&item().replace(&message), "prefer").map(str::to_owned),
    ] {
        assert_eq!(prefer.as_deref(), Some("include-unknown-enum-members"));
    }
    let upsert = item().upsert().subject("x").request().unwrap();
    assert_eq!(header(&upsert, "prefer"), Some("create-if-missing, include-unknown-enum-members"));
    assert_eq!(header(&user().update().age(1).request().unwrap(), "prefer"), None);
}

#[test]
fn enums_are_found_wherever_they_are() {
    use graph_entity::{Dictionary, GraphEntity, Guarded};
    macro_rules! holder {
        ($name:ident, $field:ty) => {{
            #[derive(GraphEntity)]
            #[graph_entity(odata = "contoso.holder", collection = "holders")]
            struct $name {
                held: $field,
            }
            header(&$name::collection().list().request().unwrap(), "prefer").is_some()
        }};
    }
    #[derive(Clone, GraphEntity)]
    #[graph_entity(odata = "contoso.thing")]
    enum Family {
        Message(Box<Message>),
        #[graph(unrecognized)]
        Other(graph_entity::Unrecognized),
    }
    assert!(holder!(A, Option<Box<Family>>));
    assert!(holder!(B, Vec<Guarded<Family>>));
    assert!(holder!(C, Option<Guarded<super::Importance>>));
    assert!(holder!(D, Dictionary<super::Importance>));
    assert!(holder!(E, Option<graph_entity::Flags<super::Part>>));
    assert!(!holder!(F, Option<Box<User>>));
}

#[test]
fn levels_that_make_no_url_are_refused_before_they_are_made() {
    #[derive(graph_entity::GraphEntity)]
    #[graph_entity(odata = "contoso.node", collection = "nodes")]
    struct Node {
        #[graph(navigation)]
        left: Option<Box<Node>>,
        #[graph(navigation)]
        right: Option<Box<Node>>,
    }
    assert!(Node::collection().item("1").get().expand_depth(5).request().is_ok());
    let error = Node::collection().item("1").get().expand_depth(255).request().unwrap_err();
    assert!(error.to_string().contains("expand_depth"), "{error}");
}

#[test]
fn options_in_odata_s_own_words_take_the_place_of_ours_and_are_encoded() {
    let request = user().get().query_option("$expand", "manager($select=id;$levels=2)").request().unwrap();
    assert_eq!(request.query(), format!("$select={SELECT}&$expand=manager($select=id;$levels=2)"));
    let request = User::collection().list().all_properties().query_option("$search", "\"a b+c&d\"");
    assert_eq!(request.request().unwrap().query(), "$search=%22a%20b%2Bc%26d%22");
    for name in ["", "a b", "a&b", "a=b", "$ä"] {
        assert!(user().get().query_option(name, "x").request().is_err(), "{name}");
    }
    let request = user().delete().query_option("$x", "1").query_option("$y", "2").query_option("$x", "3");
    assert_eq!(line(request), "DELETE https://g/v1.0/users/1?$y=2&$x=3");
    let request = user().get().request().unwrap().query_option("$expand", "x").query_option("$select", "id");
    assert_eq!(line(request), "GET https://g/v1.0/users/1?$expand=x&$select=id");
    assert_eq!(line(user().delete().in_version("beta")), "DELETE https://g/beta/users/1");
}

#[test]
fn paths_are_of_fields_whatever_they_are_called() {
    let name = |path: Result<&str, graph_entity::UsageError>| path.unwrap().to_owned();
    assert_eq!(name(path!(User.display_name).name()), "displayName");
    assert_eq!(name(path!(User.r#type).name()), "type");
    assert_eq!(name(path!(User.manager.manager.display_name).name()), "manager/manager/displayName");
    assert_eq!(name(path!(Message.outlook_item.change_key).name()), "changeKey");
    assert_eq!(name(path!(Message.outlook_item.id).name()), "id");
    assert_eq!(name(path!(Message.body.kind).name()), "body/contentType");
    assert_eq!(name(path!(Message.attachments).name()), "attachments");
    assert_eq!(name(path!(super::Group.members).name()), "members");
    // The same place gives the same again.
    for _ in 0..2 {
        assert_eq!(name(path!(User.age).name()), "age");
    }
}

#[test]
fn fields_without_a_size_are_told_from_their_neighbours() {
    #[derive(graph_entity::GraphComplex)]
    #[graph_complex(odata = "contoso.marker")]
    struct Marker {}
    #[derive(graph_entity::GraphEntity)]
    #[graph_entity(odata = "contoso.marked")]
    struct Marked {
        #[graph(base)]
        inner: Inner,
        marker: Marker,
        name: String,
    }
    #[derive(graph_entity::GraphEntity)]
    #[graph_entity(odata = "contoso.inner")]
    struct Inner {
        first: Marker,
        second: String,
    }
    assert_eq!(path!(Marked.name).name().unwrap(), "name");
    assert_eq!(path!(Marked.inner.second).name().unwrap(), "second");
    assert_eq!(path!(Inner.second).name().unwrap(), "second");
}

/// What a path can't end with is an error, and never another path.
#[test]
fn a_path_without_a_name_leads_nowhere() {
    let error = path!(Message.outlook_item).name().unwrap_err().to_string();
    assert!(error.contains("`base`"), "{error}");
    let item = || Message::in_user("1").item("2");
    assert!(item().to_one(path!(Message.outlook_item)).delete().check().is_err());
    assert!(user().to_one(graph_entity::it::<User>()).delete().check().is_err());
    // What is no relationship is not followed.
    #[derive(graph_entity::GraphEntity)]
    #[graph_entity(odata = "contoso.holder", collection = "holders")]
    struct Holder {
        held: Option<User>,
        #[graph(navigation)]
        related: Option<User>,
    }
    assert!(Holder::collection().item("1").to_one(path!(Holder.held)).delete().check().is_err());
    assert!(Holder::collection().item("1").to_one(path!(Holder.related)).delete().check().is_ok());
    let list = || Message::in_user("1").list();
    assert!(list().order_by(graph_entity::it()).request().is_err());
    let search = graph_entity::Search::property(graph_entity::it::<Message>(), "x");
    assert!(list().search(search).request().is_err());
    assert!(Group::collection().item_by(path!(Group.unique_name), graph_entity::Null).delete().check().is_err());
    assert!(User::collection().item_by(path!(User.manager.display_name), "x").delete().check().is_err());
}

#[test]
fn a_field_read_by_its_serde_impls_is_a_property() {
    #[derive(graph_entity::GraphEntity)]
    #[graph_entity(odata = "contoso.holder")]
    struct Holder {
        #[graph(serde)]
        body: Option<super::ItemBody>,
    }
    assert_eq!(path!(Holder.body.content).name().unwrap(), "body/content");
    assert_eq!(path!(Holder.body).name().unwrap(), "body");
}

#[test]
fn control_information_is_no_part_of_a_query() {
    let request = User::collection().list().filter(path!(User.etag).eq("x")).request();
    assert!(request.unwrap_err().to_string().contains("properties and relationships only"));
}

#[test]
fn two_lists_do_not_share_what_they_ask_for() {
    let messages = Collection::<Message>::at("me/messages", &[]).list().top(5).request().unwrap();
    assert!(http(messages).uri().query().unwrap().ends_with("&$top=5"));
}
