//! Productions of adverbials: when and where something is said.

use super::complement::{is_finite, is_that, starts_infinitive};
use super::contents::SUBORDINATORS;
use crate::grammar::item::{Item, Items};
use crate::grammar::speaker::{DAYS, Noun, when_end};
use crate::grammar::tag::Tag;

/// `{ adverb | day [ part of the day ] | when }`, the last before something that could be said
pub fn skip_adverbs(items: &[Item], from: usize) -> usize {
    let mut at = from;
    while let Some(item) = items.get(at) {
        let adverb = matches!(item.tag, Tag::RB | Tag::RBR) || is_time_of_day(items, at, from);
        // "Said this week was cold": there the week is what is spoken of.
        let goes_on = |end: &usize| items.get(*end).is_some_and(|next| next.is_word() && !is_finite(next));
        match when_end(items, at).filter(goes_on) {
            _ if adverb => at += 1,
            Some(end) => at = end,
            None => break,
        }
    }
    at
}

/// Where days, adverbs and phrases of prepositions end that stand from an item on; nowhere where one that `asks` is
/// among them, or "that".
pub fn adverbials_end(
    items: &[Item],
    nouns: &[Noun],
    from: usize,
    asks: impl Fn(&Item) -> bool,
) -> Option<usize> {
    let mut at = from;
    while let Some(next) = items.get(at) {
        let opens =
            next.is_any(SUBORDINATORS) || starts_infinitive(Items(items.get(at..).unwrap_or_default()));
        at = match next.tag {
            _ if next.is("that") || at > from && asks(next) => return None,
            _ if opens => return Some(at),
            // "In 1991".
            Tag::IN if items.get(at + 1).is_some_and(|item| item.tag == Tag::CD) => at + 2,
            Tag::IN | Tag::TO => phrase_from(nouns, at + 1).map_or(at + 1, |noun| noun.items.end),
            Tag::RB | Tag::RBR => at + 1,
            _ if is_time_of_day(items, at, from) => at + 1,
            _ => match when_end(items, at) {
                Some(end) => end,
                None => return Some(at),
            },
        };
    }
    Some(at)
}

/// The noun phrase that begins at an item.
pub fn phrase_from(nouns: &[Noun], at: usize) -> Option<&Noun> {
    let index = nouns.partition_point(|noun| noun.items.start < at);
    nouns.get(index).filter(|noun| noun.items.start == at)
}

/// "Friday", and behind it "afternoon".
fn is_time_of_day(items: &[Item], at: usize, from: usize) -> bool {
    let day = |at: usize| items.get(at).is_some_and(is_day);
    day(at) || at > from && items.get(at).is_some_and(is_part_of_day) && day(at - 1)
}

/// Friday | afternoon.
pub fn is_part_of_day(item: &Item) -> bool {
    item.is_any(&["morning", "afternoon", "evening", "night"])
}

/// `duration = preposition [ word [ word ] ] ( "years" | "months" | … )`, before "that": "for the past ten years"
pub fn is_duration(items: &[Item]) -> bool {
    let before = items.iter().skip(1).take(4).take_while(|item| !is_span_of_time(item)).count();
    let mut words = items.get(1..before + 1).unwrap_or_default().iter();
    let plain = words.all(|item| matches!(item.tag, Tag::DT | Tag::JJ | Tag::CD));
    plain && items.get(before + 1).is_some_and(is_span_of_time) && is_that(items, before + 2)
}

/// Days, weeks, years.
pub fn is_span_of_time(item: &Item) -> bool {
    item.is_any(&[
        "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year",
        "years", "decade", "decades",
    ])
}

/// A day of the week, or near.
pub fn is_day(item: &Item) -> bool {
    item.is_any(DAYS)
}
