//! What happens once, and when: "born in April 1866", "founded in 1970", "(14 May 1866 – 20 June 1936)".

use super::lexicon::LEXICON;
use super::word::Word;
use crate::text::form::{self, month};
use std::ops::Range;

/// An event with its date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The base form of its verb.
    pub verb: String,
    /// Its date.
    pub date: EventDate,
    /// The words of the date.
    pub words: Range<usize>,
}

/// As much of a date as is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EventDate {
    /// The year.
    pub year: Option<u32>,
    /// The month, 1 to 12.
    pub month: Option<u32>,
    /// The day of the month.
    pub day: Option<u32>,
}

impl EventDate {
    /// Whether both cannot be the date of one event.
    pub fn conflicts(&self, other: &EventDate) -> bool {
        let differ = |one: Option<u32>, two: Option<u32>| one.zip(two).is_some_and(|(one, two)| one != two);
        differ(self.year, other.year)
            || differ(self.month, other.month)
            || self.month.is_some() && self.month == other.month && differ(self.day, other.day)
    }
}

/// Words between a verb and its date.
const REACH: usize = 12;

/// Words between a date at the start of a sentence and the verb.
const FRONTED: usize = 8;

/// `event = verb … event_date | event_date … verb | "(" event_date ( "–" | "--" | "-" ) event_date`
pub(super) fn events(words: &[Word]) -> Vec<Event> {
    let dates = dates(words);
    let verbs = words.iter().enumerate().filter(|(_, word)| is_once(word));
    let dated = verbs.filter_map(|(at, word)| {
        let (date, place) = dates.iter().find(|(_, place)| belongs(words, at, place))?;
        Some(Event { verb: form::verb_base(&word.lower).into_owned(), date: *date, words: place.clone() })
    });
    dated.chain(life(words, &dates)).chain(appointed(words, &dates)).collect()
}

/// Words before a date within which the noun stands for what is then.
const ANNOUNCED: usize = 12;

/// What is told to be then by words that say no more of it: "the election will take place on 3 May", "is scheduled for May".
///
/// `appointed = event_noun … ( ( "take" "place" | "held" ) ( "on" | "in" ) | listed_verb ( "for" | "on" ) ) event_date`
fn appointed(words: &[Word], dates: &[(EventDate, Range<usize>)]) -> Vec<Event> {
    let found = dates.iter().filter_map(|(date, place)| {
        let verb = place.start.checked_sub(2)?;
        let lead = words.get(verb + 1)?;
        let is = words.get(verb)?;
        let happens = is.is_any(&["place", "held"]) && lead.is_any(&["on", "in"]);
        let is_set = LEXICON.appointed.contains(&*is.lower) && lead.is_any(&["for", "on"]);
        let near = (verb.saturating_sub(ANNOUNCED)..verb).rev();
        let mut near = near.map_while(|at| Some((at, words.get(at).filter(|word| !ends_clause(word))?)));
        let (at, noun) = near.find_map(|(at, word)| Some((at, LEXICON.events.get(&*word.base)?)))?;
        let of = subject_matter(words, at).unwrap_or_default();
        (happens || is_set).then(|| Event {
            verb: format!("{APPOINTED}: {noun} {of}"),
            date: *date,
            words: place.clone(),
        })
    });
    found.collect()
}

/// What stands for the verb of an event that is only told to be at some time.
const APPOINTED: &str = "take place";

fn ends_clause(word: &Word) -> bool {
    word.is_any(&[";", "and", "but"])
}

/// "The vote on the dam": what it is about.
fn subject_matter(words: &[Word], noun: usize) -> Option<&str> {
    let leads = words.get(noun + 1)?.is_any(&["on", "of", "over", "about", "between", "into"]);
    let is_part = |word: &&Word| word.is_noun() || word.is_adjective() || word.is("the");
    let phrase = words.get(noun + 2..)?.iter().take_while(is_part);
    phrase.filter(|word| word.is_noun() && leads).last().map(|word| word.family.as_str())
}

fn is_once(word: &Word) -> bool {
    // By one step only: "founded" is no form of "find".
    let base = form::verb_base(&word.lower);
    (LEXICON.once.contains(&*base) || LEXICON.dated.contains(&*base)) && (word.is_verb() || word.is("born"))
}

