//! What comes back: every response that is HTTP, as it is, whatever its status.

use std::io::Write;

use bytes::Bytes;
use graph_entity::{DynHttpClient, HttpClient};
use http::{Request, Response, StatusCode, Version};

use crate::bounds::soon;
use crate::server::{Server, answering, closes, listener, read_request, untouched};
use crate::transport::Transport;

fn get<T: Transport>(response: impl AsRef<[u8]> + Send + 'static) -> Response<Bytes> {
    let server = answering(response);
    let response = T::exchange(Request::get(server.uri("/")).body(Bytes::new()).unwrap()).unwrap();
    server.join();
    response
}

/// The same over a connection that the server leaves open: the client has to see by itself where the response ends.
fn get_kept_alive<T: Transport>(response: &'static str) -> Response<Bytes> {
    let server = Server::new(move |mut stream| {
        read_request(&mut stream);
        stream.write_all(response.as_bytes()).unwrap();
        closes(&mut stream)
    });
    let response = T::exchange(Request::get(server.uri("/")).body(Bytes::new()).unwrap()).unwrap();
    assert!(server.join());
    response
}

pub(crate) fn redirect_is_returned_and_not_followed<T: Transport>() {
    for status in [301, 302, 303, 307, 308] {
        let (elsewhere, target) = listener();
        let head = format!("HTTP/1.1 {status} Elsewhere\r\nLocation: {target}/file\r\nContent-Length: 0\r\n\r\n");
        let server = answering(head);
        let request = Request::post(server.uri("/")).header("authorization", "Bearer t").extension(soon());
        let response = T::exchange(request.body(Bytes::from_static(b"{}")).unwrap()).unwrap();
        assert_eq!(response.status(), status);
        assert_eq!(response.headers()["location"], format!("{target}/file"));
        assert!(untouched(&elsewhere));
    }
}

pub(crate) fn redirect_with_a_body_is_returned<T: Transport>() {
    let response = get::<T>("HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 5\r\n\r\nmoved");
    assert_eq!((response.status(), response.body().as_ref()), (StatusCode::FOUND, &b"moved"[..]));
}

pub(crate) fn not_modified_is_returned<T: Transport>() {
    let response = get_kept_alive::<T>("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n");
    assert_eq!(response.status(), StatusCode::NOT_MODIFIED);
    assert_eq!(response.headers()["etag"], "\"1\"");
}

pub(crate) fn error_statuses_are_responses<T: Transport>() {
    for status in [400, 401, 404, 407, 429, 500, 503, 599] {
        let response = get::<T>(format!("HTTP/1.1 {status} No\r\nRetry-After: 2.128\r\nContent-Length: 2\r\n\r\n{{}}"));
        assert_eq!(response.status(), status);
        assert_eq!(response.headers()["retry-after"], "2.128");
        assert_eq!(response.body(), "{}");
    }
}

pub(crate) fn no_content<T: Transport>() {
    let response = get_kept_alive::<T>("HTTP/1.1 204 No Content\r\nrequest-id: 1\r\n\r\n");
    assert_eq!(response.status(), StatusCode::NO_CONTENT);
    assert!(response.body().is_empty());
}

pub(crate) fn created_with_an_empty_body<T: Transport>() {
    let response = get_kept_alive::<T>("HTTP/1.1 201 Created\r\nContent-Length: 0\r\nLocation: /a\r\n\r\n");
    assert_eq!(response.status(), StatusCode::CREATED);
    assert!(response.body().is_empty());
}

pub(crate) fn chunked_body<T: Transport>() {
    let response = get_kept_alive::<T>(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{\"a\r\n4\r\n\":1}\r\n0\r\n\r\n",
    );
    assert_eq!(response.body(), "{\"a\":1}");
    assert_eq!(response.version(), Version::HTTP_11);
}

pub(crate) fn body_until_the_connection_ends<T: Transport>() {
    let response = get::<T>("HTTP/1.0 200 OK\r\n\r\nall of it");
    assert_eq!(response.body(), "all of it");
    assert_eq!(response.version(), Version::HTTP_10);
}

pub(crate) fn head_has_a_length_and_no_body<T: Transport>() {
    let server = answering("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n");
    let response = T::exchange(Request::head(server.uri("/")).body(Bytes::new()).unwrap()).unwrap();
    assert_eq!(response.headers()["content-length"], "99999999999");
    assert!(response.body().is_empty());
}

pub(crate) fn headers_are_kept<T: Transport>() {
    let head = b"HTTP/1.1 200 OK\r\nx-twice: one\r\nX-Odd: caf\xe9 \xff\r\nX-TWICE: two\r\nX-Empty:\r\n\
        Content-Type: application/json;odata.metadata=minimal\r\nContent-Length: 0\r\n\r\n";
    let response = get::<T>(head);
    let twice: Vec<_> = response.headers().get_all("x-twice").iter().collect();
    assert_eq!(twice, ["one", "two"]);
    assert_eq!(response.headers()["x-odd"].as_bytes(), b"caf\xe9 \xff");
    assert_eq!(response.headers()["x-empty"], "");
    assert_eq!(response.headers()["content-type"], "application/json;odata.metadata=minimal");
    assert_eq!(response.headers().len(), 6);
}

pub(crate) fn erased<T: Transport>() {
    let server = answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    let client = DynHttpClient::new(T::make());
    let request = Request::get(server.uri("/")).body(Bytes::new()).unwrap();
    assert_eq!(T::run(client.send(request)).unwrap().body(), "{}");
}

pub(crate) fn interim_responses_are_skipped<T: Transport>() {
    let response = get::<T>(
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n\
         HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
    );
    assert_eq!((response.status(), response.body().as_ref()), (StatusCode::OK, &b"{}"[..]));
}
