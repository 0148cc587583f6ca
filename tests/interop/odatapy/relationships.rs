//! Deep insert, `$expand`, references.

use graph_entity::edm::Binary;
use graph_entity::{Collection, Item, Media, Reference, path};

use crate::Client;
use crate::create::user;
use crate::model::{
    Attachment, AttachmentBase, BoundUser, FileAttachment, Message, MessageWithAttachments, Script, State, User,
};
use crate::steps::{Failure, Steps, refused, same};

pub async fn run(steps: &mut Steps, client: &Client, url: &str) -> Result<(), Failure> {
    steps.step("deep insert: a script with its states", async || script(client).await).await?;
    steps.step("deep insert: a message with attachments of a family", async || attachments(client).await).await?;
    for id in ["boss", "ada", "bob"] {
        user(client, id).await?;
    }
    steps.step("$ref: set, read, remove a single one", async || single(client, url).await).await?;
    steps.step("$ref: add to and remove from a collection", async || many(client, url).await).await?;
    steps.step("bind: relationships of a new user", async || bind(client).await).await?;
    steps.step("expand: two levels", async || levels(client).await).await?;
    steps.step("media: the bytes of a property", async || media(client).await).await
}

async fn script(client: &Client) -> Result<(), Failure> {
    let state =
        |count, name: &str| State::draft().success_device_count(count).error_device_count(0).user_principal_name(name);
    let states = [state(1, "a@contoso.com"), state(5, "b@contoso.com"), state(9, "c@contoso.com")];
    // The answer of this server is without the states.
    let created = Script::collection().create().display_name("Deep").user_run_states(states).send(client).await?;
    let item = || Script::collection().item(&created.id);
    let mut read = item().get().send(client).await?;
    read.user_run_states.sort_by_key(|state| state.success_device_count);
    let names: Vec<_> = read.user_run_states.iter().filter_map(|state| state.user_principal_name.as_deref()).collect();
    same("states", names, ["a@contoso.com", "b@contoso.com", "c@contoso.com"])?;
    same("without them", item().get().expand_depth(0).send(client).await?.user_run_states.len(), 0)?;
    let expand = "userRunStates($filter=successDeviceCount gt 2;$orderby=successDeviceCount desc;$top=1)";
    let some = item().get().query_option("$expand", expand).send(client).await?;
    same("some", &some.user_run_states, &read.user_run_states[2..])?;
    let listed = Script::collection().list().filter(path!(Script.display_name).eq("Deep")).send(client).await?;
    same("in a list", listed.items().iter().map(|script| script.user_run_states.len()).collect::<Vec<_>>(), [3])?;
    let below = State::in_device_shell_script(&created.id).item(&read.user_run_states[0].id).get().send(client).await?;
    same("by its own path", &below, &read.user_run_states[0])
}

async fn attachments(client: &Client) -> Result<(), Failure> {
    user(client, "attachments").await?;
    let messages = MessageWithAttachments::in_user("attachments");
    let file = FileAttachment::draft()
        .base(AttachmentBase::draft().name("a.txt"))
        .content_bytes(Binary::from(vec![0xFF; 1000]));
    let created = messages.clone().create().subject("Deep").attachments([file]).send(client).await?;
    let read = messages.item(&created.id).get().send(client).await?;
    let [Attachment::File(file)] = read.attachments.as_slice() else {
        return Err(Failure::new(format_args!("not one file: {:?}", read.attachments)));
    };
    same("name", file.base.name.as_str(), "a.txt")?;
    same("bytes", file.content_bytes.clone(), Some(Binary::from(vec![0xFF; 1000])))?;
    let files = Message::in_user("attachments").item(&created.id).collection::<FileAttachment>("attachments");
    let listed = files.of::<FileAttachment>().list().send(client).await?;
    same("by its own path", listed.items(), std::slice::from_ref(file))
}

/// An entity to refer to: the server takes a key in parentheses only.
fn by_name(id: &str) -> Item<User> {
    User::collection().item_by(path!(User.id), id)
}

