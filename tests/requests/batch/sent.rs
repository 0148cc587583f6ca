//! What is sent, and what is refused before anything is.

use graph_entity::version::Beta;
use graph_entity::{Batch, Error, GraphOperation, Media, NextLink, Reference, batch};
use serde_json::{Value, json};

use super::super::{Group, Message, Script, User};
use super::{batches, get, ids, responses, user};

#[derive(GraphOperation)]
#[graph_operation(action = "revokeSignInSessions")]
struct Revoke {}

/// Sends the batch, and gives the requests in it.
fn sent<V>(batch: Batch<V>) -> Vec<Value> {
    let script = Script::default();
    script.answer(responses(json!([])));
    batch.send_blocking(&script.client()).unwrap();
    let asked = script.asked();
    assert_eq!(asked.len(), 1);
    batches(&asked).remove(0)
}

#[test]
fn each_kind_of_request_is_written_as_the_standard_has_it() {
    let mut batch = Batch::new();
    batch.add(User::collection().list().search("displayName:Ö").all_properties().request().unwrap());
    batch.add(Group::collection().create().display_name("A \"quoted\" name").request().unwrap());
    batch.add(User::collection().item("a/b").if_match("W/\"1\"").delete());
    batch.add(Group::collection().item("g").collection::<User>("members").add_ref(Reference::directory_object("u 1")));
    batch.add(Media::at("users/{id}/photo/$value", &[&"1"]).put("image/jpeg", &[0xfb, 0xff, 0xfe, 0][..]));
    batch.add(Media::at("notes/{id}/content", &[&"1"]).put("text/html; charset=utf-8", "<p>\u{fc}\n</p>"));
    batch.add(User::collection().item("1").call(&Revoke {}).header("client-request-id", "mine"));
    batch.add(User::collection().count().request().unwrap());
    let requests = sent(batch);
    let expected = json!([
        {"id": "1", "method": "GET", "url": "/users?$search=\"displayName:Ö\"",
            "headers": {"consistencylevel": "eventual"}},
        {"id": "2", "method": "POST", "url": "/groups", "headers": {"content-type": "application/json"},
            "body": {"@odata.type": "#microsoft.graph.group", "displayName": "A \"quoted\" name"}},
        {"id": "3", "method": "DELETE", "url": "/users/a%2Fb", "headers": {"if-match": "W/\"1\""}},
        {"id": "4", "method": "POST", "url": "/groups/g/members/$ref", "headers": {"content-type": "application/json"},
            "body": {"@odata.id": "https://graph.microsoft.com/v1.0/directoryObjects/u%201"}},
        {"id": "5", "method": "PUT", "url": "/users/1/photo/$value", "headers": {"content-type": "image/jpeg"},
            "body": "-__-AA=="},
        {"id": "6", "method": "PUT", "url": "/notes/1/content", "headers": {"content-type": "text/html; charset=utf-8"},
            "body": "<p>\u{fc}\n</p>"},
        {"id": "7", "method": "POST", "url": "/users/1/revokeSignInSessions",
            "headers": {"client-request-id": "mine", "content-type": "application/json"}, "body": {}},
        {"id": "8", "method": "GET", "url": "/users/$count",
            "headers": {"accept": "text/plain", "consistencylevel": "eventual"}},
    ]);
    for (request, expected) in requests.iter().zip(expected.as_array().unwrap()) {
        // The query is compared decoded: its encoding is looked at elsewhere.
        let mut request = request.clone();
        let url = request["url"].as_str().unwrap();
        request["url"] = url.replace("%22", "\"").replace("%C3%96", "Ö").replace("%3A", ":").into();
        assert_eq!(request, *expected);
    }
    assert_eq!(requests.len(), 8);
}

/// Not by way of numbers and maps, which would change it.
#[test]
fn json_goes_as_it_is() {
    let script = Script::default();
    script.answer(responses(json!([])));
    let body = r#"{"z":1.10,"a":12345678901234567890123,"z":2}"#;
    let mut batch = Batch::new();
    batch.add(Media::at("x", &[]).put("application/json", body));
    batch.send_blocking(&script.client()).unwrap();
    let asked = script.asked();
    let sent = std::str::from_utf8(asked[0].body()).unwrap();
    assert!(sent.contains(&format!("\"body\":{body}}}")), "{sent}");
}

