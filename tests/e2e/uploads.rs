//! Uploads in parts over both transports: of a file, past what breaks, and over processes that are killed.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use bytes::Bytes;
use graph_entity::transport::UreqClient;
use graph_entity::upload::{SourceError, UploadErrorKind, UploadFile, UploadSource};
use graph_entity::{Error, GraphClient, GraphEntity, LargeUpload, Retry, UploadSession};
use graph_entity_emulator::{Emulator, Fault, LogEntry, Server, UploadStyle};
use serde_json::json;

use super::Client;

const UNIT: u64 = 327_680;
const CREATE: &str = "me/drive/root:/{path}:/createUploadSession";

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.driveItem")]
struct DriveItem {
    #[graph(key, read_only)]
    id: String,
    size: Option<i64>,
}

impl Client {
    fn upload_large<T>(&self, upload: LargeUpload<'_, T>) -> Result<T, Error> {
        match self {
            Self::Reqwest(runtime, client) => runtime.block_on(upload.send(client)),
            Self::Ureq(client) => upload.send_blocking(client),
        }
    }
}

/// A folder that goes away, with a file in it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let folder = std::env::temp_dir().join(format!("graph-entity-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("file"), bytes).unwrap();
        Self(folder)
    }

    fn file(&self) -> PathBuf {
        self.0.join("file")
    }

    fn session(&self) -> PathBuf {
        self.0.join("session.json")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn bytes(length: u64) -> Vec<u8> {
    (0..length).map(|at| (at % 251) as u8).collect()
}

fn start() -> Server {
    Emulator::builder().token("t0ken").upload_session("v1.0", CREATE, UploadStyle::Drive).build().serve().unwrap()
}

/// The requests at sessions. None has a token.
fn at_session(server: &Server) -> Vec<LogEntry> {
    let log = server.emulator().take_log();
    let parts: Vec<_> = log.into_iter().filter(|entry| entry.target.starts_with("/upload/")).collect();
    assert!(parts.iter().all(|entry| !entry.headers.contains_key("authorization")));
    parts
}

#[test]
fn a_file_arrives_as_it_is() {
    let length = 2_000_000;
    let folder = Folder::new("as-it-is", &bytes(length));
    let server = start();
    for client in Client::both(&server.url(), "t0ken") {
        let session = client.send(UploadSession::create(CREATE, &[&"a b/big.iso"]).request()).unwrap();
        let upload = session.upload(UploadFile::open(folder.file()).unwrap()).chunk_size(UNIT);
        let item: DriveItem = client.upload_large(upload).unwrap();
        assert_eq!(item.size, Some(length as i64));
        assert_eq!(server.emulator().uploads()[0].bytes, bytes(length));
        let parts = at_session(&server);
        assert_eq!(parts.len(), 7);
        for part in &parts {
            let mut names: Vec<_> = part.headers.keys().map(http::HeaderName::as_str).collect();
            names.sort_unstable();
            assert_eq!(names, ["accept", "content-length", "content-range", "content-type", "host"]);
        }
        assert_eq!(parts[6].headers["content-range"], "bytes 1966080-1999999/2000000");
    }
}

#[test]
fn what_breaks_is_sent_once_more() {
    let length = 1_500_000;
    let folder = Folder::new("breaks", &bytes(length));
    let server = start();
    let faults = [
        Fault::CutRequest { kept: true },
        Fault::CutRequest { kept: false },
        Fault::Dropped { done: true },
        Fault::Dropped { done: false },
        Fault::CutHead,
        Fault::CutBody,
        Fault::ClosedAfter,
        Fault::Garbage,
        Fault::LengthTooLong,
        Fault::PartLost,
        Fault::Unavailable("0.01".into()),
    ];
    for client in Client::both(&server.url(), "t0ken") {
        for fault in &faults {
            let session = client.send(UploadSession::create(CREATE, &[&"x"]).request()).unwrap();
            let mut puts = 0;
            server.emulator().fail_when(fault.clone(), move |method, _| {
                puts += usize::from(method == "PUT");
                puts == 2
            });
            let retry = Retry::default().base_delay(Duration::from_millis(5));
            let upload = session.upload(UploadFile::open(folder.file()).unwrap()).chunk_size(UNIT).retry(retry);
            let item: DriveItem = client.upload_large(upload).unwrap_or_else(|error| panic!("{fault:?}: {error:?}"));
            assert_eq!(item.size, Some(length as i64), "{fault:?}");
            assert_eq!(server.emulator().uploads()[0].bytes, bytes(length), "{fault:?}");
            let parts = at_session(&server);
            assert!(parts.len() <= 8, "{fault:?}: {parts:#?}");
        }
    }
}

#[test]
fn a_file_that_changes_is_not_sent() {
    let folder = Folder::new("changes", &bytes(1_000_000));
    let server = start();
    type Change = fn(&Path);
    let changes: [Change; 3] = [
        |path| OpenOptions::new().append(true).open(path).unwrap().write_all(b"x").unwrap(),
        |path| OpenOptions::new().write(true).open(path).unwrap().set_len(500_000).unwrap(),
        |path| {
            let file = OpenOptions::new().write(true).open(path).unwrap();
            file.set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
        },
    ];
    for client in Client::both(&server.url(), "t0ken") {
        for change in changes {
            fs::write(folder.file(), bytes(1_000_000)).unwrap();
            let session = client.send(UploadSession::create(CREATE, &[&"x"]).request()).unwrap();
            let file = UploadFile::open(folder.file()).unwrap();
            let path = folder.file();
            let upload = session.upload::<()>(file).chunk_size(UNIT);
            let upload = upload.on_progress(move |progress| {
                if progress.received() == UNIT {
                    change(&path);
                }
            });
            let Err(Error::Upload(error)) = client.upload_large(upload) else { panic!("it was sent") };
            assert_eq!((error.kind(), error.received()), (UploadErrorKind::SourceChanged, UNIT));
            // The session is there still.
            let status = session.status();
            let status = match &client {
                Client::Reqwest(runtime, client) => runtime.block_on(status.send(client)),
                Client::Ureq(client) => status.send_blocking(client),
            };
            assert_eq!(status.unwrap().missing().unwrap()[0].start(), UNIT);
        }
    }
}

/// A source that fails in the midst of a part.
struct Failing(u64);

impl UploadSource for Failing {
    fn length(&self) -> u64 {
        self.0
    }

    async fn part(&mut self, range: std::ops::Range<u64>) -> Result<graph_entity::ByteStream, SourceError> {
        struct Broken(u64);
        impl std::io::Read for Broken {
            fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
                let length = usize::try_from(self.0).unwrap().min(buffer.len());
                self.0 -= length as u64;
                if length == 0 { Err(std::io::Error::other("the disk is gone")) } else { Ok(length) }
            }
        }
        Ok(graph_entity::ByteStream::from_reader(Broken(100_000), range.end - range.start))
    }
}

