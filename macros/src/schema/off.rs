//! Without the feature `schema`: nothing is compared.

use proc_macro2::TokenStream;

use crate::errors::Errors;
use crate::input::Input;
use crate::input::members::EnumInput;

pub(crate) fn compare(_: &Input<'_>, _: &mut Errors) -> TokenStream {
    TokenStream::new()
}

pub(crate) fn compare_enum(_: &EnumInput<'_>, _: &mut Errors) -> TokenStream {
    TokenStream::new()
}
