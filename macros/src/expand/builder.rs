//! The builder of write requests: a setter for each property that a client may send, and typestate for the required
//! ones only. What ends the chain (`request`, `send`) is the draft's inside, written once in the runtime.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::{Attribute, Token};

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
    let mut setters = Vec::new();
    let mut place = quote!(__graph::First);
    let base = input.base().map(|_| quote!(__BASE.names.len() +));
    let mut index = 0;
    for field in &input.fields {
        let mut signature = Signature::default();
        if is_required(field) {
            let put = quote!(__graph::Put<#place>);
            signature.next = Some(quote!(#builder<<__S as #put>::Next>));
            signature.bounds = Some(quote!(__S: #put,));
            place = quote!(__graph::Next<#place>);
        }
        match &field.role {
            Role::Member(member) => {
                let put = Put::property(base.as_ref(), index);
                setters.extend(property(field, member, &put, signature, builder));
                index += 1;
            }
            Role::Base => {
                let docs = Docs::new(field, || String::from("Sets what a draft or a value of the base type holds."));
                setters.push(setter(field, &docs, &Put::base(), signature, builder));
            }
            Role::Extra => setters.push(extra_setter(field, builder)),
            Role::OdataType | Role::Refused => {}
        }
    }
    setters.into_iter().collect()
}

/// What a setter makes of the builder, if it is another state, and what it asks of its state.
#[derive(Default)]
struct Signature {
    next: Option<TokenStream>,
    bounds: Option<TokenStream>,
}

/// How a value gets into the draft.
struct Put<'a> {
    method: Ident,
    /// Added to the number.
    base: Option<&'a TokenStream>,
    number: Option<Literal>,
}

impl<'a> Put<'a> {
    fn property(base: Option<&'a TokenStream>, number: usize) -> Self {
        Self { method: format_ident!("put"), base, number: Some(Literal::usize_unsuffixed(number)) }
    }

    fn base() -> Self {
        Self { method: format_ident!("put_base"), base: None, number: None }
    }
}

fn property(
    field: &Field<'_>,
    member: &Member,
    put: &Put<'_>,
    mut signature: Signature,
    builder: &Ident,
) -> Option<TokenStream> {
    if matches!(member.setter, Setter::None | Setter::Taken) {
        return None;
    }
    if member.create_only {
        let bounds = signature.bounds;
        signature.bounds = Some(quote!(#bounds __S: __graph::Creating,));
    }
    let docs = Docs::new(field, || format!("Sets `{}`.", member.wire_name.value()));
    Some(setter(field, &docs, put, signature, builder))
}

/// As few streams within streams as can be: each is a call of the compiler, and this is written for each property.
fn setter(
    field: &Field<'_>,
    docs: &Docs<'_>,
    put: &Put<'_>,
    Signature { next, bounds }: Signature,
    builder: &Ident,
) -> TokenStream {
    let Field { ident, ty, .. } = field;
    let (path, takes, ty) = match field.attrs.serde {
        Some(_) => (Some(quote!(__graph::)), "SetsSerde", generic_of(ty, "Option").unwrap_or(ty)),
        None => (None, "__Sets", *ty),
    };
    let takes = Ident::new(takes, Span::call_site());
    let same = next.is_none().then(<Token![Self]>::default);
    let (sentence, own, bounds) = (docs.sentence.iter(), docs.own, bounds.iter());
    let Put { method, base, number } = put;
    let number = number.iter();
    // `quote!` has a literal parsed each time.
    let draft = Literal::usize_unsuffixed(0);
    quote! {
        #(#[doc = #sentence])*
        #(#own)*
        pub fn #ident(self, value: impl #path #takes<#ty>) -> #same #next #(where #bounds)* {
            #builder(value.#method(self.#draft #(, #base #number)*))
        }
    }
}

fn extra_setter(field: &Field<'_>, builder: &Ident) -> TokenStream {
    let ident = field.ident;
    let Docs { sentence, own } = Docs::new(field, || String::from("Sets properties that the struct does not name."));
    let sentence = sentence.iter();
    quote! {
        #(#[doc = #sentence])*
        #(#own)*
        pub fn #ident(self, value: impl ::core::convert::Into<__graph::Extra>) -> Self {
            #builder(self.0.put_extra(value))
        }
    }
}

/// The field's own docs, after a sentence of ours if they say nothing.
struct Docs<'a> {
    sentence: Option<String>,
    own: &'a [&'a Attribute],
}

impl<'a> Docs<'a> {
    fn new(field: &'a Field<'_>, sentence: impl FnOnce() -> String) -> Self {
        let none = !field.docs.iter().any(|attr| attr.path().is_ident("doc"));
        Self { sentence: none.then(sentence), own: &field.docs }
    }
}
