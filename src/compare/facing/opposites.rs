//! Words of which only one can be true of one thing at one time.

use crate::grammar::gist::Word;
use rustc_hash::{FxHashMap, FxHashSet};

/// Word → its opposites, base forms.
#[derive(Clone, Debug, Default)]
pub struct Opposites {
    of: FxHashMap<String, Vec<String>>,
    /// Words that begin like a negation and are none ("infamous").
    unprefixed: FxHashSet<String>,
}

/// What makes an adjective its own opposite.
const PREFIXES: &[&str] = &["un", "in", "im", "il", "ir", "dis", "non-", "non"];

/// Letters of the shortest word that a prefix is taken off.
const STEM: usize = 4;

impl Opposites {
    /// Reads lines of `word, word = word, word`, and `not a prefix: word, word`; `#` starts a comment.
    pub fn parse(lines: &str) -> Opposites {
        let mut opposites = Opposites::default();
        let lines = lines.lines().map(|line| line.split('#').next().unwrap_or_default());
        for line in lines {
            if let Some((left, right)) = line.split_once('=') {
                opposites.add(left, right);
                opposites.add(right, left);
            } else if let Some(words) = line.strip_prefix("not a prefix:") {
                opposites.unprefixed.extend(words.split(',').map(|word| word.trim().to_owned()));
            }
        }
        opposites
    }

    fn add(&mut self, words: &str, opposites: &str) {
        for word in words.split(',').map(str::trim) {
            let opposites = opposites.split(',').map(|word| word.trim().to_owned());
            self.of.entry(word.to_owned()).or_default().extend(opposites);
        }
    }

    /// Whether two words are opposites, in whatever form they stand.
    pub fn are(&self, a: &Word, b: &Word) -> bool {
        if self.negates(&a.lower, &b.lower) || self.negates(&b.lower, &a.lower) {
            return true;
        }
        let others = self.forms(b);
        let mut opposites = self.forms(a).into_iter().filter_map(|form| self.of.get(&form)).flatten();
        opposites.any(|opposite| others.contains(opposite))
    }

    /// Whether a word is the opposite of a listed one.
    pub fn is_of(&self, listed: &str, word: &Word) -> bool {
        let forms = self.forms(word);
        self.of.get(listed).is_some_and(|opposites| opposites.iter().any(|opposite| forms.contains(opposite)))
    }

    /// "Solvent", "insolvent".
    fn negates(&self, word: &str, stem: &str) -> bool {
        let prefixed = PREFIXES.iter().any(|prefix| word.strip_prefix(prefix) == Some(stem));
        prefixed && stem.len() >= STEM && !self.unprefixed.contains(word)
    }

    /// The listed words that a word may be a form of.
    fn forms(&self, word: &Word) -> Vec<String> {
        let mut forms = vec![word.lower.clone(), word.base.clone()];
        for ending in ["er", "est"] {
            let Some(stem) = word.lower.strip_suffix(ending) else { continue };
            let undoubled =
                stem.char_indices().next_back().map_or("", |(last, _)| stem.get(..last).unwrap_or_default());
            let with_y = stem.strip_suffix('i').map(|stem| format!("{stem}y"));
            forms.extend([stem.to_owned(), format!("{stem}e"), undoubled.to_owned()]);
            forms.extend(with_y);
        }
        forms.retain(|form| self.of.contains_key(form));
        forms
    }
}
