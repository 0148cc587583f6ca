//! Writing: the storage form, of which reading makes an equal value, and the forms of requests, which are what a service
//! takes (W2, W3, W4).

use graph_entity::edm::Decimal;
use graph_entity::{Dictionary, Extra, Flags, GraphComplex, GraphEntity, Guarded, Null, Partial, Unrecognized, json};
use serde_json::{Value, json};

use super::rich::{Circle, Color, Maker, Node, Rich, Shape, Side};
use super::{body, read, stored, survives, survives_as, text_of};

// The storage form

/// By all that is written: so floats count by their bits, and a NaN is the same as another. A number of many digits is
/// the same as a text of its digits.
fn same<T: graph_entity::model::Property>(a: &T, b: &T) -> bool {
    let sorted = |value: &T| serde_json::from_str::<Value>(&text_of(value)).unwrap().to_string();
    sorted(a) == sorted(b)
}

#[test]
fn whatever_a_value_holds_is_read_back() {
    for seed in 0..150 {
        survives_as(&Maker::new(seed, false).rich(), same);
    }
}

fn node(x: f64) -> Node {
    Node { x, y: None, child: None, color: None, extra: Extra::new() }
}

fn rich() -> Rich {
    Rich { owner: None, parts: Vec::new(), ..Maker::new(7, true).rich() }
}

