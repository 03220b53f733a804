//! Pronouns: number and gender, then who was spoken of last and most.

use super::directory::{Directory, Entity, Found, Id, Mention, Nature, fits};
use super::lexicon::Class;
use super::words::Words;
use crate::resolve::actors::Gender;
use std::ops::Range;

/// How far back antecedents are looked for, in tokens.
const WINDOW: usize = 220;

/// How far into its sentence a subject without a comma before it may stand, in tokens.
const FRONT: usize = 6;

/// How long a phrase before a relative pronoun may be, in tokens.
const PHRASE: usize = 6;

/// How many mentions are weighed.
const MENTIONS: usize = 40;

/// Those who have spoken so far, and what no antecedent may stand in.
#[derive(Clone, Debug, Default)]
pub(super) struct Heard {
    /// (token of the source phrase, who), ascending.
    pub(super) speakers: Vec<(usize, Id)>,
    /// The content of the attribution at hand: its words are about others.
    pub(super) content: Vec<Range<usize>>,
}

impl Heard {
    pub(super) fn none() -> Heard {
        Heard::default()
    }
}

/// What a pronoun asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    One(Option<Gender>),
    Many,
    Thing,
    Relative,
}

/// Whom the pronoun at token `at` means.
pub(super) fn find(directory: &Directory, at: usize, heard: &Heard) -> Option<Found> {
    let asked = asked(&directory.words().lower(at))?;
    if asked == Asked::Relative {
        return relative(directory, at);
    }
    best(directory, asked, at, heard).map(|id| (id, "pronoun"))
}

/// The person spoken of last and most before token `at`, for descriptions that name nobody so called.
pub(super) fn nearest(
    directory: &Directory,
    at: usize,
    gender: Option<Gender>,
    heard: &Heard,
) -> Option<Found> {
    best(directory, Asked::One(gender), at, heard).map(|id| (id, "description of whoever was spoken of last"))
}

fn best(directory: &Directory, asked: Asked, at: usize, heard: &Heard) -> Option<Id> {
    let named = latest(directory.mentions(), at, |mention| (mention.name.start, mention.id, Standing::Named));
    let echoed = latest(directory.echoes(), at, |(place, id)| (*place, *id, Standing::Echoed));
    let spoken = latest(&heard.speakers, at, |(place, id)| (*place, *id, Standing::Spoke));
    let outside = |place: usize| !heard.content.iter().any(|content| content.contains(&place));
    let near = named.chain(echoed).chain(spoken).filter(|(place, _, _)| outside(*place));
    let weighed = near.filter_map(|(place, id, standing)| {
        Some((weight(directory, asked, at, place, id, standing)?, place, id))
    });
    weighed.max().map(|(_, _, id)| id)
}

/// In what way someone was on stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Named,
    /// By a pronoun.
    Echoed,
    Spoke,
}

/// The last places before token `at`, the latest first.
fn latest<T>(
    places: &[T],
    at: usize,
    read: impl Fn(&T) -> (usize, Id, Standing),
) -> impl Iterator<Item = (usize, Id, Standing)> {
    let next = places.partition_point(|place| read(place).0 < at);
    let before = places.get(..next).unwrap_or_default().iter().rev().take(MENTIONS);
    before.map(read).take_while(move |(place, _, _)| *place + WINDOW >= at)
}

/// The gender that the pronoun at token `at` tells.
pub(super) fn gender(words: Words, at: usize) -> Option<Gender> {
    if !words.is(at, Class::PRONOUN) {
        return None;
    }
    match asked(&words.lower(at)) {
        Some(Asked::One(gender)) => gender,
        _ => None,
    }
}

fn asked(pronoun: &str) -> Option<Asked> {
    Some(match pronoun {
        "he" | "him" | "his" | "himself" => Asked::One(Some(Gender::Male)),
        "she" | "her" | "hers" | "herself" => Asked::One(Some(Gender::Female)),
        "they" | "them" | "their" | "theirs" | "themselves" | "both" | "each" => Asked::Many,
        "it" | "its" | "itself" => Asked::Thing,
        "who" | "which" | "that" | "whom" | "whose" => Asked::Relative,
        _ => return None,
    })
}

/// A relative pronoun means the name that ends right before it.
fn relative(directory: &Directory, at: usize) -> Option<Found> {
    let words = directory.words();
    let next = directory.mentions().partition_point(|mention| mention.name.start < at);
    let mention = directory.mentions().get(next.checked_sub(1)?)?;
    let between = (mention.name.end..at).all(|at| !words.is_word(at) || words.is_possessive(at));
    (between && mention.name.end + 3 >= at).then_some((mention.id, "relative pronoun"))
}

