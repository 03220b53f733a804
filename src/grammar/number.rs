//! Figures: number, comparator, unit, what is counted, of whom.

use crate::claim::Measure;
use crate::text::Text;
use std::ops::Range;

/// The figures among `tokens`, in their order. Dates, times and ordinals are none.
pub fn measures(_text: &Text, _tokens: Range<usize>) -> Vec<Measure> {
    Vec::new()
}

/// Pairs of figures side by side that state one quantity twice: `fewer than one-in-six, or 15.3 percent`.
pub fn apposed(_text: &Text) -> Vec<(Measure, Measure)> {
    Vec::new()
}
