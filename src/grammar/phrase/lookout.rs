//! Many sets of phrases looked for at once.

use super::expected::Expected;
use super::matcher::Start;
use super::{Phrase, Phrases, Word};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A phrase that may begin with a word.
#[derive(Clone, Copy)]
struct Beginning<'p> {
    set: usize,
    phrase: &'p Phrase,
    /// What may stand behind the word.
    second: Expected,
}

/// Sets of phrases by the words that they may begin with: a word of a text costs only the phrases that may begin there,
/// however many there are.
#[derive(Default)]
pub struct Lookout<'p> {
    by_start: FxHashMap<u64, Vec<Beginning<'p>>>,
    /// Phrases that may begin with words of a kind, each with how and the number of its set.
    open: Vec<(Start, usize, &'p Phrase)>,
}

impl<'p> Lookout<'p> {
    /// For `sets`, which are known by their numbers from 0.
    pub fn new(sets: impl IntoIterator<Item = &'p Phrases>) -> Lookout<'p> {
        let mut lookout = Lookout::default();
        for (set, phrases) in sets.into_iter().enumerate() {
            for (key, second, phrase) in phrases.by_start() {
                lookout.by_start.entry(key).or_default().push(Beginning { set, phrase, second });
            }
            lookout.open.extend(phrases.open().map(|(start, phrase)| (start, set, phrase)));
        }
        lookout
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.by_start.is_empty() && self.open.is_empty()
    }

    /// Calls `see` with the set and the words of every match, as long as it can be from each word on.
    pub fn sight(&self, words: &[Word], mut see: impl FnMut(usize, Range<usize>)) {
        for (at, word) in words.iter().enumerate() {
            let [form, base] = word.keys;
            let by_base = self.by_start.get(&base);
            let by_form = self.by_start.get(&form).filter(|_| form != base);
            let known = by_base.into_iter().chain(by_form).flatten();
            let next = words.get(at + 1);
            let known = known.filter(|it| it.second.admits(next)).map(|it| (it.set, it.phrase));
            let open = self.open.iter().filter(|(start, ..)| start.admits(word, next));
            for (set, phrase) in known.chain(open.map(|(_, set, phrase)| (*set, *phrase))) {
                if let Some(range) = phrase.match_at(words, at) {
                    see(set, range);
                }
            }
        }
    }
}
