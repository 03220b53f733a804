//! Whether what stands around words on record turns what they say.

use super::utterance::Utterance;
use super::verbatim::Place;
use super::weight::Class;
use crate::grammar::phrase::{Phrases, Word};

/// Words before or behind a quotation in which what turns its meaning may stand.
const NEAR: usize = 8;

/// Words behind a quotation among which a clause that rejects it may begin.
const REACH: usize = 12;

/// By what it is known that a speaker does not say so.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// Phrases right before the words, in their sentence.
    pub after: Phrases,
    /// Phrases right behind them, in their sentence.
    pub before: Phrases,
    /// Phrases of whoever quotes the words and tells that himself.
    pub told: Phrases,
    /// Phrases right before words that are passed on, and may be shared.
    pub relayed: Phrases,
    /// Phrases with which a clause behind these says that they are not.
    pub rejected: Phrases,
}

impl Context {
    /// Whether the words around a place turn what stands there, `beside` being those beside the quotation of it.
    pub fn turns(&self, passage: &Utterance, place: &Place, beside: &[Word]) -> bool {
        let lead = lead(passage, place.words.start);
        let goes_on = !passage.notation.ends_before(place.words.end) && !self.told.matches(beside);
        self.after.end(lead)
            || goes_on && self.before.begin(trail(passage, place.words.end))
            || self.relayed.end(lead) && self.is_rejected(passage, place.words.end)
    }

    fn is_rejected(&self, passage: &Utterance, end: usize) -> bool {
        let follows = |word: usize| passage.words.get(word).is_some_and(|word| Class::Clause.has(&word.form));
        let begins =
            |word: &usize| passage.notation.pauses_before(*word) || *word > end && follows(*word - 1);
        (end..end + REACH).filter(begins).any(|word| self.rejected.begin(trail(passage, word)))
    }
}

/// The words before a place that belong to its sentence. A comma right before it cuts them off, unless what follows is a
/// quotation.
fn lead(passage: &Utterance, start: usize) -> &[Word] {
    let notation = &passage.notation;
    let is_quoted = notation.quotes_from(start);
    let is_cut = |word: &usize| {
        if *word < start {
            notation.breaks_before(*word)
        } else {
            notation.ends_before(start) || !is_quoted && notation.pauses_before(start)
        }
    };
    let first = (start.saturating_sub(NEAR)..=start).rev().find(is_cut).unwrap_or(start.saturating_sub(NEAR));
    passage.words.get(first..start).unwrap_or_default()
}

/// The words from a place on that belong to its sentence.
fn trail(passage: &Utterance, start: usize) -> &[Word] {
    let ends = |word: &usize| passage.notation.ends_before(*word);
    let limit = (start + NEAR).min(passage.words.len());
    let end = (start + 1..limit).find(ends).unwrap_or(limit);
    passage.words.get(start..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::stands_in;
    use crate::grammar::phrase::{Phrase, TextWords};
    use crate::text::Text;

    fn utterance(prose: &str) -> Utterance {
        let text = Text::of_paragraph(prose);
        Utterance::read(&text, &TextWords::of(&text), 0..text.tokens().len())
    }

    fn phrases(phrase: &str) -> Phrases {
        Phrases::new(vec![Phrase::new(phrase).unwrap()])
    }

    #[test]
    fn words_that_turn_a_quotation() {
        let context = Context {
            after: phrases("(some|many) say that?"),
            before: phrases("unless"),
            told: phrases("in case"),
            relayed: phrases("he say that?"),
            rejected: phrases("that is …1 wrong"),
        };
        let turned = |passage: &str| {
            let (quote, passage) = (utterance("we have lost the north"), utterance(passage));
            stands_in(&quote, &passage).map(|place| context.turns(&passage, &place, &[]))
        };
        for (passage, expected) in [
            ("Some say that we have lost the north.", Some(true)),
            ("Some say: “We have lost the north.”", Some(true)),
            ("Some say so. But we have lost the north.", Some(false)),
            ("That is what some say. We have lost the north.", Some(false)),
            ("Whatever some say, we have lost the north.", Some(false)),
            ("We have lost the north, unless it snows.", Some(true)),
            ("We have lost the north. Unless it snows, we go.", Some(false)),
            ("He says that we have lost the north. That is plainly wrong.", Some(true)),
            ("He says that we have lost the north. I fear so.", Some(false)),
            ("He says that we have lost the north and that is wrong.", Some(true)),
            ("We have lost the north. That is plainly wrong of us.", Some(false)),
            ("We have never lost the north.", None),
        ] {
            assert_eq!(turned(passage), expected, "{passage}");
        }
    }
}
