//! The finite verb group: modal, auxiliaries, negation, main verb.

use super::lexicon::LEXICON;
use super::word::Word;
use crate::grammar::tag::Tag;
use crate::text::form;
use std::ops::Range;

/// A verb group. Indices are those of the words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Group {
    /// First auxiliary to main verb.
    pub(super) words: Range<usize>,
    /// The main verb; a copula counts as one.
    pub(super) verb: usize,
    /// Its base form.
    pub(super) lemma: String,
    /// The modal's word, if there is one ("could", "should", "have to").
    pub(super) modal: Option<&'static str>,
    /// How often it is negated.
    pub(super) negations: u32,
    pub(super) passive: bool,
    pub(super) perfect: bool,
    /// "Will", "going to", "is to".
    pub(super) future: bool,
    /// Auxiliary before its subject.
    pub(super) inverted: bool,
}

/// Words of the longest subject between an auxiliary and its verb.
const QUESTION: usize = 8;

/// Modals as they are told apart.
const MODALS: &[&str] = &[
    "can", "could", "may", "might", "must", "shall", "should", "will", "would", "ought", "ca", "wo", "'ll",
    "'d", "cannot",
];

/// `group = { auxiliary | modal | negator | adverb | inverted_subject } verb`, its first word at `start`
///
/// What follows decides what an auxiliary is: "has" before a participle, "is" before one in -ing or -ed, "does"
/// before a base form. With nothing of that kind behind it, it is the main verb.
pub(super) fn group(words: &[Word], start: usize) -> Option<Group> {
    words.get(start)?;
    let mut reader = Reader { words, at: start, group: Group { words: start..start, ..Group::default() } };
    while reader.auxiliary() {}
    let verb = reader.at;
    let main = words.get(verb)?;
    let mut group = reader.group;
    let mistaken = main.tag == Tag::NNS || form::is_irregular_verb(&main.lower);
    if !main.is_verb() && !main.is_be() && verb == start && !mistaken {
        return None;
    }
    group.lemma = lemma(main);
    group.verb = verb;
    group.words.end = verb + 1;
    Some(group)
}

fn lemma(main: &Word) -> String {
    if main.is_be() {
        return "be".to_owned();
    }
    if main.is_have() {
        return "have".to_owned();
    }
    form::verb_base(&main.lower).into_owned()
}

struct Reader<'w, 't> {
    words: &'w [Word<'t>],
    at: usize,
    group: Group,
}

