//! From metadata to Rust: structs of the `graph-entity` crate for the types that are named, or for all of them.
//!
//! ```
//! let metadata = graph_entity_schema::read(
//!     r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
//!       <Schema Namespace="contoso.library" xmlns="http://docs.oasis-open.org/odata/ns/edm">
//!         <EntityType Name="book"><Key><PropertyRef Name="id"/></Key>
//!           <Property Name="id" Type="Edm.String" Nullable="false"/><Property Name="title" Type="Edm.String"/></EntityType>
//!         <EntityContainer Name="Library"><EntitySet Name="books" EntityType="contoso.library.book"/></EntityContainer>
//!       </Schema></edmx:DataServices></edmx:Edmx>"#,
//! )?;
//! let text = graph_entity_schema::import::types(&metadata, &["book"], &Default::default()).expect("it is there");
//! assert!(text.contains("pub struct Book {") && text.contains("pub title: Option<String>,"));
//! # Ok::<(), graph_entity_schema::ReadError>(())
//! ```

pub(crate) mod address;
mod chosen;
mod enums;
mod error;
mod facts;
mod families;
mod folder;
mod names;
mod places;
mod recursion;
mod scope;
mod structs;
mod texts;

use std::collections::BTreeMap;

pub use self::address::Address;
pub use self::error::ImportError;
pub use self::facts::Facts;
pub use self::folder::SourceFile;

use self::chosen::Chosen;
use self::names::Names;
use self::places::Addresses;
use self::scope::Scope;
use crate::model::{Schema, TypeDefinition};
use crate::permissions::Permissions;
use crate::source::{File, Item, Key};

/// How types are imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Only these properties of the named types, relationships among them: a projection, which is all that requests then
    /// ask for. Without it a type has all its structural properties.
    pub select: Option<Vec<String>>,
    /// The version of the API that the metadata is of.
    pub version: String,
    /// What metadata does not tell, by the qualified name of the type.
    pub facts: BTreeMap<String, Facts>,
    /// The list that tells the least permissions of requests.
    pub permissions: Option<Permissions>,
    /// The file that the metadata of the types is in, for the key `schema`: the derives then compare with it.
    pub schema: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self { select: None, version: "v1.0".to_owned(), facts: BTreeMap::new(), permissions: None, schema: None }
    }
}

/// The named types, and the complex types and enums that they need, as one file. A name may be without its namespace, if
/// it says enough.
pub fn types<S: AsRef<str>>(schema: &Schema, names: &[S], options: &Options) -> Result<String, Vec<ImportError>> {
    let chosen = Chosen::named(schema, names, options.select.as_deref())?;
    let names = Names::flat(&chosen);
    let addresses = Addresses::of(schema);
    let importer = Importer::new(schema, &chosen, &names, &addresses, options);
    let mut scope = Scope::flat(&names);
    let mut items = Vec::new();
    for ty in &chosen.types {
        items.extend(importer.items(ty, &mut scope));
    }
    Ok(File { uses: scope.into_uses(), items, ..File::default() }.text())
}

/// The qualified names of all types that [`types`] writes for these: what a slice has to have to check them.
pub fn needed<S: AsRef<str>>(schema: &Schema, names: &[S], options: &Options) -> Result<Vec<String>, Vec<ImportError>> {
    let chosen = Chosen::named(schema, names, options.select.as_deref())?;
    Ok(chosen.types.iter().map(|ty| (*ty).to_owned()).collect())
}

/// All types, as files of a module: a module within for each namespace, but for the first of them, whose types are in the
/// root. `progress` is told how many types of how many are done.
pub fn all(
    schema: &Schema,
    options: &Options,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Vec<SourceFile>, Vec<ImportError>> {
    let chosen = Chosen::all(schema)?;
    let names = Names::in_modules(&chosen);
    let addresses = Addresses::of(schema);
    Ok(folder::files(&Importer::new(schema, &chosen, &names, &addresses, options), progress))
}

/// Writes types as they were chosen.
struct Importer<'a> {
    schema: &'a Schema,
    chosen: &'a Chosen<'a>,
    names: &'a Names<'a>,
    addresses: &'a Addresses<'a>,
    /// The properties that are boxed, since their types lead back to them.
    boxed: recursion::Boxed<'a>,
    options: &'a Options,
}

impl<'a> Importer<'a> {
    fn new(
        schema: &'a Schema,
        chosen: &'a Chosen<'a>,
        names: &'a Names<'a>,
        addresses: &'a Addresses<'a>,
        options: &'a Options,
    ) -> Self {
        Self { schema, chosen, names, addresses, boxed: recursion::Boxed::of(schema, chosen), options }
    }

    /// The keys that say which type it is, and where that is described.
    fn odata(&self, name: &str) -> Vec<Key> {
        Key::of_type(name, self.options.schema.as_ref())
    }

    /// The struct or the enum of a type, and its family.
    fn items(&self, name: &'a str, scope: &mut Scope<'a>) -> Vec<Item> {
        match self.schema.type_definition(name) {
            Some(TypeDefinition::Enum(ty)) => vec![enums::item(self, ty, scope)],
            Some(TypeDefinition::Structured(ty)) => {
                [structs::item(self, ty, scope)].into_iter().chain(families::item(self, ty, scope)).collect()
            }
            Some(TypeDefinition::Alias(_)) | None => Vec::new(),
        }
    }
}
