//! A family of five types, each with a part of the 28 properties: an enum of ours against `#[serde(tag)]`. Ours has a
//! variant for types that are not named; serde_derive's has no place for these.

use graph_entity::GraphEntity;
use graph_entity::model::Table;
use serde::{Deserialize, Serialize};

use crate::both::{both, page};
use crate::case;
use crate::common::case::{Case, Size};
use crate::generator::{self, Member, PROPERTIES};

both! {
    User("microsoft.graph.user") {
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
            business_phones: Vec<String>,
            age_days: i32,
            compliance_state: ComplianceState,
            device_count: i32,
            os_version: String,
            battery_level: f64,
            last_sync_date_time: String,
            physical_address: PhysicalAddress,
            proxy_addresses: Vec<String>,
            notes: String,
        }
    }
    Group("microsoft.graph.group") {
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
            created_date_time: String,
            mail: String,
            department: String,
            account_enabled: bool,
            age_days: i32,
            compliance_state: ComplianceState,
            device_count: i32,
            serial_number: String,
            manufacturer: String,
            total_storage_bytes: i64,
            free_storage_bytes: i64,
            last_sync_date_time: String,
            proxy_addresses: Vec<String>,
            notes: String,
        }
    }
    Device("microsoft.graph.device") {
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
            created_date_time: String,
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
            ethernet_mac_address: String,
            notes: String,
        }
    }
    Contact("microsoft.graph.contact") {
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
            business_phones: Vec<String>,
            age_days: i32,
            is_encrypted: bool,
            battery_level: f64,
            physical_address: PhysicalAddress,
            proxy_addresses: Vec<String>,
            notes: String,
        }
    }
    Application("microsoft.graph.application") {
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
            created_date_time: String,
            department: String,
            account_enabled: bool,
            age_days: i32,
            compliance_state: ComplianceState,
            device_count: i32,
            manufacturer: String,
            model: String,
            os_version: String,
            is_encrypted: bool,
            is_supervised: bool,
            total_storage_bytes: i64,
            free_storage_bytes: i64,
            last_sync_date_time: String,
            notes: String,
        }
    }
}

/// What the family has for types that it does not name.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject")]
pub struct Unnamed {
    #[graph(key, read_only)]
    pub id: String,
    #[graph(odata_type)]
    pub odata_type: Option<String>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject")]
pub enum OurObject {
    User(Box<ours::User>),
    Group(Box<ours::Group>),
    Device(Box<ours::Device>),
    Contact(Box<ours::Contact>),
    Application(Box<ours::Application>),
    #[graph(unrecognized)]
    Other(Box<Unnamed>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "@odata.type")]
pub enum TheirObject {
    #[serde(rename = "#microsoft.graph.user")]
    User(Box<theirs::User>),
    #[serde(rename = "#microsoft.graph.group")]
    Group(Box<theirs::Group>),
    #[serde(rename = "#microsoft.graph.device")]
    Device(Box<theirs::Device>),
    #[serde(rename = "#microsoft.graph.contact")]
    Contact(Box<theirs::Contact>),
    #[serde(rename = "#microsoft.graph.application")]
    Application(Box<theirs::Application>),
}

page!(OurObject, TheirObject);

pub fn type_first(size: Size) -> Case {
    case("family-first", size, |_| 0)
}

pub fn type_middle(size: Size) -> Case {
    case("family-middle", size, |members| members / 2)
}

pub fn type_last(size: Size) -> Case {
    case("family-last", size, |members| members)
}

/// `place` tells before which of so many members the type stands.
fn case(name: &'static str, size: Size, place: fn(usize) -> usize) -> Case {
    let entities = generator::entities(size);
    let page = generator::page(entities, |index| {
        let (odata_type, mut members) = object(index);
        members.insert(place(members.len()), odata_type);
        members
    });
    case::new::<OurPage, TheirPage>(name, entities, page)
}

/// The type and the other members of an object, of one type after another.
fn object(index: usize) -> (Member, Vec<Member>) {
    let (name, named) = match index % 5 {
        0 => ("microsoft.graph.user", ours::User::SHAPE.names),
        1 => ("microsoft.graph.group", ours::Group::SHAPE.names),
        2 => ("microsoft.graph.device", ours::Device::SHAPE.names),
        3 => ("microsoft.graph.contact", ours::Contact::SHAPE.names),
        _ => ("microsoft.graph.application", ours::Application::SHAPE.names),
    };
    let names: Vec<_> = PROPERTIES.into_iter().filter(|name| named.contains(name)).collect();
    let mut members = vec![generator::etag(index)];
    members.extend(generator::properties(&names, index));
    (generator::odata_type(name), members)
}
