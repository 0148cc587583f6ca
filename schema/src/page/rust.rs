//! The text of the struct and of the enumerations beside it, formatted as `rustfmt` does it.

use std::fmt::Write as _;

use super::facts::{Enum, Facts, Field, FieldType};
use super::table::Permission;
use crate::lookup::short_name;

/// The widest line, and the widest list in the parentheses of an attribute that stays on one line.
pub(super) const WIDTH: usize = 100;
const LIST: usize = 70;

/// The struct with its attributes, the enumerations, and what they use.
pub fn rust(facts: &Facts) -> String {
    let mut text = imports(facts);
    text.push('\n');
    docs(&mut text, "", &struct_docs(facts));
    text.push_str("#[derive(Debug, Clone, PartialEq, GraphEntity)]\n");
    attribute(&mut text, "graph_entity", &container_keys(facts));
    let _ = writeln!(text, "pub struct {} {{", facts.name);
    for field in &facts.fields {
        docs(&mut text, "    ", &field.docs.iter().cloned().collect::<Vec<_>>());
        let keys = field_keys(field);
        if !keys.is_empty() {
            let _ = writeln!(text, "    #[graph({})]", keys.join(", "));
        }
        let _ = writeln!(text, "    pub {}: {},", field.name, facts.field_type(field));
    }
    text.push_str("}\n");
    for ty in &facts.enums {
        text.push('\n');
        enumeration(&mut text, ty);
    }
    text
}

fn imports(facts: &Facts) -> String {
    let mut names = vec!["GraphEntity"];
    if facts.enums.iter().any(|ty| ty.is_flags) {
        names.insert(0, "Flags");
    }
    if !facts.enums.is_empty() {
        names.push("GraphEnum");
    }
    if facts.fields.iter().any(|field| facts.field_type(field).contains("edm::")) {
        names.push("edm");
    }
    match &*names {
        [one] => format!("use graph_entity::{one};\n"),
        more => format!("use graph_entity::{{{}}};\n", more.join(", ")),
    }
}

fn container_keys(facts: &Facts) -> Vec<String> {
    let mut keys = vec![format!("odata = {:?}", facts.odata), format!("version = {:?}", facts.version)];
    for collection in &facts.collections {
        let path = &collection.path;
        keys.push(match &collection.name {
            None => format!("collection = {path:?}"),
            Some(name) => format!("collection(path = {path:?}, name = {name:?})"),
        });
    }
    keys
}

/// `#[name(keys)]` in one line, if they are few, else a line for each.
fn attribute(text: &mut String, name: &str, keys: &[String]) {
    let line = keys.join(", ");
    if line.len() <= LIST || keys.len() == 1 {
        let _ = writeln!(text, "#[{name}({line})]");
        return;
    }
    let _ = writeln!(text, "#[{name}(");
    for key in keys {
        match key.strip_prefix("collection(").and_then(|rest| rest.strip_suffix(')')) {
            Some(inner) if inner.len() > LIST => {
                text.push_str("    collection(\n");
                for part in inner.split(", ") {
                    let _ = writeln!(text, "        {part},");
                }
                // The list in it has no comma at the end, the keys have.
                text.truncate(text.len() - 2);
                text.push_str("\n    ),\n");
            }
            _ => {
                let _ = writeln!(text, "    {key},");
            }
        }
    }
    text.truncate(text.len() - 2);
    text.push_str("\n)]\n");
}

fn field_keys(field: &Field) -> Vec<String> {
    let mut keys = Vec::new();
    if field.is_key {
        keys.push("key".to_owned());
    }
    if field.read_only {
        keys.push("read_only".to_owned());
    }
    if field.required && field.is_collection {
        keys.push("required".to_owned());
    }
    if field.renamed {
        keys.push(format!("rename = {:?}", field.wire));
    }
    keys
}

impl Facts {
    /// The field's type: plain if it is required or the key, else optional.
    fn field_type(&self, field: &Field) -> String {
        let one = self.value_type(&field.ty);
        if field.is_collection {
            format!("Vec<{one}>")
        } else if field.required || field.is_key {
            one
        } else {
            format!("Option<{one}>")
        }
    }

    /// The type of the value, or of each.
    pub(super) fn value_type(&self, ty: &FieldType) -> String {
        match ty {
            FieldType::Primitive(name) => primitive(name).to_owned(),
            FieldType::Enum(odata) => match self.enums.iter().find(|ty| ty.odata == *odata) {
                Some(ty) if ty.is_flags => format!("Flags<{}>", ty.name),
                Some(ty) => ty.name.clone(),
                None => "String".to_owned(),
            },
            FieldType::Named(_) | FieldType::Untyped => "serde_json::Value".to_owned(),
        }
    }
}

