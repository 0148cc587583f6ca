//! Creating the run state of a script for a user.

use bytes::Bytes;
use graph_entity::version::Beta;
use graph_entity::{GraphEntity, Request as Ours};
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{Method, Request};
use percent_encoding::utf8_percent_encode;
use serde::Serialize;

use super::{BASE, JSON, SEGMENT};
use crate::common::case::Case;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.deviceManagementScriptUserState",
    version = "beta",
    collection = "deviceManagement/deviceShellScripts/{deviceShellScriptId}/userRunStates"
)]
pub struct DeviceManagementScriptUserState {
    #[graph(key, read_only)]
    pub id: String,
    pub success_device_count: i32,
    pub error_device_count: i32,
    pub user_principal_name: String,
}

/// What the request is made of.
#[derive(Clone, Copy)]
struct Input {
    base: &'static str,
    script: &'static str,
    success: i32,
    error: i32,
    user: &'static str,
}

pub fn case() -> Case {
    let input = Input {
        base: BASE,
        script: "3f5a9d2e-7c41-4b0e-9a6d-1f2e3d4c5b6a",
        success: 2,
        error: 0,
        user: "user@contoso.com",
    };
    super::case("create", input, ours, by_hand, tuned)
}

fn ours(input: Input) -> Ours<DeviceManagementScriptUserState, Beta> {
    DeviceManagementScriptUserState::in_device_shell_script(input.script)
        .create()
        .success_device_count(input.success)
        .error_device_count(input.error)
        .user_principal_name(input.user)
        .request()
        .unwrap()
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewState<'a> {
    #[serde(rename = "@odata.type")]
    odata_type: &'static str,
    success_device_count: i32,
    error_device_count: i32,
    user_principal_name: &'a str,
}

impl Input {
    fn body(self) -> Bytes {
        let state = NewState {
            odata_type: "#microsoft.graph.deviceManagementScriptUserState",
            success_device_count: self.success,
            error_device_count: self.error,
            user_principal_name: self.user,
        };
        serde_json::to_vec(&state).unwrap().into()
    }
}

fn by_hand(input: Input) -> Request<Bytes> {
    let (base, script) = (input.base, utf8_percent_encode(input.script, SEGMENT));
    Request::builder()
        .method(Method::POST)
        .uri(format!("{base}/beta/deviceManagement/deviceShellScripts/{script}/userRunStates"))
        .header(ACCEPT, JSON)
        .header(CONTENT_TYPE, JSON)
        .body(input.body())
        .unwrap()
}

fn tuned(input: Input) -> Request<Bytes> {
    let mut url = String::with_capacity(192);
    url.push_str(input.base);
    url.push_str("/beta/deviceManagement/deviceShellScripts/");
    url.extend(utf8_percent_encode(input.script, SEGMENT));
    url.push_str("/userRunStates");
    Request::builder()
        .method(Method::POST)
        .uri(url)
        .header(ACCEPT, JSON)
        .header(CONTENT_TYPE, JSON)
        .body(input.body())
        .unwrap()
}
