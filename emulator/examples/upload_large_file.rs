//! Uploads a file of 64 MiB in parts, with a progress bar; stops in the midst of it, and goes on from what was saved.
//!
//! ```text
//! cargo run --example upload_large_file [FILE]
//! ```
//! starts an emulator on a loopback socket, makes a file (or takes yours, of more than 30 MiB), and at the end compares what has arrived.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

use graph_entity::transport::UreqClient;
use graph_entity::upload::{ConflictBehavior, UploadFile};
use graph_entity::{GraphClient, GraphEntity, Retry, UploadSession};
use graph_entity_emulator::{Emulator, Fault, UploadStyle};
use indicatif::{ProgressBar, ProgressStyle};

/// A file in a drive, or what this program needs of one.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.driveItem")]
pub struct DriveItem {
    /// Key of the item.
    #[graph(key, read_only)]
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// How many bytes it has.
    pub size: Option<i64>,
}

const CREATE: &str = "me/drive/root:/{path}:/createUploadSession";
/// 5 MiB, a multiple of 320 KiB.
const CHUNK: u64 = 16 * 320 * 1024;

fn main() -> Result<(), Box<dyn Error>> {
    let server = Emulator::builder().upload_session("v1.0", CREATE, UploadStyle::Drive).build().serve()?;
    let client = GraphClient::builder(UreqClient::new()).base_url(server.url()).token("any").build()?;
    let (path, is_own) = match env::args_os().nth(1) {
        Some(path) => (PathBuf::from(path), false),
        None => (make_file()?, true),
    };

    let session = UploadSession::create(CREATE, &[&"images/big.iso"])
        .conflict_behavior(ConflictBehavior::Replace)
        .send_blocking(&client)?;
    // A secret: who has it can write there. A program keeps it where it keeps its tokens.
    let saved = serde_json::to_string(&session)?;

    // A connection breaks, and nobody tries again.
    let mut parts = 0;
    server.emulator().fail_when(Fault::CutRequest { kept: true }, move |method, _| {
        parts += usize::from(method == "PUT");
        parts == 6
    });
    let bar = progress_bar(fs::metadata(&path)?.len());
    let upload = session.upload::<DriveItem>(UploadFile::open(&path)?).chunk_size(CHUNK).retry(Retry::none());
    if let Err(error) = upload.on_progress(|progress| bar.set_position(progress.received())).send_blocking(&client) {
        bar.suspend(|| println!("stopped: {error}"));
    }

    // As in another process, another day.
    let session: UploadSession = serde_json::from_str(&saved)?;
    if let Ok(status) = session.status().send_blocking(&client)
        && let Some([missing, ..]) = status.missing()
    {
        bar.suspend(|| println!("missing from byte {} on", missing.start()));
    }
    let upload = session.upload::<DriveItem>(UploadFile::open(&path)?).chunk_size(CHUNK);
    let item = upload.on_progress(|progress| bar.set_position(progress.received())).send_blocking(&client)?;
    bar.finish();
    println!("{}, {} bytes", item.name.unwrap_or_default(), item.size.unwrap_or_default());

    let arrived = server.emulator().uploads();
    let is_same = arrived.first().is_some_and(|file| fs::read(&path).is_ok_and(|bytes| file.bytes == bytes));
    if is_own {
        fs::remove_file(&path)?;
    }
    println!("what has arrived is {} the file", if is_same { "the same as" } else { "not" });
    is_same.then_some(()).ok_or_else(|| "the bytes differ".into())
}

fn progress_bar(length: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {bytes} of {total_bytes}, {eta} left");
    ProgressBar::new(length).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// A file with 64 MiB that are not all the same.
fn make_file() -> Result<PathBuf, Box<dyn Error>> {
    let path = env::temp_dir().join(format!("graph-entity-upload-{}", std::process::id()));
    let bytes: Vec<u8> = (0..64 * 1024 * 1024_u32).map(|at| at.to_le_bytes()[at as usize % 3]).collect();
    fs::write(&path, bytes)?;
    Ok(path)
}
