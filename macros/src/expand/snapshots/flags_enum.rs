#[allow(
    deprecated,
    missing_docs,
    non_camel_case_types,
    non_snake_case,
    unreachable_pub,
    unused_imports,
    unused_qualifications,
    clippy::absolute_paths,
    clippy::missing_errors_doc,
    clippy::return_self_not_must_use,
    clippy::self_named_constructors
)]
const _: () = {
    use ::graph_entity::__private::{
        self as __graph, Property as __Property, Sets as __Sets,
    };
    #[automatically_derived]
    impl __graph::GraphEnum for Part {
        const ODATA_TYPE: &'static ::core::primitive::str = "microsoft.graph.clonableTeamParts";
        const MEMBERS: &'static [&'static ::core::primitive::str] = &["apps"];
        fn member(index: ::core::primitive::usize) -> Self {
            match index {
                0 => Self::Apps,
                _ => ::core::unreachable!(),
            }
        }
        fn unrecognized(name: __graph::String) -> Self {
            Self::Other(name)
        }
        fn name(&self) -> &::core::primitive::str {
            match self {
                Self::Apps => "apps",
                Self::Other(name) => name,
            }
        }
    }
    #[automatically_derived]
    impl __graph::FlagsEnum for Part {}
    #[automatically_derived]
    impl __graph::Serialize for Part {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Written<__S> {
            __graph::write_text(self, serializer)
        }
    }
    #[automatically_derived]
    impl<'de> __graph::Deserialize<'de> for Part {
        fn deserialize<__D: __graph::Deserializer<'de>>(
            deserializer: __D,
        ) -> __graph::ReadFrom<'de, Self, __D> {
            __graph::read_text(deserializer)
        }
    }
};
