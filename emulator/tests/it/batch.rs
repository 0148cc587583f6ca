//! `$batch`: what is done, in which form it is answered, and what is refused.

use std::collections::BTreeSet;

use bytes::Bytes;
use graph_entity_emulator::{Emulator, Fault};
use http::{Request, Response};
use serde_json::{Value, json};

fn emulator() -> Emulator {
    let mut builder = Emulator::builder().token("secret").collection("v1.0", "users").media("v1.0", "users/{id}/photo");
    for id in 0..30 {
        builder = builder.item("v1.0", "users", json!({"id": id.to_string(), "displayName": format!("User {id}")}));
    }
    builder.build()
}

fn post(emulator: &Emulator, body: impl Into<Bytes>) -> Response<Bytes> {
    let request = Request::post("https://graph.microsoft.com/v1.0/$batch")
        .header("authorization", "Bearer secret")
        .header("content-type", "application/json")
        .body(body.into());
    emulator.handle(&request.expect("a request"))
}

/// The answers by their ids.
fn answers(emulator: &Emulator, requests: &Value) -> Vec<Value> {
    let response = post(emulator, json!({ "requests": requests }).to_string());
    assert_eq!(response.status(), 200, "{:?}", response.body());
    let body: Value = serde_json::from_slice(response.body()).expect("JSON");
    body["responses"].as_array().expect("a list").clone()
}

fn of<'a>(answers: &'a [Value], id: &str) -> &'a Value {
    answers.iter().find(|answer| answer["id"] == id).expect("an answer")
}

fn get(id: usize) -> Value {
    json!({"id": id.to_string(), "method": "GET", "url": format!("/users/{id}")})
}

#[test]
fn each_request_is_done_by_the_ordinary_rules_and_logged() {
    let emulator = emulator();
    let answers = answers(
        &emulator,
        &json!([
            {"id": "a", "method": "post", "url": "users", "headers": {"Content-Type": "application/json"},
                "body": {"displayName": "New"}},
            {"id": "b", "method": "GET", "url": "/users/77"},
            {"id": "c", "method": "DELETE", "url": "users/1"},
            {"id": "d", "method": "PUT", "url": "users/2/photo/$value", "headers": {"content-type": "image/png"},
                "body": "-__-"},
        ]),
    );
    assert_eq!(
        ["a", "b", "c", "d"].map(|id| of(&answers, id)["status"].as_u64().expect("a number")),
        [201, 404, 204, 204]
    );
    assert_eq!(of(&answers, "a")["body"]["displayName"], "New");
    assert_eq!(of(&answers, "b")["body"]["error"]["code"], "ResourceNotFound");
    let log = emulator.take_log();
    let logged: Vec<_> = log.iter().map(|entry| (entry.batch.as_deref(), entry.target.as_str())).collect();
    let expected = [
        (Some("a"), "/v1.0/users"),
        (Some("b"), "/v1.0/users/77"),
        (Some("c"), "/v1.0/users/1"),
        (Some("d"), "/v1.0/users/2/photo/$value"),
        (None, "/v1.0/$batch"),
    ];
    assert_eq!(logged, expected);
    assert!(format!("{:?}", log[0]).contains("batch: Some(\"a\")"));
}

