//! Where, for whom, under what: phrases that restrict.

use super::Framing;
use super::lexicon::LEXICON;
use super::nature::{is_adverbial, is_state, predicate};
use super::time::in_calendar;
use crate::text::form::{is_number_word, verb_base};

/// `phrase = preposition [ determiner ] word { word }`
struct Phrase {
    /// Prepositions of one kind are held against each other: "by day", "at night".
    kind: &'static str,
    from: usize,
    to: usize,
    first: usize,
}

/// Words of a phrase behind its determiner.
const LONGEST: usize = 3;

/// Words between what is predicated and the phrase that restricts it.
const BEHIND: usize = 4;

/// "Safe for bathing", "not safe"; "popular in the south", "unpopular": only one says for whom or where. What was done there
/// was done; what was not done there may have been done elsewhere.
pub(super) fn narrowed(one: &Framing, other: &Framing) -> Option<String> {
    let state = is_state(one, other);
    let undone = !state && one.is_negated() && !other.is_negated();
    if !state && !undone {
        return None;
    }
    let verb = predicated(one, other)?;
    let bare = |phrase: &Phrase| phrases(other).all(|facing| facing.kind != phrase.kind);
    let restricts = |phrase: &Phrase| {
        // "Did not apologise for it" says what for; "did not spend the money for it" says which money.
        let kind = if state || phrase.from > verb + 1 { STATES } else { DEEDS };
        let behind = phrase.from > verb && is_near(one, verb, phrase.from);
        let told = one.words.get(phrase.first..phrase.to).unwrap_or_default();
        let known = told.iter().all(|word| other.has(word));
        kind.contains(&phrase.kind) && (behind || opens(one, phrase.from)) && bare(phrase) && !known
    };
    let phrase = phrases(one).find(restricts);
    let told = phrase.map(|phrase| one.told(phrase.from, phrase.to));
    told.or_else(|| open_to(one, other, verb).filter(|_| state))
}

/// "That | in the north it is safe".
fn opens(of: &Framing, at: usize) -> bool {
    at == 0 || at == 1 && of.word(0) == "that"
}

/// What restricts a state, and where alone something was not done.
const STATES: &[&str] = &["in", "where", "on", "among", "when", "for", "with", "under"];
const DEEDS: &[&str] = &["in", "where", "among", "when"];

/// "Supports a bridge", "opposes one with public money": what somebody is against may be how, where or for whom alone.
pub(super) fn reserved(one: &Framing, other: &Framing) -> Option<String> {
    let stance =
        |of: &Framing| (0..of.words.len()).find(|at| LEXICON.stance.contains(&*verb_base(of.word(*at))));
    let verb = stance(one).filter(|_| stance(other).is_some())?;
    let bare = |phrase: &Phrase| phrases(other).all(|facing| facing.kind != phrase.kind);
    let known = |phrase: &Phrase| (phrase.first..phrase.to).all(|at| other.has(one.word(at)));
    let alone = |phrase: &Phrase| phrase.from > verb + 1 && bare(phrase) && !known(phrase);
    phrases(one).find(alone).map(|phrase| one.told(phrase.from, phrase.to))
}

/// "Closed to lorries".
fn open_to(one: &Framing, other: &Framing, verb: usize) -> Option<String> {
    let to = verb + 1;
    let noun = one.word(to) == "to" && one.word(to + 1).ends_with('s');
    (noun && !other.has("to")).then(|| one.told(to, to + 2))
}

/// The place of what is predicated of both: behind a form of "be", or the verb that the other statement has as well.
fn predicated(one: &Framing, other: &Framing) -> Option<usize> {
    let behind_be = |of: &Framing| {
        let at = predicate(of, of.find(&LEXICON.be)?);
        (!is_function_word(of.word(at))).then_some(at)
    };
    if one.has_any(&LEXICON.be) {
        // "Closed" and "open" are of one kind; of what is no state of the other nothing is known.
        let is_told = |at: &usize| other.words.iter().any(|word| is_form(word, one.word(*at)));
        return behind_be(one).filter(|at| behind_be(other).is_some() || is_told(at));
    }
    let shared = |word: &str| !is_function_word(word) && other.words.iter().any(|it| is_form(it, word));
    (1..one.words.len()).rev().find(|at| shared(one.word(*at)) && is_verb_of_either(one, other, *at))
}

