//! A case: what each side does with the same page.

use std::fmt::Debug;
use std::hint::black_box;
use std::rc::Rc;

use graph_entity::model::Property;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

pub struct Case {
    pub name: &'static str,
    pub operations: Vec<Operation>,
}

/// What both sides do. Each run drops what it made.
pub struct Operation {
    #[allow(dead_code, reason = "one of the two benches counts by the title only")]
    pub name: &'static str,
    pub title: &'static str,
    pub ours: Box<dyn Fn()>,
    pub theirs: Box<dyn Fn()>,
}

/// Makes the page of a case.
type Make = fn() -> Case;

/// The cases by their names; only those that are called make a page.
pub const CASES: [(&str, Make); 7] = [
    ("states", crate::states::case),
    ("plain", crate::plain::case),
    ("shuffled", crate::plain::shuffled),
    ("flatten", crate::flatten::case),
    ("levels", crate::levels::case),
    ("family-first", crate::family::type_first),
    ("family-last", crate::family::type_last),
];

impl Case {
    /// Panics unless both sides read equal values from `json`, all that is in it, and write equal bytes.
    pub fn new<O, T>(name: &'static str, json: String) -> Self
    where
        O: Property + Serialize + DeserializeOwned + PartialEq + Debug,
        T: Serialize + DeserializeOwned + PartialEq + Debug + 'static,
    {
        let ours: O = graph_entity::json::from_slice(json.as_bytes()).unwrap();
        let theirs: T = serde_json::from_slice(json.as_bytes()).unwrap();
        let written = graph_entity::json::to_vec(&ours).unwrap();
        assert_eq!(text(&written), text(&serde_json::to_vec(&theirs).unwrap()), "{name}: both write the same");
        assert_eq!(text(&written), text(&serde_json::to_vec(&ours).unwrap()), "{name}: both of ours write the same");
        assert_eq!(ours, serde_json::from_slice(&written).unwrap(), "{name}: ours reads what it wrote");
        assert_eq!(theirs, serde_json::from_slice(&written).unwrap(), "{name}: theirs reads what it wrote");
        assert_eq!(told(json.as_bytes()), told(&written), "{name}: all is kept");

        let (json, ours, theirs) = (Rc::new(json), Rc::new(ours), Rc::new(theirs));
        let read = |read: fn(&str)| -> Box<dyn Fn()> {
            let json = json.clone();
            Box::new(move || read(black_box(&json)))
        };
        let operations = vec![
            Operation {
                name: "read",
                title: "read, from bytes",
                ours: read(|json| drop(black_box(graph_entity::json::from_slice::<O>(json.as_bytes()).unwrap()))),
                theirs: read(|json| drop(black_box(serde_json::from_slice::<T>(json.as_bytes()).unwrap()))),
            },
            Operation {
                name: "read-slice",
                title: "read, same driver: from_slice",
                ours: read(|json| drop(black_box(serde_json::from_slice::<O>(json.as_bytes()).unwrap()))),
                theirs: read(|json| drop(black_box(serde_json::from_slice::<T>(json.as_bytes()).unwrap()))),
            },
            Operation {
                name: "read-str",
                title: "read, same driver: from_str",
                ours: read(|json| drop(black_box(serde_json::from_str::<O>(json).unwrap()))),
                theirs: read(|json| drop(black_box(serde_json::from_str::<T>(json).unwrap()))),
            },
            Operation {
                name: "write",
                title: "write, to bytes",
                ours: write(&ours, |page| drop(black_box(graph_entity::json::to_vec(page).unwrap()))),
                theirs: write(&theirs, |page| drop(black_box(serde_json::to_vec(page).unwrap()))),
            },
            Operation {
                name: "write-same",
                title: "write, same driver",
                ours: write(&ours, |page| drop(black_box(serde_json::to_vec(page).unwrap()))),
                theirs: write(&theirs, |page| drop(black_box(serde_json::to_vec(page).unwrap()))),
            },
        ];
        Self { name, operations }
    }
}

fn write<P: 'static>(page: &Rc<P>, write: fn(&P)) -> Box<dyn Fn()> {
    let page = page.clone();
    Box::new(move || write(black_box(&page)))
}

fn text(json: &[u8]) -> &str {
    std::str::from_utf8(json).unwrap()
}

/// What a page tells: without nulls, and without the types, which both sides write and not each page has.
fn told(json: &[u8]) -> Json {
    fn clean(json: &mut Json) {
        match json {
            Json::Array(elements) => elements.iter_mut().for_each(clean),
            Json::Object(members) => {
                members.retain(|name, value| name != "@odata.type" && !value.is_null());
                members.values_mut().for_each(clean);
            }
            _ => {}
        }
    }
    let mut json = serde_json::from_slice(json).unwrap();
    clean(&mut json);
    json
}
