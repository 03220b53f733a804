//! Where content ends at the latest: what stands behind it may be another's, or of another clause.

use super::adverbial::is_day;
use super::candidate::{Complement, Cue, Link, Sentence, Shape, Source};
use super::choose_content::{cue_of_subject, own_subject, puts_a_clause};
use super::complement::{is_auxiliary, is_be, is_dash, is_finite, starts_clause};
use super::contents::{SUBORDINATORS, relative_before};
use super::nominal::{is_copular, label_start};
use super::tail::{final_tag, pauses};
use crate::claim::Class;
use crate::grammar::cue::Frame;
use crate::grammar::item::Item;
use crate::grammar::speaker::Sort;
use crate::grammar::tag::Tag;
use std::ops::Range;

/// Content as far as what stands behind it can be part of it.
pub fn bounded(
    sentence: &Sentence,
    cue: &Cue,
    source: Option<&Source>,
    content: Range<usize>,
) -> Range<usize> {
    let object = relative_before(sentence, cue, source).map(|at| Source {
        head: at,
        sort: Sort::Relative,
        items: at..at + 1,
        link: Link::Relative,
    });
    let relative = source.filter(|source| is_relative(sentence, source)).or(object.as_ref());
    let content = match relative {
        Some(who) if inserts(sentence, who) => before_main_clause(sentence, cue, who, content),
        _ => before_main_verb(sentence, cue, relative, content),
    };
    let content = match source {
        Some(subject) if is_subordinate(sentence, subject) => before_what_it_frames(sentence, content),
        _ => content,
    };
    let content =
        before_label(sentence, cue, before_tag(sentence, cue, before_according(sentence, cue, content)));
    before_closing_day(sentence, cue, before_others(sentence, cue, before_outer(sentence, cue, content)))
}

/// "Lind said that 12 had died|, according to the Gazette.": that is who tells what she said.
fn before_according(sentence: &Sentence, cue: &Cue, content: Range<usize>) -> Range<usize> {
    let closes = |other: &&Cue| {
        let paused = sentence.before(other.items.start).is_some_and(pauses);
        let mut rest = sentence.items.iter().skip(other.items.end);
        let last = rest.all(|item| item.is_word() || item.is("."));
        other.shape == Shape::According && cue.items.end < other.items.start && paused && last
    };
    let starts = sentence.cues.iter().find(closes).map_or(content.end, |other| other.items.start);
    content.start..content.end.min(starts)
}

/// "Lind admitted that the dam “may break”|, the Gazette reported.": a final tag tells whose all that is.
fn before_tag(sentence: &Sentence, cue: &Cue, content: Range<usize>) -> Range<usize> {
    let behind = |index: &usize| {
        sentence.cues.get(*index).is_some_and(|other| {
            other.head != cue.head && content.start < other.items.start && other.items.end <= content.end
        })
    };
    let tags = (0..sentence.cues.len()).filter(behind).filter_map(|index| final_tag(sentence, index));
    let ends = tags.filter_map(|tag| tag.content.last().map(|range| range.end));
    let ends = ends.filter(|end| content.start < *end && is_whole(sentence, content.start..*end)).min();
    content.start..content.end.min(ends.unwrap_or(content.end))
}

/// Whether words are a clause that lacks nothing, or end with what is quoted: "that while she was away" waits for more.
fn is_whole(sentence: &Sentence, range: Range<usize>) -> bool {
    let items = sentence.items.get(range).unwrap_or_default();
    let opens = |item: &&Item| {
        opens_clause(item) && !item.is("than") || matches!(item.tag, Tag::WP | Tag::WDT | Tag::WRB)
    };
    let verbs = items.iter().filter(|item| is_finite(item)).count();
    let openers = items.iter().skip(1).filter(opens).count();
    verbs > openers || items.last().is_some_and(|item| item.is_quotation() && item.closed)
}

