//! `use` declarations: names of one module together, in the order of rustfmt.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::WIDTH;

/// By module.
pub(super) struct Uses<'a>(Vec<(&'a str, Vec<&'a str>)>);

impl<'a> Uses<'a> {
    pub(super) fn of(names: &'a [String]) -> Self {
        let mut modules: Vec<(&str, Vec<&str>)> = Vec::new();
        for name in names.iter().map(String::as_str).collect::<BTreeSet<_>>() {
            let path = name.split(" as ").next().unwrap_or(name);
            let at = path.rfind("::").unwrap_or(0);
            let (module, last) = (&name[..at], name[at..].trim_start_matches("::"));
            match modules.iter_mut().find(|(other, _)| *other == module) {
                Some((_, names)) => names.push(last),
                None => modules.push((module, vec![last])),
            }
        }
        for (_, names) in &mut modules {
            names.sort_by(|a, b| in_order(a, b));
        }
        modules.sort_by(|a, b| by_module(a, b));
        Self(modules)
    }

    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        for (module, names) in &self.0 {
            match names.as_slice() {
                [one] => out.push_str(&["use ", module, "::", one, ";\n"].concat()),
                many => list(&mut out, module, many),
            }
        }
        out
    }
}

/// Segment by segment; a list of names comes behind a name.
fn by_module(a: &(&str, Vec<&str>), b: &(&str, Vec<&str>)) -> Ordering {
    let segments = |(module, names): &(&str, Vec<&str>)| {
        let mut all: Vec<String> = module.split("::").map(str::to_owned).collect();
        all.push(if let [one] = names.as_slice() { (*one).to_owned() } else { "{".to_owned() });
        all
    };
    let (a, b) = (segments(a), segments(b));
    let rank = |segment: &str| match segment {
        "self" => 0,
        "super" => 1,
        "crate" => 2,
        "{" => 4,
        _ => 3,
    };
    for (a, b) in a.iter().zip(&b) {
        let order = rank(a).cmp(&rank(b)).then_with(|| segment_order(a, b));
        if order != Ordering::Equal {
            return order;
        }
    }
    a.len().cmp(&b.len())
}

/// Modules before types.
fn segment_order(a: &str, b: &str) -> Ordering {
    let upper = |name: &str| name.starts_with(|letter: char| letter.is_ascii_uppercase());
    upper(a).cmp(&upper(b)).then_with(|| in_order(a, b))
}

/// Several names, as many on a line as fit.
fn list(out: &mut String, module: &str, names: &[&str]) {
    let line = format!("use {module}::{{{}}};\n", names.join(", "));
    if line.len() <= WIDTH + 1 {
        out.push_str(&line);
        return;
    }
    out.push_str(&["use ", module, "::{\n"].concat());
    // rustfmt leaves a column where there is more than one line.
    let all = 4 + names.join(", ").len() + 1;
    let width = if all <= WIDTH { WIDTH } else { WIDTH - 1 };
    let mut wide = 0;
    for name in names {
        // With the comma.
        if wide > 0 && wide + 1 + name.len() + 1 > width {
            out.push('\n');
            wide = 0;
        }
        out.push_str(if wide == 0 { "    " } else { " " });
        wide += if wide == 0 { 4 } else { 1 } + name.len() + 1;
        out.push_str(name);
        out.push(',');
    }
    out.push_str("\n};\n");
}

/// The order of versions: numbers by their value, all else by letters.
pub(crate) fn in_order(a: &str, b: &str) -> Ordering {
    let (a, b) = (a.trim_start_matches("r#"), b.trim_start_matches("r#"));
    let (mut a, mut b) = (a, b);
    loop {
        let (Some(first), Some(second)) = (a.chars().next(), b.chars().next()) else { return a.len().cmp(&b.len()) };
        if first.is_ascii_digit() && second.is_ascii_digit() {
            let (one, rest) = digits(a);
            let (two, other) = digits(b);
            let value = |digits: &str| digits.trim_start_matches('0').len();
            let order =
                value(one).cmp(&value(two)).then_with(|| one.trim_start_matches('0').cmp(two.trim_start_matches('0')));
            if order != Ordering::Equal {
                return order;
            }
            (a, b) = (rest, other);
        } else {
            // `_` is before all letters.
            let rank = |letter: char| (letter != '_', letter);
            match rank(first).cmp(&rank(second)) {
                Ordering::Equal => (a, b) = (&a[first.len_utf8()..], &b[second.len_utf8()..]),
                order => return order,
            }
        }
    }
}

fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len()))
}
