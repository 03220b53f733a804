//! Two texts that are given as a pair, held against each other without their skeletons.
//!
//! A claim and a headline against it are rarely built alike. What is left is what they share: where their telling
//! words overlap, one may turn the other down, or say one thing otherwise than the other does. That is weaker than the
//! gates of [`super::weigh`], and serves only texts that somebody has put side by side already.

mod denial;
mod opposites;
mod share;
mod slot;

pub use opposites::Opposites;

use super::gates::Weighing;
use super::opposition::Opposition;
use crate::finding::{Confidence, Gate, Party, Relation, Step};
use crate::grammar::gist::Gist;
use crate::resolve::actors::Actors;
use share::Share;

/// What is known of words and names.
#[derive(Clone, Copy, Debug)]
pub struct Known<'k> {
    /// Words of which only one can be true of one thing.
    pub opposites: &'k Opposites,
    /// States, their peoples and adjectives.
    pub actors: &'k Actors,
}

/// The best founded conflict between a sentence of `a` and one of `b`.
pub fn face(a: &[Gist], b: &[Gist], known: &Known) -> Option<Weighing> {
    let one_way = found(a, b, known);
    let other_way = found(b, a, known).into_iter().map(Found::turned);
    let best = one_way
        .into_iter()
        .chain(other_way)
        .reduce(|best, next| if next.rank() > best.rank() { next } else { best });
    best.map(Found::into_weighing)
}

/// A conflict, and what the two share beside it.
struct Found {
    relation: Relation,
    /// Which of the two stands so to the other.
    by: Option<Party>,
    reason: String,
    /// What each of the two says.
    says: (String, String),
    share: Share,
}

impl Found {
    fn turned(self) -> Found {
        Found { says: (self.says.1, self.says.0), by: self.by.map(Party::other), ..self }
    }

    fn rank(&self) -> (bool, usize) {
        (self.share.is_wide(), self.share.words.len())
    }

    fn into_weighing(self) -> Weighing {
        let passed = |gate, reason: String| Step { gate, passed: true, reason };
        let trail = vec![
            passed(Gate::Stated, "both are stated, not asked".to_owned()),
            passed(Gate::Topic, self.share.describe()),
            passed(Gate::Opposed, self.reason.clone()),
        ];
        let confidence = if self.share.is_wide() { Confidence::Medium } else { Confidence::Low };
        let opposition =
            Opposition { relation: self.relation, reason: self.reason, a: self.says.0, b: self.says.1 };
        Weighing { relation: self.relation, by: self.by, trail, opposition: Some(opposition), confidence }
    }
}

/// The conflicts between `claim` and what turns it down, or says it otherwise, in `other`.
fn found(claim: &[Gist], other: &[Gist], known: &Known) -> Vec<Found> {
    let mut found = Vec::new();
    for said in claim.iter().filter(|said| !said.asks) {
        for (at, gist) in other.iter().enumerate().filter(|(_, gist)| !gist.asks) {
            let before = at.checked_sub(1).and_then(|before| other.get(before));
            found.extend(gist.turns.iter().filter_map(|turn| denial::turned_down(said, gist, turn, before)));
            // Of a longer text any sentence may speak of something else.
            if claim.len() == 1 && said.turns.is_empty() && gist.turns.is_empty() {
                found.extend(slot::otherwise(said, gist, known));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests;
