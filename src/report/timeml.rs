//! Texts with their dates marked inline, as TimeML.

use super::formats::fit;
use super::shelf::Shelved;
use crate::claim::{DateKind, DateRead, Modifier};
use chrono::NaiveDate;

/// A document as TimeML: name, day of publication, and its prose with a TIMEX3 around each date.
pub fn timeml(dates: &[DateRead], shelved: Shelved, day: Option<NaiveDate>) -> String {
    let mut page = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n");
    page.push_str(&format!("<DOCID>{}</DOCID>\n", escaped(shelved.source.name())));
    if let Some(day) = day {
        let attributes =
            format!("tid=\"t0\" type=\"DATE\" value=\"{day}\" functionInDocument=\"CREATION_TIME\"");
        page.push_str(&format!("<DCT><TIMEX3 {attributes}>{day}</TIMEX3></DCT>\n"));
    }
    page.push_str(&format!("<TEXT>\n{}\n</TEXT>\n</TimeML>\n", marked(dates, shelved.prose)));
    page
}

/// The prose with its dates marked; they come in its order and do not overlap.
fn marked(dates: &[DateRead], prose: &str) -> String {
    let mut text = String::with_capacity(prose.len());
    let mut at = 0;
    for (number, date) in (1..).zip(dates) {
        text.push_str(&escaped(prose.get(at..date.span.start).unwrap_or_default()));
        text.push_str(&element(number, date, prose));
        at = date.span.end;
    }
    text + &escaped(prose.get(at..).unwrap_or_default())
}

fn element(number: usize, date: &DateRead, prose: &str) -> String {
    let kind = match date.kind {
        DateKind::Date => "DATE",
        DateKind::Time => "TIME",
        DateKind::Duration => "DURATION",
        DateKind::Set => "SET",
    };
    let modifier = date.interval.and_then(|days| days.modifier).map_or("", |modifier| match modifier {
        Modifier::Start => " mod=\"START\"",
        Modifier::Mid => " mod=\"MID\"",
        Modifier::End => " mod=\"END\"",
        Modifier::Approx => " mod=\"APPROX\"",
    });
    let (value, words) = (escaped(&date.value), escaped(date.span.slice(prose)));
    format!("<TIMEX3 tid=\"t{number}\" type=\"{kind}\" value=\"{value}\"{modifier}>{words}</TIMEX3>")
}

/// What XML cannot hold even as a reference is left out.
fn escaped(words: &str) -> String {
    let words = fit(words);
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
