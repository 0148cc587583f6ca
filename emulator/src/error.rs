//! What can go wrong, with the status and code that Graph gives it. How the answer is written isn't in here.

use http::StatusCode;

/// A request that is refused.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) status: StatusCode,
    pub(crate) code: &'static str,
    pub(crate) message: String,
    /// The property that is to blame.
    pub(crate) target: Option<String>,
    /// The name and value of a header of its own.
    pub(crate) header: Option<(&'static str, &'static str)>,
}

const CHALLENGE: &str = "Bearer realm=\"\", \
    authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", \
    client_id=\"00000003-0000-0000-c000-000000000000\"";

impl Failure {
    pub(crate) fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), target: None, header: None }
    }

    pub(crate) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "BadRequest", message)
    }

    pub(crate) fn unauthorized(message: &str) -> Self {
        let failure = Self::new(StatusCode::UNAUTHORIZED, "InvalidAuthenticationToken", message);
        Self { header: Some(("www-authenticate", CHALLENGE)), ..failure }
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

    pub(crate) fn method_not_allowed(allow: &'static str) -> Self {
        let message = "Specified HTTP method is not allowed for the request target.";
        let failure = Self::new(StatusCode::METHOD_NOT_ALLOWED, "Request_BadRequest", message);
        Self { header: Some(("allow", allow)), ..failure }
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
}
