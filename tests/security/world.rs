//! A service and those who would like its token: listeners on loopback, or in process for names that have TLS. All of them
//! answer by one script and note what reaches them, whoever it was meant for.

use std::collections::VecDeque;
use std::future::Future;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, LazyLock, Mutex};
use std::thread;
use std::time::Duration;

use bytes::Bytes;
use graph_entity::transport::{ReqwestClient, UreqClient};
use graph_entity::{GraphClient, GraphClientBuilder, HttpClient, Retry, TransportError};
use tokio::runtime::Runtime;

pub const TOKEN: &str = "t0ken-of-the-base";
pub const COOKIE: &str = "c00kie-of-the-base";
pub const MINE: &str = "m1ne-and-nobody-s-else";

static RUNTIME: LazyLock<Runtime> =
    LazyLock::new(|| tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap());

pub fn run<T>(future: impl Future<Output = T>) -> T {
    RUNTIME.block_on(future)
}

/// An answer, with these headers.
#[derive(Clone)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: String,
}

pub fn answer(status: u16, body: impl Into<String>) -> Answer {
    Answer { status, headers: Vec::new(), body: body.into() }
}

impl Answer {
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }
}

/// Of an entity, and of a page at its end.
pub const ENTITY: &str = r#"{"id":"1","displayName":"x","value":[]}"#;

/// A request, as it reached somebody.
#[derive(Debug, Clone)]
pub struct Heard {
    /// Who it reached: `http://127.0.0.1:1234`.
    pub origin: String,
    /// Whom it was meant for, by its `Host`.
    pub host: String,
    pub path: String,
    /// All of it.
    pub text: String,
}

impl Heard {
    /// A GET, or what would have become one: the beginning of a handshake, where the transport has TLS.
    pub fn reads(&self) -> bool {
        self.text.starts_with("GET ") || self.text.starts_with(HANDSHAKE)
    }

    pub fn has_secret(&self) -> bool {
        let text = self.text.to_lowercase();
        let words = [TOKEN, COOKIE, MINE, "authorization", "cookie", "client-request-id"];
        words.into_iter().any(|word| text.contains(word))
    }
}

/// What is answered next, and what was heard.
#[derive(Clone, Default)]
pub struct Script {
    answers: Arc<Mutex<VecDeque<Answer>>>,
    heard: Arc<Mutex<Vec<Heard>>>,
}

impl Script {
    pub fn set(&self, answers: impl IntoIterator<Item = Answer>) {
        *self.answers.lock().unwrap() = answers.into_iter().collect();
        self.heard.lock().unwrap().clear();
    }

    pub fn heard(&self) -> Vec<Heard> {
        self.heard.lock().unwrap().clone()
    }

    fn meet(&self, heard: Heard) -> Answer {
        self.heard.lock().unwrap().push(heard);
        self.answers.lock().unwrap().pop_front().unwrap_or_else(|| answer(200, ENTITY))
    }
}

/// A listener on a free port of 127.0.0.1, until the end of the process. Each connection carries one request.
pub fn listen(script: &Script) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let script = script.clone();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let script = script.clone();
            thread::spawn(move || serve(stream, port, &script));
        }
    });
    port
}

/// What TLS begins with. A listener here has none: who wants it is heard, and gets no answer.
const HANDSHAKE: char = '\u{16}';

fn serve(mut stream: TcpStream, port: u16, script: &Script) {
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    let text = read_request(&mut stream);
    // Whatever it is is heard, if it is no HTTP as well.
    if text.is_empty() {
        return;
    }
    let wants_tls = text.starts_with(HANDSHAKE);
    let heard = Heard {
        origin: format!("http://127.0.0.1:{port}"),
        host: header(&text, "host").unwrap_or_default(),
        path: text.split(' ').nth(1).unwrap_or_default().to_owned(),
        text,
    };
    if wants_tls {
        script.heard.lock().unwrap().push(heard);
        return;
    }
    let answer = script.meet(heard);
    let mut head =
        format!("HTTP/1.1 {} X\r\nConnection: close\r\nContent-Length: {}\r\n", answer.status, answer.body.len());
    for (name, value) in &answer.headers {
        head += &format!("{name}: {value}\r\n");
    }
    let _ = stream.write_all(format!("{head}\r\n{}", answer.body).as_bytes());
}

