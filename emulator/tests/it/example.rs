//! The main job, `cargo run --example create_user_run_state`, as a person runs it.

use std::io::{BufRead, BufReader};
use std::process::{Command, Output, Stdio};

/// By cargo, so that it is built whatever else is being tested.
fn example() -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.args(["run", "--quiet", "--package", "graph-entity-emulator", "--example", "create_user_run_state", "--"]);
    for name in ["GRAPH_TOKEN", "GRAPH_BASE_URL"] {
        command.env_remove(name);
    }
    // What cargo tells the tests of their own package makes the build scripts of others run again.
    let own = std::env::vars_os().map(|(name, _)| name).filter(|name| {
        let name = name.to_string_lossy();
        name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")
    });
    own.for_each(|name| _ = command.env_remove(name));
    command
}

fn text(output: &Output) -> String {
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    format!("{out}{err}")
}

const PARENTS: [&str; 3] = ["deviceShellScripts", "deviceManagementScripts", "deviceCustomAttributeShellScripts"];
const BODY: &str = r##"{"@odata.type":"#microsoft.graph.deviceManagementScriptUserState","successDeviceCount":2,"errorDeviceCount":0,"userPrincipalName":"user@contoso.com"}"##;

#[test]
fn needs_nothing_but_its_command() {
    let output = example().output().expect("cargo");
    let shown = text(&output);
    assert!(output.status.success(), "{shown}");
    for parent in PARENTS {
        assert!(shown.contains(&format!("/beta/deviceManagement/{parent}/")), "{shown}");
    }
    assert_eq!(shown.matches("POST http://127.0.0.1:").count(), 3, "{shown}");
    assert_eq!(shown.matches("authorization: <redacted>").count(), 3, "{shown}");
    assert_eq!(shown.matches(BODY).count(), 3, "{shown}");
    assert_eq!(shown.matches("201 Created\nDeviceManagementScriptUserState {").count(), 3, "{shown}");
    assert!(shown.contains("the emulator's log shows the same 3 requests, each at a path of its own"), "{shown}");
    assert!(!shown.contains("token-of-the-example"), "{shown}");
}

#[test]
fn talks_to_a_service_in_another_process() {
    let ids = ["a/b", "s 2", "c3"];
    let mut service = Command::new(env!("CARGO_BIN_EXE_graph-entity-emulator"));
    service.args(["--token", "s3cret"]);
    for (parent, id) in PARENTS.iter().zip(ids) {
        service.arg("--collection").arg(format!("beta:deviceManagement/{parent}"));
        service.arg("--collection").arg(format!("beta:deviceManagement/{parent}/{{id}}/userRunStates"));
        service.arg("--item").arg(format!("beta:deviceManagement/{parent}={{\"id\":\"{id}\"}}"));
    }
    let mut service = service.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the emulator");
    let mut log = BufReader::new(service.stdout.take().expect("a pipe")).lines().map(|line| line.expect("a line"));
    let first = log.next().expect("a first line");
    let url = first.strip_prefix("listening on ").expect("the address");

    let output = example().args(ids).env("GRAPH_TOKEN", "s3cret").env("GRAPH_BASE_URL", url).output().expect("cargo");
    let shown = text(&output);
    assert!(output.status.success(), "{shown}");
    assert!(!shown.contains("s3cret") && !shown.contains("emulator"), "{shown}");
    assert_eq!(shown.matches("201 Created").count(), 3, "{shown}");

    let output = example().args(ids).env("GRAPH_TOKEN", "other").env("GRAPH_BASE_URL", url).output().expect("cargo");
    assert!(!output.status.success());
    assert!(text(&output).contains("401 Unauthorized"), "{}", text(&output));

    drop(service.stdin.take());
    let seen: Vec<String> = log.collect();
    assert_eq!(
        seen,
        [
            "POST /beta/deviceManagement/deviceShellScripts/a%2Fb/userRunStates 201",
            "POST /beta/deviceManagement/deviceManagementScripts/s%202/userRunStates 201",
            "POST /beta/deviceManagement/deviceCustomAttributeShellScripts/c3/userRunStates 201",
            "POST /beta/deviceManagement/deviceShellScripts/a%2Fb/userRunStates 401",
        ]
    );
    assert!(service.wait().expect("an end").success());
}

#[test]
fn refuses_half_of_the_ids() {
    let output = example().arg("only-one").output().expect("cargo");
    assert!(!output.status.success());
    assert!(text(&output).contains("one for each of the three parents"), "{}", text(&output));
}
