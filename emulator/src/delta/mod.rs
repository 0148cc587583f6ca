//! `…/delta`: where someone is in a round, the tokens that say it, and the page that is there. What the page tells is in
//! `round`.

mod round;

use graph_entity::edm::Binary;
use http::{HeaderValue, StatusCode, header};
use serde_json::{Map, Value};

use self::round::{Round, Told};
use crate::address::Address;
use crate::answer::Answer;
use crate::call::Call;
use crate::declared::{Declared, Trait};
use crate::error::Failure;
use crate::list;
use crate::path;
use crate::query::{Query, decoded};
use crate::shape::with_context;
use crate::store::{Cursor, RoundAt, Store};
use crate::tenant::{Place, Tenant};

/// As in a list's tokens: what is not sent back as it is comes back as another text.
const PREFIX: &str = "RGVsdGE+/";

/// The options by which a token comes.
const TOKENS: [&str; 5] = ["$deltatoken", "$skiptoken", "deltatoken", "skiptoken", "token"];

/// What is in the parentheses of a segment that calls the function; `None` if it doesn't.
pub(crate) fn arguments(segment: &str) -> Option<&str> {
    let name = segment.strip_prefix("microsoft.graph.").unwrap_or(segment);
    let (name, arguments) = match name.strip_suffix(')') {
        Some(call) => call.split_once('(')?,
        None => (name, ""),
    };
    name.eq_ignore_ascii_case("delta").then_some(arguments)
}

/// What a request says of where it is.
struct Asked {
    token: Option<String>,
    options: Vec<(String, String)>,
}

impl Asked {
    fn of(call: &Call<'_>) -> Result<Self, Failure> {
        let is_token = |name: &String| TOKENS.iter().any(|token| name.eq_ignore_ascii_case(token));
        let options = decoded(call.uri.query())?.into_iter().filter(|(name, _)| !name.is_empty());
        let (tokens, options): (Vec<_>, Vec<_>) = options.partition(|(name, _)| is_token(name));
        let last = call.uri.path().rsplit('/').next().unwrap_or_default();
        let called = path::decode(last).and_then(|segment| Some(arguments(&segment)?.to_owned()));
        let literal = called.as_deref().and_then(|arguments| arguments.strip_prefix("token='")?.strip_suffix('\''));
        let token = literal.map(str::to_owned).or_else(|| tokens.into_iter().next().map(|(_, value)| value));
        Ok(Self { token, options })
    }
}

/// Tells the page of changes that a request asks for.
pub(crate) fn read(call: &Call<'_>, store: &mut Store, place: &Place) -> Result<Answer, Failure> {
    let declared = &call.declared[place.address.collection];
    let Some(tracking) = declared.delta else { return Err(Failure::segment_not_found("delta")) };
    let asked = Asked::of(call)?;
    let address = Address { collection: tracking.items, keys: place.address.keys.clone() };
    let told = store.journal().len();
    let start = |at| Cursor { link: String::new(), options: asked.options.clone(), at, pages: 0, is_expired: false };
    let cursor = match asked.token.as_deref() {
        None | Some("") => start(RoundAt::All { began: told, from: (0, 0), piece: 0 }),
        Some("latest") => start(RoundAt::Over { told }),
        Some(token) => known(call, store, declared, token)?,
    };
    let query = Query::of_options(cursor.options.clone())?;
    let (size, _) = list::page_size(&call.declared[tracking.items], &query, &call.prefer)?;
    let is_latest = asked.token.as_deref() == Some("latest");
    let cast = place.cast.as_deref();
    let round =
        Round { tenant: Tenant { declared: call.declared, store }, address: &address, query: &query, cast, declared };
    let page = if is_latest {
        Told { items: Vec::new(), next: None, until: told }
    } else if declared.is(Trait::EmptyPages) && cursor.pages % 2 == 1 {
        Told { items: Vec::new(), next: Some(cursor.at), until: told }
    } else {
        round.page(cursor.at, size)
    };
    let context = format!("{}/$metadata#{}{}/$delta", call.root(), spelled(call.declared, &address), query.context());
    let (name, at, pages) = match page.next {
        Some(next) => ("@odata.nextLink", next, cursor.pages.saturating_add(1)),
        None => ("@odata.deltaLink", RoundAt::Over { told: page.until }, 0),
    };
    let link = keep(store, declared, place, Cursor { at, pages, ..cursor }, name == "@odata.nextLink");
    let mut body = Map::new();
    body.insert(name.to_owned(), format!("{}{link}", call.origin).into());
    body.insert("value".into(), Value::Array(page.items));
    Ok(Answer::json(StatusCode::OK, with_context(context, body)))
}

