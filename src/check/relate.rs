//! Two claims without their documents: the engine for other programs.

mod change;
mod facing;
mod respective;

use super::Kit;
use super::relation::related;
use crate::compare::{Known, Opposites, Opposition, Statement, Weighing, face, other_owners, tallies_meet};
use crate::finding::{Confidence, Party, Relation, Step};
use crate::grammar::gist::is_wrongly;
use chrono::NaiveDate;
use facing::Facing;
use std::sync::LazyLock;

/// Words of which only one can be true. No check of a draft asks for them.
pub(super) static OPPOSITES: LazyLock<Opposites> =
    LazyLock::new(|| Opposites::parse(include_str!("../../rules/lexicon/opposites.txt")));

/// A claim as another program has it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Side<'s> {
    /// What is said, plain text.
    pub text: &'s str,
    /// Who says it; counts for whatever the text attributes to nobody.
    pub speaker: Option<&'s str>,
    /// The day it was said.
    pub date: Option<NaiveDate>,
}

/// How two claims stand to each other.
#[derive(Clone, Debug)]
pub struct Related {
    /// The gravest relation between any statement of the one and any of the other.
    pub relation: Relation,
    /// Which of the two stands so to the other: `b` retracts `a`. `None` where it goes both ways or cannot be told.
    pub by: Option<Party>,
    /// How sure, where the two are opposed.
    pub confidence: Confidence,
    /// The gates that these two statements passed, and the one that stopped them.
    pub trail: Vec<Step>,
    /// What each side says, where the two are opposed.
    pub evidence: Option<Opposition>,
}

/// Holds every statement of `a` against every statement of `b`, as if both had been made at their dates; where that
/// finds no conflict, their sentences as they face each other.
pub fn relate(a: &Side, b: &Side, kit: &Kit) -> Related {
    let (one, other) = (Facing::read(a, kit), Facing::read(b, kit));
    let weighed = gravest(&one.statements, &other.statements, kit);
    let known = Known { opposites: &OPPOSITES, thesaurus: &kit.thesaurus, actors: &kit.actors };
    let is_short = one.sentences.len() == 1 && other.sentences.len() == 1;
    let faced = || {
        let whole = face(&one.sentences, &other.sentences, &known);
        let is_opposed = whole.as_ref().is_some_and(|found| found.opposition.is_some());
        if is_opposed { whole } else { bare(&one, &other, &known, kit).or(whole) }
    };
    let found = match weighed {
        Some(found) if found.opposition.is_some() || found.relation == Relation::Supersedes => Some(found),
        Some(found) if agrees(found.relation) && is_short => faced().filter(turns_down).or(Some(found)),
        // Of three of the five it is so, and of two it is not.
        found if pairs(&one, &other).any(|(one, other)| tallies_meet(one, other)) => found,
        // What is of the one may be otherwise than what is of the other.
        found if pairs(&one, &other).any(|(one, other)| other_owners(one, other).is_some()) => found,
        found => further(found, faced()),
    };
    change::told(found.map_or_else(Related::nothing, Related::from), &one, &other)
}

fn pairs<'f>(one: &'f Facing, other: &'f Facing) -> impl Iterator<Item = (&'f Statement, &'f Statement)> {
    one.statements.iter().flat_map(|own| other.statements.iter().map(move |another| (own, another)))
}

/// What two sources say as it faces each other, without them, where that is opposed.
fn bare(one: &Facing, other: &Facing, known: &Known, kit: &Kit) -> Option<Weighing> {
    let (ours, theirs) = (one.bare(kit), other.bare(kit));
    if ours.is_none() && theirs.is_none() {
        return None;
    }
    let of = |bare: &Option<Facing>, whole: &Facing| {
        bare.as_ref().map_or_else(|| whole.sentences.clone(), |bare| bare.sentences.clone())
    };
    face(&of(&ours, one), &of(&theirs, other), known).filter(|found| found.opposition.is_some())
}

/// Whether two claims say the same: then no word of theirs turns the other down.
fn agrees(relation: Relation) -> bool {
    matches!(relation, Relation::Corroborates | Relation::Repeats | Relation::Relays)
}

/// Whether the one says outright that the other is not so.
fn turns_down(faced: &Weighing) -> bool {
    matches!(faced.relation, Relation::Denies | Relation::Disputes | Relation::Retracts)
}

/// The conflict that the sentences show, if they do; else whichever passed more gates.
fn further(weighed: Option<Weighing>, faced: Option<Weighing>) -> Option<Weighing> {
    let (Some(one), Some(other)) = (&weighed, &faced) else { return weighed.or(faced) };
    let stops_later = other.relation == one.relation && other.trail.len() > one.trail.len();
    if other.opposition.is_some() || stops_later { faced } else { weighed }
}

/// The gravest of what any two statements are to each other.
fn gravest(ones: &[Statement], others: &[Statement], kit: &Kit) -> Option<Weighing> {
    let others: Vec<_> = others.iter().filter(|other| !is_called_false(other)).collect();
    let ones = ones.iter().filter(|one| !is_called_false(one));
    let pairs = ones.flat_map(|one| others.iter().map(move |other| (one, *other)));
    let weighed = pairs.map(|(one, other)| {
        let found = in_words(related(one, other, kit), one, other);
        ((rank(&found), are_clauses(one, other)), found)
    });
    weighed.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, found)| found)
}

/// "Falsely said that": what is told so is not what the text says.
fn is_called_false(statement: &Statement) -> bool {
    let Some(cue) = statement.claim.attribution.cue.as_ref() else { return false };
    let start = cue.spans.first().map_or(0, |span| span.start);
    let before = statement.sentence_words.iter().take_while(|word| word.span.start < start).last();
    before.is_some_and(|word| is_wrongly(&word.form)) || cue.text.split(' ').any(is_wrongly)
}

/// "Signed the treaty" is read as what was done and as words about a treaty; where neither comes to anything, the first
/// tells more of why.
fn are_clauses(one: &Statement, other: &Statement) -> bool {
    [one, other].iter().all(|it| it.claim.assertion.skeleton.predicate.is_some())
}

/// The evidence in the words of the claims.
fn in_words(weighing: Weighing, one: &Statement, other: &Statement) -> Weighing {
    let said = |statement: &Statement| statement.claim.content().to_owned();
    let words = |found: Opposition| Opposition { a: said(one), b: said(other), ..found };
    Weighing { opposition: weighing.opposition.map(words), ..weighing }
}

impl Related {
    fn nothing() -> Related {
        let relation = Relation::NotComparable;
        Related { relation, by: None, confidence: Confidence::Low, trail: Vec::new(), evidence: None }
    }
}

impl From<Weighing> for Related {
    fn from(found: Weighing) -> Related {
        let Weighing { relation, by, trail, opposition, confidence } = found;
        Related { relation, by, confidence, trail, evidence: opposition }
    }
}

/// What one does to the other first, then opposition, then agreement, then how far the two came.
fn rank(weighing: &Weighing) -> (u8, usize) {
    let grade = match weighing.relation {
        Relation::Misquotes => 8,
        Relation::Retracts => 7,
        Relation::Supersedes if weighing.opposition.is_some() => 7,
        Relation::Denies | Relation::Disputes => 6,
        Relation::Contradicts => 5,
        Relation::Diverges => 4,
        Relation::Supersedes | Relation::Relays | Relation::Repeats => 3,
        Relation::Corroborates => 2,
        Relation::Unrelated => 1,
        Relation::NotComparable => 0,
    };
    (grade, weighing.trail.iter().filter(|step| step.passed).count())
}
