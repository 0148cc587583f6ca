//! An entity with a property of every kind, and values of it: made by a generator that is the same in every run.

use graph_entity::edm::{Binary, Date, DateTimeOffset, Decimal, Duration, Guid, LocalDateTime, TimeOfDay};
use graph_entity::{
    Dictionary, Extra, Flags, GraphComplex, GraphEntity, GraphEnum, Guarded, Partial, Unrecognized, json,
};
use serde_json::{Value, json};

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "contoso.thing", abstract)]
pub struct Thing {
    #[graph(key, read_only)]
    pub id: String,
    pub note: Option<String>,
    pub title: String,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "contoso.rich", collection = "riches")]
pub struct Rich {
    #[graph(etag)]
    pub etag: Option<String>,
    #[graph(odata_type)]
    pub odata_type: Option<String>,
    #[graph(base)]
    pub base: Thing,
    #[graph(read_only)]
    pub created: Option<DateTimeOffset>,
    #[graph(immutable)]
    pub kind: Option<String>,
    #[graph(navigation)]
    pub parts: Vec<Node>,
    #[graph(navigation)]
    pub owner: Option<Box<Rich>>,
    #[graph(bind, rename = "owner")]
    pub owner_bind: Option<String>,
    #[graph(bind, rename = "parts")]
    pub parts_bind: Vec<String>,
    #[graph(annotation = "@microsoft.graph.conflictBehavior")]
    pub conflict: Option<String>,
    #[graph(annotation = "parts@odata.count")]
    pub count_of_parts: Option<i64>,
    #[graph(write_only, sensitive)]
    pub secret: Option<String>,
    pub flag: bool,
    pub maybe_flag: Option<bool>,
    pub byte: u8,
    pub short: Option<i16>,
    pub int: i32,
    pub maybe_int: Option<i32>,
    pub long: i64,
    pub maybe_long: Option<i64>,
    pub single: f32,
    pub maybe_single: Option<f32>,
    pub double: f64,
    pub maybe_double: Option<f64>,
    pub text: String,
    pub maybe_text: Option<String>,
    pub member: Color,
    pub maybe_member: Option<Color>,
    pub flags: Flags<Side>,
    pub maybe_flags: Option<Flags<Side>>,
    pub date: Date,
    pub maybe_time: Option<TimeOfDay>,
    pub maybe_local: Option<LocalDateTime>,
    pub date_time: DateTimeOffset,
    pub maybe_duration: Option<Duration>,
    pub guid: Guid,
    pub maybe_binary: Option<Binary>,
    pub decimal: Decimal,
    pub maybe_decimal: Option<Decimal>,
    pub node: Node,
    pub maybe_node: Option<Node>,
    pub boxed: Box<Node>,
    pub maybe_boxed: Option<Box<Node>>,
    pub family: Shape,
    pub maybe_family: Option<Shape>,
    pub numbers: Vec<f64>,
    pub holes: Option<Vec<Option<String>>>,
    pub grid: Vec<Vec<i32>>,
    pub nodes: Vec<Node>,
    pub shapes: Option<Vec<Shape>>,
    pub members: Vec<Color>,
    pub decimals: Vec<Decimal>,
    pub by_key: Dictionary<Node>,
    pub maybe_by_key: Option<Dictionary<Option<f64>>>,
    pub guarded: Vec<Guarded<Shape>>,
    pub maybe_guarded: Option<Guarded<Decimal>>,
    pub partial: Option<Partial<Node>>,
    pub any: Value,
    pub maybe_any: Option<Value>,
    #[graph(serde)]
    pub pair: (i32, String),
    #[graph(serde)]
    pub maybe_pair: Option<(i32, String)>,
    #[graph(default)]
    pub count: i32,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "contoso.node")]
pub struct Node {
    pub x: f64,
    pub y: Option<i32>,
    pub child: Option<Box<Node>>,
    pub color: Option<Color>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "contoso.circle", untagged)]
pub struct Circle {
    #[graph(base)]
    pub base: Node,
    pub radius: Decimal,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "contoso.node")]
pub enum Shape {
    Node(Node),
    Circle(Box<Circle>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "contoso.color")]
pub enum Color {
    Red,
    Green,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "contoso.side", flags)]
pub enum Side {
    None,
    Left,
    Right,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

/// Makes values. With `sendable` none of them has a member that a service refuses.
pub struct Maker {
    pub random: fastrand::Rng,
    pub sendable: bool,
    depth: usize,
}

/// One of these.
macro_rules! one_of {
    ($maker:expr; $($value:expr),* $(,)?) => {{
        let values = [$($value),*];
        let at = $maker.random.usize(..values.len());
        values.into_iter().nth(at).unwrap()
    }};
}

impl Maker {
    pub fn new(seed: u64, sendable: bool) -> Self {
        Self { random: fastrand::Rng::with_seed(seed), sendable, depth: 0 }
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.random.bool().then(|| make(self))
    }

