use bytes::Bytes;
use graph_entity::{GraphClient, HttpClient, UploadSession};

fn upload(session: &UploadSession, client: &GraphClient<impl HttpClient>) {
    let _ = session.upload::<(), _>(Bytes::new()).send_blocking(client);
}

fn main() {
}
