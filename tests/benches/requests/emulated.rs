//! An emulator with users, as a process of its own.

use std::io;
use std::time::Duration;

use graph_entity::GraphEntity;
use graph_entity_emulator::Emulator;
use serde_json::json;

/// The argument of its process.
pub const SERVE: &str = "serve-emulator";

/// Users that are there, by the ids 0, 1 and so on.
pub const COUNT: usize = 20;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
pub struct User {
    #[graph(key, read_only)]
    pub id: String,
    pub display_name: String,
    pub mail: Option<String>,
    pub job_title: Option<String>,
    pub department: Option<String>,
    pub account_enabled: bool,
}

/// The CPU time of a process, by the nanosecond where Linux tells it.
pub fn cpu_of(process: u32) -> Duration {
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
