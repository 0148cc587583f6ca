//! The derive's own rules from Rust's names to the wire's and back. They are the functions of the macro crate, which a
//! test compiles beside these: where the derive restores a name, an import writes no `rename`.

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
    let mut snake = String::with_capacity(camel.len() + 4);
    let mut before: Option<char> = None;
    let mut letters = camel.chars().peekable();
    while let Some(letter) = letters.next() {
        let after_lower = before.is_some_and(|before| !before.is_uppercase());
        let before_lower = letters.peek().is_some_and(|next| next.is_lowercase());
        if letter.is_uppercase() && before.is_some() && (after_lower || before_lower) && !snake.ends_with('_') {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
        before = Some(letter);
    }
    snake
}

/// The singular of a segment's name: `policies` → `policy`, `classes` → `class`, `users` → `user`.
pub(crate) fn singular(plural: &str) -> String {
    if let Some(stem) = plural.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    let es = ["sses", "xes", "ches", "shes", "uses"].into_iter().any(|ending| plural.ends_with(ending));
    let dropped = if es { plural.strip_suffix("es") } else { plural.strip_suffix('s') };
    match dropped {
        Some(stem) if es || (!stem.is_empty() && !stem.ends_with('s')) => stem.to_owned(),
        _ => plural.to_owned(),
    }
}
