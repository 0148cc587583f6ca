//! Query options: what a list or a get asks for, and the URL's query that says so (W4, W6).

pub(crate) mod condition;
pub(crate) mod filter;
pub(crate) mod literal;
pub(crate) mod projection;
pub(crate) mod property;
pub(crate) mod search;

use std::borrow::Cow;

use http::{HeaderName, HeaderValue};
use percent_encoding::{AsciiSet, utf8_percent_encode};

use self::condition::Condition;
use self::projection::Projection;
use self::property::LeadsTo;
use super::parts::Parts;
use super::path::UNRESERVED;
use super::relative::Relative;
use crate::client::error::UsageError;

pub(crate) const CONSISTENCY_LEVEL: HeaderName = HeaderName::from_static("consistencylevel");
const EVENTUAL: HeaderValue = HeaderValue::from_static("eventual");

/// What stands for itself in an option's value (RFC 3986, and OData's own separators). `+` doesn't: some services take
/// it for a space.
const VALUE: &AsciiSet = &UNRESERVED
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b'/')
    .remove(b':')
    .remove(b';')
    .remove(b'=')
    .remove(b'@');

/// What a query asks for.
pub(crate) struct Options {
    filter: Option<Condition>,
    order: Result<Cow<'static, str>, UsageError>,
    orders: usize,
    counts_in_order: bool,
    /// Whether it is an advanced query, if the caller knows better.
    advanced: Option<bool>,
    search: Option<Result<String, UsageError>>,
    top: Option<u64>,
    skip: Option<u64>,
    count: bool,
    /// How many levels of relationships go with the properties of the struct; none if all properties are asked for.
    levels: Option<u8>,
    qualified: bool,
    /// Options in OData's own words.
    raw: Vec<(String, String)>,
}

impl Options {
    pub(crate) fn new() -> Self {
        Self {
            filter: None,
            order: Ok(Cow::Borrowed("")),
            orders: 0,
            counts_in_order: false,
            advanced: None,
            search: None,
            top: None,
            skip: None,
            count: false,
            levels: Some(1),
            qualified: false,
            raw: Vec::new(),
        }
    }

    /// A second condition has to be true as well.
    pub(crate) fn filter(&mut self, filter: Condition) {
        self.filter = Some(match self.filter.take() {
            Some(earlier) => earlier.and(filter),
            None => filter,
        });
    }

    pub(crate) fn order_by(
        &mut self,
        leads_to: LeadsTo,
        name: Result<Cow<'static, str>, UsageError>,
        direction: &'static str,
    ) {
        self.orders += 1;
        self.counts_in_order |= leads_to == LeadsTo::Count;
        let Ok(order) = &mut self.order else { return };
        match name {
            // Most orders are this one.
            Ok(name) if order.is_empty() && direction.is_empty() => *order = name,
            Ok(name) => {
                let order = order.to_mut();
                for part in [if order.is_empty() { "" } else { "," }, &name, direction] {
                    order.push_str(part);
                }
            }
            Err(error) => self.order = Err(error),
        }
    }

    pub(crate) fn search(&mut self, search: Result<String, UsageError>) {
        self.search = Some(search);
    }

    pub(crate) fn top(&mut self, top: u64) {
        self.top = Some(top);
    }

    pub(crate) fn skip(&mut self, skip: u64) {
        self.skip = Some(skip);
    }

    pub(crate) fn count(&mut self) {
        self.count = true;
    }

    pub(crate) fn advanced(&mut self, advanced: bool) {
        self.advanced = Some(advanced);
    }

    pub(crate) fn all_properties(&mut self) {
        self.levels = None;
    }

    pub(crate) fn expand_depth(&mut self, depth: u8) {
        self.levels = self.levels.map(|_| depth);
    }

    pub(crate) fn qualified_enums(&mut self) {
        self.qualified = true;
    }

    pub(crate) fn raw(&mut self, name: &str, value: &str) {
        self.raw.retain(|(other, _)| other != name);
        self.raw.push((name.to_owned(), value.to_owned()));
    }

    /// Puts the options into the query of a request, and the headers that they need beside it. `projection` is of the
    /// type that is asked for, `cast` says whether the path ends in a type.
    pub(crate) fn write(&mut self, parts: &mut Parts, projection: fn(u8) -> &'static Projection, cast: bool) {
        let projection = projection(self.levels.unwrap_or(0));
        if let Err(error) = self.put(parts, projection, cast) {
            parts.fail(error);
        }
    }

