// the page has no table of permissions of its own (it may include one)
// `categories@odata.bind` of the sample is left out: it is no property; a field may be `bind` or `annotation`
// the answer has more properties, which the page does not describe: `createdDateTime`, `displayName`
use graph_entity::GraphEntity;

/// `contact`, as the reference page "Create contact" has it.
///
/// Add a contact to the root folder or to another folder.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.contact",
    version = "v1.0",
    collection = "me/contacts",
    collection = "users/{id | userPrincipalName}/contacts",
    collection = "me/contactFolders/{contactFolderId}/contacts",
    collection(
        path = "users/{id | userPrincipalName}/contactFolders/{contactFolderId}/contacts",
        name = "in_user_contact_folder"
    )
)]
pub struct Contact {
    /// The key. The service sets it.
    #[graph(key, read_only)]
    pub id: String,
    /// The type is a guess: the page's table lacks it, its sample has it.
    pub given_name: Option<String>,
    /// The type is a guess: the page's table lacks it, its sample has it.
    pub surname: Option<String>,
    /// The type is a guess: the page's table lacks it, its sample has it.
    pub email_addresses: Vec<serde_json::Value>,
    /// The type is a guess: the page's table lacks it, its sample has it.
    pub business_phones: Vec<String>,
    /// The type is a guess: the page's table lacks it, its sample has it.
    pub children: Vec<serde_json::Value>,
    /// The type is a guess: the page's table lacks it, its sample has it.
    pub yomi_name: Option<String>,
    /// The type is a guess: the page's table lacks it, its sample has it.
    pub height: Option<f64>,
    /// The type is a guess: the page's table lacks it, its sample has it.
    pub self_: Option<String>,
    /// The type is a guess: the page's table lacks it, its sample has it.
    #[graph(rename = "postal_code")]
    pub postal_code: Option<String>,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Contact;

    /// The request is that of the reference page.
    #[test]
    fn the_request_is_that_of_the_page() -> Result<(), Box<dyn std::error::Error>> {
        let collection = Contact::in_user_contact_folder(
            "ada@contoso.com",
            "AAMkADhkYjIxMDA4LTJlM2ItNDcyNi05NjBhLWVkZmJkYjVlZGZhYgAuAAAAAAD",
        );
        let request = collection
            .create()
            .given_name("Ada")
            .surname("Lovelace")
            .email_addresses([
                json!({
                    "address": "ada@contoso.com",
                    "name": "Ada Lovelace"
                }),
                serde_json::from_str::<serde_json::Value>(
                    r####"{
    "address": "lovelace@contoso.com",
    "note": "\u0007\"### 😀 é",
    "seen": 9007199254740993
}"####,
                )?,
            ])
            .business_phones(["+1 732 555 0102"])
            .children(Vec::<serde_json::Value>::new())
            .yomi_name("")
            .height(1.7)
            .self_("Ada")
            .postal_code("1815")
            .request()?;
        assert_eq!(request.method(), "POST");
        assert_eq!(request.version(), Some("v1.0"));
        assert_eq!(
            request.path(),
            "users/ada%40contoso.com/contactFolders/AAMkADhkYjIxMDA4LTJlM2ItNDcyNi05NjBhLWVkZmJkYjVlZGZhYgAuAAAAAAD/contacts"
        );
        let body: serde_json::Value = serde_json::from_slice(request.body())?;
        let expected = serde_json::from_str::<serde_json::Value>(
            r####"{
    "@odata.type": "#microsoft.graph.contact",
    "givenName": "Ada",
    "surname": "Lovelace",
    "emailAddresses": [
        {
            "address": "ada@contoso.com",
            "name": "Ada Lovelace"
        },
        {
            "address": "lovelace@contoso.com",
            "note": "\u0007\"### 😀 é",
            "seen": 9007199254740993
        }
    ],
    "businessPhones": [
        "+1 732 555 0102"
    ],
    "children": [],
    "yomiName": "",
    "height": 1.7,
    "self": "Ada",
    "postal_code": "1815"
}"####,
        )?;
        assert_eq!(body, expected);
        Ok(())
    }
}
