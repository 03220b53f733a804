//! `sayso relate`: two claims, or a pair a line.

use super::args::RelateArgs;
use super::group;
use super::records::{Records, records};
use super::reply::{Failure, Reply, deliver_each};
use crate::check::{Kit, Side, relate};
use crate::report::{Look, relation_line};
use crate::text::{did_you_mean, visible};
use chrono::NaiveDate;
use serde::de::{DeserializeOwned, Error, IgnoredAny};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::BufRead;
use std::path::Path;
use std::process::ExitCode;

/// A line of the input. Other keys are passed over, and told once each.
#[derive(Debug, Default, Deserialize)]
struct Pair {
    /// Given back as it is.
    id: Value,
    a: String,
    b: String,
    speaker_a: Option<String>,
    speaker_b: Option<String>,
    #[serde(default, deserialize_with = "day")]
    date_a: Option<NaiveDate>,
    #[serde(default, deserialize_with = "day")]
    date_b: Option<NaiveDate>,
}

/// A day, told by its letters where it is none.
fn day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
    let written = Option::<String>::deserialize(from)?;
    let read = |day: &String| day.parse().map_err(|_| D::Error::custom(format!("`{day}` is no day")));
    written.as_ref().map(read).transpose()
}

/// The keys of a line.
const KEYS: [&str; 7] = ["id", "a", "b", "speaker_a", "speaker_b", "date_a", "date_b"];

/// Answers as it reads: however many pairs there are, one is held in memory.
pub(super) fn run(args: &RelateArgs, look: Look) -> ExitCode {
    if let Some(path) = &args.group {
        return group::run(path, args, look);
    }
    let mut kit = Kit::builtin();
    kit.likelihood = args.scale.unwrap_or(kit.likelihood);
    match &args.pairs {
        None => of_args(&Pair::of_args(args), &kit).deliver(),
        Some(path) => match records(path) {
            Ok(lines) => each(lines, &kit),
            Err(failure) => failure.into_reply().deliver(),
        },
    }
}

fn of_args(pair: &Pair, kit: &Kit) -> Reply {
    match pair.without_words() {
        Some(side) => {
            let which = if side == "a" { "first" } else { "second" };
            Failure::new(&format!("the {which} claim is empty: expected its words")).into_reply()
        }
        None => Reply::verbatim(answer(pair, kit)),
    }
}

/// An answer for each line that can be read; of the others a message tells where they stand and what they want.
fn each(lines: Records<impl BufRead>, kit: &Kit) -> ExitCode {
    let path = lines.name().to_path_buf();
    let mut strange = BTreeSet::new();
    deliver_each(lines.map(|line| match line {
        Ok((number, line)) => {
            let mut reply = answered(&line, &path, number, kit);
            for key in strange_keys(&line).into_iter().filter(|key| strange.insert(key.clone())) {
                reply.err.push_str(&passed_over(&path, number, &key));
            }
            reply
        }
        Err(failure) => failure.into_reply(),
    }))
}

fn answered(line: &[u8], path: &Path, number: u64, kit: &Kit) -> Reply {
    let pair = read::<Pair>(line).map_err(|error| fault(path, number, &error));
    Reply::from(pair.and_then(|pair| match pair.without_words() {
        Some(side) => Err(empty(path, number, side)),
        None => Ok(answer(&pair, kit)),
    }))
}

/// Keys that mean nothing here.
fn strange_keys(line: &[u8]) -> Vec<String> {
    let keys: BTreeMap<String, IgnoredAny> = read(line).unwrap_or_default();
    keys.into_keys().filter(|key| !KEYS.contains(&key.as_str())).collect()
}

/// Slips are told; data of one's own may stand in a line as well.
fn passed_over(path: &Path, number: u64, key: &str) -> String {
    let known = format!("the keys are {}", KEYS.join(", "));
    let remedy = did_you_mean(key, KEYS, known);
    let told =
        format!("{}:{number}: `{key}` is passed over here and in other lines; {remedy}", path.display());
    format!("warning: {}\n", visible(&told))
}

/// A byte order mark may stand before the first line.
fn read<T: DeserializeOwned>(line: &[u8]) -> serde_json::Result<T> {
    serde_json::from_slice(line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line))
}

fn answer(pair: &Pair, kit: &Kit) -> String {
    let a = Side { text: &pair.a, speaker: pair.speaker_a.as_deref(), date: pair.date_a };
    let b = Side { text: &pair.b, speaker: pair.speaker_b.as_deref(), date: pair.date_b };
    relation_line(&pair.id, &relate(&a, &b, kit))
}

fn empty(path: &Path, number: u64, side: &str) -> Failure {
    Failure::new(&format!(
        "{}:{number}: `{side}` is empty; passed over: expected the words of a claim",
        path.display()
    ))
}

fn fault(path: &Path, line: u64, error: &serde_json::Error) -> Failure {
    let told = error.to_string();
    let what = told.split(" at line ").next().unwrap_or(&told);
    let what = if what.contains("Pair") { "this is no object" } else { what };
    Failure::new(&format!(
        "{}:{line}:{}: {what}; passed over: expected an object with `id`, the strings `a` and `b`, and days as in 2022-01-26",
        path.display(),
        error.column()
    ))
}

impl Pair {
    /// The side that says nothing, if one does.
    fn without_words(&self) -> Option<&'static str> {
        let is_empty = |text: &str| !text.contains(char::is_alphanumeric);
        if is_empty(&self.a) { Some("a") } else { is_empty(&self.b).then_some("b") }
    }

    fn of_args(args: &RelateArgs) -> Pair {
        Pair {
            id: Value::Null,
            a: args.a.clone().unwrap_or_default(),
            b: args.b.clone().unwrap_or_default(),
            speaker_a: args.speaker_a.clone(),
            speaker_b: args.speaker_b.clone(),
            date_a: args.date_a,
            date_b: args.date_b,
        }
    }
}
