//! Where, for whom, under what: phrases that restrict.

use super::time::in_calendar;
use super::{BE, Framing, NEGATORS};

/// `phrase = preposition [ determiner ] word { word }`
struct Phrase {
    /// Prepositions of one kind are held against each other: "by day", "at night".
    kind: &'static str,
    from: usize,
    to: usize,
    first: usize,
}

/// Words of a phrase behind its determiner.
const LONGEST: usize = 3;

/// "Safe for bathing", "not safe": behind a state that both are about, only one has a phrase.
pub(super) fn narrowed(one: &Framing, other: &Framing) -> Option<String> {
    let phrase = behind_state(one)?;
    let bare = other.has_any(BE) && phrases(other).all(|facing| facing.kind != phrase.kind);
    bare.then(|| one.told(phrase.from, phrase.to))
}

/// The phrase right behind a predicative adjective.
fn behind_state(of: &Framing) -> Option<Phrase> {
    let be = of.find(BE)?;
    let state = (be + 1..of.words.len()).find(|at| !is_adverbial(of.word(*at)))?;
    let is_state =
        !is_function_word(of.word(state)) && !PARTICIPLE.iter().any(|end| of.word(state).ends_with(end));
    let mut found = phrases(of);
    found.find(|phrase| {
        is_state && phrase.from == state + 1 && matches!(phrase.kind, "for" | "among" | "when" | "under")
    })
}

fn is_adverbial(word: &str) -> bool {
    NEGATORS.contains(&word)
        || word.ends_with("ly")
        || matches!(word, "now" | "still" | "already" | "also" | "then" | "very" | "too" | "so")
}

const PARTICIPLE: &[&str] = &["ed", "en", "ing"];

/// "In the south", "in the north"; "before tax", "after tax"; "the older brother", "the younger brother".
pub(super) fn other_respect(one: &Framing, other: &Framing) -> Option<(String, String)> {
    let (ones, others) = (phrases(one).collect::<Vec<_>>(), phrases(other).collect::<Vec<_>>());
    let by_phrase = ones.iter().find_map(|phrase| {
        let mut facing = others.iter().filter(|facing| facing.kind == phrase.kind).peekable();
        let first = facing.peek().copied()?;
        let told = (one.told(phrase.from, phrase.to), other.told(first.from, first.to));
        facing.all(|facing| differ((one, phrase), (other, facing))).then_some(told)
    });
    by_phrase.or_else(|| exclusive(one, other))
}

fn differ((one, phrase): (&Framing, &Phrase), (other, facing): (&Framing, &Phrase)) -> bool {
    let own = one.words.get(phrase.first..phrase.to).unwrap_or_default();
    let its = other.words.get(facing.first..facing.to).unwrap_or_default();
    if phrase.kind == "order" && one.word(phrase.from) != other.word(facing.from) {
        return own == its;
    }
    let (only, others) = (
        own.iter().filter(|word| !other.has(word)).count(),
        its.iter().filter(|word| !one.has(word)).count(),
    );
    let same_head = own.last() == its.last() && only > 0 && others > 0;
    only == own.len() && others == its.len() || same_head
}

/// "The first round", "the second round": attributes of one noun of which it can have only one, where they are not what
/// is opposed.
fn exclusive(one: &Framing, other: &Framing) -> Option<(String, String)> {
    if one.has_any(NEGATORS) == other.has_any(NEGATORS) {
        return None;
    }
    (0..one.words.len()).find_map(|at| {
        let noun = one.word(at + 1);
        let own = place_in_row(one.word(at)).filter(|_| !noun.is_empty() && !is_function_word(noun))?;
        let facing = (0..other.words.len()).find(|facing| {
            let rival = place_in_row(other.word(*facing));
            other.word(facing + 1) == noun && rival.is_some_and(|it| it.0 == own.0 && it.1 != own.1)
        })?;
        Some((one.told(at, at + 2), other.told(facing, facing + 2)))
    })
}

fn place_in_row(word: &str) -> Option<(usize, usize)> {
    ROWS.iter().enumerate().find_map(|(row, words)| Some((row, words.iter().position(|it| *it == word)?)))
}

fn phrases(of: &Framing) -> impl Iterator<Item = Phrase> {
    (0..of.words.len()).filter_map(|from| {
        let kind = kind(of.word(from), of.word(from + 1))?;
        let first = from + 1 + usize::from(DETERMINERS.contains(&of.word(from + 1)));
        let to =
            (first..first + LONGEST).find(|at| is_function_word(of.word(*at))).unwrap_or(first + LONGEST);
        let to = to.min(of.words.len());
        let idle = IDLE.contains(&of.word(first))
            || is_time(of.word(first))
            || is_time(of.word(to.saturating_sub(1)));
        (to > first && !idle).then_some(Phrase { kind, from, to, first })
    })
}

fn kind(preposition: &str, next: &str) -> Option<&'static str> {
    Some(match preposition {
        "in" | "within" | "inside" => "in",
        "among" | "amongst" => "among",
        "by" if matches!(next, "day" | "night") => "when",
        "by" if BY.contains(&next) => "by",
        "at" | "during" => "when",
        "for" => "for",
        "with" | "without" => "with",
        "under" => "under",
        "before" | "after" => "order",
        _ => return None,
    })
}

fn is_time(word: &str) -> bool {
    let number = word.starts_with(|c: char| c.is_ascii_digit());
    number || in_calendar(word) || TIMES.contains(&word)
}

fn is_function_word(word: &str) -> bool {
    word.is_empty()
        || !word.starts_with(char::is_alphanumeric)
        || FUNCTION.contains(&word)
        || BE.contains(&word)
}

/// What a figure may be measured by.
const BY: &[&str] = &["volume", "value", "weight", "number", "area", "population", "size", "law", "custom"];

const DETERMINERS: &[&str] =
    &["the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your"];

const TIMES: &[&str] = &[
    "minutes",
    "hours",
    "days",
    "week",
    "weeks",
    "weekend",
    "month",
    "months",
    "year",
    "years",
    "decade",
    "decades",
    "century",
    "moment",
    "time",
    "today",
    "tomorrow",
    "yesterday",
];

/// "At all", "in fact", "for now": nothing is restricted.
const IDLE: &[&str] = &[
    "all",
    "least",
    "most",
    "fact",
    "any",
    "present",
    "now",
    "sure",
    "good",
    "ever",
    "once",
    "last",
    "first",
    "odds",
    "general",
    "particular",
    "addition",
    "full",
    "part",
    "order",
    "case",
    "me",
    "us",
    "it",
    "him",
    "them",
    "you",
];

const FUNCTION: &[&str] = &[
    "and", "or", "but", "of", "in", "on", "at", "by", "for", "with", "under", "before", "after", "among",
    "during", "to", "from", "than", "that", "which", "who", "as", "if", "because", "while", "when", "where",
    "has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "may", "might", "must",
    "should", "not", "n't", "never", "no", "said", "says", "the", "a", "an", "over", "into", "about",
    "within", "inside", "without", "until", "since",
];

/// Attributes of which one thing has only one.
const ROWS: &[&[&str]] = &[
    &["first", "second", "third", "fourth", "fifth", "sixth", "last"],
    &["old", "new"],
    &["older", "younger"],
    &["elder", "younger"],
    &["north", "south", "east", "west"],
    &["northern", "southern", "eastern", "western", "central"],
    &["upper", "lower", "middle"],
    &["left", "right"],
    &["inner", "outer"],
    &["former", "current"],
    &["domestic", "foreign"],
    &["public", "private"],
    &["urban", "rural"],
];
