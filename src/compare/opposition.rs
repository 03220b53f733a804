//! Gate 5: in what two claims are opposed.

use super::alignment::{Alignment, agent, done_to, grammatical_subject};
use super::figures::{lengths, quantities};
use super::framing;
use super::lack::lacked;
use super::lens::Opposed;
use super::likelihood::LikelihoodScale;
use super::provenance::{shared_root, source_dropped};
use super::reason::{self, Reason};
use super::roles::{agents, roles};
use super::scope;
use super::statement::Statement;
use super::tally;
use super::thesaurus::PredicateMatch;
use super::timing::days_between;
use crate::claim::{Act, Evidential, Modality, Polarity, Predicate};
use crate::finding::Relation;

/// An opposition found: what kind, in words, and what each side says.
#[derive(Clone, Debug, PartialEq)]
pub struct Opposition {
    /// How the two stand to each other.
    pub relation: Relation,
    /// Why, in words.
    pub reason: String,
    /// What the first says: a step, a figure, a certainty.
    pub a: String,
    /// What the second says.
    pub b: String,
}

/// The first of `wanted` in which the two are opposed; otherwise why they are not in the first that can be told of: figures
/// only where both give some.
pub fn oppose(
    a: &Statement,
    b: &Statement,
    alignment: Option<&Alignment>,
    wanted: &[Opposed],
) -> Result<Opposition, String> {
    let mut want = None;
    let both_count = [a, b].iter().all(|of| !of.claim.assertion.measures.is_empty());
    for opposed in wanted {
        match oppose_in(a, b, alignment, opposed) {
            Ok(opposition) => return Ok(opposition),
            Err(reason) if both_count && matches!(opposed, Opposed::Quantity { .. }) => want = Some(reason),
            Err(reason) => want = want.or(Some(reason)),
        }
    }
    Err(want.unwrap_or_else(|| "the rule names no opposition".to_owned()))
}

fn oppose_in(
    a: &Statement,
    b: &Statement,
    alignment: Option<&Alignment>,
    opposed: &Opposed,
) -> Result<Opposition, String> {
    match opposed {
        Opposed::Polarity => polarity(a, b, alignment),
        Opposed::Probability { scale } => probability(a, b, scale.unwrap_or(a.likelihood)),
        Opposed::Scale { scale, gap } => {
            let no_stance =
                |who: &Statement| format!("{} takes no stance on the scale {}", who.who(), scale.name);
            let one = scale.read(a).ok_or_else(|| no_stance(a))?;
            let other = scale.read(b).ok_or_else(|| no_stance(b))?;
            if (one.at - other.at).abs() < *gap {
                return Err(format!(
                    "“{}” and “{}” lie less than {} apart",
                    one.step,
                    other.step,
                    steps(*gap)
                ));
            }
            Ok(diverges(
                format!("“{}” and “{}” lie {} apart", one.step, other.step, steps((one.at - other.at).abs())),
                one.step,
                other.step,
            ))
        }
        Opposed::Quantity { tolerance, falls } => {
            lengths(a, b, alignment).or_else(|_| quantities(a, b, alignment, *tolerance, *falls))
        }
        Opposed::Roles => roles(a, b, alignment),
        Opposed::Certainty { levels } => certainty(a, b, *levels),
        Opposed::HedgeDropped => hedge_dropped(a, b),
        Opposed::ChainDropped => chain_dropped(a, b),
        Opposed::StaleWeekday { days } => stale(a, b, *days),
        Opposed::Agents => agents(a, b),
        Opposed::SourceDropped => source_dropped(a, b, alignment),
        Opposed::SharedRoot => shared_root(a, b, alignment),
        Opposed::Wording { .. } | Opposed::Denial { .. } | Opposed::AnsweredBefore => {
            Err("decided elsewhere".to_owned())
        }
    }
}

