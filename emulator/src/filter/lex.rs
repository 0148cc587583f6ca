//! The words of a filter. Their order is checked by the parser.

/// A word and where it starts, in characters.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token<'a> {
    pub(super) at: usize,
    pub(super) lexeme: Lexeme<'a>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Lexeme<'a> {
    Open,
    Close,
    Comma,
    Slash,
    Colon,
    /// `'O''Neil'`, without its quotes.
    Text(String),
    /// `duration'PT1H'`: the name before the quotes, and what is between them.
    Typed(&'a str, String),
    /// A name, a keyword, or a literal without quotes.
    Word(&'a str),
    End,
}

/// Something is wrong with a filter.
#[derive(Debug)]
pub(super) struct Wrong {
    pub(super) what: String,
    pub(super) at: usize,
}

/// Splits `text`; the last token is the end.
pub(super) fn tokens(text: &str) -> Result<Vec<Token<'_>>, Wrong> {
    let mut tokens = Vec::new();
    let (mut rest, mut at) = (text, 0);
    loop {
        let trimmed = rest.trim_start_matches([' ', '\t']);
        at += rest.len() - trimmed.len();
        let Some((lexeme, length)) = first(trimmed).map_err(|what| Wrong { what, at })? else { break };
        let (taken, left) = trimmed.split_at(length);
        tokens.push(Token { at, lexeme });
        at += taken.chars().count();
        rest = left;
    }
    tokens.push(Token { at, lexeme: Lexeme::End });
    Ok(tokens)
}

/// The token at the start of `text`, and its length in bytes.
fn first(text: &str) -> Result<Option<(Lexeme<'_>, usize)>, String> {
    let Some(start) = text.chars().next() else { return Ok(None) };
    let mark = match start {
        '(' => Some(Lexeme::Open),
        ')' => Some(Lexeme::Close),
        ',' => Some(Lexeme::Comma),
        '/' => Some(Lexeme::Slash),
        ':' => Some(Lexeme::Colon),
        _ => None,
    };
    if let Some(mark) = mark {
        return Ok(Some((mark, 1)));
    }
    let word = word(text);
    let Some(quoted) = text[word.len()..].strip_prefix('\'') else {
        return match word {
            "" => Err(format!("Syntax error: character '{start}' is not valid")),
            word => Ok(Some((Lexeme::Word(word), word.len()))),
        };
    };
    let (content, length) = unquoted(quoted).ok_or("There is an unterminated string literal")?;
    let lexeme = if word.is_empty() { Lexeme::Text(content) } else { Lexeme::Typed(word, content) };
    Ok(Some((lexeme, word.len() + 1 + length)))
}

/// The name or bare literal at the start of `text`. Only what starts like a number has colons and plus signs in it: behind
/// the variable of a lambda a colon is a mark of its own.
fn word(text: &str) -> &str {
    let is_number = text.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '+');
    let is_part = |c: char| c.is_alphanumeric() || "_-.@$#".contains(c) || (is_number && (c == ':' || c == '+'));
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    &text[..end]
}

/// The string that goes on behind an opening quote, and how many bytes it takes with its closing one.
fn unquoted(text: &str) -> Option<(String, usize)> {
    let mut content = String::new();
    let mut from = 0;
    loop {
        let end = from + text[from..].find('\'')?;
        content.push_str(&text[from..end]);
        if !text[end + 1..].starts_with('\'') {
            return Some((content, end + 1));
        }
        content.push('\'');
        from = end + 2;
    }
}