/// The noun phrase that ends right before a relative pronoun.
pub(super) fn antecedent(directory: &Directory, at: usize) -> Option<Range<usize>> {
    let words = directory.words();
    let relative = matches!(words.lower(at).as_str(), "who" | "which" | "that" | "whom" | "whose");
    let mut end = at;
    while end > 0
        && (words.word(end - 1) == ","
            || matches!(words.word(end - 1), "of" | "most" | "all" | "some" | "many"))
    {
        end -= 1;
    }
    let limit = end.saturating_sub(PHRASE);
    let outside = |at: &usize| {
        let verb = words.class(*at) == Class::default()
            && !words.is_capitalised(*at)
            && words.word(*at).ends_with("ed");
        !words.is_word(*at)
            || verb
            || words.is(*at, Class::PREPOSITION.and(Class::AUXILIARY).and(Class::PRONOUN))
    };
    let start = (limit..end).rev().find(outside).map_or(limit, |at| at + 1);
    let verb = start > 0 && (words.word(start - 1) == "to" || words.is(start - 1, Class::AUXILIARY));
    let start = start + usize::from(verb && words.class(start) == Class::default());
    (relative && start < end).then_some(start..end)
}

/// In tenths of a sentence; `None` where number or gender speak against it.
fn weight(
    directory: &Directory,
    asked: Asked,
    at: usize,
    place: usize,
    id: Id,
    standing: Standing,
) -> Option<i64> {
    let entity = directory.entity(id)?;
    let spoke = standing == Standing::Spoke;
    let suits = suits(entity, asked, spoke)?;
    let subject = is_subject(directory, place);
    if !matches!(asked, Asked::One(_)) && !spoke && !subject {
        return None;
    }
    let text = directory.words().text;
    let sentences = text.sentence_at(at)?.abs_diff(text.sentence_at(place)?);
    let paragraphs = text.paragraph_at(at)?.abs_diff(text.paragraph_at(place)?);
    let distance = 10 * sentences.min(12) as i64 + 6 * paragraphs.min(6) as i64;
    let mentions = entity.mentions.partition_point(|mention| *mention < at).min(6) as i64;
    Some(
        suits + mentions - distance
            + position(directory, place)
            + 9 * i64::from(spoke)
            + 6 * i64::from(standing == Standing::Echoed)
            + 8 * i64::from(subject),
    )
}

fn suits(entity: &Entity, asked: Asked, spoke: bool) -> Option<i64> {
    let body = super::describe::is_body(entity.nature);
    match asked {
        Asked::One(gender) => {
            let unknown = entity.nature == Nature::Unknown
                && !entity.name.contains('.')
                && entity.impersonal * 3 <= entity.mentions.len()
                && (spoke || entity.mentions.len() > 1);
            let person = entity.nature == Nature::Person || entity.human || unknown;
            let fit = person && !body && !entity.plural && fits(entity, gender);
            fit.then_some(
                4 * i64::from(entity.gender.is_some()) - 4 * i64::from(entity.human) - 3 * i64::from(unknown),
            )
        }
        Asked::Many => (body || entity.plural || (spoke && entity.nature == Nature::Unknown))
            .then_some(i64::from(entity.plural) * 8),
        Asked::Thing => (!entity.plural && entity.nature != Nature::Person).then_some(0),
        Asked::Relative => None,
    }
}

/// The first name of its sentence is taken for its subject.
fn is_subject(directory: &Directory, place: usize) -> bool {
    let text = directory.words().text;
    let sentence = text.sentence_at(place).and_then(|index| text.sentences().get(index));
    sentence.is_some_and(|sentence| {
        let earlier = directory.mentions().partition_point(|mention| mention.name.start < sentence.start);
        let words = directory.words();
        let fronted = place
            .checked_sub(1)
            .map(|at| if words.is(at, Class::DETERMINER) { at.saturating_sub(1) } else { at });
        let front = place < sentence.start + FRONT || fronted.is_some_and(|at| words.word(at) == ",");
        let subject = |mention: &Mention| mention.name.start == place && !is_adjective(directory, mention);
        front && directory.mentions().get(earlier).is_some_and(subject)
    })
}

/// "U.S. senators": a name before a noun.
fn is_adjective(directory: &Directory, mention: &Mention) -> bool {
    let (words, next) = (directory.words(), mention.name.end);
    words.is(next, Class::NOUN.and(Class::MODIFIER)) && !words.is(next, Class::BOUNDARY)
}

/// Objects and those inside quotation marks come last.
fn position(directory: &Directory, place: usize) -> i64 {
    let words = directory.words();
    let quoted = words.text.quotation_at(place).is_some();
    let object = words.is(place.saturating_sub(1), Class::PREPOSITION);
    -4 * i64::from(object) - 14 * i64::from(quoted)
}
