//! The actors files: states, bodies, persons in office and news organisations, and what each is called.
//!
//! Facts of the world that no single text gives: that the Kremlin speaks for Russia, that a Ukrainian official
//! stands for Ukraine, who was foreign minister of Russia in January 2022. The built-in files lie in
//! `rules/actors/`; users add their own in the same format.

mod fault;
mod fold;
mod meaning;
mod place;
mod read;

pub use fold::{fold, sound};
pub use meaning::{Held, Meaning};
pub use read::{Body, Gender, Listed, Office, Outlet, Person, State};

use crate::claim::last_name;
use crate::text::Fault;
use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet};

/// The files compiled in, with their names for faults.
const BUILT_IN: [(&str, &str); 4] = [
    ("rules/actors/states.toml", include_str!("../../../rules/actors/states.toml")),
    ("rules/actors/bodies.toml", include_str!("../../../rules/actors/bodies.toml")),
    ("rules/actors/persons.toml", include_str!("../../../rules/actors/persons.toml")),
    ("rules/actors/outlets.toml", include_str!("../../../rules/actors/outlets.toml")),
];

/// Everyone and everything known by name before a text is read.
#[derive(Clone, Debug, Default)]
pub struct Actors {
    states: Vec<State>,
    bodies: Vec<Body>,
    persons: Vec<Person>,
    outlets: Vec<Outlet>,
    senses: FxHashMap<String, Vec<Sense>>,
    last_names: FxHashMap<String, Vec<usize>>,
    /// Persons by the sound of their full names.
    sounds: FxHashMap<String, Vec<usize>>,
    /// The letters that names of states and capitals begin with.
    place_starts: FxHashSet<String>,
}

/// What a name means, as an index into the list of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sense {
    State(usize),
    Adjective(usize),
    People(usize),
    Capital(usize),
    Place(usize),
    Seat(usize, usize),
    Body(usize),
    Person(usize),
    Short(usize),
    Outlet(usize),
}

impl Sense {
    /// Whether it is the name of a state or of a capital.
    fn is_place(&self) -> bool {
        matches!(self, Sense::State(_) | Sense::Capital(_) | Sense::Place(_))
    }
}

