//! Trains the choice among the candidates of attribution: `rules/weights/attribution.txt`.
//!
//! ```text
//! cargo run --profile fast --example train-attribution -- FOLDER [rules/weights/attribution.txt]
//! ```
//!
//! FOLDER holds `text/*.txt` and `attributions/*.ann` in the manner of PolNeAR (the built-in weights come from its
//! training part). The first six decisions learn from the annotated parts; the last, whether the whole is
//! right, from what the others, trained on four fifths, make of the remaining fifth. The same folder gives the same file.

#![allow(clippy::expect_used)] // a development tool: without its arguments it should stop
#![allow(clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used, clippy::indexing_slicing)]

mod gold;
mod learn;
mod teacher;

use gold::Article;
use learn::{Learner, Weights};
use sayso::grammar::prose::weigh::Stage;
use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs};
use teacher::{Mode, Names, Teacher};

/// Parts into which the articles are cut.
const FOLDS: usize = 5;
/// Weights below this say too little to be kept.
const LEAST_WEIGHT: f32 = 0.05;

fn main() {
    let mut arguments = env::args().skip(1);
    let folder = arguments.next().expect("a folder with text/ and attributions/");
    let articles = gold::read(Path::new(&folder));
    let names = Names::default();
    let ordinary = ordinary_words();
    let parts = lessons(&articles, &names, Mode::Parts);
    names.forbid(&ordinary);
    let wholes = (0..FOLDS).flat_map(|fold| {
        let (others, these): (Vec<usize>, Vec<usize>) =
            (0..articles.len()).partition(|index| index % FOLDS != fold);
        let weights = train(others.iter().map(|index| &parts[*index]), &names, &Stage::ALL[..6]);
        held_out(&weights, these.iter().map(|index| &parts[*index]));
        let held: Vec<&Article> = these.iter().map(|index| &articles[*index]).collect();
        lessons_of(&held, &names, Mode::Wholes(&weights))
    });
    let wholes: Vec<Learner> = wholes.collect();
    names.forbid(&ordinary);
    let mut weights = train(&parts, &names, &Stage::ALL[..6]);
    weights.merge(train(&wholes, &names, &[Stage::Whole]));
    report(&wholes, &names, articles.iter().map(|article| article.gold.len()).sum());
    let file = weights.written(&names, LEAST_WEIGHT);
    eprintln!("{} lines, {} bytes", file.lines().count(), file.len());
    match arguments.next() {
        Some(path) => fs::write(path, file).unwrap(),
        None => print!("{file}"),
    }
}

/// The words of the tagger: ordinary English, no names.
fn ordinary_words() -> BTreeSet<String> {
    let words = fs::read_to_string("rules/weights/tag.txt").unwrap();
    let lines = words.lines().take_while(|line| !line.starts_with('[')).filter(|line| !line.starts_with('#'));
    lines.flat_map(|line| line.split(' ').skip(1).map(str::to_owned)).collect()
}

fn lessons(articles: &[Article], names: &Names, mode: Mode) -> Vec<Learner> {
    lessons_of(&articles.iter().collect::<Vec<_>>(), names, mode)
}

/// What each article teaches.
fn lessons_of(articles: &[&Article], names: &Names, mode: Mode) -> Vec<Learner> {
    articles.iter().map(|article| Teacher::new(article, names, mode).teach()).collect()
}

fn train<'l>(lessons: impl IntoIterator<Item = &'l Learner>, names: &Names, stages: &[Stage]) -> Weights {
    let lessons: Vec<&Learner> = lessons.into_iter().collect();
    let mut weights = Weights::default();
    for stage in stages {
        weights.learn(*stage, &lessons, names);
    }
    weights
}

/// Prints how often each decision is right in articles that were not learnt from, the ones before being right.
fn held_out<'l>(weights: &Weights, lessons: impl Iterator<Item = &'l Learner>) {
    let lessons: Vec<&Learner> = lessons.collect();
    for stage in &Stage::ALL[..6] {
        let lost: usize = lessons.iter().map(|lesson| lesson.lost(*stage)).sum();
        let examples: Vec<_> = lessons.iter().flat_map(|lesson| lesson.examples(*stage)).collect();
        let right = examples.iter().filter(|example| weights.is_right(*stage, example));
        let share = right.count() as f64 / examples.len() as f64;
        println!("{:>10} {share:.3} of {}, {lost} without an option", stage.name(), examples.len());
    }
}

/// Prints how right the whole is at each threshold, for articles that the first six decisions had not seen; the last
/// one is itself held out by halves.
fn report(wholes: &[Learner], names: &Names, gold: usize) {
    let mut scored: Vec<(f32, bool)> = Vec::new();
    for half in 0..2 {
        let learn: Vec<&Learner> =
            wholes.iter().enumerate().filter(|(at, _)| at % 2 != half).map(|(_, it)| it).collect();
        let weights = train(learn, names, &[Stage::Whole]);
        for held in wholes.iter().enumerate().filter(|(at, _)| at % 2 == half).map(|(_, it)| it) {
            scored.extend(held.examples(Stage::Whole).map(|example| weights.yes(Stage::Whole, example)));
        }
    }
    println!("{gold} annotated");
    for threshold in (1..20).map(|step| step as f32 / 20.0) {
        let taken: Vec<bool> =
            scored.iter().filter(|(yes, _)| *yes >= threshold).map(|(_, right)| *right).collect();
        let right = taken.iter().filter(|right| **right).count();
        let (precision, recall) = (right as f64 / taken.len().max(1) as f64, right as f64 / gold as f64);
        let f1 = 2.0 * precision * recall / (precision + recall).max(1e-9);
        println!("{threshold:.2}  P {precision:.3}  R {recall:.3}  F1 {f1:.3}");
    }
}
