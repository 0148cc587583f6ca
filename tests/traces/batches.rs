//! A batch is one call with its exchanges; what became of each request in it is an event.

use graph_entity::{Batch, Error, Retry};
use graph_entity_emulator::Fault;

use super::capture::{Value, capture};
use super::{ID, SECRET, User, Way, World};

#[test]
fn each_request_of_a_batch_is_told_by_template_and_status() {
    let world = World::new(Way::InProcess);
    let faults = [
        Fault::Throttled("0.001".into()),
        Fault::Redirect { status: http::StatusCode::FOUND, location: "https://files.example/s3cret".into() },
    ];
    for fault in faults {
        world.emulator.fail_when(fault, |method, target| method == "GET" && target.contains(ID));
    }
    let send = || -> Result<(), Error> {
        let mut batch = Batch::new().retry(Retry::default());
        batch.add(User::collection().item(ID).get().request()?);
        let create = batch.add(User::collection().create().display_name("s3cret-value").request()?);
        batch.add_after(User::collection().item("s3cret-none").delete(), create);
        let client = &world.client;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(batch.send(client)).map(|_| ())
    };
    let (captured, outcome) = capture(send);
    outcome.unwrap();
    assert!(!format!("{captured:?}").contains(SECRET), "{captured:#?}");
    let calls = captured.spans("graph.call");
    assert_eq!(calls[0].fields["url.template"], Value::from("/v1.0/$batch"));
    let answered: Vec<_> = captured
        .events
        .iter()
        .filter(|event| event.fields.get("message") == Some(&Value::from("answered in a batch")))
        .collect();
    let told: Vec<_> = answered
        .iter()
        .map(|event| (event.fields["url.template"].clone(), event.fields["http.response.status_code"].clone()))
        .collect();
    let [user, users] = ["users/{key}", "users"].map(Value::from);
    let status = |status: i64| Value::from(status);
    assert_eq!(
        told,
        [(user.clone(), status(429)), (users, status(201)), (user.clone(), status(404)), (user, status(302))]
    );
}
