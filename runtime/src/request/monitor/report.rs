//! What a service says of an operation, in each of its forms (W5).

use bytes::Bytes;
use serde_json::{Map, Value as Json};

use crate::json;

/// As much of a status as is kept.
const MAX_STATUS: usize = 100;

/// What the body of an answer says of an operation.
pub(super) struct Report {
    pub(super) state: State,
    /// The service's own word. Empty if there is none.
    pub(super) status: String,
    pub(super) percent: Option<f64>,
    pub(super) resource_id: Option<String>,
    /// The link to the resource as it came.
    pub(super) resource: Option<String>,
    /// What stands in for an error object.
    pub(super) code: String,
    pub(super) message: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Or said by a word that nobody knows: it may be one that was added.
    Running,
    Succeeded,
    Failed,
}

impl Report {
    /// `None` if nothing in the body speaks of an operation: it is something else, such as the resource itself.
    pub(super) fn read(body: &Bytes) -> Option<Self> {
        let members = json::object(body)?;
        let status = status(&members);
        let percent = ["percentageComplete", "percentComplete"].iter().find_map(|name| number(members.get(*name)?));
        let has_error = members.get("error").is_some_and(|error| !error.is_null());
        let state = match &status {
            Some(status) => State::of(status),
            None if has_error => State::Failed,
            None if percent.is_some() => State::Running,
            None => return None,
        };
        let first = |names: &[&str]| names.iter().find_map(|name| text(&members, name));
        let description =
            members.get("status").and_then(Json::as_object).and_then(|status| text(status, "description"));
        Some(Self {
            state,
            status: status.unwrap_or_default(),
            percent,
            resource_id: first(&["resourceId", "targetResourceId"]),
            resource: first(&["resourceLocation", "targetResourceLocation"]),
            code: first(&["errorCode"]).unwrap_or_default(),
            message: description.or_else(|| first(&["statusDetail", "statusDescription"])).unwrap_or_default(),
        })
    }
}

impl State {
    fn of(status: &str) -> Self {
        const SUCCEEDED: [&str; 3] = ["succeeded", "completed", "success"];
        const FAILED: [&str; 8] =
            ["failed", "failure", "cancelled", "canceled", "skipped", "aborted", "timedOut", "deleteFailed"];
        let is_in = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(status));
        if is_in(&SUCCEEDED) {
            State::Succeeded
        } else if is_in(&FAILED) {
            State::Failed
        } else {
            State::Running
        }
    }
}

/// A word, or (of a print job) an object with a `state`.
fn status(members: &Map<String, Json>) -> Option<String> {
    let status = match members.get("status")? {
        Json::Object(status) => status.get("state")?.as_str()?,
        status => status.as_str()?,
    };
    let status = status.trim();
    (!status.is_empty()).then(|| status.chars().take(MAX_STATUS).collect())
}

/// A number, or a text that is one.
fn number(value: &Json) -> Option<f64> {
    let number = value.as_f64().or_else(|| value.as_str()?.trim().parse().ok())?;
    number.is_finite().then(|| number.clamp(0.0, 100.0))
}

fn text(members: &Map<String, Json>, name: &str) -> Option<String> {
    members.get(name)?.as_str().filter(|text| !text.trim().is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::{Report, State};

    fn read(body: &'static str) -> Option<Report> {
        Report::read(&Bytes::from_static(body.as_bytes()))
    }

    #[test]
    fn each_word_in_any_case() {
        for (word, state) in [
            ("notStarted", State::Running),
            ("running", State::Running),
            ("inProgress", State::Running),
            ("IN PROGRESS", State::Running),
            ("waiting", State::Running),
            ("unknownFutureValue", State::Running),
            ("succeeded", State::Succeeded),
            ("Completed", State::Succeeded),
            ("failed", State::Failed),
            ("Cancelled", State::Failed),
            ("canceled", State::Failed),
            ("skipped", State::Failed),
        ] {
            let body = format!(r#"{{"status":" {word} "}}"#);
            let report = Report::read(&body.into()).expect("a report");
            assert_eq!((report.state, &*report.status), (state, word));
        }
    }

    #[test]
    fn the_other_members() {
        let report = read(
            r#"{"@odata.context":"x","status":"completed","percentageComplete":27.8,"resourceId":"01MOWKYVJML57KN2ANMBA3",
                "operation":"ItemCopy"}"#,
        )
        .expect("a report");
        assert_eq!((report.percent, report.resource_id.as_deref()), (Some(27.8), Some("01MOWKYVJML57KN2ANMBA3")));
        let report = read(
            r#"{"status":"succeeded","targetResourceId":"1","targetResourceLocation":"/teams('1')","error":null}"#,
        )
        .expect("a report");
        assert_eq!((report.resource_id.as_deref(), report.resource.as_deref()), (Some("1"), Some("/teams('1')")));
        let report = read(r#"{"status":{"state":"failed","description":"no paper"}}"#).expect("a report");
        assert_eq!((report.state, &*report.message), (State::Failed, "no paper"));
    }

    #[test]
    fn percentages_are_numbers_or_texts_and_within_bounds() {
        for (percent, expected) in [
            ("40", Some(40.0)),
            ("\"40.5\"", Some(40.5)),
            ("-3", Some(0.0)),
            ("1e300", Some(100.0)),
            ("\"NaN\"", None),
            ("\"inf\"", None),
            ("null", None),
            ("[1]", None),
        ] {
            let body = format!(r#"{{"status":"running","percentageComplete":{percent}}}"#);
            assert_eq!(Report::read(&body.into()).expect("a report").percent, expected, "{percent}");
        }
    }

    #[test]
    fn what_is_no_operation() {
        for body in
            ["", "null", "[]", "<html>", r#"{"id":"1","displayName":"x"}"#, r#"{"status":5}"#, r#"{"status":""}"#]
        {
            assert!(read(body).is_none(), "{body}");
        }
        assert_eq!(read(r#"{"error":{"code":"c"}}"#).map(|report| report.state), Some(State::Failed));
        assert_eq!(read(r#"{"percentageComplete":100}"#).map(|report| report.state), Some(State::Running));
    }
}
