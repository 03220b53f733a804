//! When an attribution was made: by its own date, by the speaker's last one, by the event it belongs to.

use super::event::{Event, outside};
use crate::claim::{Attribution, Basis, Class, DateKind, DateRead, Grain, Interval, Modifier};
use crate::text::{Span, Text};
use chrono::{Datelike, NaiveDate};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How far from its cue, in tokens, a date may stand that governs it.
const REACH: usize = 24;

/// How many words of a clause may stand before its date.
const CLAUSE: usize = 8;

/// How many paragraphs may pass between two attributions of one occasion.
const OCCASION: usize = 6;

/// When each attribution was made, in their order; `dates` are all of the text's, as [`read`](super::read) gives them.
///
/// A date that governs the cue decides: one of the same sentence, outside the content, with no other cue between.
/// Without one, what a speaker goes on to say was said when their last dated words were. `None` where the text does
/// not tell: an attitude, "has said", an interview without a day.
pub fn said(
    text: &Text,
    attributions: &[Attribution],
    dates: &[DateRead],
    day: Option<NaiveDate>,
) -> Vec<Option<Interval>> {
    let own = outside(dates, attributions);
    let event = day.and_then(|day| Event::find(text, dates, &own, day));
    let page = Page { text, attributions, dates, own, day };
    let heard = page.hear();
    let (dated, spoken) = (first_dated(&heard), FxHashMap::default());
    let mut teller = Teller { page: &page, event, dated, spoken, before: None };
    attributions.iter().zip(heard).map(|(one, heard)| teller.tell(one, &heard?)).collect()
}

/// A text with its attributions and dates.
struct Page<'t> {
    text: &'t Text<'t>,
    attributions: &'t [Attribution],
    dates: &'t [DateRead],
    /// Of each date, whether it stands outside all content.
    own: Vec<bool>,
    day: Option<NaiveDate>,
}

/// An attribution as far as it tells by itself.
struct Heard {
    /// The tokens of the cue, or of the content where there is none.
    cue: Range<usize>,
    paragraph: usize,
    /// The last word of the source.
    speaker: Option<String>,
    /// When the date says that governs the cue.
    own: Option<Interval>,
    /// A date governs the cue, but which day it means is not told ("the following day").
    adrift: bool,
    /// It is only named: "Lind's claim that …" tells nothing of when others spoke.
    named: bool,
}

/// Whether what is dated further on may be what a headline tells: a year is none of its occasions ("in 2019 Lind said …").
fn is_occasion(said: &Interval) -> bool {
    said.grain < Grain::Year
}

/// When each speaker's first dated words were said.
fn first_dated(heard: &[Option<Heard>]) -> FxHashMap<String, Interval> {
    let mut dated = FxHashMap::default();
    for one in heard.iter().flatten() {
        if let (Some(speaker), Some(own)) = (&one.speaker, one.own) {
            dated.entry(speaker.clone()).or_insert(own);
        }
    }
    dated
}

/// Goes through the attributions of a page and keeps what was said before.
struct Teller<'p> {
    page: &'p Page<'p>,
    event: Option<Event>,
    dated: FxHashMap<String, Interval>,
    /// When each speaker's last dated words were said, and in which paragraph.
    spoken: FxHashMap<String, (Interval, usize)>,
    /// The paragraph of the attribution before, and when it was made.
    before: Option<(usize, Interval)>,
}

impl Teller<'_> {
    fn tell(&mut self, one: &Attribution, heard: &Heard) -> Option<Interval> {
        let found = heard.own.or_else(|| self.infer(one, heard));
        if heard.named {
            return found;
        }
        self.before = found.map(|found| (heard.paragraph, found));
        if let (Some(own), Some(speaker)) = (heard.own, &heard.speaker) {
            self.spoken.insert(speaker.clone(), (own, heard.paragraph));
        }
        found
    }

    /// What the words around tell where no date governs the cue.
    fn infer(&self, one: &Attribution, heard: &Heard) -> Option<Interval> {
        let leading = self.leading(heard);
        let uttered = one.class == Class::Speech || is_published(one);
        if !uttered || leading.is_none() && is_timeless(self.page.text, &heard.cue) {
            return None;
        }
        let event = self.event;
        if heard.adrift {
            return event?.until(self.page.day?);
        }
        leading
            .or_else(|| self.continued(heard))
            .or_else(|| self.beside(heard))
            .or_else(|| self.page.told(&heard.cue, heard.paragraph))
            .or_else(|| event?.following(heard.paragraph, self.page.day?))
    }

    /// In the headline and the lead: what the body has the same speaker say on a day, else the event of the text.
    fn leading(&self, heard: &Heard) -> Option<Interval> {
        let event = self.event?.leading(heard.paragraph, self.page.day?)?;
        let later = heard.speaker.as_ref().and_then(|speaker| self.dated.get(speaker));
        Some(guessed(later.copied().filter(is_occasion).unwrap_or(event)))
    }

    /// When the speaker's last dated words were said, if these are of the same occasion.
    fn continued(&self, heard: &Heard) -> Option<Interval> {
        let (found, before) = self.spoken.get(heard.speaker.as_ref()?)?;
        (heard.paragraph.saturating_sub(*before) <= OCCASION).then_some(guessed(*found))
    }

    /// When the attribution just before in the same paragraph was made.
    fn beside(&self, heard: &Heard) -> Option<Interval> {
        let (before, found) = self.before?;
        (before == heard.paragraph).then_some(guessed(found))
    }
}

