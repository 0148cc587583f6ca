//! Pages that the server makes: streams, sizes, counts, links that are kept for later, bad items.

use graph_entity::version::Beta;
use graph_entity::{Error, Guarded, List, NextLink, path};

use crate::Client;
use crate::model::{NamedState, Script, State};
use crate::steps::{Failure, Steps, error, same};

/// More than a page of the server's.
pub const COUNTS: [i32; 7] = [1, 2, 3, 4, 5, 6, 7];

/// `other` is another client of the same service.
pub async fn run(steps: &mut Steps, client: &Client, other: &Client) -> Result<(), Failure> {
    let script = &steps.step("pages: states for several", async || fill(client).await).await?;
    steps.step("pages: one, its count, and a link to the next", async || first(client, script).await).await?;
    steps.step("pages: all items by a stream", async || stream(client, script).await).await?;
    steps.step("pages: of at most two, each", async || sizes(client, script).await).await?;
    steps.step("pages: go on from a saved link", async || resume(client, other, script).await).await?;
    steps.step("pages: too many, and on from there", async || bounded(client, script).await).await?;
    steps.step("pages: a link to elsewhere is not followed", async || foreign(client, script).await).await?;
    steps.step("pages: top and skip", async || part(client, script).await).await?;
    steps.step("pages: counts of the collection", async || counts(client, script).await).await?;
    steps.step("pages: an item that does not fit, told and guarded", async || guarded(client, script).await).await
}

/// A script with states.
pub async fn fill(client: &Client) -> Result<String, Failure> {
    let script = Script::collection().create().display_name("Pages").send(client).await?.id;
    for count in COUNTS {
        let create = State::in_device_shell_script(&script).create().success_device_count(count);
        create.error_device_count(0).user_principal_name(format!("{count}@contoso.com")).send(client).await?;
    }
    Ok(script)
}

pub fn list(script: &str) -> List<State, State, Beta> {
    State::in_device_shell_script(script).list().order_by(path!(State.success_device_count))
}

pub fn success_counts(states: &[State]) -> Vec<i32> {
    states.iter().map(|state| state.success_device_count).collect()
}

async fn first(client: &Client, script: &str) -> Result<(), Failure> {
    let page = list(script).count().send(client).await?;
    same("count", page.count(), Some(7))?;
    same("there is a next page", page.next_link().is_some(), true)?;
    let read = page.items().len();
    same("the first items", success_counts(page.items()), &COUNTS[..read])?;
    let names: Vec<_> = page.into_iter().filter_map(|state| state.user_principal_name).collect();
    same("the first name", (names.len(), names[0].as_str()), (read, "1@contoso.com"))?;
    let uncounted = list(script).send(client).await?;
    same("count that was not asked for", uncounted.count(), None)
}

async fn stream(client: &Client, script: &str) -> Result<(), Failure> {
    let mut items = list(script).stream(client);
    let mut read = Vec::new();
    while let Some(state) = items.next().await {
        read.push(state?.success_device_count);
    }
    same("one by one", read, COUNTS)?;
    same("collected", success_counts(&list(script).stream(client).collect().await?), COUNTS)
}

async fn sizes(client: &Client, script: &str) -> Result<(), Failure> {
    let mut pages = list(script).max_page_size(2).count().pages(client);
    let mut sizes = Vec::new();
    while let Some(page) = pages.next().await {
        let page = page?;
        sizes.push((page.items().len(), page.count().unwrap_or(7)));
    }
    same("sizes and counts", sizes, [(2, 7), (2, 7), (2, 7), (1, 7)])?;
    same("a link after the last", pages.next_link(), None)
}

async fn resume(client: &Client, other: &Client, script: &str) -> Result<(), Failure> {
    let page = list(script).max_page_size(2).send(client).await?;
    same("the first page", success_counts(page.items()), &COUNTS[..2])?;
    let saved = serde_json::to_string(&page.next_link())?;
    let link: Option<NextLink<State>> = serde_json::from_str(&saved)?;
    let link = link.ok_or_else(|| Failure::new("no link"))?;
    let mut pages = link.clone().pages(other);
    let second = pages.next().await.ok_or_else(|| Failure::new("no second page"))??;
    same("the size is as in the first request", success_counts(second.items()), &COUNTS[2..4])?;
    same("the rest", success_counts(&link.stream(other).collect().await?), &COUNTS[2..])
}

async fn bounded(client: &Client, script: &str) -> Result<(), Failure> {
    let mut items = list(script).max_page_size(2).stream(client).max_pages(2);
    let mut read = Vec::new();
    let failed = loop {
        match items.next().await {
            Some(Ok(state)) => read.push(state.success_device_count),
            Some(Err(failed)) => break failed,
            None => return Err(Failure::new("there was no bound")),
        }
    };
    same("Error::Link", matches!(&failed, Error::Link(link) if link.is_too_many_pages()), true)?;
    let link = items.next_link().cloned().ok_or_else(|| Failure::new("no link to go on"))?;
    read.extend(success_counts(&link.stream(client).collect().await?));
    same("both", read, COUNTS)
}

async fn foreign(client: &Client, script: &str) -> Result<(), Failure> {
    let page = list(script).send(client).await?;
    let saved = serde_json::to_string(&page.next_link())?;
    let link: NextLink<State> = serde_json::from_str(&saved.replace("//127.0.0.1", "//localhost"))?;
    let failed = error(link.request().send(client).await)?;
    same("Error::Link", matches!(&failed, Error::Link(link) if link.is_foreign()), true)
}

async fn part(client: &Client, script: &str) -> Result<(), Failure> {
    let top = list(script).top(3).stream(client).collect().await?;
    same("top", success_counts(&top), &COUNTS[..3])?;
    let last = list(script).skip(5).stream(client).collect().await?;
    same("skip", success_counts(&last), &COUNTS[5..])?;
    let page = list(script).skip(5).top(1).count().send(client).await?;
    same("both, and the count of all", (success_counts(page.items()), page.count()), (vec![6], Some(7)))
}

async fn counts(client: &Client, script: &str) -> Result<(), Failure> {
    let count = || State::in_device_shell_script(script).count();
    same("all", count().send(client).await?, 7)?;
    same("some", count().filter(path!(State.success_device_count).gt(5)).send(client).await?, 2)?;
    same("none", count().filter(path!(State.user_principal_name).eq("é'&")).send(client).await?, 0)
}

async fn guarded(client: &Client, script: &str) -> Result<(), Failure> {
    let nameless = State::in_device_shell_script(script).create().success_device_count(0).error_device_count(0);
    let nameless = nameless.send(client).await?.id;
    let states =
        || NamedState::in_device_shell_script(script).list().query_option("$orderby", "userPrincipalName desc");
    // On whatever page it is.
    let failed = error(states().stream(client).collect().await)?;
    let Error::Decode(failed) = failed else { return Err(failed.into()) };
    same("path", failed.path().ends_with("].userPrincipalName"), true)?;
    same("a write was done", failed.write_was_done(), false)?;
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    for state in states().guarded().stream(client).collect().await? {
        match state {
            Guarded::Good(state) => good.push(state.user_principal_name),
            Guarded::Bad(state) => bad.push(state.json()["id"].clone()),
        }
    }
    same("good ones", good.len(), 7)?;
    same("bad ones", bad, [serde_json::json!(nameless)])?;
    State::in_device_shell_script(script).item(&nameless).delete().send(client).await?;
    Ok(())
}
