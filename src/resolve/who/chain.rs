//! Through whom the words came: the outlet that was told, the speaker within whose words others are heard.

use super::Voice;
use super::directory::{Directory, Mention, Nature};
use super::speaking::of_entity;
use crate::claim::{Attribution, Speaker, Wording};
use crate::text::Span;
use std::ops::Range;

/// How deep attributions are followed into one another.
const DEEPEST: usize = 6;

/// How far behind the cue an outlet is looked for, in tokens.
const REACH: usize = 60;

/// Adds to each speaker those through whom the words came.
pub(super) fn voices(
    directory: &Directory,
    attributions: &[Attribution],
    speakers: Vec<Speaker>,
) -> Vec<Voice> {
    let told: Vec<Option<Speaker>> =
        attributions.iter().zip(&speakers).map(|(one, speaker)| outlet(directory, one, speaker)).collect();
    let voice = |(index, speaker): (usize, &Speaker)| Voice {
        speaker: speaker.clone(),
        via: via(attributions, &speakers, &told, index),
    };
    speakers.iter().enumerate().map(voice).collect()
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
    let own = speakers.get(index).map_or("", |speaker| speaker.name.as_str());
    let mut chain: Vec<Speaker> = Vec::new();
    for link in links.into_iter().rev() {
        let known = link.is_nobody() || link.name == own || chain.iter().any(|other| other.name == link.name);
        if !known {
            chain.push(link.clone());
        }
    }
    chain
}

/// The outlet to which the words were said, or for which the speaker writes.
fn outlet(directory: &Directory, attribution: &Attribution, speaker: &Speaker) -> Option<Speaker> {
    let source = attribution.source.as_ref().and_then(Wording::span)?;
    let cue = attribution.cue.as_ref().and_then(Wording::span)?;
    let text = directory.words().text;
    let sentence =
        text.sentence_at(text.tokens_in(cue).start).and_then(|index| text.sentences().get(index))?;
    let from = text.tokens_in(cue).start.saturating_sub(REACH).max(sentence.start);
    let to = sentence.end.min(from + 2 * REACH);
    let open = |mention: &&Mention| {
        let place = text.span_of(mention.name.clone());
        !covers(attribution.content.as_ref(), place)
    };
    let mentions = mentions_in(directory, from..to).iter().filter(open);
    let mut outlets = mentions.filter(|mention| is_press(directory, mention));
    let found = outlets.find(|mention| {
        let inside = source.contains(text.span_of(mention.name.clone()));
        if inside { works_for(directory, mention, speaker) } else { is_told(directory, mention) }
    })?;
    let outlet = of_entity(directory, found.id, "outlet in the sentence");
    let publisher = directory.meta.outlet.as_ref().is_some_and(|own| *own == outlet.name);
    (outlet.name != speaker.name && !publisher).then_some(outlet)
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
fn is_press(directory: &Directory, mention: &Mention) -> bool {
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
        let last = entity.name.rsplit(' ').next().unwrap_or_default();
        entity.nature == Nature::Outlet || (entity.nature == Nature::Body && PRESS.contains(&last))
    })
}

/// "told CNN", "in an interview with the Post", "on MSNBC".
fn is_told(directory: &Directory, mention: &Mention) -> bool {
    let words = directory.words();
    let mut before = mention.name.start.wrapping_sub(1);
    while matches!(words.word(before), "the" | "The") {
        before = before.wrapping_sub(1);
    }
    matches!(
        words.lower(before).as_str(),
        "told"
            | "tell"
            | "tells"
            | "telling"
            | "to"
            | "with"
            | "on"
            | "in"
            | "by"
            | "at"
            | "for"
            | "from"
            | "via"
    )
}

/// "NBC's Dana Cole", "MSNBC host Dana Cole", "Dana Cole of the Post".
fn works_for(directory: &Directory, mention: &Mention, speaker: &Speaker) -> bool {
    directory.entity(mention.id).is_some_and(|entity| entity.name != speaker.name) && !speaker.group
}
