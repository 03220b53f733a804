//! What only one can be, or win: "was elected president", "won the election", "is the mayor of Klow".

use crate::grammar::gist::{Gist, Word};
use crate::grammar::table::named_words;
use crate::grammar::tag::Tag;
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

struct Lexicon {
    wins: FxHashSet<&'static str>,
    contests: FxHashSet<&'static str>,
    becomes: FxHashSet<&'static str>,
    states: FxHashSet<&'static str>,
    offices: FxHashSet<&'static str>,
}

/// `rules/lexicon/holders.txt`.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let list = include_str!("../../../rules/lexicon/holders.txt");
    let words = |section, value| named_words(list, section, value).collect();
    Lexicon {
        wins: words("wins", "verb"),
        contests: words("wins", "contest"),
        becomes: words("becomes", "verb"),
        states: words("becomes", "state"),
        offices: words("offices", "office"),
    }
});

/// Who is told to hold or win what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Held {
    /// The words of the name.
    pub(super) holder: Range<usize>,
    /// The office or contest.
    what: usize,
    /// The verb, where it tells of what is so.
    state: Option<String>,
}

/// Two names for what only one can be or win.
pub(super) fn rivals(claim: &Gist, other: &Gist) -> Option<(Held, Held)> {
    let (one, two) = (held(claim)?, held(other)?);
    let apart = names(claim, &one.holder).is_disjoint(&names(other, &two.holder));
    let same = kind(claim, one.what) == kind(other, two.what) && one.state == two.state;
    let of = of(claim, one.what).zip(of(other, two.what)).is_none_or(|(one, two)| one == two);
    let named = |gist: &Gist, own: &Range<usize>, in_other: &Gist| {
        let rest = gist.words.iter().enumerate().filter(|(at, word)| word.name && !own.contains(at));
        rest.into_iter().all(|(_, word)| in_other.words.iter().any(|it| it.lower == word.lower))
    };
    let fits = named(claim, &one.holder, other) && named(other, &two.holder, claim);
    (apart && same && of && fits).then_some((one, two))
}

/// Whether a sentence tells of what another may hold at another time.
pub(super) fn tells_of_holder(gist: &Gist) -> bool {
    held(gist).is_some()
}

fn names<'g>(gist: &'g Gist, range: &Range<usize>) -> BTreeSet<&'g str> {
    gist.words.get(range.clone()).unwrap_or_default().iter().map(|word| &*word.lower).collect()
}

/// The noun with what tells it apart: "vice president" is another office.
fn kind(gist: &Gist, noun: usize) -> BTreeSet<&str> {
    let head = gist.words.get(noun).into_iter();
    head.chain(gist.modifiers(noun)).map(|word| &*word.family).collect()
}

/// "Of the board": whose office it is.
fn of(gist: &Gist, noun: usize) -> Option<&str> {
    let behind = gist.words.get(noun + 1..)?;
    let led = behind.first().is_some_and(|word| matches!(&*word.lower, "of" | "in" | "at"));
    behind.iter().find(|word| word.is_noun()).filter(|_| led).map(|word| &*word.family)
}

/// `held = name { auxiliary | adverb } ( win "the" contest | become [ "as" ] [ "the" ] office )`
fn held(gist: &Gist) -> Option<Held> {
    if gist.is_negated() || gist.asks {
        return None;
    }
    (1..gist.words.len()).find_map(|verb| {
        let base = gist.words.get(verb).filter(|word| word.is_verb())?.base.as_str();
        let what = if LEXICON.wins.contains(base) {
            contest(gist, verb)
        } else if LEXICON.becomes.contains(base) || LEXICON.states.contains(base) {
            office(gist, verb)
        } else {
            None
        }?;
        let state = LEXICON.states.contains(base).then(|| gist.words.get(verb)).flatten();
        // Who was president once is not who was president at another time.
        let over =
            state.is_some_and(|word| matches!(&*word.lower, "was" | "were" | "been" | "be" | "remained"));
        let holder = holder(gist, verb).filter(|_| !over)?;
        Some(Held { holder, what, state: state.map(|word| word.base.clone()) })
    })
}

fn contest(gist: &Gist, verb: usize) -> Option<usize> {
    let object = gist.object(verb)?;
    let at = gist.words.iter().position(|word| word.span == object.span)?;
    let before = gist.words.get(verb + 1..at)?;
    let definite = before.iter().any(|word| word.lower == "the" || word.tag == Tag::POS);
    (definite && LEXICON.contests.contains(&*object.base)).then_some(at)
}

fn office(gist: &Gist, verb: usize) -> Option<usize> {
    let led = |word: &&Word| matches!(&*word.lower, "as" | "the");
    let start = verb + 1 + gist.words.get(verb + 1..)?.iter().take_while(led).count();
    let part = |word: &&Word| word.is_noun() || word.tag.is_adjective();
    let phrase = gist.words.get(start..)?.iter().take_while(part).count();
    let at = (start..start + phrase).next_back()?;
    gist.words.get(at).filter(|word| LEXICON.offices.contains(&*word.base)).map(|_| at)
}

/// The name that a verb is told of; who wins "and" who else is open.
fn holder(gist: &Gist, verb: usize) -> Option<Range<usize>> {
    let passed = |word: &&Word| word.is_verb() || word.is_adverb();
    let end = verb - gist.words.get(..verb)?.iter().rev().take_while(passed).count();
    let length = gist.words.get(..end)?.iter().rev().take_while(|word| word.name).count();
    let start = end - length;
    let joined = start
        .checked_sub(1)
        .and_then(|at| gist.words.get(at))
        .is_some_and(|word| matches!(&*word.lower, "and" | "or" | "," | "of") || word.tag == Tag::POS);
    (length > 0 && !joined).then_some(start..end)
}
