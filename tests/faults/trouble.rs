//! What goes wrong in a row of the table. What a client may do about it is in `facts`.

use graph_entity_emulator::Fault;
use http::StatusCode;

/// A row.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) trouble: Trouble,
    pub(crate) limit: Limit,
    pub(crate) tokens: Tokens,
}

/// A fault, or what has to be known of this run before it is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Trouble {
    Fault(Fault),
    Redirect(StatusCode, To),
    NextLink(To),
    /// An answer of this status and nothing more, which no fault has. Not done.
    Status(StatusCode),
    /// No connection is taken.
    Refused,
}

/// Where a link of the service leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum To {
    /// The same origin.
    Home,
    /// Another origin, which answers.
    Foreign,
    /// Another machine, without TLS.
    Clear,
    /// The other origin, with ours as its user name.
    LookAlike,
}

/// What bounds an exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limit {
    /// Nothing that is met.
    Roomy,
    Time,
    Bytes,
}

/// Where the client has its token from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tokens {
    /// A provider, which has a new one each time.
    Provided,
    Fixed,
}

/// How often it goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Often {
    Once,
    Always,
}
