//! Reading and writing a page of 1,000 four-field states: ours beside serde_derive, in one run, interleaved, by CPU time.
//! Prints the ratio ours/theirs: the median of the rounds, with the quarters around it.

use std::hint::black_box;
use std::time::Duration;

use cpu_time::ThreadTime;
use graph_entity::GraphEntity;
use serde::{Deserialize, Serialize};

const ROUNDS: usize = 201;

mod ours {
    use super::GraphEntity;

    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.deviceManagementScriptUserState", version = "beta")]
    pub struct State {
        #[graph(key, read_only)]
        pub id: String,
        pub success_device_count: i32,
        pub error_device_count: i32,
        pub user_principal_name: String,
    }

    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "bench.page", untagged)]
    pub struct Page {
        pub value: Vec<State>,
    }
}

mod theirs {
    use super::{Deserialize, Serialize};

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct State {
        #[serde(rename = "@odata.type", skip_deserializing, default = "odata_type")]
        pub odata_type: &'static str,
        pub id: String,
        pub success_device_count: i32,
        pub error_device_count: i32,
        pub user_principal_name: String,
    }

    fn odata_type() -> &'static str {
        "#microsoft.graph.deviceManagementScriptUserState"
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    pub struct Page {
        pub value: Vec<State>,
    }
}

fn main() {
    let page = ours::Page { value: (0..1000).map(state).collect() };
    let json = graph_entity::json::to_vec(&page).unwrap();
    // A list comes without `@odata.type` where the collection declares the type (W1.8).
    let json = String::from_utf8(json)
        .unwrap()
        .replace(r##""@odata.type":"#microsoft.graph.deviceManagementScriptUserState","##, "")
        .into_bytes();
    let peer: theirs::Page = serde_json::from_slice(&json).unwrap();
    check(&page, &peer, &json);
    if let Some(only) = std::env::args().nth(1).filter(|only| only.starts_with("only-")) {
        return run_only(&only, &page, &peer, &json);
    }

    compare(
        "read, from bytes",
        || graph_entity::json::from_slice::<ours::Page>(black_box(&json)).unwrap(),
        || serde_json::from_slice::<theirs::Page>(black_box(&json)).unwrap(),
    );
    compare(
        "read, same driver",
        || serde_json::from_slice::<ours::Page>(black_box(&json)).unwrap(),
        || serde_json::from_slice::<theirs::Page>(black_box(&json)).unwrap(),
    );
    compare(
        "write, to bytes",
        || graph_entity::json::to_vec(black_box(&page)).unwrap(),
        || serde_json::to_vec(black_box(&peer)).unwrap(),
    );
    compare(
        "write, same driver",
        || serde_json::to_vec(black_box(&page)).unwrap(),
        || serde_json::to_vec(black_box(&peer)).unwrap(),
    );
}

/// One side alone, a hundred times: to count its instructions under callgrind.
fn run_only(only: &str, page: &ours::Page, peer: &theirs::Page, json: &[u8]) {
    for _ in 0..std::env::args().nth(2).map_or(100, |runs| runs.parse().unwrap()) {
        match only {
            "only-read" => drop(black_box(graph_entity::json::from_slice::<ours::Page>(black_box(json)))),
            "only-read-same" => drop(black_box(serde_json::from_slice::<ours::Page>(black_box(json)))),
            "only-peer-read" => drop(black_box(serde_json::from_slice::<theirs::Page>(black_box(json)))),
            "only-write" => drop(black_box(graph_entity::json::to_vec(black_box(page)))),
            "only-peer-write" => drop(black_box(serde_json::to_vec(black_box(peer)))),
            other => panic!("{other}"),
        }
    }
}

fn state(index: i32) -> ours::State {
    ours::State {
        id: format!("d5a29103-9103-d5a2-0391-a2d5{index:08x}"),
        success_device_count: index,
        error_device_count: index % 7,
        user_principal_name: format!("user{index}@contoso.com"),
    }
}

/// Both sides read equal values and write equal bytes.
fn check(page: &ours::Page, peer: &theirs::Page, json: &[u8]) {
    let read: ours::Page = graph_entity::json::from_slice(json).unwrap();
    assert_eq!(&read, page);
    assert_eq!(read.value.len(), peer.value.len());
    for (ours, theirs) in read.value.iter().zip(&peer.value) {
        assert_eq!(ours.id, theirs.id);
        assert_eq!(ours.success_device_count, theirs.success_device_count);
        assert_eq!(ours.error_device_count, theirs.error_device_count);
        assert_eq!(ours.user_principal_name, theirs.user_principal_name);
    }
    assert_eq!(serde_json::to_vec(peer).unwrap(), graph_entity::json::to_vec(page).unwrap());
}

fn compare<A, B>(name: &str, mut ours: impl FnMut() -> A, mut theirs: impl FnMut() -> B) {
    let mut ratios = Vec::new();
    let mut times = (Duration::ZERO, Duration::ZERO);
    for round in 0..ROUNDS + 20 {
        let (a, b) = if round % 2 == 0 {
            let a = time(&mut ours);
            (a, time(&mut theirs))
        } else {
            let b = time(&mut theirs);
            (time(&mut ours), b)
        };
        if round >= 20 {
            ratios.push(a.as_secs_f64() / b.as_secs_f64());
            times = (times.0 + a, times.1 + b);
        }
    }
    ratios.sort_by(f64::total_cmp);
    let at = |part: usize| ratios[ratios.len() * part / 4];
    println!(
        "{name:<20} {:.2} ({:.2} to {:.2}); ours {:?}, theirs {:?} a page",
        at(2),
        at(1),
        at(3),
        times.0 / ROUNDS as u32,
        times.1 / ROUNDS as u32
    );
}

fn time<T>(run: &mut impl FnMut() -> T) -> Duration {
    let start = ThreadTime::now();
    for _ in 0..5 {
        black_box(run());
    }
    start.elapsed() / 5
}
