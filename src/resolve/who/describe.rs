//! Descriptions: "the Ukrainian president", "her spokesman", "the panel".

use super::apart::{is_apart, is_general};
use super::directory::{Directory, Entity, Found, Id, Nature, Title, title, titles};
use super::lexicon::{Class, class_of, same_noun, singular, wider_noun};
use super::phrase::Noun;
use super::pronoun::{self, Heard};
use crate::claim::last_name;
use crate::resolve::actors::Actor;
use std::collections::BTreeSet;
use std::ops::Range;

/// How many of those called by a noun are weighed: the latest.
const CANDIDATES: usize = 24;

/// How far into a text a description may come before its name, in tokens: a headline and a lead.
const LEAD: usize = 120;

/// How far behind such a description the name may stand, in tokens.
const INTRODUCTION: usize = 300;

/// Whom a description means; `owner` is whoever "her" or "Trump's" before it stands for.
pub(super) fn find(
    directory: &Directory,
    noun: &Noun,
    at: usize,
    owner: Option<Id>,
    heard: &Heard,
) -> Option<Found> {
    let asked = asked(directory, noun);
    let owned = noun.possessor.is_some();
    // "Karras's lawyer" is not "Brandt's lawyer", whoever these may be.
    let of_stranger = owner.is_none() && is_named_owner(directory, noun);
    let may_be = |id: Id| {
        !of_stranger || directory.entity(id).is_some_and(|entity| entity.nature != Nature::Described)
    };
    let called = asked.iter().find_map(|title| among(directory, title, noun, at, owner));
    let called = called.filter(|(id, _)| may_be(*id));
    called
        .or_else(|| (noun.definite && !owned).then(|| nearest(directory, noun, &asked, at, heard)).flatten())
}

/// Whether a description names whose it is, by more than a pronoun.
fn is_named_owner(directory: &Directory, noun: &Noun) -> bool {
    let words = directory.words();
    let plain = |at: usize| words.is(at, Class::DETERMINER) || words.is(at, Class::PRONOUN);
    noun.possessor.clone().is_some_and(|possessor| possessor.len() > 1 || !plain(possessor.start))
}

/// A definite description of a person that fits nobody so called means whoever was spoken of last; but "the mayor's
/// spokesman, Holt" or "Holt, an adviser to the mayor" is not the mayor, "the finance minister" not "the justice minister",
/// a mayor no governor, and whoever has no name is called as before.
fn nearest(directory: &Directory, noun: &Noun, asked: &[Title], at: usize, heard: &Heard) -> Option<Found> {
    let class = directory.words().class(noun.head);
    let simple = noun.front == noun.core.end;
    let person = simple && class.is(Class::OFFICE) && !class.is(Class::PLURAL);
    let found = person.then(|| pronoun::nearest(directory, at, class.gender(), heard)).flatten();
    let office = directory.words().lower(noun.head);
    let kind = same_noun(&singular(&office));
    let may_be = |entity: &Entity| {
        let of_that_kind = entity.titles.iter().any(|title| title.head == kind);
        entity.nature != Nature::Described
            && !of_that_kind
            && !asked.iter().any(|asked| holds_another(entity, asked))
            && !is_beside(directory, entity, &office, at)
            && !is_spoken_of(directory, entity, at)
    };
    found.filter(|(id, _)| directory.entity(*id).is_none_or(may_be))
}

/// Whether someone is known by an office and the description is of another. "The candidate" and "the leader" may have any.
fn holds_another(entity: &Entity, asked: &Title) -> bool {
    let office = |title: &Title| class_of(&title.head).is(Class::OFFICE);
    !is_general(asked) && entity.titles.iter().any(office)
}

/// How far from a name the office of somebody else is looked for, in tokens.
const BESIDE: usize = 12;

/// "The lawyer said Vance never left": whoever the rest of the sentence names is not the one who speaks of them.
fn is_spoken_of(directory: &Directory, entity: &Entity, at: usize) -> bool {
    let sentence = directory.words().text.sentence_at(at);
    let next = entity.first_after(at);
    next.is_some_and(|named| directory.words().text.sentence_at(named) == sentence)
}

/// Whether the sentence that names someone last speaks of the holder of an office as of somebody else.
fn is_beside(directory: &Directory, entity: &Entity, office: &str, at: usize) -> bool {
    let words = directory.words();
    let Some(named) = entity.last_before(at) else { return false };
    let sentence = words.text.sentence_at(named);
    let mut near = (named.saturating_sub(BESIDE)..(named + BESIDE).min(at))
        .filter(|near| words.text.sentence_at(*near) == sentence);
    near.any(|near| words.lower(near) == office && words.is(near.saturating_sub(1), Class::DETERMINER))
}

/// "The country" and its like, which name nobody by themselves.
pub(super) fn is_some_country(directory: &Directory, noun: &Noun) -> bool {
    let words = directory.words();
    let bare = noun.core.len() == 1 || noun.definite;
    bare && noun.possessor.is_none() && matches!(words.lower(noun.head).as_str(), "country" | "nation")
}