#[test]
fn twenty_go_at_a_time_with_ids_of_their_own() {
    let script = Script::default();
    for range in [1..=20, 21..=40, 41..=45] {
        let answers = range.map(|id| json!({"id": id.to_string(), "status": 200, "body": user(&id.to_string())}));
        script.answer(responses(answers.collect()));
    }
    let mut batch = Batch::new();
    let handles: Vec<_> = (1..=45).map(|id| batch.add(get(&id.to_string()))).collect();
    let mut answers = batch.send_blocking(&script.client()).unwrap();
    for (index, handle) in handles.into_iter().enumerate() {
        assert_eq!(answers.take(handle).unwrap().id, (index + 1).to_string());
    }
    let asked = script.asked();
    let batches = batches(&asked);
    assert_eq!(batches.iter().map(Vec::len).collect::<Vec<_>>(), [20, 20, 5]);
    assert_eq!(ids(&batches[2]), ["41", "42", "43", "44", "45"]);
}

#[test]
fn an_order_that_graph_takes_goes_at_once_and_any_other_in_several() {
    let mut batch = Batch::new();
    let a = batch.add(get("a"));
    let b = batch.add_after(get("b"), a);
    batch.add_after(get("c"), [b]);
    let requests = sent(batch);
    assert_eq!((&requests[1]["dependsOn"], &requests[2]["dependsOn"]), (&json!(["1"]), &json!(["2"])));
    assert!(requests[0].get("dependsOn").is_none());

    let script = Script::default();
    script.answer(responses(json!([{"id": "1", "status": 204}, {"id": "2", "status": 204}])));
    script.answer(responses(json!([{"id": "3", "status": 204}])));
    let mut batch = Batch::new();
    let a = batch.add(User::collection().item("a").delete());
    let b = batch.add(User::collection().item("b").delete());
    let c = batch.add_after(User::collection().item("c").delete(), (a, &b));
    let mut answers = batch.send_blocking(&script.client()).unwrap();
    answers.take(c).unwrap();
    let asked = script.asked();
    let batches = batches(&asked);
    assert_eq!(batches.iter().map(|batch| ids(batch)).collect::<Vec<_>>(), [vec!["1", "2"], vec!["3"]]);
    assert!(batches.iter().flatten().all(|request| request.get("dependsOn").is_none()));
}

#[test]
fn the_batch_goes_to_the_version_of_its_requests_with_the_token_once() {
    let mut batch = Batch::new();
    batch.add(Message::in_user("1").item("2").delete());
    batch.add(get("1").in_version(Beta));
    let script = Script::default();
    script.answer(responses(json!([])));
    batch.send_blocking(&script.client()).unwrap();
    let asked = script.asked();
    assert_eq!(asked[0].uri(), "https://graph.microsoft.com/beta/$batch");
    assert_eq!(asked[0].headers()["authorization"], "Bearer t0ken");
    assert!(!String::from_utf8_lossy(asked[0].body()).contains("t0ken"));
}

#[test]
fn nothing_is_sent_of_what_can_not_go_together() {
    let refused = |add: &dyn Fn(&mut Batch<graph_entity::version::AnyVersion>)| {
        let mut batch = Batch::new();
        batch.add(get("1").in_version("v1.0"));
        add(&mut batch);
        let script = Script::default();
        match batch.send_blocking(&script.client()) {
            Err(Error::Usage(error)) => {
                assert!(script.asked().is_empty());
                error.to_string()
            }
            other => panic!("{other:?}"),
        }
    };
    let error = refused(&|batch| _ = batch.add(get("s3cret").in_version("beta")));
    assert_eq!(error, "`users/{key}` can't go into the batch: it goes to `beta`, and the batch to `v1.0`");
    let link = |url: &str| url.parse::<NextLink<User>>().unwrap().request();
    for url in [
        "https://evil.example/v1.0/users",
        "https://graph.microsoft.com.evil.example/v1.0/users",
        "https://graph.microsoft.com:8443/v1.0/users",
    ] {
        assert!(refused(&|batch| _ = batch.add(link(url))).ends_with("its link leads to another service, or is none"));
    }
    let error = refused(&|batch| _ = batch.add(link("https://graph.microsoft.com/beta/users?$skiptoken=s3cret")));
    assert!(error.ends_with("it goes to `beta`, and the batch to `v1.0`") && !error.contains("s3cret"), "{error}");
    let media = || Media::at("x", &[]).version("v1.0");
    let error = refused(&|batch| _ = batch.add(media().put("application/json", "{}, {")));
    assert!(error.starts_with("`x` can't go into the batch: its body is no JSON"), "{error}");
    assert!(refused(&|batch| _ = batch.add(media().put("text/plain", &[0xff][..]))).contains("no text in UTF-8"));
    assert!(refused(&|batch| _ = batch.add(media().delete().header("a", "\u{fc}"))).contains("is no text"));
    assert!(refused(&|batch| _ = batch.add(Media::at("", &[]).version("v1.0").get())).contains("segment"));
    assert!(refused(&|batch| _ = batch.add(Media::at("$batch", &[]).version("v1.0").get())).contains("in a batch"));
    let other = Batch::new().add(get("1"));
    let error = refused(&|batch| _ = batch.add_after(get("2").in_version("v1.0"), other));
    assert!(error.contains("a request of another batch"), "{error}");
}

