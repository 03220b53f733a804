//! Tolls without a verb, or by another verb: "storm kills 40", "40 dead in storm", "22 people died in the storm".

use super::framing;
use super::slot::{Pair, Slot, at_span, is_to_come};
use crate::claim::Measure;
use crate::compare::portion;
use crate::compare::quantity::meet;
use crate::grammar::gist::{Gist, Toll, Word};

impl Pair<'_> {
    /// "Storm kills 40", "22 people died in the storm".
    pub(super) fn toll(&self) -> Option<Slot> {
        let (one, two) = differing(self.claim, self.other)?;
        let (ours, theirs) = (framing(self.claim), framing(self.other));
        let apart = portion::apart((&ours, one.figure), (&theirs, two.figure)).is_some()
            || is_to_come(self.claim, one.figure) != is_to_come(self.other, two.figure);
        let says = (at_span(self.claim, one.figure.span), at_span(self.other, two.figure.span));
        let aside = |_, word: &Word| {
            one.figure.span.overlaps(word.span) || word.span == one.word.span || word.base == "people"
        };
        (!apart).then(|| self.found("the figures cannot both be right", says, aside)).flatten()
    }
}

/// Two tolls of one fate that cannot both be right, of sentences that give one each.
fn differing<'g>(claim: &'g Gist, other: &'g Gist) -> Option<(Toll<'g>, Toll<'g>)> {
    let lone = |gist: &'g Gist, fate: &str| {
        let mut tolls = gist.tolls().filter(|toll| toll.fate == fate);
        tolls.next().filter(|_| tolls.next().is_none())
    };
    let one =
        claim.tolls().find(|toll| lone(claim, toll.fate).is_some() && lone(other, toll.fate).is_some())?;
    let two = lone(other, one.fate)?;
    let people = |toll: &Toll| Measure { counted: String::new(), ..toll.figure.clone() };
    (!meet(&people(&one), &people(&two))).then_some((one, two))
}
