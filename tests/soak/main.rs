//! Many tasks at work against a service that fails now and then: in the end nothing is lost and nothing was done twice.
//!
//! `cargo run -p graph-entity-tests --example soak -- --requests 100000`, or `-- --minutes 60`. The service is an emulator in a
//! process of its own, which says at the end what it was asked and what it has; that is compared with what the tasks know. A
//! failure ends the program with an error.

mod figures;
mod service;
mod work;

use std::sync::Arc;
use std::time::{Duration, Instant};

use graph_entity::transport::ReqwestClient;
use graph_entity::{AccessToken, GraphClient, Retry, TokenFuture, TokenProvider, TokenRequest};

use self::figures::Figures;
use self::service::Service;
use self::work::{Bound, Known};

const TASKS: usize = 64;
/// Fewer than tasks, so that they wait for each other.
const CONCURRENCY: usize = 48;
/// More than a hundred thousand requests take, on the slowest machine that is meant.
const PATIENCE: Duration = Duration::from_secs(600);

/// Tokens that last two seconds, so that they are renewed all the time.
struct ShortLived;

impl TokenProvider for ShortLived {
    fn token<'a>(&'a self, _: TokenRequest<'a>) -> TokenFuture<'a> {
        Box::pin(async {
            tokio::time::sleep(Duration::from_millis(5)).await;
            let token = AccessToken::new(format!("t0ken-{}", fastrand::u64(..)))?;
            Ok(token.expires_in(Duration::from_secs(2)))
        })
    }
}

fn main() {
    let args: Vec<_> = std::env::args().skip(1).collect();
    let bound = match &args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [service::SERVE] => return service::serve(),
        ["--requests", count] => Bound::requests(count.parse().expect("a number of requests"), PATIENCE),
        ["--minutes", minutes] => Bound::time(Duration::from_secs(60 * minutes.parse::<u64>().expect("minutes"))),
        _ => panic!("either `--requests N` or `--minutes N`"),
    };
    let service = Service::start();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let client = GraphClient::builder(ReqwestClient::new().unwrap())
        .base_url(service.url())
        .token_provider(ShortLived)
        .max_concurrency(CONCURRENCY)
        .max_response_bytes(256 * 1024)
        .timeout(Duration::from_secs(10))
        .retry(Retry::default().base_delay(Duration::from_millis(10)).max_retries(5))
        .build()
        .unwrap()
        .erased();
    let (bound, begun) = (Arc::new(bound), Instant::now());
    let figures = Figures::watch(Arc::clone(&bound));
    let known = runtime.block_on(async {
        let tasks: Vec<_> =
            (0..TASKS).map(|task| tokio::spawn(work::task(client.clone(), task, Arc::clone(&bound)))).collect();
        let mut all = Known::default();
        for task in tasks {
            all.add(task.await.unwrap());
        }
        all
    });
    let took = begun.elapsed();
    let told = service.told();
    figures.print(took, &bound, &known, &told);
    known.check(&told);
    figures.check();
    println!("nothing lost, nothing doubled, memory flat");
}
