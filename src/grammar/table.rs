//! Lists of phrases from data files, found by their first word.

use crate::text::{Kind, Text, form};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::str::Split;

/// Phrases and what each stands for.
#[derive(Debug)]
pub struct Table<T> {
    /// By first word, the longest first.
    by_first: FxHashMap<&'static str, Vec<(Vec<&'static str>, T)>>,
}

impl<T: Copy> Table<T> {
    /// Reads one `[section]` of a list, whose lines are `value: phrase, phrase`; lines whose value means nothing
    /// to `read` are left out.
    pub fn parse(list: &'static str, section: &str, read: impl Fn(&'static str) -> Option<T>) -> Table<T> {
        let mut table = Table { by_first: FxHashMap::default() };
        for (value, phrases) in section_words(list, section) {
            let Some(value) = read(value) else { continue };
            for phrase in phrases {
                table.add(phrase, value);
            }
        }
        for phrases in table.by_first.values_mut() {
            phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        table
    }

    fn add(&mut self, phrase: &'static str, value: T) {
        let mut words = phrase.split_whitespace();
        if let Some(first) = words.next() {
            self.by_first.entry(first).or_default().push((words.collect(), value));
        }
    }

    /// The longest phrase that starts at token `at` and ends before `end`: the token after it, and what it stands for.
    pub fn longest(&self, text: &Text, at: usize, end: usize) -> Option<(usize, T)> {
        let phrases = self.by_first.get(&*lower(text, at)).filter(|_| at < end)?;
        phrases.iter().find_map(|(rest, value)| {
            let after = at + 1 + rest.len();
            let fits = after <= end && rest.iter().zip(at + 1..).all(|(word, at)| lower(text, at) == *word);
            fits.then_some((after, *value))
        })
    }

    /// The longest phrase that `words` start with: how many words it has, and what it stands for.
    pub fn starting<'w>(&self, mut words: impl Iterator<Item = &'w str> + Clone) -> Option<(usize, T)> {
        let phrases = self.by_first.get(words.next()?)?;
        let fits = |rest: &[&str]| {
            let mut words = words.clone();
            rest.iter().all(|word| words.next() == Some(*word))
        };
        phrases.iter().find(|(rest, _)| fits(rest)).map(|(rest, value)| (1 + rest.len(), *value))
    }

    /// Whether any phrase begins with a word.
    pub fn begins(&self, word: &str) -> bool {
        self.by_first.contains_key(word)
    }

    /// What a single word stands for.
    pub fn get(&self, word: &str) -> Option<T> {
        let phrases = self.by_first.get(word)?;
        phrases.iter().find(|(rest, _)| rest.is_empty()).map(|(_, value)| *value)
    }
}

/// The lines of one section of a list, comments left out.
pub fn section_lines<'l>(list: &'l str, section: &str) -> impl Iterator<Item = &'l str> {
    let within = list.lines().skip_while(move |line| heading(line) != Some(section)).skip(1);
    within
        .take_while(|line| heading(line).is_none())
        .filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// The lines `name: word, word` of one section of a list: each name with its words.
pub fn section_words<'l>(
    list: &'l str,
    section: &str,
) -> impl Iterator<Item = (&'l str, Split<'l, &'static str>)> {
    let lines = section_lines(list, section).filter_map(|line| line.split_once(": "));
    lines.map(|(name, words)| (name, words.split(", ")))
}

/// The words of those lines of a section that have this name.
pub fn named_words<'l>(list: &'l str, section: &str, name: &str) -> impl Iterator<Item = &'l str> {
    section_words(list, section).filter(move |(own, _)| *own == name).flat_map(|(_, words)| words)
}

fn heading(line: &str) -> Option<&str> {
    line.strip_prefix('[')?.strip_suffix(']')
}

/// The word of a token in lower case, apostrophes straight; sentence and paragraph ends are empty.
pub fn lower<'t>(text: &'t Text, at: usize) -> Cow<'t, str> {
    match text.tokens().get(at) {
        Some(token) if token.kind == Kind::Word => form::lowered(text.word(at)),
        _ => Cow::Borrowed(text.word(at)),
    }
}
