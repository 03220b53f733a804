//! What is asserted of the main predicate: negation, certainty, probability, and whether it is asserted at all.
//!
//! A clause may only put another one: "I don’t think that …", "they fail to …", "it is likely that …". The reader
//! goes from clause to clause until it is at the one that counts, and gathers on its way what the others say of it.

use super::clause::{Clause, Form, clause};
use super::group::negator;
use super::lexicon::LEXICON;
use super::word::Word;
use crate::claim::{Estimate, Evidential, Irrealis, Modality, Polarity};
use crate::grammar::tag::Tag;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// What has been gathered.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    /// The clause that counts.
    pub(super) clause: Clause,
    /// The form of the first clause.
    pub(super) first: Form,
    /// The words that hold its subject; an infinitive has that of the clause before it.
    pub(super) subject: Range<usize>,
    /// Verbs of intention passed on the way ("plan").
    pub(super) intentions: Vec<String>,
    /// The adjective, noun or phrase after a copula: its words.
    pub(super) predicative: Option<Range<usize>>,
    /// "There is …".
    pub(super) existential: bool,
    pub(super) negations: u32,
    pub(super) modality: Modality,
    pub(super) estimate: Option<Estimate>,
    /// Its estimative word says that it is rather not so: "unlikely".
    below_even: bool,
    pub(super) evidential: Evidential,
    pub(super) irrealis: Option<Irrealis>,
    /// "Should", "must".
    pub(super) deontic: bool,
    pub(super) future: bool,
    pub(super) question: bool,
    /// The subject of the first clause is "I" or "we".
    pub(super) first_person: bool,
}

/// Clauses that are passed at the most.
const MOST_PASSED: usize = 4;

/// Reads the words of a sentence.
pub(super) fn read(words: &[Word]) -> Reading {
    let mut reader = Reader { words, reading: Reading { modality: Modality::CT, ..Reading::default() } };
    let mut at = 0;
    for passed in 0..=MOST_PASSED {
        reader.reading.clause = clause(words, at);
        reader.take_clause(passed == 0);
        let Some(next) = reader.next_clause() else { break };
        at = next;
    }
    reader.finish()
}

impl Reading {
    pub(super) fn polarity(&self) -> Polarity {
        if self.negations % 2 == 1 { Polarity::Negative } else { Polarity::Positive }
    }
}

/// On its way from clause to clause; [`super::passing`] decides where it goes on.
pub(super) struct Reader<'w, 't> {
    pub(super) words: &'w [Word<'t>],
    pub(super) reading: Reading,
}

