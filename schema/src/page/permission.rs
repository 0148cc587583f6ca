//! Who may create one: as the key `permission`, and what is left for the doc comment.

use super::facts::Facts;
use super::table::{Permission, Permissions};
use crate::import::address;
use crate::permissions::{self, Needed, Operation, PermissionKey};

impl Facts {
    /// Fills the keys: by the list, and by the page's table where the list does not tell who creates.
    pub(super) fn permit(&mut self, list: Option<&permissions::Permissions>) {
        self.permission = list.and_then(|list| address::permit(list, &mut self.collections));
        let all_tell =
            self.collections.iter().all(|one| one.permission.as_ref().is_some_and(|key| create(key).is_some()));
        if self.permission.is_none() && !all_tell {
            // It holds for the collections whose own key does not tell.
            self.permission = self.permissions.as_ref().and_then(key);
        }
    }

    /// What the table says and the keys do not: a paragraph for each kind.
    pub(super) fn permission_docs(&self) -> Vec<String> {
        let Some(permissions) = &self.permissions else { return Vec::new() };
        let paragraphs = [
            self.paragraph("work or school account", permissions.delegated_work.as_ref(), |needed| &needed.delegated),
            self.paragraph("personal account", permissions.delegated_personal.as_ref(), |needed| &needed.delegated),
            self.paragraph("application", permissions.application.as_ref(), |needed| &needed.application),
        ];
        paragraphs.into_iter().flatten().collect()
    }

    fn paragraph(&self, kind: &str, permission: Option<&Permission>, of: fn(&Needed) -> &[String]) -> Option<String> {
        let Permission { least, others } = permission?;
        let more = format!("`{}`", others.join("`, `"));
        let is_said = names(least).is_some_and(|least| self.creates().any(|needed| of(needed) == least));
        match (is_said, others.is_empty()) {
            (true, true) => None,
            (true, false) => Some(format!("More than needed to create ({kind}): {more}.")),
            (false, true) => Some(format!("Permission to create ({kind}): `{least}`.")),
            (false, false) => Some(format!("Permission to create ({kind}): `{least}`; more than needed: {more}.")),
        }
    }

    /// What the keys say of creating.
    fn creates(&self) -> impl Iterator<Item = &Needed> {
        let own = self.collections.iter().filter_map(|collection| collection.permission.as_ref());
        self.permission.iter().chain(own).filter_map(create)
    }
}

fn create(key: &PermissionKey) -> Option<&Needed> {
    key.operations.iter().find(|(operation, _)| *operation == Operation::Create).map(|(_, needed)| needed)
}

/// The key by the least permissions of the table, if it has some.
fn key(table: &Permissions) -> Option<PermissionKey> {
    let least = |permission: &Option<Permission>| names(&permission.as_ref()?.least);
    let delegated = least(&table.delegated_work).or_else(|| least(&table.delegated_personal)).unwrap_or_default();
    let needed = Needed { delegated, application: least(&table.application).unwrap_or_default() };
    (needed != Needed::default()).then(|| PermissionKey { operations: vec![(Operation::Create, needed)] })
}

/// The permissions of a cell, all of which are needed: `A.Read and B.Manage`. None if there are other words in it.
fn names(cell: &str) -> Option<Vec<String>> {
    let is_name = |name: &str| {
        !name.is_empty() && name.chars().all(|letter| letter.is_ascii_alphanumeric() || ".-_".contains(letter))
    };
    let names: Vec<String> = cell.split(" and ").map(|name| name.trim().to_owned()).collect();
    names.iter().all(|name| is_name(name)).then_some(names)
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn permissions_of_a_cell() {
        assert_eq!(names("A.Read").as_deref(), Some(&["A.Read".to_owned()][..]));
        assert_eq!(names("A.Read and B.Manage").map(|names| names.len()), Some(2));
        assert_eq!(names("A.Read (for users)"), None);
        assert_eq!(names(""), None);
    }
}
