//! How long what is said holds: the bridge is open for a day, the treaty is legal, the ship sank.

use super::Framing;
use super::lexicon::LEXICON;
use super::nature::{is_adverbial, is_participle, predicate};
use crate::text::form::{base_form, verb_base};

/// From what stays so to what may be otherwise at the next hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hold {
    /// It was done, or is so for good.
    Fixed,
    /// It is so for a while.
    State,
    /// It is so at the moment, whoever looks.
    Passing,
}

/// How long what the words at a place predicate holds; who or what somebody is, they stay.
pub(super) fn predicated(of: &Framing, at: usize) -> Hold {
    let start = (0..at).rev().take_while(|before| is_of_group(of.word(*before))).last().unwrap_or(at);
    let group = of.words.get(start..at).unwrap_or_default();
    let among = |words: &[&str]| group.iter().any(|word| words.contains(word));
    let is_perfect = among(&["has", "have", "had"]);
    let modal = |word: &&str| LEXICON.may.contains(word) || is_modal(word);
    if among(&["will", "would", "'ll", "’ll"]) && !is_perfect {
        return Hold::State;
    }
    if group.iter().any(modal) || is_perfect && !among(&["been"]) || among(&["had"]) {
        return Hold::Fixed;
    }
    if group.iter().any(|word| LEXICON.determiner.contains(word)) {
        return Hold::Fixed;
    }
    match group.iter().find(|word| LEXICON.be.contains(*word)) {
        Some(be) => said_to_be(be, is_perfect, of.word(at)),
        None if LEXICON.be.contains(of.word(at)) => {
            said_to_be(of.word(at), is_perfect, of.word(predicate(of, at)))
        }
        None => done(of, at, &among),
    }
}

/// Behind a form of "be".
fn said_to_be(be: &str, is_perfect: bool, word: &str) -> Hold {
    let is_now = !is_perfect && !matches!(be, "was" | "were" | "been");
    match word {
        _ if LEXICON.passing.contains(word) || word.ends_with("ing") => Hold::Passing,
        _ if LEXICON.lasting.contains(word) || LEXICON.determiner.contains(word) => Hold::Fixed,
        _ if is_participle(word) && !is_now => Hold::Fixed,
        _ => Hold::State,
    }
}

/// By a verb of its own.
fn done(of: &Framing, at: usize, among: &dyn Fn(&[&str]) -> bool) -> Hold {
    let base = verb_base(of.word(at));
    if LEXICON.trend.contains(&*base) {
        Hold::Passing
    } else if LEXICON.stative.contains(&*base) || among(&["do", "does"]) && base == of.word(at) {
        Hold::State
    } else {
        Hold::Fixed
    }
}

/// How long a count holds: the figure stands from one place to before another, and counts `noun`.
pub(super) fn counted(of: &Framing, (from, to): (usize, usize), noun: &str) -> Hold {
    let reached = || level(of, from);
    if LEXICON.standing.contains(noun) {
        return Hold::Passing;
    }
    if LEXICON.tally.contains(noun) {
        return Hold::Fixed;
    }
    let ends =
        |at: &usize| of.word(*at).is_empty() || matches!(of.word(*at), "," | "." | ";" | "and" | "that");
    let verb = (to..).take_while(|at| !ends(at)).take(FAR).find(|at| opens(of, *at));
    verb.map_or_else(reached, |at| match of.word(at) {
        "without" | "in" | "under" | "on" => Hold::Passing,
        "has" | "have" | "had" | "having" if LEXICON.not.contains(of.word(at + 1)) => Hold::Passing,
        "has" | "have" | "had" => Hold::Fixed,
        word if LEXICON.be.contains(word) => match predicate(of, at) {
            // Of the dead there are never fewer.
            state if LEXICON.last.contains(of.word(state)) => Hold::Fixed,
            state => predicated(of, state),
        },
        _ => predicated(of, at),
    })
}

/// Words behind a figure among which it is told what they are or do.
const FAR: usize = 8;

/// Whether a word tells what those are or do who are counted before it.
fn opens(of: &Framing, at: usize) -> bool {
    let word = of.word(at);
    LEXICON.auxiliary.contains(word)
        || LEXICON.be.contains(word)
        || LEXICON.stative.contains(&*verb_base(word))
        || word == "without"
        || matches!(word, "in" | "under" | "on") && LEXICON.kept.contains(of.word(at + 1))
}

/// "The water stood at 9 metres", "unemployment fell to 6 percent".
fn level(of: &Framing, figure: usize) -> Hold {
    let before = of.words.get(..figure).unwrap_or_default();
    let verb = before.iter().rev().take(NEAR).find_map(|word| {
        let base = verb_base(word);
        let told = LEXICON.measure.contains(&*base) || LEXICON.be.contains(word);
        (told || LEXICON.trend.contains(&*base)).then_some(base)
    });
    let is_of = |words: &super::Words| {
        before.iter().any(|word| words.contains(*word) || words.contains(&*base_form(word)))
    };
    match verb {
        _ if goes_on(of, figure) => Hold::Passing,
        Some(_) if is_of(&LEXICON.standing) => Hold::Passing,
        Some(_) if is_of(&LEXICON.tally) => Hold::Fixed,
        Some(verb) if is_of(&LEXICON.level) || !matches!(&*verb, "be" | "remain") => Hold::Passing,
        _ => Hold::Fixed,
    }
}

/// "Are holding | 40 people".
fn goes_on(of: &Framing, figure: usize) -> bool {
    let verb = figure.checked_sub(1).filter(|at| of.word(*at).ends_with("ing"));
    verb.is_some_and(|verb| LEXICON.be.contains(of.before(verb)))
}

/// Words between a verb and its figure.
const NEAR: usize = 4;

/// Auxiliaries, negators and adverbs before a predicate.
fn is_of_group(word: &str) -> bool {
    let auxiliary = LEXICON.auxiliary.contains(word) || LEXICON.be.contains(word) || is_modal(word);
    auxiliary
        || LEXICON.may.contains(word)
        || is_adverbial(word)
        || LEXICON.determiner.contains(word)
        || matches!(word, "longer" | "yet" | "again" | "being" | "currently")
}

fn is_modal(word: &str) -> bool {
    matches!(word, "would" | "should" | "must" | "ought" | "'d" | "’d")
}
