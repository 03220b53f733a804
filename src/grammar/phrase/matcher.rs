//! Matching: a small machine whose longest match is bounded, so that a text costs time in proportion to its length.

use super::{Pattern, Term, Word};
use crate::text::{Fault, form};
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
        Ok(Phrase { ops, source: source.to_owned() })
    }

    /// The pattern as written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The first place where it matches, as long as it can; indices into `words`.
    pub fn find(&self, words: &[Word]) -> Option<Range<usize>> {
        self.find_from(words, 0)
    }

    /// As [`Phrase::find`], from the word `from` on.
    pub fn find_from(&self, words: &[Word], from: usize) -> Option<Range<usize>> {
        (from..words.len()).find_map(|start| {
            let end = self.match_at(words, start)?;
            (end > start).then_some(start..end)
        })
    }

    /// Where the longest match that starts with word `start` ends.
    fn match_at(&self, words: &[Word], start: usize) -> Option<usize> {
        let mut current = Vec::new();
        self.follow(0, &mut current);
        let mut longest = None;
        let mut at = start;
        loop {
            if current.iter().any(|op| matches!(self.ops.get(*op), Some(Op::Match))) {
                longest = Some(at);
            }
            let Some(word) = words.get(at).filter(|_| !current.is_empty()) else { return longest };
            current = self.advance(&current, word);
            at += 1;
        }
    }

    fn advance(&self, current: &[usize], word: &Word) -> Vec<usize> {
        let mut next = Vec::new();
        for op in current {
            if let Some(Op::Take(term)) = self.ops.get(*op)
                && term.takes(word)
            {
                self.follow(op + 1, &mut next);
            }
        }
        next
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

impl Term {
    fn takes(&self, word: &Word) -> bool {
        match self {
            Term::Base(base) => *base == word.base || *base == word.form,
            Term::Exact(form) => *form == word.form,
            Term::Prefix(start) => word.form.starts_with(start.as_str()),
            Term::Number => word.number || form::is_number_word(&word.form),
            Term::Name => word.capital,
            Term::Any => true,
        }
    }
}

/// Writes the instructions for `pattern`; they fall through to whatever comes next.
fn emit(pattern: &Pattern, ops: &mut Vec<Op>) {
    match pattern {
        Pattern::Term(Term::Base(word)) => ops.push(Op::Take(Term::Base(form::base_form(word).into_owned()))),
        Pattern::Term(term) => ops.push(Op::Take(term.clone())),
        Pattern::Sequence(parts) => parts.iter().for_each(|part| emit(part, ops)),
        Pattern::Optional(part) => emit_optional(part, ops),
        Pattern::Gap(width) => (0..*width).for_each(|_| emit_optional(&Pattern::Term(Term::Any), ops)),
        Pattern::Either(parts) => emit_either(parts, ops),
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

/// Several phrases, any of which may match.
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    phrases: Vec<Phrase>,
}

impl Phrases {
    /// From compiled phrases.
    pub fn new(phrases: Vec<Phrase>) -> Phrases {
        Phrases { phrases }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty()
    }

    /// The longest match of any of them, the first of several equally long.
    pub fn longest(&self, words: &[Word]) -> Option<Range<usize>> {
        let found = self.phrases.iter().filter_map(|phrase| phrase.find(words));
        found.reduce(|best, next| if next.len() > best.len() { next } else { best })
    }

    /// Whether any of them matches.
    pub fn matches(&self, words: &[Word]) -> bool {
        self.phrases.iter().any(|phrase| phrase.find(words).is_some())
    }
}
