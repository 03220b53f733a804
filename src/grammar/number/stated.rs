//! Figures that a text sets beside one another so that they must fit together.

use super::measured::Read;
use super::{names_percent, read_all, states_twice};
use crate::claim::{Comparator, Measure, Unit};
use crate::grammar::table::lower;
use crate::text::Text;
use std::collections::VecDeque;
use std::ops::Range;

/// Figures that must fit together.
#[derive(Clone, Debug, PartialEq)]
pub enum Stated {
    /// One quantity twice: `fewer than one-in-six, or 15.3 percent`.
    Twice(Measure, Measure),
    /// A change and its two ends: `rose 5 percent, from 20 to 21`.
    Change {
        /// The change.
        by: Measure,
        /// Before.
        from: Measure,
        /// After.
        to: Measure,
    },
    /// A part, its whole and its share: `12 of the 40 members (30 percent)`.
    Share {
        /// The part.
        part: Measure,
        /// The whole.
        whole: Measure,
        /// The share.
        share: Measure,
    },
    /// A whole and its parts: `of the 40 members, 22 voted for it and 12 against`.
    Parts {
        /// The whole.
        whole: Measure,
        /// The parts.
        parts: Vec<Measure>,
    },
    /// A lead in a poll and the poll's margin of error: `leads by 43 percent to 40`.
    Lead {
        /// The one ahead.
        ahead: Measure,
        /// The other.
        behind: Measure,
        /// The margin.
        margin: Measure,
    },
}

/// Sentences before or after a lead in which its margin of error may be given.
const NEAR: usize = 3;

/// The figures of a text that must fit together, in its order.
pub fn stated(text: &Text) -> Vec<Stated> {
    let mut found = Vec::new();
    let mut leads: VecDeque<(usize, Measure, Measure)> = VecDeque::new();
    let mut margin: Option<(usize, Measure)> = None;
    for (number, sentence) in text.sentences().iter().enumerate() {
        if !may_state(text, sentence.clone()) {
            continue;
        }
        let figures = read_all(text, sentence.clone());
        let own = Figures { text, sentence: sentence.clone(), figures: &figures };
        found.extend(own.twice());
        found.extend(own.changes());
        found.extend(own.ranged_changes());
        found.extend(own.shares());
        found.extend(own.parts());
        leads.extend(own.lead().map(|(ahead, behind)| (number, ahead, behind)));
        margin = own.margin().map(|measure| (number, measure)).or(margin);
        if own.margin().is_some() && own.is_cautious() {
            leads.clear();
        }
        if let Some((at, margin)) = &margin {
            let near = |lead: &(usize, Measure, Measure)| lead.0.abs_diff(*at) <= NEAR;
            let ready = leads.drain(..).filter(near);
            found.extend(ready.map(|(_, ahead, behind)| Stated::Lead {
                ahead,
                behind,
                margin: margin.clone(),
            }));
        }
    }
    found
}

/// Whether a sentence can hold any of these: one with a percentage, a margin, or parts of a whole that opens it.
fn may_state(text: &Text, sentence: Range<usize>) -> bool {
    let opens = &*lower(text, sentence.start) == "of";
    opens
        || names_percent(text, sentence.clone())
        || sentence.into_iter().any(|at| &*lower(text, at) == "margin")
}

/// The figures of one sentence.
struct Figures<'f> {
    text: &'f Text<'f>,
    sentence: Range<usize>,
    figures: &'f [Read],
}