impl Page<'_> {
    fn hear(&self) -> Vec<Option<Heard>> {
        let mut last = None;
        let hear = |one| {
            let cue = cue_tokens(self.text, one)?;
            let named = is_named(self.text, &cue);
            let speaker = speaker(one, last.clone());
            last = if named { last.take() } else { speaker.clone() };
            let paragraph = self.text.paragraph_at(cue.start)?;
            let governing = self.governing(one, &cue).filter(|date| !named || follows(self.text, &cue, date));
            let own = governing.and_then(|date| date.interval).map(|found| narrowed(found, self.day));
            let adrift = governing.is_some() && own.is_none();
            Some(Heard { own, adrift, named, speaker, paragraph, cue })
        };
        self.attributions.iter().map(hear).collect()
    }

    /// The nearest date of the cue's sentence that lies outside the content, no other cue standing between.
    fn governing(&self, one: &Attribution, cue: &Range<usize>) -> Option<&DateRead> {
        let sentence = self.text.sentences().get(self.text.sentence_at(cue.start)?)?;
        let reach = sentence.start.max(cue.start.saturating_sub(REACH))..sentence.end.min(cue.end + REACH);
        let span = self.text.span_of(reach);
        let from = self.dates.partition_point(|date| date.span.end <= span.start);
        let near = self.dates.iter().skip(from).take_while(|date| date.span.start < span.end);
        let free = near.filter(|date| self.may_govern(one, date)).filter_map(|date| {
            let at = self.text.tokens_in(date.span);
            let between = if at.end <= cue.start { at.end..cue.start } else { cue.end..at.start };
            let apart = self.holds_cue(&between, one) || self.is_relative(at.start, &between);
            (!apart).then_some((between.len(), date))
        });
        free.min_by_key(|(distance, _)| *distance).map(|(_, date)| date)
    }

    fn may_govern(&self, one: &Attribution, date: &DateRead) -> bool {
        let content = one.content.iter().flat_map(|content| &content.spans);
        let inside = content.into_iter().any(|span| span.overlaps(date.span));
        let adrift = date.interval.is_none() && date.value == "XXXX-XX-XX";
        !inside && (adrift || self.is_past_day(date)) && !is_possessive(self.text, date)
    }

    /// Whether a date is of a time that words can have been said at: begun, and no longer than a year that is over.
    fn is_past_day(&self, date: &DateRead) -> bool {
        let is_date = matches!(date.kind, DateKind::Date | DateKind::Time);
        is_date
            && date.interval.is_some_and(|found| {
                let begun = self.day.is_none_or(|day| found.from <= day);
                let this_year = found.grain == Grain::Year && self.day.is_some_and(|day| day < found.to);
                found.basis != Basis::Vague && found.grain <= Grain::Year && begun && !this_year
            })
    }

    /// Whether a date stands in a relative clause that a comma closes before the cue: `the board, which met on Monday, said`.
    fn is_relative(&self, date: usize, between: &Range<usize>) -> bool {
        let before = (date.saturating_sub(CLAUSE)..date).rev().map(|at| self.text.word(at));
        let mut clause = before.take_while(|word| *word != "," && !word.is_empty());
        clause.any(|word| matches!(word, "which" | "who" | "whose" | "where"))
            && between.clone().any(|at| self.text.word(at) == ",")
    }

    /// Whether another attribution's cue lies in a range of tokens, this one's content aside.
    fn holds_cue(&self, range: &Range<usize>, one: &Attribution) -> bool {
        let span = self.text.span_of(range.clone());
        let covered = |inner: Span| {
            one.content.iter().flat_map(|content| &content.spans).any(|content| content.contains(inner))
        };
        let first = self.attributions.partition_point(|other| position(other) < span.start);
        let inside = self.attributions.iter().skip(first).take_while(|other| position(other) < span.end);
        inside.filter_map(|other| other.cue.as_ref()?.span()).any(|cue| !covered(cue))
    }

    /// The last day that the text itself names before a cue in its paragraph.
    fn told(&self, cue: &Range<usize>, paragraph: usize) -> Option<Interval> {
        let start = self.text.paragraphs().get(paragraph)?.start;
        let span = self.text.span_of(start..cue.start);
        let end = self.dates.partition_point(|date| date.span.end <= span.end);
        let before = self.dates.iter().zip(&self.own).take(end).rev().take(TOLD);
        let here = before.take_while(|(date, _)| date.span.start >= span.start).filter(|(_, own)| **own);
        let aside = |date: &DateRead| {
            let at = self.text.tokens_in(date.span);
            is_possessive(self.text, date) || self.is_relative(at.start, &(at.end..cue.start))
        };
        let mut days = here.filter(|(date, _)| self.is_past_day(date) && !aside(date));
        days.next().and_then(|(date, _)| date.interval).map(|found| guessed(narrowed(found, self.day)))
    }
}

