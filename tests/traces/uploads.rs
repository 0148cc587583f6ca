//! The URL of an upload session is a secret, and what is told of its exchanges has a name in place of it.

use std::time::Duration;

use bytes::Bytes;
use graph_entity::{Error, GraphClient, Retry, UploadSession};
use graph_entity_emulator::{Emulator, Fault, UploadStyle};

use super::SECRET;
use super::capture::{Captured, Value, capture};

const CREATE: &str = "me/drive/root:/{path}:/createUploadSession";

fn upload(emulator: &Emulator) -> (Captured, Result<(), Error>, String) {
    let retry = Retry::default().base_delay(Duration::from_millis(1));
    let client = GraphClient::builder(emulator.clone()).token(SECRET).retry(retry).build().unwrap();
    let session = UploadSession::create(CREATE, &[&"s3cret-path/s3cret-file"]).send_blocking(&client).unwrap();
    let url = serde_json::to_value(&session).unwrap()["uploadUrl"].as_str().unwrap().to_owned();
    let bytes = Bytes::from(vec![7; 700_000]);
    let (captured, outcome) = capture(|| session.upload::<()>(bytes).chunk_size(327_680).send_blocking(&client));
    (captured, outcome, url)
}

#[test]
fn an_upload_is_told_without_its_url() {
    for fault in [None, Some(Fault::BadGateway), Some(Fault::Dropped { done: true }), Some(Fault::SessionExpired)] {
        let emulator = Emulator::builder().upload_session("v1.0", CREATE, UploadStyle::Drive).build();
        let is_fatal = fault == Some(Fault::SessionExpired);
        if let Some(fault) = fault.clone() {
            emulator.fail_when(fault, |method, _| method == "PUT");
        }
        let (captured, outcome, url) = upload(&emulator);
        assert_eq!(outcome.is_err(), is_fatal, "{outcome:?}");
        let told = format!("{captured:?}");
        for secret in [SECRET, "tempauth", "/upload/", url.as_str()] {
            assert!(!told.contains(secret), "{fault:?}: {secret} in {captured:#?}");
        }
        let requests = captured.spans("graph.request");
        assert_eq!(requests.len() + 1, emulator.log().len(), "{fault:?}: {captured:#?}");
        for request in requests {
            assert_eq!(request.fields["url.template"], Value::from("/{uploadUrl}"), "{request:#?}");
            assert!(!request.fields.contains_key("http.request.header.client-request-id"), "{request:#?}");
        }
    }
}
