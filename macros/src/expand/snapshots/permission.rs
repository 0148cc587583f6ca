///Builder of a request that writes a [`User`]: a setter for each property that may be sent.
#[allow(deprecated, non_camel_case_types)]
#[must_use = "a builder does nothing until its request is sent"]
pub struct UserBuilder<__S>(::graph_entity::__private::Draft<User, __S>);
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
        odata_type: "#microsoft.graph.user",
        flags: 0,
        names: &["id"],
        kinds: &[0],
        order: &[0],
    };
    #[automatically_derived]
    impl __graph::Value for User {
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
    impl __graph::Fields for User {
        fn shape(&self) -> &'static __graph::Shape {
            &__SHAPE
        }
        fn slot(&mut self, index: ::core::primitive::usize) -> __graph::SlotMut<'_> {
            match index {
                _ => <Option<String> as __Property>::slot(&mut self.id),
            }
        }
        fn each<'__a>(&'__a self, values: &mut dyn __graph::Values<'__a>) {
            <Option<String> as __Property>::give(&self.id, values);
        }
    }
    #[automatically_derived]
    impl __graph::Table for User {
        const SHAPE: &'static __graph::Shape = &__SHAPE;
    }
    #[automatically_derived]
    impl __graph::GraphEntity for User {
        type Version = __graph::ClientVersion;
        const COLLECTIONS: &'static [&'static ::core::primitive::str] = &[
            "users",
            "groups/{id}/members",
        ];
    }
    #[automatically_derived]
    impl __graph::Serialize for User {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Written<__S> {
            __graph::write(self, serializer)
        }
    }
    #[automatically_derived]
    impl<'de> __graph::Deserialize<'de> for User {
        fn deserialize<__D: __graph::Deserializer<'de>>(
            deserializer: __D,
        ) -> __graph::ReadFrom<'de, Self, __D> {
            __graph::read(deserializer)
        }
    }
    const __PERMISSIONS: &__graph::Permissions = &__graph::Permissions {
        list: ::core::option::Option::Some(
            __graph::LeastScopes::of_key(&["User.ReadBasic.All"], &["User.Read.All"]),
        ),
        delete: ::core::option::Option::Some(
            __graph::LeastScopes::of_key(&["User.DeleteAll"], &["User.DeleteAll"]),
        ),
        ..__graph::Permissions::NONE
    };
    impl User {
        ///The collection `users`.
        pub fn collection() -> __graph::Collection<Self> {
            __graph::Collection::of_constructor("users/{key}", &[])
                .with_permissions(__PERMISSIONS)
        }
        ///The collection `groups/{id}/members`.
        pub fn in_group(
            group_id: impl ::core::fmt::Display,
        ) -> __graph::Collection<Self> {
            __graph::Collection::of_constructor(
                    "groups/{id}/members/{key}",
                    &[&group_id],
                )
                .with_permissions(const {
                    &__graph::Permissions {
                        list: ::core::option::Option::Some(
                            __graph::LeastScopes::of_key(
                                &["GroupMember.Read.All"],
                                &["GroupMember.Read.All"],
                            ),
                        ),
                        delete: ::core::option::Option::Some(
                            __graph::LeastScopes::of_key(
                                &["User.DeleteAll"],
                                &["User.DeleteAll"],
                            ),
                        ),
                        ..__graph::Permissions::NONE
                    }
                })
        }
        ///The single instance `me`.
        pub fn me() -> __graph::Item<Self> {
            __graph::Item::of_constructor("me", &[])
                .with_permissions(const {
                    &__graph::Permissions {
                        get: ::core::option::Option::Some(
                            __graph::LeastScopes::of_key(&["User.Read"], &[]),
                        ),
                        list: ::core::option::Option::Some(
                            __graph::LeastScopes::of_key(
                                &["User.ReadBasic.All"],
                                &["User.Read.All"],
                            ),
                        ),
                        update: ::core::option::Option::Some(
                            __graph::LeastScopes::of_key(
                                &["A.ReadWrite", "B.Read"],
                                &["A.ReadWrite", "B.Read"],
                            ),
                        ),
                        delete: ::core::option::Option::Some(
                            __graph::LeastScopes::of_key(
                                &["User.DeleteAll"],
                                &["User.DeleteAll"],
                            ),
                        ),
                        ..__graph::Permissions::NONE
                    }
                })
        }
    }
    mod __property {}
    #[automatically_derived]
    impl __graph::Build for User {
        type Builder<__S> = UserBuilder<__S>;
        type Required = __graph::Complete;
        fn builder<__S>(draft: __graph::Draft<Self, __S>) -> UserBuilder<__S> {
            UserBuilder(draft)
        }
    }
    #[automatically_derived]
    impl __graph::Create for User {}
    impl User {
        /// A builder of a value for a property of another builder.
        #[allow(dead_code)]
        pub fn draft() -> UserBuilder<
            __graph::Nested<<Self as __graph::Build>::Required>,
        > {
            __graph::nested::<Self>()
        }
    }
    #[automatically_derived]
    impl<__S> ::core::fmt::Debug for UserBuilder<__S> {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Debug::fmt(&self.0, f)
        }
    }
    impl<__S> UserBuilder<__S> {
        ///Sets `id`.
        pub fn id(self, value: impl __Sets<Option<String>>) -> Self {
            UserBuilder(value.put(self.0, 0))
        }
    }
    #[automatically_derived]
    impl<__S> ::core::ops::Deref for UserBuilder<__S> {
        type Target = __graph::Draft<User, __S>;
        fn deref(&self) -> &Self::Target {
            &self.0
        }
    }
    #[automatically_derived]
    impl<__V: __graph::Value, __S> __graph::IntoValue<__V> for UserBuilder<__S> {
        type Kind = __graph::Drafted<User, __S>;
        fn body(&self) -> ::core::option::Option<&__graph::Body> {
            ::core::option::Option::Some(self.0.body())
        }
    }
};
