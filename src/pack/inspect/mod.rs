//! What a rule file says in vain: words that can never be met, phrases that others have said, tables that nothing looks at.
//!
//! Such a file can be read, and the rule does less than its author thinks. The built-in rules are tried by tests.

mod cues;
mod lists;
mod phrases;
mod records;
mod tables;

use super::load::{PackFault, RuleSource};
use super::reader::span_of;
use super::schema::RuleFile;
use crate::text::Fault;
use std::collections::BTreeMap;

/// What keeps rules from doing as their files say. Files that cannot be read are passed over.
pub fn inspect(sources: &[RuleSource]) -> Vec<PackFault> {
    let mut by_id: BTreeMap<String, &RuleSource> = BTreeMap::new();
    let mut found = Vec::new();
    for source in sources {
        let Some(file) = read(source) else { continue };
        let twin = by_id.insert(file.id.get_ref().clone(), source).filter(|other| other.path != source.path);
        let mut faults: Vec<Fault> = twin.map(|twin| same_id(&file, twin)).into_iter().collect();
        faults.extend(lists::empty(&source.text));
        faults.extend(cues::dead(&file));
        faults.extend(phrases::dead(&file, &source.text));
        faults.extend(tables::idle(&file));
        faults.extend(records::unreadable(&file, &source.text));
        found.push(PackFault { source: source.clone(), faults });
    }
    found.retain(|file| !file.faults.is_empty());
    found
}

/// What does little or nothing in rule files, and keeps no rule from anything.
pub fn needless(sources: &[RuleSource]) -> Vec<PackFault> {
    let of_file = |source: &RuleSource| {
        let file = read(source)?;
        let faults: Vec<Fault> = cues::strange(&file).into_iter().chain(phrases::needless(&file)).collect();
        (!faults.is_empty()).then(|| PackFault { source: source.clone(), faults })
    };
    sources.iter().filter_map(of_file).collect()
}

fn read(source: &RuleSource) -> Option<RuleFile> {
    toml::from_str(&source.text).ok()
}

fn same_id(file: &RuleFile, twin: &RuleSource) -> Fault {
    let id = file.id.get_ref();
    let fault =
        Fault::new(span_of(&file.id), format!("two rules are called `{id}`"), "only one of them counts");
    fault.with_help(format!("the other is {}; name one of them otherwise", twin.path))
}
