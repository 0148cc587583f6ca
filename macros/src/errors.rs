//! All the problems found in one derive input, reported together.

use std::fmt::Display;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

#[derive(Default)]
pub(crate) struct Errors(Option<syn::Error>);

impl Errors {
    /// Records `message`, underlining all of `tokens`.
    pub(crate) fn at(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    /// Records `message`, underlining the token at `span`.
    pub(crate) fn at_span(&mut self, span: Span, message: impl Display) {
        self.push(syn::Error::new(span, message));
    }

    pub(crate) fn push(&mut self, error: syn::Error) {
        match &mut self.0 {
            Some(first) => first.combine(error),
            none => *none = Some(error),
        }
    }
}

impl ToTokens for Errors {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0.as_ref().map(syn::Error::to_compile_error).to_tokens(tokens);
    }
}

/// The one of `known` that `typo` is close to.
pub(crate) fn nearest<'a>(typo: &str, known: &[&'a str]) -> Option<&'a str> {
    let (distance, name) = known.iter().map(|name| (distance(typo, name), *name)).min()?;
    (distance * 3 <= name.len()).then_some(name)
}

/// The end of a message about a name that is not known: the one that may be meant, else all of them.
pub(crate) fn suggestion(typo: &str, known: &[&str]) -> String {
    match nearest(typo, known) {
        Some(name) => format!("; did you mean `{name}`?"),
        None => format!("; the keys are `{}`", known.join("`, `")),
    }
}

/// Levenshtein distance, one row at a time.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let (mut diagonal, mut left) = (i, i + 1);
        for (y, up) in b.bytes().zip(row.iter_mut().skip(1)) {
            left = (diagonal + usize::from(x != y)).min(left + 1).min(*up + 1);
            diagonal = std::mem::replace(up, left);
        }
        // The column before the first letter of `b`.
        row.first_mut().into_iter().for_each(|first| *first = i + 1);
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Errors, distance, nearest, suggestion};

    #[test]
    fn distances() {
        let cases = [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("odata", "odata", 0),
            ("odta", "odata", 1),
            ("readonly", "read_only", 1),
            ("defualt", "default", 2),
            ("kitten", "sitting", 3),
        ];
        for (a, b, expected) in cases {
            assert_eq!(distance(a, b), expected, "{a} {b}");
            assert_eq!(distance(b, a), expected, "{b} {a}");
        }
    }

    #[test]
    fn only_what_is_close_is_suggested() {
        let known = ["key", "rename", "read_only", "default"];
        assert_eq!(nearest("readOnly", &known), Some("read_only"));
        assert_eq!(nearest("defualt", &known), Some("default"));
        assert_eq!(nearest("kez", &known), Some("key"));
        assert_eq!(nearest("skip_serializing", &known), None);
        assert_eq!(nearest("x", &[]), None);
        assert_eq!(suggestion("renamed", &known), "; did you mean `rename`?");
        assert_eq!(suggestion("flatten", &["a", "b"]), "; the keys are `a`, `b`");
    }

    #[test]
    fn errors_are_told_in_order() {
        let mut errors = Errors::default();
        errors.at(quote::quote!(a), "first");
        errors.at(quote::quote!(b), "second");
        let code = quote::quote!(#errors).to_string();
        let (first, second) = (code.find("first"), code.find("second"));
        assert!(first.is_some() && first < second, "{code}");
    }
}
