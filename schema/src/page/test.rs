//! The text of a test that builds the page's sample and looks at the request, formatted as `rustfmt` does it.

use std::fmt::Write as _;

use serde_json::Value;

use super::facts::{Enum, Facts, Field, FieldType};
use super::http;
use super::json::Json;
use super::read::Page;
use crate::import::Address;
use crate::names;
use crate::source::WIDTH;

/// The widest arguments, and the widest chain and array, that stay on one line.
const ARGUMENTS: usize = 60;
/// The widest items that share a line with others where an array has several lines.
const SHORT: usize = 10;

/// A module with the test, which belongs below the struct of the same page; nothing if there is no collection.
pub fn test(page: &Page, facts: &Facts) -> String {
    let Some((collection, ids)) = target(page, facts) else { return String::new() };
    let sent = sent(page, facts);
    let mut body = vec![("@odata.type".to_owned(), Value::String(format!("#{}", facts.odata)))];
    body.extend(sent.iter().map(|(field, value)| (field.wire.clone(), value.clone())));
    let body = Json::Object(body);

    let chain = chain(facts, &sent);
    let path = format!("{:?}", path(&collection.path, &ids));
    let expected = body.expression(2);
    let mut text = String::from("#[cfg(test)]\nmod tests {\n");
    if expected.starts_with("json!") || chain.contains("json!") {
        text.push_str("    use serde_json::json;\n\n");
    }
    text.push_str(&imports(facts, &chain));
    text.push_str("    /// The request is that of the reference page.\n    #[test]\n");
    text.push_str("    fn the_request_is_that_of_the_page() -> Result<(), Box<dyn std::error::Error>> {\n");
    text.push_str(&constructor(facts, collection, &ids));
    let _ = writeln!(text, "        let request = {chain};");
    text.push_str("        assert_eq!(request.method(), \"POST\");\n");
    let _ = writeln!(text, "        assert_eq!(request.version(), Some({:?}));", facts.version);
    let assert = format!("        assert_eq!(request.path(), {path});");
    if assert.len() <= WIDTH && path.len() + "request.path(), ".len() <= ARGUMENTS {
        let _ = writeln!(text, "{assert}");
    } else {
        let _ = writeln!(text, "        assert_eq!(\n            request.path(),\n            {path}\n        );");
    }
    text.push_str("        let body: serde_json::Value = serde_json::from_slice(request.body())?;\n");
    let _ = writeln!(text, "        let expected = {expected};");
    text.push_str("        assert_eq!(body, expected);\n        Ok(())\n    }\n}\n");
    text
}

/// The collection that the sample's URL is of, and its ids; placeholders where the sample has none.
fn target<'a>(page: &Page, facts: &'a Facts) -> Option<(&'a Address, Vec<String>)> {
    let url = page.sample.as_ref().map_or("", |sample| &sample.url);
    let matched = facts.collections.iter().find_map(|one| Some((one, http::ids(&one.path, url)?)));
    let (collection, ids) = match matched {
        Some((one, ids)) => (one, ids),
        None => (facts.collections.first()?, Vec::new()),
    };
    let parameters = collection.path.split('/').filter_map(names::parameter);
    let mut ids = ids.into_iter();
    let values = parameters.map(|parameter| {
        let id = ids.next().flatten().filter(|id| !id.contains('%'));
        id.unwrap_or_else(|| parameter.chars().take_while(char::is_ascii_alphanumeric).collect())
    });
    Some((collection, values.collect()))
}

/// The fields that the sample sends, and those that have to be sent, with their values.
fn sent<'a>(page: &Page, facts: &'a Facts) -> Vec<(&'a Field, Value)> {
    let fields = facts.fields.iter().filter(|field| !field.read_only);
    fields
        .filter_map(|field| match page.sent(&field.wire) {
            Some(sent) => Some((field, facts.value(field, sent))),
            None => field.required.then(|| (field, facts.placeholder(field))),
        })
        .collect()
}

/// The path with the ids in place of the parameters, as the request has it.
fn path(template: &str, ids: &[String]) -> String {
    let mut ids = ids.iter();
    let segment = |segment: &str| match names::parameter(segment).and_then(|_| ids.next()) {
        Some(id) => encoded(id),
        None => segment.to_owned(),
    };
    template.split('/').map(segment).collect::<Vec<_>>().join("/")
}

fn encoded(id: &str) -> String {
    let mut text = String::with_capacity(id.len());
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

/// What the module uses of the one around it.
fn imports(facts: &Facts, chain: &str) -> String {
    let mut names: Vec<&str> = vec![&facts.name];
    let enums = facts.enums.iter().map(|ty| &*ty.name);
    names.extend(enums.filter(|name| chain.contains(&format!("{name}::"))));
    if chain.contains("edm::") {
        names.push("edm");
    }
    names.sort_by_key(|name| (name.starts_with(char::is_lowercase), *name));
    let list = match &*names {
        [one] => (*one).to_owned(),
        more => format!("{{{}}}", more.join(", ")),
    };
    let line = format!("    use super::{list};\n\n");
    // A list of imports keeps clear of the edge.
    if line.trim_end().len() + 2 <= WIDTH {
        return line;
    }
    format!("    use super::{{\n{}    }};\n\n", filled(8, WIDTH - 1, names))
}

/// As many items in a line as it can take.
fn filled<'a>(indent: usize, width: usize, items: impl IntoIterator<Item = &'a str>) -> String {
    let mut lines = String::new();
    let mut line = " ".repeat(indent - 1);
    for item in items {
        if line.len() + item.len() + 2 > width && !line.trim().is_empty() {
            let _ = writeln!(lines, "{line}");
            line = " ".repeat(indent - 1);
        }
        let _ = write!(line, " {item},");
    }
    let _ = writeln!(lines, "{line}");
    lines
}