fn is_form(word: &str, of: &str) -> bool {
    verb_base(word) == verb_base(of)
}

/// Whether a word is what one of the two turns down, and so a verb.
fn is_verb_of_either(one: &Framing, other: &Framing, at: usize) -> bool {
    [one, other].iter().any(|of| {
        let mut negated = of.places(&LEXICON.not).filter_map(|not| {
            (not + 1..of.words.len()).find(|at| !is_adverbial(of.word(*at))).map(|at| of.word(at))
        });
        negated.any(|verb| is_form(verb, one.word(at)))
    })
}

/// Whether a phrase goes with what is predicated: nothing but an object stands between them.
fn is_near(of: &Framing, verb: usize, from: usize) -> bool {
    let between = of.words.get(verb + 1..from).unwrap_or_default();
    let runs_on =
        |word: &&str| word.starts_with(char::is_alphanumeric) && !matches!(*word, "that" | "which" | "who");
    between.len() <= BEHIND && between.iter().all(runs_on)
}

/// "In the south", "in the north"; "before tax", "after tax"; "the older brother", "the younger brother".
pub(super) fn other_respect(one: &Framing, other: &Framing) -> Option<(String, String)> {
    let (ones, others) = (phrases(one).collect::<Vec<_>>(), phrases(other).collect::<Vec<_>>());
    let by_phrase = ones.iter().find_map(|phrase| {
        let mut facing = others.iter().filter(|facing| facing.kind == phrase.kind).peekable();
        let first = facing.peek().copied()?;
        let told = (one.told(phrase.from, phrase.to), other.told(first.from, first.to));
        facing.all(|facing| differ((one, phrase), (other, facing))).then_some(told)
    });
    by_phrase.or_else(|| exclusive(one, other))
}

/// "To Lyon", "from Lyon".
pub(super) fn other_direction(one: &Framing, other: &Framing) -> Option<(String, String)> {
    let to = |word: &str| matches!(word, "to" | "into" | "towards" | "toward");
    let goes = |of: &Framing, at: usize| (to(of.word(at)), of.word(at) == "from");
    let behind = |of: &Framing, at: usize| at + 1 + usize::from(LEXICON.determiner.contains(of.word(at + 1)));
    (0..one.words.len()).filter(|at| goes(one, *at) != (false, false)).find_map(|at| {
        let place = one.word(behind(one, at));
        let turned = |facing: &usize| {
            let (to, from) = goes(other, *facing);
            (from, to) == goes(one, at) && other.word(behind(other, *facing)) == place
        };
        let facing = (0..other.words.len()).find(turned).filter(|_| !is_function_word(place))?;
        Some((one.told(at, behind(one, at) + 1), other.told(facing, behind(other, facing) + 1)))
    })
}

/// "Evidence that it causes pain", "no evidence that it causes fever": what is or is not shown.
pub(super) fn other_proof(one: &Framing, other: &Framing) -> Option<(String, String)> {
    let proof = |of: &Framing| {
        let that = (1..of.words.len())
            .find(|at| of.word(*at) == "that" && LEXICON.proof.contains(of.before(*at)))?;
        Some((that + 1, of.words.len().min(that + 1 + SHOWN)))
    };
    let told = |of: &Framing, (first, to): (usize, usize), facing: &Framing| {
        (first..to).any(|at| !is_function_word(of.word(at)) && !facing.has(of.word(at)))
    };
    let (own, its) = (proof(one)?, proof(other)?);
    let apart = told(one, own, other) && told(other, its, one);
    apart.then(|| (one.told(own.0 - 1, own.1), other.told(its.0 - 1, its.1)))
}

/// Words of a clause that tells what is shown.
const SHOWN: usize = 12;

