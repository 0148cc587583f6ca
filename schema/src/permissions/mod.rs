//! The least permissions that requests need, from the list that Microsoft keeps of them (`permissions.json`, in the format
//! of the kibali project): permission → schemes and sets of paths, where `least=` marks what is least for a path.

mod error;
mod key;
#[cfg(test)]
mod key_tests;
mod path;
mod read;
#[cfg(feature = "cli")]
pub mod scopes;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::fmt;

pub use self::error::PermissionsError;
pub use self::key::{Needed, Operation, PermissionKey, PermissionKeys, Place, fill, fill_all};
pub use self::read::read;

/// Who a permission is granted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scheme {
    /// The app acts for a signed-in user with a work or school account.
    DelegatedWork,
    /// The app acts for a signed-in user with a personal account.
    DelegatedPersonal,
    /// The app acts for itself.
    Application,
}

impl Scheme {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::DelegatedWork, Self::DelegatedPersonal, Self::Application];

    /// The name in the list.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::DelegatedWork => "DelegatedWork",
            Self::DelegatedPersonal => "DelegatedPersonal",
            Self::Application => "Application",
        }
    }
}

impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Which permissions are the least for which requests. See [`read()`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Permissions {
    /// By name, so that an index tells the order too.
    names: Vec<Box<str>>,
    /// By the normalized path; of a path, what is marked as least for a method and a scheme.
    paths: HashMap<Box<str>, Vec<Marked>>,
}

/// A mark: the permission is the least for requests of the method.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Marked {
    method: Box<str>,
    scheme: Scheme,
    permission: usize,
    /// How much the permission allows: whether it writes, by its name, and its level in the list.
    breadth: (bool, u64),
    /// One of these is needed besides.
    besides: Box<[Box<str>]>,
}

/// The permissions that the list marks as the least for a request: each is enough, the narrowest is first.
///
/// The list marks several for a sixth of its requests, `Mail.ReadBasic` and `Mail.ReadWrite` for one, so they are ordered:
/// those that only read, by their names, then by the level of privilege that the list gives them, then by name. (The level
/// alone won't do: the list gives some that read a higher one than the same that also writes.)
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Least<'p> {
    /// At least one.
    choices: Vec<Choice<'p>>,
}

/// One permission that is enough for a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice<'p> {
    /// Its name.
    pub permission: &'p str,
    /// One of these is needed besides (`AlsoRequires`). Empty for nearly all.
    pub besides: Vec<&'p str>,
}

impl<'p> Least<'p> {
    /// All that are marked, the narrowest first.
    #[must_use]
    pub fn choices(&self) -> &[Choice<'p>] {
        &self.choices
    }

    /// What to ask for: the narrowest permission, and the first of those that it needs besides.
    #[must_use]
    pub fn needed(&self) -> Vec<&'p str> {
        let Some(narrowest) = self.choices.first() else { return Vec::new() };
        [narrowest.permission].into_iter().chain(narrowest.besides.first().copied()).collect()
    }
}

impl Permissions {
    /// The least permissions for a request: its HTTP method, and its path below the version as a template, such as
    /// `users/{id}/messages`.
    ///
    /// The parameters' names, case, a slash at either end, the version and the namespace of an action or a function don't
    /// count. An entity by an alternate key, `applications(appId={appId})`, is that by its id where the list has the latter
    /// only. `None` if the list doesn't have the path or marks nothing for it.
    ///
    /// ```
    /// use graph_entity_schema::permissions::{self, Scheme};
    ///
    /// let permissions = permissions::read(
    ///     r#"{"permissions": {"User.Read.All": {
    ///         "schemes": {"Application": {"privilegeLevel": 3}},
    ///         "pathSets": [{
    ///             "schemeKeys": ["Application"],
    ///             "methods": ["GET"],
    ///             "paths": {"/users/{id}": "least=Application"}
    ///         }]
    ///     }}}"#,
    /// )?;
    /// let least = permissions.least("GET", "users/{userId}", Scheme::Application).expect("it is marked");
    /// assert_eq!(least.needed(), ["User.Read.All"]);
    /// # Ok::<(), permissions::PermissionsError>(())
    /// ```
    #[must_use]
    pub fn least(&self, method: &str, path: &str, scheme: Scheme) -> Option<Least<'_>> {
        let path = path::normalized(path);
        let marks = self.paths.get(&*path).or_else(|| self.paths.get(&*path::by_id(&path)?))?;
        let of_request = |mark: &&Marked| mark.scheme == scheme && mark.method.eq_ignore_ascii_case(method);
        let choices: Vec<_> = marks.iter().filter(of_request).filter_map(|mark| self.choice(mark)).collect();
        (!choices.is_empty()).then_some(Least { choices })
    }

    /// Whether the list has the path, for any request.
    #[must_use]
    pub fn has_path(&self, path: &str) -> bool {
        self.paths.contains_key(&*path::normalized(path))
    }

    fn choice<'p>(&'p self, mark: &'p Marked) -> Option<Choice<'p>> {
        let permission = self.names.get(mark.permission)?;
        Some(Choice { permission, besides: mark.besides.iter().map(|name| &**name).collect() })
    }
}
