//! Values of all kinds, made of any bytes. Our writer gives the same text as `serde_json` through serde's traits, byte for
//! byte; it is read again as an equal value.

use std::fmt::Debug;

use graph_entity::edm::{Binary, Decimal};
use graph_entity::model::Property;
use graph_entity::{Dictionary, Extra, Flags, Guarded, Partial, Unrecognized, json};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::read::{AnyObject, Color, Group, Object, Page, Part, Times, User};

pub fn run(data: &[u8]) {
    let mut source = Source { data, depth: 0 };
    match source.byte() % 4 {
        0 => check(&source.user()),
        1 => check(&source.group()),
        2 => check(&source.object()),
        _ => check(&source.page()),
    }
}

fn check<T: Property + Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let ours = json::to_vec(value).expect("it has no field that can fail");
    let theirs = serde_json::to_vec(value).expect("nor by the other way");
    assert_eq!(String::from_utf8_lossy(&ours), String::from_utf8_lossy(&theirs));
    let read = json::from_slice::<T>(&ours)
        .unwrap_or_else(|error| panic!("{error}: {}: {value:?}", String::from_utf8_lossy(&ours)));
    // Equal by the text, since a NaN is not equal to itself, and a zero is to its opposite.
    let again = json::to_vec(&read).expect("it was written before");
    assert_eq!(String::from_utf8_lossy(&again), String::from_utf8_lossy(&ours));
    // A NaN is not equal to itself.
    #[allow(clippy::eq_op)]
    if value == value {
        assert_eq!(&read, value, "{}", String::from_utf8_lossy(&ours));
    }
}

/// Makes values of bytes; of none, the smallest ones.
struct Source<'a> {
    data: &'a [u8],
    depth: usize,
}

