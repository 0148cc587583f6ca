//! Reads the metadata of Microsoft Graph, and of any other OData service: CSDL, as `$metadata` serves it.
pub mod model;
