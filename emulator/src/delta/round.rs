//! What a round of a delta query tells: all items, or what has changed since, in pieces.

use std::collections::{BTreeSet, HashMap};

use serde_json::{Value, json};

use crate::address::Address;
use crate::declared::{Declared, Kind, Trait};
use crate::list::{List, Start};
use crate::query::Query;
use crate::store::{Event, Item, RoundAt, Target};
use crate::tenant::{Row, Tenant};

/// The question of a round.
#[derive(Clone, Copy)]
pub(super) struct Round<'a, 'q> {
    pub(super) tenant: Tenant<'a>,
    /// Where the items are.
    pub(super) address: &'q Address,
    pub(super) query: &'q Query,
    pub(super) cast: Option<&'q str>,
    /// What was asked, which says how it is told.
    pub(super) declared: &'q Declared,
}

/// A page of a round.
pub(super) struct Told {
    pub(super) items: Vec<Value>,
    pub(super) next: Option<RoundAt>,
    /// How much of the journal is told once the round is over.
    pub(super) until: usize,
}

/// Which of an item's properties are told.
#[derive(Clone, Copy)]
enum Properties<'n> {
    All,
    Named(&'n BTreeSet<String>),
    /// Another piece has them.
    None,
}

/// What happened to one item, as far as it has to be told.
#[derive(Default)]
struct Touched {
    last: usize,
    made: bool,
    names: BTreeSet<String>,
    links: Vec<(String, Target)>,
}

impl Round<'_, '_> {
    /// The page at `at`, of at most `size` items.
    pub(super) fn page(&self, at: RoundAt, size: usize) -> Told {
        match at {
            RoundAt::All { began, from, piece } => self.of_all(began, from, piece, size),
            RoundAt::Changes { from, until, item, piece } => self.of_changes(from, until, (item, piece), size),
            RoundAt::Over { told } => {
                let replayed = usize::from(self.declared.is(Trait::Replays));
                let until = self.tenant.store.journal().len();
                self.of_changes(told.saturating_sub(replayed), until, (0, 0), size)
            }
        }
    }

    fn of_all(&self, began: usize, from: (usize, u64), mut piece: usize, size: usize) -> Told {
        let mut told = Told { items: Vec::new(), next: None, until: began };
        let list = List { tenant: self.tenant, address: self.address, cast: self.cast, query: self.query };
        let mut at = Some(from);
        while let Some(position) = at {
            // One at a time: most pages end long before the items do.
            let page = list.page(Some(Start::Position(position)), 1);
            let Some(row) = page.rows.first() else { break };
            let links = self.all_links(row);
            let pieces = self.pieces(links.len());
            while piece < pieces {
                if told.items.len() == size {
                    told.next = Some(RoundAt::All { began, from: position, piece });
                    return self.with_replay(told);
                }
                let properties = if piece == 0 { Properties::All } else { Properties::None };
                told.items.push(Value::Object(self.upsert(row, properties, self.piece(&links, piece))));
                piece += 1;
            }
            piece = 0;
            at = match page.next {
                Some(Start::Position(next)) => Some(next),
                _ => None,
            };
        }
        self.with_replay(told)
    }

    fn of_changes(&self, from: usize, until: usize, (item, mut piece): (usize, usize), size: usize) -> Told {
        let mut told = Told { items: Vec::new(), next: None, until };
        for (number, (id, touched)) in self.touched(from, until).iter().enumerate().skip(item) {
            let pieces = self.pieces(touched.links.len());
            while piece < pieces {
                if told.items.len() == size {
                    told.next = Some(RoundAt::Changes { from, until, item: number, piece });
                    return self.with_replay(told);
                }
                told.items.extend(self.change(id, touched, piece).map(Value::Object));
                piece += 1;
            }
            piece = 0;
        }
        self.with_replay(told)
    }

    fn with_replay(&self, mut told: Told) -> Told {
        if self.declared.is(Trait::Replays)
            && let Some(last) = told.items.last().cloned()
        {
            told.items.push(last);
        }
        told
    }

    /// The items that a part of the journal is about, those last that changed last.
    fn touched(&self, from: usize, until: usize) -> Vec<(String, Touched)> {
        let mut all: HashMap<&str, Touched> = HashMap::new();
        let entries = self.tenant.store.journal().between(from, until);
        for (number, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.address == *self.address) {
            let touched = all.entry(&entry.id).or_default();
            touched.last = number;
            match &entry.event {
                Event::Made => touched.made = true,
                Event::Changed(names) => touched.names.extend(names.iter().cloned()),
                Event::Removed => {}
                Event::Linked(relation, target) => {
                    let link = (relation.clone(), target.clone());
                    if self.asks_for(relation) && !touched.links.contains(&link) {
                        touched.links.push(link);
                    }
                }
            }
        }
        let mut all: Vec<_> = all.into_iter().map(|(id, touched)| (id.to_owned(), touched)).collect();
        all.sort_by_key(|(_, touched)| touched.last);
        all
    }

