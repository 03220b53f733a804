//! When an attribution was made: by its own date, by the speaker's last one, by the event it belongs to.

use crate::claim::{Attribution, Basis, Bound, Class, DateKind, DateRead, Grain, Interval, Modifier};
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
/// not tell: an attitude, "has said", an interview without a day. For claims that must have a date all the same
/// there is [`published`].
pub fn said(
    text: &Text,
    attributions: &[Attribution],
    dates: &[DateRead],
    day: Option<NaiveDate>,
) -> Vec<Option<Interval>> {
    let cues: Vec<Option<Range<usize>>> = attributions.iter().map(|one| cue_tokens(text, one)).collect();
    let mut teller = Teller {
        text,
        attributions,
        dates,
        day,
        cues,
        spoken: FxHashMap::default(),
        last: None,
        event: None,
        before: None,
    };
    teller.event = teller.main_event();
    (0..attributions.len()).map(|index| teller.tell(index)).collect()
}

/// What can be said of a claim without a date of its own in a text of this day: that it was made by then.
///
/// A guess (`sure` is false), bounded by the day of publication and open towards the past; its interval is that
/// day. Comparisons may order claims by it, but it can never make a conflict of dates.
pub fn published(day: NaiveDate) -> Interval {
    Interval { basis: Basis::Dateline, bound: Bound::Until, sure: false, ..Interval::day(day) }
}

struct Teller<'t> {
    text: &'t Text<'t>,
    attributions: &'t [Attribution],
    dates: &'t [DateRead],
    day: Option<NaiveDate>,
    /// The tokens of each cue, or of the content where there is none.
    cues: Vec<Option<Range<usize>>>,
    /// When each speaker's last dated words were said, and in which paragraph.
    spoken: FxHashMap<String, (Interval, usize)>,
    /// The speaker of the attribution before.
    last: Option<String>,
    /// The paragraph of the attribution before, and when it was made.
    before: Option<(usize, Interval)>,
    /// The day that the text is about, and where it stands.
    event: Option<(Span, Interval)>,
}

