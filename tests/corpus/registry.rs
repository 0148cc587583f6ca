//! Which type reads what the samples declare.

use crate::compare::Findings;
use crate::kept::Kept;
use crate::rows::round_trip;
use crate::types::{
    access_reviews, app_protection, apps, bookings, calendar, call_records, calls, chat, conditional_access,
    device_compliance, device_configuration, directory, drive, education, extensions, mail, managed_devices, planner,
    printing, security, teams, workbook,
};

/// How the values of a type are checked.
pub struct Entity {
    /// The qualified name.
    pub odata_type: &'static str,
    /// Checks a value.
    pub one: fn(&str, &mut Kept) -> Result<Findings, String>,
    /// Checks a list of values.
    pub page: fn(&str, &mut Kept) -> Result<Findings, String>,
}

/// The type of this name. The samples differ in case.
pub fn entity(odata_type: &str) -> Option<&'static Entity> {
    ENTITIES.iter().find(|entity| entity.odata_type.eq_ignore_ascii_case(odata_type))
}

macro_rules! entities {
    ($($odata_type:literal => $type:ty,)*) => {
        const ENTITIES: &[Entity] = &[
            $(Entity { odata_type: $odata_type, one: round_trip::<$type>, page: round_trip::<Vec<$type>> },)*
        ];
    };
}

