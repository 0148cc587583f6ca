///Builder of a request that writes a [`Room`]: a setter for each property that may be sent.
#[allow(deprecated, non_camel_case_types)]
#[must_use = "a builder does nothing until its request is sent"]
pub struct RoomBuilder<__S>(::graph_entity::__private::Draft<Room, __S>);
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
    const __BASE: &__graph::Shape = <Place as __graph::Struct>::TABLE;
    static __SHAPE: __graph::Shape = __graph::Shape {
        odata_type: "#microsoft.graph.room",
        flags: 0,
        names: &__graph::base::names::<
            { __BASE.names.len() + 2usize },
        >(__BASE, &["capacity", "building"]),
        kinds: &__graph::base::kinds::<{ __BASE.names.len() + 2usize }>(__BASE, &[0, 0]),
        order: &__graph::base::order::<
            { __BASE.names.len() + 2usize },
        >(__BASE, &["capacity", "building"], &[1, 0]),
    };
    #[automatically_derived]
    impl __graph::Value for Room {
        fn empty() -> Self {
            Self {
                place: <Place as __graph::Struct>::start(),
                capacity: __Property::empty(),
                building: __Property::empty(),
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
    impl __graph::Fields for Room {
        fn shape(&self) -> &'static __graph::Shape {
            &__SHAPE
        }
        fn slot(&mut self, index: ::core::primitive::usize) -> __graph::SlotMut<'_> {
            let ::core::option::Option::Some(index) = index
                .checked_sub(__BASE.names.len()) else {
                return <Place as __graph::Struct>::fields_mut(&mut self.place)
                    .slot(index);
            };
            match index {
                0 => <i32 as __Property>::slot(&mut self.capacity),
                _ => <Option<String> as __Property>::slot(&mut self.building),
            }
        }
        fn each<'__a>(&'__a self, values: &mut dyn __graph::Values<'__a>) {
            <Place as __graph::Struct>::fields(&self.place).each(values);
            <i32 as __Property>::give(&self.capacity, values);
            <Option<String> as __Property>::give(&self.building, values);
        }
        fn extra(&self) -> ::core::option::Option<&__graph::Extra> {
            <Place as __graph::Struct>::fields(&self.place).extra()
        }
        fn extra_mut(&mut self) -> ::core::option::Option<&mut __graph::Extra> {
            <Place as __graph::Struct>::fields_mut(&mut self.place).extra_mut()
        }
        fn kept_type(
            &self,
        ) -> ::core::option::Option<&::core::option::Option<__graph::String>> {
            <Place as __graph::Struct>::fields(&self.place).kept_type()
        }
        fn kept_type_mut(
            &mut self,
        ) -> ::core::option::Option<&mut ::core::option::Option<__graph::String>> {
            <Place as __graph::Struct>::fields_mut(&mut self.place).kept_type_mut()
        }
    }
    #[automatically_derived]
    impl __graph::Table for Room {
        const SHAPE: &'static __graph::Shape = &__SHAPE;
    }
    #[automatically_derived]
    impl __graph::GraphEntity for Room {
        type Version = __graph::ClientVersion;
        const COLLECTIONS: &'static [&'static ::core::primitive::str] = &["rooms"];
    }
    #[automatically_derived]
    impl __graph::Serialize for Room {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Written<__S> {
            __graph::write(self, serializer)
        }
    }
    #[automatically_derived]
    impl<'de> __graph::Deserialize<'de> for Room {
        fn deserialize<__D: __graph::Deserializer<'de>>(
            deserializer: __D,
        ) -> __graph::ReadFrom<'de, Self, __D> {
            __graph::read(deserializer)
        }
    }
    impl Room {
        ///The collection `rooms`.
        pub fn collection() -> __graph::Collection<Self> {
            __graph::Collection::of_constructor("rooms/{key}", &[])
        }
    }
    mod __property {
        pub struct place {}
        pub struct capacity {}
    }
    #[automatically_derived]
    impl __graph::Build for Room {
        type Builder<__S> = RoomBuilder<__S>;
        type Required = <<Place as __graph::Build>::Required as __graph::State>::Base<
            __property::place,
            __graph::Unset<__property::capacity, __graph::Complete>,
        >;
        fn builder<__S>(draft: __graph::Draft<Self, __S>) -> RoomBuilder<__S> {
            RoomBuilder(draft)
        }
    }
    #[automatically_derived]
    impl __graph::Create for Room {}
    impl Room {
        /// A builder of a value for a property of another builder.
        #[allow(dead_code)]
        pub fn draft() -> RoomBuilder<
            __graph::Nested<<Self as __graph::Build>::Required>,
        > {
            __graph::nested::<Self>()
        }
    }
    #[automatically_derived]
    impl<__S> ::core::fmt::Debug for RoomBuilder<__S> {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Debug::fmt(&self.0, f)
        }
    }
    impl<__S> RoomBuilder<__S> {
        ///Sets what a draft or a value of the base type holds.
        pub fn place(
            self,
            value: impl __Sets<Place>,
        ) -> RoomBuilder<<__S as __graph::Put<__graph::First>>::Next>
        where
            __S: __graph::Put<__graph::First>,
        {
            RoomBuilder(value.put_base(self.0))
        }
        ///Sets `capacity`.
        pub fn capacity(
            self,
            value: impl __Sets<i32>,
        ) -> RoomBuilder<<__S as __graph::Put<__graph::Next<__graph::First>>>::Next>
        where
            __S: __graph::Put<__graph::Next<__graph::First>>,
        {
            RoomBuilder(value.put(self.0, __BASE.names.len() + 0))
        }
        ///Sets `building`.
        pub fn building(self, value: impl __Sets<Option<String>>) -> Self {
            RoomBuilder(value.put(self.0, __BASE.names.len() + 1))
        }
    }
    #[automatically_derived]
    impl<__S> ::core::ops::Deref for RoomBuilder<__S> {
        type Target = __graph::Draft<Room, __S>;
        fn deref(&self) -> &Self::Target {
            &self.0
        }
    }
    #[automatically_derived]
    impl<__V: __graph::Value, __S> __graph::IntoValue<__V> for RoomBuilder<__S> {
        type Kind = __graph::Drafted<Room, __S>;
        fn body(&self) -> ::core::option::Option<&__graph::Body> {
            ::core::option::Option::Some(self.0.body())
        }
    }
};
