//! The ways to bring a file to a service.

use std::fs::File;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::time::Instant;

use cpu_time::ProcessTime;
use graph_entity::transport::{ReqwestClient, UreqClient};
use graph_entity::upload::{UploadFile, UploadStream};
use graph_entity::{ByteStream, GraphClient, HttpClient, UploadSession};
use tokio::runtime::Runtime;

use crate::service::CREATE;

/// The argument of a process that goes one way.
pub const RUN: &str = "run";

/// 10 MiB, as Graph's pages advise.
const CHUNK: u64 = 32 * 327_680;

pub struct Way {
    pub name: &'static str,
    pub title: &'static str,
    pub is_in_parts: bool,
    run: fn(&str, &Path),
}

const fn parts(name: &'static str, title: &'static str, run: fn(&str, &Path)) -> Way {
    Way { name, title, is_in_parts: true, run }
}

const fn whole(name: &'static str, title: &'static str, run: fn(&str, &Path)) -> Way {
    Way { name, title, is_in_parts: false, run }
}

pub static WAYS: [Way; 8] = [
    parts("reqwest-file", "reqwest: ours, a file", |url, file| reqwest_ours(url, file, CHUNK)),
    parts("reqwest-small", "reqwest: ours, a file, parts of 3.1 MiB", |url, file| {
        reqwest_ours(url, file, CHUNK * 10 / 32)
    }),
    parts("reqwest-stream", "reqwest: ours, a stream", reqwest_stream),
    parts("reqwest-hand", "reqwest: by hand, part by part", reqwest_by_hand),
    parts("ureq-file", "ureq: ours, a file", ureq_ours),
    parts("ureq-hand", "ureq: by hand, part by part", ureq_by_hand),
    whole("ureq-whole", "ureq: one PUT of the whole", ureq_whole),
    whole("socket", "a socket: read and write, 64 KiB", socket),
];

/// Goes one way, and prints what it took.
pub fn run(name: &str, url: &str, file: &Path) {
    let way = WAYS.iter().find(|way| way.name == name).expect("a way");
    let (cpu, wall) = (ProcessTime::now(), Instant::now());
    (way.run)(url, file);
    let (cpu, wall) = (cpu.elapsed(), wall.elapsed());
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
    println!("{} {} {}", cpu.as_millis(), wall.as_millis(), peak.trim().trim_end_matches(" kB"));
}

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime")
}

fn client<H: HttpClient>(http: H, url: &str) -> GraphClient<H> {
    GraphClient::builder(http).base_url(url).token("t").build().expect("a client")
}

fn reqwest_ours(url: &str, file: &Path, chunk: u64) {
    runtime().block_on(async {
        let client = client(ReqwestClient::new().expect("a transport"), url);
        let session = UploadSession::create(CREATE, &[&"x"]).send(&client).await.expect("a session");
        let upload = session.upload::<()>(UploadFile::open(file).expect("the file"));
        upload.chunk_size(chunk).send(&client).await.expect("an upload");
    });
}

fn reqwest_stream(url: &str, file: &Path) {
    runtime().block_on(async {
        let client = client(ReqwestClient::new().expect("a transport"), url);
        let session = UploadSession::create(CREATE, &[&"x"]).send(&client).await.expect("a session");
        let file = File::open(file).expect("the file");
        let length = file.metadata().expect("its length").len();
        let stream = UploadStream::new(ByteStream::from_reader(file, length), length);
        session.upload::<()>(stream).chunk_size(CHUNK).send(&client).await.expect("an upload");
    });
}

fn ureq_ours(url: &str, file: &Path) {
    let client = client(UreqClient::new(), url);
    let session = UploadSession::create(CREATE, &[&"x"]).send_blocking(&client).expect("a session");
    let upload = session.upload::<()>(UploadFile::open(file).expect("the file"));
    upload.chunk_size(CHUNK).send_blocking(&client).expect("an upload");
}

/// The parts of a file, as one writes it: each is read as a whole, and then sent.
struct Parts {
    file: File,
    at: u64,
    total: u64,
}

impl Parts {
    fn open(file: &Path) -> Self {
        let file = File::open(file).expect("the file");
        let total = file.metadata().expect("its length").len();
        Self { file, at: 0, total }
    }

    fn next(&mut self) -> Option<(String, Vec<u8>)> {
        let length = CHUNK.min(self.total - self.at);
        if length == 0 {
            return None;
        }
        let mut part = vec![0; length as usize];
        self.file.read_exact(&mut part).expect("its bytes");
        let range = format!("bytes {}-{}/{}", self.at, self.at + length - 1, self.total);
        self.at += length;
        Some((range, part))
    }

    /// The service wants what comes next.
    fn check(&self, answer: &[u8]) {
        let answer: serde_json::Value = serde_json::from_slice(answer).expect("JSON");
        match answer["nextExpectedRanges"][0].as_str() {
            Some(range) => assert_eq!(range, format!("{}-", self.at)),
            None => assert_eq!(answer["size"], self.total),
        }
    }
}

fn session_url(answer: &[u8]) -> String {
    let answer: serde_json::Value = serde_json::from_slice(answer).expect("JSON");
    answer["uploadUrl"].as_str().expect("a URL").to_owned()
}

fn create_url(url: &str) -> String {
    format!("{url}/v1.0/{}", CREATE.replace("{path}", "x"))
}

fn reqwest_by_hand(url: &str, file: &Path) {
    runtime().block_on(async {
        let client = reqwest::Client::new();
        let create =
            client.post(create_url(url)).bearer_auth("t").header("content-type", "application/json").body("{}");
        let session = create.send().await.expect("an answer").bytes().await.expect("a session");
        let session = session_url(&session);
        let mut parts = Parts::open(file);
        while let Some((range, part)) = parts.next() {
            let put = client.put(&session).header("content-range", range).body(part);
            let answer = put.send().await.expect("an answer").error_for_status().expect("a success");
            parts.check(&answer.bytes().await.expect("a body"));
        }
    });
}

fn ureq_by_hand(url: &str, file: &Path) {
    let agent = ureq::Agent::new_with_defaults();
    let create =
        agent.post(create_url(url)).header("authorization", "Bearer t").header("content-type", "application/json");
    let mut session = create.send("{}").expect("a session");
    let session = session_url(&session.body_mut().read_to_vec().expect("a body"));
    let mut parts = Parts::open(file);
    while let Some((range, part)) = parts.next() {
        let mut answer = agent.put(&session).header("content-range", range).send(&part[..]).expect("a success");
        parts.check(&answer.body_mut().read_to_vec().expect("a body"));
    }
}

fn ureq_whole(url: &str, file: &Path) {
    let file = File::open(file).expect("the file");
    let length = file.metadata().expect("its length").len();
    let put = ureq::Agent::new_with_defaults().put(url).header("content-length", length.to_string());
    put.send(ureq::SendBody::from_owned_reader(file)).expect("a success");
}

fn socket(url: &str, file: &Path) {
    let mut stream = TcpStream::connect(url.trim_start_matches("http://")).expect("a connection");
    let mut file = File::open(file).expect("the file");
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let count = file.read(&mut buffer).expect("bytes");
        if count == 0 {
            break;
        }
        stream.write_all(&buffer[..count]).expect("room");
    }
}
