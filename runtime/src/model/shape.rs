//! The table of a struct: its type name and what its properties are called.

/// What the derive knows of a struct, for the reader and the writer.
#[derive(Debug)]
pub struct Shape {
    /// The value of `@odata.type`, with its `#`.
    pub odata_type: &'static str,
    /// What holds for the whole struct: `UNTAGGED`, `STRICT`, `ALL_PROPERTIES`, `ABSTRACT`.
    pub flags: u8,
    /// The wire names: those of the `base`, then the struct's own in the order of its fields, without a character that
    /// JSON escapes. An index into this list is a property's number.
    pub names: &'static [&'static str],
    /// For each name: `READ_ONLY`, `DEFAULT`, …
    pub kinds: &'static [u8],
    /// The numbers in the order of their names, shorter ones first, for the search: most names differ in their length.
    pub order: &'static [u16],
}

impl Shape {
    /// `@odata.type` is not written for this type.
    pub const UNTAGGED: u8 = 1;
    /// Another type's name is an error.
    pub const STRICT: u8 = 2;
    /// Requests have no `$select` and no `$expand`: the service sends its default set.
    pub const ALL_PROPERTIES: u8 = 4;
    /// An instance is of a derived type: the own name is kept only where it was read, and never sent.
    pub const ABSTRACT: u8 = 8;

    /// Never sent.
    pub const READ_ONLY: u8 = 1;
    /// Sent, never selected.
    pub const WRITE_ONLY: u8 = 2;
    /// Null or absence reads as the placeholder.
    pub const DEFAULT: u8 = 4;
    /// No error quotes it, no `Debug` shows it.
    pub const SENSITIVE: u8 = 8;
    /// Control information: neither selected nor sent.
    pub const CONTROL: u8 = 16;
    /// The key of the entity.
    pub const KEY: u8 = 32;
    /// A relationship: expanded, not selected; sent to create, not to update.
    pub const NAVIGATION: u8 = 64;
    /// Sent to create, not to update.
    pub const IMMUTABLE: u8 = 128;

    /// The qualified name, without `#`.
    pub const fn type_name(&self) -> &'static str {
        match self.odata_type.split_at_checked(1) {
            Some((_, name)) => name,
            None => "",
        }
    }

    /// Whether the property with the number `index` is of `kind`.
    #[inline]
    pub(crate) fn is(&self, index: usize, kind: u8) -> bool {
        self.kinds[index] & kind != 0
    }

    /// Whether no value may be written as an entity's key that is not known: one that may be absent.
    #[inline]
    pub(crate) const fn is_optional_key(kinds: u8) -> bool {
        kinds & (Self::KEY | Self::DEFAULT) == Self::KEY | Self::DEFAULT
    }

    /// The number of the property `name`.
    pub(crate) fn search(&self, name: &str) -> Option<usize> {
        let found = self.order.binary_search_by(|&index| {
            let own = self.names[usize::from(index)];
            own.len().cmp(&name.len()).then_with(|| own.cmp(name))
        });
        found.ok().map(|at| usize::from(self.order[at]))
    }
}
