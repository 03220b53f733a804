//! How grave it is when a word of a quotation is another than on record.

use crate::text::form::is_number_word;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// What kind of words a change touches, gravest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Articles, prepositions, forms of one word.
    Grammar,
    /// Any other word.
    Content,
    /// Likely, perhaps, about: how sure.
    Hedge,
    /// May, could, must, will.
    Modal,
    /// A figure.
    Number,
    /// Not, never, no.
    Negation,
}

impl Weight {
    /// That of a word.
    pub(super) fn of(word: &str) -> Weight {
        let is_figure = || word.starts_with(|c: char| c.is_ascii_digit()) || is_number_word(word);
        match LEXICON.weights.get(word) {
            Some(weight) => *weight,
            None if is_figure() => Weight::Number,
            None => Weight::Content,
        }
    }
}

/// A closed class of words; see the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Class {
    /// Carries no matter of its own.
    Light,
    /// Makes a sentence sound surer.
    Assurance,
    /// Begins a clause.
    Clause,
    /// A negator with the word that makes it turn nothing.
    Idle,
    /// Says that something can be.
    Possible,
    /// Says that something must be.
    Needful,
}

impl Class {
    /// Whether a word, or two with a space between, is of the class.
    pub fn has(self, words: &str) -> bool {
        LEXICON.classes.get(&self).is_some_and(|class| class.contains(words))
    }
}

/// The words that weigh more or less than others, and those of the classes.
struct Lexicon {
    weights: FxHashMap<&'static str, Weight>,
    classes: FxHashMap<Class, FxHashSet<&'static str>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon { weights: FxHashMap::default(), classes: FxHashMap::default() };
    let lines = include_str!("../../rules/lexicon/quotation.txt").lines();
    for (kind, words) in lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(':')) {
        let words = words.split(',').map(str::trim);
        match (weight_called(kind), class_called(kind)) {
            (Some(weight), _) => lexicon.weights.extend(words.map(|word| (word, weight))),
            (_, Some(class)) => lexicon.classes.entry(class).or_default().extend(words),
            _ => {}
        }
    }
    lexicon
});

fn weight_called(kind: &str) -> Option<Weight> {
    Some(match kind {
        "negation" => Weight::Negation,
        "modal" => Weight::Modal,
        "hedge" => Weight::Hedge,
        "grammar" => Weight::Grammar,
        _ => return None,
    })
}

fn class_called(kind: &str) -> Option<Class> {
    Some(match kind {
        "light" => Class::Light,
        "assurance" => Class::Assurance,
        "clause" => Class::Clause,
        "idle" => Class::Idle,
        "possible" => Class::Possible,
        "needful" => Class::Needful,
        _ => return None,
    })
}
