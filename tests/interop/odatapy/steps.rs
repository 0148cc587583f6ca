//! Steps with a line of output each, and assertions that tell what was not as expected, and where.

use std::error::Error;
use std::fmt::{self, Debug};
use std::panic::Location;

use graph_entity::HttpClient;

/// The steps that were done.
#[derive(Default)]
pub struct Steps(usize);

impl Steps {
    /// Does a step.
    pub async fn step<T>(&mut self, name: &str, step: impl AsyncFnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
        let result = step().await;
        self.end(name, result)
    }

    /// Does a step that blocks.
    pub fn blocking<T>(&mut self, name: &str, step: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
        let result = step();
        self.end(name, result)
    }

    fn end<T>(&mut self, name: &str, result: Result<T, Failure>) -> Result<T, Failure> {
        let value = result.map_err(|failure| Failure(format!("{name}\n       {}", failure.0)))?;
        println!("ok  {name}");
        self.0 += 1;
        Ok(value)
    }

    /// How many were done.
    pub fn done(&self) -> usize {
        self.0
    }
}

/// What was not as expected.
pub struct Failure(String);

impl Failure {
    #[track_caller]
    pub fn new(message: impl fmt::Display) -> Self {
        let at = Location::caller();
        Self(format!("{}:{}: {message}", at.file(), at.line()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// With all causes.
impl<E: Error> From<E> for Failure {
    #[track_caller]
    fn from(error: E) -> Self {
        let mut message = error.to_string();
        let mut cause = error.source();
        while let Some(error) = cause {
            message = format!("{message}: {error}");
            cause = error.source();
        }
        Self::new(message)
    }
}

/// Fails unless both are equal.
#[track_caller]
pub fn same<A: PartialEq<B> + Debug, B: Debug>(what: &str, actual: A, expected: B) -> Result<(), Failure> {
    if actual == expected {
        return Ok(());
    }
    Err(Failure::new(format_args!("{what}: {actual:?}, expected {expected:?}")))
}

/// The error of a call that has to fail.
#[track_caller]
pub fn error<T>(result: Result<T, graph_entity::Error>) -> Result<graph_entity::Error, Failure> {
    result.err().ok_or_else(|| Failure::new("it was done, where an error was expected"))
}

/// Fails unless the service said no with this status and message.
#[track_caller]
pub fn refused<T>(result: Result<T, graph_entity::Error>, status: u16, message: &str) -> Result<(), Failure> {
    match error(result)? {
        graph_entity::Error::Service(error) => {
            same("status", error.status().as_u16(), status)?;
            same("code", error.has_code(&status.to_string()), true)?;
            same("message", error.message(), message)
        }
        other => Err(Failure::new(format_args!("{other:?}, expected the service's {status}"))),
    }
}

/// Fails unless what was made is not there any more.
pub async fn gone<T: graph_entity::GraphEntity, V: graph_entity::version::Version, H: HttpClient>(
    item: graph_entity::Item<T, V>,
    client: &graph_entity::GraphClient<H>,
) -> Result<(), Failure> {
    refused(item.get().send(client).await.map(|_| ()), 404, "Entity not found.")
}
