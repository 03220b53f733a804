//! Through whom the words came: the outlet that was told, the speaker within whose words others are heard.

use super::Voice;
use super::cited::origin;
use super::directory::{Directory, Mention, Nature};
use super::lexicon::Class;
use super::speaking::of_entity;
use crate::claim::{Attribution, Speaker, Wording, last_name};
use crate::text::{Case, Span};
use std::collections::BTreeMap;
use std::ops::Range;

/// How deep attributions are followed into one another.
const DEEPEST: usize = 6;

/// How far around the cue an outlet is looked for, in tokens.
const REACH: usize = 60;

/// For how many paragraphs a speaker goes on speaking to one outlet.
const INTERVIEW: usize = 3;

/// How many paragraphs before an interview is named a headline or a lead may quote from it.
const LEAD: usize = 5;

/// Adds to each speaker those through whom the words came.
pub(super) fn voices(
    directory: &Directory,
    attributions: &[Attribution],
    speakers: Vec<Speaker>,
) -> Vec<Voice> {
    let told = interviews(directory, attributions, &speakers);
    let voice = |(index, speaker): (usize, &Speaker)| {
        let mut via = via(attributions, &speakers, &told, index);
        let cited = attributions.get(index).and_then(|one| origin(directory, one));
        via.extend(cited.is_some().then(|| speaker.clone()));
        Voice { speaker: cited.unwrap_or_else(|| speaker.clone()), via }
    };
    speakers.iter().enumerate().map(voice).collect()
}

/// To which outlet a speaker spoke last, or will speak first, and in which paragraph.
type Interviews<'s> = BTreeMap<&'s str, (usize, Speaker)>;

/// The outlet of each attribution: the one in its sentence, or the one of the interview it belongs to.
fn interviews(
    directory: &Directory,
    attributions: &[Attribution],
    speakers: &[Speaker],
) -> Vec<Option<Speaker>> {
    let mut told: Vec<Option<Speaker>> =
        attributions.iter().zip(speakers).map(|(one, speaker)| outlet(directory, one, speaker)).collect();
    let places: Vec<Option<usize>> = attributions.iter().map(|one| paragraph(directory, one)).collect();
    let mut order: Vec<usize> = (0..attributions.len()).collect();
    order.sort_by_key(|index| places.get(*index).copied().flatten());
    let first = first_told(speakers, &told, &places, &order);
    let mut last = Interviews::new();
    for index in order {
        let Some((speaker, place)) = speakers.get(index).zip(places.get(index).copied().flatten()) else {
            continue;
        };
        let Some(slot) = told.get_mut(index) else { continue };
        if slot.is_none() && attributions.get(index).is_some_and(|one| !has_occasion(directory, one)) {
            let near = |(at, outlet): &(usize, Speaker), reach| {
                (at.abs_diff(place) <= reach).then(|| outlet.clone())
            };
            let going_on = last.get(speaker.name.as_str()).and_then(|held| near(held, INTERVIEW));
            let ahead = first
                .get(speaker.name.as_str())
                .filter(|_| place < LEAD && !last.contains_key(speaker.name.as_str()));
            *slot = going_on.or_else(|| ahead.and_then(|held| near(held, LEAD)));
        }
        match slot {
            Some(outlet) if !speaker.is_nobody() => drop(last.insert(&speaker.name, (place, outlet.clone()))),
            _ => drop(last.remove(speaker.name.as_str())),
        }
    }
    told
}

/// For each speaker the first outlet that the text says was told.
fn first_told<'s>(
    speakers: &'s [Speaker],
    told: &[Option<Speaker>],
    places: &[Option<usize>],
    order: &[usize],
) -> Interviews<'s> {
    let mut first = Interviews::new();
    for index in order.iter().copied() {
        let place = places.get(index).copied().flatten();
        let outlet = told.get(index).and_then(Option::as_ref);
        if let (Some(speaker), Some(place), Some(outlet)) = (speakers.get(index), place, outlet) {
            first.entry(&speaker.name).or_insert_with(|| (place, outlet.clone()));
        }
    }
    first
}

