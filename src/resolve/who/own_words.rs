//! Speakers who have no other name than the words of the text: descriptions, groups, the author.

use super::describe;
use super::directory::{Directory, Entity, Found, Id, Nature};
use super::lexicon::Class;
use super::phrase::{self, Noun, Phrase};
use super::pronoun::{self, Heard};
use super::sides;
use crate::claim::{Reached, Speaker, last_name};
use crate::text::form::is_number_word;
use std::ops::Range;

/// Whether the pronoun is the author's own: "I" and "we" outside quotation marks.
pub(super) fn is_author(directory: &Directory, at: usize) -> bool {
    let words = directory.words();
    let first =
        matches!(words.lower(at).as_str(), "i" | "me" | "my" | "we" | "us" | "our" | "myself" | "ourselves");
    first && words.text.quotation_at(at).is_none()
}

/// The author by name, the outlet for "we", or "author".
pub(super) fn author(directory: &Directory, at: usize) -> Speaker {
    let words = directory.words();
    let one = matches!(words.lower(at).as_str(), "i" | "me" | "my" | "myself");
    let (outlet, author) = (directory.meta.outlet.clone(), directory.meta.author.clone());
    let name = if one { author } else { outlet.or(author) };
    Speaker {
        name: name.unwrap_or_else(|| "author".to_owned()),
        group: !one,
        reached: vec![Reached { by: "the author's own voice", detail: words.word(at).to_owned() }],
        ..Speaker::default()
    }
}

/// Whom "Trump's" or "her" before a noun means.
pub(super) fn owner(directory: &Directory, owner: Range<usize>, heard: &Heard) -> Option<Id> {
    let found = match phrase::read(directory, owner.clone()) {
        Phrase::Pronoun(at) => pronoun::find(directory, at, heard),
        Phrase::Name(run) => directory.named(&run),
        Phrase::Noun(noun) => describe::find(directory, &noun, owner.start, None, heard),
        Phrase::Joint(_) | Phrase::Other(_) => None,
    };
    found.map(|(id, _)| id)
}

/// A document speaks for its owner: "her book", "CNN's account".
pub(super) fn owned(directory: &Directory, noun: &Noun, owner: Option<Id>) -> Option<Found> {
    let class = directory.words().class(noun.head);
    let owner = owner.or_else(|| sender(directory, noun)).filter(|_| class.is(Class::DOCUMENT));
    owner.map(|id| (id, "owner of the words"))
}

/// "A letter from | Laura Finch", "a memo by | Laura Finch".
fn sender(directory: &Directory, noun: &Noun) -> Option<Id> {
    let words = directory.words();
    let linked = matches!(words.word(noun.front), "from" | "by");
    let runs = directory.runs_in(noun.front + 1..noun.core.end.max(noun.front + 1));
    let run = runs.first().filter(|run| linked && run.whole.start == noun.front + 1)?;
    let (id, _) = directory.named(run)?;
    directory.entity(id).filter(|entity| entity.nature == Nature::Person).map(|_| id)
}

/// Several joined: names each under its canonical one.
pub(super) fn joint(directory: &mut Directory, parts: &[Range<usize>]) -> Found {
    let name = |part: &Range<usize>| match phrase::read(directory, part.clone()) {
        Phrase::Name(run) => match directory.named(&run).and_then(|(id, _)| directory.entity(id)) {
            Some(entity) if entity.nature == Nature::Person => entity.name.clone(),
            _ => directory.words().phrase(part.clone()),
        },
        _ => directory.words().phrase(part.clone()),
    };
    let mut names: Vec<String> = parts.iter().map(name).collect();
    let last = names.pop().unwrap_or_default();
    let name = format!("{} and {last}", names.join(", "));
    (
        directory.add(Entity { name, nature: Nature::Described, plural: true, ..Entity::default() }),
        "names joined",
    )
}

/// Words that could not be read as a phrase; none where only a conjunction is left.
pub(super) fn other(directory: &mut Directory, range: Range<usize>) -> Option<Found> {
    let words = directory.words();
    if range.clone().all(|at| words.is(at, Class::CONJUNCTION) || !words.is_word(at)) {
        return None;
    }
    let name = directory.words().phrase(range);
    Some((directory.add(Entity { name, nature: Nature::Described, ..Entity::default() }), "own words"))
}

