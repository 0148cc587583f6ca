//! Names of types as they are on the wire: `#ns.type`, `ns.type`, `https://host/$metadata#ns.type` (W1).

/// The qualified name in a value of `@odata.type`: the text after the last `#`, else the whole.
pub(crate) fn qualified(text: &str) -> &str {
    text.rsplit_once('#').map_or(text, |(_, name)| name)
}

/// Whether both name the same type. Services differ in case.
pub(crate) fn same(a: &str, b: &str) -> bool {
    qualified(a).eq_ignore_ascii_case(qualified(b))
}

/// Whether `name` is the member that tells the type: `@odata.type`, OData 4.01's `@type`, in any case.
pub(crate) fn is_key(name: &str) -> bool {
    name.starts_with('@') && (name.eq_ignore_ascii_case("@odata.type") || name.eq_ignore_ascii_case("@type"))
}

#[cfg(test)]
mod tests {
    use super::{is_key, qualified, same};

    #[test]
    fn every_spelling_of_a_name_is_the_same() {
        for text in [
            "#microsoft.graph.user",
            "microsoft.graph.user",
            "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.user",
        ] {
            assert_eq!(qualified(text), "microsoft.graph.user");
            assert!(same(text, "#microsoft.graph.User"));
        }
        assert!(!same("#microsoft.graph.user", "#microsoft.graph.users"));
    }

    #[test]
    fn every_spelling_of_the_key_is_known() {
        assert!(["@odata.type", "@type", "@Odata.type", "@odata.Type"].into_iter().all(is_key));
        assert!(!["odata.type", "type", "x@odata.type", "@odata.types"].into_iter().any(is_key));
    }
}
