//! Properties of `Changes` and `Partial`, for values from a generator that is the same in every run.

use graph_entity::{Changes, Dictionary, Extra, Flags, GraphComplex, GraphEntity, Guarded, Null, Partial, json};
use serde_json::{Map, Value, json};

use super::rich::{Color, Maker, Node, Rich, Side};
use super::{body, read, text_of};

/// How many pairs of values.
const ROUNDS: u64 = 200;

/// What an update can't change.
const NEVER: [&str; 9] = [
    "@odata.etag",
    "id",
    "created",
    "kind",
    "parts",
    "owner",
    "parts@odata.count",
    "@odata.type",
    "@contoso.unchanged",
];

/// The members of a stored value, each as its text: so floats differ by their bits, and objects not by their order. What
/// is null is not there, and no flag at all is the flag `none`: a service is sent that.
fn members<T: graph_entity::model::Property>(value: &T) -> Map<String, Value> {
    let members: Map<String, Value> = serde_json::from_str(&text_of(value)).unwrap();
    let there = members.into_iter().filter(|(_, value)| !value.is_null());
    let texts = there.map(|(name, value)| match value.to_string().as_str() {
        r#""""# if ["flags", "maybeFlags"].contains(&name.as_str()) => (name, r#""none""#.into()),
        text => (name, text.into()),
    });
    texts.collect()
}

fn writable(value: &Rich) -> Map<String, Value> {
    let mut members = members(value);
    members.retain(|name, _| !NEVER.contains(&name.as_str()));
    members
}

/// `old`, of which about a third of the fields are those of another value.
fn changed(maker: &mut Maker, old: &Rich) -> Rich {
    let other = maker.rich();
    let mut new = old.clone();
    macro_rules! mix {
        ($($field:ident)*) => {$(
            if maker.random.u8(..3) == 0 {
                new.$field = other.$field;
            }
        )*};
    }
    mix!(etag base created kind parts owner owner_bind parts_bind conflict count_of_parts secret flag maybe_flag byte short
        int maybe_int long maybe_long single maybe_single double maybe_double text maybe_text member maybe_member flags
        maybe_flags date maybe_time maybe_local date_time maybe_duration guid maybe_binary decimal maybe_decimal node
        maybe_node boxed maybe_boxed family maybe_family numbers holes grid nodes shapes members decimals by_key
        maybe_by_key guarded maybe_guarded partial any maybe_any pair maybe_pair count);
    new
}

/// The names of a body's members, without the type's.
fn sent(changes: &Changes<Rich>) -> Vec<String> {
    let body: Map<String, Value> = serde_json::from_slice(&changes.to_json().unwrap()).unwrap();
    assert_eq!(body.keys().filter(|name| *name == "@odata.type").count(), 1);
    body.keys().filter(|name| *name != "@odata.type").cloned().collect()
}

#[test]
fn changes_make_the_new_value_of_the_old_one() {
    let mut differing = 0;
    for seed in 0..ROUNDS {
        let mut maker = Maker::new(seed, true);
        let old = maker.rich();
        let new = changed(&mut maker, &old);
        let changes = Changes::between(&old, &new).unwrap();

        let mut applied = old.clone();
        changes.apply_to(&mut applied).unwrap_or_else(|error| panic!("{seed}: {error}: {changes:?}"));
        assert_eq!(writable(&applied), writable(&new), "{seed}");
        // What an update can't change is as it was.
        let unchanged = |value: &Rich| {
            let mut members = members(value);
            members.retain(|name, _| NEVER.contains(&name.as_str()));
            members
        };
        assert_eq!(unchanged(&applied), unchanged(&old), "{seed}");

        // Once more makes no difference.
        let once = members(&applied);
        changes.apply_to(&mut applied).unwrap();
        assert_eq!(members(&applied), once, "{seed}");
        let rest = Changes::between(&applied, &new).unwrap();
        assert!(rest.is_empty(), "{seed}: {rest:?}");

        // The body has what differs, and nothing else.
        let (a, b) = (writable(&old), writable(&new));
        let mut names: Vec<&String> = a.keys().chain(b.keys()).filter(|name| a.get(*name) != b.get(*name)).collect();
        names.sort();
        names.dedup();
        let mut sent = sent(&changes);
        sent.sort();
        assert_eq!(sent.iter().collect::<Vec<_>>(), names, "{seed}");
        assert_eq!(changes.is_empty(), sent.is_empty());
        differing += sent.len();
    }
    assert!(differing > 10 * usize::try_from(ROUNDS).unwrap(), "{differing}: the values differ enough");
}

