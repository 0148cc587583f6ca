mod calls {
    #[derive(graph_entity::GraphComplex)]
    #[graph_complex(odata = "microsoft.graph.presence")]
    struct Presence {
        name: String,
    }

    #[derive(graph_entity::GraphOperation)]
    #[graph_operation(action = "setPresence", returns = Presence)]
    pub struct SetPresence;
}

fn main() {
    let _ = calls::SetPresence;
}
