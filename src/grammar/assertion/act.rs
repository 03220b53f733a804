//! What is done by saying it: the cue's verb, and where that says nothing, the content.

use super::clause::Form;
use super::lexicon::LEXICON;
use super::reading::Reading;
use super::word::Word;
use crate::claim::{Act, Irrealis, Polarity};
use std::borrow::Cow;

/// What is known of the cue.
#[derive(Default)]
pub(super) struct Cue<'c> {
    /// Base form.
    pub(super) lemma: &'c str,
    /// The word behind its verb ("call for").
    pub(super) particle: Cow<'c, str>,
    /// "Did not say".
    pub(super) negated: bool,
}

/// The act, and the polarity that it leaves.
pub(super) fn act_of(cue: &Cue, words: &[Word], reading: &Reading) -> (Act, Polarity) {
    let listed = LEXICON.acts.starting([cue.lemma, &*cue.particle].into_iter()).map(|(_, listed)| listed);
    let act = match listed {
        _ if cue.lemma == "ask" && asks(words, reading) => Act::Question,
        Some((act, _)) if !is_statement_after_all(cue, act, reading) => act,
        _ => act_of_content(cue, words, reading),
    };
    (act, polarity(cue, act, listed.map(|(_, stance)| stance), reading))
}

/// "Asked whether", "asked: why …?"; "asked to" is a demand.
fn asks(words: &[Word], reading: &Reading) -> bool {
    reading.question
        || words.first().is_some_and(|first| {
            first.is_any(&["whether", "if", "why", "how", "what", "who", "when", "where"])
        })
}

/// "Estimated that 12 had died" forecasts nothing, "advised that the road is closed" demands nothing.
fn is_statement_after_all(cue: &Cue, act: Act, reading: &Reading) -> bool {
    let clause = reading.clause.form == Form::Finite;
    let expected = ["estimate", "expect", "project"].contains(&cue.lemma);
    match act {
        Act::Forecast => expected && clause && !reading.future,
        Act::Promise => clause && !reading.future && cue.lemma == "swear",
        Act::Demand => clause && ["advise", "suggest", "direct"].contains(&cue.lemma) && !reading.deontic,
        _ => false,
    }
}

fn act_of_content(cue: &Cue, words: &[Word], reading: &Reading) -> Act {
    match reading.irrealis {
        _ if reading.question => return Act::Question,
        Some(Irrealis::Hope) => return Act::Hope,
        _ => {}
    }
    let told = ["tell", "say", "write", "warn", "remind"].contains(&cue.lemma);
    match reading.first {
        Form::Infinitive if told => return Act::Demand,
        Form::Imperative => return Act::Demand,
        _ => {}
    }
    if reading.deontic {
        return Act::Demand;
    }
    if is_evaluation(words, reading) {
        return Act::Evaluate;
    }
    if reading.future || reading.intentions.iter().any(|verb| COMMITS.contains(&verb.as_str())) {
        return if commits(words, reading) { Act::Promise } else { Act::Forecast };
    }
    Act::Assert
}

const COMMITS: &[&str] = &["promise", "vow", "pledge", "agree", "offer", "undertake"];

/// "I will", "we are going to"; the source's "he will", too.
fn commits(words: &[Word], reading: &Reading) -> bool {
    let subject = words.get(reading.clause.subject.clone()).unwrap_or_default();
    let near = subject.iter().rev().take(2);
    let own = near.into_iter().any(|word| word.is_any(&["i", "we", "he", "she", "they"]));
    own && reading.clause.group.lemma != "be"
}

/// Whether what is predicated is a value judgement.
fn is_evaluation(words: &[Word], reading: &Reading) -> bool {
    let group = &reading.clause.group;
    let judged =
        |word: &Word| LEXICON.evaluative.contains(&*word.lower) || LEXICON.evaluative.contains(&*word.base());
    let predicated = match &reading.predicative {
        Some(range) => words.get(range.clone()).unwrap_or_default(),
        None if reading.clause.form == Form::Phrase => words,
        None => words.get(group.verb..group.verb + 1).unwrap_or_default(),
    };
    predicated.iter().any(judged)
}

/// Questions and demands are neither; a negated cue and a denial turn what is said around.
fn polarity(cue: &Cue, act: Act, stance: Option<Polarity>, reading: &Reading) -> Polarity {
    if cue.negated {
        return Polarity::Negative;
    }
    let turned = matches!(act, Act::Deny | Act::Dispute | Act::Reject);
    match (act, reading.clause.form) {
        (Act::Question | Act::Demand, _) => Polarity::Unknown,
        (_, Form::Phrase | Form::Infinitive | Form::Gerund)
            if stance.is_some_and(|stance| stance != Polarity::Unknown) =>
        {
            stance.unwrap_or_default()
        }
        _ if turned => opposite(reading.polarity()),
        _ => reading.polarity(),
    }
}

fn opposite(polarity: Polarity) -> Polarity {
    match polarity {
        Polarity::Positive => Polarity::Negative,
        Polarity::Negative => Polarity::Positive,
        Polarity::Unknown => Polarity::Unknown,
    }
}
