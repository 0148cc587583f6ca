//! What is done for longer than a request takes: how it is declared. What is told of it, and when, is in `running`.

mod running;

use http::Method;

use crate::fault::RetryAfter;
use crate::route;
use crate::template::Template;

pub(crate) use running::{Monitors, set_location, set_status};

/// How a service does what takes long, and tells how it goes on: for [`Builder::long_running`](crate::Builder::long_running).
///
/// There is a constructor for each form that Graph has. Two answers say that the operation goes on, unless
/// [`polls`](Self::polls) says another number; then one says that it is done, and so do all after it.
/// ```
/// use bytes::Bytes;
/// use graph_entity_emulator::{Emulator, LongRunning};
/// use http::{Method, Request};
///
/// let emulator = Emulator::builder()
///     .collection("v1.0", "teams")
///     .long_running(Method::POST, "v1.0", "teams", LongRunning::operation().polls(1))
///     .build();
/// let request = |method, path: &str, body: &'static str| {
///     let request = Request::builder().method(method).uri(path).header("Authorization", "Bearer any");
///     emulator.handle(&request.header("Content-Type", "application/json").body(Bytes::from(body)).unwrap())
/// };
/// let started = request("POST", "/v1.0/teams", r#"{"displayName": "Sales"}"#);
/// assert_eq!(started.status(), 202);
/// // Below the version, as Graph has it here.
/// let monitor = format!("/v1.0{}", started.headers()["Location"].to_str()?);
/// let team = format!("/v1.0{}", started.headers()["Content-Location"].to_str()?);
/// assert!(String::from_utf8_lossy(request("GET", &monitor, "").body()).contains("inProgress"));
/// assert_eq!(request("GET", &team, "").status(), 404);
/// assert!(String::from_utf8_lossy(request("GET", &monitor, "").body()).contains("succeeded"));
/// assert_eq!(request("GET", &team, "").status(), 200);
/// # Ok::<(), http::header::ToStrError>(())
/// ```
#[derive(Debug, Clone)]
#[must_use = "it is for `Builder::long_running`"]
pub struct LongRunning {
    form: Form,
    polls: u32,
    retry_after: RetryAfter,
    failure: Option<(String, String)>,
    sees_other: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Monitor,
    Operation,
    OperationLocation,
    Status,
    Unusable,
    Untold,
}

impl LongRunning {
    fn new(form: Form) -> Self {
        Self { form, polls: 2, retry_after: RetryAfter::Missing, failure: None, sees_other: false }
    }

    /// As files are copied: 202, and a `Location` that is not of Graph and needs no token. Its answers
    /// are 202 with `status` and `percentageComplete`; at the end there is a `resourceId`.
    ///
    /// It is on the emulator's own host, unless [`Emulator::monitors_at`](crate::Emulator::monitors_at) says another: there
    /// a token is refused.
    pub fn monitor() -> Self {
        Self::new(Form::Monitor)
    }

    /// As teams are made: 202, a `Location` that is below the version's root, not the host's, and a `Content-Location`. At
    /// the end there are `targetResourceId` and `targetResourceLocation`.
    pub fn operation() -> Self {
        Self::new(Form::Operation)
    }

    /// As printers are registered and notebooks copied: 202, `Operation-Location` and `Retry-After`. At the end there is a
    /// `resourceLocation`.
    pub fn operation_location() -> Self {
        Self { retry_after: "1".into(), ..Self::new(Form::OperationLocation) }
    }

    /// 201 with the new item, which says itself how it goes on, by its `status`: as many times as there are polls it is read
    /// with `notStarted` and `running`.
    pub fn status() -> Self {
        Self::new(Form::Status)
    }

    /// 202 with a `Location` that leads nowhere, as `group: assignLicense` has it. It is done at once.
    pub fn unusable() -> Self {
        Self::new(Form::Unusable)
    }

    /// 202 with the `Location` of an operation whose id is zeros, and a `Content-Location`. It is done at once.
    pub fn untold() -> Self {
        Self::new(Form::Untold)
    }

    /// How many answers say that it goes on.
    pub fn polls(self, polls: u32) -> Self {
        Self { polls, ..self }
    }

    /// The `Retry-After` of the first answer and of those that say that it goes on. None, but for
    /// [`operation_location`](Self::operation_location), which has a second.
    pub fn retry_after(self, retry_after: impl Into<RetryAfter>) -> Self {
        Self { retry_after: retry_after.into(), ..self }
    }

    /// In the end it has failed, with this error. Nothing is stored, and no handler called.
    pub fn fails(self, code: impl Into<String>, message: impl Into<String>) -> Self {
        Self { failure: Some((code.into(), message.into())), ..self }
    }

    /// When it is done, a [`monitor`](Self::monitor) is a 303 to the resource, if that has a URL.
    pub fn sees_other(self) -> Self {
        Self { sees_other: true, ..self }
    }
}

/// Which requests take long.
pub(crate) struct Declared {
    pub(crate) method: Method,
    pub(crate) version: &'static str,
    pub(crate) template: Template,
    pub(crate) how: LongRunning,
}

impl Declared {
    /// Whether nothing comes of it in the end.
    pub(crate) fn fails(&self) -> bool {
        self.how.failure.is_some()
    }

    /// Whether this is about a request with these decoded segments below the version.
    fn is_for(&self, method: &Method, version: &str, path: &[String]) -> bool {
        let Some((last, above)) = path.split_last() else { return false };
        let bare = last.split('(').next().unwrap_or_default();
        let bare = bare.rsplit('.').next().unwrap_or_default();
        let walk = self.template.above().walk(above, false);
        let length = self.template.segments().len() - 1;
        *method == self.method
            && version == self.version
            && (walk.used, walk.covered) == (above.len(), length)
            && bare.eq_ignore_ascii_case(self.template.name())
    }
}

/// The version and the path that a template is declared for.
pub(crate) fn declare(method: Method, version: &str, template: &str, how: LongRunning) -> Result<Declared, String> {
    let version = route::version(version).ok_or("the version is neither `v1.0` nor `beta`")?;
    let template = Template::parse(template)?;
    Ok(Declared { method, version, template, how })
}
