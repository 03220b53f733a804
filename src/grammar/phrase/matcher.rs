//! Matching: a small machine whose longest match is bounded, so that a text costs time in proportion to its length.

use super::word::sign;
use super::{Pattern, Term, Word};
use crate::text::{Fault, form};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// One instruction of the machine.
#[derive(Clone, Debug)]
enum Op {
    /// Takes a word.
    Take(Term),
    /// Goes on at either place, here first.
    Fork(usize, usize),
    /// Goes on elsewhere.
    Jump(usize),
    /// Has matched.
    Match,
}

/// A compiled phrase.
#[derive(Clone, Debug)]
pub struct Phrase {
    ops: Vec<Op>,
    /// The instructions that are reached before the first word.
    start: Vec<usize>,
    source: String,
}

impl Phrase {
    /// Compiles a pattern.
    ///
    /// # Errors
    /// The fault of the pattern, its span in bytes of `source`.
    pub fn new(source: &str) -> Result<Phrase, Fault> {
        let mut ops = Vec::new();
        emit(&super::parse(source)?, &mut ops);
        ops.push(Op::Match);
        let mut phrase = Phrase { ops, start: Vec::new(), source: source.to_owned() };
        let mut start = Vec::new();
        phrase.follow(0, &mut start);
        phrase.start = start;
        Ok(phrase)
    }

    /// The pattern as written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The first place where it matches, as long as it can; indices into `words`.
    pub fn find(&self, words: &[Word]) -> Option<Range<usize>> {
        (0..words.len()).find_map(|start| self.match_at(words, start))
    }

    /// The longest match that starts with word `start`.
    pub(super) fn match_at(&self, words: &[Word], start: usize) -> Option<Range<usize>> {
        let first = words.get(start)?;
        if !self.first_terms().any(|term| term.takes(first)) {
            return None;
        }
        let (mut current, mut next) = (self.start.clone(), Vec::new());
        let mut longest = None;
        for (at, word) in words.iter().enumerate().skip(start) {
            self.advance(&current, word, &mut next);
            std::mem::swap(&mut current, &mut next);
            if current.iter().any(|op| matches!(self.ops.get(*op), Some(Op::Match))) {
                longest = Some(start..at + 1);
            }
            if current.is_empty() {
                break;
            }
        }
        longest
    }

    /// What the first word of a match must be.
    fn first_terms(&self) -> impl Iterator<Item = &Term> {
        self.start.iter().filter_map(|op| match self.ops.get(*op) {
            Some(Op::Take(term)) => Some(term),
            _ => None,
        })
    }

    /// The words that a match may begin with; `None` where they are not a few.
    pub(super) fn first_words(&self) -> Option<Vec<&str>> {
        self.first_terms().map(Term::word).collect()
    }

    /// Words of which every match holds one; `None` where there are no such words.
    fn anchors(&self) -> Option<Vec<Anchor<'_>>> {
        let mut anchors = Vec::new();
        let mut reached = self.start.clone();
        let mut at = 0;
        while let Some(op) = reached.get(at).copied() {
            match self.ops.get(op) {
                Some(Op::Take(term)) => match term.anchor() {
                    Some(anchor) => anchors.push(anchor),
                    None => self.follow(op + 1, &mut reached),
                },
                Some(Op::Match) | None => return None,
                Some(Op::Fork(..) | Op::Jump(_)) => {}
            }
            at += 1;
        }
        Some(anchors)
    }

    /// Gathers in `next` what is reached from `current` by taking a word.
    fn advance(&self, current: &[usize], word: &Word, next: &mut Vec<usize>) {
        next.clear();
        for op in current {
            if let Some(Op::Take(term)) = self.ops.get(*op)
                && term.takes(word)
            {
                self.follow(op + 1, next);
            }
        }
    }

    /// Adds `op` and all that it leads to without taking a word.
    fn follow(&self, op: usize, reached: &mut Vec<usize>) {
        if reached.contains(&op) {
            return;
        }
        reached.push(op);
        match self.ops.get(op) {
            Some(Op::Fork(first, second)) => {
                self.follow(*first, reached);
                self.follow(*second, reached);
            }
            Some(Op::Jump(to)) => self.follow(*to, reached),
            _ => {}
        }
    }
}

/// What a word must be to belong to a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Anchor<'p> {
    /// This word, as form or base form.
    Word(&'p str),
    /// Begins so.
    Prefix(&'p str),
}

impl Term {
    fn anchor(&self) -> Option<Anchor<'_>> {
        match self {
            Term::Prefix(start) => Some(Anchor::Prefix(start)),
            term => term.word().map(Anchor::Word),
        }
    }

    /// The word that it stands for, where it is one.
    fn word(&self) -> Option<&str> {
        match self {
            Term::Base(word) | Term::Exact(word) => Some(word),
            _ => None,
        }
    }

    fn takes(&self, word: &Word) -> bool {
        match self {
            Term::Base(base) => **base == *word.base || **base == *word.form,
            Term::Exact(form) => **form == *word.form,
            Term::Prefix(start) => word.form.starts_with(start.as_str()),
            Term::Number => word.number || form::is_number_word(&word.form),
            Term::Name => word.capital,
            Term::Any => true,
            Term::Part(role) => word.roles.has(*role),
        }
    }
}

