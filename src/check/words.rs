//! The words of a text with what they are part of, as phrases of rules ask for it.

use super::Kit;
use crate::claim::{Claim, DateRead, Resolved};
use crate::grammar::phrase::{Role, TextWords};
use crate::text::Text;

/// The words of `text`, in which `dates` and `claims` were read.
pub(super) fn words(text: &Text, dates: &[DateRead], claims: &[Claim<Resolved>], kit: &Kit) -> TextWords {
    let mut words = TextWords::of(text);
    words.mark(Role::Date, dates.iter().map(|date| date.span));
    let sources = claims.iter().filter_map(|claim| claim.attribution.source.as_ref());
    words.mark(Role::Speaker, sources.flat_map(|source| source.spans.iter().copied()));
    words.mark(Role::Place, kit.actors.places_in(text));
    words
}
