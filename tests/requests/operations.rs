//! Actions and functions (W4).

use graph_entity::edm::Date;
use graph_entity::{Error, GraphOperation, Null, Page};

use super::{ItemBody, License, Message, Script, User, header, line, user};

#[derive(GraphOperation)]
#[graph_operation(action = "sendMail")]
struct SendMail {
    #[graph(rename = "Message")]
    message: Message,
    save_to_sent_items: Option<bool>,
}

#[derive(GraphOperation)]
#[graph_operation(action = "revokeSignInSessions", returns = bool)]
struct RevokeSignInSessions;

#[derive(GraphOperation)]
#[graph_operation(function = "microsoft.graph.reminderView", returns = Page<License>)]
struct ReminderView {
    #[graph(rename = "StartDateTime")]
    start: String,
    #[graph(rename = "EndDateTime")]
    end: Option<String>,
}

#[derive(GraphOperation)]
#[graph_operation(function = "getActivity", returns = Option<License>)]
struct GetActivity {
    date: Date,
    body: Option<ItemBody>,
    names: Vec<String>,
    kind: Option<super::Importance>,
    #[graph(sensitive)]
    key: Option<String>,
}

#[derive(GraphOperation)]
#[graph_operation(action = "checkMemberGroups", returns = Vec<String>)]
struct CheckMemberGroups {
    group_ids: Vec<String>,
}

