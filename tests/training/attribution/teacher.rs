//! The judge that knows the answers, and what is learnt from each of its verdicts.

use crate::gold::{Article, Gold};
use crate::learn::{Example, Learner, Weights};
use sayso::grammar::item::Item;
use sayso::grammar::prose::clue::{Clues, Template, Value, key};
use sayso::grammar::prose::weigh::{self, Judge, Meaning, Offer, Stage};
use sayso::grammar::prose::{self, Choice, Cue, Sentence, Side};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

/// What is to be learnt.
#[derive(Clone, Copy)]
pub enum Mode<'w> {
    /// Cue, source and content: each decision is answered rightly.
    Parts,
    /// Whether the whole is right, the parts being decided by these weights.
    Wholes(&'w Weights),
}

/// The name of a clue.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    pub template: &'static str,
    pub a: String,
    pub b: String,
    /// The values that are words of the text.
    words: String,
}

/// Numbers for clues, and their names.
#[derive(Default)]
pub struct Names(RefCell<Table>);

#[derive(Default)]
struct Table {
    numbers: HashMap<u64, u32>,
    names: Vec<Name>,
    forbidden: BTreeSet<u32>,
}

impl Names {
    fn number(&self, template: Template, a: impl Value, b: impl Value) -> u32 {
        let table = &mut *self.0.borrow_mut();
        *table.numbers.entry(key(template, a.key(), b.key())).or_insert_with(|| {
            let word = |is: bool, name: String| if is { name } else { String::new() };
            let words = format!("{} {}", word(a.is_word(), a.name()), word(b.is_word(), b.name()));
            table.names.push(Name { template: template.name, a: a.name(), b: b.name(), words });
            table.names.len() as u32 - 1
        })
    }

    /// Forbids clues with a word that is neither ordinary nor a class of words (`~name`).
    pub fn forbid(&self, ordinary: &BTreeSet<String>) {
        let table = &mut *self.0.borrow_mut();
        let fine = |word: &str| {
            let veiled =
                word.starts_with('~') || word.starts_with(char::is_uppercase) || word.parse::<u8>().is_ok();
            veiled || ordinary.contains(word) || !word.contains(char::is_alphabetic)
        };
        let odd = |name: &Name| !name.words.split([' ', '+']).filter(|word| !word.is_empty()).all(fine);
        let names = table.names.iter().enumerate();
        table.forbidden = names.filter(|(_, name)| odd(name)).map(|(number, _)| number as u32).collect();
    }

    /// How many clues there are.
    pub fn len(&self) -> usize {
        self.0.borrow().names.len()
    }

    /// Whether a clue may be learnt.
    pub fn allows(&self, number: u32) -> bool {
        !self.0.borrow().forbidden.contains(&number)
    }

    pub fn name(&self, number: u32) -> Name {
        self.0.borrow().names[number as usize].clone()
    }
}

/// Takes the numbers of clues.
pub struct Noted<'n> {
    names: &'n Names,
    numbers: Vec<u32>,
}

impl Clues for Noted<'_> {
    fn add(&mut self, template: Template, a: impl Value, b: impl Value) {
        self.numbers.push(self.names.number(template, a, b));
    }
}

/// Answers for one article.
pub struct Teacher<'a> {
    article: &'a Article,
    names: &'a Names,
    mode: Mode<'a>,
    learner: Learner,
    /// The annotated attribution of each cue judged so far, by the token of its head.
    cues: BTreeMap<usize, usize>,
}

