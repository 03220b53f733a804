//! How far apart two claims were made, and whether two dates can be of one thing.

use crate::claim::{Basis, Bound, Grain, Interval};
use chrono::NaiveDate;

/// The days of the longest year.
const YEAR: i64 = 366;

/// How the dates of two claims stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// They have a day in common, as far as they tell.
    Compatible,
    /// They have none, and both are sure: this may make a conflict.
    Disjoint,
    /// They have none, but lie next to each other and one is counted from another day: worth a note, for time
    /// zones and nights move "yesterday".
    Adjacent,
    /// One is missing, or is guessed and does not fit.
    Unknown,
}

/// Holds two dates against each other. Bounds count: "since May" and "June" are compatible.
pub fn timing(a: Option<&Interval>, b: Option<&Interval>) -> Timing {
    let (Some(a), Some(b)) = (a, b) else { return Timing::Unknown };
    let ((a_from, a_to), (b_from, b_to)) = (reach(a), reach(b));
    if before(a_from, b_to) && before(b_from, a_to) {
        return Timing::Compatible;
    }
    if !a.sure || !b.sure {
        return Timing::Unknown;
    }
    let relative = a.basis != Basis::Absolute || b.basis != Basis::Absolute;
    if relative && days_between(a, b).abs() <= 1 { Timing::Adjacent } else { Timing::Disjoint }
}

/// Whether two TIMEX3 values, one of them at least with days left open, are known to be of other times: March and
/// April, Monday and Tuesday, morning and evening. Values that say as much, "this year" and "next year", are told apart
/// by `same_words`.
pub fn are_other_times(one: &str, other: &str, same_words: bool) -> bool {
    let (day, hour) = one.split_once('T').unwrap_or((one, ""));
    let (other_day, other_hour) = other.split_once('T').unwrap_or((other, ""));
    if !hour.is_empty() && !other_hour.is_empty() && hour != other_hour {
        return true;
    }
    let open = !day.contains(|c: char| c.is_ascii_digit()) && day.contains('X');
    if open && day == other_day {
        return !same_words;
    }
    let parts = day.split('-').zip(other_day.split('-'));
    let class = |part: &str| part.chars().next().filter(|c| matches!(c, 'W' | 'Q' | 'H' | 'S' | 'F'));
    let comparable = |(one, other): &(&str, &str)| one.len() == other.len() && class(one) == class(other);
    let known = |part: &str| !part.contains('X');
    parts.take_while(comparable).any(|(one, other)| known(one) && known(other) && one != other)
}

/// First day and day after the last, `None` where it is open.
fn reach(interval: &Interval) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let (from, to) = (Some(interval.from), Some(interval.to));
    match interval.bound {
        Bound::At => (from, to),
        Bound::Since => (from, None),
        Bound::After => (to, None),
        Bound::Until | Bound::By => (None, to),
        Bound::Before => (None, from),
    }
}

fn before(from: Option<NaiveDate>, to: Option<NaiveDate>) -> bool {
    from.zip(to).is_none_or(|(from, to)| from < to)
}

/// Whether a date tells enough to ask how many days lie between it and another: it is no longer than a year.
pub fn is_narrow(date: &Interval) -> bool {
    (date.to - date.from).num_days() <= YEAR
}

/// Days between two intervals: 0 where they overlap, positive where `b` is later, negative where it is earlier.
pub fn days_between(a: &Interval, b: &Interval) -> i64 {
    if b.from >= a.to {
        (b.from - a.to).num_days() + 1
    } else if a.from >= b.to {
        -((a.from - b.to).num_days() + 1)
    } else {
        0
    }
}

/// The interval as a reader wants it: `26 Jan 2022`, `January 2022`, `2022`; a guessed one with `about`.
pub fn describe_day(interval: &Interval) -> String {
    let last = interval.to.pred_opt().unwrap_or(interval.to);
    let days = match interval.grain {
        Grain::Month => interval.from.format("%B %Y").to_string(),
        Grain::Year => interval.from.format("%Y").to_string(),
        _ if last > interval.from => {
            format!("{} to {}", interval.from.format("%-d %b %Y"), last.format("%-d %b %Y"))
        }
        _ => interval.from.format("%-d %b %Y").to_string(),
    };
    if interval.sure { days } else { format!("about {days}") }
}

/// Days that lie between two dates; none where the two may be one. What has been said "since May" was said in May.
pub fn days_apart(one: &Interval, other: &Interval) -> i64 {
    days_between(one, other).abs()
}

