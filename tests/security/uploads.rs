//! The URL of an upload session is anywhere, and a secret: no token goes there, and nothing shows it (W8, W10).

use std::error::Error as StdError;

use bytes::Bytes;
use graph_entity::{Error, GraphClient, UploadSession};
use serde_json::json;

use super::forms;
use super::world::{Answer, TOKEN, World, answer, listen, run};

const CREATE: &str = "me/drive/root:/{path}:/createUploadSession";
const LENGTH: usize = 400_000;

fn created(url: &str) -> Answer {
    answer(200, json!({ "uploadUrl": url, "nextExpectedRanges": ["0-"] }).to_string())
}

fn create(client: &GraphClient) -> Result<UploadSession, Error> {
    run(UploadSession::create(CREATE, &[&"x"]).send(client))
}

fn upload(session: &UploadSession, client: &GraphClient) -> Result<(), Error> {
    run(session.upload::<(), _>(Bytes::from(vec![7; LENGTH])).chunk_size(327_680).send(client))
}

/// All that goes to a session, and what each is answered.
fn all_of_it(world: &World, client: &GraphClient, url: &str) -> Vec<Result<(), Error>> {
    let part = answer(202, r#"{"nextExpectedRanges":["327680-"]}"#);
    world.script.set([created(url), part.clone(), answer(201, "{}"), part.clone(), answer(204, ""), answer(201, "{}")]);
    let Ok(session) = create(client) else { return Vec::new() };
    vec![
        upload(&session, client),
        run(session.status().send(client)).map(drop),
        run(session.cancel().send(client)),
        run(session.commit().send(client)),
    ]
}

fn check<'a>(world: &World, forms: impl Iterator<Item = &'a str>) {
    for form in forms {
        for (name, client) in &world.clients {
            all_of_it(world, client, form);
            let heard = world.script.heard();
            assert!(heard[0].text.contains(TOKEN), "{name}, {form}");
            for heard in &heard[1..] {
                assert!(!heard.has_secret(), "{name}, {form}: {heard:?}");
                let is_clear = heard.origin.starts_with("http://") && world.home.starts_with("https://");
                assert!(!is_clear, "{name}, {form}: {heard:?}");
            }
        }
    }
}

#[test]
fn no_token_goes_to_a_session_wherever_it_is() {
    let world = World::on_loopback(|client| client);
    let home = world.home.rsplit_once(':').unwrap().1.parse().unwrap();
    check(&world, forms::of_loopback(home, listen(&world.script)).iter().map(String::as_str));
    let world = World::with_tls(|client| client.allow_origin("https://evil.example"));
    check(&world, forms::WITH_TLS.into_iter());
}

/// What is refused above is not refused for nothing: at home, beside it, and at an origin that may have the token, an upload is
/// done without one.
#[test]
fn an_upload_is_done_without_a_token() {
    let world = World::on_loopback(|client| client);
    let other = format!("http://127.0.0.1:{}", listen(&world.script));
    let urls = [format!("{}/up?tempauth=x", world.home), format!("{other}/up?tempauth=x"), "/up?tempauth=x".to_owned()];
    for url in &urls {
        for (name, client) in &world.clients {
            let outcomes = all_of_it(&world, client, url);
            assert!(outcomes.iter().all(Result::is_ok), "{name}, {url}: {outcomes:?}");
            let heard = world.script.heard();
            assert_eq!(heard.len(), 6, "{name}, {url}");
            assert!(heard[1..].iter().all(|heard| heard.path == "/up?tempauth=x" && !heard.has_secret()), "{heard:?}");
        }
    }
    let world = World::with_tls(|client| client.allow_origin("https://up.example"));
    let outcomes = all_of_it(&world, &world.clients[0].1, "https://up.example/up?tempauth=x");
    assert!(outcomes.iter().all(Result::is_ok), "{outcomes:?}");
    assert!(world.script.heard()[1..].iter().all(|heard| !heard.has_secret()));
}

