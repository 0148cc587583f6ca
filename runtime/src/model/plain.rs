//! Text that JSON takes as it is: looked at by words of eight bytes, for the reader and for the writer.

/// Whether a string of JSON does not have this byte as it is: a quote, a backslash, a control character.
pub(crate) fn is_special(byte: u8) -> bool {
    matches!(byte, b'"' | b'\\' | ..=0x1f)
}

/// A bit in each special byte, and perhaps in some after the first of these. The lowest is in the first.
#[inline]
fn special(word: [u8; 8]) -> u64 {
    const EACH: u64 = u64::from_ne_bytes([1; 8]);
    let word = u64::from_le_bytes(word);
    // The quote is moved below the space, with the control characters; what was there stays below, or comes above.
    let low = (word ^ (EACH * 0x02)).wrapping_sub(EACH * 0x21);
    let backslash = (word ^ (EACH * u64::from(b'\\'))).wrapping_sub(EACH);
    (low | backslash) & !word & (EACH * 0x80)
}

/// How many bytes there are before the first special one.
#[inline]
pub(crate) fn plain_length(bytes: &[u8]) -> usize {
    let (words, rest) = bytes.as_chunks::<8>();
    for (number, word) in words.iter().enumerate() {
        let special = special(*word);
        if special != 0 {
            return number * 8 + special.trailing_zeros() as usize / 8;
        }
    }
    bytes.len() - rest.len() + rest.iter().position(|byte| is_special(*byte)).unwrap_or(rest.len())
}

/// Copies to where there are as many bytes, and says whether none is special: one look at each. The last words may overlap
/// those before, so that most texts take no loop.
#[inline]
pub(crate) fn copy_plain(to: &mut [u8], from: &[u8]) -> bool {
    if let Some(last) = from.last_chunk::<16>() {
        let mut bits = any_special(last);
        for (to, from) in to.as_chunks_mut::<16>().0.iter_mut().zip(from.as_chunks::<16>().0) {
            bits |= any_special(from);
            *to = *from;
        }
        if let Some(to) = to.last_chunk_mut() {
            *to = *last;
        }
        bits == 0
    } else if let Some([first, last]) = copy_ends::<8>(to, from) {
        special(first) | special(last) == 0
    } else if let Some(ends) = copy_ends::<4>(to, from) {
        let [first, last] = ends.map(|end| u64::from(u32::from_le_bytes(end)));
        special((first | last << 32).to_le_bytes()) == 0
    } else {
        to.iter_mut().zip(from).for_each(|(to, from)| *to = *from);
        !from.iter().any(|byte| is_special(*byte))
    }
}

/// Copies the first and the last `N` bytes, which may overlap, if there are as many; tells them.
#[inline]
pub(crate) fn copy_ends<const N: usize>(to: &mut [u8], from: &[u8]) -> Option<[[u8; N]; 2]> {
    let (first, last) = (from.first_chunk::<N>()?, from.last_chunk::<N>()?);
    if let Some(to) = to.first_chunk_mut() {
        *to = *first;
    }
    if let Some(to) = to.last_chunk_mut() {
        *to = *last;
    }
    Some([*first, *last])
}

/// How many of the eight bytes there are before the first special one.
#[inline]
pub(crate) fn plain_of_word(word: [u8; 8]) -> usize {
    special(word).trailing_zeros() as usize / 8
}

/// A bit if a byte is special.
#[inline]
fn any_special(bytes: &[u8; 16]) -> u64 {
    bytes.as_chunks::<8>().0.iter().fold(0, |bits, word| bits | special(*word))
}

#[cfg(test)]
mod tests {
    use super::{copy_plain, plain_length, plain_of_word};

    #[test]
    fn a_special_byte_is_found_anywhere() {
        for length in 0..40 {
            for at in 0..length {
                for byte in 0..=255u8 {
                    let mut bytes = vec![b'a'; length];
                    bytes[at] = byte;
                    let special = byte < 0x20 || byte == b'"' || byte == b'\\';
                    let mut copy = vec![0; length];
                    assert_eq!(copy_plain(&mut copy, &bytes), !special, "{byte} at {at} of {length}");
                    assert_eq!(copy, bytes);
                    if let Ok(word) = bytes.as_slice().try_into() {
                        assert_eq!(plain_of_word(word), if special { at } else { 8 }, "{byte} at {at}");
                    }
                    assert_eq!(plain_length(&bytes), if special { at } else { length }, "{byte} at {at} of {length}");
                }
            }
        }
        let text = "größe – 大きさ – \u{7f}".as_bytes();
        assert!(copy_plain(&mut vec![0; text.len()], text));
    }
}
