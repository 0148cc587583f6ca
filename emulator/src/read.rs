//! `GET` of a list, an item, a count or references. Whether the request may come this far is decided in `rules`.

use http::{HeaderValue, StatusCode, header};
use serde_json::{Map, Value};

use crate::answer::Answer;
use crate::call::Call;
use crate::declared::{Kind, Trait};
use crate::directory;
use crate::error::Failure;
use crate::etag;
use crate::list::{self, List, Page, Token};
use crate::prefer::PREFERENCE_APPLIED;
use crate::query::Query;
use crate::route::Tail;
use crate::shape::{Shape, with_context};
use crate::tenant::{At, Place, Tenant, spelled};

/// Reads what is at `place`.
pub(crate) fn read(call: &Call<'_>, tenant: Tenant<'_>, place: &Place) -> Result<Answer, Failure> {
    let query = Query::of(call.uri.query())?;
    let declared = &tenant.declared[place.address.collection];
    let is_single = !matches!(place.at, At::Whole) || matches!(declared.kind, Kind::Reference(_) | Kind::Singleton(_));
    match place.tail {
        _ if is_single => single(call, tenant, place, &query),
        Some(Tail::Count) => count(call, tenant, place, &query),
        _ => page(call, tenant, place, &query),
    }
}

/// Reads one item, or the reference to it.
fn single(call: &Call<'_>, tenant: Tenant<'_>, place: &Place, query: &Query) -> Result<Answer, Failure> {
    query.check_single()?;
    let row = tenant.at(place).ok_or_else(|| missing(tenant, place))?;
    if place.tail == Some(Tail::Ref) {
        let body = Map::from_iter([("@odata.id".to_owned(), call.url_of(&row.home, &row.id).into())]);
        return Ok(Answer::json(StatusCode::OK, with_context(format!("{}/$metadata#$ref", call.root()), body)));
    }
    if etag::is_known(call.headers, row.version) {
        return Ok(Answer::empty(StatusCode::NOT_MODIFIED).with(header::ETAG, etag::header(row.version)));
    }
    Ok(Shape { call, tenant }.answer(StatusCode::OK, &place.address, &row, query))
}

/// Nothing is at `place`.
pub(crate) fn missing(tenant: Tenant<'_>, place: &Place) -> Failure {
    match &place.at {
        At::Item(id) => Failure::item_not_found(id),
        At::Nothing(pairs) => Failure::item_not_found(&spelled(pairs)),
        At::Whole => Failure::item_not_found(tenant.declared[place.address.collection].template.name()),
    }
}

fn count(call: &Call<'_>, tenant: Tenant<'_>, place: &Place, query: &Query) -> Result<Answer, Failure> {
    directory::check(&tenant.declared[place.address.collection], place, query, call.headers)?;
    let list = List { tenant, address: &place.address, cast: place.cast.as_deref(), query };
    Ok(Answer::bytes(StatusCode::OK, "text/plain", list.count().to_string().into()))
}

/// Reads a page of a list.
fn page(call: &Call<'_>, tenant: Tenant<'_>, place: &Place, query: &Query) -> Result<Answer, Failure> {
    let declared = &tenant.declared[place.address.collection];
    let permit = directory::check(declared, place, query, call.headers)?;
    let (size, is_preferred) = list::page_size(declared, query, &call.prefer)?;
    let token = query.skip_token.as_ref().map(|text| Token::read(text, call.uri.path(), query)).transpose()?;
    directory::check_next(token.is_some_and(|token| token.is_advanced), &permit)?;
    let list = List { tenant, address: &place.address, cast: place.cast.as_deref(), query };
    let pages = token.map_or(0, |token| token.pages);
    let page = match token {
        // The next page then starts where this one would have.
        Some(token) if declared.is(Trait::EmptyPages) && pages % 2 == 1 => {
            Page { rows: Vec::new(), next: Some(token.start) }
        }
        token => list.page(token.map(|token| token.start), size),
    };
    let mut body = Map::new();
    if permit.counts && token.is_none() {
        body.insert("@odata.count".into(), list.count().into());
    }
    if let Some(start) = page.next {
        let next = Token { start, pages: pages.saturating_add(1), is_advanced: permit.is_advanced };
        body.insert("@odata.nextLink".into(), next_link(call, next, query).into());
    }
    body.insert("value".into(), values(call, tenant, place, query, &page));
    let answer = Answer::json(StatusCode::OK, with_context(context(call, tenant, place, query), body));
    if !is_preferred {
        return Ok(answer);
    }
    let applied = HeaderValue::try_from(format!("odata.maxpagesize={size}")).expect("digits are a header value");
    Ok(answer.with(PREFERENCE_APPLIED, applied))
}

fn values(call: &Call<'_>, tenant: Tenant<'_>, place: &Place, query: &Query, page: &Page<'_>) -> Value {
    let declared = tenant.declared[place.address.collection].odata_type.as_deref();
    let shape = Shape { call, tenant };
    let rows = page.rows.iter();
    match place.tail {
        Some(Tail::Ref) => rows.map(|row| serde_json::json!({"@odata.id": call.url_of(&row.home, &row.id)})).collect(),
        _ => rows.map(|row| Value::Object(shape.item(row, place.cast.as_deref().or(declared), query))).collect(),
    }
}

fn context(call: &Call<'_>, tenant: Tenant<'_>, place: &Place, query: &Query) -> String {
    let path = tenant.declared[place.address.collection].context_path(&place.address.keys);
    match (place.tail, &place.cast) {
        (Some(Tail::Ref), _) => format!("{}/$metadata#Collection($ref)", call.root()),
        (_, Some(cast)) => format!("{}/$metadata#{path}/{}{}", call.root(), crate::path::encode(cast), query.context()),
        (_, None) => format!("{}/$metadata#{path}{}", call.root(), query.context()),
    }
}

fn next_link(call: &Call<'_>, token: Token, query: &Query) -> String {
    let path = call.uri.path();
    format!("{}{path}?{}", call.origin, query.with_token(&token.text(path, query)))
}
