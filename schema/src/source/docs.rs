//! Doc comments: descriptions as text that rustdoc takes as it is meant.

/// A description in lines of Markdown: `[`, `<` and the like are letters, URLs are links, and what stands in backticks is
/// code. Lines are broken so that with `indent` columns before them they are none too wide.
pub(crate) fn doc_text(description: &str, indent: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in description.split("\n\n") {
        let text = escape(paragraph);
        if text.is_empty() {
            continue;
        }
        if !lines.is_empty() {
            lines.push(String::new());
        }
        wrap(&text, super::WIDTH.saturating_sub(indent + 4), &mut lines);
    }
    lines
}

/// Puts one line of a comment.
pub(super) fn push(out: &mut String, slashes: &str, line: &str) {
    out.push_str(slashes);
    if !line.is_empty() {
        out.push(' ');
        out.push_str(line);
    }
    out.push('\n');
}

/// What is neither code nor a URL, letter by letter; with one space between words.
fn escape(paragraph: &str) -> String {
    let seen: String = paragraph.chars().filter(|letter| !is_hidden(*letter)).collect();
    let text = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(text.len() + 8);
    // Several in a row may begin a block of code.
    let code = text.matches('`').count().is_multiple_of(2) && !text.contains("``");
    for (number, part) in text.split('`').enumerate() {
        if number > 0 {
            out.push_str(if code { "`" } else { "\\`" });
        }
        if code && number % 2 == 1 {
            out.push_str(part);
        } else {
            plain(part, &mut out);
        }
    }
    out
}

/// What turns the direction of the text around it, which rustc refuses, and other controls.
fn is_hidden(letter: char) -> bool {
    (letter.is_control() && !letter.is_whitespace())
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn plain(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = ["http://", "https://"].iter().filter_map(|scheme| rest.find(scheme)).min() {
        let (before, url) = rest.split_at(at);
        letters(before, out);
        let end = url.find(|letter: char| letter.is_whitespace() || "<>()[]{}\"'`*|,;".contains(letter));
        let (url, after) = url.split_at(end.unwrap_or(url.len()));
        let trimmed = url.trim_end_matches(['.', ':', '!', '?']);
        out.push('<');
        out.push_str(trimmed);
        out.push('>');
        letters(&url[trimmed.len()..], out);
        rest = after;
    }
    letters(rest, out);
}

fn letters(text: &str, out: &mut String) {
    for letter in text.chars() {
        if matches!(letter, '[' | ']' | '<' | '>' | '*' | '\\' | '|' | '~') {
            out.push('\\');
        }
        // `&lt;` would be `<`.
        match letter {
            '&' => out.push_str("&amp;"),
            letter => out.push(letter),
        }
    }
}

fn wrap(text: &str, width: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    // With the space behind its last word.
    let mut wide = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if !line.is_empty() && wide + length > width {
            lines.push(std::mem::take(&mut line));
            wide = 0;
        }
        if line.is_empty() {
            begin(word, &mut line);
        } else {
            line.push(' ');
            line.push_str(word);
        }
        wide += length + 1;
    }
    lines.push(line);
}

/// A word that would begin a list, a heading or the like there.
fn begin(word: &str, line: &mut String) {
    let number = word.trim_end_matches(['.', ')']);
    let item = number.len() + 1 == word.len() && number.bytes().all(|byte| byte.is_ascii_digit());
    if item {
        line.push_str(number);
        line.push('\\');
        line.push_str(&word[number.len()..]);
        return;
    }
    if word.starts_with(['-', '+', '#', '=', '_']) {
        line.push('\\');
    }
    line.push_str(word);
}

#[cfg(test)]
mod tests {
    use super::doc_text;

    #[test]
    fn descriptions() {
        let cases = [
            ("The user's name.", "The user's name."),
            ("Possible values are `csv` and `json[]`.", "Possible values are `csv` and `json[]`."),
            ("One ` alone", "One \\` alone"),
            ("PCR[0] of <server>", "PCR\\[0\\] of \\<server\\>"),
            ("See https://www.contoso.com/a.", "See <https://www.contoso.com/a>."),
            ("A [link](http://x.y).", "A \\[link\\](<http://x.y>)."),
            ("*.xml | a&lt;b", "\\*.xml \\| a&amp;lt;b"),
            ("- none", "\\- none"),
            ("1. one", "1\\. one"),
            ("a\r\nb\n", "a b"),
            ("```rust fn main() {} ```", "\\`\\`\\`rust fn main() {} \\`\\`\\`"),
            ("a\u{202e}b\u{0} \u{2069} */\u{7f}", "ab \\*/"),
        ];
        for (text, expected) in cases {
            assert_eq!(doc_text(text, 0), [expected], "{text}");
        }
        assert_eq!(doc_text("one\n\ntwo", 0), ["one", "", "two"]);
        assert_eq!(doc_text(" \n\n ", 0), [""; 0]);
    }

    #[test]
    fn lines_are_broken() {
        let text = ["word"; 40].join(" ");
        let lines = doc_text(&text, 4);
        assert!(lines.len() > 1 && lines.iter().all(|line| line.len() <= 92), "{lines:?}");
        assert_eq!(lines.join(" "), text);
    }
}
