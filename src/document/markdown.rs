//! Markdown: what a reader of the page would see as prose, each word at its place in the file.

use super::comment::{Comment, comments_in, definition_at, definitions};
use super::label;
use super::passage::{BlockKind, Passage};
use crate::text::Span;
use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Reads the passages and comments of `text` from byte `start` on. In a transcript each speaker's label begins one.
///
/// Code blocks, HTML, images, struck-out words and addresses are no prose; cells of tables and footnotes
/// are read as items, for timelines and asides hold claims too. Straight quotation marks stay as typed.
pub(super) fn read(text: &str, start: usize, transcript: bool) -> (Vec<Passage>, Vec<Comment>) {
    let body = text.get(start..).unwrap_or_default();
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader {
        text,
        transcript,
        passages: Vec::new(),
        comments: Vec::new(),
        definitions: definitions(text, start).into_iter().map(|at| (at, Met::Nowhere)).collect(),
        open: None,
        containers: Vec::new(),
        emphasis: 0,
        dropped: 0,
        bare_address: false,
    };
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        reader.event(event, start + range.start..start + range.end);
    }
    reader.flush();
    reader.take_definitions();
    (reader.passages, reader.comments)
}

struct Reader<'t> {
    text: &'t str,
    transcript: bool,
    passages: Vec<Passage>,
    comments: Vec<Comment>,
    /// Where comments may stand in the form of definitions, and what turned out to be there.
    definitions: Vec<(usize, Met)>,
    open: Option<Passage>,
    /// The kinds of the lists and block quotations around the place reached.
    containers: Vec<BlockKind>,
    /// How many emphases are open.
    emphasis: usize,
    /// How many elements are open whose text is no prose.
    dropped: usize,
    /// Whether the open link is an address without words of its own.
    bare_address: bool,
}

/// What stands where a definition may: of one that is a definition, the parser tells nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Met {
    Nowhere,
    Prose,
    Code,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        self.meet(&event, &range);
        match event {
            Event::Start(Tag::HtmlBlock) => {
                self.comments(&range);
                self.start(&Tag::HtmlBlock);
            }
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) => self.words(&words, range),
            Event::SoftBreak => self.line_break(range.end),
            Event::HardBreak => self.passage().space(),
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.passage().space(),
            Event::InlineHtml(tag) if tag.starts_with("<!--") => self.comments(&range),
            Event::Rule => self.flush(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        self.bare_address |= is_bare_address(tag);
        self.dropped += usize::from(is_dropped(tag) || is_bare_address(tag));
        match tag {
            Tag::Heading { level, .. } => self.open_as(heading_kind(*level)),
            Tag::Paragraph | Tag::TableCell => self.flush(),
            Tag::BlockQuote(_) => self.enter(BlockKind::Quote),
            Tag::Item | Tag::FootnoteDefinition(_) | Tag::Table(_) => self.enter(BlockKind::Item),
            Tag::List(_) | Tag::CodeBlock(_) | Tag::HtmlBlock => self.flush(),
            Tag::Emphasis | Tag::Strong => self.emphasis += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::TableCell => self.flush(),
            TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::FootnoteDefinition | TagEnd::Table => {
                self.flush();
                self.containers.pop();
            }
            TagEnd::Emphasis | TagEnd::Strong => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Image | TagEnd::Strikethrough => self.rise(),
            TagEnd::Link if std::mem::take(&mut self.bare_address) => self.rise(),
            _ => {}
        }
    }

    fn comments(&mut self, range: &Range<usize>) {
        self.comments.extend(comments_in(self.text, Span::new(range.start, range.end)));
    }

    fn meet(&mut self, event: &Event<'_>, range: &Range<usize>) {
        let met = match event {
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) | Event::Code(_) | Event::InlineHtml(_) => {
                Met::Code
            }
            Event::Text(_) | Event::Start(Tag::Link { .. } | Tag::Image { .. }) => Met::Prose,
            _ => return,
        };
        let first = self.definitions.partition_point(|(at, _)| *at < range.start);
        let inside = self.definitions.iter_mut().skip(first).take_while(|(at, _)| *at < range.end);
        inside.for_each(|(_, known)| *known = met.max(*known));
    }

    fn take_definitions(&mut self) {
        let told = self.definitions.iter().filter(|(_, met)| *met != Met::Code);
        let text = self.text;
        let comments = told.filter_map(|(at, met)| definition_at(text, *at, *met == Met::Prose));
        self.comments.extend(comments);
        self.comments.sort();
    }

    fn rise(&mut self) {
        self.dropped = self.dropped.saturating_sub(1);
    }

    fn enter(&mut self, kind: BlockKind) {
        self.flush();
        self.containers.push(kind);
    }

    fn open_as(&mut self, kind: BlockKind) {
        self.flush();
        self.open = Some(Passage { emphasised: true, ..Passage::new(kind) });
    }

    /// The open passage; list items have no paragraph of their own where the list is tight.
    fn passage(&mut self) -> &mut Passage {
        let kind = self.containers.last().copied().unwrap_or(BlockKind::Paragraph);
        self.open.get_or_insert_with(|| Passage { emphasised: true, ..Passage::new(kind) })
    }

    fn words(&mut self, words: &str, range: Range<usize>) {
        if self.dropped > 0 {
            return;
        }
        let (text, emphasised) = (self.text, self.emphasis > 0);
        let span = Span::new(range.start, range.end);
        let inside = span.slice(text).find(words);
        let passage = self.passage();
        passage.emphasised &= emphasised || words.trim().is_empty();
        match inside {
            Some(at) => passage.copy(text, Span::new(span.start + at, span.start + at + words.len())),
            None => passage.insert(span.start, words),
        }
    }

    /// A line break within a paragraph is a space, unless another speaker's turn begins behind it.
    fn line_break(&mut self, end: usize) {
        if self.transcript && begins_turn(self.text.get(end..).unwrap_or_default()) {
            return self.flush();
        }
        let passage = self.passage();
        passage.space();
        passage.lines += 1;
    }

    fn flush(&mut self) {
        self.passages.extend(self.open.take().filter(|passage| !passage.is_blank()));
    }
}

/// Whether the first line of `rest` begins with a label, emphasised or not.
fn begins_turn(rest: &str) -> bool {
    let line = rest.lines().next().unwrap_or_default();
    label::read_label(line.replace(['*', '_', '>'], "").trim_start()).is_some()
}

fn heading_kind(level: HeadingLevel) -> BlockKind {
    if level == HeadingLevel::H1 { BlockKind::Headline } else { BlockKind::Heading }
}

fn is_dropped(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Image { .. } | Tag::Strikethrough)
}

fn is_bare_address(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. })
}
