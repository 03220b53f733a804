//! Files as documents: Markdown, plain text and front matter become prose with a place in the file.
//!
//! A reader (`markdown` or `plain`) cuts the file into passages; `head` says which of them are headline
//! and standfirst; what comes out is one string of prose, blocks over it, and the map back to the file.

mod comment;
mod dateline;
mod day;
mod front_matter;
mod head;
mod headline;
mod interviewee;
mod label;
mod lines;
mod markdown;
mod meta;
mod passage;
mod plain;
mod timeml;
mod transcript;

pub use comment::{Comment, CommentForm, Standing};
pub use dateline::Dateline;
pub use meta::{DocumentKind, Meta};
pub use passage::{Block, BlockKind};
pub use transcript::{Turn, turns};

use crate::claim::DateRead;
use crate::text::{Fault, Source, SourceMap, Span};
use front_matter::FrontMatter;
use passage::Passage;

/// How many paragraphs are searched for a dateline.
const DATELINE_WITHIN: usize = 4;

/// A document: its prose, and the way back to the file.
#[derive(Clone, Debug)]
pub struct Document {
    /// The file.
    pub source: Source,
    /// The text to read: the file less markup and front matter, an empty line between two blocks.
    pub prose: String,
    /// From prose to file.
    pub map: SourceMap,
    /// The blocks of the prose, ascending, not overlapping, none blank. A dateline lies in no block.
    pub blocks: Vec<Block>,
    /// Title, date, outlet, author, kind.
    pub meta: Meta,
    /// The day and place before the first sentence ("KYIV, Jan. 29 —").
    pub dateline: Option<Dateline>,
    /// Comments, and what looks like one.
    pub comments: Vec<Comment>,
    /// What was wrong and read all the same; spans of the file.
    pub faults: Vec<Fault>,
}

/// How the text of a file is marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// CommonMark with tables and footnotes.
    Markdown,
    /// Paragraphs and lines.
    Plain,
    /// XML with its dates marked.
    TimeMl,
}

impl Format {
    /// The format that a file's name tells: Markdown for `.md` and `.markdown`, TimeML for `.tml`, plain text for all
    /// else.
    pub fn of_name(name: &str) -> Format {
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        match extension.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Format::Markdown,
            "tml" => Format::TimeMl,
            _ => Format::Plain,
        }
    }
}

/// Reads a file in the format that its name tells. Never fails: what is wrong goes to [`Document::faults`].
pub fn read(source: Source) -> Document {
    let format = Format::of_name(source.name());
    read_as(source, format)
}

/// Reads a file in the format given. Never fails: what is wrong goes to [`Document::faults`].
pub fn read_as(source: Source, format: Format) -> Document {
    read_told(source, format, Meta::default())
}

/// Reads a text of which somebody else tells what front matter would; what is told goes before what the text says of itself.
/// A title that is told stands at no place of the text: its words lead back to the first.
pub fn read_told(source: Source, format: Format, told: Meta) -> Document {
    if source.is_utf16() {
        let fault = utf16_fault(&source);
        return Document { faults: vec![fault], ..assemble(source, Vec::new(), Meta::default()) };
    }
    if format == Format::TimeMl {
        return annotated(source);
    }
    let text = source.text();
    let FrontMatter { meta, title, body, mut faults } = front_matter::read(text, start_of(text));
    let title = told.title.as_deref().map(|title| Passage::told(BlockKind::Headline, title)).or(title);
    let mut meta = told.or(meta);
    let transcript = meta.kind == DocumentKind::Transcript;
    let (mut passages, comments) = match format {
        Format::Markdown => markdown::read(text, body, transcript),
        Format::Plain | Format::TimeMl => plain::read(text, body, transcript),
    };
    head::name_passages(&mut passages, title, transcript);
    meta.date = meta.date.or_else(|| head::day_of(&passages));
    faults.extend(undecoded_fault(&source));
    if passages.is_empty() {
        faults.push(empty_fault(text, body, &comments));
    }
    faults.sort_by_key(|fault| fault.span);
    Document { faults, comments, ..assemble(source, passages, meta) }
}

/// A file whose dates are marked: its markup tells the day and the dates, nothing else.
fn annotated(source: Source) -> Document {
    let timeml::Annotated { mut passages, day, marked } = timeml::read(source.text());
    head::name_passages(&mut passages, None, false);
    let mut document = assemble(source, passages, Meta { date: day, ..Meta::default() });
    let in_prose = |date: DateRead| {
        let (first, last) = (date.span.start, date.span.end.checked_sub(1)?);
        let span = Span::new(document.map.to_prose(first)?, document.map.to_prose(last)? + 1);
        Some(DateRead { span, ..date })
    };
    document.meta.marked = marked.into_iter().filter_map(in_prose).collect();
    document
}

