//! The syntax of a list of keys: `flag, key = value, …`. Each mistake is reported, and the next key is read.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::parse::discouraged::Speculative as _;
use syn::{Attribute, Ident, LitBool, LitStr, Meta, Path, Token, Type};

use crate::errors::Errors;

/// A key without a value: where it stands.
pub(crate) type Flag = Option<Ident>;

/// Calls `set` for each key of `attr`. Says whether there was a list.
pub(crate) fn each_key(
    attr: &Attribute,
    example: &str,
    errors: &mut Errors,
    mut set: impl FnMut(&Ident, ParseStream<'_>, &mut Errors) -> syn::Result<()>,
) -> bool {
    let Meta::List(list) = &attr.meta else {
        let name = attr.path().to_token_stream();
        errors.at(&attr.meta, format_args!("expected a list of keys: `#[{name}({example})]`"));
        return false;
    };
    let read = |input: ParseStream<'_>| {
        keys(input, errors, &mut set);
        Ok(())
    };
    // `keys` reads to the end and reports by itself.
    let _ = list.parse_args_with(read);
    true
}

/// Calls `set` for each key up to the end of `input`.
pub(crate) fn keys(
    input: ParseStream<'_>,
    errors: &mut Errors,
    set: &mut dyn FnMut(&Ident, ParseStream<'_>, &mut Errors) -> syn::Result<()>,
) {
    while !input.is_empty() {
        let Ok(key) = input.call(Ident::parse_any) else {
            errors.at(next(input), "expected a key");
            skip_to_next_key(input);
            continue;
        };
        match set(&key, input, errors) {
            Err(error) => {
                errors.push(error);
                skip_to_next_key(input);
            }
            Ok(()) if input.is_empty() || matches!(input.parse::<Option<Token![,]>>(), Ok(Some(_))) => {}
            Ok(()) => {
                errors.at(next(input), "expected `,` before the next key");
                // What looks like a key is one.
                if !input.peek(Ident::peek_any) {
                    skip_to_next_key(input);
                }
            }
        }
    }
}

fn skip_to_next_key(input: ParseStream<'_>) {
    // A comma within a type does not end the value.
    let value = input.fork();
    if value.parse::<Token![=]>().is_ok() && value.parse::<Type>().is_ok() {
        input.advance_to(&value);
    }
    while let Ok(token) = input.parse::<TokenTree>() {
        if matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ',') {
            return;
        }
    }
}

/// Keeps the value of a key that may be given once.
pub(crate) fn once<T>(slot: &mut Option<T>, value: T, key: &Ident) -> syn::Result<()> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(error(key, format!("`{key}` is given twice"))),
    }
}

/// A key without a value. One that has a value counts all the same, unless that is `false`.
pub(crate) fn flag(slot: &mut Flag, key: &Ident, input: ParseStream<'_>) -> syn::Result<()> {
    if input.parse::<Option<Token![=]>>()?.is_none() {
        return once(slot, key.clone(), key);
    }
    if input.fork().parse::<LitBool>().is_ok_and(|value| !value.value) {
        return Err(error(next(input), format!("`{key}` takes no value: leave it out")));
    }
    *slot = Some(key.clone());
    Err(error(rest(input), format!("`{key}` takes no value: write `{key}` alone")))
}

/// `key = "…"`.
pub(crate) fn string(key: &Ident, input: ParseStream<'_>) -> syn::Result<LitStr> {
    value(key, input, "\"…\"", |input| {
        // Looked at first: a literal of another kind would be read by then, and not be underlined.
        if input.peek(LitStr) {
            return input.parse();
        }
        Err(error(rest(input), format!("expected a string: `{key} = \"…\"`")))
    })
}

/// `key = path::to::it`.
pub(crate) fn path(key: &Ident, input: ParseStream<'_>) -> syn::Result<Path> {
    value(key, input, "path::to::graph_entity", |input| match input.fork().parse::<LitStr>() {
        Ok(quoted) => {
            let value = quoted.value();
            Err(error(next(input), format!("`{key}` takes a path; drop the quotes: `{key} = {value}`")))
        }
        Err(_) => Path::parse_mod_style(input)
            .map_err(|_| error(rest(input), format!("expected a path: `{key} = path::to::graph_entity`"))),
    })
}

/// `key = Type`.
pub(crate) fn ty(key: &Ident, input: ParseStream<'_>) -> syn::Result<Type> {
    value(key, input, "Vec<String>", |input| {
        let tokens = rest(input);
        input.parse().map_err(|_| error(tokens, format!("expected a type: `{key} = Vec<String>`")))
    })
}

/// `= value` after a key.
fn value<T>(
    key: &Ident,
    input: ParseStream<'_>,
    form: &str,
    parse: impl FnOnce(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<T> {
    let equals = input.parse::<Option<Token![=]>>()?;
    if equals.is_none() || input.is_empty() || input.peek(Token![,]) {
        return Err(error(key, format!("`{key}` needs a value: `{key} = {form}`")));
    }
    parse(input)
}

/// The next token, to underline it.
fn next(input: ParseStream<'_>) -> TokenStream {
    input.fork().parse::<TokenTree>().map_or_else(|_| TokenStream::new(), TokenStream::from)
}

/// All tokens up to the next comma, to underline them.
pub(crate) fn rest(input: ParseStream<'_>) -> TokenStream {
    let ahead = input.fork();
    let mut tokens = TokenStream::new();
    while !ahead.is_empty() && !ahead.peek(Token![,]) {
        tokens.extend(ahead.parse::<TokenTree>());
    }
    tokens
}

pub(crate) fn error(tokens: impl ToTokens, message: impl std::fmt::Display) -> syn::Error {
    syn::Error::new_spanned(tokens, message)
}
