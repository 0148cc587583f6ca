//! Paths as they are compared: `/Users/{user-id}/` and `users/{id}` are one.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Segments joined by slashes, in lower case, `{}` for each parameter.
pub(super) fn normalized(path: &str) -> String {
    let mut normalized = String::with_capacity(path.len());
    let mut segments = split(path).into_iter().filter(|segment| !segment.is_empty()).peekable();
    segments.next_if(|segment| ["v1.0", "beta"].iter().any(|version| segment.eq_ignore_ascii_case(version)));
    for segment in segments {
        if !normalized.is_empty() {
            normalized.push('/');
        }
        push(&mut normalized, segment);
    }
    normalized
}

/// At the slashes that are not within parentheses, braces or quotes: `search(q='a/b')` is one segment.
fn split(path: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    let mut quoted = false;
    path.split(|letter: char| {
        match letter {
            '\'' => quoted = !quoted,
            '(' | '{' if !quoted => depth += 1,
            ')' | '}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        letter == '/' && depth == 0 && !quoted
    })
    .map(str::trim)
    .collect()
}

fn push(path: &mut String, segment: &str) {
    if let Some((before, after)) =
        segment.strip_prefix('{').and_then(|rest| rest.split_once('}')).map(|(_, it)| ("", it))
    {
        // `{id}:` addresses what is below an item by its path.
        push_all(path, &[before, "{}", after]);
        return;
    }
    let (name, arguments) = match segment.strip_suffix(')').and_then(|segment| segment.split_once('(')) {
        Some((name, arguments)) => (name, arguments.trim()),
        None => (segment, ""),
    };
    push_all(path, &[unqualified(name)]);
    if arguments.is_empty() {
        return;
    }
    let mut arguments: Vec<_> = arguments.split(',').map(str::trim).collect();
    if let [key] = &*arguments
        && !key.contains('=')
    {
        // A key in OData's own form: `users({id})` is `users/{id}`.
        path.push_str("/{}");
        return;
    }
    arguments.sort_unstable_by_key(|argument| argument.to_ascii_lowercase());
    for (number, argument) in arguments.iter().enumerate() {
        let name = argument.split_once('=').map_or(*argument, |(name, _)| name.trim_end());
        path.push(if number == 0 { '(' } else { ',' });
        // Writing to a string can't fail.
        let _ = write!(path, "{}={{}}", name.to_ascii_lowercase());
    }
    path.push(')');
}

fn push_all(path: &mut String, parts: &[&str]) {
    path.extend(parts.iter().flat_map(|part| part.chars()).map(|letter| letter.to_ascii_lowercase()));
}

/// The name of a type, an action or a function without its namespace.
fn unqualified(name: &str) -> &str {
    let is_qualified = name.get(..MICROSOFT.len()).is_some_and(|start| start.eq_ignore_ascii_case(MICROSOFT));
    name.rsplit_once('.').filter(|_| is_qualified).map_or(name, |(_, name)| name)
}

const MICROSOFT: &str = "microsoft.graph.";

/// A normalized path with ids in place of alternate keys, `applications/{}` for `applications(appid={})`. `None` if it has
/// none. A function's parameters look the same, but the path that comes of them is nobody's.
pub(super) fn by_id(path: &str) -> Option<String> {
    let mut found = false;
    let segments: Vec<_> = path
        .split('/')
        .map(|segment| match segment.split_once('(') {
            Some((name, _)) => {
                found = true;
                Cow::Owned(format!("{name}/{{}}"))
            }
            None => Cow::Borrowed(segment),
        })
        .collect();
    found.then(|| segments.join("/"))
}

#[cfg(test)]
mod tests {
    use super::{by_id, normalized};

    #[test]
    fn what_does_not_count_is_gone() {
        let cases = [
            ("/users/{id}", "users/{}"),
            ("users/{user-id}/", "users/{}"),
            ("/v1.0/Users/{id | userPrincipalName}", "users/{}"),
            ("beta/me", "me"),
            ("/betas/me", "betas/me"),
            ("users('{id}')/messages", "users/{}/messages"),
            ("workflows({id})", "workflows/{}"),
            ("me/microsoft.graph.sendMail", "me/sendmail"),
            ("me/sendMail()", "me/sendmail"),
            (
                "communications/callRecords/microsoft.graph.callRecords.getPstnCalls(toDateTime={b},fromDateTime={a})",
                "communications/callrecords/getpstncalls(fromdatetime={},todatetime={})",
            ),
            (
                "range/resizedrange(deltarows={value}, deltacolumns={value})",
                "range/resizedrange(deltacolumns={},deltarows={})",
            ),
            ("applications(appId='{appId}')", "applications(appid={})"),
            ("drive/root/search(q='{a/b}')", "drive/root/search(q={})"),
            ("drive/root:/{item-path}:/children", "drive/root:/{}:/children"),
            ("users/$count", "users/$count"),
            ("", ""),
            ("//", ""),
            ("{", "{"),
            ("a(", "a("),
            (")(", ")("),
        ];
        for (path, expected) in cases {
            assert_eq!(normalized(path), expected, "{path}");
        }
    }

    #[test]
    fn an_alternate_key_is_an_id() {
        assert_eq!(by_id("applications(appid={})/owners").as_deref(), Some("applications/{}/owners"));
        assert_eq!(by_id("applications/{}/owners"), None);
    }
}
