//! Someone or something that a text names, and what the text or the actors file says of it.

use crate::resolve::actors::{Body, Gender, Outlet, Person, State};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// An entity's place in its directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::resolve::who) struct Id(pub(in crate::resolve::who) usize);

/// What an entity is, as far as can be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::resolve::who) enum Nature {
    Person,
    Body,
    State,
    Outlet,
    /// Named only by a description ("senior Ukrainian official").
    Described,
    /// A capitalised name and nothing more.
    #[default]
    Unknown,
}

/// A noun that a text or the actors file uses of an entity, with what stands before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::resolve::who) struct Title {
    /// Singular, lower case; nouns that say the same share one form.
    pub(in crate::resolve::who) head: String,
    /// Everything else in the phrase, lower case.
    pub(in crate::resolve::who) modifiers: BTreeSet<String>,
    /// Those of them that say of what or for whom, as they are written: "mayor of | Vik".
    pub(in crate::resolve::who) of: BTreeSet<String>,
    /// Those of them that say where, as they are written: "police in | Vik".
    pub(in crate::resolve::who) at: BTreeSet<String>,
    /// An office given up by the day of the text.
    pub(in crate::resolve::who) past: bool,
}

/// One entity of a text.
#[derive(Clone, Debug, Default)]
pub(in crate::resolve::who) struct Entity {
    pub(in crate::resolve::who) name: String,
    pub(in crate::resolve::who) nature: Nature,
    pub(in crate::resolve::who) gender: Option<Gender>,
    pub(in crate::resolve::who) side: Option<String>,
    pub(in crate::resolve::who) institution: Option<String>,
    pub(in crate::resolve::who) role: Option<String>,
    pub(in crate::resolve::who) titles: Vec<Title>,
    /// Tokens where it is named, ascending.
    pub(in crate::resolve::who) mentions: Vec<usize>,
    /// How often it stands as no person does: behind an article or as a place.
    pub(in crate::resolve::who) impersonal: usize,
    /// The actors file knows it.
    pub(in crate::resolve::who) known: bool,
    pub(in crate::resolve::who) plural: bool,
    /// One body, known by a description.
    pub(in crate::resolve::who) collective: bool,
    /// One person, known by a description.
    pub(in crate::resolve::who) human: bool,
    pub(in crate::resolve::who) anonymous: bool,
    /// It has spoken.
    pub(in crate::resolve::who) heard: bool,
}

impl Entity {
    pub(super) fn named(name: String, nature: Nature) -> Entity {
        Entity { name, nature, ..Entity::default() }
    }

    pub(super) fn of_state(state: &State) -> Entity {
        Entity {
            side: Some(state.name.clone()),
            known: true,
            ..Entity::named(state.name.clone(), Nature::State)
        }
    }

    pub(super) fn of_seat(state: &State, seat: &str) -> Entity {
        Entity {
            side: Some(state.name.clone()),
            institution: Some(seat.to_owned()),
            known: true,
            ..Entity::named(seat.to_owned(), Nature::Body)
        }
    }

    pub(super) fn of_body(body: &Body) -> Entity {
        let kind = |kind: &String| Title { head: kind.to_lowercase(), ..Title::default() };
        Entity {
            side: body.side.clone(),
            institution: Some(body.name.clone()),
            titles: body.kinds.iter().map(kind).collect(),
            known: true,
            ..Entity::named(body.name.clone(), Nature::Body)
        }
    }

    pub(super) fn of_outlet(outlet: &Outlet) -> Entity {
        let institution = Some(outlet.name.clone());
        Entity { institution, known: true, ..Entity::named(outlet.name.clone(), Nature::Outlet) }
    }

    pub(super) fn of_person(person: &Person) -> Entity {
        Entity {
            gender: person.gender,
            side: person.side.clone(),
            known: true,
            ..Entity::named(person.name.clone(), Nature::Person)
        }
    }

    /// Whether it speaks as one body or as many.
    pub(in crate::resolve::who) fn is_group(&self) -> bool {
        self.plural || self.collective || matches!(self.nature, Nature::Body | Nature::State | Nature::Outlet)
    }

    /// The first mention behind token `at`.
    pub(in crate::resolve::who) fn first_after(&self, at: usize) -> Option<usize> {
        self.mentions.get(self.mentions.partition_point(|mention| *mention <= at)).copied()
    }

    /// The last mention before token `at`.
    pub(in crate::resolve::who) fn last_before(&self, at: usize) -> Option<usize> {
        let next = self.mentions.partition_point(|mention| *mention < at);
        self.mentions.get(next.checked_sub(1)?).copied()
    }
}

/// The office that `person` held on `day`, else the last one held before, else the first listed.
pub(super) fn office_on(person: &Person, day: Option<NaiveDate>) -> Option<(usize, bool)> {
    let Some(day) = day else { return (!person.role.is_empty()).then_some((0, true)) };
    if let Some(held) = person.role.iter().position(|office| office.held_on(day)) {
        return Some((held, true));
    }
    let past = person.role.iter().enumerate().filter(|(_, office)| office.to.is_some_and(|to| to <= day));
    past.max_by_key(|(_, office)| office.to).map(|(index, _)| (index, false))
}