fn header(text: &str, name: &str) -> Option<String> {
    let lines = text.split("\r\n").take_while(|line| !line.is_empty());
    let mut fields = lines.filter_map(|line| line.split_once(':'));
    fields.find(|field| field.0.eq_ignore_ascii_case(name)).map(|field| field.1.trim().to_owned())
}

fn read_request(stream: &mut TcpStream) -> String {
    let (mut bytes, mut buffer) = (Vec::new(), [0; 4096]);
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if text.starts_with(HANDSHAKE) {
            return text;
        }
        if let Some(end) = text.find("\r\n\r\n") {
            let length = header(&text, "content-length").map_or(0, |length| length.parse().unwrap());
            if bytes.len() >= end + 4 + length {
                return text;
            }
        }
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return text,
            Ok(length) => bytes.extend_from_slice(&buffer[..length]),
        }
    }
}

/// Hears in process what was sent to whatever URL.
#[derive(Clone)]
pub struct Recorder(pub Script);

impl HttpClient for Recorder {
    async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, TransportError> {
        let (head, body) = request.into_parts();
        let mut text = format!("{} {}\r\n", head.method, head.uri);
        for (name, value) in &head.headers {
            text += &format!("{name}: {}\r\n", String::from_utf8_lossy(value.as_bytes()));
        }
        text += &String::from_utf8_lossy(&body);
        let authority = head.uri.authority().unwrap().to_string();
        let answer = self.0.meet(Heard {
            origin: format!("{}://{authority}", head.uri.scheme_str().unwrap()),
            host: authority,
            path: head.uri.path().to_owned(),
            text,
        });
        let mut response = http::Response::builder().status(answer.status);
        for (name, value) in answer.headers {
            response = response.header(name, value);
        }
        Ok(response.body(answer.body.into()).unwrap())
    }

    async fn sleep(&self, _: Duration) {
        panic!("nothing in here waits");
    }
}

/// A service, and clients that know it.
pub struct World {
    pub script: Script,
    /// The origin of the service.
    pub home: String,
    pub clients: Vec<(&'static str, GraphClient)>,
}

impl World {
    /// Over real HTTP, by both transports.
    pub fn on_loopback(set: impl Fn(Settings) -> Settings) -> Self {
        let script = Script::default();
        let home = format!("http://127.0.0.1:{}", listen(&script));
        let reqwest = builder(ReqwestClient::new().unwrap(), &home);
        let ureq = builder(UreqClient::new(), &home);
        let clients = vec![("reqwest", set(reqwest).build().unwrap()), ("ureq", set(ureq).build().unwrap())];
        Self { script, home, clients }
    }

    /// In process, where any name is as good as a real one.
    pub fn with_tls(set: impl Fn(Settings) -> Settings) -> Self {
        let script = Script::default();
        let home = "https://graph.microsoft.com".to_owned();
        let client = set(builder(Recorder(script.clone()), &home)).build().unwrap();
        Self { script, home, clients: vec![("in process", client)] }
    }

    /// What reached somebody else, or the service by a URL that led away.
    pub fn strayed(&self) -> Vec<Heard> {
        let host = self.home.split_once("://").unwrap().1;
        let is_at_home = |heard: &Heard| heard.origin == self.home && heard.host == host;
        self.script
            .heard()
            .into_iter()
            .filter(|heard| !is_at_home(heard) || heard.path.starts_with("/stolen"))
            .collect()
    }
}

/// A builder of clients over any transport.
pub type Settings = GraphClientBuilder<graph_entity::DynHttpClient>;

fn builder(http: impl HttpClient, home: &str) -> Settings {
    let http = graph_entity::DynHttpClient::new(http);
    GraphClient::builder(http).base_url(home).token(TOKEN).retry(Retry::none()).timeout(Duration::from_secs(10))
}
