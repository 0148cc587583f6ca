//! Names: the wire's to Rust's, as the derive reads them back.

/// A field's name and, where the derive would read another wire name from it, the one to give.
pub(super) fn field(wire: &str) -> (String, Option<String>) {
    // Methods of the builder, which a setter can't be named as, and what can't be a raw identifier.
    const TAKEN: [&str; 8] = ["changes", "request", "send", "send_blocking", "self", "super", "crate", "_"];
    let mut name = snake_case(&words(wire));
    if name.is_empty() || name.starts_with(|first: char| first.is_ascii_digit()) {
        name.insert(0, '_');
    }
    if TAKEN.contains(&&*name) {
        name.push('_');
    }
    let rename = (camel_case(&name) != wire).then(|| wire.to_owned());
    (identifier(&name), rename)
}

/// An enum's variant and, where the derive would read another member from it, the one to give.
pub(super) fn variant(member: &str) -> (String, Option<String>) {
    let mut name = pascal_case(member);
    if name.is_empty() || name.starts_with(|first: char| first.is_ascii_digit()) {
        name.insert(0, 'V');
    }
    if name == "Self" || name == "Unrecognized" {
        name.push_str("Member");
    }
    let mut letters = name.chars();
    let read = letters.next().map(|first| first.to_lowercase().chain(letters).collect::<String>());
    let rename = (read.as_deref() != Some(member)).then(|| member.to_owned());
    (name, rename)
}

/// `deviceState` and `device_state` → `DeviceState`.
pub(super) fn pascal_case(name: &str) -> String {
    let mut pascal = String::with_capacity(name.len());
    let mut upper = true;
    for letter in words(name).chars() {
        if letter == '_' {
            upper = true;
        } else if upper {
            pascal.extend(letter.to_uppercase());
            upper = false;
        } else {
            pascal.push(letter);
        }
    }
    pascal
}

/// The name of the constructor of a collection, as the derive makes it.
pub(super) fn constructor(path: &str) -> String {
    stems(path).last().map_or_else(|| "collection".to_owned(), |stem| format!("in_{stem}"))
}

/// A longer name: by all parameters of the path, or without any by the segments in front of the last one.
pub(super) fn long_constructor(path: &str) -> String {
    let mut parts = stems(path);
    if parts.is_empty() {
        parts = path.split('/').map(|segment| snake_case(&words(segment))).collect();
        parts.pop();
    }
    format!("in_{}", parts.join("_"))
}

/// What the parameters of a path are of: `user` of `{userId}`, `{user-id}` and of `users/{id}`.
fn stems(path: &str) -> Vec<String> {
    let mut stems = Vec::new();
    let mut before = "";
    for segment in path.split('/') {
        if let Some(parameter) = super::http::parameter(segment) {
            let end = parameter.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
            let name = parameter.get(..end.unwrap_or(parameter.len())).unwrap_or_default();
            let name = if name.eq_ignore_ascii_case("id") { singular(before) } else { name.to_owned() };
            let name = snake_case(&name);
            stems.push(name.strip_suffix("_id").unwrap_or(&name).to_owned());
        } else {
            before = segment;
        }
    }
    stems
}

/// Letters, digits and `_` only.
fn words(name: &str) -> String {
    name.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }).collect()
}

/// Raw if it is a keyword.
fn identifier(name: &str) -> String {
    const KEYWORDS: [&str; 47] = [
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
        "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
        "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type",
        "typeof", "unsafe", "unsized", "use", "where", "while", "yield",
    ];
    if KEYWORDS.contains(&name) { format!("r#{name}") } else { name.to_owned() }
}

/// As the derive does it.
fn camel_case(snake: &str) -> String {
    let snake = snake.strip_suffix('_').filter(|rest| !rest.is_empty()).unwrap_or(snake);
    let mut camel = String::with_capacity(snake.len());
    let mut upper = false;
    for letter in snake.chars() {
        match letter {
            '_' if camel.contains(|letter| letter != '_') => upper = true,
            _ if upper => {
                camel.extend(letter.to_uppercase());
                upper = false;
            }
            _ => camel.push(letter),
        }
    }
    camel
}

/// As the derive does it: a run of capitals is one word.
fn snake_case(camel: &str) -> String {
    let mut snake = String::with_capacity(camel.len() + 4);
    let mut letters = camel.chars().peekable();
    let mut last: Option<char> = None;
    while let Some(letter) = letters.next() {
        if let Some(last) = last {
            let before_lower = letters.peek().is_some_and(|next| next.is_lowercase());
            if letter.is_uppercase() && (!last.is_uppercase() || before_lower) && !snake.ends_with('_') {
                snake.push('_');
            }
        }
        snake.extend(letter.to_lowercase());
        last = Some(letter);
    }
    snake
}

/// As the derive does it: `policies` → `policy`, `classes` → `class`, `users` → `user`.
fn singular(plural: &str) -> String {
    if let Some(stem) = plural.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    if ["sses", "xes", "ches", "shes", "uses"].into_iter().any(|ending| plural.ends_with(ending)) {
        return plural.strip_suffix("es").unwrap_or(plural).to_owned();
    }
    match plural.strip_suffix('s') {
        Some(stem) if !stem.is_empty() && !stem.ends_with('s') => stem.to_owned(),
        _ => plural.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{constructor, field, long_constructor, pascal_case, variant};

    #[test]
    fn fields() {
        let cases = [
            ("userPrincipalName", "user_principal_name", None),
            ("type", "r#type", None),
            ("self", "self_", None),
            ("send", "send_", None),
            ("postal_code", "postal_code", Some("postal_code")),
            ("macOSApp", "mac_os_app", Some("macOSApp")),
            ("v10_0", "v10_0", Some("v10_0")),
        ];
        for (wire, name, rename) in cases {
            assert_eq!(field(wire), (name.to_owned(), rename.map(str::to_owned)), "{wire}");
        }
    }

    #[test]
    fn variants() {
        let cases =
            [("inProgress", "InProgress", None), ("v3_2_1", "V321", Some("v3_2_1")), ("Teal", "Teal", Some("Teal"))];
        for (member, name, rename) in cases {
            assert_eq!(variant(member), (name.to_owned(), rename.map(str::to_owned)), "{member}");
        }
        assert_eq!(pascal_case("deviceManagementScriptUserState"), "DeviceManagementScriptUserState");
    }

    #[test]
    fn constructors_are_those_of_the_derive() {
        let cases = [
            ("users", "collection"),
            ("a/deviceShellScripts/{deviceShellScriptId}/userRunStates", "in_device_shell_script"),
            ("users/{id | userPrincipalName}/messages", "in_user"),
            ("devices/{device-id}/extensions", "in_device"),
            ("policies/{id}/x", "in_policy"),
            ("a/{type}/b", "in_type"),
        ];
        for (path, name) in cases {
            assert_eq!(constructor(path), name, "{path}");
        }
        assert_eq!(long_constructor("users/{id}/contactFolders/{contactFolderId}/contacts"), "in_user_contact_folder");
        assert_eq!(long_constructor("roleManagement/directory/roleAssignments"), "in_role_management_directory");
    }
}
