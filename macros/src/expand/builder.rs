//! The builder of write requests: a setter for each property that a client may send, and typestate for the required
//! ones only. What ends the chain (`request`, `send`) is the draft's inside, written once in the runtime.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};

use super::value::static_bound;
use crate::input::{Field, Input, Member, Role, Setter};
use crate::types::{generic_of, span};

/// The struct itself, outside of the block, since users may name it.
pub(crate) fn declaration(input: &Input<'_>) -> TokenStream {
    let (builder, ident) = (name(input), input.ident);
    let (vis, krate) = (input.vis, &input.krate);
    let doc = format!("Builder of a request that writes a [`{ident}`]: a setter for each property that may be sent.");
    // The one of a refused shape has no `Debug`; that is no further mistake.
    let (lint, draft) = if input.refused {
        (Some(quote!(missing_debug_implementations,)), quote!(__S, #krate::__private::Complete))
    } else {
        (None, quote!(#ident, __S))
    };
    quote! {
        #[doc = #doc]
        #[allow(#lint deprecated, non_camel_case_types)]
        #[must_use = "a builder does nothing until its request is sent"]
        #vis struct #builder<__S>(#krate::__private::Draft<#draft>);
    }
}

pub(super) fn name(input: &Input<'_>) -> Ident {
    format_ident!("{}Builder", input.ident)
}

/// The state of a new builder: a list of what is required.
fn state(required: &[&Field<'_>]) -> TokenStream {
    required.iter().rev().fold(quote!(__graph::Complete), |rest, Field { ident, ty, role, .. }| match role {
        // A base of which nothing is required is not required.
        Role::Base => {
            // All of it at the type, which may be none of ours.
            let at = span(ty).0;
            let required = quote_spanned!(at=> <#ty as __graph::Build>::Required);
            quote_spanned!(at=> <#required as __graph::State>::Base<__property::#ident, #rest>)
        }
        _ => quote!(__graph::Unset<__property::#ident, #rest>),
    })
}

fn is_required(field: &Field<'_>) -> bool {
    matches!(field.role, Role::Base | Role::Member(Member { setter: Setter::Required, .. }))
}

pub(crate) fn expand(input: &Input<'_>) -> TokenStream {
    let (builder, ident) = (name(input), input.ident);
    if input.refused {
        return stand_in(input, &builder);
    }
    let required: Vec<&Field<'_>> = input.fields.iter().filter(|field| is_required(field)).collect();
    let properties = required.iter().map(|field| field.ident);
    let state = state(&required);
    let setters = setters(input, &builder);
    let vis = input.vis;
    let create = (!input.is_abstract && input.is_entity()).then(|| {
        quote! {
            #[automatically_derived]
            impl __graph::Create for #ident {}
        }
    });
    let refused = input.fields.iter().filter(|field| matches!(field.role, Role::Refused)).map(stand_in_setter);
    // At the base, which may be none of ours.
    let mut builder_at = builder.clone();
    let at = input.base().map_or_else(Span::call_site, |base| {
        builder_at.set_span(span(base.ty).0);
        builder_at.span()
    });
    let nested = quote_spanned!(at=> #builder_at<__graph::Nested<<Self as __graph::Build>::Required>>);
    quote! {
        mod __property {
            #(pub struct #properties {})*
        }
        #[automatically_derived]
        impl __graph::Build for #ident {
            type Builder<__S> = #builder<__S>;
            type Required = #state;
            fn builder<__S>(draft: __graph::Draft<Self, __S>) -> #builder<__S> {
                #builder(draft)
            }
        }
        #create
        impl #ident {
            /// A builder of a value for a property of another builder.
            #[allow(dead_code)]
            #vis fn draft() -> #nested {
                __graph::nested::<Self>()
            }
        }
        #[automatically_derived]
        impl<__S> ::core::fmt::Debug for #builder<__S> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl<__S> #builder<__S> {
            #setters
            #(#refused)*
        }
        #[automatically_derived]
        impl<__S> ::core::ops::Deref for #builder<__S> {
            type Target = __graph::Draft<#ident, __S>;
            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }
        #[automatically_derived]
        impl<__V: __graph::Value, __S> __graph::IntoValue<__V> for #builder<__S> {
            type Kind = __graph::Drafted<#ident, __S>;
            fn body(&self) -> ::core::option::Option<&__graph::Body> {
                ::core::option::Option::Some(self.0.body())
            }
        }
    }
}

/// The builder of a refused shape: its setters take anything, so that a program that uses it gets the one message.
fn stand_in(input: &Input<'_>, builder: &Ident) -> TokenStream {
    let ident = input.ident;
    let (impl_generics, ty_generics, _) = input.generics.split_for_impl();
    let bound = static_bound(input.generics);
    let setters = input.fields.iter().map(stand_in_setter);
    let vis = input.vis;
    let (graph, create) = if input.is_entity() {
        let create = quote! {
            #[automatically_derived]
            impl #impl_generics __graph::Create for #ident #ty_generics #bound {}
        };
        (quote!(__graph::GraphEntity), Some(create))
    } else {
        (quote!(__graph::GraphComplex), None)
    };
    quote! {
        #[automatically_derived]
        impl #impl_generics __graph::Build for #ident #ty_generics #bound {
            type Builder<__S> = #builder<Self>;
            type Required = __graph::Complete;
            fn builder<__S>(draft: __graph::Draft<Self, __S>) -> #builder<Self> {
                #builder(draft.into_state())
            }
        }
        #create
        impl #impl_generics #ident #ty_generics #bound {
            #[allow(dead_code)]
            #vis fn draft() -> #builder<Self> {
                __graph::nested::<Self>()
            }
        }
        impl<__S: #graph> #builder<__S> {
            #(#setters)*
        }
        impl<__S> ::core::ops::Deref for #builder<__S> {
            type Target = __graph::Draft<__S, __graph::Complete>;
            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }
    }
}

