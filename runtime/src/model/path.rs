//! The JSON path of an error, such as `$.value[14].body.contentType`. It is built on the way up, so that it costs
//! nothing until something fails.

use std::cell::{Cell, RefCell};
use std::fmt::Write as _;

use serde_core::de::Error;

/// What all parts of one read share.
#[derive(Debug, Default)]
pub(crate) struct Trail {
    steps: RefCell<Vec<Step>>,
    /// Inside of a sensitive property, the errors of which quote nothing.
    hidden: Cell<bool>,
    /// What is read was made for a request, and lacks what the service sets.
    sent: bool,
}

#[derive(Debug)]
pub(crate) enum Step {
    Property(&'static str),
    Name(String),
    Index(usize),
}

impl Trail {
    /// The trail of a value whose failure is not that of the whole.
    pub(crate) fn of_part(&self) -> Self {
        Self { steps: RefCell::default(), hidden: self.hidden.clone(), sent: self.sent }
    }

    /// The trail of what was made for a request.
    pub(crate) fn of_sent() -> Self {
        Self { sent: true, ..Self::default() }
    }

    pub(crate) fn is_sent(&self) -> bool {
        self.sent
    }

    pub(crate) fn is_hidden(&self) -> bool {
        self.hidden.get()
    }

    /// Begins or ends a sensitive property; says what was before.
    pub(crate) fn hide(&self, hidden: bool) -> bool {
        self.hidden.replace(hidden)
    }

    /// Notes on the way up that the failure was inside of `step`.
    #[cold]
    #[inline(never)]
    pub(crate) fn note(&self, step: Step) {
        self.steps.borrow_mut().push(step);
    }

    /// The path from the root, `$`, to the failure.
    pub(crate) fn path(&self) -> String {
        let mut path = String::from("$");
        for step in self.steps.borrow().iter().rev() {
            match step {
                Step::Property(name) => push_name(&mut path, name),
                Step::Name(name) => push_name(&mut path, name),
                Step::Index(index) => {
                    // Writing to a `String` can't fail.
                    let _ = write!(path, "[{index}]");
                }
            }
        }
        path
    }

    /// The error with its path in front, for formats whose error type is not ours.
    #[cold]
    pub(crate) fn wrap<E: Error>(&self, error: E) -> E {
        match self.path().as_str() {
            "$" => error,
            path => E::custom(join(path, &error.to_string())),
        }
    }
}

/// `$.a` and an inner read's `$.b: text` make `$.a.b: text`.
pub(crate) fn join(path: &str, message: &str) -> String {
    match message.strip_prefix('$') {
        Some(inner) if inner.starts_with(['.', '[']) => format!("{path}{inner}"),
        _ => format!("{path}: {message}"),
    }
}

/// `.name`, or `['na me']` for a name that has more than letters, digits and `_`. Long names are cut.
fn push_name(path: &mut String, name: &str) {
    let plain = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let cut: String = name.chars().take(128).collect();
    let _ = if plain { write!(path, ".{cut}") } else { write!(path, "['{}']", cut.escape_debug()) };
}

#[cfg(test)]
mod tests {
    use super::{Step, Trail, join};

    #[test]
    fn steps_are_noted_from_the_inside_out() {
        let trail = Trail::default();
        trail.note(Step::Property("contentType"));
        trail.note(Step::Name("@odata.etag".to_owned()));
        trail.note(Step::Index(14));
        trail.note(Step::Property("value"));
        assert_eq!(trail.path(), "$.value[14]['@odata.etag'].contentType");
    }

    #[test]
    fn the_path_of_an_inner_read_is_appended() {
        assert_eq!(join("$.a", "$.b: wrong"), "$.a.b: wrong");
        assert_eq!(join("$.a", "wrong"), "$.a: wrong");
    }
}
