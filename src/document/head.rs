//! The head of a document: which of its first passages are headline and standfirst.

use super::label::read_label;
use super::passage::{BlockKind, Passage};
use super::plain::ends_sentence;

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

/// One short line before a text. With a full stop it must be set in capitals as titles are: a short
/// first sentence is a sentence.
fn looks_like_headline(first: &Passage, rest: &[Passage], titled: bool) -> bool {
    if rest.is_empty() || words(first) > HEADLINE || first.text.contains(": ") && rest.len() < 2 {
        return false;
    }
    if first.text.ends_with(';') || repeated_by(first, rest) {
        return true;
    }
    !ends_sentence(&first.text) || (!titled && in_title_case(&first.text) && rest.len() > 1)
}

fn repeated_by(first: &Passage, rest: &[Passage]) -> bool {
    rest.first().is_some_and(|next| same_words(first, next))
}

/// Later headings of the first level are headings within the body.
fn keep_first_headline(passages: &mut [Passage]) {
    for passage in passages.iter_mut().filter(|passage| is_headline(passage)).skip(1) {
        passage.kind = BlockKind::Heading;
    }
}

/// The standfirst follows the headline: repeated at once, emphasised throughout, set under it without a
/// blank line, or a line without a full stop. A plain sentence stays body, for so do short leads look.
fn find_standfirst(passages: &mut [Passage], head: usize) {
    let last = passages.iter().take(head).rposition(is_headline);
    let Some(after) = last.map(|at| at + 1).filter(|after| *after < head) else { return };
    let Some([first, rest @ ..]) = passages.get_mut(after..) else { return };
    let short = words(first) <= STANDFIRST && !rest.is_empty();
    let set_apart = first.glued && first.lines == 1 && rest.first().is_some_and(|next| !next.glued);
    let unended =
        !ends_sentence(&first.text) && first.lines == 1 && !first.text.ends_with([':', ',', '-', '—']);
    if first.kind == BlockKind::Paragraph
        && short
        && (first.emphasised || set_apart || unended || repeated_by(first, rest))
    {
        first.kind = BlockKind::Standfirst;
    }
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
    let letters = |text: &str| -> Vec<char> {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(500).collect()
    };
    let (one, other) = (letters(&one.text), letters(&other.text));
    !one.is_empty() && one == other
}

/// Most words of four letters or more begin with a capital.
fn in_title_case(text: &str) -> bool {
    let long =
        text.split_whitespace().skip(1).filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 3);
    let (mut capital, mut count) = (0, 0);
    for word in long {
        count += 1;
        capital += usize::from(word.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase()));
    }
    count > 1 && capital * 4 >= count * 3
}
