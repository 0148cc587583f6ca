//! Conditional access and identity experience.

use graph_entity::edm::DateTimeOffset;
use graph_entity::{Extra, GraphComplex, GraphEntity, GraphEnum, Unrecognized};
use serde_json::Value;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.conditionalAccessPolicy", collection = "identity/conditionalAccess/policies")]
pub struct ConditionalAccessPolicy {
    pub conditions: Option<ConditionalAccessConditionSet>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub display_name: Option<String>,
    pub grant_controls: Option<ConditionalAccessGrantControls>,
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub modified_date_time: Option<DateTimeOffset>,
    pub session_controls: Option<ConditionalAccessSessionControls>,
    pub state: Option<ConditionalAccessPolicyState>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.namedLocation")]
pub enum NamedLocation {
    Ip(Box<IpNamedLocation>),
    Country(Box<CountryNamedLocation>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.namedLocation")]
pub struct NamedLocationBase {
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub display_name: Option<String>,
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub modified_date_time: Option<DateTimeOffset>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.ipNamedLocation", collection = "identity/conditionalAccess/namedLocations")]
pub struct IpNamedLocation {
    #[graph(base)]
    pub base: NamedLocationBase,
    pub ip_ranges: Option<Vec<IpRange>>,
    pub is_trusted: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.countryNamedLocation",
    collection = "identity/conditionalAccess/namedLocations"
)]
pub struct CountryNamedLocation {
    #[graph(base)]
    pub base: NamedLocationBase,
    pub countries_and_regions: Option<Vec<String>>,
    pub include_unknown_countries_and_regions: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.identityApiConnector", collection = "identity/apiConnectors")]
pub struct IdentityApiConnector {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub authentication_configuration: Option<ApiAuthenticationConfiguration>,
    pub display_name: Option<String>,
    pub target_url: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.identityUserFlowAttributeAssignment",
    collection = "identity/b2xUserFlows/{userFlowId}/userAttributeAssignments"
)]
pub struct IdentityUserFlowAttributeAssignment {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub display_name: Option<String>,
    pub is_optional: Option<bool>,
    pub requires_verification: Option<bool>,
    pub user_attribute_values: Option<Vec<UserAttributeValuesItem>>,
    pub user_input_type: Option<IdentityUserFlowAttributeInputType>,
    #[graph(navigation)]
    pub user_attribute: Option<IdentityUserFlowAttribute>,
    pub user_flow_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.ipRange")]
pub enum IpRange {
    V4(Box<IPv4CidrRange>),
    V6(Box<IPv6CidrRange>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.iPv4CidrRange")]
pub struct IPv4CidrRange {
    pub cidr_address: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.iPv6CidrRange")]
pub struct IPv6CidrRange {
    pub cidr_address: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.conditionalAccessConditionSet")]
pub struct ConditionalAccessConditionSet {
    pub applications: Option<ConditionalAccessApplications>,
    pub client_app_types: Option<Vec<ConditionalAccessClientApp>>,
    pub devices: Option<ConditionalAccessDevices>,
    pub locations: Option<ConditionalAccessLocations>,
    pub platforms: Option<ConditionalAccessPlatforms>,
    pub sign_in_risk_levels: Option<Vec<RiskLevel>>,
    pub user_risk_levels: Option<Vec<RiskLevel>>,
    pub users: Option<ConditionalAccessUsers>,
    pub device_states: Option<ConditionalAccessDeviceStates>,
    pub times: Option<Value>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.conditionalAccessApplications")]
pub struct ConditionalAccessApplications {
    pub exclude_applications: Option<Vec<String>>,
    pub include_applications: Option<Vec<String>>,
    pub include_user_actions: Option<Vec<String>>,
    pub include_protection_levels: Option<Vec<Value>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.conditionalAccessDevices")]
pub struct ConditionalAccessDevices {
    pub include_devices: Option<Vec<String>>,
    pub exclude_devices: Option<Vec<String>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.conditionalAccessLocations")]
pub struct ConditionalAccessLocations {
    pub exclude_locations: Option<Vec<String>>,
    pub include_locations: Option<Vec<String>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.conditionalAccessPlatforms")]
pub struct ConditionalAccessPlatforms {
    pub exclude_platforms: Option<Vec<ConditionalAccessDevicePlatform>>,
    pub include_platforms: Option<Vec<ConditionalAccessDevicePlatform>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.conditionalAccessUsers")]
pub struct ConditionalAccessUsers {
    pub exclude_groups: Option<Vec<String>>,
    pub exclude_roles: Option<Vec<String>>,
    pub exclude_users: Option<Vec<String>>,
    pub include_groups: Option<Vec<String>>,
    pub include_roles: Option<Vec<String>>,
    pub include_users: Option<Vec<String>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.conditionalAccessDeviceStates")]
pub struct ConditionalAccessDeviceStates {
    pub include_states: Option<Vec<String>>,
    pub exclude_states: Option<Vec<String>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.conditionalAccessGrantControls")]
pub struct ConditionalAccessGrantControls {
    pub built_in_controls: Option<Vec<ConditionalAccessGrantControl>>,
    pub custom_authentication_factors: Option<Vec<String>>,
    pub operator: Option<String>,
    pub terms_of_use: Option<Vec<String>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.conditionalAccessSessionControls")]
pub struct ConditionalAccessSessionControls {
    pub application_enforced_restrictions: Option<ApplicationEnforcedRestrictionsSessionControl>,
    pub cloud_app_security: Option<CloudAppSecuritySessionControl>,
    pub persistent_browser: Option<PersistentBrowserSessionControl>,
    pub sign_in_frequency: Option<SignInFrequencySessionControl>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.applicationEnforcedRestrictionsSessionControl")]
pub struct ApplicationEnforcedRestrictionsSessionControl {
    pub is_enabled: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.cloudAppSecuritySessionControl")]
pub struct CloudAppSecuritySessionControl {
    pub is_enabled: Option<bool>,
    pub cloud_app_security_type: Option<CloudAppSecuritySessionControlType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.persistentBrowserSessionControl")]
pub struct PersistentBrowserSessionControl {
    pub is_enabled: Option<bool>,
    pub mode: Option<PersistentBrowserSessionMode>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.signInFrequencySessionControl")]
pub struct SignInFrequencySessionControl {
    pub is_enabled: Option<bool>,
    pub r#type: Option<SigninFrequencyType>,
    pub value: Option<i32>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.apiAuthenticationConfigurationBase")]
pub enum ApiAuthenticationConfiguration {
    Basic(Box<BasicAuthentication>),
    ClientCertificate(Box<ClientCertificateAuthentication>),
    Pkcs12(Box<Pkcs12Certificate>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.basicAuthentication")]
pub struct BasicAuthentication {
    #[graph(sensitive)]
    pub password: Option<String>,
    pub username: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.clientCertificateAuthentication")]
pub struct ClientCertificateAuthentication {
    pub certificate_list: Option<Vec<Pkcs12CertificateInformation>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.pkcs12CertificateInformation")]
pub struct Pkcs12CertificateInformation {
    pub is_active: Option<bool>,
    pub not_after: Option<i64>,
    pub not_before: Option<i64>,
    pub thumbprint: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.pkcs12Certificate")]
pub struct Pkcs12Certificate {
    #[graph(sensitive)]
    pub password: Option<String>,
    pub pkcs12_value: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.userAttributeValuesItem")]
pub struct UserAttributeValuesItem {
    pub is_default: Option<bool>,
    pub name: Option<String>,
    pub value: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.identityUserFlowAttribute")]
pub struct IdentityUserFlowAttribute {
    #[graph(key)]
    pub id: Option<String>,
    pub data_type: Option<IdentityUserFlowAttributeDataType>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub user_flow_attribute_type: Option<IdentityUserFlowAttributeType>,
    #[graph(odata_type)]
    pub odata_type: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.conditionalAccessClientApp")]
pub enum ConditionalAccessClientApp {
    All,
    Browser,
    MobileAppsAndDesktopClients,
    ExchangeActiveSync,
    EasSupported,
    Other,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.conditionalAccessDevicePlatform")]
pub enum ConditionalAccessDevicePlatform {
    Android,
    #[graph(rename = "iOS")]
    Ios,
    Windows,
    WindowsPhone,
    MacOS,
    All,
    UnknownFutureValue,
    Linux,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.riskLevel")]
pub enum RiskLevel {
    Low,
    Medium,
    High,
    Hidden,
    None,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.conditionalAccessGrantControl")]
pub enum ConditionalAccessGrantControl {
    Block,
    Mfa,
    CompliantDevice,
    DomainJoinedDevice,
    ApprovedApplication,
    CompliantApplication,
    PasswordChange,
    UnknownFutureValue,
    RiskRemediation,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.cloudAppSecuritySessionControlType")]
pub enum CloudAppSecuritySessionControlType {
    McasConfigured,
    MonitorOnly,
    BlockDownloads,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.persistentBrowserSessionMode")]
pub enum PersistentBrowserSessionMode {
    Always,
    Never,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.signinFrequencyType")]
pub enum SigninFrequencyType {
    Days,
    Hours,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.conditionalAccessPolicyState")]
pub enum ConditionalAccessPolicyState {
    Enabled,
    Disabled,
    EnabledForReportingButNotEnforced,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.identityUserFlowAttributeInputType")]
pub enum IdentityUserFlowAttributeInputType {
    TextBox,
    DateTimeDropdown,
    RadioSingleSelect,
    DropdownSingleSelect,
    EmailBox,
    CheckboxMultiSelect,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.identityUserFlowAttributeDataType")]
pub enum IdentityUserFlowAttributeDataType {
    String,
    Boolean,
    Int64,
    StringCollection,
    DateTime,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.identityUserFlowAttributeType")]
pub enum IdentityUserFlowAttributeType {
    BuiltIn,
    Custom,
    Required,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}
