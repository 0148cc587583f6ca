use graph_entity::{GraphOperation, call_at};

#[derive(GraphOperation)]
#[graph_operation(action = "setPresence")]
struct SetPresence {
    #[graph(rename = "")]
    session_id: String,
    #[graph(rename = "@odata.type")]
    other: String,
    #[graph(rename = "a/b")]
    third: String,
    #[graph(rename = "a=1,b")]
    fourth: String,
}

fn main() {
    let call = SetPresence { session_id: String::new(), other: String::new(), third: String::new(), fourth: String::new() };
    let _ = call_at("me", &[], &call);
}