impl<'a> Teacher<'a> {
    pub fn new(article: &'a Article, names: &'a Names, mode: Mode<'a>) -> Teacher<'a> {
        Teacher { article, names, mode, learner: Learner::default(), cues: BTreeMap::new() }
    }

    /// Reads the article and notes what each decision had to be.
    pub fn teach(mut self) -> Learner {
        let article = self.article;
        prose::attributions_by(&article.document, &article.text(), |sentence| {
            weigh::choose(sentence, &mut self)
        });
        self.learner
    }

    /// The annotated attribution whose cue this is, unless it is another candidate's already.
    fn gold_of(&mut self, sentence: &Sentence, cue: &Cue) -> Option<&'a Gold> {
        let head = sentence.items[cue.head].tokens.start;
        if !self.cues.contains_key(&head) {
            let free = |index: &usize| !self.cues.values().any(|taken| taken == index);
            let found = (0..self.article.gold.len()).filter(free).find(|index| {
                let gold = &self.article.gold[*index].cue;
                gold.contains(&head)
            });
            if let Some(index) = found {
                self.cues.insert(head, index);
            }
        }
        self.cues.get(&head).map(|index| &self.article.gold[*index])
    }

    /// The offer that the annotation asks for, if one does.
    fn answer(
        &mut self,
        stage: Stage,
        sentence: &Sentence,
        cue: &Cue,
        offers: &[Offer<Noted>],
    ) -> Option<usize> {
        let gold = self.gold_of(sentence, cue);
        match stage {
            Stage::Cue => Some(usize::from(gold.is_some())),
            Stage::Source => source(sentence, gold?, offers),
            Stage::Side => side(sentence, gold?, offers),
            Stage::Start => boundary(first_behind(sentence, gold?, cue.items.end)?, offers),
            Stage::End => boundary(last_behind(sentence, gold?, cue.items.end)?, offers),
            Stage::LeftStart => {
                boundary(first_behind(sentence, gold?, 0).filter(|at| *at < cue.items.start)?, offers)
            }
            Stage::Whole => {
                let Some(Meaning::Whole(choice)) = offers.last().map(|offer| offer.meaning) else {
                    return None;
                };
                Some(usize::from(gold.is_some_and(|gold| usable(sentence, gold, choice))))
            }
        }
    }
}

impl<'a> Judge for Teacher<'a> {
    type Clues = Noted<'a>;

    fn clues(&self, _: Stage) -> Noted<'a> {
        Noted { names: self.names, numbers: Vec::new() }
    }

    fn chances(
        &mut self,
        stage: Stage,
        sentence: &Sentence,
        cue: &Cue,
        offers: Vec<Offer<Noted<'a>>>,
    ) -> Vec<f32> {
        let answer = self.answer(stage, sentence, cue, &offers);
        let example = |label| Example {
            label,
            options: offers.iter().map(|offer| offer.clues.numbers.clone()).collect(),
        };
        let only = |wanted: usize| (0..offers.len()).map(|at| f32::from(u8::from(at == wanted))).collect();
        match self.mode {
            Mode::Parts if stage == Stage::Whole => only(1),
            Mode::Parts => {
                self.learner.note(stage, answer.map(example));
                only(answer.unwrap_or(0))
            }
            Mode::Wholes(_) if stage == Stage::Whole => {
                self.learner.note(stage, answer.map(example));
                only(1)
            }
            Mode::Wholes(weights) => weights.chances(stage, &example(0)),
        }
    }
}

/// How many words of an item are in a part; a quotation has as many as it has tokens.
fn shared(item: &Item, part: &BTreeSet<usize>) -> usize {
    if item.is_word() || item.is_quotation() { part.range(item.tokens.clone()).count() } else { 0 }
}

fn words(item: &Item) -> usize {
    if item.is_word() || item.is_quotation() { item.tokens.len() } else { 0 }
}

/// Overlap of some items with a part of the annotation, as a share of both together.
fn overlap(sentence: &Sentence, ranges: &[Range<usize>], part: &BTreeSet<usize>) -> f64 {
    let items = || ranges.iter().cloned().flatten().filter_map(|at| sentence.items.get(at));
    let common: usize = items().map(|item| shared(item, part)).sum();
    let own: usize = items().map(words).sum();
    common as f64 / (own + part.len() - common).max(1) as f64
}

