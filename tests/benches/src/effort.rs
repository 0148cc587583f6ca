//! How much is measured.

/// How much is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// Fewer rounds and smaller sizes: to see that it runs, not for figures.
    Quick,
    /// What half an hour has room for.
    Usual,
    /// More rounds, and what takes too long to be measured each time.
    Full,
}

impl Effort {
    /// Whether it is to see that it runs, no more.
    pub fn is_quick(self) -> bool {
        self == Self::Quick
    }

    /// What belongs to it.
    pub fn choose<T>(self, quick: T, usual: T, full: T) -> T {
        match self {
            Self::Quick => quick,
            Self::Usual => usual,
            Self::Full => full,
        }
    }
}
