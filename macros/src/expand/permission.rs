//! What the constructors of collections know of permissions. Nothing is written for a type without the key.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::attr::{Needed, OPERATIONS, PermissionAttr};
use crate::collection::Collection;
use crate::input::Input;

/// What the container's key says, if a collection takes it as it is.
pub(super) fn shared(input: &Input<'_>) -> Option<TokenStream> {
    let taken = input.collections.iter().any(|collection| collection.permission.is_none());
    let table = (taken && !input.permission.is_empty()).then(|| table(&input.permission))?;
    Some(quote! {
        const __PERMISSIONS: &__graph::Permissions = #table;
    })
}

/// The call that hands a collection its permissions.
pub(super) fn of(input: &Input<'_>, collection: &Collection) -> Option<TokenStream> {
    match &collection.permission {
        Some(own) => {
            let table = table(&own.or(&input.permission));
            Some(quote!(.with_permissions(const { #table })))
        }
        None => (!input.permission.is_empty()).then(|| quote!(.with_permissions(__PERMISSIONS))),
    }
}

fn table(permission: &PermissionAttr) -> TokenStream {
    let said = OPERATIONS.iter().zip(&permission.needed).filter_map(|(name, needed)| Some((name, needed.as_ref()?)));
    let members: Vec<_> = said.map(|(name, needed)| member(name, needed)).collect();
    let rest = (members.len() < OPERATIONS.len()).then(|| quote!(..__graph::Permissions::NONE));
    quote!(&__graph::Permissions { #(#members,)* #rest })
}

fn member(name: &str, Needed { delegated, application }: &Needed) -> TokenStream {
    let name = format_ident!("{name}");
    quote! {
        #name: ::core::option::Option::Some(__graph::LeastScopes::of_key(&[#(#delegated),*], &[#(#application),*]))
    }
}
