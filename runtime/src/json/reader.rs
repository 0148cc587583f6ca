//! Reads JSON text for the model, faster than a reader that has to serve every type and tell every error.
//!
//! It takes nothing that `serde_json` does not, and reads the same values. Of what is wrong, and of what is seldom (numbers
//! of more than 64 bits, deep nesting), it says no more than [`Stopped`]: then `serde_json` reads the text from its
//! beginning, and its value or its error is the one that counts.

use std::fmt;
use std::sync::LazyLock;

use serde_core::de::value::{BorrowedStrDeserializer, MapDeserializer, StrDeserializer};
use serde_core::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_core::forward_to_deserialize_any;

use crate::model::plain::plain_length;
use crate::model::visit::RAW_VALUE;

/// `serde_json` ends at a depth of 128.
const DEPTH: u8 = 120;

/// Whether `serde_json` keeps the digits of a number that a Double does not: where any crate of the build asks for its
/// feature `arbitrary_precision`.
static KEEPS_DIGITS: LazyLock<bool> = LazyLock::new(|| {
    serde_json::from_str::<serde_json::Value>("1.10").is_ok_and(|number| format!("{number}") == "1.10")
});

/// The text is not for this reader.
#[derive(Debug)]
pub(crate) struct Stopped;

impl fmt::Display for Stopped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the text is to be read by serde_json")
    }
}

impl std::error::Error for Stopped {}

impl serde_core::de::Error for Stopped {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

pub(crate) struct Reader<'de> {
    text: &'de str,
    /// The byte that comes next. What is before it has been read.
    at: usize,
    /// How much deeper values may be nested.
    depth: u8,
    /// A string whose escapes have been resolved.
    unescaped: String,
}

/// A number as serde's visitors take it.
enum Number {
    U64(u64),
    I64(i64),
    F64(f64),
}

/// A string of the input, or one in [`Reader::unescaped`].
enum Text<'de> {
    Borrowed(&'de str),
    Unescaped,
}

impl<'de> Reader<'de> {
    pub(crate) fn new(text: &'de str) -> Self {
        Self { text, at: 0, depth: DEPTH, unescaped: String::new() }
    }

    /// Nothing but white space may be left.
    pub(crate) fn end(&mut self) -> Result<(), Stopped> {
        self.skip_space();
        if self.at == self.text.len() { Ok(()) } else { Err(Stopped) }
    }

