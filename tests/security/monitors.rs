//! Operations whose URLs lead away: they are asked, without anything that only the service has to know.

use graph_entity::monitor::Outcome;
use graph_entity::{Error, GraphClient, Monitor};
use serde_json::json;

use super::User;
use super::sources::mine;
use super::world::{Answer, World, answer, run};

/// `None` where the URL is no text.
fn start(world: &World, client: &GraphClient, answers: impl IntoIterator<Item = Answer>) -> Option<Monitor<User>> {
    world.script.set(answers);
    let create = mine(User::collection().create().display_name("x").request().unwrap());
    run(create.start(client)).unwrap().monitor()
}

/// A monitor at home, which then leads away.
fn at_home(world: &World, client: &GraphClient, then: Answer) -> Result<Outcome<User>, Error> {
    let monitor = start(world, client, [answer(202, "").with("Location", "/operations/1"), then]);
    run(monitor.unwrap().wait(client))
}

fn look(outcome: Result<Outcome<User>, Error>, client: &GraphClient) {
    if let Ok(outcome) = outcome {
        let _ = run(outcome.fetch(client));
    }
}

pub fn location(world: &World, client: &GraphClient, link: &str) {
    let monitor = start(world, client, [answer(202, "").with("Location", link)]);
    let _ = monitor.map(|monitor| run(monitor.poll(client)));
}

pub fn operation_location(world: &World, client: &GraphClient, link: &str) {
    let monitor = start(world, client, [answer(202, "").with("Operation-Location", link)]);
    let _ = monitor.map(|monitor| run(monitor.wait(client)));
}

pub fn saved(world: &World, client: &GraphClient, link: &str) {
    world.script.set([]);
    let saved = json!({ "url": link, "version": "v1.0", "template": "users" });
    if let Ok(monitor) = serde_json::from_value::<Monitor<User>>(saved) {
        let _ = run(monitor.poll(client));
    }
}

pub fn redirected(world: &World, client: &GraphClient, link: &str) {
    look(at_home(world, client, answer(302, "").with("Location", link)), client);
}

pub fn see_other(world: &World, client: &GraphClient, link: &str) {
    look(at_home(world, client, answer(303, "").with("Location", link)), client);
}

pub fn resource_location(world: &World, client: &GraphClient, link: &str) {
    let body = json!({ "status": "succeeded", "resourceLocation": link, "targetResourceLocation": link });
    look(at_home(world, client, answer(200, body.to_string())), client);
}

pub fn content_location(world: &World, client: &GraphClient, link: &str) {
    let started = answer(202, "").with("Location", "/operations/1").with("Content-Location", link);
    let monitor = start(world, client, [started]);
    let resource = monitor.and_then(|monitor| monitor.resource());
    let _ = resource.map(|request| run(request.send(client)));
}

// Rules 3 and 5: they are secrets.

#[test]
fn nothing_shows_the_url() {
    let world = World::with_tls(|client| client);
    let client = &world.clients[0].1;
    let secret = "https://files.example/monitor?tempauth=s3cret";
    let monitor = start(&world, client, [answer(202, "").with("Location", secret)]).unwrap();
    let done = json!({ "status": "succeeded", "resourceLocation": secret, "secret": "s3cret" }).to_string();
    let failed =
        json!({ "status": "failed", "error": { "code": "c", "message": "m", "secret": "s3cret" } }).to_string();
    let mut shown = vec![format!("{monitor:?} {monitor:#?}")];
    for then in
        [answer(200, done), answer(200, failed), answer(500, "s3cret"), answer(200, "s3cret"), answer(404, "s3cret")]
    {
        world.script.set([then.with("Set-Cookie", "s3cret")]);
        match run(monitor.wait(client)) {
            Ok(outcome) => {
                shown.push(format!("{outcome:?} {:?}", outcome.resource().map(|request| format!("{request:?}"))))
            }
            Err(error) => shown.push(format!("{error} {error:?} {error:#?}")),
        }
    }
    assert_eq!(shown.len(), 6);
    for shown in shown {
        assert!(!shown.contains("s3cret"), "{shown}");
    }
    let wrong = json!({ "url": "http://files.example/s3cret", "version": "v1.0" });
    assert!(!format!("{:?}", serde_json::from_value::<Monitor<User>>(wrong).unwrap_err()).contains("s3cret"));
}

/// A service that sends the client to and fro is not followed for ever.
#[test]
fn redirects_have_a_bound() {
    let world = World::with_tls(|client| client);
    let client = &world.clients[0].1;
    let monitor = start(&world, client, [answer(202, "").with("Location", "https://files.example/a")]).unwrap();
    world.script.set((0..100).map(|_| answer(302, "").with("Location", "https://files.example/b")));
    assert!(matches!(run(monitor.wait(client)), Err(Error::Link(error)) if error.is_too_many_redirects()));
    assert!(world.script.heard().len() <= 6);
    // Nor is the way home a way to the token.
    world.script.set([answer(302, "").with("Location", "https://graph.microsoft.com/v1.0/x")]);
    let _ = run(monitor.poll(client));
    assert!(world.script.heard().iter().all(|heard| !heard.has_secret()), "{:?}", world.script.heard());
}

/// What goes on in the words of a service is one bounded line.
#[test]
fn words_are_bounded() {
    let world = World::with_tls(|client| client);
    let client = &world.clients[0].1;
    let nasty = format!("failed\u{1b}[2J\r\n\u{202e}{}", "x".repeat(100_000));
    let monitor = start(&world, client, [answer(202, "").with("Location", "/operations/1")]).unwrap();
    let failed = json!({ "status": "failed", "error": { "code": nasty, "message": nasty } });
    let unknown = json!({ "status": nasty });
    for body in [failed, unknown] {
        world.script.set([answer(200, body.to_string()).with("Retry-After", "100000")]);
        let error = run(monitor.wait(client)).unwrap_err().to_string();
        assert!(error.len() < 5_000, "{} bytes", error.len());
        assert!(!error.contains(|letter: char| letter.is_control() || letter == '\u{202e}'), "{error:?}");
    }
}
