//! `sayso explain`.

use super::args::{ExplainArgs, ReportFormat};
use super::packs;
use super::reply::{Failure, Reply};
use crate::pack::Rule;
use crate::report::{Look, explain_json, explain_page};

pub(super) fn run(args: &ExplainArgs, look: Look) -> Result<Reply, Failure> {
    let rules = packs::rules(&args.rules, look)?;
    let rule = rules.iter().find(|rule| rule.id == args.rule).ok_or_else(|| unknown(&args.rule, &rules))?;
    Ok(Reply::printed(match args.format {
        ReportFormat::Human => explain_page(rule, look.columns),
        ReportFormat::Json => explain_json(rule),
    }))
}

/// A rule may be asked for without its pack, or with a slip of the pen.
fn unknown(asked: &str, rules: &[Rule]) -> Failure {
    let distance = |rule: &&Rule| {
        let bare = rule.id.rsplit('/').next().unwrap_or_default();
        strsim::damerau_levenshtein(&rule.id, asked).min(strsim::damerau_levenshtein(bare, asked))
    };
    let near = rules.iter().min_by_key(distance).filter(|rule| distance(rule) <= asked.len() / 3);
    let remedy = match near {
        Some(rule) => format!("did you mean `{}`?", rule.id),
        None => "`sayso rules` lists all rules".to_owned(),
    };
    Failure::new(&format!("there is no rule `{asked}`; {remedy}"))
}
