//! What a figure is of, by the words around it: how much there is or by how much it changed, at what hour, at what target.

use super::lexicon::LEXICON;
use super::{Framing, passing, respect, time};
use crate::claim::{Measure, Unit};
use crate::text::form::{base_form, noun_base, verb_base};

/// A figure where it stands.
#[derive(Clone, Copy)]
pub(in crate::compare) struct Figure<'f> {
    of: &'f Framing<'f>,
    measure: &'f Measure,
    /// Its first word.
    at: usize,
    /// The first word behind it.
    behind: usize,
}

/// Words between a figure and the noun that it counts.
const ATTRIBUTES: usize = 4;

/// Words before a figure among which its verb stands.
const VERB: usize = 3;

impl<'f> Figure<'f> {
    /// `None` where the figure stands in none of the words.
    pub(in crate::compare) fn of(of: &'f Framing<'f>, measure: &'f Measure) -> Option<Figure<'f>> {
        let at = of.spans.iter().position(|span| span.overlaps(measure.span))?;
        let behind = of.spans.iter().rposition(|span| span.overlaps(measure.span))? + 1;
        Some(Figure { of, measure, at, behind })
    }

    /// "Costs 9 crowns": so at the moment.
    pub(in crate::compare) fn is_passing(self) -> bool {
        passing::counted(self.of, (self.at, self.behind), &self.measure.counted) == passing::Hold::Passing
    }

    fn before(&self) -> &'f str {
        self.of.before(self.at)
    }

    /// "Rose by 5", "fell 5 percent": not how many there are.
    fn is_difference(&self) -> bool {
        let near = self.of.words.get(self.at.saturating_sub(VERB)..self.at).unwrap_or_default();
        let changes = || LEXICON.trend.contains(&*verb_base(self.before()));
        let by = || self.before() == "by" && near.iter().any(|word| !LEXICON.be.contains(word));
        by() || changes()
    }

    /// "Rose to 5", "stood at 5", "is 5".
    fn is_level(&self) -> bool {
        let before = self.before();
        matches!(before, "to" | "at") || LEXICON.be.contains(before) || base_form(before) == "reach"
    }

    /// "Rose to", "climbed to": it was another before.
    fn is_end_of_change(&self) -> bool {
        let near = self.of.words.get(self.at.saturating_sub(VERB)..self.at).unwrap_or_default();
        base_form(self.before()) == "reach"
            || self.before() == "to" && near.iter().any(|word| LEXICON.trend.contains(&*verb_base(word)))
    }

    /// The place of the noun that it counts.
    fn noun(&self) -> Option<usize> {
        let counts = |at: &usize| noun_base(self.of.word(*at)) == self.measure.counted;
        let counted = !self.measure.counted.is_empty() && self.measure.unit == Unit::Count;
        (self.behind..self.behind + ATTRIBUTES).find(counts).filter(|_| counted)
    }

    /// At what, where to or where from, right behind what it counts: "two shots | at the car".
    fn target(&self) -> Option<(usize, usize)> {
        let behind = self.noun()? + 1;
        let whoever = self.measure.counted == PEOPLE;
        let phrase = respect::behind(self.of, behind)?;
        (!whoever && LEXICON.target.contains(self.of.word(behind))).then_some(phrase)
    }

    /// "Has 40 beds | free", "has 12 buses | out of order": which of them, behind what somebody has.
    fn kind(&self, other: &Framing) -> Option<String> {
        let had = self.of.words.get(self.at.saturating_sub(VERB)..self.at).unwrap_or_default();
        let stock = had.iter().any(|word| LEXICON.stock.contains(word))
            || LEXICON.be.contains(self.before()) && had.contains(&"there");
        let behind = self.noun().filter(|_| stock)? + 1;
        let (from, to) = respect::behind(self.of, behind).or_else(|| {
            let word = self.of.word(behind);
            let tells = !respect::is_function_word(word) && !respect::is_time(word) && !is_adverb(word);
            tells.then_some((behind, behind + 1))
        })?;
        let known = (from..to).all(|at| other.has(self.of.word(at)));
        (!known).then(|| self.of.told(behind, to))
    }
}

/// Who is counted there may be counted elsewhere, too.
const PEOPLE: &str = "people";

fn is_adverb(word: &str) -> bool {
    word.ends_with("ly") || matches!(word, "now" | "still" | "already" | "so" | "alone" | "each" | "ago")
}

