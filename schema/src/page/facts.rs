//! What a page says, as an entity: the fields with their types, the enumerations, the collections.

use serde_json::Value;

use super::error::PageError;
use super::http;
use super::read::Page;
use super::run::Options;
use super::schema::ENTITY;
use super::table::{Permissions, Row, is_identifier};
use super::values::SENTINEL;
use crate::import::Address;
use crate::import::address;
use crate::lookup::namespace;
use crate::names;
use crate::permissions::PermissionKey;

/// An entity as a page has it: all that the struct, its test and the metadata are written from.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// The qualified name: `microsoft.graph.deviceManagementScriptUserState`.
    pub odata: String,
    /// The struct's name.
    pub name: String,
    /// The version of the API: `beta`.
    pub version: String,
    /// The title of the page.
    pub title: String,
    /// What the page says of it.
    pub description: Option<String>,
    /// Where instances are created.
    pub collections: Vec<Address>,
    /// The fields, the key first.
    pub fields: Vec<Field>,
    /// The enumerations whose members the page lists.
    pub enums: Vec<Enum>,
    /// Which file the metadata of it is in: the key `schema`.
    pub schema: Option<String>,
    /// Who may create one, as the page's table has it.
    pub permissions: Option<Permissions>,
    /// The least permissions that requests need in all collections: by the list, else by the table.
    pub permission: Option<PermissionKey>,
    /// The key comes from `microsoft.graph.entity`.
    pub inherits_key: bool,
    /// What is worth knowing, and what was left out.
    pub notes: Vec<String>,
}

/// A field of the struct.
#[allow(clippy::struct_excessive_bools)] // Each is a key of its own above the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name in Rust.
    pub name: String,
    /// Its name on the wire.
    pub wire: String,
    /// The wire name is not the one that the derive makes of the name.
    pub renamed: bool,
    /// The type of the value or, of several, of each.
    pub ty: FieldType,
    /// There are several values.
    pub is_collection: bool,
    /// It is the key of the entity.
    pub is_key: bool,
    /// The service sets it.
    pub read_only: bool,
    /// It has to be set to create.
    pub required: bool,
    /// The table lacks it: it is of the sample, and its type a guess.
    pub is_unlisted: bool,
    /// What the page says of it.
    pub docs: Option<String>,
}

/// The type of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldType {
    /// `Edm.String`.
    Primitive(String),
    /// An enumeration of [`Facts::enums`], by its qualified name.
    Enum(String),
    /// A type of which the page has no more than the name, qualified: a value of any shape.
    Named(String),
    /// A value of any shape, of a type that the page does not tell.
    Untyped,
}

/// An enumeration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enum {
    /// The qualified name.
    pub odata: String,
    /// Its name in Rust.
    pub name: String,
    /// Members combine.
    pub is_flags: bool,
    /// The members.
    pub members: Vec<Variant>,
}

/// A member of an enumeration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// Its name in Rust.
    pub name: String,
    /// Its name on the wire.
    pub wire: String,
    /// The wire name is not the one that the derive makes of the name.
    pub renamed: bool,
}

impl Page {
    /// The entity of the page.
    pub fn facts(&self, options: &Options) -> Result<Facts, PageError> {
        let Some(version) = options.version.as_deref().or(self.version()) else {
            let line = self.sample.as_ref().map_or(0, |sample| sample.line);
            let message =
                "no URL of a sample tells the version of the API; give it: `--version v1.0` or `--version beta`";
            return Err(PageError::new("Example", line, message));
        };
        let mut facts = Facts {
            odata: self.entity.clone(),
            name: struct_name(&self.entity),
            version: version.to_owned(),
            title: self.title.clone(),
            description: self.description.clone(),
            collections: Vec::new(),
            fields: Vec::new(),
            enums: Vec::new(),
            schema: options.schema.clone(),
            permissions: self.permissions.clone(),
            permission: None,
            inherits_key: self.entity != ENTITY
                && self.key_row().is_none_or(|row| row.inherited)
                && self.sent("id").is_none(),
            notes: self.notes.clone(),
        };
        facts.add_collections(self)?;
        facts.permit(options.permissions.as_ref());
        facts.fields.push(self.key());
        for row in self.rows.iter().filter(|row| row.name != "id") {
            facts.add_row(self, row);
        }
        for name in self.sample.iter().flat_map(|sample| &sample.names) {
            facts.add_unlisted(self, name);
        }
        facts.tell_of_answer(self);
        facts.name();
        Ok(facts)
    }

