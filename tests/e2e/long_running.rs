//! Long-running operations over real HTTP, in each form that Graph has (W5).

use std::time::Duration;

use bytes::Bytes;
use graph_entity::monitor::{Outcome, Progress};
use graph_entity::{Error, GraphEntity, GraphOperation, Item, Monitor, Request, Started};
use graph_entity_emulator::{Emulator, LongRunning, Server};
use http::{Method, Response};
use serde_json::json;

use super::Client;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.team", collection = "teams")]
struct Team {
    #[graph(key, read_only)]
    id: String,
    display_name: String,
    #[graph(read_only)]
    status: Option<String>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.driveItem", collection = "drive/items")]
struct DriveItem {
    #[graph(key, read_only)]
    id: String,
    name: Option<String>,
}

/// It says nothing of what it makes.
#[derive(GraphOperation)]
#[graph_operation(action = "copy")]
struct Copy {
    name: String,
}

const QUICK: Duration = Duration::from_millis(5);

impl Client {
    fn start<T: graph_entity::Returned, V>(&self, request: Request<T, V>) -> Result<Started<T>, Error> {
        match self {
            Self::Reqwest(runtime, client) => runtime.block_on(request.start(client)),
            Self::Ureq(client) => request.start_blocking(client),
        }
    }

    fn poll<T: graph_entity::Returned>(&self, monitor: &Monitor<T>) -> Result<Progress<T>, Error> {
        match self {
            Self::Reqwest(runtime, client) => runtime.block_on(monitor.poll(client)),
            Self::Ureq(client) => monitor.poll_blocking(client),
        }
    }

    fn wait<T: graph_entity::Returned>(&self, monitor: &Monitor<T>) -> Result<Outcome<T>, Error> {
        match self {
            Self::Reqwest(runtime, client) => runtime.block_on(monitor.wait(client)),
            Self::Ureq(client) => monitor.wait_blocking(client),
        }
    }

