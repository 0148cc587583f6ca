use graph_entity::GraphEntity;

struct User;

fn odata_type<T: GraphEntity>() -> &'static str {
    T::ODATA_TYPE
}

fn main() {
    let _ = odata_type::<User>();
}
