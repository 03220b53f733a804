//! Past or future: what the words around a date tell.

use crate::text::{Kind, Span, Text, Token};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// On which side of the day of publication a date lies, as far as its sentence tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// Something is still to come.
    Future,
    /// It is told as having happened.
    Past,
    /// It is what ended: `the year ended Jan. 31`.
    Over,
    /// Neither.
    Unclear,
}

/// How many tokens before a date are searched for a cue, and how many after it.
const BEFORE: usize = 14;
const AFTER: usize = 14;

/// The nearest cue before the date in its sentence, else the nearest after it.
pub(super) fn cue(text: &Text, span: Span) -> Cue {
    let here = text.tokens_in(span);
    let sentence = text.sentence_at(here.start).and_then(|index| text.sentences().get(index));
    let Some(sentence) = sentence else { return Cue::Unclear };
    if here.start.checked_sub(1).is_some_and(|at| text.word(at) == "ended") {
        return Cue::Over;
    }
    let before = (sentence.start.max(here.start.saturating_sub(BEFORE))..here.start).rev();
    if is_as_early_as(text, here.start) {
        return Cue::Future;
    }
    let after = here.end..sentence.end.min(here.end + AFTER);
    let found = |at| of_word(text, at);
    before.into_iter().find_map(found).or_else(|| after.into_iter().find_map(found)).unwrap_or(Cue::Unclear)
}

/// `as soon as Tuesday`.
fn is_as_early_as(text: &Text, date: usize) -> bool {
    let back = |count| date.checked_sub(count).map_or("", |at| text.word(at));
    back(1) == "as" && matches!(back(2), "early" | "soon") && back(3) == "as"
}

fn of_word(text: &Text, at: usize) -> Option<Cue> {
    // A verb with a capital is a name, or opens the sentence and says nothing of this date.
    let verb = |token: &&Token| token.kind == Kind::Word && !token.is_capitalised();
    text.tokens().get(at).filter(verb)?;
    let word = text.word(at);
    match class(word) {
        Some(Class::Infinitive) if at > 0 && looks_ahead(text.word(at - 1)) => Some(Cue::Future),
        None if at > 0 && word == "for" && text.word(at - 1) == "set" => Some(Cue::Future),
        Some(Class::Future) => Some(Cue::Future),
        Some(Class::Past) => Some(participle(text, at)),
        Some(Class::Promise) if word.ends_with("ed") => Some(participle(text, at)),
        None if word.len() > 4 && word.ends_with("ed") && !word.starts_with("un") => {
            Some(participle(text, at))
        }
        _ => None,
    }
}

/// `agreed | to`, `is | to`, `were | to`.
fn looks_ahead(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were") || class(word) == Some(Class::Promise)
}

/// A past form, unless an infinitive or a modal makes it a participle: `to be signed`, `will have met`.
fn participle(text: &Text, at: usize) -> Cue {
    let mut before = (at.saturating_sub(3)..at).rev().map(|at| class(text.word(at)));
    match before.find(|class| *class != Some(Class::Auxiliary)) {
        Some(Some(Class::Infinitive | Class::Future)) => Cue::Future,
        _ => Cue::Past,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Future,
    Past,
    Promise,
    Auxiliary,
    Infinitive,
}

/// The longest word of the lists in bytes.
const LONGEST: usize = 10;

fn class(word: &str) -> Option<Class> {
    let mut buffer = [0; LONGEST];
    let lower = buffer.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    CLASSES.get(&*lower).copied()
}

static CLASSES: LazyLock<FxHashMap<&'static [u8], Class>> = LazyLock::new(|| {
    let mut classes = FxHashMap::default();
    let mut class = Class::Past;
    for line in include_str!("../../../rules/lexicon/dates-direction.txt").lines() {
        match line {
            "[future]" => class = Class::Future,
            "[past]" => class = Class::Past,
            "[promise]" => class = Class::Promise,
            "[auxiliary]" => class = Class::Auxiliary,
            "[infinitive]" => class = Class::Infinitive,
            _ if line.starts_with('#') => {}
            _ => {
                for word in line.split_whitespace() {
                    classes.entry(word.as_bytes()).or_insert(class);
                }
            }
        }
    }
    classes
});
