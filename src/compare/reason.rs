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

/// The first words of a reason that stands behind a word, without a pause between: it belongs to the predicate then, and a
/// "not" before that may be meant for it.
pub(super) fn bound<'w>(words: impl Iterator<Item = (&'w str, Span)>) -> Option<String> {
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
    (0..words.len()).find_map(|at| runs_on(at).and_then(|()| given(at))).map(|given| given.join(" "))
}
