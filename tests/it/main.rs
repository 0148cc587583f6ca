//! Tests of the library, all in one binary. Nothing in here opens a socket.

mod bad_input;
mod client;
mod create;
mod delta;
mod errors;
mod formats;
mod imported;
mod keys;
mod least_scopes;
mod odata_type;
mod odd_bodies;
mod read;
mod schema;
mod seed;
mod version;
mod write;

/// A request that creates an entity without a version of its own.
fn create_thing() -> graph_entity::Request<create::Thing> {
    create::Thing::collection().create().name("x").short(1).pair((0, 0)).request().unwrap()
}
