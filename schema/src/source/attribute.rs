//! Attributes: `#[graph(key, read_only)]`, over several lines where rustfmt has it so.

use super::WIDTH;
use super::item::Key;

/// How wide several keys of an attribute on one line may be.
const ONE_LINE: usize = 70;

/// Puts an attribute before an item, a field or a variant.
pub(super) fn push(out: &mut String, indent: usize, name: &str, keys: &[Key]) {
    let pad = " ".repeat(indent);
    let texts: Vec<String> = keys.iter().map(Key::to_string).collect();
    let line = texts.join(", ");
    let length = line.chars().count();
    let one_line = (length <= ONE_LINE || keys.len() == 1) && indent + name.len() + length + "#[()]".len() <= WIDTH;
    out.push_str(&pad);
    out.push_str("#[");
    out.push_str(name);
    if one_line {
        out.push('(');
        out.push_str(&line);
        out.push_str(")]\n");
        return;
    }
    out.push_str("(\n");
    for (number, (key, text)) in keys.iter().zip(texts).enumerate() {
        // None behind the last.
        out.push_str(if number > 0 { ",\n" } else { "" });
        lines(out, indent + 4, key, &text);
    }
    out.push('\n');
    out.push_str(&pad);
    out.push_str(")]\n");
}

/// One key of many, in parentheses of its own where it has some.
fn lines(out: &mut String, indent: usize, key: &Key, text: &str) {
    let pad = " ".repeat(indent);
    out.push_str(&pad);
    match key {
        Key::List(name, keys) if inner(keys).chars().count() > ONE_LINE || indent + text.chars().count() >= WIDTH => {
            out.push_str(name);
            out.push_str("(\n");
            let texts: Vec<String> = keys.iter().map(|key| format!("{pad}    {key}")).collect();
            out.push_str(&texts.join(",\n"));
            out.push('\n');
            out.push_str(&pad);
            out.push(')');
        }
        _ => out.push_str(text),
    }
}

fn inner(keys: &[Key]) -> String {
    keys.iter().map(Key::to_string).collect::<Vec<_>>().join(", ")
}