fn paragraph(directory: &Directory, attribution: &Attribution) -> Option<usize> {
    let text = directory.words().text;
    let part = attribution.cue.as_ref().or(attribution.content.as_ref());
    text.paragraph_at(text.tokens_in(part.and_then(Wording::span)?).start)
}

/// Whether the sentence names another occasion: "at a rally", "in a statement".
fn has_occasion(directory: &Directory, attribution: &Attribution) -> bool {
    let words = directory.words();
    let outside = |at: &usize| !covers(attribution.content.as_ref(), words.text.span_of(*at..*at + 1));
    let mut range = sentence(directory, attribution).unwrap_or_default().filter(outside);
    range.any(|at| words.is(at, Class::OCCASION))
}

/// The chain of one attribution, the nearest to the reader first, nobody twice.
fn via(
    attributions: &[Attribution],
    speakers: &[Speaker],
    told: &[Option<Speaker>],
    index: usize,
) -> Vec<Speaker> {
    let mut links: Vec<&Speaker> = Vec::new();
    let mut at = index;
    for _ in 0..DEEPEST {
        links.extend(told.get(at).and_then(Option::as_ref));
        let Some(outer) = attributions.get(at).and_then(|one| one.within).filter(|outer| *outer != at) else {
            break;
        };
        links.extend(speakers.get(outer));
        at = outer;
    }
    let own = |link: &Speaker| speakers.get(index).is_some_and(|speaker| is_own(link, speaker));
    let mut chain: Vec<Speaker> = Vec::new();
    for link in links.into_iter().rev() {
        let known = link.is_nobody() || own(link) || chain.iter().any(|other| other.name == link.name);
        if !known {
            chain.push(link.clone());
        }
    }
    chain
}

/// The outlet to which the words were said, or for which the speaker writes.
fn outlet(directory: &Directory, attribution: &Attribution, speaker: &Speaker) -> Option<Speaker> {
    let source = attribution.source.as_ref().and_then(Wording::span)?;
    let range = sentence(directory, attribution)?;
    let text = directory.words().text;
    let outside =
        |mention: &&Mention| !covers(attribution.content.as_ref(), text.span_of(mention.name.clone()));
    let found = mentions_in(directory, range).iter().filter(outside).find(|mention| {
        let inside = source.contains(text.span_of(mention.name.clone()));
        if inside && !is_journalist(directory, source) {
            return false;
        }
        if inside {
            is_person(directory, speaker) && is_press(directory, mention)
        } else {
            is_told(directory, mention)
        }
    })?;
    let outlet = of_entity(directory, found.id, "outlet in the sentence");
    (outlet.name != speaker.name && !is_publisher(directory, &outlet)).then_some(outlet)
}

/// No noun for people in the source but those of the trade: "MSNBC host", not "president of NBC".
fn is_journalist(directory: &Directory, source: Span) -> bool {
    const TRADE: [&str; 12] = [
        "host",
        "anchor",
        "reporter",
        "correspondent",
        "columnist",
        "editor",
        "moderator",
        "writer",
        "journalist",
        "commentator",
        "analyst",
        "critic",
    ];
    let words = directory.words();
    let mut people =
        words.text.tokens_in(source).filter(|at| words.is(*at, Class::PEOPLE) && !words.is_capitalised(*at));
    people.all(|at| TRADE.contains(&words.lower(at).as_str()))
}

fn is_person(directory: &Directory, speaker: &Speaker) -> bool {
    let found = directory.by_phrase(&speaker.name).and_then(|(id, _)| directory.entity(id));
    found.is_some_and(|entity| matches!(entity.nature, Nature::Person | Nature::Unknown))
}

/// Nobody relays their own words, nor does a state or body those of its own people.
fn is_own(link: &Speaker, speaker: &Speaker) -> bool {
    let bodies = [speaker.side.as_deref(), speaker.institution.as_deref()];
    let official = link.group && link.side.is_some();
    link.name == speaker.name || (official && bodies.contains(&Some(link.name.as_str())))
}

