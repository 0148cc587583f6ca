//! Query options, and what `$select` leaves of an item. Other options are read by nobody yet.

use crate::error::Failure;
use crate::path;
use crate::store::Item;

/// The properties that a request asks for; `None`: all.
#[derive(Debug, Default)]
pub(crate) struct Select(Option<Vec<String>>);

impl Select {
    /// Reads the option from the query of a URL.
    pub(crate) fn of(query: Option<&str>) -> Result<Self, Failure> {
        let mut select = None;
        for (name, value) in options(query)? {
            // Graph takes system query options without their `$`, too.
            if name.strip_prefix('$').unwrap_or(&name) == "select" && select.replace(value).is_some() {
                return Err(Failure::bad_request(
                    "Query option '$select' was specified more than once, but it must be specified at most once.",
                ));
            }
        }
        Ok(Self(select.as_deref().and_then(properties)))
    }

    /// The part of `item` that is asked for.
    pub(crate) fn of_item(&self, item: &Item) -> Item {
        let kept = |name: &str| self.0.as_ref().is_none_or(|names| keeps(names, name));
        item.iter().filter(|(name, _)| kept(name)).map(|(name, value)| (name.clone(), value.clone())).collect()
    }

    /// What the option adds to a context URL: `(id,displayName)`.
    pub(crate) fn context(&self) -> String {
        let list = |names: &Vec<String>| {
            let names: Vec<_> = names.iter().map(|name| path::encode(name)).collect();
            format!("({})", names.join(","))
        };
        self.0.as_ref().map_or_else(String::new, list)
    }
}

/// The options of a query: split first, then decoded once. A `+` is a plus.
fn options(query: Option<&str>) -> Result<Vec<(String, String)>, Failure> {
    let pairs = query.unwrap_or_default().split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let decoded = pairs.map(|(name, value)| path::decode(name).zip(path::decode(value)));
    let unreadable = || Failure::bad_request("The query of the URL is not valid percent-encoded UTF-8.");
    decoded.collect::<Option<_>>().ok_or_else(unreadable)
}

/// The names in the value of `$select`; `None` if they mean all.
fn properties(value: &str) -> Option<Vec<String>> {
    let names = value.split(',').map(|name| name.split('/').next().unwrap_or_default().trim());
    let names: Vec<_> = names.filter(|name| !name.is_empty()).map(str::to_owned).collect();
    (!names.is_empty() && !names.iter().any(|name| name == "*")).then_some(names)
}

/// Whether the member `name` stays: the key, control information, what is asked for and its annotations.
fn keeps(names: &[String], name: &str) -> bool {
    let property = name.split('@').next().unwrap_or_default();
    property.is_empty() || property == "id" || names.iter().any(|asked| asked.eq_ignore_ascii_case(property))
}

#[cfg(test)]
mod tests {
    use super::Select;
    use serde_json::{Value, json};

    fn select(query: &str) -> Value {
        let item = json!({"@odata.type": "#a.b", "id": "1", "a": 1, "b": 2, "b@odata.type": "#Int64"});
        let select = Select::of(Some(query)).expect("a query");
        Value::Object(select.of_item(item.as_object().expect("an object")))
    }

    #[test]
    fn keeps_the_key_and_control_information() {
        assert_eq!(
            select("x=1&%24select=%20B,zz"),
            json!({"@odata.type": "#a.b", "id": "1", "b": 2, "b@odata.type": "#Int64"})
        );
        assert_eq!(select("select=a/c"), json!({"@odata.type": "#a.b", "id": "1", "a": 1}));
        assert_eq!(select("$select=").as_object().map(serde_json::Map::len), Some(5));
        assert_eq!(select("$select=*,a").as_object().map(serde_json::Map::len), Some(5));
    }

    #[test]
    fn refuses_what_it_cannot_read() {
        assert!(Select::of(Some("$select=a&$select=b")).is_err());
        assert!(Select::of(Some("$select=%")).is_err());
        assert!(Select::of(None).is_ok());
    }
}
