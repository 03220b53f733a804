//! What can be wrong with an actors file, where, and what to do about it.

use super::read::Person;
use crate::text::{Fault, Span, did_you_mean};
use std::collections::BTreeSet;
use std::ops::Range;

/// The parser's own fault, with a remedy where it is plain.
pub(super) fn of_form(error: &toml::de::Error) -> Fault {
    let span = error.span().map_or(Span::new(0, 0), |range| Span::new(range.start, range.end));
    let message = error.message();
    let (title, label) = message.split_once(", ").unwrap_or((message, "not understood here"));
    let fault = Fault::new(span, title, label);
    match remedy(message) {
        Some(help) => fault.with_help(help),
        None => fault,
    }
}

fn remedy(message: &str) -> Option<String> {
    if message.starts_with("unknown field") {
        return Some(nearest_in(message));
    }
    if let Some((_, choices)) =
        message.strip_prefix("unknown variant").and_then(|rest| rest.split_once("expected "))
    {
        return Some(format!("write {choices}"));
    }
    if let Some(field) = message.strip_prefix("missing field ") {
        return Some(format!("add {field} to this entry"));
    }
    let day = message.contains("a TOML datetime") || message.contains("expected a day");
    day.then(|| "write the day as in `from = 2022-01-27`, without quotation marks".to_owned())
}

/// The closest of the words in backquotes to the first of them, else all of them.
fn nearest_in(message: &str) -> String {
    let mut quoted = message.split('`').skip(1).step_by(2);
    let written = quoted.next().unwrap_or_default();
    let known: Vec<&str> = quoted.collect();
    did_you_mean(written, known.iter().copied(), format!("known here: {}", known.join(", ")))
}

/// Entries without a name, or with the name of an earlier one.
pub(super) fn of_names<'f>(entries: impl Iterator<Item = (Range<usize>, &'f str)>) -> Vec<Fault> {
    let mut known = BTreeSet::new();
    let fault = |(place, name): (Range<usize>, &'f str)| {
        let span = Span::new(place.start, place.end);
        if name.trim().is_empty() {
            let fault = Fault::new(span, "an actor without a name", "expected a name here");
            return Some(fault.with_help("give the name that reports shall use"));
        }
        let fault = Fault::new(span, format!("`{name}` is listed twice"), "the second entry of this name");
        (!known.insert(name)).then(|| fault.with_help("join the two entries"))
    };
    entries.filter_map(fault).collect()
}

/// Offices that end before they begin.
pub(super) fn of_offices(place: Range<usize>, person: &Person) -> Vec<Fault> {
    let reversed =
        person.role.iter().filter(|office| office.from.zip(office.to).is_some_and(|(from, to)| to <= from));
    let fault = reversed.map(|office| {
        let title = format!("{} is {} until a day before the first", person.name, office.title);
        Fault::new(Span::new(place.start, place.end), title, "`to` is not after `from`")
            .with_help("`from` is the first day, `to` the day after the last")
    });
    fault.collect()
}
