//! One phrase as a small machine whose longest match is bounded, so that a text costs time in proportion to its length.

use super::expected::Expected;
use super::word::key;
use super::{Part, Pattern, Term, Word};
use crate::text::{Fault, form};
use std::borrow::Cow;
use std::ops::Range;

/// A compiled phrase. Each word that it can take is a step of the match, and the match itself is the last.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// What each step takes.
    terms: Vec<Term>,
    /// The steps that may take the first word, a bit for each.
    start: Vec<u64>,
    /// For each step those that may come next, one set behind the other.
    next: Vec<u64>,
    /// The steps that take a certain word, by its key, ascending.
    words: Vec<(u64, usize)>,
    /// The steps that take words of a kind.
    kinds: Vec<u64>,
    source: String,
}

impl Phrase {
    /// Compiles a pattern.
    ///
    /// # Errors
    /// The fault of the pattern, its span in bytes of `source`.
    pub fn new(source: &str) -> Result<Phrase, Fault> {
        Ok(Phrase::compiled(&super::parse(source)?, source.to_owned()))
    }

    /// Compiles a parsed pattern.
    pub fn of(pattern: &Pattern) -> Phrase {
        Phrase::compiled(pattern, pattern.to_string())
    }

    fn compiled(pattern: &Pattern, source: String) -> Phrase {
        let mut ops = Vec::new();
        emit(pattern, &mut ops);
        ops.push(Op::Match);
        let takes = |op: &&Op| matches!(op, Op::Take(_));
        let blocks = ops.iter().filter(takes).count() / BLOCK + 1;
        let reached = |op: usize| steps_from(&ops, op, blocks);
        let next = ops.iter().enumerate().filter(|(_, op)| takes(op)).flat_map(|(at, _)| reached(at + 1));
        let (next, start) = (next.collect(), reached(0));
        let terms = ops.into_iter().filter_map(|op| if let Op::Take(term) = op { Some(term) } else { None });
        let (words, kinds) = (Vec::new(), vec![0; blocks]);
        Phrase { terms: terms.collect(), start, next, words, kinds, source }.indexed()
    }

    /// Files the steps under the words that they take.
    fn indexed(mut self) -> Phrase {
        for (step, term) in self.terms.iter().enumerate() {
            match term.word() {
                Some(word) => self.words.push((key(word), step)),
                None => add(&mut self.kinds, step),
            }
        }
        self.words.sort_unstable();
        self
    }

    /// The pattern as written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// What the pattern could do without.
    pub fn parts(&self) -> Vec<Part> {
        super::parse(&self.source).map(|pattern| pattern.parts()).unwrap_or_default()
    }

    /// The first place where it matches, as long as it can; indices into `words`.
    pub fn find(&self, words: &[Word]) -> Option<Range<usize>> {
        (0..words.len()).find_map(|start| self.match_at(words, start))
    }

    /// The steps that may take the first word.
    pub(super) fn start(&self) -> &[u64] {
        &self.start
    }