/// The calls that build the request.
fn chain(facts: &Facts, sent: &[(&Field, Value)]) -> String {
    let mut calls = vec!["collection".to_owned(), ".create()".to_owned()];
    calls.extend(sent.iter().map(|(field, value)| setter(facts, field, value)));
    calls.push(".request()?".to_owned());
    let line = calls.concat();
    if line.len() < ARGUMENTS { line } else { calls.join("\n            ") }
}

/// The call of the constructor: in the line of the `let`, else in the next one, else with a line for each id.
fn constructor(facts: &Facts, collection: &Address, ids: &[String]) -> String {
    let name =
        collection.name.clone().unwrap_or_else(|| names::constructor(&collection.path, false).unwrap_or_default());
    let ids: Vec<String> = ids.iter().map(|id| format!("{id:?}")).collect();
    let start = format!("{}::{name}(", facts.name);
    let line = format!("{start}{});", ids.join(", "));
    let start_of_line = "        let collection = ";
    let is_wide = ids.len() > 1 && ids.join(", ").len() > ARGUMENTS;
    if start_of_line.len() + line.len() <= WIDTH && !is_wide {
        format!("{start_of_line}{line}\n")
    } else if 12 + line.len() <= WIDTH && !is_wide {
        format!("        let collection =\n            {line}\n")
    } else {
        let (first, indent) = if start_of_line.len() + start.len() <= WIDTH {
            (start_of_line.to_owned(), "        ")
        } else {
            ("        let collection =\n            ".to_owned(), "            ")
        };
        let ids: String = ids.iter().fold(String::new(), |ids, id| format!("{ids}{indent}    {id},\n"));
        format!("{first}{start}\n{ids}{indent});\n")
    }
}

fn setter(facts: &Facts, field: &Field, value: &Value) -> String {
    let argument = Argument::of(facts, field, value);
    let call = format!(".{}({})", field.name, argument.line);
    if call.len() + 12 <= WIDTH && !argument.is_wide {
        return call;
    }
    match argument.lines {
        Some(lines) => format!(".{}({lines})", field.name),
        // An own line, if that is enough.
        None if argument.line.len() + 17 <= WIDTH => {
            format!(".{}(\n                {},\n            )", field.name, argument.line)
        }
        None => call,
    }
}

/// A setter's argument: in one line, and in several where it has a form in several.
struct Argument {
    line: String,
    lines: Option<String>,
    is_wide: bool,
}

impl Argument {
    fn of(facts: &Facts, field: &Field, value: &Value) -> Self {
        if field.is_collection {
            let items: &[Value] = value.as_array().map_or(&[], Vec::as_slice);
            let inner = facts.value_type(&field.ty);
            if items.is_empty() {
                return Self { line: format!("Vec::<{inner}>::new()"), lines: None, is_wide: false };
            }
            let one = |item: &Value| expression(facts, &field.ty, item, 4);
            // One that has several lines begins beside the bracket.
            if let [item] = items
                && one(item).contains('\n')
            {
                let text = format!("[{}]", expression(facts, &field.ty, item, 3));
                return Self { line: text.clone(), lines: Some(text), is_wide: true };
            }
            return Self::list(&items.iter().map(one).collect::<Vec<_>>());
        }
        if value.is_null() {
            return Self { line: "graph_entity::Null".to_owned(), lines: None, is_wide: false };
        }
        let text = expression(facts, &field.ty, value, 3);
        let is_long = text.contains('\n');
        Self { line: text.clone(), lines: is_long.then_some(text), is_wide: is_long }
    }

    fn list(items: &[String]) -> Self {
        let line = format!("[{}]", items.join(", "));
        let lines = if items.iter().all(|item| item.len() <= SHORT) {
            filled(16, WIDTH, items.iter().map(String::as_str))
        } else {
            items.iter().map(|item| filled(16, WIDTH, [&**item])).collect()
        };
        let is_wide = line.len() > ARGUMENTS || line.contains('\n');
        Self { line, lines: Some(format!("[\n{lines}            ]")), is_wide }
    }
}

fn expression(facts: &Facts, ty: &FieldType, value: &Value, indent: usize) -> String {
    match ty {
        FieldType::Enum(odata) => {
            let ty = facts.enums.iter().find(|ty| ty.odata == *odata);
            ty.map(|ty| members(ty, value)).unwrap_or_default()
        }
        FieldType::Named(_) | FieldType::Untyped => Json::of(value).expression(indent),
        FieldType::Primitive(name) => {
            let rust = facts.value_type(ty);
            match value {
                Value::String(text) if rust.starts_with("edm::") => format!("{text:?}.parse::<{rust}>()?"),
                Value::Number(number) if rust == "edm::Decimal" => format!("\"{number}\".parse::<{rust}>()?"),
                Value::Number(number) if matches!(&**name, "Edm.Double" | "Edm.Single") => {
                    format!("{:?}", number.as_f64().unwrap_or_default())
                }
                Value::String(text) => format!("{text:?}"),
                other => other.to_string(),
            }
        }
    }
}

fn members(ty: &Enum, value: &Value) -> String {
    let names = value.as_str().unwrap_or_default().split(',');
    let variants: Vec<String> = names
        .filter_map(|name| ty.members.iter().find(|member| member.wire == name))
        .map(|member| format!("{}::{}", ty.name, member.name))
        .collect();
    if ty.is_flags { format!("[{}]", variants.join(", ")) } else { variants.concat() }
}
