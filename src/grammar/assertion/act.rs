//! What is done by saying it: the cue's verb, and where that says nothing, the content.

use super::clause::Form;
use super::lexicon::LEXICON;
use super::reading::Reading;
use super::skeleton::Put;
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
    /// What a word of the cue other than its verb does ("made a condemnation of").
    pub(super) listed: Option<(Act, Polarity)>,
    /// "Did not say".
    pub(super) negated: bool,
    /// "Does not expect", not "did not expect".
    pub(super) present: bool,
    /// "It is wrong to say".
    pub(super) called_false: bool,
}

impl Cue<'_> {
    /// "Disputed", "confirmed": what somebody said is its object.
    pub(super) fn answers(&self) -> bool {
        let act = LEXICON.acts.get(self.lemma).map(|(act, _)| act);
        matches!(
            act,
            Some(Act::Deny | Act::Dispute | Act::Reject | Act::Retract | Act::Correct | Act::Confirm)
        )
    }

    /// "Did not rule out": whoever leaves it open says that it may be so.
    pub(super) fn leaves_open(&self) -> bool {
        self.negated && self.rules_out()
    }

    /// What it says of something that is no clause.
    pub(super) fn puts(&self) -> Put {
        match self.lemma {
            _ if self.rules_out() => Put::Possible,
            lemma if JUDGING.contains(&lemma) => Put::Judged,
            _ => Put::Nothing,
        }
    }

    /// "Ruled out a strike": a strike is not possible.
    pub(super) fn rules_out(&self) -> bool {
        self.lemma == "rule out" || self.lemma == "rule" && self.particle == "out"
    }

    /// "Has no doubt that", "does not question that": who grants it says it.
    pub(super) fn grants(&self) -> bool {
        self.negated && matches!(self.lemma, "doubt" | "question")
    }
}

/// Verbs that say of their object what it is.
const JUDGING: &[&str] = &[
    "call",
    "describe",
    "characterise",
    "characterize",
    "brand",
    "label",
    "dub",
    "deem",
    "judge",
    "portray",
    "depict",
    "consider",
    "declare",
];

/// The act, and the polarity that it leaves.
pub(super) fn act_of(cue: &Cue, words: &[Word], reading: &Reading) -> (Act, Polarity) {
    let listed = listed(cue, words, reading);
    let act = match listed {
        Some((Act::Assert, _)) | None => act_of_content(cue, words, reading),
        Some(_) if cue.grants() => act_of_content(cue, words, reading),
        // "Did not rule out", "has not denied": nothing is turned down.
        Some((Act::Deny | Act::Dispute | Act::Reject, _)) if cue.negated => Act::Other,
        Some((act, _)) if is_statement_after_all(cue, act, reading) => act_of_content(cue, words, reading),
        Some((act, _)) => otherwise(cue, act, reading),
    };
    (act, polarity(cue, act, listed.map(|(_, stance)| stance), reading))
}

/// What the lists have for the cue: for its verb and particle, for what is expressed, for another word of it.
fn listed(cue: &Cue, words: &[Word], reading: &Reading) -> Option<(Act, Polarity)> {
    let verb = LEXICON.acts.starting(cue.lemma.split(' ').chain([&*cue.particle])).map(|(_, listed)| listed);
    let expresses = EXPRESSING.contains(&cue.lemma) && reading.first == Form::Phrase;
    let expressed = words.iter().find(|word| word.is_noun()).filter(|_| expresses);
    let found = verb.or_else(|| expressed.and_then(|noun| LEXICON.acts.get(&noun.base()))).or(cue.listed);
    if calls_it_false(cue, words) { Some((Act::Dispute, Polarity::Negative)) } else { found }
}

/// "Accused the paper of inventing quotations": who is accused of a falsehood is contradicted.
fn calls_it_false(cue: &Cue, words: &[Word]) -> bool {
    cue.lemma == "accuse" && words.iter().any(|word| LEXICON.falsehood.contains(&*word.base()))
}

/// Verbs whose object says what is done ("expressed concern").
const EXPRESSING: &[&str] = &["express", "voice", "convey"];

/// Verbs that do one thing with a clause and another with an infinitive.
fn otherwise(cue: &Cue, act: Act, reading: &Reading) -> Act {
    match (act, reading.first) {
        (Act::Question, Form::Infinitive) if cue.lemma == "ask" => Act::Demand,
        _ => act,
    }
}

