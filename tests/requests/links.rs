//! Links that a service sends: where they may lead, and that a job goes on by them in another process (W6, W10).

use graph_entity::{Error, Guarded, NextLink, path};
use http::Response;

use super::{Script, User, user};

fn page_with(next: &str) -> String {
    format!(r#"{{"value":[],"@odata.nextLink":{}}}"#, serde_json::Value::from(next))
}

#[test]
fn a_link_to_another_origin_is_not_followed() {
    for link in [
        "https://evil.example/v1.0/users?$skiptoken=s3cret",
        "http://graph.microsoft.com/v1.0/users",
        "https://graph.microsoft.com.evil.example/",
        "https://evilgraph.microsoft.com/",
        "https://graph.microsoft.com@evil.example/",
        "https://user@graph.microsoft.com/",
        "https://graph.microsoft.com:8443/",
        "https://graph.microsoft.com./",
        "//evil.example/",
        "javascript:alert(1)",
        "ftp://graph.microsoft.com/",
        "https://",
        "https:graph.microsoft.com/",
        "https://graph.microsoft.com\\@evil.example/",
        "https://graph.microsoft.com\u{0}.evil.example/",
        "https://gr\u{e4}ph.microsoft.com/",
    ] {
        let script = Script::answering([(200, page_with(link).as_str())]);
        let mut pages = User::collection().list().iter_pages(&script.client());
        assert!(pages.next().unwrap().is_ok());
        let error = pages.next().unwrap().unwrap_err();
        assert!(
            matches!(&error, Error::Link(error) if error.is_foreign() || error.is_malformed()),
            "{link}: {error:?}"
        );
        assert!(!format!("{error} {error:?}").contains("s3cret"));
        assert_eq!(script.asked().len(), 1, "{link}");
    }
    for link in ["https://GRAPH.microsoft.com/v1.0/x", "https://graph.microsoft.com:443/x"] {
        let script = Script::answering([(200, page_with(link).as_str()), (200, r#"{"value":[]}"#)]);
        assert_eq!(User::collection().list().iter_pages(&script.client()).map(Result::unwrap).count(), 2);
    }
}

/// Graph's links are absolute and encoded; the standard allows relative ones, and some services leave a key as it is.
#[test]
fn a_link_is_read_leniently_within_the_origin() {
    for (link, url) in [
        (
            "https://graph.microsoft.com/v1.0/users/a b/m?$skiptoken=x",
            "https://graph.microsoft.com/v1.0/users/a%20b/m?$skiptoken=x",
        ),
        ("https://graph.microsoft.com/v1.0/users/\u{fc}", "https://graph.microsoft.com/v1.0/users/%C3%BC"),
        (" https://graph.microsoft.com/x\n", "https://graph.microsoft.com/x"),
        ("/v1.0/users?$skip=1", "https://graph.microsoft.com/v1.0/users?$skip=1"),
        ("users?$skip=1", "https://graph.microsoft.com/v1.0/users?$skip=1"),
        ("users('a:b')?x=1:2", "https://graph.microsoft.com/v1.0/users('a:b')?x=1:2"),
    ] {
        let script = Script::answering([(200, page_with(link).as_str()), (200, r#"{"value":[]}"#)]);
        let mut pages = User::collection().list().iter_pages(&script.client());
        let first = pages.next().unwrap().unwrap();
        pages.next().unwrap_or_else(|| panic!("{link}")).unwrap_or_else(|error| panic!("{link}: {error}"));
        assert_eq!(script.asked()[1].uri(), url);
        // It is absolute when it is kept.
        let saved = serde_json::to_value(first.next_link().unwrap()).unwrap();
        assert_eq!(saved["url"], url);
        serde_json::from_value::<NextLink<User>>(saved).unwrap();
    }
}

#[test]
fn what_is_wrong_with_the_request_of_a_link_is_not_the_link() {
    let link = || LINK.parse::<NextLink<User>>().unwrap().request();
    let script = Script::default();
    for request in [link().header("a b", "x"), link().query_option("$top", "1")] {
        assert!(matches!(request.send_blocking(&script.client()), Err(Error::Usage(_))));
    }
}

const LINK: &str = "https://graph.microsoft.com/v1.0/users?$skiptoken=X%2B%3d";

#[test]
fn a_link_is_kept_as_json_with_what_the_next_page_needs() {
    let script = Script::answering([(200, page_with(LINK).as_str())]);
    let list = User::collection().list().filter(path!(User.age).ne(1)).max_page_size(5);
    let request = list.request().unwrap().header("x-mine", "not kept");
    let page = request.send_blocking(&script.client()).unwrap();
    let saved = serde_json::to_string(page.next_link().unwrap()).unwrap();
    assert_eq!(
        saved,
        format!(
            r#"{{"url":"{LINK}","template":"users","consistencylevel":"eventual","prefer":"odata.maxpagesize=5"}}"#
        )
    );
    // In another process.
    let link: NextLink<User> = serde_json::from_str(&saved).unwrap();
    assert_eq!(&link, page.next_link().unwrap());
    let script = Script::answering([(200, r#"{"value":[{"id":"9","displayName":"x"}]}"#)]);
    assert_eq!(link.iter(&script.client()).next().unwrap().unwrap().id, "9");
    let asked = script.asked();
    assert_eq!(asked[0].uri().to_string(), LINK);
    assert_eq!(asked[0].headers()["consistencylevel"], "eventual");
    assert_eq!(asked[0].headers()["prefer"], "odata.maxpagesize=5");
    // Of another kind of reading it is the same link.
    let guarded: NextLink<Guarded<User>> = serde_json::from_str(&saved).unwrap();
    assert_eq!(guarded.request().path_template(), "users");
}

#[test]
fn what_is_no_link_does_not_parse() {
    for saved in [
        r#"{"url":"http://graph.microsoft.com/x"}"#,
        r#"{"url":"https://u:p@graph.microsoft.com/x"}"#,
        r#"{"url":"/x"}"#,
        r#"{"url":""}"#,
        r#"{}"#,
        r#""https://graph.microsoft.com/x""#,
        r#"{"url":"https://graph.microsoft.com/x","prefer":"a\r\nb"}"#,
    ] {
        assert!(serde_json::from_str::<NextLink<User>>(saved).is_err(), "{saved}");
    }
    // One of this machine does, and one of another service is refused by the client.
    assert!(serde_json::from_str::<NextLink<User>>(r#"{"url":"http://127.0.0.1:1/x","more":[1]}"#).is_ok());
    let link: NextLink<User> = serde_json::from_str(r#"{"url":"https://graph.microsoft.us/v1.0/x"}"#).unwrap();
    let script = Script::default();
    let error = link.request().send_blocking(&script.client()).unwrap_err();
    assert!(matches!(error, Error::Link(_)));
    assert_eq!(script.asked().len(), 0);
}

#[test]
fn an_expanded_relationship_may_have_more_and_say_so() {
    #[derive(graph_entity::GraphEntity)]
    #[graph_entity(odata = "microsoft.graph.team", collection = "teams")]
    struct Team {
        #[graph(navigation)]
        members: Vec<User>,
        #[graph(annotation = "members@odata.nextLink", sensitive)]
        more_members: Option<String>,
    }
    let user = r#"{"id":"1","displayName":"x"}"#;
    let team = format!(r#"{{"members":[{user}],"members@odata.nextLink":"{LINK}"}}"#);
    let script = Script::answering([(200, team.as_str()), (200, format!(r#"{{"value":[{user}]}}"#).as_str())]);
    let team = Team::collection().item("1").get().send_blocking(&script.client()).unwrap();
    let more: NextLink<User> = team.more_members.unwrap().parse().unwrap();
    assert_eq!(team.members.len() + more.iter(&script.client()).count(), 2);
    assert_eq!(script.asked()[1].uri().to_string(), LINK);
    assert!("http://evil.example".parse::<NextLink<User>>().is_err());
}

fn redirect(status: u16, to: &str) -> Response<bytes::Bytes> {
    Response::builder().status(status).header("location", to).body(bytes::Bytes::new()).unwrap()
}

#[test]
fn a_get_is_redirected_and_the_token_stays_at_home() {
    let script = Script::default();
    script.answer(redirect(302, "/v1.0/elsewhere?x=1"));
    script.answer(redirect(307, "https://files.example/pre-signed?tempauth=s3cret"));
    script.answer(Response::new(r#"{"id":"1","displayName":"x"}"#.into()));
    user().get().request().unwrap().header("x-mine", "1").send_blocking(&script.client()).unwrap();
    let asked = script.asked();
    assert_eq!(asked[1].uri(), "https://graph.microsoft.com/v1.0/elsewhere?x=1");
    assert_eq!(asked[1].headers()["authorization"], "Bearer t0ken");
    assert_eq!(asked[2].uri(), "https://files.example/pre-signed?tempauth=s3cret");
    assert_eq!(asked[2].headers().keys().map(http::HeaderName::as_str).collect::<Vec<_>>(), ["accept"]);
}

#[test]
fn a_redirect_leads_to_tls_only_and_not_for_ever() {
    for to in ["http://files.example/x", "http://127.0.0.1/x", "//evil.example/x", "x", "https://u@files.example/x"] {
        let script = Script::default();
        script.answer(redirect(302, to));
        let error = user().get().send_blocking(&script.client()).unwrap_err();
        assert!(matches!(&error, Error::Link(error) if error.is_foreign() || error.is_malformed()), "{to}: {error:?}");
        assert_eq!(script.asked().len(), 1);
    }
    let script = Script::default();
    for _ in 0..6 {
        script.answer(redirect(302, "/v1.0/x"));
    }
    let error = user().get().send_blocking(&script.client()).unwrap_err();
    assert_eq!(error.to_string(), "the service redirected too often");
    assert_eq!(script.asked().len(), 6);
}

#[test]
fn a_redirect_to_nowhere_is_an_answer() {
    for response in
        [redirect(302, ""), Response::builder().status(302).body(bytes::Bytes::new()).unwrap(), redirect(304, "/x")]
    {
        let script = Script::default();
        let status = response.status();
        script.answer(response);
        assert_eq!(user().get().send_blocking(&script.client()).unwrap_err().service().unwrap().status(), status);
    }
}

#[test]
fn a_write_goes_on_with_its_body_at_home_and_nowhere_else() {
    for status in [301, 302, 307, 308] {
        let script = Script::default();
        script.answer(redirect(status, "/v1.0/moved"));
        script.answer(Response::builder().status(204).body(bytes::Bytes::new()).unwrap());
        user().update().display_name("x").request().unwrap().send_response_blocking(&script.client()).unwrap();
        let asked = script.asked();
        assert_eq!(asked[1].uri(), "https://graph.microsoft.com/v1.0/moved");
        assert_eq!((asked[1].method(), asked[1].body()), (asked[0].method(), asked[0].body()));
        assert_eq!(asked[1].headers(), asked[0].headers());
        for to in ["https://files.example/x", "http://graph.microsoft.com/x", "https://graph.microsoft.com:8443/x", "x"]
        {
            script.answer(redirect(status, to));
            let error = user().delete().send_blocking(&script.client()).unwrap_err();
            assert_eq!(error.status().unwrap(), status);
            assert!(!error.may_have_been_done());
            assert_eq!(script.asked().len(), 1);
        }
    }
}

#[test]
fn see_other_is_read_without_a_body_and_the_write_was_done() {
    let script = Script::default();
    script.answer(redirect(303, "/v1.0/result"));
    script.answer(Response::new(r#"{"id":"1","displayName":"x"}"#.into()));
    User::collection().create().display_name("x").send_blocking(&script.client()).unwrap();
    let asked = script.asked();
    assert_eq!((asked[1].method().as_str(), asked[1].body().len()), ("GET", 0));
    assert!(!asked[1].headers().contains_key("content-type") && asked[1].headers().contains_key("authorization"));
    // What comes after that does not undo it.
    for end in
        [redirect(303, "http://evil.example/"), Response::builder().status(404).body(bytes::Bytes::new()).unwrap()]
    {
        script.answer(redirect(303, "/v1.0/result"));
        script.answer(end);
        let error = User::collection().create().display_name("x").send_blocking(&script.client()).unwrap_err();
        assert!(error.may_have_been_done(), "{error:?}");
        script.asked();
    }
    // One that can't be followed is the answer.
    script.answer(redirect(303, "http://evil.example/"));
    let error = User::collection().create().display_name("x").send_blocking(&script.client()).unwrap_err();
    assert_eq!(error.status().unwrap(), 303);
    assert!(error.may_have_been_done());
}

#[test]
fn who_was_sent_away_comes_back_without_a_token() {
    let script = Script::default();
    script.answer(redirect(302, "https://files.example/x"));
    script.answer(redirect(302, "https://graph.microsoft.com/v1.0/users/other"));
    script.answer(Response::new(r#"{"id":"1","displayName":"x"}"#.into()));
    user().get().send_blocking(&script.client()).unwrap();
    let asked = script.asked();
    assert!(asked[0].headers().contains_key("authorization"));
    assert!(asked[1..].iter().all(|asked| !asked.headers().contains_key("authorization")));
}
