//! Whatever a client sends, it gets an answer that makes sense: requests that are nearly right, over and over.

use bytes::Bytes;
use graph_entity_emulator::Emulator;
use http::{Request, Uri};
use serde_json::Value;

const REQUESTS: [(&str, &str, &str); 20] = [
    ("GET", "/v1.0/users?$filter=startswith(displayName,'A') and not (age gt 5) or tags/any(t:t in ('a','b'))", ""),
    ("GET", "/v1.0/users?$filter=createdDateTime ge 2020-01-01T00:00:00Z&$orderby=displayName desc,city&$top=2", ""),
    ("GET", "/v1.0/users?$search=\"displayName:ad\" OR (mail AND NOT x)&$count=true", ""),
    ("GET", "/v1.0/groups?$expand=members($select=id;$expand=manager($select=id);$filter=id ne 'x'),owners/$ref", ""),
    ("GET", "/v1.0/groups/b1000000-0000-4000-8000-000000000001/members/microsoft.graph.user/$count", ""),
    ("GET", "/v1.0/me/messages?$top=3&$skiptoken=RFNwdA%2B%2FAAEAAAAAAAAAAAAAAAACAAAAAAAAAPgZO9rH80teAAA%3D", ""),
    ("GET", "/v1.0/me/reminderView(StartDateTime='2020-01-01',EndDateTime=@e)?@e=[1,{\"a\":2}]", ""),
    ("GET", "/v1.0/groups(uniqueName='mark''eting')/members/$ref", ""),
    ("GET", "/v1.0/directoryObjects?$filter=duration'PT1H' gt span or id ne null&$skip=3", ""),
    ("GET", "/v1.0/me/photo/$value", ""),
    ("GET", "/v1.0/users?$filter=hash eq binary'AQID' and limit gt -INF and n/$count ge 1.5e3", ""),
    ("POST", "/v1.0/me/sendMail", r#"{"message":{"subject":"x"}}"#),
    ("POST", "/v1.0/groups", r#"{"displayName":"x","members@odata.bind":["https://h/v1.0/users('a')","users/b?x#y"]}"#),
    ("POST", "/v1.0/groups/b1000000-0000-4000-8000-000000000001/members/$ref", r#"{"@odata.id":"x://users/a"}"#),
    ("POST", "/v1.0/deviceManagement/deviceConfigurations", r##"{"@odata.type":"#a.b","list":[{"a":null}]}"##),
    ("POST", "/v1.0/users", r#"{"messages":[{"subject":"x"}],"a":{"b":{"c":[1,2.5,"x",null,true]}}}"#),
    ("PATCH", "/v1.0/groups(uniqueName='new')", r#"{"displayName":"x"}"#),
    ("PATCH", "/v1.0/me", r#"{"manager@odata.bind":null,"a":{"b":null,"c":{"d":1}}}"#),
    ("PUT", "/v1.0/me/manager/$ref", r#"{"@odata.id":"/users/a1000000-0000-4000-8000-000000000003"}"#),
    ("DELETE", "/v1.0/groups/b1000000-0000-4000-8000-000000000001/members/x/$ref", ""),
];

const HEADERS: [(&str, &str); 9] = [
    ("ConsistencyLevel", "eventual"),
    ("Prefer", "return=representation, odata.maxpagesize=2"),
    ("Prefer", "create-if-missing;return=\"minimal\""),
    ("Prefer", "odata.maxpagesize=99999999999999999999"),
    ("If-Match", "W/\"x\", *"),
    ("If-None-Match", "*"),
    ("Range", "bytes=-99999999999999999999"),
    ("Range", "bytes=5-9"),
    ("Range", "bytes=999-"),
];

#[test]
fn nearly_right_requests_are_answered() {
    let mut random = fastrand::Rng::with_seed(11);
    let mut emulator = Emulator::builder().sample().build();
    let mut statuses = std::collections::BTreeSet::new();
    for round in 0..6000 {
        if round % 500 == 0 {
            emulator = Emulator::builder().sample().build();
        }
        let (method, target, body) = REQUESTS[random.usize(..REQUESTS.len())];
        let mut target = target.replace(' ', "%20").replace('"', "%22");
        let mut body = body.to_owned();
        if random.bool() {
            mutate(&mut target, &mut random);
        }
        if random.bool() {
            mutate(&mut body, &mut random);
        }
        let Ok(uri) = Uri::try_from(&target) else { continue };
        let mut request = Request::builder().method(method).uri(uri).header("Authorization", "Bearer x");
        request = request.header("Content-Type", "application/json");
        for _ in 0..random.usize(..3) {
            let (name, value) = HEADERS[random.usize(..HEADERS.len())];
            request = request.header(name, value);
        }
        let response = emulator.handle(&request.body(Bytes::from(body)).expect("a request"));
        let status = response.status().as_u16();
        statuses.insert(status);
        assert!(status < 500, "{method} {target}: {status}");
        if status >= 400 {
            let error: Value = serde_json::from_slice(response.body()).expect("an error object");
            assert!(error["error"]["code"].is_string(), "{method} {target}");
        }
    }
    for status in [200, 201, 202, 204, 206, 304, 400, 404, 405, 412, 416] {
        assert!(statuses.contains(&status), "{status} is not among {statuses:?}");
    }
}

/// Puts a few characters in, takes some out, or says something twice.
fn mutate(text: &mut String, random: &mut fastrand::Rng) {
    const PIECES: [&str; 20] = [
        "'", "''", "(", ")", "/", "$", "&", "=", ",", ";", ":", "@", "%20", "%27", "%", "-", "9", "not%20", "\u{e9}",
        "$count",
    ];
    for _ in 0..random.usize(1..4) {
        let chars: Vec<char> = text.chars().collect();
        let at = random.usize(..=chars.len());
        let end = (at + random.usize(..4)).min(chars.len());
        let piece = if random.bool() { PIECES[random.usize(..PIECES.len())].to_owned() } else { String::new() };
        let twice: String = if random.u8(..8) == 0 { chars[at..end].iter().collect() } else { String::new() };
        let (before, after): (String, String) = (chars[..at].iter().collect(), chars[end..].iter().collect());
        *text = format!("{before}{twice}{piece}{twice}{after}");
    }
}