async fn single(client: &Client, url: &str) -> Result<(), Failure> {
    let manager = || User::collection().item("ada").single::<User>("manager");
    // OData would have 204 here.
    let none = "The navigation property 'manager' has no target.";
    refused(manager().get().send(client).await, 404, none)?;
    manager().set_ref(by_name("boss")).send(client).await?;
    same("manager", manager().get().send(client).await?.id.as_str(), "boss")?;
    let ada = User::collection().item("ada").get().send(client).await?;
    same("expanded", ada.manager.map(|manager| manager.id).as_deref(), Some("boss"))?;
    manager().set_ref(Reference::url(format!("{url}/v1.0/users('bob')"))).send(client).await?;
    same("another", manager().get().send(client).await?.id.as_str(), "bob")?;
    manager().remove_ref().send(client).await?;
    refused(manager().get().send(client).await, 404, none)?;
    same("the user stays", User::collection().item("bob").get().send(client).await?.id.as_str(), "bob")
}

async fn many(client: &Client, url: &str) -> Result<(), Failure> {
    let reports = || User::collection().item("boss").collection::<User>("directReports");
    let ids = async || -> Result<Vec<String>, Failure> {
        let users = reports().list().order_by(path!(User.id)).stream(client).collect().await?;
        Ok(users.into_iter().map(|user| user.id).collect())
    };
    reports().add_ref(by_name("ada")).send(client).await?;
    reports().add_ref(by_name("bob")).send(client).await?;
    same("two", ids().await?, ["ada", "bob"])?;
    same("count", reports().count().send(client).await?, 2)?;
    // OData's form; Graph's own is `…/directReports/ada/$ref`.
    let remove = Item::<User>::at("users/{id}/directReports", &[&"boss"]).remove_ref();
    remove.query_option("$id", &format!("{url}/v1.0/users('ada')")).send(client).await?;
    same("one", ids().await?, ["bob"])?;
    same("the user stays", User::collection().item("ada").get().send(client).await?.id.as_str(), "ada")
}

async fn bind(client: &Client) -> Result<(), Failure> {
    let create = BoundUser::collection().create().id("eve").manager("users('boss')");
    create.direct_reports(["users('ada')", "users('bob')"]).send(client).await?;
    let eve = User::collection().item("eve").get().send(client).await?;
    same("manager", eve.manager.map(|manager| manager.id).as_deref(), Some("boss"))?;
    let mut reports: Vec<_> = eve.direct_reports.into_iter().map(|user| user.id).collect();
    reports.sort_unstable();
    same("directReports", reports, ["ada", "bob"])?;
    BoundUser::collection().item("eve").update().manager("users('bob')").send(client).await?;
    let eve = User::collection().item("eve").get().send(client).await?;
    same("manager after an update", eve.manager.map(|manager| manager.id).as_deref(), Some("bob"))
}

/// eve's manager bob, and his.
async fn levels(client: &Client) -> Result<(), Failure> {
    BoundUser::collection().item("bob").update().manager("users('boss')").send(client).await?;
    let users: Collection<User> = User::collection();
    let one = users.clone().item("eve").get().send(client).await?;
    let manager = one.manager.ok_or_else(|| Failure::new("no manager"))?;
    same("one level", (manager.id.as_str(), manager.manager), ("bob", None))?;
    let two = users.item("eve").get().expand_depth(2).send(client).await?;
    let manager = two.manager.ok_or_else(|| Failure::new("no manager"))?;
    same("two levels", manager.manager.map(|manager| manager.id).as_deref(), Some("boss"))
}

async fn media(client: &Client) -> Result<(), Failure> {
    User::collection().item("ada").update().display_name("Ada").send(client).await?;
    let name = || Media::at("users/{id}/displayName/$value", &[&"ada"]);
    same("at once", name().get().send(client).await?.as_ref(), b"Ada")?;
    let mut chunks = name().download().send(client).await?.into_value();
    let mut read = Vec::new();
    while let Some(chunk) = chunks.next().await {
        read.extend_from_slice(&chunk?);
    }
    same("in chunks", read.as_slice(), b"Ada")
}
