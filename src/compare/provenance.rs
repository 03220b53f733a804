//! Opposition in where two claims that say the same have it from.

use super::alignment::Alignment;
use super::opposition::Opposition;
use super::statement::Statement;
use super::thesaurus::PredicateMatch;
use crate::claim::{Evidential, Modality, Speaker};
use crate::finding::Relation;

/// The first states in the text's own voice what the second has from a source.
pub(super) fn source_dropped(
    a: &Statement,
    b: &Statement,
    alignment: Option<&Alignment>,
) -> Result<Opposition, String> {
    let (one, other) = (&a.claim.assertion, &b.claim.assertion);
    let is_bare = !a.is_attributed() && one.evidential == Evidential::None && one.modality == Modality::CT;
    if !is_bare || !b.is_attributed() || b.claim.speaker.is_nobody() {
        return Err("the source of the second is not missing from the first".to_owned());
    }
    if !says_same(a, b, alignment) || other.modality != Modality::CT {
        return Err("they do not say the same".to_owned());
    }
    Ok(Opposition {
        relation: Relation::Relays,
        reason: format!("only {} says so", b.who()),
        a: "as a fact".to_owned(),
        b: "on somebody’s word".to_owned(),
    })
}

/// Two speakers say the same, and one has it from the other, or both have it from a third.
pub(super) fn shared_root(
    a: &Statement,
    b: &Statement,
    alignment: Option<&Alignment>,
) -> Result<Opposition, String> {
    if !says_same(a, b, alignment) {
        return Err("they do not say the same".to_owned());
    }
    if a.claim.speaker.name == b.claim.speaker.name {
        return Err("both are of one speaker, as far as the names tell".to_owned());
    }
    let (one, other) = (&a.claim.origin, &b.claim.origin);
    if one.file == other.file && one.span.overlaps(other.span) {
        return Err("the one stands in the other".to_owned());
    }
    let behind = |statement: &Statement| statement.claim.via.clone();
    let (ones, others) = (behind(a), behind(b));
    let from = |links: &[Speaker], who: &Speaker| links.iter().any(|link| link.is_same(who));
    let root = ones.iter().find(|link| from(&others, link) || link.is_same(&b.claim.speaker));
    let root = root.or_else(|| others.iter().find(|link| link.is_same(&a.claim.speaker)));
    let root = root.ok_or_else(|| "no root is known to be behind both".to_owned())?;
    Ok(Opposition {
        relation: Relation::Relays,
        reason: format!("both have it from {}", root.name),
        a: a.who(),
        b: b.who(),
    })
}

fn says_same(a: &Statement, b: &Statement, alignment: Option<&Alignment>) -> bool {
    let same = matches!(
        alignment,
        Some(Alignment::Same {
            swapped: false,
            predicate: PredicateMatch::Same | PredicateMatch::Synonym,
            ..
        })
    );
    same && a.claim.assertion.polarity == b.claim.assertion.polarity
}
