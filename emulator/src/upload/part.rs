//! One part: what it has to be to be taken.

use http::{StatusCode, header};

use super::session::Session;
use super::{MAX_PART, UploadStyle, invalid};
use crate::call::Incoming;
use crate::error::Failure;

/// What the length of each part of a drive's file but the last is a multiple of.
const UNIT: usize = 327_680;
const MAX_OF_OUTLOOK: usize = 4 * 1024 * 1024;

/// `bytes 0-327679/1000000`
struct Range {
    first: u64,
    last: u64,
    total: u64,
}

/// Takes a part, or answers as if it had, and says whether the file is complete.
pub(super) fn put(session: &mut Session, request: &Incoming<'_>, loses: bool) -> Result<bool, Failure> {
    let max = if session.style == UploadStyle::Drive { MAX_PART - 1 } else { MAX_OF_OUTLOOK };
    let body = request.body.as_ref().filter(|body| body.len() <= max).ok_or_else(|| Failure::too_large(max))?;
    let range = range(request).ok_or_else(|| invalid("The Content-Range header is missing or malformed."))?;
    if range.last.checked_sub(range.first).and_then(|length| length.checked_add(1)) != Some(body.len() as u64) {
        return Err(invalid("The Content-Range header does not match the number of bytes."));
    }
    if session.total.is_some_and(|total| total != range.total) || range.last >= range.total {
        return Err(invalid("The total size is not that of the parts before."));
    }
    let is_last = range.last + 1 == range.total;
    if session.style == UploadStyle::Drive && !is_last && !body.len().is_multiple_of(UNIT) {
        return Err(invalid("A part that is not the last must be a multiple of 320 KiB."));
    }
    if range.first != session.received {
        let message = "The range has been received already, or is not the next.";
        return Err(Failure::new(StatusCode::RANGE_NOT_SATISFIABLE, "invalidRange", message));
    }
    session.total = Some(range.total);
    if !loses {
        session.add(body);
    }
    Ok(session.is_complete())
}

/// Takes what has arrived of a part.
pub(super) fn keep_beginning(session: &mut Session, request: &Incoming<'_>) {
    let (Some(range), Some(body)) = (range(request), &request.body) else { return };
    if range.first == session.received && session.received + (body.len() as u64) < range.total {
        session.total = Some(range.total);
        session.add(body);
    }
}

fn range(request: &Incoming<'_>) -> Option<Range> {
    let text = request.headers.get(header::CONTENT_RANGE)?.to_str().ok()?;
    let (range, total) = text.strip_prefix("bytes ")?.split_once('/')?;
    let (first, last) = range.split_once('-')?;
    Some(Range { first: first.parse().ok()?, last: last.parse().ok()?, total: total.parse().ok()? })
}
