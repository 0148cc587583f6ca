//! Reads a text byte by byte. Whatever comes, it neither panics nor overflows: there is no indexing and no slicing.

/// What is left of a text.
pub(super) struct Scan<'a>(&'a [u8]);

impl<'a> Scan<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self(text.as_bytes())
    }

    /// Whether the next byte is `byte`, which is then taken.
    pub(super) fn eat(&mut self, byte: u8) -> bool {
        match self.0 {
            [first, rest @ ..] if *first == byte => {
                self.0 = rest;
                true
            }
            _ => false,
        }
    }

    /// `byte` has to come next.
    pub(super) fn expect(&mut self, byte: u8) -> Option<()> {
        self.eat(byte).then_some(())
    }

    /// The letter `upper` has to come next, in either case.
    pub(super) fn letter(&mut self, upper: u8) -> Option<()> {
        (self.eat(upper) || self.eat(upper.to_ascii_lowercase())).then_some(())
    }

    pub(super) fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// Two digits, for a number under `below`.
    pub(super) fn two(&mut self, below: u8) -> Option<u8> {
        let tens = digit(self.next()?)?;
        let value = tens * 10 + digit(self.next()?)?;
        (value < below).then_some(value)
    }

    /// A number of one or more digits, and how many they are.
    pub(super) fn number(&mut self) -> Option<(u64, usize)> {
        let mut value = 0_u64;
        let mut count = 0;
        while let Some(digit) = self.0.first().copied().and_then(digit) {
            value = value.checked_mul(10)?.checked_add(digit.into())?;
            count += 1;
            self.next();
        }
        (count > 0).then_some((value, count))
    }

    /// One or more digits that only have to be there.
    pub(super) fn digits(&mut self) -> Option<()> {
        let count = self.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.0 = self.0.get(count..)?;
        (count > 0).then_some(())
    }

    /// The digits after a point as picoseconds, and how many they are. There is no finer unit (W3: 12 digits at most).
    pub(super) fn fraction(&mut self) -> Option<(u64, u8)> {
        let (value, count) = self.number()?;
        let count = u8::try_from(count).ok()?;
        let missing = 12_u8.checked_sub(count)?;
        Some((value * 10_u64.pow(missing.into()), count))
    }

    pub(super) fn is_end(&self) -> bool {
        self.0.is_empty()
    }

    /// `value`, if it was the whole text.
    pub(super) fn end<T>(self, value: T) -> Option<T> {
        self.is_end().then_some(value)
    }
}

fn digit(byte: u8) -> Option<u8> {
    byte.is_ascii_digit().then(|| byte - b'0')
}
