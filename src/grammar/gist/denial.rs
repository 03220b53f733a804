//! Verdicts, and verbs of denying, omitting and giving up.

use super::lexicon::LEXICON;
use super::turn::{Reader, Turning};
use super::word::Word;
use std::ops::Range;

/// Words around a verdict that it can be about.
const AROUND: usize = 14;

/// Words before and behind a denial that it can be about.
const DENIED: (usize, usize) = (12, 15);

/// Words before a charge among which it is told that it is one.
const CHARGED: usize = 4;

/// Words between a verb and the report that is its object.
const OBJECT: usize = 6;

impl Reader<'_> {
    /// `denial = verdict | retraction report | "not" genuine | "no" proof | deny | dismiss report | doubt | omission | withdrawal`
    pub(super) fn take_denial(&mut self, at: usize) {
        if self.idle.contains(&at) {
            return;
        }
        let Some(word) = self.word(at) else { return };
        let (lower, base) = (word.lower.clone(), word.base.clone());
        if is_verdict(word) {
            self.take_verdict(at);
        } else if self.retracts(at) {
            self.turn(Turning::Retraction, at, at..self.words.len());
        } else if self.denies(at) {
            self.take_verb_of_denying(at);
        } else if LEXICON.predicates.contains(&*lower) {
            if !self.is_attribute(at) && self.within(0..at).iter().any(is_report) {
                self.turn(Turning::Verdict, at, around(at));
            }
        } else if LEXICON.genuine.contains(&*lower) {
            self.turn_if_negated(Turning::Untrue, at, 4, 0);
        } else if LEXICON.proof.contains(&*base) && word.is_noun() {
            self.turn_if_negated(Turning::Unproved, at, 3, 0);
        } else if self.doubts(at) {
            self.turn(Turning::Doubt, at, at..self.words.len());
        } else if self.omits(at) {
            let scope = self.clause_around(at);
            self.turn(Turning::Omission, at, scope);
        } else if self.withdraws(at) {
            self.turn(Turning::Withdrawal, at, at.saturating_sub(8)..self.words.len());
        }
    }

    /// `verdict = verdict_word [ { noun } report ]`
    fn take_verdict(&mut self, at: usize) {
        if self.is_charged(at) {
            return self.idle.push(at);
        }
        if !self.is_attribute(at) || self.word(at).is_some_and(is_hoax) {
            // "There is a hoax about": one exists.
            let exists = self.within(at.saturating_sub(6)..at).iter().any(|word| word.is("there"));
            return if exists { self.idle.push(at) } else { self.turn(Turning::Verdict, at, around(at)) };
        }
        let nouns =
            self.behind(at, usize::MAX).iter().take_while(|word| word.is_noun() || word.is_adjective());
        let head = at + nouns.count();
        let called = self.within(at + 1..head + 1);
        let report = called.iter().any(|word| is_report(word) || is_verdict(word));
        match report {
            true => self.turn(Turning::FalseReport, at, 0..self.words.len()),
            false => self.turn(Turning::FalseThing, at, at..head + 1),
        }
    }

    /// "Charged with forgery", "guilty of fabrication": what somebody is said to have done.
    fn is_charged(&self, at: usize) -> bool {
        let led = self.before(at).is_some_and(|before| before.is_any(&["of", "with", "for"]));
        let charged = self.within(at.saturating_sub(CHARGED)..at);
        led && charged.iter().any(|word| LEXICON.accuse.contains(&*word.base))
    }

    /// Whether a noun follows that the word is said of.
    fn is_attribute(&self, at: usize) -> bool {
        self.word(at + 1).is_some_and(|next| next.is_noun() || next.is_adjective())
    }

    /// Verbs that need no object, verbs that need a report, "put to rest", "make up".
    fn denies(&self, at: usize) -> bool {
        let Some(word) = self.word(at) else { return false };
        let base = &*word.base;
        LEXICON.deny.contains(base)
            || LEXICON.dismiss.contains(base) && word.may_be_verb() && self.has_report_as_object(at)
            || base == "put" && self.is_put_to_rest(at)
            || base == "make" && self.is_made_up(at)
    }

    fn has_report_as_object(&self, at: usize) -> bool {
        let object = self.behind(at, OBJECT).iter().take_while(|word| !word.is_break());
        self.next_is(at, &["that"]) || object.into_iter().any(|word| LEXICON.told.contains(&*word.base))
    }

    fn is_put_to_rest(&self, at: usize) -> bool {
        let rest = self.within(at..at + 9).iter().any(|word| word.is_any(&["rest", "bed"]));
        let report = |word: &Word| LEXICON.told.contains(&*word.base);
        rest && self.within(at.saturating_sub(OBJECT)..at + OBJECT).iter().any(report)
    }

    /// "Made it all up", "was made up", "made up." But: "made up of", "made up her mind".
    fn is_made_up(&self, at: usize) -> bool {
        let all = |word: &&Word| word.is_any(&["it", "all", "this", "that"]);
        let all = self.behind(at, usize::MAX).iter().take_while(all).count();
        if all > 0 {
            return self.next_is(at + all, &["up"]);
        }
        let passive = self.before(at).is_some_and(|before| before.base == "be");
        let ends = self.word(at + 2).is_none_or(Word::is_break);
        let leads_on = self.next_is(at + 1, &["of", "for", "to"]);
        self.next_is(at, &["up"]) && (ends || passive && !leads_on)
    }

    fn take_verb_of_denying(&mut self, at: usize) {
        // "Refused to confirm or deny".
        let before = self.within(at.saturating_sub(3)..at);
        if before.iter().any(|word| word.base == "confirm") && before.iter().any(|word| word.is("or")) {
            return self.idle.push(at);
        }
        // "Denies that it was a hoax", "denies hoax claims": it was none.
        let denied = (at..at + OBJECT).find(|at| self.word(*at).is_some_and(is_verdict));
        if let Some(verdict) = denied {
            return self.idle.extend([at, verdict]);
        }
        // "Rumours spread, the ministry denies": what is denied stands before.
        let object = self.behind(at, DENIED.1).iter().any(|word| word.telling);
        let start = if object { self.clause_around(at).start } else { at.saturating_sub(DENIED.0) };
        self.turn(Turning::Denial, at, start..at + DENIED.1 + 1);
    }

    /// "Doubts", "questions whether", "falsely said".
    fn doubts(&self, at: usize) -> bool {
        let Some(word) = self.word(at) else { return false };
        let says = |next: &Word| next.is_verb() && LEXICON.speech.contains(&*next.base);
        LEXICON.doubt.contains(&*word.base)
            || LEXICON.wrongly.contains(&*word.lower) && self.word(at + 1).is_some_and(says)
            || LEXICON.question.contains(&*word.base)
                && word.may_be_verb()
                && self.next_is(at, &["whether", "if"])
    }

    /// "Failed to", "stopped serving".
    fn omits(&self, at: usize) -> bool {
        let Some(word) = self.word(at) else { return false };
        let gerund =
            self.word(at + 1).is_some_and(|next| next.lower.len() > 4 && next.lower.ends_with("ing"));
        LEXICON.infinitive.contains(&*word.base) && self.next_is(at, &["to"])
            || LEXICON.gerund.contains(&*word.base) && gerund
    }

    fn withdraws(&self, at: usize) -> bool {
        self.is_listed_verb(at, &LEXICON.withdrawal)
    }

    /// "Took back her claim", "withdrew the report": only of what was told.
    fn retracts(&self, at: usize) -> bool {
        let object = self.behind(at, OBJECT).iter().take_while(|word| !word.is_break());
        self.is_listed_verb(at, &LEXICON.retract) && object.into_iter().any(is_report)
            || self.word(at).is_some_and(|word| LEXICON.sorry.contains(&*word.base)) && self.has_said(at)
    }

    /// "Wrong to say", "mistaken when he claimed".
    fn has_said(&self, at: usize) -> bool {
        let behind = self.behind(at, 3).iter().take_while(|word| !word.is_break());
        behind.into_iter().any(|word| word.is_verb() && LEXICON.saying.contains(&*word.base))
    }

    /// Verbs, some with a particle.
    fn is_listed_verb(&self, at: usize, list: &[&str]) -> bool {
        let Some(word) = self.word(at).filter(|word| word.may_be_verb()) else { return false };
        list.iter().any(|listed| match listed.split_once(' ') {
            Some((verb, particle)) => word.base == verb && self.next_is(at, &[particle]),
            None => word.base == *listed,
        })
    }
}

/// "Hoax", "false".
fn is_verdict(word: &Word) -> bool {
    LEXICON.falses.contains(&*word.lower) || is_hoax(word)
}

fn is_hoax(word: &Word) -> bool {
    LEXICON.hoaxes.contains(&*word.base) || LEXICON.hoaxes.contains(&*word.lower)
}

fn is_report(word: &Word) -> bool {
    LEXICON.told.contains(&*word.base) || LEXICON.shown.contains(&*word.base)
}

fn around(at: usize) -> Range<usize> {
    at.saturating_sub(AROUND)..at + AROUND + 1
}