fn spelled(declared: &[Declared], address: &Address) -> String {
    declared[address.collection].context_path(&address.keys)
}

/// Where the one is who has this token.
fn known(call: &Call<'_>, store: &Store, declared: &Declared, token: &str) -> Result<Cursor, Failure> {
    let invalid = || Failure::bad_request("The delta token is invalid or does not belong to this request.");
    let cursor = store.journal().cursor(token).ok_or_else(invalid)?;
    if call.uri.path_and_query().is_none_or(|target| target.as_str() != cursor.link) {
        return Err(invalid());
    }
    if cursor.is_expired {
        return Err(gone(call, declared, cursor));
    }
    Ok(cursor.clone())
}

/// The token is too old. The `Location` has the options of the first request, and no token.
fn gone(call: &Call<'_>, declared: &Declared, cursor: &Cursor) -> Failure {
    let is_drive = declared.delta.is_some_and(|tracking| tracking.is_drive);
    let (code, name) =
        if is_drive { ("resyncChangesApplyDifferences", "token") } else { ("resyncRequired", "$deltatoken") };
    let above = cursor.link.split(['?', '(']).next().unwrap_or_default();
    let options = cursor.options.iter().map(|(name, value)| format!("{name}={}&", path::encode(value)));
    let location = format!("{}{above}?{}{name}=", call.origin, options.collect::<String>());
    let failure = Failure::new(StatusCode::GONE, code, "Resync required. The token is too old, or there was too much.");
    match HeaderValue::try_from(location) {
        Ok(location) => failure.with(header::LOCATION, location),
        Err(_) => failure,
    }
}

/// Makes a token for what comes next, and gives path and query of the link.
fn keep(store: &mut Store, declared: &Declared, place: &Place, cursor: Cursor, is_next: bool) -> String {
    let token = format!("{PREFIX}{}", Binary::from(fastrand::u128(..).to_le_bytes().to_vec()));
    let above = format!("/{}/{}", declared.version, declared.url_path(&place.address.keys));
    let above = place.cast.iter().fold(above, |above, cast| format!("{above}/{cast}"));
    let encoded = path::encode(&token);
    let link = match declared.delta {
        Some(tracking) if tracking.is_drive => format!("{above}/delta(token='{encoded}')"),
        _ if is_next => format!("{above}/delta?$skiptoken={encoded}"),
        _ => format!("{above}/delta?$deltatoken={encoded}"),
    };
    store.journal_mut().keep(token, Cursor { link: link.clone(), ..cursor });
    link
}

#[cfg(test)]
mod tests {
    use super::arguments;

    #[test]
    fn every_form_of_the_call_is_one() {
        for (segment, within) in [
            ("delta", ""),
            ("delta()", ""),
            ("Delta", ""),
            ("microsoft.graph.delta()", ""),
            ("delta(token='a(b)')", "token='a(b)'"),
        ] {
            assert_eq!(arguments(segment), Some(within), "{segment}");
        }
        for segment in ["", "deltas", "delta(", "delta)", "x.delta()"] {
            assert_eq!(arguments(segment), None, "{segment}");
        }
    }
}
