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
    static __SHAPE: __graph::Shape = __graph::Shape {
        odata_type: "#microsoft.graph.directoryObject",
        flags: 1,
        names: &[],
        kinds: &[],
        order: &[],
    };
    #[automatically_derived]
    impl __graph::Value for DirectoryObject {
        const FAMILY: ::core::option::Option<&'static ::core::primitive::str> = ::core::option::Option::Some(
            "#microsoft.graph.directoryObject",
        );
        fn empty() -> Self {
            <Self as __graph::Family>::variant(::core::primitive::usize::MAX)
        }
        fn place(place: __graph::Place<'_, Self>) -> __graph::SlotMut<'_> {
            __graph::family(place)
        }
        fn get(&self) -> __graph::SlotRef<'_> {
            __graph::variant(self)
        }
    }
    #[automatically_derived]
    impl __graph::Family for DirectoryObject {
        const MEMBERS: &'static [&'static __graph::Shape] = &[
            <User as __graph::Struct>::TABLE,
            <Group as __graph::Struct>::TABLE,
        ];
        fn variant(index: ::core::primitive::usize) -> Self {
            match index {
                0 => Self::User(__graph::Box::new(<User as __graph::Struct>::start())),
                1 => Self::Group(<Group as __graph::Struct>::start()),
                _ => Self::Unrecognized(<Unrecognized as __graph::Struct>::start()),
            }
        }
        fn fields(&self) -> &dyn __graph::Fields {
            match self {
                Self::User(value) => <User as __graph::Struct>::fields(value),
                Self::Group(value) => <Group as __graph::Struct>::fields(value),
                Self::Unrecognized(value) => {
                    <Unrecognized as __graph::Struct>::fields(value)
                }
                #[allow(unreachable_patterns)]
                _ => ::core::unreachable!(),
            }
        }
        fn fields_mut(&mut self) -> &mut dyn __graph::Fields {
            match self {
                Self::User(value) => <User as __graph::Struct>::fields_mut(value),
                Self::Group(value) => <Group as __graph::Struct>::fields_mut(value),
                Self::Unrecognized(value) => {
                    <Unrecognized as __graph::Struct>::fields_mut(value)
                }
                #[allow(unreachable_patterns)]
                _ => ::core::unreachable!(),
            }
        }
    }
    #[automatically_derived]
    impl __graph::Build for DirectoryObject {
        type Builder<__S> = __graph::Draft<Self, __S>;
        type Required = __graph::Complete;
        fn builder<__S>(draft: __graph::Draft<Self, __S>) -> __graph::Draft<Self, __S> {
            draft
        }
    }
    #[automatically_derived]
    impl __graph::Table for DirectoryObject {
        const SHAPE: &'static __graph::Shape = &__SHAPE;
    }
    #[automatically_derived]
    impl __graph::GraphEntity for DirectoryObject {
        type Version = __graph::ClientVersion;
        const COLLECTIONS: &'static [&'static ::core::primitive::str] = &[
            "directoryObjects",
        ];
    }
    #[automatically_derived]
    impl __graph::Serialize for DirectoryObject {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Written<__S> {
            __graph::write(self, serializer)
        }
    }
    #[automatically_derived]
    impl<'de> __graph::Deserialize<'de> for DirectoryObject {
        fn deserialize<__D: __graph::Deserializer<'de>>(
            deserializer: __D,
        ) -> __graph::ReadFrom<'de, Self, __D> {
            __graph::read(deserializer)
        }
    }
    impl DirectoryObject {
        ///The collection `directoryObjects`.
        pub fn collection() -> __graph::Collection<Self> {
            __graph::Collection::of_constructor("directoryObjects/{key}", &[])
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<User> for DirectoryObject {
        fn from(value: User) -> Self {
            Self::User(__graph::Box::new(value))
        }
    }
    #[automatically_derived]
    impl __graph::IntoValue<DirectoryObject> for User {
        type Kind = __graph::Something;
        fn write_value(
            &self,
            form: __graph::Form,
            json: &mut __graph::JsonText,
        ) -> ::core::result::Result<(), __graph::JsonError> {
            __graph::write_variant::<
                DirectoryObject,
            >(<User as __graph::Struct>::fields(self), form, json)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<Group> for DirectoryObject {
        fn from(value: Group) -> Self {
            Self::Group(value)
        }
    }
    #[automatically_derived]
    impl __graph::IntoValue<DirectoryObject> for Group {
        type Kind = __graph::Something;
        fn write_value(
            &self,
            form: __graph::Form,
            json: &mut __graph::JsonText,
        ) -> ::core::result::Result<(), __graph::JsonError> {
            __graph::write_variant::<
                DirectoryObject,
            >(<Group as __graph::Struct>::fields(self), form, json)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<Unrecognized> for DirectoryObject {
        fn from(value: Unrecognized) -> Self {
            Self::Unrecognized(value)
        }
    }
    #[automatically_derived]
    impl __graph::IntoValue<DirectoryObject> for Unrecognized {
        type Kind = __graph::Something;
        fn write_value(
            &self,
            form: __graph::Form,
            json: &mut __graph::JsonText,
        ) -> ::core::result::Result<(), __graph::JsonError> {
            __graph::write_variant::<
                DirectoryObject,
            >(<Unrecognized as __graph::Struct>::fields(self), form, json)
        }
    }
};
