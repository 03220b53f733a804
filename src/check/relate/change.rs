//! Whether of two claims that conflict the one replaces the other: it puts it right, tells of a change, or came later.

use super::Related;
use super::facing::Facing;
use crate::compare::{conflicting, later};
use crate::finding::{Gate, Party, Relation, Step};

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
        None => related,
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
    let past = |facing: &Facing| facing.statements.iter().any(|it| it.claim.assertion.past);
    if past(one) || past(other) || !are_one_speaker(one, other) {
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
