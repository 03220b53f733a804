//! Rules that look at places of the text, whoever speaks.

use super::evidence::Evidence;
use super::sightings::Sighting;
use crate::claim::Zone;
use crate::finding::Finding;
use crate::pack::{Grouping, PassageCheck};
use crate::text::Span;

/// A passage that a rule is about.
struct Passage {
    span: Span,
    /// What the reader is not told near it.
    missing: Vec<String>,
}

/// The findings of a rule about passages.
pub(super) fn findings(evidence: &Evidence, check: &PassageCheck) -> Vec<Finding> {
    let passages = passages(evidence, check);
    match check.per {
        Grouping::Document => of_document(evidence, &passages).into_iter().collect(),
        _ => passages.iter().map(|passage| one(evidence, passage)).collect(),
    }
}

fn one(evidence: &Evidence, passage: &Passage) -> Finding {
    evidence.of_span(passage.span, &listed(&passage.missing), &noted(&passage.missing))
}

/// One finding for all; it names what is missing somewhere.
fn of_document(evidence: &Evidence, passages: &[Passage]) -> Option<Finding> {
    let (first, others) = passages.split_first()?;
    let mut missing = first.missing.clone();
    missing.extend(others.iter().flat_map(|passage| &passage.missing).cloned());
    missing.sort();
    missing.dedup();
    let mut finding = evidence.of_span(first.span, &listed(&missing), &noted(&first.missing));
    let labels = others.iter().map(|passage| evidence.label_at(passage.span, &noted(&passage.missing)));
    finding.labels.extend(labels);
    Some(finding)
}

/// The sentences that hold what the rule looks for, and do not have near them what it asks for.
fn passages(evidence: &Evidence, check: &PassageCheck) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    let own = evidence.seen.all(check.holds).iter();
    for sighting in own.filter(|sighting| sighting.zone == Zone::Body && !sighting.quoted) {
        let told_already = passages.last().is_some_and(|last| last.span == sighting.within);
        if told_already || !is_meant(evidence, check, sighting) {
            continue;
        }
        let missing = missing(evidence, check, sighting.sentence);
        if missing.len() >= check.at_least {
            passages.push(Passage { span: sighting.within, missing });
        }
    }
    passages
}

fn is_meant(evidence: &Evidence, check: &PassageCheck, sighting: &Sighting) -> bool {
    let (seen, sentence) = (evidence.seen, sighting.sentence);
    let elsewhere = |other: &&Sighting| !other.span.overlaps(sighting.span);
    let held = |watched: usize, near: usize| {
        seen.near(watched, sentence, near).iter().any(|other| elsewhere(&other))
    };
    check.with.is_none_or(|with| held(with, 0))
        && check.beside.is_none_or(|beside| held(beside, check.near))
        && check.unless.is_none_or(|unless| seen.near(unless, sentence, check.near).is_empty())
}

fn missing(evidence: &Evidence, check: &PassageCheck, sentence: usize) -> Vec<String> {
    let untold = check
        .lacks
        .iter()
        .filter(|(_, watched)| evidence.seen.near(*watched, sentence, check.near).is_empty());
    untold.map(|(name, _)| name.clone()).collect()
}

/// "the sample, the dates and the margin".
fn listed(names: &[String]) -> String {
    match names.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

fn noted(missing: &[String]) -> String {
    if missing.is_empty() { "here".to_owned() } else { format!("without {}", listed(missing)) }
}
