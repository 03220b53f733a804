//! The judge that weighs: clues to weights, weights to probabilities.

use super::candidate::{Cue, Sentence};
use super::clue::{Clues, Template, Value, key};
use super::key::{hash, rows, staged};
use super::weigh::{Judge, Offer, Stage};
use crate::grammar::packed::{Packed, pack};

/// Weights of the clues of each stage.
#[derive(Clone, Debug)]
pub struct Model {
    weights: Packed,
}

static BUILT_IN: Model =
    Model { weights: Packed::built_in(include_bytes!(concat!(env!("OUT_DIR"), "/attribution.bin"))) };

impl Model {
    /// The weights that come with sayso.
    pub fn built_in() -> &'static Model {
        &BUILT_IN
    }

    /// Reads `[stage]` heads and below them lines `template`, `value`, `value`, weight in hundredths, divided by tabs.
    pub fn parse(lines: &str) -> Model {
        Model { weights: Packed::new(pack(&rows(lines))) }
    }
}

/// The sum of the weights of an option's clues.
#[derive(Debug)]
pub struct Sum<'m> {
    weights: &'m Packed,
    stage: u64,
    sum: f32,
}

impl Clues for Sum<'_> {
    fn add(&mut self, template: Template, a: impl Value, b: impl Value) {
        let clue = key(template, a.key(), b.key());
        self.sum += f32::from_bits(self.weights.get(staged(self.stage, clue)));
    }
}

impl<'m> Judge for &'m Model {
    type Clues = Sum<'m>;

    fn clues(&self, stage: Stage) -> Sum<'m> {
        Sum { weights: &self.weights, stage: hash(stage.name()), sum: 0.0 }
    }

    fn chances(&mut self, _: Stage, _: &Sentence, _: &Cue, offers: Vec<Offer<Sum<'m>>>) -> Vec<f32> {
        let most = offers.iter().map(|offer| offer.clues.sum).fold(f32::MIN, f32::max);
        let mut chances: Vec<f32> = offers.iter().map(|offer| (offer.clues.sum - most).exp()).collect();
        let total: f32 = chances.iter().sum();
        chances.iter_mut().for_each(|chance| *chance /= total.max(1.0));
        chances
    }
}
