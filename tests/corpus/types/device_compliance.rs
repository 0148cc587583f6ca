//! Intune: compliance policies and partners.

use graph_entity::edm::DateTimeOffset;
use graph_entity::{Extra, GraphComplex, GraphEntity, GraphEnum};

use super::common::{
    AndroidRequiredPasswordComplexity, AndroidRequiredPasswordType, AppListItem, RequiredPasswordType,
};
use super::device_configuration::AssignmentTarget;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.iosCompliancePolicy", collection = "deviceManagement/deviceCompliancePolicies")]
pub struct IosCompliancePolicy {
    #[graph(base)]
    pub base: DeviceCompliancePolicy,
    pub device_threat_protection_enabled: Option<bool>,
    pub device_threat_protection_required_security_level: Option<DeviceThreatProtectionLevel>,
    pub managed_email_profile_required: Option<bool>,
    pub os_maximum_version: Option<String>,
    pub os_minimum_version: Option<String>,
    pub passcode_block_simple: Option<bool>,
    pub passcode_expiration_days: Option<i32>,
    pub passcode_minimum_character_set_count: Option<i32>,
    pub passcode_minimum_length: Option<i32>,
    pub passcode_minutes_of_inactivity_before_lock: Option<i32>,
    pub passcode_previous_passcode_block_count: Option<i32>,
    pub passcode_required: Option<bool>,
    pub passcode_required_type: Option<RequiredPasswordType>,
    pub security_block_jailbroken_devices: Option<bool>,
    pub passcode_minutes_of_inactivity_before_screen_timeout: Option<i32>,
    pub os_minimum_build_version: Option<String>,
    pub os_maximum_build_version: Option<String>,
    pub advanced_threat_protection_required_security_level: Option<String>,
    pub restricted_apps: Option<Vec<AppListItem>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.deviceComplianceActionItem",
    collection = "deviceManagement/deviceCompliancePolicies/{deviceCompliancePolicyId}/scheduledActionsForRule/{ruleId}/scheduledActionConfigurations"
)]
pub struct DeviceComplianceActionItem {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub action_type: Option<DeviceComplianceActionType>,
    pub grace_period_hours: Option<i32>,
    #[graph(rename = "notificationMessageCCList")]
    pub notification_message_cc_list: Option<Vec<String>>,
    pub notification_template_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.complianceManagementPartner",
    collection = "deviceManagement/complianceManagementPartners"
)]
pub struct ComplianceManagementPartner {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub android_enrollment_assignments: Option<Vec<ComplianceManagementPartnerAssignment>>,
    pub android_onboarded: Option<bool>,
    pub display_name: Option<String>,
    pub ios_enrollment_assignments: Option<Vec<ComplianceManagementPartnerAssignment>>,
    pub ios_onboarded: Option<bool>,
    pub last_heartbeat_date_time: Option<DateTimeOffset>,
    pub mac_os_enrollment_assignments: Option<Vec<ComplianceManagementPartnerAssignment>>,
    pub mac_os_onboarded: Option<bool>,
    pub partner_state: Option<DeviceManagementPartnerTenantState>,
    pub windows_onboarded: Option<bool>,
    pub windows_enrollment_assignments: Option<Vec<ComplianceManagementPartnerAssignment>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.androidCompliancePolicy",
    collection = "deviceManagement/deviceCompliancePolicies"
)]
pub struct AndroidCompliancePolicy {
    #[graph(base)]
    pub base: DeviceCompliancePolicy,
    pub device_threat_protection_enabled: Option<bool>,
    pub device_threat_protection_required_security_level: Option<DeviceThreatProtectionLevel>,
    pub min_android_security_patch_level: Option<String>,
    pub os_maximum_version: Option<String>,
    pub os_minimum_version: Option<String>,
    pub password_expiration_days: Option<i32>,
    pub password_minimum_length: Option<i32>,
    pub password_minutes_of_inactivity_before_lock: Option<i32>,
    pub password_previous_password_block_count: Option<i32>,
    pub password_required: Option<bool>,
    pub password_required_type: Option<AndroidRequiredPasswordType>,
    pub security_block_jailbroken_devices: Option<bool>,
    pub security_disable_usb_debugging: Option<bool>,
    pub security_prevent_install_apps_from_unknown_sources: Option<bool>,
    pub security_require_company_portal_app_integrity: Option<bool>,
    pub security_require_google_play_services: Option<bool>,
    pub security_require_safety_net_attestation_basic_integrity: Option<bool>,
    pub security_require_safety_net_attestation_certified_device: Option<bool>,
    pub security_require_up_to_date_security_providers: Option<bool>,
    pub security_require_verify_apps: Option<bool>,
    pub storage_require_encryption: Option<bool>,
    pub required_password_complexity: Option<AndroidRequiredPasswordComplexity>,
    pub password_sign_in_failure_count_before_factory_reset: Option<i32>,
    pub advanced_threat_protection_required_security_level: Option<String>,
    pub security_block_device_administrator_managed_devices: Option<bool>,
    pub condition_statement_id: Option<String>,
    pub restricted_apps: Option<Vec<AppListItem>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.macOSCompliancePolicy",
    collection = "deviceManagement/deviceCompliancePolicies"
)]
pub struct MacOSCompliancePolicy {
    #[graph(base)]
    pub base: DeviceCompliancePolicy,
    pub device_threat_protection_enabled: Option<bool>,
    pub device_threat_protection_required_security_level: Option<DeviceThreatProtectionLevel>,
    pub firewall_block_all_incoming: Option<bool>,
    pub firewall_enabled: Option<bool>,
    pub firewall_enable_stealth_mode: Option<bool>,
    pub os_maximum_version: Option<String>,
    pub os_minimum_version: Option<String>,
    pub password_block_simple: Option<bool>,
    pub password_expiration_days: Option<i32>,
    pub password_minimum_character_set_count: Option<i32>,
    pub password_minimum_length: Option<i32>,
    pub password_minutes_of_inactivity_before_lock: Option<i32>,
    pub password_previous_password_block_count: Option<i32>,
    pub password_required: Option<bool>,
    pub password_required_type: Option<RequiredPasswordType>,
    pub storage_require_encryption: Option<bool>,
    pub system_integrity_protection_enabled: Option<bool>,
    pub os_minimum_build_version: Option<String>,
    pub os_maximum_build_version: Option<String>,
    pub advanced_threat_protection_required_security_level: Option<String>,
    pub gatekeeper_allowed_app_source: Option<MacOsGatekeeperAppSources>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.deviceCompliancePolicy", abstract)]
pub struct DeviceCompliancePolicy {
    #[graph(key, read_only)]
    pub id: Option<String>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    pub version: Option<i32>,
    pub role_scope_tag_ids: Option<Vec<String>>,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.complianceManagementPartnerAssignment")]
pub struct ComplianceManagementPartnerAssignment {
    pub target_: Option<AssignmentTarget>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.deviceThreatProtectionLevel")]
pub enum DeviceThreatProtectionLevel {
    Unavailable,
    Secured,
    Low,
    Medium,
    High,
    NotSet,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.deviceComplianceActionType")]
pub enum DeviceComplianceActionType {
    NoAction,
    Notification,
    Block,
    Retire,
    Wipe,
    RemoveResourceAccessProfiles,
    PushNotification,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.deviceManagementPartnerTenantState")]
pub enum DeviceManagementPartnerTenantState {
    Unknown,
    Unavailable,
    Enabled,
    Terminated,
    Rejected,
    Unresponsive,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.macOSGatekeeperAppSources")]
pub enum MacOsGatekeeperAppSources {
    NotConfigured,
    MacAppStore,
    MacAppStoreAndIdentifiedDevelopers,
    Anywhere,
    #[graph(unrecognized)]
    Unrecognized(String),
}
