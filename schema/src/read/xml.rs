//! The document as elements, each with its place; the parser is quick-xml's.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::error::{ReadError, ReadErrorKind};

pub(super) struct Xml<'x> {
    text: &'x str,
    parser: Reader<&'x [u8]>,
    /// The line of an offset, up to which lines are counted.
    counted: (usize, u32),
}

/// The start of an element.
pub(super) struct Tag<'x> {
    pub(super) start: BytesStart<'x>,
    /// It has no content.
    empty: bool,
    offset: usize,
    pub(super) line: u32,
}

impl Tag<'_> {
    /// Its name without a prefix. Which prefix stands for which XML namespace does not matter: no two elements of CSDL
    /// differ by that alone.
    pub(super) fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }
}

type Handler<'a, 'x> = dyn FnMut(&mut Xml<'x>, Tag<'x>) -> Result<(), ReadError> + 'a;

impl<'x> Xml<'x> {
    pub(super) fn new(text: &'x str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self { text, parser: Reader::from_str(text), counted: (0, 1) }
    }

    /// The outermost element.
    pub(super) fn root(&mut self) -> Result<Tag<'x>, ReadError> {
        loop {
            match self.event()? {
                Next::Start(tag) => return Ok(tag),
                Next::Other => {}
                Next::Text(text) if text.trim().is_empty() => {}
                // Not even XML: an answer in JSON, say.
                Next::Text(_) => return Err(self.place(0, ReadErrorKind::NotCsdl("text".to_owned()))),
                Next::End | Next::Eof => return Err(self.error(ReadErrorKind::Incomplete)),
            }
        }
    }

    /// Reads up to the end of the document.
    pub(super) fn end(&mut self) -> Result<(), ReadError> {
        while !matches!(self.event()?, Next::Eof) {}
        Ok(())
    }

    /// Calls `handler` for each element in `parent`. It has to read the element's content: by this function, by
    /// [`text`](Self::text) or by [`skip`](Self::skip).
    pub(super) fn children(&mut self, parent: &Tag<'_>, handler: &mut Handler<'_, 'x>) -> Result<(), ReadError> {
        if parent.empty {
            return Ok(());
        }
        loop {
            match self.event()? {
                Next::Start(tag) => handler(self, tag)?,
                Next::End => return Ok(()),
                Next::Eof => return Err(self.error(ReadErrorKind::Incomplete)),
                Next::Text(_) | Next::Other => {}
            }
        }
    }

    /// The text in `parent`.
    pub(super) fn text(&mut self, parent: &Tag<'_>) -> Result<String, ReadError> {
        let mut text = String::new();
        if parent.empty {
            return Ok(text);
        }
        loop {
            match self.event()? {
                Next::Start(tag) => self.skip(&tag)?,
                Next::Text(part) => text.push_str(&part),
                Next::End => return Ok(text),
                Next::Eof => return Err(self.error(ReadErrorKind::Incomplete)),
                Next::Other => {}
            }
        }
    }

    /// Leaves the content of `tag` out.
    pub(super) fn skip(&mut self, tag: &Tag<'_>) -> Result<(), ReadError> {
        if tag.empty {
            return Ok(());
        }
        self.parser.read_to_end(tag.start.name()).map(drop).map_err(|error| self.xml_error(&error))
    }

    /// The value of an attribute.
    pub(super) fn optional(&self, tag: &Tag<'_>, name: &str) -> Result<Option<String>, ReadError> {
        for attribute in tag.start.attributes() {
            let attribute = attribute.map_err(|error| self.error_at(tag, ReadErrorKind::Xml(error.to_string())))?;
            if attribute.key.as_ref() == name {
                let value = attribute.normalized_value(XmlVersion::Implicit1_0);
                let value = value.map_err(|error| self.error_at(tag, ReadErrorKind::Xml(error.to_string())))?;
                return Ok(Some(value.into_owned()));
            }
        }
        Ok(None)
    }

    pub(super) fn required(
        &self,
        tag: &Tag<'_>,
        element: &'static str,
        attribute: &'static str,
    ) -> Result<String, ReadError> {
        let missing = || self.error_at(tag, ReadErrorKind::Missing { element, attribute });
        self.optional(tag, attribute)?.filter(|value| !value.is_empty()).ok_or_else(missing)
    }

    /// `Name`, a simple identifier (C§15.2).
    pub(super) fn identifier(&self, tag: &Tag<'_>, element: &'static str) -> Result<String, ReadError> {
        let name = self.required(tag, element, "Name")?;
        let expected = "a name: a letter or `_`, then letters, digits and `_`";
        if is_identifier(&name) { Ok(name) } else { Err(self.invalid(tag, "Name", &name, expected)) }
    }

    /// `Namespace`: identifiers with dots between them.
    pub(super) fn namespace(&self, tag: &Tag<'_>, element: &'static str) -> Result<String, ReadError> {
        let name = self.required(tag, element, "Namespace")?;
        let expected = "names of letters, digits and `_` with dots between";
        if name.split('.').all(is_identifier) { Ok(name) } else { Err(self.invalid(tag, "Namespace", &name, expected)) }
    }

    /// `true` or `false`, and what is meant if there is no such attribute.
    pub(super) fn flag(&self, tag: &Tag<'_>, attribute: &'static str, default: bool) -> Result<bool, ReadError> {
        match self.optional(tag, attribute)?.as_deref() {
            None => Ok(default),
            // XML Schema has both spellings.
            Some("true" | "1") => Ok(true),
            Some("false" | "0") => Ok(false),
            Some(value) => Err(self.invalid(tag, attribute, value, "`true` or `false`")),
        }
    }

    pub(super) fn invalid(
        &self,
        tag: &Tag<'_>,
        attribute: &'static str,
        value: &str,
        expected: &'static str,
    ) -> ReadError {
        self.error_at(tag, ReadErrorKind::Invalid { attribute, value: value.to_owned(), expected })
    }

    pub(super) fn error_at(&self, tag: &Tag<'_>, kind: ReadErrorKind) -> ReadError {
        self.place(tag.offset, kind)
    }

    fn error(&self, kind: ReadErrorKind) -> ReadError {
        self.place(self.text.len(), kind)
    }

    fn xml_error(&self, error: &quick_xml::Error) -> ReadError {
        let offset = usize::try_from(self.parser.error_position()).unwrap_or(usize::MAX);
        self.place(offset, ReadErrorKind::Xml(error.to_string()))
    }

    /// Counted from the beginning: an error is told once.
    fn place(&self, offset: usize, kind: ReadErrorKind) -> ReadError {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &self.text[..offset];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        ReadError { line: number(line), column: number(column), kind }
    }

    fn offset(&self) -> usize {
        usize::try_from(self.parser.buffer_position()).unwrap_or(usize::MAX)
    }

    fn event(&mut self) -> Result<Next<'x>, ReadError> {
        let offset = self.offset();
        let event = match self.parser.read_event() {
            Ok(event) => event,
            Err(error) => return Err(self.xml_error(&error)),
        };
        Ok(match event {
            Event::Start(start) => Next::Start(self.tag(start, false, offset)),
            Event::Empty(start) => Next::Start(self.tag(start, true, offset)),
            Event::End(_) => Next::End,
            Event::Text(text) => Next::Text(text.into_inner().into_owned()),
            Event::CData(text) => Next::Text(text.into_inner().into_owned()),
            Event::GeneralRef(reference) => Next::Text(self.reference(&reference, offset)?),
            Event::Eof => Next::Eof,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => Next::Other,
        })
    }

    fn tag(&mut self, start: BytesStart<'x>, empty: bool, offset: usize) -> Tag<'x> {
        let (from, line) = self.counted;
        let lines = self.text.get(from..offset).unwrap_or_default().matches('\n').count();
        self.counted = (offset, line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX)));
        Tag { start, empty, offset, line: self.counted.1 }
    }

    /// `&amp;` and the like, in a text. Others would be of a document type, which metadata does not have.
    fn reference(&self, reference: &quick_xml::events::BytesRef<'_>, offset: usize) -> Result<String, ReadError> {
        let name: &str = reference;
        let unknown = || self.place(offset, ReadErrorKind::Xml(format!("`&{name};` is not known")));
        let letter = reference.resolve_char_ref().map_err(|_| unknown())?;
        match letter {
            Some(letter) => Ok(letter.to_string()),
            None => quick_xml::escape::resolve_predefined_entity(name).map(str::to_owned).ok_or_else(unknown),
        }
    }
}

/// Of any script. So names have nothing that parts paths and signatures, and nothing that can't be seen.
fn is_identifier(name: &str) -> bool {
    let mut letters = name.chars();
    letters.next().is_some_and(|first| first.is_alphabetic() || first == '_')
        && letters.all(|letter| letter.is_alphanumeric() || letter == '_')
}

/// What comes next in the document.
enum Next<'x> {
    Start(Tag<'x>),
    End,
    Text(String),
    Eof,
    Other,
}
