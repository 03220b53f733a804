//! Words written down, to be read back as the very same without their text.

use super::word::{Roles, Spelling, Word};
use crate::text::{Span, form};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// Words of one text in its order, none twice, as they are written down.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct KeptWords {
    forms: Vec<String>,
    /// Three numbers a word: bytes from the beginning of the one before, length in bytes, what it is.
    marks: Vec<usize>,
    /// Base forms, where they do not follow from the form.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    bases: BTreeMap<usize, String>,
}

/// Words side by side among those kept: the number of the first, and how many.
pub type Run = (usize, usize);

const NUMBER: usize = 1;
const CAPITAL: usize = 2;
/// What roles are multiplied by.
const ROLES: usize = 4;

impl KeptWords {
    /// All words of several lists; `sorted` has each once ([`KeptWords::sorted`]).
    pub fn of(sorted: &[Word]) -> KeptWords {
        let mut kept = KeptWords::default();
        let mut before = 0;
        for (index, word) in sorted.iter().enumerate() {
            let what = usize::from(word.number) * NUMBER
                + usize::from(word.capital) * CAPITAL
                + usize::from(word.roles.0) * ROLES;
            kept.marks.extend([word.span.start.saturating_sub(before), word.span.len(), what]);
            before = word.span.start;
            if *form::base_form(&word.form) != *word.base {
                kept.bases.insert(index, word.base.clone());
            }
            kept.forms.push(word.form.clone());
        }
        kept
    }

    /// The words of several lists in the order of the text, each once.
    pub fn sorted<'w>(lists: impl IntoIterator<Item = &'w [Word]>) -> Vec<Word> {
        let mut all: Vec<Word> = lists.into_iter().flatten().cloned().collect();
        all.sort_by(|one, other| place(one).cmp(&place(other)));
        all.dedup();
        all
    }

    /// Where the words of a list stand among `sorted`.
    pub fn runs(sorted: &[Word], list: &[Word]) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for word in list {
            let Ok(at) = sorted.binary_search_by(|known| place(known).cmp(&place(word))) else { continue };
            match runs.last_mut() {
                Some((first, count)) if *first + *count == at => *count += 1,
                _ => runs.push((at, 1)),
            }
        }
        runs
    }

    /// The words themselves.
    pub fn words(self) -> Vec<Word> {
        let KeptWords { forms, marks, mut bases } = self;
        let mut before = 0_usize;
        let mut words = Vec::with_capacity(forms.len());
        for ((index, form), mark) in forms.into_iter().enumerate().zip(marks.chunks_exact(3)) {
            let [gap, length, what] = *mark else { break };
            let base = bases.remove(&index).unwrap_or_else(|| form::base_form(&form).into_owned());
            before = before.saturating_add(gap);
            words.push(Word {
                spelling: Arc::new(Spelling::new(form, base)),
                number: what & NUMBER != 0,
                capital: what & CAPITAL != 0,
                span: Span::new(before, before.saturating_add(length)),
                roles: Roles(u8::try_from(what / ROLES).unwrap_or_default()),
            });
        }
        words
    }

    /// The words of some runs.
    pub fn taken(words: &[Word], runs: &[Run]) -> Vec<Word> {
        let range = |(first, count): &Run| -> Range<usize> { *first..first.saturating_add(*count) };
        runs.iter().flat_map(|run| words.get(range(run)).unwrap_or_default()).cloned().collect()
    }
}

/// What tells words of one text apart; the parts of a compound stand at one place.
fn place(word: &Word) -> (Span, &str, &str) {
    (word.span, &word.form, &word.base)
}
