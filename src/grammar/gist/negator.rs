//! Negators of a clause: "not", "no", "none".

use super::lexicon::LEXICON;
use super::turn::{Reader, Turn, Turning};
use super::word::Word;
use crate::grammar::tag::Tag;
use std::ops::Range;

/// Words before a negator in which a condition is looked for.
const CONDITION: usize = 12;

impl Reader<'_> {
    /// `negator = "not" [ adverb ] [ "be" ] predicate | "no" phrase | "no" sign`
    pub(super) fn take_negator(&mut self, at: usize) {
        let Some(word) = self.word(at) else { return };
        if self.spent.contains(&at) || self.is_idiom(at) {
            return;
        }
        if LEXICON.not.contains(&*word.lower) || word.is("neither") {
            self.take_not(at);
        } else if word.is("nope") || word.is("no") && self.stands_alone(at) {
            self.turns.push(Turn { kind: Turning::No, at, scope: 0..self.words.len() });
        } else if word.is("without")
            && self.within(at.saturating_sub(2)..at).iter().any(|word| word.is_any(&["not", "n't"]))
        {
            self.turns.push(Turn { kind: Turning::Negation, at, scope: at..self.clause_around(at).end });
        } else if word.is_any(&["nobody", "nothing"]) && self.word(at + 1).is_none_or(Word::is_break)
            || LEXICON.none.contains(&*word.lower) && !self.next_is_idle(at)
        {
            let scope = self.clause_around(at);
            self.turns.push(Turn { kind: Turning::None, at, scope });
        }
    }

    /// "As likely as not", "more often than not", "whether or not", "if not".
    fn is_idiom(&self, at: usize) -> bool {
        let opens = |word: &str| self.before(at).is_some_and(|before| before.is(word));
        let choice = at.checked_sub(2).and_then(|at| self.word(at)).is_some_and(|word| word.is("whether"))
            || self.word(at + 1).is_none_or(Word::is_break);
        let idle = ["as", "than", "if", "why"].iter().any(|word| opens(word)) || opens("or") && choice;
        idle && self.word(at).is_some_and(|word| word.is("not"))
    }

    fn take_not(&mut self, at: usize) {
        let scope = self.clause_around(at);
        let stance = self.word(at + 1).is_some_and(|next| {
            LEXICON.stance.contains(&*next.base) || LEXICON.stance.contains(&*next.lower)
        });
        let conditions = |word: &Word| LEXICON.condition.contains(&*word.lower);
        let hypothetical = self.within(at.saturating_sub(CONDITION)..at).iter().any(conditions)
            || self.word(scope.end).is_some_and(conditions);
        let stance = stance || self.is_unsaid(at, &scope);
        let aside = self.is_in_relative_clause(&scope) || self.is_aside(at, &scope);
        if stance || hypothetical || self.is_command(at) || aside {
            return;
        }
        let passed = |word: &&Word| word.is_adverb() || word.tag == Tag::DT || word.base == "be";
        let predicate = at + 1 + self.behind(at, usize::MAX).iter().take_while(passed).count();
        if self.word(predicate).is_some_and(|word| LEXICON.existence.contains(&*word.base)) {
            self.idle.extend([at, predicate]);
            let scope = at.saturating_sub(CONDITION)..scope.end;
            self.turns.push(Turn { kind: Turning::Untrue, at, scope });
        } else {
            let auxiliary = self.before(at).is_some_and(Word::is_finite);
            let elliptic = auxiliary && self.behind(at, usize::MAX).iter().all(Word::is_break);
            let kind = if elliptic { Turning::Ellipsis } else { Turning::Negation };
            self.turns.push(Turn { kind, at, scope });
        }
    }

    /// "Never claimed that she won": what is turned down is that it was said.
    fn is_unsaid(&self, at: usize, clause: &Range<usize>) -> bool {
        let mut behind = self.within(at + 1..clause.end).iter().skip_while(|word| word.is_adverb());
        let says = behind.next().is_some_and(|verb| {
            LEXICON.speech.contains(&*verb.base) && !LEXICON.opinion.contains(&*verb.base)
        });
        says && behind.any(Word::is_finite)
    }

    /// "Do not share this".
    fn is_command(&self, at: usize) -> bool {
        let opens = |word: Option<&Word>| word.is_none_or(Word::is_break);
        let before = at.checked_sub(2).and_then(|at| self.word(at));
        self.before(at).is_some_and(|word| word.is("do")) && opens(before)
    }

    /// "Deaths not counted were many", "tired of not finding it": said by the way. In a headline without another verb, "deaths
    /// not counted" is the whole.
    fn is_aside(&self, at: usize, clause: &Range<usize>) -> bool {
        let passed = |word: &&Word| word.is_adverb();
        let behind = self.within(at + 1..clause.end).iter().find(|word| !passed(word));
        let participle = behind.is_some_and(|word| matches!(word.tag, Tag::VBN | Tag::VBG));
        let verb = self.within(clause.start..at.saturating_sub(1)).iter().any(Word::is_finite);
        let before = self.before(at);
        let governed = before.is_some_and(|word| word.tag == Tag::IN);
        participle && (governed || verb && before.is_some_and(Word::is_noun))
    }

    /// "An employee who had not been to work": said of the employee by the way.
    fn is_in_relative_clause(&self, scope: &Range<usize>) -> bool {
        let noun = scope.start.checked_sub(2).and_then(|at| self.word(at)).is_some_and(Word::is_noun);
        let verb = self.word(scope.start).is_some_and(|word| word.is_finite());
        noun && verb && self.before(scope.start).is_some_and(|word| word.is_any(&["who", "which", "that"]))
    }

    /// "No," and "No." answer.
    fn stands_alone(&self, at: usize) -> bool {
        self.before(at).is_none_or(Word::is_break) && self.word(at + 1).is_none_or(Word::is_break)
    }

    fn next_is_idle(&self, at: usize) -> bool {
        self.word(at + 1).is_none_or(|next| {
            let listed = |word: &str| LEXICON.light.contains(word) || LEXICON.stance.contains(word);
            let aside = next.is_break() || next.tag == Tag::TO;
            aside || LEXICON.unanswered.contains(&*next.base) || listed(&next.base) || listed(&next.lower)
        })
    }

    /// The clause around a word: to the next sign or conjunction on either side.
    pub(super) fn clause_around(&self, at: usize) -> Range<usize> {
        let opens = |word: &Word| word.is_break() || LEXICON.opens.contains(&*word.lower);
        let left = |word: &Word| opens(word) || LEXICON.left.contains(&*word.lower);
        let before = self.within(0..at).iter().rev().take_while(|word| !left(word)).count();
        let behind = self.behind(at, usize::MAX).iter().take_while(|word| !opens(word)).count();
        at - before..at + 1 + behind
    }
}
