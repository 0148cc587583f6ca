//! The URL that was checked is the URL that is asked for.

use bytes::Bytes;
use graph_entity::Sent;
use http::Request;

use crate::bounds::soon;
use crate::failure::failing;
use crate::server::{answering, listener, untouched};
use crate::transport::Transport;

/// Encoded ids stay one segment, and no segment goes away. A transport may refuse a target that it can't send as it is.
pub(crate) fn sent_as_it_is_or_not_at_all<T: Transport>() {
    for target in [
        "/v1.0/users/a%2Fb/c%20d",
        "/v1.0/users('a')/x(y='z')",
        "/v1.0/users/../admin",
        "/v1.0/users/%2e%2e/admin",
        "/v1.0/users/./me",
        "/v1.0//users",
        "/v1.0/a\\b",
        "/v1.0/users?$filter=startswith(displayName,'O%27%27N')&$top=1",
        "/v1.0/users?$skiptoken=a/../b+c%2B",
    ] {
        let server = answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        let request = Request::get(server.uri(target)).body(Bytes::new()).unwrap();
        match T::exchange(request) {
            Ok(_) => assert_eq!(plain(&server.join().line), format!("GET {} HTTP/1.1", plain(target))),
            Err(error) => assert_eq!(error.sent(), Sent::No, "{target}"),
        }
    }
}

/// A quote may be written both ways.
fn plain(target: &str) -> String {
    target.replace("%27", "'")
}

pub(crate) fn user_information_is_refused<T: Transport>() {
    let (listener, base) = listener();
    let uri = base.replace("http://", "http://secret:secret@");
    let request = Request::get(uri).extension(soon()).body(Bytes::new()).unwrap();
    assert_eq!(failing::<T>(request).sent(), Sent::No);
    assert!(untouched(&listener));
}
