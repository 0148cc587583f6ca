//! A whole call over loopback: the client's pipeline beside the bare transport, to a server that is a process of its own.

use std::future::Future;
use std::hint::black_box;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::pin::pin;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use std::thread;
use std::time::{Duration, Instant};

use bytes::Bytes;
use graph_entity::transport::{ReqwestClient, UreqClient};
use graph_entity::{GraphClient, HttpClient, Limits, Request};
use http::header::{AUTHORIZATION, HeaderValue};

use crate::common::case::{Case, Operation};
use crate::cores::{Allowed, Cores};
use crate::user::{self, User};

/// The argument of the server's process.
pub const SERVE: &str = "serve";

pub fn ureq() -> Case {
    case("call-ureq", UreqClient::new(), |future| match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(()) => {}
        Poll::Pending => panic!("it blocks"),
    })
}

pub fn reqwest() -> Case {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    case("call-reqwest", ReqwestClient::new().unwrap(), move |future| runtime.block_on(future))
}

/// Each side of each operation on the same transport: `run` runs a call to its end.
fn case<H: HttpClient + Clone>(
    name: &'static str,
    transport: H,
    run: impl Fn(std::pin::Pin<Box<dyn Future<Output = ()> + '_>>) + 'static,
) -> Case {
    let server = Rc::new(Server::start(SERVE));
    Allowed::of_process().place(Cores::One, server.process());
    let client = GraphClient::builder(transport.clone()).base_url(&server.url).token("token").build().unwrap();
    let run = Rc::new(run);
    let operation = |name, request: Request<User>| {
        let mut plain = request.to_http(&server.url, "v1.0").unwrap();
        plain.headers_mut().insert(AUTHORIZATION, HeaderValue::from_static("Bearer token"));
        plain
            .headers_mut()
            .insert("client-request-id", HeaderValue::from_static("d5a29103-9103-d5a2-0391-a2d50391a2d5"));
        let (ours_client, ours_run, ours_server) = (client.clone(), run.clone(), server.clone());
        let (bare, bare_run, bare_server) = (transport.clone(), run.clone(), server.clone());
        Operation {
            name,
            title: name,
            ours: Box::new(move || {
                let _running = &ours_server;
                ours_run(Box::pin(async {
                    drop(black_box(request.clone().send(&ours_client).await.unwrap()));
                }));
            }),
            theirs: Box::new(move || {
                let _running = &bare_server;
                bare_run(Box::pin(async {
                    let mut plain = plain.clone();
                    // The same deadline: it costs what it costs the transport.
                    let deadline = Instant::now() + Duration::from_secs(100);
                    plain.extensions_mut().insert(Limits::default().with_deadline(deadline));
                    let response = bare.send(plain).await.unwrap();
                    assert!(response.status().is_success());
                    drop(black_box(graph_entity::json::from_slice::<User>(response.body()).unwrap()));
                }));
            }),
        }
    };
    let operations = vec![
        operation("get", User::collection().item("adele.vance@contoso.com").get().request().unwrap()),
        operation(
            "create",
            User::collection().create().display_name("Adele Vance").mail("a@contoso.com").request().unwrap(),
        ),
    ];
    Case { name, each: 1, operations }
}

/// This program once more, as a server that ends with this one.
pub struct Server {
    pub url: String,
    child: Child,
    /// Its end is what the server waits for.
    stdin: Option<ChildStdin>,
}

impl Server {
    /// `argument` says which of its servers the program is to be.
    pub fn start(argument: &str) -> Self {
        let program = std::env::current_exe().unwrap();
        let mut child =
            Command::new(program).arg(argument).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut url = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut url).unwrap();
        Self { url: url.trim().to_owned(), stdin: child.stdin.take(), child }
    }

    pub fn process(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stdin = None;
        drop(self.child.wait());
    }
}

/// Answers each request with the same user, until standard input ends.
pub fn serve() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    println!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            thread::spawn(move || answer(stream.unwrap()));
        }
    });
    drop(io::copy(&mut io::stdin(), &mut io::sink()));
}

fn answer(mut stream: TcpStream) {
    stream.set_nodelay(true).unwrap();
    let body = user::json(1);
    let response = Bytes::from(format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nrequest-id: 1\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    ));
    let mut heard = Vec::new();
    let mut buffer = [0; 16 * 1024];
    loop {
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return,
            Ok(length) => heard.extend_from_slice(&buffer[..length]),
        }
        while let Some(length) = whole(&heard) {
            heard.drain(..length);
            stream.write_all(&response).unwrap();
        }
    }
}

/// How long the first request is, if all of it is there.
fn whole(heard: &[u8]) -> Option<usize> {
    let end = heard.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let head = std::str::from_utf8(&heard[..end]).unwrap().to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    let whole = end + length.map_or(0, |length| length.parse::<usize>().unwrap());
    (heard.len() >= whole).then_some(whole)
}
