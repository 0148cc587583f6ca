//! What each case is asked.

use ::graph_entity::{GraphEntity, Request, json};
use ::std::assert_eq;
use ::std::cmp::PartialEq;
use ::std::fmt::Debug;
use ::std::result::Result;
use ::std::string::String;

/// Reads `text` as a `T`, by both ways, and checks that it is written as `text` again.
pub(crate) fn round_trip<T: GraphEntity + PartialEq + Debug>(text: &str) -> T {
    let value: T = Result::unwrap(json::from_str(text));
    let other: T = Result::unwrap(::serde_json::from_str(text));
    assert_eq!(value, other);
    assert_eq!(Result::unwrap(String::from_utf8(Result::unwrap(json::to_vec(&value)))), text);
    assert_eq!(Result::unwrap(::serde_json::to_string(&value)), text);
    value
}

/// The body of a request.
pub(crate) fn body<T, V>(request: Result<Request<T, V>, ::graph_entity::Error>) -> String {
    let body = Request::body(&Result::unwrap(request)).to_vec();
    Result::unwrap(String::from_utf8(body))
}
