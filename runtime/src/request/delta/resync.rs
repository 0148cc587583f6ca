//! The service does not know any more what it told: all is to be asked for again (W6).

use std::fmt;

use http::StatusCode;
use http::header::LOCATION;

use super::link::DeltaLink;
use super::page::DeltaPage;
use crate::client::GraphClient;
use crate::client::error::Error;
use crate::client::service_error::ServiceError;
use crate::model::Change;
use crate::request::link::Link;

/// The service does not know any more what it told before (410): its token is too old, or there was too much. All is to be
/// asked for again, and what then does not come is no longer there.
///
/// Where to begin is its [`link`](Self::link); if the service told none, it is the first request.
pub struct Resync<T, I = Change<T>> {
    kind: ResyncKind,
    link: Option<DeltaLink<T, I>>,
    service: Box<ServiceError>,
}

/// What is to be done with the copy that a program has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ResyncKind {
    /// It is made anew: what is told holds, and what is not told is gone.
    Full,
    /// Of a drive (`resyncChangesApplyDifferences`): the service was up to date with the copy. What is told holds, removals
    /// too; changes that the service does not know are to be uploaded.
    ApplyDifferences,
    /// Of a drive (`resyncChangesUploadDifferences`): what is not told is to be uploaded, and so is what differs; both are
    /// kept where it is not known which is newer.
    UploadDifferences,
}

/// What services call it, in any part of the error.
const CODES: [(&str, ResyncKind); 5] = [
    ("resyncChangesApplyDifferences", ResyncKind::ApplyDifferences),
    ("resyncChangesUploadDifferences", ResyncKind::UploadDifferences),
    ("resyncRequired", ResyncKind::Full),
    ("syncStateNotFound", ResyncKind::Full),
    ("fullSyncRequired", ResyncKind::Full),
];

impl<T, I> Resync<T, I> {
    /// What `error` says, if it says this; else the error. `origin` is the request that it answers.
    pub(super) fn of<H>(
        error: Error,
        origin: Option<&Link<DeltaPage<T, I>>>,
        client: &GraphClient<H>,
    ) -> Result<Self, Error> {
        let service = match error {
            Error::Service(service) => service,
            other => return Err(other),
        };
        let Some(kind) = kind(&service) else { return Err(Error::Service(service)) };
        let location = service.headers().get(LOCATION).and_then(|url| url.to_str().ok()).map(str::trim);
        let link = location.filter(|url| !url.is_empty()).zip(origin).map(|(url, origin)| {
            // It leads to the first page of a round.
            DeltaLink::new(origin.to(client.link(origin.version, url)), false)
        });
        Ok(Self { kind, link, service })
    }

    /// What is to be done with the copy that a program has.
    pub fn kind(&self) -> ResyncKind {
        self.kind
    }

    /// Where to begin again. `None` if the service did not tell: then with the first request.
    pub fn link(&self) -> Option<&DeltaLink<T, I>> {
        self.link.as_ref()
    }

    /// The same by value: what [`Delta::since`](crate::delta::Delta::since) takes.
    pub fn into_link(self) -> Option<DeltaLink<T, I>> {
        self.link
    }

    /// What the service said.
    pub fn service(&self) -> &ServiceError {
        &self.service
    }
}

impl<T, I> fmt::Debug for Resync<T, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Resync")
            .field("kind", &self.kind)
            .field("has_link", &self.link.is_some())
            .field("service", &self.service)
            .finish()
    }
}

fn kind(error: &ServiceError) -> Option<ResyncKind> {
    if !error.status().is_client_error() {
        return None;
    }
    let told = CODES.into_iter().find(|(code, _)| error.has_code_ignoring_case(code));
    match told {
        Some((_, kind)) => Some(kind),
        None => (error.status() == StatusCode::GONE).then_some(ResyncKind::Full),
    }
}
