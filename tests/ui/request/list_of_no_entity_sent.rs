use graph_entity::{Collection, Error, GraphClient, HttpClient};

struct User;

async fn list(client: &GraphClient<impl HttpClient>) -> Result<(), Error> {
    let page = Collection::<User>::at("users", &[]).list().send(client).await?;
    println!("{}", page.items.len());
    Ok(())
}

fn main() {}
