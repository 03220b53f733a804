//! Which claims of an archive can matter to a claim of the draft, as far as their outlines tell.
//!
//! Whatever a check would make something of passes: an outline leaves open what it does not hold, so only those are
//! held back that are known to come to nothing.

use crate::check::Kit;
use crate::claim::Polarity;
use crate::compare::{Alignment, Lens, On, Opposed, Statement, align, may_meet, turns_down, weigh};
use crate::pack::{PairCheck, Rule, Subject};
use std::collections::BTreeMap;

/// Claims of one speaker that say the same, or the opposite, and are read: those nearest in time.
const ALIKE: usize = 10;

/// What two claims share that a rule holds against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// The words of a topic.
    Topic,
    /// What they say something of.
    Subject,
    /// The deed that they speak of, by its verb or its noun.
    Deed,
    /// What their figures count.
    Figure,
    /// What they predicate of whom.
    Predicate,
}

/// What a rule asks of a claim of the draft and one on record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'w> {
    pub lens: &'w Lens,
    /// Whether the claim of the draft may come first.
    first: bool,
    /// Whether it may come second.
    second: bool,
}

impl<'w> Asked<'w> {
    /// What `rules` ask of `own` and a record.
    pub fn of(own: &Statement, rules: &'w [Rule]) -> Vec<Asked<'w>> {
        let pairs = rules.iter().filter_map(|rule| match &rule.subject {
            Subject::Pair(pair) if !pair.lens.between.is_within_a_text() => Some(pair.as_ref()),
            _ => None,
        });
        let asked =
            pairs.map(|PairCheck { lens, a, b }| Asked { lens, first: a.takes(own), second: b.takes(own) });
        asked.filter(|asked| asked.first || asked.second).collect()
    }

    /// By what the claims of an archive are found that it concerns.
    pub fn key(&self) -> Key {
        match self.lens {
            lens if lens.topic.is_some() => Key::Topic,
            lens if lens.on == On::Subject => Key::Subject,
            lens if lens.on == On::Deed => Key::Deed,
            lens if lens.opposed.iter().all(|it| matches!(it, Opposed::Quantity { .. })) => Key::Figure,
            _ => Key::Predicate,
        }
    }

    /// `aligned`: whether what the two assert is of one thing.
    fn passes(&self, own: &Statement, other: &Statement, aligned: bool, kit: &Kit) -> bool {
        if !aligned && self.lens.aligns_assertions() {
            return false;
        }
        let told = self.is_told_by_outlines(own, other);
        let opposed = |a, b| weigh(a, b, self.lens, &kit.thesaurus).opposition.is_some();
        let can_matter = |a, b| may_meet(a, b, self.lens, &kit.thesaurus) && (!told || opposed(a, b));
        self.first && can_matter(own, other) || self.second && can_matter(other, own)
    }

    /// Whether words, figures and dates of the content do not come into it.
    fn is_told_by_outlines(&self, own: &Statement, other: &Statement) -> bool {
        let estimates = [own, other].iter().all(|it| it.claim.assertion.estimate.is_some());
        let by_words = |it: &Opposed| match it {
            Opposed::Scale { .. } | Opposed::Quantity { .. } => true,
            Opposed::Probability { .. } => estimates,
            _ => false,
        };
        self.key() == Key::Predicate && !self.lens.opposed.iter().any(by_words)
    }
}

/// Passes the claims on record that can matter to one of the draft.
pub(super) struct Sieve<'s> {
    own: &'s Statement,
    asked: Vec<Asked<'s>>,
    kit: &'s Kit,
    /// Whether any rule asks who else says the same.
    others: bool,
    /// How many have passed that are alike, by whether they are of its own speaker, whether they align, and how they stand.
    alike: BTreeMap<(bool, bool, u8), usize>,
}

impl<'s> Sieve<'s> {
    pub fn new(own: &'s Statement, asked: Vec<Asked<'s>>, others: bool, kit: &'s Kit) -> Sieve<'s> {
        Sieve { own, asked, kit, others, alike: BTreeMap::new() }
    }

    /// Whether a claim can matter; those nearest in time must be asked for first.
    pub fn passes(&mut self, other: &Statement) -> bool {
        let (one, two) = (&self.own.claim.assertion.skeleton, &other.claim.assertion.skeleton);
        let alignment = align(one, two, &self.kit.thesaurus);
        let aligned = !matches!(alignment, Alignment::Apart { .. });
        self.asked.iter().any(|asked| asked.passes(self.own, other, aligned, self.kit))
            || self.is_alike(other, &alignment)
    }

    /// Whether a verdict may rest on it, a denial be meant for it, or another source be found in it.
    fn is_alike(&mut self, other: &Statement, alignment: &Alignment) -> bool {
        let (own, said) = (&self.own.claim, &other.claim);
        let is_own = own.speaker.name == said.speaker.name;
        let is_answer = turns_down(self.own) || other.denies();
        if !is_own && !self.others && !is_answer {
            return false;
        }
        let aligned = matches!(alignment, Alignment::Same { swapped: false, .. });
        // Its own speaker may say the same in other words, of which outlines tell nothing.
        let in_other_words = is_own && own.assertion.polarity == said.assertion.polarity;
        if !aligned && !in_other_words {
            return false;
        }
        let polarity = match said.assertion.polarity {
            Polarity::Positive => 0,
            Polarity::Negative => 1,
            Polarity::Unknown => 2,
        };
        let known = self.alike.entry((is_own, aligned, polarity)).or_default();
        *known += 1;
        is_answer && aligned || *known <= ALIKE
    }
}
