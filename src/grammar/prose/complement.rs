//! Productions of complements: what follows a cue, and where it begins.

use super::adverbial::{is_day, is_span_of_time, phrase_from, skip_adverbs};
use super::candidate::Complement;
use crate::grammar::cue::{self, Frame, Frames};
use crate::grammar::item::{Item, Items};
use crate::grammar::speaker::{Noun, Sort};
use crate::grammar::tag::Tag;
use std::ops::Range;

/// A complement and where it begins.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// What it is.
    pub complement: Complement,
    /// Its first item.
    pub at: usize,
}

/// What follows the cue that ends before `end`.
///
/// `complement = [ aside ] at_once | noun "," quotation | announcement | [ aside ] "," circumstance … "," that`
pub fn complement(items: &[Item], nouns: &[Noun], end: usize, frames: Frames, linked: bool) -> Found {
    if let Some(at) = that_behind_circumstance(items, end) {
        return Found { complement: Complement::That, at };
    }
    if let Some(found) = beyond_aside(items, nouns, end, frames) {
        return found;
    }
    let at = skip_adverbs(items, end);
    if let Some(at) = quoted_behind_noun(items, nouns, at) {
        return Found { complement: Complement::Quote, at };
    }
    let complement = match at_once(items, nouns, at, frames) {
        Complement::Np | Complement::Other | Complement::Ing if linked => Complement::Preposition,
        found => found,
    };
    let nominal = matches!(
        complement,
        Complement::Np | Complement::Object | Complement::Preposition | Complement::Other | Complement::Pause
    );
    if let Some(at) = announced(items, end).filter(|_| nominal) {
        return Found { complement: Complement::Quote, at };
    }
    let at = if complement == Complement::Preposition { end } else { at };
    let sign = items.get(at).is_some_and(|item| !item.is_word() && !item.is_quotation());
    Found { complement, at: at + usize::from(sign && complement == Complement::Quote) }
}

/// "the bridge, which Lind said | would close": the clause behind a cue lacks the subject that stands before its own.
pub fn gapped(items: &[Item], found: Found, relative: impl Fn() -> bool) -> Found {
    let verb = || items.get(found.at).is_some_and(is_finite);
    let complement = match found.complement {
        Complement::Other if verb() && relative() => Complement::Clause,
        other => other,
    };
    Found { complement, ..found }
}

/// The relative pronoun before the subject of a group of words: "the bridge, | which Lind said". None behind a preposition
/// ("in which he said"); “that” is one only where its clause has no other subject.
pub fn relative_object(items: &[Item], nouns: &[Noun], group: &Range<usize>) -> Option<usize> {
    let subject = noun_to(nouns, group.start).filter(|noun| noun.sort != Sort::Relative)?;
    let at = subject.items.start.checked_sub(1)?;
    let introduced =
        at.checked_sub(1).and_then(|before| items.get(before)).is_some_and(|item| item.tag == Tag::IN);
    if items.get(at)?.is("what") {
        return names(items, group.end).then_some(at);
    }
    let gap = items.get(group.end).is_some_and(is_finite);
    let relative = items.get(at).is_some_and(|item| match item.tag {
        Tag::WDT | Tag::WP => item.is_any(&["which", "whom", "who", "that"]),
        _ => gap && item.is("that") && noun_to(nouns, at).is_some(),
    });
    (relative && !introduced).then_some(at)
}

/// "What Lind called | “a fairy tale”", "what she described | as a “fairy tale”": a quotation a few words on, none of them a verb.
fn names(items: &[Item], from: usize) -> bool {
    let near = items.iter().skip(from).take(LONGEST_NAME);
    let mut rest = near.skip_while(|item| item.is_word() && !is_finite(item));
    rest.next().is_some_and(Item::is_quotation)
}

/// Items before what something is called: "as", an article, an adjective.
const LONGEST_NAME: usize = 4;

