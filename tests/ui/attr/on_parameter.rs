use graph_entity::GraphEntity;

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user")]
struct User<#[graph(key)] T> {
    id: T,
}

fn main() {
    let _ = graph_entity::json::from_str::<User<String>>("{}");
}
