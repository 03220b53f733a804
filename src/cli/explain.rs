//! `sayso explain`.

use super::args::{ExplainArgs, ReportFormat};
use super::packs;
use super::reply::{Failure, Reply};
use crate::pack::Rule;
use crate::report::{Look, explain_json, explain_page};
use crate::text::{did_you_mean, meant};
use std::path::PathBuf;

pub(super) fn run(args: &ExplainArgs, look: Look) -> Result<Reply, Failure> {
    let rules = packs::rules_of(&args.config, &with_own_file(args), look)?;
    let rule = rules.iter().find(|rule| rule.id == args.rule).ok_or_else(|| unknown(&args.rule, &rules))?;
    Ok(match args.format {
        ReportFormat::Human => Reply::printed(explain_page(rule, look.columns)),
        ReportFormat::Json => Reply::verbatim(explain_json(rule)),
    })
}

/// A pack that lies here needs not be named: the id of its rule is the path.
fn with_own_file(args: &ExplainArgs) -> Vec<PathBuf> {
    let own = PathBuf::from(format!("{}.toml", args.rule));
    args.rules.iter().cloned().chain(own.is_file().then_some(own)).collect()
}

/// A rule may be asked for without its pack, or with a slip of the pen.
fn unknown(asked: &str, rules: &[Rule]) -> Failure {
    let bare = |rule: &Rule| rule.id.rsplit('/').next().unwrap_or_default().to_owned();
    let bares: Vec<String> = rules.iter().map(bare).collect();
    let by_bare = meant(asked, bares.iter().map(String::as_str));
    let full = by_bare.and_then(|near| rules.iter().find(|rule| bare(rule) == near));
    let remedy = match full {
        Some(rule) => format!("did you mean `{}`?", rule.id),
        None => did_you_mean(asked, rules.iter().map(|rule| &*rule.id), "`sayso rules` lists all rules"),
    };
    Failure::new(&format!("there is no rule `{asked}`; {remedy}"))
}
