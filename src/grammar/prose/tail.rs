//! Final tags: a clause, and behind its pause in a few words who says so.

use super::adverbial::{adverbials_end, phrase_from};
use super::candidate::{Choice, Cue, Link, Sentence, Shape, Side, Source};
use super::complement::{is_finite, starts_measured};
use super::contents::{SUBORDINATORS, is_pause};
use crate::claim::Class;
use crate::grammar::cue::{self, Entry, Frame};
use crate::grammar::item::Item;
use crate::grammar::speaker::{Noun, Sort};
use crate::grammar::tag::Tag;
use std::ops::Range;

/// The confidence in a final tag.
const TAGGED: f32 = 0.6;

/// `final_tag = clause pause ( tag end | "as" tag ( pause | end ) )`,
/// `tag = noun verb_group [ noun ] { adverbial } [ [ "," ] title ]`: "…, the Red Cross estimates.", "…, Lind told the
/// Courier.", "…, Holm wrote in her memoir, “The Long Road.”", "…, as Berg said on Friday, …"
///
/// Who is told is no source, nor is "it".
pub fn final_tag(sentence: &Sentence, index: usize) -> Option<Choice> {
    let cue = sentence.cues.get(index).filter(|cue| may_tag(sentence, cue))?;
    let tag = tag(sentence, cue)?;
    let aside = aside(sentence, cue, tag);
    if !ends(sentence, cue, aside.is_some()) {
        return None;
    }
    let content = match aside {
        Some(said) => last_that(sentence, clause(sentence, said)?),
        None => clause(sentence, tag.items.start)?,
    };
    if waits(sentence, &content) {
        return None;
    }
    let says = cue.shape != Shape::Passive && !COMES_OUT.contains(&&*cue.lemma);
    let source = says.then(|| Source {
        head: tag.head(),
        sort: tag.sort,
        items: tag.items.start..cue.items.start,
        link: Link::Subject,
    });
    Some(Choice {
        cue: index,
        source,
        content: vec![content],
        side: Side::Left,
        confidence: TAGGED,
        trail: Vec::new(),
    })
}

/// "Holm said that while she was away": a clause that begins within another and has the only verb waits for more.
pub fn waits(sentence: &Sentence, range: &Range<usize>) -> bool {
    let items = sentence.items.get(range.clone()).unwrap_or_default();
    let begun = items.windows(2).position(
        |pair| matches!(pair, [that, next] if that.is("that") && that.tag == Tag::IN && next.is_any(WITHIN)),
    );
    let behind = begun.and_then(|at| items.get(at + 2..));
    behind.is_some_and(|behind| {
        behind.iter().filter(|item| is_finite(item)).count() < 2 && !behind.iter().any(|item| item.is(","))
    })
}

/// Conjunctions of clauses that stand before the one they belong to.
const WITHIN: &[&str] =
    &["while", "if", "when", "although", "though", "because", "unless", "once", "as", "since", "until"];

/// Where "as" stands before who speaks: it makes an aside of the tag, behind which the sentence may go on.
fn aside(sentence: &Sentence, cue: &Cue, tag: &Noun) -> Option<usize> {
    let at = tag.items.start.checked_sub(1)?;
    let speaks = cue.class == Class::Speech && cue.shape == Shape::Finite;
    sentence.item(at).filter(|item| item.is("as") && speaks).map(|_| at)
}

/// "The fact that | the match is open, as Lind said": the clause nearest to the aside.
fn last_that(sentence: &Sentence, clause: Range<usize>) -> Range<usize> {
    let verb = |item: &Item| is_finite(item) || item.is_quotation();
    let that = |at: &usize| {
        let says = || (*at + 1..clause.end).any(|at| sentence.item(at).is_some_and(verb));
        sentence.item(*at).is_some_and(|item| item.is("that") && item.tag == Tag::IN) && says()
    };
    let inner = clause.clone().rev().find(that).map_or(clause.start, |at| at + 1);
    inner..clause.end
}

/// Of these "it" is no speaker.
const COMES_OUT: &[&str] = &["emerge", "transpire", "seem", "appear"];

/// Whether a verb takes a clause, in a form that can stand behind one: no wish, nothing that was not said.
fn may_tag(sentence: &Sentence, cue: &Cue) -> bool {
    let clause = cue.frames.has(Frame::Clause) || cue.frames.has(Frame::That);
    let mut group = cue.items.clone().filter_map(|at| sentence.item(at));
    clause
        && (matches!(cue.shape, Shape::Finite | Shape::Passive) || may_be_past(sentence, cue))
        && group.all(|item| item.tag != Tag::MD && !item.is_any(&["not", "n't", "never"]))
}

/// "Jurors heard": what looks like a participle may be a past tense, but not behind an article ("a cut announced in May").
fn may_be_past(sentence: &Sentence, cue: &Cue) -> bool {
    let noun = sentence.noun_to(cue.items.start).and_then(|index| sentence.nouns.get(index));
    let bare = noun.is_some_and(|noun| {
        let plural = sentence.item(noun.head()).is_some_and(|item| item.tag == Tag::NNS);
        plural && sentence.before(noun.items.start).is_some_and(pauses)
    });
    let participle = sentence.item(cue.head).is_some_and(|item| item.lower.ends_with('n'));
    cue.shape == Shape::Participle && bare && !participle
}

