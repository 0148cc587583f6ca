//! The keys `collection`, `singleton` and `permission` in a source file. The derive tells what else is wrong with them.

use syn::meta::ParseNestedMeta;
use syn::parse::ParseStream;
use syn::visit::{self, Visit};
use syn::{Attribute, Ident, LitStr, Token};

use super::{Entity, Request, ScopesError};
use crate::permissions::{Needed, Operation, Place};

/// The attribute of an entity.
const ENTITY: &str = "graph_entity";

/// The entities of a file that have collections or single instances.
pub(super) fn entities(file: &str, text: &str) -> Result<Vec<Entity>, ScopesError> {
    let told = |error: syn::Error| ScopesError {
        file: file.to_owned(),
        line: Some(error.span().start().line),
        message: error.to_string(),
    };
    let parsed = syn::parse_file(text).map_err(told)?;
    let mut visitor = Visitor { file, entities: Vec::new(), error: None };
    visitor.visit_file(&parsed);
    match visitor.error {
        Some(error) => Err(told(error)),
        None => Ok(visitor.entities),
    }
}

struct Visitor<'a> {
    file: &'a str,
    entities: Vec<Entity>,
    /// The first.
    error: Option<syn::Error>,
}

impl<'ast> Visit<'ast> for Visitor<'_> {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let (attrs, ident) = match item {
            syn::Item::Struct(item) => (&item.attrs, Some(&item.ident)),
            syn::Item::Enum(item) => (&item.attrs, Some(&item.ident)),
            syn::Item::Mod(item) => (&item.attrs, None),
            syn::Item::Fn(item) => (&item.attrs, None),
            _ => return visit::visit_item(self, item),
        };
        if attrs.iter().any(is_for_tests) {
            return;
        }
        if let Some(ident) = ident {
            self.entity(ident, attrs);
        }
        visit::visit_item(self, item);
    }
}

impl Visitor<'_> {
    fn entity(&mut self, ident: &Ident, attrs: &[Attribute]) {
        let mut keys = Keys::default();
        for attr in attrs.iter().filter(|attr| attr.path().is_ident(ENTITY)) {
            if let Err(error) = attr.parse_nested_meta(|meta| keys.set(&meta)) {
                self.error.get_or_insert(error);
            }
        }
        if keys.homes.is_empty() {
            return;
        }
        let (requests, untold) = keys.requests();
        self.entities.push(Entity {
            name: ident.to_string(),
            file: self.file.to_owned(),
            line: ident.span().start().line,
            requests,
            untold,
        });
    }
}

fn is_for_tests(attr: &Attribute) -> bool {
    attr.path().is_ident("cfg") && attr.parse_args::<Ident>().is_ok_and(|of| of == "test")
        || attr.path().is_ident("test")
}

/// What an entity's attributes say of permissions.
#[derive(Default)]
struct Keys {
    homes: Vec<Home>,
    permission: Permission,
}

/// A collection or a single instance.
#[derive(Default)]
struct Home {
    is_single: bool,
    path: String,
    permission: Permission,
}

type Permission = Vec<(Operation, Needed)>;

impl Keys {
    fn set(&mut self, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
        if meta.path.is_ident("permission") {
            return permission(&mut self.permission, meta);
        }
        let is_single = meta.path.is_ident("singleton");
        if !is_single && !meta.path.is_ident("collection") {
            return skip(meta.input);
        }
        let mut home = Home { is_single, ..Home::default() };
        if meta.input.peek(Token![=]) {
            home.path = meta.value()?.parse::<LitStr>()?.value();
        } else {
            meta.parse_nested_meta(|meta| match meta.path.get_ident() {
                Some(key) if key == "path" => {
                    home.path = meta.value()?.parse::<LitStr>()?.value();
                    Ok(())
                }
                Some(key) if key == "permission" => permission(&mut home.permission, &meta),
                _ => skip(meta.input),
            })?;
        }
        self.homes.push(home);
        Ok(())
    }

    /// The requests of which something is said, and the paths of which nothing is.
    fn requests(&self) -> (Vec<Request>, Vec<String>) {
        let (mut requests, mut untold) = (Vec::new(), Vec::new());
        for home in &self.homes {
            let path = home.path.trim_start_matches('/');
            let place = if home.is_single { Place::Singleton(path) } else { Place::Collection(path) };
            let before = requests.len();
            for operation in Operation::ALL {
                // The inner one wins.
                let said = home.permission.iter().chain(&self.permission).find(|(one, _)| *one == operation);
                if let (Some((_, needed)), Some(path)) = (said, operation.path(place)) {
                    requests.push(Request { operation, path, needed: needed.clone() });
                }
            }
            if requests.len() == before {
                untold.push(path.to_owned());
            }
        }
        (requests, untold)
    }
}

/// `permission(create = "…", get(delegated = "…", application = "…"))`.
fn permission(into: &mut Permission, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
    meta.parse_nested_meta(|meta| {
        let found = Operation::ALL.into_iter().find(|operation| meta.path.is_ident(operation.name()));
        let operation = found.ok_or_else(|| meta.error("unknown operation in `permission`"))?;
        let mut needed = Needed::default();
        if meta.input.peek(Token![=]) {
            needed.delegated = names(&meta)?;
            needed.application.clone_from(&needed.delegated);
        } else {
            meta.parse_nested_meta(|meta| {
                let kind = if meta.path.is_ident("delegated") {
                    &mut needed.delegated
                } else if meta.path.is_ident("application") {
                    &mut needed.application
                } else {
                    return Err(meta.error("unknown kind of permission: `delegated` or `application`"));
                };
                *kind = names(&meta)?;
                Ok(())
            })?;
        }
        into.push((operation, needed));
        Ok(())
    })
}

fn names(meta: &ParseNestedMeta<'_>) -> syn::Result<Vec<String>> {
    let literal: LitStr = meta.value()?.parse()?;
    let names: Vec<_> = literal.value().split(',').map(|name| name.trim().to_owned()).collect();
    if names.iter().any(String::is_empty) {
        return Err(syn::Error::new(literal.span(), "a permission without a name"));
    }
    Ok(names)
}

/// The value of a key that says nothing of permissions.
fn skip(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<proc_macro2::TokenTree>()?;
    }
    Ok(())
}
