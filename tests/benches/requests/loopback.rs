//! Calls over loopback to an emulator that is a process of its own: ours beside what is written by hand with the same
//! library, by the CPU time of this process. All ways take turns, so many calls each; first with the emulator on the same
//! core, then on another.

use std::hint::black_box;
use std::time::Duration;

use cpu_time::ProcessTime;
use graph_entity::transport::{ReqwestClient, UreqClient};
use graph_entity::{GraphClient, Request};
use serde::{Deserialize, Serialize};
use tokio::runtime::Runtime;

use crate::call::Server;
use crate::common::arguments::Arguments;
use crate::cores::{Allowed, Cores};
use crate::emulated::{self, User};

const CALLS: u32 = 100;
/// What a user asks for, as ours does by itself.
const SELECT: &str = "id,displayName,mail,jobTitle,department,accountEnabled";
const TOKEN: &str = "token";
/// How long an exchange may take, as ours has it by default.
const DEADLINE: Duration = Duration::from_secs(100);

/// The same user, by hand.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Plain {
    #[serde(skip_serializing)]
    id: String,
    display_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    mail: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    department: Option<String>,
    account_enabled: bool,
}

impl Plain {
    fn new() -> Self {
        Self {
            id: String::new(),
            display_name: "Adele Vance".into(),
            mail: Some("adele@contoso.com".into()),
            job_title: None,
            department: Some("Retail".into()),
            account_enabled: true,
        }
    }

    /// Whether both are one user, but for the id of one that was created.
    fn is(&self, user: &User) -> bool {
        let of_user = (&user.display_name, &user.mail, &user.job_title, &user.department, user.account_enabled);
        (&self.display_name, &self.mail, &self.job_title, &self.department, self.account_enabled) == of_user
    }
}

/// A way to do one call, by the names of its operation and itself.
struct Way<'a> {
    operation: &'static str,
    name: &'static str,
    call: Box<dyn Fn() + 'a>,
    spent: Vec<Duration>,
}

pub fn compare(arguments: &Arguments) {
    let server = Server::start(emulated::SERVE);
    let (reqwest, ureq) = (Reqwest::new(&server.url), Ureq::new(&server.url));
    reqwest.check();
    ureq.check();
    let mut ways = [
        way("get", "ours-reqwest", || drop(black_box(reqwest.get()))),
        way("get", "hand-reqwest", || drop(black_box(reqwest.get_by_hand(&reqwest.by_hand)))),
        way("get", "hand-reqwest-deadline", || drop(black_box(reqwest.get_by_hand(&reqwest.with_deadline)))),
        way("get", "ours-ureq", || drop(black_box(ureq.get()))),
        way("get", "hand-ureq", || drop(black_box(ureq.get_by_hand(&ureq.by_hand)))),
        way("get", "hand-ureq-deadline", || drop(black_box(ureq.get_by_hand(&ureq.with_deadline)))),
        way("create", "ours-reqwest", || drop(black_box(reqwest.create()))),
        way("create", "hand-reqwest", || drop(black_box(reqwest.create_by_hand(&reqwest.by_hand)))),
        way("create", "hand-reqwest-deadline", || drop(black_box(reqwest.create_by_hand(&reqwest.with_deadline)))),
        way("create", "ours-ureq", || drop(black_box(ureq.create()))),
        way("create", "hand-ureq", || drop(black_box(ureq.create_by_hand(&ureq.by_hand)))),
        way("create", "hand-ureq-deadline", || drop(black_box(ureq.create_by_hand(&ureq.with_deadline)))),
    ];
    arguments.output.title("requests for each CPU second of the client; in brackets the quarters around the median");
    let allowed = Allowed::of_process();
    for cores in Cores::ALL {
        allowed.place(cores, server.process());
        take_turns(&mut ways, arguments.quick);
        for way in &mut ways {
            tell(way, cores, arguments);
            way.spent.clear();
        }
    }
}

fn take_turns(ways: &mut [Way<'_>], quick: bool) {
    let (warm_up, rounds) = if quick { (1, 5) } else { (3, 41) };
    for round in 0..warm_up + rounds {
        for index in 0..ways.len() {
            // Every other round from the back.
            let index = if round % 2 == 0 { index } else { ways.len() - 1 - index };
            let start = ProcessTime::now();
            (0..CALLS).for_each(|_| (ways[index].call)());
            if round >= warm_up {
                ways[index].spent.push(start.elapsed() / CALLS);
            }
        }
    }
}

fn way<'a>(operation: &'static str, name: &'static str, call: impl Fn() + 'a) -> Way<'a> {
    Way { operation, name, call: Box::new(call), spent: Vec::new() }
}

