//! What each feature says for and against each tag.

use super::Tag;
use super::feature::{Feature, Template};
use super::vocabulary::Vocabulary;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The weights of all features.
#[derive(Debug, Default)]
pub(super) struct Weights {
    rows: FxHashMap<Feature, Range<u32>>,
    weights: Vec<(Tag, i16)>,
}

/// The weight that each tag has gathered.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scores([i32; Tag::ALL.len()]);

/// Bytes of a line, about: to make room once.
const LINE: usize = 24;

impl Weights {
    /// Reads `[template]` heads and under them lines of two values and weights: `the DT NN-12 VB4`.
    pub(super) fn parse(lines: &str, vocabulary: &Vocabulary) -> Weights {
        let names: FxHashMap<&str, Tag> = Tag::ALL.iter().map(|tag| (tag.name(), *tag)).collect();
        let mut weights = Weights::default();
        weights.rows.reserve(lines.len() / LINE);
        weights.weights.reserve(lines.len() / LINE * 3);
        let mut template = None;
        for line in lines.lines() {
            match (line.strip_suffix(']'), template) {
                (Some(head), _) => template = Template::named(head.trim_start_matches('[')),
                (None, Some(template)) => weights.read_row(template, line, vocabulary, &names),
                _ => {}
            }
        }
        weights
    }

    fn read_row(
        &mut self,
        template: Template,
        line: &str,
        vocabulary: &Vocabulary,
        names: &FxHashMap<&str, Tag>,
    ) {
        let mut parts = line.split(' ');
        let (Some(a), Some(b)) = (parts.next(), parts.next()) else { return };
        let Some(feature) = template.parse(a, b, vocabulary) else { return };
        let start = self.weights.len() as u32;
        self.weights.extend(parts.filter_map(|part| read_weight(part, names)));
        self.rows.insert(feature, start..self.weights.len() as u32);
    }

    /// Adds what `feature` says.
    pub(super) fn add(&self, feature: Feature, scores: &mut Scores) {
        let Some(row) = self.rows.get(&feature) else { return };
        for (tag, weight) in self.weights.get(row.start as usize..row.end as usize).unwrap_or_default() {
            if let Some(score) = scores.0.get_mut(*tag as usize) {
                *score += i32::from(*weight);
            }
        }
    }
}

/// `NN-12`
fn read_weight(written: &str, names: &FxHashMap<&str, Tag>) -> Option<(Tag, i16)> {
    let letters = written.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (tag, weight) = written.split_at_checked(letters)?;
    Some((*names.get(tag)?, weight.parse().ok()?))
}

impl Default for Scores {
    fn default() -> Scores {
        Scores([0; Tag::ALL.len()])
    }
}

impl Scores {
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
