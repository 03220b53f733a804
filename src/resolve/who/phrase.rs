//! A phrase that means someone: what kind it is, where its head stands, whose it is.

use super::directory::{Run, runs_in};
use super::lexicon::Class;
use super::words::Words;
use std::ops::Range;

/// A phrase by its head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Phrase {
    /// A pronoun; the token.
    Pronoun(usize),
    /// A name, with whatever stands around it.
    Name(Run),
    /// Several names.
    Joint(Vec<Run>),
    /// A common noun.
    Noun(Noun),
    /// Nothing that can be read; the words as they stand.
    Other(Range<usize>),
}

/// A phrase with a common noun as its head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Noun {
    /// The phrase without article, relative clause and apposition.
    pub(super) core: Range<usize>,
    /// The head noun.
    pub(super) head: usize,
    /// The end of what stands before the first preposition.
    pub(super) front: usize,
    /// "the", "this", "that".
    pub(super) definite: bool,
    /// "Trump's", "her".
    pub(super) possessor: Option<Range<usize>>,
    /// A name behind a comma: "an attorney for the bank, | Mark Hall".
    pub(super) apposed: Option<Run>,
}

/// Reads the tokens of `range`.
pub(super) fn read(words: Words, range: Range<usize>) -> Phrase {
    let range = trim(words, range);
    if range.is_empty() {
        return Phrase::Other(range);
    }
    if let Some(at) = pronoun(words, &range) {
        return Phrase::Pronoun(at);
    }
    let runs = runs_in(words, range.clone());
    let front = front(words, &range, &runs);
    let named = runs.iter().filter(|run| !run.nameless).find(|run| run.whole.end == front);
    match named {
        Some(run) => match joint(words, &range, &runs, run) {
            Some(all) => Phrase::Joint(all),
            None => Phrase::Name(run.clone()),
        },
        None => noun(words, range, front, &runs),
    }
}

/// Without signs, conjunctions and a possessive at the ends.
fn trim(words: Words, range: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end);
    let outside = |at: usize| {
        let joins = words.is(at, Class::CONJUNCTION) || matches!(words.word(at), "both" | "Both");
        joins || !words.text.tokens().get(at).is_some_and(|token| token.is_wordlike())
    };
    while start + 1 < end && outside(start) {
        start += 1;
    }
    while end > start && (words.is_possessive(end - 1) || outside(end - 1)) {
        end -= 1;
    }
    start..end
}

/// A pronoun alone, or one with its apposition ("they all", "he, too").
fn pronoun(words: Words, range: &Range<usize>) -> Option<usize> {
    let at = range.start;
    let class = words.class(at);
    let single =
        range.len() == 1 || !words.is_word(at + 1) || words.is(at + 1, Class::ADVERB.and(Class::AUXILIARY));
    let subject = class.is(Class::PRONOUN) && !class.is(Class::DETERMINER);
    let alone = class.is(Class::PRONOUN)
        || class.is(Class::DETERMINER)
            && matches!(words.lower(at).as_str(), "his" | "their" | "its" | "my" | "our" | "both" | "each");
    let of_whom =
        matches!(words.word(range.end - 1), "whom" | "which" | "them" | "us").then_some(range.end - 1);
    let short = range.len() <= 4;
    (subject || single && alone).then_some(at).or(of_whom.filter(|_| short))
}

/// The end of the words before the first comma, bracket, relative pronoun or preposition that is in no name.
fn front(words: Words, range: &Range<usize>, runs: &[Run]) -> usize {
    let mut at = range.start;
    while at < range.end {
        if let Some(run) = runs.iter().find(|run| run.whole.start == at) {
            at = run.whole.end;
        } else if at > range.start && ends_front(words, at) {
            return at;
        } else {
            at += 1;
        }
    }
    range.end
}

fn ends_front(words: Words, at: usize) -> bool {
    let sign =
        !words.text.tokens().get(at).is_some_and(|token| token.is_wordlike()) && !words.is_possessive(at);
    let joint = matches!(words.word(at), "and" | "or" | "as");
    let slash = words.word(at) == "/";
    !slash && (sign || joint || words.is(at, Class::PREPOSITION) || relative(words, at))
}

fn relative(words: Words, at: usize) -> bool {
    matches!(words.word(at), "who" | "which" | "that" | "whose" | "whom" | "where")
}

/// `name ("," name)* ","? "and" name`, with or without titles.
fn joint(words: Words, range: &Range<usize>, runs: &[Run], first: &Run) -> Option<Vec<Run>> {
    let mut all = vec![first.clone()];
    let mut joined = false;
    for run in runs.iter().filter(|run| run.whole.start >= first.whole.end && !run.nameless) {
        let between = all.last()?.whole.end..run.whole.start;
        let listed = between.clone().all(|at| {
            matches!(words.word(at), "," | "and" | "or" | "the")
                || words.is(at, Class::MODIFIER.and(Class::PEOPLE).and(Class::TITLE))
        });
        let separated = between.clone().any(|at| matches!(words.word(at), "," | "and" | "or"));
        joined |= between.clone().any(|at| matches!(words.word(at), "and" | "or"));
        if !listed || !separated {
            break;
        }
        all.push(run.clone());
    }
    let ends = all.last()?.whole.end;
    let whole = ends == range.end || !words.is_word(ends) || relative(words, ends);
    (all.len() > 1 && joined && whole).then_some(all)
}

fn noun(words: Words, range: Range<usize>, front: usize, runs: &[Run]) -> Phrase {
    let possessive = (range.start..front).rev().find(|at| words.is_possessive(*at));
    let owned = words.is(range.start, Class::DETERMINER)
        && matches!(
            words.lower(range.start).as_str(),
            "his" | "her" | "its" | "their" | "my" | "our" | "whose"
        );
    let possessor = match possessive {
        Some(clitic) => Some(range.start..clitic),
        None => owned.then_some(range.start..range.start + 1),
    };
    let start = core_start(words, &range, front);
    let end = core_end(words, &range, front);
    let head = front.saturating_sub(1).max(start);
    let definite = matches!(words.lower(range.start).as_str(), "the" | "this" | "that" | "these" | "those");
    let behind = runs.iter().filter(|run| !run.nameless && run.whole.start >= front);
    let apposed =
        behind.into_iter().find(|run| run.whole.start > 0 && words.word(run.whole.start - 1) == ",").cloned();
    Phrase::Noun(Noun { core: start..end, head, front, definite, possessor, apposed })
}

/// Past the article.
fn core_start(words: Words, range: &Range<usize>, front: usize) -> usize {
    let article =
        matches!(words.lower(range.start).as_str(), "the" | "a" | "an" | "this" | "that" | "these" | "those");
    range.start + usize::from(article && range.start + 1 < front)
}

/// Up to a comma, bracket or relative clause.
fn core_end(words: Words, range: &Range<usize>, front: usize) -> usize {
    let ends =
        |at: &usize| matches!(words.word(*at), "," | "(" | "—" | "–" | "--" | ";") || relative(words, *at);
    (front..range.end).find(ends).unwrap_or(range.end)
}
