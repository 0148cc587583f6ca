//! The cases, and what both sides do with the same page.

use std::fmt::Debug;
use std::hint::black_box;
use std::rc::Rc;

use graph_entity::model::Property;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use crate::common::case::{Case, Make, Operation};
use crate::{family, flatten, levels, plain, states};

/// The cases by their names.
pub const CASES: [(&str, Make); 8] = [
    ("states", states::case),
    ("plain", plain::case),
    ("shuffled", plain::shuffled),
    ("flatten", flatten::case),
    ("levels", levels::case),
    ("family-first", family::type_first),
    ("family-middle", family::type_middle),
    ("family-last", family::type_last),
];

/// Panics unless both sides read equal values from `json`, all that is in it, and write equal bytes, by each driver.
pub fn new<O, T>(name: &'static str, entities: usize, json: String) -> Case
where
    O: Property + Serialize + DeserializeOwned + PartialEq + Debug,
    T: Serialize + DeserializeOwned + PartialEq + Debug + 'static,
{
    let (ours, theirs) = read_both::<O, T>(name, &json);
    let written = serde_json::to_vec(&theirs).unwrap();
    assert_eq!(text(&written), text(&serde_json::to_vec(&ours).unwrap()), "{name}: both of ours write the same");
    assert_eq!(told(json.as_bytes()), told(&written), "{name}: all is kept");
    assert_eq!(ours, serde_json::from_str(&json).unwrap(), "{name}: ours by serde_json");
    assert_eq!(ours, sonic_rs::from_str(&json).unwrap(), "{name}: ours by sonic_rs");
    assert_eq!(theirs, sonic_rs::from_str(&json).unwrap(), "{name}: theirs by sonic_rs");
    assert_eq!(text(&written), text(&sonic_rs::to_vec(&ours).unwrap()), "{name}: ours by sonic_rs");
    assert_eq!(text(&written), text(&sonic_rs::to_vec(&theirs).unwrap()), "{name}: theirs by sonic_rs");

    let (json, ours, theirs) = (Rc::new(json), Rc::new(ours), Rc::new(theirs));
    let mut operations = from_and_to_bytes(&json, &ours, &theirs);
    operations.extend(by_same_driver(&json, &ours, &theirs));
    Case { name, each: entities, operations }
}

/// Ours by its own functions, serde_derive's by `serde_json`.
pub fn from_and_to_bytes<O, T>(json: &Rc<String>, ours: &Rc<O>, theirs: &Rc<T>) -> Vec<Operation>
where
    O: Property,
    T: Serialize + DeserializeOwned + 'static,
{
    vec![
        Operation {
            name: "read",
            title: "read, from bytes",
            ours: run(json, |json| drop(black_box(graph_entity::json::from_slice::<O>(json.as_bytes()).unwrap()))),
            theirs: run(json, |json| drop(black_box(serde_json::from_slice::<T>(json.as_bytes()).unwrap()))),
        },
        Operation {
            name: "write",
            title: "write, to bytes",
            ours: run(ours, |page| drop(black_box(graph_entity::json::to_vec(page).unwrap()))),
            theirs: run(theirs, |page| drop(black_box(serde_json::to_vec(page).unwrap()))),
        },
    ]
}

/// The impls of both sides by `serde_json`, and by `sonic_rs`.
fn by_same_driver<O, T>(json: &Rc<String>, ours: &Rc<O>, theirs: &Rc<T>) -> [Operation; 5]
where
    O: Serialize + DeserializeOwned + 'static,
    T: Serialize + DeserializeOwned + 'static,
{
    [
        Operation {
            name: "read-slice",
            title: "read, same driver: from_slice",
            ours: run(json, |json| drop(black_box(serde_json::from_slice::<O>(json.as_bytes()).unwrap()))),
            theirs: run(json, |json| drop(black_box(serde_json::from_slice::<T>(json.as_bytes()).unwrap()))),
        },
        Operation {
            name: "read-str",
            title: "read, same driver: from_str",
            ours: run(json, |json| drop(black_box(serde_json::from_str::<O>(json).unwrap()))),
            theirs: run(json, |json| drop(black_box(serde_json::from_str::<T>(json).unwrap()))),
        },
        Operation {
            name: "write-same",
            title: "write, same driver",
            ours: run(ours, |page| drop(black_box(serde_json::to_vec(page).unwrap()))),
            theirs: run(theirs, |page| drop(black_box(serde_json::to_vec(page).unwrap()))),
        },
        Operation {
            name: "read-sonic",
            title: "read, sonic_rs: from_slice",
            ours: run(json, |json| drop(black_box(sonic_rs::from_slice::<O>(json.as_bytes()).unwrap()))),
            theirs: run(json, |json| drop(black_box(sonic_rs::from_slice::<T>(json.as_bytes()).unwrap()))),
        },
        Operation {
            name: "write-sonic",
            title: "write, sonic_rs: to_vec",
            ours: run(ours, |page| drop(black_box(sonic_rs::to_vec(page).unwrap()))),
            theirs: run(theirs, |page| drop(black_box(sonic_rs::to_vec(page).unwrap()))),
        },
    ]
}

/// What both sides read. Panics unless both write it as the same bytes, and read those as it.
pub fn read_both<O, T>(name: &str, json: &str) -> (O, T)
where
    O: Property + PartialEq + Debug,
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    let ours: O = graph_entity::json::from_slice(json.as_bytes()).unwrap();
    let theirs: T = serde_json::from_slice(json.as_bytes()).unwrap();
    let written = graph_entity::json::to_vec(&ours).unwrap();
    assert_eq!(text(&written), text(&serde_json::to_vec(&theirs).unwrap()), "{name}: both write the same");
    assert_eq!(ours, graph_entity::json::from_slice(&written).unwrap(), "{name}: ours reads what it wrote");
    assert_eq!(theirs, serde_json::from_slice(&written).unwrap(), "{name}: theirs reads what it wrote");
    (ours, theirs)
}

/// Runs with the same value each time.
fn run<P: 'static>(value: &Rc<P>, run: fn(&P)) -> Box<dyn Fn()> {
    let value = value.clone();
    Box::new(move || run(black_box(&value)))
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
