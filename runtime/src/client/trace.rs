//! Spans and events for those who watch a program, with the names of OpenTelemetry's HTTP conventions. Paths as templates,
//! statuses, ids and counts: never an id of an entity, a query, a header that carries a secret, or a body. That is why there
//! is no `url.full`.
//!
//! Without the feature `tracing` all of it is nothing.

#[cfg(feature = "tracing")]
mod on {
    use std::fmt;
    use std::future::Future;
    use std::time::Duration;

    use http::{Request, Response, StatusCode};
    use tracing::field::Empty;
    use tracing::{Instrument, Span, info_span};

    use super::super::Shared;
    use super::super::error::{Error, transport_kind};
    use super::super::http_client::TransportError;
    use super::super::origin::Origin;
    use super::super::pipeline;
    use super::super::service_error::ServiceError;
    use crate::request::Parts;
    use crate::request::response::{CLIENT_REQUEST_ID, REQUEST_ID, text};

    /// The span of a call, around its exchanges and the waits between them.
    pub(crate) struct Call(Span);

    impl Call {
        pub(crate) fn begin(parts: &Parts, shared: &Shared) -> Self {
            let template = Template::new(parts, shared);
            Self(info_span!(
                "graph.call",
                otel.status_code = Empty,
                http.request.method = parts.method.as_str(),
                url.template = display(template),
                error.type = Empty,
            ))
        }

        /// No `async fn`, which would hold the call, a large future, twice.
        pub(crate) fn around<F: Future>(&self, call: F) -> impl Future<Output = F::Output> + use<F> {
            call.instrument(self.0.clone())
        }

        pub(crate) fn end<T>(&self, outcome: &Result<T, Error>) {
            if let Err(error) = outcome {
                let status = error.service().map(ServiceError::status);
                fail(&self.0, status.as_ref().map_or_else(|| error.kind(), |status| status.as_str()));
            }
        }
    }

    /// The span of an exchange: an HTTP client span of OpenTelemetry.
    pub(crate) struct Exchange(Span);

    impl Exchange {
        pub(crate) fn begin<B>(
            call: &pipeline::Call<'_>,
            request: &Request<B>,
            is_redirected: bool,
            shared: &Shared,
        ) -> Self {
            // Where a redirect leads there is no template for.
            let template = (!is_redirected).then(|| Template::new(call.parts, shared));
            let method = request.method().as_str();
            // In the macro, since nothing there is done unless somebody listens.
            let origin = || Origin::of(request.uri());
            Self(info_span!(
                "graph.request",
                otel.name = display(Name { method, template: template.as_ref() }),
                otel.kind = "client",
                otel.status_code = Empty,
                http.request.method = method,
                url.template = template.as_ref().map(display),
                url.scheme = origin().as_ref().map(Origin::scheme),
                server.address = origin().as_ref().map(Origin::host),
                // Numbers are `i64`: what is `u64` becomes a text on its way to OpenTelemetry.
                server.port = origin().map(|origin| i64::from(origin.port())),
                http.request.resend_count = (call.exchanges > 0).then_some(i64::from(call.exchanges)),
                "http.request.header.client-request-id" = text(request.headers(), CLIENT_REQUEST_ID),
                http.response.status_code = Empty,
                "http.response.header.request-id" = Empty,
                error.type = Empty,
            ))
        }

        pub(crate) fn around<F: Future>(&self, exchange: F) -> impl Future<Output = F::Output> + use<F> {
            exchange.instrument(self.0.clone())
        }

        pub(crate) fn end<R>(&self, outcome: &Result<Response<R>, TransportError>) {
            match outcome {
                Ok(response) => self.answered(response),
                Err(error) => fail(&self.0, transport_kind(error)),
            }
        }

        fn answered<R>(&self, response: &Response<R>) {
            let status = response.status();
            self.0.record("http.response.status_code", i64::from(status.as_u16()));
            if let Some(id) = text(response.headers(), REQUEST_ID) {
                self.0.record("http.response.header.request-id", id);
            }
            if status.is_client_error() || status.is_server_error() {
                fail(&self.0, status.as_str());
            }
        }
    }

