#![deny(unused_must_use)]

use bytes::Bytes;
use graph_entity::UploadSession;

fn upload(session: &UploadSession) {
    session.upload::<(), _>(Bytes::new());
    UploadSession::create("me/drive/root:/{path}:/createUploadSession", &[&"x"]);
    session.cancel();
}

fn main() {
    let _ = upload;
}