/// Where the quotation begins that is said to whom a noun phrase names: "chided him, “…”".
pub fn quoted_behind_noun(items: &[Item], nouns: &[Noun], at: usize) -> Option<usize> {
    let noun = phrase_from(nouns, at)?;
    let pause = items.get(noun.items.end).is_some_and(|item| item.is_any(&[":", ","]));
    let quotation = noun.items.end + 1;
    let last = items.get(quotation + 1..).unwrap_or_default().iter().all(|item| !item.is_word());
    (pause && last && items.get(quotation).is_some_and(is_sentence_quoted)).then_some(quotation)
}

/// Whether a quotation is long enough to be a sentence.
pub fn is_sentence_quoted(item: &Item) -> bool {
    item.is_quotation() && item.closed && item.tokens.len() > 5
}

/// Items between a cue and "that" or a quotation: "told reporters in Geneva on Monday that".
const LONGEST_ASIDE: usize = 16;

/// `aside = { noun | preposition | adverb | day } [ "," ]`, before "that", a quotation, a colon or a clause
fn beyond_aside(items: &[Item], nouns: &[Noun], end: usize, frames: Frames) -> Option<Found> {
    let rest = items.get(end..)?;
    let passes = |at: &usize| rest.get(*at).is_some_and(is_aside) || is_modifying(rest, *at);
    let gap = (0..LONGEST_ASIDE).take_while(passes).count();
    if gap == 0 {
        return None;
    }
    let told = frames.has(Frame::Told);
    let circumstance = |item: &Item| matches!(item.tag, Tag::IN | Tag::TO | Tag::RB) || is_day(item);
    if !told && !rest.first().is_some_and(circumstance) {
        return None;
    }
    let mut at = end + gap;
    if is_pause(items, at) && items.get(at + 1).is_some_and(Item::is_quotation) {
        at += 1;
    }
    // "an invasion, she told reporters, remained imminent"
    if frames.has(Frame::Told) && !frames.has(Frame::Np) {
        match items.get(at) {
            None => return Some(Found { complement: Complement::End, at }),
            Some(item) if item.is(".") => return Some(Found { complement: Complement::End, at }),
            Some(item) if item.is(",") => return Some(Found { complement: Complement::Pause, at }),
            _ => {}
        }
    }
    let item = items.get(at)?;
    let complement = match item {
        _ if item.is_quotation() && items.get(at - 1).is_some_and(|item| item.is("to")) => return None,
        _ if item.is_quotation() => Complement::Quote,
        _ if is_that(items, at) => Complement::That,
        _ if item.is(":") => Complement::Quote,
        _ if (told || is_told_to(rest)) && frames.has(Frame::Wh) && is_question(item) => Complement::Wh,
        _ if frames.has(Frame::Told) && frames.has(Frame::Clause) && starts_clause(items, nouns, at) => {
            Complement::Clause
        }
        _ => {
            let at = clause_behind_phrase(items, nouns, end..at).filter(|_| frames.has(Frame::Clause))?;
            return Some(Found { complement: Complement::Clause, at });
        }
    };
    Some(Found { complement, at: at + usize::from(item.is(":")) })
}

/// "said on Monday, a day after the storm was over, | that the port was closed"
fn that_behind_circumstance(items: &[Item], end: usize) -> Option<usize> {
    let rest = items.get(end..).unwrap_or_default().iter();
    let comma = end + rest.take(LONGEST_ASIDE).take_while(|item| is_aside(item)).count();
    if !(items.get(comma)?.is(",") && starts_circumstance(items, comma + 1)) {
        return None;
    }
    let reached = comma + 2..(comma + LONGEST_CIRCUMSTANCE).min(items.len());
    reached.into_iter().find(|at| items.get(at - 1).is_some_and(|item| item.is(",")) && is_that(items, *at))
}

/// Items of a circumstance, commas included.
const LONGEST_CIRCUMSTANCE: usize = 40;

