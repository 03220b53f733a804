//! Lines become entries; faults are noted and passed over.

use super::body::{self, LineParts};
use super::fault::{JournalFault, Trouble};
use super::header::{self, HeaderParts, PartyParts};
use super::layout::{Depth, RawLine, depth, is_conflict_marker, raw_lines};
use super::{Entry, Folded, Header, Journal, Line, Matter, Party, Saying, Stated, Trivia, Words};
use crate::text::{Family, Kind, Source, Span, Text};

/// Reads a claim journal.
///
/// `journal = { blank | comment | entry }`, `entry = header { indent line { deeper_indent words } | blank | comment }`, `comment = [ indent ] ";" …`
///
/// Never fails: what is wrong stands in [`Journal::faults`], and the rest is read.
pub fn parse(source: &Source) -> Journal {
    let mut reader = Reader { text: source.text(), ..Reader::default() };
    reader.note_repairs(source);
    for line in raw_lines(source.text()) {
        reader.line(line);
    }
    reader.close_entry();
    let closing = std::mem::take(&mut reader.pending);
    reader.journal.closing = closing.into_iter().map(Pending::into_trivia).collect();
    super::identity::check(source, &mut reader.journal);
    reader.journal.faults.sort_by_key(|fault| (fault.span.start, fault.span.end));
    reader.journal
}

#[derive(Default)]
struct Reader<'s> {
    text: &'s str,
    journal: Journal,
    /// Blank lines and comments whose owner is not known yet.
    pending: Vec<Pending<'s>>,
    entry: Option<OpenEntry<'s>>,
    /// Whether the last lines were no part of any entry; only the first of them is reported.
    astray: bool,
}

/// A blank line or a comment.
enum Pending<'s> {
    Blank,
    Comment { text: &'s str, indented: bool },
}

impl Pending<'_> {
    fn into_trivia(self) -> Trivia {
        match self {
            Pending::Blank => Trivia::Blank,
            Pending::Comment { text, .. } => Trivia::Comment(text.to_owned()),
        }
    }

    fn into_comment(self) -> Option<String> {
        match self {
            Pending::Blank => None,
            Pending::Comment { text, .. } => Some(text.to_owned()),
        }
    }

    fn is_indented_comment(&self) -> bool {
        matches!(self, Pending::Comment { indented: true, .. })
    }
}

/// An entry whose end has not been seen.
struct OpenEntry<'s> {
    leading: Vec<Trivia>,
    /// `None` after a faulty header: the lines under it are passed over.
    header: Option<Header>,
    /// The indentation of its first line.
    base: Option<&'s str>,
    line: Option<OpenLine<'s>>,
    lines: Vec<Line>,
    /// Keywords seen of which an entry has one line only.
    singles: Vec<&'static str>,
    faulty: bool,
    odd_indent: bool,
}

/// A line whose continuation has not been seen.
struct OpenLine<'s> {
    comments: Vec<String>,
    first: &'s str,
    more: Vec<&'s str>,
}

impl<'s> Reader<'s> {
    fn note_repairs(&mut self, source: &Source) {
        let Some(first) = source.repairs().first() else { return };
        let span = Span::new(first.at, first.at + char::REPLACEMENT_CHARACTER.len_utf8());
        let fault = JournalFault::BrokenEncoding { places: source.repairs().len() };
        self.journal.faults.push(fault.at(span));
    }

    fn line(&mut self, line: RawLine<'s>) {
        if line.is_blank() {
            self.pending.push(Pending::Blank);
        } else if line.is_comment() {
            self.pending.push(Pending::Comment { text: line.text, indented: line.is_indented() });
        } else if line.is_indented() {
            self.indented(line);
        } else {
            self.unindented(line);
        }
    }

    fn unindented(&mut self, line: RawLine<'s>) {
        if is_conflict_marker(line) {
            self.fault(line.text, JournalFault::MergeConflict);
        } else if line.text.starts_with(|c: char| c.is_ascii_digit()) {
            self.open_entry(line);
        } else if self.entry.is_some() && body::is_like_a_line(line.text) {
            self.fault_in_entry(line.text, JournalFault::NotIndented);
            self.open_line(line.text);
        } else {
            self.close_entry();
            self.stray(line, JournalFault::NoHeader);
        }
    }

