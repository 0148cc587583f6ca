//! The service of a cell, another origin beside it, and what is stored.

use std::net::TcpStream;
use std::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::Duration;

use bytes::Bytes;
use graph_entity_emulator::{Emulator, Fault, Server};
use http::StatusCode;
use serde_json::{Value, json};

use crate::User;
use crate::operation::Operation;
use crate::trouble::{Often, To, Trouble};

/// More requests than any call makes.
const MANY: usize = 20;
const USERS: [(&str, &str); 4] = [("u1", "One"), ("u2", "Two"), ("u3", "Three"), ("u9", "Nine")];

/// A server that refuses connections leaves its port, which another one could be given meanwhile.
static PORTS: RwLock<()> = RwLock::new(());

pub(crate) enum Ports {
    Shared { _guard: RwLockReadGuard<'static, ()> },
    Alone { _guard: RwLockWriteGuard<'static, ()> },
}

impl Ports {
    pub(crate) fn of(trouble: &Trouble) -> Self {
        match trouble {
            Trouble::Refused => Self::Alone { _guard: PORTS.write().unwrap() },
            _ => Self::Shared { _guard: PORTS.read().unwrap() },
        }
    }
}

pub(crate) struct World {
    pub(crate) home: Server,
    pub(crate) foreign: Server,
}

impl World {
    pub(crate) fn new(operation: Operation) -> Self {
        let mut home = Emulator::builder().entity::<User>().delta("v1.0", "users").page_size("v1.0", "users", 2);
        if operation == Operation::CreateIdempotent {
            home = home.unique("v1.0", "users", "displayName");
        }
        for (id, name) in USERS {
            home = home.item("v1.0", "users", json!({"id": id, "displayName": name}));
        }
        let entity = r#"{"id": "x", "displayName": "Elsewhere"}"#;
        let page = r#"{"value": [{"id": "x", "displayName": "Elsewhere"}]}"#;
        let changes = r#"{"value": [{"id": "x", "displayName": "Elsewhere"}], "@odata.deltaLink": "later"}"#;
        let downloads = [("/elsewhere/entity", entity), ("/elsewhere/page", page), ("/elsewhere/delta", changes)];
        let foreign = downloads
            .into_iter()
            .fold(Emulator::builder(), |builder, (path, content)| builder.download(path, "application/json", content));
        Self { home: home.build().serve().unwrap(), foreign: foreign.build().serve().unwrap() }
    }

    /// From now on the operation's requests meet the trouble.
    pub(crate) fn arm(&self, trouble: &Trouble, operation: Operation, often: Often, page: Option<&str>) {
        let times = if often == Often::Once { 1 } else { MANY };
        let emulator = self.home.emulator();
        if let Trouble::Refused = trouble {
            return self.home.refuse_for(Duration::from_secs(60));
        }
        if let Trouble::Status(status) = trouble {
            let answer = || http::Response::builder().status(status).body(Bytes::new()).unwrap();
            return (0..times).for_each(|_| emulator.respond_next(answer()));
        }
        let fault = self.fault(trouble, operation, page);
        for _ in 0..times {
            emulator.fail_when(fault.clone(), move |method, target| operation.is_asked_by(method, target));
        }
    }

    /// The trouble as the fault that it is in this world.
    pub(crate) fn fault(&self, trouble: &Trouble, operation: Operation, page: Option<&str>) -> Fault {
        match trouble {
            Trouble::Fault(fault) => fault.clone(),
            Trouble::NextLink(to) => Fault::NextLink(self.link(*to, Operation::Page2, page)),
            Trouble::Redirect(StatusCode::SEE_OTHER, To::Home) if !operation.reads() => {
                let location = format!("{}/v1.0/users/u2", self.home.url());
                Fault::Redirect { status: StatusCode::SEE_OTHER, location }
            }
            Trouble::Redirect(status, to) => {
                Fault::Redirect { status: *status, location: self.link(*to, operation, page) }
            }
            Trouble::Status(_) | Trouble::Refused => unreachable!("no fault"),
        }
    }

    fn link(&self, to: To, operation: Operation, page: Option<&str>) -> String {
        let (home, foreign) = (self.home.url(), self.foreign.url());
        let elsewhere = match operation {
            Operation::Page2 => "elsewhere/page",
            Operation::Delta2 => "elsewhere/delta",
            _ => "elsewhere/entity",
        };
        match (to, operation) {
            (To::Foreign, _) => format!("{foreign}/{elsewhere}"),
            (To::Clear, _) => format!("http://graph.example/{elsewhere}"),
            (To::LookAlike, _) => format!("{home}@{}/{elsewhere}", foreign.trim_start_matches("http://")),
            (To::Home, Operation::Page2 | Operation::Delta2) => page.expect("the URL of the second page").to_owned(),
            (To::Home, Operation::Create | Operation::CreateIdempotent) => format!("{home}/v1.0/users"),
            (To::Home, _) => format!("{home}/v1.0/users/u1"),
        }
    }

    /// Ends all trouble.
    pub(crate) fn calm(&self) {
        let emulator = self.home.emulator();
        emulator.stop_failing();
        // Answers that are still waiting for a request are given to this one.
        let request = || http::Request::get("/v1.0/users/u9").header("authorization", "Bearer t").body(Bytes::new());
        while emulator.handle(&request().unwrap()).status() != StatusCode::OK {}
        self.listen();
    }

    /// Ends the refusal of connections, if there is one.
    pub(crate) fn listen(&self) {
        let address = self.home.url().replace("http://", "");
        if TcpStream::connect(&address).is_err() {
            self.home.refuse_for(Duration::ZERO);
            while TcpStream::connect(&address).is_err() {
                std::thread::sleep(Duration::from_millis(1));
            }
        }
    }

    /// What became of what the operation writes, and whether it was done. Fails if anything else has changed.
    pub(crate) fn stored(&self, operation: Operation) -> (String, bool) {
        let mut users = self.home.emulator().items("v1.0", "users");
        let text = |user: &Value, name: &str| user[name].as_str().unwrap_or_default().to_owned();
        let created = users.iter().filter(|user| text(user, "displayName") == "New").count();
        users.retain(|user| text(user, "displayName") != "New");
        let first = users.iter().find(|user| user["id"] == "u1").map(|user| text(user, "displayName"));
        let others: Vec<_> = users.iter().map(|user| (text(user, "id"), text(user, "displayName"))).collect();
        let others: Vec<_> = others.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect();
        assert!(others.ends_with(&USERS[1..]) && others.len() == 3 + usize::from(first.is_some()), "{others:?}");
        match operation {
            Operation::Update => (first.clone().unwrap_or_default(), first.as_deref() == Some("Changed")),
            Operation::Delete => (first.as_deref().map_or("gone", |_| "there").to_owned(), first.is_none()),
            _ => {
                assert_eq!(first.as_deref(), Some("One"));
                let is_create = operation.is_create();
                assert!(is_create || created == 0);
                (if is_create { created.to_string() } else { "-".to_owned() }, created > 0)
            }
        }
    }
}
