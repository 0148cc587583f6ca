//! Every fault of the emulator with every operation, over both transports: what was asked and stored, by the emulator's own
//! word. `table.txt`, `batches.txt`, `uploads.txt` and `monitors.txt` have the outcomes; `UPDATE_EXPECT=1` writes them.

mod batches;
mod cell;
mod client;
mod facts;
mod log;
mod monitors;
mod operation;
mod pooled;
mod predict;
mod raw;
mod rows;
mod sheet;
mod table;
mod tokens;
mod trouble;
mod uploads;
mod waits;
mod world;

use graph_entity::GraphEntity;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct User {
    #[graph(key, read_only)]
    id: String,
    display_name: String,
}