/// The state named last before "the country"; none where a clause says which country is meant.
pub(super) fn country(directory: &Directory, noun: &Noun, range: Range<usize>) -> Option<Found> {
    let next = directory.mentions().partition_point(|mention| mention.name.start < range.start);
    let before = directory.mentions().get(..next).unwrap_or_default().iter().rev().take(CANDIDATES);
    let state = |id: Id| directory.entity(id).is_some_and(|entity| entity.nature == Nature::State);
    let after = directory.words().word(range.end);
    let told = matches!(after, "that" | "which" | "whose" | "where" | "in" | "of" | "with");
    let plain = noun.definite && noun.core.len() == 1 && noun.core.end == range.end && !told;
    let found = before.map(|mention| mention.id).filter(|_| plain).find(|id| state(*id))?;
    Some((found, "state named last"))
}

/// The description as titles; a body's noun counts too.
pub(super) fn asked(directory: &Directory, noun: &Noun) -> Vec<Title> {
    let words = directory.words();
    let start = noun.possessor.as_ref().map_or(noun.core.start, |possessor| possessor.end);
    let people = titles(words, start..noun.core.end);
    let head = same_noun(&singular(words.word(noun.head)));
    if people.iter().any(|title| title.head == head) {
        return people;
    }
    vec![title(words, head, start..noun.head, noun.front..noun.core.end)]
}

/// The best and latest of those so called.
fn among(directory: &Directory, asked: &Title, noun: &Noun, at: usize, owner: Option<Id>) -> Option<Found> {
    let plural = directory.words().is(noun.head, Class::PLURAL);
    let backward = noun.definite || noun.possessor.is_some();
    let proper = proper(directory, noun);
    let owner = owner.and_then(|owner| directory.entity(owner));
    let ids = directory.titled(&asked.head).iter().rev().take(CANDIDATES);
    let fitting = ids.filter_map(|id| {
        let entity = directory.entity(*id)?;
        let agree =
            agree(directory, entity, asked, plural, owner).filter(|_| has_all(entity, asked, &proper))?;
        Some((agree, when(entity, at, backward)?, *id))
    });
    let (_, _, id) = fitting.max()?;
    let by = if backward { "description earlier in the text" } else { "named later in the text" };
    Some((id, by))
}

/// The capitalised words before the head noun, in lower case.
fn proper(directory: &Directory, noun: &Noun) -> Vec<String> {
    let words = directory.words();
    let start = noun.possessor.as_ref().map_or(noun.core.start, |possessor| possessor.end);
    let named = (start..noun.head).filter(|at| !words.is_initial(*at) && words.is_capitalised(*at));
    named.map(|at| words.lower(at)).collect()
}

/// Bodies and documents keep the names in their description; a person may be called by new ones.
fn has_all(entity: &Entity, asked: &Title, proper: &[String]) -> bool {
    let mut titles = entity.titles.iter().filter(|title| title.head == asked.head);
    entity.nature == Nature::Person
        || titles.any(|title| proper.iter().all(|word| title.modifiers.contains(word)))
}

/// How many modifiers agree; `None` where something speaks against the entity.
fn agree(
    directory: &Directory,
    entity: &Entity,
    asked: &Title,
    plural: bool,
    owner: Option<&Entity>,
) -> Option<usize> {
    let many = entity.nature == Nature::Described && entity.plural;
    let side = side_of(directory, &asked.modifiers);
    let other_side = side.is_some() && entity.side != side;
    if other_side || plural != many {
        return None;
    }
    let titles = entity.titles.iter().filter(|title| title.head == asked.head || is_wider(asked, title));
    let titles = titles.filter(|title| owner.is_none_or(|owner| belongs(title, entity, owner)));
    let fitting = titles.filter(|title| !is_apart(asked, title, entity));
    fitting.map(|title| asked.modifiers.intersection(&title.modifiers).count()).max()
}

/// Whether a title says for whom its bearer acts, and that it is `owner`.
fn belongs(title: &Title, entity: &Entity, owner: &Entity) -> bool {
    let last = last_name(&owner.name).to_lowercase();
    title.modifiers.contains(&last) || (owner.nature == Nature::State && entity.side == owner.side)
}

/// The later the better; before a text's lead is over, also those whom it names only afterwards.
fn when(entity: &Entity, at: usize, backward: bool) -> Option<usize> {
    match entity.last_before(at) {
        Some(place) => backward.then_some(place),
        None => match entity.mentions.first() {
            Some(first) => (at < LEAD && first - at < INTRODUCTION).then_some(usize::MAX - first),
            None => (backward && entity.known).then_some(0),
        },
    }
}

fn is_wider(asked: &Title, title: &Title) -> bool {
    wider_noun(&title.head) == Some(asked.head.as_str())
}

/// The state that one of the modifiers names.
fn side_of(directory: &Directory, modifiers: &BTreeSet<String>) -> Option<String> {
    modifiers.iter().find_map(|word| {
        directory.actors.find(word).find_map(|actor| match actor {
            Actor::State(state) | Actor::Adjective(state) if word.len() > 2 => Some(state.name.clone()),
            _ => None,
        })
    })
}

/// Whether an entity is a body.
pub(super) fn is_body(nature: Nature) -> bool {
    matches!(nature, Nature::Body | Nature::Outlet | Nature::State)
}
