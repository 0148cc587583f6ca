//! The body of a write request: what was set, in the order of the table, whatever the order of the calls.

use std::fmt;
use std::ops::Range;

use bytes::Bytes;
use serde_json::Value as Json;

use crate::client::error::UsageError;
use crate::json::writer::Text;
use crate::model::write::{Form, is_written, written_from_extra};
use crate::model::{Extra, Fields, Shape, SlotRef, text};

/// The members that were set so far, as JSON.
#[derive(Clone)]
pub struct Body {
    shape: &'static Shape,
    form: Form,
    /// `,"name":value` of each, one after the other.
    text: Text,
    members: Vec<Member>,
    /// What the struct does not name.
    extra: Extra,
    /// The name of another type that the value is of, without `#`.
    other_type: Option<String>,
    failed: Option<UsageError>,
}

/// Room in the text of a body, and for members.
const TEXT: usize = 160;
const MEMBERS: usize = 8;

#[derive(Clone, Copy)]
struct Member {
    /// The property.
    index: usize,
    /// Where its text ends; it begins where that of the member before ends.
    end: usize,
}

impl Body {
    pub(crate) fn new(shape: &'static Shape, form: Form) -> Self {
        Self {
            shape,
            form,
            text: Text::default(),
            members: Vec::new(),
            extra: Extra::new(),
            other_type: None,
            failed: None,
        }
    }

    /// Tells another type's name in place of the struct's own.
    pub(crate) fn put_type(&mut self, name: Option<&str>) {
        self.other_type = name.map(str::to_owned);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.members.is_empty() && self.extra.is_empty()
    }

