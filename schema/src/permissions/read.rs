//! From the text of a list to its index.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::{Marked, Permissions, PermissionsError, Scheme, path};

/// The parts of a path's mark: `least=DelegatedWork,Application;AlsoRequires=Policy.Read.All`.
const LEAST: &str = "least";
const BESIDES: &str = "AlsoRequires";

/// Reads a list of permissions. Schemes that are not known and members that nothing here needs are skipped.
///
/// It is indexed by then: a question takes no more than the look-up of its path.
pub fn read(text: &str) -> Result<Permissions, PermissionsError> {
    let document: Value = serde_json::from_str(text).map_err(|error| PermissionsError::Json(error.to_string()))?;
    let root = object(&document, Place::ROOT)?;
    let place = Place::of("permissions");
    let listed = object(root.get("permissions").unwrap_or(&Value::Null), place)?;
    let mut permissions = Permissions::default();
    let levels = levels(listed);
    for (name, permission) in listed {
        let at = place.name(name);
        permissions.add(name, object(permission, at)?, at, &levels)?;
    }
    for marks in permissions.paths.values_mut() {
        let order = |mark: &Marked| (mark.scheme, mark.breadth, mark.permission);
        marks.sort_by(|one, other| (&one.method, order(one)).cmp(&(&other.method, order(other))));
        // The same path in two spellings, or in two sets.
        marks.dedup_by(|next, mark| {
            (mark.permission, mark.scheme, &mark.method) == (next.permission, next.scheme, &next.method)
        });
    }
    Ok(permissions)
}

/// How much each permission allows, by name and scheme.
type Levels<'a> = HashMap<(&'a str, Scheme), u64>;

/// What has no level is taken for the broadest.
fn levels(listed: &Map<String, Value>) -> Levels<'_> {
    let each = listed.iter().flat_map(|(name, permission)| {
        Scheme::ALL.into_iter().filter_map(move |scheme| {
            let level = permission.get("schemes")?.get(scheme.name())?.get("privilegeLevel")?.as_u64()?;
            Some(((name.as_str(), scheme), level))
        })
    });
    each.collect()
}

impl Permissions {
    fn add(
        &mut self,
        name: &str,
        permission: &Map<String, Value>,
        at: Place<'_>,
        levels: &Levels<'_>,
    ) -> Result<(), PermissionsError> {
        // The derive takes no others.
        if !is_name(name) {
            return Err(at.expected("a permission's name: letters, digits, `.`, `-` and `_`"));
        }
        let index = self.names.len();
        self.names.push(name.into());
        let at = at.member("pathSets");
        for (number, set) in array(permission.get("pathSets"), at)?.iter().enumerate() {
            let at = at.item(number);
            let set = object(set, at)?;
            let methods = strings(set.get("methods"), at.member("methods"))?;
            let at = at.member("paths");
            for (path, mark) in object(set.get("paths").unwrap_or(&Value::Null), at)? {
                let mark = mark.as_str().ok_or_else(|| at.name(path).expected("a string"))?;
                self.mark((name, index), &methods, path, mark, levels);
            }
        }
        Ok(())
    }

    fn mark(
        &mut self,
        (name, permission): (&str, usize),
        methods: &[&str],
        path: &str,
        mark: &str,
        levels: &Levels<'_>,
    ) {
        let marks = self.paths.entry(path::normalized(path).into()).or_default();
        let besides: Box<[Box<str>]> = part(mark, BESIDES).filter(|name| is_name(name)).map(Into::into).collect();
        for scheme in part(mark, LEAST).filter_map(|name| Scheme::ALL.into_iter().find(|it| it.name() == name)) {
            let level = levels.get(&(name, scheme)).copied().unwrap_or(u64::MAX);
            for &method in methods {
                marks.push(Marked {
                    method: method.into(),
                    scheme,
                    permission,
                    breadth: (!name.contains("Read") || name.contains("Write"), level),
                    besides: besides.clone(),
                });
            }
        }
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte))
}

/// The values of a part of a path's mark.
fn part<'a>(mark: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let of_name = |part: &'a str| {
        let (found, values) = part.split_once('=')?;
        found.trim().eq_ignore_ascii_case(name).then_some(values)
    };
    let values = mark.split(';').find_map(of_name).unwrap_or_default();
    values.split(',').map(str::trim).filter(|value| !value.is_empty())
}

/// Where in the document, for an error: nothing is written down before there is one.
#[derive(Clone, Copy)]
struct Place<'a> {
    above: Option<&'a Place<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Member(&'a str),
    Name(&'a str),
    Item(usize),
}

impl<'a> Place<'a> {
    const ROOT: Self = Self::of("the document");

    const fn of(member: &'a str) -> Self {
        Self { above: None, step: Step::Member(member) }
    }

    fn member(&'a self, name: &'a str) -> Self {
        Self { above: Some(self), step: Step::Member(name) }
    }

    fn name(&'a self, name: &'a str) -> Self {
        Self { above: Some(self), step: Step::Name(name) }
    }

    fn item(&'a self, number: usize) -> Self {
        Self { above: Some(self), step: Step::Item(number) }
    }

    fn expected(self, expected: &'static str) -> PermissionsError {
        PermissionsError::Unexpected { place: self.to_string(), expected }
    }
}

impl std::fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(above) = self.above {
            above.fmt(f)?;
        }
        match self.step {
            Step::Member(name) if self.above.is_none() => f.write_str(name),
            Step::Member(name) => write!(f, ".{name}"),
            Step::Name(name) => write!(f, "[{name:?}]"),
            Step::Item(number) => write!(f, "[{number}]"),
        }
    }
}

fn object<'v>(value: &'v Value, place: Place<'_>) -> Result<&'v Map<String, Value>, PermissionsError> {
    value.as_object().ok_or_else(|| place.expected("an object"))
}

fn array<'v>(value: Option<&'v Value>, place: Place<'_>) -> Result<&'v [Value], PermissionsError> {
    value.and_then(Value::as_array).map(Vec::as_slice).ok_or_else(|| place.expected("an array"))
}

fn strings<'v>(value: Option<&'v Value>, place: Place<'_>) -> Result<Vec<&'v str>, PermissionsError> {
    let each = array(value, place)?.iter().enumerate();
    each.map(|(number, value)| value.as_str().ok_or_else(|| place.item(number).expected("a string"))).collect()
}
