//! What the examples of a rule leave untried.

use super::examples::{Scene, Tried};
use super::{DRAFT, Kit, read};
use crate::claim::Medium;
use crate::document::Document;
use crate::finding::Finding;
use crate::grammar::phrase::{self, Part, Pattern, Phrase, TextWords, WordIndex, Words};
use crate::pack::{Mutant, Rule, Workpiece};
use crate::record::Filed;
use crate::text::{Span, Text};
use std::collections::BTreeSet;

/// A phrase that stands in no example, or a part of one that none shows.
#[derive(Clone, Debug)]
pub struct Untried<'r> {
    /// The phrase.
    pub phrase: &'r Phrase,
    /// The part; without it, all of the phrase.
    pub part: Option<Part>,
}

/// The phrases of a rule that stand in none of its examples, and the parts of the others that none shows.
pub fn untried_phrases<'r>(rule: &'r Rule, tried: &[Tried], kit: &Kit) -> Vec<Untried<'r>> {
    let texts = texts_of(tried, kit);
    let index = index_of(&texts);
    let stands = |pattern: &Pattern| {
        let phrase = Phrase::of(pattern);
        let in_example = |example: &usize| texts.get(*example)?.iter().find_map(|words| phrase.find(words));
        index.may_hold(pattern).iter().find_map(in_example).is_some()
    };
    let untried = |phrase: &'r Phrase| {
        let pattern = phrase::parse(phrase.source()).ok();
        let is_there = pattern.as_ref().is_some_and(stands);
        let parts = pattern.filter(|_| is_there).map(|pattern| pattern.parts()).unwrap_or_default();
        let whole = (!is_there).then_some(None);
        let parts = parts.into_iter().filter(|part| !stands(&part.shown_by)).map(Some);
        whole.into_iter().chain(parts).map(move |part| Untried { phrase, part }).collect::<Vec<_>>()
    };
    rule.phrases.iter().flat_map(untried).collect()
}

/// The words of the texts of each example.
fn texts_of(tried: &[Tried], kit: &Kit) -> Vec<Vec<Words>> {
    tried.iter().map(|tried| texts_of_scene(&tried.scene, kit)).collect()
}

/// The words of the texts of an example, as rules look at them: with the dates, speakers and places that they are part of.
fn texts_of_scene(scene: &Scene, kit: &Kit) -> Vec<Words> {
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

fn index_of(texts: &[Vec<Words>]) -> WordIndex<'_> {
    WordIndex::of(texts.iter().map(|texts| texts.iter().flat_map(|words| words.iter())))
}

/// The changes with which a rule finds the same as without in every example.
pub fn unnoticed(tried: &[Tried], piece: &Workpiece, mutants: Vec<Mutant>, kit: &Kit) -> Vec<Mutant> {
    let texts = texts_of(tried, kit);
    let stage = Stage::of(tried, piece, index_of(&texts), kit);
    let is_rule = |mutant: &Mutant| piece.rule(mutant, &BTreeSet::new()).is_some();
    mutants.into_iter().filter(|mutant| !stage.notices(mutant) && is_rule(mutant)).collect()
}

/// The examples, and which phrases may stand in which of them.
struct Stage<'s> {
    tried: &'s [Tried<'s>],
    piece: &'s Workpiece,
    index: WordIndex<'s>,
    kit: &'s Kit,
    /// For each phrase of the workpiece the examples.
    examples: Vec<BTreeSet<usize>>,
    /// For each example the phrases.
    phrases: Vec<BTreeSet<usize>>,
}

impl<'s> Stage<'s> {
    fn of(tried: &'s [Tried<'s>], piece: &'s Workpiece, index: WordIndex<'s>, kit: &'s Kit) -> Stage<'s> {
        let holding = |phrase: &str| phrase::parse(phrase).map(|pattern| index.may_hold(&pattern));
        let examples: Vec<BTreeSet<usize>> =
            piece.phrases().map(|phrase| holding(phrase).unwrap_or_default()).collect();
        let mut phrases = vec![BTreeSet::new(); tried.len()];
        for (phrase, examples) in examples.iter().enumerate() {
            for example in examples {
                phrases.get_mut(*example).into_iter().for_each(|own| _ = own.insert(phrase));
            }
        }
        Stage { tried, piece, index, kit, examples, phrases }
    }

    /// Whether some example turns out otherwise.
    fn notices(&self, mutant: &Mutant) -> bool {
        self.concerned(mutant).into_iter().any(|example| self.turns_out_otherwise(example, mutant))
    }

    /// The examples that may turn out otherwise: of a phrase those in which it may stand, of a part of it those that may
    /// show the part.
    fn concerned(&self, mutant: &Mutant) -> BTreeSet<usize> {
        let holding = mutant.phrase.and_then(|phrase| self.examples.get(phrase));
        let Some(holding) = holding else { return (0..self.tried.len()).collect() };
        match &mutant.part {
            Some(part) => holding & &self.index.may_hold(&part.shown_by),
            None => holding.clone(),
        }
    }

    fn turns_out_otherwise(&self, example: usize, mutant: &Mutant) -> bool {
        let (Some(Tried { scene, findings }), Some(phrases)) =
            (self.tried.get(example), self.phrases.get(example))
        else {
            return false;
        };
        let rule = self.piece.rule(mutant, phrases);
        rule.is_some_and(|rule| differs(&scene.play(&rule, self.kit), findings))
    }
}

/// Whether two runs report different things; how they came to them does not matter.
fn differs(a: &[Finding], b: &[Finding]) -> bool {
    let same =
        |(one, other): (&Finding, &Finding)| one.message == other.message && one.labels == other.labels;
    a.len() != b.len() || !a.iter().zip(b).all(same)
}