    fn key_row(&self) -> Option<&Row> {
        self.rows.iter().find(|row| row.name == "id")
    }

    /// What the sample sends for a property.
    pub(super) fn sent(&self, name: &str) -> Option<&Value> {
        self.sample.as_ref()?.body.as_ref()?.get(name)
    }

    /// The service sets an inherited key, whatever the table says; another one unless the sample sends it.
    fn key(&self) -> Field {
        let row = self.key_row();
        let read_only = row.is_some_and(|row| row.inherited) || self.sent("id").is_none();
        let said = row.and_then(|row| row.description.clone());
        let docs = said.or_else(|| read_only.then(|| "The key. The service sets it.".to_owned()));
        let string = FieldType::Primitive("Edm.String".to_owned());
        Field { is_key: true, read_only, required: !read_only, ..Field::new("id", (string, false), docs) }
    }
}

impl Field {
    /// An optional one.
    fn new(wire: &str, (ty, is_collection): (FieldType, bool), docs: Option<String>) -> Self {
        Self {
            // Names are given to all at once.
            name: String::new(),
            wire: wire.to_owned(),
            renamed: false,
            ty,
            is_collection,
            is_key: false,
            read_only: false,
            required: false,
            is_unlisted: false,
            docs,
        }
    }
}

impl Facts {
    fn add_collections(&mut self, page: &Page) -> Result<(), PageError> {
        let posts = page.requests.iter().filter(|request| request.method == "POST");
        let mut line = 0;
        for request in posts {
            line = request.line;
            if let Some(segment) = names::bad_segment(&request.path) {
                self.notes
                    .push(format!("`POST {}` is left out: `{segment}` is no segment of a collection", request.path));
                continue;
            }
            let path = names::fitting(&request.path);
            if self.collections.iter().any(|collection| collection.path == path) {
                continue;
            }
            if path != request.path {
                self.notes
                    .push(format!("`POST {}` is written as `{path}`: each parameter names an argument", request.path));
            }
            self.collections.push(Address { path, ..Address::default() });
        }
        if self.collections.is_empty() {
            let message = "no `POST` line has a path that a collection can have";
            return Err(PageError::new("HTTP request", line, message));
        }
        if let Some(sample) = &page.sample
            && self.collections.iter().all(|collection| http::ids(&collection.path, &sample.url).is_none())
        {
            let first = self.collections.first().map_or("", |collection| &collection.path);
            self.notes
                .push(format!("no `POST` line is that of the sample, `{}`; the test takes `{first}`", sample.url));
        }
        address::name(&mut self.collections);
        Ok(())
    }

    fn add_row(&mut self, page: &Page, row: &Row) {
        if !is_identifier(&row.name) || row.name == "TODO" {
            self.notes.push(format!("`{}` (line {}) is left out: it is no property", row.name, row.line));
            return;
        }
        if self.fields.iter().any(|field| field.wire == row.name) {
            return;
        }
        let sent = page.sent(&row.name);
        let ty = match &row.ty {
            Some(ty) if ty.name == "Edm.Stream" => {
                self.notes.push(format!(
                    "`{}` (line {}) is left out: it is a stream, which is no part of the body",
                    row.name, row.line
                ));
                return;
            }
            Some(ty) if ty.name.starts_with("Edm.") => (FieldType::Primitive(ty.name.clone()), ty.is_collection),
            Some(ty) => (self.named(&ty.name, row, sent), ty.is_collection),
            None => {
                self.notes.push(format!("`{}` (line {}) has no type in the table; it is guessed", row.name, row.line));
                guess(sent)
            }
        };
        let left_out = sent.is_none() && page.sample.as_ref().is_some_and(|sample| sample.body.is_some());
        let listed = page.all_required && !row.says_optional && !row.read_only;
        if listed && left_out && !row.says_required {
            self.notes.push(format!(
                "`{}` (line {}) is optional: the sample does without it, although the table says that all are required",
                row.name, row.line
            ));
        }
        let required = !row.read_only && (row.says_required || (listed && !left_out));
        let field = Field::new(&row.name, ty, row.description.clone());
        self.fields.push(Field { required, read_only: row.read_only, ..field });
    }

