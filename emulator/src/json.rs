//! Reads the object in a request body, strictly. What its members mean isn't known here.

use std::collections::HashSet;
use std::fmt;

use serde_core::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use crate::error::Failure;

/// The object that `body` holds.
pub(crate) fn object(body: &[u8]) -> Result<Map<String, Value>, Failure> {
    let unreadable = |error: serde_json::Error| {
        Failure::bad_request(format!(
            "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid \
             JSON format. {error}"
        ))
    };
    serde_json::from_slice::<NoNameTwice>(body).map_err(unreadable)?;
    match serde_json::from_slice(body).map_err(unreadable)? {
        Value::Object(members) => Ok(members),
        _ => Err(Failure::bad_request("The request payload must be a JSON object.")),
    }
}

/// Any JSON without an object that has a name twice. It is a reading of its own, beside that of [`Value`], so that
/// numbers are `Value`'s matter whatever features of `serde_json` a program has on.
struct NoNameTwice;

impl<'de> Deserialize<'de> for NoNameTwice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self)
    }
}

impl<'de> Visitor<'de> for NoNameTwice {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self, A::Error> {
        let mut names = HashSet::new();
        while let Some(name) = map.next_key::<String>()? {
            map.next_value::<Self>()?;
            if let Some(name) = names.replace(name) {
                return Err(A::Error::custom(format_args!("The name '{name}' is given twice")));
            }
        }
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self, A::Error> {
        while items.next_element::<Self>()?.is_some() {}
        Ok(self)
    }

    fn visit_unit<E>(self) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_str<E>(self, _: &str) -> Result<Self, E> {
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::object;

    #[test]
    fn reads_an_object() {
        let members = object(br#"{"a": [1, -2, 1.5, true, null, "x", {"a": {"b": 1}}], "b": {}}"#).expect("an object");
        assert_eq!(members.len(), 2);
    }

    #[test]
    fn refuses_anything_else() {
        for body in ["", "1", "[]", "null", "{", "{}x", "{\"a\":1,\"a\":1}", "{\"a\":[{\"b\":1,\"b\":2}]}", "{a:1}"] {
            assert!(object(body.as_bytes()).is_err(), "{body}");
        }
        assert!(object(b"{\"a\":\"\xff\"}").is_err());
        assert!(object("[".repeat(100_000).as_bytes()).is_err());
    }
}
