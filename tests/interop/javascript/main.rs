//! The official Graph client for JavaScript against the emulator: starts the emulator with TLS, runs `steps.mjs` by Node, and
//! then looks at what was asked and stored. `../javascript.sh` installs the client and runs this; the README has what is
//! covered.

use std::env;
use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::Duration;

use graph_entity_emulator::{Emulator, Fault, LogEntry, RetryAfter, Server, UploadStyle};
use serde_json::json;

const STATES: &str = "deviceManagement/deviceShellScripts/{deviceShellScriptId}/userRunStates";

/// The names of the users that are there first.
const SEEDS: [&str; 8] = ["Html", "Seconds", "Decimals", "Date", "Always", "Batched", "Lost", "Plain"];
/// What `steps/upload.mjs` uploads: this many bytes, each its index by this.
const SIZE: usize = 1_000_000;
const MODULUS: usize = 251;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("FAILED {error}");
            ExitCode::FAILURE
        }
    }
}

/// The one argument is the folder where the client is installed.
fn run() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args_os().nth(1).ok_or("run tests/interop/javascript.sh")?);
    let server = emulator().serve_tls()?;
    fail(server.emulator());
    let certificate = folder.join("ca.pem");
    fs::write(&certificate, server.certificate_pem().ok_or("no TLS")?)?;
    let mut node = Command::new("node");
    // The server is on 127.0.0.1 only.
    node.args(["--dns-result-order=ipv4first", "steps.mjs"]).current_dir(&folder);
    node.env("NODE_EXTRA_CA_CERTS", &certificate).env("GRAPH_ENTITY_INTEROP_URL", server.url());
    if !node.status()?.success() {
        return Err("a step failed".into());
    }
    checks(&server)
}

fn emulator() -> Emulator {
    let mut builder = Emulator::builder()
        .token("t0ken")
        .collection("v1.0", "users")
        .unique("v1.0", "users", "userPrincipalName")
        .collection("v1.0", "groups")
        .directory("v1.0", "groups")
        .collection("beta", "deviceManagement/deviceShellScripts")
        .item("beta", "deviceManagement/deviceShellScripts", json!({"id": "s1"}))
        .collection("beta", STATES)
        .odata_type("beta", STATES, "microsoft.graph.deviceManagementScriptUserState")
        .collection("v1.0", "devices")
        .delta("v1.0", "devices")
        .upload_session("v1.0", "me/drive/root:/{path}:/createUploadSession", UploadStyle::Drive)
        .upload_session("v1.0", "me/messages/{id}/attachments/createUploadSession", UploadStyle::Outlook)
        .generated("v1.0", "auditLogs/signIns", 10, |index| json!({"id": format!("sign-in-{index}")}));
    for number in 0..5 {
        builder = builder.item("v1.0", "groups", json!({"displayName": format!("Group {number}")}));
    }
    for number in 0..3 {
        builder = builder.item("v1.0", "devices", json!({"displayName": format!("Device {number}")}));
    }
    for name in SEEDS {
        let id = name.to_lowercase();
        builder = builder.item("v1.0", "users", json!({"id": id, "displayName": name, "userPrincipalName": id}));
    }
    builder.build()
}

/// What goes wrong in `steps/`.
fn fail(emulator: &Emulator) {
    let at = |path: &'static str, fault| emulator.fail_when(fault, move |_, target| target == path);
    at("/v1.0/users/html", Fault::BadGateway);
    at("/v1.0/users/seconds", Fault::Throttled("1".into()));
    at("/v1.0/users/decimals", Fault::Throttled("0.4".into()));
    at("/v1.0/users/date", Fault::Throttled(RetryAfter::After(Duration::from_secs(1))));
    for _ in 0..4 {
        at("/v1.0/users/always", Fault::Throttled("0.05".into()));
    }
    at("/v1.0/users/batched", Fault::Throttled("7".into()));
    at("/v1.0/users/lost", Fault::MissingAnswer);
    // The second part of the third file, which goes where the URL of its session says. Steps run by their names.
    let mut parts = 0;
    emulator.fail_when(Fault::Dropped { done: false }, move |method, _| {
        parts += usize::from(method == "PUT");
        parts == 4 + 4 + 2
    });
    // The fourth that is created: Adele, Gone, and the one that is refused are before it.
    let mut creates = 0;
    emulator.fail_when(Fault::Throttled("0.1".into()), move |method, target| {
        creates += usize::from(method == "POST" && target == "/v1.0/users");
        creates == 4
    });
}