impl Event {
    /// Whether it is known by its noun alone, of which there may be others.
    pub fn is_appointed(&self) -> bool {
        self.verb.starts_with(APPOINTED)
    }

    /// Whether it is told to have happened at another time. "Opened in May" and "opened in June" may be of two years.
    pub fn conflicts(&self, other: &Event) -> bool {
        let years = self.date.year.is_some() && other.date.year.is_some();
        self.verb == other.verb
            && self.date.conflicts(&other.date)
            && (years || !LEXICON.dated.contains(&*self.verb))
    }
}

/// Whether a date is that of the verb at `verb`: behind it in its clause, or at the start of the sentence. A verb with an
/// object of which there are many ("a letter") may have happened twice.
fn belongs(words: &[Word], verb: usize, date: &Range<usize>) -> bool {
    let many = words.get(verb + 1).is_some_and(|next| next.is_any(&["a", "an"]));
    let bound = date.start.checked_sub(1).and_then(|before| words.get(before));
    let bounded = bound.is_some_and(|word| LEXICON.bounds.contains(&*word.lower));
    if many || bounded {
        return false;
    }
    let fronted = date.start <= 2 && verb > date.end && verb - date.end < FRONTED;
    let behind = date.start > verb && date.start - verb <= REACH;
    let between = words.get(verb + 1..date.start).unwrap_or_default();
    let apart = |word: &Word| word.is_any(&["and", ";", "but", ")", "-rrb-"]) || is_once(word);
    fronted || behind && !between.iter().any(apart)
}

/// Dates of birth and death, as biographies put them in brackets.
fn life(words: &[Word], dates: &[(EventDate, Range<usize>)]) -> Vec<Event> {
    let pairs = dates.windows(2).filter_map(|pair| pair.first().zip(pair.get(1)));
    let spans = pairs.filter(|((born, from), (died, to))| {
        let opens = words.get(from.start.saturating_sub(3)..from.start).unwrap_or_default();
        let dash = words.get(from.end).is_some_and(|word| word.is_any(&["–", "--", "-"]));
        let bracket = opens.iter().any(|word| word.is_any(&["(", "-lrb-", ";"]));
        bracket && dash && from.end + 1 == to.start && born.year.is_some() && died.year.is_some()
    });
    let event = |verb: &str, (date, place): &(EventDate, Range<usize>)| Event {
        verb: verb.to_owned(),
        date: *date,
        words: place.clone(),
    };
    spans.flat_map(|(born, died)| [event("bear", born), event("die", died)]).collect()
}

/// The dates of a sentence, in its order.
fn dates(words: &[Word]) -> Vec<(EventDate, Range<usize>)> {
    let mut dates = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match date_at(words, at) {
            Some((date, end)) => {
                dates.push((date, at..end));
                at = end;
            }
            None => at += 1,
        }
    }
    dates
}

/// `event_date = [ day ] month [ day ] [ "," | "of" ] [ year ] | year`
fn date_at(words: &[Word], at: usize) -> Option<(EventDate, usize)> {
    let number = |at: usize| words.get(at).and_then(|word| word.lower.parse::<u32>().ok());
    let day = |at: usize| number(at).filter(|day| (1..=31).contains(day));
    let year = |at: usize| number(at).filter(|year| (1000..2101).contains(year));
    let month_at = |at: usize| words.get(at).filter(|word| word.capital).and_then(|word| month(&word.lower));
    if let Some(year) = year(at) {
        let led = at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(leads_to_year);
        return led.then_some((EventDate { year: Some(year), ..EventDate::default() }, at + 1));
    }
    let first = day(at).filter(|_| month_at(at + 1).is_some());
    let mut end = at + usize::from(first.is_some());
    let month = month_at(end)?;
    end += 1;
    let day = first.or_else(|| day(end).filter(|_| year(end).is_none()));
    end += usize::from(first.is_none() && day.is_some());
    let sign = usize::from(words.get(end).is_some_and(|word| word.is_any(&[",", "of"])));
    let year = year(end + sign);
    end += if year.is_some() { sign + 1 } else { 0 };
    Some((EventDate { year, month: Some(month), day }, end))
}

/// Words before a number that make it a year.
fn leads_to_year(word: &Word) -> bool {
    LEXICON.bounds.contains(&*word.lower)
        || word.is_any(&["in", "of", "the", "late", "early", ",", "(", "-lrb-", "and", "is", "was"])
}
