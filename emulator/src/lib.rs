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
//! Relations, alternate keys and what else a service has are declared as collections are: a path that isn't is a 404, as
//! Graph's would be.
//! ```
//! use graph_entity_emulator::Emulator;
//! use serde_json::json;
//!
//! let emulator = Emulator::builder()
//!     .collection("v1.0", "users")
//!     .odata_type("v1.0", "users", "microsoft.graph.user")
//!     .collection("v1.0", "groups")
//!     .alternate_key("v1.0", "groups", "uniqueName") // groups(uniqueName='…'), and upserts
//!     .union("v1.0", "directoryObjects", ["users", "groups"]) // what `$ref` bodies name
//!     .references("v1.0", "groups/{id}/members", ["directoryObjects"])
//!     .reference("v1.0", "users/{id}/manager", ["users"])
//!     .media("v1.0", "users/{id}/photo")
//!     .item("v1.0", "users", json!({"id": "ada"}))
//!     .item("v1.0", "groups", json!({"id": "g", "members@odata.bind": ["users/ada"]}))
//!     .build();
//! assert_eq!(emulator.items("v1.0", "groups/g/members")[0]["id"], "ada");
//! ```
//!
//! Three ways to reach the same store and the same log:
//! - [`Emulator::serve`] opens a real HTTP/1.1 server on a free port and gives its URL: for any client; with the feature
//!   `tls` there is `serve_tls` for those that want TLS;
//! - [`Emulator`] is a [`graph_entity::HttpClient`], and a [`graph_entity::Blocking`] one: no socket, no runtime;
//! - [`Emulator::handle`] answers one request.
//!
//! [`Builder::sample`] sets up a tenant to try things on, which the program of this crate serves:
//! `cargo run -p graph-entity-emulator`.
//!
//! # What it does
//! - A URL is `/{version}/{path}`, the version `v1.0` or `beta`; they share nothing. Names match whatever their case,
//!   keys exactly; `users('O''Neil')` is `users/O'Neil`, and `groups(uniqueName='x')` is the group with that
//!   [alternate key](Builder::alternate_key). If the collection that a parent lives in is declared, the parent must
//!   exist.
//! - `POST` to a collection stores the object with a new `id` and answers `201` with the object and its `Location`;
//!   control information other than types is ignored and not stored. Arrays for collections below it become items
//!   there, and `x@odata.bind` references.
//! - `GET` of an item or a collection, with `$select`, `$expand` and its nested options, and for collections `$filter`,
//!   `$orderby`, `$search`, `$count`, `$top` and `$skip`; any other `$` option is a 400. Pages are chained by an
//!   `@odata.nextLink`, whose token is opaque: it is good for the same list with the same options, as it is.
//!   [Directory objects](Builder::directory) want `ConsistencyLevel: eventual` for advanced queries.
//! - `PATCH` merges, `PUT` replaces, `DELETE` removes an item with all below it and all references to it. Every write
//!   gives the item a new `ETag`; `If-Match` and `If-None-Match` are kept. `Prefer` decides what is answered, and
//!   whether a `PATCH` creates what is missing.
//! - [References](Builder::references) between items, with `$ref`; [unions](Builder::union); casts; `/$count`;
//!   [singletons](Builder::singleton), [media](Builder::media), [streams](Builder::stream),
//!   [redirects](Builder::redirect) to [downloads](Builder::download), [aliases](Builder::alias);
//!   [actions and functions](Builder::operation) with handlers of your own; [collections that are made
//!   up](Builder::generated) as they are read.
//! - [Delta queries](Builder::delta): `…/delta` tells what is there, then what has changed, in parts, with `@removed` and
//!   `members@delta`, or [as a drive does](Builder::drive_delta). Tokens are opaque, and can be made
//!   [too old](Emulator::expire_delta_tokens).
//! - [Sessions](Builder::upload_session) of uploads in parts, whose URLs take no token.
//! - `POST /{version}/$batch` does its requests, of which each has an entry in the log that says so ([`LogEntry::batch`]), and
//!   answers in an order of its own. It takes twenty, with ids that differ in more than their case, and a `dependsOn` that is
//!   serial or on the same one; what depends on one that failed is a 424.
//! - Everything else is refused as Graph would, with an `error` object. When several things are wrong, the first of
//!   401, 404, 405, 413, 415, 400, 412 or 428, 409 is told.
//!
//! # Faults
//! A client has to do the right thing when the service doesn't. [`Emulator::fail_next`] and [`Emulator::fail_when`] let
//! one request meet a [`Fault`]: throttling, gateways that time out, connections that break, answers that are no answers.
//! [`Builder::fail_some`] lets a share of all requests fail, by chance but reproducibly. The [log](LogEntry::fault) says
//! which did, and [`Fault::is_done`] whether the request was done nevertheless. [`Server::refuse_for`] is a server that is
//! down.
//! ```
//! use bytes::Bytes;
//! use graph_entity_emulator::{Emulator, Fault};
//!
//! let emulator = Emulator::builder().collection("v1.0", "users").build();
//! let create = http::Request::post("https://graph.microsoft.com/v1.0/users")
//!     .header("Authorization", "Bearer any")
//!     .header("Content-Type", "application/json")
//!     .body(Bytes::from_static(b"{}"))?;
//!
//! emulator.fail_next(Fault::Throttled("2.128".into()));
//! emulator.fail_next(Fault::GatewayTimeout { done: true });
//! let throttled = emulator.handle(&create);
//! assert_eq!((throttled.status().as_u16(), &throttled.headers()["Retry-After"]), (429, &"2.128".parse()?));
//! assert_eq!(emulator.handle(&create).status(), 504);
//!
//! // Whoever creates it once more now has it twice.
//! assert_eq!(emulator.items("v1.0", "users").len(), 1);
//! assert_eq!(emulator.handle(&create).status(), 201);
//! assert_eq!(emulator.items("v1.0", "users").len(), 2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What it doesn't
//! There are no permissions, no schema: a property that no item has is null, a relation
//! that isn't declared is empty, and a type is what an item says or what its collection was declared with.

// The examples of the README are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}

// The way of a request: it comes by `server` and `http1`, or by `client`, to the `emulator`, which has the store and the
// log. `rules` looks at it in Graph's order; `route` finds the declared place that its path means, `tenant` what is stored
// there. A module for each kind of request does it (`read`, `create`, `update`, `reference`, `media`, `operation`), and
// `shape` and `answer` write what comes of it. What a `builder` was told is read by `setup` (what is declared) and `seed`
// (what is stored first). A `fault` stands before the rules, behind them, or at the bytes on the wire.

mod address;
mod answer;
mod batch;
mod bind;
mod builder;
mod call;
mod client;
mod create;
mod declared;
mod delta;
mod directory;
mod emulator;
mod error;
mod etag;
mod fault;
mod filter;
mod http1;
mod json;
mod list;
mod log;
mod media;
mod monitor;
mod operation;
mod path;
mod prefer;
mod query;
mod read;
mod reference;
mod route;
mod rules;
mod sample;
mod seed;
mod server;
mod setup;
mod shape;
mod store;
mod template;
mod tenant;
mod tls;
mod update;
mod upload;

pub use builder::Builder;
pub use emulator::Emulator;
pub use fault::{Fault, RetryAfter};
pub use log::LogEntry;
pub use monitor::LongRunning;
pub use operation::OperationCall;
pub use server::Server;
pub use setup::SetupError;
pub use upload::{UploadStyle, Uploaded};