    /// The same one by one.
    pub(super) fn first(&self) -> impl Iterator<Item = usize> + '_ {
        steps(self.start.iter().copied())
    }

    /// What a step takes; nothing where the match is over.
    pub(super) fn term(&self, step: usize) -> Option<&Term> {
        self.terms.get(step)
    }

    /// What its steps take.
    pub(super) fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The number of its steps.
    pub(super) fn len(&self) -> usize {
        self.terms.len()
    }

    /// The longest match that starts with word `start`.
    pub(super) fn match_at(&self, words: &[Word], start: usize) -> Option<Range<usize>> {
        let mut current = Cow::Borrowed(&*self.start);
        let mut longest = None;
        for (at, word) in words.iter().enumerate().skip(start) {
            current = self.behind(&current, word);
            if current.iter().all(|block| *block == 0) {
                break;
            }
            if holds(&current, self.terms.len()) {
                longest = Some(start..at + 1);
            }
        }
        longest
    }

    /// The words that a match may begin with; `None` where they are not a few.
    pub(super) fn first_words(&self) -> Option<Vec<&str>> {
        steps(self.start.iter().copied()).filter_map(|step| self.terms.get(step)).map(Term::word).collect()
    }

    /// What a match may begin with.
    pub(super) fn expected_first(&self) -> Expected {
        self.expected(&self.start)
    }

    /// What may stand behind the first word of a match, where that word has this key.
    pub(super) fn expected_behind(&self, first: u64) -> Expected {
        self.expected_after(self.listed(first).iter().map(|(_, step)| *step))
    }

    /// What may stand behind the first word of a match.
    pub(super) fn expected_second(&self) -> Expected {
        self.expected_after(self.first())
    }

    /// What may come behind those of some steps that a match begins with.
    fn expected_after(&self, taken: impl Iterator<Item = usize>) -> Expected {
        let mut reached = vec![0; self.start.len()];
        taken
            .filter(|step| holds(&self.start, *step))
            .for_each(|step| add_all(&mut reached, self.next(step)));
        self.expected(&reached)
    }

    fn expected(&self, set: &[u64]) -> Expected {
        Expected::of(steps(set.iter().copied()).map(|step| self.terms.get(step)))
    }

    /// Words of which every match holds one; `None` where there are no such words.
    pub(super) fn anchors(&self) -> Option<Vec<Anchor<'_>>> {
        let mut anchors = Vec::new();
        let mut reached: Vec<usize> = steps(self.start.iter().copied()).collect();
        let mut at = 0;
        while let Some(step) = reached.get(at).copied() {
            match self.terms.get(step)?.anchor() {
                Some(anchor) => anchors.push(anchor),
                None => {
                    let more: Vec<usize> =
                        steps(self.next(step).iter().copied()).filter(|it| !reached.contains(it)).collect();
                    reached.extend(more);
                }
            }
            at += 1;
        }
        Some(anchors)
    }

    /// What is reached from `current` by taking a word. That no step takes it, or one, is the rule: nothing is built then.
    fn behind(&self, current: &[u64], word: &Word) -> Cow<'_, [u64]> {
        let mut taken = self.taking(current, word).map(|step| self.next(step));
        let first = taken.next().unwrap_or_default();
        let Some(second) = taken.next() else { return Cow::Borrowed(first) };
        let mut all = first.to_vec();
        for more in std::iter::once(second).chain(taken) {
            add_all(&mut all, more);
        }
        Cow::Owned(all)
    }

    /// The steps of a set that take a word.
    fn taking<'p>(&'p self, set: &'p [u64], word: &'p Word) -> impl Iterator<Item = usize> + 'p {
        let [form, base] = word.keys;
        let by_base = if base == form { &[] } else { self.listed(base) };
        let certain = self.listed(form).iter().chain(by_base).map(|(_, step)| *step);
        let certain = certain.filter(|step| holds(set, *step));
        let of_kind = steps(set.iter().zip(&self.kinds).map(|(block, kinds)| block & kinds));
        certain.chain(of_kind).filter(|step| self.terms.get(*step).is_some_and(|term| term.takes(word)))
    }

    /// The steps that take the word of a key.
    fn listed(&self, key: u64) -> &[(u64, usize)] {
        let from = self.words.partition_point(|(own, _)| *own < key);
        let rest = self.words.get(from..).unwrap_or_default();
        rest.get(..rest.iter().take_while(|(own, _)| *own == key).count()).unwrap_or_default()
    }

    /// The steps that may come behind one.
    pub(super) fn next(&self, step: usize) -> &[u64] {
        let blocks = self.start.len();
        self.next.get(step * blocks..(step + 1) * blocks).unwrap_or_default()
    }
}

/// Steps in one number of a set.
const BLOCK: usize = u64::BITS as usize;

/// The steps of a set, ascending.
pub(super) fn steps(set: impl Iterator<Item = u64>) -> impl Iterator<Item = usize> {
    set.enumerate().flat_map(|(block, bits)| {
        let mut left = bits;
        std::iter::from_fn(move || {
            let step = (left != 0).then(|| block * BLOCK + left.trailing_zeros() as usize);
            left &= left.wrapping_sub(1);
            step
        })
    })
}

pub(super) fn add_all(set: &mut [u64], more: &[u64]) {
    set.iter_mut().zip(more).for_each(|(all, more)| *all |= more);
}

fn add(set: &mut [u64], step: usize) {
    if let Some(block) = set.get_mut(step / BLOCK) {
        *block |= 1 << (step % BLOCK);
    }
}

pub(super) fn holds(set: &[u64], step: usize) -> bool {
    set.get(step / BLOCK).is_some_and(|block| block & 1 << (step % BLOCK) != 0)
}

/// One instruction, before only those that take a word are left.
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

/// The steps to which `op` leads without taking a word, as a set of so many blocks.
fn steps_from(ops: &[Op], op: usize, blocks: usize) -> Vec<u64> {
    let mut reached = vec![false; ops.len()];
    follow(ops, op, &mut reached);
    let mut set = vec![0; blocks];
    let own_step = ops.iter().zip(reached).filter(|(op, _)| matches!(op, Op::Take(_) | Op::Match));
    own_step.enumerate().filter(|(_, (_, reached))| *reached).for_each(|(step, _)| add(&mut set, step));
    set
}

/// Marks `op` and all that it leads to without taking a word.
fn follow(ops: &[Op], op: usize, reached: &mut [bool]) {
    match reached.get_mut(op) {
        Some(known) if !*known => *known = true,
        _ => return,
    }
    match ops.get(op) {
        Some(Op::Fork(first, second)) => {
            follow(ops, *first, reached);
            follow(ops, *second, reached);
        }
        Some(Op::Jump(to)) => follow(ops, *to, reached),
        _ => {}
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
            Term::Number => word.number || word.counts,
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
pub(super) const LONGEST_PART: usize = 8;

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
