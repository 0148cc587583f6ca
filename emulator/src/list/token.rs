//! The token in a link to the next page. It says where to go on; to a client it is opaque, and no other text is a token.

use std::hash::{DefaultHasher, Hash, Hasher};

use graph_entity::edm::Binary;

use crate::error::Failure;
use crate::query::Query;
use crate::tenant::Position;

/// It has a plus and a slash, and the rest ends in `=`: a client that encodes them once more, or not at all, or takes a
/// plus for a space, comes back with another text.
const PREFIX: &str = "RFNwdA+/";

/// Where a page starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Start {
    /// In the order of the store, from here on.
    Position(Position),
    /// In a sorted list, behind as many.
    Offset(usize),
}

/// What the next request has to know.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    pub(crate) start: Start,
    /// How many pages there were.
    pub(crate) pages: u32,
    /// Whether the first request was an advanced query.
    pub(crate) is_advanced: bool,
}

impl Token {
    /// The text of the token, for a request to `path` with this query.
    pub(crate) fn text(self, path: &str, query: &Query) -> String {
        let mut bytes = vec![u8::from(self.is_advanced)];
        bytes.extend(self.pages.to_le_bytes());
        let (kind, part, place) = match self.start {
            Start::Position((part, place)) => (0, part as u64, place),
            Start::Offset(offset) => (1, 0, offset as u64),
        };
        bytes.push(kind);
        bytes.extend(part.to_le_bytes());
        bytes.extend(place.to_le_bytes());
        bytes.extend(seal(&bytes, path, query).to_le_bytes());
        // The length that base64 fills up with one `=`.
        bytes.extend([0; 2]);
        format!("{PREFIX}{}", Binary::from(bytes))
    }

    /// Reads the token of a request, which must be the text that was given, for the same list with the same options.
    pub(crate) fn read(text: &str, path: &str, query: &Query) -> Result<Self, Failure> {
        let token =
            text.strip_prefix(PREFIX).and_then(|rest| rest.parse::<Binary>().ok()).and_then(|b| parse(b.as_ref()));
        token
            .filter(|token| token.text(path, query) == text)
            .ok_or_else(|| Failure::bad_request("The skip token is invalid or does not belong to this request."))
    }
}

fn parse(bytes: &[u8]) -> Option<Token> {
    let (advanced, rest) = bytes.split_first()?;
    let (pages, rest) = rest.split_first_chunk()?;
    let (kind, rest) = rest.split_first()?;
    let (part, rest) = rest.split_first_chunk()?;
    let (place, _) = rest.split_first_chunk()?;
    let (part, place) = (u64::from_le_bytes(*part), u64::from_le_bytes(*place));
    let start = match kind {
        0 => Start::Position((usize::try_from(part).ok()?, place)),
        _ => Start::Offset(usize::try_from(place).ok()?),
    };
    Some(Token { start, pages: u32::from_le_bytes(*pages), is_advanced: *advanced == 1 })
}

/// No secret: it only tells that somebody changed the token, or took it elsewhere.
fn seal(bytes: &[u8], path: &str, query: &Query) -> u64 {
    let mut hasher = DefaultHasher::new();
    (bytes, path.to_ascii_lowercase()).hash(&mut hasher);
    query.kept().for_each(|option| option.hash(&mut hasher));
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::{Start, Token};
    use crate::query::Query;

    #[test]
    fn only_its_own_text_is_a_token() {
        let query = Query::of(Some("$filter=a eq 1&$skip=2")).expect("a query");
        for start in [Start::Position((1, u64::MAX)), Start::Offset(7)] {
            let text = Token { start, pages: 3, is_advanced: true }.text("/v1.0/users", &query);
            assert!(text.contains('+') && text.contains('/') && text.ends_with('='), "{text}");
            let read = Token::read(&text, "/v1.0/USERS", &query).expect("a token");
            assert_eq!((read.start, read.pages, read.is_advanced), (start, 3, true));
            let changed = [text.replace('+', " "), text.replace('+', "%2B"), text.to_lowercase(), format!("{text}=")];
            for other in changed.iter().map(String::as_str).chain(["", "x", "RFNwdA+/", &text[1..]]) {
                assert!(Token::read(other, "/v1.0/users", &query).is_err(), "{other}");
            }
            assert!(Token::read(&text, "/v1.0/groups", &query).is_err());
            assert!(Token::read(&text, "/v1.0/users", &Query::default()).is_err());
        }
    }
}
