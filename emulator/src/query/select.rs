//! What `$select` leaves of an item.

use crate::store::Item;

/// The properties that a request asks for; none: all.
#[derive(Debug, Default)]
pub(crate) struct Select(Vec<String>);

impl Select {
    /// Reads the value of the option.
    pub(crate) fn parse(value: &str) -> Self {
        let names: Vec<_> = value.split(',').filter_map(property).map(str::to_owned).collect();
        Self(if names.iter().any(|name| name == "*") { Vec::new() } else { names })
    }

    /// The part of `item` that is asked for.
    pub(crate) fn of_item(&self, item: &Item) -> Item {
        let kept = |name: &str| self.0.is_empty() || self.keeps(name);
        item.iter().filter(|(name, _)| kept(name)).map(|(name, value)| (name.clone(), value.clone())).collect()
    }

    pub(crate) fn names(&self) -> &[String] {
        &self.0
    }

    /// Whether the member `name` stays: the key, control information, what is asked for and its annotations.
    fn keeps(&self, name: &str) -> bool {
        let property = name.split('@').next().unwrap_or_default();
        property.is_empty() || property == "id" || self.0.iter().any(|asked| asked.eq_ignore_ascii_case(property))
    }
}

/// The property that a path starts with: behind a cast, and whole, whatever of it is asked for.
fn property(path: &str) -> Option<&str> {
    let mut segments = path.split('/').map(str::trim).filter(|name| !name.is_empty());
    let first = segments.next()?;
    if first.contains('.') { segments.next() } else { Some(first) }
}

#[cfg(test)]
mod tests {
    use super::Select;
    use serde_json::{Value, json};

    fn select(value: &str) -> Value {
        let item = json!({"@odata.type": "#a.b", "id": "1", "a": 1, "b": 2, "b@odata.type": "#Int64"});
        Value::Object(Select::parse(value).of_item(item.as_object().expect("an object")))
    }

    #[test]
    fn keeps_the_key_and_control_information() {
        assert_eq!(select(" B,zz"), json!({"@odata.type": "#a.b", "id": "1", "b": 2, "b@odata.type": "#Int64"}));
        assert_eq!(select("a/c"), json!({"@odata.type": "#a.b", "id": "1", "a": 1}));
        assert_eq!(select("microsoft.graph.user/a"), json!({"@odata.type": "#a.b", "id": "1", "a": 1}));
        assert_eq!(select("").as_object().map(serde_json::Map::len), Some(5));
        assert_eq!(select("*,a").as_object().map(serde_json::Map::len), Some(5));
    }
}
