//! Does the text itself mark the conflict? "But Kiev has begun to take a different tone."

use crate::grammar::phrase::{Phrases, TextWords, Word};
use crate::text::{Span, Text};
use std::ops::Range;

/// Sentences between two claims within which a bare "but" may still set them off, and between a claim and a mark that is about
/// it.
const NEIGHBOURS: usize = 2;

/// How strongly a text marks a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Force {
    /// It sets two things off: "but".
    Contrast,
    /// It names a conflict: "disputed".
    Outright,
    /// It tells that several say different things, before or behind what they say: "accounts differ".
    Announced,
    /// It tells that one says otherwise than before: "corrected herself".
    Turn,
    /// It tells that one said so at first.
    First,
}

/// The phrases by which texts mark conflicts.
#[derive(Clone, Debug)]
pub struct Marking {
    /// Phrases that only set things off.
    pub contrast: Phrases,
    /// Phrases that name a conflict.
    pub outright: Phrases,
    /// Phrases that tell of several who differ.
    pub announced: Phrases,
    /// Phrases that tell of one who says otherwise than before.
    pub turn: Phrases,
    /// Phrases that tell what one said at first.
    pub first: Phrases,
    /// Phrases that hold one of the others and mark nothing: "at first light".
    pub none: Phrases,
}

impl Marking {
    fn by_force(&self) -> [(&Phrases, Force); 5] {
        [
            (&self.announced, Force::Announced),
            (&self.outright, Force::Outright),
            (&self.contrast, Force::Contrast),
            (&self.turn, Force::Turn),
            (&self.first, Force::First),
        ]
    }

    /// The words before, between and behind what marks nothing.
    fn telling<'w>(&self, words: &'w [Word]) -> Vec<&'w [Word]> {
        let Some(idle) = self.none.longest(words) else { return vec![words] };
        let before = words.get(..idle.start).unwrap_or_default();
        let behind = words.get(idle.end..).unwrap_or_default();
        std::iter::once(before).chain(self.telling(behind)).collect()
    }
}

/// A word or phrase of the text's own voice that marks a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marker {
    /// Where it stands.
    pub span: Span,
    /// Its sentence.
    pub sentence: usize,
    /// How it marks one.
    pub force: Force,
}

/// All markers in a text, quotations left out.
pub fn markers_in(text: &Text, words: &TextWords, marking: &Marking) -> Vec<Marker> {
    let mut markers = Vec::new();
    for (sentence, range) in text.sentences().iter().enumerate() {
        for own in outside_quotations(text, range.clone()) {
            let words = words.within(text.span_of(own));
            let parts = marking.telling(&words).into_iter();
            markers.extend(parts.flat_map(|part| marks_of(part, sentence, marking)));
        }
    }
    markers
}

/// The longest mark of each force among words of a sentence.
fn marks_of<'m>(
    words: &'m [Word],
    sentence: usize,
    marking: &'m Marking,
) -> impl Iterator<Item = Marker> + use<'m> {
    marking.by_force().into_iter().filter_map(move |(phrases, force)| {
        let found = phrases.longest(words)?;
        let (first, last) = (words.get(found.start)?, words.get(found.end - 1)?);
        Some(Marker { span: first.span.cover(last.span), sentence, force })
    })
}

/// The token ranges of a sentence that stand outside quotation marks.
fn outside_quotations(text: &Text, sentence: Range<usize>) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut at = sentence.start;
    let first = text.quotations().partition_point(|quotation| quotation.end() <= sentence.start);
    for quotation in
        text.quotations().iter().skip(first).take_while(|quotation| quotation.open < sentence.end)
    {
        if quotation.open > at {
            ranges.push(at..quotation.open);
        }
        at = quotation.end();
    }
    if at < sentence.end {
        ranges.push(at..sentence.end);
    }
    ranges
}

/// The marker by which the text sets the claims in sentences `a` and `b` off against each other, if it does.
///
/// An outright marker may stand from the earlier claim's sentence to the one after the later claim, near either; one that announces what
/// follows also right before the earlier; a mere contrast must stand in the later claim's own sentence, or between neighbours.
/// Of what one speaker says at two times it may also be told that it was said so at first, or is said otherwise since.
pub fn marks_conflict(markers: &[Marker], a: usize, b: usize, one_speaker: bool) -> Option<Marker> {
    let (earlier, later) = (a.min(b), a.max(b));
    let reaches = |marker: &&Marker| {
        let (before, at) = (usize::from(marker.force == Force::Announced), marker.sentence);
        let beside = at <= earlier + NEIGHBOURS || at + NEIGHBOURS >= later;
        let near = earlier <= at + before && at <= later + 1 && beside;
        match marker.force {
            Force::Turn => near && one_speaker,
            Force::First => one_speaker && [a, b].contains(&marker.sentence),
            _ => near,
        }
    };
    let mut contrast = None;
    for marker in markers.iter().filter(reaches) {
        if marker.force != Force::Contrast {
            return Some(*marker);
        }
        // "But" sets its sentence off against what stands before it, never against what follows.
        let after_earlier = marker.sentence > earlier || earlier == later;
        let sets_off = marker.sentence == later || later - earlier <= NEIGHBOURS && marker.sentence < later;
        contrast = contrast.or((after_earlier && sets_off).then_some(*marker));
    }
    contrast
}