impl Teller<'_> {
    fn tell(&mut self, index: usize) -> Option<Interval> {
        let one = self.attributions.get(index)?;
        let cue = self.cues.get(index)?.clone()?;
        let speaker = self.speaker(one);
        self.last.clone_from(&speaker);
        let paragraph = self.text.paragraph_at(cue.start)?;
        let own = self.governing(one, &cue);
        let found = own.or_else(|| self.inferred(one, &cue, speaker.as_deref(), paragraph));
        self.before = found.map(|found| (paragraph, found));
        if let (Some(found), Some(speaker)) = (found, speaker) {
            self.spoken.insert(speaker, (found, paragraph));
        }
        found
    }

    /// What the words around tell where no date governs the cue.
    fn inferred(
        &self,
        one: &Attribution,
        cue: &Range<usize>,
        speaker: Option<&str>,
        paragraph: usize,
    ) -> Option<Interval> {
        let lead = self.leads(paragraph);
        if one.class != Class::Speech || !lead && is_timeless(self.text, cue) {
            return None;
        }
        let lead = lead.then(|| self.event.map(|(_, event)| guessed(event))).flatten();
        lead.or_else(|| self.continued(speaker, paragraph))
            .or_else(|| self.beside(paragraph))
            .or_else(|| self.of_event(paragraph))
    }

    /// Whether a paragraph stands before or at the first mention of the event: the headline, the lead.
    fn leads(&self, paragraph: usize) -> bool {
        let place = self.event.and_then(|(span, _)| self.text.paragraph_at(self.text.tokens_in(span).start));
        place.is_some_and(|place| paragraph <= place)
    }

    /// The last word of the source; a pronoun and a missing source stand for the speaker before.
    fn speaker(&self, one: &Attribution) -> Option<String> {
        let Some(source) = &one.source else { return self.last.clone() };
        let name = source.text.split(|c: char| !c.is_alphanumeric()).rfind(|word| word.len() > 1)?;
        let name = name.to_lowercase();
        if PRONOUNS.contains(&name.as_str()) { self.last.clone() } else { Some(name) }
    }

    /// The nearest date of the cue's sentence that lies outside the content, no other cue standing between.
    fn governing(&self, one: &Attribution, cue: &Range<usize>) -> Option<Interval> {
        let sentence = self.text.sentences().get(self.text.sentence_at(cue.start)?)?;
        let reach = sentence.start.max(cue.start.saturating_sub(REACH))..sentence.end.min(cue.end + REACH);
        let span = self.text.span_of(reach);
        let from = self.dates.partition_point(|date| date.span.end <= span.start);
        let near = self.dates.iter().skip(from).take_while(|date| date.span.start < span.end);
        let free = near.filter(|date| self.may_govern(one, date)).filter_map(|date| {
            let at = self.text.tokens_in(date.span);
            let between = if at.end <= cue.start { at.end..cue.start } else { cue.end..at.start };
            let apart = self.holds_cue(&between, one) || self.is_relative(at.start, &between);
            (!apart).then_some((between.len(), date.interval?))
        });
        free.min_by_key(|(distance, _)| *distance).map(|(_, found)| narrowed(found, self.day))
    }

    fn may_govern(&self, one: &Attribution, date: &DateRead) -> bool {
        let inside =
            one.content.iter().flat_map(|content| &content.spans).any(|span| span.overlaps(date.span));
        let past = date.interval.is_some_and(|found| self.day.is_none_or(|day| found.from <= day));
        let dated = matches!(date.kind, DateKind::Date | DateKind::Time)
            && date.interval.is_some_and(|found| found.basis != Basis::Vague && found.grain <= Grain::Year)
            && !date.interval.is_some_and(|found| {
                found.grain == Grain::Year && self.day.is_some_and(|day| day < found.to)
            });
        !inside && past && dated && !self.is_possessive(date)
    }

    /// `Friday’s meeting`: the date of something else.
    fn is_possessive(&self, date: &DateRead) -> bool {
        let after = self.text.tokens_in(date.span).end;
        matches!(self.text.word(after), "'s" | "’s")
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

    /// When the speaker's last dated words were said, if these are of the same occasion.
    fn continued(&self, speaker: Option<&str>, paragraph: usize) -> Option<Interval> {
        let (found, before) = self.spoken.get(speaker?)?;
        (paragraph - before <= OCCASION).then_some(guessed(*found))
    }

    /// When the attribution just before in the same paragraph was made.
    fn beside(&self, paragraph: usize) -> Option<Interval> {
        let (before, found) = self.before?;
        (before == paragraph).then_some(guessed(found))
    }

    /// What is said of the event of the text: near its mention on its day, else between it and publication.
    fn of_event(&self, paragraph: usize) -> Option<Interval> {
        let (span, event) = self.event?;
        let place = self.text.paragraph_at(self.text.tokens_in(span).start)?;
        let to = if paragraph - place <= SCENE { event.to } else { self.day?.succ_opt()?.max(event.to) };
        Some(guessed(Interval { to, ..event }))
    }

    /// The first recent day that the text itself speaks of.
    fn main_event(&self) -> Option<(Span, Interval)> {
        let day = self.day?;
        let recent = |found: &Interval| {
            found.from <= day && (day - found.from).num_days() <= RECENT && found.grain <= Grain::Week
        };
        let said = |date: &DateRead| {
            let contents = self.attributions.iter().filter_map(|one| one.content.as_ref());
            contents.flat_map(|content| &content.spans).any(|span| span.overlaps(date.span))
        };
        let dated = |date: &&DateRead| {
            date.interval.is_some_and(|found| found.basis != Basis::Vague && recent(&found))
        };
        let mut open = self.dates.iter().take(MOST).filter(dated).filter(|date| !said(date));
        let first = open.next()?;
        let sentence = |date: &DateRead| self.text.sentence_at(self.text.tokens_in(date.span).start);
        let beside = open
            .take_while(|date| sentence(date) == sentence(first))
            .filter(|date| date.interval.is_some_and(|found| found.grain == Grain::Day));
        let first =
            [first].into_iter().chain(beside).min_by_key(|date| date.interval.map(|found| found.grain))?;
        Some((first.span, narrowed(first.interval?, self.day)))
    }
}

fn guessed(interval: Interval) -> Interval {
    Interval { sure: false, ..interval }
}

/// In how many paragraphs from its mention the event of a text is still the scene.
const SCENE: usize = 6;

/// No later than the day of publication; and "late August" is its last third.
fn narrowed(found: Interval, day: Option<NaiveDate>) -> Interval {
    let (from, to) = match (found.grain, found.modifier) {
        (Grain::Month, Some(Modifier::Start)) => (Some(found.from), found.from.with_day(11)),
        (Grain::Month, Some(Modifier::Mid)) => (found.from.with_day(10), found.from.with_day(21)),
        (Grain::Month, Some(Modifier::End)) => (found.from.with_day(20), Some(found.to)),
        _ => (Some(found.from), Some(found.to)),
    };
    let last = day.and_then(|day| day.succ_opt()).filter(|last| *last > found.from).unwrap_or(found.to);
    Interval { from: from.unwrap_or(found.from), to: to.unwrap_or(found.to).min(last), ..found }
}

/// How many dates of a text are looked at to find the event that it is about.
const MOST: usize = 64;

/// How many days before publication the event lies that a text is about.
const RECENT: i64 = 14;

const PRONOUNS: &[&str] = &["he", "she", "they", "it", "who", "which", "that", "his", "her", "their"];

fn cue_tokens(text: &Text, one: &Attribution) -> Option<Range<usize>> {
    let span = one.cue.as_ref().or(one.content.as_ref())?.span()?;
    Some(text.tokens_in(span))
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
