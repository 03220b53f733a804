//! "Lind and Voss won 40 and 35 percent, respectively" as two sentences, one of each.

use crate::text::{Kind, Text};
use std::ops::Range;

/// The same with a sentence of each of the two; `None` where it does not tell of two respectively.
pub(super) fn distributed(prose: &str) -> Option<String> {
    let text = Text::of_paragraph(prose);
    let last = (0..text.tokens().len()).find(|at| text.word(*at) == "respectively")?;
    let (first, second) = figures(&text, last)?;
    let (one, other) = names(&text, first.start)?;
    let told = |tokens: Range<usize>| if tokens.is_empty() { "" } else { text.slice(text.span_of(tokens)) };
    // "40 and 35 percent": what the first does not name is the second's.
    let unit = if first.len() > 1 { "" } else { told(second.start + 1..second.end) };
    let (lead, between) = (told(0..one.start), told(other.end..first.start));
    let end = last + 1;
    let rest = prose.get(text.span_of(last..end).end..)?;
    let sentence = |name: Range<usize>, figure: Range<usize>, unit: &str| {
        let parts = [lead, told(name), between, told(figure), unit];
        parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
    };
    let (mine, theirs) = (sentence(one, first, unit), sentence(other, second, ""));
    Some(format!("{mine}. {theirs}{rest}"))
}

/// `figures = number { word } "and" number { word } [ "," ]`, before the token at `end`
fn figures(text: &Text, end: usize) -> Option<(Range<usize>, Range<usize>)> {
    let end = end - usize::from(end.checked_sub(1).is_some_and(|before| text.word(before) == ","));
    let and = (1..end).rev().find(|at| text.word(*at) == "and" && is_number(text, at + 1))?;
    let first = (and.saturating_sub(FIGURE)..and).rev().find(|at| is_number(text, *at))?;
    Some((first..and, and + 1..end))
}

/// Tokens of the longest figure with what it counts.
const FIGURE: usize = 5;

/// `names = name { name } "and" name { name }`, the last before a token
fn names(text: &Text, end: usize) -> Option<(Range<usize>, Range<usize>)> {
    let is_name = |at: &usize| text.tokens().get(*at).is_some_and(|token| token.is_capitalised());
    let and =
        (1..end).rev().find(|at| text.word(*at) == "and" && is_name(&(at - 1)) && is_name(&(at + 1)))?;
    let before = (0..and).rev().take_while(|at| is_name(at)).count();
    let behind = (and + 1..end).take_while(|at| is_name(at)).count();
    Some((and - before..and, and + 1..and + 1 + behind))
}

fn is_number(text: &Text, at: usize) -> bool {
    let counts = |word: &str| crate::text::form::is_number_word(&word.to_lowercase());
    text.tokens().get(at).is_some_and(|token| token.kind == Kind::Number) || counts(text.word(at))
}
