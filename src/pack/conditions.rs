//! What a rule looks for, as its file says it.

use super::RuleSource;
use serde::Serialize;
use toml::Table;

/// What a page of a rule says in words anyway, or shows as its examples.
const TOLD: [&str; 10] =
    ["id", "title", "severity", "confidence", "why", "norms", "message", "help", "flags", "allows"];

/// What a rule may have from another.
const LENT: [&str; 2] = ["topic", "scale"];

/// The tables of a rule file that say what it looks for.
#[derive(Clone, Debug, Serialize)]
pub struct Conditions(Table);

impl Conditions {
    /// Those of a file, with those that it borrows from `lender`; none where it is no TOML.
    pub fn of(source: &RuleSource, lender: Option<&RuleSource>) -> Conditions {
        let read = |source: &RuleSource| toml::from_str::<Table>(&source.text).unwrap_or_default();
        let mut own = read(source);
        let lent = lender.map(read).unwrap_or_default();
        for (key, value) in lent.into_iter().filter(|(key, _)| LENT.contains(&key.as_str())) {
            own.entry(key).or_insert(value);
        }
        Conditions(own.into_iter().filter(|(key, _)| !TOLD.contains(&key.as_str())).collect())
    }

    /// As a rule file has them, in the order of their names.
    pub fn as_written(&self) -> String {
        toml::to_string(&self.0).unwrap_or_default()
    }
}
