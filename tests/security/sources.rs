//! Every source of a URL, with every form of one that leads away: no token goes there, ever; where a link has to be refused,
//! nothing goes there at all.

use graph_entity::{
    Batch, DeltaAnswer, DeltaLink, Error, GraphClient, Item, Media, NextLink, Reference, Request, path,
};
use serde_json::json;

use super::forms;
use super::monitors;
use super::world::{Answer, COOKIE, ENTITY, MINE, TOKEN, World, answer, listen, run};
use super::{Group, User};

/// Meets a hostile URL in some way, by this client.
type Source = fn(&World, &GraphClient, &str);

/// What may reach the URL.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Rule {
    Nothing,
    /// A GET, without anything that only the service has to know.
    WithoutSecrets,
}

const SOURCES: [(&str, Rule, Source); 34] = [
    ("the nextLink of a page, by its stream", Rule::Nothing, page_by_page),
    ("the nextLink of a page, item by item", Rule::Nothing, item_by_item),
    ("the nextLink of a page, as a request", Rule::Nothing, page_as_a_request),
    ("a saved nextLink", Rule::Nothing, saved_link),
    ("members@odata.nextLink", Rule::Nothing, annotation),
    ("the nextLink of changes", Rule::Nothing, changes_page_by_page),
    ("the deltaLink of changes", Rule::Nothing, changes_later),
    ("a saved deltaLink", Rule::Nothing, saved_delta_link),
    ("the Location of a 410", Rule::Nothing, resync),
    ("a redirected get", Rule::WithoutSecrets, redirected_get),
    ("a redirected page", Rule::WithoutSecrets, redirected_page),
    ("a redirected media get", Rule::WithoutSecrets, redirected_media),
    ("a redirected download", Rule::WithoutSecrets, redirected_download),
    ("a redirect behind a redirect", Rule::WithoutSecrets, redirected_twice),
    ("a redirected create", Rule::Nothing, redirected_create),
    ("a redirected update", Rule::Nothing, redirected_update),
    ("a redirected delete", Rule::Nothing, redirected_delete),
    ("a redirected put", Rule::Nothing, redirected_put),
    ("a redirected upload", Rule::Nothing, redirected_upload),
    ("see other, after a write", Rule::WithoutSecrets, see_other),
    ("Location and its like, where there is no redirect", Rule::Nothing, location),
    ("@odata.id and other control information", Rule::Nothing, control_information),
    ("the body of $ref", Rule::Nothing, reference),
    ("a redirected $ref", Rule::Nothing, redirected_reference),
    ("the monitor of an operation", Rule::WithoutSecrets, monitors::location),
    ("Operation-Location", Rule::WithoutSecrets, monitors::operation_location),
    ("a saved monitor", Rule::WithoutSecrets, monitors::saved),
    ("a redirected monitor", Rule::WithoutSecrets, monitors::redirected),
    ("see other, of a monitor", Rule::WithoutSecrets, monitors::see_other),
    ("the resourceLocation of an operation", Rule::WithoutSecrets, monitors::resource_location),
    ("the Content-Location of an operation", Rule::WithoutSecrets, monitors::content_location),
    ("a redirected get in a batch", Rule::WithoutSecrets, redirected_in_batch),
    ("the nextLink of a page in a batch", Rule::Nothing, page_in_batch),
    ("the nextLink of a batch", Rule::Nothing, batch_goes_on),
];

#[test]
fn over_real_http_nothing_strays() {
    let world = World::on_loopback(|client| client);
    let home = world.home.rsplit_once(':').unwrap().1.parse().unwrap();
    let forms = forms::of_loopback(home, listen(&world.script));
    check(&world, forms.iter().map(String::as_str));
}

#[test]
fn no_look_alike_of_a_name_with_tls_gets_anything() {
    check(&World::with_tls(|client| client), forms::WITH_TLS.into_iter());
}

fn check<'a>(world: &World, forms: impl Iterator<Item = &'a str> + Clone) {
    for (name, client) in &world.clients {
        for (source, rule, meet) in SOURCES {
            for form in forms.clone() {
                meet(world, client, form);
                for strayed in world.strayed() {
                    assert!(!strayed.has_secret(), "{name}, {source}, {form}: {strayed:?}");
                    assert_eq!(rule, Rule::WithoutSecrets, "{name}, {source}, {form}: {strayed:?}");
                    assert!(strayed.reads(), "{name}, {source}, {form}: {strayed:?}");
                }
            }
        }
    }
}