/// "Estimated that 12 had died" forecasts nothing, "advised that the road is closed" and "insisted on Friday that it is" demand
/// nothing.
fn is_statement_after_all(cue: &Cue, act: Act, reading: &Reading) -> bool {
    let clause = reading.clause.form == Form::Finite;
    let expected = ["estimate", "expect", "project"].contains(&cue.lemma);
    match act {
        Act::Forecast => expected && clause && !reading.future,
        Act::Promise => {
            clause && !reading.future && cue.lemma == "swear"
                || reading.first == Form::Phrase && cue.lemma == "offer"
        }
        Act::Demand => {
            clause && ["advise", "suggest", "direct", "insist"].contains(&cue.lemma) && !reading.deontic
        }
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
    let own = commits(words, reading);
    match reading.intentions.iter().any(|verb| COMMITS.contains(&verb.as_str())) {
        true if own => Act::Promise,
        _ if reading.future && own => Act::Promise,
        false if reading.future => Act::Forecast,
        _ => Act::Assert,
    }
}

const COMMITS: &[&str] = &["promise", "vow", "pledge", "agree", "offer", "undertake"];

/// "I will", "we are going to"; the source's "he will", too.
fn commits(words: &[Word], reading: &Reading) -> bool {
    let subject = words.get(reading.subject.clone()).unwrap_or_default();
    let near = subject.iter().rev().take(2);
    let own = near.into_iter().any(|word| word.is_any(&["i", "we", "he", "she", "they"]));
    own && reading.clause.group.lemma != "be"
}

/// Whether what is predicated is a value judgement.
fn is_evaluation(words: &[Word], reading: &Reading) -> bool {
    let group = &reading.clause.group;
    let judged = |word: &Word| {
        let list = if word.is_verb() { &LEXICON.judging } else { &LEXICON.evaluative };
        list.contains(&*word.lower) || list.contains(&*word.base())
    };
    let behind = words.get(group.verb..reading.clause.end.min(group.verb + JUDGED)).unwrap_or_default();
    let predicated = match &reading.predicative {
        Some(range) => words.get(range.clone()).unwrap_or_default(),
        None if reading.clause.form == Form::Phrase => words,
        None if HAVING.contains(&group.lemma.as_str()) => behind,
        None => behind.get(..1).unwrap_or_default(),
    };
    predicated.iter().any(judged) || behind.iter().filter(|word| judged(word)).count() > 1
}

/// Words behind the verb in which a judgement is looked for.
const JUDGED: usize = 12;

/// Verbs that say what somebody or something is like by what it has.
const HAVING: &[&str] = &["have", "lack", "show", "display", "represent", "amount", "be", "become", "do"];

/// Questions and demands are neither; a negated cue and a denial turn what is said around.
fn polarity(cue: &Cue, act: Act, stance: Option<Polarity>, reading: &Reading) -> Polarity {
    if cue.leaves_open() {
        return reading.polarity();
    }
    if cue.negated && !cue.grants() {
        // Who has not ruled something out has not said that it is so; who has not said so has not said that it is not.
        let turned = match reading.first {
            // Who has not confirmed a report, or called a thing unsafe, has not said the reverse.
            _ if act == Act::Confirm => false,
            Form::Phrase => !JUDGING.contains(&cue.lemma) || LEXICON.opinion.contains(cue.lemma),
            _ if LEXICON.outlook.contains(cue.lemma) => cue.present,
            Form::Infinitive => !LEXICON.speech.contains(cue.lemma),
            _ => LEXICON.opinion.contains(cue.lemma),
        };
        return if turned && stance != Some(Polarity::Negative) {
            Polarity::Negative
        } else {
            Polarity::Unknown
        };
    }
    if cue.grants() {
        return reading.polarity();
    }
    let turned = matches!(act, Act::Deny | Act::Dispute | Act::Reject);
    match (act, reading.first) {
        (Act::Question | Act::Demand, _) => Polarity::Unknown,
        (_, Form::Phrase) => stance.unwrap_or_default(),
        (Act::Promise | Act::Other, Form::Infinitive) if stance == Some(Polarity::Negative) => {
            Polarity::Negative
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
