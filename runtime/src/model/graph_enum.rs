//! Enums: by the names of their members, of which a service may send new ones at any time (W3).

use std::borrow::Cow;

use crate::edm::{LiteralForm, Text};

/// An enum of the service's: its members by name, and a variant that keeps the name of any other.
///
/// `#[derive(GraphEnum)]` implements it.
/// ```
/// use graph_entity::GraphEnum;
///
/// #[derive(Debug, Clone, PartialEq, GraphEnum)]
/// #[graph_enum(odata = "microsoft.graph.importance")]
/// enum Importance {
///     Low,
///     Normal,
///     High,
///     #[graph(unrecognized)]
///     Unrecognized(String),
/// }
///
/// assert_eq!(Importance::from_name("HIGH"), Importance::High);
/// assert_eq!(Importance::from_name("urgent"), Importance::Unrecognized("urgent".to_owned()));
/// assert_eq!(Importance::Low.name(), "low");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a Microsoft Graph enum",
    label = "not an enum of the service's",
    note = "add `#[derive(GraphEnum)]` to `{Self}`"
)]
pub trait GraphEnum: Sized + 'static {
    /// The qualified name of the type, without `#`.
    const ODATA_TYPE: &'static str;
    /// The names of the members, in the order of the variants.
    const MEMBERS: &'static [&'static str];

    /// The member with this number in [`Self::MEMBERS`].
    #[doc(hidden)]
    fn member(index: usize) -> Self;
    /// The variant that keeps a name.
    #[doc(hidden)]
    fn unrecognized(name: String) -> Self;

    /// The member's name on the wire.
    fn name(&self) -> &str;

    /// The member of this name. Services differ in case; a name that no member has is kept.
    fn from_name(name: &str) -> Self {
        match search(Self::MEMBERS, name) {
            Ok(index) => Self::member(index),
            Err(name) => Self::unrecognized(name),
        }
    }
}

/// The number of the member of this name, whatever its case, or the name itself. Compiled once for all enums.
#[inline(never)]
fn search(members: &[&str], name: &str) -> Result<usize, String> {
    let exact = members.iter().position(|member| *member == name);
    exact.or_else(|| members.iter().position(|member| member.eq_ignore_ascii_case(name))).ok_or_else(|| name.to_owned())
}

/// What stands for members that a client does not know of. A service refuses it (W3).
const SENTINEL: &str = "unknownFutureValue";

/// Why a service takes no such member, if it does not.
pub(crate) fn refusal(name: &str) -> Option<&'static str> {
    (name == SENTINEL)
        .then_some("`unknownFutureValue` stands for members that a client does not know; it is never sent")
}

#[diagnostic::do_not_recommend]
impl<T: GraphEnum> Text for T {
    const EXPECTED: &'static str = "the name of an enum's member";
    const EMPTY_IS_NULL: bool = false;
    const TAKES_NUMBERS: bool = true;
    const LITERAL: LiteralForm = LiteralForm::Enum(T::ODATA_TYPE);

    fn from_text(text: &str) -> Option<Self> {
        Some(T::from_name(text))
    }

    fn to_text(&self) -> Cow<'_, str> {
        self.name().into()
    }

    fn placeholder() -> Self {
        T::unrecognized(String::new())
    }
}
