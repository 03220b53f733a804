//! Links between claims, across all files of the record.

use super::{FileFault, Filed, RecordFile};
use crate::claim::Link;
use crate::grammar::journal::{Entry, JournalClaim, JournalFault};
use crate::text::{FileId, meant};
use rustc_hash::FxHashMap;

/// Lost links that are told the nearest id. To look for it means to compare with every id on record, which a journal
/// full of lost links must not be able to demand.
const MOST_SUGGESTIONS: usize = 50;

/// Leads each link to every claim of the entry that it names; gives the links that lead nowhere and the ids that two
/// files share as faults.
pub(super) fn resolve(files: &[RecordFile], claims: &mut [JournalClaim]) -> Vec<FileFault> {
    let mut faults = shared_ids(files);
    let targets = Targets::of(files, claims);
    let links = entries(files).flat_map(|(file, _, entry)| {
        entry.lines.iter().filter_map(move |line| line.link().map(|(verb, target)| (file, verb, target)))
    });
    let lost = links.filter(|(_, _, target)| !targets.has(&target.text));
    for (number, (file, verb, target)) in lost.enumerate() {
        let meant = (number < MOST_SUGGESTIONS).then(|| targets.nearest(&target.text)).flatten();
        let fault =
            JournalFault::UnknownTarget { verb: verb.text.clone(), target: target.text.clone(), meant };
        faults.push(FileFault { file, fault: fault.at(target.span) });
    }
    for claim in claims {
        let links = std::mem::take(&mut claim.claim.links);
        claim.claim.links = links.into_iter().flat_map(|link| targets.lead(link)).collect();
    }
    faults
}

/// Ids that an entry of an earlier file has too.
fn shared_ids(files: &[RecordFile]) -> Vec<FileFault> {
    let mut first: FxHashMap<&str, FileId> = FxHashMap::default();
    let mut faults = Vec::new();
    for (file, _, entry) in entries(files) {
        let Some(id) = entry.id() else { continue };
        let owner = *first.entry(&id.text).or_insert(file);
        // Within one file the journal has said so already.
        if owner != file {
            let name = files.iter().find(|other| other.id == owner).map_or("", |other| other.source().name());
            let fault =
                JournalFault::DuplicateId { id: id.text.clone(), first: format!("a claim in {name}") };
            faults.push(FileFault { file, fault: fault.at(id.span) });
        }
    }
    faults
}

/// All entries with their file and their place in it.
fn entries(files: &[RecordFile]) -> impl Iterator<Item = (FileId, usize, &Entry)> {
    files.iter().flat_map(|file| {
        let entries = match &file.content {
            Filed::Journal { journal, .. } => journal.entries.as_slice(),
            Filed::Document(_) => &[],
        };
        entries.iter().enumerate().map(|(number, entry)| (file.id, number, entry))
    })
}

/// What a link may name: the id of an entry, or that of a single claim. Either leads to claims by their ids.
struct Targets {
    claims_of: FxHashMap<String, Vec<String>>,
}

impl Targets {
    fn of(files: &[RecordFile], claims: &[JournalClaim]) -> Targets {
        let mut by_entry: FxHashMap<(FileId, usize), Vec<String>> = FxHashMap::default();
        for JournalClaim { claim, entry, .. } in claims {
            by_entry.entry((claim.origin.file, *entry)).or_default().push(claim.id.clone());
        }
        let mut claims_of: FxHashMap<String, Vec<String>> = FxHashMap::default();
        for (file, number, entry) in entries(files) {
            if let (Some(id), Some(ids)) = (entry.id(), by_entry.remove(&(file, number))) {
                claims_of.entry(id.text.clone()).or_insert(ids);
            }
        }
        for JournalClaim { claim, .. } in claims {
            claims_of.entry(claim.id.clone()).or_insert_with(|| vec![claim.id.clone()]);
        }
        Targets { claims_of }
    }

    fn has(&self, target: &str) -> bool {
        self.claims_of.contains_key(target)
    }

    fn lead(&self, link: Link) -> Vec<Link> {
        let Some(ids) = self.claims_of.get(&link.target) else { return vec![link] };
        ids.iter().map(|id| Link { target: id.clone(), ..link.clone() }).collect()
    }

    fn nearest(&self, target: &str) -> Option<String> {
        meant(target, self.claims_of.keys().map(String::as_str)).map(str::to_owned)
    }
}
