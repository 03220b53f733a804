//! `sayso explain`.

use super::args::{ExplainArgs, ReportFormat};
use super::packs;
use super::reply::{Failure, Reply};
use crate::pack::{RuleSource, is_rule_file};
use crate::report::{Look, explain_json, explain_page};
use crate::text::meant;
use std::fs;
use std::path::PathBuf;

pub(super) fn run(args: &ExplainArgs, look: Look) -> Result<Reply, Failure> {
    let rules = packs::filed_rules_of(&args.config, &with_own_file(args), look)?;
    let asked = rules.iter().find(|known| known.rule.id == args.rule);
    let filed = asked.ok_or_else(|| {
        let known = rules.iter().map(|filed| filed.rule.id.clone()).chain(lying_here(&args.rule));
        unknown(&args.rule, &known.collect::<Vec<_>>())
    })?;
    let (rule, conditions) = (&filed.rule, filed.conditions());
    let reply = match args.format {
        ReportFormat::Human => Reply::printed(explain_page(rule, &conditions, look.columns)),
        ReportFormat::Json => Reply::verbatim(explain_json(rule, &conditions)),
    };
    let replaced = packs::replaces(&filed.source).filter(|_| filed.is_own);
    Ok(Reply { err: replaced.unwrap_or_default(), ..reply })
}

/// A pack that lies here needs not be named: the id of its rule is the path.
fn with_own_file(args: &ExplainArgs) -> Vec<PathBuf> {
    let own = PathBuf::from(format!("{}.toml", args.rule));
    args.rules.iter().cloned().chain(own.is_file().then_some(own)).collect()
}

/// Where the rules are that could have been meant.
const LISTED: &str = "`sayso rules` lists all rules; those of your own are given with `--rules FOLDER`";

/// The ids of the rules in a folder here that is called like the pack asked for.
fn lying_here(asked: &str) -> impl Iterator<Item = String> {
    let pack = asked.split('/').next().unwrap_or_default();
    let files = fs::read_dir(pack).into_iter().flatten().flatten().map(|file| file.path());
    let files = files.filter(|file| file.is_file()).map(|file| file.to_string_lossy().into_owned());
    files.filter(|path| is_rule_file(path)).map(|path| RuleSource { path, text: String::new() }.id())
}

/// A rule may be asked for without its pack, or with a slip of the pen.
fn unknown(asked: &str, known: &[String]) -> Failure {
    let ids = || known.iter().map(String::as_str);
    let bare = |id: &'_ str| id.rsplit('/').next().map(str::to_owned).unwrap_or_default();
    let bares: Vec<String> = ids().map(bare).collect();
    let by_bare = meant(asked, bares.iter().map(String::as_str));
    let full = by_bare.and_then(|near| ids().find(|id| bare(id) == near));
    let near = full.or_else(|| meant(asked, ids()));
    let remedy = match (near, meant(asked, ids().filter_map(|id| id.split_once('/')).map(|(pack, _)| pack))) {
        (Some(id), _) => format!("did you mean `{id}`?"),
        (None, Some(pack)) => format!("did you mean one of the pack `{pack}`? {LISTED}"),
        (None, None) => LISTED.to_owned(),
    };
    Failure::new(&format!("there is no rule `{asked}`; {remedy}"))
}
