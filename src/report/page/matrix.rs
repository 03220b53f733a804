//! Sources against topics, with the stance that each takes.

use super::claims::speaker;
use super::sheet::Desk;
use crate::claim::{Act, Modality, Polarity};
use crate::compare::Statement;
use crate::report::chronicle::{Thread, describe};
use crate::report::layout::cut;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// Columns of words that stand in a cell.
const WORDS: usize = 56;

/// Claims that stand in a cell, at the most.
const CLAIMS: usize = 4;

/// The claims of one source on one topic, with their indices.
type Cell<'c> = Vec<(usize, &'c Statement)>;

pub(super) fn section(desk: &Desk) -> Markup {
    let topics: Vec<&Thread> = desk.threads.iter().filter(|thread| thread.topic.is_some()).collect();
    let heading = desk.id("matrix", 0);
    html! {
        @if !topics.is_empty() {
            section.matrix aria-labelledby=(heading) {
                h3 id=(heading) { "Sources and topics" }
                p.lead {
                    span.sign.yes { "+" } " says that it is so, " span.sign.no { "−" } " that it is not, "
                    span.sign.maybe { "±" } " that it may be, " span.sign.other { "?" } " leaves it open or asks for it."
                }
                div.scroll role="region" aria-labelledby=(heading) tabindex="0" {
                    table {
                        thead { tr { th scope="col" { "source" } @for topic in &topics { th scope="col" { (topic.title()) } } } }
                        tbody { @for row in rows(&topics) { (line(desk, &row)) } }
                    }
                }
            }
        }
    }
}

/// For each source its cells, in the order of the topics; sources that speak of most topics first.
fn rows<'t>(topics: &[&'t Thread]) -> Vec<Vec<Cell<'t>>> {
    let mut by_source: BTreeMap<&str, Vec<Cell>> = BTreeMap::new();
    for (column, topic) in topics.iter().enumerate() {
        for (index, claim) in topic.claims.iter().filter(|(_, claim)| !claim.claim.speaker.is_nobody()) {
            let cells =
                by_source.entry(&claim.claim.speaker.name).or_insert_with(|| vec![Vec::new(); topics.len()]);
            cells.get_mut(column).into_iter().for_each(|cell| cell.push((*index, *claim)));
        }
    }
    let mut rows: Vec<Vec<Cell>> = by_source.into_values().collect();
    rows.sort_by_key(|cells| cells.iter().filter(|cell| cell.is_empty()).count());
    rows
}

fn line(desk: &Desk, cells: &[Cell]) -> Markup {
    let first = cells.iter().flatten().next();
    html! {
        tr {
            th scope="row" { @if let Some((_, claim)) = first { (speaker(&claim.claim.speaker)) } }
            @for cell in cells {
                td {
                    @for (index, claim) in cell.iter().take(CLAIMS) { (stance(desk, *index, claim)) }
                    @if cell.len() > CLAIMS { p.more { "and " (cell.len() - CLAIMS) " more" } }
                }
            }
        }
    }
}

/// What one claim says, with the sign of its stance: the step on a scale of the rules, or else its words.
fn stance(desk: &Desk, index: usize, claim: &Statement) -> Markup {
    let id = desk.entry(desk.reference(index));
    let steps = desk.topics.stance(claim);
    let step = steps.values().next();
    let (class, sign, meaning) = sign(claim);
    let said = claim.claim.said.as_ref().map_or_else(|| "undated".to_owned(), describe);
    html! {
        a.stance href={ "#" (id) } data-claim=(id) title=(said) {
            span class={ "sign " (class) } aria-label=(meaning) role="img" { (sign) }
            " "
            @match step {
                Some(step) => b { (step) },
                None => { (cut(words(claim), WORDS)) }
            }
        }
    }
}

/// What is said, as it would stand alone; the cue where nothing more is said ("declined to comment").
pub(super) fn words(claim: &Statement) -> &str {
    let content = claim.claim.content();
    if content.is_empty() { claim.claim.cue() } else { content.strip_prefix("that ").unwrap_or(content) }
}

fn sign(claim: &Statement) -> (&'static str, &'static str, &'static str) {
    let assertion = &claim.claim.assertion;
    let open = ("other", "?", "left open");
    if matches!(assertion.act, Act::Demand | Act::Question | Act::Hope) || assertion.irrealis.is_some() {
        return open;
    }
    match (assertion.polarity, assertion.modality) {
        (Polarity::Unknown, _) | (_, Modality::U) => open,
        (_, Modality::PS | Modality::PR) => ("maybe", "±", "may be"),
        (Polarity::Positive, Modality::CT) => ("yes", "+", "is so"),
        (Polarity::Negative, Modality::CT) => ("no", "−", "is not so"),
    }
}
