//! A small Microsoft Graph for tests: on a loopback socket, or in process as a transport of [`graph_entity`].
//!
//! **This is a test double.** It stores JSON and answers as Graph does for the requests that `graph_entity` makes; it
//! knows no schema, no permission and no tenant, and nothing it does should be taken for a promise about the service.
//! It is not affiliated with, or endorsed by, Microsoft. It listens on loopback only.
//!
//! ```
//! use bytes::Bytes;
//! use graph_entity_emulator::Emulator;
//! use serde_json::json;
//!
//! let emulator = Emulator::builder()
//!     .token("secret")
//!     .collection("beta", "deviceManagement/deviceShellScripts")
//!     .collection("beta", "deviceManagement/deviceShellScripts/{deviceShellScriptId}/userRunStates")
//!     .item("beta", "deviceManagement/deviceShellScripts", json!({"id": "s1", "displayName": "Clean up"}))
//!     .build();
//!
//! let states = "deviceManagement/deviceShellScripts/s1/userRunStates";
//! let request = http::Request::post(format!("https://graph.microsoft.com/beta/{states}"))
//!     .header("Authorization", "Bearer secret")
//!     .header("Content-Type", "application/json")
//!     .body(Bytes::from(r#"{"successDeviceCount": 2}"#))?;
//! let response = emulator.handle(&request);
//!
//! assert_eq!(response.status(), 201);
//! assert_eq!(emulator.items("beta", states)[0]["successDeviceCount"], 2);
//! assert_eq!(emulator.log()[0].target, format!("/beta/{states}"));
//! # Ok::<(), http::Error>(())
//! ```
//!
//! Three ways to reach the same store and the same log:
//! - [`Emulator::serve`] opens a real HTTP/1.1 server on a free port and gives its URL: for any client;
//! - [`Emulator`] is a [`graph_entity::HttpClient`], and a [`graph_entity::Blocking`] one: no socket, no runtime;
//! - [`Emulator::handle`] answers one request.
//!
//! # What it does
//! - A URL is `/{version}/{path}`, the version `v1.0` or `beta`. Names match whatever their case, keys exactly;
//!   `users('O''Neil')` is `users/O'Neil`. If the collection that a parent lives in is declared, the parent must exist.
//! - `POST` to a collection stores the object with a new `id` and answers `201` with the object and its `Location`;
//!   control information other than types is ignored and not stored.
//! - `GET` of an item or a collection, with `$select`. There is no paging yet.
//! - Everything else is refused as Graph would, with an `error` object. When several things are wrong, the first of
//!   401, 404, 405, 413, 415, 400, 409 is told.

mod address;
mod answer;
mod builder;
mod client;
mod create;
mod emulator;
mod error;
mod http1;
mod json;
mod log;
mod path;
mod query;
mod read;
mod route;
mod rules;
mod server;
mod setup;
mod store;
mod template;

pub use builder::Builder;
pub use emulator::Emulator;
pub use log::LogEntry;
pub use server::Server;
pub use setup::SetupError;
