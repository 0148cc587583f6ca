//! The item as the templates see it: parsed, with every default filled in. Rules across keys are in `check`.

pub(crate) mod family;
pub(crate) mod members;

use std::collections::HashSet;

use proc_macro2::TokenStream;
use syn::ext::IdentExt as _;
use syn::{Attribute, Data, DeriveInput, Fields, Generics, Ident, LitStr, Path, Type, Visibility, parse_quote};

use self::family::Variant;
use crate::attr::{ContainerAttrs, Derive, FieldAttrs, MetadataAttr, OperationAttr, PermissionAttr};
use crate::collection::Collection;
use crate::errors::Errors;
use crate::names::camel_case;
use crate::types::{generic_of, has_reference, is_named};

/// An entity or a complex type: a struct, or a family of such.
#[allow(clippy::struct_excessive_bools)] // keys of the user's, each its own
pub(crate) struct Input<'a> {
    pub(crate) derive: Derive,
    pub(crate) krate: Path,
    pub(crate) vis: &'a Visibility,
    pub(crate) ident: &'a Ident,
    pub(crate) generics: &'a Generics,
    /// The qualified name; `None` if it is missing, which was reported then.
    pub(crate) odata: Option<LitStr>,
    pub(crate) version: Option<LitStr>,
    pub(crate) collections: Vec<Collection>,
    /// Of all collections; each may have its own.
    pub(crate) permission: PermissionAttr,
    pub(crate) is_abstract: bool,
    pub(crate) strict: bool,
    pub(crate) untagged: bool,
    /// Requests ask for no properties by name.
    pub(crate) all_properties: bool,
    /// The item's shape or its generic parameters are refused; an error was reported then. `fields` tells what there
    /// is to set, and nothing else of them counts.
    pub(crate) refused: bool,
    pub(crate) fields: Vec<Field<'a>>,
    /// Of a family.
    pub(crate) variants: Option<Vec<Variant<'a>>>,
    /// Of an operation.
    pub(crate) operation: Option<Operation>,
    #[cfg_attr(not(feature = "schema"), expect(dead_code, reason = "nothing is compared"))]
    pub(crate) metadata: MetadataAttr,
    /// What the type is in the metadata: a member of its `impl Value`.
    pub(crate) edm: Option<TokenStream>,
}

/// What an action or a function is called, and what it returns.
pub(crate) struct Operation {
    pub(crate) name: LitStr,
    pub(crate) is_function: bool,
    pub(crate) returns: Option<Type>,
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
    /// The base type, whose properties come before the struct's own.
    Base,
    /// Of a type that can't be, which was reported. It is neither read nor written.
    Refused,
}

pub(crate) struct Member {
    pub(crate) wire_name: LitStr,
    /// Control information: neither selected nor sent.
    pub(crate) control: bool,
    /// Whether the builder has a setter for it, and insists on it.
    pub(crate) setter: Setter,
    /// An update can't change it.
    pub(crate) create_only: bool,
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
const BUILDER_METHODS: [&str; 4] = ["changes", "request", "send", "send_blocking"];

impl<'a> Input<'a> {
    /// Never fails: what is wrong goes to `errors`, and a stand-in takes its place.
    pub(crate) fn from_item(item: &'a DeriveInput, derive: Derive, errors: &mut Errors) -> Self {
        let attrs = ContainerAttrs::parse(item, derive, errors);
        let refused = is_refused(item, derive, errors);
        // Of a refused shape the rest is not told: it is to become something else.
        let mut untold = Errors::default();
        let told = if refused { &mut untold } else { &mut *errors };
        let fields = fields(item, derive, told);
        let variants = (!refused).then(|| family::variants(item, derive, told)).flatten();
        let misplaced = fields.iter().any(|field| field.attrs.has_name);
        if !(attrs.named || misplaced || refused) {
            errors.at(&item.ident, derive.missing_name());
        }
        if variants.is_some() {
            family::check_keys(&attrs, errors);
        }
        Input {
            derive,
            krate: attrs.krate.unwrap_or_else(|| parse_quote!(::graph_entity)),
            vis: &item.vis,
            ident: &item.ident,
            generics: &item.generics,
            odata: attrs.odata,
            version: attrs.version,
            collections: attrs.collections.iter().map(|attr| Collection::from_attr(attr, errors)).collect(),
            permission: attrs.permission.unwrap_or_default(),
            is_abstract: attrs.is_abstract.is_some(),
            strict: attrs.strict.is_some(),
            // The parameters of an operation are no value of a type.
            untagged: attrs.untagged.is_some() || derive == Derive::Operation,
            all_properties: attrs.all_properties.is_some(),
            refused,
            fields,
            variants,
            operation: (derive == Derive::Operation)
                .then(|| Operation::new(attrs.operation, attrs.returns, &item.ident, errors)),
            metadata: attrs.metadata,
            edm: None,
        }
    }

    /// Whether it can be the target of a request. A complex type that has a collection was reported, and stands in for
    /// the entity that it may be meant to be.
    pub(crate) fn is_entity(&self) -> bool {
        self.derive == Derive::Entity || !self.collections.is_empty()
    }

    /// The name of the type as `@odata.type` has it.
    pub(crate) fn odata_type(&self) -> String {
        format!("#{}", self.odata.as_ref().map(LitStr::value).unwrap_or_default())
    }

    /// The `base` field.
    pub(crate) fn base(&self) -> Option<&Field<'a>> {
        self.fields.iter().find(|field| matches!(field.role, Role::Base))
    }

