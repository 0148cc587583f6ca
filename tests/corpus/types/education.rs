//! Classes, assignments, rubrics.

use graph_entity::edm::{Date, DateTimeOffset};
use graph_entity::{Extra, GraphComplex, GraphEntity, GraphEnum, Unrecognized};

use super::common::{BodyType, IdentitySet, PhysicalAddress};
use super::directory::{AssignedLicense, AssignedPlan, PasswordProfile};

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.educationClass", collection = "education/classes")]
pub struct EducationClass {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub class_code: Option<String>,
    pub course: Option<EducationCourse>,
    pub created_by: Option<IdentitySet>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub external_id: Option<String>,
    pub external_name: Option<String>,
    pub external_source: Option<EducationExternalSource>,
    pub external_source_detail: Option<String>,
    pub grade: Option<String>,
    pub mail_nickname: Option<String>,
    pub term: Option<EducationTerm>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.educationUser", collection = "education/users")]
pub struct EducationUser {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub account_enabled: Option<bool>,
    pub assigned_licenses: Option<Vec<AssignedLicense>>,
    pub assigned_plans: Option<Vec<AssignedPlan>>,
    pub business_phones: Option<Vec<String>>,
    pub created_by: Option<IdentitySet>,
    pub department: Option<String>,
    pub display_name: Option<String>,
    pub external_source: Option<EducationExternalSource>,
    pub external_source_detail: Option<String>,
    pub given_name: Option<String>,
    pub mail: Option<String>,
    pub mailing_address: Option<PhysicalAddress>,
    pub mail_nickname: Option<String>,
    pub middle_name: Option<String>,
    pub mobile_phone: Option<String>,
    pub office_location: Option<String>,
    pub on_premises_info: Option<EducationOnPremisesInfo>,
    pub password_policies: Option<String>,
    pub password_profile: Option<PasswordProfile>,
    pub preferred_language: Option<String>,
    pub primary_role: Option<EducationUserRole>,
    pub provisioned_plans: Option<Vec<ProvisionedPlan>>,
    pub refresh_tokens_valid_from_date_time: Option<DateTimeOffset>,
    pub related_contacts: Option<Vec<RelatedContact>>,
    pub residence_address: Option<PhysicalAddress>,
    pub show_in_address_list: Option<bool>,
    pub student: Option<EducationStudent>,
    pub surname: Option<String>,
    pub teacher: Option<EducationTeacher>,
    pub usage_location: Option<String>,
    pub user_principal_name: Option<String>,
    pub user_type: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.educationAssignment", collection = "education/classes/{classId}/assignments")]
pub struct EducationAssignment {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub added_student_action: Option<EducationAddedStudentAction>,
    pub allow_late_submissions: Option<bool>,
    pub allow_students_to_add_resources_to_submission: Option<bool>,
    pub assign_date_time: Option<DateTimeOffset>,
    pub assigned_date_time: Option<DateTimeOffset>,
    pub assign_to: Option<EducationAssignmentRecipient>,
    pub class_id: Option<String>,
    pub close_date_time: Option<DateTimeOffset>,
    #[graph(read_only)]
    pub created_by: Option<IdentitySet>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub display_name: Option<String>,
    pub due_date_time: Option<DateTimeOffset>,
    pub grading: Option<EducationAssignmentGradeType>,
    pub instructions: Option<EducationItemBody>,
    #[graph(read_only)]
    pub last_modified_by: Option<IdentitySet>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    pub notification_channel_url: Option<String>,
    pub status: Option<EducationAssignmentStatus>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.educationRubric", collection = "education/me/rubrics")]
pub struct EducationRubric {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub description: Option<EducationItemBody>,
    pub display_name: Option<String>,
    pub grading: Option<EducationAssignmentGradeType>,
    pub levels: Option<Vec<RubricLevel>>,
    pub qualities: Option<Vec<RubricQuality>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.educationCategory",
    collection = "education/classes/{classId}/assignmentCategories"
)]
pub struct EducationCategory {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub display_name: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.educationCourse")]
pub struct EducationCourse {
    pub course_number: Option<String>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub external_id: Option<String>,
    pub subject: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.educationTerm")]
pub struct EducationTerm {
    pub display_name: Option<String>,
    pub end_date: Option<Date>,
    pub external_id: Option<String>,
    pub start_date: Option<Date>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.educationOnPremisesInfo")]
pub struct EducationOnPremisesInfo {
    pub immutable_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.provisionedPlan")]
pub struct ProvisionedPlan {
    pub capability_status: Option<String>,
    pub provisioning_status: Option<String>,
    pub service: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.relatedContact")]
pub struct RelatedContact {
    pub access_consent: Option<bool>,
    pub display_name: Option<String>,
    pub email_address: Option<String>,
    pub mobile_phone: Option<String>,
    pub relationship: Option<ContactRelationship>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.educationStudent")]
pub struct EducationStudent {
    pub birth_date: Option<Date>,
    pub external_id: Option<String>,
    pub gender: Option<EducationGender>,
    pub grade: Option<String>,
    pub graduation_year: Option<String>,
    pub student_number: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.educationTeacher")]
pub struct EducationTeacher {
    pub external_id: Option<String>,
    pub teacher_number: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.educationAssignmentRecipient")]
pub enum EducationAssignmentRecipient {
    Class(Box<EducationAssignmentClassRecipient>),
    Group(Box<EducationAssignmentGroupRecipient>),
    Individual(Box<EducationAssignmentIndividualRecipient>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.educationAssignmentClassRecipient")]
pub struct EducationAssignmentClassRecipient {
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.educationAssignmentGroupRecipient")]
pub struct EducationAssignmentGroupRecipient {
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.educationAssignmentIndividualRecipient")]
pub struct EducationAssignmentIndividualRecipient {
    pub recipients: Option<Vec<String>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.educationAssignmentGradeType")]
pub enum EducationAssignmentGradeType {
    Points(Box<EducationAssignmentPointsGradeType>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.educationAssignmentPointsGradeType")]
pub struct EducationAssignmentPointsGradeType {
    pub max_points: Option<f32>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.educationItemBody")]
pub struct EducationItemBody {
    pub content: Option<String>,
    pub content_type: Option<BodyType>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.rubricLevel")]
pub struct RubricLevel {
    pub description: Option<EducationItemBody>,
    pub display_name: Option<String>,
    pub grading: Option<EducationAssignmentGradeType>,
    pub level_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.rubricQuality")]
pub struct RubricQuality {
    pub criteria: Option<Vec<RubricCriterion>>,
    pub description: Option<EducationItemBody>,
    pub quality_id: Option<String>,
    pub weight: Option<f32>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.rubricCriterion")]
pub struct RubricCriterion {
    pub description: Option<EducationItemBody>,
    pub id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.educationExternalSource")]
pub enum EducationExternalSource {
    Sis,
    Manual,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.educationUserRole")]
pub enum EducationUserRole {
    Student,
    Teacher,
    None,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.contactRelationship")]
pub enum ContactRelationship {
    Parent,
    Relative,
    Aide,
    Doctor,
    Guardian,
    Child,
    Other,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.educationGender")]
pub enum EducationGender {
    Female,
    Male,
    Other,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.educationAddedStudentAction")]
pub enum EducationAddedStudentAction {
    None,
    AssignIfOpen,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.educationAssignmentStatus")]
pub enum EducationAssignmentStatus {
    Draft,
    Published,
    Assigned,
    UnknownFutureValue,
    Inactive,
    #[graph(unrecognized)]
    Unrecognized(String),
}
