//! On what a price, a level or a rate depends: "in summer", "at weekends", "after rain", "for children".

use super::Framing;
use super::lexicon::LEXICON;
use super::respect::{behind_article, is_figure, is_function_word};
use super::time::in_calendar;

/// The words that bind what the first tells to times that come again, to a state of things or to those who pay, where the second
/// names none of them.
pub(super) fn condition(one: &Framing, other: &Framing) -> Option<String> {
    let told = |at: usize| recurring(one, at).or_else(|| given(one, at)).or_else(|| payers(one, at));
    let known = |(first, to): &(usize, usize)| (*first..*to).any(|at| other.has(one.word(at)));
    let from = (0..one.words.len()).find(|at| told(*at).is_some_and(|words| !known(&words)))?;
    Some(one.told(from, told(from)?.1))
}

/// "In | summer", "during the | holidays", "at | weekends", "on | Sundays", "by | night".
fn recurring(of: &Framing, at: usize) -> Option<(usize, usize)> {
    let first = behind_article(of, at + 1);
    let last = (first..first + ATTRIBUTES).find(|at| comes_again(of.word(*at)))?;
    let led = matches!(of.word(at), "in" | "during" | "over" | "at" | "on" | "by" | "through");
    let one_of_them = is_figure(of.word(last + 1)) || matches!(of.word(at + 1), "this" | "that");
    (led && !one_of_them && (first..last).all(|at| !is_function_word(of.word(at))))
        .then_some((first, last + 1))
}

/// Words of a time, attributes among them: "the flu season".
const ATTRIBUTES: usize = 3;

fn comes_again(word: &str) -> bool {
    LEXICON.season.contains(word) || word.strip_suffix('s').is_some_and(in_calendar)
}

/// "After | rain", "before | tax", "without the | subsidy".
fn given(of: &Framing, at: usize) -> Option<(usize, usize)> {
    let first = behind_article(of, at + 1);
    let noun = of.word(first);
    let bare = first == at + 1;
    let led = match of.word(at) {
        "after" | "before" => bare,
        "without" | "excluding" => true,
        _ => false,
    };
    let idle = is_function_word(noun) || is_figure(noun) || in_calendar(noun) || of.is_name(first);
    (led && !idle && !noun.ends_with("ing")).then_some((first, first + 1))
}

/// "For | children".
fn payers(of: &Framing, at: usize) -> Option<(usize, usize)> {
    let payer = LEXICON.payer.contains(of.word(at + 1));
    (of.word(at) == "for" && payer).then_some((at + 1, at + 2))
}
