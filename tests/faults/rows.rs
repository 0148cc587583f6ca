//! All rows of the table, and that no fault is missing among them.

use std::collections::BTreeSet;
use std::time::Duration;

use graph_entity_emulator::{Fault, RetryAfter};
use http::StatusCode;

use crate::trouble::{Limit, Row, To, Tokens, Trouble};

/// A claims challenge.
pub(crate) const CLAIMS: &str = r#"{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}"#;

pub(crate) fn all() -> Vec<Row> {
    [retry_after(), statuses(), connections(), bodies(), links(), tokens()].concat()
}

pub(crate) fn row(name: impl Into<String>, trouble: Trouble) -> Row {
    Row { name: name.into(), trouble, limit: Limit::Roomy, tokens: Tokens::Provided }
}

pub(crate) fn fault(name: impl Into<String>, of: Fault) -> Row {
    row(name, Trouble::Fault(of))
}

/// The forms of `Retry-After`, by the names that they have in the table.
fn forms() -> Vec<(&'static str, RetryAfter)> {
    vec![
        ("1", "1".into()),
        ("0.2491", "0.2491".into()),
        ("a date in a minute", RetryAfter::After(Duration::from_secs(60))),
        ("a date long past", RetryAfter::Past),
        ("0", "0".into()),
        ("-1", "-1".into()),
        ("soon", "soon".into()),
        ("9999999999", "9999999999".into()),
        ("none", RetryAfter::Missing),
    ]
}

fn retry_after() -> Vec<Row> {
    let throttled = |(name, form)| fault(format!("429, Retry-After: {name}"), Fault::Throttled(form));
    let unavailable = |(name, form)| fault(format!("503, Retry-After: {name}"), Fault::Unavailable(form));
    forms().into_iter().map(throttled).chain(forms().into_iter().map(unavailable)).collect()
}

fn statuses() -> Vec<Row> {
    vec![
        fault("504, not done", Fault::GatewayTimeout { done: false }),
        fault("504, done", Fault::GatewayTimeout { done: true }),
        fault("502 with HTML", Fault::BadGateway),
        fault("503 with an error in gzip", Fault::GzipError),
        fault("410, begin again", Fault::Gone { code: "resyncRequired", location: None }),
        row("509", Trouble::Status(StatusCode::from_u16(509).unwrap())),
        row("500", Trouble::Status(StatusCode::INTERNAL_SERVER_ERROR)),
    ]
}

fn connections() -> Vec<Row> {
    let slow = fault("answer slower than the deadline", Fault::Drip(Duration::from_secs(60)));
    vec![
        row("connection refused", Trouble::Refused),
        fault("dropped, not done", Fault::Dropped { done: false }),
        fault("dropped, done", Fault::Dropped { done: true }),
        fault("cut in the head", Fault::CutHead),
        fault("cut in the body", Fault::CutBody),
        fault("closed after the answer", Fault::ClosedAfter),
        fault("answer byte by byte, in time", Fault::Drip(Duration::from_millis(50))),
        Row { limit: Limit::Time, ..slow },
        fault("no HTTP", Fault::Garbage),
    ]
}

fn bodies() -> Vec<Row> {
    let endless = |name, limit| Row { limit, ..fault(name, Fault::EndlessBody) };
    vec![
        fault("length too long", Fault::LengthTooLong),
        fault("length too short", Fault::LengthTooShort),
        fault("JSON cut, length right", Fault::TruncatedJson),
        endless("endless body, by bytes", Limit::Bytes),
        endless("endless body, by time", Limit::Time),
    ]
}

fn links() -> Vec<Row> {
    let redirect =
        |name: &str, status, to| row(name, Trouble::Redirect(StatusCode::from_u16(status).expect("a status"), to));
    vec![
        redirect("301 home", 301, To::Home),
        redirect("302 home", 302, To::Home),
        redirect("303 home", 303, To::Home),
        redirect("307 home", 307, To::Home),
        redirect("308 home", 308, To::Home),
        redirect("302 to another origin", 302, To::Foreign),
        redirect("303 to another origin", 303, To::Foreign),
        redirect("307 to another origin", 307, To::Foreign),
        redirect("303 without TLS", 303, To::Clear),
        redirect("307 without TLS", 307, To::Clear),
        redirect("307 to a look-alike", 307, To::LookAlike),
        row("next link to another origin", Trouble::NextLink(To::Foreign)),
        row("next link without TLS", Trouble::NextLink(To::Clear)),
        row("next link to a look-alike", Trouble::NextLink(To::LookAlike)),
        fault("next link back to the page", Fault::LoopingNextLink),
        fault("delta link to another origin", Fault::DeltaLink("https://evil.example/v1.0/users/delta".into())),
        fault("both links of a delta page", Fault::BothLinks),
        fault("neither link of a delta page", Fault::NoLinks),
    ]
}

fn tokens() -> Vec<Row> {
    let plain = || Fault::Unauthorized { claims: None };
    let claims = || Fault::Unauthorized { claims: Some(CLAIMS.to_owned()) };
    let fixed = |row: Row| Row { tokens: Tokens::Fixed, ..row };
    vec![
        fault("401", plain()),
        fault("401 with claims", claims()),
        fixed(fault("401, the token is fixed", plain())),
        fixed(fault("401 with claims, the token is fixed", claims())),
    ]
}

/// The enum is not exhaustive, so that the compiler can't tell: its source can.
#[test]
fn no_fault_is_missing() {
    let mut listed: BTreeSet<String> = all().iter().map(|row| variant(&row.trouble)).collect();
    listed.extend(crate::uploads::own().iter().map(|row| variant(&row.trouble)));
    listed.extend(crate::batches::own().iter().map(|row| variant(&row.trouble)));
    listed.extend(crate::monitors::own().iter().map(|row| variant(&row.trouble)));
    assert!(listed.remove("Status") && listed.remove("Refused"), "what is no fault");
    let declared = variants(include_str!("../../emulator/src/fault/mod.rs"), "pub enum Fault {");
    assert_eq!(listed, declared);
    let forms: BTreeSet<String> = forms().iter().map(|(_, form)| first_word(form)).collect();
    let declared = variants(include_str!("../../emulator/src/fault/retry_after.rs"), "pub enum RetryAfter {");
    assert_eq!(forms, declared);
}

/// What the emulator fails with by itself is among them, or differs in a time only.
#[test]
fn no_common_fault_is_missing() {
    let listed: BTreeSet<String> = all().iter().map(|row| variant(&row.trouble)).collect();
    for common in Fault::common() {
        assert!(listed.contains(&first_word(&common)), "{common:?}");
        let has_outcomes = matches!(common, Fault::GatewayTimeout { .. } | Fault::Dropped { .. });
        assert!(!has_outcomes || all().iter().any(|row| row.trouble == Trouble::Fault(common.clone())), "{common:?}");
    }
}

fn variant(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Fault(fault) => first_word(fault),
        other => first_word(other),
    }
}

fn first_word(value: &impl std::fmt::Debug) -> String {
    let text = format!("{value:?}");
    text.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default().to_owned()
}

/// The names in the declaration that begins with `head`: what stands four blanks deep and begins in upper case.
fn variants(source: &str, head: &str) -> BTreeSet<String> {
    let declaration = source.split(head).nth(1).and_then(|rest| rest.split("\n}").next()).expect("a declaration");
    let names = declaration.lines().filter_map(|line| line.strip_prefix("    "));
    let names = names.filter(|line| line.starts_with(|letter: char| letter.is_ascii_uppercase()));
    names
        .map(|line| line.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default().to_owned())
        .collect()
}
