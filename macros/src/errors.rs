//! All the problems found in one derive input, reported together.

use std::fmt::Display;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

#[derive(Default)]
pub(crate) struct Errors(Option<syn::Error>);

impl Errors {
    /// Records `message`, underlining all of `tokens`.
    pub(crate) fn at(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    pub(crate) fn push(&mut self, error: syn::Error) {
        match &mut self.0 {
            Some(first) => first.combine(error),
            none => *none = Some(error),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_none()
    }
}

impl ToTokens for Errors {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let errors = self.0.as_ref().map(syn::Error::to_compile_error);
        tokens.extend(quote!(#errors));
    }
}

/// "; did you mean `x`?" when one of `known` is close to `typo`, else the list of them.
pub(crate) fn suggestion(typo: &str, known: &[&str]) -> String {
    let nearest = known.iter().map(|name| (distance(typo, name), name)).min();
    match nearest {
        Some((distance, name)) if distance * 3 <= name.len() => format!("; did you mean `{name}`?"),
        _ => format!("; the keys are `{}`", known.join("`, `")),
    }
}

/// Levenshtein distance, one row at a time.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.bytes().enumerate() {
            let substitution = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = substitution.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
