//! From a clause that only puts another one to that other one.

use super::clause::{Clause, Form};
use super::lexicon::LEXICON;
use super::reading::Reader;
use super::word::Word;
use crate::claim::{Irrealis, Modality};
use crate::grammar::tag::Tag;
use rustc_hash::FxHashSet;
use std::ops::Range;

impl Reader<'_, '_> {
    /// Where the clause starts that the one at hand only puts; `None` where this one counts.
    pub(super) fn next_clause(&mut self) -> Option<usize> {
        let clause = self.reading.clause.clone();
        if clause.form == Form::Phrase {
            return None;
        }
        let after = clause.group.words.end;
        if clause.group.passive {
            return self.behind_passive(&clause, after);
        }
        if self.is_copula(&clause.group.lemma, after) {
            return self.behind_copula(&clause, after);
        }
        self.behind_verb(&clause, after)
    }

    /// "Is", "became"; verbs like "sound" and "turn" only before an adjective.
    fn is_copula(&self, lemma: &str, after: usize) -> bool {
        if lemma == "be" {
            return true;
        }
        let next = (after..self.words.len()).find_map(|at| self.word(at).filter(|word| !word.is_adverb()));
        let adjective = next.is_some_and(|next| next.is_adjective() || next.tag == Tag::VBN);
        LEXICON.copulas.contains(lemma) && (adjective || ["become", "remain"].contains(&lemma))
    }

    /// "Is expected to leave", "was said to have left", "is convinced that".
    fn behind_passive(&mut self, clause: &Clause, after: usize) -> Option<usize> {
        if matches!(&*clause.group.lemma, "convince" | "persuade") && self.is_own() {
            return self.that_clause(after).filter(|_| self.reading.negations == 0);
        }
        let to = self.infinitive_at(after)?;
        if self.is_any(clause.group.verb, &LEXICON.probable) {
            self.lower_to(Modality::PR);
            return Some(to);
        }
        let told =
            LEXICON.speech.contains(&*clause.group.lemma) || LEXICON.belief.contains(&*clause.group.lemma);
        told.then_some(to)
    }

    /// "Is likely to", "is unable to", "it is possible that"; otherwise notes what is predicated.
    fn behind_copula(&mut self, clause: &Clause, after: usize) -> Option<usize> {
        let start = (after..self.words.len()).find(|at| !self.is_passed(*at)).unwrap_or(self.words.len());
        if self.is_existential(&clause.subject) {
            self.reading.existential = true;
            return self.behind_existence(start, clause.end);
        }
        let that = self.word(start).filter(|word| word.is("that")).and_then(|_| self.that_clause(start));
        if that.is_some() {
            return that;
        }
        if self.is_state(start) {
            self.reading.predicative = Some(start..start + 1);
            return None;
        }
        let end = self.predicative_end(start, clause.end);
        let head = (start..end).rev().find(|at| !self.is_passed(*at))?;
        // "It is certain that", and "she is certain that" of whoever says so; who is not certain says nothing of it.
        let puts = self.subject_is(&["it"]) || self.is_own() && self.reading.negations == 0;
        let that = self.that_clause(head + 1).filter(|_| puts);
        if let Some(next) = self.infinitive_at(head + 1).or(that)
            && self.takes_adjective(head)
        {
            return Some(next);
        }
        self.reading.predicative = Some(start..head + 1);
        self.judge_predicative(start..head + 1);
        None
    }

    /// "There is", "there still is".
    fn is_existential(&self, subject: &Range<usize>) -> bool {
        let words = self.words.get(subject.clone()).unwrap_or_default();
        words.len() < 3 && words.iter().any(|word| word.tag == Tag::EX || word.is("there"))
    }

    /// What may stand between a copula and what is predicated.
    fn is_passed(&self, at: usize) -> bool {
        let Some(word) = self.word(at) else { return false };
        let kept = LEXICON.estimative.get(&word.lower).is_some() || self.is_state(at);
        word.is_adverb() && !kept || matches!(word.tag, Tag::DT | Tag::PRPS | Tag::PDT)
    }

    /// "The lights were | on": a preposition that governs nothing is what is predicated, whatever the tagger makes of it.
    fn is_state(&self, at: usize) -> bool {
        let last = self.word(at + 1).is_none_or(|next| next.tag == Tag::Punct);
        last && self.word(at).is_some_and(|word| word.is_any(STATES))
    }