#[test]
fn nothing_is_written_where_a_session_redirects_to() {
    let world = World::on_loopback(|client| client);
    let (home, other) = (world.home.clone(), listen(&world.script));
    let up = format!("{home}/up");
    let to = [format!("http://127.0.0.1:{other}/stolen"), format!("{home}/stolen"), "/stolen".to_owned()];
    for to in &to {
        for status in [301, 302, 303, 307, 308] {
            for (name, client) in &world.clients {
                let redirect = || answer(status, "").with("Location", to);
                world.script.set([created(&up), redirect(), redirect(), redirect()]);
                let session = create(client).unwrap();
                assert_eq!(upload(&session, client).unwrap_err().status().unwrap().as_u16(), status);
                assert!(run(session.cancel().send(client)).is_err());
                assert!(run(session.commit::<()>().send(client)).is_err());
                assert!(world.strayed().is_empty(), "{name}, {status}, {to}: {:?}", world.strayed());
                assert_eq!(world.script.heard().len(), 4, "{name}, {status}, {to}");
                // What only reads is read there, without anything of ours.
                world.script.set([redirect(), answer(200, "{}")]);
                run(session.status().send(client)).unwrap();
                assert!(world.script.heard().iter().all(|heard| !heard.has_secret()), "{name}, {status}, {to}");
            }
        }
    }
}

/// A 401 there is not answered by a new token.
#[test]
fn a_session_that_wants_a_token_gets_none() {
    let world = World::on_loopback(|client| client);
    let up = format!("{}/up", world.home);
    for (name, client) in &world.clients {
        let refused = || answer(401, "").with("WWW-Authenticate", "Bearer realm=\"\", claims=\"e30=\"");
        world.script.set([created(&up), refused(), refused()]);
        let session = create(client).unwrap();
        assert_eq!(upload(&session, client).unwrap_err().status().unwrap(), 401, "{name}");
        assert!(run(session.status().send(client)).is_err());
        let heard = world.script.heard();
        assert_eq!(heard.len(), 3, "{name}: {heard:?}");
        assert!(heard[1..].iter().all(|heard| !heard.has_secret()), "{name}");
    }
}

/// An error as it is shown, with all that is behind it.
fn shown(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?}");
    let mut cause = error.source();
    while let Some(error) = cause {
        text += &format!(" {error} {error:?}");
        cause = error.source();
    }
    text
}

#[test]
fn nothing_shows_the_url() {
    const SECRET: &str = "s3cret";
    let world = World::on_loopback(|client| client);
    let answers = [
        answer(404, ""),
        answer(409, r#"{"error":{"code":"nameAlreadyExists"}}"#),
        answer(401, ""),
        answer(500, "not JSON"),
        answer(416, ""),
        answer(307, "").with("Location", "https://evil.example/s3cret"),
        answer(201, "not JSON"),
        answer(202, r#"{"nextExpectedRanges":["9999999-"]}"#),
        answer(202, r#"{"nextExpectedRanges":["0-"],"uploadUrl":"https://s3cret"}"#),
    ];
    let mut urls = vec![format!("{}/s3cret?tempauth=s3cret", world.home)];
    // Nobody listens there, and what is no URL or may not be asked.
    urls.extend(
        ["http://127.0.0.1:9/s3cret", "http://s3cret.example/", "https://user:s3cret@h/", "s3cret s3cret", "s3cret:"]
            .map(str::to_owned),
    );
    for url in &urls {
        for last in &answers {
            for (name, client) in &world.clients {
                world.script.set([created(url)].into_iter().chain(vec![last.clone(); 40]));
                let session = create(client).unwrap();
                let upload_of = || session.upload::<(), _>(Bytes::from_static(b"x"));
                let text = format!("{session:?} {:?} {:?} {:?}", upload_of(), session.status(), session.cancel());
                assert!(!text.contains(SECRET), "{name}, {url}: {text}");
                for error in [
                    upload(&session, client).err(),
                    run(session.status().send(client)).err(),
                    run(session.cancel().send(client)).err(),
                    run(session.commit::<()>().send(client)).err(),
                ] {
                    let text = error.as_ref().map(shown).unwrap_or_default();
                    assert!(!text.contains(SECRET), "{name}, {url}: {text}");
                }
            }
        }
    }
    let malformed = serde_json::from_str::<UploadSession>(r#"{"uploadUrl":"http://s3cret.example"}"#).unwrap_err();
    assert!(!format!("{malformed} {malformed:?}").contains(SECRET));
}
