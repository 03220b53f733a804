//! Quotation against record: the only home of `similar`.
//!
//! A quotation is held against the best window of what the speaker is on record with, word by word. Typography,
//! contractions, hyphens and fillers are no differences; an ellipsis stands for any words left out, a bracketed
//! insertion for any words replaced.

use super::diagonals::Diagonals;
use super::side_by_side::side_by_side;
use crate::grammar::phrase::{TextWords, Word};
use crate::text::{Span, Text};
use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;
use std::sync::LazyLock;

/// Words that transcripts have and quotations rightly leave out.
const FILLERS: &[&str] = &["uh", "um", "er", "erm", "ah", "hmm", "mhm"];
/// Quotations shorter than this are fragments, which anybody may share with anybody.
pub(super) const SHORTEST: usize = 4;

/// How many words an ellipsis may leave out.
pub(super) const LEFT_OUT: usize = 25;

/// Words of room at either end of a quotation of which a few words were left out.
const NARROW: usize = 3;

/// A quotation or a passage of the record, word by word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Utterance {
    pub(super) words: Vec<Word>,
    /// Indices of words before which something was left out or put in by an editor.
    pub(super) breaks: Vec<usize>,
    /// Where it stands.
    pub span: Option<Span>,
    /// See [`Utterance::excerpt`].
    excerpt: bool,
}

/// What kind of words a change touches, gravest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Articles, prepositions, forms of one word.
    Grammar,
    /// Any other word.
    Content,
    /// Likely, perhaps, about: how sure.
    Hedge,
    /// May, could, must, will.
    Modal,
    /// A figure.
    Number,
    /// Not, never, no.
    Negation,
}

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

impl Utterance {
    /// Takes the words among `tokens` from those of their text; `[…]` and `…` become breaks.
    pub fn read(text: &Text, words: &TextWords, tokens: Range<usize>) -> Utterance {
        let mut utterance = Utterance { span: Some(text.span_of(tokens.clone())), ..Utterance::default() };
        let mut bracketed = false;
        for at in tokens {
            let word = text.word(at);
            match word {
                "[" => bracketed = true,
                "]" => {
                    bracketed = false;
                    utterance.add_break();
                }
                "…" => utterance.add_break(),
                "." if is_spaced_ellipsis(text, at) => utterance.add_break(),
                _ if word.starts_with("..") => utterance.add_break(),
                _ if !bracketed => utterance.add(text, words, at),
                _ => {}
            }
        }
        utterance
    }

    /// All of what somebody is given as having said.
    pub fn of_words(words: &[Word]) -> Utterance {
        Utterance { words: words.to_vec(), ..Utterance::default() }
    }

    /// The same as an excerpt: the speaker said more before and after it, as with a journal's quotations.
    pub fn excerpt(self) -> Utterance {
        Utterance { excerpt: true, ..self }
    }

    /// What it consists of: words, places of breaks, its own place, whether it is an excerpt.
    pub fn parts(&self) -> (&[Word], &[usize], Option<Span>, bool) {
        (&self.words, &self.breaks, self.span, self.excerpt)
    }

    /// The utterance of these parts.
    pub fn of_parts(words: Vec<Word>, breaks: Vec<usize>, span: Option<Span>, excerpt: bool) -> Utterance {
        Utterance { words, breaks, span, excerpt }
    }

    fn add_break(&mut self) {
        self.breaks.push(self.words.len());
    }

    /// Adds a word; a compound counts as its parts, so that "open-door" and "open door" are one.
    fn add(&mut self, text: &Text, words: &TextWords, at: usize) {
        let token = text.tokens().get(at).filter(|token| token.is_wordlike());
        for word in token.map(|token| words.within(token.span)).iter().flat_map(|own| own.iter()) {
            if word.form.contains('-') {
                let parts = word.form.split('-').filter(|part| !part.is_empty());
                self.words.extend(parts.map(|part| word.part(part)));
            } else if &*word.form == "cannot" {
                self.words.extend(["can", "not"].map(|part| word.part(part)));
            } else if !FILLERS.contains(&&*word.form) {
                self.words.push(word.clone());
            }
        }
    }

    /// Its words two by two: utterances that are compared share some of these.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.words.windows(2).filter_map(|pair| Some((&*pair.first()?.form, &*pair.get(1)?.form)))
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether it has no words.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether it is long enough to be told from chance.
    pub fn is_telling(&self) -> bool {
        self.words.len() >= SHORTEST
    }
}

