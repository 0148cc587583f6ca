//! Without the feature `schema`: nothing is compared.

use proc_macro2::TokenStream;

use crate::errors::Errors;
use crate::input::Input;
use crate::input::members::EnumInput;

#[derive(Default)]
pub(crate) struct Compared {
    pub(crate) edm: Option<TokenStream>,
    pub(crate) items: TokenStream,
}

pub(crate) fn compare(_: &Input<'_>, _: &mut Errors) -> Compared {
    Compared::default()
}

pub(crate) fn compare_enum(_: &EnumInput<'_>, _: &mut Errors) -> Compared {
    Compared::default()
}
