use bytes::Bytes;
use graph_entity::{GraphClient, UploadSession, transport::UreqClient};

struct DriveItem;

fn upload(session: &UploadSession, client: &GraphClient<UreqClient>) {
    let _: DriveItem = session.upload(Bytes::new()).send_blocking(client).unwrap();
}

fn main() {
    let _ = upload;
}
