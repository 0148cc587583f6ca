//! Which properties of an object have been there.

/// A set of property numbers. Up to 256 cost no allocation.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seen {
    first: [u64; 4],
    more: Vec<u64>,
}

impl Seen {
    #[inline]
    pub(crate) fn insert(&mut self, index: usize) {
        *self.word(index / 64) |= 1 << (index % 64);
    }

    #[inline]
    pub(crate) fn contains(&self, index: usize) -> bool {
        let at = index / 64;
        let word = self.first.get(at).or_else(|| self.more.get(at - self.first.len()));
        word.is_some_and(|word| word >> (index % 64) & 1 == 1)
    }

    #[inline]
    fn word(&mut self, at: usize) -> &mut u64 {
        let inline = self.first.len();
        if at < inline {
            return &mut self.first[at];
        }
        if self.more.len() <= at - inline {
            self.more.resize(at - inline + 1, 0);
        }
        &mut self.more[at - inline]
    }
}

#[cfg(test)]
mod tests {
    use super::Seen;

    #[test]
    fn numbers_beyond_the_inline_words_are_kept() {
        let mut seen = Seen::default();
        let numbers = [0, 63, 64, 255, 256, 1000];
        for index in numbers {
            assert!(!seen.contains(index));
            seen.insert(index);
        }
        let found: Vec<_> = (0..2000).filter(|&index| seen.contains(index)).collect();
        assert_eq!(found, numbers);
    }
}
