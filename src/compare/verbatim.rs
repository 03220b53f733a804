//! Quotations that stand on record word for word: where, after which words, and of how many pieces.

use super::utterance::{SHORTEST, Utterance};
use super::wording::LEFT_OUT;
use crate::text::Span;
use std::ops::Range;

/// Where a quotation stands in a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The words of the passage.
    pub(super) words: Range<usize>,
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
    places_in(quote, passage).next()
}

/// All places where a quotation stands in a passage, word for word.
pub fn places_in<'p>(quote: &'p Utterance, passage: &'p Utterance) -> impl Iterator<Item = Place> + 'p {
    let length = quote.words.len();
    let is_whole = quote.is_unedited() && length > 0;
    let starts = 0..(passage.words.len() + 1).saturating_sub(length);
    let found = starts.filter(move |start| is_whole && common(quote, 0, passage, *start) >= length);
    found.filter_map(move |start| place(passage, start..start + length))
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
    if !quote.is_unedited() || quote.words.len() < 2 * SHORTEST {
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
    use crate::grammar::phrase::TextWords;
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
}
