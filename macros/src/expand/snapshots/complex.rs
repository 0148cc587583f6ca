///Builder of a request that writes a [`ItemBody`]: a setter for each property that may be sent.
#[allow(deprecated, non_camel_case_types)]
#[must_use = "a builder does nothing until its request is sent"]
pub struct ItemBodyBuilder<__S>(::graph_entity::__private::Draft<ItemBody, __S>);
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
        odata_type: "#microsoft.graph.itemBody",
        flags: 1,
        names: &["content", "contentType"],
        kinds: &[0, 0],
        order: &[0, 1],
    };
    #[automatically_derived]
    impl __graph::Value for ItemBody {
        fn empty() -> Self {
            Self {
                content: __Property::empty(),
                content_type: __Property::empty(),
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
    impl __graph::Fields for ItemBody {
        fn shape(&self) -> &'static __graph::Shape {
            &__SHAPE
        }
        fn slot(&mut self, index: ::core::primitive::usize) -> __graph::SlotMut<'_> {
            match index {
                0 => <String as __Property>::slot(&mut self.content),
                _ => <Option<BodyType> as __Property>::slot(&mut self.content_type),
            }
        }
        fn each<'__a>(&'__a self, values: &mut dyn __graph::Values<'__a>) {
            <String as __Property>::give(&self.content, values);
            <Option<BodyType> as __Property>::give(&self.content_type, values);
        }
    }
    #[automatically_derived]
    impl __graph::Table for ItemBody {
        const SHAPE: &'static __graph::Shape = &__SHAPE;
    }
    #[automatically_derived]
    impl __graph::GraphComplex for ItemBody {}
    #[automatically_derived]
    impl __graph::Serialize for ItemBody {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Written<__S> {
            __graph::write(self, serializer)
        }
    }
    #[automatically_derived]
    impl<'de> __graph::Deserialize<'de> for ItemBody {
        fn deserialize<__D: __graph::Deserializer<'de>>(
            deserializer: __D,
        ) -> __graph::ReadFrom<'de, Self, __D> {
            __graph::read(deserializer)
        }
    }
    mod __property {
        pub struct content {}
    }
    #[automatically_derived]
    impl __graph::Build for ItemBody {
        type Builder<__S> = ItemBodyBuilder<__S>;
        type Required = __graph::Unset<__property::content, __graph::Complete>;
        fn builder<__S>(draft: __graph::Draft<Self, __S>) -> ItemBodyBuilder<__S> {
            ItemBodyBuilder(draft)
        }
    }
    impl ItemBody {
        /// A builder of a value for a property of another builder.
        #[allow(dead_code)]
        pub fn draft() -> ItemBodyBuilder<
            __graph::Nested<<Self as __graph::Build>::Required>,
        > {
            __graph::nested::<Self>()
        }
    }
    #[automatically_derived]
    impl<__S> ::core::fmt::Debug for ItemBodyBuilder<__S> {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Debug::fmt(&self.0, f)
        }
    }
    impl<__S> ItemBodyBuilder<__S> {
        ///Sets `content`.
        pub fn content(
            self,
            value: impl __Sets<String>,
        ) -> ItemBodyBuilder<<__S as __graph::Put<__graph::First>>::Next>
        where
            __S: __graph::Put<__graph::First>,
        {
            ItemBodyBuilder(value.put(self.0, 0))
        }
        ///Sets `contentType`.
        pub fn content_type(self, value: impl __Sets<Option<BodyType>>) -> Self {
            ItemBodyBuilder(value.put(self.0, 1))
        }
    }
    #[automatically_derived]
    impl<__S> ::core::ops::Deref for ItemBodyBuilder<__S> {
        type Target = __graph::Draft<ItemBody, __S>;
        fn deref(&self) -> &Self::Target {
            &self.0
        }
    }
    #[automatically_derived]
    impl<__V: __graph::Value, __S> __graph::IntoValue<__V> for ItemBodyBuilder<__S> {
        type Kind = __graph::Drafted<ItemBody, __S>;
        fn body(&self) -> ::core::option::Option<&__graph::Body> {
            ::core::option::Option::Some(self.0.body())
        }
    }
};
