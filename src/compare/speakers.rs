//! Whose claims are held against each other.

use super::lens::Between;
use super::statement::{Statement, sides_differ};
use crate::claim::{Claim, Resolved};

/// Whether two statements are of those that a rule holds against each other.
pub(super) fn are_right_speakers(a: &Statement, b: &Statement, between: Between) -> bool {
    let (one, other) = (&a.claim.speaker, &b.claim.speaker);
    match between {
        Between::Sides => sides_differ(a, b),
        Between::Speakers => two_speakers(a, b),
        Between::Apart => two_speakers(a, b) && (one.side.is_none() || one.side != other.side),
        Between::SameSide => one.side.is_some() && one.side == other.side && !one.is_same(other),
        Between::SameSpeaker | Between::DraftAndRecord => one.is_same(other),
        Between::ClaimAndText => a.is_attributed() && !b.is_attributed(),
        Between::Anyone | Between::HeadlineAndBody | Between::DenialAndTarget => true,
    }
}

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
