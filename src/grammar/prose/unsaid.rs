//! Verbs of saying that say nothing where they stand.

use super::adverbial::{adverbials_end, phrase_from};
use super::candidate::{Complement, Cue, Shape};
use super::complement::starts_infinitive;
use super::contents::SUBORDINATORS;
use crate::grammar::cue::{self, Entry, Frame};
use crate::grammar::item::{Item, Items};
use crate::grammar::speaker::Noun;
use crate::grammar::tag::Tag;

/// Whether what a cue seems to say is said by another verb, or by none.
pub fn says_nothing(items: &[Item], nouns: &[Noun], cue: &Cue) -> bool {
    is_headless(items, cue)
        || is_aspect(items, cue)
        || passes_on(items, cue)
        || is_first_of_two(items, cue)
        || hides_a_name(items, cue)
        || asks_for_anonymity(items, cue)
        || brings(items, cue)
        || is_deed(items, nouns, cue)
}

/// "Issued a statement denying that …", "wrote a letter claiming …": what the statement says, its own verb tells.
fn brings(items: &[Item], cue: &Cue) -> bool {
    let says = |item: &Item| {
        let takes = |verb: &Entry| verb.frames.has(Frame::That) || verb.frames.has(Frame::Clause);
        item.tag == Tag::VBG && cue::verbs(&item.lower).iter().any(takes)
    };
    let phrase =
        items.get(cue.items.end..).unwrap_or_default().iter().take(BROUGHT).take_while(|item| item.is_word());
    let mut pairs = phrase.clone().zip(phrase.skip(1));
    BRINGING.contains(&&*cue.lemma)
        && pairs.any(|(noun, verb)| matches!(noun.tag, Tag::NN | Tag::NNS) && says(verb))
}

/// Verbs of giving out what says something.
const BRINGING: &[&str] = &["issue", "release", "publish", "write", "send", "post", "circulate"];

/// Items between such a verb and the verb of what it gives out.
const BROUGHT: usize = 8;

/// "Who asked not to be named", "declined to be identified": of the speaker, and nothing said.
fn hides_a_name(items: &[Item], cue: &Cue) -> bool {
    let behind = items.get(cue.items.end..).unwrap_or_default().iter();
    let mut words = behind.skip_while(|item| item.is_any(&["not", "that", "he", "she", "they", "to"]));
    words.next().is_some_and(|item| item.is("be") || item.is("not"))
        && words.find(|item| !item.is_any(&["be", "to"])).is_some_and(|item| item.is_any(HIDDEN))
}

/// "Spoke on condition of anonymity": how, and nothing said.
fn asks_for_anonymity(items: &[Item], cue: &Cue) -> bool {
    let behind = items.get(cue.items.end..).unwrap_or_default();
    matches!(&*cue.lemma, "speak" | "talk")
        && matches!(behind, [on, how, ..] if on.is("on") && how.is_any(&["condition", "background"]))
}

const HIDDEN: &[&str] = &["named", "identified", "quoted"];

/// "Neither confirmed nor denied the report": what is denied is what was confirmed.
fn is_first_of_two(items: &[Item], cue: &Cue) -> bool {
    let before = items.get(cue.items.start.saturating_sub(2)..cue.items.end).unwrap_or_default();
    let behind = items.get(cue.items.end..).unwrap_or_default();
    before.iter().any(|item| item.is("neither"))
        && matches!(behind, [nor, verb, ..] if nor.is("nor") && !cue::verbs(&verb.lower).is_empty())
}

/// "of what appears to be a rift": without a subject of its own nothing is said to be so.
fn is_headless(items: &[Item], cue: &Cue) -> bool {
    let before = cue.items.start.checked_sub(1).and_then(|before| items.get(before));
    cue.shape == Shape::Raised && before.is_some_and(|item| item.is_any(&["what", "which", "who"]))
}

