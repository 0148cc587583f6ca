//! Actions and functions: operations that are bound to an entity or a collection (W4).

use std::fmt::Display;

use bytes::Bytes;
use http::Method;
use percent_encoding::{AsciiSet, utf8_percent_encode};
use serde_json::Value as Json;

use super::page::{self, Page};
use super::path::{Path, UNRESERVED};
use super::query::literal::{Literal, form_of};
use super::query::projection::has_enum_type;
use super::query::push_option;
use super::request::Request;
use super::target::Target;
use crate::__private::fits::Edm;
use crate::client::error::UsageError;
use crate::client::link::Asked;
use crate::json::{self, writer::Text};
use crate::model::write::Form;
use crate::model::{Fields, Property, SlotMut, SlotRef, Table, Value, text};

/// An action or a function of a service: a struct whose fields are the parameters.
///
/// `#[derive(GraphOperation)]` implements it; [`Item::call`](crate::Item::call) and
/// [`Collection::call`](crate::Collection::call) take it.
/// ```
/// use graph_entity::edm::Date;
/// use graph_entity::{GraphEntity, GraphOperation, Item, Page};
///
/// /// Says who is in the office.
/// #[derive(GraphOperation)]
/// #[graph_operation(action = "setPresence")]
/// struct SetPresence {
///     session_id: String,
///     availability: String,
///     #[graph(rename = "ExpirationDuration")]
///     expiration_duration: Option<String>,
/// }
///
/// /// The events of some days.
/// #[derive(GraphOperation)]
/// #[graph_operation(function = "microsoft.graph.reminderView", returns = Page<Reminder>)]
/// struct ReminderView {
///     #[graph(rename = "StartDateTime")]
///     start: String,
///     #[graph(rename = "EndDateTime")]
///     end: String,
/// }
///
/// #[derive(graph_entity::GraphComplex)]
/// #[graph_complex(odata = "microsoft.graph.reminder")]
/// struct Reminder {
///     event_subject: Option<String>,
/// }
///
/// #[derive(GraphEntity)]
/// #[graph_entity(odata = "microsoft.graph.user", collection = "users")]
/// struct User {
///     id: String,
/// }
///
/// let set = SetPresence { session_id: "22553876".into(), availability: "Busy".into(), expiration_duration: None };
/// let request = User::collection().item("1").call(&set);
/// assert_eq!((request.method().as_str(), request.path()), ("POST", "users/1/setPresence"));
/// assert_eq!(request.body(), r#"{"sessionId":"22553876","availability":"Busy"}"#);
///
/// let view = ReminderView { start: "2026-11-24".into(), end: "2026-11-25".into() };
/// let request = User::collection().item("1").call(&view);
/// assert_eq!(
///     request.path(),
///     "users/1/microsoft.graph.reminderView(StartDateTime='2026-11-24',EndDateTime='2026-11-25')",
/// );
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no action or function of Microsoft Graph",
    label = "not an operation",
    note = "add `#[derive(GraphOperation)]` to `{Self}`"
)]
pub trait Operation: Table + Fields {
    /// The name, with its namespace or without.
    const NAME: &'static str;
    /// Whether it is a function, which changes nothing and is a GET; an action is a POST.
    const IS_FUNCTION: bool;
    /// What it returns: `()`, a property's type, or a [`Page`].
    type Returns: Returned;
}

/// What an operation can return: nothing, a value, or a page of values.
///
/// A collection that may be longer than a page is a [`Page`]; as a `Vec` it is an error if there are more.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be what an operation returns",
    label = "neither `()`, nor a value, nor a `Page` of values",
    note = "a value is what a field may be, but for `#[graph(serde)]`: a primitive one, what derives `GraphEntity`, \
            `GraphComplex` or `GraphEnum`, and an `Option` or a `Vec` of these",
    note = "that it may fail is `send`'s to say: no `Result`"
)]
pub trait Returned: Sized {
    /// What the metadata calls it.
    #[doc(hidden)]
    const EDM: Edm;
    /// Reads the answer.
    #[doc(hidden)]
    fn read(asked: &Asked<'_>, body: &Bytes) -> Result<Self, json::Error>;
    /// What an answer without content means.
    #[doc(hidden)]
    fn nothing() -> Option<Self>;
    /// Whether there is an enum in it.
    #[doc(hidden)]
    fn has_enum() -> bool {
        false
    }
}

#[diagnostic::do_not_recommend]
impl Returned for () {
    const EDM: Edm = Edm::Any;

    fn read(_: &Asked<'_>, _: &Bytes) -> Result<Self, json::Error> {
        Ok(())
    }

    fn nothing() -> Option<Self> {
        Some(())
    }
}

#[diagnostic::do_not_recommend]
impl<T: Value> Returned for Page<T> {
    const EDM: Edm = Edm::Collection(&T::EDM);

    fn has_enum() -> bool {
        has_enum_type::<T>()
    }

    fn read(asked: &Asked<'_>, body: &Bytes) -> Result<Self, json::Error> {
        page::decode(asked, body)
    }

    fn nothing() -> Option<Self> {
        None
    }
}

#[diagnostic::do_not_recommend]
impl<T: Property> Returned for T {
    const EDM: Edm = T::EDM;

    fn has_enum() -> bool {
        has_enum_type::<T>()
    }