fn message() -> Message {
    graph_entity::json::from_str(r#"{"id":"1","subject":"Hi"}"#).unwrap()
}

#[test]
fn an_action_is_a_post_of_its_parameters() {
    let request = user().call(&SendMail { message: message(), save_to_sent_items: None });
    assert_eq!(line(request.clone()), "POST https://g/v1.0/users/1/sendMail");
    assert_eq!(
        request.body(),
        r##"{"Message":{"@odata.type":"#microsoft.graph.message","subject":"Hi","attachments":[]}}"##
    );
    assert_eq!(header(&request, "content-type"), Some("application/json"));
    for (status, body) in [(202, ""), (204, ""), (200, "{}"), (201, "not json")] {
        Script::answering([(status, body)]).client().send_blocking(request.clone()).unwrap();
    }
}

#[test]
fn without_parameters_an_action_has_an_empty_object() {
    assert_eq!(User::collection().call(&RevokeSignInSessions).body(), "{}");
    let script = Script::answering([(200, r#"{"@odata.context":"…","value":true}"#), (200, "{}"), (204, "")]);
    let call = || user().call(&RevokeSignInSessions).send_blocking(&script.client());
    assert!(call().unwrap());
    assert!(matches!(call(), Err(Error::Decode(error)) if error.path() == "$"));
    assert!(matches!(call(), Err(Error::NoContent(_))));
}

#[test]
fn a_function_is_a_get_with_literals_in_its_path() {
    let view = ReminderView { start: "2026-11-24T08:00".into(), end: None };
    let request = user().call(&view);
    assert_eq!(
        line(request.clone()),
        "GET https://g/v1.0/users/1/microsoft.graph.reminderView(StartDateTime='2026-11-24T08:00')"
    );
    assert_eq!(request.path_template(), "users/{key}/microsoft.graph.reminderView()");
    assert_eq!(header(&request, "content-type"), None);
}

#[test]
fn values_that_a_path_can_t_hold_go_into_the_query() {
    let view = ReminderView { start: "a/b".into(), end: Some("O'Neil (x)".into()) };
    assert_eq!(
        line(user().call(&view)),
        "GET https://g/v1.0/users/1/microsoft.graph.reminderView(StartDateTime=@StartDateTime,EndDateTime='O''Neil%20%28x%29')?@StartDateTime='a/b'"
    );
    let activity = GetActivity {
        date: "2018-03-05".parse().unwrap(),
        body: Some(ItemBody { kind: None, content: Some("x&y".into()) }),
        names: vec!["a".into()],
        kind: Some(super::Importance::High),
        key: None,
    };
    assert_eq!(
        line(User::collection().call(&activity)),
        "GET https://g/v1.0/users/getActivity(date=2018-03-05,body=@body,names=@names,kind=microsoft.graph.importance'high')\
         ?@body=%7B%22%40odata.type%22:%22%23microsoft.graph.itemBody%22,%22content%22:%22x%26y%22%7D&@names=%5B%22a%22%5D"
            .replace("%40odata", "@odata")
    );
}

#[test]
fn what_can_t_be_sent_is_told() {
    let activity = GetActivity {
        date: "2018-03-05".parse().unwrap(),
        body: None,
        names: vec![],
        kind: Some(super::Importance::UnknownFutureValue),
        key: None,
    };
    assert!(user().call(&activity).check().is_err());
}

#[test]
fn a_single_value_may_be_none() {
    let activity =
        || GetActivity { date: "2018-03-05".parse().unwrap(), body: None, names: vec![], kind: None, key: None };
    let sku = r#"{"skuId":"184efa21-98d3-44e5-95b3-69d3084c9c0c"}"#;
    let script = Script::answering([(204, ""), (200, sku)]);
    let call = || user().call(&activity()).send_blocking(&script.client()).unwrap();
    assert_eq!(call(), None);
    assert!(call().unwrap().sku_id.is_some());
}

#[test]
fn a_collection_has_a_value_and_more_of_it_is_not_lost_in_silence() {
    let check = CheckMemberGroups { group_ids: vec!["a".into()] };
    let more = r#"{"value":["a"],"@odata.nextLink":"https://graph.microsoft.com/x"}"#;
    let script = Script::answering([(200, r#"{"value":["a","b"]}"#), (200, more)]);
    let call = || user().call(&check).send_blocking(&script.client());
    assert_eq!(call().unwrap(), ["a", "b"]);
    let error = call().unwrap_err();
    assert!(error.to_string().contains("$['@odata.nextLink']"), "{error}");
}

#[test]
fn what_is_no_collection_is_not_taken_for_an_empty_one() {
    let check = CheckMemberGroups { group_ids: vec![] };
    for body in ["{}", r#"{"values":["a"]}"#, r#"{"error":{"code":"x"}}"#, "[]"] {
        let script = Script::answering([(200, body)]);
        assert!(matches!(user().call(&check).send_blocking(&script.client()), Err(Error::Decode(_))), "{body}");
    }
    let script = Script::answering([(200, r#"{"value":null}"#)]);
    assert!(user().call(&check).send_blocking(&script.client()).unwrap().is_empty());
}

#[test]
fn a_null_of_a_structured_value_has_several_forms() {
    let activity =
        GetActivity { date: "2018-03-05".parse().unwrap(), body: None, names: vec![], kind: None, key: None };
    for body in [r#"{"@odata.context":"x","value":null}"#, r#"{"@odata.null":true}"#, "null"] {
        let script = Script::answering([(200, body)]);
        assert_eq!(user().call(&activity).send_blocking(&script.client()).unwrap(), None, "{body}");
    }
    let script = Script::answering([(200, r#"{"disabledPlans":null}"#)]);
    assert!(user().call(&activity).send_blocking(&script.client()).unwrap().is_some());
}

#[test]
fn the_next_page_of_an_action_is_a_plain_get() {
    #[derive(GraphOperation)]
    #[graph_operation(action = "search", returns = Page<License>)]
    struct Search {}
    let first = r#"{"value":[],"@odata.nextLink":"https://graph.microsoft.com/v1.0/next"}"#;
    let script = Script::answering([(200, first), (200, r#"{"value":[]}"#)]);
    assert_eq!(user().if_match("W/1").call(&Search {}).iter(&script.client()).count(), 0);
    let next = &script.asked()[1];
    assert_eq!(next.method(), "GET");
    assert!(next.body().is_empty() && !next.headers().contains_key("if-match"));
    assert!(!next.headers().contains_key("content-type"));
}

#[test]
fn newer_members_of_enums_are_asked_for_where_a_parameter_or_the_result_has_one() {
    #[derive(GraphOperation)]
    #[graph_operation(function = "latest", returns = Page<Message>)]
    struct Latest {}
    let prefers = |request: Option<&str>| request == Some("include-unknown-enum-members");
    assert!(prefers(header(&user().call(&Latest {}), "prefer")));
    assert!(prefers(header(&user().call(&SendMail { message: message(), save_to_sent_items: None }), "prefer")));
    assert!(!prefers(header(&user().call(&RevokeSignInSessions), "prefer")));
}

#[test]
fn a_page_goes_on() {
    let first = r#"{"value":[{"disabledPlans":[]}],"@odata.nextLink":"https://graph.microsoft.com/v1.0/next"}"#;
    let script = Script::answering([(200, first), (200, r#"{"value":[{"disabledPlans":[]}]}"#)]);
    let view = ReminderView { start: "a".into(), end: None };
    assert_eq!(user().call(&view).iter(&script.client()).map(Result::unwrap).count(), 2);
    assert_eq!(script.lines()[1], "GET https://graph.microsoft.com/v1.0/next");
}

#[test]
fn debug_of_an_operation_hides_what_is_sensitive() {
    let activity = GetActivity {
        date: "2018-03-05".parse().unwrap(),
        body: None,
        names: vec![],
        kind: None,
        key: Some("s3cret".into()),
    };
    let text = format!("{activity:?}");
    assert!(!text.contains("s3cret") && text.contains("names"), "{text}");
    // An update's builder has nothing to do with it.
    _ = user().update().age(Null);
}
