//! Actions and functions: how they are found and called. What they do is the business of their handlers.

use std::collections::BTreeMap;
use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, Method, Response};
use serde_json::Value;

use crate::call::{Call, Incoming};
use crate::declared::Parent;
use crate::error::Failure;
use crate::filter;
use crate::log::mark_sensitive;
use crate::path::{Key, split_outside};
use crate::query::decoded;
use crate::template::Template;

pub(crate) type Handler = Box<dyn Fn(&OperationCall) -> Response<Bytes> + Send + Sync>;

/// A declared operation.
pub(crate) struct Operation {
    pub(crate) method: Method,
    pub(crate) version: &'static str,
    /// What it is bound to.
    pub(crate) above: Template,
    /// Its name without its namespace.
    pub(crate) name: String,
    pub(crate) parents: Vec<Parent>,
    pub(crate) handler: Handler,
}

/// A call of an action or a function, as the handler that was given to
/// [`Builder::operation`](crate::Builder::operation) gets it.
///
/// `Debug` shows neither the token nor any value.
#[derive(Clone)]
#[non_exhaustive]
pub struct OperationCall {
    /// The method.
    pub method: Method,
    /// `{scheme}://{host}/{version}`, for URLs in the answer.
    pub root: String,
    /// Path and query as they came.
    pub target: String,
    /// The keys on the path, in the order of the template's parameters.
    pub keys: Vec<String>,
    /// The parameters by name: of a function those in the parentheses, with their aliases looked up; of an action the
    /// members of its body. Literals are what JSON has for them: a date is a string.
    pub args: BTreeMap<String, Value>,
    /// The options of the query, decoded.
    pub query: Vec<(String, String)>,
    /// The headers of the request; those that carry credentials are marked sensitive.
    pub headers: HeaderMap,
    /// The body as it came.
    pub body: Bytes,
}

impl Operation {
    /// The keys and the text of the parameters, if the path leads here.
    pub(crate) fn walk(&self, path: &[String]) -> Option<(Vec<Key>, String)> {
        let (last, above) = path.split_last()?;
        let (name, arguments) = match last.split_once('(') {
            Some((name, rest)) => (name, rest.strip_suffix(')')?),
            None => (last.as_str(), ""),
        };
        let walk = self.above.walk(above, false);
        let is_whole = walk.used == above.len() && walk.covered == self.above.segments().len();
        (is_whole && bare_name(name).eq_ignore_ascii_case(&self.name)).then(|| (walk.keys, arguments.to_owned()))
    }

    /// Reads what the operation is called with.
    pub(crate) fn call(
        request: &Incoming<'_>,
        call: &Call<'_>,
        keys: Vec<String>,
        arguments: &str,
    ) -> Result<OperationCall, Failure> {
        let query = decoded(request.uri.query())?;
        let mut args = function_arguments(arguments, &query)?;
        if call.is_json() && !call.body.is_empty() {
            args.extend(call.json()?);
        }
        let mut headers = request.headers.clone();
        mark_sensitive(&mut headers);
        Ok(OperationCall {
            method: request.method.clone(),
            root: call.root(),
            target: request.target.to_owned(),
            keys,
            args,
            query: query.into_iter().filter(|(name, _)| !name.is_empty()).collect(),
            headers,
            body: call.body.clone(),
        })
    }
}

/// A name without its namespace.
pub(crate) fn bare_name(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or_default()
}

fn function_arguments(text: &str, query: &[(String, String)]) -> Result<BTreeMap<String, Value>, Failure> {
    let malformed = || Failure::bad_request(format!("The parameters '{text}' of the function are malformed."));
    if text.trim().is_empty() {
        return Ok(BTreeMap::new());
    }
    let arguments = split_outside(text, ',').ok_or_else(malformed)?.into_iter().map(|pair| {
        let (name, value) = pair.split_once('=').ok_or_else(malformed)?;
        let value = value.trim();
        let value = if value.starts_with('@') { alias(value, query) } else { filter::literal(value) };
        Ok((name.trim().to_owned(), value.ok_or_else(malformed)?))
    });
    arguments.collect()
}

/// The value of an alias is in the query: a literal, or JSON for what has no literal. One that isn't there is null.
fn alias(name: &str, query: &[(String, String)]) -> Option<Value> {
    let Some((_, value)) = query.iter().find(|(other, _)| other == name) else { return Some(Value::Null) };
    let is_json = value.trim().starts_with(['[', '{', '"']);
    if is_json { serde_json::from_str(value).ok() } else { filter::literal(value.trim()) }
}

impl fmt::Debug for OperationCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OperationCall")
            .field("method", &self.method)
            .field("path", &self.target.split(['?', '(']).next().unwrap_or_default())
            .field("args", &self.args.keys())
            .field("headers", &self.headers)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}
