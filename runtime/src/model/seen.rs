//! Which properties of an object have been there.

/// A set of property numbers. The first 64 are one word, up to 256 cost no allocation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Seen {
    first: u64,
    more: [u64; 3],
    rest: Vec<u64>,
}

impl Seen {
    /// Adds `index` and says whether it was there already.
    #[inline]
    pub(crate) fn insert(&mut self, index: usize) -> bool {
        if index < 64 {
            let was = self.first >> index & 1 == 1;
            self.first |= 1 << index;
            return was;
        }
        self.insert_high(index)
    }

    #[inline(never)]
    fn insert_high(&mut self, index: usize) -> bool {
        let at = index / 64 - 1;
        let word = if at < self.more.len() {
            &mut self.more[at]
        } else {
            let at = at - self.more.len();
            if self.rest.len() <= at {
                self.rest.resize(at + 1, 0);
            }
            &mut self.rest[at]
        };
        let was = *word >> (index % 64) & 1 == 1;
        *word |= 1 << (index % 64);
        was
    }

    pub(crate) fn contains(&self, index: usize) -> bool {
        let word = match (index / 64).checked_sub(1) {
            None => Some(&self.first),
            Some(at) => self.more.get(at).or_else(|| self.rest.get(at - self.more.len())),
        };
        word.is_some_and(|word| word >> (index % 64) & 1 == 1)
    }

    /// Whether all of `0..count` are there, where one look can tell; else `false`.
    #[inline]
    pub(crate) fn is_full(&self, count: usize) -> bool {
        match count {
            0 => true,
            1..=64 => self.first == u64::MAX >> (64 - count),
            _ => false,
        }
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
            assert!(!seen.insert(index));
            assert!(seen.insert(index));
        }
        let found: Vec<_> = (0..2000).filter(|&index| seen.contains(index)).collect();
        assert_eq!(found, numbers);
    }

    #[test]
    fn full_is_when_all_are_there() {
        let mut seen = Seen::default();
        assert!(seen.is_full(0));
        for index in 0..64 {
            assert!(!seen.is_full(64));
            seen.insert(index);
        }
        assert!(seen.is_full(64));
    }
}