/// "They agree| - Lind: “…”": what a label is put before is the words of whom it names.
fn before_label(sentence: &Sentence, cue: &Cue, content: Range<usize>) -> Range<usize> {
    let dash = |other: &Cue| {
        let before = sentence.items.get(cue.items.end..other.items.start)?;
        let dash = cue.items.end + before.iter().rposition(is_dash)?;
        (label_start(&sentence.items, other.items.start) > dash).then_some(dash)
    };
    let labels = sentence.cues.iter().filter(|other| {
        other.shape == Shape::Colon && other.complement == Complement::Quote && other.head != cue.head
    });
    let ends = labels.filter_map(dash).min();
    content.start..content.end.min(ends.unwrap_or(content.end))
}

/// "She called the plan a dream | on Monday.": behind something without a verb the day is that of the cue.
fn before_closing_day(sentence: &Sentence, cue: &Cue, content: Range<usize>) -> Range<usize> {
    let items = sentence.items.get(content.clone()).unwrap_or_default();
    let is_verb =
        |item: &Item| is_finite(item) || matches!(item.tag, Tag::VB | Tag::VBG | Tag::VBN | Tag::TO);
    let closes = sentence.items.iter().skip(content.end).all(|item| item.is("."));
    let is_thing = cue.class == Class::Speech && !items.iter().any(is_verb);
    match items {
        [.., on, day] if closes && is_thing && is_day(day) => {
            content.start..content.end - 1 - usize::from(on.is("on"))
        }
        _ => content,
    }
}

/// "Lind said, after doctors warned that it was unsafe, | that it would stay": what another cue before has waited for.
fn before_outer(sentence: &Sentence, cue: &Cue, content: Range<usize>) -> Range<usize> {
    let waits = |outer: &&Cue| outer.items.end <= cue.items.start && outer.opens > cue.items.end;
    let opens = sentence.cues.iter().filter(waits).map(|outer| outer.opens);
    let ends = opens.filter(|at| content.start < *at && *at < content.end).min();
    content.start..ends.unwrap_or(content.end)
}

/// "who", "whose lawyer".
fn is_relative(sentence: &Sentence, source: &Source) -> bool {
    let whose = || sentence.item(source.items.start).is_some_and(|item| item.is("whose"));
    source.link == Link::Relative || source.link == Link::Subject && whose()
}

/// "When Lind said …": the clause stands before the one that it belongs to.
fn is_subordinate(sentence: &Sentence, subject: &Source) -> bool {
    let opens = |item: &Item| item.is_any(SUBORDINATORS) || item.is_any(&["if", "once"]);
    let Some(at) = subject.items.start.checked_sub(1).filter(|at| sentence.item(*at).is_some_and(opens))
    else {
        return false;
    };
    let stands_first = |item: &Item| item.tag == Tag::CC || item.is_any(&["that", ";"]);
    // "Days after Lind said …".
    let measure = sentence.noun_to(at).and_then(|index| sentence.nouns.get(index));
    let first = measure.map_or(at, |noun| noun.items.start);
    first == 0 || measure.is_none() && sentence.before(at).is_some_and(stands_first)
}

/// "When Lind said it was safe, | nobody listened".
fn before_what_it_frames(sentence: &Sentence, content: Range<usize>) -> Range<usize> {
    let is = |at: usize, what: fn(&Item) -> bool| sentence.item(at).is_some_and(what);
    let verb = content.clone().find(|at| is(*at, is_finite)).unwrap_or(content.end);
    let mut commas = (verb..content.end).filter(|at| is(*at, |item| item.is(",")));
    let ends = commas.find(|at| starts_clause(&sentence.items, &sentence.nouns, at + 1));
    content.start..ends.unwrap_or(content.end)
}

/// Whether a relative clause stands between commas.
fn inserts(sentence: &Sentence, who: &Source) -> bool {
    sentence.before(who.items.start).is_some_and(|item| item.is(","))
}

/// "Lund, who said it was low, | walked out": behind the comma that closes the relative clause the main one goes on.
fn before_main_clause(sentence: &Sentence, cue: &Cue, who: &Source, content: Range<usize>) -> Range<usize> {
    let pauses =
        |at: &usize| sentence.item(*at).is_some_and(|item| item.is(",")) || behind_quoted(sentence, *at);
    let ends: Vec<usize> = content.clone().skip(1).filter(pauses).collect();
    let also = ends.iter().copied().find(|at| goes_on_about(sentence, *at));
    let main = || is_subject(sentence, who).then(|| main_clause(sentence, cue, &content, &ends)).flatten();
    content.start..also.or_else(main).unwrap_or(content.end)
}

