//! Nothing: the tests of this workspace are in the test targets of this crate.
