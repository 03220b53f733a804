//! Names of months and weekdays.

use chrono::{Month, Weekday};

/// The number of a month, 1 to 12, by its name or its abbreviation, in any case of letters, a full stop aside.
pub fn month(word: &str) -> Option<u32> {
    let name = word.trim_end_matches('.');
    let name = if name.eq_ignore_ascii_case("sept") { "sep" } else { name };
    name.parse::<Month>().ok().map(|month| month.number_from_month())
}

/// Whether `word` is the full name of a day of the week, in any case of letters.
pub fn is_weekday(word: &str) -> bool {
    word.len() > "mon.".len() && word.parse::<Weekday>().is_ok()
}
