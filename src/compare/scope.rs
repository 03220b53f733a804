//! Gate 3: whether two statements are about one place, population and period.

use super::alignment::{grammatical_subject, modifiers_agree};
use super::framing;
use super::statement::Statement;
use super::timing::{Timing, are_other_times, days_between, timing};
use crate::claim::{Bound, DateKind, DateRead, Interval};
use crate::grammar::phrase::Word;
use crate::text::Span;

/// What narrows the one and not the other.
pub(super) fn narrowed_by<'s>(a: &'s Statement, b: &'s Statement) -> Option<&'s str> {
    let (one, other) = (&a.claim.assertion.skeleton.scope, &b.claim.assertion.skeleton.scope);
    let only = |some: &'s [String], others: &[String]| some.iter().find(|word| !others.contains(word));
    only(one, other).or_else(|| only(other, one)).map(String::as_str)
}

/// For whom, where both tell and tell it differently, whatever the topic: "for adults", "for children".
pub(super) fn other_people(a: &Statement, b: &Statement) -> Option<(String, String)> {
    other_in(a, b, |of| matches!(of, "for" | "among"))
}

/// For whom, where, at what hour, where both tell and tell it differently: "for adults", "for children".
pub(super) fn other_settings(a: &Statement, b: &Statement) -> Option<(String, String)> {
    other_in(a, b, |_| true)
}

/// What two claims on one topic speak of, where that is told by nothing but their words.
pub(super) fn other_on_topic(a: &Statement, b: &Statement) -> Option<(String, String)> {
    other_things(a, b).or_else(|| other_purposes(a, b)).or_else(|| other_subjects(a, b))
}

/// "Responsible for the leak", "not responsible for the fire": two things of which one word is said.
fn other_things(a: &Statement, b: &Statement) -> Option<(String, String)> {
    let thing = |of: &Statement, other: &Statement| {
        let mut things =
            of.claim.assertion.skeleton.scope.iter().filter_map(|words| words.strip_prefix("for "));
        let known = |noun: &str| other.sentence_words.iter().any(|word| word.base.eq_ignore_ascii_case(noun));
        things.next().filter(|noun| !known(noun)).map(str::to_owned)
    };
    thing(a, b).zip(thing(b, a))
}

/// "Safe to drink", "not safe to swim in": what each says something is, or is not, fit for.
fn other_purposes(a: &Statement, b: &Statement) -> Option<(String, String)> {
    let (one, other) = (purpose(a)?, purpose(b)?);
    (one.base != other.base).then(|| (format!("to {}", one.form), format!("to {}", other.form)))
}

/// What something may be for one use and not for another.
const FITNESS: [&str; 8] =
    ["safe", "unsafe", "fit", "unfit", "suitable", "unsuitable", "harmful", "dangerous"];

/// The verb of the infinitive right behind a predicate that tells what something is fit for.
fn purpose(statement: &Statement) -> Option<&Word> {
    let predicate = statement.claim.assertion.skeleton.predicate.as_ref();
    let predicate = predicate.filter(|predicate| FITNESS.contains(&&*predicate.lemma))?;
    let mut behind = statement.words.iter().skip_while(|word| word.span.start < predicate.span.end);
    behind.next().filter(|to| *to.form == *"to")?;
    behind.next()
}

/// "Water in Vik", "water in Lund": one noun for two things.
fn other_subjects(a: &Statement, b: &Statement) -> Option<(String, String)> {
    let (one, other) = (&a.claim.assertion.skeleton, &b.claim.assertion.skeleton);
    let (one, other) = grammatical_subject(one).zip(grammatical_subject(other))?;
    let apart = one.head == other.head && !modifiers_agree(&one.modifiers, &other.modifiers);
    apart.then(|| (a.words_at(one.span), b.words_at(other.span)))
}

