//! What predicates mean the same or the opposite, as far as is known.

use super::deed::Deeds;
use crate::text::form::verb_base;
use rustc_hash::FxHashMap;

/// Synonyms and opposites of predicates, curated: generic antonym lists fire wrongly nine times in ten.
#[derive(Clone, Debug, Default)]
pub struct Thesaurus {
    /// Lemma → (group, which of the two poles of the group).
    groups: FxHashMap<String, (usize, bool)>,
    /// Deeds and the nouns for them.
    pub deeds: Deeds,
}

/// How two predicates stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PredicateMatch {
    /// One lemma.
    Same,
    /// Listed as meaning the same.
    Synonym,
    /// Listed as meaning the opposite.
    Opposite,
}

impl Thesaurus {
    /// Reads lines of `pole, pole = opposite, opposite` or `synonym, synonym`; `#` starts a comment.
    pub fn parse(lines: &str) -> Thesaurus {
        let mut groups = FxHashMap::default();
        let lines = lines.lines().map(|line| line.split('#').next().unwrap_or_default());
        for (group, line) in lines.filter(|line| !line.trim().is_empty()).enumerate() {
            for (pole, lemmas) in line.splitn(2, '=').enumerate() {
                for lemma in lemmas.split(',').map(str::trim).filter(|lemma| !lemma.is_empty()) {
                    groups.insert(lemma.to_owned(), (group, pole == 0));
                }
            }
        }
        // "Contaminated" is what has been done, too: "the water was contaminated by the mill".
        let done = groups.iter().filter(|(lemma, _)| lemma.ends_with("ed"));
        let done: Vec<_> = done.map(|(lemma, place)| (verb_base(lemma).into_owned(), *place)).collect();
        for (verb, place) in done {
            groups.entry(verb).or_insert(place);
        }
        Thesaurus { groups, deeds: Deeds::default() }
    }

    /// The same with deeds to align by.
    #[must_use]
    pub fn with_deeds(self, deeds: Deeds) -> Thesaurus {
        Thesaurus { deeds, ..self }
    }

    /// How two lemmas stand to each other; `None` where nothing is known.
    pub fn compare(&self, a: &str, b: &str) -> Option<PredicateMatch> {
        if a == b {
            return Some(PredicateMatch::Same);
        }
        let (one, other) = (self.groups.get(a)?, self.groups.get(b)?);
        match (one.0 == other.0, one.1 == other.1) {
            (true, true) => Some(PredicateMatch::Synonym),
            (true, false) => Some(PredicateMatch::Opposite),
            (false, _) => None,
        }
    }

    /// Whether figures under two predicates may count one thing: "40 died", "it killed 31"; not "hired 300", "dismissed 200".
    pub(super) fn may_count_one(&self, a: &str, b: &str) -> bool {
        let deeds = &self.deeds;
        matches!(self.compare(a, b), Some(PredicateMatch::Same | PredicateMatch::Synonym))
            || deeds.is_counting(a)
            || deeds.is_counting(b)
            || deeds.is_fatal(a) && deeds.is_fatal(b)
    }

    /// Whether a predicate may tell of more or fewer of what somebody has: "gained 12", "lost 9", not "killed 12".
    pub(super) fn changes_stock(&self, verb: &str) -> bool {
        let deeds = &self.deeds;
        !deeds.is_stock(verb)
            && verb != "be"
            && (verb == "lose" || !deeds.is_counting(verb) && !deeds.is_fatal(verb))
    }

    /// All lemmas that may match `lemma`, in alphabetical order, itself among them.
    pub fn kin<'t>(&'t self, lemma: &'t str) -> Vec<&'t str> {
        let Some((group, _)) = self.groups.get(lemma) else { return vec![lemma] };
        let kin = self.groups.iter().filter(|(_, (other, _))| other == group);
        let mut kin: Vec<&str> = kin.map(|(lemma, _)| lemma.as_str()).collect();
        kin.sort_unstable();
        kin
    }

    /// One name for all lemmas that may match each other: the key by which candidates are found.
    pub fn key<'l>(&self, lemma: &'l str) -> PredicateKey<'l> {
        match self.groups.get(lemma) {
            Some((group, _)) => PredicateKey::Group(*group),
            None => PredicateKey::Lemma(lemma),
        }
    }
}

/// See [`Thesaurus::key`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PredicateKey<'l> {
    /// A line of the thesaurus.
    Group(usize),
    /// A lemma that no line lists.
    Lemma(&'l str),
}
