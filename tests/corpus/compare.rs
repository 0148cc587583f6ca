//! JSON before and after: equal, but for differences that the wire rules (W1 to W3) make equal in meaning. Each of these
//! is a variant of [`Allowed`] and counted; anything else is a failure.

use std::collections::BTreeMap;

use serde_json::Value;

/// A difference that is none in meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Allowed {
    /// The writer puts `@odata.type` first in every value of a known type (W1.6).
    TypeAdded,
    /// `microsoft.graph.x`, `#Microsoft.Graph.X` or `@type`, and `#microsoft.graph.x` (W1.1, W1.11, W1.13).
    TypeSpelt,
    /// null, and nothing: an `Option` holds neither (W3).
    NullDropped,
    /// Nothing or null, and `[]`: a `Vec` that is no `Option` reads both as empty, and is stored (W3). Of the values within a
    /// body to create too: there it was read as a whole value, of which a draft would leave the list out.
    EmptyList,
    /// `1` and `1.0`; a number in quotes (W3).
    NumberSpelt,
    /// `""` for a value that is no text (W3), or as an entity's key.
    EmptyDropped,
    /// `Normal` and `normal` (W3).
    EnumCase,
    /// `a, b` and `a,b` (W3).
    FlagsSpaced,
    /// The base64url alphabet or no padding, and the standard (W3).
    Base64Alphabet,
    /// Control information, which a request leaves out (W2).
    ControlLeftOut,
    /// What the service sets, which a request leaves out (W3).
    ReadOnlyLeftOut,
    /// The name of an abstract type, which a request leaves out: a service refuses it (W1.6).
    AbstractLeftOut,
}

/// What a comparison found.
#[derive(Debug, Default)]
pub struct Findings {
    /// How often there was each allowed difference.
    pub allowed: BTreeMap<Allowed, usize>,
    /// Paths and what differs there.
    pub failures: Vec<String>,
}

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The storage form, which keeps everything.
    Storage,
    /// The body of a request, which keeps what a client may set.
    Request,
    /// A value within it.
    Nested,
}

impl Form {
    fn within(self) -> Self {
        if self == Self::Storage { self } else { Self::Nested }
    }

    fn is_sent(self) -> bool {
        self != Self::Storage
    }
}

/// What is known of the type that a request creates.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known<'a> {
    /// The names of the entity's properties that only the service sets.
    pub read_only: &'a [&'a str],
    /// The qualified names of all abstract types.
    pub abstract_types: &'a [&'a str],
}

/// Compares two bodies.
pub fn compare(before: &Value, after: &Value, form: Form) -> Findings {
    compare_with(before, after, form, Known::default())
}

/// The same, with what is known of the type.
pub fn compare_with(before: &Value, after: &Value, form: Form, known: Known<'_>) -> Findings {
    let mut comparison = Comparison { findings: Findings::default(), known };
    comparison.value("$", before, after, form);
    comparison.findings
}

/// A comparison that is under way.
struct Comparison<'a> {
    findings: Findings,
    known: Known<'a>,
}

