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
        odata_type: "#",
        flags: 1,
        names: &[],
        kinds: &[],
        order: &[],
    };
    #[automatically_derived]
    impl __graph::Value for Delta {
        fn empty() -> Self {
            Self {}
        }
        fn place(place: __graph::Place<'_, Self>) -> __graph::SlotMut<'_> {
            __graph::node(place)
        }
        fn get(&self) -> __graph::SlotRef<'_> {
            __graph::node_ref(self)
        }
    }
    #[automatically_derived]
    impl __graph::Fields for Delta {
        fn shape(&self) -> &'static __graph::Shape {
            &__SHAPE
        }
        fn slot(&mut self, index: ::core::primitive::usize) -> __graph::SlotMut<'_> {
            match index {
                _ => ::core::unreachable!(),
            }
        }
        fn each<'__a>(&'__a self, values: &mut dyn __graph::Values<'__a>) {}
    }
    #[automatically_derived]
    impl __graph::Table for Delta {
        const SHAPE: &'static __graph::Shape = &__SHAPE;
    }
    #[automatically_derived]
    impl __graph::Operation for Delta {
        const NAME: &'static ::core::primitive::str = "microsoft.graph.delta";
        const IS_FUNCTION: ::core::primitive::bool = true;
        type Returns = Page<User>;
    }
};
