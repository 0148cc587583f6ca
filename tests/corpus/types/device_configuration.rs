//! Intune: device configurations.

use graph_entity::edm::DateTimeOffset;
use graph_entity::{Extra, GraphComplex, GraphEntity, GraphEnum, Unrecognized};

use super::common::{
    AndroidRequiredPasswordComplexity, AndroidRequiredPasswordType, AppListItem, RequiredPasswordType,
};

/// The largest type of the corpus.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.iosGeneralDeviceConfiguration",
    collection = "deviceManagement/deviceConfigurations"
)]
pub struct IosGeneralDeviceConfiguration {
    #[graph(base)]
    pub base: DeviceConfiguration,
    pub account_block_modification: Option<bool>,
    pub activation_lock_allow_when_supervised: Option<bool>,
    pub air_drop_blocked: Option<bool>,
    pub air_drop_force_unmanaged_drop_target: Option<bool>,
    pub air_play_force_pairing_password_for_outgoing_requests: Option<bool>,
    pub apple_news_blocked: Option<bool>,
    pub apple_watch_block_pairing: Option<bool>,
    pub apple_watch_force_wrist_detection: Option<bool>,
    pub apps_single_app_mode_list: Option<Vec<AppListItem>>,
    pub app_store_block_automatic_downloads: Option<bool>,
    pub app_store_blocked: Option<bool>,
    pub app_store_block_in_app_purchases: Option<bool>,
    #[graph(rename = "appStoreBlockUIAppInstallation")]
    pub app_store_block_ui_app_installation: Option<bool>,
    pub app_store_require_password: Option<bool>,
    pub apps_visibility_list: Option<Vec<AppListItem>>,
    pub apps_visibility_list_type: Option<AppListType>,
    pub bluetooth_block_modification: Option<bool>,
    pub camera_blocked: Option<bool>,
    pub cellular_block_data_roaming: Option<bool>,
    pub cellular_block_global_background_fetch_while_roaming: Option<bool>,
    pub cellular_block_per_app_data_modification: Option<bool>,
    pub cellular_block_personal_hotspot: Option<bool>,
    pub cellular_block_voice_roaming: Option<bool>,
    pub certificates_block_untrusted_tls_certificates: Option<bool>,
    pub classroom_app_block_remote_screen_observation: Option<bool>,
    pub classroom_app_force_unprompted_screen_observation: Option<bool>,
    pub compliant_app_list_type: Option<AppListType>,
    pub compliant_apps_list: Option<Vec<AppListItem>>,
    pub configuration_profile_block_changes: Option<bool>,
    pub definition_lookup_blocked: Option<bool>,
    pub device_block_enable_restrictions: Option<bool>,
    pub device_block_erase_content_and_settings: Option<bool>,
    pub device_block_name_modification: Option<bool>,
    pub diagnostic_data_block_submission: Option<bool>,
    pub diagnostic_data_block_submission_modification: Option<bool>,
    pub documents_block_managed_documents_in_unmanaged_apps: Option<bool>,
    pub documents_block_unmanaged_documents_in_managed_apps: Option<bool>,
    pub email_in_domain_suffixes: Option<Vec<String>>,
    pub enterprise_app_block_trust: Option<bool>,
    pub enterprise_app_block_trust_modification: Option<bool>,
    pub face_time_blocked: Option<bool>,
    pub find_my_friends_blocked: Option<bool>,
    pub game_center_blocked: Option<bool>,
    pub gaming_block_game_center_friends: Option<bool>,
    pub gaming_block_multiplayer: Option<bool>,
    pub host_pairing_blocked: Option<bool>,
    pub i_books_store_blocked: Option<bool>,
    pub i_books_store_block_erotica: Option<bool>,
    pub i_cloud_block_activity_continuation: Option<bool>,
    pub i_cloud_block_backup: Option<bool>,
    pub i_cloud_block_document_sync: Option<bool>,
    pub i_cloud_block_managed_apps_sync: Option<bool>,
    pub i_cloud_block_photo_library: Option<bool>,
    pub i_cloud_block_photo_stream_sync: Option<bool>,
    pub i_cloud_block_shared_photo_stream: Option<bool>,
    pub i_cloud_require_encrypted_backup: Option<bool>,
    pub i_tunes_block_explicit_content: Option<bool>,
    pub i_tunes_block_music_service: Option<bool>,
    pub i_tunes_block_radio: Option<bool>,
    pub keyboard_block_auto_correct: Option<bool>,
    pub keyboard_block_dictation: Option<bool>,
    pub keyboard_block_predictive: Option<bool>,
    pub keyboard_block_shortcuts: Option<bool>,
    pub keyboard_block_spell_check: Option<bool>,
    pub kiosk_mode_allow_assistive_speak: Option<bool>,
    pub kiosk_mode_allow_assistive_touch_settings: Option<bool>,
    pub kiosk_mode_allow_auto_lock: Option<bool>,
    pub kiosk_mode_allow_color_inversion_settings: Option<bool>,
    pub kiosk_mode_allow_ringer_switch: Option<bool>,
    pub kiosk_mode_allow_screen_rotation: Option<bool>,
    pub kiosk_mode_allow_sleep_button: Option<bool>,
    pub kiosk_mode_allow_touchscreen: Option<bool>,
    pub kiosk_mode_allow_voice_over_settings: Option<bool>,
    pub kiosk_mode_allow_volume_buttons: Option<bool>,
    pub kiosk_mode_allow_zoom_settings: Option<bool>,
    pub kiosk_mode_app_store_url: Option<String>,
    pub kiosk_mode_built_in_app_id: Option<String>,
    pub kiosk_mode_managed_app_id: Option<String>,
    pub kiosk_mode_require_assistive_touch: Option<bool>,
    pub kiosk_mode_require_color_inversion: Option<bool>,
    pub kiosk_mode_require_mono_audio: Option<bool>,
    pub kiosk_mode_require_voice_over: Option<bool>,
    pub kiosk_mode_require_zoom: Option<bool>,
    pub lock_screen_block_control_center: Option<bool>,
    pub lock_screen_block_notification_view: Option<bool>,
    pub lock_screen_block_passbook: Option<bool>,
    pub lock_screen_block_today_view: Option<bool>,
    pub media_content_rating_apps: Option<RatingAppsType>,
    pub media_content_rating_australia: Option<MediaContentRatingAustralia>,
    pub media_content_rating_canada: Option<MediaContentRatingCanada>,
    pub media_content_rating_france: Option<MediaContentRatingFrance>,
    pub media_content_rating_germany: Option<MediaContentRatingGermany>,
    pub media_content_rating_ireland: Option<MediaContentRatingIreland>,
    pub media_content_rating_japan: Option<MediaContentRatingJapan>,
    pub media_content_rating_new_zealand: Option<MediaContentRatingNewZealand>,
    pub media_content_rating_united_kingdom: Option<MediaContentRatingUnitedKingdom>,
    pub media_content_rating_united_states: Option<MediaContentRatingUnitedStates>,
    pub messages_blocked: Option<bool>,
    pub network_usage_rules: Option<Vec<IosNetworkUsageRule>>,
    pub notifications_block_settings_modification: Option<bool>,
    pub passcode_block_fingerprint_modification: Option<bool>,
    pub passcode_block_fingerprint_unlock: Option<bool>,
    pub passcode_block_modification: Option<bool>,
    pub passcode_block_simple: Option<bool>,
    pub passcode_expiration_days: Option<i32>,
    pub passcode_minimum_character_set_count: Option<i32>,
    pub passcode_minimum_length: Option<i32>,
    pub passcode_minutes_of_inactivity_before_lock: Option<i32>,
    pub passcode_minutes_of_inactivity_before_screen_timeout: Option<i32>,
    pub passcode_previous_passcode_block_count: Option<i32>,
    pub passcode_required: Option<bool>,
    pub passcode_required_type: Option<RequiredPasswordType>,
    pub passcode_sign_in_failure_count_before_wipe: Option<i32>,
    pub podcasts_blocked: Option<bool>,
    pub safari_block_autofill: Option<bool>,
    pub safari_blocked: Option<bool>,
    pub safari_block_java_script: Option<bool>,
    pub safari_block_popups: Option<bool>,
    pub safari_cookie_settings: Option<WebBrowserCookieSettings>,
    pub safari_managed_domains: Option<Vec<String>>,
    pub safari_password_auto_fill_domains: Option<Vec<String>>,
    pub safari_require_fraud_warning: Option<bool>,
    pub screen_capture_blocked: Option<bool>,
    pub siri_blocked: Option<bool>,
    pub siri_blocked_when_locked: Option<bool>,
    pub siri_block_user_generated_content: Option<bool>,
    pub siri_require_profanity_filter: Option<bool>,
    pub spotlight_block_internet_results: Option<bool>,
    pub voice_dialing_blocked: Option<bool>,
    pub wallpaper_block_modification: Option<bool>,
    pub wi_fi_connect_only_to_configured_networks: Option<bool>,
    pub auto_fill_force_authentication: Option<bool>,
    pub cellular_block_plan_modification: Option<bool>,
    pub classroom_force_automatically_join_classes: Option<bool>,
    pub classroom_force_unprompted_app_and_device_lock: Option<bool>,
    pub esim_block_modification: Option<bool>,
    pub kiosk_mode_block_auto_lock: Option<bool>,
    pub kiosk_mode_block_ringer_switch: Option<bool>,
    pub kiosk_mode_block_screen_rotation: Option<bool>,
    pub kiosk_mode_block_sleep_button: Option<bool>,
    pub kiosk_mode_block_touchscreen: Option<bool>,
    pub kiosk_mode_enable_voice_control: Option<bool>,
    pub kiosk_mode_allow_voice_control_modification: Option<bool>,
    pub kiosk_mode_block_volume_buttons: Option<bool>,
    pub proximity_block_setup_to_new_device: Option<bool>,
    pub software_updates_enforced_delay_in_days: Option<i32>,
    pub software_updates_force_delayed: Option<bool>,
    pub classroom_force_request_permission_to_leave_classes: Option<bool>,
    pub keychain_block_cloud_sync: Option<bool>,
    #[graph(rename = "pkiBlockOTAUpdates")]
    pub pki_block_ota_updates: Option<bool>,
    pub privacy_force_limit_ad_tracking: Option<bool>,
    pub enterprise_book_block_backup: Option<bool>,
    pub enterprise_book_block_metadata_sync: Option<bool>,
    pub air_print_blocked: Option<bool>,
    pub air_print_block_credentials_storage: Option<bool>,
    #[graph(rename = "airPrintForceTrustedTLS")]
    pub air_print_force_trusted_tls: Option<bool>,
    pub air_print_blocki_beacon_discovery: Option<bool>,
    pub files_network_drive_access_blocked: Option<bool>,
    pub files_usb_drive_access_blocked: Option<bool>,
    pub wifi_power_on_forced: Option<bool>,
    pub block_system_app_removal: Option<bool>,
    pub vpn_block_creation: Option<bool>,
    pub app_removal_blocked: Option<bool>,
    pub usb_restricted_mode_blocked: Option<bool>,
    pub password_block_auto_fill: Option<bool>,
    pub password_block_proximity_requests: Option<bool>,
    pub password_block_air_drop_sharing: Option<bool>,
    pub date_and_time_force_set_automatically: Option<bool>,
    pub contacts_allow_managed_to_unmanaged_write: Option<bool>,
    pub contacts_allow_unmanaged_to_managed_read: Option<bool>,
    pub cellular_block_personal_hotspot_modification: Option<bool>,
    pub continuous_path_keyboard_blocked: Option<bool>,
    pub find_my_device_in_find_my_app_blocked: Option<bool>,
    pub find_my_friends_in_find_my_app_blocked: Option<bool>,
    pub i_tunes_blocked: Option<bool>,
    pub shared_device_block_temporary_sessions: Option<bool>,
    pub app_clips_blocked: Option<bool>,
    pub apple_personalized_ads_blocked: Option<bool>,
    pub nfc_blocked: Option<bool>,
    pub auto_unlock_blocked: Option<bool>,
    pub unpaired_external_boot_to_recovery_allowed: Option<bool>,
    pub on_device_only_dictation_forced: Option<bool>,
    pub kiosk_mode_app_type: Option<IosKioskModeAppType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.androidGeneralDeviceConfiguration",
    collection = "deviceManagement/deviceConfigurations"
)]
pub struct AndroidGeneralDeviceConfiguration {
    #[graph(base)]
    pub base: DeviceConfiguration,
    pub apps_block_clipboard_sharing: Option<bool>,
    pub apps_block_copy_paste: Option<bool>,
    pub apps_block_you_tube: Option<bool>,
    pub apps_hide_list: Option<Vec<AppListItem>>,
    pub apps_install_allow_list: Option<Vec<AppListItem>>,
    pub apps_launch_block_list: Option<Vec<AppListItem>>,
    pub bluetooth_blocked: Option<bool>,
    pub camera_blocked: Option<bool>,
    pub cellular_block_data_roaming: Option<bool>,
    pub cellular_block_messaging: Option<bool>,
    pub cellular_block_voice_roaming: Option<bool>,
    pub cellular_block_wi_fi_tethering: Option<bool>,
    pub compliant_app_list_type: Option<AppListType>,
    pub compliant_apps_list: Option<Vec<AppListItem>>,
    pub device_sharing_allowed: Option<bool>,
    pub diagnostic_data_block_submission: Option<bool>,
    pub factory_reset_blocked: Option<bool>,
    pub google_account_block_auto_sync: Option<bool>,
    pub google_play_store_blocked: Option<bool>,
    pub kiosk_mode_apps: Option<Vec<AppListItem>>,
    pub kiosk_mode_block_sleep_button: Option<bool>,
    pub kiosk_mode_block_volume_buttons: Option<bool>,
    pub location_services_blocked: Option<bool>,
    pub nfc_blocked: Option<bool>,
    pub password_block_fingerprint_unlock: Option<bool>,
    pub password_block_trust_agents: Option<bool>,
    pub password_expiration_days: Option<i32>,
    pub password_minimum_length: Option<i32>,
    pub password_minutes_of_inactivity_before_screen_timeout: Option<i32>,
    pub password_previous_password_block_count: Option<i32>,
    pub password_required: Option<bool>,
    pub password_required_type: Option<AndroidRequiredPasswordType>,
    pub password_sign_in_failure_count_before_factory_reset: Option<i32>,
    pub power_off_blocked: Option<bool>,
    pub screen_capture_blocked: Option<bool>,
    pub security_require_verify_apps: Option<bool>,
    pub storage_block_google_backup: Option<bool>,
    pub storage_block_removable_storage: Option<bool>,
    pub storage_require_device_encryption: Option<bool>,
    pub storage_require_removable_storage_encryption: Option<bool>,
    pub voice_assistant_blocked: Option<bool>,
    pub voice_dialing_blocked: Option<bool>,
    pub web_browser_block_autofill: Option<bool>,
    pub web_browser_blocked: Option<bool>,
    pub web_browser_block_java_script: Option<bool>,
    pub web_browser_block_popups: Option<bool>,
    pub web_browser_cookie_settings: Option<WebBrowserCookieSettings>,
    pub wi_fi_blocked: Option<bool>,
    pub date_and_time_block_changes: Option<bool>,
    pub required_password_complexity: Option<AndroidRequiredPasswordComplexity>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.windowsPhone81CustomConfiguration",
    collection = "deviceManagement/deviceConfigurations"
)]
pub struct WindowsPhone81CustomConfiguration {
    #[graph(base)]
    pub base: DeviceConfiguration,
    pub oma_settings: Option<Vec<OmaSetting>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.deviceConfigurationAssignment",
    collection = "deviceManagement/deviceConfigurations/{deviceConfigurationId}/assignments"
)]
pub struct DeviceConfigurationAssignment {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub target_: Option<AssignmentTarget>,
    pub source: Option<AssignmentSource>,
    pub source_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.windows81GeneralConfiguration",
    collection = "deviceManagement/deviceConfigurations"
)]
pub struct Windows81GeneralConfiguration {
    #[graph(base)]
    pub base: DeviceConfiguration,
    pub accounts_block_adding_non_microsoft_account_email: Option<bool>,
    pub apply_only_to_windows81: Option<bool>,
    pub browser_block_autofill: Option<bool>,
    pub browser_block_automatic_detection_of_intranet_sites: Option<bool>,
    pub browser_block_enterprise_mode_access: Option<bool>,
    pub browser_block_java_script: Option<bool>,
    pub browser_block_plugins: Option<bool>,
    pub browser_block_popups: Option<bool>,
    pub browser_block_sending_do_not_track_header: Option<bool>,
    pub browser_block_single_word_entry_on_intranet_sites: Option<bool>,
    pub browser_enterprise_mode_site_list_location: Option<String>,
    pub browser_internet_security_level: Option<InternetSiteSecurityLevel>,
    pub browser_intranet_security_level: Option<SiteSecurityLevel>,
    pub browser_logging_report_location: Option<String>,
    pub browser_require_firewall: Option<bool>,
    pub browser_require_fraud_warning: Option<bool>,
    pub browser_require_high_security_for_restricted_sites: Option<bool>,
    pub browser_require_smart_screen: Option<bool>,
    pub browser_trusted_sites_security_level: Option<SiteSecurityLevel>,
    pub cellular_block_data_roaming: Option<bool>,
    pub diagnostics_block_data_submission: Option<bool>,
    pub password_block_picture_password_and_pin: Option<bool>,
    pub password_expiration_days: Option<i32>,
    pub password_minimum_character_set_count: Option<i32>,
    pub password_minimum_length: Option<i32>,
    pub password_minutes_of_inactivity_before_screen_timeout: Option<i32>,
    pub password_previous_password_block_count: Option<i32>,
    pub password_required_type: Option<RequiredPasswordType>,
    pub password_sign_in_failure_count_before_factory_reset: Option<i32>,
    pub storage_require_device_encryption: Option<bool>,
    pub updates_require_automatic_updates: Option<bool>,
    pub user_account_control_settings: Option<WindowsUserAccountControlSettings>,
    pub work_folders_url: Option<String>,
    pub minimum_auto_install_classification: Option<UpdateClassification>,
    pub updates_minimum_auto_install_classification: Option<UpdateClassification>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.deviceConfiguration", abstract)]
pub struct DeviceConfiguration {
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
    pub supports_scope_tags: Option<bool>,
    pub device_management_applicability_rule_os_edition: Option<DeviceManagementApplicabilityRuleOsEdition>,
    pub device_management_applicability_rule_os_version: Option<DeviceManagementApplicabilityRuleOsVersion>,
    pub device_management_applicability_rule_device_mode: Option<DeviceManagementApplicabilityRuleDeviceMode>,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.deviceManagementApplicabilityRuleOsEdition")]
pub struct DeviceManagementApplicabilityRuleOsEdition {
    pub os_edition_types: Option<Vec<Windows10EditionType>>,
    pub name: Option<String>,
    pub rule_type: Option<ApplicabilityRuleType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.deviceManagementApplicabilityRuleOsVersion")]
pub struct DeviceManagementApplicabilityRuleOsVersion {
    #[graph(rename = "minOSVersion")]
    pub min_os_version: Option<String>,
    #[graph(rename = "maxOSVersion")]
    pub max_os_version: Option<String>,
    pub name: Option<String>,
    pub rule_type: Option<ApplicabilityRuleType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.deviceManagementApplicabilityRuleDeviceMode")]
pub struct DeviceManagementApplicabilityRuleDeviceMode {
    pub device_mode: Option<Windows10DeviceModeType>,
    pub name: Option<String>,
    pub rule_type: Option<ApplicabilityRuleType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.mediaContentRatingAustralia")]
pub struct MediaContentRatingAustralia {
    pub movie_rating: Option<RatingAustraliaMoviesType>,
    pub tv_rating: Option<RatingAustraliaTelevisionType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.mediaContentRatingCanada")]
pub struct MediaContentRatingCanada {
    pub movie_rating: Option<RatingCanadaMoviesType>,
    pub tv_rating: Option<RatingCanadaTelevisionType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.mediaContentRatingFrance")]
pub struct MediaContentRatingFrance {
    pub movie_rating: Option<RatingFranceMoviesType>,
    pub tv_rating: Option<RatingFranceTelevisionType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.mediaContentRatingGermany")]
pub struct MediaContentRatingGermany {
    pub movie_rating: Option<RatingGermanyMoviesType>,
    pub tv_rating: Option<RatingGermanyTelevisionType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.mediaContentRatingIreland")]
pub struct MediaContentRatingIreland {
    pub movie_rating: Option<RatingIrelandMoviesType>,
    pub tv_rating: Option<RatingIrelandTelevisionType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.mediaContentRatingJapan")]
pub struct MediaContentRatingJapan {
    pub movie_rating: Option<RatingJapanMoviesType>,
    pub tv_rating: Option<RatingJapanTelevisionType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.mediaContentRatingNewZealand")]
pub struct MediaContentRatingNewZealand {
    pub movie_rating: Option<RatingNewZealandMoviesType>,
    pub tv_rating: Option<RatingNewZealandTelevisionType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.mediaContentRatingUnitedKingdom")]
pub struct MediaContentRatingUnitedKingdom {
    pub movie_rating: Option<RatingUnitedKingdomMoviesType>,
    pub tv_rating: Option<RatingUnitedKingdomTelevisionType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.mediaContentRatingUnitedStates")]
pub struct MediaContentRatingUnitedStates {
    pub movie_rating: Option<RatingUnitedStatesMoviesType>,
    pub tv_rating: Option<RatingUnitedStatesTelevisionType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.iosNetworkUsageRule")]
pub struct IosNetworkUsageRule {
    pub cellular_data_blocked: Option<bool>,
    pub cellular_data_block_when_roaming: Option<bool>,
    pub managed_apps: Option<Vec<AppListItem>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.omaSetting")]
pub enum OmaSetting {
    String(Box<OmaSettingString>),
    Integer(Box<OmaSettingInteger>),
    Base64(Box<OmaSettingBase64>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.omaSetting", abstract)]
pub struct OmaSettingBase {
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub oma_uri: Option<String>,
    pub secret_reference_value_id: Option<String>,
    pub is_encrypted: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.omaSettingString")]
pub struct OmaSettingString {
    #[graph(base)]
    pub base: OmaSettingBase,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.omaSettingInteger")]
pub struct OmaSettingInteger {
    #[graph(base)]
    pub base: OmaSettingBase,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.omaSettingBase64")]
pub struct OmaSettingBase64 {
    #[graph(base)]
    pub base: OmaSettingBase,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.deviceAndAppManagementAssignmentTarget")]
pub enum AssignmentTarget {
    ConfigurationManagerCollection(Box<ConfigurationManagerCollectionAssignmentTarget>),
    Group(Box<GroupAssignmentTarget>),
    AllDevices(Box<AllDevicesAssignmentTarget>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.configurationManagerCollectionAssignmentTarget")]
pub struct ConfigurationManagerCollectionAssignmentTarget {
    pub collection_id: Option<String>,
    pub device_and_app_management_assignment_filter_id: Option<String>,
    pub device_and_app_management_assignment_filter_type: Option<AssignmentFilterType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.groupAssignmentTarget")]
pub struct GroupAssignmentTarget {
    pub group_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.allDevicesAssignmentTarget")]
pub struct AllDevicesAssignmentTarget {
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.windows10EditionType")]
pub enum Windows10EditionType {
    Windows10Enterprise,
    Windows10EnterpriseN,
    Windows10Education,
    Windows10EducationN,
    Windows10MobileEnterprise,
    Windows10HolographicEnterprise,
    Windows10Professional,
    Windows10ProfessionalN,
    Windows10ProfessionalEducation,
    Windows10ProfessionalEducationN,
    Windows10ProfessionalWorkstation,
    Windows10ProfessionalWorkstationN,
    NotConfigured,
    Windows10Home,
    Windows10HomeChina,
    Windows10HomeN,
    Windows10HomeSingleLanguage,
    Windows10Mobile,
    Windows10IoTCore,
    Windows10IoTCoreCommercial,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.deviceManagementApplicabilityRuleType")]
pub enum ApplicabilityRuleType {
    Include,
    Exclude,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.windows10DeviceModeType")]
pub enum Windows10DeviceModeType {
    StandardConfiguration,
    SModeConfiguration,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.appListType")]
pub enum AppListType {
    None,
    AppsInListCompliant,
    AppsNotInListCompliant,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.ratingAppsType")]
pub enum RatingAppsType {
    AllAllowed,
    AllBlocked,
    AgesAbove4,
    AgesAbove9,
    AgesAbove12,
    AgesAbove17,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.ratingAustraliaMoviesType")]
pub enum RatingAustraliaMoviesType {
    AllAllowed,
    AllBlocked,
    General,
    ParentalGuidance,
    Mature,
    AgesAbove15,
    AgesAbove18,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.ratingAustraliaTelevisionType")]
pub enum RatingAustraliaTelevisionType {
    AllAllowed,
    AllBlocked,
    Preschoolers,
    Children,
    General,
    ParentalGuidance,
    Mature,
    AgesAbove15,
    AgesAbove15AdultViolence,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.ratingCanadaMoviesType")]
pub enum RatingCanadaMoviesType {
    AllAllowed,
    AllBlocked,
    General,
    ParentalGuidance,
    AgesAbove14,
    AgesAbove18,
    Restricted,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.ratingCanadaTelevisionType")]
pub enum RatingCanadaTelevisionType {
    AllAllowed,
    AllBlocked,
    Children,
    ChildrenAbove8,
    General,
    ParentalGuidance,
    AgesAbove14,
    AgesAbove18,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.ratingFranceMoviesType")]
pub enum RatingFranceMoviesType {
    AllAllowed,
    AllBlocked,
    AgesAbove10,
    AgesAbove12,
    AgesAbove16,
    AgesAbove18,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.ratingFranceTelevisionType")]
pub enum RatingFranceTelevisionType {
    AllAllowed,
    AllBlocked,
    AgesAbove10,
    AgesAbove12,
    AgesAbove16,
    AgesAbove18,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.ratingGermanyMoviesType")]
pub enum RatingGermanyMoviesType {
    AllAllowed,
    AllBlocked,
    General,
    AgesAbove6,
    AgesAbove12,
    AgesAbove16,
    Adults,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.ratingGermanyTelevisionType")]
pub enum RatingGermanyTelevisionType {
    AllAllowed,
    AllBlocked,
    General,
    AgesAbove6,
    AgesAbove12,
    AgesAbove16,
    Adults,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.ratingIrelandMoviesType")]
pub enum RatingIrelandMoviesType {
    AllAllowed,
    AllBlocked,
    General,
    ParentalGuidance,
    AgesAbove12,
    AgesAbove15,
    AgesAbove16,
    Adults,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.ratingIrelandTelevisionType")]
pub enum RatingIrelandTelevisionType {
    AllAllowed,
    AllBlocked,
    General,
    Children,
    YoungAdults,
    ParentalSupervision,
    Mature,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.ratingJapanMoviesType")]
pub enum RatingJapanMoviesType {
    AllAllowed,
    AllBlocked,
    General,
    ParentalGuidance,
    AgesAbove15,
    AgesAbove18,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.ratingJapanTelevisionType")]
pub enum RatingJapanTelevisionType {
    AllAllowed,
    AllBlocked,
    ExplicitAllowed,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.ratingNewZealandMoviesType")]
pub enum RatingNewZealandMoviesType {
    AllAllowed,
    AllBlocked,
    General,
    ParentalGuidance,
    Mature,
    AgesAbove13,
    AgesAbove15,
    AgesAbove16,
    AgesAbove18,
    Restricted,
    AgesAbove16Restricted,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.ratingNewZealandTelevisionType")]
pub enum RatingNewZealandTelevisionType {
    AllAllowed,
    AllBlocked,
    General,
    ParentalGuidance,
    Adults,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.ratingUnitedKingdomMoviesType")]
pub enum RatingUnitedKingdomMoviesType {
    AllAllowed,
    AllBlocked,
    General,
    UniversalChildren,
    ParentalGuidance,
    AgesAbove12Video,
    AgesAbove12Cinema,
    AgesAbove15,
    Adults,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.ratingUnitedKingdomTelevisionType")]
pub enum RatingUnitedKingdomTelevisionType {
    AllAllowed,
    AllBlocked,
    Caution,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.ratingUnitedStatesMoviesType")]
pub enum RatingUnitedStatesMoviesType {
    AllAllowed,
    AllBlocked,
    General,
    ParentalGuidance,
    ParentalGuidance13,
    Restricted,
    Adults,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.ratingUnitedStatesTelevisionType")]
pub enum RatingUnitedStatesTelevisionType {
    AllAllowed,
    AllBlocked,
    ChildrenAll,
    ChildrenAbove7,
    General,
    ParentalGuidance,
    ChildrenAbove14,
    Adults,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.webBrowserCookieSettings")]
pub enum WebBrowserCookieSettings {
    BrowserDefault,
    BlockAlways,
    AllowCurrentWebSite,
    AllowFromWebsitesVisited,
    AllowAlways,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.iosKioskModeAppType")]
pub enum IosKioskModeAppType {
    NotConfigured,
    AppStoreApp,
    ManagedApp,
    BuiltInApp,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.deviceAndAppManagementAssignmentFilterType")]
pub enum AssignmentFilterType {
    None,
    Include,
    Exclude,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.deviceAndAppManagementAssignmentSource")]
pub enum AssignmentSource {
    Direct,
    PolicySets,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.internetSiteSecurityLevel")]
pub enum InternetSiteSecurityLevel {
    UserDefined,
    Medium,
    MediumHigh,
    High,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.siteSecurityLevel")]
pub enum SiteSecurityLevel {
    UserDefined,
    Low,
    MediumLow,
    Medium,
    MediumHigh,
    High,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.windowsUserAccountControlSettings")]
pub enum WindowsUserAccountControlSettings {
    UserDefined,
    AlwaysNotify,
    NotifyOnAppChanges,
    NotifyOnAppChangesWithoutDimming,
    NeverNotify,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.updateClassification")]
pub enum UpdateClassification {
    UserDefined,
    RecommendedAndImportant,
    Important,
    None,
    #[graph(unrecognized)]
    Unrecognized(String),
}