/// Whether a step at which one of two stands that are opposed on a scale is known by these words.
pub(super) fn opposed_by(words: &str, a: &Statement, b: &Statement, wanted: &[Opposed]) -> bool {
    wanted.iter().any(|opposed| match opposed {
        Opposed::Scale { scale, .. } => {
            let is_known_by = [a, b].iter().any(|of| scale.is_known_by(words, of));
            is_known_by && oppose_in(a, b, None, opposed).is_ok()
        }
        _ => false,
    })
}

/// "1 step", "2.5 steps".
fn steps(apart: f64) -> String {
    if apart == 1.0 { "1 step".to_owned() } else { format!("{apart} steps") }
}

fn diverges(reason: String, a: String, b: String) -> Opposition {
    Opposition { relation: Relation::Diverges, reason, a, b }
}

pub(super) fn contradicts(reason: String, a: String, b: String) -> Opposition {
    Opposition { relation: Relation::Contradicts, reason, a, b }
}

fn polarity(a: &Statement, b: &Statement, alignment: Option<&Alignment>) -> Result<Opposition, String> {
    let Some(Alignment::Same { predicate, swapped: false, .. }) = alignment else {
        return Err("their roles differ".to_owned());
    };
    let (one, other) = (effective(a), effective(b));
    if one == Polarity::Unknown || other == Polarity::Unknown {
        return Err("one of them asserts nothing either way".to_owned());
    }
    // What is predicated by the first word: "safe" is said not to be so by whoever says "unsafe".
    let other = if *predicate == PredicateMatch::Opposite { turned(other) } else { other };
    if one == other {
        let excluded = || scope::excluded(a, b).map(not_then);
        let found = lacked(a, b).map(without).or_else(excluded);
        return found.ok_or_else(|| alike(a, b));
    }
    if let Some(told) = tally::held(a, b, alignment) {
        return told;
    }
    if is_not_of_all(a, one, b) || is_not_of_all(b, other, a) {
        return Err("what is not so of all may be so of some".to_owned());
    }
    if is_not_by(a, one, b) || is_not_by(b, other, a) {
        return Err("it is only said not to be so by somebody".to_owned());
    }
    if let Some(reason) = only_for(a, one, b).or_else(|| only_for(b, other, a)) {
        return Err(format!("it may be the reason alone that is not so: “{reason}”"));
    }
    if is_overtaken(a, b) || is_overtaken(b, a) {
        return Err("what may come is one thing, what was done another".to_owned());
    }
    let (x, y) = (a.claim.assertion.modality, b.claim.assertion.modality);
    let both_certain = x == Modality::CT && y == Modality::CT;
    let sides = (say(one, x), say(other, y));
    let reason = format!("the one says {}, the other {}", sides.0, sides.1);
    // "It may" and "it may not" are both true of an open question; only a certain side can be opposed.
    match (both_certain, x == Modality::CT || y == Modality::CT) {
        (true, _) => Ok(contradicts(reason, sides.0, sides.1)),
        (false, true) => Ok(diverges(reason, sides.0, sides.1)),
        (false, false) => Err("neither is certain".to_owned()),
    }
}

/// "It is not the case that all banks failed", "not every bank failed" leave open whether some did.
fn is_not_of_all(denied: &Statement, polarity: Polarity, other: &Statement) -> bool {
    polarity == Polarity::Negative && says_of_all(denied) && !says_of_all(other)
}

/// "All banks", "every bank", "both banks".
fn says_of_all(statement: &Statement) -> bool {
    let Some(subject) = grammatical_subject(&statement.claim.assertion.skeleton) else { return false };
    let of_all = |word: &str| matches!(word, "all" | "both" | "every" | "each");
    let begins = statement.words_before(subject.span.start).len().saturating_sub(1);
    let led = statement.words.get(begins..).unwrap_or_default().iter();
    let mut led = led.take_while(|word| word.span.end <= subject.span.end);
    subject.modifiers.iter().any(|word| of_all(word)) || led.any(|word| of_all(&word.form))
}

/// "Was not sabotaged by divers" leaves open whether it was by others.
fn is_not_by(denied: &Statement, polarity: Polarity, other: &Statement) -> bool {
    let (own, others) = (&denied.claim.assertion.skeleton, &other.claim.assertion.skeleton);
    let passive = own.predicate.as_ref().is_some_and(|predicate| predicate.passive);
    polarity == Polarity::Negative && passive && agent(own).is_some() && agent(others).is_none()
}