fn primitive(name: &str) -> &'static str {
    match name {
        "Edm.Boolean" => "bool",
        "Edm.Byte" => "u8",
        "Edm.Int16" => "i16",
        "Edm.Int32" => "i32",
        "Edm.Int64" => "i64",
        "Edm.Single" => "f32",
        "Edm.Double" => "f64",
        "Edm.Decimal" => "edm::Decimal",
        "Edm.DateTimeOffset" => "edm::DateTimeOffset",
        "Edm.Date" => "edm::Date",
        "Edm.TimeOfDay" => "edm::TimeOfDay",
        "Edm.Duration" => "edm::Duration",
        "Edm.Guid" => "edm::Guid",
        "Edm.Binary" => "edm::Binary",
        _ => "String",
    }
}

fn enumeration(text: &mut String, ty: &Enum) {
    docs(text, "", &[format!("Members of `{}`, as the page lists them.", short_name(&ty.odata))]);
    text.push_str("#[derive(Debug, Clone, PartialEq, GraphEnum)]\n");
    let mut keys = vec![format!("odata = {:?}", ty.odata)];
    keys.extend(ty.is_flags.then(|| "flags".to_owned()));
    attribute(text, "graph_enum", &keys);
    let _ = writeln!(text, "pub enum {} {{", ty.name);
    for member in &ty.members {
        if member.renamed {
            let _ = writeln!(text, "    #[graph(rename = {:?})]", member.wire);
        }
        let _ = writeln!(text, "    {},", member.name);
    }
    text.push_str("    /// Any other.\n    #[graph(unrecognized)]\n    Unrecognized(String),\n}\n");
}

/// Paragraphs: what it is, what the page says of it, who may create one.
fn struct_docs(facts: &Facts) -> Vec<String> {
    let short = short_name(&facts.odata);
    let mut paragraphs = vec![format!("`{short}`, as the reference page \"{}\" has it.", facts.title)];
    // "Create a new x object." says what the constructor does.
    let is_plain = |text: &&String| !(text.starts_with("Create a new ") && text.split_whitespace().count() < 8);
    paragraphs.extend(facts.description.iter().filter(is_plain).cloned());
    let Some(permissions) = &facts.permissions else { return paragraphs };
    let kinds = [
        ("work or school account", &permissions.delegated_work),
        ("personal account", &permissions.delegated_personal),
        ("application", &permissions.application),
    ];
    for (kind, permission) in kinds {
        let Some(Permission { least, others }) = permission else { continue };
        let mut line = format!("Permission to create ({kind}): `{least}`");
        if !others.is_empty() {
            let _ = write!(line, "; more than needed: `{}`", others.join("`, `"));
        }
        paragraphs.push(format!("{line}."));
    }
    paragraphs
}

/// Doc comments: paragraphs in lines of the usual width.
fn docs(text: &mut String, indent: &str, paragraphs: &[String]) {
    for (number, paragraph) in paragraphs.iter().enumerate() {
        if number > 0 {
            let _ = writeln!(text, "{indent}///");
        }
        let start = format!("{indent}///");
        let mut line = start.clone();
        for word in escape(paragraph).split_whitespace() {
            if line.len() > start.len() && line.chars().count() + 1 + word.chars().count() > WIDTH {
                let _ = writeln!(text, "{line}");
                line.clone_from(&start);
            }
            line.push(' ');
            line.push_str(word);
        }
        let _ = writeln!(text, "{line}");
    }
}

/// Text of a page for rustdoc: no links and no tags but where it has code, and addresses as links.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    // What is between backticks is code, if they are in pairs.
    let pairs = text.matches('`').count().is_multiple_of(2);
    for (number, part) in text.split('`').enumerate() {
        if number > 0 {
            escaped.push_str(if pairs { "`" } else { "'" });
        }
        if pairs && number % 2 == 1 {
            escaped.push_str(part);
            continue;
        }
        for (number, word) in part.split(' ').enumerate() {
            if number > 0 {
                escaped.push(' ');
            }
            plain(&mut escaped, word);
        }
    }
    escaped
}

fn plain(escaped: &mut String, word: &str) {
    if word.starts_with("https://") || word.starts_with("http://") {
        let address = word.trim_end_matches(['.', ',', ';', ')', ':']);
        let _ = write!(escaped, "<{address}>{}", word.get(address.len()..).unwrap_or_default());
        return;
    }
    for letter in word.chars() {
        if matches!(letter, '[' | ']' | '<' | '>' | '*' | '_' | '\\' | '#' | '|') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
}
