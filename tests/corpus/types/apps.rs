//! Intune: apps.

use graph_entity::edm::{Binary, DateTimeOffset};
use graph_entity::{Extra, Flags, GraphComplex, GraphEntity, GraphEnum, Unrecognized};

/// Three levels of bases, four families of rules.
use super::managed_devices::ActionState;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.win32LobApp", collection = "deviceAppManagement/mobileApps")]
pub struct Win32LobApp {
    #[graph(base)]
    pub base: MobileLobApp,
    pub applicable_architectures: Option<Flags<WindowsArchitecture>>,
    pub install_command_line: Option<String>,
    pub install_experience: Option<Win32LobAppInstallExperience>,
    pub minimum_cpu_speed_in_m_hz: Option<i32>,
    #[graph(rename = "minimumFreeDiskSpaceInMB")]
    pub minimum_free_disk_space_in_mb: Option<i32>,
    #[graph(rename = "minimumMemoryInMB")]
    pub minimum_memory_in_mb: Option<i32>,
    pub minimum_number_of_processors: Option<i32>,
    pub minimum_supported_windows_release: Option<String>,
    pub msi_information: Option<Win32LobAppMsiInformation>,
    pub return_codes: Option<Vec<Win32LobAppReturnCode>>,
    pub rules: Option<Vec<Win32LobAppRule>>,
    pub setup_file_path: Option<String>,
    pub uninstall_command_line: Option<String>,
    pub minimum_supported_operating_system: Option<WindowsMinimumOperatingSystem>,
    pub detection_rules: Option<Vec<Win32LobAppRegistryDetection>>,
    pub requirement_rules: Option<Vec<Win32LobAppRegistryRequirement>>,
    pub display_version: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.androidLobApp", collection = "deviceAppManagement/mobileApps")]
pub struct AndroidLobApp {
    #[graph(base)]
    pub base: MobileLobApp,
    pub minimum_supported_operating_system: Option<AndroidMinimumOperatingSystem>,
    pub package_id: Option<String>,
    pub version_code: Option<String>,
    pub version_name: Option<String>,
    pub identity_name: Option<String>,
    pub identity_version: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.windowsUniversalAppX", collection = "deviceAppManagement/mobileApps")]
pub struct WindowsUniversalAppX {
    #[graph(base)]
    pub base: MobileLobApp,
    pub applicable_architectures: Option<Flags<WindowsArchitecture>>,
    pub applicable_device_types: Option<Flags<WindowsDeviceType>>,
    pub identity_name: Option<String>,
    pub identity_publisher_hash: Option<String>,
    pub identity_resource_identifier: Option<String>,
    pub identity_version: Option<String>,
    pub is_bundle: Option<bool>,
    pub minimum_supported_operating_system: Option<WindowsMinimumOperatingSystem>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.iosVppApp", collection = "deviceAppManagement/mobileApps")]
pub struct IosVppApp {
    #[graph(base)]
    pub base: MobileApp,
    pub applicable_device_type: Option<IosDeviceType>,
    pub app_store_url: Option<String>,
    pub bundle_id: Option<String>,
    pub licensing_type: Option<VppLicensingType>,
    pub release_date_time: Option<DateTimeOffset>,
    pub total_license_count: Option<i32>,
    pub used_license_count: Option<i32>,
    pub vpp_token_account_type: Option<VppTokenAccountType>,
    pub vpp_token_apple_id: Option<String>,
    pub vpp_token_organization_name: Option<String>,
    pub vpp_token_id: Option<String>,
    pub revoke_license_action_results: Option<Vec<IosVppAppRevokeLicensesActionResult>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.managedAndroidStoreApp", collection = "deviceAppManagement/mobileApps")]
pub struct ManagedAndroidStoreApp {
    #[graph(base)]
    pub base: MobileApp,
    pub app_availability: Option<ManagedAppAvailability>,
    pub version: Option<String>,
    pub app_store_url: Option<String>,
    pub minimum_supported_operating_system: Option<AndroidMinimumOperatingSystem>,
    pub package_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.mobileLobApp", abstract)]
pub struct MobileLobApp {
    #[graph(base)]
    pub base: MobileApp,
    pub committed_content_version: Option<String>,
    pub file_name: Option<String>,
    pub size: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.mobileApp", abstract)]
pub struct MobileApp {
    #[graph(key, read_only)]
    pub id: Option<String>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub description: Option<String>,
    pub developer: Option<String>,
    pub display_name: Option<String>,
    pub information_url: Option<String>,
    pub is_featured: Option<bool>,
    pub large_icon: Option<MimeContent>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    pub notes: Option<String>,
    pub owner: Option<String>,
    pub privacy_information_url: Option<String>,
    pub publisher: Option<String>,
    pub publishing_state: Option<MobileAppPublishingState>,
    pub upload_state: Option<i32>,
    pub is_assigned: Option<bool>,
    pub role_scope_tag_ids: Option<Vec<String>>,
    pub dependent_app_count: Option<i32>,
    pub superseding_app_count: Option<i32>,
    pub superseded_app_count: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.mimeContent")]
pub struct MimeContent {
    pub r#type: Option<String>,
    pub value: Option<Binary>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.win32LobAppInstallExperience")]
pub struct Win32LobAppInstallExperience {
    pub device_restart_behavior: Option<Win32LobAppRestartBehavior>,
    pub run_as_account: Option<RunAsAccountType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.win32LobAppMsiInformation")]
pub struct Win32LobAppMsiInformation {
    pub package_type: Option<Win32LobAppMsiPackageType>,
    pub product_code: Option<String>,
    pub product_name: Option<String>,
    pub product_version: Option<String>,
    pub publisher: Option<String>,
    pub requires_reboot: Option<bool>,
    pub upgrade_code: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.win32LobAppReturnCode")]
pub struct Win32LobAppReturnCode {
    pub return_code: Option<i32>,
    pub r#type: Option<Win32LobAppReturnCodeType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.win32LobAppRule")]
pub enum Win32LobAppRule {
    Registry(Box<Win32LobAppRegistryRule>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.win32LobAppRegistryRule")]
pub struct Win32LobAppRegistryRule {
    pub rule_type: Option<Win32LobAppRuleType>,
    pub check32_bit_on64_system: Option<bool>,
    pub comparison_value: Option<String>,
    pub key_path: Option<String>,
    pub operation_type: Option<Win32LobAppRegistryRuleOperationType>,
    pub operator: Option<Win32LobAppRuleOperator>,
    pub value_name: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.windowsMinimumOperatingSystem")]
pub struct WindowsMinimumOperatingSystem {
    #[graph(rename = "v10_0")]
    pub v10_0: Option<bool>,
    #[graph(rename = "v8_0")]
    pub v8_0: Option<bool>,
    #[graph(rename = "v8_1")]
    pub v8_1: Option<bool>,
    #[graph(rename = "v10_1607")]
    pub v10_1607: Option<bool>,
    #[graph(rename = "v10_1703")]
    pub v10_1703: Option<bool>,
    #[graph(rename = "v10_1709")]
    pub v10_1709: Option<bool>,
    #[graph(rename = "v10_1803")]
    pub v10_1803: Option<bool>,
    #[graph(rename = "v10_1809")]
    pub v10_1809: Option<bool>,
    #[graph(rename = "v10_1903")]
    pub v10_1903: Option<bool>,
    #[graph(rename = "v10_1909")]
    pub v10_1909: Option<bool>,
    #[graph(rename = "v10_2004")]
    pub v10_2004: Option<bool>,
    #[graph(rename = "v10_2H20")]
    pub v10_2_h20: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.win32LobAppRegistryDetection")]
pub struct Win32LobAppRegistryDetection {
    pub check32_bit_on64_system: Option<bool>,
    pub key_path: Option<String>,
    pub value_name: Option<String>,
    pub detection_type: Option<Win32LobAppRegistryDetectionType>,
    pub operator: Option<Win32LobAppDetectionOperator>,
    pub detection_value: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.win32LobAppRegistryRequirement")]
pub struct Win32LobAppRegistryRequirement {
    pub operator: Option<Win32LobAppDetectionOperator>,
    pub detection_value: Option<String>,
    pub check32_bit_on64_system: Option<bool>,
    pub key_path: Option<String>,
    pub value_name: Option<String>,
    pub detection_type: Option<Win32LobAppRegistryDetectionType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.androidMinimumOperatingSystem")]
pub struct AndroidMinimumOperatingSystem {
    #[graph(rename = "v10_0")]
    pub v10_0: Option<bool>,
    #[graph(rename = "v11_0")]
    pub v11_0: Option<bool>,
    #[graph(rename = "v4_0")]
    pub v4_0: Option<bool>,
    #[graph(rename = "v4_0_3")]
    pub v4_0_3: Option<bool>,
    #[graph(rename = "v4_1")]
    pub v4_1: Option<bool>,
    #[graph(rename = "v4_2")]
    pub v4_2: Option<bool>,
    #[graph(rename = "v4_3")]
    pub v4_3: Option<bool>,
    #[graph(rename = "v4_4")]
    pub v4_4: Option<bool>,
    #[graph(rename = "v5_0")]
    pub v5_0: Option<bool>,
    #[graph(rename = "v5_1")]
    pub v5_1: Option<bool>,
    #[graph(rename = "v6_0")]
    pub v6_0: Option<bool>,
    #[graph(rename = "v7_0")]
    pub v7_0: Option<bool>,
    #[graph(rename = "v7_1")]
    pub v7_1: Option<bool>,
    #[graph(rename = "v8_0")]
    pub v8_0: Option<bool>,
    #[graph(rename = "v8_1")]
    pub v8_1: Option<bool>,
    #[graph(rename = "v9_0")]
    pub v9_0: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.iosDeviceType")]
pub struct IosDeviceType {
    pub i_pad: Option<bool>,
    pub i_phone_and_i_pod: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.vppLicensingType")]
pub struct VppLicensingType {
    pub supports_device_licensing: Option<bool>,
    pub supports_user_licensing: Option<bool>,
    pub support_user_licensing: Option<bool>,
    pub support_device_licensing: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.iosVppAppRevokeLicensesActionResult")]
pub struct IosVppAppRevokeLicensesActionResult {
    pub user_id: Option<String>,
    pub managed_device_id: Option<String>,
    pub total_licenses_count: Option<i32>,
    pub failed_licenses_count: Option<i32>,
    pub action_failure_reason: Option<VppTokenActionFailureReason>,
    pub action_name: Option<String>,
    pub action_state: Option<ActionState>,
    pub start_date_time: Option<DateTimeOffset>,
    pub last_updated_date_time: Option<DateTimeOffset>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.mobileAppPublishingState")]
pub enum MobileAppPublishingState {
    NotPublished,
    Processing,
    Published,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.windowsArchitecture", flags)]
pub enum WindowsArchitecture {
    None,
    X86,
    X64,
    Arm,
    Neutral,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.win32LobAppRestartBehavior")]
pub enum Win32LobAppRestartBehavior {
    BasedOnReturnCode,
    Allow,
    Suppress,
    Force,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.runAsAccountType")]
pub enum RunAsAccountType {
    System,
    User,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.win32LobAppMsiPackageType")]
pub enum Win32LobAppMsiPackageType {
    PerMachine,
    PerUser,
    DualPurpose,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.win32LobAppReturnCodeType")]
pub enum Win32LobAppReturnCodeType {
    Failed,
    Success,
    SoftReboot,
    HardReboot,
    Retry,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.win32LobAppRuleType")]
pub enum Win32LobAppRuleType {
    Detection,
    Requirement,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.win32LobAppRegistryRuleOperationType")]
pub enum Win32LobAppRegistryRuleOperationType {
    NotConfigured,
    Exists,
    DoesNotExist,
    String,
    Integer,
    Version,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.win32LobAppRuleOperator")]
pub enum Win32LobAppRuleOperator {
    NotConfigured,
    Equal,
    NotEqual,
    GreaterThan,
    GreaterThanOrEqual,
    LessThan,
    LessThanOrEqual,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.win32LobAppRegistryDetectionType")]
pub enum Win32LobAppRegistryDetectionType {
    NotConfigured,
    Exists,
    DoesNotExist,
    String,
    Integer,
    Version,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.win32LobAppDetectionOperator")]
pub enum Win32LobAppDetectionOperator {
    NotConfigured,
    Equal,
    NotEqual,
    GreaterThan,
    GreaterThanOrEqual,
    LessThan,
    LessThanOrEqual,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.windowsDeviceType", flags)]
pub enum WindowsDeviceType {
    None,
    Desktop,
    Mobile,
    Holographic,
    Team,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.vppTokenAccountType")]
pub enum VppTokenAccountType {
    Business,
    Education,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.vppTokenActionFailureReason")]
pub enum VppTokenActionFailureReason {
    None,
    AppleFailure,
    InternalError,
    ExpiredVppToken,
    ExpiredApplePushNotificationCertificate,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.managedAppAvailability")]
pub enum ManagedAppAvailability {
    Global,
    LineOfBusiness,
    #[graph(unrecognized)]
    Unrecognized(String),
}
