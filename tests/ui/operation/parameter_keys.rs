use graph_entity::{GraphOperation, call_at};

#[derive(GraphOperation)]
#[graph_operation(action = "setPresence")]
struct SetPresence {
    #[graph(key, read_only)]
    session_id: String,
    #[graph(navigation, write_only)]
    other: Option<String>,
    #[graph(required, immutable, default)]
    third: Option<String>,
    #[graph(bind, etag, odata_type, base, extra)]
    fourth: Option<String>,
    #[graph(annotation = "@a.b")]
    fifth: Option<String>,
}

fn main() {
    let call = SetPresence { session_id: String::new(), other: None, third: None, fourth: None, fifth: None };
    let _ = call_at("me", &[], &call);
}
