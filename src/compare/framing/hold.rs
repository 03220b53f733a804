//! What was not so after all, or is not said to be so: would have, almost, was to, whether.

use super::{Framing, NEGATORS};

/// The words by which the first, and not the second, says that it is not so, or not whether.
pub(super) fn unheld(one: &Framing, other: &Framing) -> Option<String> {
    let told = |tell: fn(&Framing) -> Option<String>| tell(one).filter(|_| tell(other).is_none());
    told(hypothetical)
        .or_else(|| told(almost))
        .or_else(|| told(expected))
        .or_else(|| told(promised).filter(|_| other.has_any(DONE)))
        .or_else(|| told(whether))
        .or_else(|| may_also(one, other))
}

/// `hypothetical = ( "would" | "should" | "could" ) [ "not" ] "have"`
fn hypothetical(of: &Framing) -> Option<String> {
    of.places(&["would", "should", "could", "ought"]).find_map(|at| {
        let have = at + 1 + usize::from(NEGATORS.contains(&of.word(at + 1)) || of.word(at + 1) == "to");
        (of.word(have) == "have").then(|| of.told(at, have + 1))
    })
}

/// "Almost sank"; "almost 300" and "almost certain" are about so.
fn almost(of: &Framing) -> Option<String> {
    let about = |word: &str| {
        word.ends_with("ly") || word.starts_with(|c: char| !c.is_alphabetic()) || ABOUT.contains(&word)
    };
    let at = of.places(&["almost", "nearly"]).find(|at| !about(of.word(at + 1)))?;
    Some(of.told(at, at + 2))
}

/// "Was expected to", "were supposed to".
fn expected(of: &Framing) -> Option<String> {
    let at = of
        .places(&["was", "were", "been"])
        .find(|at| EXPECTED.contains(&of.word(at + 1)) && of.word(at + 2) == "to")?;
    Some(of.told(at, at + 3))
}

/// "Promised to": of what was not done it is no contradiction.
fn promised(of: &Framing) -> Option<String> {
    let at = of.places(PROMISED).find(|at| of.word(at + 1) == "to")?;
    Some(of.told(at, at + 2))
}

fn whether(of: &Framing) -> Option<String> {
    of.has("whether").then(|| "whether".to_owned())
}

/// "May", "may not"; "could", "could also not": both are possible.
fn may_also(one: &Framing, other: &Framing) -> Option<String> {
    const MAY: &[&str] = &["may", "might", "could", "can"];
    let at = one.find(MAY)?;
    let also = matches!(one.word(at + 1), "also" | "equally" | "just");
    let open = also || matches!(one.word(at), "may" | "might") && NEGATORS.contains(&one.word(at + 1));
    (open && other.has_any(MAY)).then(|| one.told(at, at + 2))
}

const DONE: &[&str] = &["did", "has", "have", "was", "were", "had"];

const EXPECTED: &[&str] = &["expected", "supposed", "meant", "due", "scheduled", "set", "going", "about"];

const PROMISED: &[&str] =
    &["promised", "vowed", "pledged", "planned", "intended", "offered", "hoped", "wanted"];

const ABOUT: &[&str] = &[
    "certain",
    "sure",
    "impossible",
    "inevitable",
    "all",
    "every",
    "everyone",
    "no",
    "none",
    "nothing",
    "half",
    "a",
    "an",
    "the",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "any",
    "always",
    "never",
    "identical",
];
