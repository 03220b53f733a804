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

/// What there is to say of rule files.
#[derive(Clone, Debug, Default)]
pub struct Inspected {
    /// What keeps a rule from doing as it says.
    pub faults: Vec<PackFault>,
    /// What does little or nothing in it.
    pub needless: Vec<PackFault>,
}

/// Looks through the files of somebody's own rules. Those that cannot be read are passed over.
pub fn inspect(sources: &[RuleSource]) -> Inspected {
    let mut inspected = Inspected::default();
    let mut by_id: BTreeMap<String, &RuleSource> = BTreeMap::new();
    for source in sources {
        let Ok(file) = toml::from_str::<RuleFile>(&source.text) else { continue };
        let twin = by_id.insert(file.id.get_ref().clone(), source).filter(|other| other.path != source.path);
        let mut faults: Vec<Fault> = twin.map(|twin| same_id(&file, twin)).into_iter().collect();
        faults.extend(lists::empty(&source.text));
        faults.extend(cues::dead(&file));
        faults.extend(phrases::dead(&file, &source.text));
        faults.extend(tables::idle(&file));
        faults.extend(records::unreadable(&file, &source.text));
        enter(&mut inspected.faults, source, faults);
        let needless = cues::strange(&file).into_iter().chain(phrases::needless(&file));
        enter(&mut inspected.needless, source, needless.collect());
    }
    inspected
}

fn enter(list: &mut Vec<PackFault>, source: &RuleSource, faults: Vec<Fault>) {
    if !faults.is_empty() {
        list.push(PackFault { source: source.clone(), faults });
    }
}

fn same_id(file: &RuleFile, twin: &RuleSource) -> Fault {
    let id = file.id.get_ref();
    let fault =
        Fault::new(span_of(&file.id), format!("two rules are called `{id}`"), "only one of them counts");
    fault.with_help(format!("the other is {}; name one of them otherwise", twin.path))
}