/// `circumstance = [ measure ] ( "after" | "before" | "as" | "when" | … )`
fn starts_circumstance(items: &[Item], at: usize) -> bool {
    items.get(at).is_some_and(is_when) || starts_measured(items, at)
}

/// `measured = measure ( "after" | "before" | "as" | "when" | … )`: "less than a week after"
///
/// `measure = { word } ( "hours" | "days" | … )`
pub fn starts_measured(items: &[Item], at: usize) -> bool {
    let counts = |item: &&Item| (is_aside(item) || matches!(item.tag, Tag::JJR | Tag::RBR)) && !is_when(item);
    let rest = items.get(at..).unwrap_or_default();
    let measure = rest.iter().take(LONGEST_MEASURE).take_while(counts).count();
    let spans = measure.checked_sub(1).and_then(|last| rest.get(last)).is_some_and(is_span_of_time);
    spans && rest.get(measure).is_some_and(is_when)
}

fn is_when(item: &Item) -> bool {
    item.is_any(&["after", "before", "as", "when", "while", "since", "until"]) && item.tag != Tag::RB
}

/// Items before "after": "only a little more than a week".
const LONGEST_MEASURE: usize = 8;

/// "explained | to the board why".
fn is_told_to(aside: &[Item]) -> bool {
    aside.first().is_some_and(|item| item.is("to"))
}

/// "said on Monday | the port was closed": where one noun phrase ends and another begins that has a verb.
fn clause_behind_phrase(items: &[Item], nouns: &[Noun], aside: Range<usize>) -> Option<usize> {
    let ends =
        nouns.iter().map(|noun| noun.items.end).filter(|end| aside.contains(end) && *end > aside.start);
    ends.into_iter().find(|at| starts_clause(items, nouns, *at))
}

/// Where the quotation begins that ends a sentence behind a colon, or will follow it: "put it in a letter: ‘…’".
///
/// `announcement = word { word | sign } ":" [ quotation ] end`, no verb that says something among the words
pub fn announced(items: &[Item], from: usize) -> Option<usize> {
    let passes = |item: &&Item| !item.is(":") && !item.is_quotation() && !is_finite(item) && !reports(item);
    let colon = from + items.get(from..)?.iter().take(LONGEST_ANNOUNCEMENT).take_while(passes).count();
    let behind = items.get(colon).filter(|item| item.is(":") && colon > from).and(items.get(colon + 1..))?;
    let quoted = match behind {
        [] => true,
        [quotation, signs @ ..] => {
            quotation.closed && quotation.is_quotation() && !signs.iter().any(|item| item.is_word())
        }
    };
    quoted.then_some(colon + 1)
}

/// Items between a verb and the colon of what it announces.
const LONGEST_ANNOUNCEMENT: usize = 16;

fn reports(item: &Item) -> bool {
    cue::verbs(&item.lower).iter().any(|entry| entry.frames.has(Frame::Quote))
}

/// "In a | written | statement": a participle between an article and its noun.
fn is_modifying(items: &[Item], at: usize) -> bool {
    let tag = |at: usize| items.get(at).map(|item| item.tag);
    let article = at.checked_sub(1).and_then(tag);
    tag(at) == Some(Tag::VBN)
        && matches!(article, Some(Tag::DT | Tag::PRPS))
        && matches!(tag(at + 1), Some(Tag::NN | Tag::NNS))
}

fn is_aside(item: &Item) -> bool {
    match item.tag {
        Tag::IN | Tag::TO => {
            !item.is_any(&["that", "because", "if", "whether", "while", "although", "though"])
        }
        Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS | Tag::CD | Tag::DT | Tag::PRPS | Tag::POS => {
            !item.is_quotation()
        }
        Tag::JJ | Tag::RB | Tag::PRP => !item.is_any(&["he", "she", "they", "we", "i"]),
        _ => false,
    }
}

/// The noun phrase that ends before an item.
fn noun_to(nouns: &[Noun], at: usize) -> Option<&Noun> {
    let index = nouns.partition_point(|noun| noun.items.end < at);
    nouns.get(index).filter(|noun| noun.items.end == at)
}

