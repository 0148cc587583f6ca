//! What a file says for names: those of other modules by a `use`.

use std::collections::{BTreeSet, HashMap};

use super::names::{Home, Names, namespace_prefix};
use crate::source::Derive;

/// A file while it is written.
pub(super) struct Scope<'a> {
    names: &'a Names<'a>,
    home: Home,
    uses: BTreeSet<String>,
    /// The names that are used here, and what they are of.
    locals: HashMap<String, String>,
}

impl<'a> Scope<'a> {
    pub(super) fn flat(names: &'a Names<'a>) -> Self {
        Self::of(names, Home::default())
    }

    pub(super) fn of(names: &'a Names<'a>, home: Home) -> Self {
        Self { names, home, uses: BTreeSet::new(), locals: HashMap::new() }
    }

    pub(super) fn into_uses(self) -> Vec<String> {
        self.uses.into_iter().collect()
    }

    /// A name of the runtime.
    pub(super) fn runtime(&mut self, name: &'static str) -> &'static str {
        self.uses.insert(format!("graph_entity::{name}"));
        name
    }

    /// A derive of the runtime.
    pub(super) fn derive(&mut self, derive: Derive) -> Derive {
        self.runtime(derive.name());
        derive
    }

    /// A name of the runtime's `edm`.
    pub(super) fn edm(&mut self, name: &'static str) -> &'static str {
        self.uses.insert(format!("graph_entity::edm::{name}"));
        name
    }

    /// What a type is called where it is defined, which is here.
    pub(super) fn own(&self, ty: &str) -> String {
        self.names.own(ty).to_owned()
    }

    pub(super) fn own_family(&self, ty: &str) -> String {
        self.names.family(ty).to_owned()
    }

    /// What a type is called here.
    pub(super) fn refer(&mut self, ty: &str) -> String {
        let name = self.names.own(ty);
        self.import(ty, name)
    }

    /// What a type's family is called here.
    pub(super) fn refer_family(&mut self, ty: &str) -> String {
        let name = self.names.family(ty);
        self.import(ty, name)
    }

    fn import(&mut self, ty: &str, name: &'a str) -> String {
        let home = match self.names.home(ty) {
            Some(home) if *home != self.home => home,
            _ => return name.to_owned(),
        };
        let path = format!("{}::{name}", self.way(home));
        let foreign = home.namespace != self.home.namespace;
        let mut local = name.to_owned();
        // Another of this name may be in the file.
        if foreign {
            let mut number = 2;
            while self.names.is_taken(&self.home.namespace, &local)
                || self.locals.get(&local).is_some_and(|other| *other != path)
            {
                local = if number == 2 {
                    format!("{}{name}", namespace_prefix(ty))
                } else {
                    format!("{}{name}{number}", namespace_prefix(ty))
                };
                number += 1;
            }
        }
        let renamed = if local == name { String::new() } else { format!(" as {local}") };
        self.uses.insert(format!("{path}{renamed}"));
        self.locals.insert(local.clone(), path);
        local
    }

    /// The path from here to the module of a namespace.
    fn way(&self, home: &Home) -> String {
        let here = self.home.path();
        let common = here.iter().zip(&home.namespace).take_while(|(a, b)| a == b).count();
        let mut way = vec!["super"; here.len() - common];
        if way.is_empty() {
            way.push("self");
        }
        way.extend(home.namespace.iter().skip(common).map(String::as_str));
        way.join("::")
    }
}
