//! Whether one of two claims in a text speaks of less than the other: "the bridge", and further on "the railway bridge".
//!
//! Whoever has named a thing takes it up with fewer words, not with more: "the dam in Vik" may be "the dam" in the next
//! sentence, but what is told apart only further on is told apart from what was spoken of before.

use super::alignment::done_to;
use super::domain::own_grounds;
use super::framing;
use super::lens::Lens;
use super::statement::Statement;
use crate::claim::{Measure, Medium, Participant, Role};
use crate::grammar::phrase::Word;
use crate::text::Span;

/// Why one of two claims is about less than the other, or about what is elsewhere. Headlines are terse, and a part may be
/// counted with the whole: what tells more there may be of the same.
pub(super) fn apart(a: &Statement, b: &Statement, lens: &Lens) -> Option<String> {
    let may_be_same = lens.between.is_within_a_text() || lens.goes_by_figures();
    let narrower = heard_of(a, b).or_else(|| kind(a, b).filter(|_| !may_be_same));
    narrower.map(|told| framing::of_one(&told)).or_else(|| own_grounds(a, b))
}

/// What tells a participant of the one apart, where the other has a participant of the same name without it.
fn kind(a: &Statement, b: &Statement) -> Option<String> {
    let (one, other) = (&a.claim.origin, &b.claim.origin);
    if one.file != other.file || one.medium == Medium::Journal {
        return None;
    }
    let (first, second) = if one.span.start <= other.span.start { (a, b) } else { (b, a) };
    let facing = parties(second).flat_map(|y| parties(first).map(move |x| (x, y)));
    let mut facing = facing.filter(|(x, y)| x.head.eq_ignore_ascii_case(&y.head) && are_common(x, y));
    facing.find_map(|(x, y)| {
        let back = || added((x, first), (y, second)).filter(|_| !takes_up(second, y));
        added((y, second), (x, first)).or_else(back).or_else(|| own((y, second), (x, first)))
    })
}

fn parties(statement: &Statement) -> impl Iterator<Item = &Participant> {
    statement.claim.assertion.skeleton.participants.iter().filter(|party| party.role != Role::Oblique)
}

/// Who has a name is known by it, whatever else is told of them.
fn are_common(one: &Participant, other: &Participant) -> bool {
    one.name.is_none() && other.name.is_none() && !one.head.starts_with(char::is_uppercase)
}

/// What only the first of two phrases tells. What the other claim's sentence tells elsewhere is known there.
fn added((one, own): (&Participant, &Statement), (other, its): (&Participant, &Statement)) -> Option<String> {
    if opens_with(its, other, &EVERY) {
        return None;
    }
    let known = |word: &str| {
        let told = || word.split(' ').all(|base| knows(its, base));
        other.modifiers.iter().any(|it| it == word) || told() || WHOLE.contains(&word)
    };
    let owned = opens_with(its, other, &OWNERS);
    let owner = |word: &str| owned && is_owner(own, one, word);
    let modifier = one.modifiers.iter().find(|word| !known(word) && !owner(word)).cloned();
    modifier.or_else(|| told_behind((one, own), its))
}

/// Whether the sentence of a claim has a word in any form.
fn knows(statement: &Statement, base: &str) -> bool {
    statement.sentence_words.iter().any(|word| word.base.eq_ignore_ascii_case(base))
}

/// What stands between a subject and its verb, of which the other claim's sentence knows nothing.
pub(super) fn told_behind((party, own): (&Participant, &Statement), its: &Statement) -> Option<String> {
    let [.., last] = tail(own, party)? else { return None };
    (!knows(its, &last.base)).then(|| own.words_at(Span::new(party.span.end, last.span.end)))
}

/// "Nine patients | in intensive care died": what stands between a noun that is counted and the verb, of which the other claim's
/// sentence knows nothing.
pub(super) fn told_of(counted: &Measure, own: &Statement, its: &Statement) -> Option<String> {
    let predicate = own.claim.assertion.skeleton.predicate.as_ref()?;
    let before = own.words_before(predicate.span.start);
    let is_counted =
        |word: &Word| word.span.end > counted.span.start && word.base.eq_ignore_ascii_case(&counted.counted);
    let behind = before.get(before.iter().position(is_counted)? + 1..)?;
    // "12 homes | on Elm Street | were damaged"
    let end = behind.iter().position(|word| AUXILIARIES.contains(&&*word.base)).unwrap_or(behind.len());
    let behind = behind.get(..end)?;
    let [lead, .., last] = behind.get(..end.min(TAIL + 1))? else { return None };
    let known = |word: &Word| knows(its, &word.base);
    let leads = LEADS.contains(&&*lead.form) && behind.get(1..).is_some_and(|told| !told.iter().any(known));
    leads.then(|| own.words_at(Span::new(lead.span.start, last.span.end)))
}

