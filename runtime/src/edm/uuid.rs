//! The type of uuid 1.

use ::uuid::Uuid;

use super::impls::text_through;
use super::{Guid, Text};

/// In lower case.
impl From<Uuid> for Guid {
    fn from(uuid: Uuid) -> Self {
        let mut buffer = Uuid::encode_buffer();
        Self::from_text(uuid.hyphenated().encode_lower(&mut buffer)).unwrap_or(Self::NIL)
    }
}

impl From<Guid> for Uuid {
    fn from(guid: Guid) -> Self {
        Uuid::from_u128(guid.key())
    }
}

text_through! {
    Uuid => Guid, Uuid::nil();
}

#[cfg(test)]
mod tests {
    use ::uuid::Uuid;

    use crate::edm::testing::{assert_all, assert_none};
    use crate::edm::{Guid, Text};

    #[test]
    fn guids_are_read() {
        assert_all::<Uuid>(&[
            ("6E7B768E-07E2-4810-8459-485F84F8F204", "6e7b768e-07e2-4810-8459-485f84f8f204"),
            ("00000000-0000-0000-0000-000000000000", "00000000-0000-0000-0000-000000000000"),
        ]);
        // uuid itself would read both.
        assert_none::<Uuid>(&["{6e7b768e-07e2-4810-8459-485f84f8f204}", "6e7b768e07e248108459485f84f8f204"]);
    }

    #[test]
    fn a_random_uuid_comes_back() {
        let mut random = fastrand::Rng::with_seed(10);
        for _ in 0..1000 {
            let uuid = Uuid::from_u128(random.u128(..));
            assert_eq!(Uuid::from(Guid::from(uuid)), uuid);
            assert_eq!(Uuid::from_text(&uuid.to_string()), Some(uuid));
        }
    }
}
