//! `$filter`, `$orderby`, `$search` and what they need beside them (W4, W6).

use graph_entity::edm::{Binary, DateTimeOffset, Duration, Guid};
use graph_entity::{Collection, Filter, Flags, Null, Search, it, path};

use super::{Importance, License, Message, Part, User, header};

fn decoded(query: &str) -> String {
    let mut text = Vec::new();
    let mut bytes = query.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let hex = [bytes.next().unwrap(), bytes.next().unwrap()];
            text.push(u8::from_str_radix(std::str::from_utf8(&hex).unwrap(), 16).unwrap());
        } else {
            assert_ne!(byte, b'+', "a space is %20");
            text.push(byte);
        }
    }
    String::from_utf8(text).unwrap()
}

/// The text of a filter of users.
fn users(filter: Filter<User>) -> String {
    let request = User::collection().list().all_properties().filter(filter).request().unwrap();
    let query = request.query().split('&').next().unwrap();
    decoded(query.strip_prefix("$filter=").unwrap())
}

fn messages(filter: Filter<Message>) -> String {
    let list = Collection::<Message>::at("me/messages", &[]).list().all_properties();
    let request = list.filter(filter).request().unwrap();
    decoded(request.query().split('&').next().unwrap().strip_prefix("$filter=").unwrap())
}

#[test]
fn the_vector_of_the_protocol() {
    let list = User::collection().list().all_properties().filter(path!(User.display_name).eq("O'Neil & Co/#1+"));
    let query = list.request().unwrap().query().to_owned();
    assert_eq!(query.replace('/', "%2F"), "$filter=displayName%20eq%20'O''Neil%20%26%20Co%2F%231%2B'");
}

#[test]
fn literals_are_those_of_their_types() {
    let time: DateTimeOffset = "2026-11-24T01:02:03+01:00".parse().unwrap();
    let guid: Guid = "184efa21-98d3-44e5-95b3-69d3084c9c0c".parse().unwrap();
    let span: Duration = "PT1H".parse().unwrap();
    let index = Binary::from(vec![0xfb, 0xff, 0x01]);
    for (filter, expected) in [
        (users(path!(User.display_name).eq("a\"\\\n")), "displayName eq 'a\"\\\n'"),
        (users(path!(User.account_enabled).eq(true)), "accountEnabled eq true"),
        (users(path!(User.age).gt(-3)), "age gt -3"),
        (users(path!(User.age).ge(3)), "age ge 3"),
        (users(path!(User.age).lt(3)), "age lt 3"),
        (users(path!(User.age).le(3)), "age le 3"),
        (users(path!(User.age).ne(Null)), "age ne null"),
        (users(path!(User.hired).ge(time)), "hired ge 2026-11-24T01:02:03+01:00"),
        (
            users(path!(User.birthday).eq("2017-04-01".parse::<graph_entity::edm::Date>().unwrap())),
            "birthday eq 2017-04-01",
        ),
        (users(path!(User.age).is_in([1, 2])), "age in (1,2)"),
        (users(path!(User.display_name).is_in(["a", "b'c"])), "displayName in ('a','b''c')"),
        (
            users(path!(User.assigned_licenses).any(path!(License.sku_id).eq(guid))),
            "assignedLicenses/any(x:x/skuId eq 184efa21-98d3-44e5-95b3-69d3084c9c0c)",
        ),
        (messages(path!(Message.importance).eq(Importance::High)), "importance eq 'high'"),
        (messages(path!(Message.parts).eq(Part::Apps)), "parts eq 'apps'"),
        (messages(path!(Message.parts).eq(Flags::from([Part::Apps, Part::Tabs]))), "parts eq 'apps,tabs'"),
        (messages(path!(Message.parts).has(Part::Tabs)), "parts has 'tabs'"),
        (messages(path!(Message.lasts).gt(span)), "lasts gt duration'PT1H'"),
        (messages(path!(Message.conversation_index).eq(index)), "conversationIndex eq binary'-_8B'"),
        (messages(path!(Message.size).gt(i64::MAX)), "size gt 9223372036854775807"),
        (messages(path!(Message.rank).lt(f64::INFINITY)), "rank lt INF"),
        (messages(path!(Message.rank).eq(1.5)), "rank eq 1.5"),
        (messages(path!(Message.body.content).eq(Null)), "body/content eq null"),
        (messages(path!(Message.outlook_item.id).eq("1")), "id eq '1'"),
    ] {
        assert_eq!(filter, expected);
    }
}

