//! Quotations that stand on record word for word: where, after which words, and of how many pieces.

use super::wording::{LEFT_OUT, SHORTEST, Utterance};
use crate::grammar::phrase::Phrases;
use crate::text::Span;
use std::ops::Range;

/// Words before a quotation in which what turns its meaning may stand.
const LEAD: usize = 8;

/// Where a quotation stands in a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The words of the passage.
    words: Range<usize>,
    /// Their place in the record.
    pub span: Span,
}

/// Two passages of one record that a quotation joins, by their numbers, with the places of its halves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joint {
    /// The passage of its beginning, and where.
    pub first: (usize, Span),
    /// The passage of its end, and where.
    pub second: (usize, Span),
}

/// The first place where a quotation stands in a passage, word for word.
pub fn stands_in(quote: &Utterance, passage: &Utterance) -> Option<Place> {
    if !quote.breaks.is_empty() || quote.words.is_empty() {
        return None;
    }
    let length = quote.words.len();
    let starts = 0..(passage.words.len() + 1).saturating_sub(length);
    let start = starts.into_iter().find(|start| common(quote, 0, passage, *start) >= length)?;
    place(passage, start..start + length)
}

/// Whether one of `phrases` ends right before a place in a passage.
pub fn after_phrase(passage: &Utterance, place: &Place, phrases: &Phrases) -> bool {
    let start = place.words.start;
    passage.words.get(start.saturating_sub(LEAD)..start).is_some_and(|lead| phrases.end(lead))
}

/// The words with which a passage can begin to hold a quotation, and those with which a quotation begins.
pub fn beginnings(utterance: &Utterance) -> impl Iterator<Item = [&str; SHORTEST]> {
    utterance.words.windows(SHORTEST).map(|words| {
        let mut forms = words.iter().map(|word| &*word.form);
        std::array::from_fn(|_| forms.next().unwrap_or_default())
    })
}

/// The two places that a quotation joins, if it is made of one word for word beginning and one such end.
pub fn joints(quote: &Utterance, passages: &[(usize, &Utterance)]) -> Option<Joint> {
    if !quote.breaks.is_empty() || quote.words.len() < 2 * SHORTEST {
        return None;
    }
    let (first, start, length) = longest(quote, 0, passages)?;
    if length == quote.words.len() || length < SHORTEST {
        return None;
    }
    // The halves may share words; the second must reach the end.
    let from = length.min(quote.words.len() - SHORTEST);
    let (second, at, reached) = longest(quote, from, passages)?;
    let end = start + length;
    if from + reached != quote.words.len() || goes_on(quote, from, passages.get(first)?.1, end) {
        return None;
    }
    let span = |passage: usize, words: Range<usize>| Some(place(passages.get(passage)?.1, words)?.span);
    Some(Joint {
        first: (passages.get(first)?.0, span(first, start..start + length)?),
        second: (passages.get(second)?.0, span(second, at..at + reached)?),
    })
}

/// Whether the passage of the beginning has the end as well, a few words further on: then words are left out, no more.
fn goes_on(quote: &Utterance, from: usize, passage: &Utterance, end: usize) -> bool {
    let rest = quote.words.len() - from;
    (end..=end + LEFT_OUT).any(|start| common(quote, from, passage, start) == rest)
}

/// The passage and word from which most words agree with the quotation from its word `from` on, and how many.
fn longest(
    quote: &Utterance,
    from: usize,
    passages: &[(usize, &Utterance)],
) -> Option<(usize, usize, usize)> {
    let agreeing = passages.iter().enumerate().flat_map(|(number, (_, passage))| {
        (0..passage.words.len()).map(move |start| (number, start, common(quote, from, passage, start)))
    });
    // The first of several equally long, so that the order of the record decides.
    agreeing.reduce(|best, next| if next.2 > best.2 { next } else { best })
}

/// How many words of the quotation from `from` on agree with those of the passage from `start` on.
fn common(quote: &Utterance, from: usize, passage: &Utterance, start: usize) -> usize {
    let mine = quote.words.iter().skip(from);
    let theirs = passage.words.iter().skip(start);
    mine.zip(theirs).take_while(|(one, other)| one.form == other.form).count()
}

fn place(passage: &Utterance, words: Range<usize>) -> Option<Place> {
    let held = passage.words.get(words.clone())?;
    Some(Place { span: held.first()?.span.cover(held.last()?.span), words })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::phrase::{Phrase, TextWords};
    use crate::text::Text;

    fn utterance(prose: &str) -> Utterance {
        let text = Text::of_paragraph(prose);
        Utterance::read(&text, &TextWords::of(&text), 0..text.tokens().len())
    }

    /// The passages of which a quotation joins two.
    fn joined(quote: &str, passages: &[&str]) -> Option<(usize, usize)> {
        let read: Vec<Utterance> = passages.iter().map(|passage| utterance(passage)).collect();
        let numbered: Vec<(usize, &Utterance)> = read.iter().enumerate().collect();
        joints(&utterance(quote), &numbered).map(|joint| (joint.first.0, joint.second.0))
    }

    #[test]
    fn a_quotation_of_two_places() {
        let quote = "I will not resign today. The north deserves a better answer.";
        let (one, other) =
            ("No: I will not resign today.", "Well, the north deserves a better answer, no doubt.");
        assert_eq!(joined(quote, &[one, other]), Some((0, 1)));
        assert_eq!(joined(quote, &[other, one]), Some((1, 0)));
        assert_eq!(joined(quote, &[one]), None);
        assert_eq!(joined(quote, &[&format!("{quote} {other}")]), None, "said in one piece");
        assert_eq!(joined("I will not resign. Never.", &[one, other]), None, "too short");
    }

    #[test]
    fn words_that_turn_a_quotation() {
        let turning = Phrases::new(vec![Phrase::new("(some|many) say (that)?").unwrap()]);
        let turned = |passage: &str| {
            let (quote, passage) = (utterance("we have lost the north"), utterance(passage));
            stands_in(&quote, &passage).map(|place| after_phrase(&passage, &place, &turning))
        };
        assert_eq!(turned("Some say that we have lost the north."), Some(true));
        assert_eq!(turned("Some say so. But we have lost the north."), Some(false));
        assert_eq!(turned("We have never lost the north."), None);
    }
}
