//! The data model against the wire rules: test vectors, traps, reading, writing, changes. Nothing in here opens a socket.

mod changes;
mod reading;
mod rich;
mod seeds;
mod traps;
mod vectors;
mod writing;

use std::fmt::Debug;

use graph_entity::json;
use graph_entity::model::Property;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Reads `text` by both ways that there are, which agree.
#[track_caller]
fn read<T: Property + DeserializeOwned + PartialEq + Debug>(text: &str) -> T {
    let ours = json::from_str::<T>(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    assert_eq!(serde_json::from_str::<T>(text).unwrap(), ours, "{text}");
    ours
}

/// The same for types that are the types of properties only, without serde's traits.
#[track_caller]
fn ours<T: Property>(text: &str) -> T {
    json::from_str::<T>(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// The error of `text`, by both ways: its path, and the whole.
#[track_caller]
fn fails<T: Property + DeserializeOwned + Debug>(text: &str) -> (String, String) {
    let error = json::from_str::<T>(text).map(|value| format!("{value:?}")).expect_err(text);
    assert!(serde_json::from_str::<T>(text).is_err(), "{text}");
    (error.path().to_owned(), error.to_string())
}

/// What is stored of a value, as JSON text; both writers agree on what it means.
#[track_caller]
fn stored<T: Property + Serialize>(value: &T) -> String {
    let text = text_of(value);
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    // Not the texts: to serde a Decimal of many digits is a string.
    assert_eq!(names(&json), names(&serde_json::to_value(value).unwrap()), "{text}");
    text
}

fn text_of<T: Property>(value: &T) -> String {
    String::from_utf8(json::to_vec(value).unwrap()).unwrap()
}

/// The names of all members, in any depth.
fn names(json: &serde_json::Value) -> Vec<String> {
    match json {
        serde_json::Value::Array(elements) => elements.iter().flat_map(names).collect(),
        serde_json::Value::Object(members) => {
            members.iter().flat_map(|(name, value)| std::iter::once(name.clone()).chain(names(value))).collect()
        }
        _ => Vec::new(),
    }
}

/// `from(to(value)) == value`: through our JSON, through `serde_json`, and through CBOR.
#[track_caller]
fn survives<T: Property + Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    survives_as(value, |a, b| a == b);
}

/// The same for values that are not equal to themselves.
#[track_caller]
fn survives_as<T>(value: &T, same: impl Fn(&T, &T) -> bool)
where
    T: Property + Serialize + DeserializeOwned + Debug,
{
    let ours = json::to_vec(value).unwrap();
    let text = String::from_utf8_lossy(&ours).into_owned();
    let serde = serde_json::to_vec(value).unwrap();
    let mut cbor = Vec::new();
    ciborium::into_writer(value, &mut cbor).unwrap();
    let mut values = vec![("ciborium", ciborium::from_reader(&cbor[..]).map_err(|error| error.to_string()))];
    for bytes in [&ours, &serde] {
        values.push(("ours", json::from_slice::<T>(bytes).map_err(|error| error.to_string())));
        values.push(("serde_json", serde_json::from_slice::<T>(bytes).map_err(|error| error.to_string())));
    }
    for (way, read) in values {
        let read: T = read.unwrap_or_else(|error| panic!("{way}: {error}: {text}"));
        assert!(same(&read, value), "{way}: {text}\n{read:?}\n{value:?}");
    }
}

/// `from(to(value)) == value` for a type without serde's traits.
#[track_caller]
fn survives_ours<T: Property + PartialEq + Debug>(value: &T) {
    let text = json::to_vec(value).unwrap();
    assert_eq!(&json::from_slice::<T>(&text).unwrap(), value, "{}", String::from_utf8_lossy(&text));
}

/// The path of an error of such a type.
#[track_caller]
fn path_of<T: Property + Debug>(text: &str) -> String {
    json::from_str::<T>(text).expect_err(text).path().to_owned()
}

/// What a service is sent, as it stands.
#[track_caller]
fn body<T>(request: Result<graph_entity::Request<T>, graph_entity::Error>) -> String {
    String::from_utf8(request.unwrap().body().to_vec()).unwrap()
}
