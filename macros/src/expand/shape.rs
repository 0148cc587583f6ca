//! The table: `static __SHAPE`.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::input::{Field, Input, Member};

/// The bits of `Shape` in the runtime.
mod flag {
    pub(super) const UNTAGGED: u8 = 1;
    pub(super) const STRICT: u8 = 2;

    pub(super) const READ_ONLY: u8 = 1;
    pub(super) const WRITE_ONLY: u8 = 2;
    pub(super) const DEFAULT: u8 = 4;
    pub(super) const SENSITIVE: u8 = 8;
    pub(super) const CONTROL: u8 = 16;
    pub(super) const KEY: u8 = 32;
}

pub(crate) fn expand(input: &Input<'_>) -> TokenStream {
    let odata_type = format!("#{}", input.odata.as_ref().map(syn::LitStr::value).unwrap_or_default());
    // A service refuses the name of an abstract type.
    let untagged = input.untagged || input.is_abstract;
    let flags = Literal::u8_unsuffixed(bit(untagged, flag::UNTAGGED) | bit(input.strict, flag::STRICT));
    let members: Vec<_> = input.members().filter(|_| !input.refused).collect();
    let names: Vec<_> = members.iter().map(|(_, member)| &member.wire_name).collect();
    let kinds = members.iter().map(|(field, member)| Literal::u8_unsuffixed(kind(field, member)));
    let order = order(&names.iter().map(|name| name.value()).collect::<Vec<_>>());
    quote! {
        static __SHAPE: __graph::Shape = __graph::Shape {
            odata_type: #odata_type,
            flags: #flags,
            names: &[#(#names),*],
            kinds: &[#(#kinds),*],
            order: &[#(#order),*],
        };
    }
}

fn kind(field: &Field<'_>, member: &Member) -> u8 {
    let attrs = &field.attrs;
    bit(attrs.read_only.is_some(), flag::READ_ONLY)
        | bit(attrs.write_only.is_some(), flag::WRITE_ONLY)
        | bit(attrs.default.is_some(), flag::DEFAULT)
        | bit(attrs.sensitive.is_some(), flag::SENSITIVE)
        | bit(member.control, flag::CONTROL)
        | bit(attrs.key.is_some(), flag::KEY)
}

fn bit(is: bool, bit: u8) -> u8 {
    if is { bit } else { 0 }
}

/// The numbers of `names`, sorted by name. Sorted here, since a `const fn` that does it costs every build.
fn order(names: &[String]) -> Vec<Literal> {
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|&index| &names[index]);
    order.into_iter().map(Literal::usize_unsuffixed).collect()
}