#[test]
fn an_enum_s_member_has_its_type_in_front_where_one_asks_for_it() {
    let list = || {
        let condition = path!(Message.importance).is_in([Importance::Low, Importance::High]);
        let list = Collection::<Message>::at("me/messages", &[]).list().all_properties();
        list.filter(condition & path!(Message.subject).eq("x"))
    };
    let query = decoded(list().qualified_enums().request().unwrap().query());
    assert_eq!(
        query,
        "$filter=importance in (microsoft.graph.importance'low',microsoft.graph.importance'high') and subject eq 'x'"
    );
    assert_eq!(decoded(list().request().unwrap().query()), "$filter=importance in ('low','high') and subject eq 'x'");
}

#[test]
fn what_is_never_sent_is_not_asked_for_either() {
    let list = Collection::<Message>::at("me/messages", &[]).list();
    let error = list.filter(path!(Message.importance).eq(Importance::UnknownFutureValue)).request().unwrap_err();
    assert!(error.to_string().contains("can't be sent"), "{error}");
    let list = User::collection().list();
    assert!(list.filter(path!(User.age).is_in([0; 0])).request().is_err());
}

#[test]
fn conditions_join_with_as_few_parentheses_as_they_need() {
    let a = || path!(User.age).eq(1);
    let b = || path!(User.age).eq(2);
    let c = || path!(User.age).eq(3);
    for (filter, expected) in [
        (a() & b() & c(), "age eq 1 and age eq 2 and age eq 3"),
        (a() | b() | c(), "age eq 1 or age eq 2 or age eq 3"),
        ((a() | b()) & c(), "(age eq 1 or age eq 2) and age eq 3"),
        (a() | (b() & c()), "age eq 1 or age eq 2 and age eq 3"),
        (!a(), "not(age eq 1)"),
        (!(a() | b()) & !c(), "not(age eq 1 or age eq 2) and not(age eq 3)"),
        (Filter::raw("x eq 1 or y eq 2") & a(), "(x eq 1 or y eq 2) and age eq 1"),
        (Filter::raw("geo.distance(a,b) lt 5"), "geo.distance(a,b) lt 5"),
    ] {
        assert_eq!(users(filter), expected);
    }
}