    fn fetch<T: graph_entity::Returned>(&self, outcome: Outcome<T>) -> Result<T, Error> {
        match self {
            Self::Reqwest(runtime, client) => runtime.block_on(outcome.fetch(client)),
            Self::Ureq(client) => outcome.fetch_blocking(client),
        }
    }
}

fn teams(how: LongRunning) -> Server {
    let emulator = Emulator::builder().token("t0ken").entity::<Team>();
    emulator.long_running(Method::POST, "v1.0", "teams", how).build().serve().unwrap()
}

fn team() -> Request<Team> {
    Team::collection().create().display_name("Sales").request().unwrap()
}

/// A file whose copy is made by another host, which takes no token.
fn files(how: LongRunning) -> (Server, Server) {
    let emulator = Emulator::builder()
        .token("t0ken")
        .entity::<DriveItem>()
        .item("v1.0", "drive/items", json!({"id": "f1", "name": "a"}))
        .item("v1.0", "drive/items", json!({"id": "f2", "name": "b"}))
        .operation(Method::POST, "v1.0", "drive/items/{id}/copy", |call| {
            let location = format!("{}/drive/items/f2", call.root);
            let body = Bytes::from_static(br#"{"id":"f2"}"#);
            Response::builder().status(201).header("Location", location).body(body).unwrap()
        })
        .long_running(Method::POST, "v1.0", "drive/items/{id}/copy", how)
        .build();
    let (home, elsewhere) = (emulator.serve().unwrap(), emulator.serve().unwrap());
    emulator.monitors_at(elsewhere.url());
    (home, elsewhere)
}

fn copy() -> Request<()> {
    DriveItem::collection().item("f1").call(&Copy { name: "b".into() })
}

fn running<T>(started: Started<T>) -> Monitor<T> {
    started.monitor().expect("a monitor").interval(QUICK)
}

#[test]
fn a_monitor_at_another_host_gets_no_token() {
    let (home, elsewhere) = files(LongRunning::monitor().polls(3));
    for client in Client::both(&home.url(), "t0ken") {
        let monitor = running(client.start(copy()).unwrap());
        let saved = serde_json::to_value(&monitor).unwrap();
        assert!(saved["url"].as_str().unwrap().starts_with(&elsewhere.url()), "{saved}");
        // In another process, and of the type that comes of it.
        let monitor = serde_json::from_value::<Monitor<DriveItem>>(saved).unwrap().interval(QUICK);
        for (percent, status) in [(25.0, "notStarted"), (50.0, "inProgress")] {
            let Progress::Running { percent: told, status: word, retry_after, .. } = client.poll(&monitor).unwrap()
            else {
                panic!("it is not over")
            };
            assert_eq!((told, word.as_str(), retry_after), (Some(percent), status, None));
        }
        let outcome = client.wait(&monitor).unwrap();
        assert_eq!((outcome.resource_id(), outcome.value()), (Some("f2"), None));
        assert!(matches!(client.fetch(outcome), Err(Error::NoContent(_))));
        // It stays over.
        assert!(matches!(client.poll(&monitor), Ok(Progress::Done(_))));
        let log = home.emulator().take_log();
        let polls: Vec<_> = log.iter().filter(|entry| entry.target.starts_with("/monitor/")).collect();
        assert_eq!(polls.len(), 5);
        assert!(polls.iter().all(|entry| !entry.headers.contains_key("authorization")), "{polls:?}");
        assert!(polls.iter().all(|entry| !entry.headers.contains_key("client-request-id")), "{polls:?}");
    }
}

#[test]
fn see_other_leads_home_and_there_the_token_goes_along() {
    let (home, _elsewhere) = files(LongRunning::monitor().sees_other().polls(1));
    for client in Client::both(&home.url(), "t0ken") {
        let monitor = running(client.start(copy()).unwrap()).of::<DriveItem>();
        let item = client.fetch(client.wait(&monitor).unwrap()).unwrap();
        assert_eq!((item.id.as_str(), item.name.as_deref()), ("f2", Some("b")));
        let log = home.emulator().take_log();
        let asked: Vec<_> =
            log.iter().map(|entry| (entry.headers.contains_key("authorization"), entry.status.as_u16())).collect();
        assert_eq!(asked, [(true, 202), (false, 202), (false, 303), (true, 200)]);
    }
}

#[test]
fn an_operation_below_the_version_and_its_resource() {
    let home = teams(LongRunning::operation());
    for client in Client::both(&home.url(), "t0ken") {
        let monitor = running(client.start(team()).unwrap());
        // It is not there yet.
        let early = client.send(monitor.resource().expect("Content-Location")).unwrap_err();
        assert_eq!(early.status().map(|status| status.as_u16()), Some(404));
        let outcome = client.wait(&monitor).unwrap();
        let id = outcome.resource_id().unwrap().to_owned();
        let team = client.fetch(outcome).unwrap();
        assert_eq!((team.id, team.display_name), (id.clone(), "Sales".to_owned()));
        let log = home.emulator().take_log();
        let targets: Vec<_> = log.iter().map(|entry| entry.target.as_str()).collect();
        let at = |path: &str| format!("/v1.0/teams('{id}'){path}");
        assert_eq!(targets[0], "/v1.0/teams");
        assert_eq!(targets[1], at(""));
        assert!(targets[2..5].iter().all(|target| target.starts_with(&at("/operations('"))), "{targets:?}");
        assert_eq!(targets[5..], [at("")]);
        assert!(log.iter().all(|entry| entry.headers["authorization"] == "Bearer t0ken"));
    }
}

#[test]
fn an_operation_location_and_the_wait_that_it_wants() {
    let home = teams(LongRunning::operation_location().polls(1).retry_after("0.02"));
    for client in Client::both(&home.url(), "t0ken") {
        let monitor = running(client.start(team()).unwrap());
        let Progress::Running { retry_after, .. } = client.poll(&monitor).unwrap() else { panic!("it is not over") };
        assert_eq!(retry_after, Some(Duration::from_millis(20)));
        let team = client.fetch(client.wait(&monitor).unwrap()).unwrap();
        assert_eq!(team.display_name, "Sales");
    }
}

#[test]
fn a_failure_has_the_service_s_error() {
    for how in [LongRunning::monitor(), LongRunning::operation(), LongRunning::operation_location()] {
        let home = teams(how.polls(1).retry_after("0").fails("quotaLimitReached", "There is no room."));
        for client in Client::both(&home.url(), "t0ken") {
            let monitor = running(client.start(team()).unwrap());
            let Err(Error::OperationFailed(error)) = client.wait(&monitor) else { panic!("it has failed") };
            assert_eq!(error.status(), "failed");
            assert_eq!((error.code(), error.message()), ("quotaLimitReached", "There is no room."));
            let told = "the operation did not succeed: failed: quotaLimitReached: There is no room.";
            assert_eq!(error.to_string(), told);
            assert!(matches!(client.poll(&monitor), Ok(Progress::Failed(_))));
            assert!(home.emulator().items("v1.0", "teams").is_empty());
        }
    }
}

#[test]
fn what_tells_of_itself_is_read_until_it_is_ready() {
    let home = teams(LongRunning::status().polls(2));
    for client in Client::both(&home.url(), "t0ken") {
        let Ok(Started::Done(outcome)) = client.start(team()) else { panic!("it was created") };
        let team = outcome.into_value().unwrap();
        assert_eq!(team.status.as_deref(), Some("notStarted"));
        let item: Item<Team> = Team::collection().item(&team.id);
        let request = item.get().request().unwrap();
        let until = request.until(|team| team.status.as_deref() == Some("succeeded")).interval(QUICK);
        let ready = match &client {
            Client::Reqwest(runtime, client) => runtime.block_on(until.wait(client)),
            Client::Ureq(client) => until.wait_blocking(client),
        };
        assert_eq!(ready.unwrap().display_name, "Sales");
        assert_eq!(home.emulator().take_log().len(), 4);
    }
}

#[test]
fn a_location_that_leads_nowhere_is_an_error_and_no_loop() {
    let home = teams(LongRunning::unusable());
    for client in Client::both(&home.url(), "t0ken") {
        let monitor = running(client.start(team()).unwrap());
        home.emulator().take_log();
        let error = client.wait(&monitor).unwrap_err();
        assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
        assert_eq!(home.emulator().take_log().len(), 1);
    }
}

#[test]
fn an_operation_of_zeros_is_none_and_the_resource_is_known() {
    let home = teams(LongRunning::untold());
    for client in Client::both(&home.url(), "t0ken") {
        let Ok(Started::Accepted(outcome)) = client.start(team()) else { panic!("there is no operation") };
        assert_eq!(client.fetch(outcome).unwrap().display_name, "Sales");
    }
}

#[test]
fn what_is_refused_is_refused_at_once() {
    let home = teams(LongRunning::operation());
    for client in Client::both(&home.url(), "other") {
        let error = client.start(team()).unwrap_err();
        assert_eq!(error.status().map(|status| status.as_u16()), Some(401));
    }
    let both = Client::both(&home.url(), "t0ken");
    let missing = DriveItem::collection().item("f1").call(&Copy { name: "b".into() });
    assert!(matches!(both[1].start(missing), Err(Error::Service(_))));
}

#[test]
fn the_deadline_leaves_the_monitor_as_it_was() {
    let home = teams(LongRunning::operation().polls(3).retry_after("60"));
    for client in Client::both(&home.url(), "t0ken") {
        let monitor = running(client.start(team()).unwrap()).deadline(Duration::from_secs(5));
        let begun = std::time::Instant::now();
        let Err(Error::StillRunning(still)) = client.wait(&monitor) else { panic!("it goes on") };
        assert!(begun.elapsed() < Duration::from_secs(3), "at once");
        assert!(still.retry_after().is_some_and(|wait| wait > Duration::from_secs(50)), "{still:?}");
        for _ in 0..3 {
            assert!(matches!(client.poll(&monitor), Ok(Progress::Running { .. })));
        }
        assert!(matches!(client.poll(&monitor), Ok(Progress::Done(_))));
    }
}
