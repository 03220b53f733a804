//! Ids that entries give themselves.

use super::fault::JournalFault;
use super::{Journal, Line, Words};
use crate::text::Source;
use rustc_hash::FxHashMap;

/// Notes ids that two entries share, and links of an entry to itself.
pub(super) fn check(source: &Source, journal: &mut Journal) {
    let mut taken: FxHashMap<&str, &Words> = FxHashMap::default();
    let mut faults = Vec::new();
    for entry in &journal.entries {
        let Some(id) = entry.id() else { continue };
        match taken.get(id.text.as_str()) {
            Some(first) => {
                let first = format!("line {}", source.place(first.span.start).line);
                faults.push(JournalFault::DuplicateId { id: id.text.clone(), first }.at(id.span));
            }
            None => _ = taken.insert(&id.text, id),
        }
        let to_itself =
            entry.lines.iter().filter_map(Line::link).filter(|(_, target)| target.text == id.text);
        faults.extend(to_itself.map(|(_, target)| JournalFault::OwnTarget.at(target.span)));
    }
    journal.faults.extend(faults);
}
