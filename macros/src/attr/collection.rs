//! The keys `collection` and `singleton`, in their two forms.

use syn::parse::{ParseBuffer, ParseStream};
use syn::{Ident, LitStr};

use super::known;
use super::permission::{Of, PermissionAttr};
use crate::errors::{Errors, suggestion};
use crate::syntax::{error, keys, once, string};

const KEYS: &[&str] = &["path", "name", "permission"];

/// `collection = "…"` or `collection(path = "…", name = "…", permission(…))`; `singleton` the same.
#[derive(Default)]
pub(crate) struct CollectionAttr {
    pub(crate) singleton: bool,
    /// `None` if it is missing or no string, which was reported then.
    pub(crate) path: Option<LitStr>,
    pub(crate) name: Option<LitStr>,
    /// In place of what the container says of the same operation.
    pub(crate) permission: Option<PermissionAttr>,
}

impl CollectionAttr {
    pub(super) fn set(&mut self, key: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
        match list(input) {
            None => self.path = Some(string(key, input)?),
            Some(content) => self.set_each(key, &content, errors),
        }
        Ok(())
    }

    fn set_each(&mut self, key: &Ident, content: ParseStream<'_>, errors: &mut Errors) {
        let mut path_misspelt = false;
        let of = if self.singleton { Of::Singleton } else { Of::Collection };
        let place = if self.singleton { "singleton" } else { "collection" };
        keys(content, errors, &mut |key, input, errors| match &*known(key, KEYS, place, errors) {
            "path" => {
                path_misspelt = true;
                once(&mut self.path, string(key, input)?, key)
            }
            "name" => once(&mut self.name, string(key, input)?, key),
            "permission" => {
                let mut permission = PermissionAttr::default();
                permission.set(key, input, of, errors)?;
                once(&mut self.permission, permission, key)
            }
            other => {
                path_misspelt = true;
                Err(error(key, format!("unknown {place} key `{other}`{}", suggestion(other, KEYS))))
            }
        });
        if self.path.is_none() && !path_misspelt {
            errors.at(key, format_args!("a {key} needs its path: `{key}(path = \"…\")`"));
        }
    }
}

/// The content of the parentheses, if they are next.
pub(super) fn list(input: ParseStream<'_>) -> Option<ParseBuffer<'_>> {
    if !input.peek(syn::token::Paren) {
        return None;
    }
    let parse = || {
        let content;
        syn::parenthesized!(content in input);
        Ok::<_, syn::Error>(content)
    };
    parse().ok()
}
