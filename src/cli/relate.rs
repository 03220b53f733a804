//! `sayso relate`: two claims, or a pair a line.

use super::args::RelateArgs;
use super::group;
use super::pairs::{Line, Pair, passed_over};
use super::records::{Records, records};
use super::reply::{Failure, Reply, deliver_each};
use crate::check::{Kit, relate};
use crate::report::{Look, relation_line};
use crate::text::visible;
use std::collections::hash_map::{DefaultHasher, Entry};
use std::collections::{BTreeSet, HashMap};
use std::hash::{Hash, Hasher};
use std::io::BufRead;
use std::path::PathBuf;
use std::process::ExitCode;

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
    let mut answers =
        Answers { path: lines.name().to_path_buf(), kit, told: BTreeSet::new(), ids: Ids::default() };
    deliver_each(lines.map(|line| match line {
        Ok((number, line)) => answers.to(number, &line),
        Err(failure) => failure.into_reply(),
    }))
}

struct Answers<'k> {
    path: PathBuf,
    kit: &'k Kit,
    /// Keys that were told to mean nothing.
    told: BTreeSet<String>,
    ids: Ids,
}

impl Answers<'_> {
    fn to(&mut self, number: u64, line: &[u8]) -> Reply {
        let Line { pair, strange } = Line::read(line);
        let mut warnings: Vec<String> = strange
            .into_iter()
            .filter(|key| self.told.insert(key.clone()))
            .map(|key| passed_over(&key))
            .collect();
        let answered = pair.map_err(|wrong| {
            let column = wrong.column.map(|column| format!(":{column}")).unwrap_or_default();
            self.fault(&format!("{number}{column}"), &wrong.what, &wrong.help)
        });
        let mut reply = Reply::from(answered.and_then(|pair| {
            warnings.extend(self.ids.again(&pair, number));
            match pair.without_words() {
                Some(side) => Err(self.fault(
                    &number.to_string(),
                    &format!("`{side}` is empty"),
                    "give the words of a claim",
                )),
                None => Ok(answer(&pair, self.kit)),
            }
        }));
        for warning in warnings {
            let warning = format!("{}:{number}: {warning}", self.path.display());
            reply.err.push_str(&format!("warning: {}\n", visible(&warning)));
        }
        reply
    }

    fn fault(&self, place: &str, what: &str, help: &str) -> Failure {
        Failure::new(&format!("{}:{place}: {what}; passed over: {help}", self.path.display()))
    }
}

/// The ids of pairs that have been answered: their hashes, for there may be millions.
#[derive(Default)]
struct Ids {
    /// The line of each.
    lines: HashMap<u64, u64>,
    told: bool,
}

impl Ids {
    /// That an answer cannot be told by its id, the first time that it is so.
    fn again(&mut self, pair: &Pair, number: u64) -> Option<String> {
        let mut hasher = DefaultHasher::new();
        pair.id.to_string().hash(&mut hasher);
        match self.lines.entry(hasher.finish()) {
            Entry::Vacant(new) => {
                new.insert(number);
                None
            }
            Entry::Occupied(_) if self.told || pair.id.is_null() => None,
            Entry::Occupied(first) => {
                self.told = true;
                let (id, line) = (&pair.id, first.get());
                Some(format!(
                    "`id` {id} stands in line {line}, too, and other ids may be given twice; give each pair its own to tell the answers apart"
                ))
            }
        }
    }
}

fn answer(pair: &Pair, kit: &Kit) -> String {
    let (a, b) = pair.sides();
    relation_line(&pair.id, &relate(&a, &b, kit))
}
