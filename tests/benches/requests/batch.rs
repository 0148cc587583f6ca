//! Twenty single calls beside one batch of twenty, over loopback, to the same emulator, which is a process of its own. Round
//! by round, interleaved: time by the clock, CPU time of this process and of the emulator.

use std::hint::black_box;
use std::io;
use std::time::{Duration, Instant};

use cpu_time::ProcessTime;
use graph_entity::transport::{ReqwestClient, UreqClient};
use graph_entity::{Batch, GraphClient, GraphEntity, Request};
use graph_entity_emulator::Emulator;
use serde_json::json;

use crate::call::Server;
use crate::common::arguments::Arguments;

/// The argument of the server's process.
pub const SERVE: &str = "serve-batch";

const COUNT: usize = 20;
/// Not counted: connections, and what is looked up once.
const WARM: usize = 20;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(key, read_only)]
    id: String,
    display_name: String,
    mail: Option<String>,
    job_title: Option<String>,
    department: Option<String>,
    account_enabled: bool,
}

#[derive(Debug, Default)]
struct Spent {
    wall: Vec<Duration>,
    client: Duration,
    server: Duration,
}

pub fn compare(arguments: &Arguments) {
    let ureq = GraphClient::builder(UreqClient::new());
    let reqwest = GraphClient::builder(ReqwestClient::new().unwrap());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let server = Server::start(SERVE);
    let ureq = ureq.base_url(&server.url).token("token").build().unwrap();
    let reqwest = reqwest.base_url(&server.url).token("token").build().unwrap();
    let single = || {
        for request in requests() {
            drop(black_box(request.send_blocking(&ureq).unwrap()));
        }
    };
    let batch = || {
        let (batch, handles) = in_batch();
        let mut answers = batch.send_blocking(&ureq).unwrap();
        for handle in handles {
            drop(black_box(answers.take(handle).unwrap()));
        }
    };
    report(arguments, "ureq", &server, &single, &batch);
    let single = || {
        runtime.block_on(async {
            for request in requests() {
                drop(black_box(request.send(&reqwest).await.unwrap()));
            }
        });
    };
    let batch = || {
        runtime.block_on(async {
            let (batch, handles) = in_batch();
            let mut answers = batch.send(&reqwest).await.unwrap();
            for handle in handles {
                drop(black_box(answers.take(handle).unwrap()));
            }
        });
    };
    report(arguments, "reqwest", &server, &single, &batch);
}

fn requests() -> impl Iterator<Item = Request<User>> {
    (0..COUNT).map(|id| User::collection().item(id).get().request().unwrap())
}

fn in_batch() -> (Batch, Vec<graph_entity::batch::Handle<User>>) {
    let mut batch = Batch::new();
    let handles = requests().map(|request| batch.add(request)).collect();
    (batch, handles)
}

fn report(arguments: &Arguments, name: &str, server: &Server, single: &dyn Fn(), batch: &dyn Fn()) {
    let rounds = if arguments.quick { 30 } else { 300 };
    let (mut of_single, mut of_batch) = (Spent::default(), Spent::default());
    for round in 0..WARM + rounds {
        for (what, spent) in [(single, &mut of_single), (batch, &mut of_batch)] {
            let (wall, client, theirs) = (Instant::now(), ProcessTime::now(), cpu_of(server.process()));
            what();
            if round >= WARM {
                spent.wall.push(wall.elapsed());
                spent.client += client.elapsed();
                spent.server += cpu_of(server.process()).saturating_sub(theirs);
            }
        }
    }
    let output = arguments.output;
    output.title(format_args!("{name}, one after the other: {COUNT} single calls, a batch of {COUNT}, ratio"));
    let line = |what: &str, title: &str, single: Duration, batch: Duration| {
        let [single, batch] = [single, batch].map(|time| time.as_secs_f64() * 1e6);
        output.figures(
            "batch",
            &format!("{name}, {what}"),
            format_args!("  {title:<22} {single:>8.0} us {batch:>8.0} us  {:.2}", batch / single),
            &[("single, us", single), ("batch, us", batch), ("ratio", batch / single)],
        );
    };
    let rounds = u32::try_from(rounds).unwrap();
    line("wall", "wall, median", median(&mut of_single.wall), median(&mut of_batch.wall));
    line("client", "CPU of the client", of_single.client / rounds, of_batch.client / rounds);
    line("emulator", "CPU of the emulator", of_single.server / rounds, of_batch.server / rounds);
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// The CPU time of a process, by the nanosecond where Linux tells it.
fn cpu_of(process: u32) -> Duration {
    let tasks = std::fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let of_task = |task: std::fs::DirEntry| {
        let text = std::fs::read_to_string(task.path().join("schedstat")).ok()?;
        text.split(' ').next()?.parse::<u64>().ok()
    };
    Duration::from_nanos(tasks.filter_map(of_task).sum())
}

/// An emulator with the users, until standard input ends.
pub fn serve() {
    let mut builder = Emulator::builder().entity::<User>();
    for id in 0..COUNT {
        let user = json!({
            "id": id.to_string(), "displayName": format!("User {id}"), "mail": format!("user{id}@contoso.com"),
            "jobTitle": "Engineer", "department": "Research", "accountEnabled": true, "officeLocation": "18/2111",
        });
        builder = builder.item("v1.0", "users", user);
    }
    let server = builder.build().serve().unwrap();
    println!("{}", server.url());
    drop(io::copy(&mut io::stdin(), &mut io::sink()));
}
