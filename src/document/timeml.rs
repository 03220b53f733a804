//! TimeML: an XML document whose dates are marked with TIMEX3. Its words are read, its day of creation and the dates it
//! marks are kept; all other markup is passed over.

use super::passage::{BlockKind, Passage};
use crate::claim::{DateKind, DateRead};
use crate::text::Span;
use chrono::NaiveDate;

/// What a TimeML file holds.
#[derive(Debug, Default)]
pub(super) struct Annotated {
    pub(super) passages: Vec<Passage>,
    /// The day of creation (`DCT`).
    pub(super) day: Option<NaiveDate>,
    /// The dates marked in the text; spans of the file.
    pub(super) marked: Vec<DateRead>,
}

/// Reads the `TEXT` of a file, or all of it where there is no such element.
pub(super) fn read(file: &str) -> Annotated {
    let body = element(file, "TEXT").unwrap_or(Span::new(0, file.len()));
    let mut reader = Reader { file, open: None, found: Annotated::default() };
    reader.found.day = element(file, "DCT").and_then(|span| day(span.slice(file)));
    reader.found.passages.push(Passage::new(BlockKind::Paragraph));
    reader.read(body);
    reader.found
}

/// The inside of the first element of that name.
fn element(file: &str, name: &str) -> Option<Span> {
    let open = file.find(&format!("<{name}>"))? + name.len() + 2;
    let len = file.get(open..)?.find(&format!("</{name}>"))?;
    Some(Span::new(open, open + len))
}

/// The day of creation as its TIMEX3 says it.
fn day(inside: &str) -> Option<NaiveDate> {
    attribute(inside, "value")?.get(..10)?.parse().ok()
}

/// The value of an attribute within a tag.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag.get(start..)?.split('"').next()
}

struct Reader<'t> {
    file: &'t str,
    /// The TIMEX3 that is open, and where its words begin.
    open: Option<(DateKind, String, usize)>,
    found: Annotated,
}

impl Reader<'_> {
    fn read(&mut self, body: Span) {
        let mut at = body.start;
        while at < body.end {
            let rest = Span::new(at, body.end).slice(self.file);
            at += match rest.chars().next() {
                Some('<') => self.tag(at, rest),
                Some('&') => self.entity(at, rest),
                _ => self.words(at, rest),
            };
        }
    }

    /// A tag that begins at `at`; returns its length.
    fn tag(&mut self, at: usize, rest: &str) -> usize {
        let len = rest.find('>').map_or(rest.len(), |end| end + 1);
        let tag = rest.get(..len).unwrap_or_default();
        if tag.starts_with("<TIMEX3 ") {
            let kind = attribute(tag, "type").and_then(kind).unwrap_or(DateKind::Date);
            self.open = attribute(tag, "value").map(|value| (kind, value.to_owned(), at + len));
        } else if tag.starts_with("</TIMEX3")
            && let Some((kind, value, start)) = self.open.take().filter(|(.., start)| *start < at)
        {
            self.found.marked.push(DateRead { span: Span::new(start, at), kind, value, interval: None });
        }
        len
    }

    /// A character by its name.
    fn entity(&mut self, at: usize, rest: &str) -> usize {
        const NAMES: [(&str, &str); 5] =
            [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'")];
        let known = NAMES.iter().find(|(name, _)| rest.starts_with(name));
        let (len, letter) = known.map_or((1, "&"), |(name, letter)| (name.len(), *letter));
        if let Some(passage) = self.found.passages.last_mut() {
            passage.insert(at, letter);
        }
        len
    }

    /// Words up to the next markup; a blank line begins a passage.
    fn words(&mut self, at: usize, rest: &str) -> usize {
        let len = rest.find(['<', '&']).unwrap_or(rest.len());
        let mut start = at;
        for (index, line) in rest.get(..len).unwrap_or_default().split('\n').enumerate() {
            if index > 0 {
                self.break_line(start);
            }
            if let Some(passage) = self.found.passages.last_mut() {
                passage.copy(self.file, Span::new(start, start + line.len()));
            }
            start += line.len() + 1;
        }
        len
    }

    /// A line begins at `at`: a new passage behind an empty one, else a space.
    fn break_line(&mut self, at: usize) {
        let blank = self.file.get(at..).is_some_and(|rest| rest.starts_with(['\n', '\r']));
        match self.found.passages.last_mut() {
            Some(passage) if !blank => passage.space(),
            _ => self.found.passages.push(Passage::new(BlockKind::Paragraph)),
        }
    }
}

fn kind(name: &str) -> Option<DateKind> {
    Some(match name {
        "DATE" => DateKind::Date,
        "TIME" => DateKind::Time,
        "DURATION" => DateKind::Duration,
        "SET" => DateKind::Set,
        _ => return None,
    })
}