    /// A line that belongs to nothing; what is indented under it belongs to nothing either.
    fn stray(&mut self, line: RawLine<'s>, fault: JournalFault) {
        if !self.astray {
            self.fault(line.text, fault);
        }
        self.astray = true;
        self.pending.clear();
    }

    fn open_entry(&mut self, line: RawLine<'s>) {
        self.close_entry();
        self.astray = false;
        let header = match header::header(line.text) {
            Ok((_, parts)) => Some(self.header(line.text, parts)),
            Err(nom::Err::Error(trouble) | nom::Err::Failure(trouble)) => {
                self.trouble(line.text, trouble);
                None
            }
            Err(nom::Err::Incomplete(_)) => None,
        };
        let leading = self.pending.drain(..).map(Pending::into_trivia).collect();
        self.entry = Some(OpenEntry {
            leading,
            faulty: header.is_none(),
            header,
            base: None,
            line: None,
            lines: Vec::new(),
            singles: Vec::new(),
            odd_indent: false,
        });
    }

    fn indented(&mut self, line: RawLine<'s>) {
        let Some(entry) = &mut self.entry else { return self.stray(line, JournalFault::NoEntry) };
        let first = entry.base.is_none();
        let base = *entry.base.get_or_insert(line.indent);
        let below = entry.line.as_mut().filter(|_| !first);
        match (depth(base, line.indent), below) {
            (Ok(Depth::Deeper), Some(open)) => {
                open.comments.extend(self.pending.drain(..).filter_map(Pending::into_comment));
                open.more.push(line.text);
            }
            (Ok(_), _) => self.open_line(line.text),
            (Err(fault), _) => {
                if !std::mem::replace(&mut entry.odd_indent, true) {
                    self.fault_in_entry(line.indent, fault);
                }
                self.open_line(line.text);
            }
        }
    }

    fn open_line(&mut self, text: &'s str) {
        self.close_line();
        let comments = self.pending.drain(..).filter_map(Pending::into_comment).collect();
        if let Some(entry) = &mut self.entry {
            entry.line = Some(OpenLine { comments, first: text, more: Vec::new() });
        }
    }

    fn close_line(&mut self) {
        let Some(entry) = &mut self.entry else { return };
        let Some(open) = entry.line.take().filter(|_| entry.header.is_some()) else { return };
        let last = open.more.last().copied().unwrap_or(open.first);
        let span = self.span(open.first).cover(self.span(last));
        match body::line(open.first, &open.more) {
            Ok(parts) => {
                let matter = self.matter(parts);
                self.add_line(Line { comments: open.comments, matter, span });
            }
            Err(trouble) => {
                self.trouble(open.first, trouble);
                self.mark_faulty();
            }
        }
    }

    fn add_line(&mut self, line: Line) {
        if let Matter::Says(saying) = &line.matter
            && let Some((span, fault)) = self.odd_quotation(&saying.content)
        {
            self.journal.faults.push(fault.at(span));
            return self.mark_faulty();
        }
        let Some(entry) = &mut self.entry else { return };
        match line.matter.single() {
            Some(keyword) if entry.singles.contains(&keyword) => {
                self.journal.faults.push(JournalFault::Repeated { keyword }.at(line.span));
            }
            single => {
                entry.singles.extend(single);
                entry.lines.push(line);
            }
        }
    }

    fn close_entry(&mut self) {
        self.close_line();
        let Some(entry) = self.entry.take() else { return };
        let Some(header) = entry.header else { return };
        let inside = self.pending.iter().take_while(|pending| pending.is_indented_comment()).count();
        let trailing = self.pending.drain(..inside).filter_map(Pending::into_comment).collect();
        if !entry.faulty && !entry.lines.iter().any(|line| line.matter.is_said()) {
            self.journal.faults.push(JournalFault::NothingSaid.at(header.span));
            return;
        }
        self.journal.entries.push(Entry { leading: entry.leading, header, lines: entry.lines, trailing });
    }