/// "Knew Mr. Orr", "knew of Mr. Orr": what only one of the two does to somebody, and the other no more than hears of.
fn heard_of(a: &Statement, b: &Statement) -> Option<String> {
    let ((one, one_hears), (other, other_hears)) = (object(a)?, object(b)?);
    (one_hears != other_hears).then_some(if one_hears { one } else { other })
}

/// An object with the word before it, and whether that is one of hearing and telling.
fn object(statement: &Statement) -> Option<(String, bool)> {
    let object = done_to(&statement.claim.assertion.skeleton)?;
    let before = statement.words_before(object.span.start).last()?;
    let told = statement.words_at(before.span.cover(object.span));
    Some((told, matches!(&*before.form, "of" | "about")))
}

/// What stands between a subject and its verb and is no name of anything: "the talks | in 2019", "patients | under 50",
/// "reactors | that run on gas".
fn tail<'s>(statement: &'s Statement, party: &Participant) -> Option<&'s [Word]> {
    let predicate = statement.claim.assertion.skeleton.predicate.as_ref()?;
    let from = statement.words_before(party.span.end).len();
    let to = statement.words_before(predicate.span.start).len();
    let behind = statement.words.get(from..to).filter(|_| party.role == Role::Subject)?;
    let len = behind.len().min(TAIL);
    (len == TAIL && LEADS.contains(&&*behind.first()?.form)).then(|| behind.get(..len))?
}

/// Words of what is taken for it: one that leads and another.
const TAIL: usize = 2;

/// Words that lead what tells a thing apart.
const LEADS: [&str; 31] = [
    "of", "in", "on", "for", "from", "at", "under", "over", "with", "without", "by", "to", "against",
    "during", "before", "after", "near", "outside", "inside", "within", "across", "along", "around",
    "beyond", "between", "behind", "aged", "that", "which", "who", "whose",
];

/// Verbs before a verb, in their base form.
const AUXILIARIES: [&str; 5] = ["be", "have", "do", "will", "get"];

/// "The budget", and further on "his budget": one of several.
fn own((one, own): (&Participant, &Statement), (other, its): (&Participant, &Statement)) -> Option<String> {
    let owned = opens_with(own, one, &["his", "her", "my"]);
    (owned && opens_with(its, other, &["the"])).then(|| own.words_at(one.span))
}

/// Words that leave nothing of a thing out.
const WHOLE: [&str; 5] = ["all", "both", "whole", "entire", "same"];

/// What is so of each of a thing, or of none, is told of every kind of it: "no units left", "some units of the south left".
const EVERY: [&str; 6] = ["no", "any", "every", "each", "all", "none"];

/// "Its chips", "the company's chips".
fn is_owner(statement: &Statement, party: &Participant, word: &str) -> bool {
    let inside = statement.words.iter().skip_while(|it| it.span.start < party.span.start);
    let mut behind = inside.skip_while(|it| !it.base.eq_ignore_ascii_case(word) && *it.form != *word).skip(1);
    behind.next().is_some_and(|next| matches!(&*next.form, "'s" | "’s" | "'" | "’"))
}

/// Whether a phrase is of something that was spoken of before: "the bridge", "that bridge".
pub(super) fn takes_up(statement: &Statement, party: &Participant) -> bool {
    opens_with(statement, party, &["the", "this", "that", "these", "those"])
        || opens_with(statement, party, &OWNERS)
}

const OWNERS: [&str; 7] = ["its", "their", "his", "her", "our", "my", "your"];

fn opens_with(statement: &Statement, party: &Participant, any: &[&str]) -> bool {
    let first = statement.words.iter().find(|word| word.span.start >= party.span.start);
    first.is_some_and(|first| any.contains(&&*first.form))
}
