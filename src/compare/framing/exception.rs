//! Whoever is excepted: "nobody but the driver was hurt" says that the driver was.

use super::Framing;
use super::lexicon::LEXICON;
use super::respect::object;

/// Words of a statement among which its subject stands.
const SUBJECT: usize = 4;

/// Words between "nobody" or "all" and what is excepted.
const BETWEEN: usize = 5;

/// "Nobody but the driver was hurt", "the driver was hurt"; "all but the driver were hurt", "the driver was not".
pub(super) fn excepted(one: &Framing, other: &Framing) -> Option<String> {
    let (all, from) = exception(one)?;
    let (first, to) = object(one, from);
    let named = to > first && other.words.iter().take(SUBJECT).any(|word| *word == one.word(first));
    (named && all == other.is_negated()).then(|| one.told(from, first + 1))
}

/// Whether all are meant or none, and where whoever is excepted begins.
fn exception(of: &Framing) -> Option<(bool, usize)> {
    let (at, all) = (0..of.words.len()).find_map(|at| {
        let none = LEXICON.none.contains(of.word(at));
        (none || LEXICON.all.contains(of.word(at))).then_some((at, !none))
    })?;
    let from = (at + 1..=at + BETWEEN).find_map(|at| {
        let long = match (of.word(at), of.word(at + 1)) {
            ("other", "than") | ("apart" | "aside", "from") | ("except" | "save", "for") => 2,
            ("but" | "except" | "save" | "besides" | "excepting" | "barring" | "excluding", _) => 1,
            _ => return None,
        };
        Some(at + long)
    })?;
    Some((all, from))
}