    /// The names of what was set.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let declared = self.members.iter().map(|member| self.shape.names[member.index]);
        declared.chain(self.extra.iter().map(|(name, _)| name))
    }

    /// Sets a property. A second value replaces the first.
    pub(crate) fn put_slot(&mut self, index: usize, value: SlotRef<'_>) {
        self.put_by(index, |form, json| text::write(&value, form, json));
    }

    /// Sets a property to what `write` appends.
    pub(crate) fn put_by(
        &mut self,
        index: usize,
        write: impl FnOnce(Form, &mut Text) -> Result<(), serde_json::Error>,
    ) {
        let start = self.begin(index);
        let result = write(self.form, &mut self.text);
        self.end(index, start, result);
    }

    fn begin(&mut self, index: usize) -> usize {
        let start = self.text.len();
        if start == 0 {
            // As for most bodies, in one allocation each.
            self.text = Text::with_room(TEXT);
            self.members.reserve(MEMBERS);
        }
        self.text.name(self.shape.names[index]);
        start
    }

    fn end(&mut self, index: usize, start: usize, result: Result<(), serde_json::Error>) {
        match result {
            Ok(()) => self.members.push(Member { index, end: self.text.len() }),
            Err(error) => {
                self.text.truncate(start);
                let name = self.shape.names[index];
                self.failed = Some(UsageError::with_cause(format!("`{name}` can't be sent"), error));
            }
        }
    }

    /// Sets what a struct holds. It is of this body's type, or of its `base`, whose properties have the same numbers.
    pub(crate) fn put_fields(&mut self, fields: &dyn Fields) {
        let mut next = 0;
        fields.each(&mut |value: &SlotRef<'_>| {
            let index = next;
            next += 1;
            let kinds = self.shape.kinds[index];
            if kinds & self.form.skipped() == 0 && is_written(kinds, value, self.form, false) {
                self.put_slot(index, *value);
            }
        });
        if let Some(extra) = fields.extra() {
            self.put_extra(extra);
        }
    }

    /// Sets what another draft has set, of this body's type or of its `base`.
    pub(crate) fn put_body(&mut self, other: &Self) {
        for (member, text) in other.members.iter().zip(other.texts()) {
            self.text.put(&other.text.as_bytes()[text]);
            self.members.push(Member { index: member.index, end: self.text.len() });
        }
        self.put_extra(&other.extra);
        if let Some(error) = &other.failed {
            self.failed = Some(error.clone());
        }
    }

    /// Sets members that the struct does not name.
    pub(crate) fn put_extra(&mut self, extra: &Extra) {
        for (name, value) in extra.iter() {
            self.put_extra_member(name, value.clone());
        }
    }

    pub(crate) fn put_extra_member(&mut self, name: &str, value: Json) {
        self.extra.insert(name, value);
    }

    /// Whether a request has this member of an `extra`.
    pub(crate) fn sends_extra(&self, name: &str) -> bool {
        written_from_extra(self.shape, name, self.form)
    }

    /// Fails if a value can't be sent.
    pub(crate) fn check(&self) -> Result<(), UsageError> {
        self.failed.clone().map_or(Ok(()), Err)
    }

    /// The whole JSON object.
    pub(crate) fn finish(&self) -> Result<Bytes, UsageError> {
        let mut json = Text::with_room(self.text.len() + self.shape.odata_type.len() + 24);
        self.write(None, self.form, &mut json)?;
        Ok(json.into_bytes().into())
    }

    /// Appends the object: `@odata.type` first, then the properties by number, relationships after all others (W2), then
    /// what the struct does not name.
    pub(crate) fn write(&self, family: Option<&str>, form: Form, json: &mut Text) -> Result<(), UsageError> {
        self.check()?;
        // A draft does not know what it will be a part of.
        let related = self.members.iter().find(|member| self.shape.is(member.index, Shape::NAVIGATION));
        if let (Form::Update, Some(member)) = (form, related) {
            let name = self.shape.names[member.index];
            return Err(UsageError::new(format!(
                "`{name}` is a relationship: an update can't create what it relates to"
            )));
        }
        let start = json.len();
        if let Some(name) = &self.other_type {
            text::other_type(name, json);
        } else if self.shape.flags & Shape::UNTAGGED == 0
            || family.is_some_and(|family| family != self.shape.odata_type)
        {
            text::own_type(self.shape.odata_type, json);
        }
        if self.is_in_order() {
            json.put(self.text.as_bytes());
        } else {
            for (_, text) in self.in_order() {
                json.put(&self.text.as_bytes()[text]);
            }
        }
        for (name, value) in self.extra.iter().filter(|(name, _)| self.sends_extra(name)) {
            json.member(name, value)
                .map_err(|error| UsageError::with_cause(format!("`{name:.100}` can't be sent"), error))?;
        }
        json.close(start);
        Ok(())
    }

    /// The number of each property that was set, and its value as JSON text.
    pub(crate) fn values(&self) -> impl Iterator<Item = (usize, &[u8])> {
        self.in_order().into_iter().map(|(index, text)| {
            // After `,"name":`.
            let start = text.start + self.shape.names[index].len() + 4;
            (index, &self.text.as_bytes()[start..text.end])
        })
    }

    pub(crate) fn extra(&self) -> &Extra {
        &self.extra
    }

    fn texts(&self) -> impl Iterator<Item = Range<usize>> {
        let starts = std::iter::once(0).chain(self.members.iter().map(|member| member.end));
        starts.zip(&self.members).map(|(start, member)| start..member.end)
    }

    /// Whether each was set once, in the order of the table, and no relationship is among them.
    fn is_in_order(&self) -> bool {
        let ascending = self.members.windows(2).all(|pair| pair[0].index < pair[1].index);
        ascending && !self.members.iter().any(|member| self.shape.is(member.index, Shape::NAVIGATION))
    }

    fn in_order(&self) -> Vec<(usize, Range<usize>)> {
        let mut texts = vec![None; self.shape.names.len()];
        for (member, text) in self.members.iter().zip(self.texts()) {
            // Of two values for the same property the later stays.
            texts[member.index] = Some(text);
        }
        let mut members = Vec::with_capacity(self.members.len());
        for of_relationships in [false, true] {
            for (index, text) in texts.iter_mut().enumerate() {
                if self.shape.is(index, Shape::NAVIGATION) == of_relationships {
                    members.extend(text.take().map(|text| (index, text)));
                }
            }
        }
        members
    }
}

/// The names only: a value may be a password.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.names()).finish()
    }
}
