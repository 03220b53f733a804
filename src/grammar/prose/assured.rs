//! What stands by rule, whatever the weights say.
//!
//! Weights know the news they were learnt from. Textbook shapes, hearsay and denials must not be lost to the habits of
//! one year's papers: the annotation has no opinion on some, and sees too few of others.

use super::candidate::{Choice, Complement, Cue, Link, Sentence, Shape, Side, Source};
use super::choose;
use super::choose_source::{stands_behind_quoted, stands_behind_with};
use super::contents::relative_before;
use super::nominal::{is_copular, label_start};
use super::tail::final_tag;
use crate::claim::Class;
use crate::grammar::speaker::Sort;

/// The confidence of what stands by rule alone.
pub const ASSURED: f32 = 0.5;

/// Adds to what the weights chose what the preferences by hand are sure of.
pub fn assure(sentence: &Sentence, mut weighed: Vec<Choice>) -> Vec<Choice> {
    let by_hand = choose::preferred(sentence);
    let judged: Vec<Judged> = by_hand.iter().map(|sure| Judged::of(sentence, &by_hand, sure)).collect();
    for (sure, judged) in by_hand.into_iter().zip(judged) {
        own_subject(sentence, &sure, &mut weighed);
        if !judged.overrules && !judged.tags && !is_assured(sentence, &sure) {
            continue;
        }
        // Behind a final tag nothing is left that could be said: "…, Lind told the Courier on Monday".
        let strays = |choice: &Choice| judged.tags && choice.side != Side::Left;
        match weighed.iter_mut().find(|choice| choice.cue == sure.cue) {
            Some(choice) if choice.confidence >= ASSURED && !judged.overrules && !strays(choice) => {}
            Some(choice) if same_parts(choice, &sure) && !judged.bounds => choice.confidence = ASSURED,
            Some(choice) => *choice = by_rule(sentence, sure),
            None => weighed.push(by_rule(sentence, sure)),
        }
    }
    weighed
}

/// What a choice by hand has over one that was weighed.
struct Judged {
    /// It is a final tag.
    tags: bool,
    /// It tells where the content ends, too.
    bounds: bool,
    /// It stands whatever was weighed.
    overrules: bool,
}

impl Judged {
    fn of(sentence: &Sentence, by_hand: &[Choice], sure: &Choice) -> Judged {
        let tags = final_tag(sentence, sure.cue).is_some();
        let bounds = tags && (is_told(sentence, sure) || is_aside(sentence, sure))
            || is_valued(sentence, sure)
            || calls(sentence, sure);
        Judged { tags, bounds, overrules: bounds || is_chained(sentence, by_hand, sure) }
    }
}

/// "With Smith adding", "Smith was quoted as saying", "From Smith's letter to the board:": whatever the weights say, the
/// gerund's own subject is the source, and what words are from.
fn own_subject(sentence: &Sentence, sure: &Choice, weighed: &mut [Choice]) {
    let Some(cue) = sentence.cues.get(sure.cue) else { return };
    let own = |source: &&Source| match cue.shape {
        Shape::Gerund => stands_behind_quoted(sentence, cue) || stands_behind_with(sentence, source),
        Shape::Colon => source.items.start > 0,
        _ => false,
    };
    let Some(subject) = sure.source.as_ref().filter(own) else { return };
    for choice in weighed.iter_mut().filter(|choice| choice.cue == sure.cue) {
        choice.source = Some(subject.clone());
    }
}

fn by_rule(sentence: &Sentence, mut choice: Choice) -> Choice {
    choice.confidence = ASSURED;
    choice.trail = choose::trail(sentence, &choice);
    choice.trail.push("stands by rule".to_owned());
    choice
}

/// Whether two choices differ in no more than where the content begins and ends.
fn same_parts(one: &Choice, other: &Choice) -> bool {
    let head = |choice: &Choice| choice.source.as_ref().map(|source| source.head);
    one.side == other.side && head(one) == head(other) && !one.content.is_empty()
}

/// "told X that Y disagreed, telling Z that …": a link whose speaker is spoken of by another.
fn is_chained(sentence: &Sentence, all: &[Choice], choice: &Choice) -> bool {
    let Some(cue) = sentence.cues.get(choice.cue) else { return false };
    let Some(source) = &choice.source else { return false };
    let holds = |outer: &Choice| {
        outer.content.iter().any(|range| range.contains(&source.head) && range.contains(&cue.head))
    };
    cue.shape == Shape::Gerund
        && cue.complement == Complement::That
        && cue.class == Class::Speech
        && all.iter().any(|outer| outer.cue != choice.cue && holds(outer))
}

/// A final tag "…, staff were told", "…, it is alleged": neither is anybody's words.
fn is_told(sentence: &Sentence, choice: &Choice) -> bool {
    sentence.cues.get(choice.cue).is_some_and(|cue| cue.shape == Shape::Passive)
}

/// A final tag "…, as Lind said on Friday, …": what she said is over before "as".
fn is_aside(sentence: &Sentence, choice: &Choice) -> bool {
    let source = choice.source.as_ref().and_then(|source| sentence.before(source.items.start));
    source.is_some_and(|item| item.is("as"))
}

