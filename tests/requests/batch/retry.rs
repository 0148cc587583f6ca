//! What is sent once more, and after how long.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use graph_entity::{AccessToken, Batch, Error, GraphClient, Request, Retry, TokenFuture, TokenProvider, TokenRequest};
use http::Response;
use serde_json::{Value, json};

use super::super::{Group, User};
use super::{Patient, batches, get, ids, responses, user};

fn create() -> Request<Group> {
    Group::collection().create().display_name("G").request().unwrap()
}

fn group(id: &str) -> Value {
    json!({"id": id, "displayName": "G", "members": []})
}

/// W12: waits seven seconds, and sends two of three once more.
#[test]
fn the_longest_wait_is_waited_and_what_failed_goes_again_by_its_id() {
    let patient = Patient::default();
    patient.script.answer(responses(json!([
        {"id": "3", "status": 429, "headers": {"retry-after": "7"}},
        {"id": "1", "status": 429, "headers": {"Retry-After": 3}},
        {"id": "2", "status": 200, "body": user("b")},
    ])));
    patient.script.answer(responses(json!([
        {"id": "3", "status": 201, "body": group("c")}, {"id": "1", "status": 200, "body": user("a")}])));
    let mut batch = Batch::new();
    let (a, b, c) = (batch.add(get("a")), batch.add(get("b")), batch.add(create()));
    let mut answers = batch.send_blocking(&patient.client(Retry::default())).unwrap();
    assert_eq!((answers.take(a).unwrap().id, answers.take(b).unwrap().id), ("a".into(), "b".into()));
    assert_eq!(answers.take(c).unwrap().id, "c");
    assert_eq!(patient.waited(), [Duration::from_secs(7)]);
    let asked = patient.script.asked();
    let batches = batches(&asked);
    assert_eq!((ids(&batches[0]), ids(&batches[1])), (vec!["1", "2", "3"], vec!["1", "3"]));
    assert_eq!(batches[0][2], batches[1][1]);
}

#[test]
fn what_waits_for_it_goes_again_along_with_it() {
    let patient = Patient::default();
    patient.script.answer(responses(json!([
        {"id": "1", "status": 429, "headers": {"RETRY-AFTER": "0.249"}},
        {"id": "2", "status": 424}, {"id": "3", "status": 424}])));
    patient.script.answer(responses(json!([
        {"id": "1", "status": 201, "body": group("a")}, {"id": "2", "status": 503}, {"id": "3", "status": 424}])));
    // The first is done: the second does not wait for it any more.
    patient.script.answer(responses(json!([{"id": "2", "status": 204}, {"id": "3", "status": 204}])));
    let mut batch = Batch::new();
    let a = batch.add(create());
    let b = batch.add_after(User::collection().item("1").delete(), a);
    let c = batch.add_after(User::collection().item("2").delete(), b);
    let mut answers = batch.send_blocking(&patient.client(Retry::default())).unwrap();
    assert_eq!(answers.take(a).unwrap().id, "a");
    answers.take(b).unwrap();
    answers.take(c).unwrap();
    assert_eq!(patient.waited()[0], Duration::from_millis(249));
    let asked = patient.script.asked();
    let batches = batches(&asked);
    assert_eq!(
        batches.iter().map(|batch| ids(batch)).collect::<Vec<_>>(),
        [vec!["1", "2", "3"], vec!["1", "2", "3"], vec!["2", "3"]]
    );
    assert_eq!((batches[2][0].get("dependsOn"), &batches[2][1]["dependsOn"]), (None, &json!(["2"])));
}

#[test]
fn what_may_have_been_done_goes_again_only_if_that_does_no_harm() {
    let patient = Patient::default();
    let all = |status: u16| responses((1..=3).map(|id| json!({"id": id.to_string(), "status": status})).collect());
    patient.script.answer(all(504));
    patient.script.answer(responses(json!([{"id": "2", "status": 204}, {"id": "3", "status": 404}])));
    let mut batch = Batch::new();
    let post = batch.add(create());
    let idempotent = batch.add(create().idempotent());
    let delete = batch.add(User::collection().item("1").delete());
    let mut answers = batch.send_blocking(&patient.client(Retry::default())).unwrap();
    let error = answers.take(post).err().unwrap();
    assert!(error.may_have_been_done());
    assert_eq!((error.status().unwrap().as_u16(), error.service().unwrap().attempts()), (504, 1));
    // It was deleted, by the first attempt or by somebody else.
    answers.take(delete).unwrap();
    assert!(answers.take_response(idempotent).unwrap().value().is_none());
    let asked = patient.script.asked();
    assert_eq!(ids(&batches(&asked)[1]), ["2", "3"]);
}

#[test]
fn it_ends_by_the_policy_of_the_request_of_the_batch_or_of_the_client() {
    let throttled = || responses(json!([{"id": "1", "status": 429, "headers": {"retry-after": "5"}}]));
    let attempts = |request: Retry, batch: Retry, client: Retry| {
        let patient = Patient::default();
        for _ in 0..10 {
            patient.script.answer(throttled());
        }
        let mut all = Batch::new().retry(batch);
        let handle = all.add(get("1").retry(request));
        let mut answers = all.send_blocking(&patient.client(client)).unwrap();
        let error = answers.take(handle).err().unwrap();
        assert_eq!(error.status().unwrap(), 429);
        error.service().unwrap().attempts()
    };
    let times = |times| Retry::default().max_retries(times);
    assert_eq!(attempts(times(2), times(5), times(7)), 3);
    assert_eq!(attempts(Retry::none(), times(5), times(7)), 1);
    // The wait would end after it.
    assert_eq!(attempts(times(2).deadline(Duration::from_secs(4)), times(5), times(7)), 1);
    assert_eq!(attempts(times(2), times(5).deadline(Duration::from_secs(4)), times(7)), 1);
    // The client's, where nothing else is said.
    let patient = Patient::default();
    for _ in 0..2 {
        patient.script.answer(throttled());
    }
    let mut batch = Batch::new();
    let handle = batch.add(get("1"));
    let error = batch.send_blocking(&patient.client(times(1))).unwrap().take(handle).err().unwrap();
    assert_eq!(error.service().unwrap().attempts(), 2);
}

