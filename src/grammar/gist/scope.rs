//! What tells a sentence apart from one that says the same of others: its subject, attributes, complements.

use super::Gist;
use super::lexicon::LEXICON;
use super::word::Word;
use crate::grammar::tag::Tag;

/// What a preposition adds to a sentence: "for adults", "in Lyon", "in the morning".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complement {
    /// The preposition; all that say where, and all that say at what hour, count as one.
    pub of: String,
    /// The place of its head among the words.
    pub head: usize,
}

impl Gist {
    /// The head of its subject, where no pronoun stands for it.
    pub fn subject(&self) -> Option<&Word> {
        let fronted = self.words.first().is_some_and(|first| first.tag == Tag::IN || first.is_adverb());
        let comma = self.words.iter().position(Word::is_break).map_or(0, |comma| comma + 1);
        let start = if fronted { comma } else { 0 };
        let phrase = self.words.iter().skip(start).take_while(|word| is_part(word));
        phrase.filter(|word| word.is_noun() && word.telling).last()
    }

    /// Whether a word of another sentence stands here as the owner of something: "the minister’s".
    pub fn is_owner(&self, word: &Word) -> bool {
        let own =
            self.words.windows(2).filter(|pair| pair.first().is_some_and(|it| it.family == word.family));
        own.clone().count() > 0
            && own.into_iter().all(|pair| pair.last().is_some_and(|next| next.tag == Tag::POS))
    }

    /// The words right before the noun at `at` that tell it apart.
    pub fn modifiers(&self, at: usize) -> Vec<&Word> {
        let before = self.words.get(..at).unwrap_or_default().iter().rev();
        before
            .take_while(|word| word.is_noun() || is_attribute(word))
            .filter(|word| tells_apart(word, self.words.get(at)))
            .collect()
    }

    /// What numbers the noun at `at`: "line 4", "block B".
    pub fn number(&self, at: usize) -> Option<&Word> {
        let word = self.words.get(at + 1)?;
        let letter = word.lower.len() == 1 && word.capital && word.lower.chars().all(char::is_alphabetic);
        let ends = self.words.get(at + 2).is_none_or(|next| !next.is_noun());
        (ends && (letter || word.tag == Tag::CD && word.lower.len() < 4)).then_some(word)
    }

    /// The head of the phrase right behind the verb at `at`.
    pub fn object(&self, at: usize) -> Option<&Word> {
        let phrase = self.words.iter().skip(at + 1).take_while(|word| is_part(word));
        let head = phrase.filter(|word| word.is_noun()).last()?;
        head.telling.then_some(head)
    }

    /// The word before the noun at `at` that takes a part of what it names: "some", "most".
    pub fn part(&self, at: usize) -> Option<&Word> {
        let before = self.words.get(..at).unwrap_or_default().iter().rev();
        let near = before.take_while(|word| is_part(word) || word.is("of") || word.is_adverb());
        near.into_iter().find(|word| LEXICON.parts.contains(&*word.lower))
    }

    /// Whether a word for a time follows: "last" in "last year".
    pub fn is_before_time(&self, at: usize) -> bool {
        self.words.get(at + 1).is_some_and(|next| LEXICON.times.contains(&*next.lower))
    }

    /// Whether a word points out which one is meant: "the older", "his younger brother"; not "is the older".
    pub fn points_out(&self, at: usize) -> bool {
        let before = |steps: usize| at.checked_sub(steps).and_then(|at| self.words.get(at));
        let definite = before(1).is_some_and(|word| word.is("the") || word.tag == Tag::PRPS);
        let predicated = before(2).is_some_and(|word| word.base == "be");
        self.words.get(at).is_some_and(Word::is_adjective) && definite && !predicated
    }

    /// What prepositions add.
    pub fn complements(&self) -> impl Iterator<Item = Complement> {
        (0..self.words.len()).filter_map(|at| self.hour(at).or_else(|| self.complement(at)))
    }

    fn hour(&self, at: usize) -> Option<Complement> {
        let word = self.words.get(at).filter(|word| LEXICON.hours.contains(&*word.lower))?;
        let clock =
            at.checked_sub(1).filter(|before| self.words.get(*before).is_some_and(|it| it.tag == Tag::CD));
        let head = clock.filter(|_| word.lower.ends_with('m')).unwrap_or(at);
        Some(Complement { of: "hour".to_owned(), head })
    }

    /// `complement = preposition { determiner | adjective | noun } ( plural | name )`
    fn complement(&self, at: usize) -> Option<Complement> {
        let preposition = self.words.get(at).filter(|word| matches!(word.tag, Tag::IN | Tag::TO))?;
        // "Acquitted of murder", but "the murder of Voss".
        let charged = preposition.lower == "of"
            && at.checked_sub(1).and_then(|verb| self.words.get(verb)).is_some_and(Word::is_full_verb);
        if LEXICON.apart_from.contains(&*preposition.lower) && !charged {
            return None;
        }
        let phrase = self.words.iter().enumerate().skip(at + 1).take_while(|(_, word)| is_part(word));
        let (head, word) = phrase.filter(|(_, word)| word.is_noun()).last()?;
        let where_to = LEXICON.places.contains(&*preposition.lower);
        let of = if where_to { "where" } else { &*preposition.lower };
        if LEXICON.times.contains(&*word.lower) {
            return None;
        }
        let one = (charged || BOUND.contains(&&*preposition.lower)) && word.telling;
        let told = word.name || (one || word.tag == Tag::NNS) && !LEXICON.untelling.contains(&*word.base);
        told.then(|| Complement { of: of.to_owned(), head })
    }
}

/// Behind these a single thing sets apart as well: "lied to the court". "In a statement" does not.
const BOUND: &[&str] = &["to", "with", "against", "from", "for"];

fn is_part(word: &Word) -> bool {
    word.is_noun()
        || is_attribute(word)
        || matches!(word.tag, Tag::DT | Tag::PDT | Tag::PRPS | Tag::POS | Tag::CD)
}

fn is_attribute(word: &Word) -> bool {
    word.is_adjective() || matches!(word.tag, Tag::VBN | Tag::VBG)
}

/// Titles of people tell nobody apart: "President Lind" and "Anne Lind" may be one. A "general" election is one of its kind.
fn tells_apart(word: &Word, noun: Option<&Word>) -> bool {
    let idle = LEXICON.untelling.contains(&*word.base) && !word.is("new");
    let title = noun.is_some_and(|noun| noun.name) && LEXICON.titles.contains(&*word.lower);
    !idle && !title && word.lower.chars().any(char::is_alphabetic)
}
