//! Bytes that are no JSON. Both transports' own streaming is tested in `contract` and `e2e`.

use std::io::Read as _;

use bytes::Bytes;
use graph_entity::{ByteStream, Error, Media};
use http::Response;

use super::{Script, User, header, line, user};

#[test]
fn media_are_at_value_or_where_one_says() {
    let photo = || user().single::<User>("photo").media();
    assert_eq!(line(photo().get()), "GET https://g/v1.0/users/1/photo/$value");
    assert_eq!(header(&photo().get(), "accept"), Some("*/*"));
    let put = photo().put("image/jpeg", vec![1, 2]);
    assert_eq!(line(put.clone()), "PUT https://g/v1.0/users/1/photo/$value");
    assert_eq!((header(&put, "content-type"), put.body().as_ref()), (Some("image/jpeg"), [1, 2].as_slice()));
    assert_eq!(line(photo().delete()), "DELETE https://g/v1.0/users/1/photo/$value");
    let content = Media::at("me/drive/items/{id}/content", &[&"a/b"]).version("beta");
    assert_eq!(line(content.get()), "GET https://g/beta/me/drive/items/a%2Fb/content");
    assert!(photo().put("image/jpeg\r\n", "x").check().is_err());
}

#[test]
fn bytes_are_given_as_they_are() {
    let script = Script::answering([(200, "\u{feff}{not json"), (200, ""), (204, "")]);
    let get = || user().media().get().send_blocking(&script.client()).unwrap();
    assert_eq!(get(), "\u{feff}{not json");
    assert_eq!(get(), "");
    assert_eq!(get(), "");
}

fn read(body: ByteStream) -> String {
    let mut text = String::new();
    body.into_reader().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_download_follows_to_where_the_bytes_are_without_the_token() {
    let script = Script::default();
    let to = "https://files.example/x?tempauth=s3cret";
    script.answer(Response::builder().status(302).header("location", to).body(Bytes::new()).unwrap());
    script.answer(Response::builder().status(206).body("part".into()).unwrap());
    let response = user().media().download().range(2..6).send_blocking(&script.client()).unwrap();
    assert_eq!(response.status(), 206);
    assert_eq!(read(response.into_value()), "part");
    let asked = script.asked();
    assert_eq!(asked[0].headers()["range"], "bytes=2-5");
    assert_eq!(asked[0].headers()["authorization"], "Bearer t0ken");
    assert_eq!(asked[1].uri(), to);
    assert_eq!(asked[1].headers()["range"], "bytes=2-5");
    assert!(asked[1].headers().get("authorization").is_none());
}

#[test]
fn ranges_are_those_of_http() {
    let range = |download: graph_entity::Download| {
        let script = Script::answering([(200, "")]);
        download.send_blocking(&script.client()).map(|_| script.asked()[0].headers()["range"].clone())
    };
    let download = || user().media().download();
    assert_eq!(range(download().range(..)).unwrap(), "bytes=0-");
    assert_eq!(range(download().range(5..)).unwrap(), "bytes=5-");
    assert_eq!(range(download().range(..=5)).unwrap(), "bytes=0-5");
    assert_eq!(range(download().range(..1)).unwrap(), "bytes=0-0");
    let backwards = (std::ops::Bound::Included(6), std::ops::Bound::Included(5));
    for empty in [download().range(..0), download().range(5..5), download().range(backwards)] {
        assert!(matches!(range(empty), Err(Error::Usage(_))));
    }
}

#[test]
fn the_error_of_a_download_is_the_service_s() {
    let script = Script::answering([(404, r#"{"error":{"code":"ImageNotFound","message":"none"}}"#)]);
    let error = user().media().download().send_blocking(&script.client()).unwrap_err();
    assert_eq!(error.service().unwrap().code(), "ImageNotFound");
}

/// A body that is not there yet.
struct Waiting;

impl futures_core::Stream for Waiting {
    type Item = Result<Bytes, graph_entity::TransportError>;

    fn poll_next(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Pending
    }
}

#[test]
fn a_blocking_upload_can_t_wait_for_its_body() {
    let script = Script::default();
    let body = ByteStream::new(Waiting).with_length(5);
    let error = user().media().upload("image/png", body).send_blocking(&script.client()).unwrap_err();
    assert!(matches!(&error, Error::Usage(_)), "{error:?}");
    assert_eq!(script.asked().len(), 0);
    let unknown = user().media().upload("image/png", ByteStream::new(Waiting));
    assert!(unknown.send_blocking(&script.client()).unwrap_err().to_string().contains("length"));
}

#[test]
fn an_error_that_is_too_long_is_cut_off_and_not_lost() {
    let long = format!(r#"{{"error":{{"code":"TooMuch","message":"{}"}}}}"#, "x".repeat(100_000));
    let script = Script::answering([(500, long.as_str())]);
    let error = user().media().download().send_blocking(&script.client()).unwrap_err();
    let service = error.service().unwrap();
    assert_eq!((service.status().as_u16(), service.body().len()), (500, 64 * 1024));
    assert!(service.body().starts_with(br#"{"error":{"code":"TooMuch""#));
}

#[test]
fn an_upload_is_as_long_as_it_says() {
    let script = Script::answering([(200, ""), (412, "")]);
    let body = || ByteStream::from_reader(std::io::Cursor::new(vec![7; 100_000]), 100_000);
    let upload = |body| user().if_match("x").media().upload("image/png", body);
    upload(body()).send_blocking(&script.client()).unwrap();
    let asked = script.asked();
    assert_eq!((asked[0].body().len(), asked[0].headers()["content-type"].as_bytes()), (100_000, &b"image/png"[..]));
    assert!(matches!(upload(body()).send_blocking(&script.client()), Err(Error::PreconditionFailed(_))));
    script.asked();
    let short = ByteStream::from_reader(std::io::Cursor::new(vec![7; 10]), 20);
    assert!(matches!(upload(short).send_blocking(&script.client()), Err(Error::Transport(_))));
    assert_eq!(script.asked().len(), 0);
}

/// A task of tokio's that moves between threads takes them.
#[test]
fn the_futures_of_media_are_send() {
    fn is_send(_: impl Send) {}
    let client = Script::default().client();
    is_send(user().media().download().send(&client));
    is_send(user().media().upload("image/png", Bytes::new()).send(&client));
    is_send(user().media().get().send(&client));
}