    /// One piece of what has become of an item; nothing if there is nothing to tell.
    fn change(&self, id: &str, touched: &Touched, piece: usize) -> Option<Item> {
        let row = self.tenant.find(self.address, id);
        let Some(row) = row.filter(|row| self.cast.is_none_or(|cast| self.tenant.is_a(self.address, row, cast))) else {
            return (piece == 0).then(|| self.removed(id, "deleted"));
        };
        if self.query.chooses() && !self.query.lets_through(&row.item) {
            return (piece == 0).then(|| self.removed(id, "changed"));
        }
        // All of it is told of a new one, and of one that a filter may not have let through before.
        let whole = touched.made || self.query.chooses();
        let links = self.piece(&touched.links, piece);
        let properties = match piece {
            0 if whole => Properties::All,
            0 => Properties::Named(&touched.names),
            _ => Properties::None,
        };
        let item = self.upsert(&row, properties, links);
        let is_empty = item.keys().all(|name| name == "id" || name == "@odata.type");
        (whole || !is_empty).then_some(item)
    }

    fn removed(&self, id: &str, reason: &str) -> Item {
        let mut item = Item::from_iter([("id".to_owned(), id.into())]);
        if self.declared.delta.is_some_and(|tracking| tracking.is_drive) {
            item.insert("deleted".into(), json!({"state": reason}));
        } else {
            item.insert("@removed".into(), json!({"reason": reason}));
        }
        item
    }

    /// A piece of an item.
    fn upsert(&self, row: &Row<'_>, properties: Properties<'_>, links: &[(String, Target)]) -> Item {
        let mut item = self.query.select.of_item(&row.item);
        match properties {
            Properties::All => {}
            Properties::Named(names) => {
                item.retain(|name, _| name == "id" || names.contains(name));
                // What an item lost is null.
                let lost = names.iter().filter(|name| !row.item.contains_key(*name));
                let lost: Item = lost.map(|name| (name.clone(), Value::Null)).collect();
                item.extend(self.query.select.of_item(&lost));
            }
            Properties::None => item.retain(|name, _| name == "id"),
        }
        let declared = self.tenant.declared[self.address.collection].odata_type.as_deref();
        if let Some(name) =
            self.tenant.type_of(row).filter(|name| declared.is_none_or(|own| !own.eq_ignore_ascii_case(name)))
        {
            item.insert("@odata.type".into(), format!("#{name}").into());
        }
        for (relation, target) in links {
            let changes = item.entry(format!("{relation}@delta")).or_insert_with(|| json!([]));
            if let Value::Array(changes) = changes {
                changes.push(Value::Object(self.link(row, relation, target)));
            }
        }
        item
    }

    /// A reference that is there, or that is not.
    fn link(&self, row: &Row<'_>, relation: &str, target: &Target) -> Item {
        let mut item = Item::new();
        let declared = self.tenant.declared;
        let named = self.tenant.target(target).and_then(|row| self.tenant.type_of(&row).map(str::to_owned));
        if let Some(name) = named.as_deref().or(declared[target.address.collection].odata_type.as_deref()) {
            item.insert("@odata.type".into(), format!("#{name}").into());
        }
        item.insert("id".into(), target.id.as_str().into());
        let relation = declared[self.address.collection].relation(relation);
        let is_there = relation.is_some_and(|at| self.tenant.store.links(&self.address.below(&row.id, at)).has(target));
        if !is_there {
            item.insert("@removed".into(), json!({"reason": "deleted"}));
        }
        item
    }

    /// All references of an item that are asked for.
    fn all_links(&self, row: &Row<'_>) -> Vec<(String, Target)> {
        let relations = &self.tenant.declared[self.address.collection].relations;
        let asked = relations
            .iter()
            .filter(|(name, at)| matches!(self.tenant.declared[*at].kind, Kind::References(_)) && self.asks_for(name));
        let links = asked.flat_map(|(name, at)| {
            let links = self.tenant.store.links(&self.address.below(&row.id, *at)).from(0);
            links.map(|(_, target)| (name.clone(), target.clone()))
        });
        links.collect()
    }

    fn asks_for(&self, relation: &str) -> bool {
        self.query.select.names().iter().any(|name| name.eq_ignore_ascii_case(relation))
    }

    /// In how many pieces an item with so many links is told.
    fn pieces(&self, links: usize) -> usize {
        links.div_ceil(self.size()).max(1)
    }

    fn piece<'l>(&self, links: &'l [(String, Target)], piece: usize) -> &'l [(String, Target)] {
        let size = self.size();
        links.get(piece * size..(piece * size + size).min(links.len())).unwrap_or_default()
    }

    fn size(&self) -> usize {
        self.tenant.declared[self.address.collection].piece
    }
}
