//! The bytes of media resources and streams: `photo/$value`, `logo`. What is said about them in JSON is here, too.

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde_json::Map;

use crate::answer::Answer;
use crate::call::Call;
use crate::error::Failure;
use crate::etag;
use crate::read::missing;
use crate::shape::with_context;
use crate::store::{Content, Store};
use crate::tenant::{Place, Tenant};

/// Reads the bytes of what is at `place`.
pub(crate) fn read(call: &Call<'_>, store: &Store, place: &Place) -> Result<Answer, Failure> {
    answer(call.headers, content(call, store, place)?)
}

/// The bytes, or the part of them that `Range` asks for.
pub(crate) fn answer(headers: &HeaderMap, content: &Content) -> Result<Answer, Failure> {
    let tag = etag::header(content.version);
    if etag::is_known(headers, content.version) {
        return Ok(Answer::empty(StatusCode::NOT_MODIFIED).with(header::ETAG, tag));
    }
    let length = content.bytes.len();
    let asked = headers.get(header::RANGE).and_then(|value| value.to_str().ok());
    let answer = match asked.and_then(|asked| range(asked, length)) {
        None => Answer::bytes(StatusCode::OK, &content.media_type, content.bytes.clone()),
        Some(Some((first, last))) => {
            let part = content.bytes.slice(first..=last);
            let answer = Answer::bytes(StatusCode::PARTIAL_CONTENT, &content.media_type, part);
            answer.with(header::CONTENT_RANGE, text(&format!("bytes {first}-{last}/{length}")))
        }
        Some(None) => {
            let message = "The requested range is outside of the content.";
            let failure = Failure::new(StatusCode::RANGE_NOT_SATISFIABLE, "InvalidRange", message);
            return Err(failure.with(header::CONTENT_RANGE, text(&format!("bytes */{length}"))));
        }
    };
    Ok(answer.with(header::ETAG, tag).with(header::ACCEPT_RANGES, HeaderValue::from_static("bytes")))
}

/// Reads what there is to say about a media resource.
pub(crate) fn describe(call: &Call<'_>, store: &Store, place: &Place) -> Result<Answer, Failure> {
    let Content { media_type, version, .. } = content(call, store, place)?;
    let path = call.declared[place.address.collection].context_path(&place.address.keys);
    let body = Map::from_iter([
        ("@odata.mediaContentType".to_owned(), media_type.as_str().into()),
        ("@odata.mediaEtag".to_owned(), etag::of(*version).into()),
    ]);
    let context = format!("{}/$metadata#{path}/$entity", call.root());
    let answer = Answer::json(StatusCode::OK, with_context(context, body));
    Ok(answer.with(header::ETAG, etag::header(*version)))
}

/// Writes the body of the request, whatever it is.
pub(crate) fn write(call: &Call<'_>, store: &mut Store, place: &Place) -> Result<Answer, Failure> {
    let declared = &call.declared[place.address.collection];
    etag::check_write(declared, call.headers, store.content(&place.address).map(|content| content.version))?;
    let media_type = call.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = media_type.unwrap_or("application/octet-stream").to_owned();
    let version = store.put_content(place.address.clone(), media_type, Bytes::clone(call.body));
    Ok(Answer::empty(StatusCode::NO_CONTENT).with(header::ETAG, etag::header(version)))
}

pub(crate) fn delete(call: &Call<'_>, store: &mut Store, place: &Place) -> Result<Answer, Failure> {
    let version = content(call, store, place)?.version;
    etag::check_write(&call.declared[place.address.collection], call.headers, Some(version))?;
    store.remove_content(&place.address);
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}

fn content<'a>(call: &Call<'_>, store: &'a Store, place: &Place) -> Result<&'a Content, Failure> {
    store.content(&place.address).ok_or_else(|| missing(Tenant { declared: call.declared, store }, place))
}

/// The first and the last byte that a `Range` asks for: `Some(None)` if there are none, `None` if it is no range, or
/// several, and everything is given.
#[allow(clippy::option_option)] // three answers, of which two are no range
fn range(text: &str, length: usize) -> Option<Option<(usize, usize)>> {
    let (first, last) = text.strip_prefix("bytes=")?.split_once('-')?;
    let number = |text: &str| text.trim().parse::<usize>().ok();
    let end = length.checked_sub(1);
    let (first, last) = match (first.trim(), last.trim()) {
        ("", suffix) => (length.saturating_sub(number(suffix)?), end),
        (first, "") => (number(first)?, end),
        (first, last) => (number(first)?, Some(number(last)?).min(end)),
    };
    Some(last.filter(|last| first <= *last).map(|last| (first, last)))
}

fn text(text: &str) -> HeaderValue {
    HeaderValue::try_from(text).expect("numbers are a header value")
}

#[cfg(test)]
mod tests {
    use super::range;

    #[test]
    fn reads_ranges() {
        for (text, expected) in [
            ("bytes=0-3", Some(Some((0, 3)))),
            ("bytes=2-", Some(Some((2, 9)))),
            ("bytes=-3", Some(Some((7, 9)))),
            ("bytes=-30", Some(Some((0, 9)))),
            ("bytes=8-20", Some(Some((8, 9)))),
            ("bytes=10-", Some(None)),
            ("bytes=5-4", Some(None)),
            ("bytes=-0", Some(None)),
            ("bytes=0-1,3-4", None),
            ("bytes=a-b", None),
            ("items=0-1", None),
            ("bytes=3", None),
        ] {
            assert_eq!(range(text, 10), expected, "{text}");
        }
        assert_eq!(range("bytes=0-", 0), Some(None));
    }
}
