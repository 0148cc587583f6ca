///Builder of a request that writes a [`Team`]: a setter for each property that may be sent.
#[allow(deprecated, non_camel_case_types)]
#[must_use = "a builder does nothing until its request is sent"]
struct TeamBuilder<__S>(::graph_entity::__private::Draft<Team, __S>);
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
        odata_type: "#microsoft.graph.team",
        flags: 0,
        names: &["id"],
        kinds: &[0],
        order: &[0],
    };
    #[automatically_derived]
    impl __graph::Value for Team {
        fn empty() -> Self {
            Self { id: __Property::empty() }
        }
        fn place(place: __graph::Place<'_, Self>) -> __graph::SlotMut<'_> {
            __graph::node(place)
        }
        fn get(&self) -> __graph::SlotRef<'_> {
            __graph::node_ref(self)
        }
    }
    #[automatically_derived]
    impl __graph::Fields for Team {
        fn shape(&self) -> &'static __graph::Shape {
            &__SHAPE
        }
        fn slot(&mut self, index: ::core::primitive::usize) -> __graph::SlotMut<'_> {
            match index {
                _ => <String as __Property>::slot(&mut self.id),
            }
        }
        fn each<'__a>(&'__a self, values: &mut dyn __graph::Values<'__a>) {
            <String as __Property>::give(&self.id, values);
        }
    }
    #[automatically_derived]
    impl __graph::Table for Team {
        const SHAPE: &'static __graph::Shape = &__SHAPE;
    }
    #[automatically_derived]
    impl __graph::GraphEntity for Team {
        type Version = __graph::ClientVersion;
    }
    #[automatically_derived]
    impl __graph::Serialize for Team {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Written<__S> {
            __graph::write(self, serializer)
        }
    }
    #[automatically_derived]
    impl<'de> __graph::Deserialize<'de> for Team {
        fn deserialize<__D: __graph::Deserializer<'de>>(
            deserializer: __D,
        ) -> __graph::ReadFrom<'de, Self, __D> {
            __graph::read(deserializer)
        }
    }
    mod __property {
        pub struct id {}
    }
    #[automatically_derived]
    impl __graph::Build for Team {
        type Builder<__S> = TeamBuilder<__S>;
        type Required = __graph::Unset<__property::id, __graph::Complete>;
        fn builder<__S>(draft: __graph::Draft<Self, __S>) -> TeamBuilder<__S> {
            TeamBuilder(draft)
        }
    }
    #[automatically_derived]
    impl __graph::Create for Team {}
    impl Team {
        /// A builder of a value for a property of another builder.
        #[allow(dead_code)]
        fn draft() -> TeamBuilder<__graph::Nested<<Self as __graph::Build>::Required>> {
            __graph::nested::<Self>()
        }
    }
    #[automatically_derived]
    impl<__S> ::core::fmt::Debug for TeamBuilder<__S> {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Debug::fmt(&self.0, f)
        }
    }
    impl<__S> TeamBuilder<__S> {
        ///Sets `id`.
        pub fn id(
            self,
            value: impl __Sets<String>,
        ) -> TeamBuilder<<__S as __graph::Put<__graph::First>>::Next>
        where
            __S: __graph::Put<__graph::First>,
        {
            TeamBuilder(value.put(self.0, 0))
        }
    }
    #[automatically_derived]
    impl<__S> ::core::ops::Deref for TeamBuilder<__S> {
        type Target = __graph::Draft<Team, __S>;
        fn deref(&self) -> &Self::Target {
            &self.0
        }
    }
    #[automatically_derived]
    impl<__V: __graph::Value, __S> __graph::IntoValue<__V> for TeamBuilder<__S> {
        type Kind = __graph::Drafted<Team, __S>;
        fn body(&self) -> ::core::option::Option<&__graph::Body> {
            ::core::option::Option::Some(self.0.body())
        }
    }
};
