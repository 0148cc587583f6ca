use graph_entity::GraphComplex;

struct Body {
    content: String,
}

fn name<T: GraphComplex>() -> &'static str {
    T::ODATA_TYPE
}

fn main() {
    let _ = Body { content: String::new() }.content;
    let _ = name::<Body>();
}