impl Reader<'_, '_> {
    pub(super) fn word(&self, at: usize) -> Option<&Word<'_>> {
        self.words.get(at)
    }

    pub(super) fn is_any(&self, at: usize, words: &FxHashSet<&str>) -> bool {
        self.word(at).is_some_and(|word| words.contains(&*word.lower))
    }

    pub(super) fn lower_to(&mut self, modality: Modality) {
        self.reading.modality = self.reading.modality.min(modality);
    }

    pub(super) fn mark(&mut self, irrealis: Irrealis) {
        self.reading.irrealis = self.reading.irrealis.or(Some(irrealis));
        self.reading.modality = Modality::U;
    }

    /// What the clause at hand says of its own predicate.
    fn take_clause(&mut self, first: bool) {
        let clause = self.reading.clause.clone();
        if first {
            self.reading.first = clause.form;
            self.reading.question = self.words.last().is_some_and(|last| last.is("?"));
            self.reading.first_person = self.subject_is(&["i", "we"]);
        }
        let bare = clause.form == Form::Infinitive
            && self.word(clause.subject.start).is_some_and(|word| word.is("to"));
        if !bare && (!clause.subject.is_empty() || clause.group.inverted) {
            self.reading.subject = clause.subject.clone();
        }
        if clause.conditional
            || clause.form != Form::Phrase && self.hangs_on_condition(clause.group.words.end)
        {
            self.mark(Irrealis::Condition);
        }
        self.reading.negations += clause.group.negations + self.negations_around(&clause);
        self.take_modal(&clause);
        self.take_words(&clause);
    }

    fn take_modal(&mut self, clause: &Clause) {
        self.reading.future |= clause.group.future;
        let negated = clause.group.negations > 0;
        match clause.group.modal {
            Some("could" | "can") if negated => {}
            Some("could" | "can" | "may" | "might") => self.lower_to(Modality::PS),
            Some("should" | "ought") if self.is_expectation(clause) => self.lower_to(Modality::PR),
            Some("must") if clause.group.perfect => self.reading.evidential = Evidential::Inferred,
            Some("should" | "ought" | "must" | "have to" | "shall") if !clause.group.perfect => {
                self.reading.deontic = true;
            }
            _ => {}
        }
    }

    /// "Should be enough", "should arrive": an expectation, not a duty.
    fn is_expectation(&self, clause: &Clause) -> bool {
        let after = clause.group.verb..clause.group.verb + 2;
        after.into_iter().any(|at| self.is_any(at, &LEXICON.plausible)) && !clause.group.passive
    }

    /// Estimative words, hearsay and inference, from the subject to the predicate.
    fn take_words(&mut self, clause: &Clause) {
        let end = (clause.group.words.end + 4).min(clause.end.max(clause.group.words.end));
        for at in clause.subject.start..end.min(self.words.len()) {
            let Some(rest) = self.words.get(at..) else { break };
            let phrase = rest.iter().map(|word| &*word.lower);
            if let Some((_, evidential)) = LEXICON.evidential.starting(phrase.clone()) {
                self.reading.evidential = evidential;
            } else if let Some((_, evidential)) = LEXICON.inferred.starting(phrase.clone()) {
                self.reading.evidential = evidential;
            }
            if self.is_uncertain(at) {
                self.lower_to(Modality::PS);
            }
            self.take_estimate(at, phrase);
        }
    }

    /// "Not certain", "by no means inevitable": it may come all the same.
    fn is_uncertain(&self, at: usize) -> bool {
        let reach = at.saturating_sub(3)..at;
        let negated =
            || self.words.get(reach).unwrap_or_default().iter().any(|word| word.is_not() || word.is("no"));
        self.is_any(at, &LEXICON.certain) && self.is_predicated(at) && negated()
    }

    fn take_estimate<'a>(&mut self, at: usize, phrase: impl Iterator<Item = &'a str> + Clone) {
        if let Some((len, (degree, below_even))) = LEXICON.estimative.starting(phrase) {
            // "Likely voters" are no estimate.
            let attribute = self.word(at + len).is_some_and(Word::is_noun) && !self.is_predicated(at);
            if !attribute && self.reading.estimate.is_none() {
                self.reading.estimate = Some(Estimate { degree, negated: false });
                self.reading.below_even = below_even;
                self.lower_to(Modality::PR);
            }
        } else if self.is_any(at, &LEXICON.possible) && self.is_adverbial(at) {
            self.lower_to(Modality::PS);
        }
    }

    /// Whether a word speaks of the whole clause: an adverb, or what is predicated.
    fn is_adverbial(&self, at: usize) -> bool {
        self.word(at).is_some_and(Word::is_adverb) || self.is_predicated(at)
    }

    fn is_predicated(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.word(before));
        before.is_some_and(|before| before.is_be() || before.is_adverb() || before.is("a"))
    }

    /// Negators before the subject, a negative subject, a negated object or predicate noun.
    fn negations_around(&self, clause: &Clause) -> u32 {
        if clause.form == Form::Phrase {
            return 0;
        }
        let fronted = negator(self.words, clause.subject.start).is_some_and(|(_, negates)| negates)
            || self.word(clause.subject.start).is_some_and(|word| word.is_any(&["nor", "neither"]));
        let subject = !fronted && self.has_negative_subject(clause);
        let adverbs =
            self.negations_before(clause.group.words.start, clause.subject.start + usize::from(fronted));
        u32::from(fronted)
            + u32::from(subject)
            + adverbs
            + u32::from(self.negated_behind(clause.group.words.end))
    }

    /// "No evidence was found", "of laboratories no evidence was found".
    fn has_negative_subject(&self, clause: &Clause) -> bool {
        let first = clause.subject.start;
        let fronted = self.word(first).is_some_and(|word| word.tag == Tag::IN);
        let end = if fronted { clause.subject.end } else { first + 1 };
        (first..end).any(|at| self.is_any(at, &LEXICON.negative_subjects))
    }

    /// "Never left", "no longer holds": negators between the subject and its verb.
    fn negations_before(&self, verb: usize, from: usize) -> u32 {
        let adverbial = |at: &usize| self.word(*at).is_some_and(|word| word.is_adverb() || word.is("no"));
        let start = (from..verb).rev().take_while(adverbial).last().unwrap_or(verb);
        (start..verb).filter(|at| negator(self.words, *at).is_some_and(|(_, negates)| negates)).count() as u32
    }

    /// "Has no plan", "is not", "is hardly", "saw nothing", "is neither".
    fn negated_behind(&self, at: usize) -> bool {
        let looks_so = negator(self.words, at).is_some_and(|(_, negates)| !negates);
        let negates = |at: &usize| {
            self.word(*at).is_some_and(|word| word.is_any(&["no", "nothing", "nobody", "none", "neither"]))
                || negator(self.words, *at).is_some_and(|(_, negates)| negates)
        };
        let adverb = |at: &usize| self.word(*at).is_some_and(Word::is_adverb);
        let first = (at..self.words.len()).find(|at| !adverb(at) || negates(at));
        !looks_so && first.is_some_and(|first| negates(&first))
    }

    /// "… if parliament agrees".
    fn hangs_on_condition(&self, from: usize) -> bool {
        let within = self.words.get(from..).unwrap_or_default();
        within.iter().enumerate().any(|(at, word)| {
            let before = (from + at).checked_sub(1).and_then(|before| self.word(before));
            let other = before.is_some_and(|before| {
                before.is_any(&["as", "even", "what", "and", "or"]) || self.asks(before)
            });
            let idle = within.get(at + 1).is_some_and(|next| next.is_any(IDLE_CONDITIONS));
            word.is_any(&["if", "unless"]) && !other && !idle
        })
    }

    fn asks(&self, word: &Word) -> bool {
        ["ask", "wonder", "know", "see", "say", "tell", "sure", "determine", "decide"]
            .contains(&&*word.base())
    }

    pub(super) fn subject_is(&self, pronouns: &[&str]) -> bool {
        let Clause { subject, group, .. } = &self.reading.clause;
        let before = subject.end.checked_sub(1).and_then(|last| self.word(last));
        let within = group.inverted.then(|| self.words.get(group.words.clone()).unwrap_or_default());
        let own = |word: &Word| word.is_any(pronouns);
        before.is_some_and(own)
            || self.words.get(subject.clone()).unwrap_or_default().iter().take(3).any(own)
            || within.is_some_and(|words| words.iter().any(own))
    }

    fn finish(mut self) -> Reading {
        let negated = self.reading.negations % 2 == 1;
        self.reading.estimate = self.reading.estimate.map(|estimate| Estimate { negated, ..estimate });
        self.reading.negations += u32::from(self.reading.below_even);
        self.reading
    }
}

/// "Few, if any": no conditions.
const IDLE_CONDITIONS: &[&str] =
    &["any", "anything", "not", "so", "only", "ever", "possible", "necessary", "needed"];
