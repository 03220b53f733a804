//! `sayso test`.

use super::args::TestArgs;
use super::packs::{self, FiledRule};
use super::reply::{Exit, Failure, Reply};
use super::snapshot;
use super::threads::map_in_order;
use crate::check::{Kit, Outcome, Tried, try_examples, unnoticed, untried_phrases};
use crate::pack::{Mutant, Workpiece, mutants};
use crate::record::Io;
use crate::report::{Look, counted, example_outcome, example_page, surviving, untried};
use crate::text::Source;
use std::path::{Path, PathBuf};

/// What came of a rule: how many of its examples did what, and what is to be said.
#[derive(Default)]
struct Tally {
    examples: usize,
    todo: usize,
    wrong: usize,
    /// Snapshots that have something else, or are not there.
    outdated: usize,
    text: String,
    unread: Option<Io>,
}

pub(super) fn run(args: &TestArgs, look: Look) -> Result<Reply, Failure> {
    let packs::Tested { rules, needless } = packs::tested_rules(&args.paths, look)?;
    let kit = packs::kit(&args.actors, look)?;
    let results = map_in_order(&rules, args.threads.count(), |rule| test(rule, &kit, args, look));
    let mut reply = summary(&results, &snapshot::left_over(&args.paths));
    reply.err.push_str(&needless);
    reply.fail(results.into_iter().filter_map(|result| result.unread).collect());
    Ok(reply)
}

fn test(tested: &FiledRule, kit: &Kit, args: &TestArgs, look: Look) -> Tally {
    let tried = try_examples(&tested.rule, kit);
    let outcomes = tried.iter().map(Tried::outcome);
    let file = Source::new(tested.source.path.as_str(), tested.source.text.as_str());
    let texts = tried.iter().filter_map(|tried| {
        let shortfall = tried.shortfall(&tested.rule, kit);
        example_outcome(&file, tried, shortfall.as_ref(), look)
    });
    let mut result = Tally { examples: tried.len(), text: texts.collect(), ..Tally::default() };
    for outcome in outcomes {
        result.wrong += usize::from(matches!(outcome, Outcome::Wrong(_)));
        result.todo += usize::from(matches!(outcome, Outcome::Todo(_)));
    }
    if !args.paths.is_empty() {
        keep(tested, &tried, args.update, &mut result);
    }
    let is_changed = args.coverage || args.mutate;
    if is_changed && result.wrong > 0 {
        let word = "not changed, an example goes wrong as it is";
        result.text.push_str(&format!("{}: {word}\n", tested.rule.id));
    } else if is_changed {
        change(tested, &tried, kit, args, &mut result);
    }
    result
}

/// Holds what the rule finds against its snapshot, or writes that anew.
fn keep(tested: &FiledRule, tried: &[Tried], update: bool, result: &mut Tally) {
    let path = Path::new(&tested.source.path);
    let page = example_page(tried);
    if update && result.wrong > 0 {
        result.text.push_str(&format!("{}: not kept, an example goes wrong\n", tested.rule.id));
    } else if update {
        result.unread = snapshot::write(path, &page).err();
    } else {
        match snapshot::difference(path, &page) {
            Ok(None) => {}
            Ok(Some(difference)) => {
                result.outdated += 1;
                result.text.push_str(&format!("{}: {difference}", tested.rule.id));
            }
            Err(error) => result.unread = Some(error),
        }
    }
}

/// Tries whether the examples notice when something of the rule goes.
fn change(tested: &FiledRule, tried: &[Tried], kit: &Kit, args: &TestArgs, result: &mut Tally) {
    let rule = &tested.rule;
    let Some(piece) = Workpiece::of(&tested.source, tested.lender.as_ref()) else { return };
    // What stands in no example is told from the phrases themselves.
    let changed = mutants(&piece, |change| args.mutate || !change.is_of_phrase());
    let survivors = unnoticed(tried, &piece, changed, kit);
    if args.coverage {
        let phrases = untried_phrases(rule, tried, kit);
        let conditions = survivors.iter().filter(|mutant| !mutant.change.is_of_phrase()).cloned();
        let conditions: Vec<Mutant> = conditions.collect();
        result.text.extend(untried(rule, &phrases, &conditions));
    }
    if args.mutate {
        result.wrong += survivors.len();
        result.text.extend(surviving(rule, &survivors));
    }
}

fn summary(results: &[Tally], left_over: &[PathBuf]) -> Reply {
    let sum = |count: fn(&Tally) -> usize| results.iter().map(count).sum::<usize>();
    let (wrong, todo) = (sum(|result| result.wrong) + left_over.len(), sum(|result| result.todo));
    let rules = counted(results.len(), "rule");
    let examples = counted(sum(|result| result.examples), "example");
    let todo = if todo == 0 { String::new() } else { format!(", {todo} to be done") };
    let outdated = sum(|result| result.outdated);
    let mut verdict =
        if wrong == 0 { "all as expected".to_owned() } else { format!("{wrong} not as expected") };
    if outdated > 0 {
        verdict.push_str(&format!(", {} to be kept anew with `--update`", counted(outdated, "snapshot")));
    }
    let mut shown: String = results.iter().map(|result| result.text.as_str()).collect();
    for path in left_over {
        shown.push_str(&format!("{}: a snapshot of no rule; delete it\n", path.display()));
    }
    let exit = if wrong + outdated == 0 { Exit::Clean } else { Exit::Findings };
    Reply { out: format!("{shown}{rules}, {examples}{todo}: {verdict}\n"), exit, ..Reply::default() }
}
