//! Types as they are written: a derive sees no further than the tokens, so an alias of `Option` is not known as one.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, Path, PathArguments, PathSegment, Type, TypePath};

/// `T` of `name<T>`.
pub(crate) fn generic_of<'a>(ty: &'a Type, name: &str) -> Option<&'a Type> {
    let last = last_segment(ty).filter(|last| last.ident == name)?;
    match &last.arguments {
        PathArguments::AngleBracketed(arguments) => match arguments.args.first()? {
            GenericArgument::Type(ty) => Some(ty),
            _ => None,
        },
        _ => None,
    }
}

/// Whether `ty` is `name`, by whatever path.
pub(crate) fn is_named(ty: &Type, name: &str) -> bool {
    last_segment(ty).is_some_and(|last| last.ident == name && last.arguments.is_none())
}

/// Whether there is a reference in `ty`.
pub(crate) fn has_reference(ty: &Type) -> bool {
    let Some(path) = plain_path(ty) else { return has_ampersand(ty.to_token_stream()) };
    path.segments.iter().any(|segment| match &segment.arguments {
        PathArguments::None => false,
        PathArguments::AngleBracketed(generic) => generic.args.iter().any(|argument| match argument {
            GenericArgument::Type(ty) => has_reference(ty),
            other => has_ampersand(other.to_token_stream()),
        }),
        PathArguments::Parenthesized(arguments) => has_ampersand(arguments.to_token_stream()),
    })
}

fn has_ampersand(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Punct(punct) => punct.as_char() == '&',
        TokenTree::Group(group) => has_ampersand(group.stream()),
        _ => false,
    })
}

/// What nearly all types are: looked at without making tokens of it, which takes a tenth of a derive's time.
fn plain_path(ty: &Type) -> Option<&Path> {
    match ty {
        Type::Path(TypePath { qself: None, path, .. }) => Some(path),
        _ => None,
    }
}

fn last_segment(ty: &Type) -> Option<&PathSegment> {
    match ty {
        Type::Path(path) => path.path.segments.last(),
        // A `$ty` of a `macro_rules!` comes in a group that nobody wrote.
        Type::Group(group) => last_segment(&group.elem),
        Type::Paren(paren) => last_segment(&paren.elem),
        _ => None,
    }
}

/// The first and the last token's place, for the helpers' names: `rustc` then underlines the type, and says the same thing
/// of each helper, which it shows once.
pub(crate) fn span(ty: &Type) -> (Span, Span) {
    if let Some(Path { leading_colon: None, segments }) = plain_path(ty)
        && let (Some(first), Some(last)) = (segments.first(), segments.last())
    {
        match &last.arguments {
            PathArguments::None => return (first.ident.span(), last.ident.span()),
            PathArguments::AngleBracketed(generic) => return (first.ident.span(), generic.gt_token.span),
            PathArguments::Parenthesized(_) => {}
        }
    }
    let mut tokens = ty.to_token_stream().into_iter().map(|token| token.span());
    let first = tokens.next().unwrap_or_else(Span::call_site);
    (first, tokens.last().unwrap_or(first))
}

#[cfg(test)]
mod tests {
    use syn::{Type, parse_quote};

    use super::{generic_of, has_reference, is_named};

    #[test]
    fn an_option_is_known_by_any_path() {
        let types: [Type; 3] =
            [parse_quote!(Option<u8>), parse_quote!(::core::option::Option<u8>), parse_quote!((Option<u8>))];
        for ty in types {
            assert!(generic_of(&ty, "Option").is_some_and(|ty| is_named(ty, "u8")));
        }
        let others: [Type; 4] =
            [parse_quote!(u8), parse_quote!(Vec<u8>), parse_quote!(Option), parse_quote!(&Option<u8>)];
        for ty in others {
            assert!(generic_of(&ty, "Option").is_none());
        }
    }

    #[test]
    fn a_reference_is_found_within() {
        assert!(has_reference(&parse_quote!(Option<[&'static str; 2]>)));
        assert!(!has_reference(&parse_quote!(Option<[String; 2]>)));
    }

    #[test]
    fn a_name_is_the_last_of_its_path() {
        assert!(is_named(&parse_quote!(graph_entity::Extra), "Extra"));
        assert!(!is_named(&parse_quote!(Extra<u8>), "Extra"));
        assert!(!is_named(&parse_quote!(Vec<Extra>), "Extra"));
    }
}
