//! How items look in an answer: their control information, what was selected of them and expanded into them.

use http::{StatusCode, header};
use serde_json::{Map, Value};

use crate::address::Address;
use crate::answer::Answer;
use crate::call::Call;
use crate::declared::{Kind, Trait};
use crate::etag;
use crate::list::{self, List, Start, Token};
use crate::query::{Expand, Query};
use crate::store::Item;
use crate::tenant::{Row, Tenant};

/// How many items of a relation directory objects bring along.
const MAX_EXPANDED: usize = 20;

/// Items of one answer.
#[derive(Clone, Copy)]
pub(crate) struct Shape<'a> {
    pub(crate) call: &'a Call<'a>,
    pub(crate) tenant: Tenant<'a>,
}

impl Shape<'_> {
    /// An answer that is one item, found at `address`.
    pub(crate) fn answer(&self, status: StatusCode, address: &Address, row: &Row<'_>, query: &Query) -> Answer {
        let declared = &self.tenant.declared[address.collection];
        let path = declared.context_path(&address.keys);
        let entity = if matches!(declared.kind, Kind::Singleton(_)) { "" } else { "/$entity" };
        let context = format!("{}/$metadata#{path}{}{entity}", self.call.root(), query.context());
        let item = self.item(row, declared.odata_type.as_deref(), query);
        Answer::json(status, with_context(context, item)).with(header::ETAG, etag::header(row.version))
    }

    /// An item where `declared` is the type that a reader takes it for.
    pub(crate) fn item(&self, row: &Row<'_>, declared: Option<&str>, query: &Query) -> Item {
        let mut item = query.select.of_item(&row.item);
        if let Some(name) = self.tenant.type_of(row)
            && !declared.is_some_and(|declared| declared.eq_ignore_ascii_case(name))
            && !item.contains_key("@odata.type")
        {
            item.insert("@odata.type".into(), format!("#{name}").into());
        }
        item.insert("@odata.etag".into(), etag::of(row.version).into());
        for expand in &query.expand {
            self.expand(&mut item, row, expand);
        }
        item
    }

    fn expand(&self, item: &mut Item, row: &Row<'_>, expand: &Expand) {
        let relations = &self.tenant.declared[row.home.collection].relations;
        let mut is_relation = false;
        for (name, relation) in relations.iter().filter(|(name, _)| expand.means(name)) {
            is_relation = true;
            let address = row.home.below(&row.id, *relation);
            match self.tenant.declared[*relation].kind {
                Kind::Reference(_) | Kind::Singleton(_) => {
                    let target = self.tenant.single(&address);
                    let value = target.map(|target| Value::Object(self.related(&address, &target, expand)));
                    item.insert(name.clone(), value.unwrap_or_default());
                }
                _ => self.expand_list(item, row, name, &address, expand),
            }
        }
        if !is_relation
            && !expand.is_all()
            && let Some((name, value)) = row.item.iter().find(|(name, _)| expand.means(name))
        {
            item.insert(name.clone(), list::of_inline(value, &expand.query));
        }
    }

    fn expand_list(&self, item: &mut Item, row: &Row<'_>, name: &str, address: &Address, expand: &Expand) {
        let (query, declared) = (&expand.query, &self.tenant.declared[address.collection]);
        let list = List { tenant: self.tenant, address, cast: expand.cast.as_deref(), query };
        let is_directory = self.tenant.declared[row.home.collection].is(Trait::Directory);
        let size = if is_directory { MAX_EXPANDED } else { declared.page_size };
        let page = list.page(None, query.top.unwrap_or(size).min(if is_directory { MAX_EXPANDED } else { usize::MAX }));
        let path = declared.context_path(&address.keys);
        let context = format!("{}/$metadata#{path}{}", self.call.root(), query.context());
        item.insert(format!("{name}@odata.context"), context.into());
        if query.counts {
            item.insert(format!("{name}@odata.count"), list.count().into());
        }
        if let Some(start) = page.next.filter(|_| !is_directory && query.top.is_none()) {
            item.insert(format!("{name}@odata.nextLink"), self.next_link(address, start, expand).into());
        }
        let items = page.rows.iter().map(|target| Value::Object(self.related(address, target, expand)));
        item.insert(name.to_owned(), items.collect());
    }

    /// The rest of an expanded relation is a list of its own.
    fn next_link(&self, address: &Address, start: Start, expand: &Expand) -> String {
        let declared = &self.tenant.declared[address.collection];
        let cast = expand.cast.as_ref().map_or_else(String::new, |cast| format!("/{cast}"));
        let path = format!("/{}/{}{cast}", declared.version, declared.url_path(&address.keys));
        let token = Token { start, pages: 1, is_advanced: false }.text(&path, &expand.query);
        format!("{}{path}?{}", self.call.origin, expand.query.with_token(&token))
    }

    fn related(&self, address: &Address, target: &Row<'_>, expand: &Expand) -> Item {
        if expand.is_ref {
            return Map::from_iter([("@odata.id".to_owned(), self.call.url_of(&target.home, &target.id).into())]);
        }
        let declared = self.tenant.declared[address.collection].odata_type.as_deref();
        self.item(target, expand.cast.as_deref().or(declared), &expand.query)
    }
}

const CONTEXT: &str = "@odata.context";

/// `members` behind the context, which comes first whether or not `serde_json` keeps the order of members.
pub(crate) fn with_context(context: String, members: Item) -> Item {
    let mut body = Item::from_iter([(CONTEXT.to_owned(), Value::String(context))]);
    body.extend(members.into_iter().filter(|(name, _)| name != CONTEXT));
    body
}
