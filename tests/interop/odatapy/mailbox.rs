//! A mailbox whose messages differ in all that a filter can ask for.

use graph_entity::edm::{Binary, DateTimeOffset};
use graph_entity::{Collection, Flags};

use crate::Client;
use crate::create::user;
use crate::model::{BodyType, EmailAddress, Importance, ItemBody, Message, Part, Recipient};
use crate::steps::{Failure, Steps};

/// The subjects. `NEIL` has all that has to be quoted or encoded.
pub const NEIL: &str = "O'Neil & Co/#1+";
pub const APPLES: &str = "plain apples";
pub const PLUM: &str = "100% plum?";
pub const UMLAUT: &str = "Ärger = 日本";

/// The bytes of a conversation index whose base64 has characters that the two alphabets write in different ways.
pub const INDEX: [u8; 4] = [0xFB, 0xFF, 0xBF, 0x01];

pub async fn fill(steps: &mut Steps, client: &Client) -> Result<Collection<Message>, Failure> {
    user(client, "filters").await?;
    let messages = Message::in_user("filters");
    steps.step("create: a mailbox for the filters", async || fill_in(client, &messages).await).await?;
    Ok(messages)
}

async fn fill_in(client: &Client, messages: &Collection<Message>) -> Result<(), Failure> {
    let create = || messages.clone().create();
    create()
        .subject(NEIL)
        .body(ItemBody::draft().content_type(BodyType::Html))
        .importance(Importance::High)
        .received_date_time("2024-01-02T00:00:00Z".parse::<DateTimeOffset>()?)
        .size(9_007_199_254_740_993)
        .conversation_index(Binary::from(INDEX.to_vec()))
        .is_read(true)
        .categories(["a", "b"])
        .parts(Flags::from([Part::Apps, Part::Tabs]))
        .from(recipient("z@x"))
        .to_recipients([recipient("c@d"), recipient("e@f")])
        .send(client)
        .await?;
    create()
        .subject(APPLES)
        .body(ItemBody::draft().content_type(BodyType::Text))
        .importance(Importance::Normal)
        .received_date_time("2024-06-01T12:00:00.1234567+02:00".parse::<DateTimeOffset>()?)
        .size(9_007_199_254_740_992)
        .is_read(false)
        .categories(["a"])
        .parts(Flags::from(Part::Apps))
        .from(recipient("y@x"))
        .send(client)
        .await?;
    create().subject(PLUM).importance(Importance::Low).size(-1).send(client).await?;
    create().subject(UMLAUT).send(client).await?;
    Ok(())
}

fn recipient(address: &str) -> Recipient {
    Recipient { email_address: EmailAddress { address: address.to_owned(), name: None } }
}
