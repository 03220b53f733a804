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
    for (name, toml) in BUILT_IN {
        assert_eq!(read::read(name, toml).err(), None);
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
fn an_office_without_an_end_names_nobody_after_the_day_of_its_file() {
    let office = "[[person]]\nname = \"Gro Aune\"\n[[person.role]]\ntitle = \"mayor\"\nof = \"Vik\"\nfrom = 2020-01-01\n";
    let held = |as_of: &str, day: &str| {
        let actors = Actors::parse("own.toml", &format!("{as_of}{office}")).unwrap();
        actors.in_office("mayor", "Vik", day.parse().unwrap()).count()
    };
    assert_eq!(held("as_of = 2024-12-31\n", "2024-12-31"), 1);
    assert_eq!(held("as_of = 2024-12-31\n", "2025-01-01"), 0);
    assert_eq!(held("", "2031-01-01"), 1);
    let faults = Actors::parse("own.toml", "as_of = \"soon\"\n").unwrap_err();
    assert!(faults.iter().any(|fault| fault.help.is_some()));
}

#[test]
fn faults_have_a_place_and_a_remedy() {
    let fault =
        Actors::parse("own.toml", "[[person]]\nname = \"A B\"\ngendre = \"f\"\n").unwrap_err().remove(0);
    assert_eq!(fault.title, "unknown field `gendre`");
    assert_eq!(fault.span.start, 24);
    assert_eq!(fault.help.as_deref(), Some("did you mean `gender`?"));
    assert!(Actors::parse("own.toml", "[[state]]\nname = \"\"\n").is_err());
    assert!(
        Actors::parse(
            "own.toml",
            "[[person]]\nname = \"A\"\n[[person.role]]\ntitle = \"x\"\nof = \"y\"\nfrom = \"soon\"\n"
        )
        .is_err()
    );
}

#[test]
fn a_users_entry_replaces_the_built_in_one() {
    let own = Actors::parse("own.toml", "[[outlet]]\nname = \"Reuters\"\nnames = [\"the wire\"]\n").unwrap();
    let merged = Actors::builtin().merge(own);
    let outlets = |name: &str| merged.find(name).count();
    assert_eq!((outlets("the wire"), outlets("Reuters news agency"), outlets("Kyiv")), (1, 0, 1));
}

#[test]
fn a_name_says_what_it_stands_for_and_why() {
    let actors = Actors::builtin();
    let show = |name: &str, day: &str| {
        let meanings = actors.meanings(name, day.parse().ok());
        let line = |meaning: &Meaning| {
            let side = meaning.side.as_deref().unwrap_or("-");
            let held = meaning.offices.iter().filter(|office| office.on_the_day);
            let roles: Vec<&str> = held.map(|office| office.role.as_str()).collect();
            format!("{} ({}, {side}) {}", meaning.name, meaning.why, roles.join("; "))
        };
        meanings.iter().map(line).collect::<Vec<_>>()
    };
    assert_eq!(show("Kyiv", ""), ["Ukraine (capital, Ukraine) "]);
    assert_eq!(show("the White House", ""), ["White House (seat of power, United States) "]);
    assert_eq!(
        show("Zelenskiy", "2022-01-28"),
        ["Volodymyr Zelensky (short name of a person, Ukraine) president of Ukraine"]
    );
    assert_eq!(
        show("Wladimir Putin", "2010-01-01"),
        ["Vladimir Putin (another spelling of the name, Russia) prime minister of Russia"]
    );
    assert_eq!(show("Georgia", ""), ["Georgia (state, Georgia) "]);
    assert_eq!(show("Nobody Known", ""), [""; 0]);
}

#[test]
fn every_meaning_tells_where_it_is_listed() {
    let own = "[[outlet]]\nname = \"Vik Courier\"\n\n[[person]]\nname = \"Ada Kyiv\"\n";
    let actors = Actors::builtin().merge(Actors::parse("own.toml", own).unwrap());
    let places = |name: &str| {
        let places = actors
            .meanings(name, None)
            .into_iter()
            .map(|it| format!("{}:{}", it.listed.file, it.listed.line));
        places.collect::<Vec<_>>()
    };
    assert_eq!(places("Vik Courier"), ["own.toml:1"]);
    let [state, person] = places("Kyiv").try_into().unwrap();
    assert_eq!(person, "own.toml:4");
    assert!(state.starts_with("rules/actors/states.toml:"));
}

#[test]
fn spellings_sound_alike_and_other_names_do_not() {
    let alike = |names: &[&str]| {
        names.iter().map(|name| sound(&fold(name))).collect::<std::collections::BTreeSet<_>>().len()
    };
    assert_eq!(alike(&["Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskij", "Zelenskyi"]), 1);
    assert_eq!(alike(&["Sergei", "Sergey", "Sergej"]), 1);
    assert_eq!(alike(&["Oleksii", "Oleksiy", "Oleksij"]), 1);
    assert_eq!(alike(&["Lavrov", "Lawrow"]), 1);
    assert_eq!(alike(&["Biden", "Bidault", "Baden"]), 3);
    assert_eq!(alike(&["Sullivan", "Salman"]), 2);
}

#[test]
fn each_fault_of_a_file_has_its_place() {
    const CASES: [&str; 7] = [
        "[[persom]]\nname = \"A\"\n",
        "[[person]]\nname = \"A B\"\ngender = \"x\"\n",
        "[[person]]\nname = \"A B\"\n[[person.role]]\ntitle = \"mayor\"\nof = \"B\"\nfrom = \"soon\"\n",
        "[[person]]\nnames = [\"A B\"]\n",
        "[[person]]\nname = \"A B\"\n[[person.role]]\ntitle = \"mayor\"\nof = \"B\"\nfrom = 2001-01-01\nto = 2000-01-01\n",
        "[[body]]\nname = \"A\"\n[[body]]\nname = \"A\"\n",
        "[[state]]\nname = \"\"\n",
    ];
    let shown = |toml: &str| {
        let fault = Actors::parse("own.toml", toml).unwrap_err().remove(0);
        let line = toml.get(..fault.span.start).unwrap_or_default().matches('\n').count() + 1;
        format!("{line}: {} ({}); {}\n", fault.title, fault.label, fault.help.unwrap_or_default())
    };
    insta::assert_snapshot!(CASES.iter().map(|toml| shown(toml)).collect::<String>());
}
