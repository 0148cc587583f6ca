//! The path of a collection: its parameters, and the name and arguments of the constructor made from them.

use quote::format_ident;
use syn::{Ident, LitStr};

use crate::attr::CollectionAttr;
use crate::errors::Errors;
use crate::names::{singular, snake_case};

/// A collection that instances of the entity live in.
pub(crate) struct Collection {
    /// The path, without a leading slash.
    pub(crate) path: LitStr,
    pub(crate) constructor: Ident,
    /// An argument for each parameter of the path, in order.
    pub(crate) arguments: Vec<Ident>,
}

impl Collection {
    /// `None` if the path is refused; an error was reported then.
    pub(crate) fn from_attr(attr: &CollectionAttr, errors: &mut Errors) -> Option<Self> {
        match read(attr) {
            Ok(collection) => Some(collection),
            Err((at, message)) => {
                errors.at(at, message);
                None
            }
        }
    }
}

type Refused<'a> = (&'a LitStr, String);

fn read(attr: &CollectionAttr) -> Result<Collection, Refused<'_>> {
    let literal = &attr.path;
    let refuse = |message: String| (literal, message);
    let text = literal.value();
    let path = text.strip_prefix('/').unwrap_or(&text);
    let segments: Vec<&str> = path.split('/').collect();
    segments.iter().try_for_each(|segment| check(segment)).map_err(refuse)?;

    let mut names = Vec::new();
    for (at, segment) in segments.iter().enumerate() {
        if let Some(parameter) = parameter(segment) {
            let before = at.checked_sub(1).and_then(|before| segments.get(before));
            names.push(Names::of(parameter, before.copied()).map_err(refuse)?);
        }
    }
    let mut arguments = Vec::new();
    for Names { argument, .. } in &names {
        let ident = identifier(argument, literal)
            .ok_or_else(|| refuse(format!("the parameter `{argument}` can't be the name of an argument; rename it")))?;
        if arguments.contains(&ident) {
            return Err(refuse(format!("two parameters are named `{argument}`; a name tells them apart")));
        }
        arguments.push(ident);
    }
    let constructor = match (&attr.name, names.last()) {
        (Some(name), _) => identifier(&name.value(), name)
            .ok_or_else(|| (name, format!("`{}` can't be the name of a function", name.value())))?,
        (None, None) => format_ident!("collection", span = literal.span()),
        (None, Some(last)) => format_ident!("in_{}", last.stem, span = literal.span()),
    };
    Ok(Collection { path: LitStr::new(path, literal.span()), constructor, arguments })
}

/// What a segment of a path may be.
fn check(segment: &str) -> Result<(), String> {
    if segment.is_empty() {
        return Err("a path has no empty segment: one `/` between two, none at the end".to_owned());
    }
    if parameter(segment).is_some() {
        return Ok(());
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
            let stem = snake_case(&singular(segment));
            return Ok(Self { argument: format!("{stem}_id"), stem });
        }
        let argument = snake_case(name);
        let stem = argument.strip_suffix("_id").unwrap_or(&argument).to_owned();
        let dashed = rest.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("-id"));
        Ok(Self { argument: if dashed { format!("{argument}_id") } else { argument }, stem })
    }
}

/// `name` as an identifier, raw if it is a keyword; `None` if it can't be one.
fn identifier(name: &str, literal: &LitStr) -> Option<Ident> {
    let ident = syn::parse_str::<Ident>(name).or_else(|_| syn::parse_str::<Ident>(&format!("r#{name}")));
    ident.ok().map(|mut ident| {
        ident.set_span(literal.span());
        ident
    })
}

#[cfg(test)]
mod tests {
    use proc_macro2::Span;
    use syn::LitStr;

    use super::{CollectionAttr, read};

    fn constructor(path: &str) -> String {
        let attr = CollectionAttr { path: LitStr::new(path, Span::call_site()), name: None };
        match read(&attr) {
            Ok(made) => {
                let arguments: Vec<_> = made.arguments.iter().map(ToString::to_string).collect();
                format!("{}({})", made.constructor, arguments.join(", "))
            }
            Err((_, message)) => message,
        }
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
