//! Origins that a program allows beside its service's: they get the token, and nobody who looks like one.

use graph_entity::{DynHttpClient, Error, GraphClient};
use serde_json::json;

use super::User;
use super::world::{ENTITY, Recorder, Script, TOKEN, World, answer, listen, run};

fn follow(world: &World, client: &GraphClient, link: &str) -> Result<(), Error> {
    world.script.set([answer(200, json!({ "value": [], "@odata.nextLink": link }).to_string())]);
    let mut pages = User::collection().list().pages(client);
    run(pages.next()).unwrap().unwrap();
    run(pages.next()).unwrap().map(drop)
}

#[test]
fn an_allowed_origin_gets_the_token_over_real_http() {
    let script = Script::default();
    let (allowed, other) = (listen(&script), listen(&script));
    let mut world = World::on_loopback(|client| client.allow_origin(format!("http://127.0.0.1:{allowed}")));
    // The allowed one answers by a script of its own.
    for (name, client) in world.clients.clone() {
        script.set([]);
        follow(&world, &client, &format!("http://127.0.0.1:{allowed}/v1.0/more")).unwrap();
        let heard = script.heard();
        assert!(heard.len() == 1 && heard[0].text.contains(TOKEN), "{name}: {heard:?}");
        for stranger in [format!("127.0.0.1:{other}"), format!("localhost:{allowed}"), format!("u@127.0.0.1:{allowed}")]
        {
            script.set([]);
            let error = follow(&world, &client, &format!("http://{stranger}/stolen")).unwrap_err();
            assert!(matches!(&error, Error::Link(error) if error.is_foreign()), "{name}, {stranger}: {error:?}");
            assert!(script.heard().is_empty());
        }
    }
    world.clients.clear();
}

#[test]
fn an_allowed_name_is_that_name_and_no_other() {
    let world = World::with_tls(|client| {
        client.allow_origin("https://api.onedrive.com").allow_origin("https://Other.example:8443/")
    });
    let client = &world.clients[0].1;
    for link in ["https://api.onedrive.com/v1.0/x", "https://API.OneDrive.com:443/x", "https://other.example:8443/x"] {
        follow(&world, client, link).unwrap();
        assert!(world.script.heard()[1].text.contains(TOKEN), "{link}");
    }
    for link in [
        "http://api.onedrive.com/stolen",
        "https://api.onedrive.com.evil.example/stolen",
        "https://evil.api.onedrive.com/stolen",
        "https://onedrive.com/stolen",
        "https://api.onedrive.com./stolen",
        "https://api.onedrive.com:8443/stolen",
        "https://u@api.onedrive.com/stolen",
        "https://api.onedrive.com@evil.example/stolen",
        "https://other.example/stolen",
        "https://other.example:443/stolen",
    ] {
        let error = follow(&world, client, link).unwrap_err();
        assert!(matches!(&error, Error::Link(error) if error.is_foreign()), "{link}: {error:?}");
        assert!(world.strayed().is_empty(), "{link}");
    }
}

/// A redirect from home to an allowed origin keeps the token, and one from there to anywhere else loses it for good.
#[test]
fn redirects_between_allowed_origins() {
    let world = World::with_tls(|client| client.allow_origin("https://api.onedrive.com"));
    let to = |url| answer(307, "").with("Location", url);
    world.script.set([
        to("https://api.onedrive.com/1"),
        to("https://files.example/2"),
        to("https://api.onedrive.com/3"),
        answer(200, ENTITY),
    ]);
    run(User::collection().item("1").get().send(&world.clients[0].1)).unwrap();
    let with_token: Vec<_> = world.script.heard().iter().map(|heard| heard.text.contains(TOKEN)).collect();
    assert_eq!(with_token, [true, true, false, false]);
}

#[test]
fn what_is_no_origin_that_a_token_may_go_to_is_an_error_of_build() {
    for origin in [
        "",
        "*",
        "https://",
        "https://*",
        "https://*.example",
        "api.onedrive.com",
        "//api.onedrive.com",
        "http://api.onedrive.com",
        "http://10.0.0.1",
        "ftp://api.onedrive.com",
        "https://user@api.onedrive.com",
        "https://user:s3cret@api.onedrive.com",
        "https://api.onedrive.com/v1.0",
        "https://api.onedrive.com?x",
        "https://api.onedrive.com#x",
        "https://api.onedrive.com:x",
        "https://api.onedrive.com:",
        "https://a b.example",
        "https://api.onedrive.com\n",
    ] {
        let http = DynHttpClient::new(Recorder(Script::default()));
        let error = GraphClient::builder(http).token(TOKEN).allow_origin(origin).build().unwrap_err();
        assert!(matches!(error, Error::Usage(_)), "{origin}: {error:?}");
        assert!(!format!("{error} {error:?}").contains("s3cret"), "{error}");
    }
}
