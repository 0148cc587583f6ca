//! The operations: the columns of the table.

use graph_entity::pages::{Pages, PagesBlocking};
use graph_entity::{Blocking, Error, GraphClient, HttpClient, Page, Request};
use http::Method;

use crate::User;
use crate::client::Client;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operation {
    Create,
    /// The same, of what the program says to be idempotent: names are unique.
    CreateIdempotent,
    Get,
    /// Goes wrong at the second page of two.
    Page2,
    /// The same of a round of changes.
    Delta2,
    Update,
    Delete,
}

pub(crate) const OPERATIONS: [Operation; 7] = [
    Operation::Create,
    Operation::CreateIdempotent,
    Operation::Get,
    Operation::Page2,
    Operation::Delta2,
    Operation::Update,
    Operation::Delete,
];

/// The names that the client says the service has answered with.
pub(crate) type Names = Vec<String>;

impl Operation {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::CreateIdempotent => "create, idempotent",
            Self::Get => "get",
            Self::Page2 => "page 2",
            Self::Delta2 => "delta page 2",
            Self::Update => "update",
            Self::Delete => "delete",
        }
    }

    pub(crate) fn method(self) -> Method {
        match self {
            Self::Create | Self::CreateIdempotent => Method::POST,
            Self::Get | Self::Page2 | Self::Delta2 => Method::GET,
            Self::Update => Method::PATCH,
            Self::Delete => Method::DELETE,
        }
    }

    pub(crate) fn is_create(self) -> bool {
        self.method() == Method::POST
    }

    pub(crate) fn reads(self) -> bool {
        self.method() == Method::GET
    }

    pub(crate) fn follows_links(self) -> bool {
        matches!(self, Self::Page2 | Self::Delta2)
    }

    /// Whether doing it twice is the same as doing it once.
    pub(crate) fn is_idempotent(self) -> bool {
        self != Self::Create
    }

    /// The emulator answers the others with 204.
    pub(crate) fn is_answered_with_body(self) -> bool {
        self.is_create() || self.reads()
    }

    /// Whether a request with this method and target is the one that is to go wrong.
    pub(crate) fn is_asked_by(self, method: &Method, target: &str) -> bool {
        let is_target = match self {
            Self::Create | Self::CreateIdempotent => target == "/v1.0/users",
            Self::Get => target.starts_with("/v1.0/users/u1"),
            Self::Page2 => target.contains("$skiptoken"),
            Self::Delta2 => target.contains("/delta?$skiptoken"),
            Self::Update | Self::Delete => target == "/v1.0/users/u1",
        };
        is_target && *method == self.method()
    }

    /// What comes back if all goes well.
    pub(crate) fn names(self) -> &'static [&'static str] {
        match self {
            Self::Create | Self::CreateIdempotent => &["New"],
            Self::Get => &["One"],
            Self::Page2 | Self::Delta2 => &["Three", "Nine"],
            Self::Update | Self::Delete => &[],
        }
    }

    /// Does it. `arm` is called right before the request that is to go wrong, with the URL of the second page.
    pub(crate) fn run(self, client: &Client, arm: &dyn Fn(Option<String>)) -> Result<Names, Error> {
        if self == Self::Page2 {
            return match client {
                Client::Reqwest(runtime, client) => runtime.block_on(pages(client, arm)),
                Client::Ureq(client) => pages_blocking(client, arm),
            };
        }
        if self == Self::Delta2 {
            return match client {
                Client::Reqwest(runtime, client) => runtime.block_on(changes(client, arm)),
                Client::Ureq(client) => changes_blocking(client, arm),
            };
        }
        arm(None);
        match self {
            Self::Create => client.send(create()?).map(|user| vec![user.display_name]),
            Self::CreateIdempotent => client.send(create()?.idempotent()).map(|user| vec![user.display_name]),
            Self::Get => client.send(get("u1")?).map(|user| vec![user.display_name]),
            Self::Update => {
                let update = User::collection().item("u1").update().display_name("Changed");
                client.send(update.request()?).map(|_| Vec::new())
            }
            Self::Delete => client.send(User::collection().item("u1").delete()).map(|()| Vec::new()),
            Self::Page2 | Self::Delta2 => unreachable!("above"),
        }
    }
}

pub(crate) fn create() -> Result<Request<User>, Error> {
    User::collection().create().display_name("New").request()
}

pub(crate) fn get(id: &str) -> Result<Request<User>, Error> {
    User::collection().item(id).get().request()
}

async fn pages<H: HttpClient>(client: &GraphClient<H>, arm: &dyn Fn(Option<String>)) -> Result<Names, Error> {
    let mut pages: Pages<User, H> = User::collection().list().pages(client);
    pages.next().await.expect("a first page")?;
    arm(pages.next_link().map(url));
    let mut names = Names::new();
    while let Some(page) = pages.next().await {
        names.extend(names_of(page?));
    }
    Ok(names)
}

fn pages_blocking<H: Blocking>(client: &GraphClient<H>, arm: &dyn Fn(Option<String>)) -> Result<Names, Error> {
    let mut pages: PagesBlocking<User, H> = User::collection().list().iter_pages(client);
    pages.next().expect("a first page")?;
    arm(pages.next_link().map(url));
    let mut names = Names::new();
    for page in pages {
        names.extend(names_of(page?));
    }
    Ok(names)
}

async fn changes<H: HttpClient>(client: &GraphClient<H>, arm: &dyn Fn(Option<String>)) -> Result<Names, Error> {
    let mut changes = User::collection().delta().stream(client);
    for _ in 0..2 {
        changes.next().await.expect("a first page")?;
    }
    arm(changes.link().map(url));
    let mut names = Names::new();
    while let Some(change) = changes.next().await {
        names.push(change?.partial().value().display_name.clone());
    }
    Ok(names)
}

fn changes_blocking<H: Blocking>(client: &GraphClient<H>, arm: &dyn Fn(Option<String>)) -> Result<Names, Error> {
    let mut changes = User::collection().delta().iter(client);
    for _ in 0..2 {
        changes.next().expect("a first page")?;
    }
    arm(changes.link().map(url));
    changes.map(|change| Ok(change?.partial().value().display_name.clone())).collect()
}

fn names_of(page: Page<User>) -> impl Iterator<Item = String> {
    page.into_items().into_iter().map(|user| user.display_name)
}

/// The one way out of a link, which is a secret.
fn url(link: &impl serde::Serialize) -> String {
    serde_json::to_value(link).unwrap()["url"].as_str().unwrap().to_owned()
}
