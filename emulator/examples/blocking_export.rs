//! Exports a long list without async, and goes on where it stopped: each run takes three pages and keeps the link to the
//! next one in a file.
//!
//! ```text
//! cargo run --example blocking_export
//! ```

use std::error::Error;
use std::fs;
use std::path::Path;

use graph_entity::transport::UreqClient;
use graph_entity::{GraphClient, GraphEntity, NextLink};
use graph_entity_emulator::{Emulator, Server};
use serde_json::json;

/// A message, or what is exported of it.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.message", collection = "me/messages")]
pub struct Message {
    /// Key of the message.
    #[graph(key, read_only)]
    pub id: String,
    /// Its subject.
    pub subject: Option<String>,
}

const PAGES_A_RUN: usize = 3;

/// Takes a few pages and says how many messages there were. After the last page there is no state left.
fn run(client: &GraphClient<UreqClient>, state: &Path) -> Result<usize, Box<dyn Error>> {
    let mut pages = match fs::read_to_string(state) {
        Ok(saved) => serde_json::from_str::<NextLink<Message>>(&saved)?.iter_pages(client),
        Err(_) => Message::collection().list().max_page_size(100).iter_pages(client),
    };
    let mut count = 0;
    for page in pages.by_ref().take(PAGES_A_RUN) {
        let page = page?;
        count += page.items().len();
        // Kept after the page has been dealt with: a run that breaks off here does it once more.
        match page.next_link() {
            Some(link) => fs::write(state, serde_json::to_string(link)?)?,
            None => drop(fs::remove_file(state)),
        }
    }
    Ok(count)
}

fn main() -> Result<(), Box<dyn Error>> {
    let server = start_emulator()?;
    let client = GraphClient::builder(UreqClient::new()).base_url(server.url()).token("any").build()?;
    let state = std::env::temp_dir().join(format!("blocking-export-{}.json", std::process::id()));
    drop(fs::remove_file(&state));

    let mut total = 0;
    loop {
        let count = run(&client, &state)?;
        total += count;
        println!("a run exported {count} messages, {total} so far");
        if !state.exists() {
            break;
        }
    }
    assert_eq!(total, 1_000);
    Ok(())
}

fn start_emulator() -> Result<Server, Box<dyn Error>> {
    let message = |index| json!({"id": format!("m{index}"), "subject": format!("Message {index}")});
    let server = Emulator::builder().generated("v1.0", "me/messages", 1_000, message).try_build()?.serve()?;
    println!("emulator on {}\n", server.url());
    Ok(server)
}
