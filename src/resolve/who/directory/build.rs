//! From the runs of a text to its entities: full names first, then short ones, then what is said of each.

use super::entity::{Entity, Id, Nature, office_on};
use super::evidence::{self, Description};
use super::run::{Run, all_runs};
use super::{Directory, Mention};
use crate::resolve::actors::{Actor, Gender, Person};
use crate::resolve::who::lexicon::Class;
use crate::resolve::who::pronoun::{self, Heard};
use crate::resolve::who::stage::{Appearance, Standing};
use crate::resolve::who::{sides, words::Words};
use crate::text::Kind;
use std::collections::BTreeMap;

/// The longest name in the actors file that a headline is searched for, in words.
const LONGEST_NAME: usize = 4;

/// How far behind an adjective the noun of an office may stand, in tokens.
const OFFICE_WITHIN: usize = 3;

pub(super) fn build(directory: &mut Directory) {
    let runs = all_runs(directory.words());
    for run in &runs {
        enter_actors(directory, run);
    }
    for run in &runs {
        enter_holder(directory, run);
    }
    let runs: Vec<Run> =
        runs.into_iter().filter(|run| !run.headline).map(|run| directory.settled(run)).collect();
    let full = |run: &&Run| !run.nameless && run.name.len() > 1;
    for particled in [false, true] {
        for run in runs.iter().filter(full) {
            // "De Vries" comes last: it may be the surname of someone named in full.
            if directory.words().is(run.name.start, Class::PARTICLE) == particled {
                enter_full(directory, run);
            }
        }
    }
    for run in &runs {
        mention(directory, run);
    }
    echo(directory);
}

/// Resolves the pronouns that tell a gender, outside quotation marks, and learns the gender of those they mean.
fn echo(directory: &mut Directory) {
    let mut genders: BTreeMap<Id, [usize; 2]> = BTreeMap::new();
    for at in 0..directory.text.tokens().len() {
        let Some(gender) = pronoun::gender(directory.words(), at) else { continue };
        if directory.text.quotation_at(at).is_some() {
            continue;
        }
        if let Some((id, _)) = pronoun::find(directory, at, &Heard::none()) {
            directory.echoes.push(Appearance::new(directory, id, at..at + 1, false, Standing::Echoed));
            let [female, male] = genders.entry(id).or_default();
            *if gender == Gender::Female { female } else { male } += 1;
        }
    }
    for (id, counts) in genders {
        let learnt = match counts {
            [count, 0] if count > 1 => Some(Gender::Female),
            [0, count] if count > 1 => Some(Gender::Male),
            _ => None,
        };
        if let Some(entity) = directory.entities.get_mut(id.0) {
            entity.gender = entity.gender.or(learnt);
        }
    }
}

/// Whether a meaning in the actors file is someone, and safe to take without more evidence.
pub(super) fn is_entity(actor: &Actor) -> bool {
    match actor {
        Actor::State(state) => !state.shared,
        Actor::Outlet(outlet) => !outlet.shared,
        Actor::Capital(_) | Actor::Seat(..) | Actor::Body(_) | Actor::Person(_) | Actor::Short(_) => true,
        Actor::Adjective(_) | Actor::People(_) | Actor::Place(_) => false,
    }
}

/// The canonical name of what an actor stands for.
pub(super) fn name_of<'a>(actor: &Actor<'a>) -> Option<&'a str> {
    Some(match actor {
        Actor::State(state) | Actor::Capital(state) => &state.name,
        Actor::Seat(_, seat) => seat,
        Actor::Body(body) => &body.name,
        Actor::Person(person) | Actor::Short(person) => &person.name,
        Actor::Outlet(outlet) => &outlet.name,
        Actor::Adjective(_) | Actor::People(_) | Actor::Place(_) => return None,
    })
}

/// Enters those of the actors file whom a run names in full; in headlines, anywhere in the run.
fn enter_actors(directory: &mut Directory, run: &Run) {
    if !run.headline {
        enter_actor(directory, &directory.words().phrase(run.whole.clone()));
        if run.name != run.whole {
            enter_actor(directory, &directory.words().phrase(run.name.clone()));
        }
        return;
    }
    for start in run.whole.clone() {
        for end in start + 1..=run.whole.end.min(start + LONGEST_NAME) {
            enter_actor(directory, &directory.words().phrase(start..end));
        }
    }
}