impl Source<'_> {
    fn byte(&mut self) -> u8 {
        let Some((byte, rest)) = self.data.split_first() else { return 0 };
        self.data = rest;
        *byte
    }

    fn bytes<const N: usize>(&mut self) -> [u8; N] {
        std::array::from_fn(|_| self.byte())
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.byte() % 4 > 1).then(|| make(self))
    }

    /// What nests other values ends at some depth.
    fn deeper<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.depth >= 4 {
            return None;
        }
        self.depth += 1;
        let value = self.maybe(make);
        self.depth -= 1;
        value
    }

    fn some<T>(&mut self, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.byte() % 4).map(|_| make(self)).collect()
    }

    /// Any text: control characters, quotes, letters of all lengths.
    fn text(&mut self) -> String {
        let length = usize::from(self.byte() % 72).min(self.data.len());
        let (text, rest) = self.data.split_at(length);
        self.data = rest;
        String::from_utf8_lossy(text).into_owned()
    }

    /// A name that is no property's and no control information.
    fn name(&mut self) -> String {
        format!("x {}", self.text().replace('@', ""))
    }

    fn double(&mut self) -> f64 {
        const SOME: [f64; 8] = [-0.0, 5e-324, f64::MAX, 1e16, 1e-7, f64::NAN, f64::INFINITY, f64::NEG_INFINITY];
        match self.byte() {
            index @ 0..8 => SOME[usize::from(index)],
            8..64 => f64::from(i32::from_le_bytes(self.bytes())) / 100.0,
            _ => f64::from_le_bytes(self.bytes()),
        }
    }

    fn single(&mut self) -> f32 {
        const SOME: [f32; 4] = [-0.0, f32::NAN, f32::INFINITY, f32::MAX];
        match self.byte() {
            index @ 0..4 => SOME[usize::from(index)],
            _ => f32::from_le_bytes(self.bytes()),
        }
    }

    fn long(&mut self) -> i64 {
        let bytes = self.bytes();
        i64::from_le_bytes(bytes) >> (self.byte() % 64)
    }

    /// Whole and small, or with so many digits that it goes as a text: between, our writer gives the digits where serde's
    /// Double has an exponent.
    fn decimal(&mut self) -> Decimal {
        let whole = self.long();
        let text = match self.byte() % 3 {
            0 => whole.to_string(),
            1 => format!("{}.{}", whole % 1_000_000, self.byte()),
            _ => format!("{whole}.00{}1234567890123456789", self.byte()),
        };
        text.parse().expect(&text)
    }

    fn json(&mut self) -> Value {
        match self.byte() % 9 {
            0 => Value::Null,
            1 => self.byte().is_multiple_of(2).into(),
            2 => self.long().into(),
            3 => u64::from_le_bytes(self.bytes()).into(),
            4 => Some(self.double()).filter(|value| value.is_finite()).into(),
            5 | 6 => self.text().into(),
            7 => self.deeper(|source| source.some(Self::json)).into(),
            _ => {
                let members = self.deeper(|source| source.some(|source| (source.text(), source.json())));
                Value::Object(members.unwrap_or_default().into_iter().collect())
            }
        }
    }

    fn extra(&mut self) -> Extra {
        self.some(|source| (source.name(), source.json())).into_iter().collect()
    }

    fn color(&mut self) -> Color {
        match self.byte() % 4 {
            0 => Color::Red,
            1 => Color::Green,
            2 => Color::UnknownFutureValue,
            _ => Color::Unrecognized(self.name()),
        }
    }

    fn parts(&mut self) -> Flags<Part> {
        let part = |source: &mut Self| match source.byte() % 3 {
            0 => Part::Left,
            1 => Part::Right,
            _ => Part::Unrecognized(format!("x{}", source.byte())),
        };
        self.some(part).into_iter().collect()
    }

    /// One of these, as a value of the type that is wanted.
    fn one_of<T: std::str::FromStr<Err: Debug>>(&mut self, texts: &[&str]) -> T {
        texts[usize::from(self.byte()) % texts.len()].parse().expect("a text of this type")
    }

    fn times(&mut self) -> Times {
        const DATE_TIMES: [&str; 3] =
            ["0001-01-01T00:00:00Z", "2017-01-01T00:00:35.1329464-08:00", "9999-12-31T23:59:59.999999999999Z"];
        const SPANS: [&str; 3] = ["PT0S", "-PT3M22.1587532S", "P10675199DT2H48M5.4775807S"];
        Times {
            date: self.maybe(|source| source.one_of(&["0001-01-01", "-0004-02-29", "12345-12-31"])),
            time: self.maybe(|source| source.one_of(&["08:00:00.0000000", "23:59:00", "09:15"])),
            date_time: self.maybe(|source| source.one_of(&DATE_TIMES)),
            local: self.maybe(|source| source.one_of(&["2019-03-15T12:00:00.0000000", "2018-08-12T12:00"])),
            duration: self.maybe(|source| source.one_of(&SPANS)),
            guid: self.maybe(|source| {
                format!("{:032x}", u128::from_le_bytes(source.bytes())).parse().unwrap_or_else(|_| {
                    source.one_of(&["00000000-0000-0000-0000-000000000000", "fbab97d0-4932-4511-b675-204639209557"])
                })
            }),
            binary: self.maybe(|source| Binary::from(source.text().into_bytes())),
            decimal: self.maybe(Self::decimal),
            all: self.some(|source| source.one_of(&DATE_TIMES)),
            spans: self.some(|source| source.one_of(&SPANS)),
            numbers: self.some(Self::decimal),
        }
    }

    fn base(&mut self) -> Object {
        Object { id: self.text(), etag: self.maybe(Self::text), extra: self.extra() }
    }

    fn user(&mut self) -> User {
        User {
            base: self.base(),
            name: self.maybe(Self::text),
            count: self.maybe(|source| i32::from_le_bytes(source.bytes())),
            long: self.maybe(Self::long),
            double: self.maybe(Self::double),
            single: self.maybe(Self::single),
            flag: self.maybe(|source| source.byte().is_multiple_of(2)),
            bytes: self.some(Self::byte),
            color: self.maybe(Self::color),
            parts: self.maybe(Self::parts),
            times: self.maybe(Self::times),
            manager: self.deeper(|source| Box::new(source.user())),
            any: self.maybe(Self::json).filter(|json| !json.is_null()),
            any_type: self.maybe(Self::text),
            pair: self.maybe(|source| (i32::from_le_bytes(source.bytes()), source.text())),
        }
    }

    fn object(&mut self) -> AnyObject {
        match self.byte() % 4 {
            0 => AnyObject::Object(self.base()),
            1 => AnyObject::User(Box::new(self.user())),
            2 => AnyObject::Group(Box::new(self.group())),
            _ => AnyObject::Unrecognized(Unrecognized { odata_type: Some("g.other".into()), members: self.extra() }),
        }
    }

    fn partial(&mut self) -> Partial<User> {
        let text: String = self.one_of(&["{}", r#"{"count":null}"#, r#"{"name":"\u0007","parts":"left"}"#]);
        json::from_str(&text).expect("a part of a user")
    }

    fn guarded(&mut self) -> Guarded<AnyObject> {
        let text: String = self.one_of(&[r#"{"id":"\"\n"}"#, r#"{"id":1.5e300}"#, r#"["\u0000"]"#, "-0.0"]);
        json::from_str(&text).expect("anything")
    }

    fn group(&mut self) -> Group {
        Group {
            base: self.base(),
            odata_type: None,
            members: self.deeper(|source| source.some(Self::object)).unwrap_or_default(),
            owner: self.deeper(|source| Box::new(source.object())),
            by_key: self
                .deeper(|source| source.some(|source| (source.name(), source.object())))
                .unwrap_or_default()
                .into_iter()
                .collect(),
            guarded: self.some(Self::guarded),
            nested: None,
            partial: self.maybe(Self::partial),
            holes: self.maybe(|source| {
                source.some(|source| {
                    source.maybe(|source| -> Dictionary<Option<i32>> {
                        let entry = |source: &mut Self| (source.name(), source.maybe(|source| source.byte().into()));
                        source.some(entry).into_iter().collect()
                    })
                })
            }),
            level: i16::from_le_bytes(self.bytes()),
        }
    }

    fn page(&mut self) -> Page {
        Page { value: self.some(Self::guarded), next: self.maybe(Self::text), count: self.maybe(Self::long) }
    }
}
