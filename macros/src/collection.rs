//! The path of a collection: its parameters, and the name and arguments of the constructor made from them.

use proc_macro2::Span;
use quote::format_ident;
use syn::{Ident, LitStr};

use crate::attr::{CollectionAttr, PermissionAttr};
use crate::errors::Errors;
use crate::names::{singular, snake_case};

/// A collection that instances of the entity live in, or the path of a single one.
pub(crate) struct Collection {
    pub(crate) singleton: bool,
    /// The path, without a leading slash.
    pub(crate) path: LitStr,
    pub(crate) constructor: Ident,
    /// What the constructor's name was taken from.
    pub(crate) named_by: Span,
    /// An argument for each parameter of the path, in order.
    pub(crate) arguments: Vec<Ident>,
    pub(crate) permission: Option<PermissionAttr>,
    /// Its name and arguments are no more than a guess.
    pub(crate) refused: bool,
}

impl Collection {
    /// Of a path that is refused, which is reported, what can be guessed: so uses of the constructor are no errors too.
    pub(crate) fn from_attr(attr: &CollectionAttr, errors: &mut Errors) -> Self {
        let mut refusals = Vec::new();
        let collection = read(attr, &mut refusals);
        // One message for a path.
        if let Some((at, message)) = refusals.into_iter().next() {
            errors.at_span(at, message);
        }
        collection
    }
}

type Refusals = Vec<(Span, String)>;

fn read(attr: &CollectionAttr, refusals: &mut Refusals) -> Collection {
    let at = attr.path.as_ref().map_or_else(Span::call_site, LitStr::span);
    let text = attr.path.as_ref().map(LitStr::value).unwrap_or_default();
    if text.contains("://") {
        refusals.push((at, "expected a path below the version, such as `users`; the client knows the host".to_owned()));
    }
    let path = text.strip_prefix('/').unwrap_or(&text);
    let segments: Vec<&str> = path.split('/').collect();
    let mut names = Vec::new();
    let mut before = None;
    for &segment in &segments {
        let result = match parameter(segment) {
            Some(parameter) => Names::of(parameter, before).map(|name| names.push(name)),
            None => check(segment),
        };
        // Where there is no path, that was reported.
        if let (Err(message), Some(_)) = (result, &attr.path) {
            refusals.push((at, message));
        }
        before = Some(segment).filter(|segment| !segment.is_empty()).or(before);
    }
    let arguments = arguments(&names, at, refusals);
    let (constructor, named_by) = constructor(attr, &segments, &names, at, refusals);
    Collection {
        singleton: attr.singleton,
        path: LitStr::new(path, at),
        constructor,
        named_by,
        arguments,
        permission: attr.permission.clone(),
        refused: attr.path.is_none() || !refusals.is_empty(),
    }
}

fn arguments(names: &[Names], at: Span, refusals: &mut Refusals) -> Vec<Ident> {
    let mut arguments = Vec::new();
    for (number, Names { argument, .. }) in names.iter().enumerate() {
        let message = match identifier(argument, at) {
            Some(ident) if !arguments.contains(&ident) => {
                arguments.push(ident);
                continue;
            }
            Some(_) => format!("two parameters are named `{argument}`; a name tells them apart"),
            None => format!("the parameter `{argument}` can't be the name of an argument; rename it"),
        };
        refusals.push((at, message));
        arguments.push(format_ident!("__{number}", span = at));
    }
    arguments
}

/// The constructor's name, and the literal that it is from.
fn constructor(
    attr: &CollectionAttr,
    segments: &[&str],
    names: &[Names],
    at: Span,
    refusals: &mut Refusals,
) -> (Ident, Span) {
    if let Some(name) = &attr.name {
        match identifier(&name.value(), name.span()) {
            Some(ident) => return (ident, name.span()),
            None => refusals.push((name.span(), format!("`{}` can't be the name of a function", name.value()))),
        }
    }
    if attr.singleton {
        return (singleton(segments, at, refusals), at);
    }
    let ident = match names.last() {
        None => format_ident!("collection", span = at),
        Some(last) => format_ident!("in_{}", last.stem, span = at),
    };
    (ident, at)
}

/// A single instance is named by the last segment of its path.
fn singleton(segments: &[&str], at: Span, refusals: &mut Refusals) -> Ident {
    let last = segments.last().copied().unwrap_or_default();
    if parameter(last).is_some() {
        let message = format!("`{last}` is an item of a collection; a single instance's path ends with its own name");
        refusals.push((at, message));
    } else if let Some(ident) = identifier(&snake_case(last), at) {
        return ident;
    } else if refusals.is_empty() {
        let message = format!("`{last}` can't be the name of a function: `singleton(path = \"…\", name = \"…\")`");
        refusals.push((at, message));
    }
    format_ident!("singleton", span = at)
}

