//! Creates a `deviceManagementScriptUserState` under each of its three parents, over real HTTP, and shows what goes over
//! the wire.
//!
//! ```text
//! cargo run --example create_user_run_state
//! ```
//! starts an emulator on a loopback socket, and at the end compares what was sent with the emulator's own log.
//!
//! ```text
//! GRAPH_TOKEN=… [GRAPH_BASE_URL=https://…] cargo run --example create_user_run_state -- [SHELL_SCRIPT MANAGEMENT_SCRIPT CUSTOM_ATTRIBUTE_SCRIPT]
//! ```
//! does the same with a service: the ids are those of the three parents.

use std::env;
use std::error::Error;
use std::time::Duration;

use bytes::Bytes;
use graph_entity::transport::UreqClient;
use graph_entity::version::Beta;
use graph_entity::{Blocking, Collection, GraphClient, GraphEntity, HttpClient, TransportError};
use graph_entity_emulator::{Emulator, Server};
use serde_json::json;

/// Run state of a device management script for one user.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.deviceManagementScriptUserState",
    version = "beta",
    collection = "deviceManagement/deviceShellScripts/{deviceShellScriptId}/userRunStates",
    collection = "deviceManagement/deviceManagementScripts/{deviceManagementScriptId}/userRunStates",
    collection = "deviceManagement/deviceCustomAttributeShellScripts/{deviceCustomAttributeShellScriptId}/userRunStates"
)]
pub struct DeviceManagementScriptUserState {
    /// Key of the state. The service sets it.
    #[graph(key, read_only)]
    pub id: String,
    /// How many of the user's devices ran the script.
    pub success_device_count: i32,
    /// How many failed.
    pub error_device_count: i32,
    /// The user.
    pub user_principal_name: String,
}

use DeviceManagementScriptUserState as UserState;

/// The parents, in the order of the reference page, and an id for each where none is given.
const PARENTS: [(&str, &str); 3] = [
    ("deviceShellScripts", "3f5a7c01-0001-4bd8-8aa0-0a1b2c3d4e5f"),
    ("deviceManagementScripts", "3f5a7c02-0002-4bd8-8aa0-0a1b2c3d4e5f"),
    ("deviceCustomAttributeShellScripts", "3f5a7c03-0003-4bd8-8aa0-0a1b2c3d4e5f"),
];

fn main() -> Result<(), Box<dyn Error>> {
    let ids = parent_ids(env::args().skip(1).collect())?;
    let token = env::var("GRAPH_TOKEN").ok().filter(|token| !token.is_empty());
    let server = if token.is_none() { Some(start_emulator(&ids)?) } else { None };
    let base_url = match &server {
        Some(server) => server.url(),
        None => env::var("GRAPH_BASE_URL").unwrap_or_else(|_| "https://graph.microsoft.com".to_owned()),
    };

    let client = GraphClient::builder(Shown(UreqClient::new()))
        .base_url(base_url)
        .token(token.as_deref().unwrap_or(EMULATOR_TOKEN))
        .build()?;
    let collections: [Collection<UserState, Beta>; 3] = [
        UserState::in_device_shell_script(&ids[0]),
        UserState::in_device_management_script(&ids[1]),
        UserState::in_device_custom_attribute_shell_script(&ids[2]),
    ];
    for collection in collections {
        let created = collection
            .create()
            .success_device_count(2)
            .error_device_count(0)
            .user_principal_name("user@contoso.com")
            .send_blocking(&client)?;
        println!("{created:#?}\n");
    }
    match server {
        Some(server) => compare(server.emulator(), &ids),
        None => Ok(()),
    }
}

/// The ids on the command line, else those of the emulator's parents.
fn parent_ids(arguments: Vec<String>) -> Result<[String; 3], String> {
    match arguments.len() {
        0 => Ok(PARENTS.map(|(_, id)| id.to_owned())),
        _ => arguments.try_into().map_err(|_| "expected no ids, or one for each of the three parents".to_owned()),
    }
}

const EMULATOR_TOKEN: &str = "token-of-the-example";

fn start_emulator(ids: &[String; 3]) -> Result<Server, Box<dyn Error>> {
    let mut builder = Emulator::builder().token(EMULATOR_TOKEN).entity::<UserState>();
    for ((parent, _), id) in PARENTS.iter().zip(ids) {
        let path = format!("deviceManagement/{parent}");
        builder = builder.collection("beta", &path).item("beta", &path, json!({ "id": id }));
    }
    let server = builder.try_build()?.serve()?;
    println!("emulator on {}\n", server.url());
    Ok(server)
}

/// What the emulator saw: three creates, each at a path of its own.
fn compare(emulator: &Emulator, ids: &[String; 3]) -> Result<(), Box<dyn Error>> {
    let seen: Vec<String> =
        emulator.log().iter().map(|entry| format!("{} {} {}", entry.method, entry.target, entry.status)).collect();
    let expected: Vec<String> = PARENTS
        .iter()
        .zip(ids)
        .map(|((parent, _), id)| format!("POST /beta/deviceManagement/{parent}/{id}/userRunStates 201 Created"))
        .collect();
    if seen != expected {
        return Err(format!("the emulator saw other requests:\n{seen:#?}\nexpected\n{expected:#?}").into());
    }
    println!("the emulator's log shows the same {} requests, each at a path of its own", seen.len());
    Ok(())
}

/// A transport that shows what it carries, but for the token.
struct Shown<H>(H);

impl<H: HttpClient> HttpClient for Shown<H> {
    async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, TransportError> {
        println!("{} {}", request.method(), request.uri());
        for (name, value) in request.headers() {
            let shown = if value.is_sensitive() { "<redacted>" } else { value.to_str().unwrap_or("<not text>") };
            println!("{name}: {shown}");
        }
        println!("\n{}\n", String::from_utf8_lossy(request.body()));
        let response = self.0.send(request).await?;
        println!("{}", response.status());
        Ok(response)
    }

    async fn sleep(&self, duration: Duration) {
        self.0.sleep(duration).await;
    }
}

impl<H: Blocking> Blocking for Shown<H> {}