fn checks(server: &Server) -> Result<(), Box<dyn Error>> {
    let emulator = server.emulator();
    let log = emulator.log();
    let created: Vec<_> = names(emulator).into_iter().skip(SEEDS.len()).collect();
    check("what was created is stored, once", created == ["Adele Vance", "Throttled", "Batched"], &created)?;
    let states = emulator.items("beta", "deviceManagement/deviceShellScripts/s1/userRunStates");
    check("so is the run state", states.len() == 1 && states[0]["successDeviceCount"] == 2, &states)?;

    // What is in a batch has the token of the batch.
    let is_upload = |entry: &&LogEntry| entry.target.contains("tempauth=");
    let tokens = |entry: &&LogEntry| {
        !is_upload(entry) && entry.headers.get("authorization").is_none_or(|token| token != "Bearer t0ken")
    };
    let without: Vec<_> = log.iter().filter(tokens).map(|entry| entry.status.as_u16()).collect();
    check("all but one had the token, and what goes to the URL of an upload", without == [401], &without)?;
    // And one in a batch.
    let pages: Vec<_> = log.iter().filter(|entry| entry.target.starts_with("/v1.0/auditLogs")).collect();
    check("pages were followed by their links, as they are", pages.len() == 3 + 4 + 1, &pages.len())?;
    let groups: Vec<_> = log.iter().filter(|entry| entry.target.starts_with("/v1.0/groups")).collect();
    let eventual =
        groups.iter().all(|entry| entry.headers.get("consistencylevel").is_some_and(|level| level == "eventual"));
    check("with the headers of the first", groups.len() == 3 && eventual, &groups.len())?;

    let attempts = |path: &str| -> Vec<String> {
        let asked = log.iter().filter(|entry| entry.target == path);
        let attempt = |entry: &LogEntry| {
            entry.headers.get("retry-attempt").map_or("", |text| text.to_str().unwrap_or("?")).to_owned()
        };
        asked.map(attempt).collect()
    };
    for path in ["seconds", "decimals", "date"] {
        let attempts = attempts(&format!("/v1.0/users/{path}"));
        check(&format!("what was throttled ({path}) was asked once more"), attempts == ["", "1"], &attempts)?;
    }
    let always = attempts("/v1.0/users/always");
    check("and three times at most", always == ["", "1", "2", "3"], &always)?;
    uploads(emulator, &log)
}

fn uploads(emulator: &Emulator, log: &[LogEntry]) -> Result<(), Box<dyn Error>> {
    let bytes: Vec<u8> = (0..SIZE).map(|index| u8::try_from(index % MODULUS).unwrap_or_default()).collect();
    let files = emulator.uploads();
    let names: Vec<_> = files.iter().map(|file| file.name.as_str()).collect();
    check("what was uploaded is there", names == ["whole.bin", "mail.bin", "broken.bin"], &names)?;
    check("to the last byte", files.iter().all(|file| file.bytes == bytes), &names)?;
    let parts = log.iter().filter(|entry| entry.method == "PUT");
    let tokens = parts.clone().filter(|entry| entry.headers.contains_key("authorization")).count();
    let ranges: Vec<_> = parts.filter_map(|entry| entry.headers.get("content-range")?.to_str().ok()).collect();
    check("a token went with no part", tokens == 0, &tokens)?;
    check("four parts each, and one that broke", ranges.len() == 4 + 4 + 5, &ranges)
}

fn names(emulator: &Emulator) -> Vec<String> {
    let users = emulator.items("v1.0", "users");
    users.iter().map(|user| user["displayName"].as_str().unwrap_or_default().to_owned()).collect()
}

fn check(what: &str, holds: bool, is: &dyn std::fmt::Debug) -> Result<(), Box<dyn Error>> {
    if !holds {
        return Err(format!("{what}: it is {is:?}").into());
    }
    println!("ok the emulator: {what}");
    Ok(())
}
