//! A base, and a place for what is not named: `base` and `extra` against `#[serde(flatten)]` for both.

use crate::both::{both, page};
use crate::case;
use crate::common::case::{Case, Size};
use crate::generator::{self, PROPERTIES};

both! {
    Entity("microsoft.graph.entity") {
        ours {
            #[graph(etag)]
            pub etag: Option<String>,
            #[graph(key, read_only)]
            pub id: String,
        }
        theirs {
            #[serde(rename = "@odata.etag", skip_serializing_if = "Option::is_none")]
            pub etag: Option<String>,
            pub id: String,
        }
        both {
            display_name: String,
            user_principal_name: String,
            created_date_time: String,
            mail: String,
            job_title: String,
            department: String,
            office_location: String,
        }
    }
    Device("microsoft.graph.managedDevice") {
        ours {
            #[graph(base)]
            pub base: Entity,
            #[graph(extra)]
            pub extra: graph_entity::Extra,
        }
        theirs {
            #[serde(rename = "@odata.type")]
            pub odata_type: Type,
            #[serde(flatten)]
            pub base: Entity,
        }
        both {
            account_enabled: bool,
            business_phones: Vec<String>,
            age_days: i32,
            compliance_state: ComplianceState,
            device_count: i32,
            serial_number: String,
            manufacturer: String,
            model: String,
            operating_system: String,
            os_version: String,
            is_encrypted: bool,
            is_supervised: bool,
            total_storage_bytes: i64,
            free_storage_bytes: i64,
            battery_level: f64,
            last_sync_date_time: String,
            physical_address: PhysicalAddress,
            proxy_addresses: Vec<String>,
            ethernet_mac_address: String,
            notes: String,
        }
        last {
            #[serde(flatten)]
            pub extra: serde_json::Map<String, serde_json::Value>,
        }
    }
}

page!(ours::Device, theirs::Device);

pub fn case(size: Size) -> Case {
    let entities = generator::entities(size);
    let page = generator::page(entities, |index| {
        let mut members = vec![generator::odata_type("microsoft.graph.managedDevice"), generator::etag(index)];
        // Each seventh property is followed by a member that no struct names.
        for (names, unknown) in PROPERTIES.chunks(7).zip(generator::unknown(index)) {
            members.extend(generator::properties(names, index));
            members.push(unknown);
        }
        members
    });
    case::new::<OurPage, TheirPage>("flatten", entities, page)
}
