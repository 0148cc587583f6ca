//! Attributes: `#[graph(key, read_only)]`, over several lines where rustfmt has it so.

use super::WIDTH;
use super::item::Key;

/// How wide the keys of a list on one line may be: rustfmt's `attr_fn_like_width`.
const ONE_LINE: usize = 70;

/// Puts an attribute before an item, a field or a variant.
pub(super) fn push(out: &mut String, indent: usize, name: &'static str, keys: &[Key]) {
    let pad = " ".repeat(indent);
    out.push_str(&pad);
    out.push_str("#[");
    list(out, indent, name, keys, "#[]".len());
    out.push_str("]\n");
}

/// A list of keys: on one line, or each on one of its own. `more` is what else stands on its line.
fn list(out: &mut String, indent: usize, name: &str, keys: &[Key], more: usize) {
    // One that is a list itself has its lines.
    if let [Key::List(inner, keys)] = keys {
        out.push_str(name);
        out.push('(');
        list(out, indent, inner, keys, more + name.len() + "()".len());
        out.push(')');
        return;
    }
    let texts: Vec<String> = keys.iter().map(Key::to_string).collect();
    let line = texts.join(", ");
    let length = line.chars().count();
    let is_short = length <= ONE_LINE || matches!(keys, [Key::Flag(_) | Key::Text(..)]);
    out.push_str(name);
    if is_short && keys.iter().all(|key| !is_long(key)) && indent + name.len() + length + "()".len() + more <= WIDTH {
        out.push('(');
        out.push_str(&line);
        out.push(')');
        return;
    }
    out.push_str("(\n");
    for (number, (key, text)) in keys.iter().zip(texts).enumerate() {
        // None behind the last.
        out.push_str(if number > 0 { ",\n" } else { "" });
        out.push_str(&" ".repeat(indent + 4));
        match key {
            Key::List(name, keys) => list(out, indent + 4, name, keys, ",".len()),
            Key::Flag(_) | Key::Text(..) => out.push_str(&text),
        }
    }
    out.push('\n');
    out.push_str(&" ".repeat(indent));
    out.push(')');
}

/// Whether a key takes several lines wherever it stands.
fn is_long(key: &Key) -> bool {
    match key {
        Key::Flag(_) | Key::Text(..) => false,
        Key::List(_, keys) if matches!(keys[..], [Key::List(..)]) => keys.iter().any(is_long),
        Key::List(_, keys) => {
            let length = keys.iter().map(|key| key.to_string().chars().count() + 2).sum::<usize>();
            length.saturating_sub(2) > ONE_LINE || keys.iter().any(is_long)
        }
    }
}
