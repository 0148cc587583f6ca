//! Filters, each by a list and by a count; the order, and a search.

use graph_entity::edm::{Binary, DateTimeOffset};
use graph_entity::{Collection, Filter, Flags, List, Null, Search, it, path};

use crate::Client;
use crate::mailbox::{APPLES, INDEX, NEIL, PLUM, UMLAUT};
use crate::model::{BodyType, Importance, Message, Part, Recipient, Script, State};
use crate::steps::{Failure, Steps, refused, same};

pub async fn run(steps: &mut Steps, client: &Client, messages: &Collection<Message>) -> Result<(), Failure> {
    for (name, filter, expected) in filters()? {
        let name = format!("filter: {name}");
        steps.step(&name, async || found(client, messages, filter, &expected).await).await?;
    }
    steps.step("filter: by the states of scripts", async || by_states(client).await).await?;
    steps
        .step("filter: Graph's own enum literal is refused here", async || unqualified(client, messages).await)
        .await?;
    steps.step("filter: an unknown member is told", async || unknown(client, messages).await).await?;
    for (name, list, expected) in orders(messages) {
        let name = format!("order: {name}");
        steps.step(&name, async || same("subjects", subjects(list, client).await?, expected)).await?;
    }
    let search = messages.clone().list().search(Search::text("apples"));
    steps.step("search: a word", async || same("subjects", subjects(search, client).await?, [APPLES])).await
}

type Case<T> = (&'static str, T, Vec<&'static str>);

fn filters() -> Result<Vec<Case<Filter<Message>>>, Failure> {
    let noon = "2024-06-01T12:00:00.1234567+02:00".parse::<DateTimeOffset>()?;
    let june = "2024-06-01T00:00:00Z".parse::<DateTimeOffset>()?;
    let has_pl = || path!(Message.subject).contains("pl");
    let is_read = || path!(Message.is_read).eq(true);
    let is_high = || path!(Message.importance).eq(Importance::High);
    Ok(vec![
        ("eq of a text with quote, &, /, # and +", path!(Message.subject).eq(NEIL), vec![NEIL]),
        ("eq of a text with % and ?", path!(Message.subject).eq(PLUM), vec![PLUM]),
        ("eq of a text beyond ASCII", path!(Message.subject).eq(UMLAUT), vec![UMLAUT]),
        ("startswith", path!(Message.subject).starts_with("O'N"), vec![NEIL]),
        ("contains", has_pl(), vec![PLUM, APPLES]),
        ("endswith", path!(Message.subject).ends_with("/#1+"), vec![NEIL]),
        ("in, of texts", path!(Message.subject).is_in([NEIL, PLUM, "none"]), vec![PLUM, NEIL]),
        ("in, of enums", path!(Message.importance).is_in([Importance::High, Importance::Low]), vec![PLUM, NEIL]),
        ("in, of numbers", path!(Message.size).is_in([-1, 9_007_199_254_740_992]), vec![PLUM, APPLES]),
        ("any, of texts", path!(Message.categories).any(it().eq("b")), vec![NEIL]),
        ("any with startswith", path!(Message.categories).any(it().starts_with("a")), vec![NEIL, APPLES]),
        ("any, of complex values", path!(Message.to_recipients).any(address("c@d")), vec![NEIL]),
        ("all", path!(Message.categories).all(it().eq("a")), vec![PLUM, APPLES, UMLAUT]),
        ("any of whatever", path!(Message.categories).is_not_empty(), vec![NEIL, APPLES]),
        ("not", !path!(Message.categories).is_not_empty(), vec![PLUM, UMLAUT]),
        ("the count of a collection", path!(Message.categories).count().gt(1), vec![NEIL]),
        ("eq of an enum", is_high(), vec![NEIL]),
        ("ne of an enum", path!(Message.importance).ne(Importance::High), vec![PLUM, APPLES, UMLAUT]),
        ("eq of a nested enum", path!(Message.body.content_type).eq(BodyType::Html), vec![NEIL]),
        ("eq of flags", path!(Message.parts).eq(Flags::from([Part::Tabs, Part::Apps])), vec![NEIL]),
        (
            "has, in OData's own words",
            Filter::raw("parts has microsoft.graph.clonableTeamParts'apps'"),
            vec![NEIL, APPLES],
        ),
        ("eq null", path!(Message.importance).eq(Null), vec![UMLAUT]),
        ("ne null", path!(Message.importance).ne(Null), vec![PLUM, NEIL, APPLES]),
        ("a date, ge", path!(Message.received_date_time).ge(june), vec![APPLES]),
        ("a date with an offset, eq", path!(Message.received_date_time).eq(noon), vec![APPLES]),
        ("an Int64 beyond a double, eq", path!(Message.size).eq(9_007_199_254_740_993), vec![NEIL]),
        ("an Int64 beyond a double, gt", path!(Message.size).gt(9_007_199_254_740_992), vec![NEIL]),
        ("a negative number, le", path!(Message.size).le(-1), vec![PLUM]),
        ("a boolean", is_read(), vec![NEIL]),
        ("ne of a boolean holds for null", path!(Message.is_read).ne(true), vec![PLUM, APPLES, UMLAUT]),
        ("bytes", path!(Message.conversation_index).eq(Binary::from(INDEX.to_vec())), vec![NEIL]),
        ("or within and, and not", (has_pl() | is_high()) & !is_read(), vec![PLUM, APPLES]),
        ("and within or", has_pl() & path!(Message.size).lt(0) | is_high(), vec![PLUM, NEIL]),
    ])
}

