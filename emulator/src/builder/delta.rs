//! Delta queries: which collections have them, and how they tell.

use super::Builder;
use crate::declared::Trait;
use crate::setup::Setting;

/// Delta queries.
impl Builder {
    /// The collection tells what has changed, at `users/delta`. The first round tells all items, later ones what has changed
    /// since: the key and the properties that did, or `@removed`, with the reason `deleted`, and `changed` for what
    /// `$filter` no longer lets through. Where `$select` names a relation to many items, its changes are in
    /// `members@delta`. `$deltatoken=latest` begins now.
    ///
    /// Tokens are opaque, and hold the options of the first request; a link that comes back in another form is a 400.
    ///
    /// ```
    /// use bytes::Bytes;
    /// use graph_entity_emulator::Emulator;
    /// use serde_json::{Value, json};
    ///
    /// let emulator = Emulator::builder()
    ///     .collection("v1.0", "users")
    ///     .delta("v1.0", "users")
    ///     .item("v1.0", "users", json!({"id": "ada", "displayName": "Ada"}))
    ///     .build();
    /// let send = |method: &str, url: &str| {
    ///     let request = http::Request::builder().method(method).uri(url).header("Authorization", "Bearer any");
    ///     emulator.handle(&request.body(Bytes::new()).unwrap()).into_body()
    /// };
    ///
    /// let all: Value = serde_json::from_slice(&send("GET", "https://graph.microsoft.com/v1.0/users/delta")).unwrap();
    /// assert_eq!(all["value"], json!([{"id": "ada", "displayName": "Ada"}]));
    /// send("DELETE", "https://graph.microsoft.com/v1.0/users/ada");
    /// let changes: Value = serde_json::from_slice(&send("GET", all["@odata.deltaLink"].as_str().unwrap())).unwrap();
    /// assert_eq!(changes["value"], json!([{"id": "ada", "@removed": {"reason": "deleted"}}]));
    /// ```
    pub fn delta(self, version: impl Into<String>, template: impl Into<String>) -> Self {
        self.set(version, template, Setting::Delta)
    }

    /// The folder at `root`, a [singleton](Self::singleton), tells what has changed among the `items` of its drive, as a
    /// drive does: at `me/drive/root/delta`, with links that are functions, `delta(token='…')`, and with the facet
    /// `deleted` of what is gone. `token=latest` begins now.
    pub fn drive_delta(self, version: impl Into<String>, root: impl Into<String>, items: impl Into<String>) -> Self {
        self.set(version, root, Setting::DriveDelta(items.into()))
    }

    /// How many changes of a relation, `members@delta`, a delta query of the collection tells at a time. The others are
    /// told with the same item once more, on this page or a later one. 20 unless told otherwise.
    pub fn delta_pieces(self, version: impl Into<String>, template: impl Into<String>, changes: usize) -> Self {
        self.set(version, template, Setting::Piece(changes))
    }

    /// Delta queries of the collection, or of the root of a drive, tell some changes again: the last of each page twice,
    /// and in each round after the first the last of the round before, as a service may do at any time.
    pub fn delta_replays(self, version: impl Into<String>, template: impl Into<String>) -> Self {
        self.set(version, template, Setting::Trait(Trait::Replays))
    }
}
