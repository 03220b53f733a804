//! Rules that look at one thing: a claim, a speaker, figures side by side, a date.

use super::evidence::Evidence;
use super::{Kit, StatedWeekday};
use crate::claim::{DateKind, Medium};
use crate::compare::misfit;
use crate::finding::Finding;
use crate::grammar::number::Stated;
use crate::pack::{FigureCheck, Selector};
use crate::text::Span;
use chrono::Datelike;
use std::collections::BTreeMap;

/// One finding for each claim of the draft that a rule selects.
pub(super) fn each_claim(evidence: &Evidence, select: &Selector, kit: &Kit) -> Vec<Finding> {
    let selected = selected(evidence, select, kit);
    selected.filter_map(|index| evidence.of_claims(&[index])).collect()
}

/// One finding for each speaker of whom a rule selects claims.
pub(super) fn each_speaker(evidence: &Evidence, select: &Selector, kit: &Kit) -> Vec<Finding> {
    let mut speakers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for index in selected(evidence, select, kit) {
        if let Some(statement) = evidence.case.statements.get(index) {
            speakers.entry(&statement.claim.speaker.name).or_default().push(index);
        }
    }
    speakers.into_values().filter_map(|indices| evidence.of_claims(&indices)).collect()
}

/// One finding for all claims of the draft that a rule selects.
pub(super) fn all_claims(evidence: &Evidence, select: &Selector, kit: &Kit) -> Vec<Finding> {
    let indices: Vec<usize> = selected(evidence, select, kit).collect();
    evidence.of_claims(&indices).into_iter().collect()
}

fn selected<'s>(
    evidence: &'s Evidence,
    select: &'s Selector,
    kit: &'s Kit,
) -> impl Iterator<Item = usize> + 's {
    let drafts = evidence.case.statements.iter().enumerate();
    let own = drafts.filter(|(_, statement)| statement.claim.origin.medium == Medium::Draft);
    own.map(|(index, _)| index).filter(|index| evidence.takes(*index, select, kit))
}

/// Figures that do not fit together.
pub(super) fn figures(evidence: &Evidence, check: FigureCheck) -> Vec<Finding> {
    let words = |span: Span| span.slice(&evidence.draft.prose).to_owned();
    let wanted = evidence.case.draft.figures.iter().filter(|stated| is_about(stated, check));
    wanted
        .filter_map(|stated| {
            let expected = misfit(stated)?;
            let (span, says) = shown(stated);
            let other =
                if expected.is_empty() { twice(stated).map(words).unwrap_or_default() } else { expected };
            Some(evidence.of_span(span, &words(says), &other))
        })
        .collect()
}

fn is_about(stated: &Stated, check: FigureCheck) -> bool {
    matches!(
        (stated, check),
        (Stated::Twice(..), FigureCheck::Apposed)
            | (Stated::Change { .. }, FigureCheck::Change)
            | (Stated::Share { .. }, FigureCheck::Share)
            | (Stated::Parts { .. }, FigureCheck::Parts)
            | (Stated::Lead { .. }, FigureCheck::Lead)
    )
}

/// The place of the figures, and the one that is probably wrong.
fn shown(stated: &Stated) -> (Span, Span) {
    match stated {
        Stated::Twice(a, b) => (a.span.cover(b.span), a.span),
        Stated::Change { by, from, to } => (by.span.cover(from.span).cover(to.span), by.span),
        Stated::Share { part, share, .. } => (part.span.cover(share.span), share.span),
        Stated::Parts { whole, parts } => {
            (parts.iter().fold(whole.span, |span, part| span.cover(part.span)), whole.span)
        }
        Stated::Lead { ahead, behind, .. } => (ahead.span.cover(behind.span), ahead.span.cover(behind.span)),
    }
}

/// The second statement of a quantity stated twice.
fn twice(stated: &Stated) -> Option<Span> {
    if let Stated::Twice(_, b) = stated { Some(b.span) } else { None }
}

/// Weekdays that are not those of the dates beside them.
pub(super) fn weekdays(evidence: &Evidence) -> Vec<Finding> {
    let wrong = evidence.case.draft.weekdays.iter().filter(|stated| stated.day.weekday() != stated.weekday);
    wrong.map(|stated| evidence.of_span(stated.span, &full_name(stated.weekday), &calendar(stated))).collect()
}

/// Dates of which it cannot be told which days they mean: one finding for all of them.
pub(super) fn unresolved(evidence: &Evidence) -> Option<Finding> {
    // What stays vague in a text that has a day ("recently") is meant to.
    let undated = evidence.draft.meta.date.is_none();
    let dates = evidence.case.draft.dates.iter().filter(|_| undated);
    let open = dates.filter(|date| date.interval.is_none() && date.kind == DateKind::Date);
    let mut spans = open.map(|date| date.span);
    let mut finding = evidence.of_span(spans.next()?, "", "which days?");
    finding.labels.extend(spans.map(|span| evidence.label_at(span, "which days?")));
    Some(finding)
}

fn calendar(stated: &StatedWeekday) -> String {
    format!("{} was a {}", stated.day.format("%-d %B %Y"), full_name(stated.day.weekday()))
}

fn full_name(weekday: chrono::Weekday) -> String {
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    names.get(weekday.num_days_from_monday() as usize).copied().unwrap_or_default().to_owned()
}
