//! What the examples of a rule leave untried.

use super::Kit;
use super::examples::Scene;
use crate::finding::Finding;
use crate::grammar::phrase::{Phrase, Word, words_of};
use crate::pack::{Mutant, Rule};
use crate::record::{Filed, Record};
use crate::text::Text;

/// The phrases of a rule that stand in none of its examples.
pub fn unmatched_phrases<'r>(rule: &'r Rule, scenes: &[Scene]) -> Vec<&'r Phrase> {
    let texts: Vec<Vec<Word>> = scenes.iter().flat_map(texts_of).map(words_in).collect();
    let is_matched = |phrase: &&Phrase| texts.iter().any(|words| phrase.find(words).is_some());
    rule.phrases.iter().filter(|phrase| !is_matched(phrase)).collect()
}

fn texts_of<'s>(scene: &'s Scene) -> impl Iterator<Item = &'s str> {
    std::iter::once(scene.draft.prose.as_str()).chain(texts_of_record(&scene.record))
}

fn texts_of_record(record: &Record) -> impl Iterator<Item = &str> {
    record.files.iter().map(|filed| match &filed.content {
        Filed::Journal { source, .. } => source.text(),
        Filed::Document(document) => document.prose.as_str(),
    })
}

fn words_in(text: &str) -> Vec<Word> {
    let text = Text::of_paragraph(text);
    words_of(&text, 0..text.tokens().len())
}

/// The changed rules that find the same as the rule itself in every example.
pub fn unnoticed(rule: &Rule, scenes: &[Scene], mutants: Vec<Mutant>, kit: &Kit) -> Vec<Mutant> {
    let found: Vec<Vec<Finding>> = scenes.iter().map(|scene| scene.play(rule, kit)).collect();
    let is_noticed = |mutant: &Mutant| {
        scenes.iter().zip(&found).any(|(scene, found)| differs(&scene.play(&mutant.rule, kit), found))
    };
    mutants.into_iter().filter(|mutant| !is_noticed(mutant)).collect()
}

/// Whether two runs report different things; how they came to them does not matter.
fn differs(a: &[Finding], b: &[Finding]) -> bool {
    let same =
        |(one, other): (&Finding, &Finding)| one.message == other.message && one.labels == other.labels;
    a.len() != b.len() || !a.iter().zip(b).all(same)
}
