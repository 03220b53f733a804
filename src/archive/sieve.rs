//! Which claims of an archive can matter to a claim of the draft, as far as their outlines tell.
//!
//! Whatever a check would make something of passes: an outline leaves open what it does not hold, so only those are
//! held back that are known to come to nothing.

use super::dated::Dated;
use super::draft::{Held, Wanted};
use super::marks::Telling;
use super::outline::Outline;
use super::trouble::damage;
use crate::check::Kit;
use crate::claim::Polarity;
use crate::compare::{Alignment, Lens, On, Opposed, Statement, align, may_meet, turns_down, weigh};
use crate::pack::{PairCheck, Rule, Subject};
use rustc_hash::FxHashMap;
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
            lens if lens.goes_by_figures() => Key::Figure,
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
        // How somebody stands to a deed is told by the cue, which an outline does not have.
        self.key() == Key::Predicate && !own.takes_side() && !self.lens.opposed.iter().any(by_words)
    }
}

/// The claims that a look-up found, the nearest first, with the outlines of those that none found before.
#[derive(Clone, Debug)]
pub struct Found {
    /// Whose look-up: its number in [`Wanted::held`].
    pub(super) held: usize,
    pub(super) claims: Vec<Dated>,
    pub(super) outlines: Vec<Outlined>,
}

/// What an outline tells of a claim.
struct Sketch {
    statement: Statement,
    /// Marks of its words.
    words: String,
}

/// An outline as it stands in the table.
#[derive(Clone, Debug)]
pub(super) struct Outlined {
    pub claim: Dated,
    pub json: String,
    pub speaker: String,
    pub side: Option<String>,
}

impl Outlined {
    fn sketch(self) -> rusqlite::Result<Sketch> {
        let Outlined { claim, json, speaker, side } = self;
        let outline = Outline::from_json(&json);
        let mut outline = outline.ok_or_else(|| damage(format!("claim {} has no outline", claim.claim())))?;
        let words = std::mem::take(&mut outline.words);
        Ok(Sketch { statement: outline.statement(speaker, side, claim.day()), words })
    }
}

/// The claims that can matter to a draft, as far as outlines tell.
#[derive(Debug)]
pub struct Sifted(pub(super) rusqlite::Result<Vec<Dated>>);

impl Wanted<'_> {
    /// What of that found can matter to the claims of the draft. An outline that is damaged ends it, and is told by
    /// [`super::Search::record`].
    pub fn sift(&self, found: impl IntoIterator<Item = Found>) -> Sifted {
        Sifted(self.sifted(found))
    }

    fn sifted(&self, found: impl IntoIterator<Item = Found>) -> rusqlite::Result<Vec<Dated>> {
        let mut known: FxHashMap<Dated, Box<Sketch>> = FxHashMap::default();
        let mut matter = Vec::new();
        for Found { held, claims, outlines } in found {
            for outlined in outlines {
                known.insert(outlined.claim, Box::new(outlined.sketch()?));
            }
            let Some(Held { own, asked, .. }) = self.held.get(held) else { continue };
            let mut sieve = Sieve::new(own, asked.clone(), self.others, self.kit);
            let passing =
                claims.into_iter().filter(|claim| known.get(claim).is_some_and(|it| sieve.passes(it)));
            matter.extend(passing);
        }
        Ok(matter)
    }
}

/// Passes the claims on record that can matter to one of the draft.
struct Sieve<'s> {
    own: &'s Statement,
    asked: Vec<Asked<'s>>,
    kit: &'s Kit,
    /// Whether any rule asks who else says the same.
    others: bool,
    /// Of its own words those by which it is known again in others.
    telling: Option<Telling>,
    /// How many have passed that are alike, by whether they are of its own speaker, whether they align, and how they stand.
    alike: BTreeMap<(bool, bool, u8), usize>,
}

impl<'s> Sieve<'s> {
    fn new(own: &'s Statement, asked: Vec<Asked<'s>>, others: bool, kit: &'s Kit) -> Sieve<'s> {
        Sieve { own, asked, kit, others, telling: Telling::of(own), alike: BTreeMap::new() }
    }

    /// Whether a claim can matter; those nearest in time must be asked for first.
    fn passes(&mut self, Sketch { statement: other, words }: &Sketch) -> bool {
        let (one, two) = (&self.own.claim.assertion.skeleton, &other.claim.assertion.skeleton);
        let alignment = align(one, two, &self.kit.thesaurus);
        let aligned = !matches!(alignment, Alignment::Apart { .. });
        self.asked.iter().any(|asked| asked.passes(self.own, other, aligned, self.kit))
            || self.is_alike(other, words, &alignment)
    }

    /// Whether a verdict may rest on it, a denial be meant for it, or another source be found in it.
    fn is_alike(&mut self, other: &Statement, words: &str, alignment: &Alignment) -> bool {
        let (own, said) = (&self.own.claim, &other.claim);
        let is_own = own.speaker.name == said.speaker.name;
        let is_answer = turns_down(self.own) || other.denies();
        if !is_own && !self.others && !is_answer {
            return false;
        }
        let aligned = matches!(alignment, Alignment::Same { swapped: false, .. });
        // Its own speaker may say the same in other words, most of which are its own.
        let in_other_words = || {
            is_own
                && own.assertion.polarity == said.assertion.polarity
                && self.telling.as_ref().is_none_or(|telling| telling.may_be_among(words))
        };
        if !aligned && !in_other_words() {
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
