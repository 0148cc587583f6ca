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
    clippy::return_self_not_must_use,
    clippy::self_named_constructors
)]
const _: () = {
    use crate::facade::graph::__private::{
        self as __graph, Property as __Property, Sets as __Sets,
    };
    static __SHAPE: __graph::Shape = __graph::Shape {
        odata_type: "#microsoft.graph.user",
        flags: 7,
        names: &[
            "id",
            "displayName",
            "Mail",
            "count",
            "password",
            "tags",
            "managers",
            "employeeId",
            "directReports",
            "owner@odata.bind",
            "@contoso.rank",
            "directReports@odata.count",
            "@odata.etag",
        ],
        kinds: &[161, 0, 0, 4, 10, 0, 0, 128, 192, 2, 2, 16, 16],
        order: &[0, 2, 5, 3, 6, 4, 7, 12, 1, 10, 8, 9, 11],
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
                employee_id: __Property::empty(),
                direct_reports: __Property::empty(),
                owner_url: __Property::empty(),
                rank: __Property::empty(),
                direct_reports_count: __Property::empty(),
                etag: __Property::empty(),
                kind: ::core::default::Default::default(),
                extra: ::core::default::Default::default(),
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
                7 => <Option<String> as __Property>::slot(&mut self.employee_id),
                8 => <Vec<User> as __Property>::slot(&mut self.direct_reports),
                9 => <Option<String> as __Property>::slot(&mut self.owner_url),
                10 => <Option<i32> as __Property>::slot(&mut self.rank),
                11 => <Option<i64> as __Property>::slot(&mut self.direct_reports_count),
                _ => <Option<String> as __Property>::slot(&mut self.etag),
            }
        }
        fn each<'__a>(&'__a self, values: &mut dyn __graph::Values<'__a>) {
            <String as __Property>::give(&self.id, values);
            <String as __Property>::give(&self.display_name, values);
            <Option<String> as __Property>::give(&self.mail, values);
            <i32 as __Property>::give(&self.count, values);
            <Option<String> as __Property>::give(&self.password, values);
            <Option<
                std::collections::BTreeSet<String>,
            > as __graph::SerdeField>::give(&self.tags, values);
            <Vec<User> as __Property>::give(&self.managers, values);
            <Option<String> as __Property>::give(&self.employee_id, values);
            <Vec<User> as __Property>::give(&self.direct_reports, values);
            <Option<String> as __Property>::give(&self.owner_url, values);
            <Option<i32> as __Property>::give(&self.rank, values);
            <Option<i64> as __Property>::give(&self.direct_reports_count, values);
            <Option<String> as __Property>::give(&self.etag, values);
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
    impl __graph::Table for User {
        const SHAPE: &'static __graph::Shape = &__SHAPE;
    }
    #[automatically_derived]
    impl __graph::GraphEntity for User {
        type Version = __graph::Beta;
        const COLLECTIONS: &'static [&'static ::core::primitive::str] = &[
            "users",
            "groups/{id}/members/{user-id}",
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
                .field("employee_id", &self.employee_id)
                .field("direct_reports", &self.direct_reports)
                .field("owner_url", &self.owner_url)
                .field("rank", &self.rank)
                .field("direct_reports_count", &self.direct_reports_count)
                .field("etag", &self.etag)
                .field("kind", &self.kind)
                .field("extra", &self.extra)
                .finish()
        }
    }
    impl User {
        ///The collection `users`.
        pub(crate) fn collection() -> __graph::Collection<Self, __graph::Beta> {
            __graph::Collection::of_constructor("users/{key}", &[])
        }
        ///The collection `groups/{id}/members/{user-id}`.
        pub(crate) fn in_members(
            group_id: impl ::core::fmt::Display,
            user_id: impl ::core::fmt::Display,
        ) -> __graph::Collection<Self, __graph::Beta> {
            __graph::Collection::of_constructor(
                "groups/{id}/members/{user-id}/{key}",
                &[&group_id, &user_id],
            )
        }
        ///The single instance `me`.
        pub(crate) fn me() -> __graph::Item<Self, __graph::Beta> {
            __graph::Item::of_constructor("me", &[])
        }
        ///The single instance `users/{id}/manager`.
        pub(crate) fn manager_of(
            user_id: impl ::core::fmt::Display,
        ) -> __graph::Item<Self, __graph::Beta> {
            __graph::Item::of_constructor("users/{id}/manager", &[&user_id])
        }
    }
    mod __property {
        pub struct display_name {}
        pub struct mail {}
    }
    #[automatically_derived]
    impl __graph::Build for User {
        type Builder<__S> = UserBuilder<__S>;
        type Required = __graph::Unset<
            __property::display_name,
            __graph::Unset<__property::mail, __graph::Complete>,
        >;
        fn builder<__S>(draft: __graph::Draft<Self, __S>) -> UserBuilder<__S> {
            UserBuilder(draft)
        }
    }
    #[automatically_derived]
    impl __graph::Create for User {}
    impl User {
        /// A builder of a value for a property of another builder.
        #[allow(dead_code)]
        pub(crate) fn draft() -> UserBuilder<
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
        ///Sets `employeeId`.
        pub fn employee_id(self, value: impl __Sets<Option<String>>) -> Self
        where
            __S: __graph::Creating,
        {
            UserBuilder(value.put(self.0, 7))
        }
        /// Those it leads.
        pub fn direct_reports(self, value: impl __Sets<Vec<User>>) -> Self
        where
            __S: __graph::Creating,
        {
            UserBuilder(value.put(self.0, 8))
        }
        ///Sets `owner@odata.bind`.
        pub fn owner_url(self, value: impl __Sets<Option<String>>) -> Self {
            UserBuilder(value.put(self.0, 9))
        }
        ///Sets `@contoso.rank`.
        pub fn rank(self, value: impl __Sets<Option<i32>>) -> Self {
            UserBuilder(value.put(self.0, 10))
        }
        ///Sets properties that the struct does not name.
        pub fn extra(self, value: impl ::core::convert::Into<__graph::Extra>) -> Self {
            UserBuilder(self.0.put_extra(value))
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
