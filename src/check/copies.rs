//! Texts that are copies of one story: a report that several outlets have from one agency, cut or lightly edited.
//!
//! Two texts are copies where a good part of the runs of words of the shorter one stand in the other; of articles on record
//! the sentences that attribute something are looked at. Whoever says the same in two copies has said it once.

use crate::claim::Medium;
use crate::compare::Statement;
use crate::text::FileId;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::hash::{Hash, Hasher};

/// Words of a run.
const RUN: usize = 5;

/// Runs that two texts must share; fewer may be one quotation.
const LEAST: usize = 15;

/// Per cent of the runs of the shorter text that must stand in the other.
const SHARE: usize = 40;

/// Which texts are copies of which.
#[derive(Default)]
pub(super) struct Copies {
    /// The first text of the story, by each of its copies.
    first: FxHashMap<FileId, FileId>,
}

impl Copies {
    /// Finds the copies among the articles on record and the draft. Time and memory follow the length of the texts: of those
    /// that have a run of words only the first is counted with each other one.
    pub(super) fn among(statements: &[&Statement]) -> Copies {
        let is_on_record = |it: &&&Statement| it.claim.origin.medium == Medium::Article;
        if !statements.iter().any(|it| is_on_record(&it)) {
            return Copies::default();
        }
        let runs = runs_by_file(statements);
        let mut first_with: FxHashMap<u64, FileId> = FxHashMap::default();
        let mut shared: FxHashMap<(FileId, FileId), usize> = FxHashMap::default();
        for (file, own) in &runs {
            for run in own {
                let first = *first_with.entry(*run).or_insert(*file);
                if first != *file {
                    *shared.entry((first, *file)).or_default() += 1;
                }
            }
        }
        let lengths: FxHashMap<FileId, usize> = runs.iter().map(|(file, own)| (*file, own.len())).collect();
        let length = |file| lengths.get(&file).copied().unwrap_or_default();
        let mut copies = Copies::default();
        let mut pairs: Vec<_> = shared.into_iter().collect();
        pairs.sort_unstable();
        for ((one, other), count) in pairs {
            if count >= LEAST && 100 * count >= SHARE * length(one).min(length(other)) {
                let first = copies.story(one);
                copies.first.insert(other, first);
            }
        }
        copies
    }

    /// Whether two claims stand in two copies of one story, in nearly the same words.
    pub(super) fn are_one(&self, a: &Statement, b: &Statement) -> bool {
        let (one, other) = (a.claim.origin.file, b.claim.origin.file);
        one != other && self.story(one) == self.story(other) && is_nearly_same(a, b)
    }

    fn story(&self, file: FileId) -> FileId {
        self.first.get(&file).copied().unwrap_or(file)
    }
}

/// The runs of words of each article and of the draft, none twice, in the order of the files.
fn runs_by_file(statements: &[&Statement]) -> Vec<(FileId, FxHashSet<u64>)> {
    let mut runs: Vec<(FileId, FxHashSet<u64>)> = Vec::new();
    let prose =
        statements.iter().filter(|it| matches!(it.claim.origin.medium, Medium::Draft | Medium::Article));
    let mut last = None;
    for statement in prose {
        let (file, sentence) = (statement.claim.origin.file, statement.claim.origin.sentence);
        if last == Some((file, sentence)) {
            continue;
        }
        last = Some((file, sentence));
        if runs.last().is_none_or(|(known, _)| *known != file) {
            runs.push((file, FxHashSet::default()));
        }
        let words: Vec<&str> = statement.sentence_words.iter().map(|word| &*word.form).collect();
        runs.last_mut().into_iter().for_each(|(_, own)| own.extend(words.windows(RUN).map(hash)));
    }
    runs
}

fn hash(run: &[&str]) -> u64 {
    let mut hasher = FxHasher::default();
    run.hash(&mut hasher);
    hasher.finish()
}

/// Whether three quarters of the words of either are the other's.
fn is_nearly_same(a: &Statement, b: &Statement) -> bool {
    let words = |statement: &Statement| -> FxHashSet<String> {
        statement.words.iter().map(|word| word.base.to_string()).collect()
    };
    let (one, other) = (words(a), words(b));
    let common = one.intersection(&other).count();
    4 * common >= 3 * one.len().max(other.len())
}