/// Why two figures are not of one thing, whichever is the greater.
pub(in crate::compare) fn unlike(one: Figure, other: Figure) -> Option<String> {
    let difference = || Some("the one tells by how much, the other how many".to_owned());
    let changed = one.is_difference() && other.is_level() || other.is_difference() && one.is_level();
    changed
        .then(difference)
        .flatten()
        .or_else(|| other_span(one, other))
        .or_else(|| rest(one, other))
        .or_else(|| other_hour(one, other))
        .or_else(|| other_target(one, other))
}

/// "Rose by 2 metres", "rose by 3 metres since Friday": by how much it changed, and from when.
fn other_span(one: Figure, other: Figure) -> Option<String> {
    let since = |of: Figure| of.of.words.iter().position(|word| *word == "since");
    let alone = |own: Figure, its: Figure| {
        since(own).filter(|_| since(its).is_none()).map(|at| own.of.told(at, at + 2))
    };
    let changes = one.is_difference() && other.is_difference();
    let span = changes.then(|| alone(one, other).or_else(|| alone(other, one))).flatten()?;
    Some(format!("only one of the figures is of “{span}”"))
}

/// "A quarter has been counted", "three quarters are still to be counted": together they are the whole.
fn rest(one: Figure, other: Figure) -> Option<String> {
    let shares = one.measure.unit == Unit::Percent && other.measure.unit == Unit::Percent;
    let whole = shares && (one.measure.value + other.measure.value - WHOLE).abs() < ROUNDED;
    let turned = outstanding(one.of, other.of).or_else(|| outstanding(other.of, one.of));
    turned.filter(|_| whole).map(|word| format!("the one is what is “{word}” of the other"))
}

/// Per cent of a whole, and what rounding may leave of it.
const WHOLE: f64 = 100.0;
const ROUNDED: f64 = 1.5;

/// The word by which only the first tells of what is not, or not yet, as the rest is.
fn outstanding<'f>(one: &Framing<'f>, other: &Framing) -> Option<&'f str> {
    let is_left = |of: &Framing, at: usize| {
        let to_do = || of.word(at) == "still" && of.word(at + 1) == "to";
        LEXICON.left.contains(of.word(at)) || LEXICON.not.contains(of.word(at)) || to_do()
    };
    let alone = !(0..other.words.len()).any(|at| is_left(other, at));
    let reversed = |word: &str| {
        let bare = word.strip_prefix("un").filter(|bare| !bare.is_empty());
        bare.is_some_and(|bare| other.words.iter().any(|it| verb_base(it) == verb_base(bare)))
    };
    let at = (0..one.words.len()).find(|at| alone && is_left(one, *at) || reversed(one.word(*at)))?;
    Some(one.word(at))
}

/// "Stood at 12 in the morning", "rose to 31": what is so at an hour, or was on the way there.
fn other_hour(one: Figure, other: Figure) -> Option<String> {
    let earlier = |own: Figure, its: Figure| {
        let hour = time::hour(own.of).filter(|hour| !its.of.has(hour.rsplit(' ').next().unwrap_or_default()));
        let day = || time::time_phrase(own.of).filter(|_| time::time_phrase(its.of).is_none());
        hour.or_else(|| day().filter(|_| its.is_end_of_change() && !own.is_end_of_change()))
    };
    let levels = one.is_level() && other.is_level();
    let when = levels.then(|| earlier(one, other).or_else(|| earlier(other, one))).flatten()?;
    Some(format!("only one of the figures is of “{when}”"))
}

/// "Two shots at the car", "three shots in the air".
fn other_target(one: Figure, other: Figure) -> Option<String> {
    let (own, its) = (one.target()?, other.target()?);
    let strange = |(from, to): (usize, usize), of: Figure, facing: Figure| {
        (from..to).all(|at| !facing.of.has(of.of.word(at)))
    };
    let apart = strange(own, one, other) && strange(its, other, one);
    let told = |of: Figure, phrase: (usize, usize)| of.of.told(of.noun().map_or(0, |at| at + 1), phrase.1);
    apart.then(|| format!("the one is of “{}”, the other of “{}”", told(one, own), told(other, its)))
}

/// What tells which of those that somebody has the first figure counts, or until when: the second may count all.
pub(in crate::compare) fn part(one: Figure, other: Figure) -> Option<String> {
    one.kind(other.of).or_else(|| time::by_then(one.of).filter(|_| time::by_then(other.of).is_none()))
}
