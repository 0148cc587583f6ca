//! The emulator that the tests share, and a client that sends exactly the bytes it is told. No test is in here.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use bytes::Bytes;
use graph_entity_emulator::{Builder, Emulator, Server};
use http::{HeaderMap, HeaderName, HeaderValue, Request, StatusCode};
use serde_json::{Value, json};

pub(crate) const SCRIPTS: &str = "deviceManagement/deviceShellScripts";
pub(crate) const STATES: &str = "deviceManagement/deviceShellScripts/{deviceShellScriptId}/userRunStates";
pub(crate) const STATE_TYPE: &str = "microsoft.graph.deviceManagementScriptUserState";

/// Scripts with their states, and users with a unique name.
pub(crate) fn builder() -> Builder {
    Emulator::builder()
        .token("secret")
        .collection("beta", SCRIPTS)
        .collection("beta", STATES)
        .odata_type("beta", STATES, STATE_TYPE)
        .item("beta", SCRIPTS, json!({"id": "s1", "displayName": "Clean up"}))
        .collection("beta", "users")
        .unique("beta", "users", "userPrincipalName")
        .collection("v1.0", "groups/{id}/owners")
        .max_request_bytes(1000)
}

pub(crate) fn serve() -> Server {
    serve_builder(builder())
}

pub(crate) fn serve_builder(builder: Builder) -> Server {
    builder.build().serve().expect("a free port")
}

/// A response off the wire.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }

    pub(crate) fn code(&self) -> String {
        self.json()["error"]["code"].as_str().expect("an error with a code").to_owned()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("text"))
    }
}

/// One connection.
pub(crate) struct Connection(BufReader<TcpStream>);

impl Connection {
    pub(crate) fn open(server: &Server) -> Self {
        let address = server.url().replace("http://", "");
        Self(BufReader::new(TcpStream::connect(address).expect("a listener")))
    }

    pub(crate) fn write(&mut self, bytes: impl AsRef<[u8]>) {
        self.0.get_mut().write_all(bytes.as_ref()).expect("a connection");
    }

    /// Says that nothing will follow.
    pub(crate) fn finish(&mut self) {
        self.0.get_mut().shutdown(std::net::Shutdown::Write).expect("a connection");
    }

    pub(crate) fn read(&mut self) -> Reply {
        self.read_reply(true)
    }

    /// Reads a reply; one to `HEAD` has no body, whatever its `Content-Length`.
    pub(crate) fn read_reply(&mut self, has_body: bool) -> Reply {
        let status = self.line();
        let status = status.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3)).expect("a status line");
        let (status, mut headers) = (status.parse().expect("a status"), HeaderMap::new());
        loop {
            let line = self.line();
            let Some((name, value)) = line.split_once(": ") else { break };
            let (name, value) = (HeaderName::try_from(name), HeaderValue::try_from(value));
            headers.append(name.expect("a name"), value.expect("a value"));
        }
        let length = headers.get("content-length").filter(|_| has_body).and_then(|value| value.to_str().ok());
        let mut body = vec![0; length.map_or(0, |length| length.parse().expect("a length"))];
        self.0.read_exact(&mut body).expect("a whole body");
        Reply { status, headers, body }
    }

    /// Whether the server closes the connection without another byte.
    pub(crate) fn is_closed(&mut self) -> bool {
        self.0.read(&mut [0]).expect("an orderly end") == 0
    }

    /// All that comes until the server closes.
    pub(crate) fn read_to_end(&mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.0.read_to_end(&mut bytes).expect("an orderly end");
        bytes
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.0.read_line(&mut line).expect("a line of text");
        line.strip_suffix("\r\n").expect("CRLF").to_owned()
    }
}

/// Sends raw bytes over a connection of their own.
pub(crate) fn send(server: &Server, bytes: impl AsRef<[u8]>) -> Reply {
    let mut connection = Connection::open(server);
    connection.write(bytes);
    connection.read()
}

/// A `POST` of JSON, as bytes.
pub(crate) fn post(path: &str, body: &str) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nHost: graph\r\nAuthorization: Bearer secret\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// Any other request, as bytes.
pub(crate) fn request(method: &str, path: &str) -> String {
    format!("{method} {path} HTTP/1.1\r\nHost: graph\r\nAuthorization: Bearer secret\r\n\r\n")
}

/// Sends a request of JSON with headers of its own, each a line without its end.
pub(crate) fn ask(server: &Server, method: &str, path: &str, headers: &[&str], body: &str) -> Reply {
    let headers: String = headers.iter().flat_map(|header| [*header, "\r\n"]).collect();
    let length = body.len();
    send(
        server,
        format!(
            "{method} {path} HTTP/1.1\r\nHost: graph\r\nAuthorization: Bearer secret\r\nContent-Type: application/json\r\n\
             Content-Length: {length}\r\n{headers}\r\n{body}"
        ),
    )
}

/// A `GET` that is answered with 200 and an object.
pub(crate) fn get(server: &Server, path: &str) -> Value {
    let reply = send(server, request("GET", path));
    assert_eq!(reply.status, 200, "{path}: {}", String::from_utf8_lossy(&reply.body));
    reply.json()
}

/// The ids of the items in a list.
pub(crate) fn ids(list: &Value) -> Vec<&str> {
    let items = list["value"].as_array().expect("a list").iter();
    items.map(|item| item["id"].as_str().expect("an id")).collect()
}

/// The path of the link to the next page; empty if there is none.
pub(crate) fn next(list: &Value) -> &str {
    let link = list["@odata.nextLink"].as_str().unwrap_or_default();
    link.strip_prefix("http://graph").unwrap_or(link)
}

/// An authorized request in process.
pub(crate) fn call(emulator: &Emulator, method: &str, uri: &str, body: &str) -> (StatusCode, Value) {
    let request = Request::builder().method(method).uri(uri).header("authorization", "Bearer secret");
    let request = request.header("content-type", "application/json").body(Bytes::from(body.to_owned()));
    let response = emulator.handle(&request.expect("a request"));
    (response.status(), serde_json::from_slice(response.body()).unwrap_or_default())
}
