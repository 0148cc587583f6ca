//! Any bytes, read as entities of all kinds. Nothing panics. What is read is written, and read again as an equal value,
//! which is written as the same text.

use std::fmt::Debug;

use graph_entity::edm::{Binary, Date, DateTimeOffset, Decimal, Duration, Guid, LocalDateTime, TimeOfDay};
use graph_entity::model::Property;
use graph_entity::{
    Change, Dictionary, Extra, Flags, GraphComplex, GraphEntity, GraphEnum, Guarded, Partial, Unrecognized, json,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "g.object", abstract)]
pub struct Object {
    #[graph(key, read_only)]
    pub id: String,
    #[graph(etag)]
    pub etag: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "g.user", collection = "users")]
pub struct User {
    #[graph(base)]
    pub base: Object,
    pub name: Option<String>,
    pub count: Option<i32>,
    pub long: Option<i64>,
    pub double: Option<f64>,
    pub single: Option<f32>,
    pub flag: Option<bool>,
    pub bytes: Vec<u8>,
    pub color: Option<Color>,
    pub parts: Option<Flags<Part>>,
    pub times: Option<Times>,
    pub manager: Option<Box<User>>,
    pub any: Option<Value>,
    #[graph(annotation = "any@odata.type")]
    pub any_type: Option<String>,
    #[graph(serde)]
    pub pair: Option<(i32, String)>,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "g.group", collection = "groups")]
pub struct Group {
    #[graph(base)]
    pub base: Object,
    #[graph(odata_type)]
    pub odata_type: Option<String>,
    #[graph(navigation)]
    pub members: Vec<AnyObject>,
    pub owner: Option<Box<AnyObject>>,
    pub by_key: Dictionary<AnyObject>,
    pub guarded: Vec<Guarded<AnyObject>>,
    pub nested: Option<Guarded<Vec<Guarded<Times>>>>,
    pub partial: Option<Partial<User>>,
    pub holes: Option<Vec<Option<Dictionary<Option<i32>>>>>,
    #[graph(default)]
    pub level: i16,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "g.object", collection = "objects")]
pub enum AnyObject {
    Object(Object),
    User(Box<User>),
    Group(Box<Group>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "g.times", strict)]
pub struct Times {
    pub date: Option<Date>,
    pub time: Option<TimeOfDay>,
    pub date_time: Option<DateTimeOffset>,
    pub local: Option<LocalDateTime>,
    pub duration: Option<Duration>,
    pub guid: Option<Guid>,
    pub binary: Option<Binary>,
    pub decimal: Option<Decimal>,
    pub all: Vec<DateTimeOffset>,
    pub spans: Vec<Duration>,
    pub numbers: Vec<Decimal>,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "g.color")]
pub enum Color {
    Red,
    Green,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "g.part", flags)]
pub enum Part {
    None,
    Left,
    Right,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "g.page", untagged)]
pub struct Page {
    pub value: Vec<Guarded<AnyObject>>,
    #[graph(annotation = "@odata.nextLink")]
    pub next: Option<String>,
    #[graph(annotation = "@odata.count")]
    pub count: Option<i64>,
}

pub fn run(data: &[u8]) {
    let json = serde_json::from_slice::<Value>(data).or_else(|_| ciborium::from_reader::<Value, _>(data));
    let input = Input { data, two_types: json.is_ok_and(|json| has_two_types(&json)) };
    input.both::<User>();
    input.both::<Group>();
    input.both::<AnyObject>();
    input.both::<Times>();
    input.both::<Page>();
    input.both::<Partial<Group>>();
    input.both::<Change<Group>>();
    input.both::<Change<AnyObject>>();
    // serde's own `Vec` does not take null for an empty one.
    input.ours::<Vec<AnyObject>>();
    input.ours::<Dictionary<Guarded<User>>>();
    input.ours::<Guarded<Group>>();
    input.ours::<Value>();
    input.ours::<Decimal>();
    // The same through a format that wants no call too many. What it takes may be no JSON: bytes, keys of any kind.
    if let Ok(value) = ciborium::from_reader::<Page, _>(data) {
        input.again(&value);
    }
    if let Ok(value) = ciborium::from_reader::<Group, _>(data) {
        input.again(&value);
    }
}

/// Whether an object has the type twice, in two spellings (`@odata.type` and `@type`). A family takes the first of them;
/// in a bad value, which is kept as JSON, and of that the order does not count, it may be the other one when that is read
/// again.
fn has_two_types(json: &Value) -> bool {
    let is_type = |name: &&String| ["@odata.type", "@type"].iter().any(|key| name.eq_ignore_ascii_case(key));
    match json {
        Value::Array(elements) => elements.iter().any(has_two_types),
        Value::Object(members) => members.keys().filter(is_type).count() > 1 || members.values().any(has_two_types),
        _ => false,
    }
}

struct Input<'a> {
    data: &'a [u8],
    two_types: bool,
}

impl Input<'_> {
    /// By our entry point and by `serde_json`'s, which agree.
    fn both<T: Property + DeserializeOwned + PartialEq + Debug>(&self) {
        let value = self.ours::<T>();
        // `serde_json` does not skip a byte order mark.
        let text = std::str::from_utf8(self.data).ok().filter(|text| !text.starts_with('\u{feff}'));
        let Some(text) = text else { return };
        let serde = serde_json::from_str::<T>(text);
        assert_eq!(value.is_some(), serde.is_ok(), "{serde:?}");
        if let (Some(a), Ok(b)) = (value, serde) {
            assert_eq!(text_of(&a), text_of(&b));
        }
    }

    fn ours<T: Property + PartialEq + Debug>(&self) -> Option<T> {
        let value = json::from_slice::<T>(self.data).ok()?;
        self.again(&value);
        Some(value)
    }

    fn again<T: Property + PartialEq + Debug>(&self, value: &T) {
        let text = text_of(value);
        let again = json::from_slice::<T>(&text)
            .unwrap_or_else(|error| panic!("{error}: {}: {value:?}", String::from_utf8_lossy(&text)));
        let text_again = text_of(&again);
        if self.two_types {
            return;
        }
        assert_eq!(String::from_utf8_lossy(&text_again), String::from_utf8_lossy(&text));
        // A NaN is not equal to itself.
        #[allow(clippy::eq_op)]
        if value == value {
            assert_eq!(&again, value);
        }
    }
}

fn text_of<T: Property>(value: &T) -> Vec<u8> {
    match json::to_vec(value) {
        Ok(text) => text,
        Err(error) => panic!("what was read can't be written: {error}"),
    }
}
