//! Each documented create, from builder to body: the sample's request is read as a value of its type, each setter of the
//! builder takes what the value has, and the body that the builder makes is compared with the sample.

use serde_json::Value;

use crate::compare::{Findings, Form, Known, compare_with};
use crate::registry::{entity, entry};
use crate::rows::{Report, Row};

/// A type that is created.
pub struct Entry {
    pub odata_type: &'static str,
    /// Makes the body that a create of this value has, and compares it.
    pub create: fn(&str) -> Result<Findings, String>,
}

/// Runs every create of an imported type, and reads the answer of each.
pub fn report(rows: &[Row<'_>]) -> Report {
    let mut report = Report::default();
    for row in rows {
        let (request, response) = (row.body("request"), row.body("response"));
        let body: Value = serde_json::from_str(request).expect("JSON");
        let named = body.get("@odata.type").and_then(Value::as_str).map(|name| name.trim_start_matches('#'));
        // The samples that add a tab to a channel declare a team.
        let declared = if row.url.ends_with("/tabs") { "microsoft.graph.teamsTab" } else { &row.odata_type };
        let Some(entry) = named.and_then(entry).or_else(|| entry(declared)) else { continue };
        let bodies = [body, serde_json::from_str(response).expect("JSON")];
        if let Some(rule) = report.matching(row, &bodies) {
            *report.left_out.entry(rule).or_default() += 1;
            continue;
        }
        let mut failures = Vec::new();
        report.settle((entry.create)(request), &mut failures);
        if let (Some(entity), true) = (entity(&row.odata_type), bodies[1].is_object()) {
            let outcome = (entity.one)(response, &mut report.kept);
            report.settle(outcome, &mut failures);
        }
        report.done(row, failures);
    }
    report
}

/// Compares the body of a request with the sample.
pub fn body_of<T>(
    json: &str,
    request: Result<graph_entity::Request<T>, graph_entity::Error>,
    known: Known<'_>,
) -> Result<Findings, String> {
    let request = request.map_err(|error| format!("no request: {error}"))?;
    let before = serde_json::from_str(json).map_err(|error| error.to_string())?;
    let after = serde_json::from_slice(request.body()).map_err(|error| format!("the body is no JSON: {error}"))?;
    Ok(compare_with(&before, &after, Form::Request, known))
}
