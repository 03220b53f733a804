//! Gate 2 without a topic: do two assertions speak of the same thing?
//!
//! Overlap of words is no evidence (real conflicting pairs share a median 15 % of theirs). Two assertions are
//! about the same thing when their participants agree or are swapped, and their predicates are one lemma,
//! listed synonyms, or listed opposites.

use super::roles::{are_handed_round, are_other_charges};
use super::thesaurus::{PredicateMatch, Thesaurus};
use crate::claim::{Participant, Role, Skeleton};
use std::borrow::Cow;
use std::fmt;

/// Whether two assertions speak of the same thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Alignment<'s> {
    /// They do.
    Same {
        /// How the predicates match.
        predicate: PredicateMatch,
        /// Subject and object have changed places.
        swapped: bool,
        /// What matched, for the trail.
        matched: String,
    },
    /// It cannot be told, and for want of what.
    Apart {
        /// What is missing or differs.
        want: Want<'s>,
    },
}

/// What keeps two assertions from being held against each other. Most pairs are kept apart, and few are asked why: the
/// sentence is made where it is displayed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Want<'s> {
    /// As it is told.
    Told(Cow<'static, str>),
    /// Predicates of which nothing is known, and what they would have to be.
    Predicates(&'s str, &'s str, &'static str),
    /// Two things that are spoken of.
    Subjects(&'s Participant, &'s Participant),
    /// What the predicate concerns on either side.
    Objects(&'s str, Option<&'s Participant>, Option<&'s Participant>),
}

impl fmt::Display for Want<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Want::Told(want) => f.write_str(want),
            Want::Predicates(one, other, what) => write!(f, "“{one}” and “{other}” are not known to {what}"),
            Want::Subjects(one, other) => f.write_str(&subjects_apart(one, other)),
            Want::Objects(lemma, Some(one), Some(other)) => {
                write!(f, "of “{lemma}”, {}", subjects_apart(one, other))
            }
            Want::Objects(lemma, ..) => write!(f, "only one of them says whom or what “{lemma}” concerns"),
        }
    }
}

/// Holds two skeletons against each other.
pub fn align<'s>(a: &'s Skeleton, b: &'s Skeleton, thesaurus: &Thesaurus) -> Alignment<'s> {
    let (Some(one), Some(other)) = (&a.predicate, &b.predicate) else {
        return apart("one of them has no main predicate");
    };
    let Some(predicate) = thesaurus.compare(&one.lemma, &other.lemma) else {
        return unknown(&one.lemma, &other.lemma, "mean the same or the opposite");
    };
    let whole = (a, b);
    let (a, b) = (Roles::of(a, one.passive), Roles::of(b, other.passive));
    let matched = |subject: &Participant| format!("“{}” of {}", one.lemma, title(subject));
    match (a.subject, b.subject) {
        (Some(x), Some(y)) if is_same(x, y) && objects_agree(a.object, b.object) => {
            Alignment::Same { predicate, swapped: false, matched: matched(x) }
        }
        (Some(x), Some(y)) if crossed(x, b.object) && crossed(y, a.object) => {
            if thesaurus.deeds.is_mutual(&one.lemma) {
                return apart(format!("they may “{}” each other", one.lemma));
            }
            if thesaurus.deeds.is_accusation(&one.lemma) && are_other_charges(a.object, b.object) {
                return apart(format!("they “{}” each other of something else", one.lemma));
            }
            Alignment::Same { predicate, swapped: true, matched: matched(x) }
        }
        (Some(x), Some(y)) if !is_same(x, y) && are_handed_round(x, y, whole) => {
            if thesaurus.deeds.is_mutual(&one.lemma) {
                return apart(format!("they may “{}” each other", one.lemma));
            }
            Alignment::Same { predicate, swapped: true, matched: matched(x) }
        }
        // "The depot was destroyed": nobody says by whom, on either side.
        (None, None) if a.object.zip(b.object).is_some_and(|(x, y)| is_same(x, y)) => {
            Alignment::Same { predicate, swapped: false, matched: a.object.map(matched).unwrap_or_default() }
        }
        (Some(x), Some(y)) if is_same(x, y) => {
            Alignment::Apart { want: Want::Objects(&one.lemma, a.object, b.object) }
        }
        (Some(x), Some(y)) => Alignment::Apart { want: Want::Subjects(x, y) },
        // "The dam was not destroyed": nobody did it, but both say to what it was done.
        _ => match (a.object, b.object) {
            (Some(x), Some(y)) if is_same(x, y) => {
                Alignment::Same { predicate, swapped: false, matched: matched(x) }
            }
            _ => match state_of(&a, &b).or_else(|| state_of(&b, &a)) {
                Some(x) if predicate == PredicateMatch::Opposite => {
                    Alignment::Same { predicate, swapped: false, matched: matched(x) }
                }
                _ => apart("one of them does not name whom it speaks of"),
            },
        },
    }
}