/// "May veto the bill", and in the end "signed it".
fn is_overtaken(open: &Statement, done: &Statement) -> bool {
    let (may, was) = (&open.claim.assertion, &done.claim.assertion);
    // "May have vetoed".
    let before = open.words.iter().any(|word| &*word.form == "have");
    let is_deed =
        was.skeleton.predicate.as_ref().is_some_and(|it| !it.passive) && done_to(&was.skeleton).is_some();
    may.modality == Modality::PS
        && !may.past
        && !before
        && was.modality == Modality::CT
        && was.past
        && is_deed
}

/// "Did not cancel because of illness" leaves open whether it was for another reason: how the one gives it, where the other
/// gives none or another.
fn only_for(denied: &Statement, polarity: Polarity, other: &Statement) -> Option<String> {
    let skeleton = &denied.claim.assertion.skeleton;
    let (predicate, object) = (skeleton.predicate.as_ref()?, done_to(skeleton));
    let open = polarity == Polarity::Negative
        && !is_to_come(denied, predicate)
        && reason::may_be_all(&predicate.lemma, object.map(|it| it.head.as_str()));
    open.then(|| reason::alone(reason_of(denied), reason_of(other))).flatten()
}

/// "Will not reopen because of the cracks": of what is to come the reason is given, and not in doubt.
fn is_to_come(statement: &Statement, predicate: &Predicate) -> bool {
    let before = statement.words.iter().rev().skip_while(|word| word.span.start >= predicate.span.start);
    before.take(MODAL_WITHIN).any(|word| MODALS.contains(&&*word.form))
}

/// Words between a modal verb and its main verb: "not", an adverb.
const MODAL_WITHIN: usize = 3;

const MODALS: &[&str] =
    &["will", "would", "wo", "won't", "won’t", "wouldn't", "wouldn’t", "cannot", "can", "could"];

fn reason_of(statement: &Statement) -> Option<Reason<'_>> {
    reason::bound(statement.words.iter().map(|word| (&*word.form, word.span)))
}

/// "Ended with a deal", "ended without a deal".
fn without(noun: String) -> Opposition {
    let reason = format!("only one of them is without “{noun}”");
    contradicts(reason, format!("with or without {noun}"), format!("with or without {noun}"))
}

/// Why two statements that are both so, or both not so, are not opposed.
fn alike(a: &Statement, b: &Statement) -> String {
    match framing::differ(&a.framing(), &b.framing()) {
        Some((one, other)) => framing::of_two(&one, &other),
        None => "both say the same of it".to_owned(),
    }
}

/// "In March, not in May", "in May".
fn not_then(period: String) -> Opposition {
    let reason = format!("only one of them says that it was not “{period}”");
    contradicts(reason, format!("when: {period}"), format!("when: {period}"))
}

/// The polarity of what is asserted; a denial or dispute has it turned already by the grammar.
pub(super) fn effective(statement: &Statement) -> Polarity {
    match statement.claim.assertion.act {
        Act::Question | Act::Demand | Act::Hope => Polarity::Unknown,
        _ => statement.claim.assertion.polarity,
    }
}

pub(super) fn are_both_so(a: &Statement, b: &Statement) -> bool {
    effective(a) == Polarity::Positive && effective(b) == Polarity::Positive
}

fn turned(polarity: Polarity) -> Polarity {
    match polarity {
        Polarity::Positive => Polarity::Negative,
        Polarity::Negative => Polarity::Positive,
        Polarity::Unknown => Polarity::Unknown,
    }
}

fn say(polarity: Polarity, modality: Modality) -> String {
    let so = match polarity {
        Polarity::Positive => "it is so",
        Polarity::Negative => "it is not so",
        Polarity::Unknown => "neither",
    };
    match modality {
        Modality::CT | Modality::U => so.to_owned(),
        Modality::PR => format!("{so}, probably"),
        Modality::PS => format!("{so}, possibly"),
    }
}

