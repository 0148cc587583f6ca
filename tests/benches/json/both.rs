//! Types on both sides of the comparison, with the same properties.

/// Entities of one case, as ours and as serde_derive's. Each property is an `Option`, as a service may leave out what it
/// likes; `ours` and `theirs` are the fields that each side writes in its own way, `last` those of serde_derive's that come
/// after the properties.
macro_rules! both {
    ($(
        $name:ident ($odata:literal) {
            ours { $($ours:tt)* }
            theirs { $($theirs:tt)* }
            both { $($field:ident: $ty:ty,)* }
            $(last { $($last:tt)* })?
        }
    )*) => {
        pub mod ours {
            use graph_entity::GraphEntity;

            #[allow(unused_imports)]
            use crate::both::ours::*;
            $(
                #[derive(Debug, Clone, PartialEq, GraphEntity)]
                #[graph_entity(odata = $odata)]
                pub struct $name {
                    $($ours)*
                    $(pub $field: Option<$ty>,)*
                }
            )*
        }

        pub mod theirs {
            use serde::{Deserialize, Serialize};

            #[allow(unused_imports)]
            use crate::both::theirs::*;
            $(
                #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
                #[serde(rename_all = "camelCase")]
                pub struct $name {
                    $($theirs)*
                    $(#[serde(skip_serializing_if = "Option::is_none")] pub $field: Option<$ty>,)*
                    $($($last)*)?
                }
            )*
        }
    };
}

/// The answer that the entities come in, `{"value": […]}`.
macro_rules! page {
    ($ours:ty, $theirs:ty) => {
        #[derive(Debug, Clone, PartialEq, graph_entity::GraphEntity)]
        #[graph_entity(odata = "bench.page", untagged)]
        pub struct OurPage {
            pub value: Vec<$ours>,
        }

        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct TheirPage {
            pub value: Vec<$theirs>,
        }
    };
}

pub(crate) use {both, page};

pub mod ours {
    use graph_entity::{GraphComplex, GraphEnum};

    #[derive(Debug, Clone, PartialEq, GraphEnum)]
    #[graph_enum(odata = "microsoft.graph.complianceState")]
    pub enum ComplianceState {
        Compliant,
        Noncompliant,
        Conflict,
        Error,
        InGracePeriod,
        #[graph(unrecognized)]
        Unrecognized(String),
    }

    #[derive(Debug, Clone, PartialEq, GraphComplex)]
    #[graph_complex(odata = "microsoft.graph.physicalAddress", untagged)]
    pub struct PhysicalAddress {
        pub city: Option<String>,
        pub country_or_region: Option<String>,
        pub postal_code: Option<String>,
        pub street: Option<String>,
    }
}

pub mod theirs {
    use serde::{Deserialize, Serialize};

    /// Has no place for a member that is not named: ours does more.
    #[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub enum ComplianceState {
        Compliant,
        Noncompliant,
        Conflict,
        Error,
        InGracePeriod,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct PhysicalAddress {
        #[serde(skip_serializing_if = "Option::is_none")]
        pub city: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub country_or_region: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub postal_code: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub street: Option<String>,
    }

    /// The type of a struct that is not chosen by it: read and compared as ours does, and kept without an allocation.
    #[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
    pub enum Type {
        #[serde(rename = "#microsoft.graph.managedDevice")]
        ManagedDevice,
    }
}
