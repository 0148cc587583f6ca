//! How far an upload is.

/// How far an upload is, as the service says: after each part, and where an upload goes on that was begun before.
///
/// It counts bytes from the start without a gap. It goes back only where the service has lost some, and then
/// [`went_back`](Self::went_back).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UploadProgress {
    received: u64,
    total: u64,
    went_back: bool,
}

impl UploadProgress {
    pub(super) fn new(received: u64, total: u64, went_back: bool) -> Self {
        Self { received, total, went_back }
    }

    /// How many bytes the service has.
    pub fn received(&self) -> u64 {
        self.received
    }

    /// How many there are.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// Whether these are fewer than were told before.
    pub fn went_back(&self) -> bool {
        self.went_back
    }
}
