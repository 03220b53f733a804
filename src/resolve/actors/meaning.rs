//! What a name stands for and why: the answer that `sayso actors NAME` prints.

use super::{Actor, Actors, Office, Person};
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
    /// The offices held on the day asked for; all of them where no day is given.
    pub roles: Vec<String>,
    /// Used as a source without more evidence from the text.
    pub safe: bool,
}

impl Actors {
    /// Everything that `name` can stand for, with the offices held on `day`: what the files list under it, then
    /// the persons with that last name, then those whose name sounds alike.
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
        let plain = |name: &str, why, side: Option<&String>, safe| Meaning {
            name: name.to_owned(),
            why,
            side: side.cloned(),
            safe,
            ..Meaning::default()
        };
        match actor {
            Actor::State(state) => plain(&state.name, "state", Some(&state.name), !state.shared),
            Actor::Adjective(state) => plain(&state.name, "adjective of the state", Some(&state.name), false),
            Actor::People(state) => plain(&state.name, "people of the state", Some(&state.name), false),
            Actor::Capital(state) => plain(&state.name, "capital", Some(&state.name), true),
            Actor::Place(state) => plain(&state.name, "capital with a common name", Some(&state.name), false),
            Actor::Seat(state, seat) => plain(seat, "seat of power", Some(&state.name), true),
            Actor::Body(body) => plain(&body.name, "body", body.side.as_ref(), true),
            Actor::Outlet(outlet) => plain(&outlet.name, "outlet", None, !outlet.shared),
            Actor::Person(person) => self.person(person, "person", true, day),
            Actor::Short(person) => self.person(person, "short name of a person", true, day),
        }
    }

    fn person(&self, person: &Person, why: &'static str, safe: bool, day: Option<NaiveDate>) -> Meaning {
        let held = |office: &&Office| day.is_none_or(|day| office.held_on(day));
        let roles = person.role.iter().filter(held).map(|office| office.describe(self.state(&office.of)));
        Meaning { name: person.name.clone(), why, side: person.side.clone(), roles: roles.collect(), safe }
    }
}