#[test]
fn between_a_value_and_itself_is_nothing() {
    for seed in 0..ROUNDS {
        // Values that can't be sent too, if nothing of them has changed.
        let value = Maker::new(seed, false).rich();
        let changes = Changes::between(&value, &value.clone()).unwrap();
        assert!(changes.is_empty(), "{seed}: {changes:?}");
        assert_eq!(sent(&changes), Vec::<String>::new());
    }
}

#[test]
fn an_update_sends_the_changes_as_they_are() {
    for seed in 0..20 {
        let mut maker = Maker::new(seed, true);
        let old = maker.rich();
        let new = changed(&mut maker, &old);
        let changes = Changes::between(&old, &new).unwrap();
        let bytes = changes.to_json().unwrap();
        let update = Rich::collection().item("1").update_with(changes.clone()).request();
        assert_eq!(body(update).as_bytes(), bytes);
        // And the builder's own are the same thing.
        let again = Rich::collection().item("1").update_with(changes).changes();
        assert_eq!(again.to_json().unwrap(), bytes);
    }
}

#[test]
fn a_changed_value_that_a_service_refuses_is_an_error() {
    let old = Maker::new(1, true).rich();
    let refused: [fn(&mut Rich); 9] = [
        |new| new.member = Color::UnknownFutureValue,
        |new| new.maybe_member = Some(Color::UnknownFutureValue),
        |new| new.flags = Flags::from([Side::Left, Side::UnknownFutureValue]),
        |new| new.members = vec![Color::Red, Color::UnknownFutureValue],
        |new| new.node.color = Some(Color::UnknownFutureValue),
        |new| new.family = node().into(),
        |new| new.nodes = vec![node()],
        |new| new.by_key = Dictionary::from([("a", node())]),
        |new| new.guarded = vec![Guarded::Good(node().into())],
    ];
    fn node() -> Node {
        Node { x: 0.0, y: None, child: None, color: Some(Color::UnknownFutureValue), extra: Extra::new() }
    }
    for (at, change) in refused.into_iter().enumerate() {
        let mut new = old.clone();
        change(&mut new);
        let error = Changes::between(&old, &new).unwrap_err();
        assert!(error.to_string().contains("can't be sent"), "{at}: {error}");
        // It may stay, and be changed to something else.
        assert!(Changes::between(&new, &new).unwrap().is_empty(), "{at}");
        assert_eq!(Changes::between(&new, &old).unwrap().names().count(), 1, "{at}");
    }
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "contoso.account", collection = "accounts")]
struct Account {
    #[graph(key, read_only)]
    id: String,
    plan: Option<Plan>,
    plans: Vec<Plan>,
    double: f64,
    list: Vec<f64>,
    any: Option<Value>,
    city: Option<String>,
    text: String,
    #[graph(odata_type)]
    odata_type: Option<String>,
    #[graph(extra)]
    extra: Extra,
}

/// A nested value with a property of the service's that is promised to be read.
#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "contoso.plan")]
struct Plan {
    #[graph(read_only)]
    id: String,
    name: String,
    #[graph(immutable)]
    region: Option<String>,
    #[graph(extra)]
    extra: Extra,
}

fn account() -> Account {
    Account {
        id: "1".into(),
        plan: None,
        plans: Vec::new(),
        double: 0.0,
        list: vec![0.0],
        any: None,
        city: Some("Ulm".into()),
        text: "t".into(),
        odata_type: None,
        extra: Extra::new(),
    }
}

fn plan(id: &str, name: &str) -> Plan {
    Plan { id: id.into(), name: name.into(), region: None, extra: Extra::new() }
}

#[test]
fn floats_differ_by_their_bits() {
    let names = |old: &Account, new: &Account| {
        let changes = Changes::between(old, new).unwrap();
        changes.names().map(str::to_owned).collect::<Vec<_>>()
    };
    let with = |double: f64| Account { double, list: vec![double], ..account() };
    assert_eq!(names(&with(0.0), &with(-0.0)), ["double", "list"]);
    assert!(names(&with(f64::NAN), &with(f64::NAN)).is_empty());
    assert_eq!(names(&with(f64::INFINITY), &with(f64::NEG_INFINITY)), ["double", "list"]);
    assert_eq!(names(&with(0.1 + 0.2), &with(0.3)), ["double", "list"]);
    let mut applied = with(0.0);
    Changes::between(&with(0.0), &with(-0.0)).unwrap().apply_to(&mut applied).unwrap();
    assert!(applied.double.is_sign_negative() && applied.list[0].is_sign_negative());
}

