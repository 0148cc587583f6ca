//! Clones a team, which takes a while: asks how it goes on, stops, goes on in "another process", and waits for the end.
//!
//! ```text
//! cargo run --example long_running
//! ```
//! starts an emulator on a loopback socket, and at the end shows what it was asked.

use std::error::Error;
use std::time::Duration;

use graph_entity::monitor::Progress;
use graph_entity::transport::ReqwestClient;
use graph_entity::{GraphClient, GraphEntity, GraphOperation, Monitor, Started};
use graph_entity_emulator::{Emulator, LongRunning, Server};
use http::{Method, Response};
use serde_json::json;

/// A team.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.team", collection = "teams")]
pub struct Team {
    /// Key of the team.
    #[graph(key, read_only)]
    pub id: String,
    /// Its name.
    pub display_name: String,
}

/// Makes a copy of a team. The metadata says nothing of what comes of it.
#[derive(GraphOperation)]
#[graph_operation(action = "clone")]
struct CloneTeam {
    display_name: String,
    mail_nickname: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = start_emulator()?;
    let client = GraphClient::builder(ReqwestClient::new()?).base_url(server.url()).token("any").build()?;

    let copy = CloneTeam { display_name: "Sales 2027".into(), mail_nickname: "sales-2027".into() };
    let started = Team::collection().item("sales").call(&copy).start(&client).await?;
    let Started::Running(monitor) = started else { return Err("a team is not cloned at once".into()) };

    // By hand: one exchange.
    let monitor = monitor.of::<Team>();
    if let Progress::Running { status, .. } = monitor.poll(&client).await? {
        println!("at first it is {status}");
    }

    // The monitor is kept (it is a secret), and another process waits for the end.
    let saved = serde_json::to_string(&monitor)?;
    let monitor: Monitor<Team> = serde_json::from_str(&saved)?;
    let monitor = monitor.interval(Duration::from_millis(50)).deadline(Duration::from_secs(60));
    let outcome = monitor.wait(&client).await?;
    let team = outcome.fetch(&client).await?;
    println!("{} is there\n", team.display_name);

    for entry in server.emulator().log() {
        println!("{} {} {}", entry.method, entry.target, entry.status);
    }
    Ok(())
}

/// A team, and the action that clones it.
fn start_emulator() -> Result<Server, Box<dyn Error>> {
    let server = Emulator::builder()
        .entity::<Team>()
        .item("v1.0", "teams", json!({"id": "sales", "displayName": "Sales"}))
        .item("v1.0", "teams", json!({"id": "sales-2027", "displayName": "Sales 2027"}))
        .operation(Method::POST, "v1.0", "teams/{id}/clone", |call| {
            let location = format!("{}/teams/sales-2027", call.root);
            let mut response = Response::new(r#"{"id":"sales-2027"}"#.into());
            if let Ok(location) = location.parse() {
                response.headers_mut().insert("Location", location);
            }
            response
        })
        .long_running(Method::POST, "v1.0", "teams/{id}/clone", LongRunning::operation().polls(3))
        .try_build()?
        .serve()?;
    println!("emulator on {}\n", server.url());
    Ok(server)
}