fn other_in(a: &Statement, b: &Statement, counts: impl Fn(&str) -> bool) -> Option<(String, String)> {
    let (ones, others) = (&a.claim.assertion.skeleton.settings, &b.claim.assertion.skeleton.settings);
    ones.iter().filter(|one| counts(&one.of)).find_map(|one| {
        let mut facing = others.iter().filter(|other| other.of == one.of).peekable();
        let first = facing.peek()?.what.clone();
        let is_told = |other: &str| ones.iter().any(|own| own.of == one.of && is_one_name(&own.what, other));
        facing.all(|other| !is_told(&other.what)).then(|| (one.what.clone(), first))
    })
}

/// Whether two names are one, perhaps with a form of address for the given name: "Daniel Moe", "Mr. Moe".
fn is_one_name(one: &str, other: &str) -> bool {
    let addressed = |name: &str, other: &str| {
        let (address, last) = name.split_once(' ').unwrap_or_default();
        ADDRESSES.contains(&address.trim_end_matches('.')) && other.rsplit(' ').next() == Some(last)
    };
    one == other || addressed(one, other) || addressed(other, one)
}

/// Forms of address.
const ADDRESSES: [&str; 9] = ["mr", "mrs", "ms", "miss", "dr", "prof", "sir", "madam", "lady"];

/// The words for the periods that two claims speak of, where those are known to be different ones.
pub(super) fn periods_apart(a: &Statement, b: &Statement) -> Option<(String, String)> {
    other_periods(&periods(a, false), &periods(b, false), a.claim.origin.file == b.claim.origin.file)
}

/// The words for a day ahead at which it is to be as the one says, where the other tells how it is: "opens on Monday", "is
/// closed".
pub(super) fn scheduled(a: &Statement, b: &Statement) -> Option<String> {
    let ahead = |one: &Statement, other: &Statement| {
        let said = one.claim.said.filter(|said| said.sure);
        let is_later = |date: &&DateRead| {
            let day = date.interval.filter(|day| day.sure);
            day.is_some_and(|day| said.is_none_or(|said| days_between(&said, &day) > 0))
        };
        let date = one.claim.dates.iter().find(is_later)?;
        let is_now = other.claim.dates.is_empty() && other.framing().says_how();
        (is_now && !one.claim.assertion.past).then(|| framing::of_one(&one.words_at(date.span)))
    };
    ahead(a, b).or_else(|| ahead(b, a))
}

/// The words for a period of which the one says that it was not then, and the other that it was: "in March, not in May".
pub(super) fn excluded(a: &Statement, b: &Statement) -> Option<String> {
    let one_text = a.claim.origin.file == b.claim.origin.file;
    let meets = |one: &Period, other: &Statement| {
        let others = periods(other, false);
        !others.is_empty() && !others.iter().any(|period| one.differs(period, one_text))
    };
    let of = |one: &Statement, other: &Statement| {
        periods(one, true).into_iter().find(|period| meets(period, other)).map(|period| period.words)
    };
    of(a, b).or_else(|| of(b, a))
}

/// The periods that a statement names: those that it is about, or those of which it says that it was not then.
fn periods(statement: &Statement, excluded: bool) -> Vec<Period> {
    let dates = statement.claim.dates.iter().filter(|date| is_excluded(statement, date.span) == excluded);
    dates.map(|date| Period { date: date.clone(), words: statement.words_at(date.span) }).collect()
}

/// "Not in May", where something else is said to be so.
fn is_excluded(statement: &Statement, date: Span) -> bool {
    let mut before = statement.words_before(date.start).iter().rev();
    let last = before.next();
    let not = match last.map(|word| &*word.form) {
        Some("in" | "on" | "at" | "since" | "until") => before.next(),
        _ => last,
    };
    not.is_some_and(|word| *word.form == *"not")
}

/// A date that something is said of, with the words for it.
#[derive(Clone, Debug)]
pub struct Period {
    /// The date.
    pub date: DateRead,
    /// As it is written.
    pub words: String,
}

