//! Whose answers stand under `A` in a transcript of questions and answers.

use super::{Block, BlockKind, Document};
use crate::text::Span;

/// Blocks before the first turn that may name who answers.
const FIRST: usize = 8;

/// What is had with somebody who answers.
const TALKS: &[&str] = &[
    "interview",
    "conversation",
    "talk",
    "discussion",
    "testimony",
    "deposition",
    "examination",
    "cross-examination",
    "evidence",
    "questioning",
    "briefing",
    "conference",
    "q&a",
    "questions",
    "answers",
    "answer",
    "interviewee",
    "witness",
];

/// The person whom the heads and first lines of a transcript name as the one who answers, before its block `end`.
pub(super) fn interviewee(document: &Document, end: usize) -> Option<Span> {
    let blocks = document.blocks.iter().take(end);
    let is_head = |block: &Block| {
        matches!(block.kind, BlockKind::Headline | BlockKind::Standfirst | BlockKind::Heading)
    };
    let (heads, rest): (Vec<&Block>, Vec<&Block>) = blocks.partition(|block| is_head(block));
    heads
        .into_iter()
        .chain(rest.into_iter().rev().take(FIRST))
        .find_map(|block| named(&document.prose, block.span))
}

/// `interviewee = talk ( "with" | "of" | "by" | ":" ) capitalised capitalised { capitalised }`
fn named(prose: &str, block: Span) -> Option<Span> {
    let words = words(prose, block);
    let lower = |at: usize| {
        words.get(at).map(|word| bare(prose, *word).slice(prose).to_lowercase()).unwrap_or_default()
    };
    let is_talk = |at: &usize| TALKS.contains(&lower(*at).as_str());
    (0..words.len()).filter(is_talk).find_map(|at| {
        let is_told = words.get(at).is_some_and(|word| word.slice(prose).ends_with(':'));
        let first = match lower(at + 1).as_str() {
            _ if is_told => at + 1,
            "with" | "of" | "by" => at + 2,
            _ => return None,
        };
        name(prose, words.get(first..).unwrap_or_default())
    })
}

/// The capitalised words that begin some words, if there are two or more; a comma ends them.
fn name(prose: &str, words: &[Span]) -> Option<Span> {
    let goes_on = |word: &&Span| word.slice(prose).ends_with(|c: char| c.is_alphanumeric() || c == '.');
    let is_name = |word: &&Span| word.slice(prose).starts_with(char::is_uppercase);
    let whole = words.iter().take_while(is_name).take_while(goes_on).count();
    // The last one may have a sign behind it.
    let count = words.get(whole).filter(|word| is_name(word)).map_or(whole, |_| whole + 1);
    // Two who answer are told apart by nothing.
    let is_one = !words.get(count).is_some_and(|next| matches!(next.slice(prose), "and" | "&"));
    let (first, last) = (words.first()?, words.get(count.checked_sub(1)?)?);
    (count > 1 && is_one).then(|| first.cover(bare(prose, *last)))
}

fn words(prose: &str, block: Span) -> Vec<Span> {
    // A line of thousands of words names nobody.
    block.slice(prose).split_whitespace().take(60).map(|word| Span::of_slice(word, prose)).collect()
}

/// A word without the signs around it.
fn bare(prose: &str, word: Span) -> Span {
    let text = word.slice(prose);
    let end = text.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
    let start = text.len() - text.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    Span::new(word.start + start.min(end), word.start + end)
}
