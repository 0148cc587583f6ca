//! The key `permission`: the least permissions that the requests of a collection need.

use syn::parse::ParseStream;
use syn::{Ident, LitStr, Token};

use super::collection::list;
use crate::errors::{Errors, nearest};
use crate::syntax::{error, keys, once, rest, string};

/// What is done with an entity, in the order of the runtime's table.
pub(crate) const OPERATIONS: [&str; 5] = ["create", "get", "list", "update", "delete"];
const KINDS: &[&str] = &["delegated", "application"];

/// `permission(create = "…", get(delegated = "…", application = "…"))`.
#[derive(Default, Clone)]
pub(crate) struct PermissionAttr {
    /// In the order of [`OPERATIONS`].
    pub(crate) needed: [Option<Needed>; OPERATIONS.len()],
}

/// The permissions of one operation, by the kind of token.
#[derive(Default, Clone)]
pub(crate) struct Needed {
    pub(crate) delegated: Vec<String>,
    pub(crate) application: Vec<String>,
}

impl PermissionAttr {
    /// Reads what follows the key.
    pub(super) fn set(&mut self, key: &Ident, input: ParseStream<'_>, of: Of, errors: &mut Errors) -> syn::Result<()> {
        const FORM: &str = "`permission(create = \"…\")`";
        let Some(content) = list(input) else {
            let tokens = rest(input);
            let message = format!("`permission` takes a list of operations: {FORM}");
            return Err(if tokens.is_empty() { error(key, message) } else { error(tokens, message) });
        };
        if content.is_empty() {
            return Err(error(key, format!("`permission` names no operation: {FORM}")));
        }
        keys(&content, errors, &mut |key, input, errors| self.operation(key, input, of, errors));
        Ok(())
    }

    fn operation(&mut self, key: &Ident, input: ParseStream<'_>, of: Of, errors: &mut Errors) -> syn::Result<()> {
        let name = key.to_string();
        let found = OPERATIONS.iter().zip(&mut self.needed).find(|(operation, _)| **operation == name);
        let Some((_, slot)) = found else { return Err(error(key, unknown(&name))) };
        if of == Of::Singleton && ["create", "list"].contains(&&*name) {
            let message = format!("a single instance has no `{name}`: its operations are `get`, `update`, `delete`");
            return Err(error(key, message));
        }
        let mut needed = Needed::default();
        match list(input) {
            Some(content) => needed.by_kind(key, &content, errors)?,
            None if input.peek(Token![=]) && input.peek2(syn::token::Paren) => {
                let message = format!("leave out the `=`: `{name}(delegated = \"…\", application = \"…\")`");
                return Err(error(rest(input), message));
            }
            None => {
                needed.delegated = names(&string(key, input)?)?;
                needed.application.clone_from(&needed.delegated);
            }
        }
        once(slot, needed, key)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.needed.iter().all(Option::is_none)
    }

    /// This, and of `others` what this doesn't say.
    pub(crate) fn or(&self, others: &Self) -> Self {
        let mut all = self.clone();
        for (own, other) in all.needed.iter_mut().zip(&others.needed) {
            if own.is_none() {
                own.clone_from(other);
            }
        }
        all
    }
}

/// Where the key stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Container,
    Collection,
    Singleton,
}

impl Needed {
    fn by_kind(&mut self, operation: &Ident, content: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
        if content.is_empty() {
            return Err(error(operation, format!("`{operation}` names no permission: `{operation} = \"…\"`")));
        }
        let (mut delegated, mut application) = (None, None);
        keys(content, errors, &mut |key, input, _| {
            let slot = match key.to_string().as_str() {
                "delegated" => &mut delegated,
                "application" => &mut application,
                other => return Err(error(key, unknown_kind(other))),
            };
            once(slot, names(&string(key, input)?)?, key)
        });
        (self.delegated, self.application) = (delegated.unwrap_or_default(), application.unwrap_or_default());
        Ok(())
    }
}

fn unknown(name: &str) -> String {
    match nearest(name, &OPERATIONS) {
        Some(near) => format!("unknown operation `{name}`; did you mean `{near}`?"),
        None => format!("unknown operation `{name}`; the operations are `{}`", OPERATIONS.join("`, `")),
    }
}

fn unknown_kind(name: &str) -> String {
    match nearest(name, KINDS) {
        Some(near) => format!("unknown kind of permission `{name}`; did you mean `{near}`?"),
        None => format!("unknown kind of permission `{name}`; the kinds are `{}`", KINDS.join("`, `")),
    }
}

/// The permissions of a literal, all of which are needed: `"AppRoleAssignment.ReadWrite.All, Application.Read.All"`.
fn names(literal: &LitStr) -> syn::Result<Vec<String>> {
    let value = literal.value();
    let names: Vec<_> = value.split(',').map(|name| name.trim().to_owned()).collect();
    let plain = |letter: char| letter.is_ascii_alphanumeric() || ".-_".contains(letter);
    match names.iter().find(|name| name.is_empty() || !name.chars().all(plain)) {
        None => Ok(names),
        Some(name) if name.is_empty() => Err(error(
            literal,
            "expected the name of a permission, such as `User.Read.All`; leave the key out for none",
        )),
        Some(name) => {
            let name = name.escape_debug();
            Err(error(literal, format!("`{name}` is no permission; several that are needed have a comma between them")))
        }
    }
}
