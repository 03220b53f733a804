//! The sentences that somebody said in a row: each asserts something of its own.

use super::word::{is_verb, pieces};
use crate::claim::Wording;
use crate::grammar::tag::tags;
use crate::text::{Span, Text};
use std::ops::Range;

/// The parts of a sentence: it may run over several lines.
type Parts = Vec<Range<usize>>;

/// The places of the sentences in a content that have a verb, without the marks around them; none where there are not several.
pub fn sentences(text: &Text, content: &Wording) -> Vec<Vec<Span>> {
    let mut sentences = by_sentence(text, &pieces(text, &content.spans));
    if sentences.len() > 1 {
        sentences.retain(|parts| parts.iter().any(|part| tags(text, part.clone()).into_iter().any(is_verb)));
    }
    if sentences.len() < 2 {
        return Vec::new();
    }
    let spans = |parts: Parts| parts.into_iter().filter_map(|part| bare(text, part)).collect();
    sentences.into_iter().map(spans).collect()
}

fn by_sentence(text: &Text, pieces: &[Range<usize>]) -> Vec<Parts> {
    let mut sentences: Vec<Parts> = Vec::new();
    let mut last = None;
    for piece in pieces {
        let mut start = piece.start;
        while start < piece.end {
            let own = text.sentence_at(start);
            let range = own.and_then(|own| text.sentences().get(own));
            let Some(range) = range.filter(|range| range.contains(&start)) else {
                // Between two sentences.
                start += 1;
                continue;
            };
            let part = start..range.end.min(piece.end);
            start = part.end;
            match sentences.last_mut().filter(|_| own == last) {
                Some(open) => open.push(part),
                None => sentences.push(vec![part]),
            }
            last = own;
        }
    }
    sentences
}

/// Without marks and the point or the like at its end.
fn bare(text: &Text, part: Range<usize>) -> Option<Span> {
    let is_inside = |token: &usize| {
        let word = text.word(*token);
        word.chars().any(char::is_alphanumeric) || matches!(word, "%" | "$" | "€" | "£" | ")" | "]")
    };
    let (first, last) = (part.clone().find(is_inside)?, part.clone().rfind(is_inside)?);
    Some(text.span_of(first..last + 1))
}
