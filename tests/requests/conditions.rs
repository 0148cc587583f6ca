//! Updates that depend on an etag: 412 and 428 (W4).

use graph_entity::{Error, Null};
use http::Response;

use super::{Script, User, header, user};

fn read(etag: Option<&str>) -> User {
    let mut user: User = graph_entity::json::from_str(r#"{"id":"1","displayName":"Ada"}"#).unwrap();
    user.etag = etag.map(str::to_owned);
    user
}

/// The shapes that etags come in; each goes back as it came.
#[test]
fn the_etag_of_a_read_value_is_sent_as_it_came() {
    for etag in [r#"W/"JzEtVGFzay""#, r#""{896A8E4D-27BF-424B-A0DA-F073AE6570E2},2""#, "ImNOTW1CPSI="] {
        let value = read(Some(etag));
        let item = || user().unchanged_since(&value);
        assert_eq!(header(&item().update().age(Null).request().unwrap(), "if-match"), Some(etag));
        assert_eq!(header(&item().delete(), "if-match"), Some(etag));
        assert_eq!(header(&item().replace(&value), "if-match"), Some(etag));
        assert_eq!(header(&item().media().put("image/png", "x"), "if-match"), Some(etag));
    }
    assert_eq!(header(&user().if_match("*").delete(), "if-match"), Some("*"));
}

#[test]
fn a_value_that_was_read_without_an_etag_can_t_be_the_condition() {
    let error = user().unchanged_since(&read(None)).update().age(1).request().unwrap_err();
    assert_eq!(error.to_string(), "the value has no etag: it was read without one");
}

const REFUSED: &str = r#"{"error":{"code":"PreconditionFailed","message":"The etag does not match."}}"#;

#[test]
fn a_conflict_tells_both_etags() {
    let script = Script::default();
    script.answer(Response::builder().status(412).header("etag", "W/\"2\"").body(REFUSED.into()).unwrap());
    let update = user().unchanged_since(&read(Some("W/\"1\""))).update().display_name("B");
    let error = update.send_blocking(&script.client()).unwrap_err();
    assert!(!error.may_have_been_done());
    assert_eq!(error.status().unwrap(), 412);
    assert_eq!(error.service().unwrap().code(), "PreconditionFailed");
    assert_eq!(
        error.to_string(),
        "the service answered 412 Precondition Failed: PreconditionFailed: The etag does not match."
    );
    let Error::PreconditionFailed(conflict) = error else { panic!("{error:?}") };
    assert_eq!((conflict.sent_etag(), conflict.current_etag()), (Some("W/\"1\""), Some("W/\"2\"")));
    assert_eq!(conflict.service().message(), "The etag does not match.");
}

#[test]
fn a_service_may_want_a_condition() {
    let script = Script::answering([(428, "")]);
    let error = user().update().display_name("B").send_blocking(&script.client()).unwrap_err();
    let Error::PreconditionRequired(wanted) = error else { panic!("{error:?}") };
    assert_eq!((wanted.sent_etag(), wanted.current_etag()), (None, None));
    assert_eq!(wanted.service().status(), 428);
}

#[test]
fn an_update_tells_the_new_etag_where_it_has_no_content() {
    let script = Script::default();
    script.answer(Response::builder().status(204).header("etag", "W/\"2\"").body(bytes::Bytes::new()).unwrap());
    let request = user().update().display_name("B").request().unwrap();
    assert_eq!(script.client().send_response_blocking(request).unwrap().etag(), Some("W/\"2\""));
}
