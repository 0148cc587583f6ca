//! Descriptions.

use crate::model::{Annotations, Expression};
use crate::source::doc_text;

/// The description, and that it is deprecated, in the lines of a doc comment.
pub(super) fn docs(annotations: &Annotations, indent: usize) -> Vec<String> {
    described(annotations.description().as_deref(), annotations, indent)
}

/// The same with another description.
pub(super) fn described(description: Option<&str>, annotations: &Annotations, indent: usize) -> Vec<String> {
    let mut paragraphs: Vec<String> = description.map(str::to_owned).into_iter().collect();
    paragraphs.extend(deprecated(annotations));
    doc_text(&paragraphs.join("\n\n"), indent)
}

/// What `Core.Revisions` says.
fn deprecated(annotations: &Annotations) -> Option<String> {
    let Some(Expression::Collection(revisions)) = annotations.get("Org.OData.Core.V1.Revisions") else { return None };
    revisions.iter().find_map(|revision| {
        let Expression::Record(values) = revision else { return None };
        let value = |name: &str| values.iter().find(|(own, _)| own == name).map(|(_, value)| value);
        let Some(Expression::EnumMember(kinds)) = value("Kind") else { return None };
        if !kinds.iter().any(|kind| kind.ends_with("/Deprecated")) {
            return None;
        }
        let text = |name| match value(name)? {
            Expression::Text(text) | Expression::Constant(_, text) => Some(text.trim()),
            _ => None,
        };
        let mut sentence = match text("Description") {
            Some(why) if !why.is_empty() => format!("Deprecated: {why}"),
            _ => "Deprecated.".to_owned(),
        };
        if let Some(date) = text("RemovalDate") {
            if !sentence.ends_with('.') {
                sentence.push('.');
            }
            sentence.push_str(" It is to be removed on ");
            sentence.push_str(date);
            sentence.push('.');
        }
        Some(sentence)
    })
}
