use graph_entity::{GraphComplex, GraphEntity, GraphOperation, Page};

#[derive(GraphComplex)]
#[graph_complex(odata = "microsoft.graph.itemBody", schema = "graph.xml")]
struct ItemBody {
    content: Option<String>,
}

#[derive(GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", schema = "graph.xml")]
struct User {
    #[graph(key, read_only)]
    id: String,
}

/// Graph takes the parameters of an action in any case.
#[derive(GraphOperation)]
#[graph_operation(action = "sendMail", returns = String, schema = "graph.xml")]
struct SendMail {
    message: ItemBody,
    save_to_sent_items: Vec<bool>,
}

#[derive(GraphOperation)]
#[graph_operation(action = "sendMail", schema = "graph.xml")]
struct Misspelt {
    save_to_sent: Option<bool>,
}

#[derive(GraphOperation)]
#[graph_operation(function = "reminderView", returns = Page<User>, schema = "graph.xml")]
struct ReminderView {
    #[graph(rename = "StartDateTime")]
    start: i64,
}

#[derive(GraphOperation)]
#[graph_operation(function = "reminderView", returns = User, schema = "graph.xml")]
struct OneReminder {
    #[graph(rename = "StartDateTime")]
    start: String,
    #[graph(rename = "EndDateTime")]
    end: String,
}

fn main() {
    let mail = SendMail { message: ItemBody { content: None }, save_to_sent_items: Vec::new() };
    let _ = graph_entity::call_at("me", &[], &mail);
    let _ = graph_entity::call_at("me", &[], &Misspelt { save_to_sent: None });
    let _ = graph_entity::call_at("me", &[], &ReminderView { start: 0 });
    let _ = graph_entity::call_at("me", &[], &OneReminder { start: String::new(), end: String::new() });
}
