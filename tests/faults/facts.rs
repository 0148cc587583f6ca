//! What a fault is to a client: whether it was done, whether that can be known, and what may be done about it. The rules of
//! the client that follow from it are in `predict`.

use std::time::Duration;

use graph_entity_emulator::Fault;
use http::StatusCode;

use crate::operation::Operation;
use crate::trouble::{Limit, Row, To, Trouble};

/// What a client sees of an exchange that went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seen {
    /// The right answer, in spite of all.
    Whole,
    /// It was not done, and says so.
    NotDone(&'static str),
    /// It may have been done.
    Doubt(&'static str),
    /// The token is no good.
    Unauthorized,
    /// What will be the same next time; whether it may have been done.
    ForGood(&'static str, bool),
    Redirect(StatusCode, To),
}

impl Trouble {
    /// Whether the emulator does a request that meets this.
    pub(crate) fn is_done(&self) -> bool {
        match self {
            Self::Fault(fault) => fault.is_done(),
            Self::NextLink(_) => true,
            Self::Redirect(..) | Self::Status(_) | Self::Refused => false,
        }
    }

    /// Whether an answer is there to be read, after which the connection closes without a word.
    pub(crate) fn closes_silently(&self) -> bool {
        matches!(self, Self::Fault(Fault::ClosedAfter | Fault::LengthTooLong | Fault::LengthTooShort))
    }
}

/// What the client sees of it.
pub(crate) fn seen(row: &Row, operation: Operation) -> Seen {
    match &row.trouble {
        Trouble::Fault(fault) => seen_of_fault(fault, row.limit, operation),
        Trouble::Redirect(status, to) => Seen::Redirect(*status, *to),
        Trouble::NextLink(_) if operation.follows_links() => Seen::ForGood("foreign link", false),
        Trouble::NextLink(_) => Seen::Whole,
        Trouble::Status(status) if status.as_u16() == 509 => Seen::Doubt("509"),
        Trouble::Status(_) => Seen::ForGood("500", true),
        Trouble::Refused => Seen::NotDone("unreached"),
    }
}

fn seen_of_fault(fault: &Fault, limit: Limit, operation: Operation) -> Seen {
    match fault {
        Fault::Throttled(_) => Seen::NotDone("429"),
        Fault::Unavailable(_) | Fault::GzipError => Seen::Doubt("503"),
        Fault::GatewayTimeout { .. } => Seen::Doubt("504"),
        Fault::BadGateway => Seen::ForGood("502", true),
        Fault::Unauthorized { .. } => Seen::Unauthorized,
        Fault::Dropped { .. } | Fault::CutHead | Fault::CutBody | Fault::Garbage => Seen::Doubt("broken"),
        Fault::ClosedAfter => Seen::Whole,
        Fault::Drip(time) if *time < Duration::from_secs(1) => Seen::Whole,
        Fault::Drip(_) => Seen::Doubt("timeout"),
        Fault::EndlessBody if limit == Limit::Time => Seen::Doubt("timeout"),
        Fault::EndlessBody => Seen::ForGood("too large", true),
        Fault::Gone { .. } => Seen::ForGood("410", false),
        // That a list has a link for later is nobody's business.
        Fault::DeltaLink(_) => Seen::Whole,
        Fault::BothLinks | Fault::NoLinks if operation == Operation::Delta2 => Seen::ForGood("unclear link", false),
        Fault::LoopingNextLink | Fault::BothLinks if operation.follows_links() => Seen::ForGood("link back", false),
        Fault::BothLinks | Fault::NoLinks => Seen::Whole,
        Fault::LoopingNextLink => Seen::Whole,
        // An answer without a body has neither a length nor JSON.
        _ if !operation.is_answered_with_body() => Seen::Whole,
        Fault::LengthTooLong => Seen::Doubt("broken"),
        // Half of the JSON, which looks whole to HTTP.
        Fault::LengthTooShort | Fault::TruncatedJson => Seen::ForGood("unreadable", true),
        other => panic!("what is {other:?} to a client?"),
    }
}
