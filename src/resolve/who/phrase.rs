//! A phrase that means someone: what kind it is, where its head stands, whose it is.

use super::directory::{Directory, Run};
use super::lexicon::Class;
use super::words::Words;
use std::ops::Range;

/// How long a title in front of another may be, in tokens.
const TITLE: usize = 5;

/// A phrase by its head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Phrase {
    /// A pronoun; the token.
    Pronoun(usize),
    /// A name, with whatever stands around it.
    Name(Run),
    /// A name and others.
    Joint(Vec<Range<usize>>),
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
pub(super) fn read(directory: &Directory, range: Range<usize>) -> Phrase {
    let words = directory.words();
    let range = trim(words, range);
    if range.is_empty() {
        return Phrase::Other(range);
    }
    if let Some(at) = pronoun(words, &range) {
        return Phrase::Pronoun(at);
    }
    let runs = directory.runs_in(range.clone());
    let front = front(words, &range, &runs);
    let named = runs.iter().filter(|run| !run.nameless).find(|run| run.whole.end == front);
    match named {
        Some(run) => match joint(words, &range, &runs) {
            Some(all) => Phrase::Joint(all),
            None => Phrase::Name(run.clone()),
        },
        None => noun(words, range, front, &runs),
    }
}

/// Without signs at the ends, conjunctions in front and a possessive behind.
fn trim(words: Words, range: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end);
    let sign = |at: usize| {
        let wordlike = words.text.tokens().get(at).is_some_and(|token| token.is_wordlike());
        !wordlike && words.word(at) != "%"
    };
    let joins = |at: usize| words.is(at, Class::CONJUNCTION) || matches!(words.word(at), "both" | "Both");
    while start < end && (sign(start) || (start + 1 < end && joins(start))) {
        start += 1;
    }
    while end > start && (sign(end - 1) || (end > start + 1 && words.is_possessive(end - 1))) {
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
        } else if let Some(next) = department(words, at, runs) {
            at = next;
        } else if at > range.start && ends_front(words, at) && !between_adjectives(words, range.start, at) {
            return at;
        } else {
            at += 1;
        }
    }
    range.end
}

/// "the tall, quiet man": a comma with no noun before it.
fn between_adjectives(words: Words, start: usize, at: usize) -> bool {
    let noun = |at: usize| words.is(at, Class::NOUN.and(Class::PRONOUN)) || words.is_capitalised(at);
    let plain =
        |at: usize| words.is_word(at) && !words.is_capitalised(at) && words.class(at) == Class::default();
    words.word(at) == "," && plain(at - 1) && plain(at + 1) && !(start + 1..at).any(noun)
}

/// "deputy secretary | of state | Wendy Sherman": the office's own complement, with a name behind it.
fn department(words: Words, at: usize, runs: &[Run]) -> Option<usize> {
    let office = words.word(at) == "of" && at > 0 && words.is(at - 1, Class::OFFICE);
    let noun = |at: &usize| words.is(*at, Class::MODIFIER) || matches!(words.word(*at), "state" | "State");
    let name = |next: &usize| runs.iter().any(|run| run.whole.start == *next && !run.nameless);
    let next = (at + 1..at + 4).take_while(noun).last()? + 1;
    Some(next).filter(|_| office).filter(name)
}

fn ends_front(words: Words, at: usize) -> bool {
    let sign =
        !words.text.tokens().get(at).is_some_and(|token| token.is_wordlike()) && !words.is_possessive(at);
    let joint = matches!(words.word(at), "and" | "or" | "as") && !joins_titles(words, at);
    let slash = words.word(at) == "/";
    !slash
        && (sign || joint || words.is(at, Class::PREPOSITION) || relative(words, at) || participle(words, at))
}

/// "mogul | and | television star Ann Lee": a singular noun of office without an article is a title.
fn joins_titles(words: Words, at: usize) -> bool {
    let title =
        at > 0 && words.is(at - 1, Class::OFFICE) && !words.is(at - 1, Class::PLURAL.and(Class::BODY));
    let from = at.saturating_sub(TITLE);
    let before = (from..at).rev().find(|at| !words.is_word(*at) || words.is(*at, Class::BOUNDARY));
    let article = before.is_some_and(|at| words.is(at, Class::DETERMINER));
    title && !article && words.word(at) == "and"
}

/// A clause without a conjunction behind a noun: "judges handling the suits", "a poll released on Friday".
fn participle(words: Words, at: usize) -> bool {
    let word = words.word(at);
    let verb = word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing") || word == "taken");
    verb && words.class(at) == Class::default()
        && words.is(at.wrapping_sub(1), Class::NOUN)
        && !words.is(at + 1, Class::NOUN)
}