    #[inline]
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    #[inline]
    fn rest(&self) -> &'de [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    #[inline]
    fn slice(&self, start: usize, end: usize) -> Result<&'de str, Stopped> {
        self.text.get(start..end).ok_or(Stopped)
    }

    #[inline]
    fn skip_space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// Skips white space, and gives the byte after it, which is not read yet.
    #[inline]
    fn next_token(&mut self) -> Option<u8> {
        match self.peek() {
            Some(byte) if byte > b' ' => Some(byte),
            _ => {
                self.skip_space();
                self.peek()
            }
        }
    }

    fn literal<T>(&mut self, literal: &str, value: T) -> Result<T, Stopped> {
        if !self.rest().starts_with(literal.as_bytes()) {
            return Err(Stopped);
        }
        self.at += literal.len();
        Ok(value)
    }

    /// A string, from its opening quote on.
    #[inline]
    fn string(&mut self) -> Result<Text<'de>, Stopped> {
        let start = self.at + 1;
        let end = start + plain_length(self.text.as_bytes().get(start..).ok_or(Stopped)?);
        match self.text.as_bytes().get(end) {
            Some(b'"') => {
                self.at = end + 1;
                Ok(Text::Borrowed(self.slice(start, end)?))
            }
            Some(b'\\') => self.escaped(start, end),
            _ => Err(Stopped),
        }
    }

    /// The rest of a string, whose first escape is at `end`.
    #[inline(never)]
    fn escaped(&mut self, start: usize, end: usize) -> Result<Text<'de>, Stopped> {
        let (mut start, mut end) = (start, end);
        self.unescaped.clear();
        loop {
            self.unescaped.push_str(self.text.get(start..end).ok_or(Stopped)?);
            self.at = end + 1;
            match self.text.as_bytes().get(end) {
                Some(b'"') => return Ok(Text::Unescaped),
                Some(b'\\') => {
                    let letter = self.escape()?;
                    self.unescaped.push(letter);
                }
                _ => return Err(Stopped),
            }
            start = self.at;
            end = start + plain_length(self.rest());
        }
    }

    /// What follows a backslash.
    fn escape(&mut self) -> Result<char, Stopped> {
        let kind = self.peek().ok_or(Stopped)?;
        self.at += 1;
        Ok(match kind {
            b'"' | b'\\' | b'/' => kind.into(),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.code_point(),
            _ => return Err(Stopped),
        })
    }

    /// Four hexadecimal digits, and another four if the first are one half of a pair.
    fn code_point(&mut self) -> Result<char, Stopped> {
        let first = self.hexadecimal()?;
        if let Some(letter) = char::from_u32(first) {
            return Ok(letter);
        }
        self.literal("\\u", ())?;
        let second = self.hexadecimal()?;
        match (first, second) {
            (0xD800..=0xDBFF, 0xDC00..=0xDFFF) => {
                char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00)).ok_or(Stopped)
            }
            _ => Err(Stopped),
        }
    }

    fn hexadecimal(&mut self) -> Result<u32, Stopped> {
        let digits = self.rest().get(..4).ok_or(Stopped)?;
        self.at += 4;
        digits.iter().try_fold(0, |value, &digit| Ok(value << 4 | char::from(digit).to_digit(16).ok_or(Stopped)?))
    }

    /// A number, from its sign or first digit on.
    #[inline]
    fn number(&mut self) -> Result<Number, Stopped> {
        let start = self.at;
        let negative = self.peek() == Some(b'-');
        self.at += usize::from(negative);
        let first = self.at;
        let mut value: u64 = 0;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            value =
                value.checked_mul(10).and_then(|value| value.checked_add(u64::from(digit - b'0'))).ok_or(Stopped)?;
            self.at += 1;
        }
        let digits = self.at - first;
        if digits == 0 || (digits > 1 && self.text.as_bytes().get(first) == Some(&b'0')) {
            return Err(Stopped);
        }
        if let Some(b'.' | b'e' | b'E') = self.peek() {
            return Ok(Number::F64(self.float(start)?));
        }
        Ok(match (negative, value) {
            (false, value) => Number::U64(value),
            (true, 0) => Number::F64(-0.0),
            (true, value) => Number::I64(0_i64.checked_sub_unsigned(value).ok_or(Stopped)?),
        })
    }

    /// A number that began at `start`, from its point or exponent on.
    fn float(&mut self, start: usize) -> Result<f64, Stopped> {
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            self.digits()?;
        }
        let text = self.slice(start, self.at)?;
        let value: f64 = text.parse().map_err(|_| Stopped)?;
        if value.is_infinite() || (*KEEPS_DIGITS && value.to_string() != text) {
            return Err(Stopped);
        }
        Ok(value)
    }

    fn digits(&mut self) -> Result<(), Stopped> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { Err(Stopped) }
    }

    /// What is in brackets, from the opening one on. Once it is read, the depth is what it was: see [`Self::leave`].
    #[inline]
    fn enter(&mut self) -> Result<Inside<'_, 'de>, Stopped> {
        self.at += 1;
        self.depth = self.depth.checked_sub(1).ok_or(Stopped)?;
        Ok(Inside { reader: self, first: true })
    }

    #[inline]
    fn leave(&mut self) {
        self.depth += 1;
    }

    /// Reads a value of which nothing is wanted.
    fn skip(&mut self) -> Result<(), Stopped> {
        match self.next_token() {
            Some(b'"') => _ = self.string()?,
            Some(b'-' | b'0'..=b'9') => _ = self.number()?,
            Some(b'{') => {
                let mut members = self.enter()?;
                while members.name()?.is_some() {
                    members.colon()?;
                    members.reader.skip()?;
                }
                self.leave();
            }
            Some(b'[') => {
                let mut elements = self.enter()?;
                while elements.reader.has_next(&mut elements.first, b']')? {
                    elements.reader.skip()?;
                }
                self.leave();
            }
            Some(b't') => self.literal("true", ())?,
            Some(b'f') => self.literal("false", ())?,
            Some(b'n') => self.literal("null", ())?,
            _ => return Err(Stopped),
        }
        Ok(())
    }

    /// Whether there is one more element or member: if so, it is next.
    #[inline]
    fn has_next(&mut self, first: &mut bool, close: u8) -> Result<bool, Stopped> {
        match self.next_token() {
            Some(byte) if byte == close => {
                self.at += 1;
                Ok(false)
            }
            Some(b',') if !*first => {
                self.at += 1;
                // A comma before the end stops at what comes after it.
                Ok(true)
            }
            Some(_) if *first => {
                *first = false;
                Ok(true)
            }
            _ => Err(Stopped),
        }
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Stopped;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stopped> {
        match self.next_token() {
            Some(b'"') => match self.string()? {
                Text::Borrowed(text) => visitor.visit_borrowed_str(text),
                Text::Unescaped => visitor.visit_str(&self.unescaped),
            },
            Some(b'-' | b'0'..=b'9') => match self.number()? {
                Number::U64(value) => visitor.visit_u64(value),
                Number::I64(value) => visitor.visit_i64(value),
                Number::F64(value) => visitor.visit_f64(value),
            },
            Some(b'{') => {
                let value = visitor.visit_map(self.enter()?)?;
                self.leave();
                Ok(value)
            }
            Some(b'[') => {
                let value = visitor.visit_seq(self.enter()?)?;
                self.leave();
                Ok(value)
            }
            Some(b't') => visitor.visit_bool(self.literal("true", true)?),
            Some(b'f') => visitor.visit_bool(self.literal("false", false)?),
            Some(b'n') => {
                self.literal("null", ())?;
                visitor.visit_unit()
            }
            _ => Err(Stopped),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stopped> {
        match self.next_token() {
            Some(b'n') => {
                self.literal("null", ())?;
                visitor.visit_none()
            }
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Stopped> {
        if name != RAW_VALUE {
            return visitor.visit_newtype_struct(self);
        }
        self.skip_space();
        let start = self.at;
        self.skip()?;
        let text = self.slice(start, self.at)?;
        visitor.visit_map(MapDeserializer::new(std::iter::once((RAW_VALUE, text))))
    }

    /// Where a string is wanted, anything else is for `serde_json` to say.
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stopped> {
        if self.next_token() != Some(b'"') {
            return Err(Stopped);
        }
        match self.string()? {
            Text::Borrowed(text) => visitor.visit_borrowed_str(text),
            Text::Unescaped => visitor.visit_str(&self.unescaped),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stopped> {
        self.deserialize_str(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stopped> {
        self.skip()?;
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct enum identifier
    }
}

/// The elements of an array, or the members of an object.
struct Inside<'a, 'de> {
    reader: &'a mut Reader<'de>,
    first: bool,
}

impl<'de> Inside<'_, 'de> {
    /// The name of the next member, if there is one.
    #[inline]
    fn name(&mut self) -> Result<Option<Text<'de>>, Stopped> {
        if !self.reader.has_next(&mut self.first, b'}')? {
            return Ok(None);
        }
        if self.reader.next_token() != Some(b'"') {
            return Err(Stopped);
        }
        self.reader.string().map(Some)
    }

    #[inline]
    fn colon(&mut self) -> Result<(), Stopped> {
        if self.reader.next_token() != Some(b':') {
            return Err(Stopped);
        }
        self.reader.at += 1;
        Ok(())
    }
}

impl<'de> SeqAccess<'de> for Inside<'_, 'de> {
    type Error = Stopped;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Stopped> {
        if self.reader.has_next(&mut self.first, b']')? {
            seed.deserialize(&mut *self.reader).map(Some)
        } else {
            Ok(None)
        }
    }
}

impl<'de> MapAccess<'de> for Inside<'_, 'de> {
    type Error = Stopped;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Stopped> {
        match self.name()? {
            None => Ok(None),
            Some(Text::Borrowed(name)) => seed.deserialize(BorrowedStrDeserializer::new(name)).map(Some),
            Some(Text::Unescaped) => seed.deserialize(StrDeserializer::new(&self.reader.unescaped)).map(Some),
        }
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Stopped> {
        self.colon()?;
        seed.deserialize(&mut *self.reader)
    }
}

#[cfg(test)]
mod tests {
    use serde_core::Deserialize as _;
    use serde_json::Value as Json;

    use super::Reader;

    fn read(text: &str) -> Option<Json> {
        let mut reader = Reader::new(text);
        let value = Json::deserialize(&mut reader).ok()?;
        reader.end().ok().map(|()| value)
    }

    #[test]
    fn what_is_usual_is_read_as_serde_json_does() {
        let deep = format!("{}1{}", "[".repeat(119), "]".repeat(119));
        let texts = [
            r#" { "a" : [ 1 , -2.5e3 , true , false , null , "x" ] , "b":{} , "c" : [ ] } "#,
            r#""\u0041\ud83e\udd80\"\\\/\b\f\n\r\t é 🦀 plain""#,
            r#"{"\u0061":1,"b\n":2,"":3}"#,
            "0",
            "-0",
            "18446744073709551615",
            "-9223372036854775808",
            "-16.446060612802224",
            "1E5",
            "0.1e-7",
            "\"\u{7f}\"",
            &deep,
        ];
        for text in texts {
            let value = read(text);
            assert!(value.is_some(), "{text}");
            assert_eq!(value, serde_json::from_str(text).ok(), "{text}");
        }
    }

    #[test]
    fn what_serde_json_refuses_is_not_read() {
        let texts = [
            "",
            " ",
            "{",
            "}",
            "[",
            "[1",
            "[1,",
            "[1,]",
            "[,1]",
            "[1 2]",
            "{,}",
            r#"{"a"}"#,
            r#"{"a":}"#,
            r#"{"a":1,}"#,
            r#"{"a" 1}"#,
            r#"{"a":1 "b":2}"#,
            "{1:2}",
            "{a:1}",
            "01",
            "-",
            "-01",
            "1.",
            ".5",
            "1e",
            "1e+",
            "+1",
            "--1",
            "1 2",
            "nul",
            "nulll",
            "True",
            "\"",
            "\"\\",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\u12g4\"",
            "\"\\ud800\"",
            "\"\\ud800\\u0041\"",
            "\"\\udc00\"",
            "\"a\nb\"",
            "\"\0\"",
            "1e999",
            "'a'",
            "[1]]",
            "NaN",
            "\u{feff}1",
            "\u{a0}1",
            "/**/1",
            "\"\\u+123\"",
        ];
        for text in texts {
            assert!(serde_json::from_str::<Json>(text).is_err(), "{text}");
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_unusual_is_left_to_serde_json() {
        let deep = format!("{}1{}", "[".repeat(125), "]".repeat(125));
        for text in ["18446744073709551616", "-9223372036854775809", &deep] {
            assert!(serde_json::from_str::<Json>(text).is_ok());
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn changed_texts_read_as_with_serde_json_or_not_at_all() {
        const NOISE: &[&str] = &[
            "",
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "0",
            "9",
            "-",
            ".",
            "e",
            "\u{1f}",
            " ",
            "\n",
            "t",
            "null",
            "é",
            "\\u",
            "d83e",
            "\\ud83e\\udd80",
        ];
        let good = r#"{"id":"a\u00e9\n","n":[-12,3.25e-2,0,true],"o":{"x":null,"y":{"z":"🦀\\"}},"e":[],"s":"long enough to be read by eights"}"#;
        let mut random = fastrand::Rng::with_seed(11);
        let mut taken = 0;
        for _ in 0..40_000 {
            let mut text = good.to_owned();
            for _ in 0..random.usize(1..4) {
                let at = text.floor_char_boundary(random.usize(0..=text.len()));
                let end = text.ceil_char_boundary((at + random.usize(0..4)).min(text.len()));
                text.replace_range(at..end, NOISE[random.usize(..NOISE.len())]);
            }
            if let Some(value) = read(&text) {
                taken += 1;
                assert_eq!(value, serde_json::from_str::<Json>(&text).expect(&text), "{text}");
            } else if let Ok(value) = serde_json::from_str::<Json>(&text) {
                panic!("{text} is usual and was not read: {value}");
            }
        }
        assert!(taken > 1000, "{taken}");
    }
}
