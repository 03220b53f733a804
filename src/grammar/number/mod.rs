//! Figures: number, comparator, unit, what is counted, of whom.

mod figure;
mod lexicon;
mod measured;
mod noun;
mod run;
mod stated;

use crate::claim::{Measure, Unit};
use crate::grammar::table::lower;
use crate::grammar::tag::tags;
use crate::text::form::verb_base;
use crate::text::{Kind, Text};
use lexicon::LEXICON;
use measured::{Read, measure};
use noun::{Nouns, number_behind_of};
use run::Run;
pub use stated::{Stated, stated};
use std::ops::Range;

/// The figures among `tokens`, in their order. Dates, times, ages, ordinals and the numbers of things that are
/// numbered are none.
pub fn measures(text: &Text, tokens: Range<usize>) -> Vec<Measure> {
    let read = read_all(text, tokens);
    let wholes: Vec<usize> = read.iter().filter_map(|part| whole_of(text, part)).collect();
    let own = read.into_iter().filter(|read| !wholes.contains(&read.tokens.start));
    own.map(|read| read.measure).collect()
}

/// "Three of the | five states": where a count tells of how many it is a part; that there are five is nothing that is told.
fn whole_of(text: &Text, part: &Read) -> Option<usize> {
    let rest = Run { text, at: part.tokens.end, end: text.tokens().len() };
    (part.measure.unit == Unit::Count).then(|| number_behind_of(rest)).flatten()
}

/// The unit that a unit is counted in when it is held against others, and how many of that it is: a mile is 1,609.344 metres.
pub fn conversion(unit: &str) -> Option<(&'static str, f64)> {
    LEXICON.conversions.get(unit).copied()
}

/// Whether a percentage may stand in a sentence.
fn names_percent(text: &Text, sentence: Range<usize>) -> bool {
    sentence.into_iter().any(|at| LEXICON.percent.begins(&lower(text, at)))
}

/// A fraction in words, and the same share in figures in brackets or after ", or".
fn states_twice(text: &Text, one: &Read, other: &Read) -> bool {
    let shares = [one, other].iter().all(|read| read.measure.unit == Unit::Percent);
    if !shares || one.fraction == other.fraction {
        return false;
    }
    let gap = |from: usize| (from..other.tokens.start).map(|at| text.word(at)).collect::<Vec<_>>();
    let sets_off =
        |gap: &[&str]| matches!(gap, ["("] | [",", "or"] | ["—" | "–" | "--"] | [",", "that", "is", ","]);
    [one.tokens.end, one.end].into_iter().any(|from| sets_off(&gap(from)))
}

/// The figures of a range that may hold several sentences.
fn read_all(text: &Text, tokens: Range<usize>) -> Vec<Read> {
    let mut figures = Vec::new();
    let mut start = tokens.start;
    while start < tokens.end {
        let ends = |at: &usize| text.tokens().get(*at).is_none_or(|token| token.is_end());
        let end = (start..tokens.end).find(ends).unwrap_or(tokens.end);
        read_sentence(text, start..end, &mut figures);
        start = end + 1;
    }
    figures
}

/// Tags are looked up only where a figure stands: few sentences have one.
fn read_sentence(text: &Text, sentence: Range<usize>, figures: &mut Vec<Read>) {
    let Some(figure) = figure_from(text, sentence.clone()) else { return };
    let mut starts = Starts { text, figure, end: sentence.end };
    let nouns = Nouns { start: sentence.start, tags: tags(text, sentence.clone()) };
    let mut next = sentence.start;
    while let Some(at) = starts.next_from(next) {
        let run = Run { text, at, end: sentence.end };
        next = match measure(run, &nouns) {
            Ok((_, read)) if read.tokens.end > at => {
                let end = read.tokens.end;
                figures.push(read);
                end
            }
            _ => after_number(text, at),
        };
    }
}

/// Where to look on after a token that starts no measure: the rest of a number that is none is none either.
fn after_number(text: &Text, at: usize) -> usize {
    let number = |at: usize| text.tokens().get(at).is_some_and(|token| token.kind == Kind::Number);
    if number(at) && text.word(at + 1).len() == 1 && matches!(text.word(at + 1), "–" | "-") && number(at + 2)
    {
        return at + 3;
    }
    at + 1
}

/// Where measures may begin in a sentence: at a figure, or at what may lead to one.
struct Starts<'t> {
    text: &'t Text<'t>,
    /// The figure that comes next.
    figure: usize,
    end: usize,
}

/// Tokens of a measure before its figure, at the most: a comparator, "half a", a currency sign.
const LONGEST_LEAD: usize = 10;

impl Starts<'_> {
    fn next_from(&mut self, at: usize) -> Option<usize> {
        if self.figure < at {
            self.figure = figure_from(self.text, at..self.end)?;
        }
        let near = at.max(self.figure.saturating_sub(LONGEST_LEAD));
        (near..self.figure).find(|at| may_lead(self.text, *at)).or(Some(self.figure))
    }
}

/// A comparator, a currency sign, "a", "between".
fn may_lead(text: &Text, at: usize) -> bool {
    let word = lower(text, at);
    if &*word == "up" && goes(text, at) {
        return false;
    }
    matches!(&*word, "a" | "between") || LEXICON.comparators.begins(&word) || LEXICON.money.begins(&word)
}

/// "Went up | to 40": that is how far it went, and no bound.
fn goes(text: &Text, at: usize) -> bool {
    const GOING: [&str; 6] = ["go", "come", "climb", "creep", "move", "edge"];
    at.checked_sub(1).is_some_and(|before| GOING.contains(&&*verb_base(&lower(text, before))))
}

fn figure_from(text: &Text, mut tokens: Range<usize>) -> Option<usize> {
    tokens.find(|at| is_figure(text, *at))
}

fn is_figure(text: &Text, at: usize) -> bool {
    match text.tokens().get(at).map(|token| token.kind) {
        Some(Kind::Number) => true,
        Some(Kind::Word) => is_figure_word(&lower(text, at)),
        _ => false,
    }
}

fn is_figure_word(word: &str) -> bool {
    let start = word.split_once('-').map_or(word, |(start, _)| start);
    LEXICON.starts.contains(start)
}

#[cfg(test)]
mod tests;
