//! The whole that a request sees: what is declared, and what is stored there. It reads; writing is done in the modules
//! of the methods.

mod resolve;

use std::borrow::Cow;
use std::rc::Rc;

use serde_json::Value;

use crate::address::Address;
use crate::declared::{Declared, Kind};
use crate::store::{ALONE, Item, Store, Target, own_type};

pub(crate) use resolve::{At, Place, spelled};

#[derive(Clone, Copy)]
pub(crate) struct Tenant<'a> {
    pub(crate) declared: &'a [Declared],
    pub(crate) store: &'a Store,
}

/// An item where it lives, which isn't always where it was found.
#[derive(Debug, Clone)]
pub(crate) struct Row<'a> {
    pub(crate) home: Rc<Address>,
    pub(crate) id: Cow<'a, str>,
    pub(crate) item: Cow<'a, Item>,
    pub(crate) version: u64,
}

/// Where an item is among others: the part of a union, and the place in it.
pub(crate) type Position = (usize, u64);

impl<'a> Tenant<'a> {
    /// The items at `address` from a position on, each with its own.
    pub(crate) fn rows(self, address: &Address, from: Position) -> Box<dyn Iterator<Item = (Position, Row<'a>)> + 'a> {
        let home = Rc::new(address.clone());
        match &self.declared[address.collection].kind {
            Kind::Items => Box::new(self.store.items(address).from(from.1).map(move |(place, stored)| {
                let id = stored.item.get("id").and_then(Value::as_str).unwrap_or(ALONE).into();
                let row = Row { home: home.clone(), id, item: Cow::Borrowed(&stored.item), version: stored.version };
                ((0, place), row)
            })),
            Kind::Generated(count, make) => {
                Box::new((from.1..*count as u64).map(move |place| ((0, place), generated(&home, place, make))))
            }
            Kind::References(_) | Kind::Reference(_) => {
                let links = self.store.links(address).from(from.1);
                Box::new(links.filter_map(move |(place, target)| Some(((0, place), self.target(target)?))))
            }
            Kind::Union(targets) => {
                let parts = targets.iter().enumerate().skip(from.0);
                Box::new(parts.flat_map(move |(part, target)| {
                    let address = Address { collection: *target, keys: Vec::new() };
                    let start = if part == from.0 { from.1 } else { 0 };
                    self.rows(&address, (0, start)).map(move |((_, place), row)| ((part, place), row))
                }))
            }
            Kind::Singleton(_) => Box::new(self.single(address).into_iter().map(|row| ((0, 0), row))),
            Kind::Media | Kind::Stream | Kind::Redirect(_) | Kind::Alias(_) => Box::new(std::iter::empty()),
        }
    }

    /// How many there are.
    pub(crate) fn count(self, address: &Address) -> usize {
        match &self.declared[address.collection].kind {
            Kind::Items => self.store.items(address).len(),
            Kind::Generated(count, _) => *count,
            Kind::References(_) | Kind::Reference(_) => self.store.links(address).len(),
            Kind::Union(targets) => {
                targets.iter().map(|target| self.count(&Address { collection: *target, keys: Vec::new() })).sum()
            }
            _ => 0,
        }
    }

    /// The item of `address` whose key is `id`.
    pub(crate) fn find(self, address: &Address, id: &str) -> Option<Row<'a>> {
        match &self.declared[address.collection].kind {
            Kind::Items => self.store.items(address).get(id).map(|stored| Row {
                home: Rc::new(address.clone()),
                id: id.to_owned().into(),
                item: Cow::Borrowed(&stored.item),
                version: stored.version,
            }),
            Kind::Generated(count, make) => {
                let home = Rc::new(address.clone());
                let at = |place: u64| {
                    // An index that isn't there is nothing that `make` has to know of.
                    let row = (place < *count as u64).then(|| generated(&home, place, make));
                    row.filter(|row| row.id == id)
                };
                // Most ids end in the number of their item; without one, all items have to be looked at.
                let digits = id.len() - id.bytes().rev().take_while(u8::is_ascii_digit).count();
                let likely = id
                    .get(digits..)
                    .and_then(|digits| digits.parse().ok())
                    .and_then(|place: u64| at(place).or_else(|| place.checked_sub(1).and_then(at)));
                likely.or_else(|| (0..*count as u64).find_map(at))
            }
            Kind::References(_) | Kind::Reference(_) => {
                let mut links = self.store.links(address).from(0);
                links.find(|(_, target)| target.id == id).and_then(|(_, target)| self.target(target))
            }
            Kind::Union(targets) => {
                targets.iter().find_map(|target| self.find(&Address { collection: *target, keys: Vec::new() }, id))
            }
            _ => None,
        }
    }

    /// The one item that is at `address` without a key.
    pub(crate) fn single(self, address: &Address) -> Option<Row<'a>> {
        match &self.declared[address.collection].kind {
            Kind::Singleton(initial) => {
                let stored = self.store.items(address).get(ALONE);
                let (item, version) = stored.map_or((initial, 0), |stored| (&stored.item, stored.version));
                let home = Rc::new(address.clone());
                Some(Row { home, id: ALONE.into(), item: Cow::Borrowed(item), version })
            }
            Kind::Reference(_) => self.rows(address, (0, 0)).next().map(|(_, row)| row),
            _ => None,
        }
    }

    /// The item that a place is.
    pub(crate) fn at(self, place: &Place) -> Option<Row<'a>> {
        let row = match &place.at {
            At::Whole => self.single(&place.address),
            At::Item(id) => self.find(&place.address, id),
            At::Nothing(_) => None,
        };
        row.filter(|row| place.cast.as_ref().is_none_or(|cast| self.is_a(&place.address, row, cast)))
    }

    pub(crate) fn target(self, target: &Target) -> Option<Row<'a>> {
        self.find(&target.address, &target.id)
    }

    /// The qualified name of an item's type, as far as anyone said it.
    pub(crate) fn type_of<'b>(self, row: &'b Row<'_>) -> Option<&'b str>
    where
        'a: 'b,
    {
        own_type(&row.item).or(self.declared[row.home.collection].odata_type.as_deref())
    }

    /// Whether an item that was found at `address` is of the type `cast`. All items there are of its declared type.
    pub(crate) fn is_a(self, address: &Address, row: &Row<'_>, cast: &str) -> bool {
        let is = |name: &str| name.eq_ignore_ascii_case(cast);
        self.declared[address.collection].odata_type.as_deref().is_some_and(is) || self.type_of(row).is_some_and(is)
    }
}

/// The item that `make` makes; its number is its `id`, unless it has one.
fn generated<'a>(home: &Rc<Address>, place: u64, make: &dyn Fn(usize) -> Value) -> Row<'a> {
    let mut item = match make(usize::try_from(place).unwrap_or(usize::MAX)) {
        Value::Object(item) => item,
        other => Item::from_iter([("value".to_owned(), other)]),
    };
    let id = match item.get("id") {
        Some(Value::String(id)) => id.clone(),
        _ => place.to_string(),
    };
    item.insert("id".into(), id.as_str().into());
    Row { home: home.clone(), id: id.into(), item: Cow::Owned(item), version: 0 }
}
