//! Productions of cues: the groups of words that may say that somebody says something.

use super::candidate::{Complement, Cue, Shape};
use super::complement::{self, is_auxiliary, is_be, starts_infinitive};
use super::{adverbial, nominal, unsaid};
use crate::claim::Class;
use crate::grammar::cue::{self, Entry, Frame, Frames};
use crate::grammar::item::{Item, Items, Miss, Parsed};
use crate::grammar::speaker::{Noun, one};
use crate::grammar::tag::Tag;
use nom::combinator::opt;
use nom::sequence::preceded;
use nom::{Input, Parser};

/// Whether a word may be a cue, whatever stands around it. Cheap: decides which sentences are read at all.
pub fn may_be_cue(item: &Item) -> bool {
    !cue::verbs(&item.lower).is_empty()
        || cue::noun(&item.lower).is_some()
        || cue::adjective(&item.lower).is_some()
        || cue::hearsay(&item.lower).is_some()
        || item.is_any(&["according", ":"])
        || item.is_any(nominal::VOICES)
}

/// The cue candidates of a sentence.
pub fn cues(items: &[Item], nouns: &[Noun]) -> Vec<Cue> {
    let mut cues = Vec::new();
    let mut at = 0;
    while at < items.len() {
        match cue_at(items, nouns, at) {
            Some(cue) if unsaid::says_nothing(items, nouns, &cue) => at = cue.items.end.max(at + 1),
            Some(cue) => {
                at = cue.items.end.max(at + 1);
                cues.push(cue);
            }
            None => at += 1,
        }
    }
    cues
}

/// `cue = according | adjective_group | verb_group | hearsay | valued | cue_noun | unlisted | colon`
fn cue_at(items: &[Item], nouns: &[Noun], at: usize) -> Option<Cue> {
    let input = Items(items.get(at..)?);
    if let Some(cue) =
        nominal::according(items, nouns, at).or_else(|| nominal::adjective_cue(items, nouns, at))
    {
        return Some(cue);
    }
    if let Ok((rest, group)) = verb_group(input) {
        let cue = verb_cue(items, nouns, at, rest, group);
        // "was reportedly shared": unless the verb itself reports, the adverb does.
        let adverb =
            (at..cue.head).find(|at| items.get(*at).is_some_and(|item| cue::hearsay(&item.lower).is_some()));
        match adverb.filter(|_| !reports(&cue)) {
            Some(adverb) => return hearsay(items, adverb),
            None => return Some(cue),
        }
    }
    hearsay(items, at)
        .or_else(|| valued(items, nouns, at))
        .or_else(|| nominal::noun_cue(items, nouns, at))
        .or_else(|| unlisted(items, nouns, at))
        .or_else(|| nominal::colon(items, nouns, at))
}

/// `unlisted = { auxiliary } verb [ particle ]`: any verb, beside a quotation that is a sentence (“He gloated: ‘…’”) or
/// before one that it announces (“She went further on Friday: ‘…’”)
fn unlisted(items: &[Item], nouns: &[Noun], at: usize) -> Option<Cue> {
    let head = at + items.get(at..)?.iter().take_while(|item| is_auxiliary(item)).count();
    let verb =
        items.get(head).filter(|item| matches!(item.tag, Tag::VBD | Tag::VBZ | Tag::VBP | Tag::VBG))?;
    let relative = at.checked_sub(1).and_then(|before| items.get(before)).is_some_and(is_relative);
    let end = head + 1 + usize::from(items.get(head + 1).is_some_and(|item| item.is_any(PARTICLES)));
    let announces = !relative && complement::announced(items, end).is_some();
    let beside = || quoted_before(items, nouns, at) || quoted_behind(items, nouns, end);
    // “The dam,” said Lind, pausing, “is safe”: how it is said.
    let in_passing = verb.tag == Tag::VBG && items.get(..at)?.iter().any(|item| item.is_quotation());
    if is_auxiliary(verb) || in_passing || !(announces || beside()) {
        return None;
    }
    let mut frames = Frames::default();
    frames.add(Frame::Quote);
    let found = complement::complement(items, nouns, end, frames, false);
    let shape = if verb.tag == Tag::VBG && head == at { Shape::Gerund } else { Shape::Finite };
    let lemma = crate::text::form::base_form(&verb.lower);
    Some(Cue {
        head,
        frames,
        grade: UNLISTED,
        complement: found.complement,
        opens: found.at,
        ..Cue::plain(at..end, &lemma, Class::Speech, shape)
    })
}

/// Words that belong to the verb before them: "shot back", "cut in".
const PARTICLES: &[&str] = &["back", "in", "on", "out", "off", "up", "away"];

