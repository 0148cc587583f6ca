///Builder of a request that writes a [`User`]: a setter for each property that may be sent.
#[allow(deprecated, non_camel_case_types)]
#[must_use = "a builder does nothing until its request is sent"]
pub(crate) struct UserBuilder<__S>(crate::facade::graph::__private::Draft<User, __S>);
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
    clippy::return_self_not_must_use
)]
const _: () = {
    use crate::facade::graph::__private::{
        self as __graph, Property as __Property, Sets as __Sets,
    };
    static __SHAPE: __graph::Shape = __graph::Shape {
        odata_type: "#microsoft.graph.user",
        flags: 3,
        names: &[
            "id",
            "displayName",
            "Mail",
            "count",
            "password",
            "tags",
            "managers",
            "@odata.etag",
        ],
        kinds: &[33, 0, 0, 4, 10, 0, 0, 16],
        order: &[7, 2, 3, 1, 0, 6, 4, 5],
    };
    #[automatically_derived]
    impl __graph::Value for User {
        fn empty() -> Self {
            Self {
                id: __Property::empty(),
                display_name: __Property::empty(),
                mail: __Property::empty(),
                count: __Property::empty(),
                password: __Property::empty(),
                tags: <Option<
                    std::collections::BTreeSet<String>,
                > as __graph::SerdeField>::empty(),
                managers: __Property::empty(),
                etag: __Property::empty(),
                kind: ::core::default::Default::default(),
                extra: ::core::default::Default::default(),
            }
        }
        fn place(place: __graph::Place<'_, Self>) -> __graph::SlotMut<'_> {
            __graph::node(place)
        }
        fn get(&self) -> __graph::SlotRef<'_> {
            __graph::SlotRef::Node(self)
        }
    }
    #[automatically_derived]
    impl __graph::Fields for User {
        fn shape(&self) -> &'static __graph::Shape {
            &__SHAPE
        }
        fn slot(&mut self, index: ::core::primitive::usize) -> __graph::SlotMut<'_> {
            match index {
                0 => <String as __Property>::slot(&mut self.id),
                1 => <String as __Property>::slot(&mut self.display_name),
                2 => <Option<String> as __Property>::slot(&mut self.mail),
                3 => <i32 as __Property>::slot(&mut self.count),
                4 => <Option<String> as __Property>::slot(&mut self.password),
                5 => {
                    <Option<
                        std::collections::BTreeSet<String>,
                    > as __graph::SerdeField>::slot(&mut self.tags)
                }
                6 => <Vec<User> as __Property>::slot(&mut self.managers),
                _ => <Option<String> as __Property>::slot(&mut self.etag),
            }
        }
        fn get(&self, index: ::core::primitive::usize) -> __graph::SlotRef<'_> {
            match index {
                0 => <String as __Property>::get(&self.id),
                1 => <String as __Property>::get(&self.display_name),
                2 => <Option<String> as __Property>::get(&self.mail),
                3 => <i32 as __Property>::get(&self.count),
                4 => <Option<String> as __Property>::get(&self.password),
                5 => {
                    <Option<
                        std::collections::BTreeSet<String>,
                    > as __graph::SerdeField>::get(&self.tags)
                }
                6 => <Vec<User> as __Property>::get(&self.managers),
                _ => <Option<String> as __Property>::get(&self.etag),
            }
        }
        fn extra(&self) -> ::core::option::Option<&__graph::Extra> {
            ::core::option::Option::Some(&self.extra)
        }
        fn extra_mut(&mut self) -> ::core::option::Option<&mut __graph::Extra> {
            ::core::option::Option::Some(&mut self.extra)
        }
        fn kept_type(
            &self,
        ) -> ::core::option::Option<&::core::option::Option<__graph::String>> {
            ::core::option::Option::Some(&self.kind)
        }
        fn kept_type_mut(
            &mut self,
        ) -> ::core::option::Option<&mut ::core::option::Option<__graph::String>> {
            ::core::option::Option::Some(&mut self.kind)
        }
    }
    #[automatically_derived]
    impl __graph::GraphEntity for User {
        const ODATA_TYPE: &'static ::core::primitive::str = "microsoft.graph.user";
        const VERSION: ::core::option::Option<&'static ::core::primitive::str> = ::core::option::Option::Some(
            "beta",
        );
        const COLLECTIONS: &'static [&'static ::core::primitive::str] = &[
            "users",
            "groups/{id}/members/{user-id}",
        ];
        fn table() -> &'static __graph::Shape {
            &__SHAPE
        }
    }
    #[automatically_derived]
    impl __graph::Serialize for User {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> ::core::result::Result<
            <__S as __graph::Serializer>::Ok,
            <__S as __graph::Serializer>::Error,
        > {
            __graph::write(self, serializer)
        }
    }
    #[automatically_derived]
    impl<'de> __graph::Deserialize<'de> for User {
        fn deserialize<__D: __graph::Deserializer<'de>>(
            deserializer: __D,
        ) -> ::core::result::Result<Self, <__D as __graph::Deserializer<'de>>::Error> {
            __graph::read(deserializer)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for User {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Formatter::debug_struct(f, "User")
                .field("id", &self.id)
                .field("display_name", &self.display_name)
                .field("mail", &self.mail)
                .field("count", &self.count)
                .field("password", &__graph::Hidden)
                .field("tags", &self.tags)
                .field("managers", &self.managers)
                .field("etag", &self.etag)
                .field("kind", &self.kind)
                .field("extra", &self.extra)
                .finish()
        }
    }
    impl User {
        ///The collection `users`.
        pub(crate) fn collection() -> __graph::Collection<Self> {
            __graph::Collection::at("users", &[])
        }
        ///The collection `groups/{id}/members/{user-id}`.
        pub(crate) fn in_members(
            group_id: impl ::core::fmt::Display,
            user_id: impl ::core::fmt::Display,
        ) -> __graph::Collection<Self> {
            __graph::Collection::at(
                "groups/{id}/members/{user-id}",
                &[&group_id, &user_id],
            )
        }
    }
    mod __property {
        pub struct display_name {}
        pub struct mail {}
    }
    #[automatically_derived]
    impl __graph::Create for User {
        type Builder = UserBuilder<
            __graph::Unset<
                __property::display_name,
                __graph::Unset<__property::mail, __graph::Complete>,
            >,
        >;
        fn builder(target: __graph::Target) -> Self::Builder {
            UserBuilder(__graph::Draft::new(target))
        }
    }
    #[automatically_derived]
    impl<__S> ::core::fmt::Debug for UserBuilder<__S> {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Debug::fmt(&self.0, f)
        }
    }
    impl<__S> UserBuilder<__S> {
        ///Sets `displayName`.
        pub fn display_name(
            self,
            value: impl __Sets<String>,
        ) -> UserBuilder<<__S as __graph::Put<__graph::First>>::Next>
        where
            __S: __graph::Put<__graph::First>,
        {
            UserBuilder(value.put(self.0, 1))
        }
        /// Set it.
        #[deprecated]
        pub fn mail(
            self,
            value: impl __Sets<Option<String>>,
        ) -> UserBuilder<<__S as __graph::Put<__graph::Next<__graph::First>>>::Next>
        where
            __S: __graph::Put<__graph::Next<__graph::First>>,
        {
            UserBuilder(value.put(self.0, 2))
        }
        ///Sets `count`.
        pub fn count(self, value: impl __Sets<i32>) -> Self {
            UserBuilder(value.put(self.0, 3))
        }
        ///Sets `password`.
        pub fn password(self, value: impl __Sets<Option<String>>) -> Self {
            UserBuilder(value.put(self.0, 4))
        }
        ///Sets `tags`.
        pub fn tags(
            self,
            value: impl __graph::SetsSerde<std::collections::BTreeSet<String>>,
        ) -> Self {
            UserBuilder(value.put(self.0, 5))
        }
        ///Sets `managers`.
        pub fn managers(self, value: impl __Sets<Vec<User>>) -> Self {
            UserBuilder(value.put(self.0, 6))
        }
    }
    #[automatically_derived]
    impl<__S> ::core::ops::Deref for UserBuilder<__S> {
        type Target = __graph::Draft<User, __S>;
        fn deref(&self) -> &Self::Target {
            &self.0
        }
    }
};
