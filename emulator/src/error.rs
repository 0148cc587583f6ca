//! What can go wrong, with the status and code that Graph gives it. How the answer is written isn't in here.

use http::{HeaderName, HeaderValue, StatusCode, header};

/// A request that is refused.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) status: StatusCode,
    pub(crate) code: &'static str,
    pub(crate) message: String,
    /// The property that is to blame.
    pub(crate) target: Option<String>,
    /// A header of its own.
    pub(crate) header: Option<Box<(HeaderName, HeaderValue)>>,
}

const CHALLENGE: &str = "Bearer realm=\"\", \
    authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", \
    client_id=\"00000003-0000-0000-c000-000000000000\"";

impl Failure {
    pub(crate) fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), target: None, header: None }
    }

    pub(crate) fn with(self, name: HeaderName, value: HeaderValue) -> Self {
        Self { header: Some(Box::new((name, value))), ..self }
    }

    pub(crate) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "BadRequest", message)
    }

    pub(crate) fn unauthorized(message: &str) -> Self {
        let failure = Self::new(StatusCode::UNAUTHORIZED, "InvalidAuthenticationToken", message);
        failure.with(header::WWW_AUTHENTICATE, HeaderValue::from_static(CHALLENGE))
    }

    /// The path leads to nothing that is declared.
    pub(crate) fn segment_not_found(segment: &str) -> Self {
        let message = format!("Resource not found for the segment '{segment}'.");
        Self::new(StatusCode::NOT_FOUND, "ResourceNotFound", message)
    }

    /// The collection is there, the item isn't.
    pub(crate) fn item_not_found(key: &str) -> Self {
        let message = format!(
            "Resource '{key}' does not exist or one of its queried reference-property objects are not present."
        );
        Self::new(StatusCode::NOT_FOUND, "ResourceNotFound", message)
    }

    pub(crate) fn method_not_allowed(allow: &str) -> Self {
        let message = "Specified HTTP method is not allowed for the request target.";
        let failure = Self::new(StatusCode::METHOD_NOT_ALLOWED, "Request_BadRequest", message);
        failure.with(header::ALLOW, HeaderValue::try_from(allow).unwrap_or(HeaderValue::from_static("GET")))
    }

    pub(crate) fn too_large(max: usize) -> Self {
        let message = format!("The request body is longer than {max} bytes.");
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "RequestEntityTooLarge", message)
    }

    pub(crate) fn unsupported_media_type() -> Self {
        let message = "The Content-Type of a request with a body must be application/json.";
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "UnsupportedMediaType", message)
    }

    /// Another item has this value already.
    pub(crate) fn conflict(property: &str) -> Self {
        let message = format!("Another object with the same value for property {property} already exists.");
        let failure = Self::new(StatusCode::CONFLICT, "Request_MultipleObjectsWithSameKeyValue", message);
        Self { target: Some(property.to_owned()), ..failure }
    }

    /// The relation `name` leads to the item already.
    pub(crate) fn reference_exists(name: &str) -> Self {
        let message = format!(
            "One or more added object references already exist for the following modified properties: '{name}'."
        );
        Self::new(StatusCode::BAD_REQUEST, "Request_BadRequest", message)
    }

    /// The query is one that directory objects have in an advanced form only.
    pub(crate) fn unsupported_query(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "Request_UnsupportedQuery", message)
    }

    /// The item isn't what `If-Match` or `If-None-Match` says. `etag` is what it is.
    pub(crate) fn precondition_failed(etag: Option<HeaderValue>) -> Self {
        let message = "The precondition given in one or more of the request headers evaluated to false.";
        let failure = Self::new(StatusCode::PRECONDITION_FAILED, "PreconditionFailed", message);
        Self { header: etag.map(|etag| Box::new((header::ETAG, etag))), ..failure }
    }

    pub(crate) fn precondition_required() -> Self {
        let message = "The If-Match header is required for this request.";
        Self::new(StatusCode::PRECONDITION_REQUIRED, "PreconditionRequired", message)
    }
}