impl Comparison<'_> {
    fn allow(&mut self, allowed: Allowed) {
        *self.findings.allowed.entry(allowed).or_default() += 1;
    }

    fn fail(&mut self, path: &str, what: impl std::fmt::Display) {
        self.findings.failures.push(format!("{path}: {what}"));
    }

    fn value(&mut self, path: &str, before: &Value, after: &Value, form: Form) {
        match (before, after) {
            _ if before == after => {}
            (Value::Null, Value::Array(after)) if after.is_empty() && form != Form::Request => {
                self.allow(Allowed::EmptyList);
            }
            (Value::Object(before), Value::Object(after)) => self.object(path, before, after, form),
            (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
                for (index, (before, after)) in before.iter().zip(after).enumerate() {
                    self.value(&format!("{path}[{index}]"), before, after, form);
                }
            }
            _ => match spelling(before, after) {
                Some(allowed) => self.allow(allowed),
                None => self.fail(path, format_args!("{before} became {after}")),
            },
        }
    }

    fn object(
        &mut self,
        path: &str,
        before: &serde_json::Map<String, Value>,
        after: &serde_json::Map<String, Value>,
        form: Form,
    ) {
        let is_top = path == "$";
        let form = if is_top { form } else { form.within() };
        for (name, value) in before {
            let path = format!("{path}.{name}");
            match after.get(name) {
                Some(other) if is_type(name) => self.odata_type(&path, value, other),
                Some(other) => self.value(&path, value, other, form),
                None if is_type(name) => match after.get("@odata.type") {
                    Some(other) => self.odata_type(&path, value, other),
                    None if form.is_sent() && self.is_abstract(value) => self.allow(Allowed::AbstractLeftOut),
                    None => self.fail(&path, "the type is lost"),
                },
                None if value.is_null() => self.allow(Allowed::NullDropped),
                None if value == "" && (is_time(name) || name == "id") => self.allow(Allowed::EmptyDropped),
                None if form.is_sent() && is_control(name) => self.allow(Allowed::ControlLeftOut),
                None if form.is_sent() && is_set_by_the_service(name) => self.allow(Allowed::ReadOnlyLeftOut),
                None if is_top && self.known.read_only.contains(&&**name) => self.allow(Allowed::ReadOnlyLeftOut),
                None => self.fail(&path, format_args!("{value} is lost")),
            }
        }
        for (name, value) in after {
            match before.contains_key(name) {
                true => {}
                false if name == "@odata.type" && before.keys().any(|name| is_type(name)) => {}
                false if name == "@odata.type" && value.as_str().is_some_and(|name| name.starts_with('#')) => {
                    self.allow(Allowed::TypeAdded);
                }
                false if form != Form::Request && value.as_array().is_some_and(Vec::is_empty) => {
                    self.allow(Allowed::EmptyList);
                }
                false => self.fail(&format!("{path}.{name}"), format_args!("{value} came from nowhere")),
            }
        }
    }

    fn is_abstract(&self, name: &Value) -> bool {
        let name = qualified(name).unwrap_or_default();
        self.known.abstract_types.iter().any(|other| other.eq_ignore_ascii_case(&name))
    }

    fn odata_type(&mut self, path: &str, before: &Value, after: &Value) {
        if !after.as_str().is_some_and(|name| name.starts_with('#')) || qualified(before) != qualified(after) {
            self.fail(path, format_args!("{before} became {after}"));
        } else if before != after {
            self.allow(Allowed::TypeSpelt);
        }
    }
}

/// The qualified name in a value of `@odata.type`, in lower case.
fn qualified(value: &Value) -> Option<String> {
    value.as_str().map(|text| text.rsplit('#').next().unwrap_or(text).to_ascii_lowercase())
}

/// Two spellings of one value that is neither an object nor an array.
fn spelling(before: &Value, after: &Value) -> Option<Allowed> {
    let number = |value: &Value| match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    };
    if after.is_number() && number(before) == number(after) {
        return Some(Allowed::NumberSpelt);
    }
    let (before, after) = (before.as_str()?, after.as_str()?);
    if before.eq_ignore_ascii_case(after) && is_member(after) {
        return Some(Allowed::EnumCase);
    }
    let spaced = before.split(',').map(str::trim);
    if before.contains(", ") && spaced.clone().all(is_member) && spaced.eq(after.split(',')) {
        return Some(Allowed::FlagsSpaced);
    }
    let base64 = |text: &str| text.replace('-', "+").replace('_', "/").trim_end_matches('=').to_owned();
    (base64(before) == base64(after) && after.len() % 4 == 0).then_some(Allowed::Base64Alphabet)
}

