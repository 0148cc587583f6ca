//! What a family does not name.

use super::extra::Extra;
use super::fields::{Fields, Table, Values, node};
use super::shape::Shape;
use super::slot::{Place, SlotMut, SlotRef};
use super::value::Value;
use crate::__private::fits::Edm;

/// A value of a type that a family has no variant for: its name and its members, kept and written back.
///
/// A service adds types at any time: to Graph that is no breaking change, which is why each family has a variant for this.
///
/// `Debug` shows the names of the members only, as [`Extra`] does.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Unrecognized {
    /// The qualified name of the type, without `#`; `None` if the service told none.
    pub odata_type: Option<String>,
    /// Everything but `@odata.type`.
    pub members: Extra,
}

static SHAPE: Shape = Shape { odata_type: "", flags: Shape::UNTAGGED, names: &[], kinds: &[], order: &[] };

impl Fields for Unrecognized {
    fn shape(&self) -> &'static Shape {
        &SHAPE
    }

    fn slot(&mut self, _: usize) -> SlotMut<'_> {
        unreachable!("there are no properties")
    }

    fn each<'a>(&'a self, _: &mut dyn Values<'a>) {}

    fn extra(&self) -> Option<&Extra> {
        Some(&self.members)
    }

    fn extra_mut(&mut self) -> Option<&mut Extra> {
        Some(&mut self.members)
    }

    fn kept_type(&self) -> Option<&Option<String>> {
        Some(&self.odata_type)
    }

    fn kept_type_mut(&mut self) -> Option<&mut Option<String>> {
        Some(&mut self.odata_type)
    }
}

impl Table for Unrecognized {
    const SHAPE: &'static Shape = &SHAPE;
}

impl Value for Unrecognized {
    const EDM: Edm = Edm::Object;

    fn empty() -> Self {
        Self::default()
    }

    fn place(place: Place<'_, Self>) -> SlotMut<'_> {
        node(place)
    }

    fn get(&self) -> SlotRef<'_> {
        SlotRef::Node(self)
    }
}

super::write::object_impls!(Unrecognized);