#[test]
fn one_of_each_kind_is_read_back() {
    let rich = || Rich { numbers: vec![], single: 0.0, maybe_single: None, ..rich() };
    let guarded = |text: &str| json::from_str::<Guarded<Shape>>(text).unwrap();
    let values = [
        Rich { etag: Some("W/\"1\"".into()), ..rich() },
        Rich { odata_type: Some("contoso.foreign".into()), ..rich() },
        Rich { count_of_parts: Some(i64::MIN), conflict: Some(String::new()), secret: Some("s".into()), ..rich() },
        Rich { owner_bind: Some("users/1".into()), parts_bind: vec!["a".into()], ..rich() },
        Rich { parts: vec![node(1.0)], owner: Some(Box::new(rich())), ..rich() },
        Rich {
            member: Color::UnknownFutureValue,
            members: vec![Color::UnknownFutureValue, Color::Unrecognized("x".into())],
            ..rich()
        },
        Rich {
            flags: Flags::from([Side::UnknownFutureValue, Side::Unrecognized("up".into())]),
            maybe_flags: Some(Flags::new()),
            ..rich()
        },
        Rich {
            maybe_family: Some(Shape::Unrecognized(Unrecognized {
                odata_type: Some("a.b".into()),
                members: Extra::new(),
            })),
            ..rich()
        },
        Rich { family: Circle { base: node(1.0), radius: "1.50".parse().unwrap() }.into(), ..rich() },
        Rich { guarded: vec![guarded(r#"{"x":"bad","a":[null]}"#), guarded("[]"), guarded(r#"{"x":1}"#)], ..rich() },
        Rich { partial: Some(json::from_str(r#"{"y":null,"color":"unknownFutureValue"}"#).unwrap()), ..rich() },
        Rich { decimal: "123456789012345678901234567890".parse().unwrap(), ..rich() },
        Rich { any: json!({"@odata.type": 1, "a": [null, -0.0]}), maybe_any: Some(Value::Null), ..rich() },
        Rich { maybe_by_key: Some(Dictionary::from([("", None), ("id", Some(1.0)), ("@x", Some(2.0))])), ..rich() },
    ];
    for value in &values[..values.len() - 1] {
        survives_as(value, same);
    }
    // What begins with `@` is no key of a dictionary.
    let [.., value] = &values;
    let read: Rich = json::from_slice(&json::to_vec(value).unwrap()).unwrap();
    assert_eq!(read.maybe_by_key.unwrap().len(), 2);
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "contoso.floats", untagged)]
struct Floats {
    double: f64,
    maybe: Option<f64>,
    list: Vec<f32>,
}

#[test]
fn floats_are_read_back_by_their_bits() {
    let doubles =
        [0.0, -0.0, f64::INFINITY, f64::NEG_INFINITY, f64::MIN_POSITIVE, 5e-324, f64::MAX, 0.1, 1e21, 1.0 / 3.0];
    let singles = [0.0, -0.0, f32::INFINITY, f32::NEG_INFINITY, 1e-45, f32::MAX, 0.1, 16_777_217.0, 1.0 / 3.0];
    for double in doubles {
        let value = Floats { double, maybe: Some(-double), list: singles.to_vec() };
        survives_as(&value, |a, b| {
            a.double.to_bits() == b.double.to_bits()
                && a.maybe.map(f64::to_bits) == b.maybe.map(f64::to_bits)
                && a.list.iter().map(|single| single.to_bits()).eq(b.list.iter().map(|single| single.to_bits()))
        });
    }
    survives_as(&Floats { double: f64::NAN, maybe: Some(f64::NAN), list: vec![f32::NAN] }, |a, _| {
        a.double.is_nan() && a.maybe.is_some_and(f64::is_nan) && a.list[0].is_nan()
    });
    let value = Floats { double: f64::INFINITY, maybe: Some(f64::NAN), list: vec![f32::NEG_INFINITY, 1.0, -0.0] };
    assert_eq!(stored(&value), r#"{"double":"INF","maybe":"NaN","list":["-INF",1.0,-0.0]}"#);
}

#[test]
fn singles_are_read_back_by_their_bits() {
    let mut random = fastrand::Rng::with_seed(1);
    for _ in 0..20_000 {
        let single = f32::from_bits(random.u32(..));
        let read: Vec<f32> = json::from_slice(&json::to_vec(&vec![single]).unwrap()).unwrap();
        assert!(read[0].to_bits() == single.to_bits() || single.is_nan(), "{single:e}");
    }
}

/// W3: the text of a Decimal is kept, whatever its length.
#[test]
fn a_decimal_of_thirty_digits_goes_every_way() {
    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "contoso.charge", collection = "charges")]
    struct Charge {
        charge: Decimal,
        more: Vec<Decimal>,
        by_key: Dictionary<Decimal>,
        guarded: Option<Guarded<Decimal>>,
    }
    for text in [
        "123456789012345678901234567890",
        "-0.123456789012345678901234567891",
        "1.10",
        "9223372036854775808",
        "0",
        "-7",
    ] {
        let decimal: Decimal = text.parse().unwrap();
        let digits = |value: &Charge| {
            let more = value.more.iter().chain(value.by_key.iter().map(|(_, value)| value));
            let guarded = value.guarded.iter().map(|guarded| guarded.as_ref().unwrap());
            [&value.charge].into_iter().chain(more).chain(guarded).map(Decimal::to_string).collect::<Vec<_>>()
        };
        let value = Charge {
            charge: decimal.clone(),
            more: vec![decimal.clone()],
            by_key: Dictionary::from([("a", decimal.clone())]),
            guarded: Some(decimal.into()),
        };
        survives_as(&value, |a, b| digits(a) == digits(b));
        survives(&value);
        assert_eq!(digits(&value), vec![text; 4]);
        // To a service it is a number, and as one it is read: all its digits, by both ways.
        let request = Charge::collection().create().charge(value.charge.clone()).more(value.more.clone()).request();
        let sent = body(request);
        assert_eq!(sent, format!(r##"{{"@odata.type":"#contoso.charge","charge":{text},"more":[{text}]}}"##));
        assert_eq!(digits(&read::<Charge>(&sent)), vec![text; 2]);
        let string = sent.replace(text, &format!("\"{text}\""));
        assert_eq!(digits(&read::<Charge>(&string)), vec![text; 2]);
    }
}

// Requests

#[derive(Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.group", collection = "groups")]
struct Group {
    #[graph(etag)]
    etag: Option<String>,
    #[graph(navigation)]
    members: Vec<Person>,
    #[graph(key, read_only)]
    id: String,
    display_name: String,
    #[graph(immutable)]
    unique_name: Option<String>,
    #[graph(navigation)]
    owner: Option<Person>,
    #[graph(bind, rename = "members")]
    member_urls: Vec<String>,
    #[graph(write_only, sensitive)]
    password: Option<String>,
    settings: Option<Settings>,
    #[graph(annotation = "@microsoft.graph.teamCreationMode")]
    mode: Option<String>,
    #[graph(annotation = "members@odata.count")]
    count: Option<i64>,
    #[graph(bind, rename = "owner")]
    owner_url: Option<String>,
    tags: Vec<String>,
    #[graph(serde)]
    serde: Option<(i32, i32)>,
    #[graph(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
struct Person {
    #[graph(etag)]
    etag: Option<String>,
    #[graph(read_only)]
    id: String,
    #[graph(navigation)]
    manager: Option<Box<Person>>,
    name: String,
    #[graph(bind, rename = "manager")]
    manager_url: Option<String>,
    #[graph(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.settings")]
struct Settings {
    #[graph(read_only)]
    computed: i32,
    #[graph(immutable)]
    region: Option<String>,
    level: i32,
    by_name: Dictionary<Settings>,
    #[graph(extra)]
    extra: Extra,
}

/// Control information as a service sends it, and what of it is for requests too.
fn odd() -> Extra {
    let members = json!({
        "@odata.context": "c", "@odata.id": "i", "@odata.etag": "e", "@odata.editLink": "l", "@Odata.ReadLink": "l",
        "@odata.nextLink": "n", "x@odata.count": 1, "x@odata.navigationLink": "n", "x@odata.mediaReadLink": "m",
        "@context": "c", "@removed": {"reason": "changed"}, "x@delta": [], "@etag": "e", "#microsoft.graph.fn": {},
        "x@odata.bind": "u", "x@odata.type": "#Int64", "@contoso.note": 1, "open": {"@odata.etag": "data"},
    });
    members.as_object().unwrap().clone().into_iter().collect()
}

/// The same as text, without what a request does not have.
const ODD: &str = r##""@contoso.note":1,"open":{"@odata.etag":"data"},"x@odata.bind":"u","x@odata.type":"#Int64""##;

fn person(name: &str) -> Person {
    Person {
        etag: Some("e".into()),
        id: "set by the service".into(),
        manager: None,
        name: name.into(),
        manager_url: None,
        extra: odd(),
    }
}

fn group() -> Group {
    let settings =
        Settings { computed: 1, region: Some("r".into()), level: 2, by_name: Dictionary::new(), extra: odd() };
    Group {
        etag: Some("e".into()),
        members: vec![person("m")],
        id: "1".into(),
        display_name: "g".into(),
        unique_name: Some("u".into()),
        owner: Some(person("o")),
        member_urls: vec!["users/1".into()],
        password: Some("s3cret".into()),
        settings: Some(Settings { by_name: Dictionary::from([("k", settings.clone())]), ..settings }),
        mode: Some("migration".into()),
        count: Some(1),
        owner_url: Some("users/2".into()),
        tags: vec![],
        serde: None,
        extra: odd(),
    }
}

#[test]
fn create_sends_what_was_set_and_nothing_else() {
    let request = Group::collection().create().display_name("g").request();
    assert_eq!(body(request), r##"{"@odata.type":"#microsoft.graph.group","displayName":"g"}"##);
    // An empty list that was set is set.
    let request = Group::collection().create().display_name("g").tags([""; 0]).request();
    assert_eq!(body(request), r##"{"@odata.type":"#microsoft.graph.group","displayName":"g","tags":[]}"##);
}

#[test]
fn create_sends_the_type_first_binds_before_relationships_and_what_is_not_named_last() {
    let expected = format!(
        r##"{{"@odata.type":"#microsoft.graph.group","displayName":"g","uniqueName":"u","members@odata.bind":["users/1"],"password":"p","@microsoft.graph.teamCreationMode":"migration","owner@odata.bind":"users/2","serde":[1,2],"members":[{{"@odata.type":"#microsoft.graph.user","name":"m"}}],"owner":{{"@odata.type":"#microsoft.graph.user","name":"o","manager@odata.bind":"users/3","manager":{{"@odata.type":"#microsoft.graph.user","name":"b"}}}},{ODD}}}"##
    );
    // Whatever the order of the calls. Drafts in drafts: deep insert, without what the service sets.
    let manager = || Person::draft().name("b");
    let owner = || Person::draft().manager(manager()).manager_url("users/3").name("o");
    let a = Group::collection()
        .create()
        .extra(odd())
        .owner(owner())
        .members([Person::draft().name("m")])
        .serde((1, 2))
        .owner_url("users/2")
        .mode("migration")
        .password("p")
        .member_urls(["users/1"])
        .unique_name("u")
        .display_name("g");
    let b = Group::collection()
        .create()
        .display_name("g")
        .unique_name("u")
        .member_urls(["users/1"])
        .password("p")
        .mode("migration")
        .owner_url("users/2")
        .serde((1, 2))
        .members([Person::draft().name("m")])
        .owner(owner())
        .extra(odd());
    assert_eq!(body(a.request()), expected);
    assert_eq!(body(b.request()), expected);
}

#[test]
fn create_of_values_sends_neither_control_information_nor_what_the_service_sets() {
    let user = format!(
        r##"{{"@odata.type":"#microsoft.graph.user","name":"m","manager@odata.bind":"users/3","manager":{{"@odata.type":"#microsoft.graph.user","name":"b",{ODD}}},{ODD}}}"##
    );
    let boss = Person { manager_url: Some("users/3".into()), manager: Some(Box::new(person("b"))), ..person("m") };
    let request = Group::collection().create().display_name("g").owner(boss.clone()).members(vec![boss]).request();
    assert_eq!(
        body(request),
        format!(r##"{{"@odata.type":"#microsoft.graph.group","displayName":"g","members":[{user}],"owner":{user}}}"##)
    );
    let settings = group().settings.unwrap();
    let inner = r##""@odata.type":"#microsoft.graph.settings","region":"r","level":2"##;
    let request = Group::collection().create().display_name("g").settings(settings).request();
    assert_eq!(
        body(request),
        format!(
            r##"{{"@odata.type":"#microsoft.graph.group","displayName":"g","settings":{{{inner},"byName":{{"k":{{{inner},"byName":{{}},{ODD}}}}},{ODD}}}}}"##
        )
    );
}

/// W12, PATCH: unset is absent, `Null` is null, a value is itself; the key and what is set once have no place in it.
#[test]
fn update_sends_three_states() {
    let update = || Group::collection().item("1").update();
    assert_eq!(body(update().request()), r##"{"@odata.type":"#microsoft.graph.group"}"##);
    let request =
        update().settings(Null).mode("m").password(Null).owner_url(Null).display_name("n").tags(["a"]).request();
    assert_eq!(
        body(request),
        r##"{"@odata.type":"#microsoft.graph.group","displayName":"n","password":null,"settings":null,"@microsoft.graph.teamCreationMode":"m","owner@odata.bind":null,"tags":["a"]}"##
    );
    // The last call counts, and what a request has not is left out of `extra` too.
    let request = update()
        .settings(Null)
        .settings(Settings::draft().level(1))
        .display_name("a")
        .display_name("b")
        .extra(odd())
        .request();
    assert_eq!(
        body(request),
        format!(
            r##"{{"@odata.type":"#microsoft.graph.group","displayName":"b","settings":{{"@odata.type":"#microsoft.graph.settings","level":1}},{ODD}}}"##
        )
    );
    // A member of `extra` can be null, which takes an open property away.
    let open: Extra = [("open", Value::Null), ("id", json!("2")), ("@type", json!("x"))].into_iter().collect();
    assert_eq!(body(update().extra(open).request()), r##"{"@odata.type":"#microsoft.graph.group","open":null}"##);
}

#[test]
fn replace_sends_all_that_is_writable_and_no_relationship() {
    let request = Group::collection().item("1").replace(&group()).check().unwrap();
    assert_eq!(request.method(), "PUT");
    let inner = r##""@odata.type":"#microsoft.graph.settings","region":"r","level":2"##;
    assert_eq!(
        body(Ok(request)),
        format!(
            r##"{{"@odata.type":"#microsoft.graph.group","displayName":"g","uniqueName":"u","members@odata.bind":["users/1"],"password":"s3cret","settings":{{{inner},"byName":{{"k":{{{inner},"byName":{{}},{ODD}}}}},{ODD}}},"@microsoft.graph.teamCreationMode":"migration","owner@odata.bind":"users/2","tags":[],{ODD}}}"##
        )
    );
    for seed in 0..20 {
        let rich = Maker::new(seed, true).rich();
        let sent: Value = serde_json::from_str(&body(Rich::collection().item("1").replace(&rich).check())).unwrap();
        let sent = sent.as_object().unwrap();
        for name in ["@odata.etag", "id", "created", "parts", "owner", "parts@odata.count"] {
            assert!(!sent.contains_key(name), "{name}");
        }
        let nulls: Vec<_> = sent.iter().filter(|(_, value)| value.is_null()).map(|(name, _)| name.as_str()).collect();
        assert!(nulls.iter().all(|name| ["any", "maybeAny"].contains(name)), "{nulls:?}");
    }
}

/// W3: it stands for members that a client does not know.
#[test]
fn unknown_future_value_is_refused_wherever_it_stands() {
    const SENTINEL: Color = Color::UnknownFutureValue;
    let bad = || Node { color: Some(SENTINEL), ..node(1.0) };
    let update = || Rich::collection().item("1").update();
    let requests = [
        ("member", update().member(SENTINEL).request()),
        ("maybeMember", update().maybe_member(SENTINEL).request()),
        ("flags", update().flags(Flags::from([Side::Left, Side::UnknownFutureValue])).request()),
        ("maybeFlags", update().maybe_flags(Flags::from(Side::UnknownFutureValue)).request()),
        ("members", update().members([Color::Red, SENTINEL]).request()),
        ("node", update().node(bad()).request()),
        ("maybeBoxed", update().maybe_boxed(Node { child: Some(Box::new(bad())), ..node(0.0) }).request()),
        ("family", update().family(bad()).request()),
        ("maybeFamily", update().maybe_family(Circle { base: bad(), radius: Decimal::default() }).request()),
        ("nodes", update().nodes([node(1.0), bad()]).request()),
        ("byKey", update().by_key([("a", bad())]).request()),
        ("guarded", update().guarded(vec![Guarded::Good(Shape::from(bad()))]).request()),
        ("node", update().node(Node::draft().x(1.0).color(SENTINEL)).request()),
        ("family", update().family(Circle::draft().base(bad()).radius(Decimal::default())).request()),
        ("nodes", update().nodes([Node::draft().x(1.0).child(Node::draft().x(1.0).color(SENTINEL))]).request()),
    ];
    for (at, (name, request)) in requests.into_iter().enumerate() {
        let error = request.map(|request| request.body().clone()).expect_err(name);
        assert!(matches!(error, graph_entity::Error::Usage(_)), "{at}: {error:?}");
        assert_eq!(error.to_string(), format!("`{name}` can't be sent"), "{at}");
        let cause = std::error::Error::source(&error).map(|error| format!("{error:?}")).unwrap_or_default();
        assert!(format!("{error:?} {cause}").contains("unknownFutureValue"), "{at}: {error:?} {cause}");
    }

    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "contoso.painted", collection = "painted")]
    struct Painted {
        color: Color,
        more: Option<Vec<Color>>,
    }
    assert!(Painted::collection().create().color(SENTINEL).request().is_err());
    assert!(Painted::collection().create().color(Color::Red).more([SENTINEL]).request().is_err());
    // Whatever comes after: a value that can't be sent is not forgotten.
    assert!(Painted::collection().create().color(Color::Red).more([SENTINEL]).color(Color::Green).request().is_err());
    let painted = Painted { color: Color::Red, more: Some(vec![SENTINEL]) };
    assert!(Painted::collection().item("1").replace(&painted).check().is_err());
    assert!(Painted::collection().item("1").replace(&Painted { more: None, ..painted.clone() }).check().is_ok());
    // Stored it is like any other.
    survives(&painted);
    // What is no member of an enum may be called so.
    let note: Extra = [("note", json!("unknownFutureValue"))].into_iter().collect();
    assert!(update().text("unknownFutureValue").any(json!("unknownFutureValue")).request().is_ok());
    assert!(update().node(Node::draft().x(1.0).extra(note)).request().is_ok());
    assert!(update().member(Color::Unrecognized("later".into())).request().is_ok());
}

/// W3: the empty set is the member `none`, if there is one.
#[test]
fn no_flag_at_all_is_sent_as_none() {
    let update =
        Rich::collection().item("1").update().flags(Flags::new()).maybe_flags(Flags::from(Side::Left)).request();
    assert_eq!(body(update), r##"{"@odata.type":"#contoso.rich","flags":"none","maybeFlags":"left"}"##);
}

#[test]
fn what_is_only_written_is_sent_and_never_selected() {
    let request = Group::collection().create().display_name("g").password("p").request();
    assert!(body(request).contains(r#""password":"p""#));
    let get = Group::collection().item("1").get().request().unwrap();
    let query = get.query();
    let selected: Vec<&str> =
        query.split('&').find_map(|option| option.strip_prefix("$select=")).unwrap().split(',').collect();
    assert_eq!(selected, ["id", "displayName", "uniqueName", "settings", "tags", "serde"]);
    // And it is not shown.
    #[derive(GraphEntity)]
    #[graph_entity(odata = "contoso.secret", untagged)]
    #[allow(dead_code)]
    struct Secret {
        #[graph(write_only, sensitive)]
        password: Option<String>,
    }
    let secret: Secret = json::from_str(r#"{"password":"s3cret"}"#).unwrap();
    assert!(!format!("{secret:?}").contains("s3cret"));
}

/// A value can't be made without what the service sets; a draft can.
#[test]
fn a_draft_needs_nothing_that_the_service_sets() {
    let settings = Settings::draft().level(3).by_name([("k", Settings::draft().level(4).region("r"))]);
    let request =
        Group::collection().create().display_name("g").settings(settings).owner(Person::draft().name("o")).request();
    assert_eq!(
        body(request),
        r##"{"@odata.type":"#microsoft.graph.group","displayName":"g","settings":{"@odata.type":"#microsoft.graph.settings","level":3,"byName":{"k":{"@odata.type":"#microsoft.graph.settings","region":"r","level":4}}},"owner":{"@odata.type":"#microsoft.graph.user","name":"o"}}"##
    );
}

/// A value or a draft of a variant's type is one of the family; its name is told even if that is not its habit.
#[test]
fn what_is_set_as_one_of_a_family_tells_its_type() {
    let circle = || Circle { base: node(1.0), radius: "2.5".parse().unwrap() };
    let draft = || Circle::draft().base(Node::draft().x(1.0)).radius("2.5".parse::<Decimal>().unwrap());
    let expected = r##"{"@odata.type":"#contoso.circle","x":1.0,"radius":2.5}"##;
    let plain = r##"{"@odata.type":"#contoso.node","x":1.0}"##;
    let update = || Rich::collection().item("1").update();
    for request in [
        update().family(circle()).shapes(vec![Shape::from(circle()), node(1.0).into()]),
        update().family(draft()).shapes([circle().into(), Shape::from(node(1.0))]),
        update().family(Shape::from(circle())).shapes(vec![Shape::from(circle()), node(1.0).into()]),
    ] {
        let rich = format!(r##"{{"@odata.type":"#contoso.rich","family":{expected},"shapes":[{expected},{plain}]}}"##);
        assert_eq!(body(request.request()), rich);
    }
    let drafts = update().shapes([draft(), draft()]).maybe_family(Node::draft().x(1.0)).request();
    let rich = format!(r##"{{"@odata.type":"#contoso.rich","maybeFamily":{plain},"shapes":[{expected},{expected}]}}"##);
    assert_eq!(body(drafts), rich);
    // By itself it has the habit that it has.
    assert_eq!(stored(&circle()), r#"{"x":1.0,"radius":2.5}"#);
}

/// W1.14: one type, the first member; what was read of another one is what is written.
#[test]
fn one_type_and_it_is_first() {
    let text = r##"{"x":1,"@odata.type":"#contoso.newer","name":"n","@type":"#contoso.newest","id":"1","@odata.context":"c","y@odata.nextLink":"l"}"##;
    let person: Person = read(text);
    let written = stored(&person);
    assert!(written.starts_with(r##"{"@odata.type":"#contoso.newest","id":"1","name":"n""##), "{written}");
    assert_eq!(written.matches("@odata.type").count() + written.matches("@type").count(), 1);
    assert_eq!(
        body(Person::collection().item("1").replace(&person).check()),
        r##"{"@odata.type":"#contoso.newest","name":"n","x":1}"##
    );
}

/// What is only a part is written as a part.
#[test]
fn a_part_is_sent_with_its_nulls() {
    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "contoso.outer", collection = "outers")]
    struct Outer {
        part: Option<Partial<Person>>,
    }
    let part: Partial<Person> = read(r#"{"id":"1","name":"n","manager@odata.bind":null,"@odata.etag":"e"}"#);
    let request = Outer::collection().create().part(part.clone()).request();
    assert_eq!(
        body(request),
        r##"{"@odata.type":"#contoso.outer","part":{"@odata.type":"#microsoft.graph.user","name":"n","manager@odata.bind":null}}"##
    );
    survives(&Outer { part: Some(part) });
}

mod setters {
    use graph_entity::{Flags, GraphComplex, GraphEntity, GraphEnum};
    use serde_json::{Value, json};

    #[derive(Debug, Clone, PartialEq, GraphEnum)]
    #[graph_enum(odata = "microsoft.graph.clonableTeamParts", flags)]
    enum Part {
        Apps,
        Tabs,
        #[graph(unrecognized)]
        Unrecognized(String),
    }

    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "contoso.note")]
    struct Note {
        text: String,
    }

    #[derive(Debug, Clone, PartialEq, GraphComplex)]
    #[graph_complex(odata = "contoso.part")]
    struct Inner {
        size: Option<i32>,
        #[graph(navigation)]
        note: Option<Note>,
    }

    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "contoso.thing", collection = "things", untagged)]
    struct Thing {
        parts: Option<Flags<Part>>,
        inner: Option<Inner>,
    }

    fn parts(body: &[u8]) -> Value {
        serde_json::from_slice::<Value>(body).unwrap()["parts"].take()
    }

    #[test]
    fn flags_are_set_by_a_member_or_an_array_of_some() {
        let one = Thing::collection().create().parts(Part::Apps).request().unwrap();
        assert_eq!(parts(one.body()), "apps");
        let two = Thing::collection().create().parts([Part::Apps, Part::Tabs, Part::Apps]).request().unwrap();
        assert_eq!(parts(two.body()), "apps,tabs");
        let refused = Part::from_name("unknownFutureValue");
        assert!(Thing::collection().create().parts(refused).request().is_err());
    }

    #[test]
    fn a_relationship_in_a_draft_is_for_creating_only() {
        let inner = || Inner::draft().size(1).note(Note::draft().text("n"));
        let create = Thing::collection().create().inner(inner()).request().unwrap();
        let body: Value = serde_json::from_slice(create.body()).unwrap();
        assert_eq!(body["inner"]["note"]["text"], json!("n"));
        let error = Thing::collection().item("1").update().inner(inner()).request().unwrap_err();
        let cause = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
        assert!(format!("{error} {cause}").contains("`note` is a relationship"), "{error}: {cause}");
        assert!(Thing::collection().item("1").update().inner(Inner::draft().size(1)).request().is_ok());
    }
}