/// A name as the members of enums have it: one word.
fn is_member(name: &str) -> bool {
    (1..=60).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn is_type(name: &str) -> bool {
    name.eq_ignore_ascii_case("@odata.type") || name == "@type"
}

/// Properties that hold a date or a time.
fn is_time(name: &str) -> bool {
    ["DateTime", "Date", "Time", "birthday"].into_iter().any(|end| name.ends_with(end))
}

/// Control information but what a request may carry.
fn is_control(name: &str) -> bool {
    name.contains("@odata.") && !name.ends_with("@odata.bind") && !name.ends_with("@odata.type")
}

/// Properties that only the service sets.
fn is_set_by_the_service(name: &str) -> bool {
    ["id", "createdDateTime", "lastModifiedDateTime", "createdBy", "lastModifiedBy", "webUrl"].contains(&name)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Allowed, Form, Known, compare, compare_with};

    #[test]
    fn an_allowed_difference_is_counted_and_any_other_is_a_failure() {
        for (before, after, allowed) in [
            (json!({}), json!({"@odata.type": "#a.b"}), Some(Allowed::TypeAdded)),
            (json!({"@odata.type": "A.b"}), json!({"@odata.type": "#a.b"}), Some(Allowed::TypeSpelt)),
            (json!({"@Odata.type": "a.b"}), json!({"@odata.type": "#a.b"}), Some(Allowed::TypeSpelt)),
            (json!({"x": null}), json!({}), Some(Allowed::NullDropped)),
            (json!({"x": 1}), json!({"x": 1.0}), Some(Allowed::NumberSpelt)),
            (json!({"x": "9"}), json!({"x": 9}), Some(Allowed::NumberSpelt)),
            (json!({"birthday": ""}), json!({}), Some(Allowed::EmptyDropped)),
            (json!({"id": ""}), json!({}), Some(Allowed::EmptyDropped)),
            (json!({"id": "1"}), json!({}), None),
            (json!({"x": "Low"}), json!({"x": "low"}), Some(Allowed::EnumCase)),
            (json!({"x": "a, b"}), json!({"x": "a,b"}), Some(Allowed::FlagsSpaced)),
            (json!({"x": "-_8"}), json!({"x": "+/8="}), Some(Allowed::Base64Alphabet)),
            (json!({"@odata.type": "#a.b"}), json!({"@odata.type": "#a.c"}), None),
            (json!({"@odata.type": "#a.b"}), json!({}), None),
            (json!({}), json!({"@odata.type": "a.b"}), None),
            (json!({"x": 1}), json!({"x": 2}), None),
            (json!({"x": 1}), json!({"x": "1"}), None),
            (json!({"x": "a b"}), json!({"x": "A b"}), None),
            (json!({"x": []}), json!({}), None),
            (json!({"x": [1, null]}), json!({"x": [1]}), None),
            (json!({"x": ""}), json!({}), None),
            (json!({}), json!({"x": null}), None),
            (json!({"@odata.id": "a"}), json!({}), None),
        ] {
            let findings = compare(&before, &after, Form::Storage);
            assert_eq!(findings.failures.is_empty(), allowed.is_some(), "{before} {after}");
            assert_eq!(findings.allowed.keys().next().copied(), allowed, "{before} {after}");
        }
        let findings = compare(&json!({"@odata.id": "a", "id": "1"}), &json!({}), Form::Request);
        assert!(findings.failures.is_empty(), "{findings:?}");
        assert_eq!(findings.allowed.len(), 2);
    }

    #[test]
    fn a_request_leaves_out_what_no_client_sets_and_has_lists_within_its_values_only() {
        let known = Known { read_only: &["size"], abstract_types: &["a.base"] };
        for (before, after, allowed) in [
            (json!({"size": 4}), json!({}), Some(Allowed::ReadOnlyLeftOut)),
            (json!({"file": {"size": 4}}), json!({"file": {}}), None),
            (json!({"length": 4}), json!({}), None),
            (json!({"x": {"@odata.type": "A.base"}}), json!({"x": {}}), Some(Allowed::AbstractLeftOut)),
            (json!({"x": {"@odata.type": "#a.derived"}}), json!({"x": {}}), None),
            (json!({"x": {}}), json!({"x": {"list": []}}), Some(Allowed::EmptyList)),
            (json!({"x": [{"list": null}]}), json!({"x": [{"list": []}]}), Some(Allowed::EmptyList)),
            (json!({"x": {}}), json!({"x": {"list": [1]}}), None),
            (json!({"x": {"list": [1]}}), json!({"x": {"list": []}}), None),
            (json!({}), json!({"list": []}), None),
            (json!({"list": null}), json!({"list": []}), None),
        ] {
            let findings = compare_with(&before, &after, Form::Request, known);
            assert_eq!(findings.failures.is_empty(), allowed.is_some(), "{before} {after}");
            assert_eq!(findings.allowed.keys().next().copied(), allowed, "{before} {after}");
        }
        let stored = compare_with(&json!({"@odata.type": "#a.base"}), &json!({}), Form::Storage, known);
        assert_eq!(stored.failures.len(), 1);
    }
}
