//! `sayso relate`: two claims, or a pair a line.

use super::args::RelateArgs;
use super::group;
use super::reply::{Failure, Reply, deliver_each};
use crate::check::{Kit, Side, relate};
use crate::record::Io;
use crate::report::{Look, relation_line};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::Value;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::process::ExitCode;

/// A line of the input. Other keys are passed over.
#[derive(Debug, Default, Deserialize)]
struct Pair {
    /// Given back as it is.
    id: Value,
    a: String,
    b: String,
    speaker_a: Option<String>,
    speaker_b: Option<String>,
    date_a: Option<NaiveDate>,
    date_b: Option<NaiveDate>,
}

/// Answers as it reads: however many pairs there are, one is held in memory.
pub(super) fn run(args: &RelateArgs, look: Look) -> ExitCode {
    if let Some(path) = &args.group {
        return group::run(path, args, look);
    }
    let mut kit = Kit::builtin();
    kit.likelihood = args.scale.unwrap_or(kit.likelihood);
    match &args.pairs {
        None => of_args(&Pair::of_args(args), &kit).deliver(),
        Some(path) if path.as_os_str() == "-" => each(Path::new("<stdin>"), io::stdin().lock(), &kit),
        Some(path) => match File::open(path) {
            Ok(file) => each(path, BufReader::new(file), &kit),
            Err(error) => Failure::from(Io::of(path, &error)).into_reply().deliver(),
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
fn each(path: &Path, lines: impl BufRead, kit: &Kit) -> ExitCode {
    let mut broken = false;
    let lines = lines.split(b'\n').take_while(|line| !std::mem::replace(&mut broken, line.is_err()));
    deliver_each(lines.zip(1..).filter_map(|(line, number)| match line {
        Ok(line) if line.trim_ascii().is_empty() => None,
        Ok(line) => Some(read(&line).map_err(|error| fault(path, number, &error)).and_then(|pair| {
            match pair.without_words() {
                Some(side) => Err(empty(path, number, side)),
                None => Ok(answer(&pair, kit)),
            }
        })),
        Err(error) => Some(Err(Failure::from(Io::of(path, &error)))),
    }))
}

/// A byte order mark may stand before the first line.
fn read(line: &[u8]) -> serde_json::Result<Pair> {
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
