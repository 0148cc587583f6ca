//! From the blocks of a page to what they say.

use super::blocks::{Block, Content, Row as Cells, blocks};
use super::error::PageError;
use super::http::{self, RequestLine, Response, Sample};
use super::table::{self, Permissions, Row};

/// What a reference page says of creating an entity.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// `Create userRunStates`.
    pub title: String,
    /// The qualified name of the entity type: `microsoft.graph.deviceManagementScriptUserState`.
    pub entity: String,
    /// What the call does, in the page's first sentences.
    pub description: Option<String>,
    /// Who may do it; none where the page has no such table.
    pub permissions: Option<Permissions>,
    /// The lines of the section "HTTP request".
    pub requests: Vec<RequestLine>,
    /// The table of the body's properties; empty where the page has none.
    pub rows: Vec<Row>,
    /// The words above the table say that all in it is required.
    pub all_required: bool,
    /// The first example.
    pub sample: Option<Sample>,
    /// What is worth knowing, and what was left out.
    pub notes: Vec<String>,
}

impl Page {
    /// The version of the API, from the URL of the sample: `beta`. A page without one does not tell.
    pub fn version(&self) -> Option<&str> {
        http::version(&self.sample.as_ref()?.url)
    }
}

const REQUEST: &str = "HTTP request";
const REQUESTS: &[&str] = &[REQUEST, "HTTP requests"];
const BODY: &str = "Request body";

/// Reads a page. One that creates nothing, or does not tell what, is an error, with the section and the line.
pub fn read(text: &str) -> Result<Page, PageError> {
    let blocks = blocks(text);
    let mut notes = Vec::new();
    let title = title(&blocks)?;
    let requests = requests(&blocks)?;
    let sample = sample(&blocks)?;
    let namespace = namespace(&blocks);
    let entity = entity(&blocks, &title, &namespace, sample.as_ref())?;
    let (rows, all_required) = properties(&blocks, &entity, &namespace, &mut notes);
    let permissions = permissions(&blocks, &mut notes);
    if rows.is_empty() && sample.as_ref().is_none_or(|sample| sample.names.is_empty()) {
        let line = section(&blocks, &[BODY]).next().map_or(0, |block| block.line);
        return Err(PageError::new(BODY, line, "there is neither a table of properties nor a sample with a body"));
    }
    let description = description(&blocks);
    Ok(Page { title, entity, description, permissions, requests, rows, all_required, sample, notes })
}

/// The blocks of the section with one of these headings.
fn section<'a>(blocks: &'a [Block], names: &'static [&str]) -> impl Iterator<Item = &'a Block> {
    blocks.iter().filter(move |block| names.iter().any(|name| name.eq_ignore_ascii_case(&block.section)))
}

fn title(blocks: &[Block]) -> Result<String, PageError> {
    let title = blocks.iter().find_map(|block| match &block.content {
        Content::Heading(1, text) if !text.text.contains("TODO") => Some(text.text.clone()),
        _ => None,
    });
    title.ok_or_else(|| PageError::new("", 0, "there is no title (`# Create …`): is it a reference page in Markdown?"))
}

/// `microsoft.graph` of the line `Namespace: microsoft.graph`.
fn namespace(blocks: &[Block]) -> String {
    let line = blocks.iter().find_map(|block| match &block.content {
        Content::Paragraph(text) => text.text.strip_prefix("Namespace:"),
        _ => None,
    });
    let name = line.and_then(|line| line.split_whitespace().next());
    name.filter(|name| name.split('.').all(table::is_identifier)).unwrap_or("microsoft.graph").to_owned()
}