fn address(address: &str) -> Filter<Recipient> {
    path!(Recipient.email_address.address).eq(address)
}

async fn found(
    client: &Client,
    messages: &Collection<Message>,
    filter: Filter<Message>,
    expected: &[&str],
) -> Result<(), Failure> {
    let list = messages.clone().list().filter(filter.clone()).order_by(path!(Message.subject)).qualified_enums();
    same("subjects", subjects(list, client).await?, expected)?;
    let count = messages.clone().count().filter(filter).qualified_enums().send(client).await?;
    same("count", count, expected.len() as u64)
}

async fn subjects(list: List<Message>, client: &Client) -> Result<Vec<String>, Failure> {
    let messages = list.stream(client).collect().await?;
    Ok(messages.into_iter().filter_map(|message| message.subject).collect())
}

async fn by_states(client: &Client) -> Result<(), Failure> {
    let names = ["by states: none", "by states: few", "by states: many"];
    for (name, counts) in names.iter().zip([vec![], vec![1], vec![2, 9]]) {
        let states = counts.into_iter().map(|count| State::draft().success_device_count(count).error_device_count(0));
        let states: Vec<_> = states.collect();
        Script::collection().create().display_name(*name).user_run_states(states.as_slice()).send(client).await?;
    }
    let ours = || path!(Script.display_name).starts_with("by states");
    let many = path!(Script.user_run_states).any(path!(State.success_device_count).gt(8));
    let some = path!(Script.user_run_states).count().ge(1);
    for (filter, expected) in [(many, vec![names[2]]), (some, vec![names[1], names[2]])] {
        let list = Script::collection().list().filter(ours()).filter(filter).order_by(path!(Script.display_name));
        let scripts = list.stream(client).collect().await?;
        let found: Vec<_> = scripts.iter().map(|script| script.display_name.as_str()).collect();
        let mut expected = expected;
        expected.sort_unstable();
        same("scripts", found, expected)?;
        let most = scripts.iter().flat_map(|script| &script.user_run_states).map(|state| state.success_device_count);
        same("the states came along", most.max(), Some(9))?;
    }
    Ok(())
}

async fn unqualified(client: &Client, messages: &Collection<Message>) -> Result<(), Failure> {
    let list = messages.clone().list().filter(path!(Message.importance).eq(Importance::High));
    let message = "Operator 'eq' cannot compare microsoft.graph.importance with Edm.String.";
    refused(list.send(client).await, 400, message)
}

async fn unknown(client: &Client, messages: &Collection<Message>) -> Result<(), Failure> {
    let urgent = Importance::Unrecognized("urgent".to_owned());
    let list = messages.clone().list().filter(path!(Message.importance).eq(urgent)).qualified_enums();
    let message = "'urgent' is not a member of enumeration type microsoft.graph.importance.";
    refused(list.send(client).await, 400, message)
}

fn orders(messages: &Collection<Message>) -> Vec<Case<List<Message>>> {
    let list = || messages.clone().list();
    vec![
        ("by a text", list().order_by(path!(Message.subject)), vec![PLUM, NEIL, APPLES, UMLAUT]),
        ("descending", list().order_by_descending(path!(Message.subject)), vec![UMLAUT, APPLES, NEIL, PLUM]),
        (
            "by two properties, null first",
            list().order_by(path!(Message.is_read)).order_by_descending(path!(Message.size)),
            vec![PLUM, UMLAUT, APPLES, NEIL],
        ),
        (
            "by a nested property",
            list().order_by_descending(path!(Message.from.email_address.address)).top(2),
            vec![NEIL, APPLES],
        ),
        (
            "by a count",
            list().order_by_descending(path!(Message.categories).count()).order_by(path!(Message.subject)),
            vec![NEIL, APPLES, PLUM, UMLAUT],
        ),
        ("a part of it", list().order_by(path!(Message.subject)).skip(1).top(2), vec![NEIL, APPLES]),
    ]
}
