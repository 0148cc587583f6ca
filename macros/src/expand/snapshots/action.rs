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
        odata_type: "#",
        flags: 1,
        names: &["Message", "saveToSentItems", "type", "tags"],
        kinds: &[0, 0, 8, 0],
        order: &[3, 2, 0, 1],
    };
    #[automatically_derived]
    impl __graph::Value for SendMail {
        fn empty() -> Self {
            Self {
                message: __Property::empty(),
                save_to_sent_items: __Property::empty(),
                r#type: __Property::empty(),
                tags: <std::collections::BTreeSet<
                    String,
                > as __graph::SerdeField>::empty(),
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
    impl __graph::Fields for SendMail {
        fn shape(&self) -> &'static __graph::Shape {
            &__SHAPE
        }
        fn slot(&mut self, index: ::core::primitive::usize) -> __graph::SlotMut<'_> {
            match index {
                0 => <Message as __Property>::slot(&mut self.message),
                1 => <Option<bool> as __Property>::slot(&mut self.save_to_sent_items),
                2 => <Option<String> as __Property>::slot(&mut self.r#type),
                _ => {
                    <std::collections::BTreeSet<
                        String,
                    > as __graph::SerdeField>::slot(&mut self.tags)
                }
            }
        }
        fn each<'__a>(&'__a self, values: &mut dyn __graph::Values<'__a>) {
            <Message as __Property>::give(&self.message, values);
            <Option<bool> as __Property>::give(&self.save_to_sent_items, values);
            <Option<String> as __Property>::give(&self.r#type, values);
            <std::collections::BTreeSet<
                String,
            > as __graph::SerdeField>::give(&self.tags, values);
        }
    }
    #[automatically_derived]
    impl __graph::Table for SendMail {
        const SHAPE: &'static __graph::Shape = &__SHAPE;
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for SendMail {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Formatter::debug_struct(f, "SendMail")
                .field("message", &self.message)
                .field("save_to_sent_items", &self.save_to_sent_items)
                .field("type", &__graph::Hidden)
                .field("tags", &self.tags)
                .finish()
        }
    }
    #[automatically_derived]
    impl __graph::Operation for SendMail {
        const NAME: &'static ::core::primitive::str = "sendMail";
        const IS_FUNCTION: ::core::primitive::bool = false;
        type Returns = ();
    }
};
