//! What a user of graph-entity writes.

use graph_entity::{Error, GraphClient, GraphEntity, HttpClient};

/// A book on a shelf.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "contoso.library.book", collection = "shelves/{shelfId}/books")]
pub struct Book {
    /// The service sets it.
    #[graph(key, read_only)]
    pub id: String,
    /// What it is called.
    pub title: String,
    /// In euros.
    pub price: Option<f64>,
    /// Over the counter.
    pub sold: Option<i64>,
}

/// Puts a book on a shelf.
pub async fn shelve<H: HttpClient>(client: &GraphClient<H>, shelf: &str, title: &str) -> Result<Book, Error> {
    Book::in_shelf(shelf).create().title(title).send(client).await
}