/// The first paragraph of the page's own, but for a sentence that announces a list.
fn description(blocks: &[Block]) -> Option<String> {
    let top = blocks.iter().take_while(|block| block.section.is_empty());
    let mut texts = top.filter_map(|block| match &block.content {
        Content::Paragraph(text) => Some(&*text.text),
        _ => None,
    });
    let is_text = |text: &&str| !text.starts_with("Namespace:") && !text.starts_with("[!");
    let text = texts.find(is_text)?;
    let text = match text.strip_suffix(':') {
        Some(text) => text.rsplit_once(". ").map(|(sentences, _)| format!("{sentences}."))?,
        None => text.to_owned(),
    };
    Some(text)
}

fn requests(blocks: &[Block]) -> Result<Vec<RequestLine>, PageError> {
    let mut requests = Vec::new();
    for block in section(blocks, REQUESTS) {
        let Content::Code(code) = &block.content else { continue };
        for (number, line) in code.lines().enumerate() {
            let Some((method, target)) = http::request_line(line) else { continue };
            let line = block.line.saturating_add(u32::try_from(number).unwrap_or(u32::MAX)).saturating_add(1);
            requests.push(RequestLine { method: method.to_owned(), path: http::relative(target).to_owned(), line });
        }
    }
    if requests.iter().any(|request| request.method == "POST") {
        return Ok(requests);
    }
    let heading = section(blocks, REQUESTS).next().map_or(0, |block| block.line);
    let (line, message) = match requests.first() {
        Some(other) => {
            (other.line, format!("there is no `POST` line, but `{}`: only pages that create are read", other.method))
        }
        None => (heading, "there is no code with a line such as `POST /users`".to_owned()),
    };
    Err(PageError::new(REQUEST, line, message))
}

/// The first request with a whole URL, and the answer below it.
fn sample(blocks: &[Block]) -> Result<Option<Sample>, PageError> {
    let is_line = |block: &&Block| REQUESTS.iter().any(|name| name.eq_ignore_ascii_case(&block.section));
    let codes = blocks.iter().filter(|block| !is_line(block));
    let mut codes = codes.filter_map(|block| match &block.content {
        Content::Code(code) => Some((block, http::message(code))),
        _ => None,
    });
    let request = codes.find_map(|(block, message)| {
        let (method, url) = http::request_line(message.first)?;
        let is_sample = url.contains("://") || block.section.to_lowercase().starts_with("example");
        (method == "POST" && is_sample).then_some((block, message, url))
    });
    let Some((block, message, url)) = request else { return Ok(None) };
    // The first line of the code is the one below the fence.
    let line = block.line.saturating_add(1);
    let body = http::json(&message, &block.section, line)?;
    let names = body.as_ref().map(|body| names(body, message.body)).unwrap_or_default();
    let response = match codes.next() {
        Some((block, answer)) => match http::status(answer.first) {
            Some(status) => {
                // An answer may be cut short: its body is no more than an illustration.
                let body = http::json(&answer, &block.section, block.line).unwrap_or_default();
                Some(Response { status, headers: answer.headers, body })
            }
            None => None,
        },
        None => None,
    };
    let (method, url) = ("POST".to_owned(), url.to_owned());
    Ok(Some(Sample { method, url, headers: message.headers, body, names, response, line }))
}

/// The names of a body's properties, in the order of its text.
fn names(body: &serde_json::Value, text: &str) -> Vec<String> {
    let Some(object) = body.as_object() else { return Vec::new() };
    let mut names: Vec<String> = object.keys().cloned().collect();
    names.sort_by_key(|name| text.find(&format!("\"{name}\"")));
    names
}