/// What a name stands for.
#[derive(Clone, Copy, Debug)]
pub enum Actor<'a> {
    /// The name of a state.
    State(&'a State),
    /// An adjective of a state ("Ukrainian").
    Adjective(&'a State),
    /// The people of a state ("Ukrainians").
    People(&'a State),
    /// A capital that stands for its state where it speaks ("Kyiv").
    Capital(&'a State),
    /// A capital whose name is shared with other places: tells a side, never a source.
    Place(&'a State),
    /// A seat of power that speaks in its own name ("Kremlin"), with the name reported.
    Seat(&'a State, &'a str),
    /// A body.
    Body(&'a Body),
    /// A person, by the full name.
    Person(&'a Person),
    /// A person, by a name that is enough ("Putin").
    Short(&'a Person),
    /// A news organisation or programme.
    Outlet(&'a Outlet),
}

impl Actors {
    /// Reads one actors file, of the name that its entries are told by.
    ///
    /// # Errors
    /// Every fault that was found, each with its place in `toml`.
    pub fn parse(name: &str, toml: &str) -> Result<Actors, Vec<Fault>> {
        let file = read::read(name, toml)?;
        let mut actors = Actors {
            states: file.state,
            bodies: file.body,
            persons: file.person,
            outlets: file.outlet,
            ..Actors::default()
        };
        actors.index();
        Ok(actors)
    }

    /// The files in `rules/actors/`.
    pub fn builtin() -> Actors {
        let files = BUILT_IN.iter().filter_map(|(name, toml)| read::read(name, toml).ok());
        let mut actors = Actors::default();
        for file in files {
            actors.states.extend(file.state);
            actors.bodies.extend(file.body);
            actors.persons.extend(file.person);
            actors.outlets.extend(file.outlet);
        }
        actors.index();
        actors
    }

    /// These actors and `other`'s. An entry of `other` replaces the one of the same kind and name.
    #[must_use]
    pub fn merge(mut self, other: Actors) -> Actors {
        replace(&mut self.states, other.states, |state| &state.name);
        replace(&mut self.bodies, other.bodies, |body| &body.name);
        replace(&mut self.persons, other.persons, |person| &person.name);
        replace(&mut self.outlets, other.outlets, |outlet| &outlet.name);
        self.index();
        self
    }

    /// Everything that `name` stands for, case and accents aside; "the" before it is passed over.
    pub fn find(&self, name: &str) -> impl Iterator<Item = Actor<'_>> {
        let key = fold(name);
        let bare = key.strip_prefix("the ").unwrap_or(&key);
        let senses = self.senses.get(&key).or_else(|| self.senses.get(bare));
        senses.into_iter().flatten().filter_map(|sense| self.actor(*sense))
    }

    /// The persons with this last name.
    pub fn with_last_name(&self, last: &str) -> impl Iterator<Item = &Person> {
        let found = self.last_names.get(&fold(last));
        found.into_iter().flatten().filter_map(|index| self.persons.get(*index))
    }

    /// The persons whose full name sounds like `name`: "Volodymyr Zelenskyi". Names of one word never do.
    pub fn sounding(&self, name: &str) -> impl Iterator<Item = &Person> {
        let full = name.trim().contains(' ');
        let found = if full { self.sounds.get(&full_sound(name)) } else { None };
        found.into_iter().flatten().filter_map(|index| self.persons.get(*index))
    }

    /// The state of this name.
    pub fn state(&self, name: &str) -> Option<&State> {
        self.states.iter().find(|state| state.name == name)
    }

    /// The persons who held `title` of the state or body `of` on `day`.
    pub fn in_office(&self, title: &str, of: &str, day: NaiveDate) -> impl Iterator<Item = &Person> {
        self.persons.iter().filter(move |person| {
            person.role.iter().any(|office| office.of == of && office.title == title && office.held_on(day))
        })
    }

    /// All states, in the order of the files.
    pub fn states(&self) -> &[State] {
        &self.states
    }

    /// All persons, in the order of the files.
    pub fn persons(&self) -> &[Person] {
        &self.persons
    }

    fn actor(&self, sense: Sense) -> Option<Actor<'_>> {
        Some(match sense {
            Sense::State(at) => Actor::State(self.states.get(at)?),
            Sense::Adjective(at) => Actor::Adjective(self.states.get(at)?),
            Sense::People(at) => Actor::People(self.states.get(at)?),
            Sense::Capital(at) => Actor::Capital(self.states.get(at)?),
            Sense::Place(at) => Actor::Place(self.states.get(at)?),
            Sense::Seat(at, seat) => {
                let state = self.states.get(at)?;
                Actor::Seat(state, state.seats.get(seat)?.first()?)
            }
            Sense::Body(at) => Actor::Body(self.bodies.get(at)?),
            Sense::Person(at) => Actor::Person(self.persons.get(at)?),
            Sense::Short(at) => Actor::Short(self.persons.get(at)?),
            Sense::Outlet(at) => Actor::Outlet(self.outlets.get(at)?),
        })
    }

    fn index(&mut self) {
        let mut senses = FxHashMap::default();
        for (at, state) in self.states.iter().enumerate() {
            enter_state(&mut senses, at, state);
        }
        for (at, body) in self.bodies.iter().enumerate() {
            enter(&mut senses, Sense::Body(at), std::iter::once(&body.name).chain(&body.names));
        }
        for (at, person) in self.persons.iter().enumerate() {
            enter(&mut senses, Sense::Person(at), std::iter::once(&person.name).chain(&person.names));
            enter(&mut senses, Sense::Short(at), &person.short);
        }
        for (at, outlet) in self.outlets.iter().enumerate() {
            enter(&mut senses, Sense::Outlet(at), std::iter::once(&outlet.name).chain(&outlet.names));
        }
        let places = senses.iter().filter(|(_, senses)| senses.iter().any(Sense::is_place));
        self.place_starts = places.map(|(name, _)| place::first_letters(name).to_owned()).collect();
        self.senses = senses;
        self.last_names = by_name(&self.persons, |name| Some(fold(last_name(name))));
        self.sounds = by_name(&self.persons, |name| Some(full_sound(name)));
    }
}

fn enter_state(senses: &mut FxHashMap<String, Vec<Sense>>, at: usize, state: &State) {
    enter(senses, Sense::State(at), std::iter::once(&state.name).chain(&state.names));
    enter(senses, Sense::Adjective(at), &state.adjective);
    enter(senses, Sense::People(at), &state.people);
    enter(senses, Sense::Capital(at), &state.capital);
    enter(senses, Sense::Place(at), &state.place);
    for (seat, spellings) in state.seats.iter().enumerate() {
        enter(senses, Sense::Seat(at, seat), spellings);
    }
}

fn enter<'a>(
    senses: &mut FxHashMap<String, Vec<Sense>>,
    sense: Sense,
    names: impl IntoIterator<Item = &'a String>,
) {
    for name in names {
        let key = fold(name);
        let key = key.strip_prefix("the ").map(str::to_owned).unwrap_or(key);
        let known = senses.entry(key).or_default();
        if !known.contains(&sense) {
            known.push(sense);
        }
    }
}

/// Persons under a key of each of their full names.
fn by_name(persons: &[Person], key: impl Fn(&str) -> Option<String>) -> FxHashMap<String, Vec<usize>> {
    let mut index: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (at, person) in persons.iter().enumerate() {
        let names = std::iter::once(&person.name).chain(&person.names);
        for key in names.filter_map(|name| key(name)) {
            let known = index.entry(key).or_default();
            if !known.contains(&at) {
                known.push(at);
            }
        }
    }
    index
}

fn full_sound(name: &str) -> String {
    fold(name).split(' ').map(sound).collect::<Vec<_>>().join(" ")
}

fn replace<T>(mine: &mut Vec<T>, others: Vec<T>, name: impl Fn(&T) -> &str) {
    mine.retain(|entry| !others.iter().any(|other| name(other) == name(entry)));
    mine.extend(others);
}

#[cfg(test)]
mod tests;