entities! {
    "microsoft.graph.accessReviewInstance" => access_reviews::AccessReviewInstance,
    "microsoft.graph.accessReviewInstanceDecisionItem" => access_reviews::AccessReviewInstanceDecisionItem,
    "microsoft.graph.accessReviewScheduleDefinition" => access_reviews::AccessReviewScheduleDefinition,
    "microsoft.graph.androidManagedAppProtection" => app_protection::AndroidManagedAppProtection,
    "microsoft.graph.iosManagedAppProtection" => app_protection::IosManagedAppProtection,
    "microsoft.graph.windowsInformationProtectionPolicy" => app_protection::WindowsInformationProtectionPolicy,
    "microsoft.graph.androidLobApp" => apps::AndroidLobApp,
    "microsoft.graph.iosVppApp" => apps::IosVppApp,
    "microsoft.graph.managedAndroidStoreApp" => apps::ManagedAndroidStoreApp,
    "microsoft.graph.win32LobApp" => apps::Win32LobApp,
    "microsoft.graph.windowsUniversalAppX" => apps::WindowsUniversalAppX,
    "microsoft.graph.bookingAppointment" => bookings::BookingAppointment,
    "microsoft.graph.bookingBusiness" => bookings::BookingBusiness,
    "microsoft.graph.bookingCustomer" => bookings::BookingCustomer,
    "microsoft.graph.bookingService" => bookings::BookingService,
    "microsoft.graph.bookingStaffMember" => bookings::BookingStaffMember,
    "microsoft.graph.calendar" => calendar::Calendar,
    "microsoft.graph.calendarGroup" => calendar::CalendarGroup,
    "microsoft.graph.event" => calendar::Event,
    "microsoft.graph.callRecords.callRecord" => call_records::CallRecord,
    "microsoft.graph.call" => calls::Call,
    "microsoft.graph.onlineMeeting" => calls::OnlineMeeting,
    "microsoft.graph.chatMessage" => chat::ChatMessage,
    "microsoft.graph.conditionalAccessPolicy" => conditional_access::ConditionalAccessPolicy,
    "microsoft.graph.countryNamedLocation" => conditional_access::CountryNamedLocation,
    "microsoft.graph.identityApiConnector" => conditional_access::IdentityApiConnector,
    "microsoft.graph.identityUserFlowAttributeAssignment" => conditional_access::IdentityUserFlowAttributeAssignment,
    "microsoft.graph.ipNamedLocation" => conditional_access::IpNamedLocation,
    "microsoft.graph.namedLocation" => conditional_access::NamedLocation,
    "microsoft.graph.androidCompliancePolicy" => device_compliance::AndroidCompliancePolicy,
    "microsoft.graph.complianceManagementPartner" => device_compliance::ComplianceManagementPartner,
    "microsoft.graph.deviceComplianceActionItem" => device_compliance::DeviceComplianceActionItem,
    "microsoft.graph.iosCompliancePolicy" => device_compliance::IosCompliancePolicy,
    "microsoft.graph.macOSCompliancePolicy" => device_compliance::MacOSCompliancePolicy,
    "microsoft.graph.androidGeneralDeviceConfiguration" => device_configuration::AndroidGeneralDeviceConfiguration,
    "microsoft.graph.deviceConfigurationAssignment" => device_configuration::DeviceConfigurationAssignment,
    "microsoft.graph.iosGeneralDeviceConfiguration" => device_configuration::IosGeneralDeviceConfiguration,
    "microsoft.graph.windows81GeneralConfiguration" => device_configuration::Windows81GeneralConfiguration,
    "microsoft.graph.windowsPhone81CustomConfiguration" => device_configuration::WindowsPhone81CustomConfiguration,
    "microsoft.graph.administrativeUnit" => directory::AdministrativeUnit,
    "microsoft.graph.agreement" => directory::Agreement,
    "microsoft.graph.appRoleAssignment" => directory::AppRoleAssignment,
    "microsoft.graph.application" => directory::Application,
    "microsoft.graph.device" => directory::Device,
    "microsoft.graph.directoryAudit" => directory::DirectoryAudit,
    "microsoft.graph.directoryObject" => directory::DirectoryObject,
    "microsoft.graph.group" => directory::Group,
    "microsoft.graph.oAuth2PermissionGrant" => directory::OAuth2PermissionGrant,
    "microsoft.graph.organizationalBrandingProperties" => directory::OrganizationalBrandingProperties,
    "microsoft.graph.servicePrincipal" => directory::ServicePrincipal,
    "microsoft.graph.tokenIssuancePolicy" => directory::TokenIssuancePolicy,
    "microsoft.graph.unifiedRoleAssignment" => directory::UnifiedRoleAssignment,
    "microsoft.graph.unifiedRoleDefinition" => directory::UnifiedRoleDefinition,
    "microsoft.graph.user" => directory::User,
    "microsoft.graph.columnDefinition" => drive::ColumnDefinition,
    "microsoft.graph.drive" => drive::Drive,
    "microsoft.graph.driveItem" => drive::DriveItem,
    "microsoft.graph.driveItemVersion" => drive::DriveItemVersion,
    "microsoft.graph.permission" => drive::Permission,
    "microsoft.graph.site" => drive::Site,
    "microsoft.graph.uploadSession" => drive::UploadSession,
    "microsoft.graph.educationAssignment" => education::EducationAssignment,
    "microsoft.graph.educationCategory" => education::EducationCategory,
    "microsoft.graph.educationClass" => education::EducationClass,
    "microsoft.graph.educationRubric" => education::EducationRubric,
    "microsoft.graph.educationUser" => education::EducationUser,
    "microsoft.graph.openTypeExtension" => extensions::OpenTypeExtension,
    "microsoft.graph.schemaExtension" => extensions::SchemaExtension,
    "microsoft.graph.contact" => mail::Contact,
    "microsoft.graph.contactFolder" => mail::ContactFolder,
    "microsoft.graph.conversation" => mail::Conversation,
    "microsoft.graph.conversationThread" => mail::ConversationThread,
    "microsoft.graph.fileAttachment" => mail::FileAttachment,
    "microsoft.graph.itemAttachment" => mail::ItemAttachment,
    "microsoft.graph.mailFolder" => mail::AnyMailFolder,
    "microsoft.graph.message" => mail::Message,
    "microsoft.graph.post" => mail::Post,
    "microsoft.graph.referenceAttachment" => mail::ReferenceAttachment,
    "microsoft.graph.auditEvent" => managed_devices::AuditEvent,
    "microsoft.graph.managedDevice" => managed_devices::ManagedDevice,
    "microsoft.graph.linkedResource" => planner::LinkedResource,
    "microsoft.graph.plannerBucket" => planner::PlannerBucket,
    "microsoft.graph.plannerPlan" => planner::PlannerPlan,
    "microsoft.graph.plannerTask" => planner::PlannerTask,
    "microsoft.graph.plannerTaskDetails" => planner::PlannerTaskDetails,
    "microsoft.graph.todoTask" => planner::TodoTask,
    "microsoft.graph.printJob" => printing::PrintJob,
    "microsoft.graph.printer" => printing::Printer,
    "microsoft.graph.emailFileAssessmentRequest" => security::EmailFileAssessmentRequest,
    "microsoft.graph.fileAssessmentRequest" => security::FileAssessmentRequest,
    "microsoft.graph.mailAssessmentRequest" => security::MailAssessmentRequest,
    "microsoft.graph.threatAssessmentRequest" => security::ThreatAssessmentRequest,
    "microsoft.graph.urlAssessmentRequest" => security::UrlAssessmentRequest,
    "microsoft.graph.aadUserConversationMember" => teams::AadUserConversationMember,
    "microsoft.graph.channel" => teams::Channel,
    "microsoft.graph.conversationMember" => teams::ConversationMember,
    "microsoft.graph.openShiftChangeRequest" => teams::OpenShiftChangeRequest,
    "microsoft.graph.schedule" => teams::Schedule,
    "microsoft.graph.schedulingGroup" => teams::SchedulingGroup,
    "microsoft.graph.shift" => teams::Shift,
    "microsoft.graph.swapShiftsChangeRequest" => teams::SwapShiftsChangeRequest,
    "microsoft.graph.team" => teams::Team,
    "microsoft.graph.teamsApp" => teams::TeamsApp,
    "microsoft.graph.teamsAppInstallation" => teams::TeamsAppInstallation,
    "microsoft.graph.teamsTab" => teams::TeamsTab,
    "microsoft.graph.timeOff" => teams::TimeOff,
    "microsoft.graph.timeOffReason" => teams::TimeOffReason,
    "microsoft.graph.workbookNamedItem" => workbook::WorkbookNamedItem,
    "microsoft.graph.workbookRange" => workbook::WorkbookRange,
    "microsoft.graph.workbookTable" => workbook::WorkbookTable,
    "microsoft.graph.workbookTableColumn" => workbook::WorkbookTableColumn,
    "microsoft.graph.workbookTableRow" => workbook::WorkbookTableRow,
}