fn names_nobody(sentence: &Sentence, noun: &Noun) -> bool {
    sentence.item(noun.items.start).is_some_and(|item| item.is("it"))
}

/// Whether nothing but to whom, when and where it was said follows, as far as the next pause for an aside.
fn ends(sentence: &Sentence, cue: &Cue, aside: bool) -> bool {
    let end = adverbials_end(&sentence.items, &sentence.nouns, addressed_end(sentence, cue), |_| false);
    let rest = end.and_then(|end| sentence.items.get(title_end(sentence, end)..)).unwrap_or_default();
    // "Lind said on Monday, a day after the storm was over".
    let circumstance = |end: usize| {
        sentence.item(end).is_some_and(|item| item.is(",")) && starts_measured(&sentence.items, end + 1)
    };
    let closes = rest.iter().all(|item| item.is("."));
    end.is_some_and(|end| closes || circumstance(end) || aside && rest.first().is_some_and(is_pause))
}

/// "Lind told the Courier | on Monday", "Lind wrote in a letter | on Monday".
fn addressed_end(sentence: &Sentence, cue: &Cue) -> usize {
    let in_it = cue.items.end > cue.head + 1
        && sentence.before(cue.items.end).is_some_and(|item| item.tag == Tag::IN);
    let tells = in_it || cue.frames.has(Frame::Told) && cue.shape == Shape::Finite;
    phrase_from(&sentence.nouns, cue.items.end).filter(|_| tells).map_or(cue.items.end, |noun| noun.items.end)
}

/// "In her memoir, “The Long Road” |": behind a noun phrase a title is no words of hers.
fn title_end(sentence: &Sentence, end: usize) -> usize {
    let at = end + usize::from(sentence.item(end).is_some_and(|item| item.is(",")));
    let named =
        sentence.noun_to(end).is_some() || sentence.before(end).is_some_and(|item| item.tag == Tag::POS);
    let titled = named && sentence.item(at).is_some_and(|item| item.titled);
    if titled { at + 1 } else { end }
}

/// The noun phrase between a pause and the cue, "as" left out.
fn tag<'s>(sentence: &'s Sentence, cue: &Cue) -> Option<&'s Noun> {
    let pause = sentence.items.get(..cue.items.start)?.iter().rposition(|item| pauses(item))?;
    let as_is = sentence.item(pause + 1).is_some_and(|item| item.is("as"));
    let noun =
        sentence.noun_from(pause + 1 + usize::from(as_is)).and_then(|index| sentence.nouns.get(index))?;
    let whole = adverbials_end(&sentence.items, &sentence.nouns, noun.items.end, |_| false)?;
    let told = cue.shape != Shape::Passive || cue.frames.has(Frame::Told) || names_nobody(sentence, noun);
    (noun.sort != Sort::Relative && whole >= cue.items.start && told).then_some(noun)
}

/// A pause, or a quotation that has one within its marks.
pub fn pauses(item: &Item) -> bool {
    is_pause(item) || item.is_quotation() && item.closed
}

/// The clause that the pause before `tag` ends, if it is one that can stand alone.
fn clause(sentence: &Sentence, tag: usize) -> Option<Range<usize>> {
    let end = tag - usize::from(sentence.before(tag).is_some_and(is_pause));
    let before = sentence.items.get(..end)?;
    let start = before.iter().rposition(|item| item.is_any(&[";", ":"])).map_or(0, |at| at + 1);
    let words = before.get(start..)?;
    let opens = |item: &Item| item.is_any(SUBORDINATORS) || item.is_any(&["if", "once"]);
    let main =
        words.iter().rposition(is_pause).filter(|_| words.first().is_some_and(opens)).map_or(0, |at| at + 1);
    let first = sentence.noun_from(start + main).and_then(|index| sentence.nouns.get(index));
    let says = |at: usize| sentence.item(at).is_some_and(|item| item.tag == Tag::VBN);
    let verb = words.iter().skip(main).any(is_finite) || first.is_some_and(|noun| says(noun.items.end));
    // "The match “is still open,”": the verb may stand in the quotation.
    let verb = verb || words.last().is_some_and(Item::is_quotation);
    let stands = verb && !words.get(main).is_some_and(opens);
    (stands || words.first().is_some_and(Item::is_quotation)).then_some(start..end)
}

/// "…, the Red Cross | estimates.": what looks like a noun at the end is the verb that the last clause would lack.
pub fn final_verb(items: &[Item]) -> Option<usize> {
    let last = items.iter().rposition(Item::is_word)?;
    let comma = items.get(..last)?.iter().rposition(|item| item.is(","))?;
    let (before, tag) = (items.get(..comma)?, items.get(comma + 1..last)?);
    let plain = |item: &Item| matches!(item.tag, Tag::DT | Tag::JJ | Tag::NN | Tag::NNP | Tag::NNPS);
    let subject = tag.first()?.tag == Tag::DT && tag.len() > 1 && tag.iter().all(plain);
    let verb = items.get(last).filter(|item| item.tag == Tag::NNS)?;
    let takes = |verb: &Entry| verb.frames.has(Frame::Clause) || verb.frames.has(Frame::That);
    let says = cue::verbs(&verb.lower).iter().any(takes);
    (subject && says && before.iter().any(is_finite) && !before.iter().any(|item| item.is(",")))
        .then_some(last)
}
