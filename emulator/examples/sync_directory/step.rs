//! A step of the sync: one page is asked for, and written.

use std::error::Error;

use graph_entity::{Blocking, DeltaAnswer, GraphClient};

use crate::directory::Row;
use crate::store::{Applied, Position, Store};

/// Asks for the page at `position`, and writes it.
pub(crate) fn step<T: Row>(
    store: &mut Store,
    client: &GraphClient<impl Blocking>,
    position: &Position,
) -> Result<Applied, Box<dyn Error>> {
    match T::changes().since(position.link()?).send_blocking(client)? {
        DeltaAnswer::Page(page) => store.apply(position, &page),
        DeltaAnswer::Resync(resync) => {
            println!("{}: the service wants a new copy ({:?})", T::TABLE, resync.kind());
            store.begin_again(position, resync.link())
        }
    }
}