    fn some<T>(&mut self, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.random.usize(..4)).map(|_| make(self)).collect()
    }

    fn text(&mut self) -> String {
        let random: String = (0..self.random.usize(..8)).map(|_| self.random.char(..)).collect();
        one_of!(self; String::new(), "a".into(), "null".into(), "\"\\\n\u{0}/😀".into(), "@odata.type".into(), random)
    }

    fn double(&mut self) -> f64 {
        let random = f64::from_bits(self.random.u64(..));
        let near = f64::from(self.random.i32(..)) / 1000.0;
        one_of!(self; 0.0, -0.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.1, 5e-324, f64::MAX, 9_007_199_254_740_993.0, random, near)
    }

    fn single(&mut self) -> f32 {
        let random = f32::from_bits(self.random.u32(..));
        one_of!(self; 0.0, -0.0, f32::NAN, f32::INFINITY, f32::NEG_INFINITY, 0.1, f32::MAX, 1e-45, random)
    }

    fn long(&mut self) -> i64 {
        one_of!(self; 0, i64::MIN, i64::MAX, 9_007_199_254_740_993, self.random.i64(..))
    }

    fn color(&mut self) -> Color {
        let other = if self.sendable { Color::Green } else { Color::UnknownFutureValue };
        one_of!(self; Color::Red, Color::Green, other, Color::Unrecognized("blue".into()), Color::Unrecognized("7".into()))
    }

    fn flags(&mut self) -> Flags<Side> {
        let sendable = self.sendable;
        self.some(|maker| {
            let other = if sendable { Side::Left } else { Side::UnknownFutureValue };
            one_of!(maker; Side::None, Side::Left, Side::Right, other, Side::Unrecognized("up".into()))
        })
        .into_iter()
        .collect()
    }

    fn decimal(&mut self) -> Decimal {
        let text = one_of!(self; "0", "1.50", "-0.1", "123456789012345678901234567890", "0.123456789012345678901234567890",
            "-12345678901234.5678901234567890", "9223372036854775808", "100", "2.5");
        text.parse().unwrap()
    }

    fn json(&mut self) -> Value {
        self.depth += 1;
        let value = match self.random.usize(..if self.depth > 3 { 6 } else { 8 }) {
            0 => Value::Null,
            1 => self.random.bool().into(),
            2 => self.long().into(),
            3 => u64::MAX.into(),
            4 => one_of!(self; 1.5, -0.0, 1e300).into(),
            5 => self.text().into(),
            6 => self.some(Self::json).into(),
            _ => self.some(|maker| (maker.text(), maker.json())).into_iter().collect(),
        };
        self.depth -= 1;
        value
    }

    /// Members that a service may take too; a null says the same as nothing.
    fn extra(&mut self) -> Extra {
        self.some(|maker| {
            let name = one_of!(maker; "open", "DealValue", "x@odata.type", "y@odata.bind", "@contoso.note", "a b");
            (name, Some(maker.json()).filter(|json| !json.is_null()).unwrap_or_else(|| json!(1)))
        })
        .into_iter()
        .collect()
    }

    pub fn node(&mut self) -> Node {
        self.depth += 1;
        let deeper = self.depth < 3;
        let node = Node {
            x: self.double(),
            y: self.maybe(|maker| maker.random.i32(..)),
            child: if deeper { self.maybe(|maker| Box::new(maker.node())) } else { None },
            color: self.maybe(Self::color),
            extra: self.extra(),
        };
        self.depth -= 1;
        node
    }

    fn shape(&mut self) -> Shape {
        let circle = Circle { base: self.node(), radius: self.decimal() };
        let name = format!("contoso.new{}", self.random.u8(..));
        let unrecognized = Unrecognized { odata_type: Some(name), members: self.extra() };
        let node = self.node();
        one_of!(self; Shape::from(node), Shape::from(circle), Shape::Unrecognized(unrecognized))
    }

    fn guarded(&mut self) -> Guarded<Shape> {
        if self.random.bool() {
            let mut shape = self.shape();
            // What is guarded is held before it is read, and a held number is a Double.
            if let Shape::Circle(circle) = &mut shape {
                circle.radius = "2.5".parse().unwrap();
            }
            return shape.into();
        }
        let bad = one_of!(self; r#"{"x":"one"}"#, r#"{"x":1,"y":1.5,"child":{"x":[]}}"#, r##"{"@odata.type":"#contoso.circle","x":1}"##,
            "[1,null]", "3", "\"x\"");
        json::from_str(bad).unwrap()
    }