fn tell(way: &mut Way<'_>, cores: Cores, arguments: &Arguments) {
    way.spent.sort_unstable();
    // More time is fewer requests.
    let [high, median, low] =
        [1, 2, 3].map(|quarters| 1.0 / way.spent[(way.spent.len() - 1) * quarters / 4].as_secs_f64());
    let (operation, name, cores) = (way.operation, way.name, cores.name());
    arguments.output.figures(
        "loopback",
        &format!("{operation} {name}, {cores}"),
        format_args!("  {cores:<10} {operation:<8} {name:<24} {median:>8.0} ({low:.0} to {high:.0})"),
        &[("per CPU second", median), ("lower quartile", low), ("upper quartile", high)],
    );
}

struct Reqwest {
    runtime: Runtime,
    ours: GraphClient<ReqwestClient>,
    by_hand: reqwest::Client,
    /// With a bound on the whole exchange, as ours has.
    with_deadline: reqwest::Client,
    users: String,
}

impl Reqwest {
    fn new(url: &str) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let http = ReqwestClient::new().unwrap();
        let ours = GraphClient::builder(http).base_url(url).token(TOKEN).build().unwrap();
        let with_deadline = reqwest::Client::builder().timeout(DEADLINE).build().unwrap();
        Self { runtime, ours, by_hand: reqwest::Client::new(), with_deadline, users: format!("{url}/v1.0/users") }
    }

    fn check(&self) {
        for client in [&self.by_hand, &self.with_deadline] {
            let (ours, by_hand) = (self.get(), self.get_by_hand(client));
            assert!(by_hand.id == ours.id && by_hand.is(&ours));
            assert!(self.create_by_hand(client).is(&self.create()));
        }
        assert!(Plain::new().is(&self.create()));
    }

    fn get(&self) -> User {
        self.runtime.block_on(User::collection().item("7").get().send(&self.ours)).unwrap()
    }

    fn create(&self) -> User {
        self.runtime.block_on(create().send(&self.ours)).unwrap()
    }

    fn get_by_hand(&self, client: &reqwest::Client) -> Plain {
        let get = async || -> Result<Plain, reqwest::Error> {
            let url = format!("{}/{}", self.users, 7);
            let request = client.get(url).query(&[("$select", SELECT)]).bearer_auth(TOKEN);
            request.send().await?.error_for_status()?.json().await
        };
        self.runtime.block_on(get()).unwrap()
    }

    fn create_by_hand(&self, client: &reqwest::Client) -> Plain {
        let create = async || -> Result<Plain, reqwest::Error> {
            let request = client.post(&self.users).bearer_auth(TOKEN).json(&Plain::new());
            request.send().await?.error_for_status()?.json().await
        };
        self.runtime.block_on(create()).unwrap()
    }
}

fn create() -> Request<User> {
    let user = User::collection().create().display_name("Adele Vance").mail("adele@contoso.com");
    user.department("Retail").account_enabled(true).request().unwrap()
}

struct Ureq {
    ours: GraphClient<UreqClient>,
    by_hand: ureq::Agent,
    /// With a bound on the whole exchange, as ours has: with one, ureq looks hosts up in a thread of each request.
    with_deadline: ureq::Agent,
    users: String,
}

impl Ureq {
    fn new(url: &str) -> Self {
        let ours = GraphClient::builder(UreqClient::new()).base_url(url).token(TOKEN).build().unwrap();
        let with_deadline = ureq::Agent::config_builder().timeout_global(Some(DEADLINE)).build();
        Self {
            ours,
            by_hand: ureq::Agent::new_with_defaults(),
            with_deadline: with_deadline.new_agent(),
            users: format!("{url}/v1.0/users"),
        }
    }

    fn check(&self) {
        for agent in [&self.by_hand, &self.with_deadline] {
            let (ours, by_hand) = (self.get(), self.get_by_hand(agent));
            assert!(by_hand.id == ours.id && by_hand.is(&ours));
            assert!(self.create_by_hand(agent).is(&self.create()));
        }
        assert!(Plain::new().is(&self.create()));
    }

    fn get(&self) -> User {
        User::collection().item("7").get().send_blocking(&self.ours).unwrap()
    }

    fn create(&self) -> User {
        create().send_blocking(&self.ours).unwrap()
    }

    fn get_by_hand(&self, agent: &ureq::Agent) -> Plain {
        let get = || -> Result<Plain, ureq::Error> {
            let url = format!("{}/{}", self.users, 7);
            let request = agent.get(url).query("$select", SELECT).header("Authorization", bearer());
            request.call()?.body_mut().read_json()
        };
        get().unwrap()
    }

    fn create_by_hand(&self, agent: &ureq::Agent) -> Plain {
        let create = || -> Result<Plain, ureq::Error> {
            let request = agent.post(&self.users).header("Authorization", bearer());
            request.send_json(Plain::new())?.body_mut().read_json()
        };
        create().unwrap()
    }
}

fn bearer() -> String {
    format!("Bearer {TOKEN}")
}