/// How far apart two claims were said, in words.
pub fn lay_apart(days: i64) -> String {
    match days {
        0 => "said at the same time, as far as the dates tell".to_owned(),
        1 => "said one day apart".to_owned(),
        days => format!("said {days} days apart"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `"since 2022-01-26 dateline guessed"`: bound, day, basis and doubt, all but the day optional.
    fn interval(words: &str) -> Interval {
        let day = words.split(' ').find_map(|word| word.parse().ok()).unwrap();
        let has = |word: &str| words.split(' ').any(|part| part == word);
        let bounds =
            [("since", Bound::Since), ("by", Bound::By), ("before", Bound::Before), ("after", Bound::After)];
        let bound = bounds.iter().find(|(word, _)| has(word)).map_or(Bound::At, |(_, bound)| *bound);
        let basis = if has("dateline") { Basis::Dateline } else { Basis::Absolute };
        Interval { bound, basis, sure: !has("guessed"), ..Interval::day(day) }
    }

    #[test]
    fn open_dates_against_each_other() {
        let other = [
            ("XXXX-03", "XXXX-04"),
            ("XXXX-03", "2031-04"),
            ("XXXX-WXX-1", "XXXX-WXX-2"),
            ("XXXX-05-03", "XXXX-05-05"),
            ("XXXX-Q1", "XXXX-Q2"),
            ("XXXX-WXX-1TMO", "XXXX-WXX-1TEV"),
        ];
        let open = [
            ("XXXX-03", "XXXX-03-05"),
            ("XXXX-03", "XXXX-WXX-1"),
            ("XXXX-03", "2031"),
            ("XXXX-SU", "XXXX-07"),
            ("XXXX-Q1", "XXXX-SU"),
            ("XXXX-WXX-1", "XXXX-WXX-1TMO"),
            ("2031", "XXXX"),
        ];
        for (a, b) in other {
            assert!(are_other_times(a, b, true) && are_other_times(b, a, true), "{a} against {b}");
        }
        for (a, b) in open {
            assert!(!are_other_times(a, b, false) && !are_other_times(b, a, false), "{a} against {b}");
        }
        assert!(are_other_times("XXXX", "XXXX", false), "this year, next year");
        assert!(!are_other_times("XXXX", "XXXX", true), "this year, this year");
    }

    #[test]
    fn days_are_told_as_readers_want_them() {
        let long = |grain, to: &str| Interval { grain, to: to.parse().unwrap(), ..interval("2031-05-03") };
        let cases = [
            (interval("2031-05-03"), "3 May 2031"),
            (interval("2031-05-03 guessed"), "about 3 May 2031"),
            (long(Grain::Month, "2031-06-01"), "May 2031"),
            (long(Grain::Year, "2032-01-01"), "2031"),
            (long(Grain::Day, "2031-05-06"), "3 May 2031 to 5 May 2031"),
        ];
        for (day, told) in cases {
            assert_eq!(describe_day(&day), told);
        }
    }

    #[test]
    fn dates_against_each_other() {
        let cases = [
            ("2022-01-26", "2022-01-26", Timing::Compatible),
            ("2022-01-26", "2022-01-27", Timing::Disjoint),
            ("2022-01-26 dateline", "2022-01-27", Timing::Adjacent),
            ("2022-01-26 dateline", "2022-01-28", Timing::Disjoint),
            ("2022-01-26 guessed", "2022-03-01", Timing::Unknown),
            ("2022-01-26 guessed", "2022-01-26", Timing::Compatible),
            ("since 2022-01-26", "2022-03-01", Timing::Compatible),
            ("since 2022-01-26", "2021-12-01", Timing::Disjoint),
            ("by 2022-01-26", "2022-01-26", Timing::Compatible),
            ("before 2022-01-26", "2022-01-26", Timing::Disjoint),
            ("after 2022-01-26", "2022-01-26", Timing::Disjoint),
            ("after 2022-01-26", "2022-01-27", Timing::Compatible),
        ];
        for (a, b, expected) in cases {
            let (a_read, b_read) = (interval(a), interval(b));
            assert_eq!(timing(Some(&a_read), Some(&b_read)), expected, "{a} against {b}");
            assert_eq!(timing(Some(&b_read), Some(&a_read)), expected, "{b} against {a}");
            assert_eq!(timing(Some(&a_read), None), Timing::Unknown);
        }
    }
}