    fn put(&mut self, parts: &mut Parts, projection: &Projection, cast: bool) -> Result<(), UsageError> {
        if projection.is_too_long() {
            return Err(UsageError::new("so many levels of relationships make no URL: ask for less by `expand_depth`"));
        }
        let advanced = self.advanced.unwrap_or_else(|| self.looks_advanced(cast));
        let counted = self.count || advanced;
        let searched = self.search.is_some() || self.is_raw("$search");
        if self.advanced.unwrap_or(counted || searched || self.is_raw("$count")) {
            parts.headers.insert(CONSISTENCY_LEVEL, EVENTUAL);
        }
        if projection.has_enum {
            parts.prefer_newer_members();
        }
        self.put_projection(&mut parts.relative, projection);
        self.put_rest(&mut parts.relative, counted)?;
        for (name, value) in &self.raw {
            push_option(parts, name, value);
        }
        Ok(())
    }

    /// Whether `$select` is that of the struct.
    pub(crate) fn selects(&self) -> bool {
        self.levels.is_some() && !self.is_raw("$select")
    }

    fn is_raw(&self, name: &str) -> bool {
        self.raw.iter().any(|(raw, _)| raw == name)
    }

    /// Whether directory objects are asked so by their index only (W6).
    fn looks_advanced(&self, cast: bool) -> bool {
        let filtered = self.filter.is_some() || self.is_raw("$filter");
        let ordered = self.orders > 0 || self.is_raw("$orderby");
        let advanced_filter = self.filter.as_ref().is_some_and(|filter| filter.advanced);
        cast || advanced_filter || self.orders > 1 || self.counts_in_order || (filtered && ordered)
    }

    fn put_projection(&self, query: &mut Relative, projection: &Projection) {
        // With room for what most lists have beside it.
        query.reserve(projection.query.len() + if self.filter.is_some() { 160 } else { 32 });
        if self.levels.is_none() {
            return;
        }
        if self.raw.is_empty() && !projection.query.is_empty() {
            query.next_option().push_str(&projection.query);
            return;
        }
        for (name, encoded) in [("$select", &projection.select), ("$expand", &projection.expand)] {
            if !encoded.is_empty() && !self.is_raw(name) {
                query.option(name).push_str(encoded);
            }
        }
    }

    /// All but `$select` and `$expand`, unless the caller's own is in place of it.
    fn put_rest(&mut self, query: &mut Relative, counted: bool) -> Result<(), UsageError> {
        let raw = &self.raw;
        let mut put = |name: &str, value: &str| {
            if !raw.iter().any(|(raw, _)| raw == name) {
                push(query, name, value);
            }
        };
        if let Some(filter) = self.filter.take() {
            put("$filter", &filter.into_text(self.qualified)?);
        }
        let order = self.order.as_ref().map_err(Clone::clone)?;
        if !order.is_empty() {
            put("$orderby", order);
        }
        if let Some(search) = &self.search {
            put("$search", search.as_ref().map_err(Clone::clone)?);
        }
        for (name, number) in [("$top", self.top), ("$skip", self.skip)] {
            if let Some(number) = number {
                put(name, itoa::Buffer::new().format(number));
            }
        }
        if counted {
            put("$count", "true");
        }
        Ok(())
    }

    /// The options of a count: which entities are counted.
    pub(crate) fn write_count(self, parts: &mut Parts) {
        parts.headers.insert(CONSISTENCY_LEVEL, EVENTUAL);
        let filter = self.filter.map(|filter| filter.into_text(self.qualified));
        for (name, value) in [("$filter", filter), ("$search", self.search)] {
            match value {
                Some(Ok(value)) => push(&mut parts.relative, name, &value),
                Some(Err(error)) => parts.fail(error),
                None => {}
            }
        }
    }
}

/// Appends an option in the caller's words.
pub(crate) fn push_option(parts: &mut Parts, name: &str, value: &str) {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"$-_.~@".contains(&byte);
    if name.is_empty() || !name.bytes().all(plain) {
        parts.fail(UsageError::new(format!("`{}` can't be the name of a query option", name.escape_debug())));
        return;
    }
    push(&mut parts.relative, name, value);
}

/// Appends an option; its value is encoded here, and nowhere else.
fn push(relative: &mut Relative, name: &str, value: &str) {
    push_encoded(relative.option(name), value);
}

/// Appends the value of an option, encoded.
pub(super) fn push_encoded(query: &mut String, value: &str) {
    query.extend(utf8_percent_encode(value, VALUE));
}
