//! The cases.

use crate::building::{create, get, list};
use crate::common::case::Make;
use crate::{call, paging};

/// The cases by their names.
pub const CASES: [(&str, Make); 7] = [
    ("create", |_| create::case()),
    ("get", |_| get::case()),
    ("list", |_| list::case()),
    ("pages", paging::case),
    ("changes", paging::changes),
    ("call-ureq", |_| call::ureq()),
    ("call-reqwest", |_| call::reqwest()),
];