fn stand_in_setter(Field { ident, .. }: &Field<'_>) -> TokenStream {
    quote! {
        pub fn #ident<__V>(self, _: __V) -> Self {
            self
        }
    }
}

fn setters(input: &Input<'_>, builder: &Ident) -> TokenStream {
    let mut setters = TokenStream::new();
    let mut place = quote!(__graph::First);
    let base = input.base().map(|_| quote!(__BASE.names.len() +));
    let mut index = 0;
    for field in &input.fields {
        let mut signature = Signature { out: quote!(Self), bounds: TokenStream::new() };
        if is_required(field) {
            let put = quote!(__graph::Put<#place>);
            signature.out = quote!(#builder<<__S as #put>::Next>);
            signature.bounds = quote!(__S: #put,);
            place = quote!(__graph::Next<#place>);
        }
        match &field.role {
            Role::Member(member) => {
                let literal = Literal::usize_unsuffixed(index);
                setters.extend(property(field, member, &quote!(#base #literal), signature, builder));
                index += 1;
            }
            Role::Base => setters.extend(base_setter(field, &signature, builder)),
            Role::Extra => setters.extend(extra_setter(field, builder)),
            Role::OdataType | Role::Refused => {}
        }
    }
    setters
}

/// What a setter makes of the builder, and what it asks of its state.
struct Signature {
    out: TokenStream,
    bounds: TokenStream,
}

impl ToTokens for Signature {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { out, bounds } = self;
        let bounds = (!bounds.is_empty()).then(|| quote!(where #bounds));
        tokens.extend(quote!(-> #out #bounds));
    }
}

fn property(
    field: &Field<'_>,
    member: &Member,
    index: &TokenStream,
    mut signature: Signature,
    builder: &Ident,
) -> Option<TokenStream> {
    if matches!(member.setter, Setter::None | Setter::Taken) {
        return None;
    }
    let Field { ident, ty, .. } = field;
    if member.create_only {
        signature.bounds.extend(quote!(__S: __graph::Creating,));
    }
    let docs = docs(field, &format!("Sets `{}`.", member.wire_name.value()));
    let takes = if field.attrs.serde.is_some() {
        let ty = generic_of(ty, "Option").unwrap_or(ty);
        quote!(__graph::SetsSerde<#ty>)
    } else {
        quote!(__Sets<#ty>)
    };
    Some(quote! {
        #docs
        pub fn #ident(self, value: impl #takes) #signature {
            #builder(value.put(self.0, #index))
        }
    })
}

fn base_setter(field: &Field<'_>, signature: &Signature, builder: &Ident) -> TokenStream {
    let Field { ident, ty, .. } = field;
    let docs = docs(field, "Sets what a draft or a value of the base type holds.");
    quote! {
        #docs
        pub fn #ident(self, value: impl __Sets<#ty>) #signature {
            #builder(value.put_base(self.0))
        }
    }
}

fn extra_setter(field: &Field<'_>, builder: &Ident) -> TokenStream {
    let ident = field.ident;
    let docs = docs(field, "Sets properties that the struct does not name.");
    quote! {
        #docs
        pub fn #ident(self, value: impl ::core::convert::Into<__graph::Extra>) -> Self {
            #builder(self.0.put_extra(value))
        }
    }
}

/// The field's own docs, after a sentence of ours if they say nothing.
fn docs(Field { docs, .. }: &Field<'_>, sentence: &str) -> TokenStream {
    let none = !docs.iter().any(|attr| attr.path().is_ident("doc"));
    let sentence = none.then(|| quote!(#[doc = #sentence]));
    quote!(#sentence #(#docs)*)
}
