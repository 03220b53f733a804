//! Whose claims are held against each other.

use super::lens::Between;
use super::statement::{Statement, sides_differ};
use super::voice;
use crate::claim::{Claim, Resolved, last_name};
use crate::grammar::phrase::Word;

/// Whether two statements are of those that a rule holds against each other.
pub(super) fn are_right_speakers(a: &Statement, b: &Statement, between: Between) -> bool {
    let (one, other) = (&a.claim.speaker, &b.claim.speaker);
    match between {
        Between::Sides => sides_differ(a, b),
        Between::Speakers => two_speakers(a, b),
        Between::Apart => two_speakers(a, b) && !voice::is_one(one, other),
        Between::SameSide => voice::is_one(one, other) && !one.is_same(other),
        Between::SameSpeaker | Between::DraftAndRecord => one.is_same(other) && !are_of_two_ages(a, b),
        Between::ClaimAndText => a.is_attributed() && !b.is_attributed(),
        Between::Anyone | Between::HeadlineAndBody | Between::DenialAndTarget => true,
    }
}

/// "Ms. Lind, 40, said", "her sister, Ms. Lind, 38, said": in one text nobody has two ages.
fn are_of_two_ages(a: &Statement, b: &Statement) -> bool {
    let ages = age(a).zip(age(b));
    a.claim.origin.file == b.claim.origin.file && ages.is_some_and(|(one, other)| one != other)
}

/// `age = last_name "," number ","`; of the commas nothing but their room is kept.
fn age(statement: &Statement) -> Option<u8> {
    let name = last_name(&statement.claim.speaker.name);
    let words = &statement.sentence_words;
    let at = words.iter().position(|word| word.capital && word.form.eq_ignore_ascii_case(name))?;
    let [name, number, next] = words.get(at..at + 3)? else { return None };
    let comma = |before: &Word, behind: &Word| behind.span.start == before.span.end + COMMA;
    (comma(name, number) && comma(number, next)).then(|| number.form.parse().ok())?
}

/// A comma and a space.
const COMMA: usize = 2;

/// Whether each of the two has a source, and not the same one.
pub(super) fn two_speakers(a: &Statement, b: &Statement) -> bool {
    let (one, other) = (&a.claim.speaker, &b.claim.speaker);
    a.is_attributed() && b.is_attributed() && !one.is_same(other) && !one.is_nobody() && !other.is_nobody()
}

/// Whether the words of `of` are passed on: they came through its speaker, or through more mouths than there.
pub(super) fn passes_on(by: &Claim<Resolved>, of: &Claim<Resolved>) -> bool {
    by.via.iter().any(|link| link.is_same(&of.speaker))
        || by.speaker.is_same(&of.speaker) && by.via.len() > of.via.len()
}
