//! Quotations: which marks belong together, and what to do when one is missing.

use super::mark::{Family, Mark, Side, read_marks};
use super::{Kind, Token};
use std::ops::Range;

/// A quotation: its marks and what stands between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The opening mark.
    pub open: usize,
    /// The closing mark; `None` where the paragraph ends first.
    pub close: Option<usize>,
    /// The tokens between the marks.
    pub inner: Range<usize>,
    /// Which kind of marks; that of the opening mark, should they differ.
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

/// What follows a mark in its paragraph, as tokens.
#[derive(Clone, Copy, Default)]
struct Ahead {
    /// The mark that closes it.
    closer: Option<usize>,
    /// The next mark of the same family.
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
    let marks = as_one_family(read_marks(prose, tokens, paragraph.clone()));
    let mut end = 0;
    for (mark, ahead) in marks.iter().zip(look_ahead(&marks)) {
        if mark.at < end || mark.side == Side::Closes {
            continue;
        }
        let inner_end = match ahead.closer {
            Some(close) => close,
            None if mark.family == Family::Single => continue,
            None => unclosed_end(tokens, &paragraph, mark.at, ahead.next),
        };
        let inner = mark.at + 1..inner_end;
        quotations.push(Quotation { open: mark.at, close: ahead.closer, inner, family: mark.family });
        end = ahead.closer.map_or(inner_end, |close| close + 1);
    }
}

/// `"We go,” he said. “We stay."`: where marks of one family close and open without a partner, those of the other
/// were typed in their place, and both are read as one family.
fn as_one_family(mut marks: Vec<Mark>) -> Vec<Mark> {
    if interrupts(&marks, Family::Curly) || interrupts(&marks, Family::Straight) {
        let straight = marks.iter_mut().filter(|mark| mark.family == Family::Straight);
        straight.for_each(|mark| mark.family = Family::Curly);
    }
    marks
}

/// Whether a mark closes what none of its family has opened, and another opens behind it.
fn interrupts(marks: &[Mark], family: Family) -> bool {
    let mut open = 0usize;
    let mut partnerless = false;
    for mark in marks.iter().filter(|mark| mark.family == family) {
        match mark.side {
            Side::Closes if open == 0 => partnerless = true,
            Side::Opens if partnerless => return true,
            Side::Either if open == 0 => open += 1,
            Side::Opens => open += 1,
            Side::Closes | Side::Either => open -= 1,
        }
    }
    false
}

fn look_ahead(marks: &[Mark]) -> Vec<Ahead> {
    let mut ahead = vec![Ahead::default(); marks.len()];
    let mut taken = vec![false; marks.len()];
    for family in [Family::Curly, Family::Straight, Family::Penn, Family::Single] {
        find_closers(marks, family, &mut ahead, &mut taken);
    }
    borrow_closers(marks, &mut ahead, &taken);
    ahead
}

/// Finds for each mark of `family` the one that closes it: the first behind which the number of quotations
/// open falls below what it was behind the mark. One pass over a stack, for a paragraph may be a whole file.
fn find_closers(marks: &[Mark], family: Family, ahead: &mut [Ahead], taken: &mut [bool]) {
    let mut waiting: Vec<(&mut Ahead, isize, Side)> = Vec::new();
    let mut depth = 0isize;
    let all = marks.iter().zip(ahead).zip(taken);
    for ((mark, ahead), taken) in all.filter(|((mark, _), _)| mark.family == family) {
        depth += if mark.side == Side::Opens { 1 } else { -1 };
        if let Some((before, ..)) = waiting.last_mut() {
            before.next = Some(mark.at);
        }
        while let Some((before, _, side)) = waiting.pop_if(|(_, behind, _)| depth < *behind) {
            before.closer = Some(mark.at);
            *taken |= side != Side::Closes;
        }
        waiting.push((ahead, depth, mark.side));
    }
}

/// A quotation without a closing mark of its own family takes the next one of another that closes nothing
/// else (`"We go,” he said`), unless its own family goes on before that.
fn borrow_closers(marks: &[Mark], ahead: &mut [Ahead], taken: &[bool]) {
    let mut free: Option<usize> = None;
    for ((mark, ahead), taken) in marks.iter().zip(ahead).zip(taken).rev() {
        if mark.family == Family::Single {
            continue;
        }
        if mark.side != Side::Closes && ahead.closer.is_none() {
            ahead.closer = free.filter(|free| ahead.next.is_none_or(|next| *free < next));
        }
        if mark.side == Side::Closes && !taken {
            free = Some(mark.at);
        }
    }
}

/// Where a quotation without a closing mark ends: with the paragraph if it opens one, else before the next
/// opening mark or with its sentence.
fn unclosed_end(tokens: &[Token], paragraph: &Range<usize>, open: usize, next: Option<usize>) -> usize {
    let last = paragraph.end.saturating_sub(2).max(open + 1);
    if open == paragraph.start && next.is_none() {
        return last;
    }
    let limit = next.unwrap_or(last).clamp(open + 1, last);
    let ends = |at: &usize| tokens.get(*at).is_some_and(|token| token.kind == Kind::SentenceEnd);
    (open + 1..limit).find(ends).unwrap_or(limit)
}
