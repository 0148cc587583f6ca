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
    /// Nothing or null, and `[]`: a `Vec` that is no `Option` reads both as empty, and is stored (W3).
    EmptyList,
    /// `1` and `1.0`; a number in quotes (W3).
    NumberSpelt,
    /// `""` for a value that is no text (W3).
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
}

/// Compares two bodies.
pub fn compare(before: &Value, after: &Value, form: Form) -> Findings {
    let mut findings = Findings::default();
    findings.value("$", before, after, form);
    findings
}

impl Findings {
    fn allow(&mut self, allowed: Allowed) {
        *self.allowed.entry(allowed).or_default() += 1;
    }

    fn fail(&mut self, path: &str, what: impl std::fmt::Display) {
        self.failures.push(format!("{path}: {what}"));
    }

    fn value(&mut self, path: &str, before: &Value, after: &Value, form: Form) {
        match (before, after) {
            _ if before == after => {}
            (Value::Null, Value::Array(after)) if after.is_empty() && form == Form::Storage => {
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
        for (name, value) in before {
            let path = format!("{path}.{name}");
            match after.get(name) {
                Some(other) if is_type(name) => self.odata_type(&path, value, other),
                Some(other) => self.value(&path, value, other, form),
                None if is_type(name) => match after.get("@odata.type") {
                    Some(other) => self.odata_type(&path, value, other),
                    None => self.fail(&path, "the type is lost"),
                },
                None if value.is_null() => self.allow(Allowed::NullDropped),
                None if value == "" && is_time(name) => self.allow(Allowed::EmptyDropped),
                None if form == Form::Request && is_control(name) => self.allow(Allowed::ControlLeftOut),
                None if form == Form::Request && is_set_by_the_service(name) => self.allow(Allowed::ReadOnlyLeftOut),
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
                false if form == Form::Storage && value.as_array().is_some_and(Vec::is_empty) => {
                    self.allow(Allowed::EmptyList);
                }
                false => self.fail(&format!("{path}.{name}"), format_args!("{value} came from nowhere")),
            }
        }
    }

    fn odata_type(&mut self, path: &str, before: &Value, after: &Value) {
        let qualified =
            |value: &Value| value.as_str().map(|text| text.rsplit('#').next().unwrap_or(text).to_ascii_lowercase());
        if !after.as_str().is_some_and(|name| name.starts_with('#')) || qualified(before) != qualified(after) {
            self.fail(path, format_args!("{before} became {after}"));
        } else if before != after {
            self.allow(Allowed::TypeSpelt);
        }
    }
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

    use super::{Allowed, Form, compare};

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
}