    fn fail(span: &Span, kind: &str) {
        span.record("otel.status_code", "ERROR");
        span.record("error.type", kind);
    }

    pub(crate) fn retrying(call: &pipeline::Call<'_>, wait: Duration) {
        let wait = i64::try_from(wait.as_millis()).unwrap_or(i64::MAX);
        let resent = i64::from(call.exchanges);
        tracing::info!(http.request.resend_count = resent, retry.delay_ms = wait, "retrying");
    }

    pub(crate) fn renewed(call: &pipeline::Call<'_>) {
        let resent = i64::from(call.exchanges);
        tracing::info!(http.request.resend_count = resent, "the token was refused and renewed");
    }

    pub(crate) fn batch_retrying(wait: Duration) {
        let wait = i64::try_from(wait.as_millis()).unwrap_or(i64::MAX);
        tracing::info!(retry.delay_ms = wait, "retrying requests of a batch");
    }

    /// A request of a batch has no span of its own.
    pub(crate) fn batch_answered(parts: &Parts, status: StatusCode) {
        let status = i64::from(status.as_u16());
        tracing::debug!(
            http.request.method = parts.method.as_str(),
            url.template = &*parts.template,
            http.response.status_code = status,
            "answered in a batch"
        );
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
            let own = Some(&*shared.version).filter(|version| match &parts.link {
                None => true,
                Some(link) => leads_to(link, &shared.base.url, version),
            });
            Self { version: parts.version.or(own), template: &parts.template }
        }
    }

    /// Whether a link is one of this version.
    fn leads_to(link: &str, base: &str, version: &str) -> bool {
        let path = link.strip_prefix(base).and_then(|path| path.strip_prefix('/'));
        path.and_then(|path| path.strip_prefix(version)).is_some_and(|rest| rest.starts_with('/'))
    }

    impl fmt::Display for Template<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self.version {
                Some(version) => write!(f, "/{version}/{}", self.template),
                None => write!(f, "/{}", self.template),
            }
        }
    }

    struct Name<'a> {
        method: &'a str,
        template: Option<&'a Template<'a>>,
    }

    impl fmt::Display for Name<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.method)?;
            self.template.map_or(Ok(()), |template| write!(f, " {template}"))
        }
    }
}

#[cfg(not(feature = "tracing"))]
mod off {
    use std::future::Future;
    use std::time::Duration;

    use http::{Request, Response, StatusCode};

    use super::super::Shared;
    use super::super::error::Error;
    use super::super::http_client::TransportError;
    use super::super::pipeline;
    use crate::request::Parts;

    pub(crate) struct Call;

    impl Call {
        pub(crate) fn begin(_: &Parts, _: &Shared) -> Self {
            Self
        }

        #[expect(clippy::unused_self, reason = "as with the feature")]
        pub(crate) fn around<F: Future>(&self, call: F) -> F {
            call
        }

        #[expect(clippy::unused_self, reason = "as with the feature")]
        pub(crate) fn end<T>(&self, _: &Result<T, Error>) {}
    }

    pub(crate) struct Exchange;

    impl Exchange {
        pub(crate) fn begin<B>(_: &pipeline::Call<'_>, _: &Request<B>, _: bool, _: &Shared) -> Self {
            Self
        }

        #[expect(clippy::unused_self, reason = "as with the feature")]
        pub(crate) fn around<F: Future>(&self, exchange: F) -> F {
            exchange
        }

        #[expect(clippy::unused_self, reason = "as with the feature")]
        pub(crate) fn end<R>(&self, _: &Result<Response<R>, TransportError>) {}
    }

    pub(crate) fn retrying(_: &pipeline::Call<'_>, _: Duration) {}
    pub(crate) fn renewed(_: &pipeline::Call<'_>) {}
    pub(crate) fn batch_retrying(_: Duration) {}
    pub(crate) fn batch_answered(_: &Parts, _: StatusCode) {}
    pub(crate) fn redirected(_: bool) {}
}

#[cfg(not(feature = "tracing"))]
pub(crate) use self::off::*;
#[cfg(feature = "tracing")]
pub(crate) use self::on::*;
