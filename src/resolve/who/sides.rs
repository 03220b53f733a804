//! For whom a phrase says that someone speaks: "White House press secretary", "Ukrainian officials".

use super::directory::{Directory, Id, Nature};
use super::lexicon::singular;
use crate::resolve::actors::Actor;
use std::ops::Range;

/// The longest name searched for, in words.
const LONGEST: usize = 5;

/// A state or party, and the body within it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct StandsFor {
    pub(super) side: Option<String>,
    pub(super) institution: Option<String>,
    /// Taken for the side where no state is named.
    party: Option<String>,
}

/// What the names and adjectives in `range` say, the first of each kind; `except` never stands for itself.
pub(super) fn of(directory: &Directory, range: Range<usize>, except: Option<Id>) -> StandsFor {
    let mut found = StandsFor::default();
    let mut at = range.start;
    while at < range.end {
        at = step(directory, at, range.end, except, &mut found);
    }
    found.side = found.side.take().or_else(|| found.party.clone());
    found
}

/// Reads the longest name at `at`; returns where to go on.
fn step(directory: &Directory, at: usize, end: usize, except: Option<Id>, found: &mut StandsFor) -> usize {
    let words = directory.words();
    if !words.is_capitalised(at) {
        return at + 1;
    }
    if let Some(party) = party(directory, at) {
        found.party = found.party.take().or(Some(party));
    }
    for to in (at + 1..=end.min(at + LONGEST)).rev() {
        let name = words.phrase(at..to);
        if by_actor(directory, &name, found) || by_name(directory, &name, except, found) {
            return to;
        }
    }
    at + 1
}

/// "Republican", "Democrats": the party that is called so.
fn party(directory: &Directory, at: usize) -> Option<String> {
    let noun = singular(directory.words().word(at));
    directory.actors.find(&format!("{noun} party")).find_map(|actor| match actor {
        Actor::Body(body) => Some(body.name.clone()),
        _ => None,
    })
}

fn by_actor(directory: &Directory, name: &str, found: &mut StandsFor) -> bool {
    for actor in directory.actors.find(name) {
        let (side, institution) = match actor {
            Actor::State(state) | Actor::Adjective(state) | Actor::People(state) => (Some(&state.name), None),
            Actor::Capital(state) | Actor::Place(state) => (Some(&state.name), None),
            Actor::Seat(state, seat) => (Some(&state.name), Some(seat)),
            Actor::Body(body) => (body.side.as_ref().or(Some(&body.name)), Some(body.name.as_str())),
            Actor::Outlet(outlet) if !outlet.shared => (None, Some(outlet.name.as_str())),
            Actor::Person(person) | Actor::Short(person) => (person.side.as_ref(), None),
            Actor::Outlet(_) => continue,
        };
        found.side = found.side.take().or_else(|| side.cloned());
        found.institution = found.institution.take().or_else(|| institution.map(str::to_owned));
        return true;
    }
    false
}

/// Bodies and persons of the text.
fn by_name(directory: &Directory, name: &str, except: Option<Id>, found: &mut StandsFor) -> bool {
    let Some((id, _)) = directory.by_phrase(name).filter(|(id, _)| Some(*id) != except) else { return false };
    let Some(entity) = directory.entity(id) else { return false };
    found.side = found.side.take().or_else(|| entity.side.clone());
    if matches!(entity.nature, Nature::Body | Nature::Outlet) {
        found.institution = found.institution.take().or_else(|| Some(entity.name.clone()));
    }
    true
}
