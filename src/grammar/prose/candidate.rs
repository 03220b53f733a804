//! What the productions propose and the choice picks from.

use crate::claim::Class;
use crate::grammar::cue::Frames;
use crate::grammar::item::Item;
use crate::grammar::speaker::{Noun, Sort};
use std::ops::Range;

/// A sentence with its noun phrases and cues. All indices are of its items.
#[derive(Clone, Debug)]
pub struct Sentence<'t> {
    /// Words, signs and quotations.
    pub items: Vec<Item<'t>>,
    /// Noun phrases, ascending, not overlapping.
    pub nouns: Vec<Noun>,
    /// Cue candidates, ascending, not overlapping.
    pub cues: Vec<Cue>,
    /// Whether it is a headline.
    pub headline: bool,
}

/// The form in which a cue stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// "said", "has denied".
    Finite,
    /// "to say".
    Infinitive,
    /// "saying".
    Gerund,
    /// "was told", "was accused".
    Passive,
    /// "is expected to", "is said to", "seems to": the subject belongs to the content.
    Raised,
    /// "described as" without an auxiliary.
    Participle,
    /// "according to", "in the words of".
    According,
    /// "reportedly".
    Adverb,
    /// "the claim that", "support for".
    Noun,
    /// "is confident that", "critical of".
    Adjective,
    /// "Name: …".
    Colon,
}

/// What follows a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Complement {
    /// A quotation.
    Quote,
    /// "that" and a clause.
    That,
    /// A clause without "that".
    Clause,
    /// A question word or "whether".
    Wh,
    /// An infinitive.
    To,
    /// A gerund.
    Ing,
    /// A noun phrase and an infinitive.
    Object,
    /// A preposition of the cue, which has taken it in.
    Preposition,
    /// A noun phrase.
    Np,
    /// "so", an adverb or an adjective: nothing that could be said.
    Other,
    /// A comma or a dash.
    Pause,
    /// The sentence's end.
    End,
}

/// A word or group that may be a cue.
#[derive(Clone, Debug)]
pub struct Cue {
    /// Its items: auxiliaries, adverbs, verb, particle, preposition.
    pub items: Range<usize>,
    /// The verb, noun or adverb.
    pub head: usize,
    /// Base form, with particle.
    pub lemma: String,
    /// Speech, attitude, intention or perception.
    pub class: Class,
    /// The complements it takes.
    pub frames: Frames,
    /// How often it is a cue.
    pub grade: f32,
    /// The form in which it stands.
    pub shape: Shape,
    /// What follows.
    pub complement: Complement,
    /// Where that begins: behind the person addressed and adverbials.
    pub opens: usize,
}

impl Cue {
    /// The grade of cues that are not counted: "according to", hearsay adverbs.
    pub const SURE: f32 = 0.8;

    /// A cue that takes nothing special.
    pub fn plain(items: Range<usize>, lemma: &str, class: Class, shape: Shape) -> Cue {
        Cue {
            head: items.start,
            opens: items.end,
            items,
            lemma: lemma.to_owned(),
            class,
            frames: Frames::default(),
            grade: Cue::SURE,
            shape,
            complement: Complement::Other,
        }
    }
}

/// How a noun phrase stands to a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Link {
    /// Directly before it, adverbs apart.
    Subject,
    /// Before it, with prepositional phrases between.
    Attributed,
    /// Before it, with an apposition or a clause between commas, dashes or brackets.
    Apposed,
    /// Before it in the sentence, with something else between.
    Before,
    /// "who", "which" directly before it.
    Relative,
    /// The source of the cue before, which this one shares ("said … but added", "…, adding").
    Shared,
    /// Directly behind it: "said Smith", "according to Smith".
    Inverted,
    /// Behind "by".
    By,
    /// Behind it.
    Behind,
    /// The owner: "his claim that".
    Owner,
}

/// A noun phrase that may be the source of a cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The item of its head.
    pub head: usize,
    /// What kind of noun phrase it is.
    pub sort: Sort,
    /// Its items with what belongs to them: "of" phrases, appositions.
    pub items: Range<usize>,
    /// How it stands to the cue.
    pub link: Link,
}

/// On which side of the cue the content stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// Behind it.
    Right,
    /// Before it.
    Left,
    /// The subject before it and the rest behind it: "X is expected to".
    Around,
}

/// Why content may begin or end at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edge {
    /// The sentence's own end.
    Sentence,
    /// The other end of the cue or of the source beside it.
    Touching,
    /// Where the complement begins.
    Complement,
    /// A comma.
    Comma,
    /// A semicolon or colon.
    Semicolon,
    /// A dash.
    Dash,
    /// A bracket.
    Bracket,
    /// Behind or before a quotation.
    Quotation,
    /// "that", "whether".
    That,
    /// "and", "but", "or".
    Conjunction,
    /// "as", "while", "after", "because".
    Subordinator,
    /// "who", "which", "how".
    Relative,
    /// A participle or an adverb.
    Modifier,
    /// A finite verb.
    Verb,
    /// Before a preposition.
    Preposition,
    /// Another cue or its source.
    Cue,
    /// A noun phrase ends or begins.
    Noun,
}

/// A place where content may begin or end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Boundary {
    /// Before this item.
    pub at: usize,
    /// Why.
    pub edge: Edge,
}

/// The choice for one cue.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The cue, as an index into the sentence's cues.
    pub cue: usize,
    /// The source's items.
    pub source: Option<Source>,
    /// The content's items, ascending.
    pub content: Vec<Range<usize>>,
    /// The side on which the content was found.
    pub side: Side,
    /// How sure this is, 0 to 1.
    pub confidence: f32,
    /// Decisions, in words.
    pub trail: Vec<String>,
}

impl<'t> Sentence<'t> {
    /// The item at a place.
    pub fn item(&self, at: usize) -> Option<&Item<'t>> {
        self.items.get(at)
    }

    /// The item before a place.
    pub fn before(&self, at: usize) -> Option<&Item<'t>> {
        at.checked_sub(1).and_then(|at| self.items.get(at))
    }

    /// The noun phrase that holds an item.
    pub fn noun_over(&self, at: usize) -> Option<usize> {
        let index = self.nouns.partition_point(|noun| noun.items.end <= at);
        self.nouns.get(index).filter(|noun| noun.items.start <= at).map(|_| index)
    }

    /// The noun phrase that begins at an item.
    pub fn noun_from(&self, at: usize) -> Option<usize> {
        self.noun_over(at).filter(|index| self.nouns.get(*index).is_some_and(|noun| noun.items.start == at))
    }

    /// The noun phrase that ends before an item.
    pub fn noun_to(&self, at: usize) -> Option<usize> {
        let index = at.checked_sub(1).and_then(|last| self.noun_over(last))?;
        self.nouns.get(index).filter(|noun| noun.items.end == at).map(|_| index)
    }

    /// The cue candidate that holds an item.
    pub fn cue_over(&self, at: usize) -> Option<&Cue> {
        let index = self.cues.partition_point(|cue| cue.items.end <= at);
        self.cues.get(index).filter(|cue| cue.items.start <= at)
    }
}
