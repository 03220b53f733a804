//! Sentence ends. Quotation marks decide more here than in other splitters: `“Why?” he asked` is one sentence.

use super::{Case, Kind, Span, Token, abbreviation};
use std::ops::Range;

/// Words that start a sentence after an abbreviation that may end one (`in the U.S. The …`).
const STARTERS: &[&str] = &[
    "the",
    "a",
    "an",
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "you",
    "this",
    "that",
    "these",
    "those",
    "but",
    "and",
    "in",
    "on",
    "at",
    "for",
    "his",
    "her",
    "their",
    "its",
    "there",
    "when",
    "while",
    "after",
    "before",
    "as",
    "if",
    "however",
    "meanwhile",
    "instead",
    "still",
    "yet",
    "so",
    "since",
    "although",
    "though",
    "with",
    "by",
    "according",
    "asked",
    "what",
    "who",
    "why",
    "how",
    "some",
    "many",
    "most",
    "no",
    "not",
    "one",
    "both",
    "our",
    "my",
];

/// Puts a [`Kind::SentenceEnd`] after each sentence of `tokens[first..]` and notes the sentences' ranges.
pub(super) fn close_sentences(
    prose: &str,
    tokens: &mut Vec<Token>,
    first: usize,
    sentences: &mut Vec<Range<usize>>,
) {
    let paragraph = tokens.split_off(first);
    let mut start = tokens.len();
    let mut at = 0;
    while let Some(token) = paragraph.get(at) {
        tokens.push(*token);
        at += 1;
        if !may_end(prose, *token) {
            continue;
        }
        let closers = closers_after(prose, &paragraph, at);
        if ends_before(prose, *token, paragraph.get(at + closers..).unwrap_or_default()) {
            tokens.extend(paragraph.iter().skip(at).take(closers));
            at += closers;
            start = close(tokens, start, sentences);
        }
    }
    if tokens.len() > start {
        close(tokens, start, sentences);
    }
}

fn close(tokens: &mut Vec<Token>, start: usize, sentences: &mut Vec<Range<usize>>) -> usize {
    sentences.push(start..tokens.len());
    let end = tokens.last().map_or(0, |token| token.span.end);
    tokens.push(Token::mark(Span::new(end, end), Kind::SentenceEnd));
    tokens.len()
}

fn may_end(prose: &str, token: Token) -> bool {
    let word = token.span.slice(prose);
    match token.kind {
        Kind::Punct => {
            matches!(word, "." | "!" | "?" | "…") || word.starts_with("..") || word.starts_with("__")
        }
        Kind::Word => word.ends_with('.'),
        _ => false,
    }
}

/// More closing marks and brackets than this at one sentence end are noise.
const MOST_CLOSERS: usize = 6;

/// How many closing marks and brackets stand glued to the token before `at`.
fn closers_after(prose: &str, paragraph: &[Token], at: usize) -> usize {
    let mut end = at.checked_sub(1).and_then(|last| paragraph.get(last)).map_or(0, |token| token.span.end);
    let glued = paragraph.iter().skip(at).take(MOST_CLOSERS).take_while(|token| {
        let word = token.span.slice(prose);
        let closes = token.span.start == end
            && (token.kind == Kind::Mark || matches!(word, ")" | "]" | "!" | "?" | "."))
            && !matches!(word, "“" | "``" | "‘" | "«");
        end = token.span.end;
        closes
    });
    glued.count()
}

fn ends_before(prose: &str, last: Token, rest: &[Token]) -> bool {
    let Some(next) = rest.first() else { return false };
    let word = last.span.slice(prose);
    let following = next.span.slice(prose);
    if last.kind == Kind::Word {
        return !abbreviation::never_ends(word) && starts_sentence(prose, rest);
    }
    match next.kind {
        Kind::Word => next.case != Case::Lower || following.starts_with(['@', '#']),
        Kind::Number | Kind::Mark => true,
        _ => matches!(following, "(" | "[" | "—" | "–" | "―" | "•" | "$" | "…" | "£" | "€"),
    }
}

/// Whether words behind an abbreviation begin a sentence: a word that often does, or a quotation that begins as one does.
fn starts_sentence(prose: &str, rest: &[Token]) -> bool {
    let Some(next) = rest.first() else { return false };
    let following = next.span.slice(prose);
    let starter = next.is_capitalised() && STARTERS.iter().any(|word| word.eq_ignore_ascii_case(following));
    let opens = matches!(following, "“" | "``") && rest.get(1).is_some_and(|word| word.case != Case::Lower);
    starter || opens
}
