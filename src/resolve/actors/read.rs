//! The format of an actors file.

use super::fault;
use crate::text::Fault;
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer};
use std::sync::Arc;
use toml::Spanned;

/// A file as written: any number of tables of each kind, in any order, each with its place.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default, deserialize_with = "day")]
    as_of: Option<NaiveDate>,
    #[serde(default)]
    state: Vec<Spanned<State>>,
    #[serde(default)]
    body: Vec<Spanned<Body>>,
    #[serde(default)]
    person: Vec<Spanned<Person>>,
    #[serde(default)]
    outlet: Vec<Spanned<Outlet>>,
}

/// A file that was read without a fault.
#[derive(Debug, Default)]
pub(super) struct File {
    pub(super) state: Vec<State>,
    pub(super) body: Vec<Body>,
    pub(super) person: Vec<Person>,
    pub(super) outlet: Vec<Outlet>,
}

/// Where an actor is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The file.
    pub file: Arc<str>,
    /// The line, from 1.
    pub line: usize,
}

impl Default for Listed {
    fn default() -> Listed {
        Listed { file: Arc::from(""), line: 0 }
    }
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
    /// Where it is listed.
    #[serde(skip)]
    pub listed: Listed,
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
    /// Where it is listed.
    #[serde(skip)]
    pub listed: Listed,
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
    /// Where it is listed.
    #[serde(skip)]
    pub listed: Listed,
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
    /// The day after the last; still held when the file was written, or unknown, where left out.
    #[serde(default, deserialize_with = "day")]
    pub to: Option<NaiveDate>,
    /// The day as of which the file that lists it was written; it tells nothing of later holders.
    #[serde(skip)]
    pub as_of: Option<NaiveDate>,
}

impl Office {
    /// Whether the office was held on `day`; never for an office whose first day is unknown.
    pub fn held_on(&self, day: NaiveDate) -> bool {
        self.from.is_some_and(|from| from <= day)
            && self.to.is_none_or(|to| day < to)
            && !self.is_open_on(day)
    }

    /// Whether the file does not tell if the office was still held on `day`: it was when the file was written.
    pub fn is_open_on(&self, day: NaiveDate) -> bool {
        self.to.is_none() && self.as_of.is_some_and(|as_of| as_of < day)
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
    /// Where it is listed.
    #[serde(skip)]
    pub listed: Listed,
}

/// Reads a file. The parser stops at the first fault of form; faults of sense are found all at once.
pub(super) fn read(name: &str, toml: &str) -> Result<File, Vec<Fault>> {
    let written: Written = toml::from_str(toml).map_err(|error| vec![fault::of_form(&error)])?;
    let mut faults = Vec::new();
    faults.extend(fault::of_names(
        written.state.iter().map(|entry| (entry.span(), entry.as_ref().name.as_str())),
    ));
    faults.extend(fault::of_names(
        written.body.iter().map(|entry| (entry.span(), entry.as_ref().name.as_str())),
    ));
    faults.extend(fault::of_names(
        written.person.iter().map(|entry| (entry.span(), entry.as_ref().name.as_str())),
    ));
    faults.extend(fault::of_names(
        written.outlet.iter().map(|entry| (entry.span(), entry.as_ref().name.as_str())),
    ));
    faults.extend(written.person.iter().flat_map(|person| fault::of_offices(person.span(), person.as_ref())));
    faults.sort_by_key(|fault| fault.span);
    if !faults.is_empty() {
        return Err(faults);
    }
    let lines = Lines::of(name, toml);
    let as_of = written.as_of;
    let person = |mut person: Person| {
        person.role.iter_mut().for_each(|office| office.as_of = as_of);
        person
    };
    Ok(File {
        state: lines.placed(written.state, |state| &mut state.listed),
        body: lines.placed(written.body, |body| &mut body.listed),
        person: lines.placed(written.person, |person| &mut person.listed).into_iter().map(person).collect(),
        outlet: lines.placed(written.outlet, |outlet| &mut outlet.listed),
    })
}

/// Where the lines of a file end.
struct Lines {
    file: Arc<str>,
    ends: Vec<usize>,
}

impl Lines {
    fn of(name: &str, toml: &str) -> Lines {
        Lines { file: Arc::from(name), ends: toml.match_indices('\n').map(|(at, _)| at).collect() }
    }

    /// The entries, each with its place in the field that `listed` gives.
    fn placed<T>(&self, entries: Vec<Spanned<T>>, listed: impl Fn(&mut T) -> &mut Listed) -> Vec<T> {
        let place = |entry: Spanned<T>| {
            let line = self.ends.partition_point(|end| *end < entry.span().start) + 1;
            let mut entry = entry.into_inner();
            *listed(&mut entry) = Listed { file: self.file.clone(), line };
            entry
        };
        entries.into_iter().map(place).collect()
    }
}

fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    let written = toml::value::Datetime::deserialize(deserializer)?;
    let date = written.date.and_then(|date| {
        NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
    });
    date.map(Some).ok_or_else(|| serde::de::Error::custom("expected a day such as 2022-01-27"))
}