    /// Notes what "likely", "unable" and the like say; false for adjectives that are predicates in their own right.
    fn takes_adjective(&mut self, head: usize) -> bool {
        let Some(word) = self.word(head).map(|word| word.lower.to_string()) else { return false };
        let estimate = LEXICON.estimative.get(&word).is_some();
        if LEXICON.probable.contains(&*word) {
            self.lower_to(Modality::PR);
        } else if LEXICON.possible.contains(&*word) {
            self.lower_to(Modality::PS);
        } else if UNABLE.contains(&&*word) || LEXICON.untrue.contains(&*word) && self.puts_a_statement(head) {
            self.reading.negations += 1;
        } else if ["willing", "ready", "prepared", "eager", "determined"].contains(&&*word) {
            self.reading.intentions.push(word);
        } else if !(estimate || LEXICON.certain.contains(&*word) || FACTUAL.contains(&&*word)) {
            return false;
        }
        true
    }

    /// "False that …", "wrong to say that …"; "wrong to leave" is a judgement.
    fn puts_a_statement(&self, head: usize) -> bool {
        let Some(to) = self.infinitive_at(head + 1) else { return true };
        let verb = (to + 1..to + 3).filter_map(|at| self.word(at)).find(|word| !word.is_adverb());
        verb.is_some_and(|verb| {
            let base = verb.base();
            LEXICON.speech.contains(&*base) || LEXICON.belief.contains(&*base)
        })
    }

    /// "An attack is possible": the certainty is what is predicated.
    fn judge_predicative(&mut self, words: Range<usize>) {
        if words.clone().any(|at| self.is_any(at, &LEXICON.possible)) {
            self.lower_to(Modality::PS);
        }
    }

    /// "There is a feeling that …" is somebody else's.
    fn behind_existence(&mut self, start: usize, end: usize) -> Option<usize> {
        let noun = (start..end).find(|at| self.is_any(*at, &LEXICON.talk))?;
        let that = (noun + 1..end).find(|at| self.word(*at).is_some_and(|word| word.is("that")))?;
        self.mark(Irrealis::Embedded);
        Some(that + 1)
    }

    /// `predicative = [ preposition [ "of" ] ] { part }`, up to an adjective that no noun follows
    fn predicative_end(&self, start: usize, end: usize) -> usize {
        let governed = self.word(start).is_some_and(|word| word.tag == Tag::IN);
        let doubly = governed && self.word(start + 1).is_some_and(|word| word.is("of"));
        let mut at = start + usize::from(governed) + usize::from(doubly);
        while at < end && self.word(at).is_some_and(is_part) {
            at += 1;
            let more = self.word(at).is_some_and(|next| next.is_noun() || next.is_adjective());
            if self.word(at - 1).is_some_and(Word::is_adjective) && !more {
                break;
            }
        }
        at
    }

    fn behind_verb(&mut self, clause: &Clause, after: usize) -> Option<usize> {
        let lemma = clause.group.lemma.clone();
        let that = self.that_clause(after).filter(|_| !self.is_any(after, &LEXICON.evidence));
        let complement = Complement { to: self.infinitive_at(after), that };
        let is = |words: &FxHashSet<&str>| words.contains(&*lemma);
        let next = complement.that.or(complement.to);
        if is(&LEXICON.negative) || lemma == "rule" && self.word(after).is_some_and(|word| word.is("out")) {
            return self.negative(&lemma, &complement, after);
        }
        if is(&LEXICON.hope) && (complement.that.is_some() || self.subject_is(PRONOUNS)) {
            self.mark(Irrealis::Hope);
            return next;
        }
        if is(&LEXICON.intend) && complement.to.is_some() {
            self.lower_to(Modality::U);
            self.reading.intentions.push(lemma);
            return complement.to;
        }
        if is(&LEXICON.raising) && complement.to.is_some() {
            return complement.to;
        }
        self.behind_statement(&lemma, complement.that?)
    }

    /// "Refuses to", "denies that": what follows is not so.
    fn negative(&mut self, lemma: &str, complement: &Complement, after: usize) -> Option<usize> {
        let gerund = |at: usize| self.word(at).filter(|word| word.tag == Tag::VBG).map(|_| at);
        let clause = complement.that.filter(|_| self.is_own() || !LEXICON.speech.contains(lemma));
        let next = clause.or(complement.to).or(gerund(after)).or(gerund(after + 1));
        self.reading.negations += u32::from(next.is_some());
        if next.is_none() && complement.that.is_some() {
            self.mark(Irrealis::Embedded);
        }
        next
    }

