//! Comparison of two claims: alignment, opposition, wording, and the gates that a conflict must pass.
//!
//! Nothing here knows of files or rule files. A rule says what it looks for with a [`Lens`]; [`weigh`] holds
//! two [`Statement`]s under it and keeps the outcome of every gate, also when nothing is found.

mod acknowledgement;
mod alignment;
mod arithmetic;
mod deed;
mod diagonals;
mod domain;
mod facing;
mod figures;
mod framing;
mod gates;
mod lack;
mod lens;
mod likelihood;
mod opposition;
mod portion;
mod provenance;
mod quantity;
mod reason;
mod scale;
mod scope;
mod side_by_side;
mod speakers;
mod statement;
mod target;
mod timing;
mod verbatim;
mod wording;

pub use acknowledgement::{Marker, markers_in, marks_conflict};
pub use alignment::{
    Alignment, PredicateKey, PredicateMatch, Thesaurus, Want, align, align_deeds, align_subjects,
    alignment_keys, subject_keys, subject_of,
};
pub use arithmetic::misfit;
pub use deed::Deeds;
pub use facing::{Known, Opposites, Sentence, Unstated, face};
pub use figures::are_levels;
pub use gates::{Weighing, later, may_clash, may_meet, weigh};
pub use lens::{Between, Departure, Lens, On, Opposed, Topic};
pub use likelihood::LikelihoodScale;
pub use opposition::Opposition;
pub use quantity::{QuantityConflict, conflicting};
pub use scale::{Stance, StanceScale, StanceStep};
pub use scope::Period;
pub use statement::{Statement, sides_differ};
pub use target::{Target, target_of, turns_down};
pub use timing::{Timing, days_between, describe_day, is_narrow, timing};
pub use verbatim::{Joint, Place, after_phrase, beginnings, joints, stands_in};
pub use wording::{Change, Fidelity, Utterance, Weight, fidelity};

#[cfg(test)]
mod tests;
