use super::*;

fn meanings(name: &str) -> Vec<String> {
    let actors = Actors::builtin();
    let show = |actor: Actor<'_>| match actor {
        Actor::State(state) => format!("state {}", state.name),
        Actor::Adjective(state) => format!("adjective {}", state.name),
        Actor::People(state) => format!("people {}", state.name),
        Actor::Capital(state) => format!("capital {}", state.name),
        Actor::Place(state) => format!("place {}", state.name),
        Actor::Seat(state, seat) => format!("seat {seat} {}", state.name),
        Actor::Body(body) => format!("body {}", body.name),
        Actor::Person(person) => format!("person {}", person.name),
        Actor::Short(person) => format!("short {}", person.name),
        Actor::Outlet(outlet) => format!("outlet {}", outlet.name),
    };
    actors.find(name).map(show).collect()
}

#[test]
fn the_built_in_files_are_sound() {
    for file in BUILT_IN {
        assert_eq!(read::read(file).err(), None);
    }
    let actors = Actors::builtin();
    assert_eq!(actors.states().len(), 197);
    let known: Vec<&str> = actors.states.iter().map(|state| state.name.as_str()).collect();
    let bodies: Vec<&str> = actors.bodies.iter().map(|body| body.name.as_str()).collect();
    let sides = actors.persons.iter().filter_map(|person| person.side.as_deref());
    let sides: Vec<&str> =
        sides.chain(actors.bodies.iter().filter_map(|body| body.side.as_deref())).collect();
    let stray: Vec<&&str> =
        sides.iter().filter(|side| !known.contains(side) && !bodies.contains(side)).collect();
    assert!(stray.is_empty(), "{stray:?}");
}

#[test]
fn names_lead_to_actors() {
    assert_eq!(meanings("the Élysée"), ["seat Élysée Palace France"]);
    assert_eq!(meanings("kiev"), ["capital Ukraine"]);
    assert_eq!(meanings("U.S."), ["state United States", "adjective United States"]);
    assert_eq!(meanings("Zelenskyy"), ["short Volodymyr Zelensky"]);
    assert_eq!(meanings("Viktor Orbán"), ["person Viktor Orban"]);
    assert_eq!(meanings("The Washington Post"), ["outlet Washington Post"]);
    assert_eq!(meanings("Wellington"), ["place New Zealand"]);
    assert_eq!(meanings("nowhere"), [""; 0]);
}

#[test]
fn offices_have_their_days() {
    let actors = Actors::builtin();
    let on = |year, month, day| {
        let day = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let held = actors.in_office("president", "United States", day);
        held.map(|person| person.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(on(2016, 9, 1), ["Barack Obama"]);
    assert_eq!(on(2021, 1, 20), ["Joe Biden"]);
    assert_eq!(on(1800, 1, 1), [""; 0]);
}

#[test]
fn faults_have_a_place_and_a_remedy() {
    let fault = Actors::parse("[[person]]\nname = \"A B\"\ngendre = \"f\"\n").unwrap_err().remove(0);
    assert_eq!(fault.title, "unknown field `gendre`");
    assert_eq!(fault.span.start, 24);
    assert_eq!(fault.help.as_deref(), Some("did you mean `gender`?"));
    assert!(Actors::parse("[[state]]\nname = \"\"\n").is_err());
    assert!(
        Actors::parse(
            "[[person]]\nname = \"A\"\n[[person.role]]\ntitle = \"x\"\nof = \"y\"\nfrom = \"soon\"\n"
        )
        .is_err()
    );
}

#[test]
fn a_users_entry_replaces_the_built_in_one() {
    let own = Actors::parse("[[outlet]]\nname = \"Reuters\"\nnames = [\"the wire\"]\n").unwrap();
    let merged = Actors::builtin().merge(own);
    let outlets = |name: &str| merged.find(name).count();
    assert_eq!((outlets("the wire"), outlets("Reuters news agency"), outlets("Kyiv")), (1, 0, 1));
}
