//! An enum of the service's: its members, and the variant that keeps the name of any other.

use std::collections::HashMap;

use proc_macro2::TokenStream;
use syn::ext::IdentExt as _;
use syn::{Data, DeriveInput, Fields, Ident, LitStr, Path, Variant, parse_quote};

use crate::attr::{ContainerAttrs, Derive, MetadataAttr, VariantAttrs};
use crate::errors::Errors;
use crate::names::member_name;
use crate::syntax::Flag;
use crate::types::is_named;

pub(crate) struct EnumInput<'a> {
    pub(crate) krate: Path,
    pub(crate) item: &'a DeriveInput,
    pub(crate) odata: Option<LitStr>,
    pub(crate) flags: Flag,
    pub(crate) members: Vec<Member<'a>>,
    /// `None` if it is missing or wrong, which was reported then.
    pub(crate) unrecognized: Option<&'a Ident>,
    /// There are variants that are neither, which was reported.
    pub(crate) incomplete: bool,
    #[cfg_attr(not(feature = "schema"), expect(dead_code, reason = "nothing is compared"))]
    pub(crate) metadata: MetadataAttr,
    /// What the type is in the metadata: a member of its `impl Value`.
    pub(crate) edm: Option<TokenStream>,
}

pub(crate) struct Member<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) wire_name: LitStr,
    #[cfg_attr(not(feature = "schema"), expect(dead_code, reason = "nothing is compared"))]
    pub(crate) unchecked: bool,
}

impl<'a> EnumInput<'a> {
    pub(crate) fn from_item(item: &'a DeriveInput, errors: &mut Errors) -> Self {
        let attrs = ContainerAttrs::parse(item, Derive::Enum, errors);
        let refused = is_refused(item, errors);
        if !(attrs.named || refused) {
            errors.at(&item.ident, Derive::Enum.missing_name());
        }
        crate::check::odata(attrs.odata.as_ref(), errors);
        let mut read = Self {
            krate: attrs.krate.unwrap_or_else(|| parse_quote!(::graph_entity)),
            item,
            odata: attrs.odata,
            flags: attrs.flags,
            members: Vec::new(),
            unrecognized: None,
            incomplete: refused,
            metadata: attrs.metadata,
            edm: None,
        };
        if let (false, Data::Enum(data)) = (refused, &item.data) {
            read.variants(data.variants.iter(), errors);
        }
        read
    }

    fn variants(&mut self, variants: impl Iterator<Item = &'a Variant>, errors: &mut Errors) {
        let mut names: HashMap<String, &Ident> = HashMap::new();
        let mut marked: Option<&Ident> = None;
        for variant in variants {
            let attrs = VariantAttrs::parse(&variant.attrs, Derive::Enum, errors);
            if let Some(flag) = &attrs.unrecognized {
                if let Some(first) = marked {
                    errors.at(flag, format_args!("the `unrecognized` variant is `{first}` already"));
                    self.incomplete = true;
                    continue;
                }
                marked = Some(&variant.ident);
                self.unrecognized(variant, &attrs, errors);
                continue;
            }
            if !matches!(variant.fields, Fields::Unit) {
                let ident = &variant.ident;
                errors.at(
                    &variant.fields,
                    format_args!("a member of an enum has no fields; to keep other names: `#[graph(unrecognized)] {ident}(String)`"),
                );
                self.incomplete = true;
                continue;
            }
            let wire_name = wire_name(&variant.ident, attrs.rename.as_ref(), errors);
            match names.insert(wire_name.value(), &variant.ident) {
                None => {
                    let unchecked = attrs.unchecked.is_some();
                    self.members.push(Member { ident: &variant.ident, wire_name, unchecked });
                }
                Some(first) => {
                    errors.at(&wire_name, format_args!("`{}` is the name of `{first}` already", wire_name.value()));
                    self.incomplete = true;
                }
            }
        }
        if marked.is_none() && !self.incomplete {
            errors.at(
                &self.item.ident,
                "an enum needs a variant for members that it does not name, since a service adds some: \
                 `#[graph(unrecognized)] Unrecognized(String)`",
            );
        }
    }

    fn unrecognized(&mut self, variant: &'a Variant, attrs: &VariantAttrs, errors: &mut Errors) {
        if let Some(rename) = &attrs.rename {
            errors.at(rename, "the `unrecognized` variant has the name that was read");
        }
        match &variant.fields {
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 && is_named(&fields.unnamed[0].ty, "String") => {
                self.unrecognized = Some(&variant.ident);
            }
            fields => {
                let ident = &variant.ident;
                let message = format!("the `unrecognized` variant keeps the name: `{ident}(String)`");
                match fields {
                    Fields::Unit => errors.at(ident, message),
                    fields => errors.at(fields, message),
                }
                self.incomplete = true;
            }
        }
    }
}

fn wire_name(ident: &Ident, rename: Option<&LitStr>, errors: &mut Errors) -> LitStr {
    let Some(rename) = rename else {
        return LitStr::new(&member_name(&ident.unraw().to_string()), ident.span());
    };
    let name = rename.value();
    let plain = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '-';
    if name.is_empty() {
        errors.at(rename, "a member has a name; leave `rename` out to use the variant's own in camel case");
    } else if !name.chars().all(plain) {
        errors.at(rename, "a member's name is made of letters, digits, `_` and `-`");
    }
    LitStr::new(&name, rename.span())
}

fn is_refused(item: &DeriveInput, errors: &mut Errors) -> bool {
    match &item.data {
        Data::Enum(_) if item.generics.params.is_empty() => return false,
        Data::Enum(_) => errors.at(&item.generics.params, "an enum of the service's has no generic parameters"),
        Data::Struct(data) => errors.at_span(data.struct_token.span, "`GraphEnum` needs an enum"),
        Data::Union(data) => errors.at_span(data.union_token.span, "`GraphEnum` needs an enum"),
    }
    true
}
