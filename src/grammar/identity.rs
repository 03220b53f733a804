//! Ids of claims: which claim is meant, whatever else changes in the file.

use rustc_hash::{FxHashMap, FxHashSet};

/// Gives out ids that are unique in their file.
#[derive(Debug, Default)]
pub(super) struct Register {
    /// Ids that the file itself gives and that nobody has taken yet: a number behind another id must not use them up.
    given: FxHashSet<String>,
    /// Every id taken, with the number to try next behind it.
    taken: FxHashMap<String, usize>,
}

impl Register {
    /// A register in which the ids that a file itself gives are kept free.
    pub(super) fn keeping(given: impl IntoIterator<Item = String>) -> Register {
        Register { given: given.into_iter().collect(), taken: FxHashMap::default() }
    }

    /// For an id that the file gives: itself the first time, then with numbers behind it (`cnn-call-2`).
    pub(super) fn take_given(&mut self, id: &str) -> String {
        self.given.remove(id);
        self.take(id)
    }

    /// `wanted` if nobody has it, else with the first free number behind it.
    pub(super) fn take(&mut self, wanted: &str) -> String {
        let mut id = wanted.to_owned();
        while self.taken.contains_key(&id) || self.given.contains(&id) {
            let number = self.taken.entry(wanted.to_owned()).or_insert(2);
            id = format!("{wanted}-{number}");
            *number += 1;
        }
        self.taken.insert(id.clone(), 2);
        id
    }
}

/// The id of a claim that is given none: the last word of the speaker's name and a hash of speaker, date and
/// content, so that it stays the same while other lines change.
pub(super) fn derived(speaker: &str, date: &str, content: &str) -> String {
    let lower = speaker.split(',').next().unwrap_or(speaker).to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let hash = [speaker, date, content].iter().fold(FNV_BASIS, |hash, part| fnv(fnv_bytes(hash, part), 0xFF));
    format!("{}-{:08x}", words.next_back().unwrap_or("claim"), hash as u32)
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo): specified byte by byte, so ids do not change with the compiler as the standard
/// library's hashes may.
const FNV_BASIS: u64 = 0xcbf2_9ce4_8422_2325;

fn fnv(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}

fn fnv_bytes(hash: u64, text: &str) -> u64 {
    text.bytes().fold(hash, fnv)
}
