use graph_entity::{GraphClient, UploadSession, transport::UreqClient};

fn upload(session: &UploadSession, client: &GraphClient<UreqClient>) {
    let _ = session.upload::<(), _>("big.iso").send_blocking(client);
}

fn main() {
    let _ = upload;
}
