//! What a service says of an upload, in each form that it has (W8).

use serde_json::{Map, Value as Json};

use crate::edm::DateTimeOffset;
use crate::json;

/// A run of bytes that the service does not have yet: from its start to its last byte, or to the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingRange {
    start: u64,
    last: Option<u64>,
}

impl MissingRange {
    /// The first byte that is missing, counted from zero.
    pub fn start(&self) -> u64 {
        self.start
    }

    /// The last one; `None` if all to the end is missing.
    pub fn last(&self) -> Option<u64> {
        self.last
    }

    /// `26-`, `12345-55232`, or a bare `2097152`.
    fn read(text: &str) -> Option<Self> {
        let number = |text: &str| {
            let text = text.trim();
            // `parse` alone would take a `+`.
            text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
        };
        let (start, last) = match text.split_once('-') {
            None => (number(text)?, None),
            Some((start, last)) if last.trim().is_empty() => (number(start)?, None),
            Some((start, last)) => (number(start)?, Some(number(last)?)),
        };
        last.is_none_or(|last| last >= start).then_some(Self { start, last })
    }
}

/// What an answer tells of a session.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) url: Option<String>,
    pub(super) expires: Option<DateTimeOffset>,
    /// Whether there is a list of what is missing, readable or not: then the upload goes on.
    pub(super) has_list: bool,
    /// What is missing, by its start; `None` if nothing readable is told.
    pub(super) missing: Option<Vec<MissingRange>>,
}

impl Told {
    /// Of an answer that may be anything.
    pub(super) fn read(body: &[u8]) -> Option<Self> {
        json::object(body).map(|members| Self::of(&members))
    }

    fn of(members: &Map<String, Json>) -> Self {
        let text = |name| member(members, name).and_then(Json::as_str);
        let list = member(members, "nextExpectedRanges");
        Self {
            url: text("uploadUrl").filter(|url| !url.is_empty()).map(str::to_owned),
            expires: text("expirationDateTime").and_then(|text| text.parse().ok()),
            has_list: list.is_some(),
            missing: list.and_then(Json::as_array).and_then(|list| ranges(list)),
        }
    }
}

/// A member whose name is written in any case: Outlook's are `NextExpectedRanges` and the like.
pub(super) fn member<'a>(members: &'a Map<String, Json>, name: &str) -> Option<&'a Json> {
    members.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

/// Those that can be read; `None` if there are some and none of them can.
fn ranges(list: &[Json]) -> Option<Vec<MissingRange>> {
    let read = |one: &Json| match one {
        Json::String(text) => MissingRange::read(text),
        number => number.as_u64().map(|start| MissingRange { start, last: None }),
    };
    let mut ranges: Vec<_> = list.iter().filter_map(read).collect();
    ranges.sort_by_key(MissingRange::start);
    (list.is_empty() || !ranges.is_empty()).then_some(ranges)
}

#[cfg(test)]
mod tests {
    use super::Told;

    fn told(list: &str) -> Option<Vec<(u64, Option<u64>)>> {
        let told = Told::read(format!(r#"{{"nextExpectedRanges":{list}}}"#).as_bytes())?;
        assert!(told.has_list);
        Some(told.missing?.iter().map(|range| (range.start(), range.last())).collect())
    }

    /// W12.
    #[test]
    fn every_form_of_a_range() {
        assert_eq!(told(r#"["26-"]"#), Some(vec![(26, None)]));
        let two = Some(vec![(12_345, Some(55_232)), (77_829, Some(99_375))]);
        assert_eq!(told(r#"["12345-55232","77829-99375"]"#), two);
        assert_eq!(told(r#"["77829-99375", " 12345 - 55232 "]"#), two);
        assert_eq!(told(r#"["2097152"]"#), Some(vec![(2_097_152, None)]));
        assert_eq!(told("[2097152]"), Some(vec![(2_097_152, None)]));
        assert_eq!(told("[]"), Some(vec![]));
        assert_eq!(told(r#"["x","26-"]"#), Some(vec![(26, None)]));
    }

    #[test]
    fn what_is_no_range_tells_nothing() {
        for list in [r#"["x"]"#, r#"["5-4"]"#, r#"["-5"]"#, r#"["+5"]"#, r#"[""]"#, "[-1]", "[null]", "null", "{}", "5"]
        {
            assert_eq!(told(list), None, "{list}");
        }
        assert_eq!(told(r#"["99999999999999999999-"]"#), None);
    }

    #[test]
    fn names_are_of_any_case() {
        let body = br#"{"NextExpectedRanges":["5-"],"ExpirationDateTime":"2026-11-30T00:00:00Z","UploadURL":"u"}"#;
        let told = Told::read(body).unwrap_or_default();
        assert_eq!((told.url.as_deref(), told.has_list), (Some("u"), true));
        assert_eq!(told.expires.map(|time| time.to_string()).as_deref(), Some("2026-11-30T00:00:00Z"));
        assert!(Told::read(b"[]").is_none() && Told::read(b"").is_none());
        assert!(!Told::read(br#"{"id":"1"}"#).unwrap_or_default().has_list);
    }
}
