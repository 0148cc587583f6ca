use graph_entity::{GraphComplex, Unrecognized};

struct Location;

#[derive(GraphComplex)]
#[graph_complex(odata = "microsoft.graph.place")]
enum Place {
    Location(Box<Location>),
    #[graph(unrecognized)]
    Other(Unrecognized),
}

fn main() {
    let _ = graph_entity::json::from_str::<Vec<Place>>("[]");
    let _ = <Place as GraphComplex>::ODATA_TYPE;
}
