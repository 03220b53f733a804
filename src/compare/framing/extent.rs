//! How much of it: some and others, not entirely.

use super::{Framing, NEGATORS};

/// "Not entirely safe", "fairly safe".
pub(super) fn partial(one: &Framing, other: &Framing) -> Option<String> {
    let at = one
        .places(WHOLLY)
        .find(|at| at.checked_sub(1).is_some_and(|before| NEGATORS.contains(&one.word(before))))?;
    (!other.has_any(WHOLLY)).then(|| one.told(at - 1, at + 1))
}

/// "Some doctors" do, "some doctors" do not.
pub(super) fn part(of: &Framing) -> Option<String> {
    let at = of.places(PARTS).find(|at| is_part(of, *at))?;
    Some(of.told(at, at + 2))
}

/// "Some 300 people" is about as many; "few" is hardly any, "a few" is some; "not many" is few.
fn is_part(of: &Framing, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| of.word(before));
    let few = of.word(at) == "few" && before != "a";
    let figure = of.word(at + 1).starts_with(|c: char| c.is_ascii_digit());
    let counted = matches!(before, "how" | "as" | "so" | "too") || NEGATORS.contains(&before);
    !few && !figure && !counted
}

const WHOLLY: &[&str] = &[
    "necessarily",
    "entirely",
    "fully",
    "completely",
    "wholly",
    "totally",
    "always",
    "altogether",
    "everywhere",
];

const PARTS: &[&str] = &["some", "several", "many", "others", "few", "half", "certain", "various"];