/// "Acquitted Lind of fraud", "convicted Lind of theft".
pub(super) fn other_charge(one: &Framing, other: &Framing) -> Option<(String, String)> {
    let strange = |of: &Framing, (first, to): (usize, usize), facing: &Framing| {
        (first..to).all(|at| !facing.has(of.word(at)))
    };
    let (own, its) = (charge(one)?, charge(other)?);
    let apart = strange(one, own, other) && strange(other, its, one);
    apart.then(|| (one.told(own.0 - 1, own.1), other.told(its.0 - 1, its.1)))
}

/// What somebody is charged with, or cleared of.
fn charge(of: &Framing) -> Option<(usize, usize)> {
    let charges = |at: &usize| LEXICON.charging.contains(&*verb_base(of.word(*at)));
    let at = (0..of.words.len()).find(charges)?;
    let led = |at: &usize| matches!(of.word(*at), "of" | "with" | "for");
    let (first, to) = (at + 1..=at + CHARGED).find(led).map(|at| object(of, at + 1))?;
    (to > first).then_some((first, to))
}

/// Words between a verb of charging and what somebody is charged with.
const CHARGED: usize = 5;

fn differ((one, phrase): (&Framing, &Phrase), (other, facing): (&Framing, &Phrase)) -> bool {
    let own = one.words.get(phrase.first..phrase.to).unwrap_or_default();
    let its = other.words.get(facing.first..facing.to).unwrap_or_default();
    if phrase.kind == "order" && one.word(phrase.from) != other.word(facing.from) {
        return own == its;
    }
    let (only, others) = (
        own.iter().filter(|word| !other.has(word)).count(),
        its.iter().filter(|word| !one.has(word)).count(),
    );
    let same_head = own.last() == its.last() && only > 0 && others > 0;
    only == own.len() && others == its.len() || same_head
}

/// "The first round", "the second round": attributes of one noun of which it can have only one, where they are not what
/// is opposed.
fn exclusive(one: &Framing, other: &Framing) -> Option<(String, String)> {
    if one.is_negated() == other.is_negated() {
        return None;
    }
    (0..one.words.len()).find_map(|at| {
        let noun = one.word(at + 1);
        let own = place_in_row(one.word(at)).filter(|_| !noun.is_empty() && !is_function_word(noun))?;
        let facing = (0..other.words.len()).find(|facing| {
            let rival = place_in_row(other.word(*facing));
            other.word(facing + 1) == noun && rival.is_some_and(|it| it.0 == own.0 && it.1 != own.1)
        })?;
        Some((one.told(at, at + 2), other.told(facing, facing + 2)))
    })
}

fn place_in_row(word: &str) -> Option<(usize, usize)> {
    let mut rows = LEXICON.rows.iter().enumerate();
    rows.find_map(|(row, words)| Some((row, words.iter().position(|it| *it == word)?)))
}

fn phrases(of: &Framing) -> impl Iterator<Item = Phrase> {
    (0..of.words.len()).filter_map(|from| {
        let kind = kind(of.word(from), of.word(from + 1))?;
        let (first, to) = object(of, from + 1);
        let said = kind == "to" && LEXICON.said.contains(of.before(from));
        (to > first && !said && !is_idle(of, first, to)).then_some(Phrase { kind, from, to, first })
    })
}

fn kind(preposition: &str, next: &str) -> Option<&'static str> {
    match preposition {
        "by" if matches!(next, "day" | "night") => Some("when"),
        "by" if LEXICON.by.contains(next) => Some("by"),
        _ => LEXICON.kinds.get(preposition).copied(),
    }
}

/// "Four-year", "12": what differs in a figure is one thing.
pub(super) fn is_figure(word: &str) -> bool {
    let number = word.split('-').next().unwrap_or_default();
    number.starts_with(|c: char| c.is_ascii_digit()) || is_number_word(number) && number != "one"
}

/// The words of the phrase that stands right at a place, without its preposition and determiner.
pub(super) fn behind(of: &Framing, at: usize) -> Option<(usize, usize)> {
    let prepositions = [of.word(at), of.word(at + 1)];
    let long = 1 + usize::from(prepositions == ["out", "of"]);
    let led =
        long > 1 || LEXICON.target.contains(prepositions[0]) || LEXICON.kinds.contains_key(prepositions[0]);
    let (first, to) = object(of, at + long);
    (led && to > first && !is_idle(of, first, to)).then_some((first, to))
}

