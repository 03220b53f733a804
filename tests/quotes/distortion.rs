//! Quotations made from what is on record: distorted in one way each, or changed only as editors may.

use chrono::{Days, NaiveDate};

/// Something said, in one or more sentences.
#[derive(Clone, Debug)]
pub struct Passage {
    pub speaker: String,
    pub day: NaiveDate,
    pub words: String,
    /// Its transcript and its place there, in sentences of the same speaker.
    pub file: usize,
    pub place: usize,
}

/// A draft with one quotation in it, and the rule that must find something there.
#[derive(Clone, Debug)]
pub struct Case {
    pub kind: &'static str,
    pub rule: &'static str,
    pub draft: String,
    /// What is on record, where that is not the transcript itself.
    pub transcript: Option<String>,
}

/// The words that weigh more than others in a quotation.
const WEIGHTS: &str = include_str!("../../rules/lexicon/quotation.txt");

const AUXILIARIES: [&str; 10] =
    ["is", "are", "was", "were", "have", "has", "will", "could", "should", "must"];
const MODALS: [(&str, &str); 8] = [
    ("could", "will"),
    ("will", "might"),
    ("may", "must"),
    ("must", "may"),
    ("should", "must"),
    ("can", "must"),
    ("would", "could"),
    ("might", "will"),
];
const HEDGES: [&str; 10] = [
    "probably",
    "perhaps",
    "likely",
    "possibly",
    "almost",
    "nearly",
    "roughly",
    "apparently",
    "about",
    "some",
];
const NEGATORS: [&str; 2] = ["not", "never"];
const NUMBERS: [(&str, &str); 9] = [
    ("two", "five"),
    ("three", "four"),
    ("five", "nine"),
    ("six", "eight"),
    ("seven", "two"),
    ("nine", "six"),
    ("ten", "twelve"),
    ("forty", "fifty"),
    ("once", "twice"),
];
const CONTRACTIONS: [(&str, &str); 20] = [
    ("do not", "don’t"),
    ("did not", "didn’t"),
    ("have not", "haven’t"),
    ("has not", "hasn’t"),
    ("cannot", "can’t"),
    ("is not", "isn’t"),
    ("are not", "aren’t"),
    ("were not", "weren’t"),
    ("was not", "wasn’t"),
    ("does not", "doesn’t"),
    ("should not", "shouldn’t"),
    ("could not", "couldn’t"),
    ("will not", "won’t"),
    ("would not", "wouldn’t"),
    ("It is", "It’s"),
    ("that is", "that’s"),
    ("We are", "We’re"),
    ("We have", "We’ve"),
    ("I am", "I’m"),
    ("I have", "I’ve"),
];

/// Makes other words of those given, where they have what it changes.
type Distortion = fn(&[&str]) -> Option<Vec<String>>;

/// All ways to distort one passage; each gives a quotation, or nothing where the passage lacks what it changes.
pub fn distorted(passage: &Passage) -> Vec<Case> {
    let kinds: [(&str, &str, Distortion); 14] = [
        ("negator dropped", "quotes/negation-changed", without_negator),
        ("negator added", "quotes/negation-changed", |words| after_auxiliary(words, "not")),
        ("hedge dropped", "quotes/hedge-changed", |words| dropped(words, &HEDGES)),
        ("hedge added", "quotes/hedge-changed", |words| after_auxiliary(words, "probably")),
        ("modal changed", "quotes/modal-changed", |words| exchanged(words, &MODALS)),
        ("modal dropped", "quotes/modal-changed", |words| dropped(words, &MODALS.map(|(modal, _)| modal))),
        ("number in words changed", "quotes/figure-changed", |words| exchanged(words, &NUMBERS)),
        ("figure changed", "quotes/figure-changed", other_figure),
        ("word changed", "quotes/quote-altered", |words| plain_word(words, "harbour")),
        ("word added", "quotes/quote-altered", |words| after_auxiliary(words, "openly")),
        ("negator behind an ellipsis", "quotes/negation-changed", |words| marked(words, &NEGATORS, "…")),
        ("negator behind a bracket", "quotes/negation-changed", |words| {
            marked(words, &NEGATORS, "[certainly]")
        }),
        ("hedge behind an ellipsis", "quotes/hedge-changed", |words| marked(words, &HEDGES[..8], "…")),
        ("silent omission", "quotes/silent-omission", shortened),
    ];
    let words: Vec<&str> = passage.words.split_whitespace().collect();
    let made = kinds.into_iter().filter_map(|(kind, rule, distort)| {
        let quote = distort(&words)?.join(" ");
        Some(Case {
            kind,
            rule,
            draft: draft(passage, &passage.speaker, passage.day, &quote),
            transcript: None,
        })
    });
    let mut cases: Vec<Case> = made.collect();
    if words.len() >= 8 {
        cases.extend(misplaced(passage));
    }
    cases
}

