//! Expressions that name no day: `now`, `recently`, `the future`.

use super::piece::{Cursor, Read, no, piece, word};
use super::{Found, guard, the};
use crate::claim::time::{DateTerm, Vague};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value};

/// `vague = vague_phrase | the_reference | vague_adverb`
pub(super) fn vague(at: Cursor) -> Read<Found> {
    map(alt((phrase, the_reference, adverb)), |vague| Found::new(DateTerm::Vague(vague))).parse(at)
}

/// `vague_phrase = "these" "days" | ( "right" | "just" ) "now" | [ the ] ( "near" | "foreseeable" | "distant" | "recent" ) ( "future" | "past" )`
fn phrase(at: Cursor) -> Read<Vague> {
    let days = (word(&["these"]), word(&["days"]));
    let now = (word(&["right", "just"]), word(&["now"]));
    let near = (opt(the), word(&["near", "foreseeable", "distant", "recent"]), word(&["future", "past"]));
    alt((value(Vague::Present, days), value(Vague::Present, now), map(near, |(_, (), ())| Vague::Future)))
        .parse(at)
}

/// `the_reference = the ( "past" | "future" | … )`
fn the_reference(at: Cursor) -> Read<Vague> {
    let (rest, (_, vague)) = (the, piece(|piece| piece.aid.vague)).parse(at)?;
    if vague != Vague::Present && guard::is_reference(at, rest) { Ok((rest, vague)) } else { no() }
}

/// `vague_adverb = "now" | "currently" | "recently" | …`
fn adverb(at: Cursor) -> Read<Vague> {
    let (rest, vague) = piece(|piece| piece.aid.vague)(at)?;
    if guard::is_adverb(at, rest) { Ok((rest, vague)) } else { no() }
}
