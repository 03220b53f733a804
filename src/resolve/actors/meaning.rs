//! What a name stands for and why: the answer that `sayso actors NAME` prints.

use super::{Actor, Actors, Listed, Person};
use chrono::NaiveDate;

/// One thing that a name can stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meaning {
    /// The name used in reports.
    pub name: String,
    /// In what way it is meant: "capital", "seat of power", "person", "last name", …
    pub why: &'static str,
    /// The state or body that it stands for.
    pub side: Option<String>,
    /// The offices of a person, in the order of the file.
    pub offices: Vec<Held>,
    /// Used as a source without more evidence from the text.
    pub safe: bool,
    /// Other names of the same.
    pub also: Vec<String>,
    /// Where it is listed.
    pub listed: Listed,
}

/// An office of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// "president of Ukraine".
    pub role: String,
    /// First day.
    pub from: Option<NaiveDate>,
    /// The day after the last.
    pub to: Option<NaiveDate>,
    /// Where it has no end: the day after which nobody knows who holds it.
    pub known_until: Option<NaiveDate>,
    /// Whether it was held on the day asked for.
    pub on_the_day: bool,
}

impl Actors {
    /// Everything that `name` can stand for: what the files list under it, then the persons with that last name, then
    /// those whose name sounds alike. `day` tells which offices count as held.
    pub fn meanings(&self, name: &str, day: Option<NaiveDate>) -> Vec<Meaning> {
        let mut meanings: Vec<Meaning> = self.find(name).map(|actor| self.listed(actor, day)).collect();
        let others = self.with_last_name(name).map(|person| (person, "last name"));
        for (person, why) in
            others.chain(self.sounding(name).map(|person| (person, "another spelling of the name")))
        {
            if !meanings.iter().any(|known| known.name == person.name) {
                meanings.push(self.person(person, why, false, day));
            }
        }
        meanings
    }

    fn listed(&self, actor: Actor<'_>, day: Option<NaiveDate>) -> Meaning {
        let (why, safe) = match actor {
            Actor::State(state) => ("state", !state.shared),
            Actor::Adjective(_) => ("adjective of the state", false),
            Actor::People(_) => ("people of the state", false),
            Actor::Capital(_) => ("capital", true),
            Actor::Place(_) => ("capital with a common name", false),
            Actor::Seat(..) => ("seat of power", true),
            Actor::Body(_) => ("body", true),
            Actor::Outlet(outlet) => ("outlet", !outlet.shared),
            Actor::Person(person) => return self.person(person, "person", true, day),
            Actor::Short(person) => return self.person(person, "short name of a person", true, day),
        };
        Meaning { why, safe, ..named(actor) }
    }

    fn person(&self, person: &Person, why: &'static str, safe: bool, day: Option<NaiveDate>) -> Meaning {
        let held = person.role.iter().map(|office| Held {
            role: office.describe(self.state(&office.of)),
            from: office.from,
            to: office.to,
            known_until: office.as_of.filter(|_| office.from.is_some() && office.to.is_none()),
            on_the_day: day.is_some_and(|day| office.held_on(day)),
        });
        Meaning { why, safe, offices: held.collect(), ..named(Actor::Person(person)) }
    }
}

/// Name, side, other names and place of an actor.
fn named(actor: Actor<'_>) -> Meaning {
    let (name, side, also, listed) = match actor {
        Actor::State(state)
        | Actor::Adjective(state)
        | Actor::People(state)
        | Actor::Capital(state)
        | Actor::Place(state) => (state.name.as_str(), Some(&state.name), &state.names, &state.listed),
        Actor::Seat(state, seat) => (seat, Some(&state.name), &state.names, &state.listed),
        Actor::Body(body) => (body.name.as_str(), body.side.as_ref(), &body.names, &body.listed),
        Actor::Outlet(outlet) => (outlet.name.as_str(), None, &outlet.names, &outlet.listed),
        Actor::Person(person) | Actor::Short(person) => {
            (person.name.as_str(), person.side.as_ref(), &person.names, &person.listed)
        }
    };
    let also = if matches!(actor, Actor::Seat(..)) { Vec::new() } else { also.clone() };
    Meaning { name: name.to_owned(), side: side.cloned(), also, listed: listed.clone(), ..Meaning::default() }
}