/// `at_once = quotation | ":" | that | question | infinitive | clause | gerund | object | noun | pause`
fn at_once(items: &[Item], nouns: &[Noun], at: usize, frames: Frames) -> Complement {
    let Some(item) = items.get(at) else { return Complement::End };
    let rest = Items(items.get(at..).unwrap_or_default());
    match item.tag {
        _ if item.is_quotation() => Complement::Quote,
        _ if item.is(":") => Complement::Quote,
        _ if is_pause(items, at) => pause(items, at),
        _ if item.is_any(&[".", "?", "!", ";", ")"]) => Complement::End,
        _ if is_that(items, at) => Complement::That,
        _ if is_question(item) => Complement::Wh,
        _ if starts_infinitive(rest) => Complement::To,
        _ if starts_clause(items, nouns, at) => Complement::Clause,
        Tag::VBG if frames.has(Frame::Ing) => Complement::Ing,
        _ => noun_or_other(items, nouns, at, frames),
    }
}

/// `pause = "," | dash`
fn pause(items: &[Item], at: usize) -> Complement {
    if items.get(at + 1).is_some_and(Item::is_quotation) { Complement::Quote } else { Complement::Pause }
}

/// `object = noun ( infinitive | quotation | adjective | gerund | noun )`
fn noun_or_other(items: &[Item], nouns: &[Noun], at: usize, frames: Frames) -> Complement {
    let Some(noun) = nouns.iter().find(|noun| noun.items.start <= at && at < noun.items.end) else {
        return Complement::Other;
    };
    let rest = Items(items.get(noun.items.end..).unwrap_or_default());
    let named =
        rest.first().is_some_and(|item| item.is_quotation() || matches!(item.tag, Tag::JJ | Tag::VBG))
            || nouns.iter().any(|next| next.items.start == noun.items.end && next.sort == Sort::Common);
    match frames.has(Frame::Object) && (named || starts_infinitive(rest)) {
        true => Complement::Object,
        false => Complement::Np,
    }
}

fn is_pause(items: &[Item], at: usize) -> bool {
    items.get(at).is_some_and(|item| item.is(",") || is_dash(item))
}

/// `dash = "—" | "–" | "―" | "--" | "-"`
pub fn is_dash(item: &Item) -> bool {
    item.is_any(&["—", "–", "―", "--", "-"])
}

/// `that = "that"`, the conjunction: no demonstrative (“that day”, “raised that to 7”), no relative pronoun for a subject
/// (“that was”)
pub fn is_that(items: &[Item], at: usize) -> bool {
    let subject = || items.get(at + 1).is_some_and(|item| !is_finite(item) && item.tag != Tag::RB);
    let to = |at: usize| items.get(at).is_some_and(|item| item.tag == Tag::TO);
    let raised = to(at + 1) && items.get(at + 2).is_some_and(|item| item.tag != Tag::VB);
    items.get(at).is_some_and(|item| {
        item.is("that") && !raised && (item.tag == Tag::IN || item.tag == Tag::WDT && subject())
    })
}

/// `question = "what" | "who" | "why" | "whether" | "if" | …`
fn is_question(item: &Item) -> bool {
    matches!(item.tag, Tag::WP | Tag::WRB | Tag::WPS) || item.is_any(&["whether", "if", "what"])
}

/// `infinitive = { adverb } "to" { adverb } verb`
pub fn starts_infinitive(rest: Items) -> bool {
    let mut words = rest.0.iter().filter(|item| !matches!(item.tag, Tag::RB));
    words.next().is_some_and(|item| item.is("to"))
        && words.next().is_some_and(|item| item.tag == Tag::VB || item.is_quotation())
}

/// Whether the item is a verb in a finite form.
pub fn is_finite(item: &Item) -> bool {
    matches!(item.tag, Tag::VBD | Tag::VBP | Tag::VBZ | Tag::MD)
}

