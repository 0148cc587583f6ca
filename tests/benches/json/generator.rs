//! The text of the pages: entities with members of all kinds that Graph has.

use serde_json::{Value as Json, json};

use crate::common::case::Size;

/// How many entities a page has.
pub fn entities(size: Size) -> usize {
    match size {
        Size::Usual => 1000,
        Size::Small => 100,
    }
}

/// The properties, in the order in which the types have them and in which they come.
pub const PROPERTIES: [&str; 28] = [
    "id",
    "displayName",
    "userPrincipalName",
    "createdDateTime",
    "mail",
    "jobTitle",
    "department",
    "officeLocation",
    "accountEnabled",
    "businessPhones",
    "ageDays",
    "complianceState",
    "deviceCount",
    "serialNumber",
    "manufacturer",
    "model",
    "operatingSystem",
    "osVersion",
    "isEncrypted",
    "isSupervised",
    "totalStorageBytes",
    "freeStorageBytes",
    "batteryLevel",
    "lastSyncDateTime",
    "physicalAddress",
    "proxyAddresses",
    "ethernetMacAddress",
    "notes",
];

pub type Member = (&'static str, Json);

/// The page with the members that `members` gives for each number.
pub fn page(entities: usize, members: impl Fn(usize) -> Vec<Member>) -> String {
    let entity = |index| {
        let member = |(name, value): Member| format!("{}:{value}", Json::from(name));
        format!("{{{}}}", members(index).into_iter().map(member).collect::<Vec<_>>().join(","))
    };
    format!("{{\"value\":[{}]}}", (0..entities).map(entity).collect::<Vec<_>>().join(","))
}

pub fn odata_type(name: &str) -> Member {
    ("@odata.type", format!("#{name}").into())
}

pub fn etag(index: usize) -> Member {
    ("@odata.etag", format!("W/\"JzEtVXNlckFjY291bnQ{index:08x}\"").into())
}

pub fn properties(names: &[&'static str], index: usize) -> Vec<Member> {
    names.iter().map(|&name| property(name, index)).collect()
}

/// Every eighth one is null, but for the key.
fn property(name: &'static str, index: usize) -> Member {
    let is_null = name != "id" && (index + name.len() * 3 + usize::from(name.as_bytes()[0])).is_multiple_of(8);
    (name, if is_null { Json::Null } else { value(name, index) })
}

fn value(name: &str, index: usize) -> Json {
    match name {
        "id" => format!("d5a29103-9103-d5a2-0391-a2d5{index:08x}").into(),
        "displayName" => format!("Adele Vance {index}").into(),
        "userPrincipalName" | "mail" => format!("user{index}@contoso.com").into(),
        "createdDateTime" => format!("2024-{:02}-{:02}T09:15:00Z", index % 12 + 1, index % 28 + 1).into(),
        "lastSyncDateTime" => format!("2026-{:02}-{:02}T21:40:33.1234567Z", index % 12 + 1, index % 28 + 1).into(),
        "jobTitle" => "Retail Manager".into(),
        "department" => ["Retail", "Küche & Bar", "IT"][index % 3].into(),
        "officeLocation" => format!("{}/{}", index % 40, 1000 + index).into(),
        "accountEnabled" => (!usize::is_multiple_of(index, 5)).into(),
        "isEncrypted" => usize::is_multiple_of(index, 2).into(),
        "isSupervised" => usize::is_multiple_of(index, 3).into(),
        "businessPhones" => json!([format!("+1 425 555 {:04}", index)]),
        "proxyAddresses" => json!([format!("SMTP:user{index}@contoso.com"), format!("smtp:u{index}@contoso.org")]),
        "ageDays" => (index % 900).into(),
        "deviceCount" => (index % 7).into(),
        "complianceState" => ["compliant", "noncompliant", "conflict", "error", "inGracePeriod"][index % 5].into(),
        "serialNumber" => format!("5CG{:07}", index * 7919 % 10_000_000).into(),
        "manufacturer" => ["Contoso", "Fabrikam"][index % 2].into(),
        "model" => ["Surface Laptop", "EliteBook 840 G8", "XPS 13"][index % 3].into(),
        "operatingSystem" => "Windows".into(),
        "osVersion" => format!("10.0.{}.{}", 19000 + index % 4000, index).into(),
        "totalStorageBytes" => 512_000_000_000_i64.into(),
        "freeStorageBytes" => (index as i64 * 123_456_789).into(),
        "batteryLevel" => (f64::from(index as u32 % 1000) / 1000.0).into(),
        "physicalAddress" => json!({
            "city": "Seattle",
            "countryOrRegion": "US",
            "postalCode": format!("{index:05}"),
            "street": format!("{index} Main Street"),
        }),
        "ethernetMacAddress" => format!("00155D{index:06X}").into(),
        "notes" => ["Out of warranty", "Says \"do not touch\"\nsee ticket", "ok"][index % 3].into(),
        _ => unreachable!("{name} has no value"),
    }
}

/// Members that no struct names.
pub fn unknown(index: usize) -> [Member; 4] {
    [
        ("employeeType", "Contractor".into()),
        ("extension_a1b2_costCenter", format!("CC-{index}").into()),
        ("managedBy", json!({"id": format!("{index:08x}"), "level": index % 9})),
        ("wifiMacAddresses", json!([format!("00155E{index:06X}")])),
    ]
}
