//! Several phrases looked for together: most words of a text begin none of them.

use super::expected::Expected;
use super::word::key;
use super::{Anchor, Phrase, Word};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Several phrases, any of which may match. They are found by the words they begin with: most words begin none.
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    phrases: Vec<Phrase>,
    /// Phrases by the keys of the words that a match may begin with, each with what may stand behind those.
    by_first: FxHashMap<u64, Vec<(usize, Expected)>>,
    /// Which beginnings those keys have.
    sieve: Sieve,
    /// Phrases that may begin with words of a kind, each with how.
    open: Vec<(usize, Start)>,
}

/// How a phrase begins that may do so with words of a kind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    first: Expected,
    second: Expected,
}

impl Start {
    /// Whether it may begin with a word where `next` follows.
    pub(super) fn admits(&self, word: &Word, next: Option<&Word>) -> bool {
        self.first.admits(Some(word)) && self.second.admits(next)
    }
}

impl Phrases {
    /// From compiled phrases.
    pub fn new(phrases: Vec<Phrase>) -> Phrases {
        let mut all = Phrases::default();
        for (index, phrase) in phrases.iter().enumerate() {
            match phrase.first_words() {
                Some(words) => words.into_iter().map(key).for_each(|key| all.enter(key, phrase, index)),
                None => {
                    let start = Start { first: phrase.expected_first(), second: phrase.expected_second() };
                    all.open.push((index, start));
                }
            }
        }
        Phrases { phrases, ..all }
    }

    fn enter(&mut self, key: u64, phrase: &Phrase, index: usize) {
        self.sieve.add(key);
        self.by_first.entry(key).or_default().push((index, phrase.expected_behind(key)));
    }

    /// The phrases in their order.
    pub fn iter(&self) -> impl Iterator<Item = &Phrase> {
        self.phrases.iter()
    }

    /// The phrases that begin with few words, each by the keys of those, with what may stand behind them.
    pub(super) fn by_start(&self) -> impl Iterator<Item = (u64, Expected, &Phrase)> {
        let entries = self.by_first.iter().flat_map(|(key, list)| list.iter().map(move |it| (*key, *it)));
        entries.filter_map(|(key, (index, second))| Some((key, second, self.phrases.get(index)?)))
    }

    /// The phrases that may begin with words of a kind, each with how.
    pub(super) fn open(&self) -> impl Iterator<Item = (Start, &Phrase)> {
        self.open.iter().filter_map(|(index, start)| Some((*start, self.phrases.get(*index)?)))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty()
    }

    /// Words of which every match of any of them holds one, so that texts can be looked up by them; `None` where some
    /// phrase has no such words.
    pub fn anchors(&self) -> Option<Vec<Anchor<'_>>> {
        let anchors: Option<Vec<Vec<Anchor>>> = self.phrases.iter().map(Phrase::anchors).collect();
        anchors.map(|anchors| anchors.concat())
    }

    /// The longest match of any of them, each taken where it matches first; the first of several equally long.
    pub fn longest(&self, words: &[Word]) -> Option<Range<usize>> {
        let mut found: Vec<(usize, Range<usize>)> = Vec::new();
        for (index, range) in self.matches_of(words) {
            if found.iter().all(|(known, _)| *known != index) {
                found.push((index, range));
            }
        }
        let best = found.into_iter().max_by_key(|(index, range)| (range.len(), std::cmp::Reverse(*index)));
        best.map(|(_, range)| range)
    }

    /// Whether a match of any of them takes the last of `words`.
    pub fn end(&self, words: &[Word]) -> bool {
        let ends = |phrase: &Phrase| {
            (0..words.len())
                .any(|start| phrase.match_at(words, start).is_some_and(|range| range.end == words.len()))
        };
        self.phrases.iter().any(ends)
    }

    /// Whether a match of any of them begins with the first of `words`.
    pub fn begin(&self, words: &[Word]) -> bool {
        self.phrases.iter().any(|phrase| phrase.match_at(words, 0).is_some())
    }

    /// Whether any of them matches.
    pub fn matches(&self, words: &[Word]) -> bool {
        self.matches_of(words).next().is_some()
    }

    /// Every match with the index of its phrase, by where they begin.
    fn matches_of<'p>(&'p self, words: &'p [Word]) -> impl Iterator<Item = (usize, Range<usize>)> + 'p {
        let at_word = move |(at, word): (usize, &'p Word)| {
            let matched = move |index: usize| Some((index, self.phrases.get(index)?.match_at(words, at)?));
            self.beginning_with(word, words.get(at + 1)).filter_map(matched)
        };
        words.iter().enumerate().filter(|(_, word)| self.may_begin_with(word)).flat_map(at_word)
    }

    /// Whether it is worth while to look for phrases that begin with a word.
    fn may_begin_with(&self, word: &Word) -> bool {
        !self.open.is_empty() || word.keys.iter().any(|key| self.sieve.holds(*key))
    }

    /// The phrases that may begin with a word where `next` follows.
    fn beginning_with<'p>(
        &'p self,
        word: &'p Word,
        next: Option<&'p Word>,
    ) -> impl Iterator<Item = usize> + 'p {
        let listed = |key: u64| match self.sieve.holds(key) {
            true => self.by_first.get(&key).map_or(&[][..], Vec::as_slice),
            false => &[],
        };
        let [form, base] = word.keys;
        let by_base = if form == base { &[] } else { listed(base) };
        let certain = [listed(form), by_base].into_iter().flatten();
        let going_on = certain.filter(move |(_, second)| second.admits(next)).map(|(index, _)| *index);
        let open = self.open.iter().filter(move |(_, start)| start.admits(word, next));
        going_on.chain(open.map(|(index, _)| *index))
    }
}

/// A bit for each beginning of a key: tells quickly that a word is none of a few.
#[derive(Clone, Copy, Debug, Default)]
struct Sieve([u64; 8]);

impl Sieve {
    fn add(&mut self, key: u64) {
        let (part, bit) = Sieve::place(key);
        if let Some(part) = self.0.get_mut(part) {
            *part |= bit;
        }
    }

    fn holds(&self, key: u64) -> bool {
        let (part, bit) = Sieve::place(key);
        self.0.get(part).is_some_and(|part| part & bit != 0)
    }

    /// The first nine bits of the key: a part, and a bit of it.
    fn place(key: u64) -> (usize, u64) {
        ((key >> 61) as usize, 1 << (key >> 55 & 63))
    }
}
