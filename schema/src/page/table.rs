//! The tables of a page: the properties of the body, and the permissions.

use super::blocks::{Row as Cells, Text};

/// A row of the table of properties.
#[allow(clippy::struct_excessive_bools)] // What a row says, each for itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The name of the property.
    pub name: String,
    /// Its type; none where the table has no such column, or no type in it.
    pub ty: Option<RowType>,
    /// What the table says of it.
    pub description: Option<String>,
    /// The row itself says that it is required.
    pub says_required: bool,
    /// The row itself says that it can be left out.
    pub says_optional: bool,
    /// The service sets it.
    pub read_only: bool,
    /// It comes from a base type.
    pub inherited: bool,
    /// The members that an enumeration has by the description.
    pub values: Vec<String>,
    /// Its line in the page, from 1.
    pub line: u32,
}

/// The type of a property, as a table has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowType {
    /// `Edm.String`, or the qualified name of another type.
    pub name: String,
    /// There are several values.
    pub is_collection: bool,
}

/// What the table of permissions says. `None` is for a kind that is not supported, or that the page is silent on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Permissions {
    /// For a user with a work or school account.
    pub delegated_work: Option<Permission>,
    /// For a user with a personal account.
    pub delegated_personal: Option<Permission>,
    /// For an app by itself.
    pub application: Option<Permission>,
}

/// The permissions of one kind; one of them is enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permission {
    /// The least privileged one.
    pub least: String,
    /// The others.
    pub others: Vec<String>,
}

/// Whether it is a table of properties: it has their names, and types or descriptions.
pub(super) fn is_of_properties(rows: &[Cells]) -> bool {
    let Some(head) = rows.first() else { return false };
    head.column(NAMES) == Some(0) && (head.column(TYPES).is_some() || head.column(DESCRIPTIONS).is_some())
}

const NAMES: &[&str] = &["property", "parameter", "name", "properties"];
const TYPES: &[&str] = &["type", "data type"];
const DESCRIPTIONS: &[&str] = &["description", "value"];

/// The rows of a table of properties.
pub(super) fn rows(table: &[Cells], namespace: &str) -> Vec<Row> {
    let Some((head, rows)) = table.split_first() else { return Vec::new() };
    let (ty, description) = (head.column(TYPES), head.column(DESCRIPTIONS));
    let required = head.column(&["required", "required?"]);
    rows.iter()
        .filter_map(|row| {
            let name = row.cells.first()?.text.trim_matches(|letter: char| letter == '`' || letter.is_whitespace());
            let text = row.cell(description).map(|cell| cell.text.trim()).unwrap_or_default();
            let column = row.cell(required).map(|cell| cell.text.trim().to_lowercase()).unwrap_or_default();
            let lower = text.to_lowercase();
            Some(Row {
                name: name.split_whitespace().next()?.to_owned(),
                ty: row.cell(ty).and_then(|cell| row_type(cell, namespace)),
                description: describe(text),
                says_required: is_required(&lower) || matches!(&*column, "yes" | "true" | "required"),
                says_optional: is_optional(&lower) || matches!(&*column, "no" | "false" | "optional"),
                read_only: ["read-only", "read only", "readonly"].iter().any(|words| lower.contains(words)),
                inherited: lower.contains("inherited from"),
                values: values(text),
                line: row.line,
            })
        })
        .collect()
}

/// `Required.` as a sentence of its own.
fn is_required(text: &str) -> bool {
    sentences(text)
        .any(|sentence| matches!(sentence.trim_start_matches(['(', '[']), "required" | "required)" | "required]"))
}

fn is_optional(text: &str) -> bool {
    sentences(text).any(|sentence| {
        matches!(sentence.trim_start_matches('('), "optional" | "optional)" | "not required" | "nullable")
            || (sentence.starts_with("either ") && sentence.ends_with("required"))
    })
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', ';']).map(str::trim)
}

