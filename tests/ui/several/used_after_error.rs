use graph_entity::{GraphClient, GraphEntity};

#[derive(Clone, GraphEntity)]
#[graph_entity(odata = "user", collection = "users")]
struct User {
    #[graph(key, read_only)]
    id: String,
    #[graph(requierd)]
    display_name: Option<String>,
}

async fn create(client: &GraphClient) -> Result<User, graph_entity::Error> {
    let user = User::collection().create().display_name("Ada").send(client).await?;
    User::collection().item(&user.id).get().send(client).await
}

fn main() {
    let _ = create;
    let text = serde_json::to_string(&graph_entity::json::from_str::<User>("{}").unwrap()).unwrap();
    let _: User = serde_json::from_str(&text).unwrap();
    let _ = <User as GraphEntity>::ODATA_TYPE;
}
