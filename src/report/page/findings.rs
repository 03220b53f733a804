//! Findings beside the draft, both sides quoted.

use super::draft::is_marked;
use super::sheet::{Desk, severity_class};
use crate::check::{DRAFT, DRAFT_TEXT};
use crate::finding::{Finding, Label};
use crate::report::layout::cut;
use crate::report::tally::counted;
use maud::{Markup, html};

/// Columns of words that are quoted of one side.
const QUOTED: usize = 320;

/// Places of one finding that are quoted; a speaker may be named a thousand times.
const PLACES: usize = 6;

pub(super) fn section(desk: &Desk) -> Markup {
    let findings = desk.sheet.findings;
    let heading = desk.id("findings", 0);
    html! {
        section.findings aria-labelledby=(heading) tabindex="0" {
            h3.label id=(heading) { "Findings" }
            @if findings.is_empty() { p.none { "Nothing was found." } }
            @for (finding, number) in findings.iter().zip(1..) { (card(desk, finding, number)) }
        }
    }
}

fn card(desk: &Desk, finding: &Finding, number: usize) -> Markup {
    let (id, heading) = (desk.id("finding", number), desk.id("message", number));
    let severity = severity_class(finding.severity);
    html! {
        article class={ "finding " (severity) } id=(id) data-claim=(id) data-severity=(severity) tabindex="-1" aria-labelledby=(heading) {
            p.kind {
                (flag(desk, finding, number)) " " (severity) @if finding.acknowledged { ", acknowledged" }
            }
            h4 id=(heading) { (finding.message) }
            @for label in finding.labels.iter().take(PLACES) { (side(desk, label)) }
            @if finding.labels.len() > PLACES {
                p.more { "and in " (counted(finding.labels.len() - PLACES, "more place")) }
            }
            (reasons(finding))
        }
    }
}

/// The number, and the way back into the draft, if the finding is marked there.
fn flag(desk: &Desk, finding: &Finding, number: usize) -> Markup {
    let class = format!("flag {}", severity_class(finding.severity));
    let name = format!("in the draft, place {number}");
    html! {
        @if is_marked(desk, finding) {
            a class=(class) href={ "#" (desk.id("flag", number)) } aria-label=(name) { (number) }
        } @else {
            span class=(class) { (number) }
        }
    }
}

fn side(desk: &Desk, label: &Label) -> Markup {
    let Some(shelved) = desk.sheet.shelf.get(label.file) else { return Markup::default() };
    let place = shelved.places(label.span).0;
    html! {
        figure.side {
            blockquote { p { (cut(label.span.slice(shelved.prose), QUOTED)) } }
            figcaption {
                (label.text)
                span.place {
                    @if matches!(label.file, DRAFT | DRAFT_TEXT) { "line " (place.line) } @else { (shelved.source.name()) ":" (place.line) }
                }
            }
        }
    }
}

/// Why it counts, what to do, which rule says so.
fn reasons(finding: &Finding) -> Markup {
    html! {
        @if let Some(help) = &finding.help { p.help { (help) } }
        details {
            summary { "Why" span.hidden { " this counts" } }
            @for note in finding.notes.iter().filter(|note| !is_in_trail(finding, note)) { p { (note) } }
            @if !finding.trail.is_empty() {
                ol.trail { @for step in &finding.trail { li { (step.reason) } } }
            }
            p.rule { code { (finding.rule) } }
        }
    }
}

/// Notes about two claims are the telling steps of the trail; those need not be read twice.
fn is_in_trail(finding: &Finding, note: &str) -> bool {
    finding.trail.iter().any(|step| step.reason == note)
}
