//! Reading a user of ten properties.

use bytes::Bytes;
use graph_entity::Request as Ours;
use http::Request;
use http::header::ACCEPT;
use percent_encoding::utf8_percent_encode;

use super::{BASE, JSON, SEGMENT, VERSION, select};
use crate::common::case::Case;
use crate::user::User;

/// What the request is made of.
#[derive(Clone, Copy)]
struct Input {
    base: &'static str,
    version: &'static str,
    id: &'static str,
}

pub fn case() -> Case {
    super::case("get", Input { base: BASE, version: VERSION, id: "adele.vance@contoso.com" }, ours, by_hand, tuned)
}

fn ours(input: Input) -> Ours<User> {
    User::collection().item(input.id).get().request().unwrap()
}

fn by_hand(input: Input) -> Request<Bytes> {
    let (base, version, id) = (input.base, input.version, utf8_percent_encode(input.id, SEGMENT));
    Request::builder()
        .uri(format!(concat!("{}/{}/users/{}?", select!()), base, version, id))
        .header(ACCEPT, JSON)
        .body(Bytes::new())
        .unwrap()
}

fn tuned(input: Input) -> Request<Bytes> {
    let mut url = String::with_capacity(256);
    for part in [input.base, "/", input.version, "/users/"] {
        url.push_str(part);
    }
    url.extend(utf8_percent_encode(input.id, SEGMENT));
    url.push_str(concat!("?", select!()));
    Request::builder().uri(url).header(ACCEPT, JSON).body(Bytes::new()).unwrap()
}