/// A service sets it: it makes no difference, is not sent, and is a placeholder in a nested value that changes have made.
#[test]
fn what_the_service_sets_in_a_nested_value() {
    let old = Account { plan: Some(plan("a", "n")), plans: vec![plan("b", "n")], ..account() };
    let mut new = old.clone();
    new.plan.as_mut().unwrap().id = "other".into();
    assert!(Changes::between(&old, &new).unwrap().is_empty());

    new.plan.as_mut().unwrap().name = "m".into();
    new.plans.push(plan("c", "o"));
    let changes = Changes::between(&old, &new).unwrap();
    assert_eq!(
        String::from_utf8(changes.to_json().unwrap()).unwrap(),
        r##"{"@odata.type":"#contoso.account","plan":{"@odata.type":"#contoso.plan","name":"m"},"plans":[{"@odata.type":"#contoso.plan","name":"n"},{"@odata.type":"#contoso.plan","name":"o"}]}"##
    );
    let mut applied = old.clone();
    changes.apply_to(&mut applied).unwrap();
    assert_eq!(applied.plan, Some(plan("", "m")));
    assert_eq!(applied.plans, [plan("", "n"), plan("", "o")]);
    // A value that a user promised to send is not there by itself.
    let cleared = Account::collection().item("1").update().city(Null).any(Null).changes();
    let mut applied = Account { any: Some(json!(1)), ..old.clone() };
    cleared.apply_to(&mut applied).unwrap();
    assert_eq!(applied, Account { city: None, any: None, ..old });
}

/// Members that the struct does not name: set, changed, taken away; and control information never.
#[test]
fn extra_members_differ_too() {
    let extra = |members: Value| -> Extra { members.as_object().unwrap().clone().into_iter().collect() };
    let old = Account {
        extra: extra(
            json!({"same": 1, "changed": {"a": 1}, "gone": true, "@odata.etag": "1", "x@odata.count": 1, "@context": 1}),
        ),
        ..account()
    };
    let new = Account {
        extra: extra(
            json!({"same": 1, "changed": {"a": 2}, "new": [1], "@odata.etag": "2", "y@odata.bind": "u", "@odata.type": "#x.y", "@etag": 2}),
        ),
        ..account()
    };
    let changes = Changes::between(&old, &new).unwrap();
    assert_eq!(
        serde_json::from_slice::<Value>(&changes.to_json().unwrap()).unwrap(),
        json!({"@odata.type": "#contoso.account", "changed": {"a": 2}, "new": [1], "y@odata.bind": "u", "gone": null})
    );
    let mut applied = old.clone();
    changes.apply_to(&mut applied).unwrap();
    let expected = json!({"same": 1, "changed": {"a": 2}, "new": [1], "@odata.etag": "1", "x@odata.count": 1, "y@odata.bind": "u", "@context": 1});
    assert_eq!(applied.extra, extra(expected));
}

