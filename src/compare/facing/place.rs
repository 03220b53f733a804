//! Where something is that is in one place only, and which way somebody went: "born in Norway", "left Oslo for Bern".

use super::{Known, spoken};
use crate::grammar::gist::{Gist, Word};
use crate::grammar::table::named_words;
use crate::grammar::tag::Tag;
use crate::text::form::{is_weekday, month};
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::LazyLock;

struct Lexicon {
    /// What is done to one in one place.
    done: FxHashSet<&'static str>,
    /// What is done of an event.
    held: FxHashSet<&'static str>,
    /// Where something is as long as it is not elsewhere.
    seated: FxHashSet<&'static str>,
    departs: FxHashSet<&'static str>,
}

/// `rules/lexicon/holders.txt`.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let list = include_str!("../../../rules/lexicon/holders.txt");
    let words = |value| named_words(list, "places", value).collect();
    let (done, held) = (words("done"), words("held"));
    Lexicon { done, held, seated: words("seated"), departs: words("departs") }
});

/// The words for two places, of two states, of what can be in one only.
pub(super) fn placed_apart(
    claim: &Gist,
    other: &Gist,
    known: &Known,
) -> Option<(Range<usize>, Range<usize>)> {
    let (one, two) = (placed(claim, known)?, placed(other, known)?);
    let named_too = |state: &str, in_other: &Gist| {
        let mut names = in_other.words.iter().filter(|word| word.capital);
        names.any(|word| known.place_of(&word.lower).is_some_and(|it| it == state))
    };
    let apart = one.state != two.state && !named_too(&one.state, other) && !named_too(&two.state, claim);
    (apart && one.verb == two.verb).then_some((one.words, two.words))
}

struct Placed<'g> {
    verb: &'g str,
    state: String,
    words: Range<usize>,
}

/// `placed = listed_verb [ "place" ] ( "in" | "at" | "near" ) place`, of one known thing: "a wedding" may have been another
fn placed<'g>(gist: &'g Gist, known: &Known) -> Option<Placed<'g>> {
    let subject = gist.subject().filter(|subject| is_known(gist, subject))?;
    if gist.is_negated() || gist.asks {
        return None;
    }
    gist.words.iter().enumerate().find_map(|(at, verb)| {
        let base = &*verb.base;
        let is_now = || {
            at.checked_sub(1)
                .and_then(|be| gist.words.get(be))
                .is_some_and(|be| matches!(&*be.lower, "is" | "are"))
        };
        let listed = LEXICON.done.contains(base)
            || LEXICON.held.contains(base) && !subject.name
            || LEXICON.seated.contains(base) && is_now();
        listed.then_some(())?;
        let behind = at + 1 + usize::from(gist.words.get(at + 1).is_some_and(|word| word.lower == "place"));
        let leads = matches!(&*gist.words.get(behind)?.lower, "in" | "at" | "near");
        let words = name(gist, behind + 1).filter(|_| leads)?;
        Some(Placed { verb: &verb.base, state: known.place_of(&spoken(gist, &words))?, words })
    })
}

/// "The summit", "Lind", not "a summit" or "talks".
fn is_known(gist: &Gist, subject: &Word) -> bool {
    let before = gist.words.iter().take_while(|word| word.span.start < subject.span.start);
    let open = before.clone().any(|word| matches!(&*word.lower, "a" | "an" | "some" | "several"));
    let told = before.into_iter().any(|word| word.lower == "the" || matches!(word.tag, Tag::PRPS | Tag::POS));
    !open && (subject.name || told)
}

/// The places of the origin in one sentence and of the destination in the other, where these are one on one day.
pub(super) fn turned_round(claim: &Gist, other: &Gist) -> Option<(Range<usize>, Range<usize>)> {
    let (one, two) = (way(claim)?, way(other)?);
    let same = |a: &Option<Range<usize>>, b: &Option<Range<usize>>| {
        let (a, b) = (a.clone()?, b.clone()?);
        (spoken(claim, &a) == spoken(other, &b)).then_some((a, b))
    };
    let met = same(&one.origin, &two.goal).or_else(|| same(&one.goal, &two.origin))?;
    let agree = same(&one.origin, &two.origin).is_some() || same(&one.goal, &two.goal).is_some();
    (!agree && share_a_day(claim, other)).then_some(met)
}

struct Way {
    origin: Option<Range<usize>>,
    goal: Option<Range<usize>>,
}

/// `way = listed_verb [ [ "from" ] place ] [ ( "for" | "to" ) place ]`
fn way(gist: &Gist) -> Option<Way> {
    let verb = gist.words.iter().position(|word| LEXICON.departs.contains(&*word.base))?;
    let is = |at: usize, any: &[&str]| gist.words.get(at).is_some_and(|word| any.contains(&&*word.lower));
    let from = verb + 1 + usize::from(is(verb + 1, &["from"]));
    let origin = name(gist, from);
    let behind = origin.as_ref().map_or(verb + 1, |origin| origin.end);
    let goal = is(behind, &["for", "to"]).then(|| name(gist, behind + 1)).flatten();
    (!gist.is_negated() && (origin.is_some() || goal.is_some())).then_some(Way { origin, goal })
}

/// Words of the longest name of a place.
const LONGEST: usize = 4;

fn name(gist: &Gist, start: usize) -> Option<Range<usize>> {
    let article = usize::from(gist.words.get(start).is_some_and(|word| word.lower == "the"));
    let named = gist.words.iter().skip(start + article).take(LONGEST).take_while(|word| word.capital);
    let end = start + article + named.count();
    (end > start + article).then_some(start + article..end)
}

/// Whether both name a day, and the same.
fn share_a_day(one: &Gist, two: &Gist) -> bool {
    let tells = |word: &&Word| {
        is_weekday(&word.lower)
            || word.capital && month(&word.lower).is_some()
            || word.lower.parse::<u32>().is_ok()
    };
    let days = |gist: &Gist| {
        let words = gist.words.iter().filter(tells).map(|word| word.lower.clone());
        words.collect::<std::collections::BTreeSet<_>>()
    };
    let (ones, twos) = (days(one), days(two));
    !ones.is_empty() && (ones.is_subset(&twos) || !twos.is_empty() && twos.is_subset(&ones))
}
