//! Entity tags, and the conditions that requests make of them.

use graph_entity::edm::Binary;
use http::{HeaderMap, HeaderName, HeaderValue, header};

use crate::declared::{Declared, Trait};
use crate::error::Failure;

/// The tag of an item's version: opaque, and with characters that have to be sent back as they are.
pub(crate) fn of(version: u64) -> String {
    format!("W/\"{}\"", Binary::from(format!("'1-Item  {version:016x}??>'").into_bytes()))
}

pub(crate) fn header(version: u64) -> HeaderValue {
    HeaderValue::try_from(of(version)).expect("base64 is a header value")
}

/// Whether a write may be done to what has this version, or to what isn't there.
pub(crate) fn check_write(declared: &Declared, headers: &HeaderMap, version: Option<u64>) -> Result<(), Failure> {
    let is_match = matches(headers, &header::IF_MATCH, version);
    if is_match == Some(false) || matches(headers, &header::IF_NONE_MATCH, version) == Some(true) {
        return Err(Failure::precondition_failed(version.map(self::header)));
    }
    if is_match.is_none() && version.is_some() && declared.is(Trait::NeedsIfMatch) {
        return Err(Failure::precondition_required());
    }
    Ok(())
}

/// Whether the client has this version already.
pub(crate) fn is_known(headers: &HeaderMap, version: u64) -> bool {
    matches(headers, &header::IF_NONE_MATCH, Some(version)) == Some(true)
}

/// Whether the header names the version; `None` without the header. `*` is every version.
fn matches(headers: &HeaderMap, name: &HeaderName, version: Option<u64>) -> Option<bool> {
    let own = version.map(of);
    // What is no text is no tag, but it is a condition.
    let mut values = headers.get_all(name).iter().map(|value| value.to_str().unwrap_or_default()).peekable();
    values.peek()?;
    let mut tags = values.flat_map(|value| value.split(',')).map(str::trim);
    Some(own.is_some_and(|own| tags.any(|tag| tag == "*" || tag == own)))
}
