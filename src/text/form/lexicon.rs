//! The forms that no rule gives: `rules/lexicon/forms.txt` and `rules/lexicon/numbers.txt`.

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// What is listed.
#[derive(Default)]
pub(super) struct Forms {
    /// Form → verb.
    pub(super) verbs: FxHashMap<&'static str, &'static str>,
    /// Form → noun.
    pub(super) nouns: FxHashMap<&'static str, &'static str>,
    /// Form → what it is taken for where its class is not known.
    either: FxHashMap<&'static str, &'static str>,
    /// Form → base form by all these lists.
    all: FxHashMap<&'static str, &'static str>,
    /// Words that look inflected and are not.
    pub(super) unchanged: FxHashSet<&'static str>,
    /// What is left of a verb without -ed or -ing, and without the e before it → verb.
    pub(super) stems: FxHashMap<&'static str, &'static str>,
    /// Number word → value.
    pub(super) numbers: FxHashMap<&'static str, u64>,
}

pub(super) static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let mut forms = Forms::default();
    forms.read_words(include_str!("../../../rules/lexicon/forms.txt"));
    let numbers = include_str!("../../../rules/lexicon/numbers.txt").lines().filter_map(read_number);
    forms.numbers.extend(numbers);
    forms.join();
    forms
});

impl Forms {
    /// What the lists have for a word of unknown class.
    pub(super) fn listed(&self, word: &str) -> Option<&'static str> {
        self.all.get(word).copied()
    }

    /// Joins the lists; what is unchanged comes before what is listed apart, verbs before nouns.
    fn join(&mut self) {
        for list in [&self.nouns, &self.verbs, &self.either] {
            self.all.extend(list);
        }
        self.all.extend(self.unchanged.iter().map(|word| (*word, *word)));
    }

    fn read_words(&mut self, list: &'static str) {
        let mut section = "";
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split_whitespace();
            match words.next() {
                Some(name) if name.starts_with('[') => section = name,
                Some(first) => self.add(section, first, words),
                None => {}
            }
        }
    }

    fn add(&mut self, section: &str, first: &'static str, others: impl Iterator<Item = &'static str>) {
        match section {
            "[verbs]" => {
                self.verbs.extend(std::iter::once(first).chain(others).map(|form| (form, first)));
                self.stems.insert(first.strip_suffix('e').unwrap_or(first), first);
            }
            "[nouns]" => self.nouns.extend(std::iter::once(first).chain(others).map(|form| (form, first))),
            "[either]" => self.either.extend(others.map(|base| (first, base))),
            _ => {
                self.unchanged.insert(first);
            }
        }
    }
}

fn read_number(line: &'static str) -> Option<(&'static str, u64)> {
    let (word, value) = line.split_once(' ')?;
    Some((word, value.trim().parse().ok()?))
}
