//! Has a source said before what it is told to repeat?

use super::selection::{FARTHEST, says_same};
use super::{Case, Kit};
use crate::compare::{Statement, subject_keys, takes_up_subject};
use crate::grammar::phrase::Word;

/// Whether the same speaker has said the same before, something that shares its words, or, in the sentence just before,
/// something that it goes on about.
pub(super) fn is_said_before(index: usize, case: &Case, kit: &Kit) -> bool {
    let Some(own) = case.statements.get(index) else { return false };
    let like = |other: &Statement| says_same(own, other, kit) || shared_words(own, other) >= SHARED;
    let drafts = case.statements.get(index.saturating_sub(FARTHEST)..index).unwrap_or_default();
    let mut before = drafts.iter().filter(|other| other.claim.speaker.is_same(&own.claim.speaker));
    before.any(|other| like(other) || other.sentence + 1 == own.sentence && goes_on(own, other, kit))
        || case.record.same_speaker(own).take(FARTHEST).any(|(_, other)| like(other))
}

/// Words that two claims share besides names and the words of grammar; so many make them words about one thing.
const SHARED: usize = 2;

fn shared_words(a: &Statement, b: &Statement) -> usize {
    let telling = |word: &&Word| word.form.len() > 4 && !word.capital;
    let mut own: Vec<&str> = a.words.iter().filter(telling).map(|word| &*word.base).collect();
    own.sort_unstable();
    own.dedup();
    own.iter().filter(|base| b.words.iter().any(|word| *word.base == ***base)).count()
}

/// Of two claims that stand side by side less is enough.
fn goes_on(own: &Statement, other: &Statement, kit: &Kit) -> bool {
    shared_words(own, other) > 0 || keeps_subject(own, other) || keeps_predicate(own, other, kit)
}

/// "The bridge is safe. She repeated that it can carry lorries", "she repeated that warning": what is repeated names no
/// subject of its own.
fn keeps_subject(own: &Statement, other: &Statement) -> bool {
    let (one, another) = (&own.claim.assertion.skeleton, &other.claim.assertion.skeleton);
    let is_bare = one.predicate.is_none() && own.words.len() <= BARE;
    // Who speaks may speak of herself again, and of something else.
    let speaker = own.claim.speaker.name.to_lowercase();
    let mut keys = subject_keys(one).filter(|key| *key != speaker);
    is_bare
        || takes_up_object(own)
        || takes_up_subject(one)
        || keys.any(|key| subject_keys(another).any(|it| it == key))
}

/// "She repeated that she had received none".
fn takes_up_object(statement: &Statement) -> bool {
    let last = statement.words.last().map_or("", |word| &word.form);
    matches!(last, "none" | "it" | "them" | "so" | "one" | "that" | "this")
}

/// Words of a noun phrase that says nothing by itself: "that warning".
const BARE: usize = 2;

/// "The bank will not close. She repeated that all branches stay open".
fn keeps_predicate(own: &Statement, other: &Statement, kit: &Kit) -> bool {
    let (one, other) = (&own.claim.assertion.skeleton.predicate, &other.claim.assertion.skeleton.predicate);
    let lemmas = one.as_ref().zip(other.as_ref());
    lemmas.is_some_and(|(one, other)| kit.thesaurus.compare(&one.lemma, &other.lemma).is_some())
}