    /// A verb of thinking, saying or showing with a clause behind it.
    fn behind_statement(&mut self, lemma: &str, that: usize) -> Option<usize> {
        let own = self.is_own();
        // "Nobody has proved that", "he does not know that" leave it open; "he does not think that" does not.
        if self.reading.negations % 2 == 1 && !LEXICON.opinion.contains(lemma) {
            self.mark(Irrealis::Embedded);
            return None;
        }
        if own && LEXICON.doubt.contains(lemma) {
            self.lower_to(Modality::PR);
            self.reading.negations += 1;
        } else if LEXICON.weak.contains(lemma) && !own {
            self.lower_to(Modality::PR);
        } else if !(own && LEXICON.belief.contains(lemma) || LEXICON.strong.contains(lemma)) {
            if LEXICON.speech.contains(lemma) {
                self.mark(Irrealis::Embedded);
            }
            return None;
        }
        Some(that)
    }

    /// Whether the speaker speaks of what the speaker thinks; "he" and "she" mostly are the speaker.
    fn is_own(&self) -> bool {
        self.reading.first_person || self.subject_is(&["he", "she", "you"])
    }

    /// Where "to" and a base form stand at `at`; "not" counts.
    fn infinitive_at(&self, at: usize) -> Option<usize> {
        let at =
            (at..at + 2).find(|at| self.word(*at).is_some_and(|word| !word.is_adverb() || word.is("not")))?;
        let to = at + usize::from(self.word(at)?.is("not"));
        let verb = (to + 1..to + 3).find(|at| self.word(*at).is_some_and(|word| !word.is_adverb()))?;
        let base = self
            .word(verb)
            .is_some_and(|word| matches!(word.tag, Tag::VB | Tag::VBP) || word.is_any(&["be", "have"]));
        (self.word(to)?.is("to") && base).then_some(to)
    }

    /// Where a clause stands at `at`: "that …", or subject and verb at once.
    fn that_clause(&self, at: usize) -> Option<usize> {
        let skip = usize::from(
            self.word(at).is_some_and(Word::is_addressee)
                && self.word(at + 1).is_some_and(|next| next.is("that")),
        );
        let at = at + skip;
        let word = self.word(at)?;
        let next_is_verb = self.word(at + 1).is_some_and(|next| next.is_verb() || next.is_be());
        if word.is("that") && !next_is_verb {
            return Some(at + 1);
        }
        let starts = matches!(
            word.tag,
            Tag::PRP | Tag::DT | Tag::NNP | Tag::NNS | Tag::NN | Tag::PRPS | Tag::EX | Tag::JJ
        );
        let verb = (at + 1..at + BARE_SUBJECT)
            .map_while(|at| self.word(at))
            .take_while(|word| word.tag != Tag::Punct && word.tag != Tag::IN);
        (starts && verb.into_iter().any(|word| word.is_finite() || word.is_be())).then_some(at)
    }
}

struct Complement {
    to: Option<usize>,
    that: Option<usize>,
}

/// Whether a word may be part of what is predicated.
fn is_part(word: &Word) -> bool {
    let inflected = matches!(word.tag, Tag::VBN | Tag::VBG | Tag::CD | Tag::POS | Tag::DT);
    word.is_noun() || word.is_adjective() || word.is_adverb() || inflected
}

/// Words of the longest subject of a clause without "that".
const BARE_SUBJECT: usize = 6;

/// Prepositions that tell a state of things by themselves, or with a verb: "the lights were on", "the bill went through".
pub(super) const STATES: &[&str] = &["on", "off", "in", "out", "over", "up", "down", "through"];

const PRONOUNS: &[&str] = &["i", "we", "he", "she", "they", "you"];

/// Adjectives before an infinitive that is not done.
const UNABLE: &[&str] = &["unable", "impossible", "unwilling", "reluctant"];

/// Adjectives that only say that a clause is so.
const FACTUAL: &[&str] = &[
    "case",
    "true",
    "clear",
    "obvious",
    "evident",
    "able",
    "going",
    "confident",
    "convinced",
    "aware",
    "positive",
];
