//! What the examples of a rule leave untried.

use super::examples::Scene;
use super::{DRAFT, Kit, read};
use crate::claim::Medium;
use crate::document::Document;
use crate::finding::Finding;
use crate::grammar::phrase::{Phrase, TextWords, Words};
use crate::pack::{Mutant, Rule};
use crate::record::Filed;
use crate::text::{Span, Text};

/// The phrases of a rule that stand in none of its examples.
pub fn unmatched_phrases<'r>(rule: &'r Rule, scenes: &[Scene], kit: &Kit) -> Vec<&'r Phrase> {
    let texts: Vec<Words> = scenes.iter().flat_map(|scene| texts_of(scene, kit)).collect();
    let is_matched = |phrase: &&Phrase| texts.iter().any(|words| phrase.find(words).is_some());
    rule.phrases.iter().filter(|phrase| !is_matched(phrase)).collect()
}

/// The words of the texts of an example, as rules look at them: with the dates, speakers and places that they are part of.
fn texts_of(scene: &Scene, kit: &Kit) -> Vec<Words> {
    let recorded = scene.record.files.iter().map(|filed| match &filed.content {
        Filed::Journal { source, .. } => {
            let text = Text::of_paragraph(source.text());
            TextWords::of(&text).within(Span::new(0, source.text().len()))
        }
        Filed::Document(document) => words_in(document, kit),
    });
    std::iter::once(words_in(&scene.draft, kit)).chain(recorded).collect()
}

fn words_in(document: &Document, kit: &Kit) -> Words {
    read(document, DRAFT, Medium::Draft, kit).words.within(Span::new(0, document.prose.len()))
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
