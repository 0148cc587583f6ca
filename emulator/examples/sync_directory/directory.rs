//! What the copy has of a directory: users, groups, and who is a member of which group.

use graph_entity::delta::Delta;
use graph_entity::{Change, GraphEntity};

/// A user, as far as the copy has it.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.user", collection = "users")]
pub(crate) struct User {
    /// Key of the user.
    #[graph(key, read_only)]
    pub(crate) id: String,
    /// The name that people see.
    pub(crate) display_name: Option<String>,
    /// The address.
    pub(crate) mail: Option<String>,
}

/// A group, and what has changed among its members.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.group", collection = "groups")]
pub(crate) struct Group {
    /// Key of the group.
    #[graph(key, read_only)]
    pub(crate) id: String,
    /// The name that people see.
    pub(crate) display_name: Option<String>,
    /// What it is for.
    pub(crate) description: Option<String>,
    /// Who came and who went. A large group is told in pieces, each with some of them.
    #[graph(annotation = "members@delta")]
    pub(crate) members: Vec<Change<DirectoryObject>>,
}

/// A member of a group, be it a user, a device or another group: of each its key is enough.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.directoryObject", abstract)]
pub(crate) struct DirectoryObject {
    /// Key of the member.
    #[graph(key, read_only)]
    pub(crate) id: String,
}

/// An entity that has a table.
pub(crate) trait Row: GraphEntity {
    /// The name of the table, and of where its sync is.
    const TABLE: &'static str;
    /// The properties that have a column of the same name.
    const COLUMNS: [&'static str; 2];

    /// The changes that are asked for, from the beginning.
    fn changes() -> Delta<Self>;
    /// The values of the columns.
    fn values(&self) -> [Option<&str>; 2];
    /// The changes of its members.
    fn members(&self) -> &[Change<DirectoryObject>] {
        &[]
    }
}

impl Row for User {
    const TABLE: &'static str = "users";
    const COLUMNS: [&'static str; 2] = ["displayName", "mail"];

    fn changes() -> Delta<Self> {
        Self::collection().delta()
    }

    fn values(&self) -> [Option<&str>; 2] {
        [self.display_name.as_deref(), self.mail.as_deref()]
    }
}

impl Row for Group {
    const TABLE: &'static str = "groups";
    const COLUMNS: [&'static str; 2] = ["displayName", "description"];

    fn changes() -> Delta<Self> {
        Self::collection().delta()
    }

    fn values(&self) -> [Option<&str>; 2] {
        [self.display_name.as_deref(), self.description.as_deref()]
    }

    fn members(&self) -> &[Change<DirectoryObject>] {
        &self.members
    }
}
