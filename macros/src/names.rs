//! Names: Rust's to the wire's, and a collection's path to the name of its constructor.

/// `display_name` → `displayName`. One trailing `_` is dropped (`self_` → `self`).
pub(crate) fn camel_case(snake: &str) -> String {
    let snake = snake.strip_suffix('_').filter(|rest| !rest.is_empty()).unwrap_or(snake);
    let mut camel = String::with_capacity(snake.len());
    let mut upper = false;
    for letter in snake.chars() {
        match letter {
            // Those in front are part of the name.
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

/// `InProgress` → `inProgress`: an enum's member.
pub(crate) fn member_name(pascal: &str) -> String {
    let mut letters = pascal.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// `deviceShellScript` → `device_shell_script`; a run of capitals is one word (`macOSApp` → `mac_os_app`).
pub(crate) fn snake_case(camel: &str) -> String {
    let letters: Vec<char> = camel.chars().collect();
    let mut snake = String::with_capacity(camel.len() + 4);
    for (at, &letter) in letters.iter().enumerate() {
        let after_lower = at > 0 && !letters[at - 1].is_uppercase();
        let before_lower = letters.get(at + 1).is_some_and(|next| next.is_lowercase());
        if letter.is_uppercase() && at > 0 && (after_lower || before_lower) && !snake.ends_with('_') {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}

/// The singular of a segment's name: `policies` → `policy`, `classes` → `class`, `users` → `user`.
pub(crate) fn singular(plural: &str) -> String {
    if let Some(stem) = plural.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    let es = ["sses", "xes", "ches", "shes", "uses"].into_iter().any(|ending| plural.ends_with(ending));
    if es {
        return plural[..plural.len() - 2].to_owned();
    }
    match plural.strip_suffix('s') {
        Some(stem) if !stem.is_empty() && !stem.ends_with('s') => stem.to_owned(),
        _ => plural.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{camel_case, singular, snake_case};

    #[test]
    fn snake_to_camel() {
        let cases = [
            ("id", "id"),
            ("user_principal_name", "userPrincipalName"),
            ("self_", "self"),
            ("v10_0", "v100"),
            ("_hidden", "_hidden"),
            ("__very_hidden", "__veryHidden"),
            ("a__b", "aB"),
            ("_", "_"),
        ];
        for (snake, camel) in cases {
            assert_eq!(camel_case(snake), camel);
        }
    }

    #[test]
    fn camel_to_snake() {
        let cases = [
            ("deviceShellScriptId", "device_shell_script_id"),
            ("macOSApp", "mac_os_app"),
            ("User", "user"),
            ("x", "x"),
        ];
        for (camel, snake) in cases {
            assert_eq!(snake_case(camel), snake);
        }
    }

    #[test]
    fn plural_to_singular() {
        let cases = [
            ("users", "user"),
            ("policies", "policy"),
            ("classes", "class"),
            ("mailboxes", "mailbox"),
            ("statuses", "status"),
            ("access", "access"),
            ("children", "children"),
            ("s", "s"),
        ];
        for (plural, one) in cases {
            assert_eq!(singular(plural), one);
        }
    }
}
