//! The `Prefer` header, and what an answer says about it.

use http::{HeaderMap, HeaderName, HeaderValue};

use crate::answer::Answer;

pub(crate) const PREFERENCE_APPLIED: HeaderName = HeaderName::from_static("preference-applied");

/// What a client would like, as far as it is known here.
#[derive(Debug, Default)]
pub(crate) struct Preferences {
    /// `return=representation` or `return=minimal`.
    pub(crate) answer: Option<Return>,
    /// `odata.maxpagesize`.
    pub(crate) page_size: Option<usize>,
    /// `create-if-missing`.
    pub(crate) creates: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Return {
    Representation,
    Minimal,
}

impl Preferences {
    /// Reads all `Prefer` headers. Of a preference that is there twice, the first counts; unknown ones are nobody's
    /// business.
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let mut preferences = Self::default();
        let values = headers.get_all("prefer").iter().filter_map(|value| value.to_str().ok());
        for preference in values.flat_map(|value| value.split([',', ';'])) {
            let (name, value) = preference.split_once('=').unwrap_or((preference, ""));
            let value = value.trim().trim_matches('"').to_ascii_lowercase();
            match (name.trim().to_ascii_lowercase().as_str(), value.as_str()) {
                ("return", "representation") => {
                    preferences.answer.get_or_insert(Return::Representation);
                }
                ("return", "minimal") => {
                    preferences.answer.get_or_insert(Return::Minimal);
                }
                ("odata.maxpagesize" | "maxpagesize", size) => {
                    preferences.page_size = preferences.page_size.or(size.parse().ok().filter(|size| *size > 0));
                }
                ("create-if-missing", "") => preferences.creates = true,
                _ => {}
            }
        }
        preferences
    }

    /// Says in the answer of a write what was preferred of it.
    pub(crate) fn tell_answer(&self, answer: Answer) -> Answer {
        let applied = match self.answer {
            Some(Return::Representation) => "return=representation",
            Some(Return::Minimal) => "return=minimal",
            None => return answer,
        };
        answer.with(PREFERENCE_APPLIED, HeaderValue::from_static(applied))
    }
}

#[cfg(test)]
mod tests {
    use super::{Preferences, Return};
    use http::{HeaderMap, HeaderValue};

    #[test]
    fn reads_lists_and_repeated_headers() {
        let mut headers = HeaderMap::new();
        for value in [
            "IdType=\"ImmutableId\", Return=Representation",
            "odata.maxpagesize=\"7\"",
            "create-if-missing,return=minimal",
        ] {
            headers.append("prefer", HeaderValue::from_static(value));
        }
        let preferences = Preferences::of(&headers);
        assert_eq!(preferences.answer, Some(Return::Representation));
        assert_eq!((preferences.page_size, preferences.creates), (Some(7), true));
    }
}
