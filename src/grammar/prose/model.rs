//! The judge that weighs: clues to weights, weights to probabilities.

use super::candidate::{Cue, Sentence};
use super::clue::{Clues, Template, Value, key, key_of_names};
use super::weigh::{Judge, Offer, Stage, Verdict};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Below this probability a word is no cue, and no more is asked about it.
pub const LEAST_CUE: f32 = 0.15;

/// Weights of the clues of each stage.
#[derive(Clone, Debug, Default)]
pub struct Model {
    stages: [FxHashMap<u64, f32>; Stage::ALL.len()],
}

static BUILT_IN: LazyLock<Model> =
    LazyLock::new(|| Model::parse(include_str!("../../../rules/weights/attribution.txt")));

impl Model {
    /// The weights that come with sayso.
    pub fn built_in() -> &'static Model {
        &BUILT_IN
    }

    /// Reads `[stage]` heads and below them lines `template`, `value`, `value`, weight in hundredths, divided by tabs.
    pub fn parse(lines: &str) -> Model {
        let mut model = Model::default();
        let mut stage = Stage::Cue;
        for line in lines.lines().filter(|line| !line.starts_with('#')) {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(name) => stage = Stage::named(name).unwrap_or(stage),
                None => model.read_row(stage, line).unwrap_or_default(),
            }
        }
        model
    }

    fn read_row(&mut self, stage: Stage, line: &str) -> Option<()> {
        let mut fields = line.split('\t');
        let (template, a, b) = (fields.next()?, fields.next()?, fields.next()?);
        let weight: f32 = fields.next()?.parse().ok()?;
        self.set(stage, key_of_names(template, a, b), weight / 100.0);
        Some(())
    }

    /// Sets the weight of a clue.
    pub fn set(&mut self, stage: Stage, key: u64, weight: f32) {
        if let Some(weights) = self.stages.get_mut(stage as usize) {
            weights.insert(key, weight);
        }
    }
}

/// The sum of the weights of an option's clues.
#[derive(Debug)]
pub struct Sum<'m> {
    weights: Option<&'m FxHashMap<u64, f32>>,
    sum: f32,
}

impl Clues for Sum<'_> {
    fn add(&mut self, template: Template, a: impl Value, b: impl Value) {
        let weight = self.weights.and_then(|weights| weights.get(&key(template, a.key(), b.key())));
        self.sum += weight.copied().unwrap_or_default();
    }
}

impl<'m> Judge for &'m Model {
    type Clues = Sum<'m>;

    fn clues(&self, stage: Stage) -> Sum<'m> {
        Sum { weights: self.stages.get(stage as usize), sum: 0.0 }
    }

    fn judge(&mut self, stage: Stage, _: &Sentence, _: &Cue, offers: Vec<Offer<Sum<'m>>>) -> Verdict {
        let sums: Vec<f32> = offers.iter().map(|offer| offer.clues.sum).collect();
        let verdict = likeliest(&sums);
        match stage {
            // A cue needs not be likelier than not: the whole is judged again at the end.
            Stage::Cue | Stage::Whole => {
                let yes = if verdict.index == 1 { verdict.sure } else { 1.0 - verdict.sure };
                let least = if stage == Stage::Cue { LEAST_CUE } else { 0.0 };
                Verdict { index: usize::from(yes >= least), sure: yes }
            }
            _ => verdict,
        }
    }
}

/// The option with the greatest sum and its probability among all.
fn likeliest(sums: &[f32]) -> Verdict {
    let most = sums.iter().copied().fold(f32::MIN, f32::max);
    let total: f32 = sums.iter().map(|sum| (sum - most).exp()).sum();
    let index = sums.iter().position(|sum| *sum >= most).unwrap_or(0);
    Verdict { index, sure: 1.0 / total.max(1.0) }
}