/// "In what Lind called “a fairy tale”": the rest of the sentence is no words of hers.
fn calls(sentence: &Sentence, choice: &Choice) -> bool {
    sentence.cues.get(choice.cue).is_some_and(|cue| {
        let at = relative_before(sentence, cue, choice.source.as_ref());
        cue.class == Class::Speech && at.and_then(|at| sentence.item(at)).is_some_and(|item| item.is("what"))
    })
}

/// "The ministry put them at 19": the figure is part of what is said.
fn is_valued(sentence: &Sentence, choice: &Choice) -> bool {
    let put = |cue: &Cue| cue.lemma == "put" && cue.complement == Complement::Np;
    sentence.cues.get(choice.cue).is_some_and(put) && near(choice)
}

fn is_assured(sentence: &Sentence, choice: &Choice) -> bool {
    let Some(cue) = sentence.cues.get(choice.cue) else { return false };
    match cue.shape {
        Shape::Adverb => true,
        Shape::Raised => cue.class == Class::Speech,
        Shape::According => choice.source.is_some(),
        Shape::Finite => {
            speaks(cue, choice)
                || names(sentence, cue, choice)
                || denies(cue, choice)
                || speaks_of(sentence, cue, choice)
        }
        Shape::Passive => denies(cue, choice) || describes(cue, choice),
        Shape::Noun => choice.source.as_ref().is_some_and(|source| is_told_by(sentence, cue, source)),
        // "They agree - Lind: “…”".
        Shape::Colon => cue.complement == Complement::Quote && label_start(&sentence.items, cue.head) > 0,
        Shape::Gerund => cue.class == Class::Speech && stands_behind_quoted(sentence, cue),
        _ => false,
    }
}

/// "Lind's answer was short: “…”", "her hope is that …", "Lind's claim that …".
fn is_told_by(sentence: &Sentence, cue: &Cue, source: &Source) -> bool {
    let named = source.link == Link::Owner && source.sort == Sort::Name;
    match cue.complement {
        Complement::Quote => true,
        Complement::That => named || is_copular(sentence, cue),
        _ => false,
    }
}

/// Least grade and confidence by hand of a cue that speaks for sure.
const GRADE: f32 = 0.75;
const CONFIDENCE: f32 = 0.8;

/// "Lind said (that) …", "“…,” said Lind", "…, Lind said on Monday".
fn speaks(cue: &Cue, choice: &Choice) -> bool {
    let said = match choice.side {
        Side::Left => true,
        _ => matches!(cue.complement, Complement::That | Complement::Clause | Complement::Quote),
    };
    cue.class == Class::Speech
        && cue.grade >= GRADE
        && choice.confidence >= CONFIDENCE
        && said
        && near(choice)
}

/// "Lind called the plan “a gamble”": what something is called is quoted.
fn names(sentence: &Sentence, cue: &Cue, choice: &Choice) -> bool {
    let mut content = choice.content.iter().cloned().flatten().filter_map(|at| sentence.item(at));
    cue.class == Class::Speech
        && cue.complement == Complement::Object
        && choice.side == Side::Right
        && choice.confidence >= CONFIDENCE
        && content.next_back().is_some_and(|item| item.is_quotation())
        && near(choice)
}

/// "A plan that Lind said would fail", "whom he described as “reckless”": what is said of what the clause belongs to.
fn speaks_of(sentence: &Sentence, cue: &Cue, choice: &Choice) -> bool {
    let quoted = || {
        let mut content = choice.content.iter().cloned().flatten().filter_map(|at| sentence.item(at));
        content.next_back().is_some_and(|item| item.is_quotation())
    };
    cue.class == Class::Speech
        && cue.grade >= GRADE
        && (cue.complement == Complement::Clause || quoted())
        && relative_before(sentence, cue, choice.source.as_ref()).is_some()
}

/// "The ministry denied the report": a noun phrase will do.
fn denies(cue: &Cue, choice: &Choice) -> bool {
    DENIALS.contains(&&*cue.lemma)
        && (cue.shape == Shape::Passive || !matches!(cue.complement, Complement::Other | Complement::End))
        && near(choice)
}

/// "The fund was described by Lind as empty": what is said, and of what.
fn describes(cue: &Cue, choice: &Choice) -> bool {
    let done_by = choice.source.as_ref().is_some_and(|source| source.link == Link::By);
    cue.class == Class::Speech && done_by && choice.content.len() == 2
}

const DENIALS: &[&str] = &["contradict", "deny", "dispute", "rebut", "refute", "retract"];

/// Whether the source stands where a subject stands, or does what is done in the passive.
fn near(choice: &Choice) -> bool {
    use Link::{Apposed, Attributed, By, Inverted, Relative, Subject};
    let subject = |link| matches!(link, Subject | Attributed | Apposed | Inverted | Relative | By);
    choice.source.as_ref().is_some_and(|source| subject(source.link))
}
