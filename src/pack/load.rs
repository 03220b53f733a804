//! From rule files to rules, and the files that have faults.

use super::reader::{read_rule, span_of};
use super::rule::Rule;
use super::schema::{RULE_SCHEMA, RuleFile};
use super::unreadable::toml_fault;
use crate::text::{Fault, did_you_mean};
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;

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
    let mut rules = BTreeMap::new();
    let mut faults = Vec::new();
    let (mut lenders, mut borrowers) = (Vec::new(), Vec::new());
    for source in sources {
        match toml::from_str::<RuleFile>(&source.text) {
            Ok(file) if file.borrow.is_some() => borrowers.push((source, file)),
            Ok(file) => lenders.push((source, file)),
            Err(error) => {
                let found = vec![toml_fault(&source.text, &error, RULE_SCHEMA)];
                faults.push(PackFault { source, faults: found });
            }
        }
    }
    let known: BTreeSet<String> =
        lenders.iter().chain(&borrowers).map(|(_, file)| file.id.get_ref().clone()).collect();
    for (source, file) in lenders.into_iter().chain(borrowers) {
        let mut found = strangers(&file, &known);
        match read_rule(&source, file, &rules) {
            Ok(rule) if found.is_empty() => {
                rules.insert(rule.id.clone(), rule);
                continue;
            }
            Ok(_) => {}
            Err(others) => found.extend(others),
        }
        faults.push(PackFault { source, faults: found });
    }
    Pack { rules: rules.into_values().collect(), faults }
}

/// A fault for each rule that is to give way and is none.
fn strangers(file: &RuleFile, known: &BTreeSet<String>) -> Vec<Fault> {
    let strange = file.instead_of.iter().filter(|id| !known.contains(id.get_ref()));
    let fault = |id: &Spanned<String>| {
        let fault = Fault::new(span_of(id), "there is no such rule", "nothing can give way here");
        fault.with_help(did_you_mean(
            id.get_ref(),
            known.iter().map(String::as_str),
            "`sayso rules` lists all rules",
        ))
    };
    strange.map(fault).collect()
}
