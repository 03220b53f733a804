//! Claims beside the paragraphs that they stand in: who, when, and how they stand to the record.

use super::sheet::{Desk, Reference};
use crate::claim::{Interval, Speaker};
use crate::compare::Statement;
use crate::finding::Standing;
use crate::report::chronicle::{describe, is_certain};
use maud::{Markup, html};

/// The entry of one claim.
pub(super) fn entry(desk: &Desk, number: usize) -> Markup {
    let Some((index, claim)) = number.checked_sub(1).and_then(|at| desk.claims.get(at)) else {
        return Markup::default();
    };
    let id = desk.entry(Reference::Own(number));
    let class = desk.standing(*index).map_or("", standing_class);
    html! {
        li class={ "claim " (class) } id=(id) data-claim=(id) tabindex="-1" {
            a.number href={ "#" (desk.id("place", number)) } aria-label={ "claim " (number) ", in the draft" } { (number) }
            " " (who(claim))
            span.meta { (when(claim.claim.said.as_ref())) (verdict(desk, *index)) }
        }
    }
}

/// The speaker, and those through whom the words came.
pub(super) fn who(claim: &Statement) -> Markup {
    html! {
        (speaker(&claim.claim.speaker))
        @for link in &claim.claim.via { span.via { "via " (link.name) } " " }
    }
}

/// Name and side.
pub(super) fn speaker(speaker: &Speaker) -> Markup {
    let side = speaker.side.as_ref().filter(|side| **side != speaker.name);
    html! {
        @if speaker.is_nobody() { i { "nobody named" } } @else { b { (speaker.name) } }
        " "
        @if let Some(side) = side { span.side { (side) } " " }
    }
}

/// The day in words; a day that is guessed or no single one is marked.
pub(super) fn when(said: Option<&Interval>) -> Markup {
    html! {
        @match said {
            Some(said) if is_certain(said) => { time datetime=(said.from) { (describe(said)) } }
            Some(said) => { span.uncertain { (describe(said)) } }
            None => { span.uncertain { "undated" } }
        }
    }
}

fn verdict(desk: &Desk, index: usize) -> Markup {
    html! {
        @if let Some(verdict) = desk.verdicts.get(&index) {
            " " span.verdict {
                @match verdict.on_record {
                    Some(recorded) => {
                        a href={ "#" (desk.entry(Reference::Recorded(recorded))) } { (verdict.standing.title()) }
                    }
                    None => { (verdict.standing.title()) }
                }
            }
        }
    }
}

/// The class of a standing: what gives it its colour.
pub(super) fn standing_class(standing: Standing) -> &'static str {
    match standing {
        Standing::OnRecord => "on-record",
        Standing::Misquoted => "misquoted",
        Standing::Contradicted => "contradicted",
        Standing::Disputed => "disputed",
        Standing::Superseded => "superseded",
        Standing::NotOnRecord => "not-on-record",
    }
}
