//! What a type has to be to go over the wire as a JSON string.

use std::borrow::Cow;

/// A value that is a text on the wire: the types of [`edm`](crate::edm), and those of your own that implement it.
///
/// Reading is strict about the text and never panics; writing gives back what was read, so that a value that the
/// program only passes on is not changed on the way. [`text_property!`](crate::text_property) makes a type that implements
/// it the type of fields.
///
/// ```
/// use std::borrow::Cow;
///
/// use graph_entity::edm::Text;
///
/// /// The language and the region of a user's mailbox, such as `en-US`.
/// #[derive(Debug, Clone, PartialEq)]
/// struct Locale {
///     language: String,
///     region: String,
/// }
///
/// impl Text for Locale {
///     const EXPECTED: &'static str = "a locale such as en-US";
///
///     fn from_text(text: &str) -> Option<Self> {
///         let (language, region) = text.split_once('-')?;
///         Some(Self { language: language.to_owned(), region: region.to_owned() })
///     }
///
///     fn to_text(&self) -> Cow<'_, str> {
///         Cow::Owned(format!("{}-{}", self.language, self.region))
///     }
///
///     fn placeholder() -> Self {
///         Self { language: String::new(), region: String::new() }
///     }
/// }
///
/// let locale = Locale::from_text("en-US").expect("it has a hyphen");
/// assert_eq!(locale.region, "US");
/// assert_eq!(locale.to_text(), "en-US");
/// ```
pub trait Text: Sized + 'static {
    /// What a text has to be, for an error's "expected …": `a Date such as 2026-11-24`.
    const EXPECTED: &'static str;
    /// Whether an empty string reads as null (services send `""` for dates that they do not know).
    const EMPTY_IS_NULL: bool = true;
    /// Whether a number reads as its text.
    #[doc(hidden)]
    const TAKES_NUMBERS: bool = false;
    /// How a filter or a function's parameter writes such a value.
    const LITERAL: LiteralForm = LiteralForm::Quoted;
    /// The value of `text`; `None` if it is none.
    fn from_text(text: &str) -> Option<Self>;
    /// The text of the value: what `from_text` reads back as an equal value.
    fn to_text(&self) -> Cow<'_, str>;
    /// Stands in a field until the value is read.
    fn placeholder() -> Self;
}

/// How the literal of a value is written in a URL (OData ABNF, `primitiveLiteral`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum LiteralForm {
    /// As it is: `2026-11-24`, a GUID.
    Bare,
    /// In quotes: `'text'`.
    Quoted,
    /// `duration'PT1H'`
    Duration,
    /// `binary'T0RhdGE='`, in the alphabet for URLs.
    Binary,
    /// The member's name in quotes, with the type's name in front where the service asks for it: `'high'`, or
    /// `microsoft.graph.importance'high'`.
    Enum(&'static str),
}
