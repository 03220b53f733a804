//! Clues: the named features that weighed decisions rest on.
//!
//! A clue is a template and up to two values. Weights are looked up by a hash of its name; the names of
//! templates and of enumerated values are hashed by the compiler, so that no text is built while reading.

use super::candidate::{Complement, Edge, Link, Shape, Side};
use super::key::{hash, pair};
use crate::claim::Class;
use crate::grammar::speaker::Sort;
use crate::grammar::tag::Tag;

/// What kind of clue it is.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    /// As the weights file calls it.
    pub name: &'static str,
    key: u64,
}

impl Template {
    /// The template of a name.
    pub const fn new(name: &'static str) -> Template {
        Template { name, key: hash(name) }
    }
}

/// A value of a clue.
pub trait Value: Copy {
    /// The hash of its name.
    fn key(self) -> u64;
    /// As the weights file writes it; empty for none.
    fn name(self) -> String;
    /// Whether it is a word of the text.
    fn is_word(self) -> bool {
        false
    }
}

/// Takes in clues: to weigh them, or to learn from them.
pub trait Clues {
    /// Takes in one clue.
    fn add(&mut self, template: Template, a: impl Value, b: impl Value);
}

/// `clue!(clues, "link", link)`, `clue!(clues, "link shape", link, shape)`
macro_rules! clue {
    ($clues:expr, $name:literal, $a:expr) => {
        clue!($clues, $name, $a, ())
    };
    ($clues:expr, $name:literal, $a:expr, $b:expr) => {
        $clues.add(const { $crate::grammar::prose::clue::Template::new($name) }, $a, $b)
    };
}
pub(super) use clue;

/// The key of a clue.
pub fn key(template: Template, a: u64, b: u64) -> u64 {
    super::key::key(template.key, a, b)
}

/// A word of the text, hashed once for many clues.
#[derive(Clone, Copy, Debug)]
pub struct Word<'t> {
    text: &'t str,
    key: u64,
}

impl<'t> Word<'t> {
    /// A word as it counts for clues.
    pub fn new(text: &'t str) -> Word<'t> {
        Word { text, key: hash(text) }
    }
}

impl Value for Word<'_> {
    fn key(self) -> u64 {
        self.key
    }

    fn name(self) -> String {
        self.text.to_owned()
    }

    fn is_word(self) -> bool {
        true
    }
}

impl Value for () {
    fn key(self) -> u64 {
        0
    }

    fn name(self) -> String {
        String::new()
    }
}

/// A count: 0 to 3 apart, then in ranges that double.
#[derive(Clone, Copy, Debug)]
pub struct Count(pub usize);

/// A probability in tenths.
#[derive(Clone, Copy, Debug)]
pub struct Tenths(pub f32);

macro_rules! numbered {
    ($($number:literal)*) => {
        const NUMBERS: &[(&str, u64)] = &[$(($number, hash($number))),*];
    };
}

numbered! { "0" "1" "2" "3" "4" "5" "6" "7" "8" "9" "10" }

fn number(index: usize) -> (&'static str, u64) {
    NUMBERS.get(index).or(NUMBERS.last()).copied().unwrap_or_default()
}

impl Count {
    fn range(self) -> usize {
        match self.0 {
            0..=3 => self.0,
            4..=5 => 4,
            6..=8 => 5,
            9..=12 => 6,
            13..=20 => 7,
            _ => 8,
        }
    }
}

impl Value for Count {
    fn key(self) -> u64 {
        number(self.range()).1
    }

    fn name(self) -> String {
        number(self.range()).0.to_owned()
    }
}

impl Value for Tenths {
    fn key(self) -> u64 {
        number((self.0 * 10.0) as usize).1
    }

    fn name(self) -> String {
        number((self.0 * 10.0) as usize).0.to_owned()
    }
}

impl Value for bool {
    fn key(self) -> u64 {
        number(usize::from(self)).1
    }

    fn name(self) -> String {
        number(usize::from(self)).0.to_owned()
    }
}

macro_rules! named {
    ($($type:ident: $($variant:ident)*;)*) => {
        $(impl Value for $type {
            fn key(self) -> u64 {
                match self { $($type::$variant => const { hash(stringify!($variant)) }),* }
            }

            fn name(self) -> String {
                match self { $($type::$variant => stringify!($variant).to_owned()),* }
            }
        })*
    };
}

named! {
    Shape: Finite Infinitive Gerund Passive Raised Participle According Adverb Noun Adjective Colon;
    Complement: Quote That Clause Wh To Ing Object Preposition Np Other Pause End;
    Link: Subject Attributed Apposed Before Relative Shared Inverted By Behind Owner;
    Side: Right Left Around;
    Edge: Sentence Touching Complement Comma Semicolon Dash Bracket Quotation That Conjunction Subordinator Relative Modifier Verb
        Preposition Cue Noun;
    Sort: Pronoun Relative Name Common Other;
    Class: Speech Attitude Intention Perception;
    Tag: CC CD DT EX FW IN JJ JJR JJS MD NN NNS NNP NNPS PDT POS PRP PRPS RB RBR RBS RP TO UH VB VBD VBG VBN VBP VBZ
        WDT WP WPS WRB Punct;
}

/// Two values that count together.
#[derive(Clone, Copy, Debug)]
pub struct And<A, B>(pub A, pub B);

impl<A: Value, B: Value> Value for And<A, B> {
    fn key(self) -> u64 {
        pair(self.0.key(), self.1.key())
    }

    fn name(self) -> String {
        format!("{}+{}", self.0.name(), self.1.name())
    }

    fn is_word(self) -> bool {
        self.0.is_word() || self.1.is_word()
    }
}
