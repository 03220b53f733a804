//! Comparison of two claims: alignment, opposition, wording, and the gates that a conflict must pass.
//!
//! Nothing here knows of files or rule files. A rule says what it looks for with a [`Lens`]; [`weigh`] holds
//! two [`Statement`]s under it and keeps the outcome of every gate, also when nothing is found.

mod acknowledgement;
mod alignment;
mod arithmetic;
mod attitude;
mod bounds;
mod change;
mod context;
mod deed;
mod diagonals;
mod domain;
mod editing;
mod facing;
mod figures;
mod framing;
mod gates;
mod lack;
mod lens;
mod likelihood;
mod narrower;
mod notation;
mod opposition;
mod portion;
mod provenance;
mod quantity;
mod reason;
mod roles;
mod scale;
mod scope;
mod side_by_side;
mod speakers;
mod spelling;
mod statement;
mod tally;
mod target;
mod thesaurus;
mod timing;
mod utterance;
mod verbatim;
mod voice;
mod weight;
mod wording;

pub use acknowledgement::{Marker, Marking, markers_in, marks_conflict};
pub use alignment::{
    Alignment, Want, align, align_deeds, align_subjects, alignment_keys, subject_keys, subject_of,
    takes_up_subject,
};
pub use arithmetic::misfit;
pub use context::Context;
pub use deed::Deeds;
pub use domain::other_owners;
pub use facing::{Known, Opposites, Sentence, Unstated, face};
pub use figures::are_levels;
pub use gates::{Weighing, later, may_clash, may_meet, weigh};
pub use lens::{Between, BoundTo, Departure, Lens, On, Opposed, Topic};
pub use likelihood::LikelihoodScale;
pub use notation::Notation;
pub use opposition::Opposition;
pub use quantity::{QuantityConflict, conflicting};
pub use scale::{Stance, StanceScale, StanceStep};
pub use scope::Period;
pub use statement::{Statement, sides_differ};
pub use tally::tallies_meet;
pub use target::{Target, calls_false, denies_charge, target_of, turns_down};
pub use thesaurus::{PredicateKey, PredicateMatch, Thesaurus};
pub use timing::{Timing, days_between, describe_day, is_narrow, timing};
pub use utterance::Utterance;
pub use verbatim::{Joint, Place, beginnings, joints, places_in, stands_in};
pub use weight::Weight;
pub use wording::{Change, Fidelity, fidelity};

#[cfg(test)]
mod tests;
