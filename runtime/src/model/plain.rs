//! Text that JSON takes as it is: looked at by words of eight bytes, for the reader and for the writer.

/// Whether a string of JSON does not have this byte as it is: a quote, a backslash, a control character.
fn is_special(byte: u8) -> bool {
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

/// Whether no byte is special. The words may overlap, so that most texts are looked at without a loop.
#[inline]
pub(crate) fn is_plain(bytes: &[u8]) -> bool {
    if let ([first, chunks @ ..], Some(last)) = (bytes.as_chunks::<16>().0, bytes.last_chunk::<16>()) {
        chunks.iter().fold(any_special(first) | any_special(last), |bits, chunk| bits | any_special(chunk)) == 0
    } else if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        special(*first) | special(*last) == 0
    } else {
        !bytes.iter().any(|byte| is_special(*byte))
    }
}

/// A bit if a byte is special.
#[inline]
fn any_special(bytes: &[u8; 16]) -> u64 {
    bytes.as_chunks::<8>().0.iter().fold(0, |bits, word| bits | special(*word))
}

#[cfg(test)]
mod tests {
    use super::{is_plain, plain_length};

    #[test]
    fn a_special_byte_is_found_anywhere() {
        for length in 0..40 {
            for at in 0..length {
                for byte in 0..=255u8 {
                    let mut bytes = vec![b'a'; length];
                    bytes[at] = byte;
                    let special = byte < 0x20 || byte == b'"' || byte == b'\\';
                    assert_eq!(is_plain(&bytes), !special, "{byte} at {at} of {length}");
                    assert_eq!(plain_length(&bytes), if special { at } else { length }, "{byte} at {at} of {length}");
                }
            }
        }
        assert!(is_plain("größe – 大きさ – \u{7f}".as_bytes()));
    }
}
