//! Does the text itself mark the conflict? "But Kiev has begun to take a different tone."

use crate::grammar::phrase::{Phrases, TextWords};
use crate::text::{Span, Text};
use std::ops::Range;

/// Sentences between two claims within which a bare "but" may still set them off.
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
}

impl Marking {
    fn by_force(&self) -> [(&Phrases, Force); 3] {
        [
            (&self.announced, Force::Announced),
            (&self.outright, Force::Outright),
            (&self.contrast, Force::Contrast),
        ]
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
            for (phrases, force) in marking.by_force() {
                if let Some(found) = phrases.longest(&words)
                    && let Some(first) = words.get(found.start)
                {
                    let last = words.get(found.end - 1).unwrap_or(first);
                    markers.push(Marker { span: first.span.cover(last.span), sentence, force });
                }
            }
        }
    }
    markers
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
/// An outright marker may stand from the earlier claim's sentence to the one after the later claim, one that announces what
/// follows also right before the earlier; a mere contrast must stand in the later claim's own sentence, or between neighbours.
pub fn marks_conflict(markers: &[Marker], a: usize, b: usize) -> Option<Marker> {
    let (earlier, later) = (a.min(b), a.max(b));
    let reaches = |marker: &&Marker| {
        let before = usize::from(marker.force == Force::Announced);
        earlier <= marker.sentence + before && marker.sentence <= later + 1
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
