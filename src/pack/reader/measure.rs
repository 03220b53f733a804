//! Lengths of time and percentages in rule files.

use crate::text::{Fault, Span};

/// "30 days", "2 weeks", "6 months", "1 year".
pub(super) fn days(words: &str) -> Result<i64, Fault> {
    let fault = || {
        Fault::new(
            Span::new(0, words.len()),
            format!("`{words}` is no length of time"),
            "expected a number and days, weeks, months or years",
        )
        .with_help("for instance `within = \"30 days\"`")
    };
    let (number, unit) = words.trim().split_once(' ').ok_or_else(fault)?;
    let number: i64 = number.parse().ok().filter(|number| (0..100_000).contains(number)).ok_or_else(fault)?;
    match unit.trim().trim_end_matches('s') {
        "day" => Ok(number),
        "week" => Ok(number * 7),
        "month" => Ok(number * 31),
        "year" => Ok(number * 366),
        _ => Err(fault()),
    }
}

/// "5%".
pub(super) fn percent(words: &str) -> Result<f64, Fault> {
    let number = words.trim().strip_suffix('%').and_then(|number| number.trim().parse::<f64>().ok());
    number.filter(|number| (0.0..=100.0).contains(number)).ok_or_else(|| {
        Fault::new(
            Span::new(0, words.len()),
            format!("`{words}` is no percentage"),
            "expected a number from 0 to 100 and `%`",
        )
        .with_help("for instance `tolerance = \"5%\"`")
    })
}
