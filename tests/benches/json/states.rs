//! Four-field states, without the type: the collection declares it (W1.8).

use serde_json::json;

use crate::case;
use crate::common::case::{Case, Size};
use crate::generator;

mod ours {
    use graph_entity::GraphEntity;

    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.deviceManagementScriptUserState", version = "beta")]
    pub struct State {
        #[graph(key, read_only)]
        pub id: String,
        pub success_device_count: i32,
        pub error_device_count: i32,
        pub user_principal_name: String,
    }
}

mod theirs {
    use serde::{Deserialize, Serialize};

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct State {
        #[serde(rename = "@odata.type", skip_deserializing, default = "odata_type")]
        pub odata_type: &'static str,
        pub id: String,
        pub success_device_count: i32,
        pub error_device_count: i32,
        pub user_principal_name: String,
    }

    fn odata_type() -> &'static str {
        "#microsoft.graph.deviceManagementScriptUserState"
    }
}

crate::both::page!(ours::State, theirs::State);

pub fn case(size: Size) -> Case {
    let entities = generator::entities(size);
    let page = generator::page(entities, |index| {
        vec![
            ("id", format!("d5a29103-9103-d5a2-0391-a2d5{index:08x}").into()),
            ("successDeviceCount", json!(index)),
            ("errorDeviceCount", json!(index % 7)),
            ("userPrincipalName", format!("user{index}@contoso.com").into()),
        ]
    });
    case::new::<OurPage, TheirPage>("states", entities, page)
}
