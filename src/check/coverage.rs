//! What the examples of a rule leave untried.

use super::examples::Scene;
use super::{DRAFT, Kit, read};
use crate::claim::Medium;
use crate::document::Document;
use crate::finding::Finding;
use crate::grammar::phrase::{Part, Phrase, TextWords, Words};
use crate::pack::{Mutant, Rule};
use crate::record::Filed;
use crate::text::{Span, Text};

/// A phrase that stands in no example, or a part of one that none shows.
#[derive(Clone, Debug)]
pub struct Untried<'r> {
    /// The phrase.
    pub phrase: &'r Phrase,
    /// The part; without it, all of the phrase.
    pub part: Option<Part>,
}

/// The phrases of a rule that stand in none of its examples, and the parts of the others that none shows.
pub fn untried_phrases<'r>(rule: &'r Rule, scenes: &[Scene], kit: &Kit) -> Vec<Untried<'r>> {
    let texts: Vec<Words> = scenes.iter().flat_map(|scene| texts_of(scene, kit)).collect();
    let stands = |phrase: &Phrase| texts.iter().any(|words| phrase.find(words).is_some());
    let untried = |phrase: &'r Phrase| {
        let parts = if stands(phrase) { phrase.parts() } else { Vec::new() };
        let whole = (!stands(phrase)).then_some(None);
        let parts = parts.into_iter().filter(|part| !stands(&Phrase::of(&part.shown_by))).map(Some);
        whole.into_iter().chain(parts).map(move |part| Untried { phrase, part }).collect::<Vec<_>>()
    };
    rule.phrases.iter().flat_map(untried).collect()
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
    let played: Vec<Played> = scenes.iter().map(|scene| Played::of(scene, rule, kit)).collect();
    mutants.into_iter().filter(|mutant| !is_noticed(mutant, &played, kit)).collect()
}

/// An example with its words and what the unchanged rule finds in it.
struct Played<'s> {
    scene: &'s Scene<'s>,
    texts: Vec<Words>,
    found: Vec<Finding>,
}

impl Played<'_> {
    fn of<'s>(scene: &'s Scene, rule: &Rule, kit: &Kit) -> Played<'s> {
        Played { scene, texts: texts_of(scene, kit), found: scene.play(rule, kit) }
    }

    fn holds(&self, phrase: &Phrase) -> bool {
        self.texts.iter().any(|words| phrase.find(words).is_some())
    }
}

/// Whether some example turns out otherwise: those are tried first that show what a lost part of a phrase is good for, so
/// that a rule of many parts costs little more for each.
fn is_noticed(mutant: &Mutant, played: &[Played], kit: &Kit) -> bool {
    let shown_by = mutant.part.as_ref().map(|part| Phrase::of(&part.shown_by));
    let shows = |played: &&Played| shown_by.as_ref().is_none_or(|phrase| played.holds(phrase));
    let (first, last): (Vec<&Played>, Vec<&Played>) = played.iter().partition(shows);
    let mut all = first.into_iter().chain(last);
    all.any(|Played { scene, found, .. }| differs(&scene.play(&mutant.rule, kit), found))
}

/// Whether two runs report different things; how they came to them does not matter.
fn differs(a: &[Finding], b: &[Finding]) -> bool {
    let same =
        |(one, other): (&Finding, &Finding)| one.message == other.message && one.labels == other.labels;
    a.len() != b.len() || !a.iter().zip(b).all(same)
}
