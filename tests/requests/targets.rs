//! Where requests go: items, casts, alternate keys, references (W4).

use graph_entity::{Collection, Item, Reference, path};

use super::{DirectoryObject, Group, Message, User, header, http, line, user};

#[test]
fn a_derived_type_is_asked_for_by_a_cast() {
    let members = || DirectoryObject::in_group("1");
    assert_eq!(
        line(members().of::<User>().list().all_properties().request().unwrap()),
        "GET https://g/v1.0/groups/1/members/microsoft.graph.user?$count=true"
    );
    assert_eq!(
        line(members().of::<User>().count().request().unwrap()),
        "GET https://g/v1.0/groups/1/members/microsoft.graph.user/$count"
    );
    assert_eq!(
        line(members().of::<Group>().item("2").get().all_properties().request().unwrap()),
        "GET https://g/v1.0/groups/1/members/2/microsoft.graph.group"
    );
    let item = members().item("2").of::<User>();
    assert_eq!(
        line(item.get().all_properties().request().unwrap()),
        "GET https://g/v1.0/groups/1/members/2/microsoft.graph.user"
    );
}

#[test]
fn a_derived_type_is_created_and_changed_by_its_name_in_the_body() {
    let create = DirectoryObject::in_group("1").of::<Group>().create().display_name("x").request().unwrap();
    assert_eq!(line(create.clone()), "POST https://g/v1.0/groups/1/members");
    assert_eq!(create.body(), r##"{"@odata.type":"#microsoft.graph.group","displayName":"x"}"##);
    let update = DirectoryObject::in_group("1").of::<Group>().item("2").update().display_name("y").request().unwrap();
    assert_eq!(line(update), "PATCH https://g/v1.0/groups/1/members/2");
}

#[test]
fn a_base_url_with_a_path_of_any_length_stands_in_front() {
    for base in [String::from("https://g/"), format!("https://g/{}", "gateway/".repeat(50))] {
        let request = user().get().request().unwrap();
        let uri = request.to_http(&base, "v1.0").unwrap().into_parts().0.uri;
        assert!(uri.to_string().starts_with(&format!("{}/v1.0/users/1?$select=", base.trim_end_matches('/'))), "{uri}");
        assert_eq!(request.into_http(&base, "v1.0").unwrap().uri(), &uri);
    }
}

#[test]
fn a_template_has_the_names_of_parameters_in_place_of_ids() {
    assert_eq!(User::collection().list().request().unwrap().path_template(), "users");
    assert_eq!(user().get().request().unwrap().path_template(), "users/{key}");
    assert_eq!(user().delete().path_template(), "users/{key}");
    assert_eq!(User::collection().count().request().unwrap().path_template(), "users/$count");
}

#[test]
fn the_version_is_that_of_the_type_that_is_meant() {
    let items = || Collection::<User>::at("me/things", &[]);
    assert_eq!(
        line(items().of::<Message>().list().all_properties().request().unwrap()),
        "GET https://g/beta/me/things/microsoft.graph.message?$count=true"
    );
}

#[test]
fn each_request_goes_to_the_version_that_the_type_lives_in() {
    let item = || Message::in_user("1").item("2");
    let collection = || Message::in_user("1");
    let to = || Reference::directory_object("x");
    #[derive(graph_entity::GraphOperation)]
    #[graph_operation(action = "send")]
    struct Send {}
    let message = graph_entity::json::from_str::<Message>(r#"{"id":"1"}"#).unwrap();
    for line in [
        line(item().get().request().unwrap()),
        line(item().update().subject("x").request().unwrap()),
        line(item().upsert().subject("x").request().unwrap()),
        line(item().replace(&message)),
        line(item().delete()),
        line(item().remove_ref()),
        line(item().set_ref(to())),
        line(item().media().get()),
        line(item().call(&Send {})),
        line(collection().create().subject("x").request().unwrap()),
        line(collection().list().request().unwrap()),
        line(collection().count().request().unwrap()),
        line(collection().add_ref(to())),
        line(collection().call(&Send {})),
        // What has no version of its own is in that of what it is below.
        line(item().to_many(path!(Message.attachments)).item("3").delete()),
        line(item().collection::<User>("people").item("3").delete()),
        line(item().single::<User>("sender").delete()),
        line(item().of::<User>().delete()),
        line(collection().of::<User>().item("3").media().get()),
    ] {
        assert!(line.split(' ').nth(1).unwrap().starts_with("https://g/beta/users/1/messages"), "{line}");
    }
    let add = http(Group::collection().add_ref(item().single::<User>("sender")));
    assert_eq!(add.body(), r#"{"@odata.id":"https://g/beta/users/1/messages/2/sender"}"#);
    // A version of its own is its own.
    let attachment = user().single::<Message>("latest");
    assert_eq!(line(attachment.delete()), "DELETE https://g/beta/users/1/latest");
}

#[test]
fn what_is_below_a_cast_is_below_the_derived_type() {
    let item = || DirectoryObject::in_group("1").item("2").of::<User>();
    let memberships = item().collection::<Group>("memberOf").list().all_properties().request().unwrap();
    assert_eq!(line(memberships), "GET https://g/v1.0/groups/1/members/2/microsoft.graph.user/memberOf");
    assert_eq!(
        line(item().to_one(path!(User.manager)).remove_ref()),
        "DELETE https://g/v1.0/groups/1/members/2/microsoft.graph.user/manager/$ref"
    );
    // A condition is not lost on the way, nor a mistake.
    assert_eq!(header(&user().if_match("x").single::<User>("photo").delete(), "if-match"), Some("x"));
    assert!(user().if_match("").single::<User>("photo").delete().check().is_err());
}

#[test]
fn alternate_keys_are_named() {
    let group = |name: &str| Group::collection().item_by(path!(Group.unique_name), name);
    assert_eq!(
        line(group("O'Neil & Co/#1").delete()),
        "DELETE https://g/v1.0/groups(uniqueName='O''Neil%20%26%20Co%2F%231')"
    );
    let request = group("x").get().all_properties().request().unwrap();
    assert_eq!(request.path_template(), "groups(uniqueName={key})");
    assert_eq!(
        line(group("x").collection::<User>("members").list().all_properties().request().unwrap()),
        "GET https://g/v1.0/groups(uniqueName='x')/members"
    );
}

#[test]
fn an_upsert_creates_what_is_missing() {
    let upsert = || Group::collection().item_by(path!(Group.unique_name), "x").upsert().display_name("X").kind("k");
    let request = upsert().request().unwrap();
    assert_eq!(line(request.clone()), "PATCH https://g/v1.0/groups(uniqueName='x')");
    assert_eq!(header(&request, "prefer"), Some("create-if-missing"));
    assert_eq!(request.body(), r##"{"@odata.type":"#microsoft.graph.group","displayName":"X","kind":"k"}"##);
    let only_new = Group::collection().item("1").if_none_match("*").upsert().display_name("X").request().unwrap();
    assert_eq!(header(&only_new, "if-none-match"), Some("*"));

    let script = super::Script::answering([(204, ""), (201, r#"{"id":"1","displayName":"X"}"#)]);
    let updated = script.client().send_response_blocking(upsert().request().unwrap()).unwrap();
    assert_eq!((updated.status().as_u16(), updated.into_value()), (204, Some(None)));
    let created = upsert().send_blocking(&script.client()).unwrap().unwrap();
    assert_eq!(created.display_name, "X");
}

#[test]
fn relationships_are_followed_by_their_fields() {
    let members = Group::collection().item("1").to_many(path!(Group.members));
    assert_eq!(line(members.list().request().unwrap()), "GET https://g/v1.0/groups/1/members");
    // Through a `Box` and an `Option`, and further on.
    let manager = user().to_one(path!(User.manager.manager));
    assert_eq!(line(manager.clone().remove_ref()), "DELETE https://g/v1.0/users/1/manager/manager/$ref");
    let update = manager.to_one(path!(User.manager)).update().display_name("x").request().unwrap();
    assert_eq!(line(update), "PATCH https://g/v1.0/users/1/manager/manager/manager");
    let attachments = Message::in_user("1").item("2").to_many(path!(Message.attachments));
    assert_eq!(line(attachments.item("3").delete()), "DELETE https://g/beta/users/1/messages/2/attachments/3");
}

#[test]
fn references_have_the_url_of_what_they_refer_to() {
    let members = || Group::collection().item("1").collection::<DirectoryObject>("members");
    let add = http(members().add_ref(Reference::directory_object("a/b")));
    assert_eq!(
        (add.method().as_str(), add.uri().to_string().as_str()),
        ("POST", "https://g/v1.0/groups/1/members/$ref")
    );
    assert_eq!(add.body(), r#"{"@odata.id":"https://g/v1.0/directoryObjects/a%2Fb"}"#);
    assert_eq!(add.headers()["content-type"], "application/json");
    // In the version of what it refers to.
    let add = http(members().add_ref(Message::in_user("u").item("m")));
    assert_eq!(add.body(), r#"{"@odata.id":"https://g/beta/users/u/messages/m"}"#);
    let url = "https://graph.microsoft.com/v1.0/users/7";
    let set = http(user().single::<User>("manager").set_ref(Reference::url(url)));
    assert_eq!((set.method().as_str(), set.uri().path()), ("PUT", "/v1.0/users/1/manager/$ref"));
    assert_eq!(set.body(), &format!(r#"{{"@odata.id":"{url}"}}"#));
    for url in ["/users/7", "", "https://g/\"x", "https://g/a b"] {
        assert!(members().add_ref(Reference::url(url)).to_http("https://g", "v1.0").is_err(), "{url}");
    }
    assert!(members().add_ref(Reference::directory_object("..")).to_http("https://g", "v1.0").is_err());
}

/// Without `/$ref` the member itself would be deleted.
#[test]
fn what_takes_a_reference_away_always_ends_in_ref() {
    let members = || Group::collection().item("1").collection::<DirectoryObject>("members");
    assert_eq!(line(members().item("2").remove_ref()), "DELETE https://g/v1.0/groups/1/members/2/$ref");
    assert_eq!(line(user().single::<User>("manager").remove_ref()), "DELETE https://g/v1.0/users/1/manager/$ref");
    // A key that reads as the segment is none.
    assert_eq!(line(members().item("$ref").delete()), "DELETE https://g/v1.0/groups/1/members('%24ref')");
}

#[test]
fn what_can_t_be_part_of_a_path_is_told_before_anything_is_sent() {
    for request in [
        User::collection().item("..").delete(),
        User::collection().item("").remove_ref(),
        Item::<User>::at("a//b", &[]).delete(),
        user().collection::<User>("a/../b").item("1").delete(),
        user().if_match("").delete(),
        user().if_match("a\r\nb").delete(),
    ] {
        let script = super::Script::default();
        assert!(matches!(request.clone().check(), Err(graph_entity::Error::Usage(_))));
        assert!(matches!(script.client().send_blocking(request), Err(graph_entity::Error::Usage(_))));
        assert_eq!(script.asked().len(), 0);
    }
}
