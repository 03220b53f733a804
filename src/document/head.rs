//! The head of a document: which of its first passages are headline and standfirst.

use super::dateline;
use super::day;
use super::headline::{in_title_case, is_telegram};
use super::label::read_label;
use super::passage::{BlockKind, Passage};
use super::plain::ends_sentence;
use chrono::NaiveDate;

/// The longest headline, in words.
const HEADLINE: usize = 20;

/// The longest standfirst, in words.
const STANDFIRST: usize = 40;

/// How many passages are looked at: a head is short, and the work must not grow with the document.
const HEAD: usize = 10;

/// Gives the first passages their kinds, and puts `title` before them where none of them says it.
///
/// The head of a transcript ends with the first speaker's label.
pub(super) fn name_passages(passages: &mut Vec<Passage>, title: Option<Passage>, transcript: bool) {
    let mut head = passages.len().min(HEAD);
    if transcript && let Some(first) = passages.iter().take(HEAD).position(begins_turn) {
        head = first;
    }
    if head > 0 {
        find_headline(passages, title.as_ref());
    }
    keep_first_headline(passages);
    if let Some(title) = title
        && !passages.iter().take(head).any(|passage| is_headline(passage) && same_words(passage, &title))
    {
        passages.insert(0, title);
        head += 1;
    }
    name_repeats(passages, head);
    find_standfirst(passages, head);
    name_repeats(passages, head);
}

fn begins_turn(passage: &Passage) -> bool {
    read_label(&passage.text).is_some()
}

fn is_headline(passage: &Passage) -> bool {
    passage.kind == BlockKind::Headline
}

/// Without a heading of the first level the first passage may be the headline, if it looks like one.
fn find_headline(passages: &mut [Passage], title: Option<&Passage>) {
    if passages.iter().any(is_headline) {
        return;
    }
    let [first, rest @ ..] = passages else { return };
    let said = title.is_some_and(|title| same_words(first, title));
    let headed = first.kind == BlockKind::Heading;
    if said
        || headed
        || (first.kind == BlockKind::Paragraph && looks_like_headline(first, rest, title.is_some()))
    {
        first.kind = BlockKind::Headline;
    }
}

/// One short line before a text. With a full stop it must be written as headlines are, or stand before a
/// dateline: a short first sentence is a sentence.
fn looks_like_headline(first: &Passage, rest: &[Passage], titled: bool) -> bool {
    let Some(next) = rest.first() else { return false };
    if words(first) > HEADLINE || is_other_line(first) {
        return false;
    }
    if !ends_sentence(&first.text) || same_words(first, next) {
        return true;
    }
    let titled_style = !titled && rest.len() > 1 && in_title_case(&first.text);
    first.lines == 1 && (titled_style || is_clipped(first, rest) || dateline::find(&next.text).is_some())
}

/// A telegram before three passages or more, the first of them half as long again.
fn is_clipped(first: &Passage, rest: &[Passage]) -> bool {
    let Some(next) = rest.first().filter(|_| rest.len() > 2) else { return false };
    words(first) * 3 <= words(next) * 2 && is_telegram(&first.text)
}

/// Later headings of the first level are headings within the body.
fn keep_first_headline(passages: &mut [Passage]) {
    for passage in passages.iter_mut().filter(|passage| is_headline(passage)).skip(1) {
        passage.kind = BlockKind::Heading;
    }
}

/// The standfirst follows the headline.
fn find_standfirst(passages: &mut [Passage], head: usize) {
    let last = passages.iter().take(head).rposition(is_headline);
    let Some(after) = last.map(|at| at + 1).filter(|after| *after < head) else { return };
    let Some([first, rest @ ..]) = passages.get_mut(after..) else { return };
    if first.kind == BlockKind::Paragraph && looks_like_standfirst(first, rest) {
        first.kind = BlockKind::Standfirst;
    }
}

/// Repeated at once, emphasised throughout, set under the headline without a blank line, without a full
/// stop, or clipped as headlines are. Any other sentence stays body, for so do short leads look.
fn looks_like_standfirst(first: &Passage, rest: &[Passage]) -> bool {
    let Some(next) = rest.first() else { return false };
    if words(first) > STANDFIRST || is_other_line(first) {
        return false;
    }
    if first.emphasised || same_words(first, next) {
        return true;
    }
    let set_apart = first.glued && !next.glued;
    first.lines == 1 && (set_apart || !ends_sentence(&first.text) || is_clipped(first, rest))
}

/// What stands near a headline and is none: a byline, a day, a sentence that goes on below, the first
/// sentence behind a dateline.
fn is_other_line(passage: &Passage) -> bool {
    let goes_on = passage.text.ends_with([':', ',', '-', '—']);
    goes_on || is_byline(passage) || is_day(passage) || dateline::find(&passage.text).is_some()
}

/// `By Ann Lee`.
fn is_byline(passage: &Passage) -> bool {
    let mut words = passage.text.split_whitespace();
    words.next().is_some_and(|word| word.eq_ignore_ascii_case("by"))
        && words.clone().count() <= 12
        && words.next().is_some_and(|name| name.starts_with(char::is_uppercase))
        && !ends_sentence(&passage.text)
}

/// `June 3, 2021` on a line of its own.
fn is_day(passage: &Passage) -> bool {
    passage.text.len() < 30 && day::read_day(&passage.text).is_some()
}

/// The day that stands alone on a line of the head, year included.
pub(super) fn day_of(passages: &[Passage]) -> Option<NaiveDate> {
    let mut days = passages.iter().take(HEAD).filter(|passage| passage.lines == 1 && is_day(passage));
    days.find_map(|passage| day::read_day(&passage.text)?.date())
}

/// Text copied from a page repeats its headline and standfirst; the copies are no body.
fn name_repeats(passages: &mut [Passage], head: usize) {
    for at in 1..head {
        let (before, rest) = passages.split_at_mut(at);
        let Some(passage) = rest.first_mut() else { return };
        let named =
            before.iter().filter(|before| matches!(before.kind, BlockKind::Headline | BlockKind::Standfirst));
        if let Some(original) = named.clone().find(|before| same_words(before, passage)) {
            passage.kind = original.kind;
        }
    }
}

fn words(passage: &Passage) -> usize {
    passage.text.split_whitespace().take(STANDFIRST + 1).count()
}

/// The same letters and digits in the same order, whatever the signs and capitals.
fn same_words(one: &Passage, other: &Passage) -> bool {
    let mut first = letters(&one.text).take(500).peekable();
    first.peek().is_some() && first.eq(letters(&other.text).take(500))
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}
