//! The body of a write request: what was set, in the order of the table, whatever the order of the calls.

use std::fmt;

use bytes::Bytes;

use crate::client::error::UsageError;
use crate::model::write::Form;
use crate::model::{Shape, SlotRef, text};

/// The members that were set so far, as JSON.
pub(crate) struct Body {
    shape: &'static Shape,
    /// `,"name":value` of each, one after the other.
    text: Vec<u8>,
    /// For each member its property and where its text ends.
    members: Vec<(usize, usize)>,
    failed: Option<UsageError>,
}

impl Body {
    pub(crate) fn new(shape: &'static Shape) -> Self {
        Self { shape, text: Vec::new(), members: Vec::new(), failed: None }
    }

    /// Sets a property. A second value replaces the first.
    pub(crate) fn put(&mut self, index: usize, value: SlotRef<'_>) {
        let name = self.shape.names[index];
        let start = self.text.len();
        self.text.push(b',');
        text::property_name(name, &mut self.text);
        match text::write(value, Form::Request, &mut self.text) {
            Ok(()) => self.members.push((index, self.text.len())),
            Err(error) => {
                self.text.truncate(start);
                self.failed = Some(UsageError::with_cause(format!("`{name}` can't be written as JSON"), error));
            }
        }
    }

    /// The whole JSON object: `@odata.type` first, then the properties by number.
    pub(crate) fn finish(&self) -> Result<Bytes, UsageError> {
        if let Some(error) = &self.failed {
            return Err(error.clone());
        }
        let tag = (self.shape.flags & Shape::UNTAGGED == 0).then_some(self.shape.odata_type);
        let mut json = Vec::with_capacity(self.text.len() + 24 + tag.map_or(0, str::len));
        if let Some(tag) = tag {
            json.extend_from_slice(b",\"@odata.type\":\"");
            json.extend_from_slice(tag.as_bytes());
            json.push(b'"');
        }
        for member in self.in_order() {
            json.extend_from_slice(&self.text[member]);
        }
        // Each member begins with a comma; the first one's place is the brace's.
        match json.first_mut() {
            Some(first) => *first = b'{',
            None => json.push(b'{'),
        }
        json.push(b'}');
        Ok(json.into())
    }

    fn in_order(&self) -> Vec<std::ops::Range<usize>> {
        let starts = std::iter::once(0).chain(self.members.iter().map(|&(_, end)| end));
        let mut members: Vec<_> =
            self.members.iter().zip(starts).map(|(&(index, end), start)| (index, start..end)).collect();
        members.sort_by_key(|member| member.0);
        // Of two values for the same property the later stays.
        let mut last = members.iter().skip(1).map(|next| next.0).collect::<Vec<_>>().into_iter();
        members.retain(|member| last.next() != Some(member.0));
        members.into_iter().map(|member| member.1).collect()
    }
}

/// The names only: a value may be a password.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.members.iter().map(|&(index, _)| self.shape.names[index])).finish()
    }
}
