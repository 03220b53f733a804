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
    let marks: Vec<Mark> = paragraph.clone().filter_map(|at| read_mark(prose, tokens, at)).collect();
    let mut next = 0;
    while let Some(mark) = marks.get(next) {
        next += 1;
        if mark.side == Side::Closes {
            continue;
        }
        match closing(&marks, next, mark.family) {
            Some(index) => {
                let close = marks.get(index).map_or(mark.at, |mark| mark.at);
                quotations.push(Quotation {
                    open: mark.at,
                    close: Some(close),
                    inner: mark.at + 1..close,
                    family: mark.family,
                });
                next = index + 1;
            }
            None if mark.family == Family::Single => {}
            None => {
                let end = unclosed_end(tokens, &paragraph, &marks, mark, next);
                quotations.push(Quotation {
                    open: mark.at,
                    close: None,
                    inner: mark.at + 1..end,
                    family: mark.family,
                });
                next += marks.iter().skip(next).take_while(|later| later.at < end).count();
            }
        }
    }
}

/// The mark that closes a quotation of `family`, counting quotations of the same family inside it.
fn closing(marks: &[Mark], from: usize, family: Family) -> Option<usize> {
    let mut depth = 0usize;
    for (index, mark) in marks.iter().enumerate().skip(from).filter(|(_, mark)| mark.family == family) {
        match mark.side {
            Side::Opens => depth += 1,
            Side::Closes | Side::Either if depth == 0 => return Some(index),
            Side::Closes | Side::Either => depth -= 1,
        }
    }
    None
}

/// Where a quotation without a closing mark ends: with the paragraph if it opens one, else before the next
/// opening mark or with its sentence.
fn unclosed_end(
    tokens: &[Token],
    paragraph: &Range<usize>,
    marks: &[Mark],
    mark: &Mark,
    next: usize,
) -> usize {
    let last = paragraph.end.saturating_sub(2).max(mark.at + 1);
    if mark.at == paragraph.start && !marks.iter().skip(next).any(|later| later.family == mark.family) {
        return last;
    }
    let sentence =
        (mark.at..last).find(|at| tokens.get(*at).is_some_and(|token| token.kind == Kind::SentenceEnd));
    let reopened = marks.iter().skip(next).find(|later| later.family == mark.family).map(|later| later.at);
    sentence.unwrap_or(last).min(reopened.unwrap_or(last)).max(mark.at + 1)
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
    Some(Mark { at, family, side })
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
