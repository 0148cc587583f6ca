// `expiresDateTime` (line 50) is optional: the sample does without it, although the table says that all are required
// `photo` (line 66) is left out: it is a stream, which is no part of the body
use graph_entity::{Flags, GraphEntity, GraphEnum, edm};

/// `complianceManagementPartner`, as the reference page "Create complianceManagementPartner" has
/// it.
///
/// Adds a complianceManagementPartner, a service that tells whether devices \<comply\> with
/// \[rules\]; see <https://example.com/partners>.
///
/// More than needed to create (work or school account):
/// `DeviceManagementConfiguration.ReadWrite.All`.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.complianceManagementPartner",
    version = "beta",
    collection = "deviceManagement/complianceManagementPartners",
    permission(create(delegated = "DeviceManagementServiceConfig.ReadWrite.All"))
)]
pub struct ComplianceManagementPartner {
    /// Id of the entity
    #[graph(key, read_only)]
    pub id: String,
    /// When the partner was heard of last.
    pub last_heartbeat_date_time: edm::DateTimeOffset,
    /// When it was added. This property is read-only.
    #[graph(read_only)]
    pub created_date_time: Option<edm::DateTimeOffset>,
    /// When it ends.
    pub expires_date_time: Option<edm::DateTimeOffset>,
    /// The state of the tenant. Possible values are: `unknown`, `unavailable`, `enabled`, `v3_2_1`,
    /// `unknownFutureValue`. Others may come.
    pub partner_state: DeviceManagementPartnerTenantState,
    /// Name to show.
    pub display_name: String,
    /// Onboarded for Mac devices.
    pub mac_os_onboarded: bool,
    /// Order among partners.
    pub priority: i64,
    /// Weight.
    pub weight: f64,
    /// How often it is asked.
    pub check_interval: edm::Duration,
    /// When it is not asked any more.
    pub quiet_from: edm::TimeOfDay,
    /// First day.
    pub start_date: edm::Date,
    /// Key of the tenant.
    pub tenant_key: edm::Guid,
    /// Picture.
    pub logo: edm::Binary,
    /// Platforms. Possible values are: `android`, `iOS`, `macOS`.
    pub platforms: Flags<DevicePlatforms>,
    /// Labels.
    #[graph(required)]
    pub tags: Vec<String>,
    /// Kind of partner.
    pub r#type: String,
    /// Whether it sends.
    pub send_: bool,
    /// User groups.
    #[graph(required)]
    pub mac_os_enrollment_assignments: Vec<serde_json::Value>,
    /// The type is a guess: the page's table lacks it, its sample has it.
    pub summary: Option<String>,
    /// The type is a guess: the page's table lacks it, its sample has it.
    pub labels: Vec<String>,
    /// The type is a guess: the page's table lacks it, its sample has it.
    pub regions: Vec<String>,
    /// The type is a guess: the page's table lacks it, its sample has it.
    pub extra_count: Option<i64>,
    /// The type is a guess: the page's table lacks it, its sample has it.
    pub notes: Option<serde_json::Value>,
}

/// Members of `deviceManagementPartnerTenantState`, as the page lists them.
#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.deviceManagementPartnerTenantState")]
pub enum DeviceManagementPartnerTenantState {
    Unknown,
    Unavailable,
    Enabled,
    V3_2_1,
    UnknownFutureValue,
    /// Any other.
    #[graph(unrecognized)]
    Unrecognized(String),
}

/// Members of `devicePlatforms`, as the page lists them.
#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.devicePlatforms", flags)]
pub enum DevicePlatforms {
    Android,
    #[graph(rename = "iOS")]
    Ios,
    MacOS,
    /// Any other.
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{
        ComplianceManagementPartner, DeviceManagementPartnerTenantState, DevicePlatforms, edm,
    };

    /// The request is that of the reference page.
    #[test]
    fn the_request_is_that_of_the_page() -> Result<(), Box<dyn std::error::Error>> {
        let collection = ComplianceManagementPartner::collection();
        let request = collection
            .create()
            .last_heartbeat_date_time(
                "2016-12-31T23:59:37.9174975-08:00".parse::<edm::DateTimeOffset>()?,
            )
            .partner_state(DeviceManagementPartnerTenantState::V3_2_1)
            .display_name(
                "Display Name value that is so long that the line of the test with it is longer",
            )
            .mac_os_onboarded(true)
            .priority(9007199254740993)
            .weight(1.5)
            .check_interval("PT1H".parse::<edm::Duration>()?)
            .quiet_from("17:00:00.0000000".parse::<edm::TimeOfDay>()?)
            .start_date("2024-01-31".parse::<edm::Date>()?)
            .tenant_key("d6d46d0d-6d0d-d6d4-0d6d-d4d60d6dd4d6".parse::<edm::Guid>()?)
            .logo("YXBw".parse::<edm::Binary>()?)
            .platforms([DevicePlatforms::Android, DevicePlatforms::MacOS])
            .tags(["text"])
            .r#type("a \"quoted\" \\ kind")
            .send_(true)
            .mac_os_enrollment_assignments([json!({
                "@odata.type": "#microsoft.graph.complianceManagementPartnerAssignment",
                "target": {
                    "@odata.type": "#microsoft.graph.allDevicesAssignmentTarget",
                    "collectionId": "text",
                    "count": 1
                }
            })])
            .summary("Between sixty and a hundred letters are in this text, so it stays")
            .labels([
                "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            ])
            .regions([
                "a first region",
                "a second region",
                "a third region",
                "a fourth region",
            ])
            .extra_count(4)
            .notes(graph_entity::Null)
            .request()?;
        assert_eq!(request.method(), "POST");
        assert_eq!(request.version(), Some("beta"));
        assert_eq!(
            request.path(),
            "deviceManagement/complianceManagementPartners"
        );
        let body: serde_json::Value = serde_json::from_slice(request.body())?;
        let expected = serde_json::from_str::<serde_json::Value>(
            r##"{
    "@odata.type": "#microsoft.graph.complianceManagementPartner",
    "lastHeartbeatDateTime": "2016-12-31T23:59:37.9174975-08:00",
    "partnerState": "v3_2_1",
    "displayName": "Display Name value that is so long that the line of the test with it is longer",
    "macOsOnboarded": true,
    "priority": 9007199254740993,
    "weight": 1.5,
    "checkInterval": "PT1H",
    "quietFrom": "17:00:00.0000000",
    "startDate": "2024-01-31",
    "tenantKey": "d6d46d0d-6d0d-d6d4-0d6d-d4d60d6dd4d6",
    "logo": "YXBw",
    "platforms": "android,macOS",
    "tags": [
        "text"
    ],
    "type": "a \"quoted\" \\ kind",
    "send": true,
    "macOsEnrollmentAssignments": [
        {
            "@odata.type": "#microsoft.graph.complianceManagementPartnerAssignment",
            "target": {
                "@odata.type": "#microsoft.graph.allDevicesAssignmentTarget",
                "collectionId": "text",
                "count": 1
            }
        }
    ],
    "summary": "Between sixty and a hundred letters are in this text, so it stays",
    "labels": [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten"
    ],
    "regions": [
        "a first region",
        "a second region",
        "a third region",
        "a fourth region"
    ],
    "extraCount": 4,
    "notes": null
}"##,
        )?;
        assert_eq!(body, expected);
        Ok(())
    }
}