/// A link is the client's own, and goes as a URL below the version.
#[test]
fn a_link_can_go_into_a_batch() {
    let script = Script::default();
    script.answer(responses(json!([{"id": "1", "status": 200, "body": {"value": [user("7")]}}])));
    let link: NextLink<User> = "https://GRAPH.microsoft.com/v1.0/users?$skiptoken=a%2Bb".parse().unwrap();
    let mut batch = Batch::new();
    let page = batch.add(link.request());
    let mut answers = batch.send_blocking(&script.client()).unwrap();
    assert_eq!(answers.take(page).unwrap().items()[0].id, "7");
    let asked = script.asked();
    assert_eq!(asked[0].uri(), "https://graph.microsoft.com/v1.0/$batch");
    assert_eq!(batches(&asked)[0][0]["url"], "/users?$skiptoken=a%2Bb");
}

#[test]
fn an_empty_batch_is_not_sent() {
    let script = Script::default();
    let batch: Batch = Batch::new();
    assert!(batch.is_empty());
    batch.send_blocking(&script.client()).unwrap();
    assert!(script.asked().is_empty());
}

#[test]
fn a_tuple_is_answered_by_a_tuple() {
    let script = Script::default();
    let group = json!({"id": "g", "displayName": "G", "members": []});
    script.answer(responses(json!([
        {"id": "2", "status": 200, "body": {"value": [group]}}, {"id": "3", "status": 404},
        {"id": "1", "status": 200, "body": user("1")}])));
    let groups = Group::collection().list().all_properties().request().unwrap();
    let (user, groups, gone) =
        batch::join((get("1"), groups, User::collection().item("2").delete())).send_blocking(&script.client()).unwrap();
    assert_eq!((user.unwrap().id.as_str(), groups.unwrap().items()[0].id.as_str()), ("1", "g"));
    assert_eq!(gone.unwrap_err().status().unwrap(), 404);
}

#[test]
fn nothing_of_a_request_is_shown() {
    let mut batch = Batch::new();
    let handle = batch.add(get("s3cret"));
    batch.add(Group::collection().create().display_name("s3cret").request().unwrap());
    let shown = format!("{batch:?} {handle:?}");
    assert!(shown.contains("users/{key}") && !shown.contains("s3cret"), "{shown}");
    let script = Script::default();
    script.answer(responses(json!([{"id": "1", "status": 200, "body": user("s3cret")},
        {"id": "2", "status": 302, "headers": {"location": "https://s3cret.example"}}])));
    let mut answers = batch.send_blocking(&script.client()).unwrap();
    let shown = format!("{answers:?} {:?}", answers.status(handle));
    assert!(shown.contains("200") && !shown.contains("s3cret"), "{shown}");
    assert_eq!(answers.take(handle).unwrap().id, "s3cret");
}

/// A task may be moved to another thread.
#[test]
fn a_batch_can_be_sent_from_a_task() {
    fn movable<F: Future + Send>(_: F) {}
    let client = Script::default().client().erased();
    let joined = batch::join((get("1"), Group::collection().item("g").delete()));
    movable(async {
        let mut batch = Batch::new();
        let handle = batch.add(get("1"));
        let mut answers = batch.send(&client).await?;
        answers.take(handle)
    });
    movable(joined.send(&client));
}