#[test]
fn the_budget_of_the_client_is_for_batches_too() {
    let patient = Patient::default();
    for _ in 0..3 {
        patient.script.answer(responses(json!([{"id": "1", "status": 503}, {"id": "2", "status": 429}])));
    }
    let client = GraphClient::builder(patient.clone()).token("t").retry_budget(1).build().unwrap();
    let mut batch = Batch::new();
    let (a, b) = (batch.add(get("a")), batch.add(get("b")));
    let mut answers = batch.send_blocking(&client).unwrap();
    assert_eq!((answers.status(a).unwrap().as_u16(), answers.status(b).unwrap().as_u16()), (503, 429));
    // One for both, and then there is none.
    assert_eq!(answers.take(a).err().unwrap().service().unwrap().attempts(), 2);
    assert_eq!(patient.waited().len(), 1);
}

/// The exchange itself is repeated as any other: when all were throttled, or when all can be done twice.
#[test]
fn the_exchange_is_repeated_by_its_own_status() {
    let patient = Patient::default();
    let throttled = Response::builder().status(429).header("retry-after", "2").body(Bytes::new()).unwrap();
    patient.script.answer(throttled);
    patient.script.answer(responses(json!([{"id": "1", "status": 201, "body": group("a")}])));
    let mut batch = Batch::new();
    let handle = batch.add(create());
    batch.send_blocking(&patient.client(Retry::default())).unwrap().take(handle).unwrap();
    assert_eq!(patient.waited(), [Duration::from_secs(2)]);

    let gateway = || Response::builder().status(504).body(Bytes::new()).unwrap();
    patient.script.answer(gateway());
    patient.script.answer(responses(json!([{"id": "1", "status": 404}])));
    let mut batch = Batch::new();
    let handle = batch.add(User::collection().item("1").delete());
    // Perhaps done by the exchange that failed: gone is done.
    batch.send_blocking(&patient.client(Retry::default())).unwrap().take(handle).unwrap();

    patient.script.answer(gateway());
    let mut batch = Batch::new();
    batch.add(get("1"));
    batch.add(create());
    let error = batch.send_blocking(&patient.client(Retry::default())).unwrap_err();
    assert!(matches!(error, Error::Service(_)) && error.may_have_been_done());
}

/// The exchange's token is good for the gateway; what is behind it may want another one, with claims.
#[test]
fn a_token_that_one_request_is_refused_for_is_renewed_once() {
    let refused = |id: &str| {
        let challenge = "Bearer realm=\"\", error=\"insufficient_claims\", claims=\"eyJhIjoxfQ==\"";
        json!({"id": id, "status": 401, "headers": {"WWW-Authenticate": challenge}})
    };
    let patient = Patient::default();
    let asked = Arc::new(Mutex::new(Vec::new()));
    let provider = Provider(Arc::clone(&asked));
    let client = GraphClient::builder(patient.clone()).token_provider(provider).retry(Retry::none()).build().unwrap();
    let failed = json!({"id": "3", "status": 424});
    patient.script.answer(responses(json!([refused("2"), {"id": "1", "status": 200, "body": user("a")}, failed])));
    patient.script.answer(responses(json!([{"id": "2", "status": 201, "body": group("b")}, refused("3")])));
    patient.script.answer(responses(json!([refused("3")])));
    let mut batch = Batch::new();
    let a = batch.add(get("a"));
    let b = batch.add(create());
    let c = batch.add_after(get("c"), b);
    let mut answers = batch.send_blocking(&client).unwrap();
    assert_eq!((answers.take(a).unwrap().id, answers.take(b).unwrap().id), ("a".into(), "b".into()));
    assert_eq!(answers.take(c).err().unwrap().status().unwrap(), 401);
    let claims = Some("{\"a\":1}".to_owned());
    assert_eq!(*asked.lock().unwrap(), [None, claims.clone(), claims]);
    let tokens: Vec<_> = patient.script.asked().iter().map(|asked| asked.headers()["authorization"].clone()).collect();
    assert_eq!(tokens, ["Bearer token-1", "Bearer token-2", "Bearer token-3"]);
    assert!(patient.waited().is_empty());
}

/// Has a new token each time, and keeps which claims it was asked for.
struct Provider(Arc<Mutex<Vec<Option<String>>>>);

impl TokenProvider for Provider {
    fn token<'a>(&'a self, request: TokenRequest<'a>) -> TokenFuture<'a> {
        let mut asked = self.0.lock().unwrap();
        asked.push(request.claims.map(str::to_owned));
        let token = format!("token-{}", asked.len());
        Box::pin(async { Ok(AccessToken::new(token)?.expires_in(Duration::from_secs(3600))) })
    }
}
