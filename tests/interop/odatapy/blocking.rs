//! The same again over ureq, which blocks: write and read, lists, pages, errors.

use graph_entity::transport::UreqClient;
use graph_entity::{Error, GraphClient, NextLink, path};

use crate::model::{Importance, Message, Script, State};
use crate::pages::{COUNTS, list, success_counts};
use crate::steps::{Failure, Steps, error, refused, same};

type Client = GraphClient<UreqClient>;

pub fn run(steps: &mut Steps, client: &Client) -> Result<(), Failure> {
    let script = &steps.blocking("blocking: create a script with states", || create(client))?;
    steps.blocking("blocking: all items by an iterator", || items(client, script))?;
    steps.blocking("blocking: pages of at most two", || pages(client, script))?;
    steps.blocking("blocking: go on from a saved link", || resume(client, script))?;
    steps.blocking("blocking: filters and counts", || filters(client, script))?;
    steps.blocking("blocking: update and delete with etags", || changes(client))
}

fn create(client: &Client) -> Result<String, Failure> {
    let script = Script::collection().create().display_name("Blocking").send_blocking(client)?.id;
    for count in COUNTS {
        let create = State::in_device_shell_script(&script).create().success_device_count(count).error_device_count(0);
        let created = create.user_principal_name("O'Neil & Co/#1+").send_blocking(client)?;
        let read = State::in_device_shell_script(&script).item(&created.id).get().send_blocking(client)?;
        same("what is read", read, created)?;
    }
    let read = Script::collection().item(&script).get().send_blocking(client)?;
    same("states", read.user_run_states.len(), COUNTS.len())?;
    Ok(script)
}

fn items(client: &Client, script: &str) -> Result<(), Failure> {
    let states = list(script).iter(client).collect::<Result<Vec<_>, _>>()?;
    same("states", success_counts(&states), COUNTS)?;
    let page = list(script).count().send_blocking(client)?;
    same("count", page.count(), Some(7))?;
    same("there is a next page", page.next_link().is_some(), true)
}

fn pages(client: &Client, script: &str) -> Result<(), Failure> {
    let pages = list(script).max_page_size(2).iter_pages(client).collect::<Result<Vec<_>, _>>()?;
    same("sizes", pages.iter().map(|page| page.items().len()).collect::<Vec<_>>(), [2, 2, 2, 1])?;
    let states: Vec<_> = pages.into_iter().flatten().collect();
    same("states", success_counts(&states), COUNTS)
}

fn resume(client: &Client, script: &str) -> Result<(), Failure> {
    let mut items = list(script).max_page_size(2).iter(client);
    let first = items.next().ok_or_else(|| Failure::new("no item"))??;
    same("the first", first.success_device_count, 1)?;
    let saved = serde_json::to_string(&items.next_link())?;
    let link: Option<NextLink<State>> = serde_json::from_str(&saved)?;
    let link = link.ok_or_else(|| Failure::new("no link"))?;
    let rest = link.iter(client).collect::<Result<Vec<_>, _>>()?;
    same("the pages after the first", success_counts(&rest), &COUNTS[2..])
}

fn filters(client: &Client, script: &str) -> Result<(), Failure> {
    let neil = || path!(State.user_principal_name).eq("O'Neil & Co/#1+") & path!(State.success_device_count).gt(5);
    let states = list(script).filter(neil()).iter(client).collect::<Result<Vec<_>, _>>()?;
    same("states", success_counts(&states), [6, 7])?;
    let count = || State::in_device_shell_script(script).count();
    same("count", (count().send_blocking(client)?, count().filter(neil()).send_blocking(client)?), (7, 2))
}

fn changes(client: &Client) -> Result<(), Failure> {
    let item = |message: &Message| Message::collection().item(&message.id);
    let first = Message::collection().create().subject("Blocking").send_blocking(client)?;
    let update = item(&first).unchanged_since(&first).update().importance(Importance::Low);
    same("an answer without content", update.send_blocking(client)?, None)?;
    let second = item(&first).get().send_blocking(client)?;
    same("importance", second.importance.as_ref(), Some(&Importance::Low))?;
    let failed = error(item(&first).unchanged_since(&first).delete().send_blocking(client))?;
    let Error::PreconditionFailed(precondition) = &failed else { return Err(failed.into()) };
    same("sent etag", precondition.sent_etag(), first.etag.as_deref())?;
    let failed = error(item(&first).delete().send_blocking(client))?;
    same("Error::PreconditionRequired", matches!(failed, Error::PreconditionRequired(_)), true)?;
    item(&first).unchanged_since(&second).delete().send_blocking(client)?;
    refused(item(&first).get().send_blocking(client), 404, "Entity not found.")
}
