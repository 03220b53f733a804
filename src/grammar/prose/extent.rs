//! How far content reaches, when it is not certain.
//!
//! The likeliest end may be one of several that lie close together, or stand alone between two far ones. A reader is
//! served by content that is mostly right; so an end counts by what lies near it, too.

use super::candidate::{Boundary, Sentence};
use crate::grammar::item::Item;

/// How much it counts that content is mostly right, where that it is all right counts 1.
const MOSTLY: f32 = 2.0;

/// The least chance of an end that is taken, as a share of the likeliest's: none that nobody would read so.
const LEAST: f32 = 0.01;

/// The end that is best to take, as an index, and how likely content up to it is to be mostly right.
pub fn safest(sentence: &Sentence, start: usize, ends: &[Boundary], chances: &[f32]) -> (usize, f32) {
    let near = near(&lengths(sentence, start, ends), chances);
    let index = best(chances, &near);
    (index, near.get(index).copied().unwrap_or_default())
}

fn best(chances: &[f32], near: &[f32]) -> usize {
    let least = LEAST * chances.iter().copied().fold(0.0, f32::max);
    let worth = |(chance, near): (&f32, &f32)| if *chance < least { 0.0 } else { chance + MOSTLY * near };
    let worth = chances.iter().zip(near).map(worth);
    let best = worth.enumerate().max_by(|(at, one), (other, two)| one.total_cmp(two).then(other.cmp(at)));
    best.map_or(0, |(index, _)| index)
}

/// For each length, how likely the right one is neither more than twice as long nor less than half: then content shares
/// half of its words with what is right. Lengths ascend.
fn near(lengths: &[usize], chances: &[f32]) -> Vec<f32> {
    let mass = |from: usize, to: usize| chances.get(from..to).unwrap_or_default().iter().sum::<f32>();
    let (mut low, mut high) = (0, 0);
    let window = |length: &usize| {
        low += lengths.iter().skip(low).take_while(|other| 2 * **other < *length).count();
        high += lengths.iter().skip(high).take_while(|other| **other <= 2 * length).count();
        mass(low, high)
    };
    lengths.iter().map(window).collect()
}

/// The words of the content up to each end.
fn lengths(sentence: &Sentence, start: usize, ends: &[Boundary]) -> Vec<usize> {
    let words = |item: &Item| if item.is_word() || item.is_quotation() { item.tokens.len() } else { 0 };
    let (mut at, mut length) = (start, 0);
    let until = |end: &Boundary| {
        length += sentence.items.get(at..end.at).unwrap_or_default().iter().map(words).sum::<usize>();
        at = end.at;
        length
    };
    ends.iter().map(until).collect()
}

#[cfg(test)]
mod tests {
    use super::{best, near};

    #[test]
    fn ends_that_lie_together_outweigh_one_that_stands_alone() {
        let chances = [0.4, 0.3, 0.3];
        assert_eq!(best(&chances, &near(&[3, 18, 20], &chances)), 1);
        assert_eq!(best(&chances, &near(&[12, 18, 20], &chances)), 0);
        let chances = [0.51, 0.0, 0.49];
        assert_eq!(best(&chances, &near(&[10, 18, 30], &chances)), 0);
        assert_eq!(best(&[], &[]), 0);
    }
}