/// What people are heard doing: "fellow physicians | for promoting cures".
fn doing(words: Words, front: usize, at: usize) -> bool {
    let people = words.is(front.wrapping_sub(1), Class::PEOPLE);
    let linked = matches!(words.word(at), "for" | "by" | "in" | "after" | "before" | "without" | "while");
    let verb = words.word(at + 1);
    let gerund = verb.len() > 5 && verb.ends_with("ing") && words.class(at + 1) == Class::default();
    people && linked && gerund && !words.is_capitalised(at + 1) && !words.is(at + 2, Class::BOUNDARY)
}

fn relative(words: Words, at: usize) -> bool {
    matches!(words.word(at), "who" | "which" | "that" | "whose" | "whom" | "where")
}

/// `name ("," part)* ("and" | "or") part`: each a name, with or without titles, or a noun after the last conjunction.
fn joint(words: Words, range: &Range<usize>, runs: &[Run]) -> Option<Vec<Range<usize>>> {
    let mut parts = Vec::new();
    let (mut start, mut at) = (range.start, range.start);
    while at < range.end && !relative(words, at) && words.word(at) != "(" {
        if let Some(run) = runs.iter().find(|run| run.whole.start == at) {
            at = run.whole.end;
            continue;
        }
        let closing = matches!(words.word(at), "and" | "or");
        if closing || words.word(at) == "," {
            parts.push(start..at);
            start = at + 1;
        }
        if closing {
            let end = (start..range.end)
                .find(|at| words.word(*at) == "," || relative(words, *at))
                .unwrap_or(range.end);
            parts.push(start..end);
            let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            let named = |part: &Range<usize>| runs.iter().any(|run| is_whole(words, part, run));
            let listed = parts.iter().rev().skip(1).all(named);
            return (parts.len() > 1 && listed).then_some(parts);
        }
        at += 1;
    }
    None
}

fn noun(words: Words, range: Range<usize>, front: usize, runs: &[Run]) -> Phrase {
    let possessive = (range.start..front).rev().find(|at| words.is_possessive(*at));
    let owned = words.is(range.start, Class::DETERMINER)
        && matches!(
            words.lower(range.start).as_str(),
            "his" | "her" | "its" | "their" | "my" | "our" | "whose"
        );
    let possessive = possessive.filter(|clitic| !is_time(words, clitic.wrapping_sub(1)));
    let possessor = match possessive {
        Some(clitic) => Some(range.start..clitic),
        None => owned.then_some(range.start..range.start + 1),
    };
    let start = core_start(words, &range, front);
    let start = (start..front)
        .rev()
        .find(|at| words.is_possessive(*at) && is_time(words, *at - 1))
        .map_or(start, |clitic| clitic + 1);
    let end = core_end(words, &range, front);
    let head = front.saturating_sub(1).max(start);
    let definite = matches!(words.lower(range.start).as_str(), "the" | "this" | "that" | "these" | "those");
    let behind = runs.iter().filter(|run| !run.nameless && run.whole.start >= front);
    let apposed =
        behind.into_iter().find(|run| run.whole.start > 0 && words.word(run.whole.start - 1) == ",").cloned();
    Phrase::Noun(Noun { core: start..end, head, front, definite, possessor, apposed })
}

/// Whether a part is a name with nothing but titles and an article before it.
fn is_whole(words: Words, part: &Range<usize>, run: &Run) -> bool {
    let title = Class::MODIFIER.and(Class::PEOPLE).and(Class::TITLE);
    let before = |at: usize| words.word(at) == "the" || words.word(at) == "The" || words.is(at, title);
    !run.nameless && run.whole.end == part.end && (part.start..run.whole.start).all(before)
}

/// "this year's race" belongs to nobody.
fn is_time(words: Words, at: usize) -> bool {
    words.is(at, Class::CALENDAR)
        || matches!(
            words.word(at),
            "year" | "month" | "week" | "day" | "today" | "yesterday" | "decade" | "century"
        )
}

/// Past the article.
fn core_start(words: Words, range: &Range<usize>, front: usize) -> usize {
    let article = matches!(words.lower(range.start).as_str(), "the" | "a" | "an" | "this" | "that");
    range.start + usize::from(article && range.start + 1 < front)
}

/// Up to a comma, bracket or relative clause.
fn core_end(words: Words, range: &Range<usize>, front: usize) -> usize {
    let bare = front <= range.start + 1;
    let ends = |at: &usize| {
        matches!(words.word(*at), "," | "(" | "—" | "–" | "--" | ";")
            || relative(words, *at)
            || (!bare && (participle(words, *at) || doing(words, front, *at)))
    };
    (front..range.end).find(ends).unwrap_or(range.end)
}
