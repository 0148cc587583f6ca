//! The table: `static __SHAPE`.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;

use crate::input::{Field, Input, Member};
use crate::types::span;

/// The bits of `Shape` in the runtime.
pub(super) mod flag {
    pub(in crate::expand) const UNTAGGED: u8 = 1;
    pub(super) const STRICT: u8 = 2;
    pub(super) const ALL_PROPERTIES: u8 = 4;
    pub(super) const ABSTRACT: u8 = 8;

    pub(super) const READ_ONLY: u8 = 1;
    pub(super) const WRITE_ONLY: u8 = 2;
    pub(super) const DEFAULT: u8 = 4;
    pub(super) const SENSITIVE: u8 = 8;
    pub(super) const CONTROL: u8 = 16;
    pub(super) const KEY: u8 = 32;
    pub(super) const NAVIGATION: u8 = 64;
    pub(super) const IMMUTABLE: u8 = 128;
}

pub(crate) fn expand(input: &Input<'_>) -> TokenStream {
    let odata_type = input.odata_type();
    // A service refuses the name of an abstract type.
    let untagged = input.untagged || input.is_abstract;
    let flags = Literal::u8_unsuffixed(
        bit(untagged, flag::UNTAGGED)
            | bit(input.strict, flag::STRICT)
            | bit(input.all_properties, flag::ALL_PROPERTIES)
            | bit(input.is_abstract, flag::ABSTRACT),
    );
    let members: Vec<_> = input.members().filter(|_| !input.refused).collect();
    let names: Vec<_> = members.iter().map(|(_, member)| &member.wire_name).collect();
    let kinds = members.iter().map(|(field, member)| Literal::u8_unsuffixed(kind(field, member)));
    let order = order(&names.iter().map(|name| name.value()).collect::<Vec<_>>());
    let own = Own { names: quote!(&[#(#names),*]), kinds: quote!(&[#(#kinds),*]), order: quote!(&[#(#order),*]) };
    let table = match input.base() {
        Some(base) if !input.refused => with_base(base.ty, &own, members.len()),
        _ => {
            let Own { names, kinds, order } = own;
            quote!(names: #names, kinds: #kinds, order: #order,)
        }
    };
    let base = input.base().filter(|_| !input.refused).map(|base| {
        let ty = base.ty;
        let span = span(ty).0;
        quote_spanned!(span=> const __BASE: &__graph::Shape = <#ty as __graph::Struct>::TABLE;)
    });
    quote! {
        #base
        static __SHAPE: __graph::Shape = __graph::Shape {
            odata_type: #odata_type,
            flags: #flags,
            #table
        };
    }
}

struct Own {
    names: TokenStream,
    kinds: TokenStream,
    order: TokenStream,
}

/// The base's table and the struct's own in one.
fn with_base(ty: &Type, Own { names, kinds, order }: &Own, own: usize) -> TokenStream {
    let count = quote!({ __BASE.names.len() + #own });
    // A name of both is told at the base.
    let order = quote_spanned!(span(ty).0=> __graph::base::order::<#count>(__BASE, #names, #order));
    quote! {
        names: &__graph::base::names::<#count>(__BASE, #names),
        kinds: &__graph::base::kinds::<#count>(__BASE, #kinds),
        order: &#order,
    }
}

fn kind(field: &Field<'_>, member: &Member) -> u8 {
    let attrs = &field.attrs;
    bit(attrs.read_only.is_some(), flag::READ_ONLY)
        | bit(is_never_selected(field, member), flag::WRITE_ONLY)
        | bit(attrs.default.is_some(), flag::DEFAULT)
        | bit(attrs.sensitive.is_some(), flag::SENSITIVE)
        | bit(member.control, flag::CONTROL)
        | bit(attrs.key.is_some(), flag::KEY)
        | bit(attrs.navigation.is_some(), flag::NAVIGATION)
        | bit(member.create_only, flag::IMMUTABLE)
}

/// What is sent and not asked for: a password, the URLs of a relationship, an annotation.
fn is_never_selected(field: &Field<'_>, member: &Member) -> bool {
    let attrs = &field.attrs;
    attrs.write_only.is_some() || attrs.bind.is_some() || (attrs.annotation.is_some() && !member.control)
}

fn bit(is: bool, bit: u8) -> u8 {
    if is { bit } else { 0 }
}

/// The numbers of `names`, sorted by length and name. Sorted here, since a `const fn` that does it costs every build.
fn order(names: &[String]) -> Vec<Literal> {
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|&index| (names[index].len(), &names[index]));
    order.into_iter().map(Literal::usize_unsuffixed).collect()
}
