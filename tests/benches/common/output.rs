//! How figures are told: as a text for people, or with `--json` as a line of JSON for each figure,
//! `{"case":"plain","operation":"read","figure":"ratio","value":0.62}`.

use std::fmt::Display;

use serde_json::json;

#[derive(Clone, Copy)]
pub struct Output {
    pub json: bool,
}

impl Output {
    /// A line that only people read.
    pub fn title(self, text: impl Display) {
        if !self.json {
            println!("{text}");
        }
    }

    /// The figures of one operation, and the line for people that tells them.
    pub fn figures(self, case: &str, operation: &str, text: impl Display, figures: &[(&str, f64)]) {
        if !self.json {
            return println!("{text}");
        }
        for (figure, value) in figures {
            println!("{}", json!({"case": case, "operation": operation, "figure": figure, "value": value}));
        }
    }
}
