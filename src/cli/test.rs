//! `sayso test`.

use super::args::TestArgs;
use super::packs;
use super::reply::{Exit, Failure, Reply};
use super::threads::map_in_order;
use crate::check::{DRAFT, Expected, Tried, try_examples};
use crate::pack::Rule;
use crate::report::{Look, Shelf, counted};

/// How many examples were tried, and what is to be said of those that went wrong.
struct Outcome {
    tried: usize,
    wrong: Vec<String>,
}

pub(super) fn run(args: &TestArgs, look: Look) -> Result<Reply, Failure> {
    let rules = match args.paths.as_slice() {
        [] => packs::rules(&[], look)?,
        paths => packs::only_rules(paths, look)?,
    };
    let kit = packs::kit(&args.actors, look)?;
    let outcomes = map_in_order(&rules, args.threads.count(), |rule| {
        let tried = try_examples(rule, &kit);
        let wrong = tried.iter().filter(|tried| !tried.is_right()).map(|tried| describe(rule, tried, look));
        Outcome { tried: tried.len(), wrong: wrong.collect() }
    });
    Ok(summary(&outcomes))
}

fn summary(outcomes: &[Outcome]) -> Reply {
    let tried = outcomes.iter().map(|outcome| outcome.tried).sum();
    let wrong: usize = outcomes.iter().map(|outcome| outcome.wrong.len()).sum();
    let shown: String =
        outcomes.iter().flat_map(|outcome| outcome.wrong.iter().map(String::as_str)).collect();
    let verdict = if wrong == 0 { "all as expected".to_owned() } else { format!("{wrong} not as expected") };
    let (rules, examples) = (counted(outcomes.len(), "rule"), counted(tried, "example"));
    let exit = if wrong == 0 { Exit::Clean } else { Exit::Findings };
    Reply { out: format!("{shown}{rules}, {examples}: {verdict}\n"), exit, ..Reply::default() }
}

/// Which example, and what the rule found in it against all expectation.
fn describe(rule: &Rule, tried: &Tried, look: Look) -> String {
    let (kind, what) = match tried.expected {
        Expected::Flags => ("flags", "finds nothing"),
        Expected::Allows => ("allows", "finds"),
    };
    let shelf = Shelf::of(DRAFT, &tried.draft).with_record(&tried.record);
    let found: String = tried.findings.iter().map(|finding| look.finding(finding, &shelf)).collect();
    format!("{}: example {} of `{kind}`: {what}\n{found}\n", rule.id, tried.number)
}
