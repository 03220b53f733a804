//! What is asserted: factuality, act, figures and the skeleton to align by.

use crate::claim::{Assertion, Attribution};
use crate::text::Text;
use std::ops::Range;

/// The assertion that an attribution makes: its content, as its cue puts it.
pub fn of_attribution(_text: &Text, _attribution: &Attribution) -> Assertion {
    Assertion::default()
}

/// The assertion that a sentence (a range of tokens) makes in the text's own voice.
pub fn of_sentence(_text: &Text, _sentence: Range<usize>) -> Assertion {
    Assertion::default()
}
