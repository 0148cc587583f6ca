//! The struct as the templates see it: parsed, with every default filled in. Rules across keys are in `check`.

use std::collections::HashSet;

use syn::ext::IdentExt as _;
use syn::{Attribute, Data, DeriveInput, Fields, Generics, Ident, LitStr, Path, Type, Visibility, parse_quote};

use crate::attr::{FieldAttrs, StructAttrs};
use crate::collection::Collection;
use crate::errors::Errors;
use crate::names::camel_case;
use crate::types::{generic_of, has_reference, is_named};

#[allow(clippy::struct_excessive_bools)] // keys of the user's, each its own
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
    /// The item's shape or its generic parameters are refused; an error was reported then. `fields` tells what there
    /// is to set, and nothing else of them counts.
    pub(crate) refused: bool,
    pub(crate) fields: Vec<Field<'a>>,
}

pub(crate) struct Field<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) ty: &'a Type,
    /// Doc comments and `#[deprecated]`, for the setter.
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
    /// Of a type that can't be, which was reported. It is neither read nor written.
    Refused,
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
    /// It would hide a method of the builder, which is reported.
    Taken,
}

/// What ends the chain of a builder.
const BUILDER_METHODS: [&str; 3] = ["request", "send", "send_blocking"];

impl<'a> Input<'a> {
    /// Never fails: what is wrong goes to `errors`, and a stand-in takes its place.
    pub(crate) fn from_item(item: &'a DeriveInput, errors: &mut Errors) -> Self {
        let attrs = StructAttrs::parse(&item.attrs, errors);
        let refused = is_refused(item, errors);
        // Of a refused shape the rest is not told: it is to become something else.
        let mut untold = Errors::default();
        let fields = fields(item, if refused { &mut untold } else { errors });
        let misplaced = fields.iter().any(|field| field.attrs.has_odata);
        if attrs.odata.is_none() && !(attrs.odata_misspelt || misplaced || refused) {
            errors.at(&item.ident, "missing `#[graph_entity(odata = \"microsoft.graph.…\")]`");
        }
        Input {
            krate: attrs.krate.unwrap_or_else(|| parse_quote!(::graph_entity)),
            vis: &item.vis,
            ident: &item.ident,
            generics: &item.generics,
            odata: attrs.odata,
            version: attrs.version,
            collections: attrs.collections.iter().map(|attr| Collection::from_attr(attr, errors)).collect(),
            is_abstract: attrs.is_abstract.is_some(),
            strict: attrs.strict.is_some(),
            untagged: attrs.untagged.is_some(),
            refused,
            fields,
        }
    }

    /// The fields in the table, with their numbers' order.
    pub(crate) fn members(&self) -> impl Iterator<Item = (&Field<'a>, &Member)> {
        self.fields.iter().filter_map(|field| match &field.role {
            Role::Member(member) => Some((field, member)),
            Role::OdataType | Role::Extra | Role::Refused => None,
        })
    }
}

/// Whether the item can't be an entity, which is reported once, at what makes it so.
fn is_refused(item: &DeriveInput, errors: &mut Errors) -> bool {
    const SHAPE: &str = "`GraphEntity` needs a struct with named fields";
    match &item.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(_) if item.generics.params.is_empty() => return false,
            Fields::Named(_) => errors.at(&item.generics.params, "an entity can't have generic parameters"),
            Fields::Unnamed(fields) => errors.at(fields, SHAPE),
            Fields::Unit => errors.at(&item.ident, SHAPE),
        },
        Data::Enum(data) => errors.at_span(data.enum_token.span, SHAPE),
        Data::Union(data) => errors.at_span(data.union_token.span, SHAPE),
    }
    true
}

fn fields<'a>(item: &'a DeriveInput, errors: &mut Errors) -> Vec<Field<'a>> {
    let Data::Struct(data) = &item.data else { return Vec::new() };
    let mut seen = HashSet::new();
    // Of two fields with one name `rustc` tells.
    let mut fields: Vec<_> = data.fields.iter().filter_map(|field| Field::from_syn(field, errors)).collect();
    fields.retain(|field| seen.insert(field.ident));
    fields
}

impl<'a> Field<'a> {
    /// `None` if it has no name.
    fn from_syn(field: &'a syn::Field, errors: &mut Errors) -> Option<Self> {
        let ident = field.ident.as_ref()?;
        let attrs = FieldAttrs::parse(&field.attrs, errors);
        let kept = |attr: &&Attribute| ["doc", "deprecated"].iter().any(|name| attr.path().is_ident(name));
        let docs = field.attrs.iter().filter(kept).collect();
        let role = role(ident, &field.ty, &attrs, errors);
        Some(Field { ident, ty: &field.ty, docs, role, attrs })
    }
}

fn role(ident: &Ident, ty: &Type, attrs: &FieldAttrs, errors: &mut Errors) -> Role {
    let wanted = if attrs.odata_type.is_some() {
        if generic_of(ty, "Option").is_some_and(|ty| is_named(ty, "String")) {
            return Role::OdataType;
        }
        "an `odata_type` field is an `Option<String>`"
    } else if attrs.extra.is_some() {
        if is_named(ty, "Extra") {
            return Role::Extra;
        }
        "an `extra` field is a `graph_entity::Extra`"
    } else if has_reference(ty) {
        "an entity owns its data: a `String` rather than a `&str`"
    } else {
        return Role::Member(Member {
            wire_name: wire_name(ident, attrs),
            control: attrs.etag.is_some(),
            setter: setter(ident, ty, attrs),
        });
    };
    errors.at(ty, wanted);
    Role::Refused
}

fn wire_name(ident: &Ident, attrs: &FieldAttrs) -> LitStr {
    match &attrs.rename {
        _ if attrs.etag.is_some() => LitStr::new("@odata.etag", ident.span()),
        Some(name) => LitStr::new(&name.value(), name.span()),
        None => LitStr::new(&camel_case(&ident.unraw().to_string()), ident.span()),
    }
}

fn setter(ident: &Ident, ty: &Type, attrs: &FieldAttrs) -> Setter {
    let optional = attrs.default.is_some() || generic_of(ty, "Option").is_some() || generic_of(ty, "Vec").is_some();
    if attrs.read_only.is_some() || attrs.etag.is_some() {
        Setter::None
    } else if BUILDER_METHODS.iter().any(|name| ident.unraw() == name) {
        Setter::Taken
    } else if optional && attrs.required.is_none() {
        Setter::Optional
    } else {
        Setter::Required
    }
}
