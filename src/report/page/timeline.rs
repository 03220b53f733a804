//! Who said what when, topic by topic: a line for each speaker, drawn to scale.

use super::claims::speaker;
use super::matrix::words;
use super::scale::Scale;
use super::sheet::{Desk, Reference, percent};
use crate::claim::Interval;
use crate::compare::Statement;
use crate::report::chronicle::{Thread, describe, is_certain};
use crate::report::layout::cut;
use maud::{Markup, html};

/// The least width of what is drawn, in per cent: narrower bars would not be seen.
const LEAST: f64 = 2.6;

/// Rows of marks that stand over one another in one line, at the most.
const ROWS: usize = 5;

/// Pixels from one row to the next.
const ROW: usize = 15;

/// Columns of words that a mark tells.
const WORDS: usize = 160;

pub(super) fn section(desk: &Desk) -> Markup {
    let heading = desk.id("timeline", 0);
    html! {
        @if let Some(scale) = scale(desk) {
            section.timeline aria-labelledby=(heading) {
                h3 id=(heading) { "Timeline" }
                (legend())
                @for thread in &desk.threads { (strand(desk, thread, &scale)) }
            }
        }
    }
}

/// The days of the draft's claims, and of what is on record not too long before and after them.
fn scale(desk: &Desk) -> Option<Scale> {
    let own = desk.claims.iter().filter_map(|(_, claim)| claim.claim.said);
    let certain = Scale::over(own.clone().filter(is_certain).map(|said| said.from));
    let own = certain.or_else(|| Scale::over(own.flat_map(|said| [said.from, last(&said)])))?;
    let recorded =
        desk.threads.iter().flat_map(|thread| &thread.claims).filter_map(|(_, claim)| claim.claim.said);
    let near = recorded.filter(is_certain).map(|said| said.from).filter(|day| own.is_near(*day));
    Scale::over(near).map(|all| own.and(all))
}

fn last(said: &Interval) -> chrono::NaiveDate {
    said.to.pred_opt().unwrap_or(said.to)
}

fn legend() -> Markup {
    html! {
        ul.legend {
            li { svg width="14" height="14" aria-hidden="true" { circle.own cx="7" cy="7" r="5" {} } " in the draft" }
            li { svg width="14" height="14" aria-hidden="true" { circle.recorded cx="7" cy="7" r="4.5" {} } " on record" }
            li { svg width="30" height="14" aria-hidden="true" { rect.own.unsure x="1" y="3" width="28" height="8" rx="4" {} } " day not certain" }
        }
    }
}

/// One topic.
fn strand(desk: &Desk, thread: &Thread, scale: &Scale) -> Markup {
    let ticks = scale.ticks();
    html! {
        div.thread {
            h4 { (thread.title()) }
            div.lane.axis aria-hidden="true" {
                div {}
                svg width="100%" height="20" {
                    @for (at, name) in &ticks { text x=(percent(*at)) y="13" text-anchor=(anchor(*at)) { (name) } }
                }
            }
            @for lane in lanes(thread) { (line(desk, &lane, scale, &ticks)) }
        }
    }
}

fn anchor(at: f64) -> &'static str {
    if at < 8.0 {
        "start"
    } else if at > 92.0 {
        "end"
    } else {
        "middle"
    }
}

/// The claims of one speaker, speakers in the order of their first words.
fn lanes<'t>(thread: &'t Thread<'t>) -> Vec<Vec<&'t (usize, &'t Statement)>> {
    let mut names: Vec<&str> = Vec::new();
    let mut lanes: Vec<Vec<&(usize, &Statement)>> = Vec::new();
    for claim in &thread.claims {
        let name = claim.1.claim.speaker.name.as_str();
        match names.iter().position(|known| *known == name).and_then(|at| lanes.get_mut(at)) {
            Some(lane) => lane.push(claim),
            None => {
                names.push(name);
                lanes.push(vec![claim]);
            }
        }
    }
    lanes
}

/// A claim on a line: from where to where, in which row.
struct Place<'p> {
    index: usize,
    claim: &'p Statement,
    said: Interval,
    from: f64,
    width: f64,
    row: usize,
}

