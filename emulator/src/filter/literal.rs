//! Literals of OData, as they are in filters and in the parameters of functions.

use graph_entity::edm::{Binary, Date, DateTimeOffset, Duration, Guid, LocalDateTime, TimeOfDay};
use serde_json::{Number, Value};

use super::lex::{Lexeme, tokens};

/// A constant of a filter.
#[derive(Debug, Clone)]
pub(super) enum Literal {
    /// A string, or anything that JSON has as one: a GUID, a date, the name of an enum's member.
    Json(Value),
    /// `INF`, `-INF` or `NaN`, which JSON has no number for.
    Float(f64),
    Duration(Duration),
    Binary(Vec<u8>),
}

impl Literal {
    /// The literal that a word without quotes is; `None`: it is a name.
    pub(super) fn bare(word: &str) -> Option<Self> {
        Some(Self::Json(match word {
            "null" => Value::Null,
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            "INF" => return Some(Self::Float(f64::INFINITY)),
            "-INF" => return Some(Self::Float(f64::NEG_INFINITY)),
            "NaN" => return Some(Self::Float(f64::NAN)),
            _ => number(word).map(Value::Number).or_else(|| is_text(word).then(|| Value::from(word)))?,
        }))
    }

    /// A literal with a name before its quotes; the error says what is wrong with it.
    pub(super) fn typed(name: &str, content: &str) -> Result<Self, String> {
        let refused = || format!("Unrecognized '{name}' literal '{name}'{content}''");
        match name {
            "duration" => content.parse().map(Self::Duration).map_err(|_| refused()),
            "binary" => content.parse().map(|bytes: Binary| Self::Binary(bytes.into_vec())).map_err(|_| refused()),
            "guid" | "datetimeoffset" | "date" | "timeofday" => Ok(Self::Json(content.into())),
            // The name of an enum has its namespace.
            _ if name.contains('.') => Ok(Self::Json(content.into())),
            _ => Err(refused()),
        }
    }

    /// What JSON has for it.
    fn json(self, source: &str) -> Value {
        match self {
            Self::Json(value) => value,
            Self::Float(_) | Self::Duration(_) | Self::Binary(_) => source.into(),
        }
    }
}

/// The JSON value of a single literal, as a function's parameter has it; `None` if it is none. A bare word that is no
/// other literal is a string: some reports take names without quotes.
pub(crate) fn read(text: &str) -> Option<Value> {
    let tokens = tokens(text).ok()?;
    let [token, _end] = tokens.as_slice() else { return None };
    match &token.lexeme {
        Lexeme::Text(content) => Some(content.as_str().into()),
        Lexeme::Typed(name, content) => Literal::typed(name, content).ok().map(|literal| literal.json(content)),
        Lexeme::Word(word) => Some(Literal::bare(word).map_or_else(|| (*word).into(), |literal| literal.json(word))),
        _ => None,
    }
}

/// Numbers as OData has them; `serde_json` would take no leading zero, and no plus.
fn number(word: &str) -> Option<Number> {
    let digits = word.strip_prefix(['-', '+']).unwrap_or(word);
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let whole = word.parse::<i64>().map(Number::from).ok().or_else(|| word.parse::<u64>().map(Number::from).ok());
    whole.or_else(|| word.parse::<f64>().ok().and_then(Number::from_f64))
}

/// Whether JSON has `word` as a string although a filter has it without quotes.
fn is_text(word: &str) -> bool {
    if !word.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
        return word.parse::<Guid>().is_ok();
    }
    word.parse::<Guid>().is_ok()
        || word.parse::<DateTimeOffset>().is_ok()
        || word.parse::<Date>().is_ok()
        || word.parse::<TimeOfDay>().is_ok()
        || word.parse::<LocalDateTime>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::read;
    use serde_json::json;

    #[test]
    fn reads_parameters() {
        for (text, value) in [
            ("'O''Neil'", json!("O'Neil")),
            ("-12", json!(-12)),
            ("1.5", json!(1.5)),
            ("true", json!(true)),
            ("null", json!(null)),
            ("2018-03-05", json!("2018-03-05")),
            ("microsoft.graph.timeZoneStandard'Iana'", json!("Iana")),
            ("duration'PT1H'", json!("PT1H")),
            ("INF", json!("INF")),
            ("D7", json!("D7")),
        ] {
            assert_eq!(read(text), Some(value), "{text}");
        }
        for text in ["", "'a", "a b", "(1)", "duration'x'", "a'b'"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