impl Figures<'_> {
    fn twice(&self) -> Vec<Stated> {
        let pairs = self.figures.windows(2).filter_map(|pair| match pair {
            [one, other] => states_twice(self.text, one, other)
                .then(|| Stated::Twice(one.measure.clone(), other.measure.clone())),
            _ => None,
        });
        pairs.collect()
    }

    /// The change stands before its ends or right behind them.
    fn changes(&self) -> Vec<Stated> {
        let triples = self.figures.windows(3).filter_map(|triple| {
            let [one, two, three] = triple else { return None };
            let from_to =
                |from: &Read, to: &Read| self.before(from, 0) == "from" && self.before(to, 0) == "to";
            let (by, from, to) = if from_to(two, three) && self.is_by(one) {
                (one, two, three)
            } else if from_to(one, two) && self.sets_off(two, three) {
                (three, one, two)
            } else {
                return None;
            };
            let measures = (by.measure.clone(), from.measure.clone(), to.measure.clone());
            Some(Stated::Change { by: measures.0, from: measures.1, to: measures.2 })
        });
        triples.collect()
    }

    /// As [`Figures::changes`], where the grammar has read the two ends as one range: "from 200 to 250".
    fn ranged_changes(&self) -> Vec<Stated> {
        let pairs = self.figures.windows(2).filter_map(|pair| {
            let [one, two] = pair else { return None };
            let (by, range) = match (self.is_range(one), self.is_range(two)) {
                (false, true) if self.is_by(one) => (one, two),
                (true, false) if self.sets_off(one, two) => (two, one),
                _ => return None,
            };
            let end = |value: f64| Measure { value, low: value, high: value, ..range.measure.clone() };
            let (from, to) = (end(range.measure.low), end(range.measure.high));
            Some(Stated::Change { by: by.measure.clone(), from, to })
        });
        pairs.collect()
    }

    /// Whether a figure is two: "from 200 to 250".
    fn is_range(&self, figure: &Read) -> bool {
        let Measure { high, comparator, .. } = &figure.measure;
        let two = figure.tokens.clone().any(|at| &*lower(self.text, at) == "to");
        two && high.is_finite() && *comparator == Comparator::Exact
    }

    /// Whether a figure stands right behind a verb of change, or "by" or "of" behind it.
    fn is_by(&self, figure: &Read) -> bool {
        let near = [self.before(figure, 0), self.before(figure, 1)];
        near.iter().any(|word| CHANGES.contains(&word.as_str()))
    }

    fn shares(&self) -> Vec<Stated> {
        let triples = self.figures.windows(3).filter_map(|triple| {
            let [part, whole, share] = triple else { return None };
            let of = (part.tokens.end..whole.tokens.start).map(|at| lower(self.text, at).into_owned());
            let of: Vec<String> = of.collect();
            let of: Vec<&str> = of.iter().map(String::as_str).collect();
            let is_part = matches!(of.as_slice(), ["of"] | ["of", "the" | "its" | "their" | "his" | "her"])
                || matches!(of.as_slice(), ["out", "of"] | ["out", "of", "the" | "its"]);
            let counted = part.measure.unit == whole.measure.unit && share.measure.unit == Unit::Percent;
            (is_part && counted && self.sets_off(whole, share)).then(|| Stated::Share {
                part: part.measure.clone(),
                whole: whole.measure.clone(),
                share: share.measure.clone(),
            })
        });
        triples.collect()
    }

    /// "Of the 40 members, 22 …, 12 … and 5 …": the whole opens the sentence, the parts are bare or of the same noun.
    fn parts(&self) -> Option<Stated> {
        let (whole, parts) = self.figures.split_first()?;
        let opens =
            whole.tokens.start <= self.sentence.start + 2 && lower(self.text, self.sentence.start) == "of";
        let of_it = |part: &Read| {
            let own = &part.measure;
            own.unit == Unit::Count && (own.counted.is_empty() || own.counted == whole.measure.counted)
        };
        let counted = whole.measure.unit == Unit::Count && !whole.measure.counted.is_empty();
        let fits = opens && counted && parts.len() >= 2 && parts.iter().all(of_it);
        fits.then(|| Stated::Parts {
            whole: whole.measure.clone(),
            parts: parts.iter().map(|part| part.measure.clone()).collect(),
        })
    }

    fn lead(&self) -> Option<(Measure, Measure)> {
        if !self.holds(LEADS) || self.is_cautious() {
            return None;
        }
        self.figures.windows(2).find_map(|pair| {
            let [ahead, behind] = pair else { return None };
            let share = |measure: &Measure| matches!(measure.unit, Unit::Percent | Unit::Count);
            let against = behind.measure.unit == Unit::Percent || ahead.measure.unit == Unit::Percent;
            let side_by_side = ahead.tokens.end + 1 == behind.tokens.start && self.before(behind, 0) == "to";
            let fits = against && share(&ahead.measure) && share(&behind.measure) && side_by_side;
            let falls = ahead.measure.value > behind.measure.value && ahead.measure.value <= 100.0;
            (fits && falls).then(|| (ahead.measure.clone(), behind.measure.clone()))
        })
    }

    fn is_cautious(&self) -> bool {
        self.holds(CAUTIOUS)
    }

    fn holds(&self, list: &[&str]) -> bool {
        self.sentence.clone().any(|at| list.contains(&&*lower(self.text, at)))
    }

    fn margin(&self) -> Option<Measure> {
        let near_margin = |figure: &&Read| {
            let lead = figure.tokens.start.saturating_sub(8).max(self.sentence.start)..figure.tokens.start;
            lead.clone().any(|at| lower(self.text, at) == "margin")
                && lead.clone().any(|at| lower(self.text, at) == "error")
        };
        let figure = self.figures.iter().find(near_margin)?;
        Some(figure.measure.clone())
    }

    /// The word `back` words before the one right before a figure.
    fn before(&self, figure: &Read, back: usize) -> String {
        let at = figure.tokens.start.checked_sub(1 + back).filter(|at| *at >= self.sentence.start);
        at.map_or(String::new(), |at| lower(self.text, at).into_owned())
    }

    /// Whether a figure stands behind another in brackets, behind ", or", or behind a noun of change.
    fn sets_off(&self, one: &Read, other: &Read) -> bool {
        let gap: Vec<_> = (one.tokens.end..other.tokens.start).map(|at| lower(self.text, at)).collect();
        let last_two = gap.iter().rev().take(2).map(|word| &**word).collect::<Vec<_>>();
        let mark = matches!(last_two.as_slice(), ["(", ..] | ["or", ","] | ["about", "("] | ["—" | "–", ..]);
        let close = gap.len() <= 6;
        close && (mark || gap.len() >= 2 && gap.iter().any(|word| CHANGES.contains(&&**word)))
    }
}

const CHANGES: &[&str] = &[
    "rise",
    "rises",
    "rose",
    "risen",
    "rising",
    "increase",
    "increases",
    "increased",
    "increasing",
    "grow",
    "grows",
    "grew",
    "grown",
    "climb",
    "climbs",
    "climbed",
    "jump",
    "jumps",
    "jumped",
    "gain",
    "gained",
    "fall",
    "falls",
    "fell",
    "fallen",
    "falling",
    "drop",
    "drops",
    "dropped",
    "decline",
    "declines",
    "declined",
    "decrease",
    "decreased",
    "shrink",
    "shrank",
    "shrunk",
    "slip",
    "slipped",
    "up",
    "down",
];

const LEADS: &[&str] = &["lead", "leads", "led", "leading", "ahead"];

/// Words by which a text shows that it knows the lead to be none to speak of.
const CAUTIOUS: &[&str] = &[
    "slightly",
    "narrowly",
    "slim",
    "statistical",
    "statistically",
    "within",
    "tie",
    "tied",
    "edge",
    "virtually",
];
