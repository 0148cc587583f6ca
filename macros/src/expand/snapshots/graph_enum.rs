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
    impl __graph::GraphEnum for Importance {
        const ODATA_TYPE: &'static ::core::primitive::str = "microsoft.graph.importance";
        const MEMBERS: &'static [&'static ::core::primitive::str] = &[
            "low",
            "medium",
            "type",
        ];
        fn member(index: ::core::primitive::usize) -> Self {
            match index {
                0 => Self::Low,
                1 => Self::Normal,
                2 => Self::r#Type,
                _ => ::core::unreachable!(),
            }
        }
        fn unrecognized(name: __graph::String) -> Self {
            Self::Unrecognized(name)
        }
        fn name(&self) -> &::core::primitive::str {
            match self {
                Self::Low => "low",
                Self::Normal => "medium",
                Self::r#Type => "type",
                Self::Unrecognized(name) => name,
            }
        }
    }
    #[automatically_derived]
    impl __graph::Value for Importance {
        fn empty() -> Self {
            <Self as __graph::GraphEnum>::unrecognized(__graph::String::new())
        }
        fn place(place: __graph::Place<'_, Self>) -> __graph::SlotMut<'_> {
            __graph::text(place)
        }
        fn get(&self) -> __graph::SlotRef<'_> {
            __graph::SlotRef::Member(__graph::GraphEnum::name(self))
        }
    }
    #[automatically_derived]
    impl __graph::Serialize for Importance {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Written<__S> {
            __graph::write_text(self, serializer)
        }
    }
    #[automatically_derived]
    impl<'de> __graph::Deserialize<'de> for Importance {
        fn deserialize<__D: __graph::Deserializer<'de>>(
            deserializer: __D,
        ) -> __graph::ReadFrom<'de, Self, __D> {
            __graph::read_text(deserializer)
        }
    }
};