/// A description as a name: without article and relative clause, the owner by the canonical name.
pub(super) fn described(directory: &mut Directory, noun: &Noun, owner: Option<Id>) -> Found {
    let words = directory.words();
    let name = match (&noun.possessor, owner.and_then(|owner| directory.entity(owner))) {
        (Some(possessor), Some(owner)) => owned_name(directory, noun, possessor, owner),
        (Some(possessor), None) if possessor.len() == 1 && words.is(possessor.start, Class::DETERMINER) => {
            plain(directory, possessor.end..noun.core.end)
        }
        _ => plain(directory, noun.core.clone()),
    };
    let (name, key) = match directory.described(&name.to_lowercase()) {
        Some(_) if is_further(directory, noun) => numbered(directory, &name),
        Some(id) => return (id, "own words"),
        None => (name.clone(), name.to_lowercase()),
    };
    let class = words.class(noun.head);
    let stands_for = sides::of(directory, noun.core.clone(), None);
    let entity = Entity {
        nature: Nature::Described,
        side: stands_for.side,
        institution: stands_for.institution,
        plural: is_plural(directory, noun.head) || is_several(directory, noun),
        collective: class.is(Class::BODY),
        human: class.is(Class::PEOPLE) && !is_plural(directory, noun.head),
        gender: class.gender(),
        anonymous: is_anonymous(directory, noun)
            && !is_told_by_owner(directory, noun, owner)
            && !means_group_before(directory, noun)
            && !means_person_before(directory, noun),
        name,
        ..Entity::default()
    };
    let titles = describe::asked(directory, noun);
    let id = directory.add(entity);
    for title in titles {
        directory.add_title(id, title);
    }
    directory.note(&key, id, noun.core.start);
    (id, "own words")
}

/// "Another resident", "a resident" are not the one of whom the text spoke before.
fn is_further(directory: &Directory, noun: &Noun) -> bool {
    let words = directory.words();
    let other = matches!(words.lower(noun.core.start).as_str(), "another" | "one");
    let article = noun.core.start.checked_sub(1).map(|at| words.lower(at));
    let any = article.is_some_and(|article| matches!(article.as_str(), "a" | "an"));
    !noun.definite && (other || any && words.is(noun.head, Class::CROWD))
}

/// The first of "another resident (2)", "another resident (3)", … that is nobody yet, as name and as key.
fn numbered(directory: &Directory, name: &str) -> (String, String) {
    let mut names = (2..).map(|count| format!("{name} ({count})"));
    let free = |name: &String| directory.described(&name.to_lowercase()).is_none();
    let name = names.find(free).unwrap_or_else(|| name.to_owned());
    let key = name.to_lowercase();
    (name, key)
}

/// A plural of the lexicon, or any noun that looks like one.
fn is_plural(directory: &Directory, at: usize) -> bool {
    let (class, word) = (directory.words().class(at), directory.words().lower(at));
    let looks = word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is");
    class.is(Class::PLURAL) || (class == Class::default() && looks)
}

/// "some", "others", "a number of engineers".
fn is_several(directory: &Directory, noun: &Noun) -> bool {
    let head = directory.words().lower(noun.head);
    matches!(head.as_str(), "some" | "others" | "many" | "few" | "several" | "most" | "both")
        || is_collective(&head)
}

fn owned_name(directory: &Directory, noun: &Noun, possessor: &Range<usize>, owner: &Entity) -> String {
    let words = directory.words();
    let rest = words.phrase(possessor.end..noun.core.end);
    let rest = rest.trim_start_matches("'s ").trim_start_matches("’s ");
    if words.lower(noun.head) == "campaign" && owner.nature == Nature::Person {
        let last = last_name(&owner.name);
        return format!("{last} {rest}");
    }
    format!("{}'s {rest}", owner.name)
}

