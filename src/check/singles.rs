//! Rules that look at one thing: a claim, a speaker, two figures side by side, a date.

use super::evidence::Evidence;
use super::{Case, Kit, StatedWeekday};
use crate::claim::{Medium, Polarity};
use crate::compare::{Alignment, Statement, align};
use crate::finding::Finding;
use crate::pack::Selector;
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

fn selected<'s>(
    evidence: &'s Evidence,
    select: &'s Selector,
    kit: &'s Kit,
) -> impl Iterator<Item = usize> + 's {
    let drafts = evidence.case.statements.iter().enumerate();
    drafts.filter_map(move |(index, statement)| {
        let own = statement.claim.origin.medium == Medium::Draft;
        let fits = own && select.takes(statement) && fits_corroboration(index, evidence, select, kit);
        fits.then_some(index)
    })
}

fn fits_corroboration(index: usize, evidence: &Evidence, select: &Selector, kit: &Kit) -> bool {
    select.wants_corroborated().is_none_or(|wanted| is_corroborated(index, evidence.case, kit) == wanted)
}

/// Whether another, independent source says the same.
fn is_corroborated(index: usize, case: &Case, kit: &Kit) -> bool {
    let Some(own) = case.statements.get(index) else { return false };
    let Some(predicate) = &own.claim.assertion.skeleton.predicate else { return false };
    let alike = case.by_predicate.get(&kit.thesaurus.key(&predicate.lemma)).into_iter().flatten();
    let others = alike.filter(|other| **other != index).filter_map(|other| case.statements.get(*other));
    others
        .into_iter()
        .any(|other| other.is_attributed() && independent(own, other) && says_same(own, other, kit))
}

/// Different speakers, and not the one through the other: five outlets with one source are one source.
fn independent(a: &Statement, b: &Statement) -> bool {
    let (one, other) = (&a.claim, &b.claim);
    !one.speaker.is_nobody()
        && !other.speaker.is_nobody()
        && one.speaker.name != other.speaker.name
        && !one
            .via
            .iter()
            .any(|link| link.name == other.speaker.name || other.via.iter().any(|far| far.name == link.name))
        && !other.via.iter().any(|link| link.name == one.speaker.name)
}

fn says_same(a: &Statement, b: &Statement, kit: &Kit) -> bool {
    let (one, other) = (&a.claim.assertion, &b.claim.assertion);
    let same_polarity = one.polarity == other.polarity && one.polarity != Polarity::Unknown;
    same_polarity
        && matches!(
            align(&one.skeleton, &other.skeleton, &kit.thesaurus),
            Alignment::Same { swapped: false, .. }
        )
}

/// Figures side by side for one thing that do not meet.
pub(super) fn figures(evidence: &Evidence) -> Vec<Finding> {
    let apposed = evidence.case.draft.figures.iter();
    let apart = apposed.filter(|pair| pair.a.high < pair.b.low || pair.b.high < pair.a.low);
    apart
        .map(|pair| {
            let words =
                |measure: &crate::claim::Measure| measure.span.slice(&evidence.draft.prose).to_owned();
            evidence.of_span(pair.a.span.cover(pair.b.span), &words(&pair.a), &words(&pair.b))
        })
        .collect()
}

/// Weekdays that are not those of the dates beside them.
pub(super) fn weekdays(evidence: &Evidence) -> Vec<Finding> {
    let wrong = evidence.case.draft.weekdays.iter().filter(|stated| stated.day.weekday() != stated.weekday);
    wrong.map(|stated| evidence.of_span(stated.span, &full_name(stated.weekday), &calendar(stated))).collect()
}

fn calendar(stated: &StatedWeekday) -> String {
    format!("{} was a {}", stated.day.format("%-d %B %Y"), full_name(stated.day.weekday()))
}

fn full_name(weekday: chrono::Weekday) -> String {
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    names.get(weekday.num_days_from_monday() as usize).copied().unwrap_or_default().to_owned()
}