#[test]
fn answers_come_in_any_order_and_in_every_form() {
    let emulator = emulator();
    let requests: Vec<_> = (0..20).map(get).collect();
    let answers = answers(&emulator, &requests.into());
    let order: Vec<_> = answers.iter().map(|answer| answer["id"].as_str().expect("text").to_owned()).collect();
    let in_order: Vec<_> = (0..20).map(|id| id.to_string()).collect();
    assert_ne!(order, in_order);
    assert_eq!(order.iter().collect::<BTreeSet<_>>(), in_order.iter().collect());
    let names: BTreeSet<_> =
        answers.iter().flat_map(|answer| answer["headers"].as_object().expect("an object").keys().cloned()).collect();
    assert!(
        ["request-id", "REQUEST-ID", "Request-Id", "Content-Type"].iter().all(|name| names.contains(*name)),
        "{names:?}"
    );

    // Bytes as base64 of both alphabets, and nothing as null or not at all.
    let put = |id: usize| {
        json!({"id": format!("p{id}"), "method": "PUT", "url": format!("users/{id}/photo/$value"),
            "headers": {"content-type": "image/png"}, "body": "-__-"})
    };
    let put = self::answers(&emulator, &(0..20).map(put).collect());
    let is_null = |answer: &&Value| answer.get("body").is_some_and(Value::is_null);
    assert!((1..20).contains(&put.iter().filter(is_null).count()));
    let read = |id: usize| json!({"id": id.to_string(), "method": "GET", "url": format!("users/{id}/photo/$value")});
    let read = self::answers(&emulator, &(0..20).map(read).collect());
    let bodies: BTreeSet<_> = read.iter().map(|answer| answer["body"].as_str().expect("text")).collect();
    assert_eq!(bodies, BTreeSet::from(["-__-", "+//+"]));
}

#[test]
fn what_depends_on_a_failure_is_424() {
    let emulator = emulator();
    let answers = answers(
        &emulator,
        &json!([
            {"id": "a", "method": "GET", "url": "users/99"},
            {"id": "b", "method": "DELETE", "url": "users/1", "dependsOn": ["A"]},
            {"id": "c", "method": "DELETE", "url": "users/2", "dependsOn": ["b"]},
        ]),
    );
    assert_eq!(["a", "b", "c"].map(|id| of(&answers, id)["status"].as_u64().expect("a number")), [404, 424, 424]);
    assert_eq!(of(&answers, "b")["body"]["error"]["code"], "FailedDependency");
    assert_eq!(emulator.items("v1.0", "users").len(), 30);
}

#[test]
fn what_graph_does_not_take_is_400_and_nothing_is_done() {
    let emulator = emulator();
    let delete = |id: &str| json!({"id": id, "method": "DELETE", "url": "/users/1"});
    let with = |name: &str, value: Value| {
        let mut request = delete("2");
        request[name] = value;
        json!([delete("1"), request])
    };
    let on = |on: [&[&str]; 4]| {
        let requests = on.iter().enumerate().map(
            |(id, on)| json!({"id": (id + 1).to_string(), "method": "DELETE", "url": "/users/1", "dependsOn": on}),
        );
        requests.collect::<Value>()
    };
    let json_type = json!({"content-type": "application/json"});
    let patch = |headers: &Value, body: Value| json!([{"id": "1", "method": "PATCH", "url": "users/1", "headers": headers, "body": body}]);
    for requests in [
        json!([]),
        (0..21).map(|id| delete(&id.to_string())).collect(),
        json!({}),
        json!(["x"]),
        json!([delete("a"), delete("A")]),
        with("id", Value::Null),
        with("id", 7.into()),
        with("method", Value::Null),
        with("method", "NO METHOD".into()),
        with("url", Value::Null),
        with("url", "https://graph.microsoft.com/v1.0/users".into()),
        with("url", "//evil.example/users".into()),
        with("url", "/$batch".into()),
        with("headers", json!({"x": 1})),
        with("headers", json!({"a b": "x"})),
        with("headers", json!({"Authorization": "Bearer secret"})),
        with("body", json!({})),
        with("dependsOn", "1".into()),
        with("dependsOn", json!(["3"])),
        with("dependsOn", json!(["2"])),
        // Two pairs, and one on two.
        on([&[], &[], &["1"], &["2"]]),
        on([&[], &[], &["1", "2"], &[]]),
        patch(&Value::Null, json!({"displayName": "x"})),
        patch(&json!({"x": "y"}), json!({"displayName": "x"})),
        patch(&json!({"content-type": "image/png"}), "no base64!".into()),
        patch(&json!({"content-type": "text/plain"}), json!({})),
    ] {
        let response = post(&emulator, json!({ "requests": requests }).to_string());
        assert_eq!(response.status(), 400, "{requests}: {:?}", response.body());
    }
    for body in ["", "{}", "[]", "{\"requests\":null}", "{\"requests\":[}"] {
        assert_eq!(post(&emulator, body).status(), 400, "{body}");
    }
    assert_eq!(emulator.items("v1.0", "users").len(), 30);
    // What each is refused for is what is wrong with it.
    assert_eq!(answers(&emulator, &json!([delete("1")]))[0]["status"], 204);
    let ok = patch(&json_type, json!({"displayName": "x"}));
    assert_eq!(answers(&emulator, &ok)[0]["status"], 404);
    assert_eq!(post(&emulator, json!({"requests": on([&[], &["1"], &["1"], &["1"]])}).to_string()).status(), 200);
    assert_eq!(post(&emulator, json!({"requests": on([&[], &["1"], &["2"], &["3"]])}).to_string()).status(), 200);
}

