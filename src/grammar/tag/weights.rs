//! What each feature says for and against each tag.

use super::Tag;
use super::feature::{Feature, MOST};
use crate::grammar::packed::Packed;

/// Where the weights of each feature stand among all: the first, shifted, and how many.
static ROWS: Packed = Packed::built_in(include_bytes!(concat!(env!("OUT_DIR"), "/tag-rows.bin")));

/// All weights: the number of the tag, then what it gains.
static WEIGHTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tag-weights.bin"));

/// Bytes of a weight.
const WEIGHT: usize = 3;

/// Bits of a row that say how many weights it has.
const COUNT: u32 = 6;

/// The weight that each tag has gathered.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scores([i32; Tag::ALL.len()]);

impl Default for Scores {
    fn default() -> Scores {
        Scores([0; Tag::ALL.len()])
    }
}

impl Scores {
    /// Adds what all of `features` say. Their rows are looked up first: look-ups that wait for nothing run side by side.
    pub(super) fn of(features: &[Feature; MOST]) -> Scores {
        let mut scores = Scores::default();
        let known = features.map(|feature| if feature == Feature::NONE { 0 } else { ROWS.get(feature.0) });
        for row in known {
            scores.add(row);
        }
        scores
    }

    fn add(&mut self, row: u32) {
        let (first, count) = ((row >> COUNT) as usize, (row & ((1 << COUNT) - 1)) as usize);
        let weights = WEIGHTS.as_chunks::<WEIGHT>().0.get(first..first + count).unwrap_or_default();
        for [tag, low, high] in weights {
            if let Some(score) = self.0.get_mut(usize::from(*tag)) {
                *score += i32::from(i16::from_le_bytes([*low, *high]));
            }
        }
    }

    /// The tag with the most; the first of equals.
    pub(super) fn best(&self) -> Tag {
        let mut best = (Tag::default(), i32::MIN);
        for (tag, score) in Tag::ALL.iter().zip(self.0) {
            if score > best.1 {
                best = (*tag, score);
            }
        }
        best.0
    }
}