/// The same links to the service itself are followed, with the token: what is refused above is not refused for nothing.
#[test]
fn at_home_each_link_is_followed() {
    for world in [World::on_loopback(|client| client), World::with_tls(|client| client)] {
        let port = world.home.rsplit_once(':').map(|(_, port)| port).filter(|port| !port.starts_with("//"));
        let mut forms = vec![
            format!("{}/v1.0/here", world.home),
            "/v1.0/here".to_owned(),
            // The other's name is in the path, the query, or the fragment.
            format!("{}/v1.0/here/@evil.example/", world.home),
            format!("{}/v1.0/here?@evil.example/", world.home),
            format!("{}/v1.0/here#@evil.example/", world.home),
            "/\\evil.example/here".to_owned(),
        ];
        if port.is_none() {
            forms.extend(
                ["https://GRAPH.microsoft.com/here", "https://graph.microsoft.com:443/here"].map(str::to_owned),
            );
        }
        for (name, client) in &world.clients {
            for form in &forms {
                for follow in [page_by_page, found] {
                    follow_home(&world, client, form, follow, name);
                }
            }
        }
    }
}

fn follow_home(world: &World, client: &GraphClient, form: &str, follow: Source, name: &str) {
    follow(world, client, form);
    let heard = world.script.heard();
    assert_eq!(heard.len(), 2, "{name}, {form}: {heard:?}");
    assert!(heard[1].path.contains("here") && heard[1].text.contains(TOKEN), "{name}, {form}: {heard:?}");
    let origin = heard[1].origin.to_lowercase().replace(":443", "");
    assert_eq!(origin, world.home, "{name}, {form}");
}

/// With headers of its own, which are not for others either.
pub fn mine<T, V>(request: Request<T, V>) -> Request<T, V> {
    request.header("cookie", COOKIE).header("x-mine", MINE)
}

fn user() -> Item<User> {
    User::collection().item("1")
}

fn page_with(link: &str) -> Answer {
    answer(200, json!({ "value": [], "@odata.nextLink": link }).to_string())
}

fn list() -> Request<graph_entity::Page<User>> {
    mine(User::collection().list().request().unwrap())
}

fn is_refused<T>(outcome: Result<T, Error>, link: &str) {
    // A link to the service itself is fine.
    if let Err(error) = outcome {
        let refused = matches!(&error, Error::Link(error) if error.is_foreign() || error.is_malformed());
        assert!(refused, "{link}: {error:?}");
    }
}

fn page_by_page(world: &World, client: &GraphClient, link: &str) {
    world.script.set([page_with(link)]);
    let mut pages = list().pages(client);
    run(pages.next()).unwrap().unwrap();
    is_refused(run(pages.next()).unwrap(), link);
}

fn item_by_item(world: &World, client: &GraphClient, link: &str) {
    world.script.set([page_with(link)]);
    is_refused(run(list().stream(client).next()).unwrap(), link);
}

fn page_as_a_request(world: &World, client: &GraphClient, link: &str) {
    world.script.set([page_with(link)]);
    let page = run(list().send(client)).unwrap();
    is_refused(run(page.next_link().unwrap().clone().request().send(client)), link);
}

fn saved_link(world: &World, client: &GraphClient, link: &str) {
    world.script.set([]);
    let saved = json!({ "url": link, "template": "users", "prefer": MINE });
    if let Ok(link) = serde_json::from_value::<NextLink<User>>(saved) {
        assert!(matches!(run(link.request().send(client)), Err(Error::Link(_))));
    }
}

fn annotation(world: &World, client: &GraphClient, link: &str) {
    let group = json!({ "id": "1", "members": [], "members@odata.nextLink": link });
    world.script.set([answer(200, group.to_string())]);
    let group = run(Group::collection().item("1").get().send(client)).unwrap();
    if let Ok(link) = group.more_members.unwrap().parse::<NextLink<Group>>() {
        assert!(matches!(run(mine(link.request()).send(client)), Err(Error::Link(_))));
    }
}

fn changes_page_by_page(world: &World, client: &GraphClient, link: &str) {
    world.script.set([page_with(link)]);
    let mut pages = User::collection().delta().prefer(MINE).pages(client);
    run(pages.next()).unwrap().unwrap();
    is_refused(run(pages.next()).unwrap(), link);
}

fn changes_later(world: &World, client: &GraphClient, link: &str) {
    world.script.set([answer(200, json!({ "value": [], "@odata.deltaLink": link }).to_string())]);
    let mut pages = User::collection().delta().prefer(MINE).pages(client);
    run(pages.next()).unwrap().unwrap();
    is_refused(run(pages.link().unwrap().clone().send(client)), link);
}

