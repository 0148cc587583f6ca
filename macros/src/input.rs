//! The struct as the templates see it: parsed, with every default filled in. Rules across keys are in `check`.

use syn::ext::IdentExt as _;
use syn::{Attribute, Data, DeriveInput, Fields, Generics, Ident, LitStr, Path, Type, Visibility, parse_quote};

use crate::attr::{FieldAttrs, StructAttrs};
use crate::collection::Collection;
use crate::errors::Errors;
use crate::names::camel_case;

pub(crate) struct Input<'a> {
    pub(crate) krate: Path,
    pub(crate) vis: &'a Visibility,
    pub(crate) ident: &'a Ident,
    pub(crate) generics: &'a Generics,
    /// The qualified name; `None` if it is missing, which was reported then.
    pub(crate) odata: Option<LitStr>,
    pub(crate) version: Option<LitStr>,
    pub(crate) collections: Vec<Collection>,
    pub(crate) is_abstract: bool,
    pub(crate) strict: bool,
    pub(crate) untagged: bool,
    /// `None` if the item's shape is refused; an error was reported then.
    pub(crate) fields: Option<Vec<Field<'a>>>,
}

pub(crate) struct Field<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) ty: &'a Type,
    pub(crate) docs: Vec<&'a Attribute>,
    pub(crate) role: Role,
    pub(crate) attrs: FieldAttrs,
}

/// What a field is to the struct.
pub(crate) enum Role {
    /// A property, or control information, in the table.
    Member(Member),
    /// Another type's name.
    OdataType,
    /// What the struct does not name.
    Extra,
}

pub(crate) struct Member {
    pub(crate) wire_name: LitStr,
    /// Control information: neither selected nor sent.
    pub(crate) control: bool,
    /// Whether the builder has a setter for it, and insists on it.
    pub(crate) setter: Setter,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Setter {
    None,
    Optional,
    Required,
}

impl<'a> Input<'a> {
    /// Never fails: what is wrong goes to `errors`, and a stand-in takes its place.
    pub(crate) fn from_item(item: &'a DeriveInput, errors: &mut Errors) -> Self {
        let attrs = StructAttrs::parse(&item.attrs, errors);
        if attrs.odata.is_none() && errors.is_empty() {
            errors.at(&item.ident, "missing `#[graph_entity(odata = \"microsoft.graph.…\")]`");
        }
        let collections = attrs.collections.iter().filter_map(|attr| Collection::from_attr(attr, errors)).collect();
        Input {
            krate: attrs.krate.unwrap_or_else(|| parse_quote!(::graph_entity)),
            vis: &item.vis,
            ident: &item.ident,
            generics: &item.generics,
            odata: attrs.odata,
            version: attrs.version,
            collections,
            is_abstract: attrs.is_abstract.is_some(),
            strict: attrs.strict.is_some(),
            untagged: attrs.untagged.is_some(),
            fields: fields(item, errors),
        }
    }

    /// The fields; none if the shape is refused.
    pub(crate) fn fields(&self) -> &[Field<'a>] {
        self.fields.as_deref().unwrap_or_default()
    }

    /// The fields in the table, with their numbers' order.
    pub(crate) fn members(&self) -> impl Iterator<Item = (&Field<'a>, &Member)> {
        self.fields().iter().filter_map(|field| match &field.role {
            Role::Member(member) => Some((field, member)),
            Role::OdataType | Role::Extra => None,
        })
    }
}

fn fields<'a>(item: &'a DeriveInput, errors: &mut Errors) -> Option<Vec<Field<'a>>> {
    let fields = match &item.data {
        Data::Struct(data) if matches!(data.fields, Fields::Named(_)) => &data.fields,
        _ => {
            errors.at(&item.ident, "`GraphEntity` needs a struct with named fields");
            return None;
        }
    };
    if !item.generics.params.is_empty() {
        errors.at(&item.generics.params, "an entity can't have generic parameters");
        return None;
    }
    Some(fields.iter().filter_map(|field| Field::from_syn(field, errors)).collect())
}

impl<'a> Field<'a> {
    fn from_syn(field: &'a syn::Field, errors: &mut Errors) -> Option<Self> {
        let attrs = FieldAttrs::parse(&field.attrs, errors);
        let ident = field.ident.as_ref()?;
        let role = if attrs.odata_type.is_some() {
            Role::OdataType
        } else if attrs.extra.is_some() {
            Role::Extra
        } else {
            Role::Member(Member {
                wire_name: wire_name(ident, &attrs),
                control: attrs.etag.is_some(),
                setter: setter(&field.ty, &attrs),
            })
        };
        let docs = field.attrs.iter().filter(|attr| attr.path().is_ident("doc")).collect();
        Some(Field { ident, ty: &field.ty, docs, role, attrs })
    }
}

fn wire_name(ident: &Ident, attrs: &FieldAttrs) -> LitStr {
    match &attrs.rename {
        _ if attrs.etag.is_some() => LitStr::new("@odata.etag", ident.span()),
        Some(name) => LitStr::new(&name.value(), name.span()),
        None => LitStr::new(&camel_case(&ident.unraw().to_string()), ident.span()),
    }
}

fn setter(ty: &Type, attrs: &FieldAttrs) -> Setter {
    let optional = attrs.default.is_some() || generic_of(ty, "Option").is_some() || generic_of(ty, "Vec").is_some();
    if attrs.read_only.is_some() || attrs.etag.is_some() {
        Setter::None
    } else if optional && attrs.required.is_none() {
        Setter::Optional
    } else {
        Setter::Required
    }
}

/// `T` of `name<T>`, as it is written: a derive sees no further than the tokens.
pub(crate) fn generic_of<'a>(ty: &'a Type, name: &str) -> Option<&'a Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    match &last.arguments {
        syn::PathArguments::AngleBracketed(arguments) if last.ident == name => match arguments.args.first()? {
            syn::GenericArgument::Type(ty) => Some(ty),
            _ => None,
        },
        _ => None,
    }
}