/// "The road is open", "the road was closed": what the one is, and what was done to it.
fn state_of<'s>(one: &Roles<'s>, other: &Roles<'s>) -> Option<&'s Participant> {
    let (is, done_to) = (one.subject?, other.object?);
    let alone = one.object.is_none() && other.subject.is_none();
    (alone && is_same(is, done_to)).then_some(is)
}

/// By what two assertions that speak of the same thing can be found: they share the name or the head of a subject or an
/// object. Those of pronouns tell nothing.
pub fn alignment_keys(skeleton: &Skeleton) -> impl Iterator<Item = &str> {
    let parties = skeleton.participants.iter().filter(|participant| participant.role != Role::Oblique);
    parties.flat_map(|participant| {
        let head = Some(participant.head.as_str()).filter(|head| !head.is_empty() && !is_pronoun(head));
        participant.name.as_deref().into_iter().chain(head)
    })
}

/// Holds two skeletons against each other as accounts of one deed that somebody answers for: one predicate, one thing that
/// it was done to; who did it may differ.
pub fn align_deeds<'s>(a: &'s Skeleton, b: &'s Skeleton, thesaurus: &Thesaurus) -> Alignment<'s> {
    let (Some(one), Some(other)) = (&a.predicate, &b.predicate) else {
        return apart("one of them has no main predicate");
    };
    let Some(predicate @ (PredicateMatch::Same | PredicateMatch::Synonym)) =
        thesaurus.compare(&one.lemma, &other.lemma)
    else {
        return unknown(&one.lemma, &other.lemma, "be one deed");
    };
    if !thesaurus.deeds.is_blamed(&one.lemma) {
        return apart(format!("more than one can “{}” it", one.lemma));
    }
    match (Roles::of(a, one.passive).object, Roles::of(b, other.passive).object) {
        (Some(x), Some(y)) if is_same(x, y) => Alignment::Same {
            predicate,
            swapped: false,
            matched: format!("“{}” done to {}", one.lemma, title(x)),
        },
        (Some(x), Some(y)) => Alignment::Apart { want: Want::Subjects(x, y) },
        _ => apart("one of them does not say to what it was done"),
    }
}

/// Holds two skeletons against each other as words about one subject, whatever is said of it.
pub fn align_subjects<'s>(a: &'s Skeleton, b: &'s Skeleton) -> Alignment<'s> {
    match (grammatical_subject(a), grammatical_subject(b)) {
        (Some(x), Some(y)) if is_same(x, y) => {
            Alignment::Same { predicate: PredicateMatch::Same, swapped: false, matched: title(x) }
        }
        (Some(x), Some(y)) => Alignment::Apart { want: Want::Subjects(x, y) },
        _ => apart("one of them does not name whom it speaks of"),
    }
}

/// What a skeleton's subject is called, as a key; `None` where a pronoun stands for it.
pub fn subject_of(skeleton: &Skeleton) -> Option<String> {
    let subject = grammatical_subject(skeleton)?;
    let named = subject.name.clone().unwrap_or_else(|| subject.head.to_lowercase());
    (!is_pronoun(&named) && !named.is_empty()).then_some(named)
}

/// Whether what a skeleton calls its subject is whatever was spoken of before, or it has none. "He" may be whoever speaks.
pub fn takes_up_subject(skeleton: &Skeleton) -> bool {
    let taken_up = |head: &str| matches!(head, "it" | "they" | "this" | "that" | "these" | "those" | "there");
    grammatical_subject(skeleton).is_none_or(|subject| taken_up(&subject.head.to_lowercase()))
}

/// By what two assertions about one subject can be found: its name and its head; of one of the two only the head may be known.
pub fn subject_keys(skeleton: &Skeleton) -> impl Iterator<Item = String> {
    let subject = grammatical_subject(skeleton).into_iter();
    let called = subject.flat_map(|subject| subject.name.iter().chain([&subject.head]));
    called.map(|name| name.to_lowercase()).filter(|name| !name.is_empty() && !is_pronoun(name))
}

/// Who does it, the passive undone.
pub(super) fn agent(skeleton: &Skeleton) -> Option<&Participant> {
    Roles::of(skeleton, skeleton.predicate.as_ref()?.passive).subject
}