/// The words, the first in lower case where only its place makes it a capital.
fn plain(directory: &Directory, range: Range<usize>) -> String {
    let words = directory.words();
    let phrase = words.phrase(range.clone());
    let common = words.is(range.start, Class::NOUN.and(Class::BOUNDARY).and(Class::MODIFIER));
    let named = directory.actors.find(words.word(range.start)).next().is_some();
    if !words.is_initial(range.start)
        || words.is_upper(range.start)
        || !common
        || named
        || words.is(range.start, Class::PROPER)
    {
        return phrase;
    }
    let mut letters = phrase.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// People used as a source, whom nothing in the phrase names.
fn is_anonymous(directory: &Directory, noun: &Noun) -> bool {
    let words = directory.words();
    let head = match words.word(noun.front) {
        "of" => (noun.front..noun.core.end)
            .find(|at| words.is(*at, Class::NOUN))
            .filter(|_| is_partitive(directory, noun)),
        _ => None,
    };
    let head = head.unwrap_or(noun.head);
    let class = words.class(head);
    // "The chief executive" is one, of whom one may ask.
    let chief = head > noun.core.start && words.lower(head - 1) == "chief";
    !chief && class.is(Class::SOURCE) && !class.is(Class::CROWD) && noun.apposed.is_none()
}

/// "Holm’s doctor": of whom a person has one, the owner’s name tells.
fn is_told_by_owner(directory: &Directory, noun: &Noun, owner: Option<Id>) -> bool {
    let words = directory.words();
    let owner = owner.and_then(|owner| directory.entity(owner));
    let named = |at: usize| words.is_capitalised(at) && !words.is(at, Class::DETERMINER.and(Class::PRONOUN));
    (owner.is_some_and(|owner| owner.nature == Nature::Person)
        || noun.possessor.clone().is_some_and(|mut owner| owner.any(named)))
        && SOLE.contains(&&*words.lower(noun.head))
}

/// Whom a person has one of, as a rule.
const SOLE: &[&str] = &[
    "doctor",
    "physician",
    "lawyer",
    "attorney",
    "solicitor",
    "barrister",
    "wife",
    "husband",
    "widow",
    "widower",
    "mother",
    "father",
    "partner",
    "fiancé",
    "fiancée",
    "landlord",
    "agent",
    "biographer",
    "publisher",
    "manager",
    "coach",
    "successor",
    "predecessor",
    "deputy",
];

/// Tokens of the sentence before in which a group is looked for.
const BEFORE: usize = 60;

/// Tokens back to where "the experts" have been spoken of.
const FAR: usize = 300;

/// "Six economists of the bank … Some say", "the experts say": some of those who were spoken of right before.
fn means_group_before(directory: &Directory, noun: &Noun) -> bool {
    let words = directory.words();
    if noun.definite && noun.core.len() == 1 {
        let before = noun.core.start.saturating_sub(FAR)..noun.core.start;
        return before.into_iter().any(|at| words.lower(at) == words.lower(noun.head));
    }
    if noun.core.len() > 1 || !is_several(directory, noun) {
        return false;
    }
    let (Some(own), Some(paragraph)) =
        (words.text.sentence_at(noun.head), words.text.paragraph_at(noun.head))
    else {
        return false;
    };
    let before = own.checked_sub(1).and_then(|before| words.text.sentences().get(before)).cloned();
    let near = before.filter(|before| words.text.paragraph_at(before.start) == Some(paragraph));
    let end = |near: Range<usize>| near.start.max(near.end.saturating_sub(BEFORE))..near.end;
    near.is_some_and(|near| end(near).any(|at| is_counted_group(directory, at)))
}

/// "Ida Roth built the dam. … The engineer says": likely the one who has just been named, though nothing tells that he is one.
fn means_person_before(directory: &Directory, noun: &Noun) -> bool {
    let words = directory.words();
    let bare = noun.definite && noun.core.len() == 1 && !is_plural(directory, noun.head);
    if !bare || HIDDEN.contains(&&*words.lower(noun.head)) {
        return false;
    }
    let place = words.text.sentence_at(noun.head).zip(words.text.paragraph_at(noun.head));
    let Some((sentence, paragraph)) = place else { return false };
    let next = directory.mentions().partition_point(|mention| mention.name.start < noun.core.start);
    let before = directory.mentions().get(..next).unwrap_or_default().iter().rev();
    let mut near = before
        .map(|mention| &mention.appearance)
        .take_while(|it| it.paragraph == paragraph && sentence.abs_diff(it.sentence) <= 1);
    let full_name = |entity: &Entity| entity.nature == Nature::Unknown && entity.name.contains(' ');
    let is_person = |id| directory.entity(id).is_some_and(|it| it.nature == Nature::Person || full_name(it));
    near.any(|it| it.sentence < sentence && is_person(it.id))
}

/// By these a text speaks of those whom it will not name.
const HIDDEN: &[&str] = &[
    "source",
    "insider",
    "informant",
    "whistleblower",
    "official",
    "aide",
    "staffer",
    "assistant",
    "person",
    "operative",
    "associate",
    "ally",
    "confidant",
    "intimate",
    "backer",
    "diplomat",
    "negotiator",
    "executive",
    "employee",
];

/// "Six economists", "the retired generals", "Democrats".
fn is_counted_group(directory: &Directory, at: usize) -> bool {
    let words = directory.words();
    let people = words.is(at, Class::SOURCE) || words.is(at, Class::PEOPLE);
    let told = |at: usize| {
        words.lower(at) == "the"
            || is_number_word(&words.lower(at))
            || words.word(at).starts_with(|c: char| c.is_ascii_digit())
    };
    let counted = people && (at.saturating_sub(3)..at).any(told);
    is_plural(directory, at) && (counted || words.is(at, Class::PROPER))
}

/// "one of", "some of", "a group of".
fn is_partitive(directory: &Directory, noun: &Noun) -> bool {
    let words = directory.words();
    words.is(noun.head, Class::DETERMINER) || is_collective(&words.lower(noun.head))
}

fn is_collective(head: &str) -> bool {
    matches!(head, "group" | "number" | "handful" | "chorus" | "dozen")
}