fn saved_delta_link(world: &World, client: &GraphClient, link: &str) {
    world.script.set([]);
    let saved = json!({ "url": link, "template": "users", "prefer": MINE, "kind": "delta" });
    if let Ok(link) = serde_json::from_value::<DeltaLink<User>>(saved) {
        assert!(matches!(run(link.send(client)), Err(Error::Link(_))));
    }
}

fn resync(world: &World, client: &GraphClient, link: &str) {
    if link.bytes().any(|byte| byte.is_ascii_control()) {
        return;
    }
    world.script.set([answer(410, "").with("Location", link)]);
    match run(User::collection().delta().prefer(MINE).send(client)).unwrap() {
        DeltaAnswer::Resync(resync) => {
            if let Some(begin) = resync.into_link() {
                is_refused(run(begin.send(client)), link);
            }
        }
        DeltaAnswer::Page(_) => panic!("it was a 410"),
    }
}

const REDIRECTS: [u16; 5] = [301, 302, 303, 307, 308];

/// For each kind of redirect: the answers before it, then it.
fn redirected(world: &World, to: &str, before: &[Answer], call: impl Fn()) {
    // What no header can have can't come by one.
    if to.bytes().any(|byte| byte.is_ascii_control()) {
        return;
    }
    for status in REDIRECTS {
        let redirect = answer(status, "").with("Location", to);
        world.script.set(before.iter().cloned().chain([redirect]));
        call();
    }
}

fn redirected_get(world: &World, client: &GraphClient, to: &str) {
    redirected(world, to, &[], || _ = run(mine(user().get().request().unwrap()).send(client)));
}

fn found(world: &World, client: &GraphClient, to: &str) {
    world.script.set([answer(302, "").with("Location", to)]);
    _ = run(mine(user().get().request().unwrap()).send(client));
}

fn redirected_page(world: &World, client: &GraphClient, to: &str) {
    let first = page_with(&format!("{}/v1.0/users?$skiptoken=2", world.home));
    redirected(world, to, &[first], || {
        let mut pages = list().pages(client);
        run(pages.next()).unwrap().unwrap();
        _ = run(pages.next());
    });
}

fn redirected_media(world: &World, client: &GraphClient, to: &str) {
    redirected(world, to, &[], || _ = run(mine(user().media().get()).send(client)));
}

fn redirected_download(world: &World, client: &GraphClient, to: &str) {
    redirected(world, to, &[], || {
        let download = user().media().download().header("cookie", COOKIE).header("x-mine", MINE);
        if let Ok(response) = run(download.send(client)) {
            _ = run(response.into_value().collect(1000));
        }
    });
}

/// There, and back by a redirect of theirs: what they say isn't sent the token either.
fn redirected_twice(world: &World, client: &GraphClient, to: &str) {
    let within = answer(307, "").with("Location", "/v1.0/users/2");
    redirected(world, to, &[within], || _ = run(mine(user().get().request().unwrap()).send(client)));
}

fn redirected_create(world: &World, client: &GraphClient, to: &str) {
    let create = || mine(User::collection().create().display_name("x").request().unwrap());
    only_see_other(world, to, || _ = run(create().send(client)));
}

fn redirected_update(world: &World, client: &GraphClient, to: &str) {
    let update = || mine(user().update().display_name("x").request().unwrap());
    only_see_other(world, to, || _ = run(update().send(client)));
}

fn redirected_delete(world: &World, client: &GraphClient, to: &str) {
    only_see_other(world, to, || _ = run(mine(user().delete()).send(client)));
}

fn redirected_put(world: &World, client: &GraphClient, to: &str) {
    only_see_other(world, to, || _ = run(mine(user().media().put("image/png", "bytes")).send(client)));
}

fn redirected_upload(world: &World, client: &GraphClient, to: &str) {
    only_see_other(world, to, || {
        let upload = Media::at("users/{id}/photo/$value", &[&1]).upload("image/png", b"bytes".to_vec());
        _ = run(upload.header("cookie", COOKIE).send(client));
    });
}

fn redirected_reference(world: &World, client: &GraphClient, to: &str) {
    let members = || Group::collection().item("1").to_many(path!(Group.members));
    only_see_other(world, to, || _ = run(mine(members().add_ref(Reference::directory_object("2"))).send(client)));
}

/// A write is not sent to others; what it says to be seen elsewhere (303) is `see_other`'s.
fn only_see_other(world: &World, to: &str, call: impl Fn()) {
    redirected(world, to, &[], || {
        call();
        let strayed = world.strayed();
        assert!(strayed.iter().all(|heard| heard.reads() && !heard.has_secret()), "{strayed:?}");
        if !strayed.is_empty() {
            assert_eq!(strayed.len(), 1);
            world.script.set([]);
        }
    });
}