/// The description, without what the struct says by itself. None if nothing is left, or it is left to do.
fn describe(text: &str) -> Option<String> {
    let text = match text.find("Inherited from") {
        Some(at) => {
            let end = text.get(at..).and_then(|rest| rest.find(". ")).map_or(text.len(), |end| at + end + 2);
            format!("{}{}", text.get(..at).unwrap_or_default(), text.get(end..).unwrap_or_default())
        }
        None => text.to_owned(),
    };
    let text = text.trim();
    (!text.is_empty() && !text.contains("TODO")).then(|| text.to_owned())
}

/// `String`, `Int32 collection`, `Collection(Edm.String)`, a link to the page of a type, …
fn row_type(cell: &Text, namespace: &str) -> Option<RowType> {
    let text = cell.text.replace('`', "");
    let text = text.trim();
    if text.contains("TODO") {
        return None;
    }
    let lower = text.to_lowercase();
    let (text, is_collection) = if let Some(inner) = inside(text, &lower, "collection(", ")") {
        (inner, true)
    } else if let Some(inner) = inside(text, &lower, "collection of ", "").or(inside(text, &lower, "", " collection")) {
        (inner, true)
    } else {
        (inside(text, &lower, "", "[]").unwrap_or(text), lower.ends_with("[]"))
    };
    let name = text.trim();
    let name = name.strip_prefix("Edm.").unwrap_or(name);
    if let Some((_, edm)) = EDM.iter().find(|(spelt, _)| spelt.eq_ignore_ascii_case(name)) {
        return Some(RowType { name: (*edm).to_owned(), is_collection });
    }
    let is_name = name.split('.').all(is_identifier);
    let name = if name.contains('.') { name.to_owned() } else { format!("{namespace}.{name}") };
    is_name.then_some(RowType { name, is_collection })
}

fn inside<'a>(text: &'a str, lower: &str, start: &str, end: &str) -> Option<&'a str> {
    (lower.starts_with(start) && lower.ends_with(end)).then(|| text.get(start.len()..text.len() - end.len()))?
}

pub(super) fn is_identifier(name: &str) -> bool {
    let mut letters = name.chars();
    letters.next().is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
        && letters.all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}

/// The primitive types, as pages spell them.
const EDM: [(&str, &str); 25] = [
    ("String", "Edm.String"),
    ("Boolean", "Edm.Boolean"),
    ("Bool", "Edm.Boolean"),
    ("Int16", "Edm.Int16"),
    ("Int32", "Edm.Int32"),
    ("Int64", "Edm.Int64"),
    ("Integer", "Edm.Int32"),
    ("Int", "Edm.Int32"),
    ("Long", "Edm.Int64"),
    ("Byte", "Edm.Byte"),
    ("Double", "Edm.Double"),
    ("Number", "Edm.Double"),
    ("Float", "Edm.Single"),
    ("Single", "Edm.Single"),
    ("Decimal", "Edm.Decimal"),
    ("DateTimeOffset", "Edm.DateTimeOffset"),
    ("DateTime", "Edm.DateTimeOffset"),
    ("Timestamp", "Edm.DateTimeOffset"),
    ("Date", "Edm.Date"),
    ("TimeOfDay", "Edm.TimeOfDay"),
    ("Duration", "Edm.Duration"),
    ("Guid", "Edm.Guid"),
    ("UUID", "Edm.Guid"),
    ("Binary", "Edm.Binary"),
    ("Stream", "Edm.Stream"),
];

/// The members behind `Possible values are:`, up to the end of the sentence.
fn values(text: &str) -> Vec<String> {
    let lower = text.to_ascii_lowercase();
    let behind = |words: &str| lower.find(words).map(|at| at + words.len());
    let Some(start) = behind("possible values are").or(behind("possible values")) else { return Vec::new() };
    let list = text.get(start..).unwrap_or_default().trim_start_matches([':', ' ']);
    let end = list.find(". ").unwrap_or(list.len());
    let list = list.get(..end).unwrap_or_default().trim_end_matches('.');
    let words: Vec<&str> = if list.contains('`') {
        list.split('`').skip(1).step_by(2).collect()
    } else {
        list.split(|letter: char| letter == ',' || letter.is_whitespace())
            .filter(|word| !matches!(*word, "and" | "or"))
            .collect()
    };
    let mut members: Vec<String> = Vec::new();
    for word in words.into_iter().map(str::trim).filter(|word| is_identifier(word) && *word != "TODO") {
        if !members.iter().any(|member| member == word) {
            members.push(word.to_owned());
        }
    }
    members
}

