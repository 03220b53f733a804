//! The judge that weighs: clues to weights, weights to probabilities.

use super::candidate::{Cue, Sentence};
use super::clue::{Clues, Template, Value, key, key_of_names};
use super::weigh::{Judge, Offer, Stage};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

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

    fn chances(&mut self, _: Stage, _: &Sentence, _: &Cue, offers: Vec<Offer<Sum<'m>>>) -> Vec<f32> {
        let most = offers.iter().map(|offer| offer.clues.sum).fold(f32::MIN, f32::max);
        let mut chances: Vec<f32> = offers.iter().map(|offer| (offer.clues.sum - most).exp()).collect();
        let total: f32 = chances.iter().sum();
        chances.iter_mut().for_each(|chance| *chance /= total.max(1.0));
        chances
    }
}