#[test]
fn texts_are_looked_into() {
    for (filter, expected) in [
        (path!(User.display_name).starts_with("O'Ne"), "startswith(displayName,'O''Ne')"),
        (path!(User.display_name).ends_with("a,b)"), "endswith(displayName,'a,b)')"),
        (path!(User.r#type).contains("x"), "contains(type,'x')"),
        (path!(User.manager.display_name).starts_with("A"), "startswith(manager/displayName,'A')"),
    ] {
        assert_eq!(users(filter), expected);
    }
}

#[test]
fn elements_of_collections_have_a_name_in_their_conditions() {
    let phones = path!(User.business_phones);
    let plans = path!(License.disabled_plans);
    let guid: Guid = "184efa21-98d3-44e5-95b3-69d3084c9c0c".parse().unwrap();
    for (filter, expected) in [
        (phones.any(it().eq("1:2")), "businessPhones/any(x:x eq '1:2')"),
        (phones.all(it().starts_with("+49") | it().eq("")), "businessPhones/all(x:startswith(x,'+49') or x eq '')"),
        (phones.is_not_empty(), "businessPhones/any()"),
        (!phones.is_not_empty(), "not(businessPhones/any())"),
        (
            path!(User.assigned_licenses).any(plans.any(it().eq(guid)) & path!(License.sku_id).eq(guid)),
            "assignedLicenses/any(x2:x2/disabledPlans/any(x:x eq 184efa21-98d3-44e5-95b3-69d3084c9c0c) \
             and x2/skuId eq 184efa21-98d3-44e5-95b3-69d3084c9c0c)",
        ),
        (path!(User.assigned_licenses).count().eq(0), "assignedLicenses/$count eq 0"),
    ] {
        assert_eq!(users(filter), expected);
    }
}

#[test]
fn two_conditions_have_to_be_true_both() {
    let list = User::collection().list().all_properties();
    let list = list.filter(path!(User.age).gt(1) | path!(User.age).eq(0)).filter(path!(User.account_enabled).eq(true));
    assert_eq!(decoded(list.request().unwrap().query()), "$filter=(age gt 1 or age eq 0) and accountEnabled eq true");
}

/// What makes a query of directory objects an advanced one, which needs a header and `$count` (W6).
#[test]
fn advanced_queries_have_what_they_need() {
    let list = || User::collection().list().all_properties();
    let eq = || path!(User.age).eq(1);
    let plain = [
        list(),
        list().filter(eq()),
        list().filter(path!(User.display_name).starts_with("a")),
        list().filter(path!(User.assigned_licenses).any(path!(License.sku_id).eq(Null))),
        list().order_by(path!(User.age)),
        list().top(5).skip(2),
    ];
    for list in plain {
        let request = list.request().unwrap();
        assert_eq!(header(&request, "consistencylevel"), None, "{}", request.query());
        assert!(!request.query().contains("$count="), "{}", request.query());
    }
    let advanced = [
        list().count(),
        list().filter(path!(User.age).ne(1)),
        list().filter(!eq()),
        list().filter(eq() & path!(User.display_name).ends_with("x")),
        list().filter(path!(User.business_phones).any(it().ends_with("x"))),
        list().filter(path!(User.assigned_licenses).count().eq(0)),
        list().filter(eq()).order_by(path!(User.age)),
        list().order_by(path!(User.age)).order_by_descending(path!(User.display_name)),
        User::collection().of::<User>().list().filter(eq()),
    ];
    for list in advanced {
        let request = list.request().unwrap();
        assert_eq!(header(&request, "consistencylevel"), Some("eventual"), "{}", request.query());
        assert!(request.query().ends_with("&$count=true") || request.query() == "$count=true", "{}", request.query());
    }
}

#[test]
fn what_is_said_raw_counts_and_the_caller_knows_better() {
    let list = || User::collection().list().all_properties();
    let eventual = |list: graph_entity::List<User>| {
        let request = list.request().unwrap();
        (header(&request, "consistencylevel").is_some(), request.query().contains("$count=true"))
    };
    let eq = || path!(User.age).eq(1);
    assert_eq!(eventual(list().filter(eq()).query_option("$orderby", "age")), (true, true));
    assert_eq!(eventual(list().query_option("$filter", "age eq 1").order_by(path!(User.age))), (true, true));
    assert_eq!(eventual(list().query_option("$search", "\"x\"")), (true, false));
    assert_eq!(eventual(list().query_option("$count", "true")), (true, true));
    assert_eq!(eventual(list().order_by(path!(User.business_phones).count())), (true, true));
    assert_eq!(eventual(list().filter(eq()).advanced(true)), (true, true));
    assert_eq!(eventual(list().filter(!eq()).advanced(false)), (false, false));
    // Of two options with one name the later stays.
    let list = list().query_option("$filter", "a").query_option("$filter", "b");
    assert_eq!(list.request().unwrap().query(), "$filter=b");
}

#[test]
fn order_has_a_direction() {
    let list = User::collection().list().all_properties();
    let list = list.order_by(path!(User.display_name)).order_by_descending(path!(User.manager.age));
    assert_eq!(decoded(list.request().unwrap().query()), "$orderby=displayName,manager/age desc&$count=true");
}

#[test]
fn a_family_is_filtered_and_ordered_by_what_its_types_have() {
    let list = super::DirectoryObject::in_group("1").list();
    let list = list.filter(path!(User.display_name).starts_with("A").within()).order_by(path!(User.age).within());
    let query = decoded(list.request().unwrap().query());
    assert_eq!(query, "$filter=startswith(displayName,'A')&$orderby=age&$count=true");
}

#[test]
fn a_search_needs_the_header_only() {
    let list = |search: Search<User>| User::collection().list().all_properties().search(search).request().unwrap();
    let request = list("subject:has".into());
    assert_eq!(decoded(request.query()), r#"$search="subject:has""#);
    assert_eq!(header(&request, "consistencylevel"), Some("eventual"));
    let one = || Search::property(path!(User.display_name), "O\"ne");
    let two = || Search::property(path!(User.r#type), "x\\y");
    assert_eq!(decoded(list(one() & two()).query()), r#"$search="displayName:O\"ne" AND "type:x\\y""#);
    assert_eq!(
        decoded(list((one() | two()) & Search::text("z")).query()),
        r#"$search=("displayName:O\"ne" OR "type:x\\y") AND "z""#
    );
}

#[test]
fn a_count_is_a_number_as_text() {
    let count = User::collection().count().filter(path!(User.age).gt(1)).request().unwrap();
    assert_eq!(super::line(count.clone()), "GET https://g/v1.0/users/$count?$filter=age%20gt%201");
    assert_eq!(header(&count, "accept"), Some("text/plain"));
    assert_eq!(header(&count, "consistencylevel"), Some("eventual"));
    for (body, expected) in
        [("893", Some(893)), ("\u{feff}893\r\n", Some(893)), ("x", None), ("-1", None), ("1.0", None)]
    {
        let script = super::Script::answering([(200, body)]);
        assert_eq!(script.client().send_blocking(count.clone()).ok(), expected, "{body}");
    }
}

#[test]
fn neither_a_filter_nor_a_search_shows_its_values() {
    let text = format!("{:?} {:?}", path!(User.display_name).eq("secret"), Search::<User>::text("secret"));
    assert!(!text.contains("secret"), "{text}");
    let list = User::collection().list().filter(path!(User.display_name).eq("secret"));
    assert!(!format!("{list:?}").contains("secret"));
    assert!(!format!("{:?}", list.request()).contains("secret"));
}
