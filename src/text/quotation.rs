//! Quotations: which marks belong together, and what to do when one is missing.

use super::{Kind, Token};
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

/// A quotation: its marks and what stands between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The opening mark.
    pub open: usize,
    /// The closing mark; `None` where the paragraph ends first.
    pub close: Option<usize>,
    /// The tokens between the marks.
    pub inner: Range<usize>,
    /// Which kind of marks.
    pub family: Family,
}

impl Quotation {
    /// The token after the quotation.
    pub fn end(&self) -> usize {
        self.close.map_or(self.inner.end, |close| close + 1)
    }

    /// Marks and inside together.
    pub fn range(&self) -> Range<usize> {
        self.open..self.end()
    }
}

/// What one mark can be, judged by its form and by the white space around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

struct Mark {
    at: usize,
    family: Family,
    side: Side,
    /// The index of the mark that closes this one, quotations of the same family inside it counted.
    closer: Option<usize>,
    /// Where the next mark of the same family stands.
    next: Option<usize>,
}

/// Finds the outermost quotations of one paragraph.
///
/// A mark left open is legitimate at the end of a paragraph that the next one continues; elsewhere it is
/// odd, and the quotation then ends with its sentence, so that one slip cannot swallow the paragraph.
pub(super) fn pair_marks(
    prose: &str,
    tokens: &[Token],
    paragraph: Range<usize>,
    quotations: &mut Vec<Quotation>,
) {
    let mut marks: Vec<Mark> = paragraph.clone().filter_map(|at| read_mark(prose, tokens, at)).collect();
    for family in [Family::Curly, Family::Straight, Family::Penn, Family::Single] {
        find_closers(&mut marks, family);
    }
    let mut end = 0;
    for mark in marks.iter().filter(|mark| mark.side != Side::Closes) {
        if mark.at < end {
            continue;
        }
        let close = mark.closer.and_then(|index| marks.get(index)).map(|closer| closer.at);
        let inner_end = match close {
            Some(close) => close,
            None if mark.family == Family::Single => continue,
            None => unclosed_end(tokens, &paragraph, mark),
        };
        let quotation =
            Quotation { open: mark.at, close, inner: mark.at + 1..inner_end, family: mark.family };
        end = quotation.end();
        quotations.push(quotation);
    }
}

/// Finds for each mark of `family` the one that closes it: the first behind which the number of quotations
/// open falls below what it was behind the mark. One pass over a stack, for a paragraph may be a whole file.
fn find_closers(marks: &mut [Mark], family: Family) {
    let mut waiting: Vec<(usize, isize)> = Vec::new();
    let mut depth = 0isize;
    for index in 0..marks.len() {
        let Some((at, side)) = marks.get(index).filter(|mark| mark.family == family).map(|m| (m.at, m.side))
        else {
            continue;
        };
        depth += if side == Side::Opens { 1 } else { -1 };
        if let Some(before) = waiting.last().and_then(|(before, _)| marks.get_mut(*before)) {
            before.next = Some(at);
        }
        while let Some((opener, _)) = waiting.pop_if(|(_, behind)| depth < *behind) {
            marks.get_mut(opener).into_iter().for_each(|mark| mark.closer = Some(index));
        }
        waiting.push((index, depth));
    }
}

/// Where a quotation without a closing mark ends: with the paragraph if it opens one, else before the next
/// opening mark or with its sentence.
fn unclosed_end(tokens: &[Token], paragraph: &Range<usize>, mark: &Mark) -> usize {
    let last = paragraph.end.saturating_sub(2).max(mark.at + 1);
    if mark.at == paragraph.start && mark.next.is_none() {
        return last;
    }
    let limit = mark.next.unwrap_or(last).clamp(mark.at + 1, last);
    let ends = |at: &usize| tokens.get(*at).is_some_and(|token| token.kind == Kind::SentenceEnd);
    (mark.at + 1..limit).find(ends).unwrap_or(limit)
}

fn read_mark(prose: &str, tokens: &[Token], at: usize) -> Option<Mark> {
    let token = tokens.get(at).filter(|token| token.kind == Kind::Mark)?;
    let (family, side) = match token.span.slice(prose) {
        "“" | "„" | "«" | "‟" => (Family::Curly, Side::Opens),
        "”" | "»" => (Family::Curly, Side::Closes),
        "``" => (Family::Penn, Side::Opens),
        "''" => (Family::Penn, Side::Closes),
        "\"" | "＂" => (Family::Straight, side_by_space(prose, token)),
        "‘" => (Family::Single, Side::Opens),
        "’" | "'" => match side_by_space(prose, token) {
            Side::Either => return None,
            side => (Family::Single, side),
        },
        _ => return None,
    };
    Some(Mark { at, family, side, closer: None, next: None })
}

/// A mark after white space and before a letter opens; one after a letter and before white space closes.
fn side_by_space(prose: &str, token: &Token) -> Side {
    let before = prose.get(..token.span.start).and_then(|text| text.chars().next_back());
    let after = prose.get(token.span.end..).and_then(|text| text.chars().next());
    let open_left = before.is_none_or(|c| {
        c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | '“' | '‘' | '/' | '\'')
    });
    let open_right = after.is_none_or(|c| {
        c.is_whitespace()
            || matches!(c, ')' | ']' | '—' | '–' | '.' | ',' | ';' | ':' | '!' | '?' | '”' | '’' | '\'')
    });
    match (open_left, open_right) {
        (true, false) => Side::Opens,
        (false, true) => Side::Closes,
        _ => Side::Either,
    }
}
