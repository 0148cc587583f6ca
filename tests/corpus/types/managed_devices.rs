//! Intune: managed devices and the audit log.

use graph_entity::edm::{DateTimeOffset, Guid};
use graph_entity::{Extra, Flags, GraphComplex, GraphEntity, GraphEnum};

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.managedDevice",
    collection = "deviceManagement/managedDevices",
    collection = "users/{id}/managedDevices"
)]
pub struct ManagedDevice {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub activation_lock_bypass_code: Option<String>,
    pub android_security_patch_level: Option<String>,
    #[graph(rename = "azureADDeviceId")]
    pub azure_ad_device_id: Option<String>,
    #[graph(rename = "azureADRegistered")]
    pub azure_ad_registered: Option<bool>,
    pub compliance_grace_period_expiration_date_time: Option<DateTimeOffset>,
    pub compliance_state: Option<ComplianceState>,
    pub configuration_manager_client_enabled_features: Option<ConfigurationManagerClientEnabledFeatures>,
    pub device_action_results: Option<Vec<DeviceActionResult>>,
    pub device_category_display_name: Option<String>,
    pub device_enrollment_type: Option<DeviceEnrollmentType>,
    pub device_health_attestation_state: Option<DeviceHealthAttestationState>,
    pub device_name: Option<String>,
    pub device_registration_state: Option<DeviceRegistrationState>,
    pub eas_activated: Option<bool>,
    pub eas_activation_date_time: Option<DateTimeOffset>,
    pub eas_device_id: Option<String>,
    pub email_address: Option<String>,
    pub enrolled_date_time: Option<DateTimeOffset>,
    pub ethernet_mac_address: Option<String>,
    pub exchange_access_state: Option<DeviceManagementExchangeAccessState>,
    pub exchange_access_state_reason: Option<DeviceManagementExchangeAccessStateReason>,
    pub exchange_last_successful_sync_date_time: Option<DateTimeOffset>,
    pub free_storage_space_in_bytes: Option<i64>,
    pub iccid: Option<String>,
    pub imei: Option<String>,
    pub is_encrypted: Option<bool>,
    pub is_supervised: Option<bool>,
    pub jail_broken: Option<String>,
    pub last_sync_date_time: Option<DateTimeOffset>,
    pub managed_device_name: Option<String>,
    pub managed_device_owner_type: Option<ManagedDeviceOwnerType>,
    pub management_agent: Option<ManagementAgentType>,
    pub management_certificate_expiration_date: Option<DateTimeOffset>,
    pub management_state: Option<ManagementState>,
    pub manufacturer: Option<String>,
    pub meid: Option<String>,
    pub model: Option<String>,
    pub notes: Option<String>,
    pub operating_system: Option<String>,
    pub os_version: Option<String>,
    pub partner_reported_threat_state: Option<ManagedDevicePartnerReportedHealthState>,
    pub phone_number: Option<String>,
    pub physical_memory_in_bytes: Option<i64>,
    pub remote_assistance_session_error_details: Option<String>,
    pub remote_assistance_session_url: Option<String>,
    pub require_user_enrollment_approval: Option<bool>,
    pub serial_number: Option<String>,
    pub subscriber_carrier: Option<String>,
    pub total_storage_space_in_bytes: Option<i64>,
    pub udid: Option<String>,
    pub user_display_name: Option<String>,
    pub user_id: Option<String>,
    pub user_principal_name: Option<String>,
    pub wi_fi_mac_address: Option<String>,
    pub hardware_information: Option<HardwareInformation>,
    pub owner_type: Option<OwnerType>,
    pub chassis_type: Option<ChassisType>,
    pub device_type: Option<DeviceType>,
    pub aad_registered: Option<bool>,
    pub lost_mode_state: Option<LostModeState>,
    pub azure_active_directory_device_id: Option<String>,
    pub retire_after_date_time: Option<DateTimeOffset>,
    pub users_logged_on: Option<Vec<LoggedOnUser>>,
    pub prefer_mdm_over_group_policy_applied_date_time: Option<DateTimeOffset>,
    pub autopilot_enrolled: Option<bool>,
    pub role_scope_tag_ids: Option<Vec<String>>,
    pub windows_active_malware_count: Option<i32>,
    pub windows_remediated_malware_count: Option<i32>,
    pub configuration_manager_client_health_state: Option<ConfigurationManagerClientHealthState>,
    pub configuration_manager_client_information: Option<ConfigurationManagerClientInformation>,
    pub processor_architecture: Option<ManagedDeviceArchitecture>,
    pub specification_version: Option<String>,
    pub join_type: Option<JoinType>,
    pub sku_family: Option<String>,
    pub sku_number: Option<i32>,
    pub management_features: Option<Flags<ManagedDeviceManagementFeatures>>,
    #[graph(rename = "chromeOSDeviceInfo")]
    pub chrome_os_device_info: Option<Vec<ChromeOSDeviceProperty>>,
    pub remote_assistance_session_error_string: Option<String>,
    pub is_autopilot_enrolled: Option<bool>,
    pub request_user_enrollment_approval: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.auditEvent", collection = "deviceManagement/auditEvents")]
pub struct AuditEvent {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub activity: Option<String>,
    pub activity_date_time: Option<DateTimeOffset>,
    pub activity_operation_type: Option<String>,
    pub activity_result: Option<String>,
    pub activity_type: Option<String>,
    pub actor: Option<AuditActor>,
    pub category: Option<String>,
    pub component_name: Option<String>,
    pub correlation_id: Option<Guid>,
    pub display_name: Option<String>,
    pub resources: Option<Vec<AuditResource>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.configurationManagerClientEnabledFeatures")]
pub struct ConfigurationManagerClientEnabledFeatures {
    pub compliance_policy: Option<bool>,
    pub device_configuration: Option<bool>,
    pub inventory: Option<bool>,
    pub modern_apps: Option<bool>,
    pub resource_access: Option<bool>,
    pub windows_update_for_business: Option<bool>,
    pub endpoint_protection: Option<bool>,
    pub office_apps: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.deviceActionResult")]
pub struct DeviceActionResult {
    pub action_name: Option<String>,
    pub action_state: Option<ActionState>,
    pub last_updated_date_time: Option<DateTimeOffset>,
    pub start_date_time: Option<DateTimeOffset>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.deviceHealthAttestationState")]
pub struct DeviceHealthAttestationState {
    pub attestation_identity_key: Option<String>,
    pub bit_locker_status: Option<String>,
    pub boot_app_security_version: Option<String>,
    pub boot_debugging: Option<String>,
    pub boot_manager_security_version: Option<String>,
    pub boot_manager_version: Option<String>,
    pub boot_revision_list_info: Option<String>,
    pub code_integrity: Option<String>,
    pub code_integrity_check_version: Option<String>,
    pub code_integrity_policy: Option<String>,
    pub content_namespace_url: Option<String>,
    pub content_version: Option<String>,
    pub data_excution_policy: Option<String>,
    pub device_health_attestation_status: Option<String>,
    pub early_launch_anti_malware_driver_protection: Option<String>,
    pub health_attestation_supported_status: Option<String>,
    pub health_status_mismatch_info: Option<String>,
    pub issued_date_time: Option<DateTimeOffset>,
    pub last_update_date_time: Option<String>,
    pub operating_system_kernel_debugging: Option<String>,
    pub operating_system_rev_list_info: Option<String>,
    pub pcr0: Option<String>,
    pub pcr_hash_algorithm: Option<String>,
    pub reset_count: Option<i64>,
    pub restart_count: Option<i64>,
    pub safe_mode: Option<String>,
    pub secure_boot: Option<String>,
    pub secure_boot_configuration_policy_finger_print: Option<String>,
    pub test_signing: Option<String>,
    pub tpm_version: Option<String>,
    pub virtual_secure_mode: Option<String>,
    #[graph(rename = "windowsPE")]
    pub windows_pe: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.hardwareInformation")]
pub struct HardwareInformation {
    pub serial_number: Option<String>,
    pub total_storage_space: Option<i32>,
    pub free_storage_space: Option<i32>,
    pub imei: Option<String>,
    pub meid: Option<String>,
    pub manufacturer: Option<String>,
    pub model: Option<String>,
    pub phone_number: Option<String>,
    pub subscriber_carrier: Option<String>,
    pub cellular_technology: Option<String>,
    pub wifi_mac: Option<String>,
    pub operating_system_language: Option<String>,
    pub is_supervised: Option<bool>,
    pub is_encrypted: Option<bool>,
    pub battery_serial_number: Option<String>,
    pub battery_health_percentage: Option<i32>,
    pub battery_charge_cycles: Option<i32>,
    pub is_shared_device: Option<bool>,
    pub shared_device_cached_users: Option<Vec<SharedAppleDeviceUser>>,
    pub tpm_specification_version: Option<String>,
    pub operating_system_edition: Option<String>,
    pub device_full_qualified_domain_name: Option<String>,
    pub device_guard_virtualization_based_security_hardware_requirement_state: Option<Flags<HardwareRequirementState>>,
    pub device_guard_virtualization_based_security_state: Option<VirtualizationBasedSecurityState>,
    pub device_guard_local_system_authority_credential_guard_state: Option<CredentialGuardState>,
    pub os_build_number: Option<String>,
    pub operating_system_product_type: Option<i32>,
    pub ip_address_v4: Option<String>,
    pub subnet_address: Option<String>,
    pub esim_identifier: Option<String>,
    #[graph(rename = "systemManagementBIOSVersion")]
    pub system_management_bios_version: Option<String>,
    pub tpm_manufacturer: Option<String>,
    pub tpm_version: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.sharedAppleDeviceUser")]
pub struct SharedAppleDeviceUser {
    pub user_principal_name: Option<String>,
    pub data_to_sync: Option<bool>,
    pub data_quota: Option<i32>,
    pub data_used: Option<i32>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.loggedOnUser")]
pub struct LoggedOnUser {
    pub user_id: Option<String>,
    pub last_log_on_date_time: Option<DateTimeOffset>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.configurationManagerClientHealthState")]
pub struct ConfigurationManagerClientHealthState {
    pub state: Option<ConfigurationManagerClientState>,
    pub error_code: Option<i32>,
    pub last_sync_date_time: Option<DateTimeOffset>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.configurationManagerClientInformation")]
pub struct ConfigurationManagerClientInformation {
    pub client_identifier: Option<String>,
    pub is_blocked: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.chromeOSDeviceProperty")]
pub struct ChromeOSDeviceProperty {
    pub name: Option<String>,
    pub value: Option<String>,
    pub value_type: Option<String>,
    pub updatable: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.auditActor")]
pub struct AuditActor {
    pub application_display_name: Option<String>,
    pub application_id: Option<String>,
    pub ip_address: Option<String>,
    pub service_principal_name: Option<String>,
    pub user_id: Option<String>,
    pub user_permissions: Option<Vec<String>>,
    pub user_principal_name: Option<String>,
    pub r#type: Option<String>,
    pub user_role_scope_tags: Option<Vec<RoleScopeTagInfo>>,
    pub remote_tenant_id: Option<String>,
    pub remote_user_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.roleScopeTagInfo")]
pub struct RoleScopeTagInfo {
    pub display_name: Option<String>,
    pub role_scope_tag_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.auditResource")]
pub struct AuditResource {
    pub display_name: Option<String>,
    pub modified_properties: Option<Vec<AuditProperty>>,
    pub resource_id: Option<String>,
    pub r#type: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.auditProperty")]
pub struct AuditProperty {
    pub display_name: Option<String>,
    pub new_value: Option<String>,
    pub old_value: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.complianceState")]
pub enum ComplianceState {
    Unknown,
    Compliant,
    Noncompliant,
    Conflict,
    Error,
    InGracePeriod,
    ConfigManager,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.actionState")]
pub enum ActionState {
    None,
    Pending,
    Canceled,
    Active,
    Done,
    Failed,
    NotSupported,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.deviceEnrollmentType")]
pub enum DeviceEnrollmentType {
    Unknown,
    UserEnrollment,
    DeviceEnrollmentManager,
    AppleBulkWithUser,
    AppleBulkWithoutUser,
    WindowsAzureADJoin,
    WindowsBulkUserless,
    WindowsAutoEnrollment,
    WindowsBulkAzureDomainJoin,
    WindowsCoManagement,
    WindowsAzureADJoinUsingDeviceAuth,
    AppleUserEnrollment,
    AppleUserEnrollmentWithServiceAccount,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.deviceRegistrationState")]
pub enum DeviceRegistrationState {
    NotRegistered,
    Registered,
    Revoked,
    KeyConflict,
    ApprovalPending,
    CertificateReset,
    NotRegisteredPendingEnrollment,
    Unknown,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.deviceManagementExchangeAccessState")]
pub enum DeviceManagementExchangeAccessState {
    None,
    Unknown,
    Allowed,
    Blocked,
    Quarantined,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.deviceManagementExchangeAccessStateReason")]
pub enum DeviceManagementExchangeAccessStateReason {
    None,
    Unknown,
    ExchangeGlobalRule,
    ExchangeIndividualRule,
    ExchangeDeviceRule,
    ExchangeUpgrade,
    ExchangeMailboxPolicy,
    Other,
    Compliant,
    NotCompliant,
    NotEnrolled,
    UnknownLocation,
    MfaRequired,
    AzureADBlockDueToAccessPolicy,
    CompromisedPassword,
    DeviceNotKnownWithManagedApp,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.managedDeviceOwnerType")]
pub enum ManagedDeviceOwnerType {
    Unknown,
    Company,
    Personal,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.managementAgentType")]
pub enum ManagementAgentType {
    Eas,
    Mdm,
    EasMdm,
    IntuneClient,
    EasIntuneClient,
    ConfigurationManagerClient,
    ConfigurationManagerClientMdm,
    ConfigurationManagerClientMdmEas,
    Unknown,
    Jamf,
    GoogleCloudDevicePolicyController,
    Microsoft365ManagedMdm,
    MsSense,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.managementState")]
pub enum ManagementState {
    Managed,
    RetirePending,
    RetireFailed,
    WipePending,
    WipeFailed,
    Unhealthy,
    DeletePending,
    RetireIssued,
    WipeIssued,
    WipeCanceled,
    RetireCanceled,
    Discovered,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.managedDevicePartnerReportedHealthState")]
pub enum ManagedDevicePartnerReportedHealthState {
    Unknown,
    Activated,
    Deactivated,
    Secured,
    LowSeverity,
    MediumSeverity,
    HighSeverity,
    Unresponsive,
    Compromised,
    Misconfigured,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.deviceGuardVirtualizationBasedSecurityHardwareRequirementState", flags)]
pub enum HardwareRequirementState {
    MeetHardwareRequirements,
    SecureBootRequired,
    DmaProtectionRequired,
    HyperVNotSupportedForGuestVM,
    HyperVNotAvailable,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.deviceGuardVirtualizationBasedSecurityState")]
pub enum VirtualizationBasedSecurityState {
    Running,
    RebootRequired,
    Require64BitArchitecture,
    NotLicensed,
    NotConfigured,
    DoesNotMeetHardwareRequirements,
    Other,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.deviceGuardLocalSystemAuthorityCredentialGuardState")]
pub enum CredentialGuardState {
    Running,
    RebootRequired,
    NotLicensed,
    NotConfigured,
    VirtualizationBasedSecurityNotRunning,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.ownerType")]
pub enum OwnerType {
    Unknown,
    Company,
    Personal,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.chassisType")]
pub enum ChassisType {
    Unknown,
    Desktop,
    Laptop,
    WorksWorkstation,
    EnterpriseServer,
    Phone,
    Tablet,
    MobileOther,
    MobileUnknown,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.deviceType")]
pub enum DeviceType {
    Desktop,
    WindowsRT,
    WinMO6,
    Nokia,
    WindowsPhone,
    Mac,
    WinCE,
    WinEmbedded,
    IPhone,
    IPad,
    IPod,
    Android,
    ISocConsumer,
    Unix,
    MacMDM,
    HoloLens,
    SurfaceHub,
    AndroidForWork,
    AndroidEnterprise,
    Windows10x,
    Blackberry,
    Palm,
    Unknown,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.lostModeState")]
pub enum LostModeState {
    Disabled,
    Enabled,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.configurationManagerClientState")]
pub enum ConfigurationManagerClientState {
    Unknown,
    Installed,
    Healthy,
    InstallFailed,
    UpdateFailed,
    CommunicationError,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.managedDeviceArchitecture")]
pub enum ManagedDeviceArchitecture {
    Unknown,
    X86,
    X64,
    Arm,
    ArM64,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.joinType")]
pub enum JoinType {
    Unknown,
    AzureADJoined,
    AzureADRegistered,
    HybridAzureADJoined,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.managedDeviceManagementFeatures", flags)]
pub enum ManagedDeviceManagementFeatures {
    None,
    MicrosoftManagedDesktop,
    #[graph(unrecognized)]
    Unrecognized(String),
}
