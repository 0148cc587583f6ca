//! Reads the reference pages of Microsoft Graph that create an entity, and writes what follows from them: a struct, a
//! test of the page's sample, and a slice of metadata.
//!
//! A page is Markdown as the documentation's repository has it. Its "HTTP request" lines become collections, the table of
//! its request body becomes fields, its sample a test. What a page does not tell is left open, and said in a note.
//!
//! ```
//! use graph_entity_schema::page;
//!
//! let text = [
//!     "# Create message rule",
//!     "## HTTP request",
//!     "~~~ http",
//!     "POST /me/mailFolders/{mailFolderId}/messageRules",
//!     "~~~",
//!     "## Request body",
//!     "The properties that are required to create a [messageRule](../resources/messagerule.md):",
//!     "",
//!     "|Property|Type|Description|",
//!     "|:---|:---|:---|",
//!     "|displayName|String|What people see.|",
//!     "|sequence|Int32|Rules run in this order.|",
//! ];
//! let options = page::Options { version: Some("v1.0".to_owned()), ..page::Options::default() };
//! let output = page::run(&text.join("\n"), &options)?;
//! assert!(output.rust.contains("    /// Rules run in this order.\n    pub sequence: i32,\n"));
//! assert!(output.test.contains("MessageRule::in_mail_folder(\"mailFolderId\")"));
//! # Ok::<(), page::PageError>(())
//! ```

mod blocks;
mod error;
mod facts;
mod http;
mod import;
mod json;
mod permission;
mod read;
mod run;
mod rust;
mod schema;
mod table;
mod test;
mod values;

pub use self::error::PageError;
pub use self::facts::{Enum, Facts, Field, FieldType, Variant};
pub use self::http::{RequestLine, Response, Sample};
pub use self::read::{Page, read};
pub use self::run::{Options, Output, run};
pub use self::rust::rust;
pub use self::schema::schema;
pub use self::table::{Permission, Permissions, Row, RowType};
pub use self::test::test;
