//! Plain text: blocks between blank lines, and what the line breaks inside them mean.

use super::comment::{Comment, Standing, comments_in_plain, whole};
use super::headline::in_capitals;
use super::label;
use super::lines::{lines_from, trim};
use super::passage::{BlockKind, Passage};
use crate::text::Span;

/// Lines longer than this were not broken by hand or by a program that wraps.
const WIDEST: usize = 110;

/// Lines shorter than this say nothing of a margin.
const NARROWEST: usize = 50;

/// Longer lines in capitals are no headings, in bytes.
const LONGEST_HEADING: usize = 80;

/// Reads the passages and comments of `text` from byte `start` on. In a transcript each speaker's label begins one.
pub(super) fn read(text: &str, start: usize, transcript: bool) -> (Vec<Passage>, Vec<Comment>) {
    let comments = comments_in_plain(text, start);
    let mut hidden = comments
        .iter()
        .filter(|comment| comment.standing == Standing::Comment)
        .map(|it| whole(*it))
        .peekable();
    let is_seen = |line: &Span| {
        while hidden.next_if(|comment| comment.end <= line.start).is_some() {}
        hidden.peek().is_none_or(|comment| line.end <= comment.start || line.is_empty())
    };
    let lines: Vec<Span> = lines_from(text, start).map(|line| trim(text, line)).filter(is_seen).collect();
    let margin = margin_of(text, &lines);
    let mut reader = Reader { text, margin, transcript, passages: Vec::new() };
    let mut before = None;
    for line in lines {
        before = if is_gap(line.slice(text)) { None } else { Some(reader.line(line, before)) };
    }
    if !transcript {
        name_headings(&mut reader.passages);
    }
    (reader.passages, comments)
}

/// A line in capitals on its own is a heading. Transcripts are often in capitals throughout.
fn name_headings(passages: &mut [Passage]) {
    let lines =
        passages.iter_mut().filter(|passage| passage.lines == 1 && passage.text.len() < LONGEST_HEADING);
    for passage in lines.filter(|passage| passage.kind == BlockKind::Paragraph && in_capitals(&passage.text))
    {
        passage.kind = BlockKind::Heading;
    }
}

/// An empty line, or a rule made of signs (`---`, `* * *`).
fn is_gap(line: &str) -> bool {
    line.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '*' | '_' | '=' | '~' | '#' | '+'))
}

struct Reader<'t> {
    text: &'t str,
    margin: Option<usize>,
    transcript: bool,
    passages: Vec<Passage>,
}

impl Reader<'_> {
    /// Takes a line; `before` is the one above it in the same block.
    fn line(&mut self, line: Span, before: Option<Span>) -> Span {
        let words = line.slice(self.text);
        let (bullet, words_start) = bullet(words);
        let span = Span::new(line.start + words_start, line.end);
        let continues = before.is_some_and(|before| self.continues(before, words)) && !bullet;
        match self.passages.last_mut() {
            Some(open) if continues => {
                open.space();
                open.copy(self.text, span);
                open.lines += 1;
            }
            _ => {
                let mut passage = Passage::new(if bullet { BlockKind::Item } else { BlockKind::Paragraph });
                passage.glued = before.is_some();
                passage.copy(self.text, span);
                self.passages.push(passage);
            }
        }
        line
    }

    /// Whether the break between two lines of a block stands for a space.
    ///
    /// It does where the sentence runs on in lower case, and where the next word had no room before the
    /// margin: the line was full. A line that ends early was ended by its writer.
    fn continues(&self, before: Span, line: &str) -> bool {
        if self.transcript && label::read_label(line).is_some() {
            return false;
        }
        let above = before.slice(self.text);
        if line.starts_with(char::is_lowercase) && !ends_sentence(above) {
            return true;
        }
        let first = line.split_whitespace().next().map_or(0, width);
        self.margin.is_some_and(|margin| width(above) + 1 + first > margin)
    }
}

/// The column at which the lines were wrapped; `None` where each line is a paragraph of its own.
fn margin_of(text: &str, lines: &[Span]) -> Option<usize> {
    let inner = || {
        lines.windows(2).filter_map(|pair| match pair {
            [line, next] if !line.is_empty() && !next.is_empty() => Some(line.slice(text)),
            _ => None,
        })
    };
    let widest = inner().map(width).max().filter(|width| (NARROWEST..=WIDEST).contains(width))?;
    let ended = inner().filter(|line| ends_sentence(line)).count();
    // Wrapping knows nothing of sentences: were most lines whole sentences, the writer made them.
    (ended * 2 < inner().count()).then_some(widest)
}

fn width(words: &str) -> usize {
    words.chars().count()
}

pub(super) fn ends_sentence(words: &str) -> bool {
    words.trim_end().trim_end_matches(['"', '”', '’', '\'', ')', ']']).ends_with(['.', '!', '?', '…'])
}

/// Whether a line begins with a bullet, and where its words begin.
fn bullet(words: &str) -> (bool, usize) {
    let found = ["- ", "* ", "• ", "· ", "– "].iter().find_map(|sign| words.strip_prefix(sign));
    found.map_or((false, 0), |rest| (true, words.len() - rest.trim_start().len()))
}
