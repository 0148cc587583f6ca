//! The sample's values as the types of the fields want them: placeholders become values.

use serde_json::{Number, Value, json};

use super::facts::{Enum, Facts, Field, FieldType};
use super::read::type_name;

impl Facts {
    /// The value of a field on the wire, from what the sample sends.
    pub(super) fn value(&self, field: &Field, sent: &Value) -> Value {
        match sent {
            Value::Array(items) if field.is_collection => {
                items.iter().filter(|item| !item.is_null()).map(|item| self.one(&field.ty, item)).collect()
            }
            Value::Null if field.is_collection => json!([]),
            Value::Null if !field.required => Value::Null,
            one if field.is_collection => json!([self.one(&field.ty, one)]),
            // An entity in a list of itself, as some pages have it.
            Value::Array(items) if !matches!(field.ty, FieldType::Untyped | FieldType::Named(_)) => {
                items.first().map_or_else(|| self.placeholder(field), |item| self.one(&field.ty, item))
            }
            one => self.one(&field.ty, one),
        }
    }

    /// The value of a field that has to be sent, although no sample has it.
    pub(super) fn placeholder(&self, field: &Field) -> Value {
        if field.is_collection { json!([]) } else { self.one(&field.ty, &Value::Null) }
    }

    fn one(&self, ty: &FieldType, sent: &Value) -> Value {
        match ty {
            FieldType::Primitive(name) => primitive(name, sent),
            FieldType::Enum(odata) => {
                let ty = self.enums.iter().find(|ty| ty.odata == *odata);
                ty.map_or_else(|| json!("text"), |ty| Value::String(ty.members(sent)))
            }
            FieldType::Named(_) | FieldType::Untyped => any(None, sent),
        }
    }
}

impl Enum {
    /// The member that is sent, or several with commas between; the first one where there is none of that name.
    fn members(&self, sent: &Value) -> String {
        let text = sent.as_str().unwrap_or_default();
        let known = |name: &str| {
            let member = self.members.iter().find(|member| member.wire.eq_ignore_ascii_case(name.trim()));
            member.filter(|member| member.wire != SENTINEL).map(|member| member.wire.as_str())
        };
        let names: Option<Vec<&str>> =
            if self.is_flags { text.split(',').map(known).collect() } else { known(text).map(|name| vec![name]) };
        let first = || self.members.iter().map(|member| member.wire.as_str()).find(|name| *name != SENTINEL);
        names.map_or_else(|| first().unwrap_or_default().to_owned(), |names| names.join(","))
    }
}

/// Stands for members that the client does not know; it is never sent.
pub(super) const SENTINEL: &str = "unknownFutureValue";

fn primitive(name: &str, sent: &Value) -> Value {
    let text = sent.as_str();
    match name {
        "Edm.Boolean" => Value::Bool(sent.as_bool().unwrap_or(text != Some("false"))),
        "Edm.Byte" => integer(sent, 0, i64::from(u8::MAX)),
        "Edm.Int16" => integer(sent, i64::from(i16::MIN), i64::from(i16::MAX)),
        "Edm.Int32" => integer(sent, i64::from(i32::MIN), i64::from(i32::MAX)),
        "Edm.Int64" => integer(sent, i64::MIN, i64::MAX),
        "Edm.Double" | "Edm.Single" | "Edm.Decimal" => {
            let number = sent.as_f64().or_else(|| text?.parse().ok());
            Value::Number(
                number.and_then(Number::from_f64).or_else(|| Number::from_f64(1.5)).unwrap_or_else(|| 1.into()),
            )
        }
        _ => {
            let placeholder = match name {
                "Edm.DateTimeOffset" => "2024-01-31T08:30:00Z",
                "Edm.Date" => "2024-01-31",
                "Edm.TimeOfDay" => "08:30:00",
                "Edm.Duration" => "PT1H",
                "Edm.Guid" => "4bd8b36a-b36a-4bd8-6ab3-d84b6ab3d84b",
                "Edm.Binary" => "AQID",
                _ => return Value::String(string(sent)),
            };
            json!(text.filter(|text| has_form(name, text)).unwrap_or(placeholder))
        }
    }
}

fn integer(sent: &Value, least: i64, most: i64) -> Value {
    let number = sent.as_i64().or_else(|| sent.as_str()?.parse().ok());
    json!(number.filter(|number| (least..=most).contains(number)).unwrap_or(1))
}

fn string(sent: &Value) -> String {
    match sent {
        Value::String(text) if is_placeholder(text) => "text".to_owned(),
        Value::String(text) => text.clone(),
        Value::Number(_) | Value::Bool(_) => sent.to_string(),
        _ => "text".to_owned(),
    }
}

fn is_placeholder(text: &str) -> bool {
    text == "String" || text.starts_with("String (") || text.contains("TODO")
}

/// A value of a type that the page does not describe.
fn any(name: Option<&str>, sent: &Value) -> Value {
    match sent {
        Value::String(text) if name == Some("@odata.type") => json!(format!("#{}", type_name(text))),
        Value::String(text) => match &**text {
            "Integer" | "Int32" | "Int64" => json!(1),
            "Boolean" => json!(true),
            "Double" | "Decimal" => json!(1.5),
            _ => Value::String(string(sent)),
        },
        Value::Array(items) => items.iter().map(|item| any(None, item)).collect(),
        Value::Object(object) => object.iter().map(|(name, value)| (name.clone(), any(Some(name), value))).collect(),
        Value::Null if name.is_none() => json!({}),
        other => other.clone(),
    }
}

/// Whether the text has the form that the type's values have.
fn has_form(ty: &str, text: &str) -> bool {
    match ty {
        "Edm.DateTimeOffset" => text.split_once('T').is_some_and(|(date, time)| {
            let end = time.strip_suffix('Z').or_else(|| {
                let (time, offset) = time.split_once(['+', '-'])?;
                is_like(offset, "00:00").then_some(time)
            });
            is_like(date, "0000-00-00") && end.is_some_and(is_time)
        }),
        "Edm.Date" => is_like(text, "0000-00-00"),
        "Edm.TimeOfDay" => is_time(text),
        "Edm.Duration" => {
            let rest = text.strip_prefix('-').unwrap_or(text).strip_prefix('P');
            let is_part = |byte: u8| byte.is_ascii_digit() || b"TDHMS.".contains(&byte);
            rest.is_some_and(|rest| {
                rest.ends_with(['D', 'H', 'M', 'S']) && rest.bytes().all(is_part) && !rest.starts_with('D')
            })
        }
        "Edm.Guid" => {
            let lengths = text.split('-').map(str::len);
            lengths.eq([8, 4, 4, 4, 12]) && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
        }
        _ => {
            let body = text.trim_end_matches('=');
            let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || b"+/".contains(&byte);
            !body.is_empty()
                && text.len().is_multiple_of(4)
                && text.len() - body.len() < 3
                && body.bytes().all(is_letter)
        }
    }
}

/// `08:30`, `08:30:00`, `08:30:00.0000000`.
fn is_time(text: &str) -> bool {
    let (time, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_fraction = (1..=12).contains(&fraction.len()) && fraction.bytes().all(|byte| byte.is_ascii_digit());
    is_fraction && (is_like(time, "00:00:00") || (time == text && is_like(time, "00:00")))
}

/// Whether the text has a digit where the form has one, and else the same.
fn is_like(text: &str, form: &str) -> bool {
    let same = |(byte, form): (u8, u8)| if form == b'0' { byte.is_ascii_digit() } else { byte == form };
    text.len() == form.len() && text.bytes().zip(form.bytes()).all(same)
}
