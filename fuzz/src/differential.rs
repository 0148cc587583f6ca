//! The same text read by our derive and by `serde_derive`, into structs of the same names and types.
//!
//! Where serde accepts, so do we, with the same value and the same text of it, but for:
//! - an array in the place of an object, which serde takes for the fields in order: an error for us;
//! - an `@odata.type` (or `@type`) that is no text: an error for us; to serde it is a member like any other.
//!
//! Where serde refuses we may accept:
//! - two members of a name: the last counts;
//! - an Int64 in a string, or as a whole number with a fraction or an exponent (`"42"`, `8.0`, `1e3`);
//! - a Double in a string: `"INF"`, `"-INF"`, `"NaN"`;
//! - null for a collection: it is empty;
//! - a byte order mark before the text.

use graph_entity::{GraphComplex, json};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "g.ours", untagged)]
pub struct Ours {
    pub text: String,
    pub long: i64,
    pub double: f64,
    pub flag: bool,
    pub maybe_text: Option<String>,
    pub maybe_long: Option<i64>,
    pub maybe_double: Option<f64>,
    pub maybe_flag: Option<bool>,
    pub texts: Vec<String>,
    pub doubles: Vec<Option<f64>>,
    pub children: Vec<Ours>,
    pub child: Option<Box<Ours>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Theirs {
    text: String,
    long: i64,
    double: f64,
    flag: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    maybe_text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maybe_long: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maybe_double: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maybe_flag: Option<bool>,
    #[serde(default)]
    texts: Vec<String>,
    #[serde(default)]
    doubles: Vec<Option<f64>>,
    #[serde(default)]
    children: Vec<Theirs>,
    #[serde(skip_serializing_if = "Option::is_none")]
    child: Option<Box<Theirs>>,
}

pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        assert!(json::from_slice::<Ours>(data).is_err());
        return;
    };
    match (json::from_str::<Ours>(text), serde_json::from_str::<Theirs>(text)) {
        // By the text, so that floats count by their bits.
        (Ok(ours), Ok(theirs)) => {
            let written = json::to_vec(&ours).expect("it has no field that can fail");
            assert_eq!(String::from_utf8_lossy(&written), serde_json::to_string(&theirs).expect("nor has this one"));
            assert_eq!(serde_json::to_string(&ours).expect("nor by the other way").as_bytes(), written);
        }
        (Err(error), Ok(theirs)) => {
            let stricter = error.to_string().contains("invalid type: sequence, expected an object")
                || error.path().ends_with("['@odata.type']");
            assert!(stricter, "{error}: {theirs:?}");
        }
        (Ok(ours), Err(error)) => {
            let message = error.to_string();
            let lenient = message.starts_with("duplicate field")
                || ["expected i64", "expected f64", "null, expected a sequence"]
                    .iter()
                    .any(|one| message.contains(one))
                || text.starts_with('\u{feff}');
            assert!(lenient, "{error}: {ours:?}");
        }
        (Err(_), Err(_)) => {}
    }
}