/// Holds a quotation against a passage; `None` where they share too little to be one utterance.
///
/// A wide window has room for words left out, and for words before the quotation that happen to be some of its own; of
/// windows of several widths the one that shares most is taken, the narrowest of equals.
pub fn fidelity(quote: &Utterance, passage: &Utterance) -> Option<Fidelity> {
    let diagonals = Diagonals::of(quote, passage);
    let widest = quote.words.len() / 3 + 2 + LEFT_OUT * quote.breaks.len();
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
    best.map(|laid| laid.told(quote))
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
            ops.iter().filter(|op| is_elided(op, &quote.breaks)).map(|op| op.new_range().len()).sum();
        let length = mine.len() - beyond + kept.len().saturating_sub(left_out);
        let ratio = 2.0 * common as f64 / length.max(1) as f64;
        Some(Laid { mine, theirs, ops, reached: recorded.get(kept)?, ratio })
    }

    fn told(self, quote: &Utterance) -> Fidelity {
        let changes = self.ops.iter().filter_map(|op| change(op, &self.mine, &self.theirs, &quote.breaks));
        Fidelity {
            changes: changes.collect(),
            ratio: self.ratio,
            window: span_of(self.reached),
            recorded: forms(self.reached).join(" "),
            sides: side_by_side(&self.ops, &self.mine, &self.theirs, |op| is_elided(op, &quote.breaks)),
        }
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

/// `. . .`: three stops, each a token of its own.
fn is_spaced_ellipsis(text: &Text, at: usize) -> bool {
    (at..at + 3).all(|stop| stop < text.tokens().len() && text.word(stop) == ".")
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
fn is_elided(op: &DiffOp, breaks: &[usize]) -> bool {
    match op {
        DiffOp::Insert { old_index, .. } => breaks.contains(old_index),
        DiffOp::Replace { old_index, old_len, .. } => {
            breaks.contains(old_index) || breaks.contains(&(old_index + old_len))
        }
        _ => false,
    }
}

fn change(op: &DiffOp, mine: &[&str], theirs: &[&str], breaks: &[usize]) -> Option<Change> {
    if matches!(op, DiffOp::Equal { .. }) || is_elided(op, breaks) {
        return None;
    }
    let quoted = mine.get(op.old_range()).unwrap_or_default();
    let recorded = theirs.get(op.new_range()).unwrap_or_default();
    let is_one = |one, other| is_contraction(one, other) || is_number_of(one, other);
    if is_one(quoted, recorded) || is_one(recorded, quoted) {
        return None;
    }
    let weight = quoted.iter().chain(recorded).map(|word| weight_of(word)).max()?;
    let weight = if same_bases(quoted, recorded) { Weight::Grammar } else { weight };
    Some(Change { quoted: quoted.join(" "), recorded: recorded.join(" "), weight })
}

/// "That’s" for "that is" or "that has", "he’d" for "he would" or "he had".
fn is_contraction(short: &[&str], long: &[&str]) -> bool {
    matches!((short, long), (["'s"], ["is" | "has"]) | (["'d"], ["would" | "had" | "did"]))
}

/// "20" for "twenty".
fn is_number_of(digits: &[&str], word: &[&str]) -> bool {
    let ([digits], [word]) = (digits, word) else { return false };
    crate::text::form::number_word(word).is_some_and(|number| digits.parse() == Ok(number))
}

fn same_bases(quoted: &[&str], recorded: &[&str]) -> bool {
    let bases = |words: &[&str]| {
        words.iter().map(|word| crate::text::form::base_form(word).into_owned()).collect::<Vec<_>>()
    };
    !quoted.is_empty() && bases(quoted) == bases(recorded)
}

fn weight_of(word: &str) -> Weight {
    let is_figure =
        || word.starts_with(|c: char| c.is_ascii_digit()) || crate::text::form::is_number_word(word);
    match WEIGHTS.get(word) {
        Some(weight) => *weight,
        None if is_figure() => Weight::Number,
        None => Weight::Content,
    }
}

/// The words that weigh more or less than others; see the file.
static WEIGHTS: LazyLock<FxHashMap<&str, Weight>> = LazyLock::new(|| {
    let lines =
        include_str!("../../rules/lexicon/quotation.txt").lines().filter_map(|line| line.split_once(':'));
    let words = lines.flat_map(|(kind, words)| {
        let weight = match kind {
            "negation" => Weight::Negation,
            "modal" => Weight::Modal,
            "hedge" => Weight::Hedge,
            _ => Weight::Grammar,
        };
        words.split(',').map(move |word| (word.trim(), weight))
    });
    words.collect()
});
