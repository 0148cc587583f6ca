//! Spans and events for those who watch a program, with the names of OpenTelemetry's HTTP conventions. Paths as templates,
//! statuses, ids and counts: never an id of an entity, a query, a header that carries a secret, or a body.
//!
//! Without the feature `tracing` all of it is nothing.

#[cfg(feature = "tracing")]
mod on {
    use std::fmt;
    use std::future::Future;
    use std::time::Duration;

    use http::{HeaderValue, Response};
    use tracing::field::{Empty, display};
    use tracing::{Instrument, Span, info_span};

    use super::super::Shared;
    use super::super::error::Error;
    use super::super::pipeline;
    use crate::request::Parts;
    use crate::request::response::{REQUEST_ID, text};

    /// The span of a call, around its attempts and the waits between them.
    pub(crate) struct Call(Span);

    impl Call {
        pub(crate) fn begin(parts: &Parts, shared: &Shared) -> Self {
            let template = display(Template::new(parts, shared));
            Self(info_span!("graph.call", http.request.method = %parts.method, url.template = template))
        }

        pub(crate) fn instrument<F: Future>(&self, future: F) -> impl Future<Output = F::Output> + use<F> {
            future.instrument(self.0.clone())
        }
    }

    /// The span of an attempt: an HTTP client span of OpenTelemetry.
    pub(crate) struct Attempt(Span);

    impl Attempt {
        pub(crate) fn begin(call: &pipeline::Call<'_>, shared: &Shared) -> Self {
            let resent = call.history.attempts - 1;
            Self(info_span!(
                "graph.request",
                otel.name = display(Name(call.parts)),
                otel.kind = "client",
                http.request.method = %call.parts.method,
                url.template = display(Template::new(call.parts, shared)),
                url.scheme = shared.base.origin.scheme(),
                server.address = shared.base.origin.host(),
                server.port = shared.base.origin.port(),
                http.request.resend_count = (resent > 0).then_some(resent),
                "http.request.header.client-request-id" = Empty,
                http.response.status_code = Empty,
                "http.response.header.request-id" = Empty,
                error.type = Empty,
            ))
        }

        pub(crate) fn instrument<F: Future>(&self, future: F) -> impl Future<Output = F::Output> + use<F> {
            future.instrument(self.0.clone())
        }

        pub(crate) fn end<R>(&self, outcome: Result<&Response<R>, &Error>) {
            match outcome {
                Ok(response) => {
                    let status = response.status();
                    self.0.record("http.response.status_code", status.as_u16());
                    if let Some(id) = text(response.headers(), REQUEST_ID) {
                        self.0.record("http.response.header.request-id", id);
                    }
                    if !status.is_success() {
                        self.0.record("error.type", status.as_str());
                    }
                }
                Err(error) => {
                    self.0.record("error.type", error.kind());
                }
            }
        }
    }

    /// Within an attempt: the id that its request has.
    pub(crate) fn sent(id: &HeaderValue) {
        if let Ok(id) = id.to_str() {
            Span::current().record("http.request.header.client-request-id", id);
        }
    }

    pub(crate) fn retrying(call: &pipeline::Call<'_>, wait: Duration) {
        let wait = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX);
        tracing::info!(http.request.resend_count = call.history.attempts, retry.delay_ms = wait, "retrying");
    }

    pub(crate) fn renewed(call: &pipeline::Call<'_>) {
        tracing::info!(http.request.resend_count = call.history.attempts, "the token was refused and renewed");
    }

    pub(crate) fn redirected(is_foreign: bool) {
        tracing::debug!(redirect.foreign = is_foreign, "redirected");
    }

    struct Template<'a> {
        version: Option<&'a str>,
        template: &'a str,
    }

    impl<'a> Template<'a> {
        fn new(parts: &'a Parts, shared: &'a Shared) -> Self {
            let own = parts.link.is_none().then_some(&*shared.version);
            Self { version: parts.version.or(own), template: &parts.template }
        }
    }

    impl fmt::Display for Template<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self.version {
                Some(version) => write!(f, "/{version}/{}", self.template),
                None => write!(f, "/{}", self.template),
            }
        }
    }

    struct Name<'a>(&'a Parts);

    impl fmt::Display for Name<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "{} /{}", self.0.method, self.0.template)
        }
    }
}

#[cfg(not(feature = "tracing"))]
mod off {
    use std::future::Future;
    use std::time::Duration;

    use http::{HeaderValue, Response};

    use super::super::Shared;
    use super::super::error::Error;
    use super::super::pipeline;
    use crate::request::Parts;

    pub(crate) struct Call;

    impl Call {
        pub(crate) fn begin(_: &Parts, _: &Shared) -> Self {
            Self
        }

        #[expect(clippy::unused_self, reason = "as with the feature")]
        pub(crate) fn instrument<F: Future>(&self, future: F) -> F {
            future
        }
    }

    pub(crate) struct Attempt;

    impl Attempt {
        pub(crate) fn begin(_: &pipeline::Call<'_>, _: &Shared) -> Self {
            Self
        }

        #[expect(clippy::unused_self, reason = "as with the feature")]
        pub(crate) fn instrument<F: Future>(&self, future: F) -> F {
            future
        }

        #[expect(clippy::unused_self, reason = "as with the feature")]
        pub(crate) fn end<R>(&self, _: Result<&Response<R>, &Error>) {}
    }

    pub(crate) fn sent(_: &HeaderValue) {}
    pub(crate) fn retrying(_: &pipeline::Call<'_>, _: Duration) {}
    pub(crate) fn renewed(_: &pipeline::Call<'_>) {}
    pub(crate) fn redirected(_: bool) {}
}

#[cfg(not(feature = "tracing"))]
pub(crate) use self::off::*;
#[cfg(feature = "tracing")]
pub(crate) use self::on::*;
