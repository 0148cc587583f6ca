//! The order in which a request is looked at. What is then done is in the modules of the methods.

use std::collections::BTreeMap;

use http::{HeaderMap, HeaderValue, Method, StatusCode, header};

use crate::answer::Answer;
use crate::call::{Call, Incoming};
use crate::create;
use crate::declared::{Declared, Kind};
use crate::delta;
use crate::error::Failure;
use crate::media;
use crate::monitor;
use crate::operation::{Operation, OperationCall};
use crate::path::{self, Key};
use crate::read;
use crate::reference;
use crate::route::{self, Route, Tail};
use crate::store::{Content, Store};
use crate::tenant::{At, Place, Tenant};
use crate::update::{self, How};
use crate::upload::{self, UploadPlace};

/// What an emulator was set up with.
pub(crate) struct Config {
    pub(crate) token: Option<String>,
    pub(crate) max_request_bytes: usize,
    pub(crate) declared: Vec<Declared>,
    pub(crate) operations: Vec<Operation>,
    pub(crate) long_running: Vec<monitor::Declared>,
    /// Files outside of the API, by their paths.
    pub(crate) downloads: BTreeMap<String, Content>,
    /// Where sessions of uploads are created.
    pub(crate) uploads: Vec<UploadPlace>,
    /// Whether what is uploaded in parts is kept.
    pub(crate) keeps_uploads: bool,
}

/// What comes of a request.
pub(crate) enum Outcome {
    Done(Answer),
    /// The handler of the operation of this number has to answer.
    Called(usize, Box<OperationCall>),
}

/// Does what `request` asks for.
pub(crate) fn answer(config: &Config, store: &mut Store, request: &Incoming<'_>) -> Result<Outcome, Failure> {
    if let Some(content) = config.downloads.get(request.uri.path()) {
        return download(content, request).map(Outcome::Done);
    }
    if upload::is_at_session(request.target) {
        return store.uploads.at_session(request).map(Outcome::Done);
    }
    authorize(config, request.headers)?;
    if let Some((place, path)) = session_to_create(config, request) {
        let is_post = request.method == Method::POST;
        let place = Some(place).filter(|_| is_post).ok_or_else(|| Failure::method_not_allowed("POST"))?;
        return store.uploads.create(request, place, path, config.keeps_uploads).map(Outcome::Done);
    }
    match route::find(&config.declared, &config.operations, request.uri.path())? {
        Route::Operation { numbers, keys, arguments } => {
            let (number, call) = operation(config, store, request, &numbers, keys, &arguments)?;
            Ok(Outcome::Called(number, Box::new(call)))
        }
        Route::Place(found) => {
            let place = Tenant { declared: &config.declared, store }.resolve(found)?;
            at_place(config, store, request, &place).map(Outcome::Done)
        }
    }
}

/// Where a session of an upload is to be created, and what is in place of the action's name.
fn session_to_create<'a>(config: &'a Config, request: &Incoming<'_>) -> Option<(&'a UploadPlace, String)> {
    let path = request.uri.path();
    let segments = path::segments(path.strip_prefix('/').unwrap_or(path)).filter(|_| !config.uploads.is_empty())?;
    config.uploads.iter().find_map(|place| Some((place, place.find(&segments)?)))
}

fn operation(
    config: &Config,
    store: &Store,
    request: &Incoming<'_>,
    numbers: &[usize],
    keys: Vec<Key>,
    arguments: &str,
) -> Result<(usize, OperationCall), Failure> {
    // All of them are bound to the same thing.
    let bound = &config.operations[numbers[0]];
    let keys = Tenant { declared: &config.declared, store }.keys(&bound.parents, keys)?;
    let method = |number: &usize| &config.operations[*number].method;
    let Some(number) = numbers.iter().copied().find(|number| method(number) == request.method) else {
        let allow: Vec<_> = numbers.iter().map(|number| method(number).as_str()).collect();
        return Err(Failure::method_not_allowed(&allow.join(", ")));
    };
    let body = request.body.as_ref().ok_or_else(|| Failure::too_large(config.max_request_bytes))?;
    let call = Call::new(&config.declared, bound.version, request, body);
    Ok((number, Operation::call(request, &call, keys, arguments)?))
}

