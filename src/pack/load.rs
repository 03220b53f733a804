//! From rule files to rules, and the files that have faults.

use super::instead::{Instead, strangers};
use super::reader::{read_rule, several_subjects};
use super::rule::Rule;
use super::schema::{RULE_SCHEMA, RuleFile};
use super::unreadable::toml_fault;
use crate::text::Fault;
use std::collections::BTreeMap;

/// A rule file before it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSource {
    /// Its path, `<pack>/<rule>.toml` at the end.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl RuleSource {
    /// The id that its path asks for: `<pack>/<rule>`.
    pub fn id(&self) -> String {
        let path = self.path.strip_suffix(".toml").unwrap_or(&self.path);
        let mut parts = path.rsplit('/');
        let (rule, pack) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        if pack.is_empty() { rule.to_owned() } else { format!("{pack}/{rule}") }
    }
}

/// The faults of one file.
#[derive(Clone, Debug)]
pub struct PackFault {
    /// The file.
    pub source: RuleSource,
    /// What is wrong in it; spans in bytes of its text.
    pub faults: Vec<Fault>,
}

/// Rules that passed, in the order of their ids, and the files that did not.
#[derive(Clone, Debug, Default)]
pub struct Pack {
    /// The rules.
    pub rules: Vec<Rule>,
    /// The faulty files.
    pub faults: Vec<PackFault>,
}

/// Reads rule files. A rule of the same id replaces an earlier one, so that users can override the built-in.
///
/// Rules that borrow from others are read after all others, so that files may come in any order.
pub fn load(sources: impl IntoIterator<Item = RuleSource>) -> Pack {
    let mut pack = Pack::default();
    let mut files = Vec::new();
    let mut instead = Instead::default();
    for source in sources {
        match parsed(&source.text) {
            Ok(file) => files.push((source, instead.enter(&file), file)),
            Err(fault) => pack.faults.push(PackFault { source, faults: vec![fault] }),
        }
    }
    let ids = files.iter().enumerate().map(|(place, (_, _, file))| (file.id.get_ref().clone(), place));
    let last_of: BTreeMap<String, usize> = ids.collect();
    let (lenders, borrowers): (Vec<_>, Vec<_>) =
        files.into_iter().enumerate().partition(|(_, (_, _, file))| file.borrow.is_none());
    let mut rules = BTreeMap::new();
    for (place, (source, mut found, file)) in lenders.into_iter().chain(borrowers) {
        found.extend(strangers(&file, last_of.keys().map(String::as_str)));
        match read_rule(&source, file, &rules) {
            Ok(rule) if found.is_empty() => {
                if last_of.get(&rule.id) == Some(&place) {
                    rules.insert(rule.id.clone(), rule);
                }
                continue;
            }
            Ok(_) => {}
            Err(others) => found.extend(others),
        }
        pack.faults.push(PackFault { source, faults: found });
    }
    Pack { rules: rules.into_values().collect(), ..pack }
}

fn parsed(text: &str) -> Result<RuleFile, Fault> {
    toml::from_str(text)
        .map_err(|error| several_subjects(text).unwrap_or_else(|| toml_fault(text, &error, RULE_SCHEMA)))
}
