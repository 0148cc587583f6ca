///Builder of a request that writes a [`r#Raw`]: a setter for each property that may be sent.
#[allow(deprecated, non_camel_case_types)]
#[must_use = "a builder does nothing until its request is sent"]
pub struct RawBuilder<__S>(::graph_entity::__private::Draft<r#Raw, __S>);
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
        odata_type: "#microsoft.graph.raw",
        flags: 0,
        names: &["type", "self", "match", "async"],
        kinds: &[0, 0, 0, 8],
        order: &[1, 0, 3, 2],
    };
    #[automatically_derived]
    impl __graph::Value for r#Raw {
        fn empty() -> Self {
            Self {
                r#type: __Property::empty(),
                self_: __Property::empty(),
                r#match: __Property::empty(),
                r#async: __Property::empty(),
            }
        }
        fn place(place: __graph::Place<'_, Self>) -> __graph::SlotMut<'_> {
            __graph::node(place)
        }
        fn get(&self) -> __graph::SlotRef<'_> {
            __graph::node_ref(self)
        }
    }
    #[automatically_derived]
    impl __graph::Fields for r#Raw {
        fn shape(&self) -> &'static __graph::Shape {
            &__SHAPE
        }
        fn slot(&mut self, index: ::core::primitive::usize) -> __graph::SlotMut<'_> {
            match index {
                0 => <String as __Property>::slot(&mut self.r#type),
                1 => <Option<i32> as __Property>::slot(&mut self.self_),
                2 => <Vec<i32> as __Property>::slot(&mut self.r#match),
                _ => <Option<String> as __Property>::slot(&mut self.r#async),
            }
        }
        fn each<'__a>(&'__a self, values: &mut dyn __graph::Values<'__a>) {
            <String as __Property>::give(&self.r#type, values);
            <Option<i32> as __Property>::give(&self.self_, values);
            <Vec<i32> as __Property>::give(&self.r#match, values);
            <Option<String> as __Property>::give(&self.r#async, values);
        }
    }
    #[automatically_derived]
    impl __graph::Table for r#Raw {
        const SHAPE: &'static __graph::Shape = &__SHAPE;
    }
    #[automatically_derived]
    impl __graph::GraphEntity for r#Raw {
        type Version = __graph::ClientVersion;
        const COLLECTIONS: &'static [&'static ::core::primitive::str] = &[
            "raws/{type}/x",
        ];
    }
    #[automatically_derived]
    impl __graph::Serialize for r#Raw {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Written<__S> {
            __graph::write(self, serializer)
        }
    }
    #[automatically_derived]
    impl<'de> __graph::Deserialize<'de> for r#Raw {
        fn deserialize<__D: __graph::Deserializer<'de>>(
            deserializer: __D,
        ) -> __graph::ReadFrom<'de, Self, __D> {
            __graph::read(deserializer)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for r#Raw {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Formatter::debug_struct(f, "Raw")
                .field("type", &self.r#type)
                .field("self_", &self.self_)
                .field("match", &self.r#match)
                .field("async", &__graph::Hidden)
                .finish()
        }
    }
    impl r#Raw {
        ///The collection `raws/{type}/x`.
        pub fn in_type(r#type: impl ::core::fmt::Display) -> __graph::Collection<Self> {
            __graph::Collection::of_constructor("raws/{type}/x/{key}", &[&r#type])
        }
    }
    mod __property {
        pub struct r#type {}
    }
    #[automatically_derived]
    impl __graph::Build for r#Raw {
        type Builder<__S> = RawBuilder<__S>;
        type Required = __graph::Unset<__property::r#type, __graph::Complete>;
        fn builder<__S>(draft: __graph::Draft<Self, __S>) -> RawBuilder<__S> {
            RawBuilder(draft)
        }
    }
    #[automatically_derived]
    impl __graph::Create for r#Raw {}
    impl r#Raw {
        /// A builder of a value for a property of another builder.
        #[allow(dead_code)]
        pub fn draft() -> RawBuilder<
            __graph::Nested<<Self as __graph::Build>::Required>,
        > {
            __graph::nested::<Self>()
        }
    }
    #[automatically_derived]
    impl<__S> ::core::fmt::Debug for RawBuilder<__S> {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Debug::fmt(&self.0, f)
        }
    }
    impl<__S> RawBuilder<__S> {
        ///Sets `type`.
        pub fn r#type(
            self,
            value: impl __Sets<String>,
        ) -> RawBuilder<<__S as __graph::Put<__graph::First>>::Next>
        where
            __S: __graph::Put<__graph::First>,
        {
            RawBuilder(value.put(self.0, 0))
        }
        ///Sets `self`.
        pub fn self_(self, value: impl __Sets<Option<i32>>) -> Self {
            RawBuilder(value.put(self.0, 1))
        }
        ///Sets `match`.
        pub fn r#match(self, value: impl __Sets<Vec<i32>>) -> Self {
            RawBuilder(value.put(self.0, 2))
        }
        ///Sets `async`.
        pub fn r#async(self, value: impl __Sets<Option<String>>) -> Self {
            RawBuilder(value.put(self.0, 3))
        }
    }
    #[automatically_derived]
    impl<__S> ::core::ops::Deref for RawBuilder<__S> {
        type Target = __graph::Draft<r#Raw, __S>;
        fn deref(&self) -> &Self::Target {
            &self.0
        }
    }
    #[automatically_derived]
    impl<__V: __graph::Value, __S> __graph::IntoValue<__V> for RawBuilder<__S> {
        type Kind = __graph::Drafted<r#Raw, __S>;
        fn body(&self) -> ::core::option::Option<&__graph::Body> {
            ::core::option::Option::Some(self.0.body())
        }
    }
};
