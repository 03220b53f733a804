//! Whether of two claims that conflict the one replaces the other: it puts it right, tells of a change, or came later.

use super::Related;
use super::facing::Facing;
use crate::compare::{conflicting, days_between, later};
use crate::finding::{Confidence, Gate, Party, Relation, Step};

/// The same, unless what conflicts is a change that is told of.
pub(super) fn told(related: Related, one: &Facing, other: &Facing) -> Related {
    let change = match related.relation {
        Relation::Contradicts | Relation::Diverges => {
            replaced(one, other).or_else(|| marked(one, other)).or_else(|| moved_on(one, other))
        }
        // "On Friday it still said so, but it now says otherwise."
        Relation::Corroborates | Relation::Repeats => turned(one, other),
        _ => None,
    };
    match change {
        Some((by, reason)) => superseded(related, by, reason),
        None => aged(related, one, other),
    }
}

/// Days in which what is so hardly changes, may have changed, and after which it is of another time.
const FRESH: i64 = 7;
const LATELY: i64 = 31;
const STALE: i64 = 366;

/// What was done stays done, but for what another may win next time; what was so may be otherwise years later, and the surer is otherwise the nearer the two lie.
fn aged(related: Related, one: &Facing, other: &Facing) -> Related {
    let apart = one.said().zip(other.said()).map_or(0, |(one, other)| days_between(&one, &other).abs());
    let opposed = matches!(related.relation, Relation::Contradicts | Relation::Diverges);
    let recurs = one.tells_of_holder() && other.tells_of_holder();
    if !opposed || apart <= FRESH || one.is_past() && other.is_past() && !recurs {
        return related;
    }
    if apart <= STALE {
        let most = if apart <= LATELY { Confidence::Medium } else { Confidence::Low };
        return Related { confidence: related.confidence.min(most), ..related };
    }
    let reason = format!("what is so may have changed in the {apart} days between them");
    let mut trail: Vec<Step> = related.trail.into_iter().filter(|step| step.gate < Gate::Time).collect();
    trail.push(Step { gate: Gate::Time, passed: false, reason });
    Related {
        relation: Relation::NotComparable,
        by: None,
        confidence: Confidence::Low,
        trail,
        evidence: None,
    }
}

/// Which claim replaces the other, and why.
type Change = (Party, &'static str);

fn superseded(related: Related, by: Party, reason: &str) -> Related {
    let Related { mut trail, .. } = related;
    trail.retain(|step| step.passed && step.gate != Gate::Standing);
    trail.push(Step { gate: Gate::Standing, passed: false, reason: reason.to_owned() });
    Related { relation: Relation::Supersedes, by: Some(by), trail, ..related }
}

/// A figure that was not wrong when it was given: a later and higher count, or one that is said to put the other right.
fn replaced(one: &Facing, other: &Facing) -> Option<Change> {
    let conflict = conflicting(&one.counts(), &other.counts(), 0.0, |_, _| true).ok()??;
    const CORRECTED: &str = "the one puts the figure of the other right";
    match (one.corrects(), other.corrects()) {
        (true, false) => return Some((Party::A, CORRECTED)),
        (false, true) => return Some((Party::B, CORRECTED)),
        _ => {}
    }
    let by = later(one.said()?, other.said()?)?;
    let (before, after) = if by == Party::B { (conflict.a, conflict.b) } else { (conflict.b, conflict.a) };
    (after.value > before.value).then_some((by, "the later count is the higher one"))
}

/// "No longer", "now says", "has since": a change that one of them tells of, of its own or nobody's claim.
fn marked(one: &Facing, other: &Facing) -> Option<Change> {
    let at_once = one.said().zip(other.said()).and_then(|(one, other)| later(one, other)).is_none();
    if !may_be_one_speaker(one, other) || at_once && (one.goes_on || other.goes_on) {
        return None;
    }
    const CHANGED: &str = "the one tells that this has changed";
    const FORMERLY: &str = "the one tells that this was so at first";
    match (one.changed, other.changed) {
        (true, false) => Some((Party::A, CHANGED)),
        (false, true) => Some((Party::B, CHANGED)),
        (true, true) => None,
        (false, false) => match (one.formerly, other.formerly) {
            (true, false) => Some((Party::B, FORMERLY)),
            (false, true) => Some((Party::A, FORMERLY)),
            _ => None,
        },
    }
}

/// What is so, or will be, as one speaker says at two times: what was said later stands. What was done does not change.
fn moved_on(one: &Facing, other: &Facing) -> Option<Change> {
    if one.is_past() || other.is_past() || !are_one_speaker(one, other) {
        return None;
    }
    Some((later(one.said()?, other.said()?)?, "the same speaker says otherwise later"))
}

/// A claim that gives both what was said first and what is said now replaces the first.
fn turned(one: &Facing, other: &Facing) -> Option<Change> {
    let turns = |facing: &Facing| facing.changed && facing.formerly;
    const TURNED: &str = "the one tells that this was said at first, and something else now";
    match (turns(one), turns(other)) {
        (true, false) => Some((Party::A, TURNED)),
        (false, true) => Some((Party::B, TURNED)),
        _ => None,
    }
}

fn may_be_one_speaker(one: &Facing, other: &Facing) -> bool {
    let (ones, others) = (one.speakers(), other.speakers());
    ones.is_empty() || others.is_empty() || ones.iter().any(|it| others.iter().any(|other| it.is_same(other)))
}

fn are_one_speaker(one: &Facing, other: &Facing) -> bool {
    let others = other.speakers();
    one.speakers().iter().any(|it| others.iter().any(|other| it.is_same(other)))
}
