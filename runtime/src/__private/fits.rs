//! Whether a Rust type holds what the metadata says of a property. The derives ask it while a crate compiles, with the
//! feature `schema`: of the type and not of its name, so that aliases and types of one's own are seen through.
//!
//! It is here without the feature too: that is the derives' own, and they may have it when this crate does not.

use crate::model::Shape;
use crate::model::base::refuse;

/// What a type holds, in the words of the metadata.
#[derive(Debug, Clone, Copy)]
pub enum Edm {
    /// Anything, or what is not known.
    Any,
    /// Any primitive value that is a text on the wire, or an enum's member.
    Text,
    /// One of these primitive types; the first is the type's own.
    Primitive(&'static [&'static str]),
    /// A value of any entity type or complex type.
    Object,
    /// A value of this entity type or complex type. The bases are those of the metadata, if that is known.
    Structured { name: &'static str, bases: Option<&'static [&'static str]> },
    /// A member of this enum, or several.
    Enum(&'static str),
    /// `Collection(…)`
    Collection(&'static Edm),
}

/// The primitive types that are texts on the wire.
const TEXTS: &[&str] =
    &["Edm.Binary", "Edm.Date", "Edm.DateTimeOffset", "Edm.Duration", "Edm.Guid", "Edm.String", "Edm.TimeOfDay"];

/// What the metadata says of a property.
#[derive(Debug, Clone, Copy)]
pub struct Declared {
    /// The property, a parameter or a result: as a message calls it.
    pub property: &'static str,
    pub is_collection: bool,
    pub ty: Type,
}

/// The type of a property, or of the items of one.
#[derive(Debug, Clone, Copy)]
pub enum Type {
    /// `Edm.…`, and how it is called in Rust.
    Primitive { name: &'static str, rust: &'static str },
    /// An entity type or a complex type: its name and those of its bases, and whether others are derived from it.
    Structured { names: &'static [&'static str], has_derived: bool },
    /// An enum.
    Enum(&'static str),
}

impl Edm {
    /// For a message.
    const fn name(&self) -> &'static str {
        match self {
            Edm::Any | Edm::Object => "something else",
            Edm::Text => "a text",
            Edm::Primitive(names) => names[0],
            Edm::Structured { name, .. } | Edm::Enum(name) => name,
            Edm::Collection(_) => "a collection",
        }
    }
}

/// Panics, which is an error at compile time, if `held` is not what is declared.
#[track_caller]
pub const fn property(held: &Edm, declared: Declared) {
    let Declared { property, is_collection, ty } = declared;
    match (held, is_collection) {
        (Edm::Any, _) => {}
        (Edm::Collection(item), true) => value(item, property, ty),
        (Edm::Collection(_), false) => refuse(&[property, " is one value in the metadata, no collection"]),
        (_, true) => refuse(&[property, " is a collection in the metadata: make it a `Vec<…>`"]),
        (held, false) => value(held, property, ty),
    }
}

#[track_caller]
const fn value(held: &Edm, property: &str, ty: Type) {
    let (fits, wanted, rust) = match ty {
        Type::Primitive { name, rust } => (holds_primitive(held, name), name, rust),
        Type::Structured { names, has_derived } => (holds_structured(held, names, has_derived), names[0], ""),
        Type::Enum(name) => (holds_enum(held, name), name, ""),
    };
    if fits {
        return;
    }
    let (open, close) = if rust.is_empty() { ("", "") } else { (", in Rust `", "`") };
    refuse(&[
        property,
        " is `",
        wanted,
        "` in the metadata",
        open,
        rust,
        close,
        "; this type holds `",
        held.name(),
        "`",
    ]);
}

const fn holds_primitive(held: &Edm, name: &str) -> bool {
    match held {
        Edm::Any => true,
        Edm::Text => contains(TEXTS, name),
        Edm::Primitive(names) => contains(names, name),
        // A string of which the members are known.
        Edm::Enum(_) => is(name, "Edm.String"),
        Edm::Object | Edm::Structured { .. } | Edm::Collection(_) => false,
    }
}

/// The type itself, a base of it, or one that is derived from it.
const fn holds_structured(held: &Edm, names: &[&str], has_derived: bool) -> bool {
    match held {
        Edm::Any | Edm::Object => true,
        Edm::Structured { name, bases } => {
            contains(names, name)
                || match bases {
                    Some(bases) => contains(bases, names[0]),
                    None => has_derived,
                }
        }
        Edm::Text | Edm::Primitive(_) | Edm::Enum(_) | Edm::Collection(_) => false,
    }
}

const fn holds_enum(held: &Edm, name: &str) -> bool {
    match held {
        Edm::Any | Edm::Text => true,
        Edm::Primitive(names) => contains(names, "Edm.String"),
        Edm::Enum(own) => is(own, name),
        Edm::Object | Edm::Structured { .. } | Edm::Collection(_) => false,
    }
}

/// A property that may be null is an `Option`, or something else that reads null.
#[track_caller]
pub const fn nullable(reads_null: bool, property: &str) {
    if !reads_null {
        refuse(&[
            property,
            " may be null in the metadata: make it an `Option`, or add `#[graph(default)]` to read null as an empty value",
        ]);
    }
}

/// The struct in a `base` field is of a type that `name` is derived from.
#[track_caller]
pub const fn base(base: &Shape, name: &str, bases: &[&str]) {
    if !contains(bases, base.type_name()) {
        refuse(&["`", name, "` is derived from `", bases[0], "` in the metadata, not from `", base.type_name(), "`"]);
    }
}

/// The struct in a variant is of the family's type or derived from it.
#[track_caller]
pub const fn variant(held: &Edm, family: &str) {
    let Edm::Structured { name, bases: Some(bases) } = held else { return };
    if !is(name, family) && !contains(bases, family) {
        refuse(&["`", name, "` is not derived from the family's `", family, "` in the metadata"]);
    }
}

const fn contains(names: &[&str], name: &str) -> bool {
    let mut at = 0;
    while at < names.len() {
        if is(names[at], name) {
            return true;
        }
        at += 1;
    }
    false
}

const fn is(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{Declared, Edm, Type, holds_enum, holds_primitive, holds_structured, nullable, property};
    use crate::edm;
    use crate::model::{Dictionary, Guarded, Property, Value};

    /// The primitive types of the metadata that a Rust type holds.
    fn held<T: Property>() -> Vec<&'static str> {
        let all = [
            "Binary",
            "Boolean",
            "Byte",
            "Date",
            "DateTimeOffset",
            "Decimal",
            "Double",
            "Duration",
            "Guid",
            "Int16",
            "Int32",
            "Int64",
            "SByte",
            "Single",
            "String",
            "TimeOfDay",
        ];
        all.into_iter().filter(|name| holds_primitive(&<T as Property>::EDM, &format!("Edm.{name}"))).collect()
    }

    #[test]
    fn a_wider_number_holds_a_narrower_one() {
        assert_eq!(held::<bool>(), ["Boolean"]);
        assert_eq!(held::<u8>(), ["Byte"]);
        assert_eq!(held::<i16>(), ["Byte", "Int16", "SByte"]);
        assert_eq!(held::<Option<i32>>(), ["Byte", "Int16", "Int32", "SByte"]);
        assert_eq!(held::<Box<i64>>(), ["Byte", "Int16", "Int32", "Int64", "SByte"]);
        assert_eq!(held::<f32>(), ["Single"]);
        assert_eq!(held::<f64>(), ["Double", "Single"]);
        assert_eq!(held::<edm::Decimal>(), ["Byte", "Decimal", "Int16", "Int32", "Int64", "SByte"]);
    }

    #[test]
    fn a_text_is_held_by_its_own_type() {
        assert_eq!(held::<String>(), ["String"]);
        assert_eq!(held::<edm::Binary>(), ["Binary"]);
        assert_eq!(held::<Guarded<Option<edm::Date>>>(), ["Date"]);
        assert_eq!(held::<edm::DateTimeOffset>(), ["DateTimeOffset"]);
        assert_eq!(held::<edm::Duration>(), ["Duration"]);
        assert_eq!(held::<edm::Guid>(), ["Guid"]);
        assert_eq!(held::<edm::LocalDateTime>(), ["String"]);
        assert_eq!(held::<edm::TimeOfDay>(), ["TimeOfDay"]);
        assert_eq!(held::<Vec<String>>(), [""; 0]);
        assert_eq!(held::<serde_json::Value>().len(), 16);
    }

    #[cfg(all(feature = "chrono", feature = "jiff", feature = "time", feature = "uuid"))]
    #[test]
    fn types_of_other_crates_hold_what_ours_do() {
        assert_eq!(held::<uuid::Uuid>(), ["Guid"]);
        assert_eq!(held::<jiff::Timestamp>(), ["DateTimeOffset"]);
        assert_eq!(held::<chrono::DateTime<chrono::Utc>>(), ["DateTimeOffset"]);
        assert_eq!(held::<time::Duration>(), ["Duration"]);
        assert_eq!(held::<chrono::NaiveDate>(), ["Date"]);
        assert_eq!(held::<jiff::civil::Time>(), ["TimeOfDay"]);
    }

    #[test]
    fn a_struct_holds_its_type_its_bases_and_what_is_derived() {
        let user = |bases| Edm::Structured { name: "a.user", bases };
        let bases: Option<&[&str]> = Some(&["a.object", "a.entity"]);
        for declared in [&["a.user", "a.object"] as &[&str], &["a.entity"], &["a.guest", "a.user", "a.object"]] {
            assert!(holds_structured(&user(bases), declared, true), "{declared:?}");
        }
        assert!(!holds_structured(&user(bases), &["a.group", "a.object"], true));
        // Of a struct that is not compared the bases are not known.
        assert!(holds_structured(&user(None), &["a.object"], true));
        assert!(!holds_structured(&user(None), &["a.settings"], false));
        assert!(holds_structured(&<Dictionary<i32> as Value>::EDM, &["a.settings"], false));
        assert!(!holds_structured(&Edm::Enum("a.user"), &["a.user"], false));
    }

    #[test]
    fn an_enum_is_held_by_name_and_as_a_string() {
        assert!(holds_enum(&Edm::Enum("a.kind"), "a.kind") && holds_enum(&<String as Value>::EDM, "a.kind"));
        assert!(!holds_enum(&Edm::Enum("a.other"), "a.kind") && !holds_enum(&<i32 as Value>::EDM, "a.kind"));
        assert!(holds_primitive(&Edm::Enum("a.kind"), "Edm.String"));
        assert!(!holds_primitive(&Edm::Enum("a.kind"), "Edm.Int32"));
    }

    const TEXT: Type = Type::Primitive { name: "Edm.String", rust: "String" };

    #[test]
    fn collections_of_what_fits() {
        let declared = |is_collection| Declared { property: "`names`", is_collection, ty: TEXT };
        property(&<Vec<Option<String>> as Value>::EDM, declared(true));
        property(&<String as Value>::EDM, declared(false));
        property(&<serde_json::Value as Value>::EDM, declared(true));
        nullable(<Vec<String> as Property>::READS_NULL, "`names`");
        nullable(<Option<String> as Property>::READS_NULL, "`name`");
        nullable(<Box<Guarded<String>> as Property>::READS_NULL, "`name`");
    }

    #[test]
    #[should_panic(expected = "`name` may be null in the metadata")]
    fn a_plain_value_is_never_null() {
        nullable(<String as Property>::READS_NULL, "`name`");
    }

    #[test]
    #[should_panic(expected = "`name` is one value in the metadata, no collection")]
    fn a_collection_is_not_one_value() {
        property(&<Vec<String> as Value>::EDM, Declared { property: "`name`", is_collection: false, ty: TEXT });
    }

    #[test]
    #[should_panic(expected = "`name` is `Edm.String` in the metadata, in Rust `String`; this type holds `Edm.Int32`")]
    fn what_does_not_fit_is_told() {
        property(&<i32 as Value>::EDM, Declared { property: "`name`", is_collection: false, ty: TEXT });
    }
}