fn is_publisher(directory: &Directory, outlet: &Speaker) -> bool {
    directory.meta.outlet.as_ref().is_some_and(|own| *own == outlet.name)
}

/// The sentence of the cue, as far as it is searched.
fn sentence(directory: &Directory, attribution: &Attribution) -> Option<Range<usize>> {
    let text = directory.words().text;
    let cue = text.tokens_in(attribution.cue.as_ref().and_then(Wording::span)?).start;
    let sentence = text.sentence_at(cue).and_then(|index| text.sentences().get(index))?;
    Some(cue.saturating_sub(REACH).max(sentence.start)..sentence.end.min(cue + REACH))
}

fn covers(wording: Option<&Wording>, place: Span) -> bool {
    wording.is_some_and(|wording| wording.spans.iter().any(|span| span.overlaps(place)))
}

fn mentions_in<'d>(directory: &'d Directory, range: Range<usize>) -> &'d [Mention] {
    let mentions = directory.mentions();
    let from = mentions.partition_point(|mention| mention.name.start < range.start);
    let to = mentions.partition_point(|mention| mention.name.start < range.end);
    mentions.get(from..to).unwrap_or_default()
}

/// An outlet of the actors file, or a body whose name is a newspaper's or broadcaster's.
pub(super) fn is_press(directory: &Directory, mention: &Mention) -> bool {
    const PRESS: [&str; 16] = [
        "News",
        "Times",
        "Post",
        "Journal",
        "Tribune",
        "Herald",
        "Gazette",
        "Magazine",
        "Chronicle",
        "Examiner",
        "Radio",
        "TV",
        "Television",
        "Review",
        "Telegraph",
        "Guardian",
    ];
    directory.entity(mention.id).is_some_and(|entity| {
        let last = last_name(&entity.name);
        entity.nature == Nature::Outlet || (entity.nature == Nature::Body && PRESS.contains(&last))
    })
}

/// "told CNN", "in an interview with the Post", "on MSNBC", "on CNN's “New Day”".
fn is_told(directory: &Directory, mention: &Mention) -> bool {
    let words = directory.words();
    let before = (mention.name.start.saturating_sub(3)..mention.name.start).rev();
    let before = before
        .map(|at| words.lower(at))
        .find(|word| !matches!(word.as_str(), "the" | "“" | "\"" | "‘" | "'"));
    match before.as_deref() {
        Some("told" | "tell" | "tells" | "telling") => {
            is_press(directory, mention) || is_coined(directory, mention)
        }
        Some("of") => {
            is_press(directory, mention)
                && is_broadcast(words.lower(mention.name.start.saturating_sub(3)).as_str())
        }
        Some("to" | "with" | "on" | "in" | "for" | "via") => {
            is_press(directory, mention) && is_show(directory, mention)
        }
        _ => false,
    }
}

fn is_broadcast(noun: &str) -> bool {
    matches!(noun, "broadcast" | "edition" | "episode" | "taping" | "airing" | "programme" | "program")
}

/// A name that no person has: "told BuzzPost", "told Site.com".
fn is_coined(directory: &Directory, mention: &Mention) -> bool {
    let last = mention.name.end.saturating_sub(1);
    let tokens = directory.words().text.tokens();
    let mixed = tokens.get(last).is_some_and(|token| token.case == Case::Mixed);
    let unknown =
        directory.entity(mention.id).is_some_and(|entity| entity.nature == Nature::Unknown && !entity.known);
    unknown && (mixed || directory.words().word(last).contains('.'))
}

/// Nothing follows that makes the outlet an adjective ("an NBC forum"), unless it is something published.
fn is_show(directory: &Directory, mention: &Mention) -> bool {
    let words = directory.words();
    let mut next = mention.name.end;
    if words.is_possessive(next) {
        next += 1;
    }
    let published = words.is(next, Class::DOCUMENT.and(Class::OUTLET)) || words.word(next) == "interview";
    let bare = !words.is_word(next) || words.is(next, Class::BOUNDARY) || words.is_capitalised(next);
    published || bare && (next == mention.name.end || !words.is(next, Class::BOUNDARY))
}
