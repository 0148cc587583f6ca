// `owners@odata.bind` (line 32) is left out: it is no property
use graph_entity::GraphEntity;

/// `group`, as the reference page "Create group" has it.
///
/// More than needed to create (work or school account): `Directory.ReadWrite.All`,
/// `Directory.AccessAsUser.All`.
///
/// More than needed to create (application): `Group.ReadWrite.All`.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.group",
    version = "v1.0",
    collection = "groups",
    permission(create(delegated = "Group.ReadWrite.All", application = "Group.Create"))
)]
pub struct Group {
    #[graph(key)]
    pub id: String,
    /// The name to display. Required.
    pub display_name: String,
    /// Set to true for mail. Required.
    pub mail_enabled: bool,
    /// The mail alias. Required.
    pub mail_nickname: String,
    /// Set to true for security. Required.
    pub security_enabled: bool,
    /// Colour. Possible values are `Teal`, `Purple`.
    pub theme: Option<String>,
    /// Kinds. Optional.
    pub group_types: Vec<String>,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Group;

    /// The request is that of the reference page.
    #[test]
    fn the_request_is_that_of_the_page() -> Result<(), Box<dyn std::error::Error>> {
        let collection = Group::collection();
        let request = collection
            .create()
            .id("b320ee12-b1cd-4cca-b648-a437be61c5cd")
            .display_name("Library Assist")
            .mail_enabled(true)
            .mail_nickname("library")
            .security_enabled(true)
            .group_types(["Unified"])
            .request()?;
        assert_eq!(request.method(), "POST");
        assert_eq!(request.version(), Some("v1.0"));
        assert_eq!(request.path(), "groups");
        let body: serde_json::Value = serde_json::from_slice(request.body())?;
        let expected = json!({
            "@odata.type": "#microsoft.graph.group",
            "id": "b320ee12-b1cd-4cca-b648-a437be61c5cd",
            "displayName": "Library Assist",
            "mailEnabled": true,
            "mailNickname": "library",
            "securityEnabled": true,
            "groupTypes": [
                "Unified"
            ]
        });
        assert_eq!(body, expected);
        Ok(())
    }
}
