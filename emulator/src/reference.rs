//! `POST`, `PUT` and `DELETE` of references: `members/$ref`. The items that they lead to stay as they are.

use http::StatusCode;
use serde_json::Value;

use crate::answer::Answer;
use crate::bind;
use crate::call::Call;
use crate::error::Failure;
use crate::read::missing;
use crate::store::{Store, Target};
use crate::tenant::{At, Place, Tenant};

/// Adds the item in the body to the relation at `place`; a single relation then leads to it alone.
pub(crate) fn add(call: &Call<'_>, store: &mut Store, place: &Place, replaces: bool) -> Result<Answer, Failure> {
    let body = call.json()?;
    let Some(url) = body.get("@odata.id").and_then(Value::as_str) else {
        return Err(Failure::bad_request("The payload must have an '@odata.id' that is a URL."));
    };
    let target = bind::target(Tenant { declared: call.declared, store }, place.address.collection, url)?;
    if replaces {
        store.unlink(&place.address, |_| true);
    }
    if store.link(&place.address, target) {
        return Ok(Answer::empty(StatusCode::NO_CONTENT));
    }
    Err(Failure::reference_exists(call.declared[place.address.collection].template.name()))
}

/// Removes a reference.
pub(crate) fn remove(call: &Call<'_>, store: &mut Store, place: &Place) -> Result<Answer, Failure> {
    let is_meant = |target: &Target| match &place.at {
        At::Item(id) => target.id == *id,
        At::Whole => true,
        At::Nothing(_) => false,
    };
    if store.unlink(&place.address, is_meant) {
        return Ok(Answer::empty(StatusCode::NO_CONTENT));
    }
    Err(missing(Tenant { declared: call.declared, store }, place))
}
