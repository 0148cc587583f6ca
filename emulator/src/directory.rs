//! The rules of directory objects: which queries must be advanced, and what that takes.

use http::HeaderMap;

use crate::declared::{Declared, Trait};
use crate::error::Failure;
use crate::filter::Filter;
use crate::query::{OrderKey, Query};
use crate::route::Tail;
use crate::tenant::Place;

/// What the rules leave of a query.
pub(crate) struct Permit {
    /// Whether the items are counted.
    pub(crate) counts: bool,
    /// Whether the query was an advanced one, so that its next pages have to be, too.
    pub(crate) is_advanced: bool,
}

/// Checks a query for a list.
pub(crate) fn check(declared: &Declared, place: &Place, query: &Query, headers: &HeaderMap) -> Result<Permit, Failure> {
    if !declared.is(Trait::Directory) {
        return Ok(Permit { counts: query.counts, is_advanced: false });
    }
    let is_eventual =
        headers.get("consistencylevel").is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"eventual"));
    let is_count = place.tail == Some(Tail::Count);
    if is_count && !is_eventual {
        return Err(missing("$count"));
    }
    if query.search.is_some() && !is_eventual {
        return Err(Failure::unsupported_query(
            "Request with $search query parameter only works through MSGraph with a special request header: \
             'ConsistencyLevel: eventual'",
        ));
    }
    let part = advanced_part(place, query);
    if let Some(part) = part
        && !(is_eventual && (query.counts || is_count))
    {
        return Err(missing(part));
    }
    let counts = query.counts && is_eventual;
    Ok(Permit { counts, is_advanced: counts || is_count || query.search.is_some() || part.is_some() })
}

/// The part of a query that it may have only if it is advanced and counts.
fn advanced_part(place: &Place, query: &Query) -> Option<&'static str> {
    let filter = query.filter.as_ref();
    filter
        .and_then(Filter::advanced_part)
        .or_else(|| (filter.is_some() && !query.order.is_empty()).then_some("$filter with $orderby"))
        .or_else(|| (query.order.len() > 1).then_some("$orderby of several properties"))
        .or_else(|| query.order.iter().any(OrderKey::counts).then_some("$orderby of a $count"))
        .or_else(|| (place.cast.is_some() && query.kept().next().is_some()).then_some("OData cast"))
}

fn missing(part: &str) -> Failure {
    Failure::unsupported_query(format!(
        "{part} is not supported because the required parameters might be missing. Try adding $count=true query \
         parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more \
         information"
    ))
}

/// Checks that a next page is asked for as the first one was.
pub(crate) fn check_next(was_advanced: bool, permit: &Permit) -> Result<(), Failure> {
    if was_advanced && !permit.is_advanced { Err(missing("$skiptoken of an advanced query")) } else { Ok(()) }
}
