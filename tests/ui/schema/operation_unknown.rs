use graph_entity::GraphOperation;

#[derive(GraphOperation)]
#[graph_operation(action = "sendMial", schema = "graph.xml")]
struct SendMail {
    save_to_sent_items: Option<bool>,
}

#[derive(GraphOperation)]
#[graph_operation(action = "microsoft.graph.reminderView", schema = "graph.xml")]
struct ReminderView;

fn main() {
    let _ = graph_entity::call_at("me", &[], &SendMail { save_to_sent_items: None });
    let _ = graph_entity::call_at("me", &[], &ReminderView);
}
