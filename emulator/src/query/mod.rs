//! The options of a query, read from a URL or from the parentheses of an `$expand`. What they do to items is in `list`
//! and `shape`.

mod expand;
mod options;
mod search;
mod select;

use std::cmp::Ordering;

use crate::error::Failure;
use crate::filter::{Filter, SortKey};
use crate::path;
use crate::store::Item;

pub(crate) use expand::Expand;
pub(crate) use options::decoded;
pub(crate) use search::Search;
pub(crate) use select::Select;

/// Everything that the options ask for.
#[derive(Debug, Default)]
pub(crate) struct Query {
    pub(crate) select: Select,
    pub(crate) filter: Option<Filter>,
    pub(crate) order: Vec<OrderKey>,
    pub(crate) search: Option<Search>,
    pub(crate) expand: Vec<Expand>,
    pub(crate) top: Option<usize>,
    pub(crate) skip: usize,
    pub(crate) counts: bool,
    pub(crate) skip_token: Option<String>,
    /// The options as they were read, with their `$`.
    source: Vec<(String, String)>,
}

/// One property to sort by.
#[derive(Debug)]
pub(crate) struct OrderKey {
    pub(crate) path: Vec<String>,
    pub(crate) descends: bool,
}

impl OrderKey {
    /// Whether it orders by how many elements a collection has.
    pub(crate) fn counts(&self) -> bool {
        self.path.last().is_some_and(|name| name == "$count")
    }
}

const SKIP_TOKEN: &str = "$skiptoken";

impl Query {
    /// Reads the query of a URL.
    pub(crate) fn of(query: Option<&str>) -> Result<Self, Failure> {
        Self::read(decoded(query)?, 0)
    }

    /// Reads options that are decoded.
    pub(crate) fn of_options(options: Vec<(String, String)>) -> Result<Self, Failure> {
        Self::read(options, 0)
    }

    /// Reads decoded options, `depth` levels below the URL.
    fn read(options: Vec<(String, String)>, depth: usize) -> Result<Self, Failure> {
        let mut query = Self::default();
        for (name, value) in options {
            // Graph takes system query options without their `$`, too.
            let bare = name.strip_prefix('$').unwrap_or(&name).to_ascii_lowercase();
            let full = format!("${bare}");
            if query.source.iter().any(|(other, _)| *other == full) {
                return Err(Failure::bad_request(format!(
                    "Query option '{full}' was specified more than once, but it must be specified at most once."
                )));
            }
            match bare.as_str() {
                "select" => query.select = Select::parse(&value),
                "filter" => query.filter = Some(Filter::parse(&value)?),
                "orderby" => query.order = order(&value)?,
                "search" => query.search = Some(Search::parse(&value)?),
                "expand" => query.expand = expand::parse(&value, depth)?,
                "top" => query.top = Some(number(&full, &value)?),
                "skip" => query.skip = number(&full, &value)?,
                "count" => query.counts = boolean(&full, &value)?,
                "skiptoken" => query.skip_token = Some(value.clone()),
                "format" => {}
                _ if name.starts_with('$') => return Err(unsupported(&name)),
                // Somebody else's.
                _ => continue,
            }
            query.source.push((full, value));
        }
        Ok(query)
    }

    /// Refuses what can't be asked of a single item.
    pub(crate) fn check_single(&self) -> Result<(), Failure> {
        let is_for_lists = self.filter.is_some()
            || self.search.is_some()
            || !self.order.is_empty()
            || self.top.is_some()
            || self.skip > 0
            || self.skip_token.is_some();
        if is_for_lists {
            return Err(Failure::bad_request(
                "The requested resource is not a collection. Query options $filter, $orderby, $count, $skip, and $top can \
                 be applied only on collections.",
            ));
        }
        Ok(())
    }

    /// Whether something decides which items are in the list.
    pub(crate) fn chooses(&self) -> bool {
        self.filter.is_some() || self.search.is_some()
    }

    /// Whether `item` is one that is asked for.
    pub(crate) fn lets_through(&self, item: &Item) -> bool {
        self.filter.as_ref().is_none_or(|filter| filter.matches(item))
            && self.search.as_ref().is_none_or(|search| search.matches(item))
    }

    /// Whether `name` has to be known to say which items are in the list, and in which order.
    pub(crate) fn looks_at(&self, name: &str) -> bool {
        self.filter.as_ref().is_some_and(|filter| filter.mentions(name))
            || self.order.iter().any(|key| key.path.first().is_some_and(|first| first.eq_ignore_ascii_case(name)))
    }

