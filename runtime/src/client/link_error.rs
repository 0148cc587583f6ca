//! What is wrong with a link of the service's.

use std::error::Error as StdError;
use std::fmt;

use super::error::Error;

/// A link or a redirect of the service's is not followed.
///
/// It is a secret, so it is not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkError {
    link: Link,
    /// Whether an attempt of the call may have been done.
    pub(super) unsettled: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Link {
    Foreign,
    Malformed,
    LeadsBack,
    NoneOfDelta,
    BothOfDelta,
    TooManyPages(u64),
    TooManyRedirects,
}

impl LinkError {
    fn new(link: Link) -> Self {
        Self { link, unsettled: false }
    }

    pub(crate) fn foreign() -> Self {
        Self::new(Link::Foreign)
    }

    pub(crate) fn malformed() -> Self {
        Self::new(Link::Malformed)
    }

    pub(crate) fn leads_back() -> Self {
        Self::new(Link::LeadsBack)
    }

    /// A page of a delta query has neither link.
    pub(crate) fn none_of_delta() -> Self {
        Self::new(Link::NoneOfDelta)
    }

    /// It has both.
    pub(crate) fn both_of_delta() -> Self {
        Self::new(Link::BothOfDelta)
    }

    pub(crate) fn too_many_pages(max: u64) -> Self {
        Self::new(Link::TooManyPages(max))
    }

    pub(crate) fn too_many_redirects() -> Self {
        Self::new(Link::TooManyRedirects)
    }

    /// Whether the link is no URL.
    pub fn is_malformed(&self) -> bool {
        self.link == Link::Malformed
    }

    /// Whether the link leads to another origin than the client's, or to where no token may be sent.
    pub fn is_foreign(&self) -> bool {
        self.link == Link::Foreign
    }

    /// Whether the link leads back to where one was.
    pub fn is_loop(&self) -> bool {
        self.link == Link::LeadsBack
    }

    /// Whether a page of a delta query does not tell where to go on: it has neither a link to the next page nor one to
    /// later changes, or both.
    pub fn is_unclear(&self) -> bool {
        matches!(self.link, Link::NoneOfDelta | Link::BothOfDelta)
    }

    /// Whether the service redirected too often.
    pub fn is_too_many_redirects(&self) -> bool {
        self.link == Link::TooManyRedirects
    }

    /// Whether there are more pages than were allowed.
    pub fn is_too_many_pages(&self) -> bool {
        matches!(self.link, Link::TooManyPages(_))
    }
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.link {
            Link::Foreign => {
                f.write_str("the service linked to another origin, or to where no token may go; nothing was sent")
            }
            Link::Malformed => f.write_str("the service sent a link that is no URL"),
            Link::LeadsBack => f.write_str("the service linked to a page that was read already"),
            Link::NoneOfDelta => {
                f.write_str("the page of a delta query has a link neither to the next page nor to later changes")
            }
            Link::BothOfDelta => {
                f.write_str("the page of a delta query has a link both to the next page and to later changes")
            }
            Link::TooManyPages(max) => write!(f, "there are more than {max} pages"),
            Link::TooManyRedirects => f.write_str("the service redirected too often"),
        }
    }
}

impl StdError for LinkError {}

impl From<LinkError> for Error {
    fn from(error: LinkError) -> Self {
        Error::Link(error)
    }
}
