//! Three levels of types, each with about a third of the properties: `base` against `#[serde(flatten)]`.

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
            account_enabled: bool,
        }
    }
    Person("microsoft.graph.person") {
        ours {
            #[graph(base)]
            pub base: Entity,
        }
        theirs {
            #[serde(flatten)]
            pub base: Entity,
        }
        both {
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
        }
    }
    Device("microsoft.graph.managedDevice") {
        ours {
            #[graph(base)]
            pub base: Person,
        }
        theirs {
            #[serde(rename = "@odata.type")]
            pub odata_type: Type,
            #[serde(flatten)]
            pub base: Person,
        }
        both {
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
    }
}

page!(ours::Device, theirs::Device);

pub fn case(size: Size) -> Case {
    let entities = generator::entities(size);
    let page = generator::page(entities, |index| {
        let mut members = vec![generator::odata_type("microsoft.graph.managedDevice"), generator::etag(index)];
        members.extend(generator::properties(&PROPERTIES, index));
        members
    });
    case::new::<OurPage, TheirPage>("levels", entities, page)
}
