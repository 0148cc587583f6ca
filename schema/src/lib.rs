//! Reads the metadata of Microsoft Graph, and of any other OData service: CSDL, as `$metadata` serves it.

mod error;
#[cfg(feature = "import")]
pub mod import;
mod lookup;
#[cfg(feature = "import")]
mod merge;
pub mod model;
#[cfg(feature = "import")]
mod names;
#[cfg(feature = "import")]
pub mod page;
#[cfg(feature = "import")]
pub mod permissions;
mod read;
#[cfg(feature = "import")]
mod slice;
#[cfg(feature = "import")]
mod source;
#[cfg(feature = "import")]
mod write;

pub use self::error::{ReadError, ReadErrorKind};
pub use self::lookup::{namespace, rust_type, short_name};
pub use self::model::Schema;
pub use self::read::read;
#[cfg(feature = "import")]
pub use self::slice::{NameError, resolve, slice};
#[cfg(feature = "import")]
pub use self::write::write;
