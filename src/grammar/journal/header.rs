//! The header of an entry: when, who, through whom.

use super::date::{Range, said};
use super::fault::{JournalFault, Reading, Trouble, fail};
use nom::bytes::complete::{take_till1, take_while};
use nom::combinator::{opt, verify};
use nom::sequence::terminated;
use nom::{Offset, Parser};

/// A header as slices of its line.
#[derive(Clone, Debug)]
pub(super) struct HeaderParts<'s> {
    pub(super) said: Range,
    /// The words of the date.
    pub(super) date: &'s str,
    pub(super) speaker: PartyParts<'s>,
    pub(super) via: Vec<PartyParts<'s>>,
}

/// A party as slices of its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PartyParts<'s> {
    pub(super) name: &'s str,
    pub(super) role: Option<&'s str>,
    pub(super) side: Option<&'s str>,
}

/// `header = said party { via party }`
pub(super) fn header(line: &str) -> Reading<'_, HeaderParts<'_>> {
    let (rest, range) = said(line)?;
    let date = line.get(..line.offset(rest)).unwrap_or(line);
    let (rest, _) = space(rest)?;
    if rest.is_empty() {
        return fail(date, JournalFault::NoSpeaker);
    }
    let (mut rest, speaker) = party(rest, JournalFault::NoSpeaker)?;
    let mut links = Vec::new();
    while let (after, Some(_)) = opt(via).parse(rest)? {
        let (after, link) = party(after, JournalFault::NoLink)?;
        links.push(link);
        rest = after;
    }
    Ok((rest, HeaderParts { said: range, date, speaker, via: links }))
}

/// `party = name [ "," role ] [ side ]`
fn party(input: &str, nobody: JournalFault) -> Reading<'_, PartyParts<'_>> {
    let (rest, words) = until_via(input)?;
    let (described, side) = side(words)?;
    let (name, role) = name_and_role(described);
    match role {
        _ if name.is_empty() => fail(if words.is_empty() { input } else { words }, nobody),
        Some("") => fail(words, JournalFault::NoRole),
        _ => Ok((rest, PartyParts { name, role, side })),
    }
}

/// `words = word { word }`, up to a `via` outside brackets; the brackets must match
fn until_via(input: &str) -> Reading<'_, &str> {
    let mut rest = input;
    let mut open = Vec::new();
    while !rest.is_empty() && (!open.is_empty() || via(rest).is_err()) {
        for (at, bracket) in word(rest)?.1.match_indices(['(', ')']) {
            let from_here = rest.get(at..).unwrap_or(rest);
            match bracket {
                "(" => open.push(from_here),
                _ if open.pop().is_none() => {
                    return fail(from_here.get(..1).unwrap_or(rest), JournalFault::StrayBracket);
                }
                _ => {}
            }
        }
        (rest, _) = terminated(word, space).parse(rest)?;
    }
    match open.last() {
        Some(bracket) => fail(bracket.trim_end(), JournalFault::UnclosedBracket),
        None => Ok((rest, input.get(..input.offset(rest)).unwrap_or(input).trim_end())),
    }
}

/// `via = "via" space`
fn via(input: &str) -> Reading<'_, &str> {
    terminated(verify(word, |word: &str| word == "via"), space).parse(input)
}

/// `side = "(" words ")"`, at the end; gives what stands before it, and the words
fn side(words: &str) -> Result<(&str, Option<&str>), nom::Err<Trouble<'_>>> {
    let Some((before, side, after)) = last_brackets(words) else { return Ok((words, None)) };
    let inside = side.strip_prefix('(').and_then(|side| side.strip_suffix(')')).unwrap_or(side).trim();
    if !after.is_empty() {
        let (after, meant) = (after.to_owned(), format!("{}{after} {side}", before.trim_end()));
        return Err(nom::Err::Failure(Trouble::new(words, JournalFault::SideNotLast { after, meant })));
    }
    match inside {
        "" => Err(nom::Err::Failure(Trouble::new(side, JournalFault::NoSide))),
        _ => Ok((before.trim_end(), Some(inside))),
    }
}

/// Cuts words at their last outermost pair of brackets, which are known to match.
fn last_brackets(words: &str) -> Option<(&str, &str, &str)> {
    let close = words.rfind(')')?;
    let mut depth = 0usize;
    for (at, bracket) in words.get(..=close)?.rmatch_indices(['(', ')']) {
        depth = if bracket == ")" { depth + 1 } else { depth.saturating_sub(1) };
        if depth == 0 {
            return Some((words.get(..at)?, words.get(at..=close)?, words.get(close + 1..)?.trim_end()));
        }
    }
    None
}

/// `name = words [ "," generation ]`, `role = words`, `generation = "Jr." | "Sr." | "II" | "III" | "IV"`
///
/// The role is all that follows the first comma, more commas included; only the marks of a generation
/// ("Jr.") stay with the name.
fn name_and_role(described: &str) -> (&str, Option<&str>) {
    let commas = described.match_indices(',').map(|(at, _)| at);
    let mut pieces = commas.filter_map(|at| Some((described.get(..at)?, described.get(at + 1..)?.trim())));
    let Some((name, role)) = pieces.next() else { return (described, None) };
    let first = role.split(',').next().unwrap_or(role).trim();
    if !["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"].contains(&first) {
        return (name.trim(), Some(role));
    }
    pieces.next().map_or((described, None), |(name, role)| (name.trim(), Some(role)))
}

/// `word = 1 * non_space`
fn word(input: &str) -> Reading<'_, &str> {
    take_till1(char::is_whitespace).parse(input)
}

fn space(input: &str) -> Reading<'_, &str> {
    take_while(char::is_whitespace).parse(input)
}