/// Where the text begins: behind the byte order mark.
fn start_of(text: &str) -> usize {
    if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 }
}

/// Joins the passages to one prose.
fn assemble(source: Source, passages: Vec<Passage>, meta: Meta) -> Document {
    let mut document = Document {
        prose: String::with_capacity(source.text().len()),
        source,
        map: SourceMap::default(),
        blocks: Vec::with_capacity(passages.len()),
        meta,
        dateline: None,
        comments: Vec::new(),
        faults: Vec::new(),
    };
    for passage in passages.iter().filter(|passage| !passage.is_blank()) {
        document.append(passage);
    }
    document.find_dateline();
    document.find_title();
    document
}

impl Document {
    fn append(&mut self, passage: &Passage) {
        if !self.prose.is_empty() {
            self.prose.push_str("\n\n");
        }
        let start = self.prose.len();
        self.map.append(&passage.map, start);
        self.prose.push_str(&passage.text);
        let span = lines::trim(&self.prose, Span::new(start, self.prose.len()));
        self.blocks.push(Block { kind: passage.kind, span });
    }

    /// Cuts the dateline off its paragraph, which it is no part of. Standfirsts and notes may come first.
    fn find_dateline(&mut self) {
        let paragraphs = self.blocks.iter_mut().filter(|block| block.kind == BlockKind::Paragraph);
        for block in paragraphs.take(DATELINE_WITHIN) {
            let Some(found) = dateline::find(block.span.slice(&self.prose)) else { continue };
            let dateline = found.dateline.shifted(block.span.start);
            block.span.start = dateline.span.end;
            self.dateline = Some(dateline);
            self.meta.date = self.meta.date.or_else(|| found.day.and_then(day::WrittenDay::date));
            return;
        }
    }

    fn find_title(&mut self) {
        if self.meta.title.is_none() {
            let headline = self.blocks.iter().find(|block| block.kind == BlockKind::Headline);
            self.meta.title = headline.map(|block| block.span.slice(&self.prose).to_owned());
        }
    }
}

/// What keeps the file from being the text that its writer saved: it is UTF-16, or some of it is no UTF-8.
pub fn encoding_fault(source: &Source) -> Option<Fault> {
    source.is_utf16().then(|| utf16_fault(source)).or_else(|| undecoded_fault(source))
}

fn utf16_fault(source: &Source) -> Fault {
    let first = source.text().chars().next().map_or(0, char::len_utf8);
    Fault::new(Span::new(0, first), "this file is UTF-16", "its byte order mark stands here; expected UTF-8")
        .with_help("save it as UTF-8, for example with `iconv -f UTF-16 -t UTF-8`")
}

/// One fault for all bytes that are not UTF-8, at the first of them.
fn undecoded_fault(source: &Source) -> Option<Fault> {
    let first = source.repairs().first()?;
    let count = source.repairs().len();
    let span = Span::new(first.at, first.at + char::REPLACEMENT_CHARACTER.len_utf8());
    let title = if count == 1 {
        "one place is not UTF-8".to_owned()
    } else {
        format!("{count} places are not UTF-8")
    };
    Some(Fault::new(span, title, "read as U+FFFD").with_help("save the file as UTF-8"))
}

/// What keeps a text from having any words: a comment that swallows them, or nothing else than that there are none.
fn empty_fault(text: &str, body: usize, comments: &[Comment]) -> Fault {
    let swallows = |it: &&Comment| it.standing == Standing::Unclosed && it.form == CommentForm::Html;
    if let Some(Comment { span, .. }) = comments.iter().find(swallows) {
        let first = Span::new(span.start, span.start + span.slice(text).lines().next().map_or(0, str::len));
        return Fault::new(first, "this comment is never closed", "it takes in all text from here on")
            .with_help("close it with `-->`");
    }
    let whole = Span::new(body.min(text.len()), text.len());
    let inside = lines::trim(text, whole);
    let span = if inside.slice(text).is_empty() { whole } else { inside };
    Fault::new(span, "there is no text to read", "expected at least one paragraph")
}

#[cfg(test)]
mod tests;

#[cfg(test)]
mod properties;
