//! Quotation against record: the only home of `similar`.
//!
//! A quotation is held against the best window of what the speaker is on record with, word by word. Typography,
//! contractions, hyphens and fillers are no differences; an ellipsis stands for any words left out, a bracketed
//! insertion for any words replaced, as long as the sense stays.

use super::diagonals::Diagonals;
use super::editing::{Elision, Trace};
use super::notation::Edit;
use super::side_by_side::side_by_side;
use super::spelling::is_short_for;
use super::utterance::Utterance;
use super::weight::Weight;
use crate::grammar::phrase::Word;
use crate::text::Span;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// How many words an ellipsis may leave out.
pub(super) const LEFT_OUT: usize = 25;

/// Words of room at either end of a quotation of which a few words were left out.
const NARROW: usize = 3;

/// A difference between quotation and record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The words of the quotation; empty where words were dropped.
    pub quoted: String,
    /// The words of the record; empty where words were added.
    pub recorded: String,
    /// What kind of words.
    pub weight: Weight,
}

/// How faithful a quotation is to the passage that is most like it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fidelity {
    /// Share of common words, 0 to 1.
    pub ratio: f64,
    /// The differences, in order; none if it is faithful.
    pub changes: Vec<Change>,
    /// Where the passage's window stands.
    pub window: Option<Span>,
    /// The window's words.
    pub recorded: String,
    /// The quotation and the window around their differences, these marked.
    pub sides: [String; 2],
}

/// Holds a quotation against a passage; `None` where they share too little to be one utterance.
///
/// A wide window has room for words left out, and for words before the quotation that happen to be some of its own; of
/// windows of several widths the one that shares most is taken, the narrowest of equals.
pub fn fidelity(quote: &Utterance, passage: &Utterance) -> Option<Fidelity> {
    let diagonals = Diagonals::of(quote, passage);
    let widest = quote.words.len() / 3 + 2 + LEFT_OUT * quote.notation.edits.len();
    let mut windows: Vec<Range<usize>> =
        [0, NARROW.min(widest), widest].into_iter().filter_map(|slack| diagonals.window(slack)).collect();
    windows.dedup();
    let mut best: Option<Laid> = None;
    for window in windows {
        let known = best.as_ref().map_or(0.0, |laid| laid.ratio);
        let laid = Laid::beside(quote, passage, window).filter(|laid| laid.ratio > known);
        best = laid.or(best);
        if best.as_ref().is_some_and(|laid| laid.ratio >= 1.0) {
            break;
        }
    }
    best.map(Laid::told)
}

/// A quotation laid beside a part of a passage.
struct Laid<'u> {
    mine: Vec<&'u str>,
    theirs: Vec<&'u str>,
    /// How the one is made into the other, what is spare at the ends left out.
    ops: Vec<DiffOp>,
    /// The part of the passage that the quotation reaches.
    reached: &'u [Word],
    ratio: f64,
    quote: &'u Utterance,
    passage: &'u Utterance,
    /// The word of the passage at which `theirs` begins.
    start: usize,
}

impl<'u> Laid<'u> {
    fn beside(quote: &'u Utterance, passage: &'u Utterance, window: Range<usize>) -> Option<Laid<'u>> {
        let recorded = passage.words.get(window.clone())?;
        let (mine, theirs) = (forms(&quote.words), forms(recorded));
        let Trimmed { mut ops, kept } =
            trimmed(capture_diff_slices(Algorithm::Myers, &mine, &theirs), theirs.len());
        let beyond = if passage.excerpt {
            let reach = window.start + kept.start..window.start + kept.end;
            cut_beyond(&mut ops, reach, passage.words.len())
        } else {
            0
        };
        let common: usize =
            ops.iter().map(|op| if let DiffOp::Equal { len, .. } = op { *len } else { 0 }).sum();
        let left_out: usize =
            ops.iter().filter(|op| is_elided(op, quote)).map(|op| op.new_range().len()).sum();
        let length = mine.len() - beyond + kept.len().saturating_sub(left_out);
        let ratio = 2.0 * common as f64 / length.max(1) as f64;
        let (reached, start) = (recorded.get(kept)?, window.start);
        Some(Laid { mine, theirs, ops, reached, ratio, quote, passage, start })
    }

    fn told(self) -> Fidelity {
        let quote = self.quote;
        let plain = self.ops.iter().filter_map(|op| change(op, &self.mine, &self.theirs, quote));
        let marked = self.ops.iter().flat_map(|op| self.edited(op));
        Fidelity {
            changes: plain.chain(marked).collect(),
            ratio: self.ratio,
            window: span_of(self.reached),
            recorded: forms(self.reached).join(" "),
            sides: side_by_side(&self.ops, &self.mine, &self.theirs, |op| is_elided(op, quote)),
        }
    }

    /// What the editor's marks at an operation do to the sense.
    fn edited(&self, op: &DiffOp) -> Vec<Change> {
        let (first, instead) = (op.old_range().start, self.mine.get(op.old_range()).unwrap_or_default());
        let within =
            if let DiffOp::Equal { .. } = op { first + first.min(1)..op.old_range().end } else { 0..0 };
        let inside = self.quote.edits_in(within).map(|edit| {
            // What a bracket at the beginning stands for was cut off as spare.
            let at = self.start + op.new_range().start + (edit.at - first);
            let replaced = if edit.at == 0 { edit.inserted.len() } else { 0 };
            self.traced(at.saturating_sub(replaced)..at, edit, &[])
        });
        let theirs = op.new_range();
        let gap = self.start + theirs.start..self.start + theirs.end;
        inside
            .chain(edits_at(op, self.quote).map(|edit| self.traced(gap.clone(), edit, instead)))
            .flatten()
            .collect()
    }

    fn traced(&self, gap: Range<usize>, edit: &'u Edit, instead: &[&'u str]) -> Option<Change> {
        let inserted = edit.inserted.iter().map(String::as_str).collect();
        let Trace { word, weight, added } =
            Elision::of(self.passage, gap, inserted, instead.to_vec()).trace()?;
        let (quoted, recorded) = if added { (word, String::new()) } else { (String::new(), word) };
        Some(Change { quoted, recorded, weight })
    }
}

