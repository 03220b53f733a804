//! In which of several texts a phrase may stand: told by the words that it cannot do without.

use super::{Pattern, Term, Word};
use crate::text::form;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// The words of several texts, each with the texts that hold it.
#[derive(Clone, Debug, Default)]
pub struct WordIndex<'w> {
    holders: FxHashMap<&'w str, BTreeSet<usize>>,
    /// How many texts there are.
    len: usize,
}

impl<'w> WordIndex<'w> {
    /// Of texts, which are known by their numbers from 0.
    pub fn of(texts: impl IntoIterator<Item = impl IntoIterator<Item = &'w Word>>) -> WordIndex<'w> {
        let mut index = WordIndex::default();
        for words in texts {
            for word in words {
                for key in [&word.form, &word.base] {
                    index.holders.entry(key).or_default().insert(index.len);
                }
            }
            index.len += 1;
        }
        index
    }

    /// The texts that hold the words of a pattern, in whatever order: it can stand in no other.
    pub fn may_hold(&self, pattern: &Pattern) -> BTreeSet<usize> {
        self.bound_by(pattern).unwrap_or_else(|| (0..self.len).collect())
    }

    /// The same, or `None` where the pattern leaves every text open.
    fn bound_by(&self, pattern: &Pattern) -> Option<BTreeSet<usize>> {
        match pattern {
            Pattern::Sequence(items) => {
                let bounds = items.iter().filter_map(|item| self.bound_by(item));
                bounds.reduce(|all, item| &all & &item)
            }
            Pattern::Either(items) => {
                items.iter().map(|item| self.bound_by(item)).reduce(|all, item| Some(&all? | &item?))?
            }
            Pattern::Term(Term::Base(word)) => Some(self.holders_of(&form::base_form(word))),
            Pattern::Term(Term::Exact(word)) => Some(self.holders_of(word)),
            Pattern::Optional(_) | Pattern::Gap(_) | Pattern::Term(_) => None,
        }
    }

    fn holders_of(&self, word: &str) -> BTreeSet<usize> {
        self.holders.get(word).cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::phrase::{parse, words_of};
    use crate::text::Text;

    #[test]
    fn a_phrase_is_looked_for_where_its_words_are() {
        let texts = ["The talks were broken off.", "No deal, no talks.", "A deal was broken.", "Nothing."];
        let texts = texts.map(|text| {
            let text = Text::of_paragraph(text);
            words_of(&text, 0..text.tokens().len())
        });
        let index = WordIndex::of(&texts);
        let cases: [(&str, &[usize]); 8] = [
            ("deal", &[1, 2]),
            ("break", &[0, 2]),
            ("=breaks", &[]),
            ("talk … off", &[0]),
            ("off talk", &[0]),
            ("(no deal|off)", &[0, 1]),
            ("talk deal?", &[0, 1]),
            ("nothing|<number>", &[0, 1, 2, 3]),
        ];
        for (pattern, texts) in cases {
            let found: Vec<usize> = index.may_hold(&parse(pattern).unwrap()).into_iter().collect();
            assert_eq!(found, texts, "{pattern}");
        }
    }
}
