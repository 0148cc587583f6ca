//! What the types are called in Rust, and in which module and file each is.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::chosen::Chosen;
use crate::lookup::namespace;
use crate::names::{first_word, is_type_taken, module_name, type_name};

/// Up to so many types of a namespace are in one file.
const ONE_FILE: usize = 64;
/// So many types with one first word have a file of their own.
const OWN_FILE: usize = 8;

/// The module of a type.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Home {
    /// The path of its namespace's module, from the root; empty for the root itself.
    pub(super) namespace: Vec<String>,
    /// The private module in there, if the namespace is more than one file.
    pub(super) file: Option<String>,
}

impl Home {
    /// From the root.
    pub(super) fn path(&self) -> Vec<String> {
        self.namespace.iter().chain(&self.file).cloned().collect()
    }
}

/// The names of all types that are imported.
pub(super) struct Names<'a> {
    own: HashMap<&'a str, String>,
    families: HashMap<&'a str, String>,
    homes: HashMap<&'a str, Home>,
    /// All names in a namespace.
    taken: HashMap<Vec<String>, HashSet<String>>,
    /// How far the numbers of names that are taken have come.
    numbers: HashMap<(Vec<String>, String), usize>,
}

impl<'a> Names<'a> {
    /// All in one file.
    pub(super) fn flat(chosen: &Chosen<'a>) -> Self {
        Self::new(chosen, HashMap::new(), |_| Home::default())
    }

    /// In a module for each namespace.
    pub(super) fn in_modules(chosen: &Chosen<'a>) -> Self {
        let mut seen = HashSet::new();
        let namespaces: Vec<&str> =
            chosen.types.iter().map(|ty| namespace(ty)).filter(|name| seen.insert(*name)).collect();
        let root = namespaces.iter().find(|name| **name == "microsoft.graph").or(namespaces.first()).copied();
        let modules: HashMap<&str, Vec<String>> =
            namespaces.iter().map(|name| (*name, modules(name, root.unwrap_or_default()))).collect();
        let files = files(chosen, &modules);
        // A module is a name where it stands.
        let mut taken: HashMap<Vec<String>, HashSet<String>> = HashMap::new();
        for path in modules.values() {
            for (at, name) in path.iter().enumerate() {
                let parent = path.iter().take(at).cloned().collect();
                taken.entry(parent).or_default().insert(name.clone());
            }
        }
        Self::new(chosen, taken, |ty| Home {
            namespace: modules.get(namespace(ty)).cloned().unwrap_or_default(),
            file: files.get(ty).cloned(),
        })
    }

    fn new(chosen: &Chosen<'a>, taken: HashMap<Vec<String>, HashSet<String>>, home: impl Fn(&'a str) -> Home) -> Self {
        let mut names = Self {
            own: HashMap::new(),
            families: HashMap::new(),
            homes: HashMap::new(),
            taken,
            numbers: HashMap::new(),
        };
        // Graph's own types go first: what collides with one of them has its namespace in the name.
        let (first, rest): (Vec<&str>, Vec<&str>) =
            chosen.types.iter().partition(|ty| namespace(ty) == "microsoft.graph");
        for ty in first.into_iter().chain(rest) {
            let home = home(ty);
            let name = names.free(&home, ty, "");
            names.own.insert(ty, name);
            if chosen.families.contains_key(ty) {
                let name = names.free(&home, ty, "Any");
                names.families.insert(ty, name);
            }
            names.homes.insert(ty, home);
        }
        names
    }

    /// A name that no other type of the module has, and no builder.
    fn free(&mut self, home: &Home, ty: &str, before: &str) -> String {
        let taken = self.taken.entry(home.namespace.clone()).or_default();
        let short = format!("{before}{}", type_name(ty));
        let long = format!("{before}{}{}", namespace_prefix(ty), type_name(ty));
        let is_free =
            |name: &str| !is_type_taken(name) && !taken.contains(name) && !taken.contains(&format!("{name}Builder"));
        let mut name = if is_free(&short) { short } else { long.clone() };
        if !is_free(&name) {
            let number = self.numbers.entry((home.namespace.clone(), long.clone())).or_insert(1);
            while !is_free(&name) {
                *number += 1;
                name = format!("{long}{number}");
            }
        }
        taken.insert(name.clone());
        taken.insert(format!("{name}Builder"));
        name
    }

    pub(super) fn own(&self, ty: &str) -> &str {
        self.own.get(ty).map_or("", String::as_str)
    }

    pub(super) fn family(&self, ty: &str) -> &str {
        self.families.get(ty).map_or("", String::as_str)
    }

    pub(super) fn home(&self, ty: &str) -> Option<&Home> {
        self.homes.get(ty)
    }

    /// Whether a name is another's in a namespace.
    pub(super) fn is_taken(&self, namespace: &[String], name: &str) -> bool {
        is_type_taken(name) || self.taken.get(namespace).is_some_and(|names| names.contains(name))
    }
}

/// `Security` of `microsoft.graph.security.alert`.
pub(super) fn namespace_prefix(ty: &str) -> String {
    type_name(namespace(ty))
}

/// `partners`, `billing` of `microsoft.graph.partners.billing`, where `microsoft.graph` is the root.
fn modules(name: &str, root: &str) -> Vec<String> {
    let below = match name.strip_prefix(root) {
        Some("") => return Vec::new(),
        Some(rest) => rest.strip_prefix('.').unwrap_or(name),
        None => name,
    };
    below.split('.').map(module_name).collect()
}

/// The files of the types whose namespaces have more than one: by the first word of the name, or its first letter.
fn files<'a>(chosen: &Chosen<'a>, modules: &HashMap<&str, Vec<String>>) -> HashMap<&'a str, String> {
    let mut groups: BTreeMap<(&str, String), Vec<&'a str>> = BTreeMap::new();
    let mut sizes: HashMap<&str, usize> = HashMap::new();
    for ty in &chosen.types {
        *sizes.entry(namespace(ty)).or_default() += 1;
        groups.entry((namespace(ty), first_word(ty))).or_default().push(ty);
    }
    // Modules of namespaces, among which a file must not be.
    let children: HashSet<&String> = modules.values().flatten().collect();
    let mut files = HashMap::new();
    for ((namespace, word), types) in groups {
        if sizes.get(namespace).is_none_or(|size| *size <= ONE_FILE) {
            continue;
        }
        let name = if types.len() < OWN_FILE { word.chars().take(1).collect() } else { word };
        let keyword = crate::names::fields([&*name]).iter().any(|own| own.rust != name);
        let unfit = keyword || children.contains(&name) || ["mod", "lib", "main"].contains(&&*name);
        let name = if unfit { format!("{name}_types") } else { name };
        files.extend(types.into_iter().map(|ty| (ty, name.clone())));
    }
    files
}
