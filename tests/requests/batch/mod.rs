//! Batches: what is sent, what is made of odd answers, what is sent once more (W7).

mod answers;
mod emulated;
mod retry;
mod sent;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use graph_entity::{Blocking, GraphClient, HttpClient, Retry, TransportError};
use http::Response;
use serde_json::{Value, json};

use super::{Script, User};

/// A script that waits without waiting, and keeps for how long.
#[derive(Clone, Default)]
struct Patient {
    script: Script,
    waited: Arc<Mutex<Vec<Duration>>>,
}

impl Patient {
    fn client(&self, retry: Retry) -> GraphClient<Self> {
        GraphClient::builder(self.clone()).token("t0ken").retry(retry).build().unwrap()
    }

    fn waited(&self) -> Vec<Duration> {
        std::mem::take(&mut self.waited.lock().unwrap())
    }
}

impl HttpClient for Patient {
    async fn send(&self, request: http::Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        self.script.send(request).await
    }

    async fn sleep(&self, duration: Duration) {
        self.waited.lock().unwrap().push(duration);
    }
}

impl Blocking for Patient {}

/// The answer to a batch.
fn responses(responses: Value) -> Response<Bytes> {
    Response::new(json!({ "responses": responses }).to_string().into())
}

fn user(id: &str) -> Value {
    json!({"id": id, "displayName": "Ada", "businessPhones": [], "assignedLicenses": []})
}

fn get(id: &str) -> graph_entity::Request<User> {
    User::collection().item(id).get().all_properties().request().unwrap()
}

/// The requests in the bodies of what was asked, which is all `$batch`.
fn batches(asked: &[http::Request<Bytes>]) -> Vec<Vec<Value>> {
    let requests = |request: &http::Request<Bytes>| {
        assert_eq!(request.method(), "POST");
        assert!(request.uri().path().ends_with("/$batch"), "{}", request.uri());
        assert_eq!(request.headers()["content-type"], "application/json");
        let body: Value = serde_json::from_slice(request.body()).unwrap();
        body["requests"].as_array().unwrap().clone()
    };
    asked.iter().map(requests).collect()
}

fn ids(batch: &[Value]) -> Vec<&str> {
    batch.iter().map(|request| request["id"].as_str().unwrap()).collect()
}