    fn read(_: &Asked<'_>, body: &Bytes) -> Result<Self, json::Error> {
        let mut value = T::empty();
        // A structured value is the answer itself; anything else is in its `value` (W5).
        if !is_object(&mut value.slot()) {
            return page::decode_value(body);
        }
        if is_null(body) && value.slot().clear(false) {
            return Ok(value);
        }
        json::from_slice(body)
    }

    fn nothing() -> Option<Self> {
        // Null, which a single value may be.
        let mut value = T::empty();
        let nullable = value.slot().clear(false);
        nullable.then_some(value)
    }
}

/// `{"value":null}` and `{"@odata.null":true}`: OData's nulls of structured values.
fn is_null(body: &[u8]) -> bool {
    let Some(members) = json::object(body) else { return false };
    let mut properties = members.iter().filter(|(name, _)| !name.starts_with('@'));
    match (properties.next(), properties.next()) {
        (None, _) => members.get("@odata.null") == Some(&Json::Bool(true)),
        (Some((name, value)), None) => name == "value" && value.is_null(),
        _ => false,
    }
}

fn is_object(slot: &mut SlotMut<'_>) -> bool {
    match slot {
        SlotMut::Node(_) | SlotMut::Family(_) | SlotMut::Dictionary(_) | SlotMut::Json(_) => true,
        SlotMut::Boxed(boxed) => is_object(&mut boxed.open()),
        SlotMut::Guarded(guarded) => is_object(&mut guarded.start()),
        _ => false,
    }
}

/// What stands for itself in a parameter's literal within a path.
const LITERAL: &AsciiSet = &UNRESERVED.remove(b'\'').remove(b':');

/// The request of an operation at a path that no entity is at: `call_at("reports", &[], &operation)`. `ids` are for the
/// `{parameters}` of the path, as for [`Collection::at`](crate::Collection::at).
///
/// It goes to the client's version of the API, unless [`Request::in_version`] says another. Where an entity is,
/// [`Item::call`](crate::Item::call) and [`Collection::call`](crate::Collection::call) know its version.
pub fn call_at<O: Operation>(template: &str, ids: &[&dyn Display], operation: &O) -> Request<O::Returns> {
    request(Target::new(Path::new(template, ids)), operation)
}

/// The request of an operation that is bound to the target.
pub(crate) fn request<O: Operation, V>(target: Target, operation: &O) -> Request<O::Returns, V> {
    let mut request = if O::IS_FUNCTION { function(target, operation) } else { action(target, operation) };
    if has_enum_type::<O>() || O::Returns::has_enum() {
        request.parts.prefer_newer_members();
    }
    request
}

fn action<O: Operation, V>(target: Target, operation: &O) -> Request<O::Returns, V> {
    let mut body = Text::default();
    let written = text::write(&Value::get(operation), Form::Create, &mut body);
    let target = target.map(|path| path.segment(O::NAME));
    let mut request =
        target.request(Method::POST, O::Returns::read, O::Returns::nothing).with_json(body.into_bytes().into());
    if let Err(error) = written {
        request.parts.fail(UsageError::with_cause("a parameter can't be sent", error));
    }
    request
}

fn function<O: Operation, V>(target: Target, operation: &O) -> Request<O::Returns, V> {
    let (segment, aliases, wrong) = match call(operation) {
        Ok((segment, aliases)) => (segment, aliases, None),
        Err(error) => (String::new(), Vec::new(), Some(error)),
    };
    let template = format!("{}()", O::NAME);
    let target = target.map(|path| path.encoded_segment(&segment, &template));
    let mut request = target.request(Method::GET, O::Returns::read, O::Returns::nothing);
    for (name, value) in aliases {
        push_option(&mut request.parts, &name, &value);
    }
    if let Some(error) = wrong {
        request.parts.fail(error);
    }
    request
}

type Aliases = Vec<(String, String)>;

/// `name(p='literal',q=@q)` and the aliases in it. A literal with a slash and a value that is no primitive are given by
/// an alias, in the query.
fn call<O: Operation>(operation: &O) -> Result<(String, Aliases), UsageError> {
    let mut empty = O::empty();
    let mut segment = format!("{}(", O::NAME);
    let mut aliases = Vec::new();
    let mut separator = "";
    let values = (operation as &dyn Fields).values();
    for (index, (name, value)) in O::SHAPE.names.iter().zip(values).enumerate() {
        if matches!(value, SlotRef::Null) {
            continue;
        }
        let wrong = |error| UsageError::with_cause(format!("the parameter `{name}` can't be sent"), error);
        let mut json = Text::default();
        text::write(&value, Form::Create, &mut json).map_err(wrong)?;
        // What was written is UTF-8.
        let json = String::from_utf8_lossy(json.as_bytes());
        let literal = if json.starts_with(['{', '[']) {
            json.into_owned()
        } else {
            Literal::of_json(&json, form_of(&empty.slot(index)))?.qualified()
        };
        for part in [separator, name, "="] {
            segment.push_str(part);
        }
        if literal.starts_with(['{', '[']) || literal.contains(['/', '\\']) {
            let alias = format!("@{name}");
            segment.push_str(&alias);
            aliases.push((alias, literal));
        } else {
            segment.extend(utf8_percent_encode(&literal, LITERAL));
        }
        separator = ",";
    }
    segment.push(')');
    Ok((segment, aliases))
}