#[test]
fn a_source_that_fails_says_so_and_is_not_asked_again() {
    let server = start();
    for client in Client::both(&server.url(), "t0ken") {
        let session = client.send(UploadSession::create(CREATE, &[&"x"]).request()).unwrap();
        let retry = Retry::default().base_delay(Duration::from_millis(5));
        let upload = session.upload::<()>(Failing(1_000_000)).retry(retry);
        let Err(Error::Upload(error)) = client.upload_large(upload) else { panic!("it was sent") };
        assert_eq!(error.kind(), UploadErrorKind::SourceFailed);
        let mut causes = Vec::new();
        let mut cause: Option<&dyn std::error::Error> = Some(&error);
        while let Some(error) = cause {
            causes.push(error.to_string());
            cause = error.source();
        }
        assert_eq!(causes.last().unwrap(), "the disk is gone", "{causes:?}");
    }
}

/// It can be spawned, and stopped by its drop.
#[test]
fn a_dropped_upload_leaves_its_session() {
    let server = start();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let http = graph_entity::transport::ReqwestClient::new().unwrap();
    let client = GraphClient::builder(http).base_url(server.url()).token("t0ken").build().unwrap().erased();
    runtime.block_on(async {
        let session = UploadSession::create(CREATE, &[&"x"]).send(&client).await.unwrap();
        let mut puts = 0;
        server.emulator().fail_when(Fault::Drip(Duration::from_secs(20)), move |method, _| {
            puts += usize::from(method == "PUT");
            puts == 3
        });
        let upload = session.upload::<()>(Bytes::from(bytes(1_000_000))).chunk_size(UNIT);
        let task = tokio::spawn({
            let client = client.clone();
            async move { upload.send(&client).await }
        });
        while server.emulator().log().iter().filter(|entry| entry.method == "PUT").count() < 3 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        task.abort();
        assert!(task.await.unwrap_err().is_cancelled());
        let item: DriveItem = session.upload(Bytes::from(bytes(1_000_000))).send(&client).await.unwrap();
        assert_eq!(item.size, Some(1_000_000));
    });
    assert_eq!(server.emulator().uploads()[0].bytes, bytes(1_000_000));
}

