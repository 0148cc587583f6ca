//! Batches against the emulator, in process: its answers come in another order and in odd forms.

use graph_entity::{Batch, Error, GraphClient, GraphEntity, Media, Page, Retry, path};
use graph_entity_emulator::{Emulator, Fault};
use serde_json::json;

use super::super::Group;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users", singleton = "me")]
struct Person {
    #[graph(key, read_only)]
    id: String,
    display_name: String,
}

fn emulator() -> Emulator {
    let mut builder = Emulator::builder().collection("v1.0", "users").collection("v1.0", "groups");
    builder = builder.media("v1.0", "users/{id}/photo").token("t0ken");
    for id in 0..50 {
        builder = builder.item("v1.0", "users", json!({"id": id.to_string(), "displayName": format!("User {id}")}));
    }
    builder.build()
}

fn client(emulator: &Emulator) -> GraphClient<Emulator> {
    GraphClient::builder(emulator.clone()).token("t0ken").retry(Retry::none()).build().unwrap()
}

fn get(id: usize) -> graph_entity::Request<Person> {
    Person::collection().item(id).get().request().unwrap()
}

#[test]
fn all_kinds_of_requests_in_one_exchange() {
    let emulator = emulator();
    let client = client(&emulator);
    let bytes: Vec<u8> = (0..=255).collect();
    let photo = || Media::at("users/{id}/photo/$value", &[&"1"]);
    let mut batch = Batch::new();
    let put = batch.add(photo().put("image/jpeg", bytes.clone()));
    let created = batch.add(Group::collection().create().display_name("Ops").request().unwrap());
    let one = batch.add(get(7));
    let list = batch.add(Person::collection().list().top(3).count().request().unwrap());
    let count = batch.add(Person::collection().count().request().unwrap());
    let none = batch.add(get(77));
    let deleted = batch.add(Person::collection().item("9").delete());
    let mut answers = batch.send_blocking(&client).unwrap();
    answers.take(put).unwrap();
    let response = answers.take_response(created).unwrap();
    assert_eq!(response.status(), 201);
    assert!(response.location().unwrap().starts_with("https://graph.microsoft.com/v1.0/groups/"));
    assert_eq!(response.into_value().unwrap().display_name, "Ops");
    assert_eq!(answers.take(one).unwrap().display_name, "User 7");
    let page: Page<Person> = answers.take(list).unwrap();
    assert_eq!((page.items().len(), page.count()), (3, Some(50)));
    assert_eq!(page.next_link().unwrap().clone().iter(&client).count(), 46);
    assert_eq!(answers.take(count).unwrap(), 50);
    assert!(matches!(answers.take(none), Err(Error::Service(error)) if error.status() == 404));
    answers.take(deleted).unwrap();

    let log = emulator.take_log();
    let ids: Vec<_> = log.iter().take(8).map(|entry| entry.batch.as_deref()).collect();
    assert_eq!(ids, [Some("1"), Some("2"), Some("3"), Some("4"), Some("5"), Some("6"), Some("7"), None]);
    assert_eq!(log[7].target, "/v1.0/$batch");
    let mut batch = Batch::new();
    let read = batch.add(photo().get());
    assert_eq!(batch.send_blocking(&client).unwrap().take(read).unwrap(), bytes);
}

#[test]
fn fifty_in_any_order_of_answers() {
    let emulator = emulator();
    let mut batch = Batch::new();
    let handles: Vec<_> = (0..50).map(|id| batch.add(get(id))).collect();
    let mut answers = batch.send_blocking(&client(&emulator)).unwrap();
    for (id, handle) in handles.into_iter().enumerate() {
        assert_eq!(answers.take(handle).unwrap().id, id.to_string());
    }
    let exchanges: Vec<_> = emulator.log().into_iter().filter(|entry| entry.batch.is_none()).collect();
    assert_eq!(exchanges.len(), 3);
}

/// The emulator refuses what Graph does: each shape has to be one that it takes.
#[test]
fn whatever_depends_on_what_is_taken() {
    let emulator = emulator();
    let mut random = fastrand::Rng::with_seed(3);
    for _ in 0..50 {
        let mut batch = Batch::new();
        let mut handles: Vec<graph_entity::batch::Handle<Person>> = Vec::new();
        for id in 0..random.usize(1..50) {
            let others: Vec<_> = (0..random.usize(0..3)).filter_map(|_| random.choice(&handles).copied()).collect();
            handles.push(batch.add_after(get(id), others));
        }
        let mut answers = batch.send_blocking(&client(&emulator)).unwrap();
        for (id, handle) in handles.into_iter().enumerate() {
            assert_eq!(answers.take(handle).unwrap().id, id.to_string());
        }
    }
}

#[test]
fn faults_of_single_requests() {
    let emulator = emulator();
    let to = |id: &'static str| move |_: &http::Method, target: &str| target.starts_with(&format!("/v1.0/users/{id}?"));
    emulator.fail_when(Fault::MissingAnswer, to("1"));
    emulator.fail_when(Fault::NullBody, to("2"));
    emulator.fail_when(Fault::DuplicatedAnswer, to("3"));
    emulator.fail_when(Fault::MisnamedAnswer, to("4"));
    emulator.fail_when(Fault::BadGateway, to("5"));
    emulator.fail_when(Fault::Unauthorized { claims: None }, to("6"));
    let mut batch = Batch::new();
    let [missing, null, twice, misnamed, gateway, unauthorized] = [1, 2, 3, 4, 5, 6].map(|id| batch.add(get(id)));
    let mut answers = batch.send_blocking(&client(&emulator)).unwrap();
    for handle in [missing, misnamed] {
        assert!(matches!(answers.take(handle), Err(Error::Batch(error)) if error.is_unanswered()));
    }
    assert!(matches!(answers.take(null), Err(Error::NoContent(_))));
    assert_eq!(answers.take(twice).unwrap().id, "3");
    assert!(answers.take(gateway).unwrap_err().service().unwrap().body().starts_with(b"<!DOCTYPE html>"));
    assert_eq!(answers.take(unauthorized).unwrap_err().status().unwrap(), 401);
}

#[test]
fn a_dependent_of_a_failure_is_not_done() {
    let emulator = emulator();
    let mut batch = Batch::new();
    let gone = batch.add(get(99));
    let delete = batch.add_after(Person::collection().item("1").delete(), gone);
    let mut answers = batch.send_blocking(&client(&emulator)).unwrap();
    assert!(matches!(answers.take(delete), Err(Error::Batch(error)) if error.is_dependency_failed()));
    assert_eq!(emulator.items("v1.0", "users").len(), 50);
}

/// A service refuses a URL of that length; in a batch it is in the body.
#[test]
fn a_long_url_goes_in_the_body() {
    let emulator = emulator();
    let is = |id: u32| path!(Person.display_name).eq(format!("User {id}"));
    let any = (1..100).fold(is(0), |any, id| any | is(id));
    let mut batch = Batch::new();
    let list = batch.add(Person::collection().list().filter(any).request().unwrap());
    assert_eq!(batch.send_blocking(&client(&emulator)).unwrap().take(list).unwrap().items().len(), 50);
    let log = emulator.log();
    assert!(log[0].target.len() > 2048 && log[1].target == "/v1.0/$batch");
}
