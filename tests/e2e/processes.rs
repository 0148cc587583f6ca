//! What takes more than one process: a job that stops and goes on in another, and the memory of a long one.

use std::process::Command;

use graph_entity::transport::UreqClient;
use graph_entity::{GraphClient, GraphEntity, NextLink};
use graph_entity_emulator::Emulator;
use serde_json::json;

#[derive(Debug, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(key, read_only)]
    id: String,
    display_name: String,
    mail: Option<String>,
    job_title: Option<String>,
}

fn emulator(count: usize) -> Emulator {
    let user = |index: usize| {
        let name = format!("User {index}");
        json!({"id": format!("{index:07}"), "displayName": name, "mail": format!("user{index}@contoso.com"), "jobTitle": null})
    };
    Emulator::builder().token("t0ken").generated("v1.0", "users", count, user).page_size("v1.0", "users", 999).build()
}

fn client(url: &str) -> GraphClient<UreqClient> {
    GraphClient::builder(UreqClient::new()).base_url(url).token("t0ken").build().unwrap()
}

/// Runs the test `name` of this file in a process of its own, and gives what it printed behind `RESULT `.
fn in_a_process_of_its_own(name: &str, input: &str) -> String {
    let test = format!("processes::{name}");
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", &test, "--nocapture", "--ignored"]).env("GRAPH_ENTITY_TEST_INPUT", input);
    let output = command.output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
    let result = text.lines().find_map(|line| line.split_once("RESULT ")).map(|(_, result)| result.to_owned());
    result.unwrap_or_else(|| panic!("{text}"))
}

fn input() -> String {
    std::env::var("GRAPH_ENTITY_TEST_INPUT").expect("this test is run by another one")
}

#[test]
fn a_job_stops_after_any_page_and_goes_on_in_another_process() {
    let server = emulator(5_000).serve().unwrap();
    let mut state = json!({ "url": server.url(), "link": null, "last": null }).to_string();
    let mut seen = 0;
    let mut processes = 0;
    loop {
        let result = in_a_process_of_its_own("reads_two_pages", &state);
        let result: serde_json::Value = serde_json::from_str(&result).unwrap();
        seen += result["count"].as_u64().unwrap();
        processes += 1;
        if result["link"].is_null() {
            break;
        }
        state = json!({ "url": server.url(), "link": result["link"], "last": result["last"] }).to_string();
    }
    // None missing, none twice: each process checks that it goes on with the one after the last.
    assert_eq!((seen, processes), (5_000, 3));
    assert_eq!(server.emulator().log().len(), 6);
}

#[test]
#[ignore = "run by `a_job_stops_after_any_page_and_goes_on_in_another_process`"]
fn reads_two_pages() {
    let state: serde_json::Value = serde_json::from_str(&input()).unwrap();
    let client = client(state["url"].as_str().unwrap());
    let link: Option<NextLink<User>> = serde_json::from_value(state["link"].clone()).unwrap();
    let mut pages = match link {
        Some(link) => link.iter_pages(&client),
        None => User::collection().list().iter_pages(&client),
    };
    let mut next = state["last"].as_u64().map_or(0, |last| last + 1);
    let (mut count, mut link) = (0, None);
    for page in pages.by_ref().take(2) {
        let page = page.unwrap();
        link = page.next_link().cloned();
        for user in page {
            assert_eq!(user.id.parse::<u64>().unwrap(), next);
            next += 1;
            count += 1;
        }
    }
    println!("RESULT {}", json!({ "count": count, "link": link, "last": next - 1 }));
}

/// The most memory that reading so many takes, server and all, in KiB.
fn peak(count: usize) -> u64 {
    in_a_process_of_its_own("reads_all", &count.to_string()).parse().unwrap()
}

/// The emulator makes each item when it is asked for, so that what grows would be the client's.
#[test]
fn memory_does_not_grow_with_the_number_of_items() {
    if !cfg!(target_os = "linux") {
        return;
    }
    let (few, many) = (peak(10_000), peak(1_000_000));
    assert!(many < few * 5 / 4 + 2048, "{few} KiB for ten thousand items, {many} KiB for a million");
}

#[test]
#[ignore = "run by `memory_does_not_grow_with_the_number_of_items`"]
fn reads_all() {
    let count: usize = input().parse().unwrap();
    let client = GraphClient::builder(emulator(count)).token("t0ken").build().unwrap();
    let mut seen = 0;
    for user in User::collection().list().iter(&client) {
        let user = user.unwrap();
        assert!(user.mail.is_some() && user.job_title.is_none() && !user.display_name.is_empty());
        seen += 1;
    }
    assert_eq!(seen, count);
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    println!("RESULT {}", peak.trim().trim_end_matches(" kB"));
}
