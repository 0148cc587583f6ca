//! Users, groups, applications and other directory objects, roles.

use graph_entity::edm::{Binary, DateTimeOffset, Guid};
use graph_entity::{Extra, GraphComplex, GraphEntity, GraphEnum, Unrecognized};
use serde_json::Value;

use super::common::UserIdentity;
use super::extensions::Extension;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject")]
pub enum DirectoryObject {
    Object(Box<PlainDirectoryObject>),
    User(Box<User>),
    Group(Box<Group>),
    OrgContact(Box<OrgContact>),
    Device(Box<Device>),
    ServicePrincipal(Box<ServicePrincipal>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

/// A directory object of which no more is known.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject")]
pub struct PlainDirectoryObject {
    #[graph(key, read_only)]
    pub id: Option<String>,
    #[graph(read_only)]
    pub deleted_date_time: Option<DateTimeOffset>,
    pub display_name: Option<String>,
    pub mail: Option<String>,
    pub mail_nickname: Option<String>,
    pub mail_enabled: Option<bool>,
    pub security_enabled: Option<bool>,
    pub group_types: Option<Vec<String>>,
    pub visibility: Option<String>,
    pub directory_object: Option<Value>,
    pub manager: Option<DirectoryObject>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.group", collection = "groups")]
pub struct Group {
    #[graph(key, read_only)]
    pub id: Option<String>,
    #[graph(read_only)]
    pub deleted_date_time: Option<DateTimeOffset>,
    pub allow_external_senders: Option<bool>,
    pub auto_subscribe_new_members: Option<bool>,
    pub classification: Option<String>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub expiration_date_time: Option<DateTimeOffset>,
    pub group_types: Option<Vec<String>>,
    pub is_assignable_to_role: Option<bool>,
    pub is_subscribed_by_mail: Option<bool>,
    pub mail: Option<String>,
    pub mail_enabled: Option<bool>,
    pub mail_nickname: Option<String>,
    pub membership_rule: Option<String>,
    pub membership_rule_processing_state: Option<String>,
    pub on_premises_last_sync_date_time: Option<DateTimeOffset>,
    pub on_premises_provisioning_errors: Option<Vec<OnPremisesProvisioningError>>,
    pub on_premises_security_identifier: Option<String>,
    pub on_premises_sync_enabled: Option<bool>,
    pub preferred_data_location: Option<String>,
    pub preferred_language: Option<String>,
    pub proxy_addresses: Option<Vec<String>>,
    pub renewed_date_time: Option<DateTimeOffset>,
    pub resource_behavior_options: Option<Vec<String>>,
    pub resource_provisioning_options: Option<Vec<String>>,
    pub security_enabled: Option<bool>,
    pub security_identifier: Option<String>,
    pub theme: Option<String>,
    pub unseen_count: Option<i32>,
    pub visibility: Option<String>,
    #[graph(navigation)]
    pub extensions: Option<Vec<Extension>>,
    #[graph(navigation)]
    pub members: Option<Vec<DirectoryObject>>,
    #[graph(navigation)]
    pub owners: Option<Vec<DirectoryObject>>,
    pub membership_rule_processing_status: Option<MembershipRuleProcessingStatus>,
    pub creation_options: Option<Vec<String>>,
    #[graph(bind, rename = "owners")]
    pub owners_bind: Option<Vec<String>>,
    #[graph(bind, rename = "members")]
    pub members_bind: Option<Vec<String>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users", singleton = "me")]
pub struct User {
    #[graph(key, read_only)]
    pub id: Option<String>,
    #[graph(read_only)]
    pub deleted_date_time: Option<DateTimeOffset>,
    pub account_enabled: Option<bool>,
    pub age_group: Option<String>,
    pub assigned_licenses: Option<Vec<AssignedLicense>>,
    pub assigned_plans: Option<Vec<AssignedPlan>>,
    pub business_phones: Option<Vec<String>>,
    pub city: Option<String>,
    pub company_name: Option<String>,
    pub consent_provided_for_minor: Option<String>,
    pub country: Option<String>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub department: Option<String>,
    pub display_name: Option<String>,
    pub given_name: Option<String>,
    pub identities: Option<Vec<ObjectIdentity>>,
    pub job_title: Option<String>,
    pub mail: Option<String>,
    pub mail_nickname: Option<String>,
    pub mobile_phone: Option<String>,
    pub office_location: Option<String>,
    pub on_premises_last_sync_date_time: Option<DateTimeOffset>,
    pub on_premises_security_identifier: Option<String>,
    pub on_premises_sync_enabled: Option<bool>,
    pub other_mails: Option<Vec<String>>,
    pub password_policies: Option<String>,
    #[graph(write_only)]
    pub password_profile: Option<PasswordProfile>,
    pub postal_code: Option<String>,
    pub preferred_language: Option<String>,
    pub proxy_addresses: Option<Vec<String>>,
    pub sign_in_activity: Option<SignInActivity>,
    pub surname: Option<String>,
    pub user_principal_name: Option<String>,
    #[graph(navigation)]
    pub extensions: Option<Vec<Extension>>,
    #[graph(navigation)]
    pub manager: Option<DirectoryObject>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.application", collection = "applications")]
pub struct Application {
    #[graph(key, read_only)]
    pub id: Option<String>,
    #[graph(read_only)]
    pub deleted_date_time: Option<DateTimeOffset>,
    pub add_ins: Option<Vec<AddIn>>,
    pub api: Option<ApiApplication>,
    pub app_id: Option<String>,
    pub application_template_id: Option<String>,
    pub app_roles: Option<Vec<AppRole>>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub disabled_by_microsoft_status: Option<String>,
    pub display_name: Option<String>,
    pub group_membership_claims: Option<String>,
    pub identifier_uris: Option<Vec<String>>,
    pub info: Option<InformationalUrl>,
    pub is_device_only_auth_supported: Option<bool>,
    pub is_fallback_public_client: Option<bool>,
    pub key_credentials: Option<Vec<KeyCredential>>,
    pub optional_claims: Option<OptionalClaims>,
    pub parental_control_settings: Option<ParentalControlSettings>,
    pub password_credentials: Option<Vec<PasswordCredential>>,
    pub public_client: Option<PublicClientApplication>,
    pub publisher_domain: Option<String>,
    pub required_resource_access: Option<Vec<RequiredResourceAccess>>,
    pub sign_in_audience: Option<String>,
    pub tags: Option<Vec<String>>,
    pub token_encryption_key_id: Option<Guid>,
    pub unique_name: Option<String>,
    pub web: Option<WebApplication>,
    pub allow_public_client: Option<bool>,
    pub application_aliases: Option<Vec<String>>,
    pub installed_clients: Option<InstalledClients>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.servicePrincipal", collection = "servicePrincipals")]
pub struct ServicePrincipal {
    #[graph(key, read_only)]
    pub id: Option<String>,
    #[graph(read_only)]
    pub deleted_date_time: Option<DateTimeOffset>,
    pub account_enabled: Option<bool>,
    pub add_ins: Option<Vec<AddIn>>,
    pub alternative_names: Option<Vec<String>>,
    pub app_display_name: Option<String>,
    pub app_id: Option<String>,
    pub application_template_id: Option<String>,
    pub app_owner_organization_id: Option<Guid>,
    pub app_role_assignment_required: Option<bool>,
    pub app_roles: Option<Vec<AppRole>>,
    pub disabled_by_microsoft_status: Option<String>,
    pub display_name: Option<String>,
    pub homepage: Option<String>,
    pub info: Option<InformationalUrl>,
    pub key_credentials: Option<Vec<KeyCredential>>,
    pub login_url: Option<String>,
    pub logout_url: Option<String>,
    pub notification_email_addresses: Option<Vec<String>>,
    pub oauth2_permission_scopes: Option<Vec<PermissionScope>>,
    pub password_credentials: Option<Vec<PasswordCredential>>,
    pub preferred_single_sign_on_mode: Option<String>,
    pub preferred_token_signing_key_thumbprint: Option<String>,
    pub reply_urls: Option<Vec<String>>,
    pub saml_single_sign_on_settings: Option<SamlSingleSignOnSettings>,
    pub service_principal_names: Option<Vec<String>>,
    pub service_principal_type: Option<String>,
    pub sign_in_audience: Option<String>,
    pub tags: Option<Vec<String>>,
    pub token_encryption_key_id: Option<Guid>,
    #[graph(navigation)]
    pub endpoints: Option<Vec<Endpoint>>,
    pub error_url: Option<String>,
    pub preferred_token_signing_key_end_date_time: Option<DateTimeOffset>,
    pub publisher_name: Option<String>,
    pub saml_metadata_url: Option<String>,
    pub api: Option<ApiServicePrincipal>,
    pub published_permission_scopes: Option<Vec<PermissionScope>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.device", collection = "devices")]
pub struct Device {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub account_enabled: Option<bool>,
    pub alternative_security_ids: Option<Vec<AlternativeSecurityId>>,
    pub approximate_last_sign_in_date_time: Option<DateTimeOffset>,
    pub device_id: Option<String>,
    pub device_metadata: Option<String>,
    pub device_version: Option<i32>,
    pub display_name: Option<String>,
    pub operating_system: Option<String>,
    pub operating_system_version: Option<String>,
    pub host_names: Option<Vec<String>>,
    pub hostnames: Option<Vec<String>>,
    #[graph(rename = "Manufacturer")]
    pub pascal_manufacturer: Option<String>,
    #[graph(rename = "Model")]
    pub pascal_model: Option<String>,
    #[graph(rename = "Name")]
    pub pascal_name: Option<String>,
    #[graph(rename = "Kind")]
    pub pascal_kind: Option<String>,
    #[graph(rename = "Status")]
    pub pascal_status: Option<String>,
    #[graph(rename = "Platform")]
    pub pascal_platform: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.appRoleAssignment",
    collection = "servicePrincipals/{id}/appRoleAssignments",
    collection(path = "servicePrincipals/{id}/appRoleAssignedTo", name = "to_service_principal")
)]
pub struct AppRoleAssignment {
    #[graph(key, read_only)]
    pub id: Option<String>,
    #[graph(read_only)]
    pub deleted_date_time: Option<DateTimeOffset>,
    pub app_role_id: Option<Guid>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub principal_display_name: Option<String>,
    pub principal_id: Option<Guid>,
    pub principal_type: Option<String>,
    pub resource_display_name: Option<String>,
    pub resource_id: Option<Guid>,
    pub creation_timestamp: Option<DateTimeOffset>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.unifiedRoleDefinition",
    collection = "roleManagement/directory/roleDefinitions"
)]
pub struct UnifiedRoleDefinition {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub is_built_in: Option<bool>,
    pub is_enabled: Option<bool>,
    pub resource_scopes: Option<Vec<String>>,
    pub role_permissions: Option<Vec<UnifiedRolePermission>>,
    pub template_id: Option<String>,
    pub version: Option<String>,
    #[graph(navigation)]
    pub inherits_permissions_from: Option<Vec<UnifiedRoleDefinition>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.unifiedRoleAssignment",
    collection = "roleManagement/directory/roleAssignments"
)]
pub struct UnifiedRoleAssignment {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub app_scope_id: Option<String>,
    pub condition: Option<String>,
    pub directory_scope_id: Option<String>,
    pub principal_id: Option<String>,
    pub role_definition_id: Option<String>,
    pub resource_scope: Option<String>,
    pub display_name: Option<String>,
    pub description: Option<String>,
    pub principal_ids: Option<Vec<String>>,
    pub directory_scope_ids: Option<Vec<String>>,
    pub app_scope_ids: Option<Vec<String>>,
    pub role_definitions: Option<UnifiedRoleDefinition>,
    #[graph(odata_type)]
    pub odata_type: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.administrativeUnit", collection = "directory/administrativeUnits")]
pub struct AdministrativeUnit {
    #[graph(key, read_only)]
    pub id: Option<String>,
    #[graph(read_only)]
    pub deleted_date_time: Option<DateTimeOffset>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub visibility: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.organizationalBrandingProperties",
    collection = "organization/{id}/branding/localizations"
)]
pub struct OrganizationalBrandingProperties {
    #[graph(key)]
    pub id: Option<String>,
    pub background_color: Option<String>,
    pub sign_in_page_text: Option<String>,
    pub username_hint_text: Option<String>,
    pub values: Option<Vec<OrganizationalBrandingProperties>>,
    pub value: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.tokenIssuancePolicy", collection = "policies/tokenIssuancePolicies")]
pub struct TokenIssuancePolicy {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub display_name: Option<String>,
    pub definition: Option<Vec<String>>,
    pub is_organization_default: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.oAuth2PermissionGrant", collection = "oauth2PermissionGrants")]
pub struct OAuth2PermissionGrant {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub client_id: Option<String>,
    pub consent_type: Option<String>,
    pub principal_id: Option<String>,
    pub resource_id: Option<String>,
    pub scope: Option<String>,
    pub start_time: Option<String>,
    pub expiry_time: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryAudit")]
pub struct DirectoryAudit {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub activity_date_time: Option<DateTimeOffset>,
    pub activity_display_name: Option<String>,
    pub additional_details: Option<Vec<KeyValue>>,
    pub category: Option<String>,
    pub correlation_id: Option<String>,
    pub initiated_by: Option<AuditActivityInitiator>,
    pub logged_by_service: Option<String>,
    pub result: Option<OperationResult>,
    pub result_reason: Option<String>,
    pub target_resources: Option<Vec<TargetResource>>,
    pub target_resource: Option<Vec<TargetResource>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.agreement", collection = "identityGovernance/termsOfUse/agreements")]
pub struct Agreement {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub display_name: Option<String>,
    pub is_viewing_before_acceptance_required: Option<bool>,
    #[graph(navigation)]
    pub files: Option<Vec<AgreementFileLocalization>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.assignedLicense")]
pub struct AssignedLicense {
    pub disabled_plans: Option<Vec<Guid>>,
    pub sku_id: Option<Guid>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.assignedPlan")]
pub struct AssignedPlan {
    pub assigned_date_time: Option<DateTimeOffset>,
    pub capability_status: Option<String>,
    pub service: Option<String>,
    pub service_plan_id: Option<Guid>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.objectIdentity")]
pub struct ObjectIdentity {
    pub issuer: Option<String>,
    pub issuer_assigned_id: Option<String>,
    pub sign_in_type: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.passwordProfile")]
pub struct PasswordProfile {
    pub force_change_password_next_sign_in: Option<bool>,
    #[graph(sensitive)]
    pub password: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.signInActivity")]
pub struct SignInActivity {
    pub last_sign_in_date_time: Option<DateTimeOffset>,
    pub last_sign_in_request_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.onPremisesProvisioningError")]
pub struct OnPremisesProvisioningError {
    pub category: Option<String>,
    pub occurred_date_time: Option<DateTimeOffset>,
    pub property_causing_error: Option<String>,
    pub value: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.membershipRuleProcessingStatus")]
pub struct MembershipRuleProcessingStatus {
    pub status: Option<String>,
    pub last_membership_updated: Option<DateTimeOffset>,
    pub error_message: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.orgContact")]
pub struct OrgContact {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub company_name: Option<String>,
    pub department: Option<String>,
    pub display_name: Option<String>,
    pub given_name: Option<String>,
    pub job_title: Option<String>,
    pub business_phones: Option<Value>,
    pub city: Option<String>,
    pub country: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.alternativeSecurityId")]
pub struct AlternativeSecurityId {
    pub identity_provider: Option<String>,
    pub key: Option<Binary>,
    pub r#type: Option<i32>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.addIn")]
pub struct AddIn {
    pub id: Option<Guid>,
    pub properties: Option<Vec<KeyValue>>,
    pub r#type: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.keyValue")]
pub struct KeyValue {
    pub key: Option<String>,
    pub value: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.appRole")]
pub struct AppRole {
    pub allowed_member_types: Option<Vec<String>>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub id: Option<Guid>,
    pub is_enabled: Option<bool>,
    pub origin: Option<String>,
    pub value: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.informationalUrl")]
pub struct InformationalUrl {
    pub logo_url: Option<String>,
    pub marketing_url: Option<String>,
    pub privacy_statement_url: Option<String>,
    pub support_url: Option<String>,
    pub terms_of_service_url: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.keyCredential")]
pub struct KeyCredential {
    pub custom_key_identifier: Option<Binary>,
    pub display_name: Option<String>,
    pub end_date_time: Option<DateTimeOffset>,
    pub key: Option<Binary>,
    pub key_id: Option<Guid>,
    pub start_date_time: Option<DateTimeOffset>,
    pub r#type: Option<String>,
    pub usage: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.permissionScope")]
pub struct PermissionScope {
    pub admin_consent_description: Option<String>,
    pub admin_consent_display_name: Option<String>,
    pub id: Option<Guid>,
    pub is_enabled: Option<bool>,
    pub r#type: Option<String>,
    pub user_consent_description: Option<String>,
    pub user_consent_display_name: Option<String>,
    pub value: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.passwordCredential")]
pub struct PasswordCredential {
    pub custom_key_identifier: Option<Binary>,
    pub display_name: Option<String>,
    pub end_date_time: Option<DateTimeOffset>,
    pub hint: Option<String>,
    pub key_id: Option<Guid>,
    #[graph(sensitive)]
    pub secret_text: Option<String>,
    pub start_date_time: Option<DateTimeOffset>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.samlSingleSignOnSettings")]
pub struct SamlSingleSignOnSettings {
    pub relay_state: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.endpoint")]
pub struct Endpoint {
    #[graph(key, read_only)]
    pub id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.apiServicePrincipal")]
pub struct ApiServicePrincipal {
    pub resource_specific_application_permissions: Option<Vec<Value>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.apiApplication")]
pub struct ApiApplication {
    pub accept_mapped_claims: Option<bool>,
    pub known_client_applications: Option<Vec<Guid>>,
    pub oauth2_permission_scopes: Option<Vec<PermissionScope>>,
    pub pre_authorized_applications: Option<Vec<PreAuthorizedApplication>>,
    pub requested_access_token_version: Option<i32>,
    pub accepted_access_token_version: Option<i32>,
    pub published_permission_scopes: Option<Vec<PermissionScope>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.preAuthorizedApplication")]
pub struct PreAuthorizedApplication {
    pub app_id: Option<String>,
    pub delegated_permission_ids: Option<Vec<String>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.optionalClaims")]
pub struct OptionalClaims {
    pub access_token: Option<Vec<OptionalClaim>>,
    pub id_token: Option<Vec<OptionalClaim>>,
    pub saml2_token: Option<Vec<OptionalClaim>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.optionalClaim")]
pub struct OptionalClaim {
    pub additional_properties: Option<Vec<String>>,
    pub essential: Option<bool>,
    pub name: Option<String>,
    pub source: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.parentalControlSettings")]
pub struct ParentalControlSettings {
    pub countries_blocked_for_minors: Option<Vec<String>>,
    pub legal_age_group_rule: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.publicClientApplication")]
pub struct PublicClientApplication {
    pub redirect_uris: Option<Vec<String>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.requiredResourceAccess")]
pub struct RequiredResourceAccess {
    pub resource_access: Option<Vec<ResourceAccess>>,
    pub resource_app_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.resourceAccess")]
pub struct ResourceAccess {
    pub id: Option<Guid>,
    pub r#type: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.webApplication")]
pub struct WebApplication {
    pub home_page_url: Option<String>,
    pub implicit_grant_settings: Option<ImplicitGrantSettings>,
    pub logout_url: Option<String>,
    pub redirect_uris: Option<Vec<String>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.implicitGrantSettings")]
pub struct ImplicitGrantSettings {
    pub enable_access_token_issuance: Option<bool>,
    pub enable_id_token_issuance: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.installedClients")]
pub struct InstalledClients {
    pub redirect_urls: Option<Vec<String>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.unifiedRolePermission")]
pub struct UnifiedRolePermission {
    pub allowed_resource_actions: Option<Vec<String>>,
    pub condition: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.auditActivityInitiator")]
pub struct AuditActivityInitiator {
    pub app: Option<AppIdentity>,
    pub user: Option<UserIdentity>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.appIdentity")]
pub struct AppIdentity {
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.targetResource")]
pub struct TargetResource {
    pub display_name: Option<String>,
    pub group_type: Option<GroupType>,
    pub id: Option<String>,
    pub modified_properties: Option<Vec<ModifiedProperty>>,
    pub user_principal_name: Option<String>,
    #[graph(rename = "Type")]
    pub pascal_type: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.modifiedProperty")]
pub struct ModifiedProperty {
    pub display_name: Option<String>,
    pub new_value: Option<String>,
    pub old_value: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.agreementFileLocalization")]
pub struct AgreementFileLocalization {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub file_data: Option<AgreementFileData>,
    pub file_name: Option<String>,
    pub is_default: Option<bool>,
    pub language: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.agreementFileData")]
pub struct AgreementFileData {
    pub data: Option<Binary>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.operationResult")]
pub enum OperationResult {
    Success,
    Failure,
    Timeout,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.groupType")]
pub enum GroupType {
    UnifiedGroups,
    AzureAD,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}
