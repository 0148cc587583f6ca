//! A user of ten properties, and pages of them.

use graph_entity::GraphEntity;
use serde_json::{Value as Json, json};

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
pub struct User {
    #[graph(key, read_only)]
    pub id: String,
    pub display_name: Option<String>,
    pub given_name: Option<String>,
    pub surname: Option<String>,
    pub user_principal_name: Option<String>,
    pub mail: Option<String>,
    pub job_title: Option<String>,
    pub department: Option<String>,
    pub office_location: Option<String>,
    pub account_enabled: Option<bool>,
}

/// The JSON of a user, with the properties in the order of the struct; every eighth is null, but for the key.
pub fn json(index: usize) -> String {
    let members: [(&str, Json); 10] = [
        ("id", format!("d5a29103-9103-d5a2-0391-a2d5{index:08x}").into()),
        ("displayName", format!("Adele Vance {index}").into()),
        ("givenName", "Adele".into()),
        ("surname", "Vance".into()),
        ("userPrincipalName", format!("adele.vance{index}@contoso.com").into()),
        ("mail", format!("adele.vance{index}@contoso.com").into()),
        ("jobTitle", "Retail Manager".into()),
        ("department", ["Retail", "Küche & Bar", "IT"][index % 3].into()),
        ("officeLocation", format!("{}/{}", index % 40, 1000 + index).into()),
        ("accountEnabled", json!(!index.is_multiple_of(5))),
    ];
    let is_null = |place: usize| place > 0 && (index + place * 3).is_multiple_of(8);
    let member = |(place, (name, value)): (usize, (&str, Json))| {
        format!("\"{name}\":{}", if is_null(place) { Json::Null } else { value })
    };
    format!("{{{}}}", members.into_iter().enumerate().map(member).collect::<Vec<_>>().join(","))
}