/// What it is done to, the passive undone.
pub(super) fn done_to(skeleton: &Skeleton) -> Option<&Participant> {
    Roles::of(skeleton, skeleton.predicate.as_ref()?.passive).object
}

/// Whether both are known by name and known to be different; "the agency" may be anybody.
pub(super) fn differ(a: &Participant, b: &Participant) -> bool {
    a.name.is_some() && b.name.is_some() && !is_same(a, b)
}

/// What the sentence makes its subject, the passive left as it is.
pub(super) fn grammatical_subject(skeleton: &Skeleton) -> Option<&Participant> {
    skeleton.participants.iter().find(|participant| participant.role == Role::Subject)
}

pub(super) fn apart(want: impl Into<Cow<'static, str>>) -> Alignment<'static> {
    Alignment::Apart { want: Want::Told(want.into()) }
}

fn unknown<'s>(one: &'s str, other: &'s str, what: &'static str) -> Alignment<'s> {
    Alignment::Apart { want: Want::Predicates(one, other, what) }
}

/// Who does it to whom, the passive undone.
struct Roles<'s> {
    subject: Option<&'s Participant>,
    object: Option<&'s Participant>,
}

impl<'s> Roles<'s> {
    fn of(skeleton: &'s Skeleton, passive: bool) -> Roles<'s> {
        let find = |role| skeleton.participants.iter().find(|participant| participant.role == role);
        let (subject, object) = (find(Role::Subject), find(Role::Object));
        if passive { Roles { subject: object, object: subject } } else { Roles { subject, object } }
    }
}

/// Two known objects must be the same; an object that one side leaves out is not held against it.
fn objects_agree(a: Option<&Participant>, b: Option<&Participant>) -> bool {
    match (a, b) {
        // "Employs 300 people": those who are counted are no others.
        (Some(x), Some(y)) => {
            is_same(x, y)
                || x.head == PEOPLE && y.head == PEOPLE && modifiers_agree(&x.modifiers, &y.modifiers)
        }
        (None, None) => true,
        _ => false,
    }
}

fn subjects_apart(a: &Participant, b: &Participant) -> String {
    let (one, other) = (title(a), title(b));
    if let Some((owner, another)) = a.owner.as_ref().zip(b.owner.as_ref()).filter(|_| are_of_two(a, b)) {
        format!("the one speaks of {one} of {owner}, the other of {other} of {another}")
    } else if one == other {
        format!("{one} here and {other} there may be two")
    } else {
        format!("the one speaks of {one}, the other of {other}")
    }
}

const PEOPLE: &str = "people";

fn crossed(subject: &Participant, object: Option<&Participant>) -> bool {
    object.is_some_and(|object| is_same(subject, object))
}

/// Whether two participants are the same: by resolved name, or by head with modifiers that do not disagree.
pub(super) fn is_same(a: &Participant, b: &Participant) -> bool {
    if let (Some(one), Some(other)) = (&a.name, &b.name) {
        return one == other;
    }
    if is_pronoun(&a.head) || is_pronoun(&b.head) || a.head.is_empty() {
        return false;
    }
    a.head.eq_ignore_ascii_case(&b.head) && modifiers_agree(&a.modifiers, &b.modifiers) && !are_of_two(a, b)
}

/// "Its army" and "its army", said by two states.
pub(super) fn are_of_two(a: &Participant, b: &Participant) -> bool {
    a.owner.as_ref().zip(b.owner.as_ref()).is_some_and(|(one, other)| one != other)
}

/// "Russian attack" and "attack" may be one; "Russian attack" and "Ukrainian attack" are two.
pub(super) fn modifiers_agree(a: &[String], b: &[String]) -> bool {
    a.iter().all(|word| b.contains(word)) || b.iter().all(|word| a.contains(word))
}

pub(super) fn is_pronoun(word: &str) -> bool {
    matches!(
        word,
        "it" | "he"
            | "she"
            | "they"
            | "we"
            | "i"
            | "you"
            | "this"
            | "that"
            | "these"
            | "those"
            | "there"
            | "one"
            | "who"
            | "which"
            | "what"
            | "some"
            | "many"
            | "all"
            | "people"
            | "everyone"
            | "anyone"
            | "someone"
            | "nobody"
            | "nothing"
            | "something"
            | "everything"
            | "them"
            | "us"
            | "me"
            | "him"
            | "her"
    )
}

fn title(participant: &Participant) -> String {
    match &participant.name {
        Some(name) => name.clone(),
        None if participant.modifiers.is_empty() => format!("“{}”", participant.head),
        None => format!("“{} {}”", participant.modifiers.join(" "), participant.head),
    }
}