/// The right words of the wrong mouth, the wrong day, or under other words that turn them.
fn misplaced(passage: &Passage) -> [Case; 3] {
    let Passage { speaker, day, words, .. } = passage;
    let earlier = *day - Days::new(9);
    let lower = lowered(words.trim_end_matches('.'));
    let case = |kind, rule, draft| Case { kind, rule, draft, transcript: None };
    let turned = format!(
        "---\nkind: transcript\ndate: {day}\n---\n\n{}: Some say that {lower}. I do not see it that way.\n",
        speaker.to_uppercase()
    );
    [
        case("wrong speaker", "quotes/other-speaker", draft(passage, "Odile Marchetti", *day, words)),
        case("wrong date", "quotes/other-day", draft(passage, speaker, earlier, words)),
        Case {
            transcript: Some(turned),
            ..case("context flip", "quotes/out-of-context", draft(passage, speaker, *day, words))
        },
    ]
}

/// The beginning of what one passage says and the whole of another, in one pair of quotation marks.
pub fn spliced(one: &Passage, other: &Passage) -> Case {
    let quote = format!("{} {}", one.words, other.words);
    let draft = draft(one, &one.speaker, one.day, &quote);
    Case { kind: "splice", rule: "quotes/spliced-quote", draft, transcript: None }
}

/// The same passage quoted faithfully, in the ways of editors.
pub fn faithful(passage: &Passage) -> Vec<Case> {
    let words: Vec<&str> = passage.words.split_whitespace().collect();
    let (speaker, day) = (&passage.speaker, passage.day);
    let case = |kind, quote: &str| Case {
        kind,
        rule: "",
        draft: draft(passage, speaker, day, quote),
        transcript: None,
    };
    let half = words.len() / 2;
    let (head, tail) = words.split_at(half);
    let (head, tail) = (head.join(" "), tail.join(" "));
    let date = day.format("%B %-d");
    let whole = |kind, body: String| Case { kind, rule: "", draft: page(day, &body), transcript: None };
    let mut cases = vec![
        case("word for word", &passage.words),
        case("straight marks", &passage.words.replace('’', "'")),
        whole("straight quotation marks", format!("\"{}\" {speaker} said on {date}.", comma(&passage.words))),
        whole("other stop", format!("{speaker} said on {date}: “{}!”", passage.words.trim_end_matches('.'))),
        whole("cue between", format!("“{head},” {speaker} said on {date}, “{tail}”")),
    ];
    // The end without the "not" before it is no faithful quotation.
    if without_negator(&words[..half]).is_none() {
        cases.push(whole("the end alone", format!("{speaker} said on {date} that “{tail}”")));
        cases.push(case("capital at the start", &capital(&tail)));
    }
    if words.len() >= 10 {
        let (start, end) = (words[..3].join(" "), words[6..].join(" "));
        if !words[3..6].iter().any(|word| is_grave(word)) {
            cases.push(case("ellipsis", &format!("{start} … {end}")));
            cases.push(case("dotted ellipsis", &format!("{start} . . . {end}")));
        }
        cases.push(case("bracketed insertion", &format!("[{speaker}’s own words] {}", words[2..].join(" "))));
    }
    let short = contracted(&passage.words);
    if short != passage.words {
        cases.push(case("contraction", &short));
    }
    cases
}

fn draft(passage: &Passage, speaker: &str, day: NaiveDate, quote: &str) -> String {
    let body =
        format!("“{},” {speaker} said on {}.", comma(quote).trim_end_matches(','), day.format("%B %-d"));
    page(passage.day, &body)
}

fn page(day: NaiveDate, body: &str) -> String {
    format!("---\ndate: {}\n---\n\n# What was said\n\n{body}\n", day + Days::new(1))
}

