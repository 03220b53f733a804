//! The format of an actors file, and its faults.

use crate::text::{Fault, Span};
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer};

/// A file as written: any number of tables of each kind, in any order.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    #[serde(default)]
    pub(super) state: Vec<State>,
    #[serde(default)]
    pub(super) body: Vec<Body>,
    #[serde(default)]
    pub(super) person: Vec<Person>,
    #[serde(default)]
    pub(super) outlet: Vec<Outlet>,
}

/// A state of the world.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    /// The name used in reports.
    pub name: String,
    /// It takes "the" inside a sentence.
    #[serde(default)]
    pub article: bool,
    /// The name is also a person's or another place's: taken only where the text confirms it.
    #[serde(default)]
    pub shared: bool,
    /// Other names and abbreviations.
    #[serde(default)]
    pub names: Vec<String>,
    /// Adjectives, most of which also name one of the people.
    #[serde(default)]
    pub adjective: Vec<String>,
    /// The people, in the plural.
    #[serde(default)]
    pub people: Vec<String>,
    /// The seat of government in all its spellings.
    #[serde(default)]
    pub capital: Vec<String>,
    /// Capitals whose name is shared with other places.
    #[serde(default)]
    pub place: Vec<String>,
    /// Seats of power that speak in their own name, each with its spellings, the reported one first.
    #[serde(default)]
    pub seats: Vec<Vec<String>>,
}

/// A body that speaks in its own name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// The name used in reports.
    pub name: String,
    /// Other names and abbreviations.
    #[serde(default)]
    pub names: Vec<String>,
    /// The state or body it stands for.
    pub side: Option<String>,
    /// What a text calls it once it has been named ("the alliance").
    #[serde(default)]
    pub kinds: Vec<String>,
}

/// Grammatical gender, as pronouns show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Gender {
    /// She, her.
    #[serde(rename = "f")]
    Female,
    /// He, his.
    #[serde(rename = "m")]
    Male,
}

/// A person in public life.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The name used in reports.
    pub name: String,
    /// Other spellings of the full name.
    #[serde(default)]
    pub names: Vec<String>,
    /// What is enough to name this person where the text gives no more.
    #[serde(default)]
    pub short: Vec<String>,
    /// Which pronouns refer to the person.
    pub gender: Option<Gender>,
    /// The state or body the person stands for.
    pub side: Option<String>,
    /// Offices held, in any order.
    #[serde(default)]
    pub role: Vec<Office>,
}

/// An office and when it was held.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// "president", "foreign minister".
    pub title: String,
    /// The state or body.
    pub of: String,
    /// First day; unknown where left out.
    #[serde(default, deserialize_with = "day")]
    pub from: Option<NaiveDate>,
    /// The day after the last; still held, or unknown, where left out.
    #[serde(default, deserialize_with = "day")]
    pub to: Option<NaiveDate>,
}

impl Office {
    /// Whether the office was held on `day`; never for an office whose first day is unknown.
    pub fn held_on(&self, day: NaiveDate) -> bool {
        self.from.is_some_and(|from| from <= day) && self.to.is_none_or(|to| day < to)
    }

    /// "foreign minister of Russia"; bodies stand before the title: "White House press secretary".
    pub fn describe(&self, of_state: Option<&State>) -> String {
        match of_state {
            Some(state) if state.article => format!("{} of the {}", self.title, self.of),
            Some(_) => format!("{} of {}", self.title, self.of),
            None => format!("{} {}", self.of, self.title),
        }
    }
}

/// A news organisation or programme.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outlet {
    /// The name used in reports.
    pub name: String,
    /// Other names and abbreviations.
    #[serde(default)]
    pub names: Vec<String>,
    /// The name is also an ordinary phrase: taken only where it is plainly a name.
    #[serde(default)]
    pub shared: bool,
}

/// Reads a file; all faults at once would need a second parser, so there is at most one of form.
pub(super) fn read(toml: &str) -> Result<File, Vec<Fault>> {
    let file: File = toml::from_str(toml).map_err(|error| vec![fault(&error)])?;
    let faults = nameless(&file, toml);
    if faults.is_empty() { Ok(file) } else { Err(faults) }
}

fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    let written = toml::value::Datetime::deserialize(deserializer)?;
    let date = written.date.and_then(|date| {
        NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
    });
    date.map(Some).ok_or_else(|| serde::de::Error::custom("expected a day such as 2022-01-27"))
}

/// `unknown field …` with the closest of the fields that are known.
fn fault(error: &toml::de::Error) -> Fault {
    let span = error.span().map_or(Span::new(0, 0), |range| Span::new(range.start, range.end));
    let message = error.message();
    let (title, label) = message.split_once(", ").unwrap_or((message, "not understood here"));
    let fault = Fault::new(span, title, label);
    match did_you_mean(message) {
        Some(field) => fault.with_help(format!("did you mean `{field}`?")),
        None => fault,
    }
}

/// The closest of the words in backquotes to the first of them.
fn did_you_mean(message: &str) -> Option<&str> {
    let mut quoted = message.split('`').skip(1).step_by(2);
    let written = quoted.next().filter(|_| message.starts_with("unknown"))?;
    let best = quoted.max_by(|a, b| likeness(written, a).total_cmp(&likeness(written, b)))?;
    (likeness(written, best) > 0.6).then_some(best)
}

fn likeness(a: &str, b: &str) -> f64 {
    strsim::normalized_damerau_levenshtein(a, b)
}

fn nameless(file: &File, toml: &str) -> Vec<Fault> {
    let names = file.state.iter().map(|state| &state.name);
    let names = names.chain(file.body.iter().map(|body| &body.name));
    let names = names.chain(file.person.iter().map(|person| &person.name));
    let mut names = names.chain(file.outlet.iter().map(|outlet| &outlet.name));
    if !names.any(|name| name.trim().is_empty()) {
        return Vec::new();
    }
    let at = toml.find("name = \"\"").unwrap_or(0);
    let fault = Fault::new(Span::new(at, at + 9), "an actor without a name", "expected a name here");
    vec![fault.with_help("give the name that reports shall use")]
}
