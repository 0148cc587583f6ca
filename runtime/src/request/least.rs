//! The least permissions that requests need.

use std::fmt;

/// The least permissions that a request needs, as the `permission` key of its entity has them. A token is for one of the two
/// kinds; it needs all that are named of its kind.
///
/// `Display` names them in a sentence's words: `User.Read.All (delegated) or User.Read.All (application)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LeastScopes {
    delegated: &'static [&'static str],
    application: &'static [&'static str],
}

impl LeastScopes {
    #[doc(hidden)]
    pub const fn of_key(delegated: &'static [&'static str], application: &'static [&'static str]) -> Self {
        Self { delegated, application }
    }

    /// What an app that acts for a signed-in user needs. Empty if the key names nothing for it: many requests are for one
    /// kind only.
    pub const fn delegated(&self) -> &'static [&'static str] {
        self.delegated
    }

    /// What an app that acts for itself needs. Empty if the key names nothing for it.
    pub const fn application(&self) -> &'static [&'static str] {
        self.application
    }
}

impl fmt::Display for LeastScopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut or = "";
        for (names, kind) in [(self.delegated, "delegated"), (self.application, "application")] {
            let Some((first, others)) = names.split_first() else { continue };
            write!(f, "{or}{first}")?;
            others.iter().try_for_each(|name| write!(f, " and {name}"))?;
            write!(f, " ({kind})")?;
            or = " or ";
        }
        Ok(())
    }
}

/// What a `permission` key says of each operation.
#[doc(hidden)]
#[derive(Debug)]
pub struct Permissions {
    pub create: Option<LeastScopes>,
    pub get: Option<LeastScopes>,
    pub list: Option<LeastScopes>,
    pub update: Option<LeastScopes>,
    pub delete: Option<LeastScopes>,
}

impl Permissions {
    pub const NONE: Self = Self { create: None, get: None, list: None, update: None, delete: None };
}

#[cfg(test)]
mod tests {
    use super::LeastScopes;

    #[test]
    fn each_kind_is_named_with_its_permissions() {
        let cases: [(&'static [&'static str], &'static [&'static str], &str); 4] = [
            (&["A"], &["B"], "A (delegated) or B (application)"),
            (&["A", "C"], &["B"], "A and C (delegated) or B (application)"),
            (&["A"], &[], "A (delegated)"),
            (&[], &["B"], "B (application)"),
        ];
        for (delegated, application, expected) in cases {
            assert_eq!(LeastScopes::of_key(delegated, application).to_string(), expected);
        }
    }
}
