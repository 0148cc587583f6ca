//! Intune: app protection policies.

use graph_entity::edm::{Binary, DateTimeOffset, Duration, Guid};
use graph_entity::{Extra, Flags, GraphComplex, GraphEntity, GraphEnum, Unrecognized};

use super::conditional_access::IpRange;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.iosManagedAppProtection",
    collection = "deviceAppManagement/iosManagedAppProtections"
)]
pub struct IosManagedAppProtection {
    #[graph(base)]
    pub base: TargetedManagedAppProtection,
    pub app_data_encryption_type: Option<ManagedAppDataEncryptionType>,
    pub custom_browser_protocol: Option<String>,
    pub deployed_app_count: Option<i32>,
    pub face_id_blocked: Option<bool>,
    pub minimum_required_sdk_version: Option<String>,
    pub minimum_wipe_os_version: Option<String>,
    pub minimum_wipe_app_version: Option<String>,
    pub app_action_if_device_compliance_required: Option<ManagedAppRemediationAction>,
    pub app_action_if_maximum_pin_retries_exceeded: Option<ManagedAppRemediationAction>,
    pub pin_required_instead_of_biometric_timeout: Option<Duration>,
    pub allowed_outbound_clipboard_sharing_exception_length: Option<i32>,
    pub notification_restriction: Option<ManagedAppNotificationRestriction>,
    pub targeted_app_management_levels: Option<Flags<AppManagementLevel>>,
    pub exempted_app_protocols: Option<Vec<KeyValuePair>>,
    pub minimum_wipe_sdk_version: Option<String>,
    pub allowed_ios_device_models: Option<String>,
    pub app_action_if_ios_device_model_not_allowed: Option<ManagedAppRemediationAction>,
    pub filter_open_in_to_only_managed_apps: Option<bool>,
    pub disable_protection_of_managed_outbound_open_in_data: Option<bool>,
    pub protect_inbound_data_from_unknown_sources: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.windowsInformationProtectionPolicy",
    collection = "deviceAppManagement/windowsInformationProtectionPolicies"
)]
pub struct WindowsInformationProtectionPolicy {
    #[graph(base)]
    pub base: WindowsInformationProtection,
    pub days_without_contact_before_unenroll: Option<i32>,
    pub mdm_enrollment_url: Option<String>,
    pub minutes_of_inactivity_before_device_lock: Option<i32>,
    pub number_of_past_pins_remembered: Option<i32>,
    pub password_maximum_attempt_count: Option<i32>,
    pub pin_expiration_days: Option<i32>,
    pub pin_lowercase_letters: Option<WindowsInformationProtectionPinCharacterRequirements>,
    pub pin_minimum_length: Option<i32>,
    pub pin_special_characters: Option<WindowsInformationProtectionPinCharacterRequirements>,
    pub pin_uppercase_letters: Option<WindowsInformationProtectionPinCharacterRequirements>,
    pub revoke_on_mdm_handoff_disabled: Option<bool>,
    pub windows_hello_for_business_blocked: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.androidManagedAppProtection",
    collection = "deviceAppManagement/androidManagedAppProtections"
)]
pub struct AndroidManagedAppProtection {
    #[graph(base)]
    pub base: TargetedManagedAppProtection,
    pub custom_browser_display_name: Option<String>,
    pub custom_browser_package_id: Option<String>,
    pub deployed_app_count: Option<i32>,
    pub disable_app_encryption_if_device_encryption_is_enabled: Option<bool>,
    pub encrypt_app_data: Option<bool>,
    pub minimum_required_patch_version: Option<String>,
    pub minimum_warning_patch_version: Option<String>,
    pub screen_capture_blocked: Option<bool>,
    pub minimum_wipe_os_version: Option<String>,
    pub minimum_wipe_app_version: Option<String>,
    pub app_action_if_device_compliance_required: Option<ManagedAppRemediationAction>,
    pub app_action_if_maximum_pin_retries_exceeded: Option<ManagedAppRemediationAction>,
    pub pin_required_instead_of_biometric_timeout: Option<Duration>,
    pub allowed_outbound_clipboard_sharing_exception_length: Option<i32>,
    pub notification_restriction: Option<ManagedAppNotificationRestriction>,
    pub targeted_app_management_levels: Option<Flags<AppManagementLevel>>,
    pub exempted_app_packages: Option<Vec<KeyValuePair>>,
    pub minimum_wipe_patch_version: Option<String>,
    pub allowed_android_device_manufacturers: Option<String>,
    pub app_action_if_android_device_manufacturer_not_allowed: Option<ManagedAppRemediationAction>,
    pub required_android_safety_net_device_attestation_type: Option<SafetyNetAttestationType>,
    pub app_action_if_android_safety_net_device_attestation_failed: Option<ManagedAppRemediationAction>,
    pub required_android_safety_net_apps_verification_type: Option<SafetyNetVerificationType>,
    pub app_action_if_android_safety_net_apps_verification_failed: Option<ManagedAppRemediationAction>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.targetedManagedAppProtection", abstract)]
pub struct TargetedManagedAppProtection {
    #[graph(base)]
    pub base: ManagedAppProtection,
    pub is_assigned: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.managedAppProtection", abstract)]
pub struct ManagedAppProtection {
    #[graph(base)]
    pub base: ManagedAppPolicy,
    pub allowed_data_storage_locations: Option<Vec<ManagedAppDataStorageLocation>>,
    pub allowed_inbound_data_transfer_sources: Option<ManagedAppDataTransferLevel>,
    pub allowed_outbound_clipboard_sharing_level: Option<ManagedAppClipboardSharingLevel>,
    pub allowed_outbound_data_transfer_destinations: Option<ManagedAppDataTransferLevel>,
    pub contact_sync_blocked: Option<bool>,
    pub data_backup_blocked: Option<bool>,
    pub device_compliance_required: Option<bool>,
    pub disable_app_pin_if_device_pin_is_set: Option<bool>,
    pub fingerprint_blocked: Option<bool>,
    pub managed_browser: Option<Flags<ManagedBrowserType>>,
    pub managed_browser_to_open_links_required: Option<bool>,
    pub maximum_pin_retries: Option<i32>,
    pub minimum_pin_length: Option<i32>,
    pub minimum_required_app_version: Option<String>,
    pub minimum_required_os_version: Option<String>,
    pub minimum_warning_app_version: Option<String>,
    pub minimum_warning_os_version: Option<String>,
    pub organizational_credentials_required: Option<bool>,
    pub period_before_pin_reset: Option<Duration>,
    pub period_offline_before_access_check: Option<Duration>,
    pub period_offline_before_wipe_is_enforced: Option<Duration>,
    pub period_online_before_access_check: Option<Duration>,
    pub pin_character_set: Option<ManagedAppPinCharacterSet>,
    pub pin_required: Option<bool>,
    pub print_blocked: Option<bool>,
    pub save_as_blocked: Option<bool>,
    pub simple_pin_blocked: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.managedAppPolicy", abstract)]
pub struct ManagedAppPolicy {
    #[graph(key, read_only)]
    pub id: Option<String>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    pub version: Option<String>,
    pub role_scope_tag_ids: Option<Vec<String>>,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.keyValuePair")]
pub struct KeyValuePair {
    pub name: Option<String>,
    pub value: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.windowsInformationProtection", abstract)]
pub struct WindowsInformationProtection {
    #[graph(base)]
    pub base: ManagedAppPolicy,
    pub azure_rights_management_services_allowed: Option<bool>,
    pub data_recovery_certificate: Option<WindowsInformationProtectionDataRecoveryCertificate>,
    pub enforcement_level: Option<WindowsInformationProtectionEnforcementLevel>,
    pub enterprise_domain: Option<String>,
    pub enterprise_internal_proxy_servers: Option<Vec<WindowsInformationProtectionResourceCollection>>,
    #[graph(rename = "enterpriseIPRanges")]
    pub enterprise_ip_ranges: Option<Vec<WindowsInformationProtectionIPRangeCollection>>,
    #[graph(rename = "enterpriseIPRangesAreAuthoritative")]
    pub enterprise_ip_ranges_are_authoritative: Option<bool>,
    pub enterprise_network_domain_names: Option<Vec<WindowsInformationProtectionResourceCollection>>,
    pub enterprise_protected_domain_names: Option<Vec<WindowsInformationProtectionResourceCollection>>,
    pub enterprise_proxied_domains: Option<Vec<WindowsInformationProtectionProxiedDomainCollection>>,
    pub enterprise_proxy_servers: Option<Vec<WindowsInformationProtectionResourceCollection>>,
    pub enterprise_proxy_servers_are_authoritative: Option<bool>,
    pub exempt_apps: Option<Vec<WindowsInformationProtectionApp>>,
    pub icons_visible: Option<bool>,
    pub indexing_encrypted_stores_or_items_blocked: Option<bool>,
    pub is_assigned: Option<bool>,
    pub neutral_domain_resources: Option<Vec<WindowsInformationProtectionResourceCollection>>,
    pub protected_apps: Option<Vec<WindowsInformationProtectionApp>>,
    pub protection_under_lock_config_required: Option<bool>,
    pub revoke_on_unenroll_disabled: Option<bool>,
    pub rights_management_services_template_id: Option<Guid>,
    pub smb_auto_encrypted_file_extensions: Option<Vec<WindowsInformationProtectionResourceCollection>>,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.windowsInformationProtectionDataRecoveryCertificate")]
pub struct WindowsInformationProtectionDataRecoveryCertificate {
    pub certificate: Option<Binary>,
    pub description: Option<String>,
    pub expiration_date_time: Option<DateTimeOffset>,
    pub subject_name: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.windowsInformationProtectionResourceCollection")]
pub struct WindowsInformationProtectionResourceCollection {
    pub display_name: Option<String>,
    pub resources: Option<Vec<String>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.windowsInformationProtectionIPRangeCollection")]
pub struct WindowsInformationProtectionIPRangeCollection {
    pub display_name: Option<String>,
    pub ranges: Option<Vec<IpRange>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.windowsInformationProtectionProxiedDomainCollection")]
pub struct WindowsInformationProtectionProxiedDomainCollection {
    pub display_name: Option<String>,
    pub proxied_domains: Option<Vec<ProxiedDomain>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.proxiedDomain")]
pub struct ProxiedDomain {
    #[graph(rename = "ipAddressOrFQDN")]
    pub ip_address_or_fqdn: Option<String>,
    pub proxy: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.windowsInformationProtectionApp")]
pub enum WindowsInformationProtectionApp {
    Store(Box<WindowsInformationProtectionStoreApp>),
    Desktop(Box<WindowsInformationProtectionDesktopApp>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.windowsInformationProtectionApp", abstract)]
pub struct WindowsInformationProtectionAppBase {
    pub denied: Option<bool>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub product_name: Option<String>,
    pub publisher_name: Option<String>,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.windowsInformationProtectionStoreApp")]
pub struct WindowsInformationProtectionStoreApp {
    #[graph(base)]
    pub base: WindowsInformationProtectionAppBase,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.windowsInformationProtectionDesktopApp")]
pub struct WindowsInformationProtectionDesktopApp {
    #[graph(base)]
    pub base: WindowsInformationProtectionAppBase,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.managedAppDataStorageLocation")]
pub enum ManagedAppDataStorageLocation {
    OneDriveForBusiness,
    SharePoint,
    Box,
    LocalStorage,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.managedAppDataTransferLevel")]
pub enum ManagedAppDataTransferLevel {
    AllApps,
    ManagedApps,
    None,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.managedAppClipboardSharingLevel")]
pub enum ManagedAppClipboardSharingLevel {
    AllApps,
    ManagedAppsWithPasteIn,
    ManagedApps,
    Blocked,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.managedBrowserType", flags)]
pub enum ManagedBrowserType {
    NotConfigured,
    MicrosoftEdge,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.managedAppPinCharacterSet")]
pub enum ManagedAppPinCharacterSet {
    Numeric,
    AlphanumericAndSymbol,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.managedAppDataEncryptionType")]
pub enum ManagedAppDataEncryptionType {
    UseDeviceSettings,
    AfterDeviceRestart,
    WhenDeviceLockedExceptOpenFiles,
    WhenDeviceLocked,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.managedAppRemediationAction")]
pub enum ManagedAppRemediationAction {
    Block,
    Wipe,
    Warn,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.managedAppNotificationRestriction")]
pub enum ManagedAppNotificationRestriction {
    Allow,
    BlockOrganizationalData,
    Block,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.appManagementLevel", flags)]
pub enum AppManagementLevel {
    Unspecified,
    Unmanaged,
    Mdm,
    AndroidEnterprise,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.windowsInformationProtectionEnforcementLevel")]
pub enum WindowsInformationProtectionEnforcementLevel {
    NoProtection,
    EncryptAndAuditOnly,
    EncryptAuditAndPrompt,
    EncryptAuditAndBlock,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.windowsInformationProtectionPinCharacterRequirements")]
pub enum WindowsInformationProtectionPinCharacterRequirements {
    NotAllow,
    RequireAtLeastOne,
    Allow,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.androidManagedAppSafetyNetDeviceAttestationType")]
pub enum SafetyNetAttestationType {
    None,
    BasicIntegrity,
    BasicIntegrityAndDeviceCertification,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.androidManagedAppSafetyNetAppsVerificationType")]
pub enum SafetyNetVerificationType {
    None,
    Enabled,
    #[graph(unrecognized)]
    Unrecognized(String),
}