/// Drops what the quotation has before the first or after the last word of an excerpt, of which the excerpt tells
/// nothing; gives how many words. `reach` is the part of the excerpt that the quotation is held against.
fn cut_beyond(ops: &mut Vec<DiffOp>, reach: Range<usize>, excerpt: usize) -> usize {
    let added = |op: Option<&DiffOp>| match op {
        Some(DiffOp::Delete { old_len, .. }) => *old_len,
        _ => 0,
    };
    let before = if reach.start == 0 { added(ops.first()) } else { 0 };
    let after = if reach.end == excerpt && ops.len() > 1 { added(ops.last()) } else { 0 };
    if before > 0 {
        ops.remove(0);
    }
    if after > 0 {
        ops.pop();
    }
    before + after
}

fn forms(words: &[Word]) -> Vec<&str> {
    words.iter().map(|word| &*word.form).collect()
}

fn span_of(words: &[Word]) -> Option<Span> {
    Some(words.first()?.span.cover(words.last()?.span))
}

struct Trimmed {
    ops: Vec<DiffOp>,
    /// The part of the window that the quotation reaches.
    kept: Range<usize>,
}

/// Without what the window has before and after the quotation.
fn trimmed(mut ops: Vec<DiffOp>, window: usize) -> Trimmed {
    let mut kept = 0..window;
    let spare = ops.first_mut().map_or(0, |op| cut(op, true));
    kept.start += spare;
    let spare = ops.last_mut().map_or(0, |op| cut(op, false));
    kept.end = kept.end.saturating_sub(spare).max(kept.start);
    ops.retain(|op| !matches!(op, DiffOp::Insert { new_len: 0, .. }));
    Trimmed { ops, kept }
}

/// Cuts the words of the window that an outermost difference has to spare; gives how many.
fn cut(op: &mut DiffOp, front: bool) -> usize {
    let (new_index, new_len, needed) = match op {
        DiffOp::Insert { new_index, new_len, .. } => (new_index, new_len, 0),
        DiffOp::Replace { new_index, new_len, old_len, .. } => (new_index, new_len, *old_len),
        _ => return 0,
    };
    let spare = new_len.saturating_sub(needed);
    *new_len -= spare;
    *new_index += if front { spare } else { 0 };
    spare
}

/// Whether the quotation marks the place: words left out at an ellipsis, or replaced by an insertion.
fn is_elided(op: &DiffOp, quote: &Utterance) -> bool {
    edits_at(op, quote).next().is_some()
}

/// What an editor did where words of the record are left out.
fn edits_at<'q>(op: &DiffOp, quote: &'q Utterance) -> impl Iterator<Item = &'q Edit> {
    let range = op.old_range();
    let places = match op {
        DiffOp::Insert { .. } => vec![range.start],
        DiffOp::Replace { .. } => vec![range.start, range.end],
        _ => Vec::new(),
    };
    places.into_iter().flat_map(|at| quote.edits_in(at..at + 1))
}

fn change(op: &DiffOp, mine: &[&str], theirs: &[&str], quote: &Utterance) -> Option<Change> {
    if matches!(op, DiffOp::Equal { .. }) || is_elided(op, quote) {
        return None;
    }
    let quoted = mine.get(op.old_range()).unwrap_or_default();
    let recorded = theirs.get(op.new_range()).unwrap_or_default();
    if say_the_same(quoted, recorded) {
        return None;
    }
    let weight = quoted.iter().chain(recorded).map(|word| Weight::of(word)).max()?;
    let weight = if same_bases(quoted, recorded) { Weight::Grammar } else { weight };
    Some(Change { quoted: quoted.join(" "), recorded: recorded.join(" "), weight })
}

/// Whether one is a contraction of the other, or each word another spelling of its like.
fn say_the_same(quoted: &[&str], recorded: &[&str]) -> bool {
    let is_spelling = |one: &str, other: &str| {
        one == other
            || is_number_of(one, other)
            || is_number_of(other, one)
            || is_short_for(one, other)
            || is_short_for(other, one)
    };
    let in_turn = || quoted.iter().zip(recorded).all(|(one, other)| is_spelling(one, other));
    is_contraction(quoted, recorded)
        || is_contraction(recorded, quoted)
        || quoted.len() == recorded.len() && in_turn()
}

/// "That’s" for "that is" or "that has", "he’d" for "he would" or "he had".
fn is_contraction(short: &[&str], long: &[&str]) -> bool {
    matches!((short, long), (["'s"], ["is" | "has"]) | (["'d"], ["would" | "had" | "did"]))
}

/// "20" for "twenty".
fn is_number_of(digits: &str, word: &str) -> bool {
    crate::text::form::number_word(word).is_some_and(|number| digits.parse() == Ok(number))
}

fn same_bases(quoted: &[&str], recorded: &[&str]) -> bool {
    let bases = |words: &[&str]| {
        words.iter().map(|word| crate::text::form::base_form(word).into_owned()).collect::<Vec<_>>()
    };
    !quoted.is_empty() && bases(quoted) == bases(recorded)
}