/// "continues to warn": how long, not what; the verb of speech behind it is the cue.
fn is_aspect(items: &[Item], cue: &Cue) -> bool {
    let infinitive = items.get(cue.opens..).unwrap_or_default();
    cue.lemma == "continue"
        && cue.complement == Complement::To
        && infinitive.iter().skip(1).take(2).any(|item| !cue::verbs(&item.lower).is_empty())
}

/// "was quoted as saying": whose words they are, the verb of speech behind it tells.
fn passes_on(items: &[Item], cue: &Cue) -> bool {
    let quoted = items.get(cue.head).is_some_and(|item| item.is_any(QUOTED));
    let behind = items.get(cue.head + 1..).unwrap_or_default();
    let behind = behind.get(..behind.len().min(QUOTED_WITHIN)).unwrap_or_default();
    let says = |pair: &[Item]| matches!(pair, [link, verb] if link.is("as") && verb.tag == Tag::VBG && !cue::verbs(&verb.lower).is_empty());
    cue.shape == Shape::Passive && quoted && behind.windows(2).any(says)
}

/// Participles of those who pass on what somebody says.
pub const QUOTED: &[&str] = &["quoted", "cited", "reported"];

/// Items between such a participle and "saying".
pub const QUOTED_WITHIN: usize = 10;

/// "Said a prayer", "claimed the trophy", "called an ambulance", "wrote to Lind": somebody or something that it is done to.
fn is_deed(items: &[Item], nouns: &[Noun], cue: &Cue) -> bool {
    use Complement::{Clause, Quote, That, To, Wh};
    let said = matches!(cue.complement, Clause | Quote | That | To | Wh) || is_behind_pause(items, cue);
    let active = matches!(cue.shape, Shape::Finite | Shape::Infinitive | Shape::Gerund);
    let alone = cue.items.end == cue.head + 1;
    let quotes = items.get(cue.items.end..).unwrap_or_default().iter().any(Item::is_quotation);
    let Some(next) = items.get(cue.items.end).filter(|_| active && alone && !said && !quotes) else {
        return false;
    };
    let verbs = cue::verbs(&cue.lemma);
    let asks =
        |item: &Item| item.is("to") || verbs.iter().any(|verb| verb.prepositions.contains(&&*item.lower));
    does_it_to(items, nouns, cue)
        || next.is("to") && !cue.frames.has(Frame::To) && goes_no_further(items, nouns, cue.items.end, asks)
}

/// "“…,” said Lind", "…, Lind said a day later": what is said stands before.
fn is_behind_pause(items: &[Item], cue: &Cue) -> bool {
    items.get(..cue.items.start).unwrap_or_default().iter().any(|item| item.is_quotation() || item.is(","))
}

/// "Told a joke", "reported for duty"; of two objects the second counts: "told Lind | a joke".
fn does_it_to(items: &[Item], nouns: &[Noun], cue: &Cue) -> bool {
    let behind = items.get(cue.items.end).is_some_and(|item| item.tag == Tag::IN);
    let start = cue.items.end + usize::from(behind);
    let first = phrase_from(nouns, start);
    let second =
        first.filter(|_| cue.frames.has(Frame::Told)).and_then(|noun| phrase_from(nouns, noun.items.end));
    let head = second.or(first).map_or(start, Noun::head);
    let thing = items.get(head).filter(|item| item.tag != Tag::NNP);
    thing.is_some_and(|item| cue::is_deed(&cue.lemma, &item.lower))
        && goes_no_further(items, nouns, head + 1, |_| false)
}

/// Whether nothing but when and where follows in the clause, and no preposition that `asks`.
fn goes_no_further(items: &[Item], nouns: &[Noun], from: usize, asks: impl Fn(&Item) -> bool) -> bool {
    let Some(end) = adverbials_end(items, nouns, from, asks) else { return false };
    items.get(end).is_none_or(ends_clause) || starts_infinitive(Items(items.get(end..).unwrap_or_default()))
}

fn ends_clause(item: &Item) -> bool {
    let joins = matches!(item.tag, Tag::CC | Tag::WRB | Tag::WP | Tag::WDT);
    !item.is_word() || joins || item.is_any(SUBORDINATORS)
}