    /// The fields in the table, with their numbers' order.
    pub(crate) fn members(&self) -> impl Iterator<Item = (&Field<'a>, &Member)> {
        self.fields.iter().filter_map(|field| match &field.role {
            Role::Member(member) => Some((field, member)),
            Role::OdataType | Role::Extra | Role::Base | Role::Refused => None,
        })
    }
}

impl Operation {
    fn new(attr: Option<OperationAttr>, returns: Option<Type>, ident: &Ident, errors: &mut Errors) -> Self {
        // That there is none was reported.
        let unnamed = || OperationAttr { name: LitStr::new("operation", ident.span()), is_function: false };
        let OperationAttr { name, is_function } = attr.unwrap_or_else(unnamed);
        let returns = returns.map(|ty| {
            if !has_reference(&ty) {
                return ty;
            }
            errors.at(ty, "what an operation returns owns its data: a `String` rather than a `&str`");
            parse_quote!(())
        });
        Self { name, is_function, returns }
    }
}

/// Whether the item can't be what is derived, which is reported once, at what makes it so.
fn is_refused(item: &DeriveInput, derive: Derive, errors: &mut Errors) -> bool {
    let other = match derive {
        Derive::Operation => ": its parameters",
        _ => ", or a family: an enum whose variants have one field each",
    };
    let shape = format!("`{}` needs a struct with named fields{other}", derive.name());
    match &item.data {
        Data::Enum(data) if derive == Derive::Operation => errors.at_span(data.enum_token.span, shape),
        // Without parameters.
        Data::Struct(data) if derive == Derive::Operation && matches!(data.fields, Fields::Unit) => return false,
        Data::Struct(data) if !matches!(data.fields, Fields::Named(_)) => match &data.fields {
            Fields::Unnamed(fields) => errors.at(fields, shape),
            _ => errors.at(&item.ident, shape),
        },
        Data::Enum(data) if !data.variants.iter().any(family::is_variant) => {
            errors.at_span(data.enum_token.span, shape);
        }
        Data::Union(data) => errors.at_span(data.union_token.span, shape),
        _ if item.generics.params.is_empty() => return false,
        _ => errors.at(&item.generics.params, format_args!("{} can't have generic parameters", derive.noun())),
    }
    true
}

fn fields<'a>(item: &'a DeriveInput, derive: Derive, errors: &mut Errors) -> Vec<Field<'a>> {
    let Data::Struct(data) = &item.data else { return Vec::new() };
    let mut seen = HashSet::new();
    // Of two fields with one name `rustc` tells.
    let mut fields: Vec<_> = data.fields.iter().filter_map(|field| Field::from_syn(field, derive, errors)).collect();
    fields.retain(|field| seen.insert(field.ident));
    fields
}

impl<'a> Field<'a> {
    /// `None` if it has no name.
    fn from_syn(field: &'a syn::Field, derive: Derive, errors: &mut Errors) -> Option<Self> {
        let ident = field.ident.as_ref()?;
        let attrs = FieldAttrs::parse(&field.attrs, derive, errors);
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
    } else if attrs.base.is_some() {
        let wrapped = ["Option", "Vec", "Box"].into_iter().any(|name| generic_of(ty, name).is_some());
        let primitive =
            ["String", "bool", "u8", "i16", "i32", "i64", "f32", "f64"].into_iter().any(|name| is_named(ty, name));
        if !(wrapped || primitive || has_reference(ty)) {
            return Role::Base;
        }
        "a `base` field is the base type's struct itself: no `Option`, no `Box`, no primitive"
    } else if has_reference(ty) {
        "a field owns its data: a `String` rather than a `&str`"
    } else {
        return Role::Member(Member {
            wire_name: wire_name(ident, attrs),
            control: is_control(attrs),
            setter: setter(ident, ty, attrs),
            create_only: [&attrs.immutable, &attrs.navigation, &attrs.key].into_iter().any(Option::is_some),
        });
    };
    errors.at(ty, wanted);
    Role::Refused
}

fn wire_name(ident: &Ident, attrs: &FieldAttrs) -> LitStr {
    if let Some((_, name)) = &attrs.annotation {
        return LitStr::new(&name.value(), name.span());
    }
    let name = match &attrs.rename {
        _ if attrs.etag.is_some() => LitStr::new("@odata.etag", ident.span()),
        Some(name) => LitStr::new(&name.value(), name.span()),
        None => LitStr::new(&camel_case(&ident.unraw().to_string()), ident.span()),
    };
    if attrs.bind.is_none() {
        return name;
    }
    LitStr::new(&format!("{}@odata.bind", name.value()), name.span())
}

/// Neither selected nor sent.
fn is_control(attrs: &FieldAttrs) -> bool {
    let annotation = attrs.annotation.as_ref().is_some_and(|(_, name)| {
        let name = name.value();
        // OData 4.01 leaves `odata.` out: a term without a namespace is OData's, such as `@removed`.
        name.rsplit_once('@').is_some_and(|(_, term)| term.starts_with("odata.") || !term.contains('.'))
    });
    attrs.etag.is_some() || annotation
}

fn setter(ident: &Ident, ty: &Type, attrs: &FieldAttrs) -> Setter {
    let optional = attrs.default.is_some() || is_optional(ty);
    if attrs.read_only.is_some() || is_control(attrs) {
        Setter::None
    } else if BUILDER_METHODS.iter().any(|name| ident.unraw() == name) {
        Setter::Taken
    } else if optional && attrs.required.is_none() {
        Setter::Optional
    } else {
        Setter::Required
    }
}

/// Whether a field of the type can do without a value.
fn is_optional(ty: &Type) -> bool {
    ["Option", "Vec", "Dictionary"].into_iter().any(|name| generic_of(ty, name).is_some())
}
