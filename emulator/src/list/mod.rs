//! The items that a request for a list gets: which of them, in which order, and how many at a time. How they look is in
//! `shape`.

mod token;

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::address::Address;
use crate::declared::{Declared, Kind};
use crate::error::Failure;
use crate::prefer::Preferences;
use crate::query::Query;
use crate::store::Item;
use crate::tenant::{Row, Tenant};

pub(crate) use token::{Start, Token};

/// The greatest page that Graph gives.
const MAX_PAGE: usize = 999;

/// A page of a list.
pub(crate) struct Page<'a> {
    pub(crate) rows: Vec<Row<'a>>,
    /// Where the next page starts, if there is one.
    pub(crate) next: Option<Start>,
}

/// What is listed.
#[derive(Clone, Copy)]
pub(crate) struct List<'a, 'q> {
    pub(crate) tenant: Tenant<'a>,
    pub(crate) address: &'q Address,
    pub(crate) cast: Option<&'q str>,
    pub(crate) query: &'q Query,
}

/// How many items a page of `declared` has, and whether the client's preference decided it.
pub(crate) fn page_size(declared: &Declared, query: &Query, prefer: &Preferences) -> Result<(usize, bool), Failure> {
    let size = query.top.unwrap_or(declared.page_size);
    if query.top.is_some() && !(1..=MAX_PAGE).contains(&size) {
        return Err(Failure::bad_request(format!(
            "Invalid page size specified: '{size}'. Must be between 1 and {MAX_PAGE} inclusive."
        )));
    }
    Ok(match prefer.page_size {
        Some(preferred) => (preferred.min(query.top.unwrap_or(MAX_PAGE)), true),
        None => (size, false),
    })
}

impl<'a> List<'a, '_> {
    /// The page of at most `size` items from `start` on; without a start it is the first one.
    pub(crate) fn page(&self, start: Option<Start>, size: usize) -> Page<'a> {
        match start {
            None if self.query.order.is_empty() => self.walk((0, 0), self.query.skip, size),
            None => self.sorted(self.query.skip, size),
            Some(Start::Position(position)) => self.walk(position, 0, size),
            Some(Start::Offset(offset)) => self.sorted(offset, size),
        }
    }

    /// How many items there are on all pages.
    pub(crate) fn count(&self) -> usize {
        if self.cast.is_none() && !self.query.chooses() {
            return self.tenant.count(self.address);
        }
        self.tenant.rows(self.address, (0, 0)).filter(|(_, row)| self.has(row)).count()
    }

    /// The page in the order of the store. No item in front of it is looked at, unless it has to be skipped.
    fn walk(&self, from: (usize, u64), skip: usize, size: usize) -> Page<'a> {
        let mut rows = self.tenant.rows(self.address, from).filter(|(_, row)| self.has(row)).skip(skip);
        let mut page = Page { rows: Vec::new(), next: None };
        let mut last = from;
        for (position, row) in rows.by_ref().take(size) {
            page.rows.push(row);
            last = position;
        }
        // One more is looked for, so that no last page is empty.
        if page.rows.len() == size && rows.next().is_some() {
            page.next = Some(Start::Position((last.0, last.1 + 1)));
        }
        page
    }

    fn sorted(&self, offset: usize, size: usize) -> Page<'a> {
        let rows = self.tenant.rows(self.address, (0, 0)).map(|(_, row)| row).filter(|row| self.has(row));
        let mut rows: Vec<_> = rows.map(|row| (self.query.sort_keys(&self.facts(&row)), row)).collect();
        rows.sort_by(|(a, _), (b, _)| self.query.compare(a, b));
        let end = offset.saturating_add(size);
        let next = (rows.len() > end).then_some(Start::Offset(end));
        let rows = rows.into_iter().skip(offset).take(size).map(|(_, row)| row).collect();
        Page { rows, next }
    }

    fn has(&self, row: &Row<'_>) -> bool {
        self.cast.is_none_or(|cast| self.tenant.is_a(self.address, row, cast))
            && (!self.query.chooses() || self.query.lets_through(&self.facts(row)))
    }

    /// The item, with those of its relations that the query asks about.
    fn facts<'r>(&self, row: &'r Row<'_>) -> Cow<'r, Item> {
        let relations = &self.tenant.declared[row.home.collection].relations;
        let mut item = Cow::Borrowed(&*row.item);
        for (name, relation) in relations.iter().filter(|(name, _)| self.query.looks_at(name)) {
            let address = row.home.below(&row.id, *relation);
            let mut rows = self.tenant.rows(&address, (0, 0)).map(|(_, row)| Value::Object(row.item.into_owned()));
            let value = match self.tenant.declared[*relation].kind {
                Kind::Reference(_) => rows.next().unwrap_or(Value::Null),
                _ => rows.collect(),
            };
            item.to_mut().insert(name.clone(), value);
        }
        item
    }
}

/// What the options of an `$expand` leave of a value that is inside of an item.
pub(crate) fn of_inline(value: &Value, query: &Query) -> Value {
    match value {
        Value::Array(items) => {
            let mut items: Vec<_> =
                items.iter().filter(|item| item.as_object().is_none_or(|item| query.lets_through(item))).collect();
            let empty = Map::new();
            let keys = |item: &Value| query.sort_keys(item.as_object().unwrap_or(&empty));
            items.sort_by(|a, b| query.compare(&keys(a), &keys(b)));
            let items = items.into_iter().skip(query.skip).take(query.top.unwrap_or(usize::MAX));
            items.map(|item| of_inline_item(item, query)).collect()
        }
        item => of_inline_item(item, query),
    }
}

fn of_inline_item(item: &Value, query: &Query) -> Value {
    item.as_object().map_or_else(|| item.clone(), |item| Value::Object(query.select.of_item(item)))
}
