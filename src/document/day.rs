//! Days written out in full, as they stand in datelines. Everything else about dates is the grammar's.

use crate::text::form::month;
use chrono::NaiveDate;

/// A day read from words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WrittenDay {
    pub(super) year: Option<i32>,
    pub(super) month: u32,
    pub(super) day: u32,
}

impl WrittenDay {
    /// The calendar day, where the year is given and the day exists.
    pub(super) fn date(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month, self.day)
    }
}

/// Reads the whole of `words` as a day.
///
/// Commas and full stops between the parts are free; the month may be abbreviated.
///
/// `day = month number [ year ] | number month [ year ] | year "-" number "-" number`
pub(super) fn read_day(words: &str) -> Option<WrittenDay> {
    let separators = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | '-' | '/');
    let parts: Vec<&str> = words.split(separators).filter(|part| !part.is_empty()).collect();
    let (month, day, year) = match parts.as_slice() {
        [first, second, rest @ ..] if month(first).is_some() => (month(first)?, number(second)?, rest),
        [first, second, rest @ ..] if month(second).is_some() => (month(second)?, number(first)?, rest),
        [year, month, day] => (number(month)?, number(day)?, std::slice::from_ref(year)),
        _ => return None,
    };
    let year = match year {
        [] => None,
        [year] if year.len() == 4 => Some(year.parse().ok()?),
        _ => return None,
    };
    let exists = NaiveDate::from_ymd_opt(year.unwrap_or(2000), month, day).is_some();
    exists.then_some(WrittenDay { year, month, day })
}

/// Whether `word` is the name of a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    word.parse::<chrono::Weekday>().is_ok() && word.len() > 2
}

fn number(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if digits.len() > 2 { None } else { digits.parse().ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(words: &str) -> Option<(Option<i32>, u32, u32)> {
        read_day(words).map(|day| (day.year, day.month, day.day))
    }

    #[test]
    fn days_in_the_usual_orders() {
        assert_eq!(shown("Jan. 29"), Some((None, 1, 29)));
        assert_eq!(shown("12 March 2020"), Some((Some(2020), 3, 12)));
        assert_eq!(shown("Sept. 3, 2021"), Some((Some(2021), 9, 3)));
        assert_eq!(shown("2022/01/29"), Some((Some(2022), 1, 29)));
        assert_eq!(shown("Feb. 30"), None);
        assert_eq!(shown("Jan. 29 again"), None);
        assert_eq!(shown("Pa. 5"), None);
    }
}
