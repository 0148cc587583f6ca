//! Which file the slice is, and what it says. Each file is read once in a process, as long as it does not change.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::SystemTime;
use std::{env, fs, io};

use graph_entity_schema::Schema;
use proc_macro2::TokenStream;
use quote::quote;
use syn::LitStr;

use crate::attr::MetadataAttr;
use crate::errors::Errors;

/// Says which slice, if no key does.
const VARIABLE: &str = "GRAPH_ENTITY_SCHEMA";

/// The slice of an item.
pub(super) struct Slice {
    schema: Option<Arc<Schema>>,
    /// The file, if this is the first item of the crate that is compared with it.
    path: Option<String>,
    by_variable: bool,
}

impl Slice {
    pub(super) fn schema(&self) -> Option<&Schema> {
        self.schema.as_deref()
    }

    /// What makes cargo build again when the slice changes, or the variable.
    pub(super) fn tracking(&self) -> TokenStream {
        let variable = self.by_variable.then(|| {
            quote! {
                const _: ::core::option::Option<&'static ::core::primitive::str> =
                    ::core::option_env!("GRAPH_ENTITY_SCHEMA");
            }
        });
        let file = self.path.as_ref().map(|path| {
            quote! {
                const _: &[::core::primitive::u8] = ::core::include_bytes!(#path);
            }
        });
        quote!(#variable #file)
    }
}

/// The slice that `metadata` names, else the one of the variable. What is wrong with it is reported at the key, else at
/// what names the type.
pub(super) fn find(metadata: &MetadataAttr, named_by: Option<&LitStr>, errors: &mut Errors) -> Slice {
    let mut slice = Slice { schema: None, path: None, by_variable: metadata.file.is_none() };
    if metadata.unchecked.is_some() {
        return slice;
    }
    let variable = || env::var(VARIABLE).ok().filter(|path| !path.is_empty());
    let Some(given) = metadata.file.as_ref().map(LitStr::value).or_else(variable) else { return slice };
    // Cargo sets it. The compiler alone is started in the folder that paths are relative to.
    let path = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default().join(&given);
    slice.path = path.to_str().filter(|_| path.is_file() && is_first(&path)).map(str::to_owned);
    match read(&path) {
        Ok(schema) => slice.schema = Some(schema),
        Err(problem) => {
            let name = named_by.map(LitStr::value).filter(|name| name.contains('.'));
            let ty = name.as_deref().unwrap_or("TYPE");
            let by = if metadata.file.is_none() { " (`GRAPH_ENTITY_SCHEMA`)" } else { "" };
            let message = format!(
                "{problem}{by}; this writes a slice of the metadata: \
                 `cargo graph-entity slice --metadata METADATA {ty} > {given}`"
            );
            // Without either, that there is no name was reported.
            if let Some(literal) = metadata.file.as_ref().or(named_by) {
                errors.at(literal, message);
            }
        }
    }
    slice
}

/// Whether the file was not asked for before. One item of a crate is enough to tell cargo of it: each would have `rustc` read
/// it once more. A process of `rustc` compiles one crate; in an editor's nobody asks what a crate is made from.
fn is_first(path: &Path) -> bool {
    static PATHS: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
    PATHS.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned())
}

/// What a file was when it was read, and what it said.
struct Known {
    modified: Option<SystemTime>,
    length: u64,
    result: Result<Arc<Schema>, String>,
}

/// The schema in the file at `path`, or the message of what is wrong with it.
fn read(path: &Path) -> Result<Arc<Schema>, String> {
    static FILES: OnceLock<Mutex<HashMap<PathBuf, Known>>> = OnceLock::new();
    let failed = |error: &io::Error| match error.kind() {
        io::ErrorKind::NotFound => format!("there is no file `{}`", path.display()),
        _ => format!("`{}` can't be read: {error}", path.display()),
    };
    let about = fs::metadata(path).map_err(|error| failed(&error))?;
    let (modified, length) = (about.modified().ok(), about.len());
    let mut files = FILES.get_or_init(Mutex::default).lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = files.get(path)
        && (known.modified, known.length) == (modified, length)
    {
        return known.result.clone();
    }
    let result = match fs::read_to_string(path) {
        Ok(text) => graph_entity_schema::read(&text)
            .map(Arc::new)
            .map_err(|error| format!("`{}` is no metadata: {error}", path.display())),
        Err(error) => Err(failed(&error)),
    };
    files.insert(path.to_owned(), Known { modified, length, result: result.clone() });
    result
}

#[cfg(test)]
mod tests {
    use std::error::Error;
    use std::{env, fs, process};

    use super::read;

    fn slice(ty: &str) -> String {
        format!(r#"<Edmx><DataServices><Schema Namespace="a"><EntityType Name="{ty}"/></Schema></DataServices></Edmx>"#)
    }

    /// An editor's process expands macros for days.
    #[test]
    fn a_file_is_read_again_when_it_has_changed() -> Result<(), Box<dyn Error>> {
        let path = env::temp_dir().join(format!("graph-entity-slice-{}.xml", process::id()));
        let names = || read(&path).map(|schema| schema.types.iter().map(|ty| ty.name().to_owned()).collect::<Vec<_>>());
        let problem = || names().err().unwrap_or_default();
        let _ = fs::remove_file(&path);
        assert!(problem().starts_with("there is no file `"));
        fs::write(&path, slice("user"))?;
        assert_eq!([names()?, names()?], [["a.user"], ["a.user"]]);
        fs::write(&path, slice("group"))?;
        assert_eq!(names()?, ["a.group"]);
        fs::write(&path, "<Edmx>")?;
        assert!(problem().contains("is no metadata: line 1, column "), "{}", problem());
        fs::write(&path, [0xff])?;
        assert!(problem().contains("can't be read"), "{}", problem());
        fs::remove_file(&path)?;
        assert!(read(&env::temp_dir()).is_err());
        Ok(())
    }
}
