//! Writes down which imported type reads what the samples declare, and how each is created: from the imported source.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use syn::{Attribute, Fields, Item, ItemStruct, Type};

fn main() {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let source = root.join("../../target/import/src/graph");
    let corpus = root.join("../../../shared/corpus");
    println!("cargo::rerun-if-changed={}", source.display());
    println!("cargo::rerun-if-changed={}", corpus.display());
    let mut types = BTreeMap::new();
    folder(&source, "imported::graph", &mut types);
    let named = named(&corpus);
    let mut text = String::from("entities! {\n");
    for (odata, ty) in types.iter().filter(|(odata, _)| named.contains(&odata.to_ascii_lowercase())) {
        let _ = writeln!(text, "    {odata:?} => {},", ty.family.as_ref().unwrap_or(&ty.path));
    }
    text.push_str("}\n\ncreates! {\n");
    let created = types.iter().filter(|(odata, ty)| named.contains(&odata.to_ascii_lowercase()) && ty.is_created);
    for (odata, ty) in created {
        let whole = ty.whole.iter().map(|(name, wire)| format!("{name} {wire:?}"));
        let (options, whole) = (ty.options.join(", "), whole.collect::<Vec<_>>().join(", "));
        let _ = writeln!(text, "    {odata:?} => {}: {options}; {whole}; {:?};", ty.path, ty.read_only);
    }
    let is_abstract = types.iter().filter(|(_, ty)| ty.is_abstract).map(|(odata, _)| odata);
    let _ = writeln!(text, "}}\n\nconst ABSTRACT: &[&str] = &{:?};", is_abstract.collect::<Vec<_>>());
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it")).join("registry.rs");
    fs::write(out, text).expect("the folder is ours");
}

/// An imported type.
#[derive(Default)]
struct Imported {
    path: String,
    /// The enum of the type and those derived from it.
    family: Option<String>,
    /// An entity type that is not abstract.
    is_created: bool,
    is_abstract: bool,
    /// The wire names of what only the service sets.
    read_only: Vec<String>,
    /// The fields that a create may set: `Option`s, and others with their names on the wire.
    options: Vec<String>,
    whole: Vec<(String, String)>,
}

/// The names of types in the samples, in lower case: what a row declares, and what a body to create says of itself.
fn named(corpus: &Path) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for file in ["bodies.ndjson", "creates.ndjson"] {
        let text = fs::read_to_string(corpus.join(file)).unwrap_or_default();
        for line in text.lines() {
            let row: serde_json::Value = serde_json::from_str(line).expect("each line is JSON");
            for name in [&row["type"], &row["request"]["@odata.type"]] {
                names.extend(name.as_str().map(|name| name.trim_start_matches('#').to_ascii_lowercase()));
            }
        }
    }
    names
}

/// A module as a folder: private files are parts of it, folders are modules within.
fn folder(folder: &Path, module: &str, types: &mut BTreeMap<String, Imported>) {
    for entry in fs::read_dir(folder).expect("run `just import-all` first") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            self::folder(&path, &format!("{module}::{name}"), types);
            continue;
        }
        let text = fs::read_to_string(&path).expect("it is text");
        let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        // Of a private file the parent exports all.
        let public = format!("pub mod {name};");
        let is_public = fs::read_to_string(folder.join("mod.rs")).is_ok_and(|parent| parent.contains(&public));
        let module = if is_public { format!("{module}::{name}") } else { module.to_owned() };
        file.items.iter().for_each(|item| of_item(item, &module, types));
    }
}

fn of_item(item: &Item, module: &str, types: &mut BTreeMap<String, Imported>) {
    match item {
        Item::Struct(item) => {
            let Some(keys) = keys(&item.attrs, &["graph_entity", "graph_complex"]) else { return };
            let ty = types.entry(keys.odata).or_default();
            ty.path = format!("{module}::{}", item.ident);
            ty.is_abstract = keys.flags.contains("abstract");
            ty.is_created = keys.is_entity && !ty.is_abstract;
            fields(item, ty);
        }
        Item::Enum(item) => {
            let Some(keys) = keys(&item.attrs, &["graph_entity", "graph_complex"]) else { return };
            types.entry(keys.odata).or_default().family = Some(format!("{module}::{}", item.ident));
        }
        _ => {}
    }
}

fn fields(item: &ItemStruct, ty: &mut Imported) {
    let Fields::Named(fields) = &item.fields else { return };
    for field in &fields.named {
        let Keys { flags, rename, .. } = keys(&field.attrs, &["graph"]).unwrap_or_default();
        let name = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
        let wire = rename.unwrap_or_else(|| camel_case(&name));
        if flags.contains("read_only") {
            ty.read_only.push(wire);
            continue;
        }
        let is_option = matches!(&field.ty, Type::Path(path)
            if path.path.segments.last().is_some_and(|last| last.ident == "Option"));
        if is_option { ty.options.push(name) } else { ty.whole.push((name, wire)) }
    }
}

/// As the derive does it with names that have no `rename`.
fn camel_case(name: &str) -> String {
    let mut words = name.trim_start_matches("r#").trim_end_matches('_').split('_');
    let mut camel = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        camel.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        camel.push_str(letters.as_str());
    }
    camel
}

/// What an attribute of ours says.
#[derive(Default)]
struct Keys {
    is_entity: bool,
    odata: String,
    rename: Option<String>,
    flags: BTreeSet<String>,
}

fn keys(attributes: &[Attribute], names: &[&str]) -> Option<Keys> {
    let mut keys = Keys::default();
    let attribute = attributes.iter().find(|one| names.iter().any(|name| one.path().is_ident(name)))?;
    keys.is_entity = attribute.path().is_ident("graph_entity");
    let parsed = attribute.parse_nested_meta(|meta| {
        let name = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
        if meta.input.peek(syn::Token![=]) {
            let value: syn::LitStr = meta.value()?.parse()?;
            match &*name {
                "odata" => keys.odata = value.value(),
                "rename" => keys.rename = Some(value.value()),
                _ => {}
            }
        } else if meta.input.peek(syn::token::Paren) {
            let content;
            syn::parenthesized!(content in meta.input);
            content.parse::<proc_macro2_stream::Stream>().map(drop)?;
        } else {
            keys.flags.insert(name);
        }
        Ok(())
    });
    parsed.expect("an attribute of ours");
    Some(keys)
}

/// All tokens of a list of keys, which nobody looks at.
mod proc_macro2_stream {
    pub struct Stream;

    impl syn::parse::Parse for Stream {
        fn parse(input: syn::parse::ParseStream<'_>) -> syn::Result<Self> {
            input.step(|cursor| {
                let mut rest = *cursor;
                while let Some((_, next)) = rest.token_tree() {
                    rest = next;
                }
                Ok((Self, rest))
            })
        }
    }
}
