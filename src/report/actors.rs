//! What the actors files know of a name.

use crate::resolve::actors::{Actors, Held, Meaning};
use chrono::NaiveDate;

/// A paragraph for each thing that the name stands for; empty where it stands for none.
pub fn actor_page(name: &str, day: Option<NaiveDate>, actors: &Actors) -> String {
    let meanings = actors.meanings(name, day);
    let paragraphs: Vec<String> = meanings.iter().map(|meaning| paragraph(meaning, day)).collect();
    paragraphs.join("\n")
}

fn paragraph(meaning: &Meaning, day: Option<NaiveDate>) -> String {
    let mut lines = vec![format!("{} ({})", meaning.name, meaning.why)];
    let mut line = |label: &str, value: &str| lines.push(format!("  {label:<11} {value}"));
    if let Some(side) = meaning.side.as_ref().filter(|side| **side != meaning.name) {
        line("speaks for", side);
    }
    for office in &meaning.offices {
        line("office", &office_line(office, day));
    }
    if !meaning.also.is_empty() {
        line("also", &meaning.also.join(", "));
    }
    line("taken", if meaning.safe { "as a source at sight" } else { "only where the text bears it out" });
    line("listed in", &format!("{}:{}", meaning.listed.file, meaning.listed.line));
    lines.join("\n") + "\n"
}

fn office_line(office: &Held, day: Option<NaiveDate>) -> String {
    let from = office.from.map(|day| format!(", from {day}")).unwrap_or_default();
    let to = office.to.and_then(|to| to.pred_opt()).map(|day| format!(", to {day}")).unwrap_or_default();
    let held = day.filter(|_| office.on_the_day).map(|day| format!("; held on {day}")).unwrap_or_default();
    let known = office.known_until.map(|day| format!(", known until {day}")).unwrap_or_default();
    format!("{}{from}{to}{known}{held}", office.role)
}