/// `auxiliary = modal | "be" | "have" | "do" | "to" | adverb`, in any form; "not" is an adverb
pub fn is_auxiliary(item: &Item) -> bool {
    match item.tag {
        Tag::MD | Tag::TO | Tag::RB | Tag::RBR => true,
        Tag::VB | Tag::VBD | Tag::VBG | Tag::VBN | Tag::VBP | Tag::VBZ => {
            is_be(item) || item.is_any(&["have", "has", "had", "having", "'ve", "'d", "do", "does", "did"])
        }
        _ => false,
    }
}

/// A form of "be", or of "get" as it is used for it.
pub fn is_be(item: &Item) -> bool {
    item.is_any(&["be", "is", "was", "are", "were", "been", "being", "am", "'s", "'re", "'m", "got", "get"])
}

/// Items that may stand between a subject's head and its verb.
const LONGEST_SUBJECT: usize = 24;

/// `clause = ( "he" | "she" | "they" | "we" | "i" | "there" ) … | noun { postmodifier } finite_verb`
pub fn starts_clause(items: &[Item], nouns: &[Noun], at: usize) -> bool {
    let Some(first) = items.get(at) else { return false };
    if first.is_any(&["he", "she", "they", "we", "i", "there"]) {
        return true;
    }
    let index = nouns.partition_point(|noun| noun.items.end <= at);
    let Some(subject) = nouns.get(index).filter(|noun| noun.items.start == at && noun.sort != Sort::Relative)
    else {
        return false;
    };
    verb_follows(items, subject.items.end)
}

/// Walks over the postmodifiers of a subject: adverbs, phrases with prepositions, insertions between commas.
///
/// `postmodifier = adverb | preposition noun | participle | quotation | bracket | "," … "," | dash … dash`
fn verb_follows(items: &[Item], from: usize) -> bool {
    let mut at = from;
    while at < from + LONGEST_SUBJECT {
        let Some(item) = items.get(at) else { return false };
        at = match item.tag {
            _ if is_finite(item) || is_clause_quoted(item) => return true,
            _ if is_pause(items, at) => match insertion_end(items, at) {
                Some(end) => end,
                None => return false,
            },
            _ if item.is_any(CLAUSE_OPENERS) => return false,
            _ if item.is_any(&["and", "or"]) && items.get(at + 1).is_some_and(is_finite) => return false,
            _ if item.is_any(&["(", ")", "and", "or"]) => at + 1,
            _ if item.is_quotation() => at + 1,
            Tag::RB | Tag::IN | Tag::DT | Tag::JJ | Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS | Tag::CD => {
                at + 1
            }
            Tag::PRPS | Tag::POS | Tag::PDT | Tag::JJS | Tag::JJR => at + 1,
            Tag::VBN if at > from => at + 1,
            _ => return false,
        };
    }
    false
}

/// Words behind which the verb is another clause's.
const CLAUSE_OPENERS: &[&str] = &[
    "that", "because", "after", "before", "when", "while", "as", "since", "if", "although", "though",
    "until", "who", "which", "where", "why", "how", "whether",
];

/// The item behind the comma or dash that closes an insertion, where a finite verb follows there.
fn insertion_end(items: &[Item], open: usize) -> Option<usize> {
    let comma = items.get(open)?.is(",");
    let closes = |item: &Item| item.is(",") == comma && (comma || is_dash(item));
    let close = items.iter().skip(open + 1).take(LONGEST_SUBJECT).position(closes)?;
    let after = skip_adverbs(items, open + close + 2);
    items.get(after).filter(|item| is_finite(item) || item.is_quotation()).map(|_| after)
}

/// Tokens of the shortest quotation, marks included, that may hold a subject’s verb.
const CLAUSE_QUOTED: usize = 6;

fn is_clause_quoted(item: &Item) -> bool {
    item.is_quotation() && item.tokens.len() > CLAUSE_QUOTED
}
