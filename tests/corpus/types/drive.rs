//! Drives, their items and permissions; sites.

use graph_entity::edm::DateTimeOffset;
use graph_entity::{Extra, GraphComplex, GraphEntity};
use serde_json::Value;

use super::common::{Identity, IdentitySet};

/// Facets: presence says what the item is, also as `{}`.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.driveItem",
    collection = "me/drive/root/children",
    collection = "drive/items/{itemId}/children",
    collection(path = "drive/bundles", name = "bundles")
)]
pub struct DriveItem {
    #[graph(base)]
    pub base: BaseItem,
    pub bundle: Option<Bundle>,
    pub c_tag: Option<String>,
    pub deleted: Option<Deleted>,
    pub file: Option<File>,
    pub file_system_info: Option<FileSystemInfo>,
    pub folder: Option<Folder>,
    pub remote_item: Option<RemoteItem>,
    pub root: Option<Root>,
    pub search_result: Option<SearchResult>,
    pub size: Option<i64>,
    pub special_folder: Option<SpecialFolder>,
    #[graph(navigation)]
    pub children: Option<Vec<DriveItem>>,
    #[graph(navigation)]
    pub permissions: Option<Vec<Permission>>,
    #[graph(navigation)]
    pub thumbnails: Option<Vec<ThumbnailSet>>,
    #[graph(navigation)]
    pub versions: Option<Vec<DriveItemVersion>>,
    pub tags: Option<Vec<Tag>>,
    #[graph(annotation = "@microsoft.graph.conflictBehavior")]
    pub conflict_behavior: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.permission", collection = "sites/{siteId}/permissions")]
pub struct Permission {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub expiration_date_time: Option<DateTimeOffset>,
    pub granted_to: Option<IdentitySet>,
    pub granted_to_identities: Option<Vec<IdentitySet>>,
    pub has_password: Option<bool>,
    pub inherited_from: Option<ItemReference>,
    pub invitation: Option<SharingInvitation>,
    pub link: Option<SharingLink>,
    pub roles: Option<Vec<String>>,
    pub error: Option<Value>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.drive", singleton = "me/drive")]
pub struct Drive {
    #[graph(base)]
    pub base: BaseItem,
    pub drive_type: Option<String>,
    pub owner: Option<IdentitySet>,
    pub quota: Option<Quota>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.site", collection = "sites")]
pub struct Site {
    #[graph(base)]
    pub base: BaseItem,
    pub display_name: Option<String>,
    pub error: Option<PublicError>,
    pub root: Option<Root>,
    pub sharepoint_ids: Option<SharepointIds>,
    pub site_collection: Option<SiteCollection>,
    pub owner: Option<IdentitySet>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.driveItemVersion")]
pub struct DriveItemVersion {
    #[graph(key, read_only)]
    pub id: Option<String>,
    #[graph(read_only)]
    pub last_modified_by: Option<IdentitySet>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    pub size: Option<i64>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.columnDefinition", collection = "sites/{siteId}/columns")]
pub struct ColumnDefinition {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub enforce_unique_values: Option<bool>,
    pub hidden: Option<bool>,
    pub indexed: Option<bool>,
    pub name: Option<String>,
    pub read_only: Option<bool>,
    pub required: Option<bool>,
    pub text: Option<TextColumn>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.uploadSession")]
pub struct UploadSession {
    pub expiration_date_time: Option<DateTimeOffset>,
    pub next_expected_ranges: Option<Vec<String>>,
    pub upload_url: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.baseItem", abstract)]
pub struct BaseItem {
    #[graph(key)]
    pub id: Option<String>,
    #[graph(read_only)]
    pub created_by: Option<IdentitySet>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub description: Option<String>,
    pub e_tag: Option<String>,
    #[graph(read_only)]
    pub last_modified_by: Option<IdentitySet>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    pub name: Option<String>,
    pub parent_reference: Option<ItemReference>,
    #[graph(read_only)]
    pub web_url: Option<String>,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.itemReference")]
pub struct ItemReference {
    pub drive_id: Option<String>,
    pub drive_type: Option<String>,
    pub id: Option<String>,
    pub name: Option<String>,
    pub path: Option<String>,
    pub share_id: Option<String>,
    pub sharepoint_ids: Option<SharepointIds>,
    pub site_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.bundle")]
pub struct Bundle {
    pub album: Option<Album>,
    pub child_count: Option<i32>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.album")]
pub struct Album {
    pub cover_image_item_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.deleted")]
pub struct Deleted {
    pub state: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.file")]
pub struct File {
    pub hashes: Option<Hashes>,
    pub mime_type: Option<String>,
    pub processing_metadata: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.hashes")]
pub struct Hashes {
    pub crc32_hash: Option<String>,
    pub quick_xor_hash: Option<String>,
    pub sha1_hash: Option<String>,
    pub sha256_hash: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.fileSystemInfo")]
pub struct FileSystemInfo {
    pub created_date_time: Option<DateTimeOffset>,
    pub last_accessed_date_time: Option<DateTimeOffset>,
    pub last_modified_date_time: Option<DateTimeOffset>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.folder")]
pub struct Folder {
    pub child_count: Option<i32>,
    pub view: Option<FolderView>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.folderView")]
pub struct FolderView {
    pub sort_by: Option<String>,
    pub sort_order: Option<String>,
    pub view_type: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.remoteItem")]
pub struct RemoteItem {
    pub created_by: Option<IdentitySet>,
    pub created_date_time: Option<DateTimeOffset>,
    pub file: Option<File>,
    pub file_system_info: Option<FileSystemInfo>,
    pub folder: Option<Folder>,
    pub id: Option<String>,
    pub image: Option<Image>,
    pub last_modified_by: Option<IdentitySet>,
    pub last_modified_date_time: Option<DateTimeOffset>,
    pub name: Option<String>,
    pub package: Option<Package>,
    pub parent_reference: Option<ItemReference>,
    pub shared: Option<Shared>,
    pub sharepoint_ids: Option<SharepointIds>,
    pub size: Option<i64>,
    pub special_folder: Option<SpecialFolder>,
    pub video: Option<Video>,
    pub web_dav_url: Option<String>,
    pub web_url: Option<String>,
    pub drive_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.image")]
pub struct Image {
    pub height: Option<i32>,
    pub width: Option<i32>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.package")]
pub struct Package {
    pub r#type: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.shared")]
pub struct Shared {
    pub owner: Option<IdentitySet>,
    pub scope: Option<String>,
    pub shared_by: Option<IdentitySet>,
    pub shared_date_time: Option<DateTimeOffset>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.sharepointIds")]
pub struct SharepointIds {
    pub list_id: Option<String>,
    pub list_item_id: Option<String>,
    pub list_item_unique_id: Option<String>,
    pub site_id: Option<String>,
    pub site_url: Option<String>,
    pub tenant_id: Option<String>,
    pub web_id: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.specialFolder")]
pub struct SpecialFolder {
    pub name: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.video")]
pub struct Video {
    pub audio_bits_per_sample: Option<i32>,
    pub audio_channels: Option<i32>,
    pub audio_format: Option<String>,
    pub audio_samples_per_second: Option<i32>,
    pub bitrate: Option<i32>,
    pub duration: Option<i64>,
    #[graph(rename = "fourCC")]
    pub four_cc: Option<String>,
    pub frame_rate: Option<f64>,
    pub height: Option<i32>,
    pub width: Option<i32>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.root")]
pub struct Root {
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.searchResult")]
pub struct SearchResult {
    pub on_click_telemetry_url: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.sharingInvitation")]
pub struct SharingInvitation {
    pub email: Option<String>,
    pub sign_in_required: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.sharingLink")]
pub struct SharingLink {
    pub application: Option<Identity>,
    pub prevents_download: Option<bool>,
    pub scope: Option<String>,
    pub r#type: Option<String>,
    pub web_url: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.thumbnailSet")]
pub struct ThumbnailSet {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub small: Option<Thumbnail>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.thumbnail")]
pub struct Thumbnail {
    pub height: Option<i32>,
    pub url: Option<String>,
    pub width: Option<i32>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.tag")]
pub struct Tag {
    pub name: Option<String>,
    pub auto_tagged: Option<Value>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.quota")]
pub struct Quota {
    pub deleted: Option<i64>,
    pub remaining: Option<i64>,
    pub state: Option<String>,
    pub total: Option<i64>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.publicError")]
pub struct PublicError {
    pub code: Option<String>,
    pub inner_error: Option<PublicInnerError>,
    pub message: Option<String>,
    #[graph(odata_type)]
    pub odata_type: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.publicInnerError")]
pub struct PublicInnerError {
    pub code: Option<String>,
    pub message: Option<String>,
    pub error_type: Option<String>,
    pub stack_trace: Option<String>,
    pub throw_site: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.siteCollection")]
pub struct SiteCollection {
    pub data_location_code: Option<String>,
    pub hostname: Option<String>,
    pub root: Option<Root>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.textColumn")]
pub struct TextColumn {
    pub allow_multiple_lines: Option<bool>,
    pub append_changes_to_existing_text: Option<bool>,
    pub lines_for_editing: Option<i32>,
    pub max_length: Option<i32>,
    #[graph(extra)]
    pub extra: Extra,
}
