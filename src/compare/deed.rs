//! Gate 2 for deeds: "troops have withdrawn" and "no withdrawal has been seen".

use super::alignment::{Alignment, apart};
use super::thesaurus::PredicateMatch;
use crate::claim::{Participant, Role, Skeleton};
use crate::grammar::table::section_words;
use rustc_hash::{FxHashMap, FxHashSet};

/// Verbs, the nouns for what they say, and the predicates by which there is such a thing or not.
#[derive(Clone, Debug, Default)]
pub struct Deeds {
    /// Noun → verb.
    verbs: FxHashMap<&'static str, &'static str>,
    /// Verb → nouns.
    nouns: FxHashMap<&'static str, Vec<&'static str>>,
    seen: FxHashSet<&'static str>,
    mutual: FxHashSet<&'static str>,
    blame: FxHashSet<&'static str>,
    accusing: FxHashSet<&'static str>,
    counting: FxHashSet<&'static str>,
    fatal: FxHashSet<&'static str>,
    stock: FxHashSet<&'static str>,
}

/// A deed that an assertion speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deed<'s> {
    /// By its verb.
    pub verb: &'s str,
    /// The noun, where the assertion is whether there was such a deed; `None` where it says that it was done.
    noun: Option<&'s Participant>,
}

impl Deeds {
    /// Reads `verb: noun, noun` under `[deeds]`, `predicate: …` under `[seen]`, `verb: …` under `[mutual]`, `[blame]`,
    /// `[accusing]`, `[counting]`, `[fatal]` and `[stock]`.
    pub fn parse(list: &'static str) -> Deeds {
        let listed = |section| section_words(list, section).flat_map(|(_, predicates)| predicates).collect();
        let mut deeds = Deeds {
            seen: listed("seen"),
            mutual: listed("mutual"),
            blame: listed("blame"),
            accusing: listed("accusing"),
            counting: listed("counting"),
            fatal: listed("fatal"),
            stock: listed("stock"),
            ..Deeds::default()
        };
        for (verb, nouns) in section_words(list, "deeds") {
            deeds.verbs.extend(nouns.clone().map(|noun| (noun, verb)));
            deeds.nouns.insert(verb, nouns.collect());
        }
        deeds
    }

    /// Whether two may do it to each other at once.
    pub(super) fn is_mutual(&self, verb: &str) -> bool {
        self.mutual.contains(verb)
    }

    /// Whether somebody answers for it, alone.
    pub(super) fn is_blamed(&self, verb: &str) -> bool {
        self.blame.contains(verb)
    }

    /// Whether it lays something to somebody, who may lay it back.
    pub(super) fn is_accusation(&self, verb: &str) -> bool {
        self.accusing.contains(verb)
    }

    /// Whether it tells how many there are, and not what was done to them.
    pub(super) fn is_counting(&self, verb: &str) -> bool {
        self.counting.contains(verb)
    }

    /// Whether those of whom it is told are dead: "40 died", "it killed 40".
    pub(super) fn is_fatal(&self, verb: &str) -> bool {
        self.fatal.contains(verb)
    }

    /// Whether it tells how many somebody has, and not what was done to them.
    pub(super) fn is_stock(&self, verb: &str) -> bool {
        self.stock.contains(verb)
    }

    /// The deed that an assertion speaks of.
    pub fn of<'s>(&self, skeleton: &'s Skeleton) -> Option<Deed<'s>> {
        let predicate = skeleton.predicate.as_ref()?;
        if self.nouns.contains_key(predicate.lemma.as_str()) {
            return Some(Deed { verb: &predicate.lemma, noun: None });
        }
        let parties = skeleton.participants.iter().filter(|party| party.role != Role::Oblique);
        let mut nouns = parties.filter_map(|party| Some((*self.verbs.get(party.head.as_str())?, party)));
        let (verb, noun) = nouns.next().filter(|_| self.seen.contains(predicate.lemma.as_str()))?;
        Some(Deed { verb, noun: Some(noun) })
    }

    /// The verb and the nouns for it.
    pub fn words<'d>(&'d self, verb: &'d str) -> impl Iterator<Item = &'d str> {
        self.nouns.get(verb).into_iter().flatten().copied().chain([verb])
    }

    /// Holds an assertion that something was done against one whether there was such a deed.
    pub(super) fn align(&self, a: &Skeleton, b: &Skeleton) -> Alignment<'static> {
        let (Some(one), Some(other)) = (self.of(a), self.of(b)) else {
            return apart("one of them speaks of no listed deed");
        };
        if one.verb != other.verb {
            return apart(format!("the one speaks of “{}”, the other of “{}”", one.verb, other.verb));
        }
        let (done, noun) = match (one.noun, other.noun) {
            (None, Some(noun)) => (a, noun),
            (Some(noun), None) => (b, noun),
            _ => return apart("neither says whether there was such a deed as the other speaks of"),
        };
        if !noun.modifiers.iter().all(|word| is_told(done, word)) {
            return apart(format!("“{} {}” may be another", noun.modifiers.join(" "), noun.head));
        }
        let matched = format!("“{}” and whether there was such a thing", one.verb);
        Alignment::Same { predicate: PredicateMatch::Same, swapped: false, matched }
    }
}

/// Whether a word that tells the deed apart is told by the other assertion, too: of whom, by whom.
fn is_told(skeleton: &Skeleton, word: &str) -> bool {
    skeleton.participants.iter().any(|party| {
        let named = party.name.as_deref().is_some_and(|name| name.to_lowercase().contains(word));
        named || party.head.eq_ignore_ascii_case(word) || party.modifiers.iter().any(|own| own == word)
    })
}
