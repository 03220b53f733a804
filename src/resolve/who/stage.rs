//! Who is on stage where: each place of a text at which someone is named, meant by a pronoun, or speaks.

use super::directory::{Directory, Id};
use super::lexicon::Class;
use std::ops::Range;

/// How far into its sentence a subject without a comma before it may stand, in tokens.
const FRONT: usize = 6;

/// In what way someone is on stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Named,
    /// By a pronoun.
    Echoed,
    Spoke,
}

/// Someone at one place, with all that tells how much in mind a reader has them there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Appearance {
    /// The token.
    pub(super) place: usize,
    pub(super) id: Id,
    /// Taken for the subject of the sentence, or speaking.
    pub(super) leads: bool,
    pub(super) sentence: usize,
    pub(super) paragraph: usize,
    /// In tenths of a sentence's distance.
    pub(super) prominence: i64,
}

impl Appearance {
    /// `name` are the tokens; `first` is whether no one is named before in the sentence.
    pub(super) fn new(
        directory: &Directory,
        id: Id,
        name: Range<usize>,
        first: bool,
        standing: Standing,
    ) -> Appearance {
        let (text, place) = (directory.words().text, name.start);
        let sentence = text.sentence_at(place).unwrap_or(text.sentences().len());
        let start = text.sentences().get(sentence).map_or(place, |sentence| sentence.start);
        let subject = first && is_subject(directory, &name, start);
        let spoke = standing == Standing::Spoke;
        let standing = match standing {
            Standing::Named => 0,
            Standing::Echoed => 6,
            Standing::Spoke => 9,
        };
        Appearance {
            place,
            id,
            leads: subject || spoke,
            sentence,
            paragraph: text.paragraph_at(place).unwrap_or_default(),
            prominence: standing + 8 * i64::from(subject) + position(directory, place),
        }
    }
}

/// The first name of a sentence is its subject, if it stands in front or behind a comma and before no noun.
fn is_subject(directory: &Directory, name: &Range<usize>, sentence: usize) -> bool {
    let words = directory.words();
    let before = name.start.checked_sub(1);
    let before = before.map(|at| if words.is(at, Class::DETERMINER) { at.saturating_sub(1) } else { at });
    let front = name.start < sentence + FRONT || before.is_some_and(|at| words.word(at) == ",");
    let adjective =
        words.is(name.end, Class::NOUN.and(Class::MODIFIER)) && !words.is(name.end, Class::BOUNDARY);
    front && !adjective
}

/// Objects and those inside quotation marks come last.
fn position(directory: &Directory, place: usize) -> i64 {
    let words = directory.words();
    let quoted = words.text.quotation_at(place).is_some();
    let object = words.is(place.saturating_sub(1), Class::PREPOSITION);
    -4 * i64::from(object) - 14 * i64::from(quoted)
}