fn comma(quote: &str) -> String {
    format!("{},", quote.trim_end_matches('.'))
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

fn without(words: &[&str], at: usize) -> Vec<String> {
    let mut kept: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    kept.remove(at);
    kept
}

fn with(words: &[&str], at: usize, new: &str) -> Vec<String> {
    let mut kept: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    new.clone_into(&mut kept[at]);
    kept
}

fn without_negator(words: &[&str]) -> Option<Vec<String>> {
    if let Some(at) = words.iter().position(|word| matches!(bare(word).as_str(), "not" | "never")) {
        return Some(without(words, at));
    }
    let ends = |word: &&str| word.ends_with("n’t") || word.ends_with("n't");
    let at = words.iter().position(ends)?;
    let stem = words[at].trim_end_matches("n’t").trim_end_matches("n't");
    Some(with(
        words,
        at,
        match stem {
            "ca" => "can",
            "wo" => "will",
            stem => stem,
        },
    ))
}

fn dropped(words: &[&str], wanted: &[&str]) -> Option<Vec<String>> {
    let at = words.iter().position(|word| wanted.contains(word))?;
    Some(without(words, at))
}

/// A mark of editors in place of a word, which turns nothing where "only" or "to" follows.
fn marked(words: &[&str], wanted: &[&str], mark: &str) -> Option<Vec<String>> {
    let at = words.iter().position(|word| wanted.contains(word))?;
    let next = words.get(at + 1)?;
    (!matches!(*next, "only" | "just" | "to")).then(|| with(words, at, mark))
}

fn exchanged(words: &[&str], pairs: &[(&str, &str)]) -> Option<Vec<String>> {
    words.iter().enumerate().find_map(|(at, word)| {
        let (_, new) = pairs.iter().find(|(old, _)| old == word)?;
        Some(with(words, at, new))
    })
}

fn after_auxiliary(words: &[&str], new: &str) -> Option<Vec<String>> {
    let at = words.iter().position(|word| AUXILIARIES.contains(word))?;
    let next = words.get(at + 1).map(|word| bare(word))?;
    let mut kept: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    kept.insert(at + 1, new.to_owned());
    (!matches!(next.as_str(), "not" | "never" | "no")).then_some(kept)
}

fn other_figure(words: &[&str]) -> Option<Vec<String>> {
    let at = words.iter().position(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    let turned = words[at].replacen(|c: char| c.is_ascii_digit(), "7", 1);
    let turned = if turned == words[at] { words[at].replacen('7', "3", 1) } else { turned };
    Some(with(words, at, &turned))
}

/// Whether a word is neither short nor capitalised nor of any special kind.
fn is_plain(word: &str) -> bool {
    let mut known = WEIGHTS.split([':', ',', '\n']).map(str::trim);
    let number = NUMBERS.iter().any(|(number, new)| *number == word || *new == word);
    word.len() > 4 && word.chars().all(|c| c.is_ascii_lowercase()) && !known.any(|it| it == word) && !number
}

/// Whether a word is of a kind that an ellipsis must not take along.
fn is_grave(word: &str) -> bool {
    let kinds = WEIGHTS
        .lines()
        .filter(|line| ["negation:", "modal:", "hedge:"].iter().any(|kind| line.starts_with(kind)));
    let mut known = kinds.flat_map(|line| line.split([':', ','])).map(str::trim);
    without_negator(&[word]).is_some() || known.any(|it| it == bare(word))
}

fn plain_word(words: &[&str], new: &str) -> Option<Vec<String>> {
    let at = words.iter().skip(2).position(|word| is_plain(word))? + 2;
    Some(with(words, at, new))
}

/// Two plain words fewer, in the middle.
fn shortened(words: &[&str]) -> Option<Vec<String>> {
    let inner = words.len().checked_sub(3)?;
    let at = (3..inner).find(|at| is_plain(words[*at]))?;
    Some(without(words, at))
}

fn lowered(words: &str) -> String {
    let first = words.split(' ').next().unwrap_or_default();
    let is_common =
        matches!(first, "The" | "We" | "There" | "It" | "Two" | "He" | "Some" | "Our" | "This" | "You");
    if !is_common {
        return words.to_owned();
    }
    let mut chars = words.chars();
    chars.next().map(|c| c.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn contracted(words: &str) -> String {
    let spaced = format!(" {words} ");
    let short = CONTRACTIONS
        .iter()
        .fold(spaced, |words, (long, short)| words.replace(&format!(" {long} "), &format!(" {short} ")));
    short.trim().to_owned()
}