/// W1.6: on the PATCH of a derived type its own name stands.
#[test]
fn changes_of_another_type_tell_it() {
    let old: Account = read(r##"{"@odata.type":"#contoso.premium","id":"1","double":1,"text":"t","city":"Ulm"}"##);
    let new = Account { city: None, ..old.clone() };
    let changes = Changes::between(&old, &new).unwrap();
    assert_eq!(changes.to_json().unwrap(), br##"{"@odata.type":"#contoso.premium","city":null}"##);
    let update = Account::collection().item("1").update_with(changes).text("u").request();
    assert_eq!(body(update), r##"{"@odata.type":"#contoso.premium","city":null,"text":"u"}"##);
    assert_eq!(
        body(Account::collection().item("1").replace(&new).check()),
        r##"{"@odata.type":"#contoso.premium","plans":[],"double":1.0,"list":[],"text":"t"}"##
    );
}

#[test]
fn debug_shows_names_only() {
    let new = Account { city: Some("s3cret".into()), ..account() };
    let changes = Changes::between(&account(), &new).unwrap();
    assert_eq!(format!("{changes:?}"), r#"Changes({"city"})"#);
}

// Partial

#[test]
fn a_part_sets_what_it_tells_and_nothing_else() {
    for seed in 0..ROUNDS {
        let mut maker = Maker::new(seed, false);
        let old = maker.rich();
        let new = maker.rich();
        let all: Map<String, Value> = serde_json::from_str(&text_of(&new)).unwrap();
        // Control information as a delta query tells it stays in.
        let told: Map<String, Value> = all.into_iter().filter(|_| maker.random.u8(..3) == 0).collect();
        let partial: Partial<Rich> = read_partial(&Value::Object(told.clone()).to_string());

        let mut applied = old.clone();
        partial.apply_to(&mut applied).unwrap();
        let (before, after, target) = (members(&old), members(&applied), members(&new));
        for name in before.keys().chain(after.keys()).chain(target.keys()) {
            if name == "@odata.type" {
                continue;
            }
            let expected = if told.contains_key(name) { &target } else { &before };
            assert_eq!(after.get(name), expected.get(name), "{seed}: {name}");
        }
        let once = members(&applied);
        partial.apply_to(&mut applied).unwrap();
        assert_eq!(members(&applied), once, "{seed}");

        // It is written as it was told.
        let again: Partial<Rich> = read_partial(&text_of(&partial));
        assert_eq!(text_of(&again), text_of(&partial));
        assert_eq!(again.present().collect::<Vec<_>>(), partial.present().collect::<Vec<_>>());
        let written: Map<String, Value> = serde_json::from_str(&text_of(&partial)).unwrap();
        let names = |members: &Map<String, Value>| {
            members.keys().filter(|name| *name != "@odata.type").cloned().collect::<Vec<_>>()
        };
        assert_eq!(names(&written), names(&told), "{seed}");
    }
}

fn read_partial(text: &str) -> Partial<Rich> {
    json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn a_part_replaces_nested_values_whole() {
    let mut old = Account { plan: Some(plan("a", "n")), plans: vec![plan("b", "n")], ..account() };
    old.plan.as_mut().unwrap().extra.insert("kept", json!(1));
    let partial: Partial<Account> = read(r#"{"plan":{"id":"z","name":"m","new":2},"plans":[],"city":null,"open":3}"#);
    let mut applied = old.clone();
    partial.apply_to(&mut applied).unwrap();
    let mut new = plan("z", "m");
    new.extra.insert("new", json!(2));
    assert_eq!(applied.plan, Some(new));
    assert_eq!((applied.plans.len(), applied.city.as_deref()), (0, None));
    assert_eq!(applied.extra.get("open"), Some(&json!(3)));
    assert_eq!((applied.id.as_str(), applied.double), ("1", 0.0));

    // A plain struct too, of which nothing stays.
    #[derive(Debug, Clone, PartialEq, GraphEntity)]
    #[graph_entity(odata = "contoso.owner")]
    struct Owner {
        plan: Plan,
        #[graph(odata_type)]
        odata_type: Option<String>,
    }
    let mut owner = Owner { plan: old.plan.unwrap(), odata_type: None };
    let partial: Partial<Owner> = read(r##"{"plan":{"id":"z","name":"m"},"@odata.type":"#contoso.chief"}"##);
    partial.apply_to(&mut owner).unwrap();
    assert_eq!(owner.plan, plan("z", "m"));
    assert_eq!(owner.odata_type.as_deref(), Some("contoso.chief"));
}

#[test]
fn a_part_is_complete_when_all_that_is_promised_was_told() {
    let complete: Partial<Account> = read(r#"{"id":"1","double":-0.0,"text":""}"#);
    assert_eq!(complete.present().collect::<Vec<_>>(), ["id", "double", "text"]);
    let account = complete.into_complete().unwrap();
    assert!(account.double.is_sign_negative() && account.list.is_empty());
    for text in [r#"{"id":"1","double":0}"#, r#"{"double":0,"text":""}"#, "{}"] {
        let partial: Partial<Account> = read(text);
        let partial = partial.into_complete().unwrap_err();
        assert_eq!(stored_partial(&partial), text.replace(":0", ":0.0"));
    }
    fn stored_partial(partial: &Partial<Account>) -> String {
        text_of(partial)
            .replace("\"@odata.type\":\"#contoso.account\",", "")
            .replace("\"@odata.type\":\"#contoso.account\"", "")
    }
    // A null that is promised not to be one is an error also in a part.
    assert_eq!(super::fails::<Partial<Account>>(r#"{"text":null}"#).0, "$.text");
}