fn line(desk: &Desk, lane: &[&(usize, &Statement)], scale: &Scale, ticks: &[(f64, String)]) -> Markup {
    let places = places(lane, scale);
    let rows = places.iter().map(|place| place.row + 1).max().unwrap_or(1);
    let height = rows * ROW + 9;
    let elsewhere = lane.iter().filter(|(_, claim)| !claim.claim.said.is_some_and(|said| scale.shows(&said)));
    html! {
        div.lane {
            div.speaker {
                @if let Some((_, claim)) = lane.first() { (speaker(&claim.claim.speaker)) }
                @for (index, claim) in elsewhere { (off_scale(desk, *index, claim)) }
            }
            div.track style={ "min-height:" (height) "px" } {
                svg role="group" aria-label="in time" {
                    @for (at, _) in ticks { line.tick x1=(percent(*at)) x2=(percent(*at)) y1="0" y2="100%" {} }
                    @for place in &places { (mark(desk, place)) }
                }
            }
        }
    }
}

/// A claim without a day, or one long before or after everything else.
fn off_scale(desk: &Desk, index: usize, claim: &Statement) -> Markup {
    let reference = desk.reference(index);
    let said = claim.claim.said.as_ref().map_or_else(|| "undated".to_owned(), describe);
    html! { span.elsewhere { a href={ "#" (desk.entry(reference)) } { (reference_name(reference)) } ", " (said) } " " }
}

/// Puts each claim into the first row in which it touches no other; what finds none goes into the last.
fn places<'p>(lane: &[&(usize, &'p Statement)], scale: &Scale) -> Vec<Place<'p>> {
    let mut ends = [f64::NEG_INFINITY; ROWS];
    let dated = lane.iter().filter_map(|(index, claim)| {
        Some((*index, *claim, claim.claim.said.filter(|said| scale.shows(said))?))
    });
    let mut dated: Vec<_> =
        dated.map(|(index, claim, said)| (extent(&said, scale), index, claim, said)).collect();
    dated.sort_by(|one, other| one.0.0.total_cmp(&other.0.0));
    let placed = dated.into_iter().map(|((from, width), index, claim, said)| {
        let row = ends.iter().position(|end| *end <= from).unwrap_or(ROWS - 1);
        if let Some(end) = ends.get_mut(row) {
            *end = from + width;
        }
        Place { index, claim, said, from, width, row }
    });
    placed.collect()
}

/// Where a time begins on the line and how wide it is; the middle of a short one stays where it is.
fn extent(said: &Interval, scale: &Scale) -> (f64, f64) {
    let (from, to) = (scale.at(said.from), scale.at(last(said)));
    let missing = (LEAST - (to - from)).max(0.0);
    ((from - missing / 2.0).clamp(0.0, 100.0 - LEAST), to - from + missing)
}

fn mark(desk: &Desk, place: &Place) -> Markup {
    let reference = desk.reference(place.index);
    let (kind, id) = match reference {
        Reference::Own(_) => ("own", desk.entry(reference)),
        Reference::Recorded(_) => ("recorded", desk.entry(reference)),
    };
    let standing = desk.standing(place.index).map_or("", super::claims::standing_class);
    let y = place.row * ROW + 5;
    let words = cut(words(place.claim), WORDS);
    let told = format!("{}, {}: {words}", reference_name(reference), describe(&place.said));
    html! {
        a href={ "#" (id) } aria-label=(told) data-claim=(id) {
            title { (told) }
            @if is_certain(&place.said) {
                circle class={ (kind) " " (standing) } cx=(percent(place.from + place.width / 2.0)) cy=(y + 6) r="5" {}
            } @else {
                rect class={ (kind) " unsure " (standing) } x=(percent(place.from)) y=(y + 2) width=(percent(place.width)) height="8" rx="4" {}
            }
        }
    }
}

fn reference_name(reference: Reference) -> String {
    match reference {
        Reference::Own(number) => format!("claim {number}"),
        Reference::Recorded(_) => "on record".to_owned(),
    }
}
