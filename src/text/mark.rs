//! Quotation marks one by one: of which family, and whether one opens or closes by the look of it.

use super::token::{Kind, Token, is_space};
use std::ops::Range;

/// The families of quotation marks found in news text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// “ ” and its kin „ « ».
    Curly,
    /// ".
    Straight,
    /// `` and ''.
    Penn,
    /// ‘ ’ or ' where it stands outermost.
    Single,
}

/// What one mark can be, judged by its form and by the white space around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Opens,
    Closes,
    /// Closes a quotation if one is open, and opens one else.
    Either,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its token.
    pub(super) at: usize,
    pub(super) family: Family,
    pub(super) side: Side,
    /// Whether it may be the apostrophe of a plural (`the workers’ rights`).
    possessive: bool,
}

/// The marks of a paragraph, apostrophes left out.
pub(super) fn read_marks(prose: &str, tokens: &[Token], paragraph: Range<usize>) -> Vec<Mark> {
    let mut marks: Vec<Mark> = paragraph.filter_map(|at| read_mark(prose, tokens, at)).collect();
    drop_possessives(&mut marks);
    marks
}

fn read_mark(prose: &str, tokens: &[Token], at: usize) -> Option<Mark> {
    let token = tokens.get(at).filter(|token| token.kind == Kind::Mark)?;
    let sign = token.span.slice(prose);
    let (left, right) = neighbours(prose, token);
    let look = side_by_space(left, right);
    let (family, side) = match sign {
        "„" | "‟" => (Family::Curly, Side::Opens),
        // Typed the wrong way round more often than one would think, and with reason in German.
        "“" | "«" if look == Side::Closes => (Family::Curly, Side::Either),
        "”" | "»" if look == Side::Opens => (Family::Curly, Side::Either),
        "“" | "«" => (Family::Curly, Side::Opens),
        "”" | "»" => (Family::Curly, Side::Closes),
        "``" => (Family::Penn, Side::Opens),
        "''" if look == Side::Opens => (Family::Penn, Side::Opens),
        "''" => (Family::Penn, Side::Closes),
        "\"" | "＂" => (Family::Straight, look),
        "‘" => (Family::Single, Side::Opens),
        "’" | "'" if look != Side::Either => (Family::Single, look),
        _ => return None,
    };
    let possessive =
        family == Family::Single && side == Side::Closes && left == Some('s') && right == Some(' ');
    Some(Mark { at, family, side, possessive })
}

/// Takes an apostrophe after a plural for a closing mark only where no better one follows before the next
/// opening mark: `‘the workers’ rights,’ he said`. Read from the end, so that it is one pass.
fn drop_possessives(marks: &mut Vec<Mark>) {
    let mut better = false;
    let mut kept: Vec<Mark> = Vec::with_capacity(marks.len());
    for mark in marks.drain(..).rev() {
        if mark.possessive && better {
            continue;
        }
        if mark.family == Family::Single {
            better = mark.side == Side::Closes && !mark.possessive;
        }
        kept.push(mark);
    }
    kept.reverse();
    *marks = kept;
}

/// The characters on both sides of a mark, other quotation marks passed over.
fn neighbours(prose: &str, token: &Token) -> (Option<char>, Option<char>) {
    let left = prose.get(..token.span.start).unwrap_or_default().chars().rev();
    let right = prose.get(token.span.end..).unwrap_or_default().chars();
    (left.take(NESTED).find(|c| !is_any_mark(*c)), right.take(NESTED).find(|c| !is_any_mark(*c)))
}

/// How many marks beside a mark are passed over.
const NESTED: usize = 4;

fn is_any_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '“' | '”' | '‘' | '’')
}

/// A mark after white space and before a letter opens; one after a letter and before white space closes.
fn side_by_space(left: Option<char>, right: Option<char>) -> Side {
    let open_left =
        left.is_none_or(|c| is_space(c) || matches!(c, '(' | '[' | '—' | '–' | '―' | '-' | '/' | '…'));
    let open_right = right.is_none_or(|c| {
        is_space(c)
            || matches!(c, ')' | ']' | '—' | '–' | '―' | '-' | '/' | '.' | ',' | ';' | ':' | '!' | '?' | '…')
    });
    match (open_left, open_right) {
        (true, false) => Side::Opens,
        (false, true) => Side::Closes,
        _ => Side::Either,
    }
}
