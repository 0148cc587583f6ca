//! Listing users, with a condition and an order.

use bytes::Bytes;
use graph_entity::{Page, Request as Ours, path};
use http::header::ACCEPT;
use http::{HeaderName, HeaderValue, Request};
use percent_encoding::utf8_percent_encode;

use super::{BASE, JSON, VALUE, VERSION, select};
use crate::common::case::Case;
use crate::user::User;

/// What the request is made of.
#[derive(Clone, Copy)]
struct Input {
    base: &'static str,
    version: &'static str,
    name: &'static str,
    enabled: bool,
    top: u32,
}

pub fn case() -> Case {
    let input = Input { base: BASE, version: VERSION, name: "O'Ne", enabled: true, top: 50 };
    super::case("list", input, ours, by_hand, tuned)
}

fn ours(input: Input) -> Ours<Page<User>> {
    User::collection()
        .list()
        .filter(path!(User.display_name).starts_with(input.name) & path!(User.account_enabled).eq(input.enabled))
        .order_by(path!(User.display_name))
        .top(input.top)
        .request()
        .unwrap()
}

const CONSISTENCY_LEVEL: HeaderName = HeaderName::from_static("consistencylevel");
const EVENTUAL: HeaderValue = HeaderValue::from_static("eventual");

fn by_hand(input: Input) -> Request<Bytes> {
    let (base, version, enabled, top) = (input.base, input.version, input.enabled, input.top);
    let name = input.name.replace('\'', "''");
    let filter = format!("startswith(displayName,'{name}') and accountEnabled eq {enabled}");
    let filter = utf8_percent_encode(&filter, VALUE);
    Request::builder()
        .uri(format!(
            concat!("{}/{}/users?", select!(), "&$filter={}&$orderby=displayName&$top={}&$count=true"),
            base, version, filter, top
        ))
        .header(ACCEPT, JSON)
        .header(CONSISTENCY_LEVEL, EVENTUAL)
        .body(Bytes::new())
        .unwrap()
}

fn tuned(input: Input) -> Request<Bytes> {
    let mut url = String::with_capacity(384);
    for part in [input.base, "/", input.version, concat!("/users?", select!(), "&$filter=startswith(displayName,'")] {
        url.push_str(part);
    }
    for (index, part) in input.name.split('\'').enumerate() {
        if index > 0 {
            url.push_str("''");
        }
        url.extend(utf8_percent_encode(part, VALUE));
    }
    url.push_str(if input.enabled {
        "')%20and%20accountEnabled%20eq%20true"
    } else {
        "')%20and%20accountEnabled%20eq%20false"
    });
    url.push_str("&$orderby=displayName&$top=");
    url.push_str(itoa::Buffer::new().format(input.top));
    url.push_str("&$count=true");
    Request::builder().uri(url).header(ACCEPT, JSON).header(CONSISTENCY_LEVEL, EVENTUAL).body(Bytes::new()).unwrap()
}