fn enter_actor(directory: &mut Directory, name: &str) {
    let Some(actor) = directory.actors.find(name).find(is_entity) else {
        return enter_sounding(directory, name);
    };
    if matches!(actor, Actor::Short(_))
        || name_of(&actor).is_none_or(|name| directory.names.full(name).is_some())
    {
        return;
    }
    let entity = match actor {
        Actor::State(state) | Actor::Capital(state) => Entity::of_state(state),
        Actor::Seat(state, seat) => Entity::of_seat(state, seat),
        Actor::Body(body) => Entity::of_body(body),
        Actor::Outlet(outlet) => Entity::of_outlet(outlet),
        Actor::Person(person) => {
            enter_person(directory, person);
            return;
        }
        Actor::Short(_) | Actor::Adjective(_) | Actor::People(_) | Actor::Place(_) => return,
    };
    let id = enter(directory, entity);
    if matches!(actor, Actor::Body(_) | Actor::Outlet(_)) {
        add_body_titles(directory, id);
    }
}

/// Enters a person of the actors file whose name is spelt otherwise, under this spelling too.
fn enter_sounding(directory: &mut Directory, name: &str) {
    let Some(person) = directory.actors.sounding(name).next() else { return };
    let known = directory.names.full(&person.name);
    let id = known.unwrap_or_else(|| enter_person(directory, person));
    directory.names.add(name, id, Nature::Person);
}

pub(super) fn enter(directory: &mut Directory, entity: Entity) -> Id {
    let (name, nature) = (entity.name.clone(), entity.nature);
    let id = directory.add(entity);
    directory.names.add(&name, id, nature);
    id
}

/// A person of the actors file, with the offices as titles and the one held on the day of the text as role.
fn enter_person(directory: &mut Directory, person: &Person) -> Id {
    let mut entity = Entity::of_person(person);
    if let Some((office, held)) = office_on(person, directory.day()) {
        let office = person.role.get(office);
        let state = |of: &str| directory.actors.state(of);
        let role = office.map(|office| office.describe(state(&office.of)));
        entity.role = if held { role } else { role.map(|role| format!("former {role}")) };
        entity.institution =
            office.filter(|office| held && state(&office.of).is_none()).map(|office| office.of.clone());
    }
    let id = enter(directory, entity);
    for name in &person.names {
        directory.names.add(name, id, Nature::Person);
    }
    for office in &person.role {
        let future = |day| office.from.is_some_and(|from| from > day);
        if directory.day().is_some_and(|day| future(day) || office.is_open_on(day)) {
            continue;
        }
        let mut title = evidence::title_of(&office.title);
        title.of.extend(office.of.split(' ').map(str::to_owned));
        title.modifiers.extend(office.of.to_lowercase().split(' ').map(str::to_owned));
        if directory.day().is_some_and(|day| office.to.is_some_and(|to| to <= day)) {
            title.modifiers.insert("former".to_owned());
            title.past = true;
        }
        directory.add_title(id, title);
    }
    id
}

/// Enters who held the office that an adjective or a state's name before a noun speaks of: "the Ukrainian | president".
fn enter_holder(directory: &mut Directory, run: &Run) {
    let words = directory.words();
    let nouns = run.whole.clone().chain(run.whole.end..run.whole.end + OFFICE_WITHIN);
    let Some(noun) = nouns.filter(|at| words.is_word(*at)).find(|at| words.is(*at, Class::OFFICE)) else {
        return;
    };
    let adjective = words.phrase(run.whole.start..noun.min(run.whole.end).max(run.whole.start + 1));
    let state = directory.actors.find(&adjective).find_map(|actor| match actor {
        Actor::State(state) | Actor::Adjective(state) => Some(state),
        _ => None,
    });
    let Some(state) = state.filter(|_| noun > run.whole.start) else { return };
    let Some(day) = directory.day() else { return };
    let title = words.phrase(run.whole.start + 1..noun + 1).to_lowercase();
    let holder = directory.actors.in_office(&title, &state.name, day).next();
    if let Some(person) = holder.filter(|person| directory.names.full(&person.name).is_none()) {
        enter_person(directory, person);
    }
}

/// Enters a full name that the actors file does not know.
fn enter_full(directory: &mut Directory, run: &Run) {
    let words = directory.words();
    let name = words.phrase(run.name.clone());
    let titled = run.name != run.whole && directory.by_phrase(&words.phrase(run.whole.clone())).is_some();
    if titled || directory.by_phrase(&name).is_some() {
        return;
    }
    if directory.by_spelling(run).is_some_and(|_| !run.body) {
        return;
    }
    let nature = match () {
        () if run.body => Nature::Body,
        () if is_person(words, run) => Nature::Person,
        () => Nature::Unknown,
    };
    let short = evidence::short_in_brackets(words, run);
    let id = enter(directory, Entity::named(name, nature));
    if nature == Nature::Body {
        add_body_titles(directory, id);
    }
    if let Some(short) = short {
        directory.names.add_short(short, id);
    }
}