/// "…, and | who left".
fn goes_on_about(sentence: &Sentence, comma: usize) -> bool {
    let tag = |at: usize| sentence.item(at).map(|item| item.tag);
    tag(comma + 1) == Some(Tag::CC) && matches!(tag(comma + 2), Some(Tag::WP | Tag::WDT))
}

/// Whether the one of whom a relative clause speaks is the subject of the clause around it.
fn is_subject(sentence: &Sentence, who: &Source) -> bool {
    let comma = who.items.start.saturating_sub(1);
    let opens = |item: &Item| {
        item.is_any(&[",", ";", ":", "that"]) || item.tag == Tag::CC || item.is_any(SUBORDINATORS)
    };
    let first = || !sentence.items.iter().take(comma).any(is_finite);
    let whom = sentence.noun_to(comma).and_then(|index| sentence.nouns.get(index));
    first() || whom.is_some_and(|noun| sentence.before(noun.items.start).is_none_or(opens))
}

/// At which of the pauses in a relative clause the clause around it goes on.
fn main_clause(sentence: &Sentence, cue: &Cue, content: &Range<usize>, pauses: &[usize]) -> Option<usize> {
    let verb = |at: usize| sentence.item(at).is_some_and(is_finite);
    let is_clause = matches!(cue.complement, Complement::That | Complement::Clause);
    let first = pauses.first().copied().unwrap_or(content.end);
    // "Who said the plan, if passed, would fail": the first verb behind a comma is that of what is said.
    let says = |at: usize| verb(at) || behind_quoted(sentence, at + 1);
    let inner = usize::from(is_clause && !(content.start..first).any(says));
    let goes_on = |at: &&usize| verb(behind_adverbs(sentence, **at));
    let main = pauses.iter().filter(goes_on).nth(inner).copied();
    // "Lund, who hoped to stay, left": where there is no other verb, what looks like a participle is none.
    let last = pauses.last().copied().filter(|_| inner == 0);
    let left = |at: usize| {
        !(at..sentence.items.len()).any(verb) && may_be_verb(sentence, behind_adverbs(sentence, at))
    };
    main.or(last.filter(|at| left(*at)))
}

fn may_be_verb(sentence: &Sentence, at: usize) -> bool {
    sentence.item(at).is_some_and(|item| item.tag == Tag::VBN && !is_be(item))
}

fn behind_quoted(sentence: &Sentence, at: usize) -> bool {
    sentence.before(at).is_some_and(|item| item.is_quotation() && item.closed)
}

/// The item behind a comma and adverbs.
fn behind_adverbs(sentence: &Sentence, at: usize) -> usize {
    let passed = |item: &&Item| item.is(",") || item.tag == Tag::RB;
    at + sentence.items.iter().skip(at).take_while(passed).count()
}

/// "Lind's claim that the dam is safe | was rejected", "those who say it is safe | were surprised": a second verb that
/// nothing joins is that of the claim, or of those who make it.
fn before_main_verb(
    sentence: &Sentence,
    cue: &Cue,
    relative: Option<&Source>,
    content: Range<usize>,
) -> Range<usize> {
    let verb = |at: usize| sentence.item(at).is_some_and(is_finite);
    let is_subject = !(0..cue.items.start).any(verb);
    let claims = cue.shape == Shape::Noun && cue.complement == Complement::That && !is_copular(sentence, cue);
    if !(is_subject && (relative.is_some() || claims)) {
        return content;
    }
    let takes_clause = match cue.complement {
        Complement::That | Complement::Wh => true,
        Complement::Clause => cue.frames.has(Frame::Clause),
        _ => false,
    };
    let own = if takes_clause { content.clone().find(|at| verb(*at)) } else { content.start.checked_sub(1) };
    let Some(own) = own else { return content };
    let joins = |item: &Item| {
        !item.is_word()
            || item.tag == Tag::CC
            || matches!(item.tag, Tag::WP | Tag::WDT | Tag::WRB)
            || opens_clause(item)
    };
    let main =
        (own + 1..content.end).take_while(|at| !sentence.item(*at).is_some_and(joins)).find(|at| verb(*at));
    // "That Lind lied | have been dismissed", but "that Lind has had enough".
    let apart = |main: usize| main > own + 1 || !sentence.item(own).is_some_and(is_auxiliary);
    let ends = main.filter(|main| apart(*main) && (relative.is_some() || !judges(sentence, *main)));
    content.start..ends.unwrap_or(content.end)
}