    fn partial(&mut self) -> Partial<Node> {
        let text = one_of!(self; "{}", r#"{"y":null}"#, r#"{"x":1,"color":"red"}"#, r#"{"child":{"x":2},"a":1}"#);
        json::from_str(text).unwrap()
    }

    pub fn date_time(&mut self) -> DateTimeOffset {
        let text = one_of!(self; "0001-01-01T00:00:00Z", "2017-01-01T00:00:35.1329464-08:00", "2019-06-06T20:15:38.9Z",
            "2018-11-06T18:48:12.94725647Z", "2020-10-14T05:16+14:00", "9999-12-31T23:59:59.999999999999Z");
        text.parse().unwrap()
    }

    pub fn rich(&mut self) -> Rich {
        self.depth += 1;
        let deeper = self.depth < 2;
        let odata_type = one_of!(self; None, None, Some("contoso.richer".to_owned()));
        let rich = Rich {
            etag: self.maybe(|_| "W/\"1\"".into()),
            odata_type,
            base: Thing { id: self.text(), note: self.maybe(Self::text), title: self.text(), extra: self.extra() },
            created: self.maybe(Self::date_time),
            kind: self.maybe(Self::text),
            parts: if deeper { self.some(Self::node) } else { Vec::new() },
            owner: if deeper { self.maybe(|maker| Box::new(maker.rich())) } else { None },
            owner_bind: self.maybe(|_| "users/1".into()),
            parts_bind: self.some(Self::text),
            conflict: self.maybe(|maker| one_of!(maker; "fail", "rename").into()),
            count_of_parts: self.maybe(Self::long),
            secret: self.maybe(Self::text),
            flag: self.random.bool(),
            maybe_flag: self.maybe(|maker| maker.random.bool()),
            byte: self.random.u8(..),
            short: self.maybe(|maker| maker.random.i16(..)),
            int: self.random.i32(..),
            maybe_int: self.maybe(|maker| maker.random.i32(..)),
            long: self.long(),
            maybe_long: self.maybe(Self::long),
            single: self.single(),
            maybe_single: self.maybe(Self::single),
            double: self.double(),
            maybe_double: self.maybe(Self::double),
            text: self.text(),
            maybe_text: self.maybe(Self::text),
            member: self.color(),
            maybe_member: self.maybe(Self::color),
            flags: self.flags(),
            maybe_flags: self.maybe(Self::flags),
            date: one_of!(self; "0001-01-01", "2026-11-24", "-0004-02-29", "12345-12-31").parse().unwrap(),
            maybe_time: self.maybe(|maker| one_of!(maker; "08:00:00.0000000", "23:59:00", "09:15").parse().unwrap()),
            maybe_local: self.maybe(|maker| {
                one_of!(maker; "2019-03-15T12:00:00.0000000", "2021-05-18T19:03:10", "2018-08-12T12:00")
                    .parse()
                    .unwrap()
            }),
            date_time: self.date_time(),
            maybe_duration: self.maybe(|maker| {
                one_of!(maker; "PT0S", "-PT3M22.1587532S", "P10675199DT2H48M5.4775807S", "P30D").parse().unwrap()
            }),
            guid: one_of!(self; "00000000-0000-0000-0000-000000000000", "fbab97d0-4932-4511-b675-204639209557")
                .parse()
                .unwrap(),
            maybe_binary: self
                .maybe(|maker| one_of!(maker; "", "T0RhdGE=", "AQHTpH5EZfLlhf/DnUK56FDP+qUfcQ==").parse().unwrap()),
            decimal: self.decimal(),
            maybe_decimal: self.maybe(Self::decimal),
            node: self.node(),
            maybe_node: self.maybe(Self::node),
            boxed: Box::new(self.node()),
            maybe_boxed: self.maybe(|maker| Box::new(maker.node())),
            family: self.shape(),
            maybe_family: self.maybe(Self::shape),
            numbers: self.some(Self::double),
            holes: self.maybe(|maker| maker.some(|maker| maker.maybe(Self::text))),
            grid: self.some(|maker| maker.some(|maker| maker.random.i32(..))),
            nodes: self.some(Self::node),
            shapes: self.maybe(|maker| maker.some(Self::shape)),
            members: self.some(Self::color),
            decimals: self.some(Self::decimal),
            by_key: self.some(|maker| (one_of!(maker; "a", "b@c", "A"), maker.node())).into_iter().collect(),
            maybe_by_key: self.maybe(|maker| {
                maker.some(|maker| (one_of!(maker; "a", "", "id"), maker.maybe(Self::double))).into_iter().collect()
            }),
            guarded: self.some(Self::guarded),
            maybe_guarded: self.maybe(|maker| one_of!(maker; "0.1", "100").parse::<Decimal>().unwrap().into()),
            partial: self.maybe(Self::partial),
            any: self.json(),
            maybe_any: self.maybe(Self::json),
            pair: (self.random.i32(..), self.text()),
            maybe_pair: self.maybe(|maker| (maker.random.i32(..), maker.text())),
            count: self.random.i32(..),
        };
        self.depth -= 1;
        rich
    }
}
