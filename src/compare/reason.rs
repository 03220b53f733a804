//! Reasons: "did not cancel because of illness" may leave open whether it was cancelled for another.

use crate::text::Span;

/// What gives a reason for what stands before it.
const GIVEN: &[&[&str]] = &[
    &["because"],
    &["due", "to"],
    &["owing", "to"],
    &["thanks", "to"],
    &["on", "account", "of"],
    &["as", "a", "result", "of"],
];

/// What is not done for a reason with these is not done at all: "did not come because of illness".
const BEING_THERE: &[&str] =
    &["happen", "occur", "exist", "attend", "come", "appear", "arrive", "travel", "participate"];

/// Bytes between two words without a pause.
const SPACE: usize = 1;

/// Whether the reason for a predicate that is not so may be what is not so.
pub(super) fn may_be_all(predicate: &str, object: Option<&str>) -> bool {
    !BEING_THERE.contains(&predicate) && (predicate, object) != ("take", Some("place"))
}

/// A reason that is given for something.
#[derive(Debug)]
pub(super) struct Reason<'w> {
    /// "Because of".
    given: String,
    /// What stands behind that.
    words: Vec<&'w str>,
}

/// What may be what is not so: the reason that a denial gives, where the other statement gives none, or another.
pub(super) fn alone(denied: Option<Reason>, other: Option<Reason>) -> Option<String> {
    let reason = denied?;
    let same = |other: Reason| other.words.iter().any(|word| tells(word) && reason.words.contains(word));
    (!other.is_some_and(same)).then_some(reason.given)
}

/// What stands in any reason, of any length, tells no two apart.
fn tells(word: &str) -> bool {
    const IDLE: &[&str] = &[
        "a", "an", "the", "his", "her", "its", "their", "of", "to", "in", "he", "she", "it", "they", "was",
        "were", "is", "are", "had", "has", "been", "not",
    ];
    word.starts_with(char::is_alphanumeric) && !IDLE.contains(&word)
}

/// A reason that stands behind a word, without a pause between: it belongs to the predicate then, and a "not" before that may
/// be meant for it.
pub(super) fn bound<'w>(words: impl Iterator<Item = (&'w str, Span)>) -> Option<Reason<'w>> {
    let words: Vec<(&str, Span)> = words.collect();
    let given = |at: usize| {
        let behind = words.get(at..).unwrap_or_default();
        let fits = |given: &&&[&str]| {
            behind.len() >= given.len() && given.iter().zip(behind).all(|(one, (other, _))| one == other)
        };
        GIVEN.iter().find(fits)
    };
    let runs_on = |at: usize| {
        let pair = words.get(at.checked_sub(1)?..=at)?;
        let [(_, before), (_, own)] = pair else { return None };
        (own.start <= before.end + SPACE).then_some(())
    };
    let (at, given) = (0..words.len()).find_map(|at| Some((at, runs_on(at).and_then(|()| given(at))?)))?;
    let behind = words.get(at + given.len()..).unwrap_or_default();
    Some(Reason { given: given.join(" "), words: behind.iter().map(|(word, _)| *word).collect() })
}