fn probability(a: &Statement, b: &Statement, scale: &LikelihoodScale) -> Result<Opposition, String> {
    let of = |statement: &Statement| {
        let probability = statement.claim.assertion.estimate.and_then(|it| scale.probability(it));
        probability.ok_or_else(|| {
            format!("{} uses no estimative word with a probability ({})", statement.who(), scale.title)
        })
    };
    let (one, other) = (of(a)?, of(b)?);
    if one.1 < other.0 || other.1 < one.0 {
        let show = |low: u8, high: u8| format!("{low}–{high} %");
        let sides = (show(one.0, one.1), show(other.0, other.1));
        return Ok(diverges(
            format!("{} and {} do not meet ({})", sides.0, sides.1, scale.title),
            sides.0,
            sides.1,
        ));
    }
    Err(format!("the probabilities overlap ({})", scale.title))
}

/// Whether both hold it for equally certain; two estimates that are not opposed do. What is only rumoured is not.
pub(super) fn agree_in_certainty(a: &Statement, b: &Statement) -> bool {
    let (one, other) = (&a.claim.assertion, &b.claim.assertion);
    let rumoured = |evidential| evidential == Evidential::Hearsay;
    if rumoured(one.evidential) != rumoured(other.evidential) {
        return false;
    }
    match (&one.estimate, &other.estimate) {
        (Some(_), Some(_)) => true,
        (None, None) => one.modality == other.modality,
        _ => false,
    }
}

fn certainty(a: &Statement, b: &Statement, levels: u8) -> Result<Opposition, String> {
    let (one, other) = (a.claim.assertion.modality, b.claim.assertion.modality);
    if one == Modality::U || other == Modality::U {
        return Err("one of them is not committed to it".to_owned());
    }
    let step = i16::from(one as u8) - i16::from(other as u8);
    if step < i16::from(levels) {
        return Err("the first is no more certain than the second".to_owned());
    }
    let sides = (level(one).to_owned(), level(other).to_owned());
    Ok(diverges(format!("{} here, {} there", sides.0, sides.1), sides.0, sides.1))
}

fn level(modality: Modality) -> &'static str {
    match modality {
        Modality::CT => "certain",
        Modality::PR => "probable",
        Modality::PS => "possible",
        Modality::U => "open",
    }
}

fn hedge_dropped(a: &Statement, b: &Statement) -> Result<Opposition, String> {
    let hedged = a.claim.assertion.evidential == Evidential::Hearsay;
    let bare = b.claim.assertion.evidential == Evidential::None && b.claim.assertion.modality == Modality::CT;
    if !hedged || !bare || b.is_attributed() {
        return Err("no hedge of the first is missing from the second".to_owned());
    }
    Ok(diverges("hedged first, bare later".to_owned(), "on hearsay".to_owned(), "as a fact".to_owned()))
}

fn chain_dropped(a: &Statement, b: &Statement) -> Result<Opposition, String> {
    if !a.is_second_hand() || b.is_second_hand() || b.claim.assertion.evidential == Evidential::Hearsay {
        return Err("no link of the chain is missing".to_owned());
    }
    let later = b.claim.origin.span.start > a.claim.origin.span.end;
    if !later {
        return Err("the claim without the chain comes first".to_owned());
    }
    Ok(Opposition {
        relation: Relation::Relays,
        reason: "the words came through others, and are then stated without them".to_owned(),
        a: a.who(),
        b: b.who(),
    })
}

fn stale(a: &Statement, b: &Statement, days: i64) -> Result<Opposition, String> {
    let (Some(written), Some(recorded)) = (&a.claim.said, &b.claim.said) else {
        return Err("one of them has no date".to_owned());
    };
    let apart = days_between(recorded, written);
    if !a.bare_weekday || apart < days {
        return Err(format!("the record’s date lies {apart} days before the draft’s"));
    }
    let sides = (super::describe_day(written), super::describe_day(recorded));
    Ok(diverges(format!("said {apart} days earlier than the bare weekday says"), sides.0, sides.1))
}
