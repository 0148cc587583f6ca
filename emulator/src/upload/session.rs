//! One session: what was asked of it, and what has arrived.

use std::time::{Duration, SystemTime};

use bytes::{Bytes, BytesMut};
use graph_entity::edm::DateTimeOffset;
use serde_json::{Map, Value};

use super::{UploadPlace, UploadStyle, Uploaded};

/// How long a session is good for.
const LIFE: Duration = Duration::from_secs(60 * 60);

/// What happens where there is a file of that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Behavior {
    Replace,
    Rename,
    Fail,
}

#[derive(Debug, Clone)]
pub(super) struct Session {
    pub(super) style: UploadStyle,
    pub(super) path: String,
    pub(super) name: String,
    pub(super) behavior: Behavior,
    pub(super) deferred: bool,
    expires: SystemTime,
    /// As the first part said.
    pub(super) total: Option<u64>,
    pub(super) received: u64,
    /// `None`: they are summed up and not kept.
    parts: Option<Vec<Bytes>>,
    sum: u64,
}

impl Session {
    pub(super) fn new(place: &UploadPlace, path: String, body: &Map<String, Value>, keeps: bool) -> Self {
        // Outlook's are of an `AttachmentItem`.
        let item = member(body, "item").or_else(|| member(body, "AttachmentItem"));
        let of_item = |name| item.and_then(Value::as_object).and_then(|item| member(item, name)?.as_str());
        let behavior = match of_item("@microsoft.graph.conflictBehavior") {
            Some("fail") => Behavior::Fail,
            Some("rename") => Behavior::Rename,
            _ => Behavior::Replace,
        };
        let last = path.trim_end_matches(':').rsplit('/').next().unwrap_or_default();
        Self {
            style: place.style,
            name: of_item("name").unwrap_or(last).to_owned(),
            path,
            behavior,
            deferred: member(body, "deferCommit") == Some(&Value::Bool(true)),
            expires: SystemTime::now() + LIFE,
            total: None,
            received: 0,
            parts: keeps.then(Vec::new),
            sum: EMPTY_SUM,
        }
    }

    pub(super) fn is_complete(&self) -> bool {
        self.total == Some(self.received)
    }

    pub(super) fn add(&mut self, bytes: &Bytes) {
        self.received += bytes.len() as u64;
        match &mut self.parts {
            Some(parts) => parts.push(bytes.clone()),
            None => self.sum = add_to_sum(self.sum, bytes),
        }
    }

    /// What is told of it.
    pub(super) fn status(&self) -> Map<String, Value> {
        let missing = if self.is_complete() { Vec::new() } else { vec![format!("{}-", self.received).into()] };
        let expires = DateTimeOffset::from(self.expires).to_string();
        let (ranges, until) = match self.style {
            UploadStyle::Drive => ("nextExpectedRanges", "expirationDateTime"),
            UploadStyle::Outlook => ("NextExpectedRanges", "ExpirationDateTime"),
        };
        Map::from_iter([(until.to_owned(), expires.into()), (ranges.to_owned(), Value::Array(missing))])
    }

    pub(super) fn into_file(self, path: String, name: String) -> Uploaded {
        let bytes = self.parts.map(|parts| {
            let mut bytes = BytesMut::with_capacity(parts.iter().map(Bytes::len).sum());
            for part in parts {
                bytes.extend_from_slice(&part);
            }
            bytes.freeze()
        });
        let sum = bytes.is_none().then_some(self.sum);
        Uploaded { path, name, length: self.received, bytes: bytes.unwrap_or_default(), sum }
    }
}

fn member<'a>(members: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    members.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

/// FNV-1a.
pub(super) const EMPTY_SUM: u64 = 0xcbf2_9ce4_8422_2325;

pub(super) fn add_to_sum(sum: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(sum, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