/// The first word of a phrase that begins at a place, its determiner left out.
pub(super) fn behind_article(of: &Framing, at: usize) -> usize {
    at + usize::from(LEXICON.determiner.contains(of.word(at)))
}

/// Where what stands behind a preposition begins and ends, its determiner left out.
pub(super) fn object(of: &Framing, at: usize) -> (usize, usize) {
    let first = behind_article(of, at);
    let to = (first..first + LONGEST).find(|at| is_function_word(of.word(*at))).unwrap_or(first + LONGEST);
    (first, to.min(of.words.len()))
}

/// "At first", "in 2019", "in fact": no restriction.
fn is_idle(of: &Framing, first: usize, to: usize) -> bool {
    let alone = to == first + 1 && matches!(of.word(first), "first" | "last");
    alone
        || is_figure(of.word(first))
        || LEXICON.idle.contains(of.word(first))
        || is_time(of.word(first))
        || is_time(of.word(to.saturating_sub(1)))
}

pub(super) fn is_time(word: &str) -> bool {
    let number = word.starts_with(|c: char| c.is_ascii_digit());
    number || in_calendar(word) || LEXICON.time.contains(word)
}

pub(super) fn is_function_word(word: &str) -> bool {
    word.is_empty()
        || !word.starts_with(char::is_alphanumeric)
        || LEXICON.function.contains(word)
        || LEXICON.be.contains(word)
}

/// "In an earlier trial", "the previous owner": another than the one that the second statement speaks of.
pub(super) fn another(one: &Framing, other: &Framing) -> Option<String> {
    named_another(one, other, |noun| other.has(noun))
}

/// The same, whatever it is another of.
pub(super) fn of_another(one: &Framing, other: &Framing) -> Option<String> {
    named_another(one, other, |_| true)
}

fn named_another(one: &Framing, other: &Framing, counts: impl Fn(&str) -> bool) -> Option<String> {
    let mut named = one.places(&LEXICON.another).filter(|at| {
        let noun = one.word(at + 1);
        let before = one.before(*at);
        let counted = !before.is_empty() && is_figure(before);
        let led = LEXICON.determiner.contains(before) || counted || *at == 0 || one.word(*at) == "another";
        let figure = noun.starts_with(|c: char| c.is_ascii_digit());
        led && !figure && !is_function_word(noun) && !LEXICON.unit.contains(noun) && counts(noun)
    });
    let numbered = other.words.iter().any(|word| place_in_row(word).is_some_and(|(row, _)| row == 0));
    let at = named.next().filter(|_| !numbered && !other.has_any(&LEXICON.another))?;
    Some(one.told(at, at + 2))
}

/// "12 died in Klow", "40 died". "In the fire" tells no place.
pub(super) fn portion(one: &Framing, other: &Framing) -> Option<String> {
    alone(one, other, |phrase| phrase.kind == "among" || is_place(one, phrase))
}

/// "The water in Klow", "the water"; "growth in the north", "growth".
pub(super) fn place(one: &Framing, other: &Framing) -> Option<String> {
    alone(one, other, |phrase| is_place(one, phrase))
}

fn is_place(of: &Framing, phrase: &Phrase) -> bool {
    let last = phrase.to.saturating_sub(1);
    let region = LEXICON.region.contains(of.word(last)) || of.is_name(last);
    matches!(phrase.kind, "in" | "where") && region
}

/// The first such phrase of the one, where the other has none of its kind.
fn alone(one: &Framing, other: &Framing, is_such: impl Fn(&Phrase) -> bool) -> Option<String> {
    let bare = |phrase: &Phrase| phrases(other).all(|facing| facing.kind != phrase.kind);
    let phrase = phrases(one).find(|phrase| is_such(phrase) && bare(phrase))?;
    Some(one.told(phrase.from, phrase.to))
}
