//! Our client against odatapy, a server of others. `../odatapy.sh` starts it, says where in `GRAPH_ENTITY_INTEROP_URL`,
//! and runs this; the README beside it has what is covered.
//!
//! Each step asserts on what is read back. The first that fails ends the run.

mod batches;
mod blocking;
mod changes;
mod create;
mod deltas;
mod derived;
mod filters;
mod mailbox;
mod model;
mod pages;
mod relationships;
mod steps;
mod texts;

use std::env;
use std::process::ExitCode;

use graph_entity::transport::{ReqwestClient, UreqClient};
use graph_entity::{GraphClient, HttpClient};

use crate::steps::{Failure, Steps};

/// Over reqwest.
type Client = GraphClient<ReqwestClient>;

fn main() -> ExitCode {
    let mut steps = Steps::default();
    match run(&mut steps) {
        Ok(()) => {
            println!("{} steps, all ok", steps.done());
            ExitCode::SUCCESS
        }
        Err(failure) => {
            println!("FAILED {failure}\n{} steps ok before it", steps.done());
            ExitCode::FAILURE
        }
    }
}

fn run(steps: &mut Steps) -> Result<(), Failure> {
    let url = env::var("GRAPH_ENTITY_INTEROP_URL")
        .map_err(|_| Failure::new("GRAPH_ENTITY_INTEROP_URL is not set: run tests/interop/odatapy.sh"))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(over_reqwest(steps, &url))?;
    blocking::run(steps, &client(UreqClient::new(), &url)?)
}

async fn over_reqwest(steps: &mut Steps, url: &str) -> Result<(), Failure> {
    let client = client(ReqwestClient::new()?, url)?;
    deltas::run(steps, &client).await?;
    batches::run(steps, &client).await?;
    create::run(steps, &client).await?;
    let mailbox = mailbox::fill(steps, &client).await?;
    filters::run(steps, &client, &mailbox).await?;
    texts::run(steps, &client).await?;
    pages::run(steps, &client, &self::client(ReqwestClient::new()?, url)?).await?;
    derived::run(steps, &client).await?;
    changes::run(steps, &client).await?;
    relationships::run(steps, &client, url).await
}

fn client<H: HttpClient>(http: H, url: &str) -> Result<GraphClient<H>, Failure> {
    Ok(GraphClient::builder(http).base_url(url).token("any").build()?)
}
