//! The order in which a request is looked at. What is then done is in `create` and `read`.

use bytes::Bytes;
use http::{HeaderMap, Method, Uri, header};

use crate::address::service_root;
use crate::answer::Answer;
use crate::create;
use crate::error::Failure;
use crate::read;
use crate::route::{self, Collection, Place};
use crate::store::Store;

/// A request, wherever it came from.
pub(crate) struct Incoming<'a> {
    pub(crate) method: &'a Method,
    pub(crate) uri: &'a Uri,
    /// Path and query as they came.
    pub(crate) target: &'a str,
    pub(crate) headers: &'a HeaderMap,
    /// `None`: longer than the bound, and not read.
    pub(crate) body: Option<Bytes>,
}

/// What an emulator was set up with.
pub(crate) struct Config {
    pub(crate) token: Option<String>,
    pub(crate) max_request_bytes: usize,
    pub(crate) collections: Vec<Collection>,
}

/// Does what `request` asks for.
pub(crate) fn answer(config: &Config, store: &mut Store, request: &Incoming<'_>) -> Result<Answer, Failure> {
    authorize(config, request.headers)?;
    let place = route::find(&config.collections, request.uri.path())?;
    let collection = &config.collections[place.address.collection];
    if let Some(key) = store.missing_parent(&collection.parents, &place.address) {
        return Err(Failure::item_not_found(key));
    }
    check_method(&place, request.method)?;
    let body = request.body.as_ref().ok_or_else(|| Failure::too_large(config.max_request_bytes))?;
    let root = service_root(request.uri, request.headers, collection.version);
    if request.method == Method::POST {
        create::create(&root, collection, place.address, store, request.headers, body)
    } else {
        read::read(&root, collection, &place, store, request.uri.query())
    }
}

fn check_method(place: &Place, method: &Method) -> Result<(), Failure> {
    let is_item = place.item.is_some();
    match *method {
        Method::GET => Ok(()),
        Method::POST if !is_item => Ok(()),
        _ => Err(Failure::method_not_allowed(if is_item { "GET" } else { "GET, POST" })),
    }
}

fn authorize(config: &Config, headers: &HeaderMap) -> Result<(), Failure> {
    let mut values = headers.get_all(header::AUTHORIZATION).iter();
    let bearer = |value: &str| {
        let (scheme, token) = value.split_once(' ')?;
        let token = token.trim();
        (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then(|| token.to_owned())
    };
    let token = values.next().and_then(|value| value.to_str().ok()).and_then(bearer);
    match (token, values.next()) {
        (Some(given), None) if config.token.as_ref().is_none_or(|token| *token == given) => Ok(()),
        (None, None) => Err(Failure::unauthorized("Access token is empty.")),
        _ => Err(Failure::unauthorized("Access token validation failure. Invalid token.")),
    }
}
