//! What the actors files know of a name.

use crate::resolve::actors::{Actor, Actors, Office, Person, State};

/// A paragraph for each thing that the name stands for; empty where it stands for none.
pub fn actor_page(name: &str, actors: &Actors) -> String {
    let found = actors.find(name).map(|actor| describe(&actor, actors));
    let mut lines: Vec<String> = found.collect();
    lines.extend(actors.with_last_name(name).map(|person| person_lines(person, actors)));
    let mut seen = std::collections::BTreeSet::new();
    lines.retain(|line| seen.insert(line.clone()));
    lines.join("\n")
}

fn describe(actor: &Actor, actors: &Actors) -> String {
    match actor {
        Actor::State(state) => state_lines(state, "a state"),
        Actor::Adjective(state) => state_lines(state, "the adjective of a state"),
        Actor::People(state) => state_lines(state, "the people of a state"),
        Actor::Capital(state) => state_lines(state, "a capital that stands for its state"),
        Actor::Place(state) => state_lines(state, "a capital whose name other places share"),
        Actor::Seat(state, seat) => format!("{seat}: speaks for {}\n", state.name),
        Actor::Body(body) => {
            let side = body.side.as_ref().map(|side| format!(" of {side}")).unwrap_or_default();
            format!("{}: a body{side}\n{}", body.name, also(&body.names))
        }
        Actor::Person(person) | Actor::Short(person) => person_lines(person, actors),
        Actor::Outlet(outlet) => format!("{}: a news organisation\n{}", outlet.name, also(&outlet.names)),
    }
}

fn state_lines(state: &State, what: &str) -> String {
    format!("{}: {what}\n{}", state.name, also(&state.names))
}

fn person_lines(person: &Person, actors: &Actors) -> String {
    let side = person.side.as_ref().map(|side| format!(" ({side})")).unwrap_or_default();
    let offices: String = person.role.iter().map(|office| office_line(office, actors)).collect();
    format!("{}{side}\n{offices}{}", person.name, also(&person.names))
}

fn office_line(office: &Office, actors: &Actors) -> String {
    let of_state = actors.states().iter().find(|state| state.name == office.of);
    let from = office.from.map(|day| format!(" from {day}")).unwrap_or_default();
    let to = office.to.map(|day| format!(" until {day}")).unwrap_or_default();
    format!("  {}{from}{to}\n", office.describe(of_state))
}

fn also(names: &[String]) -> String {
    if names.is_empty() { String::new() } else { format!("  also {}\n", names.join(", ")) }
}