/// "Lind said it was safe, | but Voss said it was not": what another says in a clause of its own is no part of it.
fn before_others(sentence: &Sentence, cue: &Cue, content: Range<usize>) -> Range<usize> {
    let asks = cue.class == Class::Speech && cue.complement == Complement::Wh;
    if !asks && !puts_a_clause(cue) {
        return content;
    }
    let answers =
        |at: usize| sentence.item(at).is_some_and(|item| item.is(";")) && speaks_up(sentence, at + 1);
    let links = |item: &Item| item.tag == Tag::CC || item.is_any(&["while", "though", "although", "whereas"]);
    let joined = |at: usize| {
        let behind = at + usize::from(sentence.item(at).is_some_and(|item| item.is(",")));
        let paused =
            behind > at || sentence.before(at).is_some_and(|item| item.is_quotation() && item.closed);
        let next = behind + 1;
        let says = || own_subject(sentence, next) || has_its_say(sentence, next);
        let joins = sentence.item(behind).is_some_and(links);
        joins && (paused && says() || goes_on_to_say(sentence, cue, next) || also_says(sentence, cue, next))
    };
    let other = content.clone().skip(1).find(|at| answers(*at) || joined(*at));
    content.start..other.unwrap_or(content.end)
}

/// "…; | Voss said that was false": a noun phrase and a verb of saying.
fn speaks_up(sentence: &Sentence, at: usize) -> bool {
    cue_of_subject(sentence, at).is_some_and(|cue| cue.class == Class::Speech && cue.shape == Shape::Finite)
}

/// "The claim that the dam is safe | is false": that belongs to what is made of the claim.
fn judges(sentence: &Sentence, verb: usize) -> bool {
    let mut behind = sentence.items.iter().skip(verb + 1).filter(|item| item.tag != Tag::RB);
    sentence.item(verb).is_some_and(is_be) && behind.next().is_some_and(|item| item.tag != Tag::VBN)
}

fn opens_clause(item: &Item) -> bool {
    item.is_any(SUBORDINATORS) || item.is_any(&["that", "if", "whether", "than"])
}

/// "and added that …", in the tense of the cue before: its source goes on.
fn goes_on_to_say(sentence: &Sentence, cue: &Cue, at: usize) -> bool {
    let next = sentence.cue_over(at).filter(|next| next.items.start == at && next.shape == Shape::Finite);
    let tag = |at: usize| sentence.item(at).map(|item| item.tag);
    next.is_some_and(|next| {
        let one_tense = tag(next.head) == tag(cue.head)
            || cue.shape == Shape::Passive && tag(cue.items.start) == tag(next.head);
        puts_a_clause(next) && next.head == at && one_tense
    })
}

/// ", and Smith agrees.": a noun phrase and a cue that ends the sentence.
fn has_its_say(sentence: &Sentence, at: usize) -> bool {
    cue_of_subject(sentence, at).is_some_and(|cue| {
        let ends = sentence.item(cue.items.end).is_none_or(|item| item.is("."));
        ends && cue.class == Class::Speech && cue.shape == Shape::Finite
    })
}

/// "With Lind saying it was safe, and | Voss calling it a risk".
fn also_says(sentence: &Sentence, cue: &Cue, at: usize) -> bool {
    let gerund = |cue: &Cue| cue.shape == Shape::Gerund;
    gerund(cue) && cue_of_subject(sentence, at).is_some_and(gerund)
}