    /// What `item` is sorted by.
    pub(crate) fn sort_keys(&self, item: &Item) -> Vec<SortKey> {
        self.order.iter().map(|key| SortKey::at(item, &key.path)).collect()
    }

    /// The order of two items with these keys.
    pub(crate) fn compare(&self, a: &[SortKey], b: &[SortKey]) -> Ordering {
        let keys = self.order.iter().zip(a.iter().zip(b));
        let compared = keys.map(|(key, (a, b))| if key.descends { b.compare(a) } else { a.compare(b) });
        compared.fold(Ordering::Equal, Ordering::then)
    }

    /// What the options add to a context URL: `(id,displayName,manager())`.
    pub(crate) fn context(&self) -> String {
        let expanded = self.expand.iter().filter(|expand| !expand.is_all()).map(|expand| format!("{}()", expand.name));
        let names: Vec<_> = self.select.names().iter().map(|name| path::encode(name)).chain(expanded).collect();
        if names.is_empty() { String::new() } else { format!("({})", names.join(",")) }
    }

    /// The query of the URL for the page behind `token`: the same options, but for what an earlier page has done.
    pub(crate) fn with_token(&self, token: &str) -> String {
        let kept = self.kept().map(|(name, value)| (name.as_str(), value.as_str()));
        let pairs = kept.chain([(SKIP_TOKEN, token)]).map(|(name, value)| format!("{name}={}", path::encode(value)));
        pairs.collect::<Vec<_>>().join("&")
    }

    /// The options that are the same on all pages.
    pub(crate) fn kept(&self) -> impl Iterator<Item = &(String, String)> {
        self.source.iter().filter(|(name, _)| name != "$skip" && name != SKIP_TOKEN)
    }
}

fn unsupported(name: &str) -> Failure {
    Failure::bad_request(format!(
        "The query specified in the URI is not valid. The query parameter '{name}' is not supported."
    ))
}

fn number(name: &str, value: &str) -> Result<usize, Failure> {
    // `parse` alone would take a `+`.
    let digits = Some(value.trim()).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    digits.and_then(|digits| digits.parse().ok()).ok_or_else(|| {
        Failure::bad_request(format!(
            "Invalid value '{value}' for {name} query option found. The {name} query option requires a non-negative \
             integer value."
        ))
    })
}

fn boolean(name: &str, value: &str) -> Result<bool, Failure> {
    match value.trim() {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(Failure::bad_request(format!(
            "Invalid value '{value}' for {name} query option found. Valid values are 'true' or 'false'."
        ))),
    }
}

/// The keys that `$orderby` names.
fn order(value: &str) -> Result<Vec<OrderKey>, Failure> {
    value
        .split(',')
        .map(order_key)
        .collect::<Option<_>>()
        .ok_or_else(|| Failure::bad_request(format!("Invalid orderby clause: Syntax error in '{value}'.")))
}

fn order_key(text: &str) -> Option<OrderKey> {
    let mut words = text.split_ascii_whitespace();
    let path: Vec<_> = words.next()?.split('/').map(str::to_owned).collect();
    // `licenses/$count`: by how many there are.
    let named = if path.len() > 1 && path.ends_with(&["$count".to_owned()]) { &path[..path.len() - 1] } else { &path };
    let is_name = |name: &String| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "_-.".contains(c));
    let descends = match words.next() {
        None | Some("asc") => false,
        Some("desc") => true,
        Some(_) => return None,
    };
    let fits = words.next().is_none() && named.iter().all(is_name);
    fits.then_some(OrderKey { path, descends })
}

#[cfg(test)]
mod tests {
    use super::Query;

    #[test]
    fn refuses_what_it_cannot_read() {
        for query in [
            "$select=a&$select=b",
            "$select=a&select=b",
            "$select=%",
            "$top=-1",
            "$top=x",
            "$top=+1",
            "$skip=99999999999999999999999",
            "$count=yes",
            "$filter=",
            "$filter=a eq",
            "$orderby=",
            "$orderby=a up",
            "$orderby=a,,b",
            "$orderby=a desc b",
            "$search=",
            "$expand=",
            "$expand=a(",
            "$expand=a($foo=1)",
            "$expand=a($top=x)",
            "$foo=1",
            "$apply=x",
        ] {
            assert!(Query::of(Some(query)).is_err(), "{query}");
        }
        for query in ["", "x=$1&y", "$format=json", "@p='x'", "TOP=1&Filter=a%20eq%20'%26'"] {
            assert!(Query::of(Some(query)).is_ok(), "{query}");
        }
        let deep = format!("$expand={}a{}", "a($expand=".repeat(10_000), ")".repeat(10_000));
        assert!(Query::of(Some(&deep)).is_err());
    }
}