/// The first words of both, where no date of the one can be one of the other. In one text "Monday" and "Tuesday" are two
/// days, whichever they are; "now" is not, for it moves with who says it.
pub(super) fn other_periods(ones: &[Period], others: &[Period], one_text: bool) -> Option<(String, String)> {
    let named = |period: &&Period| period.is_named(one_text);
    let (first, second) = (ones.iter().find(named)?, others.iter().find(named)?);
    let apart = |one: &Period| others.iter().filter(named).all(|other| one.differs(other, one_text));
    ones.iter().filter(named).all(apart).then(|| (first.words.clone(), second.words.clone()))
}

impl Period {
    fn is_named(&self, one_text: bool) -> bool {
        let sure = self.date.interval.is_none_or(|period| period.sure);
        let moves = one_text && self.date.value.ends_with("_REF");
        self.date.kind != DateKind::Duration && (one_text || sure) && !moves
    }

    fn differs(&self, other: &Period, one_text: bool) -> bool {
        let (Some(one), Some(two)) = (&self.date.interval, &other.date.interval) else {
            let same_words = !one_text || self.words.eq_ignore_ascii_case(&other.words);
            return are_other_times(&self.date.value, &other.date.value, same_words);
        };
        match timing(Some(one), Some(two)) {
            Timing::Disjoint => true,
            Timing::Adjacent | Timing::Unknown => one_text && are_two_days(one, two),
            Timing::Compatible => false,
        }
    }
}

fn are_two_days(one: &Interval, other: &Interval) -> bool {
    let at = |interval: &Interval| interval.bound == Bound::At;
    at(one) && at(other) && days_between(one, other) != 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Basis;

    /// `"Monday = XXXX-WXX-1"`, `"then = 2031-05-05 guessed"`: words, value, and the day where the value is one.
    fn period(written: &str) -> Period {
        let (words, value) = written.split_once(" = ").unwrap();
        let (value, doubt) = value.split_once(' ').unwrap_or((value, ""));
        let day = value.parse().ok().map(|day| Interval {
            sure: !doubt.contains("guessed"),
            bound: if doubt.contains("since") { Bound::Since } else { Bound::At },
            basis: if doubt.contains("counted") { Basis::Anchor } else { Basis::Absolute },
            ..Interval::day(day)
        });
        let kind = if value.starts_with('P') { DateKind::Duration } else { DateKind::Date };
        let date = DateRead { span: Span::new(0, 0), kind, value: value.to_owned(), interval: day };
        Period { date, words: words.to_owned() }
    }

    #[test]
    fn periods_are_apart_where_no_doubt_is_left() {
        // In one text, in two.
        let cases = [
            ("one = 2031-05-05", "two = 2031-05-07", [true, true]),
            ("one = 2031-05-05", "two = 2031-05-05", [false, false]),
            ("one = 2031-05-05 guessed", "two = 2031-05-07", [true, false]),
            ("one = 2031-05-05 guessed", "two = 2031-05-07 guessed", [true, false]),
            ("one = 2031-05-05 guessed", "two = 2031-05-05", [false, false]),
            ("one = 2031-05-05 guessed since", "two = 2031-05-01", [false, false]),
            ("one = 2031-05-05", "two = 2031-05-01 guessed since", [false, false]),
            ("one = 2031-05-05 counted", "two = 2031-05-06", [true, false]),
            ("Monday = XXXX-WXX-1", "Tuesday = XXXX-WXX-2", [true, true]),
            ("last year = XXXX", "this year = XXXX", [true, false]),
            ("last year = XXXX", "Last Year = XXXX", [false, false]),
            ("now = PRESENT_REF", "Monday = XXXX-WXX-1", [false, false]),
            ("two days = P2D", "three days = P3D", [false, false]),
        ];
        for (one, other, apart) in cases {
            let told = |one_text| other_periods(&[period(one)], &[period(other)], one_text).is_some();
            assert_eq!([told(true), told(false)], apart, "{one} / {other}");
        }
    }
}
