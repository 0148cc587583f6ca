//! Twenty single calls beside one batch of twenty, over loopback, to the same emulator, which is a process of its own. Round
//! by round, interleaved: time by the clock, CPU time of this process and of the emulator.

use std::hint::black_box;
use std::time::{Duration, Instant};

use cpu_time::ProcessTime;
use graph_entity::transport::{ReqwestClient, UreqClient};
use graph_entity::{Batch, GraphClient, Request};

use crate::call::Server;
use crate::common::arguments::Arguments;
use crate::emulated::{self, COUNT, User, cpu_of};

/// Not counted: connections, and what is looked up once.
const WARM: usize = 20;

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
    let server = Server::start(emulated::SERVE);
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