fn client(url: &str) -> GraphClient<UreqClient> {
    GraphClient::builder(UreqClient::new()).base_url(url).token("t0ken").build().unwrap()
}

/// Goes on with the upload in a process of its own.
fn spawn(server: &Server, folder: &Folder) -> Child {
    let input = json!({ "url": server.url(), "file": folder.file(), "session": folder.session() });
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "uploads::goes_on_with_an_upload", "--nocapture", "--ignored"])
        .env("GRAPH_ENTITY_TEST_INPUT", input.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn an_upload_goes_on_in_another_process_when_one_is_killed() {
    const PARTS: u64 = 100;
    let content = bytes(PARTS * UNIT - 5);
    let folder = Folder::new("killed", &content);
    let server = start();
    let session = UploadSession::create(CREATE, &[&"x"]).send_blocking(&client(&server.url())).unwrap();
    fs::write(folder.session(), serde_json::to_string(&session).unwrap()).unwrap();
    let (mut killed, begun) = (0, Instant::now());
    while server.emulator().uploads().is_empty() {
        assert!(begun.elapsed() < Duration::from_secs(100), "{killed} processes did not do it");
        let arrived = |server: &Server| server.emulator().log().iter().filter(|entry| entry.method == "PUT").count();
        // A little later than a part has arrived: in the midst of the next, or of its answer.
        let (enough, mut process) = (arrived(&server) + fastrand::usize(5..25), spawn(&server, &folder));
        while arrived(&server) < enough && process.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::sleep(Duration::from_micros(fastrand::u64(..3000)));
        killed += usize::from(process.try_wait().unwrap().is_none());
        let _ = process.kill();
        process.wait().unwrap();
    }
    assert!(killed >= 3, "{killed} were killed");
    assert_eq!(server.emulator().uploads()[0].bytes, content);
    // No part was taken twice.
    let taken = at_session(&server).into_iter().filter(|entry| entry.method == "PUT" && entry.status.is_success());
    assert_eq!(taken.count() as u64, PARTS);
}

#[test]
#[ignore = "run by `an_upload_goes_on_in_another_process_when_one_is_killed`"]
fn goes_on_with_an_upload() {
    let input = std::env::var("GRAPH_ENTITY_TEST_INPUT").expect("this test is run by another one");
    let input: serde_json::Value = serde_json::from_str(&input).unwrap();
    let text = |name: &str| input[name].as_str().unwrap().to_owned();
    let session: UploadSession = serde_json::from_str(&fs::read_to_string(text("session")).unwrap()).unwrap();
    let upload = session.upload::<DriveItem>(UploadFile::open(text("file")).unwrap()).chunk_size(UNIT);
    upload.send_blocking(&client(&text("url"))).unwrap();
}
