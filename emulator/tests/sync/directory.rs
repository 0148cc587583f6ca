//! The directory at the service, how it changes, and both sides as rows.

use std::path::Path;

use bytes::Bytes;
use graph_entity_emulator::{Builder, Emulator};
use rusqlite::Connection;
use serde_json::{Value, json};

/// Users and groups, of which much is told in pieces, twice, or after a page without anything.
pub(crate) fn builder() -> Builder {
    let mut builder = Emulator::builder()
        .collection("v1.0", "users")
        .odata_type("v1.0", "users", "microsoft.graph.user")
        .collection("v1.0", "groups")
        .odata_type("v1.0", "groups", "microsoft.graph.group")
        .references("v1.0", "groups/{id}/members", ["users", "groups"])
        .delta("v1.0", "users")
        .delta("v1.0", "groups")
        .delta_pieces("v1.0", "groups", 3)
        .page_size("v1.0", "users", 7)
        .page_size("v1.0", "groups", 4)
        .delta_replays("v1.0", "users")
        .delta_replays("v1.0", "groups")
        .empty_pages("v1.0", "groups");
    for number in 0..60 {
        let user = json!({"id": format!("u{number}"), "displayName": format!("User {number}"), "mail": null});
        builder = builder.item("v1.0", "users", user);
    }
    for number in 0..6 {
        let members: Vec<_> = (0..number * 3).map(|member| format!("users/u{}", member * 3)).collect();
        let id = format!("g{number}");
        builder = builder.item("v1.0", "groups", json!({"id": id, "displayName": id, "members@odata.bind": members}));
    }
    builder
}

/// The directory, which changes.
pub(crate) struct Directory<'e> {
    emulator: &'e Emulator,
    changes: usize,
}

impl<'e> Directory<'e> {
    pub(crate) fn new(emulator: &'e Emulator) -> Self {
        Self { emulator, changes: 0 }
    }

    /// Changes something. It may fail, as any request may.
    pub(crate) fn change(&mut self, rng: &mut fastrand::Rng) {
        self.changes += 1;
        let name = format!("Name {}", self.changes);
        let (user, group) = (self.any("users", rng), self.any("groups", rng));
        let member = if rng.u8(..) < 200 { format!("users/{user}") } else { format!("groups/{group}") };
        match rng.usize(0..16) {
            0 | 1 => self.send("POST", "users", &json!({"displayName": name, "mail": "new@contoso.com"})),
            2..=4 => self.send("PATCH", &format!("users/{user}"), &json!({"displayName": name})),
            5 => self.send("PATCH", &format!("users/{user}"), &json!({"mail": null})),
            // Whatever else it had is lost.
            6 => self.send("PUT", &format!("users/{user}"), &json!({"mail": "only@contoso.com"})),
            7 => self.send("DELETE", &format!("users/{user}"), &Value::Null),
            8 => self.send("POST", "groups", &json!({"displayName": name, "members@odata.bind": [url(&member)]})),
            9 => self.send("PATCH", &format!("groups/{group}"), &json!({"description": name})),
            10 if rng.bool() => self.send("DELETE", &format!("groups/{group}"), &Value::Null),
            11 => {
                let members = self.emulator.items("v1.0", &format!("groups/{group}/members"));
                if let Some(member) = rng.choice(&members).and_then(|member| member["id"].as_str()) {
                    self.send("DELETE", &format!("groups/{group}/members/{member}/$ref"), &Value::Null);
                }
            }
            _ => self.send("POST", &format!("groups/{group}/members/$ref"), &json!({"@odata.id": url(&member)})),
        }
    }

    fn any(&self, collection: &str, rng: &mut fastrand::Rng) -> String {
        let items = self.emulator.items("v1.0", collection);
        rng.choice(&items).and_then(|item| item["id"].as_str()).unwrap_or("none").to_owned()
    }

    fn send(&self, method: &str, path: &str, body: &Value) {
        let request = http::Request::builder().method(method).uri(format!("/v1.0/{path}"));
        let request = request.header("authorization", "Bearer secret").header("content-type", "application/json");
        let body = if body.is_null() { Bytes::new() } else { body.to_string().into() };
        self.emulator.handle(&request.body(body).expect("a request"));
    }
}

fn url(path: &str) -> String {
    format!("https://graph.microsoft.com/v1.0/{path}")
}

type Columns = [Option<String>; 3];

/// All there is, in order.
#[derive(Debug, PartialEq)]
pub(crate) struct Rows {
    users: Vec<Columns>,
    groups: Vec<Columns>,
    members: Vec<Columns>,
}

impl Rows {
    pub(crate) fn of_service(emulator: &Emulator) -> Self {
        let text = |item: &Value, name: &str| item[name].as_str().map(str::to_owned);
        let rows = |collection: &str, last: &str| {
            let items = emulator.items("v1.0", collection);
            let rows = items.iter().map(|item| [text(item, "id"), text(item, "displayName"), text(item, last)]);
            sorted(rows.collect())
        };
        let groups = rows("groups", "description");
        let members = groups.iter().flat_map(|[group, ..]| {
            let id = group.as_deref().expect("a key");
            let members = emulator.items("v1.0", &format!("groups/{id}/members"));
            members.into_iter().map(|member| [group.clone(), text(&member, "id"), None]).collect::<Vec<_>>()
        });
        let members = sorted(members.collect());
        Self { users: rows("users", "mail"), groups, members }
    }

    pub(crate) fn of_copy(database: &Path) -> Self {
        let connection = Connection::open(database).expect("a database");
        let rows = |sql: &str| {
            let mut query = connection.prepare(sql).expect("a query");
            let rows = query.query_map([], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?])).expect("rows");
            sorted(rows.collect::<Result<_, _>>().expect("texts"))
        };
        Self {
            users: rows("SELECT id, displayName, mail FROM users"),
            groups: rows("SELECT id, displayName, description FROM groups"),
            members: rows("SELECT \"group\", member, NULL FROM members"),
        }
    }

    /// What only one side has, a line for each row; empty if both are the same.
    pub(crate) fn differences(&self, service: &Self) -> String {
        let sides = [(&self.users, &service.users), (&self.groups, &service.groups), (&self.members, &service.members)];
        let mut lines = String::new();
        for (copy, service) in sides {
            let only = |name: &str, some: &[Columns], others: &[Columns]| {
                let rows = some.iter().filter(|row| !others.contains(row));
                rows.map(|row| format!("{name}: {row:?}\n")).collect::<String>()
            };
            lines += &only("the copy only", copy, service);
            lines += &only("the service only", service, copy);
        }
        lines
    }

    pub(crate) fn is_not_empty(&self) -> bool {
        [&self.users, &self.groups, &self.members].iter().all(|rows| !rows.is_empty())
    }
}

fn sorted(mut rows: Vec<Columns>) -> Vec<Columns> {
    rows.sort();
    rows
}
