//! `sayso rules`.

use super::args::{ReportFormat, RulesArgs};
use super::packs;
use super::reply::{Failure, Reply};
use crate::report::{Look, rule_table, rules_json};

pub(super) fn run(args: &RulesArgs, look: Look) -> Result<Reply, Failure> {
    let rules = packs::rules_of(&args.config, &args.rules, look)?;
    Ok(match args.format {
        ReportFormat::Human => Reply::printed(rule_table(&rules, look.columns)),
        ReportFormat::Json => Reply::verbatim(rules_json(&rules)),
    })
}