fn at_place(config: &Config, store: &mut Store, request: &Incoming<'_>, place: &Place) -> Result<Answer, Failure> {
    let declared = &config.declared[place.address.collection];
    let allow = allowed(declared, place)?;
    if !allow.split(", ").any(|method| method == request.method.as_str()) {
        return Err(Failure::method_not_allowed(allow));
    }
    let body = request.body.as_ref().ok_or_else(|| Failure::too_large(config.max_request_bytes))?;
    let call = Call::new(&config.declared, declared.version, request, body);
    match (&declared.kind, place.tail, request.method.as_str()) {
        (Kind::Redirect(location), _, _) => redirect(&call, location),
        (Kind::Media, None, _) => media::describe(&call, store, place),
        (Kind::Media | Kind::Stream, _, "GET") => media::read(&call, store, place),
        (Kind::Media | Kind::Stream, _, "PUT") => media::write(&call, store, place),
        (Kind::Media | Kind::Stream, _, _) => media::delete(&call, store, place),
        (_, Some(Tail::Delta), _) => delta::read(&call, store, place),
        (_, Some(Tail::Ref), "POST") => reference::add(&call, store, place, false),
        (_, Some(Tail::Ref), "PUT") => reference::add(&call, store, place, true),
        (_, Some(Tail::Ref), "DELETE") => reference::remove(&call, store, place),
        (_, _, "POST") => create::create(&call, store, &place.address),
        (_, _, "PATCH") => update::update(&call, store, place, How::Merge),
        (_, _, "PUT") => update::update(&call, store, place, How::Replace),
        (_, _, "DELETE") => update::delete(&call, store, place),
        _ => read::read(&call, Tenant { declared: &config.declared, store }, place),
    }
}

/// The methods that a place has, or why it is none.
fn allowed(declared: &Declared, place: &Place) -> Result<&'static str, Failure> {
    let is_item = !matches!(place.at, At::Whole);
    if let Some(cast) = &place.cast
        && (place.tail.is_some_and(|tail| ![Tail::Count, Tail::Delta].contains(&tail)) || !declared.has_types())
    {
        return Err(Failure::segment_not_found(cast));
    }
    let allow = match (&declared.kind, place.tail, is_item) {
        (Kind::Media, Some(Tail::Value), _)
        | (Kind::Stream, None | Some(Tail::Value), _)
        | (Kind::Reference(_), Some(Tail::Ref), _) => "GET, PUT, DELETE",
        (Kind::References(_), Some(Tail::Ref), true) => "DELETE",
        (Kind::References(_), Some(Tail::Ref), false) | (Kind::Items, None, false) => "GET, POST",
        (_, Some(Tail::Delta), _) => "GET",
        (_, Some(Tail::Count), false) if declared.has_items() => "GET",
        (_, Some(tail), _) => return Err(Failure::segment_not_found(tail.name())),
        (_, None, _) if place.cast.is_some() => "GET",
        (Kind::Items | Kind::References(_) | Kind::Union(_), None, true) => "GET, PATCH, PUT, DELETE",
        (Kind::Reference(_), None, _) => "GET, PATCH, DELETE",
        (Kind::Singleton(_), None, _) => "GET, PATCH",
        _ => "GET",
    };
    Ok(allow)
}

fn redirect(call: &Call<'_>, location: &str) -> Result<Answer, Failure> {
    let location = if location.starts_with('/') { format!("{}{location}", call.origin) } else { location.to_owned() };
    let location = HeaderValue::try_from(location).map_err(|_| Failure::bad_request("The Host is not valid."))?;
    Ok(Answer::empty(StatusCode::FOUND).with(header::LOCATION, location))
}

/// Gives a file whose URL is all that it takes. A token at such a place is one that went too far.
fn download(content: &Content, request: &Incoming<'_>) -> Result<Answer, Failure> {
    if request.headers.contains_key(header::AUTHORIZATION) {
        return Err(Failure::unauthorized("A pre-authenticated URL must be used without an Authorization header."));
    }
    if request.method != Method::GET {
        return Err(Failure::method_not_allowed("GET"));
    }
    media::answer(request.headers, content)
}

pub(crate) fn authorize(config: &Config, headers: &HeaderMap) -> Result<(), Failure> {
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
