//! `sayso relate`.

use super::args::RelateArgs;
use super::input::standard_input;
use super::reply::{Failure, Reply};
use crate::check::{Kit, Side, relate};
use crate::record::files::open;
use crate::report::relation_line;
use chrono::NaiveDate;
use serde::Deserialize;

/// A line of the input. Other keys are passed over.
#[derive(Debug, Deserialize)]
struct Pair {
    id: String,
    a: String,
    b: String,
    speaker_a: Option<String>,
    speaker_b: Option<String>,
    date_a: Option<NaiveDate>,
    date_b: Option<NaiveDate>,
}

pub(super) fn run(args: &RelateArgs) -> Result<Reply, Failure> {
    let piped = args.pairs.as_os_str() == "-";
    let source = if piped { standard_input("<stdin>")? } else { open(&args.pairs)? };
    let kit = Kit::builtin();
    let lines = source.text().lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let answers = lines.map(|(index, line)| {
        let pair: Pair =
            serde_json::from_str(line).map_err(|error| fault(source.name(), index + 1, &error))?;
        Ok(answer(&pair, &kit))
    });
    answers.collect::<Result<String, Failure>>().map(Reply::printed)
}

fn answer(pair: &Pair, kit: &Kit) -> String {
    let a = Side { text: &pair.a, speaker: pair.speaker_a.as_deref(), date: pair.date_a };
    let b = Side { text: &pair.b, speaker: pair.speaker_b.as_deref(), date: pair.date_b };
    relation_line(&pair.id, &relate(&a, &b, kit))
}

fn fault(name: &str, line: usize, error: &serde_json::Error) -> Failure {
    Failure::new(&format!("{name}:{line}: {error}; expected an object with the strings `id`, `a` and `b`"))
}