/// The entity type: what the sample says it sends, else what the page links to as the body or the answer.
fn entity(blocks: &[Block], title: &str, namespace: &str, sample: Option<&Sample>) -> Result<String, PageError> {
    let sent = sample.and_then(|sample| sample.body.as_ref()?.get("@odata.type")?.as_str()).map(type_name);
    let links = |names: &'static [&str]| {
        section(blocks, names).find_map(|block| match &block.content {
            Content::Paragraph(text) => text.resources().next(),
            _ => None,
        })
    };
    let spoken = |names: &'static [&str]| {
        section(blocks, names).find_map(|block| match &block.content {
            Content::Paragraph(text) => object_name(&text.text),
            _ => None,
        })
    };
    let answered = blocks.iter().find_map(|block| match &block.content {
        Content::Comment(comment) if comment.contains("\"response\"") => comment_type(comment),
        _ => None,
    });
    let names = [sent, links(&[BODY]), links(&["Response"]), spoken(&[BODY]), spoken(&["Response"]), answered];
    let titled = title.rsplit(' ').next().filter(|_| title.to_lowercase().starts_with("create "));
    let name = names.into_iter().flatten().chain(titled).find(|name| is_type_name(name));
    let Some(name) = name else {
        let message = "the page does not say of which type the body is: link to the type's page, or give the sample an `@odata.type`";
        let line = section(blocks, &[BODY]).next().map_or(0, |block| block.line);
        return Err(PageError::new(BODY, line, message));
    };
    Ok(if name.contains('.') { name.to_owned() } else { format!("{namespace}.{name}") })
}

fn is_type_name(name: &str) -> bool {
    !name.starts_with("Edm.") && !name.starts_with("Collection(") && name.split('.').all(table::is_identifier)
}

/// The name of a type, without what is in front of a `#`.
pub(super) fn type_name(name: &str) -> &str {
    name.rsplit_once('#').map_or(name, |(_, name)| name)
}

/// `x` of "a JSON representation for the x object" and "a `x` object".
fn object_name(text: &str) -> Option<&str> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let pair = words.windows(2).find(|pair| pair.get(1).is_some_and(|word| word.starts_with("object")))?;
    let name = pair.first()?.trim_matches(['`', '*']);
    let is_name = name.contains(|letter: char| letter.is_ascii_uppercase()) && !name.eq_ignore_ascii_case("json");
    is_name.then_some(name)
}

/// What a comment for tools says of the answer's type.
fn comment_type(comment: &str) -> Option<&str> {
    let (_, rest) = comment.split_once("\"@odata.type\"")?;
    rest.split('"').nth(1).map(type_name)
}

/// The rows of the body's table, and whether the words above it say that all are required. Of several tables it is that
/// whose introduction has the entity's name.
fn properties(blocks: &[Block], entity: &str, namespace: &str, notes: &mut Vec<String>) -> (Vec<Row>, bool) {
    let mut tables: Vec<(&str, &[Cells])> = Vec::new();
    let mut above = "";
    for block in section(blocks, &[BODY]) {
        match &block.content {
            Content::Paragraph(text) => above = &text.text,
            Content::Table(rows) if table::is_of_properties(rows) => tables.push((above, rows)),
            _ => {}
        }
    }
    let short = crate::short_name(entity);
    let named = tables
        .iter()
        .find(|(above, _)| above.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == short));
    let Some((above, rows)) = named.or(tables.first()) else { return (Vec::new(), false) };
    if tables.len() > 1 {
        notes.push(format!("the request body has {} tables of properties; that of `{short}` is taken", tables.len()));
    }
    let above = above.to_lowercase();
    let all_required = above.contains("required") && !above.contains("optional") && !above.contains("not required");
    (table::rows(rows, namespace), all_required)
}

fn permissions(blocks: &[Block], notes: &mut Vec<String>) -> Option<Permissions> {
    const SECTIONS: [&str; 2] = ["Permissions", "Prerequisites"];
    let mut tables = section(blocks, &SECTIONS).filter_map(|block| match &block.content {
        Content::Table(rows) => table::permissions(rows),
        _ => None,
    });
    let first = tables.next();
    if tables.next().is_some() {
        notes.push("there are several tables of permissions; the first is taken".to_owned());
    }
    if first.is_none() && section(blocks, &SECTIONS).next().is_some() {
        notes.push("the page has no table of permissions of its own (it may include one)".to_owned());
    }
    first
}