/// What a segment of a path may be.
fn check(segment: &str) -> Result<(), String> {
    if segment.is_empty() {
        return Err("a path has no empty segment: one `/` between two, none at the end".to_owned());
    }
    match segment
        .chars()
        .find(|&letter| "?#%{}\\\"<>^`|".contains(letter) || letter.is_whitespace() || !letter.is_ascii())
    {
        Some('?' | '#') => Err("the path of a collection has no query; a request adds that".to_owned()),
        Some('{' | '}') => Err(format!("`{segment}`: a parameter is a whole segment, as in `users/{{id}}`")),
        Some(letter) => Err(format!("`{}` can't be in a path", letter.escape_debug())),
        None if segment == "." || segment == ".." => Err(format!("`{segment}` can't be a segment of a path")),
        None => Ok(()),
    }
}

fn parameter(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}').filter(|name| !name.contains(['{', '}']))
}

/// What one parameter gives names to.
struct Names {
    /// For `in_…`.
    stem: String,
    argument: String,
}

impl Names {
    /// `{deviceId}` and `{device-id}` name `device` and `device_id`; a bare `{id}` is named after the segment before it.
    fn of(parameter: &str, before: Option<&str>) -> Result<Self, String> {
        let end = parameter.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
        let (name, rest) = parameter.split_at(end.unwrap_or(parameter.len()));
        if !name.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            return Err(format!("`{{{parameter}}}` has no name; write a parameter such as `{{userId}}`"));
        }
        if name.eq_ignore_ascii_case("id") {
            let Some(segment) = before.filter(|segment| !segment.starts_with('{')) else {
                return Err(format!(
                    "`{{{parameter}}}` needs a name, such as `{{userId}}`: no segment before it has one"
                ));
            };
            // A segment may have what a name can't.
            let word = segment.replace(|letter: char| !letter.is_ascii_alphanumeric(), "_");
            let stem = snake_case(&singular(&word));
            return Ok(Self { argument: format!("{stem}_id"), stem });
        }
        let argument = snake_case(name);
        let stem = argument.strip_suffix("_id").unwrap_or(&argument).to_owned();
        let dashed = rest.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("-id"));
        Ok(Self { argument: if dashed { format!("{argument}_id") } else { argument }, stem })
    }
}

/// `name` as an identifier, raw if it is a keyword; `None` if it can't be one.
fn identifier(name: &str, at: Span) -> Option<Ident> {
    let ident = syn::parse_str::<Ident>(name).or_else(|_| syn::parse_str::<Ident>(&format!("r#{name}")));
    ident.ok().map(|mut ident| {
        ident.set_span(at);
        ident
    })
}

#[cfg(test)]
mod tests {
    use proc_macro2::Span;
    use syn::LitStr;

    use super::{CollectionAttr, read};

    fn constructor(path: &str) -> String {
        let attr = CollectionAttr { path: Some(LitStr::new(path, Span::call_site())), ..Default::default() };
        let mut refusals = Vec::new();
        let made = read(&attr, &mut refusals);
        let arguments: Vec<_> = made.arguments.iter().map(ToString::to_string).collect();
        let made = format!("{}({})", made.constructor, arguments.join(", "));
        refusals.into_iter().next().map_or(made, |(_, message)| message)
    }

    #[test]
    fn constructors_are_named_after_the_last_parameter() {
        let cases = [
            ("users", "collection()"),
            ("/users", "collection()"),
            (
                "deviceManagement/deviceShellScripts/{deviceShellScriptId}/userRunStates",
                "in_device_shell_script(device_shell_script_id)",
            ),
            ("users/{id}/messages", "in_user(user_id)"),
            ("users/{id | userPrincipalName}/messages", "in_user(user_id)"),
            ("devices/{device-id}/extensions", "in_device(device_id)"),
            ("teams/{id}/channels/{id}/messages", "in_channel(team_id, channel_id)"),
            ("policies/{id}/x", "in_policy(policy_id)"),
            ("cloud-PCs/{id}/x", "in_cloud_pc(cloud_pc_id)"),
            ("a.b~c/{id}/x", "in_a_b_c(a_b_c_id)"),
            ("a/{type}/b", "in_type(r#type)"),
        ];
        for (path, expected) in cases {
            assert_eq!(constructor(path), expected, "{path}");
        }
    }

    #[test]
    fn bad_paths_are_refused() {
        for path in
            ["", "a//b", "a/", "a?x", "a/{id}{id}", "a/{}/b", "{id}/x", "a b", "a/../b", "a/{1}/b", "a/{xId}/{xId}/b"]
        {
            assert!(constructor(path).contains(' '), "{path}: {}", constructor(path));
        }
    }
}
