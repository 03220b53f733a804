//! Pronouns: number and gender, then who was spoken of last and most.

use super::directory::{Directory, Entity, Found, Id, Nature, fits};
use super::lexicon::Class;
use super::stage::Appearance;
use super::words::Words;
use crate::resolve::actors::Gender;
use std::ops::Range;

/// How far back antecedents are looked for, in tokens.
const WINDOW: usize = 220;

/// How long a phrase before a relative pronoun may be, in tokens.
const PHRASE: usize = 6;

/// How long an aside between dashes may be, in tokens.
const ASIDE: usize = 25;

/// How many mentions are weighed.
const MENTIONS: usize = 40;

/// Those who have spoken so far, and what no antecedent may stand in.
#[derive(Clone, Debug, Default)]
pub(super) struct Heard {
    /// Ascending.
    pub(super) speakers: Vec<Appearance>,
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

/// Whether a pronoun that tells a gender can mean someone.
pub(super) fn may_mean(entity: &Entity, pronoun: &str) -> bool {
    matches!(asked(pronoun), Some(Asked::One(gender)) if fits(entity, gender))
        && !super::describe::is_body(entity.nature)
        && !entity.plural
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
    let text = directory.words().text;
    let (sentence, paragraph) = (text.sentence_at(at)?, text.paragraph_at(at)?);
    let outside = |place: usize| !heard.content.iter().any(|content| content.contains(&place));
    let named = latest(directory.mentions(), at, |mention| &mention.appearance);
    let others =
        latest(directory.echoes(), at, |echo| echo).chain(latest(&heard.speakers, at, |spoke| spoke));
    let weighed = named.chain(others).filter(|one| outside(one.place)).filter_map(|one| {
        let suits = suits(directory, asked, one, at)?;
        let sentences = sentence.abs_diff(one.sentence).min(12) as i64;
        let paragraphs = paragraph.abs_diff(one.paragraph).min(6) as i64;
        Some((suits + one.prominence - 10 * sentences - 6 * paragraphs, one.place, one.id))
    });
    weighed.max().map(|(_, _, id)| id)
}

/// The last appearances before token `at`, the latest first.
fn latest<T>(
    all: &[T],
    at: usize,
    appearance: impl Fn(&T) -> &Appearance,
) -> impl Iterator<Item = &Appearance> {
    let next = all.partition_point(|one| appearance(one).place < at);
    let before = all.get(..next).unwrap_or_default().iter().rev().take(MENTIONS);
    before.map(appearance).take_while(move |one| one.place + WINDOW >= at)
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
    end = before_aside(words, end).unwrap_or(end);
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
    // "…, and who feel": the second of two clauses has its noun before the first.
    let joined = end > 0 && words.is(end - 1, Class::CONJUNCTION);
    (relative && !joined && start < end).then_some(start..end)
}

/// Before an aside between dashes that ends at `end`: "the generals | -- most of them retired -- who".
fn before_aside(words: Words, end: usize) -> Option<usize> {
    let dash = |at: &usize| matches!(words.word(*at), "--" | "—" | "–");
    let close = end.checked_sub(1).filter(dash)?;
    (close.saturating_sub(ASIDE)..close).rev().find(dash)
}

/// How well number, gender and weight in the text suit; `None` where number or gender speak against it.
fn suits(directory: &Directory, asked: Asked, one: &Appearance, at: usize) -> Option<i64> {
    let entity = directory.entity(one.id)?;
    let mentions = entity.mentions.partition_point(|mention| *mention < at).min(6) as i64;
    let many_or_thing = !matches!(asked, Asked::One(_));
    (!many_or_thing || one.leads).then(|| suit(entity, asked)).flatten().map(|suit| suit + mentions)
}

fn suit(entity: &Entity, asked: Asked) -> Option<i64> {
    let body = super::describe::is_body(entity.nature) || entity.collective;
    match asked {
        Asked::One(gender) => {
            let unknown = entity.nature == Nature::Unknown
                && !entity.name.contains('.')
                && entity.impersonal * 3 <= entity.mentions.len()
                && (entity.heard || entity.mentions.len() > 1);
            let person = entity.nature == Nature::Person || entity.human || unknown;
            let fit = person && !body && !entity.plural && fits(entity, gender);
            fit.then_some(
                4 * i64::from(entity.gender.is_some()) - 4 * i64::from(entity.human) - 3 * i64::from(unknown),
            )
        }
        Asked::Many => (body || entity.plural || (entity.heard && entity.nature == Nature::Unknown))
            .then_some(i64::from(entity.plural) * 8),
        Asked::Thing => (!entity.plural && entity.nature != Nature::Person).then_some(0),
        Asked::Relative => None,
    }
}