fn is_relative(item: &Item) -> bool {
    matches!(item.tag, Tag::WDT | Tag::WP)
}

/// The grade of verbs that are not in the lexicon and stand beside a quotation.
const UNLISTED: f32 = 0.4;

/// Whether a quotation that ends a clause stands before the item, with no more than a noun phrase between.
fn quoted_before(items: &[Item], nouns: &[Noun], at: usize) -> bool {
    let subject = nouns.iter().find(|noun| noun.items.end == at).map_or(at, |noun| noun.items.start);
    let quotation = |place: usize| place.checked_sub(1).and_then(|last| items.get(last));
    [at, subject].into_iter().filter_map(quotation).any(|item| item.is_quotation() && item.closed)
}

/// Whether a quotation of some length follows, behind a comma or a colon or behind whom it is said to.
fn quoted_behind(items: &[Item], nouns: &[Noun], at: usize) -> bool {
    let pause = items.get(at).is_some_and(|item| item.is_any(&[":", ","]));
    let quotation = items.get(at + usize::from(pause)).is_some_and(complement::is_sentence_quoted);
    quotation || complement::quoted_behind_noun(items, nouns, at).is_some()
}

/// `valued = { auxiliary } "put" noun [ "of" noun ] "at" { word } number`: "put the toll at 19"
fn valued(items: &[Item], nouns: &[Noun], at: usize) -> Option<Cue> {
    let head = at + items.get(at..)?.iter().take_while(|item| is_auxiliary(item)).count();
    items.get(head).filter(|item| item.is_any(&["put", "puts"]))?;
    let thing = adverbial::phrase_from(nouns, head + 1)?.items.end;
    let of = items.get(thing).filter(|item| item.is("of"));
    let end = of.and_then(|_| adverbial::phrase_from(nouns, thing + 1)).map_or(thing, |noun| noun.items.end);
    let mut value = items
        .get(end..)?
        .iter()
        .take(LONGEST_VALUE)
        .skip(1)
        .take_while(|item| item.is_word() || item.is("$"));
    let at_value = items.get(end).is_some_and(|item| item.is("at")) && value.any(is_number);
    let mut frames = Frames::default();
    frames.add(Frame::Np);
    at_value.then(|| Cue {
        head,
        frames,
        complement: Complement::Np,
        ..Cue::plain(at..head + 1, "put", Class::Speech, Shape::Finite)
    })
}

/// "At", "at between about" 10 and 12.
const LONGEST_VALUE: usize = 6;

fn is_number(item: &Item) -> bool {
    item.tag == Tag::CD || item.is("$")
}

/// `hearsay = "reportedly" | "allegedly" | …`
fn hearsay(items: &[Item], at: usize) -> Option<Cue> {
    let item = items.get(at)?;
    Some(Cue::plain(at..at + 1, &item.lower, cue::hearsay(&item.lower)?, Shape::Adverb))
}

/// Whether a verb group is sure to report something, whatever stands before it.
fn reports(cue: &Cue) -> bool {
    let clause =
        matches!(cue.complement, Complement::That | Complement::Clause | Complement::Quote | Complement::To);
    let speaks = cue.frames.has(Frame::Quote) || cue.frames.has(Frame::That);
    !matches!(cue.shape, Shape::Passive | Shape::Participle)
        && speaks
        && (clause || cue.complement == Complement::End)
}

/// A verb of the lexicon with its auxiliaries.
struct Group<'i, 't> {
    auxiliaries: Items<'i, 't>,
    verb: &'i Item<'t>,
    entry: &'static Entry,
    /// The preposition that links it to what is said was found behind it.
    linked: bool,
}

/// `verb_group = { auxiliary } listed_verb [ particle ] [ "on" day ] [ [ adverb ] preposition ]`
fn verb_group<'i, 't>(input: Items<'i, 't>) -> Parsed<'i, 't, Group<'i, 't>> {
    let auxiliaries = input.take(input.position(|item| !is_auxiliary(item)).unwrap_or(input.len()));
    let rest = input.take_from(auxiliaries.len());
    let (rest, verb) = one(is_verb).parse(rest)?;
    let (rest, entry) = particle(rest, cue::verbs(&verb.lower))?;
    let takes = |item: &Item| entry.prepositions.contains(&&*item.lower);
    let adverb = opt(one(|item| item.tag == Tag::RB));
    let rest = beyond_day(rest, takes);
    let circumstance =
        rest.0.iter().skip(1).take(1).any(|item| item.is_any(CIRCUMSTANCES) || adverbial::is_day(item))
            || adverbial::is_duration(rest.0);
    let (rest, linked) = match circumstance || starts_infinitive(rest) {
        true => (rest, None),
        false => opt(preceded(adverb, one(takes))).parse(rest)?,
    };
    Ok((rest, Group { auxiliaries, verb, entry, linked: linked.is_some() }))
}

