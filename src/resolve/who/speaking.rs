//! From source phrases to speakers, in the order of the text.

use super::directory::{Directory, Entity, Found, Id, Nature};
use super::lexicon::Class;
use super::phrase::{self, Noun, Phrase};
use super::pronoun::{self, Heard};
use super::{describe, own_words, widen};
use crate::claim::{Attribution, Reached, Speaker, Wording};
use std::ops::Range;

/// The speakers of `attributions`, in their order.
pub(super) fn speakers(directory: &mut Directory, attributions: &[Attribution]) -> Vec<Speaker> {
    let mut order: Vec<usize> = (0..attributions.len()).collect();
    order.sort_by_key(|index| attributions.get(*index).map(place));
    let mut speakers = vec![Speaker::default(); attributions.len()];
    let mut heard = Heard::none();
    let mut before: Option<&Attribution> = None;
    for index in order {
        let Some(attribution) = attributions.get(index) else { continue };
        let speaker = match &attribution.source {
            Some(source) => of_source(directory, attribution, source, &mut heard),
            None => continued(directory, attribution, before, &heard),
        };
        before = Some(attribution);
        if let Some(slot) = speakers.get_mut(index) {
            *slot = speaker;
        }
    }
    speakers
}

/// Where an attribution stands: its source, else its content.
fn place(attribution: &Attribution) -> usize {
    let part = attribution.source.as_ref().or(attribution.content.as_ref());
    part.and_then(Wording::span).map_or(0, |span| span.start)
}

/// A quotation that stands alone goes on with the words of whoever was quoted right before.
fn continued(
    directory: &Directory,
    attribution: &Attribution,
    before: Option<&Attribution>,
    heard: &Heard,
) -> Speaker {
    let text = directory.words().text;
    let paragraph = |attribution: &Attribution| {
        let span = attribution.content.as_ref().and_then(Wording::span)?;
        text.paragraph_at(text.tokens_in(span).start)
    };
    let alone = attribution.cue.is_none() && !attribution.quotes.is_empty();
    let near = before.and_then(|before| Some(paragraph(attribution)?.abs_diff(paragraph(before)?) <= 1));
    match heard.speakers.last() {
        Some(last) if alone && near == Some(true) => of_entity(directory, last.id, "continued quotation"),
        _ => Speaker::default(),
    }
}

fn of_source(
    directory: &mut Directory,
    attribution: &Attribution,
    source: &Wording,
    heard: &mut Heard,
) -> Speaker {
    let Some(range) = tokens_of(directory, source) else { return Speaker::default() };
    let cue = attribution.cue.as_ref().and_then(Wording::span);
    let cue = cue.map(|span| directory.words().text.tokens_in(span).start);
    let range = widen::widened(directory, range, cue);
    heard.content = attribution
        .content
        .iter()
        .flat_map(|content| &content.spans)
        .map(|span| directory.words().text.tokens_in(*span))
        .collect();
    let found = match phrase::read(directory, range.clone()) {
        Phrase::Pronoun(at) if own_words::is_author(directory, at) => {
            return own_words::author(directory, at);
        }
        Phrase::Pronoun(at) => {
            pronoun::find(directory, at, heard).or_else(|| antecedent(directory, at, heard))
        }
        Phrase::Name(run) => Some(directory.named(&run).unwrap_or_else(|| enter_name(directory, &run))),
        Phrase::Joint(parts) => Some(own_words::joint(directory, &parts)),
        Phrase::Noun(noun) => of_noun(directory, &noun, range.clone(), heard),
        Phrase::Other(other) => own_words::other(directory, other),
    };
    let Some((id, by)) = found else {
        let detail = source.text.clone();
        return Speaker {
            reached: vec![Reached { by: "no sure antecedent or name", detail }],
            ..Speaker::default()
        };
    };
    directory.hear(id, range.start, heard);
    let mut speaker = of_entity(directory, id, by);
    if let Some(step) = speaker.reached.first_mut() {
        step.detail.clone_from(&source.text);
    }
    speaker
}

/// A relative pronoun means the common noun before it: "the generals | who".
fn antecedent(directory: &mut Directory, at: usize, heard: &Heard) -> Option<Found> {
    let range = pronoun::antecedent(directory, at)?;
    match phrase::read(directory, range.clone()) {
        Phrase::Noun(noun) => of_noun(directory, &noun, range, heard),
        Phrase::Joint(parts) => Some(own_words::joint(directory, &parts)),
        _ => None,
    }
}

/// The tokens of the source's first piece up to its last.
fn tokens_of(directory: &Directory, source: &Wording) -> Option<Range<usize>> {
    let longest = source.spans.iter().max_by_key(|span| span.len())?;
    let range = directory.words().text.tokens_in(*longest);
    (!range.is_empty()).then_some(range)
}

fn enter_name(directory: &mut Directory, run: &super::directory::Run) -> Found {
    let name = directory.words().phrase(run.name.clone());
    (directory.enter_name(name, Nature::Unknown), "own words")
}

/// A named apposition, the owner of a document, someone described before, or the words themselves.
fn of_noun(directory: &mut Directory, noun: &Noun, range: Range<usize>, heard: &Heard) -> Option<Found> {
    if let Some(found) =
        noun.apposed.as_ref().and_then(|run| directory.named(run)).filter(|(id, _)| is_person(directory, *id))
    {
        return Some((found.0, "apposition"));
    }
    if let Some(id) = before_apposition(directory, noun, &range) {
        return Some((id, "apposition"));
    }
    let owner = noun.possessor.clone().and_then(|owner| own_words::owner(directory, owner, heard));
    let found = own_words::owned(directory, noun, owner)
        .or_else(|| describe::find(directory, noun, range.start, owner, heard));
    if found.is_some() {
        return found;
    }
    if describe::is_some_country(directory, noun) {
        return describe::country(directory, noun, range);
    }
    Some(own_words::described(directory, noun, owner))
}

/// The person whose name opens the clause right before an apposition: "Laura Finch, | head of the union, | said", but not
/// "Laura Finch, the official | said, …".
fn before_apposition(directory: &Directory, noun: &Noun, range: &Range<usize>) -> Option<Id> {
    let words = directory.words();
    let closed = [range.end.saturating_sub(1), range.end].iter().any(|at| words.word(*at) == ",");
    let comma = range.start.checked_sub(1).filter(|_| closed).filter(|at| words.word(*at) == ",")?;
    let one = words.is(noun.head, Class::PEOPLE) && !words.is(noun.head, Class::PLURAL);
    let name = widen::ending_at(directory, comma).filter(|_| one && noun.possessor.is_none())?;
    widen::opening(directory, comma)?;
    Some(name.id).filter(|id| is_person(directory, *id))
}

fn is_person(directory: &Directory, id: Id) -> bool {
    directory.entity(id).is_some_and(|entity| match entity.nature {
        Nature::Person => true,
        Nature::Unknown => entity.name.contains(' '),
        _ => false,
    })
}

/// The speaker that an entity is.
pub(super) fn of_entity(directory: &Directory, id: Id, by: &'static str) -> Speaker {
    let Some(entity) = directory.entity(id) else { return Speaker::default() };
    let mut reached = vec![Reached { by, detail: entity.name.clone() }];
    if entity.known {
        reached.push(Reached { by: "actors file", detail: entity.name.clone() });
    }
    Speaker {
        name: entity.name.clone(),
        role: entity.role.clone(),
        side: entity.side.clone(),
        institution: entity.institution.clone(),
        anonymous: entity.anonymous,
        group: Entity::is_group(entity),
        reached,
    }
}