/// How many dates before a cue are looked at.
const TOLD: usize = 4;

pub(super) fn guessed(interval: Interval) -> Interval {
    Interval { sure: false, ..interval }
}

/// `Friday’s meeting`: the date of something else.
pub(super) fn is_possessive(text: &Text, date: &DateRead) -> bool {
    let after = text.tokens_in(date.span).end;
    matches!(text.word(after), "'s" | "’s")
}

/// No later than the day of publication; and "late August" is its last third.
pub(super) fn narrowed(found: Interval, day: Option<NaiveDate>) -> Interval {
    let (from, to) = match (found.grain, found.modifier) {
        (Grain::Month, Some(Modifier::Start)) => (Some(found.from), found.from.with_day(11)),
        (Grain::Month, Some(Modifier::Mid)) => (found.from.with_day(10), found.from.with_day(21)),
        (Grain::Month, Some(Modifier::End)) => (found.from.with_day(20), Some(found.to)),
        _ => (Some(found.from), Some(found.to)),
    };
    let from = from.unwrap_or(found.from);
    let last = day.and_then(|day| day.succ_opt()).filter(|last| *last > from).unwrap_or(found.to);
    Interval { from, to: to.unwrap_or(found.to).min(last), ..found }
}

/// Polls and studies speak by coming out, whatever the verb ("shows").
fn is_published(one: &Attribution) -> bool {
    let source = one.source.as_ref().map_or("", |source| source.text.as_str());
    source
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| matches!(word, "poll" | "Poll" | "survey" | "study" | "report"))
}

/// The last word of the source; a pronoun and a missing source stand for the speaker before.
fn speaker(one: &Attribution, before: Option<String>) -> Option<String> {
    let Some(source) = &one.source else { return before };
    let name = source.text.split(|c: char| !c.is_alphanumeric()).rfind(|word| word.len() > 1)?.to_lowercase();
    if PRONOUNS.contains(&name.as_str()) { before } else { Some(name) }
}

const PRONOUNS: &[&str] = &["he", "she", "they", "it", "who", "which", "that", "his", "her", "their"];

fn cue_tokens(text: &Text, one: &Attribution) -> Option<Range<usize>> {
    let span = one.cue.as_ref().or(one.content.as_ref())?.span()?;
    Some(text.tokens_in(span))
}

/// Whether the cue is a noun with its owner before it: "Lind's claim".
fn is_named(text: &Text, cue: &Range<usize>) -> bool {
    let owned = cue.start.checked_sub(1).is_some_and(|before| matches!(text.word(before), "'s" | "’s" | "’"));
    owned && cue.len() == 1
}

/// "Lind's claim on Monday that".
fn follows(text: &Text, cue: &Range<usize>, date: &DateRead) -> bool {
    let at = text.tokens_in(date.span).start;
    (cue.end..cue.end + 2).contains(&at)
}

/// Where an attribution stands in the order of the text.
fn position(one: &Attribution) -> usize {
    one.cue.as_ref().or(one.content.as_ref()).and_then(|part| part.span()).map_or(0, |span| span.start)
}

/// `has said`, `argues`: at no particular time. What polls and papers show, they show when they come out.
fn is_timeless(text: &Text, cue: &Range<usize>) -> bool {
    let near = cue.start.saturating_sub(2)..cue.end;
    let perfect = near.into_iter().any(|at| matches!(text.word(at), "has" | "have" | "’ve" | "'ve"));
    let verb = text.word(cue.start);
    let present = verb.len() > 3 && verb.ends_with('s') && !verb.ends_with("ss");
    perfect || (present || verb == "say") && !matches!(verb, "shows" | "finds" | "suggests" | "was")
}
