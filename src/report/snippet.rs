//! The lines of a file around a labelled place, cut to what fits on a screen.
//!
//! Only these lines are handed to the renderer, so that a finding costs the same in a short file and in one that is
//! a single line of megabytes.

use super::layout::{cut, prefix, width};
use super::shelf::Shelved;
use crate::text::{Place, Span, visible};
use annotate_snippets::{Annotation, AnnotationKind, Snippet};
use std::ops::Range;

/// Bytes looked at on either side of the place; more than any screen is wide.
const REACH: usize = 1200;

/// Lines of the place that are shown at the most.
const LINES: usize = 4;

/// Columns of a place that are underlined at the least; a label that leaves less goes below the lines.
const UNDERLINED: usize = 24;

/// Columns that line number, margin and ellipses take up beside the place and its label.
const MARGIN: usize = 22;

/// A place in a file made ready to be shown.
#[derive(Clone, Debug)]
pub(super) struct Excerpt {
    /// Whole lines or, of long lines, what stands around the place.
    lines: String,
    /// The bytes of `lines` to underline, one range a line.
    underlined: Vec<Range<usize>>,
    label: String,
    /// The label, where it does not fit beside the place.
    pub below: Option<String>,
    /// Where the place is in the file.
    pub place: Place,
}

impl Excerpt {
    /// The lines around `span`, which is of the file's prose or text as `shelved` has it.
    pub fn new(shelved: Shelved, span: Span, label: &str, columns: usize) -> Excerpt {
        let text = shelved.source.text();
        let span = shelved.in_file(span);
        let place = shelved.source.place(span.start);
        let before = before_on_line(text, span.start);
        let whole = cut(label, usize::MAX);
        let fits = width(&whole) <= columns.saturating_sub(MARGIN + UNDERLINED);
        let (label, below) = if fits { (whole, None) } else { (String::new(), Some(whole)) };
        let room = columns.saturating_sub(MARGIN + width(&label));
        let mut excerpt = Excerpt { lines: before.to_owned(), underlined: Vec::new(), label, below, place };
        let shown = Span::new(span.start, bounded(text, span.end.min(span.start + REACH)));
        let clipped = excerpt.underline(shown.slice(text), room) || shown != span;
        excerpt.lines.push_str(after_on_line(text, shown.end));
        if clipped && !excerpt.label.is_empty() {
            excerpt.label.insert_str(0, "… ");
        }
        excerpt
    }

    /// Adds the words of the place, underlined as far as there is room; tells whether something was left out.
    fn underline(&mut self, words: &str, room: usize) -> bool {
        let mut clipped = false;
        for (number, line) in split_lines(words).enumerate() {
            if number == LINES {
                return true;
            }
            if number > 0 {
                self.lines.push('\n');
            }
            let shown = prefix(line, room);
            clipped |= shown.len() < line.len();
            let start = self.lines.len();
            self.underlined.push(start..start + shown.len());
            self.lines.push_str(line);
        }
        clipped
    }

    /// The snippet under a stand-in for the file's name; see [`Excerpt::name_in`].
    pub fn snippet(&self, number: usize) -> Snippet<'_, Annotation<'_>> {
        let mut label = Some(self.label.as_str()).filter(|label| !label.is_empty());
        let mut annotations = self.underlined.iter().filter(|range| !range.is_empty()).peekable();
        let at_least_one = annotations.peek().is_none().then_some(self.underlined.first()).flatten();
        let annotations = annotations.chain(at_least_one);
        Snippet::source(self.lines.as_str()).line_start(self.place.line).path(stand_in(number)).annotations(
            annotations.map(|range| AnnotationKind::Primary.span(range.clone()).label(label.take())),
        )
    }

    /// Puts the name of the file and the place into what was rendered.
    ///
    /// The renderer counts in the lines that it was given, from the first that it can underline: of long lines a part
    /// only, and never an empty one.
    pub fn name_in(&self, rendered: &str, number: usize, name: &str) -> String {
        let Some((before, after)) = rendered.split_once(&stand_in(number)) else {
            return rendered.to_owned();
        };
        let counted = |c: char| c == ':' || c.is_ascii_digit();
        let after = after.trim_start_matches(counted);
        format!("{before}{}:{}:{}{after}", visible(name), self.place.line, self.place.column)
    }
}

/// A name that no file has: characters for private use.
fn stand_in(number: usize) -> String {
    format!("\u{F5A70}{number}\u{F5A70}")
}

/// What stands before `at` on its line, as far as it is shown.
fn before_on_line(text: &str, at: usize) -> &str {
    let window = text.get(bounded(text, at.saturating_sub(REACH))..at).unwrap_or_default();
    window.rsplit(['\n', '\r']).next().unwrap_or_default()
}

/// What stands from `at` on to the end of its line, as far as it is shown.
fn after_on_line(text: &str, at: usize) -> &str {
    let window = text.get(at..bounded(text, at + REACH)).unwrap_or_default();
    window.split(['\n', '\r']).next().unwrap_or_default()
}

fn split_lines(words: &str) -> impl Iterator<Item = &str> {
    words.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

/// The next character boundary at or before `at`.
fn bounded(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
