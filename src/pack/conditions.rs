//! What a rule looks for, as its file says it.

use super::RuleSource;
use toml::Table;

/// What a page of a rule says in words anyway, or shows as its examples.
const TOLD: [&str; 10] =
    ["id", "title", "severity", "confidence", "why", "norms", "message", "help", "flags", "allows"];

/// What a rule may have from another.
const LENT: [&str; 2] = ["topic", "scale"];

/// The tables of a rule file that say what it looks for, with those that it borrows from `lender`; empty where the file
/// is no TOML.
pub fn conditions(source: &RuleSource, lender: Option<&RuleSource>) -> Table {
    let read = |source: &RuleSource| toml::from_str::<Table>(&source.text).unwrap_or_default();
    let mut own = read(source);
    let lent = lender.map(read).unwrap_or_default();
    for (key, value) in lent.into_iter().filter(|(key, _)| LENT.contains(&key.as_str())) {
        own.entry(key).or_insert(value);
    }
    own.into_iter().filter(|(key, _)| !TOLD.contains(&key.as_str())).collect()
}