/// A given name, a title, an apposition, an age or "who" make a name a person's.
fn is_person(words: Words, run: &Run) -> bool {
    let given = words.is(run.name.start, Class::GIVEN);
    let behind = run.whole.end;
    let followed = words.word(behind) == ","
        && (matches!(words.word(behind + 1), "who" | "whose")
            || words.kind(behind + 1) == Some(Kind::Number));
    given
        || followed
        || evidence::before(words, run).is_some()
        || evidence::after(words, run).is_some()
        || evidence::party_in_brackets(words, run).is_some()
}

/// "House Oversight Committee" is called the committee.
fn add_body_titles(directory: &mut Directory, id: Id) {
    use crate::resolve::who::lexicon::{class_of, same_noun, singular};
    let Some(entity) = directory.entity(id) else { return };
    let words: Vec<String> = entity.name.split(' ').map(str::to_lowercase).collect();
    let end = words
        .iter()
        .position(|word| matches!(word.as_str(), "of" | "for" | "on" | "to"))
        .unwrap_or(words.len());
    let Some(head) =
        words.iter().take(end).rposition(|word| class_of(word).is(Class::BODY.and(Class::OUTLET)))
    else {
        return;
    };
    let noun = words.get(head).map(|word| same_noun(&singular(word))).unwrap_or_default();
    let others = words.iter().enumerate().filter(|(at, _)| *at != head).map(|(_, word)| word.clone());
    let title = super::Title { head: noun, modifiers: others.collect(), ..super::Title::default() };
    directory.add_title(id, title);
}

/// Notes where a name stands and what is said there of its bearer.
fn mention(directory: &mut Directory, run: &Run) {
    let found = directory.named(run).map(|(id, _)| id);
    let Some(id) = found.or_else(|| enter_short(directory, run)) else { return };
    let gender = evidence::gender(directory.words(), run);
    let impersonal = evidence::is_impersonal(directory.words(), run);
    let first = directory.is_first(run.name.start);
    let appearance = Appearance::new(directory, id, run.name.clone(), first, Standing::Named);
    directory.mentions.push(Mention { name: run.name.clone(), id, appearance });
    if let Some(entity) = directory.entities.get_mut(id.0) {
        entity.mentions.push(run.name.start);
        entity.impersonal += usize::from(impersonal);
        entity.gender = entity.gender.or(gender);
    }
    if directory.entity(id).is_some_and(|entity| matches!(entity.nature, Nature::Person | Nature::Unknown)) {
        describe(directory, id, run);
    }
}

/// A single word: a person of the actors file, someone with a title, or an unknown name inside a sentence.
fn enter_short(directory: &mut Directory, run: &Run) -> Option<Id> {
    let words = directory.words();
    let name = words.phrase(run.name.clone());
    let short = directory.actors.find(&name).find_map(|actor| match actor {
        Actor::Short(person) => Some(person),
        _ => None,
    });
    if let Some(person) = short {
        return Some(directory.names.full(&person.name).unwrap_or_else(|| enter_person(directory, person)));
    }
    let titled = run.name.start > run.whole.start && !run.body;
    let plain = !run.initial && !run.nameless && words.class(run.name.start) == Class::default();
    let unknown = run.is_titled(words) || directory.actors.find(&name).next().is_none();
    let nature = if titled { Nature::Person } else { Nature::Unknown };
    (unknown && !run.nameless && (titled || plain)).then(|| enter(directory, Entity::named(name, nature)))
}

/// Titles, role, side and institution from the words around a name.
fn describe(directory: &mut Directory, id: Id, run: &Run) {
    let words = directory.words();
    let descriptions =
        [evidence::before(words, run), evidence::ahead(words, run), evidence::after(words, run)];
    let party = evidence::party_in_brackets(words, run);
    for description in descriptions.into_iter().flatten() {
        take(directory, id, description);
    }
    if let (Some(party), Some(entity)) = (party, directory.entities.get_mut(id.0)) {
        entity.side.get_or_insert_with(|| party.to_owned());
    }
}

fn take(directory: &mut Directory, id: Id, description: Description) {
    let words = directory.words();
    let stands_for = sides::of(directory, description.range.clone(), Some(id));
    let gender = description.range.clone().find_map(|at| words.class(at).gender());
    let is_role = description.range.clone().any(|at| words.is(at, Class::PEOPLE));
    let role = is_role.then(|| words.phrase(description.range.clone()));
    if let Some(entity) = directory.entities.get_mut(id.0) {
        entity.nature = Nature::Person;
        entity.gender = entity.gender.or(gender);
        entity.role = entity.role.take().or(role);
        entity.side = entity.side.take().or(stands_for.side);
        entity.institution = entity.institution.take().or(stands_for.institution);
    }
    for title in description.titles {
        directory.add_title(id, title);
    }
}