fn see_other(world: &World, client: &GraphClient, to: &str) {
    if to.bytes().any(|byte| byte.is_ascii_control()) {
        return;
    }
    world.script.set([answer(303, "").with("Location", to)]);
    _ = run(mine(User::collection().create().display_name(MINE).request().unwrap()).send(client));
}

fn location(world: &World, client: &GraphClient, to: &str) {
    if to.bytes().any(|byte| byte.is_ascii_control()) {
        return;
    }
    for (status, body) in [(200, ENTITY), (201, ENTITY), (201, ""), (202, ""), (204, ""), (304, ""), (410, "")] {
        let mut answer = answer(status, body);
        for name in ["Location", "Content-Location", "Operation-Location", "OData-EntityId", "Refresh"] {
            answer = answer.with(name, to);
        }
        world.script.set([answer.clone()]);
        _ = run(mine(User::collection().create().display_name("x").request().unwrap()).send(client));
        world.script.set([answer]);
        _ = run(mine(user().get().request().unwrap()).send(client));
        assert_eq!(world.script.heard().len(), 1);
    }
}

fn control_information(world: &World, client: &GraphClient, url: &str) {
    let entity = json!({
        "@odata.context": url, "@odata.id": url, "@odata.editLink": url, "@odata.readLink": url,
        "@odata.mediaReadLink": url, "@microsoft.graph.downloadUrl": url, "@odata.deltaLink": url,
        "manager@odata.navigationLink": url, "id": "1", "displayName": "x",
    });
    world.script.set([answer(200, entity.to_string())]);
    let read = run(mine(user().get().request().unwrap()).send(client)).unwrap();
    assert_eq!(read.odata_id.as_deref(), Some(url));
    // What is done to the entity then is done by its key.
    _ = run(mine(user().replace(&read)).send(client));
    _ = run(user().delete().send(client));
    assert_eq!(world.script.heard().len(), 3);
}

fn reference(world: &World, client: &GraphClient, url: &str) {
    world.script.set([answer(204, ""), answer(204, "")]);
    let members = Group::collection().item("1").to_many(path!(Group.members));
    let outcome = run(mine(members.add_ref(Reference::url(url))).send(client));
    // It is told to the service, in the body, or it is no URL.
    let heard = world.script.heard();
    match outcome {
        Ok(()) => assert!(heard.len() == 1 && heard[0].text.ends_with(&format!(r#"{{"@odata.id":"{url}"}}"#)), "{url}"),
        Err(error) => assert!(matches!(error, Error::Usage(_)) && heard.is_empty(), "{url}: {error:?}"),
    }
}

/// Of a read in a batch only: what a write was redirected to is not asked at all.
fn redirected_in_batch(world: &World, client: &GraphClient, to: &str) {
    for status in [301, 302, 303, 307, 308] {
        let responses = [1, 2].map(|id| json!({"id": id, "status": status, "headers": {"LOCATION": to}}));
        world.script.set([answer(200, json!({ "responses": responses }).to_string())]);
        let mut batch = Batch::new();
        batch.add(mine(user().get().request().unwrap()));
        batch.add(mine(user().delete()));
        _ = run(batch.send(client));
        let strayed = world.strayed();
        assert!(strayed.len() <= 1, "{strayed:?}");
        assert!(strayed.iter().all(|heard| heard.reads() && !heard.has_secret()), "{strayed:?}");
    }
}

fn page_in_batch(world: &World, client: &GraphClient, to: &str) {
    let page = json!({"id": "1", "status": 200, "body": {"value": [], "@odata.nextLink": to}});
    world.script.set([answer(200, json!({ "responses": [page] }).to_string())]);
    let mut batch = Batch::new();
    let page = batch.add(list());
    let page = run(batch.send(client)).unwrap().take(page).unwrap();
    if let Some(link) = page.next_link() {
        _ = run(link.clone().request().send(client));
        // Nor does it go into another batch.
        let mut batch = Batch::new();
        batch.add(link.clone().request());
        _ = run(batch.send(client));
    }
}

fn batch_goes_on(world: &World, client: &GraphClient, to: &str) {
    let first = json!({"id": "1", "status": 204});
    for name in ["@odata.nextLink", "@nextLink", "nextLink"] {
        world.script.set([answer(200, json!({ "responses": [first], name: to }).to_string())]);
        let mut batch = Batch::new();
        batch.add(mine(user().delete()));
        batch.add(mine(user().get().request().unwrap()));
        _ = run(batch.send(client));
    }
}
