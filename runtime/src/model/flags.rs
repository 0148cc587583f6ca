//! Sets of an enum's members: one string, the names joined by commas (W3).

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use super::graph_enum::{GraphEnum, refusal};
use super::slot::{Place, SlotMut, SlotRef};
use super::text_value::text;
use super::value::Value;
use crate::__private::fits::Edm;
use crate::edm::impls::serde_impls;
use crate::edm::{LiteralForm, Text};

/// An enum whose members combine: one with `#[graph_enum(…, flags)]`.
#[diagnostic::on_unimplemented(
    message = "the members of `{Self}` do not combine",
    label = "not an enum with `flags`",
    note = "add `flags` to its `#[graph_enum(…)]`, or use `{Self}` without `Flags`"
)]
pub trait FlagsEnum: GraphEnum {}

/// A set of members of an enum, such as `"apps,tabs"`.
///
/// The order in which the members came is kept; it does not count for equality. An empty set is sent as the member
/// `none`, if the enum has that.
/// ```
/// use graph_entity::{Flags, GraphEnum};
///
/// #[derive(Debug, Clone, PartialEq, GraphEnum)]
/// #[graph_enum(odata = "microsoft.graph.clonableTeamParts", flags)]
/// enum Part {
///     Apps,
///     Tabs,
///     #[graph(unrecognized)]
///     Unrecognized(String),
/// }
///
/// let mut parts = Flags::from([Part::Apps]);
/// parts.insert(Part::Tabs);
/// assert!(parts.contains(&Part::Tabs));
/// assert_eq!(parts.to_string(), "apps,tabs");
/// ```
#[derive(Clone)]
pub struct Flags<T>(Vec<T>);

impl<T: FlagsEnum> Flags<T> {
    /// No member.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a member; says whether it was new.
    pub fn insert(&mut self, member: T) -> bool {
        let new = !self.contains(&member);
        if new {
            self.0.push(member);
        }
        new
    }

    /// Takes a member out; says whether it was there.
    pub fn remove(&mut self, member: &T) -> bool {
        let count = self.0.len();
        self.0.retain(|other| other.name() != member.name());
        self.0.len() < count
    }

    /// Whether the member is there.
    pub fn contains(&self, member: &T) -> bool {
        self.0.iter().any(|other| other.name() == member.name())
    }

    /// The members, in the order in which they came.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// How many members there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: FlagsEnum> Default for Flags<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: FlagsEnum> PartialEq for Flags<T> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().all(|member| other.contains(member))
    }
}

impl<T: FlagsEnum> Eq for Flags<T> {}

/// As it is on the wire.
impl<T: FlagsEnum> fmt::Display for Flags<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_text())
    }
}

impl<T: FlagsEnum> fmt::Debug for Flags<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(T::name)).finish()
    }
}

impl<T: FlagsEnum> From<T> for Flags<T> {
    fn from(member: T) -> Self {
        Self(vec![member])
    }
}

impl<T: FlagsEnum, const N: usize> From<[T; N]> for Flags<T> {
    fn from(members: [T; N]) -> Self {
        members.into_iter().collect()
    }
}

impl<T: FlagsEnum> FromIterator<T> for Flags<T> {
    fn from_iter<I: IntoIterator<Item = T>>(members: I) -> Self {
        let mut flags = Self::new();
        flags.extend(members);
        flags
    }
}

impl<T: FlagsEnum> Extend<T> for Flags<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, members: I) {
        for member in members {
            self.insert(member);
        }
    }
}

impl<'a, T: FlagsEnum> IntoIterator for &'a Flags<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: FlagsEnum> IntoIterator for Flags<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<T: FlagsEnum> Text for Flags<T> {
    const EXPECTED: &'static str = "the names of an enum's members, with commas between";
    const LITERAL: LiteralForm = LiteralForm::Enum(T::ODATA_TYPE);
    const EMPTY_IS_NULL: bool = false;
    const TAKES_NUMBERS: bool = true;

    fn from_text(text: &str) -> Option<Self> {
        let names = text.split(',').map(str::trim).filter(|name| !name.is_empty());
        let mut members: Vec<T> = names.map(T::from_name).collect();
        // By a set of names, not one by one: a text may be long. By those of the members: services differ in case.
        let mut seen = HashSet::with_capacity(members.len());
        let new: Vec<bool> = members.iter().map(|member| seen.insert(member.name())).collect();
        let mut new = new.into_iter();
        members.retain(|_| new.next().unwrap_or(true));
        Some(Self(members))
    }

    fn to_text(&self) -> Cow<'_, str> {
        match self.0.as_slice() {
            [member] => member.name().into(),
            members => members.iter().map(T::name).collect::<Vec<_>>().join(",").into(),
        }
    }

    fn placeholder() -> Self {
        Self::new()
    }
}

serde_impls!(Flags<T: FlagsEnum>);

impl<T: FlagsEnum> Value for Flags<T> {
    const EDM: Edm = Edm::Enum(T::ODATA_TYPE);

    fn empty() -> Self {
        Self::new()
    }

    fn place(place: Place<'_, Self>) -> SlotMut<'_> {
        text(place)
    }

    fn get(&self) -> SlotRef<'_> {
        SlotRef::Flags(self)
    }
}

/// A set that is being written.
pub trait FlagsRef {
    /// The names as they are.
    fn text(&self) -> Cow<'_, str>;
    /// The names as a service takes them, or why it does not.
    fn request_text(&self) -> Result<Cow<'_, str>, &'static str>;
}

impl<T: FlagsEnum> FlagsRef for Flags<T> {
    fn text(&self) -> Cow<'_, str> {
        self.to_text()
    }

    fn request_text(&self) -> Result<Cow<'_, str>, &'static str> {
        if let Some(refusal) = self.iter().find_map(|member| refusal(member.name())) {
            return Err(refusal);
        }
        let none = T::MEMBERS.iter().find(|member| **member == "none").filter(|_| self.is_empty());
        Ok(none.map_or_else(|| self.to_text(), |none| Cow::Borrowed(*none)))
    }
}