/// "sounded the alarm on Friday over": what stands behind the day, if the verb's preposition does.
fn beyond_day<'i, 't>(rest: Items<'i, 't>, takes: impl Fn(&Item) -> bool) -> Items<'i, 't> {
    match rest.0 {
        [on, day, next, ..] if on.is("on") && adverbial::is_day(day) && takes(next) => rest.take_from(2),
        _ => rest,
    }
}

/// Behind a preposition these tell how or where, not what: "spoke on condition of anonymity".
const CIRCUMSTANCES: &[&str] = &[
    "condition",
    "behalf",
    "background",
    "record",
    "camera",
    "stage",
    "air",
    "television",
    "tv",
    "phone",
    "twitter",
];

fn is_verb(item: &Item) -> bool {
    matches!(item.tag, Tag::VB | Tag::VBD | Tag::VBG | Tag::VBN | Tag::VBP | Tag::VBZ)
        && !cue::verbs(&item.lower).is_empty()
}

/// `particle`: the words that the entry asks for; entries without one come last
fn particle<'i, 't>(input: Items<'i, 't>, entries: &'static [Entry]) -> Parsed<'i, 't, &'static Entry> {
    let follows = |entry: &&Entry| {
        let words = input.0.iter().map(|item| &*item.lower);
        words.take(entry.particle.len()).eq(entry.particle.iter().copied())
    };
    let entry = entries.iter().find(follows).ok_or(nom::Err::Error(Miss))?;
    Ok((input.take_from(entry.particle.len()), entry))
}

fn verb_cue(items: &[Item], nouns: &[Noun], at: usize, rest: Items, group: Group) -> Cue {
    let end = items.len() - rest.len();
    let mut frames = group.entry.frames;
    // “Is it cheaper?” Voss pressed: whoever does anything beside what he says, says it.
    if quoted_before(items, nouns, at) || quoted_behind(items, nouns, end) {
        frames.add(Frame::Quote);
    }
    let behind = end + usize::from(is_cleft(items, nouns, at, end));
    let found = complement::complement(items, nouns, behind, frames, group.linked);
    let relative = || complement::relative_object(items, nouns, &(at..end)).is_some();
    let found = complement::gapped(items, found, || frames.has(Frame::Clause) && relative());
    Cue {
        items: at..end,
        head: at + group.auxiliaries.len(),
        lemma: group.entry.lemma.to_string(),
        class: group.entry.class,
        frames,
        grade: group.entry.grade,
        shape: shape_of(&group, found.complement),
        complement: found.complement,
        opens: found.at,
    }
}

/// `cleft = ( "what" | "all" ) noun verb_group be`: "What she said was that …"
fn is_cleft(items: &[Item], nouns: &[Noun], at: usize, end: usize) -> bool {
    let subject = nouns.iter().find(|noun| noun.items.end == at);
    let first = subject.and_then(|noun| items.get(noun.items.start));
    let before = subject.and_then(|noun| items.get(noun.items.start.checked_sub(1)?));
    let opens =
        before.is_some_and(|item| item.is_any(&["what", "all"])) || first.is_some_and(|item| item.is("all"));
    opens && items.get(end).is_some_and(is_be)
}

fn shape_of(group: &Group, complement: Complement) -> Shape {
    let auxiliary = |condition: fn(&Item) -> bool| group.auxiliaries.0.iter().any(condition);
    let raises = group.entry.frames.has(Frame::Raised) && complement == Complement::To;
    let be = auxiliary(is_be);
    let first = group.auxiliaries.first().map(|item| item.tag);
    match group.verb.tag {
        Tag::VBN | Tag::VBD if be && raises => Shape::Raised,
        Tag::VBN | Tag::VBD if be => Shape::Passive,
        _ if raises && RAISING.contains(&&*group.entry.lemma) => Shape::Raised,
        Tag::VBG if !be => Shape::Gerund,
        _ if first == Some(Tag::TO) => Shape::Infinitive,
        Tag::VBN if !auxiliary(|item| item.is_any(&["have", "has", "had", "having", "'ve", "'s", "'d"])) => {
            match complement {
                Complement::That | Complement::Quote | Complement::Clause => Shape::Finite,
                _ => Shape::Participle,
            }
        }
        _ => Shape::Finite,
    }
}

/// Verbs whose subject belongs to what seems so, without a passive.
const RAISING: &[&str] = &["seem", "appear"];
