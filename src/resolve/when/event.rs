//! The event that a text is about: a day that what is said without a date can belong to.

use super::said::{guessed, is_possessive, narrowed};
use crate::claim::{Attribution, Basis, DateRead, Grain, Interval};
use crate::text::{Span, Text};
use chrono::NaiveDate;

/// The day that a text is about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Event {
    /// The paragraph that first speaks of it.
    paragraph: usize,
    found: Interval,
    /// The text speaks of it as over and named (`Monday’s debate`), so that others talk about it afterwards.
    past: bool,
}

/// How many dates of a text are looked at to find the event that it is about.
const MOST: usize = 64;

/// How many days before publication the event lies that a text is about.
const RECENT: i64 = 14;

/// In how many paragraphs from its mention the event of a text is still the scene.
const SCENE: usize = 10;

impl Event {
    /// The first recent day that the text itself speaks of; failing that, the first outside quotation marks. `own` tells
    /// of each date whether it stands outside all content.
    pub(super) fn find(text: &Text, dates: &[DateRead], own: &[bool], day: NaiveDate) -> Option<Event> {
        let unquoted: Vec<bool> =
            dates.iter().map(|date| date.interval.is_some_and(|found| found.basis != Basis::Quote)).collect();
        Event::among(text, dates, own, day).or_else(|| Event::among(text, dates, &unquoted, day))
    }

    fn among(text: &Text, dates: &[DateRead], own: &[bool], day: NaiveDate) -> Option<Event> {
        let recent = |found: Interval| {
            let apart = (day - found.from).num_days();
            (0..=RECENT).contains(&apart) && found.grain <= Grain::Week && found.basis != Basis::Vague
        };
        let candidates = dates.iter().zip(own).take(MOST).filter(|(_, own)| **own).map(|(date, _)| date);
        let mut recent = candidates.filter(|date| date.interval.is_some_and(recent));
        let sentence = |date: &DateRead| text.sentence_at(text.tokens_in(date.span).start);
        let first = recent.next()?;
        // "This weekend, on Sunday" means Sunday.
        let beside = recent.take_while(|date| sentence(date) == sentence(first));
        let first =
            std::iter::once(first).chain(beside).min_by_key(|date| date.interval.map(|found| found.grain))?;
        Some(Event {
            paragraph: text.paragraph_at(text.tokens_in(first.span).start)?,
            found: guessed(narrowed(first.interval?, Some(day))),
            past: is_possessive(text, first),
        })
    }

    /// When what leads up to the first mention was said: the headline, the lead.
    pub(super) fn leading(&self, paragraph: usize, day: NaiveDate) -> Option<Interval> {
        if paragraph <= self.paragraph { self.following(paragraph, day) } else { None }
    }

    /// When what follows the first mention was said: on its day while it is the scene, else from it to publication.
    pub(super) fn following(&self, paragraph: usize, day: NaiveDate) -> Option<Interval> {
        let scene = !self.past && paragraph.saturating_sub(self.paragraph) <= SCENE;
        if scene { Some(self.found) } else { self.until(day) }
    }

    /// From the event to publication, inclusive.
    pub(super) fn until(&self, day: NaiveDate) -> Option<Interval> {
        Some(Interval { to: day.succ_opt()?.max(self.found.to), ..self.found })
    }
}

/// Of each date, whether it stands outside the content of all attributions. Dates come in the order of the text.
pub(super) fn outside(dates: &[DateRead], attributions: &[Attribution]) -> Vec<bool> {
    let contents = attributions.iter().filter_map(|one| one.content.as_ref());
    let mut spans: Vec<Span> = contents.flat_map(|content| content.spans.iter().copied()).collect();
    spans.sort_unstable();
    let mut spans = spans.into_iter().peekable();
    let mut end = 0;
    let mut is_outside = |date: &DateRead| {
        while let Some(span) = spans.next_if(|span| span.start < date.span.end) {
            end = end.max(span.end);
        }
        end <= date.span.start
    };
    dates.iter().map(&mut is_outside).collect()
}
