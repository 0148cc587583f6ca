//! Building requests, to the `http::Request` that a transport is given. Each peer is what is written by hand for that one
//! request: `http::Request::builder()`, `percent-encoding` for what comes from outside, and `serde_json`.
//!
//! Two peers for each, and two ways of ours:
//!
//! - `build`: `Request::to_http` against the plain peer, whose URL is made by `format!`.
//! - `build-tuned`: the same against one that writes the URL into a single buffer, with all that is known before as it
//!   stands in it.
//! - `into`: `Request::into_http` against the plain peer.

pub mod create;
pub mod get;
pub mod list;

use std::hint::black_box;

use bytes::Bytes;
use graph_entity::Request as Ours;
use http::{HeaderValue, Request};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC};

use crate::common::case::{Case, Operation};

const BASE: &str = "https://graph.microsoft.com";
const VERSION: &str = "v1.0";

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// All of an id but what never needs encoding.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The same for the value of a query option, where some more stands for itself.
const VALUE: &AsciiSet = &SEGMENT
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b'/')
    .remove(b':')
    .remove(b';')
    .remove(b'=')
    .remove(b'@');

/// What a `User` asks for.
macro_rules! select {
    () => {
        "$select=id,displayName,givenName,surname,userPrincipalName,mail,jobTitle,department,officeLocation,accountEnabled"
    };
}
use select;

/// A case of one request, made of `input` by all ways. Panics unless all are equal.
fn case<T: 'static, V: 'static, I: Copy + 'static>(
    name: &'static str,
    input: I,
    ours: fn(I) -> Ours<T, V>,
    by_hand: fn(I) -> Request<Bytes>,
    tuned: fn(I) -> Request<Bytes>,
) -> Case {
    let to = move |input| ours(input).to_http(black_box(BASE), black_box(VERSION)).unwrap();
    let into = move |input| ours(input).into_http(black_box(BASE), black_box(VERSION)).unwrap();
    let request = to(input);
    for other in [into(input), by_hand(input), tuned(input)] {
        assert_eq!(request.method(), other.method(), "{name}");
        assert_eq!(request.uri().to_string(), other.uri().to_string(), "{name}");
        assert_eq!(request.headers(), other.headers(), "{name}");
        assert_eq!(request.body(), other.body(), "{name}");
    }
    let operations = vec![
        Operation { name: "build", title: "build", ours: run(input, to), theirs: run(input, by_hand) },
        Operation { name: "build-tuned", title: "build, tuned peer", ours: run(input, to), theirs: run(input, tuned) },
        Operation { name: "into", title: "build, into_http", ours: run(input, into), theirs: run(input, by_hand) },
    ];
    Case { name, each: 1, operations }
}

fn run<I: Copy + 'static>(input: I, make: impl Fn(I) -> Request<Bytes> + 'static) -> Box<dyn Fn()> {
    Box::new(move || drop(black_box(make(black_box(input)))))
}
