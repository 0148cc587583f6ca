//! Where a redirect leads (W5). The transport follows none; what may go there is decided here.

use bytes::Bytes;
use http::header::{ACCEPT, IF_RANGE, LOCATION, RANGE};
use http::{HeaderMap, Request, StatusCode, Uri};

use super::error::LinkError;
use super::link::encoded;
use super::origin::Origin;

/// How many redirects are followed.
pub(super) const MAX: u8 = 5;

/// The URL that a response redirects to, if it does.
pub(super) fn location(from: &Uri, status: StatusCode, headers: &HeaderMap) -> Result<Option<Uri>, LinkError> {
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
        Some(origin) if origin.is_secure() && !downgraded => Ok(Some(to)),
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

/// All of a request but its body, for the case that it has to be sent once more.
pub(super) fn head<B>(request: &Request<B>) -> Request<()> {
    let mut head = Request::new(());
    *head.method_mut() = request.method().clone();
    *head.uri_mut() = request.uri().clone();
    *head.headers_mut() = request.headers().clone();
    *head.extensions_mut() = request.extensions().clone();
    head
}

/// The request once more, to `to`, without a body. To another origin go neither the token nor what only this service has
/// to know.
pub(super) fn follow<B: From<Bytes>>(request: Request<()>, to: Uri, own: &Origin) -> Request<B> {
    let mut next = request.map(|()| B::from(Bytes::new()));
    if Origin::of(&to).as_ref() != Some(own) {
        let headers = std::mem::take(next.headers_mut());
        let kept = [ACCEPT, RANGE, IF_RANGE].into_iter();
        *next.headers_mut() = kept.filter_map(|name| Some((name.clone(), headers.get(&name)?.clone()))).collect();
    }
    *next.uri_mut() = to;
    next
}
