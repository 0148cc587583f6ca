use graph_entity::GraphEnum;

enum Importance {
    Low,
}

fn members<T: GraphEnum>() -> usize {
    T::MEMBERS.len()
}

fn main() {
    let _ = Importance::Low;
    let _ = members::<Importance>();
}