/// Writes the instructions for `pattern`; they fall through to whatever comes next.
fn emit(pattern: &Pattern, ops: &mut Vec<Op>) {
    match pattern {
        Pattern::Term(Term::Base(word)) => ops.push(Op::Take(Term::Base(form::base_form(word).into_owned()))),
        Pattern::Term(term @ Term::Part(_)) => emit_run(term, ops),
        Pattern::Term(term) => ops.push(Op::Take(term.clone())),
        Pattern::Sequence(parts) => parts.iter().for_each(|part| emit(part, ops)),
        Pattern::Optional(part) => emit_optional(part, ops),
        Pattern::Gap(width) => (0..*width).for_each(|_| emit_optional(&Pattern::Term(Term::Any), ops)),
        Pattern::Either(parts) => emit_either(parts, ops),
    }
}

/// The most words that are one date, one speaker, one place; keeps matching linear.
const LONGEST_PART: usize = 8;

/// One word or several of the same kind.
fn emit_run(term: &Term, ops: &mut Vec<Op>) {
    ops.push(Op::Take(term.clone()));
    let end = ops.len() + 2 * (LONGEST_PART - 1);
    for _ in 1..LONGEST_PART {
        ops.push(Op::Fork(ops.len() + 1, end));
        ops.push(Op::Take(term.clone()));
    }
}

fn emit_optional(part: &Pattern, ops: &mut Vec<Op>) {
    let fork = ops.len();
    ops.push(Op::Match);
    emit(part, ops);
    let after = ops.len();
    set(ops, fork, Op::Fork(fork + 1, after));
}

fn emit_either(parts: &[Pattern], ops: &mut Vec<Op>) {
    let Some((last, others)) = parts.split_last() else { return };
    let mut jumps = Vec::new();
    for part in others {
        let fork = ops.len();
        ops.push(Op::Match);
        emit(part, ops);
        jumps.push(ops.len());
        ops.push(Op::Match);
        let next = ops.len();
        set(ops, fork, Op::Fork(fork + 1, next));
    }
    emit(last, ops);
    let after = ops.len();
    jumps.into_iter().for_each(|jump| set(ops, jump, Op::Jump(after)));
}

fn set(ops: &mut [Op], at: usize, op: Op) {
    if let Some(slot) = ops.get_mut(at) {
        *slot = op;
    }
}

/// Several phrases, any of which may match. They are found by the words they begin with: most words begin none.
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    phrases: Vec<Phrase>,
    /// Phrases by the words that a match may begin with.
    by_first: FxHashMap<String, Vec<usize>>,
    /// The signs of those words.
    signs: u64,
    /// Phrases that may begin with words of a kind.
    open: Vec<usize>,
}

impl Phrases {
    /// From compiled phrases.
    pub fn new(phrases: Vec<Phrase>) -> Phrases {
        let mut all = Phrases::default();
        for (index, phrase) in phrases.iter().enumerate() {
            match phrase.first_words() {
                Some(words) => words.into_iter().for_each(|word| all.enter(word, index)),
                None => all.open.push(index),
            }
        }
        Phrases { phrases, ..all }
    }

    fn enter(&mut self, word: &str, index: usize) {
        self.signs |= sign(word);
        self.by_first.entry(word.to_owned()).or_default().push(index);
    }

    /// The phrases in their order.
    pub fn iter(&self) -> impl Iterator<Item = &Phrase> {
        self.phrases.iter()
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

    /// Whether any of them matches.
    pub fn matches(&self, words: &[Word]) -> bool {
        self.matches_of(words).next().is_some()
    }

    /// Every match with the index of its phrase, by where they begin.
    fn matches_of<'p>(&'p self, words: &'p [Word]) -> impl Iterator<Item = (usize, Range<usize>)> + 'p {
        let at_word = move |(at, word): (usize, &'p Word)| {
            let matched = move |index: usize| Some((index, self.phrases.get(index)?.match_at(words, at)?));
            self.beginning_with(word).filter_map(matched)
        };
        words.iter().enumerate().flat_map(at_word)
    }

    /// The phrases that may begin with a word.
    fn beginning_with<'p>(&'p self, word: &'p Word) -> impl Iterator<Item = usize> + 'p {
        let listed = |word: &str| self.by_first.get(word).map_or(&[][..], Vec::as_slice);
        let (by_form, by_base) = match word.signs & self.signs {
            0 => (&[][..], &[][..]),
            _ if word.form == word.base => (listed(&word.form), &[][..]),
            _ => (listed(&word.form), listed(&word.base)),
        };
        [by_form, by_base, &self.open].into_iter().flatten().copied()
    }
}