    /// The first quotation mark of the content that has no counterpart.
    fn odd_quotation(&self, content: &Folded) -> Option<(Span, JournalFault)> {
        let span = content.iter().map(|piece| piece.span).reduce(Span::cover)?;
        let words = span.slice(self.text);
        if !words.contains(['"', '“', '”', '„', '«', '»', '\'', '`']) {
            return None;
        }
        let text = Text::of_paragraph(words);
        let place = |token: usize| {
            let mark = text.tokens().get(token).map(|token| token.span)?;
            Some(Span::new(span.start + mark.start, span.start + mark.end))
        };
        let unclosed =
            text.quotations().iter().find(|quote| quote.close.is_none() && quote.family != Family::Single);
        if let Some(quote) = unclosed {
            return Some((place(quote.open)?, JournalFault::UnclosedQuotation));
        }
        let is_odd = |token: usize| {
            let closes = matches!(text.word(token), "”" | "»" | "\"" | "''");
            closes && text.quotation_at(token).is_none()
        };
        let marks = (0..text.tokens().len())
            .filter(|at| text.tokens().get(*at).is_some_and(|it| it.kind == Kind::Mark));
        let odd = marks.into_iter().find(|token| is_odd(*token))?;
        Some((place(odd)?, JournalFault::UnopenedQuotation))
    }

    fn fault(&mut self, at: &str, fault: JournalFault) {
        let span = self.span(at);
        self.journal.faults.push(fault.at(span));
    }

    fn fault_in_entry(&mut self, at: &str, fault: JournalFault) {
        if self.entry.as_ref().is_some_and(|entry| entry.header.is_some()) {
            self.fault(at, fault);
        }
    }

    fn trouble(&mut self, line: &str, trouble: Trouble<'_>) {
        // A production that failed without saying why met a line that is no header at all.
        match trouble.fault {
            Some(fault) => self.fault(trouble.at, fault),
            None => self.fault(line, JournalFault::NoHeader),
        }
    }

    fn mark_faulty(&mut self) {
        if let Some(entry) = &mut self.entry {
            entry.faulty = true;
        }
    }

    fn header(&self, line: &str, parts: HeaderParts<'_>) -> Header {
        let (from, to) = parts.said;
        let said = Stated { from, to, span: self.span(parts.date) };
        let via = parts.via.into_iter().map(|link| self.party(link)).collect();
        Header { said, speaker: self.party(parts.speaker), via, span: self.span(line) }
    }

    fn party(&self, parts: PartyParts<'_>) -> Party {
        let words = |part: Option<&str>| part.map(|part| self.words(part));
        Party { name: self.words(parts.name), role: words(parts.role), side: words(parts.side) }
    }

    fn matter(&self, parts: LineParts<'_>) -> Matter {
        match parts {
            LineParts::Says { cue, addressee, content } => Matter::Says(Saying {
                cue: self.words(cue.words),
                lemma: cue.lemma,
                addressee: addressee.map(|addressee| self.words(addressee)),
                content: self.folded(&content),
            }),
            LineParts::Link { kind, verb, target } => {
                Matter::Link { kind, verb: self.words(verb), target: self.words(target) }
            }
            LineParts::At { occasion, address } => Matter::At {
                occasion: self.folded(&occasion),
                address: address.map(|address| self.words(address)),
            },
            LineParts::About(topics) => Matter::About(self.folded(&topics)),
            LineParts::Id(id) => Matter::Id(self.words(id)),
            LineParts::Source(source) => Matter::Source(self.folded(&source)),
            LineParts::Note(note) => Matter::Note(self.folded(&note)),
        }
    }

    fn folded(&self, pieces: &[&str]) -> Folded {
        pieces.iter().map(|piece| self.words(piece)).collect()
    }

    fn words(&self, part: &str) -> Words {
        Words { text: part.to_owned(), span: self.span(part) }
    }

    /// Where a slice of the text stands in it.
    fn span(&self, part: &str) -> Span {
        Span::of_slice(part, self.text)
    }
}