/// The permissions of a table with a row for each kind.
pub(super) fn permissions(table: &[Cells]) -> Option<Permissions> {
    let (head, rows) = table.split_first()?;
    if head.column(&["permission type"]) != Some(0) {
        return None;
    }
    // "(from most to least privileged)": the least one is the last.
    let reversed = head.cells.get(1).is_some_and(|cell| cell.text.contains("most to least"));
    let mut permissions = Permissions::default();
    for row in rows {
        let kind = row.cells.first().map(|cell| cell.text.to_lowercase()).unwrap_or_default();
        let place = if kind.contains("work") {
            &mut permissions.delegated_work
        } else if kind.contains("personal") {
            &mut permissions.delegated_personal
        } else if kind.contains("application") {
            &mut permissions.application
        } else {
            continue;
        };
        let cells = row.cells.iter().skip(1);
        let mut names: Vec<String> = cells.flat_map(|cell| cell.text.split(',')).filter_map(permission).collect();
        if reversed {
            names.reverse();
        }
        let mut names = names.into_iter();
        *place = names.next().map(|least| Permission { least, others: names.collect() });
    }
    Some(permissions)
}

/// A permission's name, or several that are needed at once; nothing for `Not supported.` and what is left to do.
fn permission(text: &str) -> Option<String> {
    let name = text.trim().trim_matches(['.', '*', '`']).trim();
    let none = ["not supported", "not available", "not applicable", "none"];
    let says_none = none.iter().any(|words| name.to_lowercase().starts_with(words));
    (name.contains('.') && !says_none && !name.contains("TODO")).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::blocks::Text;
    use super::{describe, is_optional, is_required, row_type, values};

    #[test]
    fn types_in_every_spelling() {
        let cases = [
            ("String", Some(("Edm.String", false))),
            ("string collection", Some(("Edm.String", true))),
            ("Collection(Edm.Int32)", Some(("Edm.Int32", true))),
            ("Collection of ipRange", Some(("microsoft.graph.ipRange", true))),
            ("`Boolean`", Some(("Edm.Boolean", false))),
            ("microsoft.graph.security.alert collection", Some(("microsoft.graph.security.alert", true))),
            ("Guid[]", Some(("Edm.Guid", true))),
            ("String or null", None),
            ("TODO", None),
            ("", None),
        ];
        for (cell, expected) in cases {
            let ty = row_type(&Text { text: cell.to_owned(), links: Vec::new() }, "microsoft.graph");
            assert_eq!(ty.as_ref().map(|ty| (&*ty.name, ty.is_collection)), expected, "{cell}");
        }
    }

    #[test]
    fn members_of_enumerations() {
        let cases = [
            ("The state. Possible values are: `a`, `b2`, `a`. Or `c`.", "a b2"),
            ("The possible values are `low` (the least) and `high`.", "low high"),
            ("Possible values: one, two and three_4", "one two three_4"),
            ("Possible values are: `v1.0`, `*`.", ""),
            ("The values `a` and `b`.", ""),
            ("Possible values are", ""),
        ];
        for (text, members) in cases {
            assert_eq!(values(text).join(" "), members, "{text}");
        }
    }

    #[test]
    fn what_a_description_says_of_the_need() {
        assert!(is_required("the name. required."));
        assert!(is_required("required"));
        assert!(!is_required("the required level."));
        assert!(is_optional("the name. optional."));
        assert!(is_optional("either this property or that is required."));
        assert!(!is_optional("required."));
        assert_eq!(describe("Key. Inherited from entity. More."), Some("Key. More.".to_owned()));
        assert_eq!(describe("Inherited from entity"), None);
        assert_eq!(describe("TODO: Add Description"), None);
    }
}