#[test]
fn the_batch_itself_is_refused_as_any_request() {
    let emulator = emulator();
    let body = json!({"requests": [get(1)]}).to_string();
    let ask = |method: &str, path: &str, token: &str, kind: &str| {
        let request = Request::builder().method(method).uri(format!("https://g{path}"));
        let request = request.header("authorization", token).header("content-type", kind).body(body.clone().into());
        emulator.handle(&request.expect("a request")).status().as_u16()
    };
    let (token, json) = ("Bearer secret", "application/json");
    assert_eq!(ask("POST", "/v1.0/$batch", token, json), 200);
    assert_eq!(ask("POST", "/v1.0/$batch", "Bearer wrong", json), 401);
    assert_eq!(ask("GET", "/v1.0/$batch", token, json), 405);
    assert_eq!(ask("POST", "/v1.0/$batch", token, "text/plain"), 415);
    assert_eq!(ask("POST", "/v2.0/$batch", token, json), 404);
    assert_eq!(ask("POST", "/v1.0/users/$batch", token, json), 405);
    let large = format!("{{\"requests\":[{}]}}", " ".repeat(20 << 20));
    assert_eq!(post(&emulator, large).status(), 413);
}

#[test]
fn single_requests_meet_faults() {
    let emulator = emulator();
    let faults = [Fault::MissingAnswer, Fault::NullBody, Fault::DuplicatedAnswer, Fault::MisnamedAnswer];
    for (id, fault) in faults.iter().enumerate() {
        assert!(fault.is_done());
        emulator.fail_when(fault.clone(), move |_, target| target == format!("/v1.0/users/{id}"));
    }
    emulator.fail_when(Fault::Throttled("7".into()), |_, target| target == "/v1.0/users/4");
    emulator.fail_when(Fault::Dropped { done: false }, |_, target| target == "/v1.0/users/5");
    let answers = answers(&emulator, &(0..7).map(get).collect());
    let count = |id: &str| answers.iter().filter(|answer| answer["id"] == id).count();
    assert_eq!(["0", "1", "2", "3", "3-x", "4", "5", "6"].map(count), [0, 1, 2, 0, 1, 1, 1, 1]);
    assert_eq!(of(&answers, "1")["body"], Value::Null);
    assert_eq!((&of(&answers, "4")["status"], &of(&answers, "5")["status"]), (&json!(429), &json!(503)));
    let headers = of(&answers, "4")["headers"].as_object().expect("an object");
    assert!(headers.iter().any(|(name, value)| name.eq_ignore_ascii_case("retry-after") && value == "7"));
    let met: Vec<_> = emulator.log().into_iter().map(|entry| entry.fault.is_some()).collect();
    assert_eq!(met, [true, true, true, true, true, true, false, false]);
    // By itself it has its answer.
    emulator.fail_next(Fault::MissingAnswer);
    let request = Request::get("https://g/v1.0/users/1").header("authorization", "Bearer secret").body(Bytes::new());
    assert_eq!(emulator.handle(&request.expect("a request")).status(), 200);
}
