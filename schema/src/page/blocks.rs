//! A page as a list of blocks, each in its section: headings, paragraphs, tables, code and comments.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// What stands between two others in a page.
#[derive(Debug)]
pub(super) struct Block {
    /// From 1.
    pub(super) line: u32,
    /// The heading of level 2 that it is below; empty above the first.
    pub(super) section: String,
    pub(super) content: Content,
}

#[derive(Debug)]
pub(super) enum Content {
    /// The level is 1 for the title of the page.
    Heading(u8, Text),
    Paragraph(Text),
    /// A note in a frame of its own.
    Quote,
    Table(Vec<Row>),
    Code(String),
    /// HTML, which on these pages is comments for tools.
    Comment(String),
}

/// A row of a table; the first one is the head.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) line: u32,
    pub(super) cells: Vec<Text>,
}

/// Text without its markup: code keeps its backticks, a link is its text. What the page's author left to do is left out.
#[derive(Debug, Default, Clone)]
pub(super) struct Text {
    pub(super) text: String,
    pub(super) links: Vec<Link>,
}

#[derive(Debug, Clone)]
pub(super) struct Link {
    pub(super) text: String,
    pub(super) target: String,
}

impl Text {
    fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn trimmed(self) -> Self {
        Self { text: self.text.trim().to_owned(), ..self }
    }

    /// The links to the pages of types.
    pub(super) fn resources(&self) -> impl Iterator<Item = &str> {
        let to_type = |link: &&Link| link.target.contains("resources/") && !link.text.contains(char::is_whitespace);
        self.links.iter().filter(to_type).map(|link| &*link.text)
    }
}

impl Row {
    /// The number of the column whose head is one of `names`, in lower case.
    pub(super) fn column(&self, names: &[&str]) -> Option<usize> {
        self.cells.iter().position(|cell| names.contains(&cell.text.trim().to_lowercase().as_str()))
    }

    pub(super) fn cell(&self, column: Option<usize>) -> Option<&Text> {
        self.cells.get(column?)
    }
}

/// The blocks of a page in Markdown.
pub(super) fn blocks(page: &str) -> Vec<Block> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reader = Reader { lines: Lines::of(page), ..Reader::default() };
    for (event, range) in Parser::new_ext(page, options).into_offset_iter() {
        reader.event(event, &range);
    }
    reader.blocks
}

/// Where the lines of a text start.
#[derive(Default)]
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(at, _)| at + 1).collect())
    }

    fn number(&self, at: usize) -> u32 {
        u32::try_from(self.0.partition_point(|start| *start <= at) + 1).unwrap_or(u32::MAX)
    }
}

#[derive(Default)]
struct Reader {
    lines: Lines,
    blocks: Vec<Block>,
    section: String,
    text: Text,
    /// Where links, and words in bold, that are open start in the text.
    links: Vec<(usize, String)>,
    strong: Vec<usize>,
    rows: Vec<Row>,
    /// Neither text nor anything: the metadata of the page.
    metadata: bool,
    quotes: u32,
    code: bool,
}

impl Reader {
    fn event(&mut self, event: Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) | Event::Html(text) if !self.metadata => self.text.push(&text),
            Event::Code(code) => {
                self.text.push("`");
                self.text.push(&code);
                self.text.push("`");
            }
            Event::SoftBreak | Event::HardBreak => self.text.push(" "),
            Event::InlineHtml(tag) => self.text.push(if tag.starts_with("<br") { " " } else { &tag }),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::MetadataBlock(_) => self.metadata = true,
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::Link { dest_url, .. } => self.links.push((self.text.text.len(), dest_url.into_string())),
            Tag::Strong | Tag::Emphasis => self.strong.push(self.text.text.len()),
            Tag::Table(_) => {
                self.text = Text::default();
                self.rows.clear();
            }
            Tag::TableHead | Tag::TableRow => {
                self.rows.push(Row { line: self.lines.number(range.start), cells: Vec::new() });
            }
            Tag::CodeBlock(_) => {
                self.paragraph(range);
                self.code = true;
            }
            Tag::Paragraph | Tag::Item | Tag::Heading { .. } | Tag::HtmlBlock => self.paragraph(range),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::MetadataBlock(_) => self.metadata = false,
            TagEnd::BlockQuote(_) => {
                self.paragraph(range);
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::Link => self.link(),
            TagEnd::Strong | TagEnd::Emphasis => self.leave_out_to_do(),
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.text);
                if let Some(row) = self.rows.last_mut() {
                    row.cells.push(cell);
                }
            }
            TagEnd::Table => {
                let rows = std::mem::take(&mut self.rows);
                self.push(range, Content::Table(rows));
            }
            TagEnd::CodeBlock => {
                self.code = false;
                let code = std::mem::take(&mut self.text).text;
                self.push(range, Content::Code(code));
            }
            TagEnd::HtmlBlock => {
                let html = std::mem::take(&mut self.text).text;
                self.push(range, Content::Comment(html));
            }
            TagEnd::Heading(level) => self.heading(level, range),
            TagEnd::Paragraph | TagEnd::Item => self.paragraph(range),
            _ => {}
        }
    }

    fn link(&mut self) {
        if let Some((start, target)) = self.links.pop() {
            let text = self.text.text.get(start..).unwrap_or_default().to_owned();
            self.text.links.push(Link { text, target });
        }
    }

    /// `**TODO: Add Description**` says nothing about the entity.
    fn leave_out_to_do(&mut self) {
        if let Some(start) = self.strong.pop()
            && self.text.text.get(start..).is_some_and(|text| text.contains("TODO"))
        {
            self.text.text.truncate(start);
        }
    }

    /// Ends the paragraph that is open. Others end with the block around them.
    fn paragraph(&mut self, range: &Range<usize>) {
        let text = std::mem::take(&mut self.text).trimmed();
        if text.text.contains("TODO") || text.text.is_empty() {
            return;
        }
        let content = if self.quotes > 0 { Content::Quote } else { Content::Paragraph(text) };
        self.push(range, content);
    }

    fn heading(&mut self, level: HeadingLevel, range: &Range<usize>) {
        let text = std::mem::take(&mut self.text).trimmed();
        // The languages of a sample are tabs, written as headings; and an include above a rule looks like one.
        let is_tab = text.links.iter().any(|link| link.target.starts_with("#tab/"));
        if is_tab || text.text.starts_with("[!INCLUDE") {
            return;
        }
        let level = level as u8;
        if level == 2 {
            self.section.clone_from(&text.text);
        }
        self.push(range, Content::Heading(level, text));
    }

    fn push(&mut self, range: &Range<usize>, content: Content) {
        let line = self.lines.number(range.start);
        self.blocks.push(Block { line, section: self.section.clone(), content });
    }
}