impl Reader<'_, '_> {
    fn word(&self, at: usize) -> Option<&Word<'_>> {
        self.words.get(at)
    }

    /// Takes the word at hand if it is no main verb; false once the main verb has been reached.
    fn auxiliary(&mut self) -> bool {
        let Some(word) = self.word(self.at) else { return false };
        if word.tag == Tag::MD || MODALS.contains(&&*word.lower) && word.tag != Tag::NN {
            return self.modal();
        }
        if word.is_do() {
            return self.before(&[Tag::VB, Tag::VBP], |_| {});
        }
        if word.is_any(&["need", "needs"]) {
            return self.obligation(1);
        }
        if word.is_have() {
            return self.yet_to()
                || self.obligation(1)
                || self.word(self.at + 1).is_some_and(|word| word.is("got")) && self.obligation(2)
                || self.before(&[Tag::VBN, Tag::VBD], |group| group.perfect = true);
        }
        if word.is_be() {
            return self.going_to()
                || self.before(&[Tag::VBG], |_| {})
                || self.before(&[Tag::VBN, Tag::VBD], |group| group.passive = true)
                || self.done_by();
        }
        false
    }

    /// "Was hit by": a participle that looks like a noun.
    fn done_by(&mut self) -> bool {
        let Some((at, negations, inverted)) = self.skip(self.at + 1) else { return false };
        let is_participle = self.word(at).is_some_and(|word| form::is_irregular_verb(&word.lower));
        let by = self.word(at + 1).is_some_and(|word| word.is("by"));
        if is_participle && by {
            self.group.passive = true;
            self.take(at, negations, inverted);
        }
        is_participle && by
    }

    fn modal(&mut self) -> bool {
        let Some(word) = self.word(self.at) else { return false };
        let name = match &*word.lower {
            "ca" => "can",
            "wo" | "'ll" => "will",
            "'d" => "would",
            "cannot" => "can",
            lower => MODALS.iter().find(|modal| **modal == lower).copied().unwrap_or("would"),
        };
        let fused = u32::from(word.is("cannot"));
        let next = self.next_verb(self.at + 1);
        let Some((at, negations, inverted)) = next else { return false };
        self.group.modal = Some(name);
        self.group.future |= matches!(name, "will" | "shall" | "would");
        self.take(at, negations + fused, inverted);
        true
    }

    /// "Has yet to": has not.
    fn yet_to(&mut self) -> bool {
        let phrase = self.words.get(self.at + 1..self.at + 3).unwrap_or_default();
        let yet =
            matches!(phrase, [yet, to] if yet.is("yet") && to.is("to")) && self.at + 3 < self.words.len();
        if yet {
            self.take(self.at + 3, 1, false);
        }
        yet
    }

    /// "Have to", "need to", "have got to": "to" stands so many words on.
    fn obligation(&mut self, words: usize) -> bool {
        let to = self.word(self.at + words).is_some_and(|word| word.is("to"));
        let verb = self.word(self.at + words + 1).is_some_and(|word| matches!(word.tag, Tag::VB | Tag::VBP));
        if to && verb {
            self.group.modal = Some("have to");
            self.take(self.at + words + 1, 0, false);
        }
        to && verb
    }

    /// "Is going to", "is about to", "is to".
    fn going_to(&mut self) -> bool {
        let Some((at, negations, inverted)) = self.skip(self.at + 1) else { return false };
        let skipped = match self.word(at) {
            Some(word) if word.is_any(&["going", "about"]) => 1,
            Some(word) if word.is("to") && at == self.at + 1 => 0,
            _ => return false,
        };
        let verb = self.word(at + skipped + 1).is_some_and(|word| matches!(word.tag, Tag::VB | Tag::VBP));
        let to = self.word(at + skipped).is_some_and(|word| word.is("to"));
        if to && verb {
            self.group.future = true;
            self.take(at + skipped + 1, negations, inverted);
        }
        to && verb
    }

    /// Goes on to the next verb if that has one of these tags.
    fn before(&mut self, tags: &[Tag], mark: impl Fn(&mut Group)) -> bool {
        let Some((at, negations, inverted)) = self.next_verb(self.at + 1) else { return false };
        if !self.word(at).is_some_and(|word| tags.contains(&word.tag) || word.is("been")) {
            return false;
        }
        mark(&mut self.group);
        self.take(at, negations, inverted);
        true
    }

    fn take(&mut self, at: usize, negations: u32, inverted: bool) {
        self.at = at;
        self.group.negations += negations;
        self.group.inverted |= inverted;
    }

    /// The next verb behind adverbs, negators and a subject that the auxiliary stands before.
    fn next_verb(&self, from: usize) -> Option<(usize, u32, bool)> {
        let (at, negations, inverted) = self.skip(from)?;
        let word = self.word(at)?;
        (word.is_verb() || word.is_be()).then_some((at, negations, inverted))
    }

    /// Passes adverbs and negators, and a pronoun or short noun phrase where the group opens its clause.
    fn skip(&self, from: usize) -> Option<(usize, u32, bool)> {
        let (mut at, mut negations, mut inverted) = (from, 0, false);
        let first = self.at == self.group.words.start;
        let opens = first && self.opens_clause();
        let asks = first && self.words.last().is_some_and(|last| last.is("?")) && from < self.at + QUESTION;
        while let Some(word) = self.word(at) {
            let subject = opens && !inverted && word.tag == Tag::PRP || asks && self.is_nominal(at);
            if let Some((len, negates)) = negator(self.words, at) {
                negations += u32::from(negates);
                at += len;
            } else if word.is_adverb() || subject {
                inverted |= subject;
                at += 1;
            } else {
                return Some((at, negations, inverted));
            }
        }
        None
    }

    /// Part of a subject between auxiliary and verb, if a verb does follow.
    fn is_nominal(&self, at: usize) -> bool {
        let part = |word: &Word| {
            word.is_noun()
                || word.is_adjective()
                || matches!(word.tag, Tag::DT | Tag::PRP | Tag::PRPS | Tag::POS | Tag::CD | Tag::IN)
        };
        let rest = self.words.get(at..self.words.len().min(at + QUESTION)).unwrap_or_default();
        let verb = rest.iter().find(|word| !part(word) && !word.is_adverb());
        rest.first().is_some_and(part)
            && verb.is_some_and(|verb| matches!(verb.tag, Tag::VB | Tag::VBN | Tag::VBG | Tag::VBP))
    }

    fn opens_clause(&self) -> bool {
        let before = self.group.words.start.checked_sub(1).and_then(|before| self.word(before));
        before.is_none_or(|word| matches!(word.tag, Tag::Punct | Tag::CC | Tag::WRB | Tag::WP | Tag::WDT))
    }
}

/// A negator at a word: how many words it has, and whether it negates.
pub(super) fn negator(words: &[Word], at: usize) -> Option<(usize, bool)> {
    LEXICON.negators.starting(words.get(at..)?.iter().map(|word| &*word.lower))
}
