//! The permissions as text for people, and as JSON for programs.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Entity, Request, Scopes, Set};

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// What all need together.
    Set,
    /// What each entity needs too.
    Entities,
    /// And what each request needs.
    Requests,
}

impl Scopes {
    /// The permissions as text. Writing to a string can't fail, so nothing is made of its results.
    #[must_use]
    pub fn text(&self, detail: Detail) -> String {
        let mut text = String::new();
        let set = self.set();
        for (kind, names) in [("Delegated", &set.delegated), ("Application", &set.application)] {
            let _ = writeln!(text, "{kind}:");
            for name in names {
                let _ = writeln!(text, "  {name}");
            }
            if names.is_empty() {
                text.push_str("  none is known\n");
            }
        }
        if detail >= Detail::Entities {
            for entity in self.entities.iter().filter(|entity| !entity.requests.is_empty()) {
                let _ = writeln!(text, "\n{} ({}:{})", entity.name, entity.file, entity.line);
                write_set(&mut text, "  ", &entity.set());
                if detail == Detail::Requests {
                    entity.requests.iter().for_each(|request| write_request(&mut text, request));
                }
            }
        }
        text
    }

    /// The permissions as JSON: an object with `delegated` and `application`, and `entities` if they are told.
    #[must_use]
    pub fn json(&self, detail: Detail) -> String {
        let mut document = of_set(&self.set());
        if detail >= Detail::Entities {
            document["entities"] = self.entities.iter().map(|entity| of_entity(entity, detail)).collect();
        }
        format!("{document:#}\n")
    }

    /// What is not known, a sentence for each entity.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let untold = self.entities.iter().filter(|entity| !entity.untold.is_empty());
        let note = |Entity { name, file, line, untold, .. }: &Entity| {
            format!("{file}:{line}: no `permission` key tells what `{name}` needs at `{}`", untold.join("`, `"))
        };
        untold.map(note).collect()
    }
}

fn write_set(text: &mut String, indent: &str, set: &Set<'_>) {
    for (kind, names) in [("delegated", &set.delegated), ("application", &set.application)] {
        let names = names.iter().copied().collect::<Vec<_>>().join(", ");
        let _ = writeln!(text, "{indent}{kind:<11}  {}", if names.is_empty() { "none is known" } else { &names });
    }
}

fn write_request(text: &mut String, request: &Request) {
    let _ = writeln!(text, "  {} {}", request.operation.method(), request.path);
    write_set(text, "    ", &Set::of([request].into_iter()));
}

fn of_set(set: &Set<'_>) -> Value {
    json!({ "delegated": set.delegated, "application": set.application })
}

fn of_entity(entity: &Entity, detail: Detail) -> Value {
    let mut object = of_set(&entity.set());
    object["name"] = entity.name.as_str().into();
    object["file"] = entity.file.as_str().into();
    object["line"] = entity.line.into();
    object["untold"] = entity.untold.iter().map(String::as_str).collect();
    if detail == Detail::Requests {
        object["requests"] = entity.requests.iter().map(of_request).collect();
    }
    object
}

fn of_request(request: &Request) -> Value {
    let mut object = of_set(&Set::of([request].into_iter()));
    object["operation"] = request.operation.name().into();
    object["method"] = request.operation.method().into();
    object["path"] = request.path.as_str().into();
    object
}