fn source(sentence: &Sentence, gold: &Gold, offers: &[Offer<Noted>]) -> Option<usize> {
    if gold.source.is_empty() {
        return Some(0);
    }
    let score = |offer: &Offer<Noted>| match offer.meaning {
        Meaning::Source(source) if gold.source.contains(&sentence.items[source.head].tokens.start) => {
            overlap(sentence, std::slice::from_ref(&source.items), &gold.source)
        }
        _ => 0.0,
    };
    let scores: Vec<f64> = offers.iter().map(score).collect();
    let best = scores.iter().copied().fold(0.0, f64::max);
    (best > 0.0).then(|| scores.iter().position(|score| *score >= best)).flatten()
}

/// Items of the content in a sentence.
fn content_items(sentence: &Sentence, gold: &Gold) -> Vec<usize> {
    let inside = |at: &usize| {
        let item = &sentence.items[*at];
        2 * shared(item, &gold.content) > words(item)
    };
    (0..sentence.items.len()).filter(inside).collect()
}

fn first_behind(sentence: &Sentence, gold: &Gold, from: usize) -> Option<usize> {
    content_items(sentence, gold).into_iter().find(|at| *at >= from)
}

fn last_behind(sentence: &Sentence, gold: &Gold, from: usize) -> Option<usize> {
    content_items(sentence, gold).into_iter().rfind(|at| *at >= from).map(|at| at + 1)
}

fn side(sentence: &Sentence, gold: &Gold, offers: &[Offer<Noted>]) -> Option<usize> {
    let items = content_items(sentence, gold);
    let side = offers.iter().find_map(|offer| match offer.meaning {
        Meaning::Side(_, block) => {
            let left = items.iter().filter(|at| **at < block.start).count();
            let right = items.iter().filter(|at| **at >= block.end).count();
            let quoted = items
                .iter()
                .rfind(|at| **at < block.start)
                .is_some_and(|at| sentence.items[*at].is_quotation());
            match (left, right) {
                (0, 0) => None,
                (0, _) => Some(Side::Right),
                (_, 0) => Some(Side::Left),
                _ if quoted => Some(Side::Left),
                _ => Some(Side::Around),
            }
        }
        _ => None,
    })?;
    offers.iter().position(|offer| matches!(offer.meaning, Meaning::Side(offered, _) if offered == side))
}

/// Items by which a boundary may be off and still teach something.
const NEAR: usize = 2;

fn boundary(wanted: usize, offers: &[Offer<Noted>]) -> Option<usize> {
    let distance = |offer: &Offer<Noted>| match offer.meaning {
        Meaning::At(at) => at.abs_diff(wanted),
        _ => usize::MAX,
    };
    let nearest = (0..offers.len()).min_by_key(|index| distance(&offers[*index]))?;
    (distance(&offers[nearest]) <= NEAR).then_some(nearest)
}

/// Words behind which the head of a phrase does not stand.
const HEAD_ENDS: &[&str] =
    &["of", "for", "to", "in", "from", "at", "with", "by", "on", "who", "which", "that", ",", "("];

/// The part of the content that stands in a sentence: a quotation may go on in the next.
fn here(sentence: &Sentence, part: &BTreeSet<usize>) -> BTreeSet<usize> {
    let (Some(first), Some(last)) = (sentence.items.first(), sentence.items.last()) else {
        return BTreeSet::new();
    };
    part.range(first.tokens.start..last.tokens.end).copied().collect()
}

/// Half of the content right, and the source's head in the annotated source, whose head is in it.
fn usable(sentence: &Sentence, gold: &Gold, choice: &Choice) -> bool {
    if overlap(sentence, &choice.content, &here(sentence, &gold.content)) < 0.5 {
        return false;
    }
    let Some(source) = &choice.source else { return gold.source.is_empty() };
    let in_source = |at: &usize| shared(&sentence.items[*at], &gold.source) > 0;
    let Some(first) = (0..sentence.items.len()).find(in_source) else { return false };
    let ends = |at: &usize| !in_source(at) || sentence.items[*at].is_any(HEAD_ENDS);
    let head = (first + 1..sentence.items.len()).find(ends).unwrap_or(sentence.items.len()) - 1;
    in_source(&source.head) && source.items.contains(&head)
}
