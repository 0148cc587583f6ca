//! The reference page that the project began with (`tests/data/create-userRunStates.md`): its paths and its samples.

use graph_entity::{GraphEntity as _, json};
use serde_json::Value;

use super::{Client, UserState, create};

const PAGE: &str = include_str!("../data/create-userRunStates.md");

fn paths() -> Vec<&'static str> {
    PAGE.lines().filter_map(|line| line.strip_prefix("POST /")).collect()
}

/// The JSON of the page's samples: the request's, the response's.
fn samples() -> Vec<Value> {
    let blocks = PAGE
        .split("```")
        .filter(|block| block.contains("@odata.type") && block.contains("HTTP/1.1") | block.contains("POST https"));
    blocks
        .map(|block| serde_json::from_str(&block[block.find('{').map_or(0, |at| body_start(block, at))..]).unwrap())
        .collect()
}

/// The first brace at the start of a line: the URL has some too.
fn body_start(block: &str, first: usize) -> usize {
    block.find("\n{").map_or(first, |at| at + 1)
}

#[test]
fn its_three_paths_are_the_collections() {
    assert_eq!(UserState::COLLECTIONS, paths());
}

#[test]
fn its_request_has_the_members_of_ours() {
    let request: Value = serde_json::from_slice(create("1", "u").body()).unwrap();
    let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(samples().len(), 2);
    assert_eq!(names(&samples()[0]), names(&request));
    assert_eq!(samples()[0]["@odata.type"], request["@odata.type"]);
}

#[test]
fn its_response_as_printed_fails_where_a_number_belongs_and_reads_with_one() {
    let mut sample = samples()[1].clone();
    let error = json::from_str::<UserState>(&sample.to_string()).unwrap_err();
    // The page prints it in this order.
    assert!(["$.successDeviceCount", "$.errorDeviceCount"].contains(&error.path()), "{error}");
    let printed = &PAGE[PAGE.rfind("\n{").unwrap()..PAGE.rfind("```").unwrap()];
    let error = json::from_str::<UserState>(printed).unwrap_err();
    assert_eq!(error.path(), "$.successDeviceCount");

    sample["successDeviceCount"] = 1.into();
    sample["errorDeviceCount"] = 0.into();
    let state: UserState = json::from_str(&sample.to_string()).unwrap();
    assert_eq!(state.id, "4bd8b36a-b36a-4bd8-6ab3-d84b6ab3d84b");
    assert_eq!(state.success_device_count, 1);
}

#[test]
fn its_response_over_the_wire() {
    let server = super::start();
    let printed = &PAGE[PAGE.rfind("\n{").unwrap()..PAGE.rfind("```").unwrap()];
    for client in Client::both(&server.url(), "t0ken") {
        server.emulator().respond_next(http::Response::builder().status(201).body(printed.into()).unwrap());
        let graph_entity::Error::Decode(error) = client.send(create("s1", "u")).unwrap_err() else { panic!() };
        assert_eq!(error.path(), "$.successDeviceCount");
        assert!(error.write_was_done());
    }
}
