//! Each documented create, from builder to body.
//!
//! The sample's request is read as a value of its type; each setter of the builder takes what the value has; and the
//! body of the request that the builder makes is compared with the sample. The same value then goes through what updates
//! are made of.

use graph_entity::model::Property;
use graph_entity::{Changes, GraphEntity, Partial};
use serde_json::Value;

use crate::compare::{Findings, Form, compare};
use crate::raw;
use crate::registry::entity;
use crate::rows::{Report, Row};
use crate::types::{
    access_reviews, app_protection, apps, calendar, calls, chat, conditional_access, device_compliance,
    device_configuration, directory, drive, education, mail, managed_devices, planner, printing, security, teams,
    workbook,
};

/// A type that is created.
struct Entry {
    odata_type: &'static str,
    /// Makes the body that a create of this value has, and compares it.
    create: fn(&str) -> Result<Findings, String>,
    /// Makes changes, parts and replacements of this value, and compares these.
    update: fn(&str) -> Result<(), String>,
}

/// Runs every create of a type of ours, and reads the answer of each.
pub fn report(rows: &[Row<'_>]) -> Report {
    let mut report = Report::default();
    for row in rows {
        let (request, response) = (row.body("request"), row.body("response"));
        let body: Value = serde_json::from_str(request).expect("JSON");
        let Some(entry) = entry(row, &body) else { continue };
        let bodies = [body, serde_json::from_str(response).expect("JSON")];
        if let Some(rule) = report.matching(row, &bodies) {
            *report.left_out.entry(rule).or_default() += 1;
            continue;
        }
        let mut failures = Vec::new();
        report.settle((entry.create)(request), &mut failures);
        failures.extend((entry.update)(request).err());
        if let (Some(entity), true) = (entity(&row.odata_type), bodies[1].is_object()) {
            let outcome = (entity.one)(response, &mut report.kept);
            report.settle(outcome, &mut failures);
        }
        report.done(row, failures);
    }
    report
}

/// The type that is created: the one that the request names, else the one that the sample declares. The samples that add
/// a tab to a channel declare a team.
fn entry(row: &Row<'_>, body: &Value) -> Option<&'static Entry> {
    let find = |name: &str| ENTRIES.iter().find(|entry| entry.odata_type.eq_ignore_ascii_case(name));
    let named = body.get("@odata.type").and_then(Value::as_str).map(|name| name.trim_start_matches('#'));
    let declared = match row.url.ends_with("/tabs") {
        true => "microsoft.graph.teamsTab",
        false => row.odata_type.as_str(),
    };
    named.and_then(find).or_else(|| find(declared))
}

/// Compares the body of a request with the sample.
fn body_of<T>(json: &str, request: Result<graph_entity::Request<T>, graph_entity::Error>) -> Result<Findings, String> {
    let request = request.map_err(|error| format!("no request: {error}"))?;
    let before = serde_json::from_str(json).map_err(|error| error.to_string())?;
    let after = serde_json::from_slice(request.body()).map_err(|error| format!("the body is no JSON: {error}"))?;
    Ok(compare(&before, &after, Form::Request))
}

/// A part of an entity is the same properties as the whole; the changes from one value to another make the other of the
/// one.
macro_rules! update {
    ($type:ty, $collection:expr, $json:expr) => {{
        let value: $type = graph_entity::json::from_str($json).map_err(|error| format!("not read: {error}"))?;
        let nothing = <$type as Property>::empty();

        let part: Partial<$type> =
            graph_entity::json::from_str($json).map_err(|error| format!("not read as a part: {error}"))?;
        let written = graph_entity::json::to_vec(&part).map_err(|error| error.to_string())?;
        let again: Partial<$type> =
            graph_entity::json::from_slice(&written).map_err(|error| format!("a part is not read again: {error}"))?;
        let mut applied = nothing.clone();
        part.apply_to(&mut applied).map_err(|error| format!("a part is not applied: {error}"))?;
        let named = part.present().count();
        let members = raw::members($json).into_iter().filter(|(name, _)| part.is_present(name)).count();
        if part.value() != &value || again != part || applied != value || named != members {
            return Err(format!("as a part it is another: {:?}", part.present().collect::<Vec<_>>()));
        }

        let changes =
            |old: &$type, new: &$type| Changes::between(old, new).map_err(|error| format!("no changes: {error}"));
        for (old, new) in [(&nothing, &value), (&value, &nothing), (&value, &value)] {
            let mut changed = old.clone();
            changes(old, new)?.apply_to(&mut changed).map_err(|error| format!("no change: {error}"))?;
            let rest = changes(&changed, new)?;
            if !rest.is_empty() {
                return Err(format!("still to change: {:?}", rest.names().collect::<Vec<_>>()));
            }
        }
        if !changes(&value, &value)?.is_empty() {
            return Err("differs from itself".to_owned());
        }

        let request =
            $collection.item("1").replace(&value).check().map_err(|error| format!("no replacement: {error}"))?;
        let (before, after) = (serde_json::from_str($json), serde_json::from_slice(request.body()));
        let findings = compare(&before.expect("JSON"), &after.map_err(|error| error.to_string())?, Form::Request);
        // A replacement has no related entities.
        match findings.failures.into_iter().find(|failure| !failure.ends_with(" is lost")) {
            Some(failure) => Err(format!("replaced: {failure}")),
            None => Ok(()),
        }
    }};
}

/// For each type where it is created, the setters of its `Option`s, and after the `;` those of its other fields.
macro_rules! creates {
    ($($type:ty, $collection:ident($($id:literal),*): $($field:ident),*; $($whole:ident),*.)*) => {
        const ENTRIES: &[Entry] = &[$(Entry {
            odata_type: <$type>::ODATA_TYPE,
            create: |json| {
                let value: $type = graph_entity::json::from_str(json).map_err(|error| format!("not read: {error}"))?;
                let create = <$type>::$collection($($id),*).create();
                $(let create = match value.$field {
                    Some(value) => create.$field(value),
                    None => create,
                };)*
                $(let create = create.$whole(value.$whole);)*
                body_of(json, create.request())
            },
            update: |json| update!($type, <$type>::$collection($($id),*), json),
        }),*];
    };
}

creates! {
    access_reviews::AccessReviewScheduleDefinition, collection():
        description_for_admins, description_for_reviewers, display_name, fallback_reviewers,
        instance_enumeration_scope, reviewers, scope, settings, status, instances, backup_reviewers;
        extra.

    app_protection::AndroidManagedAppProtection, collection():
        custom_browser_display_name, custom_browser_package_id, deployed_app_count,
        disable_app_encryption_if_device_encryption_is_enabled, encrypt_app_data, minimum_required_patch_version,
        minimum_warning_patch_version, screen_capture_blocked, minimum_wipe_os_version, minimum_wipe_app_version,
        app_action_if_device_compliance_required, app_action_if_maximum_pin_retries_exceeded,
        pin_required_instead_of_biometric_timeout, allowed_outbound_clipboard_sharing_exception_length,
        notification_restriction, targeted_app_management_levels, exempted_app_packages, minimum_wipe_patch_version,
        allowed_android_device_manufacturers, app_action_if_android_device_manufacturer_not_allowed,
        required_android_safety_net_device_attestation_type,
        app_action_if_android_safety_net_device_attestation_failed,
        required_android_safety_net_apps_verification_type,
        app_action_if_android_safety_net_apps_verification_failed;
        base, extra.

    app_protection::IosManagedAppProtection, collection():
        app_data_encryption_type, custom_browser_protocol, deployed_app_count, face_id_blocked,
        minimum_required_sdk_version, minimum_wipe_os_version, minimum_wipe_app_version,
        app_action_if_device_compliance_required, app_action_if_maximum_pin_retries_exceeded,
        pin_required_instead_of_biometric_timeout, allowed_outbound_clipboard_sharing_exception_length,
        notification_restriction, targeted_app_management_levels, exempted_app_protocols, minimum_wipe_sdk_version,
        allowed_ios_device_models, app_action_if_ios_device_model_not_allowed, filter_open_in_to_only_managed_apps,
        disable_protection_of_managed_outbound_open_in_data, protect_inbound_data_from_unknown_sources;
        base, extra.

    app_protection::WindowsInformationProtectionPolicy, collection():
        days_without_contact_before_unenroll, mdm_enrollment_url, minutes_of_inactivity_before_device_lock,
        number_of_past_pins_remembered, password_maximum_attempt_count, pin_expiration_days, pin_lowercase_letters,
        pin_minimum_length, pin_special_characters, pin_uppercase_letters, revoke_on_mdm_handoff_disabled,
        windows_hello_for_business_blocked;
        base, extra.

    apps::AndroidLobApp, collection():
        minimum_supported_operating_system, package_id, version_code, version_name, identity_name, identity_version;
        base, extra.

    apps::IosVppApp, collection():
        applicable_device_type, app_store_url, bundle_id, licensing_type, release_date_time, total_license_count,
        used_license_count, vpp_token_account_type, vpp_token_apple_id, vpp_token_organization_name, vpp_token_id,
        revoke_license_action_results;
        base, extra.

    apps::ManagedAndroidStoreApp, collection():
        app_availability, version, app_store_url, minimum_supported_operating_system, package_id;
        base, extra.

    apps::Win32LobApp, collection():
        applicable_architectures, install_command_line, install_experience, minimum_cpu_speed_in_m_hz,
        minimum_free_disk_space_in_mb, minimum_memory_in_mb, minimum_number_of_processors,
        minimum_supported_windows_release, msi_information, return_codes, rules, setup_file_path,
        uninstall_command_line, minimum_supported_operating_system, detection_rules, requirement_rules,
        display_version;
        base, extra.

    apps::WindowsUniversalAppX, collection():
        applicable_architectures, applicable_device_types, identity_name, identity_publisher_hash,
        identity_resource_identifier, identity_version, is_bundle, minimum_supported_operating_system;
        base, extra.

    calendar::Calendar, collection():
        allowed_online_meeting_providers, can_edit, can_share, can_view_private_items, change_key, color,
        default_online_meeting_provider, hex_color, is_default_calendar, is_removable, is_tallying_responses, name,
        owner, calendar_group_id, is_shared, is_shared_with_me;
        extra.

    calendar::CalendarGroup, collection():
        change_key, class_id, name, calendars;
        extra.

    calendar::Event, collection():
        allow_new_time_proposals, attendees, body, body_preview, end, has_attachments, hide_attendees, i_cal_u_id,
        importance, is_all_day, is_cancelled, is_draft, is_online_meeting, is_organizer, is_reminder_on, location,
        locations, online_meeting, online_meeting_provider, online_meeting_url, organizer, original_end_time_zone,
        original_start_time_zone, recurrence, reminder_minutes_before_start, response_requested, response_status,
        sensitivity, series_master_id, show_as, start, subject, transaction_id, r#type, web_link, attachments,
        extensions, instances, uid;
        base, extra.

    calls::OnlineMeeting, collection():
        allowed_presenters, allow_meeting_chat, allow_teamwork_reactions, audio_conferencing, chat_info,
        is_entry_exit_announced, join_web_url, lobby_bypass_settings, subject, video_teleconference_id,
        creation_date_time, end_date_time, is_broadcast, participants, start_date_time, auto_admitted_users,
        outer_meeting_auto_admitted_users;
        extra.

    chat::ChatMessage, in_channel("1", "2"):
        attachments, body, channel_identity, chat_id, etag, event_detail, from, importance, last_edited_date_time,
        locale, mentions, message_history, message_type, policy_violation, reactions, reply_to_id, subject, summary,
        replies, deleted;
        extra.

    conditional_access::ConditionalAccessPolicy, collection():
        conditions, display_name, grant_controls, modified_date_time, session_controls, state;
        extra.

    conditional_access::CountryNamedLocation, collection():
        countries_and_regions, include_unknown_countries_and_regions;
        base, extra.

    conditional_access::IdentityApiConnector, collection():
        authentication_configuration, display_name, target_url;
        extra.

    conditional_access::IdentityUserFlowAttributeAssignment, in_user_flow("1"):
        display_name, is_optional, requires_verification, user_attribute_values, user_input_type, user_attribute,
        user_flow_id;
        extra.

    conditional_access::IpNamedLocation, collection():
        ip_ranges, is_trusted;
        base, extra.

    device_compliance::AndroidCompliancePolicy, collection():
        device_threat_protection_enabled, device_threat_protection_required_security_level,
        min_android_security_patch_level, os_maximum_version, os_minimum_version, password_expiration_days,
        password_minimum_length, password_minutes_of_inactivity_before_lock, password_previous_password_block_count,
        password_required, password_required_type, security_block_jailbroken_devices, security_disable_usb_debugging,
        security_prevent_install_apps_from_unknown_sources, security_require_company_portal_app_integrity,
        security_require_google_play_services, security_require_safety_net_attestation_basic_integrity,
        security_require_safety_net_attestation_certified_device, security_require_up_to_date_security_providers,
        security_require_verify_apps, storage_require_encryption, required_password_complexity,
        password_sign_in_failure_count_before_factory_reset, advanced_threat_protection_required_security_level,
        security_block_device_administrator_managed_devices, condition_statement_id, restricted_apps;
        base, extra.

    device_compliance::ComplianceManagementPartner, collection():
        android_enrollment_assignments, android_onboarded, display_name, ios_enrollment_assignments, ios_onboarded,
        last_heartbeat_date_time, mac_os_enrollment_assignments, mac_os_onboarded, partner_state, windows_onboarded,
        windows_enrollment_assignments;
        extra.

    device_compliance::DeviceComplianceActionItem, in_rule("1", "2"):
        action_type, grace_period_hours, notification_message_cc_list, notification_template_id;
        extra.

    device_compliance::IosCompliancePolicy, collection():
        device_threat_protection_enabled, device_threat_protection_required_security_level,
        managed_email_profile_required, os_maximum_version, os_minimum_version, passcode_block_simple,
        passcode_expiration_days, passcode_minimum_character_set_count, passcode_minimum_length,
        passcode_minutes_of_inactivity_before_lock, passcode_previous_passcode_block_count, passcode_required,
        passcode_required_type, security_block_jailbroken_devices,
        passcode_minutes_of_inactivity_before_screen_timeout, os_minimum_build_version, os_maximum_build_version,
        advanced_threat_protection_required_security_level, restricted_apps;
        base, extra.

    device_compliance::MacOSCompliancePolicy, collection():
        device_threat_protection_enabled, device_threat_protection_required_security_level,
        firewall_block_all_incoming, firewall_enabled, firewall_enable_stealth_mode, os_maximum_version,
        os_minimum_version, password_block_simple, password_expiration_days, password_minimum_character_set_count,
        password_minimum_length, password_minutes_of_inactivity_before_lock, password_previous_password_block_count,
        password_required, password_required_type, storage_require_encryption, system_integrity_protection_enabled,
        os_minimum_build_version, os_maximum_build_version, advanced_threat_protection_required_security_level,
        gatekeeper_allowed_app_source;
        base, extra.

    device_configuration::AndroidGeneralDeviceConfiguration, collection():
        apps_block_clipboard_sharing, apps_block_copy_paste, apps_block_you_tube, apps_hide_list,
        apps_install_allow_list, apps_launch_block_list, bluetooth_blocked, camera_blocked,
        cellular_block_data_roaming, cellular_block_messaging, cellular_block_voice_roaming,
        cellular_block_wi_fi_tethering, compliant_app_list_type, compliant_apps_list, device_sharing_allowed,
        diagnostic_data_block_submission, factory_reset_blocked, google_account_block_auto_sync,
        google_play_store_blocked, kiosk_mode_apps, kiosk_mode_block_sleep_button, kiosk_mode_block_volume_buttons,
        location_services_blocked, nfc_blocked, password_block_fingerprint_unlock, password_block_trust_agents,
        password_expiration_days, password_minimum_length, password_minutes_of_inactivity_before_screen_timeout,
        password_previous_password_block_count, password_required, password_required_type,
        password_sign_in_failure_count_before_factory_reset, power_off_blocked, screen_capture_blocked,
        security_require_verify_apps, storage_block_google_backup, storage_block_removable_storage,
        storage_require_device_encryption, storage_require_removable_storage_encryption, voice_assistant_blocked,
        voice_dialing_blocked, web_browser_block_autofill, web_browser_blocked, web_browser_block_java_script,
        web_browser_block_popups, web_browser_cookie_settings, wi_fi_blocked, date_and_time_block_changes,
        required_password_complexity;
        base, extra.

    device_configuration::DeviceConfigurationAssignment, in_device_configuration("1"):
        target_, source, source_id;
        extra.

    device_configuration::IosGeneralDeviceConfiguration, collection():
        account_block_modification, activation_lock_allow_when_supervised, air_drop_blocked,
        air_drop_force_unmanaged_drop_target, air_play_force_pairing_password_for_outgoing_requests,
        apple_news_blocked, apple_watch_block_pairing, apple_watch_force_wrist_detection, apps_single_app_mode_list,
        app_store_block_automatic_downloads, app_store_blocked, app_store_block_in_app_purchases,
        app_store_block_ui_app_installation, app_store_require_password, apps_visibility_list,
        apps_visibility_list_type, bluetooth_block_modification, camera_blocked, cellular_block_data_roaming,
        cellular_block_global_background_fetch_while_roaming, cellular_block_per_app_data_modification,
        cellular_block_personal_hotspot, cellular_block_voice_roaming, certificates_block_untrusted_tls_certificates,
        classroom_app_block_remote_screen_observation, classroom_app_force_unprompted_screen_observation,
        compliant_app_list_type, compliant_apps_list, configuration_profile_block_changes, definition_lookup_blocked,
        device_block_enable_restrictions, device_block_erase_content_and_settings, device_block_name_modification,
        diagnostic_data_block_submission, diagnostic_data_block_submission_modification,
        documents_block_managed_documents_in_unmanaged_apps, documents_block_unmanaged_documents_in_managed_apps,
        email_in_domain_suffixes, enterprise_app_block_trust, enterprise_app_block_trust_modification,
        face_time_blocked, find_my_friends_blocked, game_center_blocked, gaming_block_game_center_friends,
        gaming_block_multiplayer, host_pairing_blocked, i_books_store_blocked, i_books_store_block_erotica,
        i_cloud_block_activity_continuation, i_cloud_block_backup, i_cloud_block_document_sync,
        i_cloud_block_managed_apps_sync, i_cloud_block_photo_library, i_cloud_block_photo_stream_sync,
        i_cloud_block_shared_photo_stream, i_cloud_require_encrypted_backup, i_tunes_block_explicit_content,
        i_tunes_block_music_service, i_tunes_block_radio, keyboard_block_auto_correct, keyboard_block_dictation,
        keyboard_block_predictive, keyboard_block_shortcuts, keyboard_block_spell_check,
        kiosk_mode_allow_assistive_speak, kiosk_mode_allow_assistive_touch_settings, kiosk_mode_allow_auto_lock,
        kiosk_mode_allow_color_inversion_settings, kiosk_mode_allow_ringer_switch, kiosk_mode_allow_screen_rotation,
        kiosk_mode_allow_sleep_button, kiosk_mode_allow_touchscreen, kiosk_mode_allow_voice_over_settings,
        kiosk_mode_allow_volume_buttons, kiosk_mode_allow_zoom_settings, kiosk_mode_app_store_url,
        kiosk_mode_built_in_app_id, kiosk_mode_managed_app_id, kiosk_mode_require_assistive_touch,
        kiosk_mode_require_color_inversion, kiosk_mode_require_mono_audio, kiosk_mode_require_voice_over,
        kiosk_mode_require_zoom, lock_screen_block_control_center, lock_screen_block_notification_view,
        lock_screen_block_passbook, lock_screen_block_today_view, media_content_rating_apps,
        media_content_rating_australia, media_content_rating_canada, media_content_rating_france,
        media_content_rating_germany, media_content_rating_ireland, media_content_rating_japan,
        media_content_rating_new_zealand, media_content_rating_united_kingdom, media_content_rating_united_states,
        messages_blocked, network_usage_rules, notifications_block_settings_modification,
        passcode_block_fingerprint_modification, passcode_block_fingerprint_unlock, passcode_block_modification,
        passcode_block_simple, passcode_expiration_days, passcode_minimum_character_set_count,
        passcode_minimum_length, passcode_minutes_of_inactivity_before_lock,
        passcode_minutes_of_inactivity_before_screen_timeout, passcode_previous_passcode_block_count,
        passcode_required, passcode_required_type, passcode_sign_in_failure_count_before_wipe, podcasts_blocked,
        safari_block_autofill, safari_blocked, safari_block_java_script, safari_block_popups, safari_cookie_settings,
        safari_managed_domains, safari_password_auto_fill_domains, safari_require_fraud_warning,
        screen_capture_blocked, siri_blocked, siri_blocked_when_locked, siri_block_user_generated_content,
        siri_require_profanity_filter, spotlight_block_internet_results, voice_dialing_blocked,
        wallpaper_block_modification, wi_fi_connect_only_to_configured_networks, auto_fill_force_authentication,
        cellular_block_plan_modification, classroom_force_automatically_join_classes,
        classroom_force_unprompted_app_and_device_lock, esim_block_modification, kiosk_mode_block_auto_lock,
        kiosk_mode_block_ringer_switch, kiosk_mode_block_screen_rotation, kiosk_mode_block_sleep_button,
        kiosk_mode_block_touchscreen, kiosk_mode_enable_voice_control, kiosk_mode_allow_voice_control_modification,
        kiosk_mode_block_volume_buttons, proximity_block_setup_to_new_device,
        software_updates_enforced_delay_in_days, software_updates_force_delayed,
        classroom_force_request_permission_to_leave_classes, keychain_block_cloud_sync, pki_block_ota_updates,
        privacy_force_limit_ad_tracking, enterprise_book_block_backup, enterprise_book_block_metadata_sync,
        air_print_blocked, air_print_block_credentials_storage, air_print_force_trusted_tls,
        air_print_blocki_beacon_discovery, files_network_drive_access_blocked, files_usb_drive_access_blocked,
        wifi_power_on_forced, block_system_app_removal, vpn_block_creation, app_removal_blocked,
        usb_restricted_mode_blocked, password_block_auto_fill, password_block_proximity_requests,
        password_block_air_drop_sharing, date_and_time_force_set_automatically,
        contacts_allow_managed_to_unmanaged_write, contacts_allow_unmanaged_to_managed_read,
        cellular_block_personal_hotspot_modification, continuous_path_keyboard_blocked,
        find_my_device_in_find_my_app_blocked, find_my_friends_in_find_my_app_blocked, i_tunes_blocked,
        shared_device_block_temporary_sessions, app_clips_blocked, apple_personalized_ads_blocked, nfc_blocked,
        auto_unlock_blocked, unpaired_external_boot_to_recovery_allowed, on_device_only_dictation_forced,
        kiosk_mode_app_type;
        base, extra.

    device_configuration::Windows81GeneralConfiguration, collection():
        accounts_block_adding_non_microsoft_account_email, apply_only_to_windows81, browser_block_autofill,
        browser_block_automatic_detection_of_intranet_sites, browser_block_enterprise_mode_access,
        browser_block_java_script, browser_block_plugins, browser_block_popups,
        browser_block_sending_do_not_track_header, browser_block_single_word_entry_on_intranet_sites,
        browser_enterprise_mode_site_list_location, browser_internet_security_level, browser_intranet_security_level,
        browser_logging_report_location, browser_require_firewall, browser_require_fraud_warning,
        browser_require_high_security_for_restricted_sites, browser_require_smart_screen,
        browser_trusted_sites_security_level, cellular_block_data_roaming, diagnostics_block_data_submission,
        password_block_picture_password_and_pin, password_expiration_days, password_minimum_character_set_count,
        password_minimum_length, password_minutes_of_inactivity_before_screen_timeout,
        password_previous_password_block_count, password_required_type,
        password_sign_in_failure_count_before_factory_reset, storage_require_device_encryption,
        updates_require_automatic_updates, user_account_control_settings, work_folders_url,
        minimum_auto_install_classification, updates_minimum_auto_install_classification;
        base, extra.

    device_configuration::WindowsPhone81CustomConfiguration, collection():
        oma_settings;
        base, extra.

    directory::AdministrativeUnit, collection():
        description, display_name, visibility;
        extra.

    directory::Agreement, collection():
        display_name, is_viewing_before_acceptance_required, files;
        extra.

    directory::AppRoleAssignment, in_service_principal("1"):
        app_role_id, principal_display_name, principal_id, principal_type, resource_display_name, resource_id,
        creation_timestamp;
        extra.

    directory::Application, collection():
        add_ins, api, app_id, application_template_id, app_roles, disabled_by_microsoft_status, display_name,
        group_membership_claims, identifier_uris, info, is_device_only_auth_supported, is_fallback_public_client,
        key_credentials, optional_claims, parental_control_settings, password_credentials, public_client,
        publisher_domain, required_resource_access, sign_in_audience, tags, token_encryption_key_id, unique_name,
        web, allow_public_client, application_aliases, installed_clients;
        extra.

    directory::Device, collection():
        account_enabled, alternative_security_ids, approximate_last_sign_in_date_time, device_id, device_metadata,
        device_version, display_name, operating_system, operating_system_version, host_names, hostnames,
        pascal_manufacturer, pascal_model, pascal_name, pascal_kind, pascal_status, pascal_platform;
        extra.

    directory::Group, collection():
        allow_external_senders, auto_subscribe_new_members, classification, description, display_name,
        expiration_date_time, group_types, is_assignable_to_role, is_subscribed_by_mail, mail, mail_enabled,
        mail_nickname, membership_rule, membership_rule_processing_state, on_premises_last_sync_date_time,
        on_premises_provisioning_errors, on_premises_security_identifier, on_premises_sync_enabled,
        preferred_data_location, preferred_language, proxy_addresses, renewed_date_time, resource_behavior_options,
        resource_provisioning_options, security_enabled, security_identifier, theme, unseen_count, visibility,
        extensions, members, owners, membership_rule_processing_status, creation_options, owners_bind, members_bind;
        extra.

    directory::OrganizationalBrandingProperties, in_organization("1"):
        id, background_color, sign_in_page_text, username_hint_text, values, value;
        extra.

    directory::ServicePrincipal, collection():
        account_enabled, add_ins, alternative_names, app_display_name, app_id, application_template_id,
        app_owner_organization_id, app_role_assignment_required, app_roles, disabled_by_microsoft_status,
        display_name, homepage, info, key_credentials, login_url, logout_url, notification_email_addresses,
        oauth2_permission_scopes, password_credentials, preferred_single_sign_on_mode,
        preferred_token_signing_key_thumbprint, reply_urls, saml_single_sign_on_settings, service_principal_names,
        service_principal_type, sign_in_audience, tags, token_encryption_key_id, endpoints, error_url,
        preferred_token_signing_key_end_date_time, publisher_name, saml_metadata_url, api,
        published_permission_scopes;
        extra.

    directory::TokenIssuancePolicy, collection():
        display_name, definition, is_organization_default;
        extra.

    directory::UnifiedRoleAssignment, collection():
        app_scope_id, condition, directory_scope_id, principal_id, role_definition_id, resource_scope, display_name,
        description, principal_ids, directory_scope_ids, app_scope_ids, role_definitions;
        extra.

    directory::UnifiedRoleDefinition, collection():
        description, display_name, is_built_in, is_enabled, resource_scopes, role_permissions, template_id, version,
        inherits_permissions_from;
        extra.

    directory::User, collection():
        account_enabled, age_group, assigned_licenses, assigned_plans, business_phones, city, company_name,
        consent_provided_for_minor, country, department, display_name, given_name, identities, job_title, mail,
        mail_nickname, mobile_phone, office_location, on_premises_last_sync_date_time,
        on_premises_security_identifier, on_premises_sync_enabled, other_mails, password_policies, password_profile,
        postal_code, preferred_language, proxy_addresses, sign_in_activity, surname, user_principal_name, extensions,
        manager;
        extra.

    drive::ColumnDefinition, in_site("1"):
        description, display_name, enforce_unique_values, hidden, indexed, name, read_only, required, text;
        extra.

    drive::DriveItem, collection():
        bundle, c_tag, deleted, file, file_system_info, folder, remote_item, root, search_result, size,
        special_folder, children, permissions, thumbnails, versions, tags, conflict_behavior;
        base, extra.

    drive::Permission, in_site("1"):
        expiration_date_time, granted_to, granted_to_identities, has_password, inherited_from, invitation, link,
        roles, error;
        extra.

    education::EducationAssignment, in_class("1"):
        added_student_action, allow_late_submissions, allow_students_to_add_resources_to_submission,
        assign_date_time, assigned_date_time, assign_to, class_id, close_date_time, display_name, due_date_time,
        grading, instructions, notification_channel_url, status;
        extra.

    education::EducationCategory, in_class("1"):
        display_name;
        extra.

    education::EducationClass, collection():
        class_code, course, created_by, description, display_name, external_id, external_name, external_source,
        external_source_detail, grade, mail_nickname, term;
        extra.

    education::EducationRubric, collection():
        description, display_name, grading, levels, qualities;
        extra.

    education::EducationUser, collection():
        account_enabled, assigned_licenses, assigned_plans, business_phones, created_by, department, display_name,
        external_source, external_source_detail, given_name, mail, mailing_address, mail_nickname, middle_name,
        mobile_phone, office_location, on_premises_info, password_policies, password_profile, preferred_language,
        primary_role, provisioned_plans, refresh_tokens_valid_from_date_time, related_contacts, residence_address,
        show_in_address_list, student, surname, teacher, usage_location, user_principal_name, user_type;
        extra.

    mail::Contact, collection():
        assistant_name, birthday, business_phones, children, company_name, department, display_name, email_addresses,
        file_as, generation, given_name, im_addresses, initials, job_title, manager, middle_name, nick_name,
        office_location, parent_folder_id, personal_notes, profession, spouse_name, surname, title,
        yomi_company_name, yomi_given_name, yomi_surname, gender, is_favorite, websites, phones, postal_addresses,
        flag;
        base, extra.

    mail::ContactFolder, collection():
        display_name, parent_folder_id, contacts, well_known_name;
        extra.

    mail::ConversationThread, in_group("1"):
        cc_recipients, has_attachments, is_locked, last_delivered_date_time, preview, topic, to_recipients,
        unique_senders, posts;
        extra.

    mail::MailFolder, collection():
        child_folder_count, display_name, is_hidden, parent_folder_id, total_item_count, unread_item_count,
        child_folders, messages, well_known_name;
        extra.

    mail::Message, collection():
        bcc_recipients, body, body_preview, cc_recipients, conversation_id, conversation_index, flag, from,
        has_attachments, importance, inference_classification, internet_message_headers, internet_message_id,
        is_delivery_receipt_requested, is_draft, is_read, is_read_receipt_requested, parent_folder_id,
        received_date_time, reply_to, sender, sent_date_time, subject, to_recipients, unique_body, web_link,
        attachments, extensions, single_value_extended_properties, mentions_preview, unsubscribe_data,
        unsubscribe_enabled, mentions;
        base, extra.

    managed_devices::AuditEvent, collection():
        activity, activity_date_time, activity_operation_type, activity_result, activity_type, actor, category,
        component_name, correlation_id, display_name, resources;
        extra.

    managed_devices::ManagedDevice, collection():
        activation_lock_bypass_code, android_security_patch_level, azure_ad_device_id, azure_ad_registered,
        compliance_grace_period_expiration_date_time, compliance_state,
        configuration_manager_client_enabled_features, device_action_results, device_category_display_name,
        device_enrollment_type, device_health_attestation_state, device_name, device_registration_state,
        eas_activated, eas_activation_date_time, eas_device_id, email_address, enrolled_date_time,
        ethernet_mac_address, exchange_access_state, exchange_access_state_reason,
        exchange_last_successful_sync_date_time, free_storage_space_in_bytes, iccid, imei, is_encrypted,
        is_supervised, jail_broken, last_sync_date_time, managed_device_name, managed_device_owner_type,
        management_agent, management_certificate_expiration_date, management_state, manufacturer, meid, model, notes,
        operating_system, os_version, partner_reported_threat_state, phone_number, physical_memory_in_bytes,
        remote_assistance_session_error_details, remote_assistance_session_url, require_user_enrollment_approval,
        serial_number, subscriber_carrier, total_storage_space_in_bytes, udid, user_display_name, user_id,
        user_principal_name, wi_fi_mac_address, hardware_information, owner_type, chassis_type, device_type,
        aad_registered, lost_mode_state, azure_active_directory_device_id, retire_after_date_time, users_logged_on,
        prefer_mdm_over_group_policy_applied_date_time, autopilot_enrolled, role_scope_tag_ids,
        windows_active_malware_count, windows_remediated_malware_count, configuration_manager_client_health_state,
        configuration_manager_client_information, processor_architecture, specification_version, join_type,
        sku_family, sku_number, management_features, chrome_os_device_info, remote_assistance_session_error_string,
        is_autopilot_enrolled, request_user_enrollment_approval;
        extra.

    planner::LinkedResource, in_task("1", "2"):
        application_name, display_name, external_id, web_url;
        extra.

    planner::PlannerBucket, collection():
        name, order_hint, plan_id;
        extra.

    planner::PlannerPlan, collection():
        container, owner, title;
        extra.

    planner::PlannerTask, collection():
        assignee_priority, assignments, bucket_id, order_hint, plan_id, title, details;
        extra.

    printing::PrintJob, in_printer("1"):
        configuration, is_fetchable, redirected_from, redirected_to, status, documents;
        extra.

    security::EmailFileAssessmentRequest, collection():
        content_data, destination_routing_reason, recipient_email;
        base, extra.

    security::FileAssessmentRequest, collection():
        content_data, file_name;
        base, extra.

    security::MailAssessmentRequest, collection():
        destination_routing_reason, message_uri, recipient_email;
        base, extra.

    security::UrlAssessmentRequest, collection():
        url;
        base, extra.

    teams::AadUserConversationMember, in_channel("1", "2"):
        email, tenant_id, user_id, user_bind;
        base, extra.

    teams::Channel, in_team("1"):
        created_date_time, description, display_name, email, is_archived, is_favorite_by_default, layout_type,
        membership_type, migration_mode, original_created_date_time, summary, tenant_id, members, messages, tabs,
        moderation_settings, channel_creation_mode;
        extra.

    teams::SchedulingGroup, in_team("1"):
        display_name, is_active, user_ids;
        base, extra.

    teams::Shift, in_team("1"):
        draft_shift, scheduling_group_id, shared_shift, user_id;
        base, extra.

    teams::TeamsTab, in_channel("1", "2"):
        configuration, display_name, teams_app, sort_order_index, teams_app_bind;
        extra.

    teams::TimeOff, in_team("1"):
        draft_time_off, shared_time_off, user_id;
        base, extra.

    teams::TimeOffReason, in_team("1"):
        display_name, icon_type, is_active;
        base, extra.

    workbook::WorkbookTableColumn, in_table("1", "2"):
        id, index, name, values;
        extra.
}
