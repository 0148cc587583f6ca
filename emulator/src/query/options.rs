//! The pairs of a query, before anyone reads them.

use crate::error::Failure;
use crate::path;

/// The options of a query: split first, then decoded once. A `+` is a plus.
pub(crate) fn decoded(query: Option<&str>) -> Result<Vec<(String, String)>, Failure> {
    let pairs = query.unwrap_or_default().split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let decoded = pairs.map(|(name, value)| path::decode(name).zip(path::decode(value)));
    let unreadable = || Failure::bad_request("The query of the URL is not valid percent-encoded UTF-8.");
    decoded.collect::<Option<_>>().ok_or_else(unreadable)
}
