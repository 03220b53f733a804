//! What is on record with the sources, as far as the sheet points to it.

use super::claims::{when, who};
use super::sheet::{Desk, Reference};
use crate::compare::Statement;
use crate::report::layout::cut;
use maud::{Markup, html};

/// Columns of words that are shown of one claim.
const WORDS: usize = 400;

pub(super) fn section(desk: &Desk) -> Markup {
    let shown = desk.recorded();
    let heading = desk.id("on-record", 0);
    html! {
        @if !shown.is_empty() {
            section.recorded aria-labelledby=(heading) {
                h3 id=(heading) { "On record" }
                p.lead { "What the sources are on record with, on what the draft speaks of." }
                ol {
                    @for index in shown {
                        @if let Some(claim) = desk.record.get(index) { (entry(desk, index, claim)) }
                    }
                }
            }
        }
    }
}

fn entry(desk: &Desk, index: usize, claim: &Statement) -> Markup {
    let id = desk.entry(Reference::Recorded(index));
    let particulars = &claim.claim.particulars;
    let words = if claim.claim.content().is_empty() { claim.claim.cue() } else { claim.claim.content() };
    html! {
        li id=(id) data-claim=(id) tabindex="-1" {
            (who(claim))
            p.meta {
                (when(claim.claim.said.as_ref()))
                @if let Some(occasion) = &particulars.occasion { ", " (occasion) }
            }
            p.words { (cut(words, WORDS)) }
            p.place {
                @if let Some(shelved) = desk.sheet.shelf.get(claim.claim.origin.file) {
                    (shelved.source.name()) ":" (shelved.places(claim.claim.focus()).0.line)
                }
                @if let Some(source) = &particulars.source { " · " (address(source)) }
            }
        }
    }
}

/// A link, if following it can only lead to a page.
fn address(source: &str) -> Markup {
    let leads_to_a_page = ["https://", "http://"].iter().any(|scheme| source.starts_with(scheme));
    html! { @if leads_to_a_page { a href=(source) rel="noreferrer" { (source) } } @else { (source) } }
}
