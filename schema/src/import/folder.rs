//! All types as the files of a folder.

use std::collections::{BTreeMap, BTreeSet};

use super::Importer;
use super::names::Home;
use super::scope::Scope;
use crate::source::{File, in_order};

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its path from the folder, with `/` between.
    pub path: String,
    /// What is in it.
    pub text: String,
}

/// The types of each module, and the modules in it.
#[derive(Default)]
struct Module<'a> {
    types: Vec<&'a str>,
    files: BTreeSet<String>,
    namespaces: BTreeSet<String>,
}

pub(super) fn files(importer: &Importer<'_>, progress: &mut dyn FnMut(usize, usize)) -> Vec<SourceFile> {
    let modules = modules(importer);
    let (mut done, total) = (0, importer.chosen.types.len());
    let mut files = Vec::new();
    for (home, mut module) in modules {
        let mut scope = Scope::of(importer.names, home.clone());
        let mut file = File {
            modules: module.files.iter().cloned().collect(),
            public_modules: module.namespaces.iter().cloned().collect(),
            ..File::default()
        };
        if home == Home::default() {
            let version = &importer.options.version;
            file.docs.push(format!("All types of the metadata, version {version}: a module for each namespace."));
        }
        module.types.sort_by(|a, b| in_order(importer.names.own(a), importer.names.own(b)));
        for ty in module.types {
            file.items.extend(importer.items(ty, &mut scope));
            done += 1;
            progress(done, total);
        }
        file.uses = scope.into_uses();
        let inner = !(module.files.is_empty() && module.namespaces.is_empty());
        files.push(SourceFile { path: path(&home, inner), text: file.text() });
    }
    files
}

fn modules<'a>(importer: &Importer<'a>) -> BTreeMap<Home, Module<'a>> {
    let mut modules: BTreeMap<Home, Module<'a>> = BTreeMap::from([(Home::default(), Module::default())]);
    for ty in &importer.chosen.types {
        let Some(home) = importer.names.home(ty) else { continue };
        modules.entry(home.clone()).or_default().types.push(ty);
        let mut namespace = home.namespace.clone();
        if let Some(file) = &home.file {
            let parent = Home { namespace: namespace.clone(), file: None };
            modules.entry(parent).or_default().files.insert(file.clone());
        }
        while let Some(last) = namespace.pop() {
            let parent = Home { namespace: namespace.clone(), file: None };
            modules.entry(parent).or_default().namespaces.insert(last);
        }
    }
    modules
}

/// The root, and what has files in it, is a `mod.rs`.
fn path(home: &Home, inner: bool) -> String {
    let mut segments = home.path();
    if inner || segments.is_empty() {
        segments.push("mod".to_owned());
    }
    format!("{}.rs", segments.join("/"))
}
