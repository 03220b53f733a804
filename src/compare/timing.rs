//! How far apart two claims were made.

use crate::claim::{Grain, Interval};

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
