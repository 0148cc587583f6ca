//! Literals in a URL: a value as OData writes it (W4), before the encoding of the whole.

use crate::client::error::UsageError;
use crate::edm::LiteralForm;
use crate::json::writer::Text;
use crate::model::write::Form;
use crate::model::{IntoValue, Place, SlotMut, Value};

/// A literal, and the name of the enum's type that some services want in front of it.
#[derive(Debug)]
pub(crate) struct Literal {
    pub(crate) text: String,
    pub(crate) enum_type: Option<&'static str>,
}

impl Literal {
    /// The literal of a primitive value. Fails for anything else, and for what can't be sent.
    pub(crate) fn of<V: Value>(value: &impl IntoValue<V>) -> Result<Self, UsageError> {
        let json = json(value)?;
        if json.starts_with(['{', '[']) {
            return Err(UsageError::new("only a primitive value, an enum's member or null can be compared"));
        }
        if !json.starts_with('"') {
            return Ok(Self { text: json, enum_type: None });
        }
        Self::of_json(&json, form::<V>())
    }

    /// The literal of a value whose JSON is `json`.
    pub(crate) fn of_json(json: &str, form: LiteralForm) -> Result<Self, UsageError> {
        let Some(inner) = json.strip_prefix('"').and_then(|inner| inner.strip_suffix('"')) else {
            return Ok(Self { text: json.to_owned(), enum_type: None });
        };
        let unescaped;
        let value = if inner.contains('\\') {
            unescaped = serde_json::from_str::<String>(json)
                .map_err(|error| UsageError::with_cause("the value is no text", error))?;
            &unescaped
        } else {
            inner
        };
        let (text, enum_type) = match form {
            LiteralForm::Bare => (bare(value)?, None),
            LiteralForm::Quoted => (quoted(value), None),
            LiteralForm::Duration => (format!("duration'{}'", bare(value)?), None),
            LiteralForm::Binary => {
                let bytes = value.replace('+', "-").replace('/', "_");
                (format!("binary{}", quoted(&bytes)), None)
            }
            LiteralForm::Enum(name) => (quoted(value), Some(name)),
        };
        Ok(Self { text, enum_type })
    }

    /// With the enum's type in front, if it is one's member.
    pub(crate) fn qualified(self) -> String {
        match self.enum_type {
            Some(name) => format!("{name}{}", self.text),
            None => self.text,
        }
    }
}

/// The value as JSON in a request.
fn json<V: Value>(value: &impl IntoValue<V>) -> Result<String, UsageError> {
    let mut json = Text::default();
    value
        .write_value(Form::Create, &mut json)
        .map_err(|error| UsageError::with_cause("a value of the query can't be sent", error))?;
    String::from_utf8(json.into_bytes())
        .map_err(|error| UsageError::with_cause("a value of the query is no text", error))
}

/// How values of the type are written.
fn form<V: Value>() -> LiteralForm {
    form_of(&V::place(Place::Plain(&mut V::empty())))
}

pub(crate) fn form_of(slot: &SlotMut<'_>) -> LiteralForm {
    match slot {
        SlotMut::Text(text) => text.kind().literal,
        // These are texts in JSON if they are no numbers there: `"INF"`.
        SlotMut::F32(_) | SlotMut::F64(_) | SlotMut::I64(_) | SlotMut::Decimal(_) => LiteralForm::Bare,
        _ => LiteralForm::Quoted,
    }
}

/// `'text'`, a quote in it twice.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    push_quoted(text, &mut quoted);
    quoted
}

/// Appends [`quoted`].
pub(super) fn push_quoted(text: &str, quoted: &mut String) {
    quoted.push('\'');
    for (index, part) in text.split('\'').enumerate() {
        if index > 0 {
            quoted.push_str("''");
        }
        quoted.push_str(part);
    }
    quoted.push('\'');
}

/// A text that stands without quotes: of a type of one's own it could be anything.
fn bare(text: &str) -> Result<String, UsageError> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-+.:_".contains(&byte);
    if text.is_empty() || !text.bytes().all(plain) {
        return Err(UsageError::new("a value of the query that stands without quotes has characters that end it"));
    }
    Ok(text.to_owned())
}
