//! The draft with its claims marked, and beside each paragraph who makes them.

use super::claims;
use super::marks::{Mark, Marked, Run, marks_of, runs};
use super::sheet::{Desk, severity_class};
use crate::check::DRAFT;
use crate::claim::Wording;
use crate::document::{Block, BlockKind};
use crate::finding::Finding;
use crate::text::Span;
use maud::{Markup, html};

pub(super) fn section(desk: &Desk) -> Markup {
    let draft = desk.sheet.draft;
    let blocks: Vec<Span> = draft.blocks.iter().map(|block| block.span).collect();
    let marks = marks(desk, &blocks);
    let heading = desk.id("draft", 0);
    html! {
        section.draft aria-labelledby=(heading) {
            h3.label id=(heading) { "The draft" }
            @for block in &draft.blocks {
                @let first = marks.partition_point(|mark| mark.span.start < block.span.start);
                @let end = marks.partition_point(|mark| mark.span.start < block.span.end);
                (row(desk, block, marks.get(first..end).unwrap_or_default()))
            }
        }
    }
}

/// The marks of all claims and findings, by their beginnings.
fn marks(desk: &Desk, blocks: &[Span]) -> Vec<Mark> {
    let claims = desk.claims.iter().zip(1..).flat_map(|((_, claim), number)| {
        let attribution = &claim.claim.attribution;
        let part = attribution.content.as_ref().or(attribution.cue.as_ref());
        let spans = part.map_or_else(|| vec![claim.claim.origin.span], |part: &Wording| part.spans.clone());
        marks_of(Marked::Claim(number), &spans, blocks)
    });
    let findings = desk
        .sheet
        .findings
        .iter()
        .zip(1..)
        .flat_map(|(finding, number)| marks_of(Marked::Finding(number), &places(finding), blocks));
    let mut marks: Vec<Mark> = claims.chain(findings).collect();
    marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end), mark.what));
    marks
}

/// Where a finding stands in the draft: its first place, whatever others it has.
fn places(finding: &Finding) -> Vec<Span> {
    let own = finding.labels.iter().filter(|label| label.file == DRAFT);
    own.map(|label| label.span).take(1).collect()
}

/// Whether a finding is marked in the text; those of comments and datelines are not.
pub(super) fn is_marked(desk: &Desk, finding: &Finding) -> bool {
    let blocks = &desk.sheet.draft.blocks;
    places(finding).iter().any(|span| blocks.iter().any(|block| block.span.overlaps(*span)))
}

/// A block, with the claims that end in it.
fn row(desk: &Desk, block: &Block, marks: &[Mark]) -> Markup {
    let runs = runs(block.span, marks);
    let ending = runs.iter().flat_map(|run| &run.ends);
    let claims: Vec<usize> = ending.filter_map(|what| claim_number(*what)).collect();
    html! {
        div.row {
            div.text { (words(desk, block, &runs)) }
            @if !claims.is_empty() {
                ol.claims aria-label="Claims in this paragraph" {
                    @for number in &claims { (claims::entry(desk, *number)) }
                }
            }
        }
    }
}

fn words(desk: &Desk, block: &Block, runs: &[Run]) -> Markup {
    let words = html! {
        @if let Some(dateline) = &desk.sheet.draft.dateline {
            @if dateline.span.end == block.span.start {
                span.dateline { (dateline.span.slice(&desk.sheet.draft.prose)) }
            }
        }
        @for run in runs { (piece(desk, run)) }
    };
    html! {
        @match block.kind {
            BlockKind::Headline => p.headline { (words) },
            BlockKind::Standfirst => p.standfirst { (words) },
            BlockKind::Heading => h4 { (words) },
            BlockKind::Quote => blockquote { p { (words) } },
            BlockKind::Item => p.item { (words) },
            BlockKind::Paragraph => p { (words) },
        }
    }
}

fn piece(desk: &Desk, run: &Run) -> Markup {
    let words = run.span.slice(&desk.sheet.draft.prose);
    html! {
        @if run.over.is_empty() { (words) } @else { mark class=(class(desk, run)) data-claims=(ids(desk, run)) { (words) } }
        @for what in &run.ends { (pointer(desk, *what)) }
    }
}

/// How a run looks: as the innermost claim stands to the record, and as grave as the gravest finding.
fn class(desk: &Desk, run: &Run) -> String {
    let innermost = run.over.iter().rev().find_map(|what| claim_number(*what));
    let index = innermost.and_then(|number| desk.claims.get(number.checked_sub(1)?));
    let standing = index.and_then(|(index, _)| desk.standing(*index)).map_or("", claims::standing_class);
    let gravest = run.over.iter().filter_map(|what| finding(desk, *what)).map(|found| found.severity).max();
    let claim = if innermost.is_some() { "said" } else { "" };
    [claim, standing, gravest.map_or("", severity_class)].join(" ")
}

/// The ids of all that covers a run, for the script that shows what belongs together.
fn ids(desk: &Desk, run: &Run) -> String {
    run.over.iter().map(|what| id(desk, *what)).collect::<Vec<_>>().join(" ")
}

fn id(desk: &Desk, what: Marked) -> String {
    match what {
        Marked::Claim(number) => desk.id("claim", number),
        Marked::Finding(number) => desk.id("finding", number),
    }
}

/// The number behind a claim, the flag behind the place of a finding.
fn pointer(desk: &Desk, what: Marked) -> Markup {
    match what {
        Marked::Claim(number) => html! {
            sup { a.number id=(desk.id("place", number)) href={ "#" (id(desk, what)) } aria-label={ "claim " (number) } { (number) } }
        },
        Marked::Finding(number) => {
            let Some(found) = finding(desk, what) else { return Markup::default() };
            let severity = severity_class(found.severity);
            html! {
                a class={ "flag " (severity) } id=(desk.id("flag", number)) href={ "#" (id(desk, what)) }
                    aria-label={ (severity) " " (number) ": " (found.message) } { (number) }
            }
        }
    }
}

fn claim_number(what: Marked) -> Option<usize> {
    match what {
        Marked::Claim(number) => Some(number),
        Marked::Finding(_) => None,
    }
}

fn finding<'d>(desk: &Desk<'d>, what: Marked) -> Option<&'d Finding> {
    match what {
        Marked::Finding(number) => desk.sheet.findings.get(number.checked_sub(1)?),
        Marked::Claim(_) => None,
    }
}
