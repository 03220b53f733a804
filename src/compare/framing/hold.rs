//! What was not so after all, or is not said to be so: would have, almost, was to, whether.

use super::Framing;
use super::lexicon::LEXICON;
use crate::text::form::{is_gerund, verb_base};

/// The words by which the first, and not the second, says that it is not so, or not whether.
pub(super) fn unheld(one: &Framing, other: &Framing) -> Option<String> {
    let told = |tell: fn(&Framing) -> Option<String>| tell(one).filter(|_| tell(other).is_none());
    told(hypothetical)
        .or_else(|| told(almost))
        .or_else(|| told(expected))
        .or_else(|| told(promised).filter(|_| other.has_any(&LEXICON.done)))
        .or_else(|| told(whether))
        .or_else(|| told(considered))
        .or_else(|| may_also(one, other))
}

/// "The alleged attack", "barely survived": only the first says so with a reserve.
pub(super) fn reserved(one: &Framing, other: &Framing) -> Option<String> {
    let at = one.find(&LEXICON.reserved).filter(|_| !other.has_any(&LEXICON.reserved))?;
    Some(one.told(at, at + 2))
}

/// `hypothetical = ( "would" | "should" | "could" ) [ "not" ] "have"`
fn hypothetical(of: &Framing) -> Option<String> {
    (0..of.words.len()).filter(|at| matches!(of.word(*at), "would" | "should" | "could" | "ought")).find_map(
        |at| {
            let have = at + 1 + usize::from(LEXICON.not.contains(of.word(at + 1)) || of.word(at + 1) == "to");
            (of.word(have) == "have").then(|| of.told(at, have + 1))
        },
    )
}

/// "Almost sank"; "almost 300" and "almost certain" are about so.
fn almost(of: &Framing) -> Option<String> {
    let about = |word: &str| {
        word.ends_with("ly") || word.starts_with(|c: char| !c.is_alphabetic()) || LEXICON.about.contains(word)
    };
    let at = (0..of.words.len())
        .find(|at| matches!(of.word(*at), "almost" | "nearly") && !about(of.word(at + 1)))?;
    Some(of.told(at, at + 2))
}

/// "Was expected to", "were supposed to".
fn expected(of: &Framing) -> Option<String> {
    let was = |at: usize| matches!(of.word(at), "was" | "were" | "been");
    let at = (0..of.words.len())
        .find(|at| was(*at) && LEXICON.expected.contains(of.word(at + 1)) && of.word(at + 2) == "to")?;
    Some(of.told(at, at + 3))
}

/// "Promised to": of what was not done it is no contradiction.
fn promised(of: &Framing) -> Option<String> {
    let at = of.places(&LEXICON.promised).find(|at| of.word(at + 1) == "to")?;
    Some(of.told(at, at + 2))
}

fn whether(of: &Framing) -> Option<String> {
    of.has("whether").then(|| "whether".to_owned())
}

/// `considered = consider verb_ing | think ( "about" | "of" ) verb_ing`: nothing is said of whether it will be.
fn considered(of: &Framing) -> Option<String> {
    let doing = |at: usize| is_gerund(of.word(at));
    let weighs = |at: &usize| {
        let verb = verb_base(of.word(*at));
        let thinks = LEXICON.thinking.contains(&*verb) && matches!(of.word(at + 1), "about" | "of" | "over");
        LEXICON.considering.contains(&*verb) && doing(at + 1) || thinks && doing(at + 2)
    };
    let at = (0..of.words.len()).find(weighs)?;
    Some(of.told(at, at + 2))
}

/// "May", "may not"; "could", "could also not": both are possible.
fn may_also(one: &Framing, other: &Framing) -> Option<String> {
    let at = one.find(&LEXICON.may)?;
    let also = matches!(one.word(at + 1), "also" | "equally" | "just");
    let open = also || matches!(one.word(at), "may" | "might") && LEXICON.not.contains(one.word(at + 1));
    (open && other.has_any(&LEXICON.may)).then(|| one.told(at, at + 2))
}