    /// An enumeration only where the row lists its members.
    fn named(&mut self, odata: &str, row: &Row, sent: Option<&Value>) -> FieldType {
        // The entity and its base are no enumerations, and what is never sent is none by itself.
        let is_entity = odata == self.odata || odata == ENTITY;
        if is_entity || row.values.iter().all(|value| value == SENTINEL) {
            return FieldType::Named(odata.to_owned());
        }
        let combined = sent.and_then(Value::as_str).is_some_and(|text| text.contains(','));
        match self.enums.iter_mut().find(|known| known.odata == odata) {
            Some(known) => {
                known.is_flags |= combined;
                known.add(&row.values);
            }
            None => {
                let mut name = names::type_name(odata);
                let builder = format!("{}Builder", self.name);
                while name == self.name
                    || name == builder
                    || names::is_type_taken(&name)
                    || self.enums.iter().any(|other| other.name == name)
                {
                    name.push_str("Member");
                }
                let mut new = Enum { odata: odata.to_owned(), name, is_flags: combined, members: Vec::new() };
                new.add(&row.values);
                self.enums.push(new);
            }
        }
        FieldType::Enum(odata.to_owned())
    }

    /// A property of the sample that the table lacks.
    fn add_unlisted(&mut self, page: &Page, wire: &str) {
        if !is_identifier(wire) {
            if wire != "@odata.type" && page.rows.iter().all(|row| row.name != wire) {
                self.notes.push(format!(
                    "`{wire}` of the sample is left out: it is no property; a field may be `bind` or `annotation`"
                ));
            }
            return;
        }
        if wire == "id" || self.fields.iter().any(|field| field.wire == wire) {
            return;
        }
        let ty = guess(page.sent(wire));
        let docs = "The type is a guess: the page's table lacks it, its sample has it.".to_owned();
        self.fields.push(Field { is_unlisted: true, ..Field::new(wire, ty, Some(docs)) });
    }

    /// What else the service answers with is worth a look.
    fn tell_of_answer(&mut self, page: &Page) {
        let answer = page.sample.as_ref().and_then(|sample| sample.response.as_ref()?.body.as_ref()?.as_object());
        let names = answer.into_iter().flat_map(|body| body.keys()).filter(|name| !name.contains('@'));
        let more: Vec<String> = names
            .filter(|name| !self.fields.iter().any(|field| field.wire == **name))
            .map(|name| format!("`{name}`"))
            .collect();
        if !more.is_empty() {
            self.notes
                .push(format!("the answer has more properties, which the page does not describe: {}", more.join(", ")));
        }
    }

    /// Names in Rust, once all of the wire's are known.
    fn name(&mut self) {
        let fields = names::fields(self.fields.iter().map(|field| &*field.wire));
        for (field, name) in self.fields.iter_mut().zip(fields) {
            (field.name, field.renamed) = (name.rust, name.rename.is_some());
        }
        for ty in &mut self.enums {
            let members = names::variants(ty.members.iter().map(|member| &*member.wire));
            for (member, name) in ty.members.iter_mut().zip(members) {
                (member.name, member.renamed) = (name.rust, name.rename.is_some());
            }
        }
    }
}

impl Enum {
    fn add(&mut self, values: &[String]) {
        for wire in values {
            if self.members.iter().all(|member| member.wire != *wire) {
                self.members.push(Variant { name: String::new(), wire: wire.clone(), renamed: false });
            }
        }
    }
}

/// One that is not another's: `GraphOption` of `microsoft.graph.option`.
fn struct_name(odata: &str) -> String {
    let name = names::type_name(odata);
    if names::is_type_taken(&name) { format!("{}{name}", names::type_name(namespace(odata))) } else { name }
}

/// The type of a value by its kind of JSON.
fn guess(value: Option<&Value>) -> (FieldType, bool) {
    let primitive = |name: &str| FieldType::Primitive(name.to_owned());
    match value {
        Some(Value::Bool(_)) => (primitive("Edm.Boolean"), false),
        Some(Value::Number(number)) if number.is_i64() => (primitive("Edm.Int64"), false),
        Some(Value::Number(_)) => (primitive("Edm.Double"), false),
        Some(Value::String(text)) => match &**text {
            "Integer" => (primitive("Edm.Int64"), false),
            "Boolean" => (primitive("Edm.Boolean"), false),
            "Double" => (primitive("Edm.Double"), false),
            _ => (primitive("Edm.String"), false),
        },
        Some(Value::Array(items)) if !items.is_empty() && items.iter().all(Value::is_string) => {
            (primitive("Edm.String"), true)
        }
        Some(Value::Array(_)) => (FieldType::Untyped, true),
        Some(Value::Object(_) | Value::Null) | None => (FieldType::Untyped, false),
    }
}
