//! The rows of the corpus, and what is done with each.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::compare::{Allowed, Findings, Form, compare};
use crate::kept::Kept;
use crate::registry::{Entity, entity};
use crate::{raw, rules};

/// The committed part of the corpus.
pub fn data(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/graph-docs").join(file)
}

/// The whole corpus, which is beside the repository where there is one.
pub fn shared(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus").join(file)
}

/// A row of `bodies.ndjson` or `creates.ndjson`, as text.
pub struct Row<'a> {
    pub id: String,
    /// The type that the sample declares.
    pub odata_type: String,
    pub url: String,
    members: Vec<(String, &'a str)>,
}

impl<'a> Row<'a> {
    /// The rows of a file.
    pub fn all(file: &'a str) -> Vec<Self> {
        file.lines().filter(|line| !line.is_empty()).map(Self::new).collect()
    }

    fn new(line: &'a str) -> Self {
        let members = raw::members(line);
        let text = |name: &str| {
            let value = members.iter().find(|(key, _)| key == name).map_or("null", |(_, value)| value);
            serde_json::from_str::<Option<String>>(value).expect("a text or null").unwrap_or_default()
        };
        Self { id: text("id"), odata_type: text("type"), url: text("url"), members }
    }

    /// The text of one of the row's bodies.
    pub fn body(&self, name: &str) -> &'a str {
        self.members.iter().find(|(key, _)| key == name).map_or("null", |(_, value)| value)
    }
}

/// What of a body is an entity.
enum Entities<'a> {
    One(&'a str),
    Page(&'a str),
}

/// A list is in `value`, and so is, in some samples, a single entity.
fn entities<'a>(body: &'a str) -> Entities<'a> {
    let members = raw::members(body);
    let mut properties = members.iter().filter(|(name, _)| !name.starts_with('@'));
    match (properties.next(), properties.next()) {
        (Some((name, value)), None)
            if name == "value"
                && value.starts_with('[')
                && raw::elements(value).into_iter().all(|element| element.starts_with('{')) =>
        {
            return Entities::Page(value);
        }
        (Some((name, value)), None) if name == "value" && value.starts_with('{') => return Entities::One(value),
        _ => {}
    }
    Entities::One(body)
}

/// What came of many rows.
#[derive(Default)]
pub struct Report {
    pub matching: usize,
    pub left_out: BTreeMap<&'static str, usize>,
    pub passed: usize,
    pub types: BTreeMap<String, usize>,
    pub allowed: BTreeMap<Allowed, usize>,
    pub kept: Kept,
    pub failures: Vec<String>,
}

impl Report {
    /// Reads, writes and compares every body of a type of ours.
    pub fn of_bodies(rows: &[Row<'_>]) -> Self {
        let mut report = Self::default();
        for row in rows {
            if let Some(entity) = entity(&row.odata_type) {
                report.bodies(row, entity, &["body"]);
            }
        }
        report
    }

    /// Counts a row and checks the named bodies of it.
    pub fn bodies(&mut self, row: &Row<'_>, entity: &Entity, names: &[&str]) {
        let json: Vec<Value> = names.iter().map(|name| serde_json::from_str(row.body(name)).expect("JSON")).collect();
        if let Some(rule) = self.matching(row, &json) {
            *self.left_out.entry(rule).or_default() += 1;
            return;
        }
        let mut failures = Vec::new();
        for name in names {
            let outcome = match entities(row.body(name)) {
                Entities::One(json) => (entity.one)(json, &mut self.kept),
                Entities::Page(json) => (entity.page)(json, &mut self.kept),
            };
            self.settle(outcome, &mut failures);
        }
        self.done(row, failures);
    }

    /// Counts a row that is of a type of ours; the rule that leaves it out.
    pub fn matching(&mut self, row: &Row<'_>, bodies: &[Value]) -> Option<&'static str> {
        self.matching += 1;
        *self.types.entry(row.odata_type.clone()).or_default() += 1;
        bodies.iter().find_map(rules::left_out)
    }

    /// Adds what a comparison found.
    pub fn settle(&mut self, outcome: Result<Findings, String>, failures: &mut Vec<String>) {
        match outcome {
            Ok(findings) => {
                failures.extend(findings.failures);
                for (allowed, count) in findings.allowed {
                    *self.allowed.entry(allowed).or_default() += count;
                }
            }
            Err(error) => failures.push(error),
        }
    }

    /// Counts a row that was checked.
    pub fn done(&mut self, row: &Row<'_>, failures: Vec<String>) {
        self.passed += usize::from(failures.is_empty());
        self.failures.extend(failures.into_iter().map(|failure| format!("{} ({}): {failure}", row.id, row.odata_type)));
    }

    /// Prints the counts; panics if there are failures.
    pub fn finish(&self, what: &str) {
        self.print(what);
        assert!(self.failures.is_empty(), "{} failures:\n{}", self.failures.len(), self.failures.join("\n"));
    }

    /// Prints the counts.
    pub fn print(&self, what: &str) {
        let left_out: usize = self.left_out.values().sum();
        println!("{what}: {} rows of {} types of ours", self.matching, self.types.len());
        println!("  left out: {left_out} {:?}", self.left_out);
        println!("  passed: {} of {}", self.passed, self.matching - left_out);
        println!("  differences that the rules allow: {:?}", self.allowed);
        println!(
            "  kept without a field: {} annotations, properties {:?}",
            self.kept.annotations, self.kept.properties
        );
        println!("  members of types that a family does not name: {:?}", self.kept.unrecognized);
    }
}

/// Reads, writes, reads again and compares a value.
pub fn round_trip<T>(json: &str, kept: &mut Kept) -> Result<Findings, String>
where
    T: graph_entity::model::Property + serde::de::DeserializeOwned + serde::Serialize + PartialEq,
{
    let value: T = graph_entity::json::from_str(json).map_err(|error| format!("not read: {error}"))?;
    let written = graph_entity::json::to_vec(&value).map_err(|error| format!("not written: {error}"))?;
    let again: T = graph_entity::json::from_slice(&written).map_err(|error| format!("not read again: {error}"))?;
    if again != value {
        return Err("reads back as another value".to_owned());
    }
    // The order of members says nothing, and `@odata.type` may come late (W1.10).
    let reversed: T = graph_entity::json::from_str(&raw::reversed(json))
        .map_err(|error| format!("not read in the opposite order: {error}"))?;
    if reversed != value {
        return Err("reads as another value in the opposite order".to_owned());
    }
    // The same through serde_json's own functions.
    let by_serde: T = serde_json::from_str(json).map_err(|error| format!("not read by serde_json: {error}"))?;
    if by_serde != value {
        return Err("serde_json reads another value".to_owned());
    }
    if serde_json::to_vec(&value).map_err(|error| error.to_string())? != written {
        return Err("serde_json writes another text".to_owned());
    }
    kept.add(&value);
    let text = std::str::from_utf8(&written).map_err(|error| error.to_string())?;
    if text.starts_with('{') && raw::members(text).iter().skip(1).any(|(name, _)| name == "@odata.type") {
        return Err(format!("`@odata.type` is not first: {text}"));
    }
    let before = serde_json::from_str(json).map_err(|error| error.to_string())?;
    let after = serde_json::from_str(text).map_err(|error| error.to_string())?;
    Ok(compare(&before, &after, Form::Storage))
}
