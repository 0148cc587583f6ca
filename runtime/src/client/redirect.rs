//! Where a redirect leads (W5). The transport follows none; what may go there is decided here.

use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, IF_MATCH, IF_NONE_MATCH, IF_RANGE, LOCATION, RANGE};
use http::{HeaderMap, Method, StatusCode, Uri};

use super::link::encoded;
use super::link_error::LinkError;
use super::origin::{Base, Origin};

/// How many redirects are followed.
pub(super) const MAX: u8 = 5;

/// Where a request goes next.
pub(super) struct Hop {
    pub(super) to: Uri,
    /// It goes there as a GET without a body, whatever it was.
    pub(super) as_get: bool,
    /// Neither the token nor what only this service has to know goes along.
    pub(super) is_foreign: bool,
}

/// What is known of the request that was answered.
pub(super) struct Asked<'a> {
    pub(super) method: &'a Method,
    pub(super) uri: &'a Uri,
    /// Whether its body can be sent once more.
    pub(super) repeatable: bool,
    /// Whether it asks how an operation goes on: where "see other" leads is its answer then.
    pub(super) is_monitor: bool,
}

/// Where a response redirects to, if it does.
///
/// What only reads goes wherever TLS (or this machine) is. A write goes on with its body at an origin that its token may go
/// to, and nowhere else; a redirect that it can't follow is its answer.
pub(super) fn next(
    asked: &Asked<'_>,
    status: StatusCode,
    headers: &HeaderMap,
    base: &Base,
) -> Result<Option<Hop>, LinkError> {
    let as_get = status == StatusCode::SEE_OTHER;
    if as_get && asked.is_monitor {
        return Ok(None);
    }
    let reads = as_get || *asked.method == Method::GET;
    match location(asked.uri, status, headers) {
        Ok(Some((to, origin))) => {
            let is_foreign = !base.trusts(&origin);
            let follows = reads || (asked.repeatable && !is_foreign);
            Ok(follows.then_some(Hop { to, as_get, is_foreign }))
        }
        Err(error) if *asked.method == Method::GET => Err(error),
        Ok(None) | Err(_) => Ok(None),
    }
}

fn location(from: &Uri, status: StatusCode, headers: &HeaderMap) -> Result<Option<(Uri, Origin)>, LinkError> {
    const MOVED: [StatusCode; 5] = [
        StatusCode::MOVED_PERMANENTLY,
        StatusCode::FOUND,
        StatusCode::SEE_OTHER,
        StatusCode::TEMPORARY_REDIRECT,
        StatusCode::PERMANENT_REDIRECT,
    ];
    let location = headers.get(LOCATION).filter(|location| MOVED.contains(&status) && !location.is_empty());
    let Some(location) = location else { return Ok(None) };
    let to = location.to_str().ok().and_then(|location| resolve(from, location)).ok_or_else(LinkError::malformed)?;
    let downgraded = from.scheme_str() == Some("https") && to.scheme_str() != Some("https");
    match Origin::of(&to) {
        Some(origin) if origin.is_secure() && !downgraded => Ok(Some((to, origin))),
        _ => Err(LinkError::foreign()),
    }
}

/// An absolute URL, or one below the same origin.
fn resolve(from: &Uri, location: &str) -> Option<Uri> {
    if location.starts_with('/') && !location.starts_with("//") {
        let origin = format!("{}://{}", from.scheme_str()?, from.authority()?);
        return (origin + &encoded(location)).parse().ok();
    }
    encoded(location).parse::<Uri>().ok().filter(|uri| uri.scheme().is_some())
}

impl Hop {
    /// Makes `request` the one that goes on.
    pub(super) fn apply<B: Default>(&self, request: &mut http::Request<B>) {
        *request.uri_mut() = self.to.clone();
        if self.as_get {
            *request.method_mut() = Method::GET;
            *request.body_mut() = B::default();
            for name in [CONTENT_TYPE, CONTENT_LENGTH, IF_MATCH, IF_NONE_MATCH] {
                request.headers_mut().remove(name);
            }
        }
        if self.is_foreign {
            keep_for_others(request.headers_mut());
        }
    }
}

/// Leaves what another origin than the service's has to know.
pub(super) fn keep_for_others(headers: &mut HeaderMap) {
    let all = std::mem::take(headers);
    let kept = [ACCEPT, RANGE, IF_RANGE].into_iter();
    *headers = kept.filter_map(|name| Some((name.clone(), all.get(&name)?.clone()))).collect();
}
