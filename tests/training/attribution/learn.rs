//! Learning to choose: weights under which the right option of each example is the likeliest.

use crate::teacher::Names;
use sayso::grammar::prose::weigh::Stage;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Rounds over the examples.
const ROUNDS: usize = 8;
/// The last rounds, whose ends are averaged.
const AVERAGED: usize = 4;
/// How often all rounds are gone through, each time in other orders, and averaged: what one order did by chance counts less.
const RUNS: usize = 5;
/// The first step; later ones are shorter for clues that are seen often (AdaGrad).
const STEP: f32 = 0.06;
/// How strongly weights are drawn to nought, per example with the clue.
const SHRINK: f32 = 0.01;
/// A clue must occur in so many examples.
const LEAST_SEEN: usize = 8;

/// Options by their clues, and which was right.
pub struct Example {
    pub label: usize,
    pub options: Vec<Vec<u32>>,
}

/// What one article teaches.
#[derive(Default)]
pub struct Learner {
    examples: BTreeMap<Stage, Vec<Example>>,
    /// Decisions without a right option.
    lost: BTreeMap<Stage, usize>,
}

impl Learner {
    pub fn note(&mut self, stage: Stage, example: Option<Example>) {
        *self.lost.entry(stage).or_default() += usize::from(example.is_none());
        self.examples.entry(stage).or_default().extend(example.filter(|example| example.options.len() > 1));
    }

    /// How many decisions had no right option.
    pub fn lost(&self, stage: Stage) -> usize {
        self.lost.get(&stage).copied().unwrap_or_default()
    }

    pub fn examples(&self, stage: Stage) -> impl Iterator<Item = &Example> {
        self.examples.get(&stage).into_iter().flatten()
    }
}

/// Weights of clues by stage.
#[derive(Default)]
pub struct Weights(BTreeMap<Stage, Vec<f32>>);

#[derive(Clone, Copy, Default)]
struct Weight {
    known: bool,
    now: f32,
    /// Of what it was at the ends of the last rounds.
    sum: f32,
    squares: f32,
}

impl Weight {
    /// Before a run nothing is learnt.
    fn begin(&mut self) {
        (self.now, self.squares) = (0.0, 0.0);
    }
}

impl Weights {
    /// Learns a stage from all its examples.
    pub fn learn(&mut self, stage: Stage, lessons: &[&Learner], names: &Names) {
        let examples: Vec<&Example> = lessons.iter().flat_map(|lesson| lesson.examples(stage)).collect();
        let mut weights = frequent(&examples, names);
        let mut missed = 0;
        for run in 0..RUNS {
            let mut order: Vec<usize> = (0..examples.len()).collect();
            weights.iter_mut().for_each(Weight::begin);
            for round in 0..ROUNDS {
                shuffle(&mut order, (run * ROUNDS + round) as u64);
                missed = order.iter().filter(|index| !step(&mut weights, examples[**index])).count();
                if round + AVERAGED >= ROUNDS {
                    weights.iter_mut().for_each(|weight| weight.sum += weight.now);
                }
            }
        }
        eprintln!(
            "{:>10}: {} examples, {missed} missed, {} clues",
            stage.name(),
            examples.len(),
            weights.iter().filter(|weight| weight.known).count()
        );
        self.0
            .insert(stage, weights.into_iter().map(|weight| weight.sum / (RUNS * AVERAGED) as f32).collect());
    }

    pub fn merge(&mut self, other: Weights) {
        self.0.extend(other.0);
    }

    /// How likely each option is.
    pub fn chances(&self, stage: Stage, example: &Example) -> Vec<f32> {
        let weights = self.0.get(&stage).map_or(&[][..], Vec::as_slice);
        chances(example, |clue| weights.get(clue as usize).copied())
    }

    /// Whether the right option is the likeliest.
    pub fn is_right(&self, stage: Stage, example: &Example) -> bool {
        let chances = self.chances(stage, example);
        chances.iter().all(|chance| *chance <= chances[example.label])
    }

    /// How likely a yes is, and whether it was right.
    pub fn yes(&self, stage: Stage, example: &Example) -> (f32, bool) {
        (self.chances(stage, example)[1], example.label == 1)
    }

    /// The weights file.
    pub fn written(&self, names: &Names, least: f32) -> String {
        let mut file =
            "# What speaks for each choice, in hundredths. Written by tests/training/attribution.\n"
                .to_owned();
        for (stage, weights) in &self.0 {
            writeln!(file, "[{}]", stage.name()).unwrap();
            let kept = (0..).zip(weights).filter(|(_, weight)| weight.abs() >= least);
            let mut rows: Vec<_> = kept.map(|(clue, weight)| (names.name(clue), *weight)).collect();
            rows.sort_by(|(a, _), (b, _)| a.cmp(b));
            for (name, weight) in rows {
                writeln!(file, "{}\t{}\t{}\t{:.0}", name.template, name.a, name.b, weight * 100.0).unwrap();
            }
        }
        file
    }
}

/// The clues that occur often enough, with nothing learnt yet.
fn frequent(examples: &[&Example], names: &Names) -> Vec<Weight> {
    let mut seen = vec![0; names.len()];
    for example in examples {
        let mut clues: Vec<u32> = example.options.iter().flatten().copied().collect();
        clues.sort_unstable();
        clues.dedup();
        clues.into_iter().for_each(|clue| seen[clue as usize] += 1);
    }
    let known = (0..).zip(seen).map(|(clue, count)| count >= LEAST_SEEN && names.allows(clue));
    known.map(|known| Weight { known, ..Weight::default() }).collect()
}

/// The probability of each option.
fn chances(example: &Example, weight: impl Fn(u32) -> Option<f32>) -> Vec<f32> {
    let sum = |clues: &Vec<u32>| clues.iter().filter_map(|clue| weight(*clue)).sum::<f32>();
    let sums: Vec<f32> = example.options.iter().map(sum).collect();
    let most = sums.iter().copied().fold(f32::MIN, f32::max);
    let parts: Vec<f32> = sums.iter().map(|sum| (sum - most).exp()).collect();
    let total: f32 = parts.iter().sum();
    parts.iter().map(|part| part / total).collect()
}

/// Learns from one example; whether it was right before.
fn step(weights: &mut [Weight], example: &Example) -> bool {
    let chances = chances(example, |clue| weights.get(clue as usize).map(|weight| weight.now));
    for (index, clues) in example.options.iter().enumerate() {
        let error = f32::from(u8::from(index == example.label)) - chances[index];
        if error.abs() < 0.001 {
            continue;
        }
        for clue in clues {
            let Some(weight) = weights.get_mut(*clue as usize).filter(|weight| weight.known) else {
                continue;
            };
            let slope = error - SHRINK * weight.now;
            weight.squares += slope * slope;
            weight.now += STEP * slope / (1.0 + weight.squares).sqrt();
        }
    }
    chances.iter().all(|chance| *chance <= chances[example.label])
}

/// A fixed order that differs from round to round.
fn shuffle(order: &mut [usize], round: u64) {
    let mut state = 0x9E37_79B9_7F4A_7C15 ^ round;
    for last in (1..order.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(last, (state >> 33) as usize % (last + 1));
    }
}
