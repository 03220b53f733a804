//! How each claim of the draft stands to the record.

use super::assertions::Assertions;
use super::likeness::{Likeness, SAME_UTTERANCE};
use super::why::general_lens;
use super::{Case, Kit};
use crate::claim::{LinkKind, Polarity};
use crate::compare::{
    Alignment, PredicateKey, PredicateMatch, Statement, Utterance, Weighing, Weight, align, beginnings,
    conflicting, days_between, stands_in, weigh,
};
use crate::finding::Standing;
use crate::grammar::phrase::Word;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// Per cent by which two figures may differ and be one figure rounded.
const ROUNDING: f64 = 2.0;

/// The verdict on one claim of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The claim, an index into [`super::Read::statements`].
    pub claim: usize,
    /// How it stands.
    pub standing: Standing,
    /// What it was held against, an index into the record's statements, or who else has said what its speaker is not on
    /// record with; `None` where nothing fits.
    pub on_record: Option<usize>,
    /// Who disputes, corrects or retracts what is on record, an index into the record's statements.
    pub by: Option<usize>,
}

/// The verdict on every attributed claim of the draft, in its order.
///
/// A claim is held against what its own speaker is on record with: a quotation by its words, anything else by what it
/// asserts, its figures among it. Whether the record itself turns the claim down is told by the journals' links, or by a
/// denial of the same.
pub(super) fn verdicts(case: &Case, kit: &Kit) -> Vec<Verdict> {
    let assertions = Assertions::of(case.recorded(), &kit.thesaurus);
    let judge = Judge { case, assertions, answers: Answers::of(case.recorded(), kit), kit };
    let attributed =
        case.draft.statements.iter().enumerate().filter(|(_, statement)| statement.is_attributed());
    let mut verdicts: Vec<Verdict> =
        attributed.map(|(claim, statement)| judge.verdict(claim, statement)).collect();
    point_to_others(&mut verdicts, case);
    let in_record = |index: usize| index.saturating_sub(case.draft.statements.len());
    for verdict in &mut verdicts {
        verdict.on_record = verdict.on_record.map(in_record);
        verdict.by = verdict.by.map(in_record);
    }
    verdicts
}

/// Points quotations that their speaker is not on record with to whoever is.
fn point_to_others(verdicts: &mut [Verdict], case: &Case) {
    let mut lone: FxHashMap<_, Vec<(usize, &Utterance)>> = FxHashMap::default();
    for (number, verdict) in verdicts.iter().enumerate() {
        let unknown = verdict.standing == Standing::NotOnRecord;
        let quotes = case.draft.statements.get(verdict.claim).map_or(&[][..], |claim| &claim.quotes);
        for quote in quotes.iter().filter(|_| unknown) {
            lone.entry(beginnings(quote).next()).or_default().push((number, quote));
        }
    }
    lone.remove(&None);
    let passages = case.recorded().filter(|_| !lone.is_empty());
    for (index, passage) in passages.flat_map(|(index, it)| it.quotes.iter().map(move |words| (index, words)))
    {
        for (number, quote) in beginnings(passage).filter_map(|start| lone.get(&Some(start))).flatten() {
            let verdict = verdicts.get_mut(*number).filter(|verdict| verdict.on_record.is_none());
            if let Some(verdict) = verdict.filter(|_| stands_in(quote, passage).is_some()) {
                verdict.on_record = Some(index);
            }
        }
    }
}

/// Its indices are those of [`Case::statements`].
struct Judge<'j> {
    case: &'j Case<'j>,
    assertions: Assertions<'j>,
    answers: Answers<'j>,
    kit: &'j Kit,
}

impl<'j> Judge<'j> {
    fn verdict(&self, claim: usize, statement: &Statement) -> Verdict {
        let found = self.by_words(claim, statement).or_else(|| self.by_assertion(statement));
        let Some((standing, index, recorded)) = found else {
            let on_record = self.in_other_words(statement);
            let standing = on_record.map_or(Standing::NotOnRecord, |_| Standing::OnRecord);
            return Verdict { claim, standing, on_record, by: None };
        };
        let answer = self.answers.to(recorded).or_else(|| self.denied(statement));
        let answer = answer.filter(|_| standing == Standing::OnRecord);
        let standing = answer.map_or(standing, |(standing, _)| standing);
        Verdict { claim, standing, on_record: Some(index), by: answer.map(|(_, by)| by) }
    }

    /// By the quotation that fares worst.
    fn by_words(&self, claim: usize, statement: &Statement) -> Option<(Standing, usize, &'j Statement)> {
        let telling = statement.quotes.iter().filter(|quote| quote.is_telling());
        let likenesses = telling.filter_map(|quote| self.case.most_like(claim, quote));
        let same = likenesses.filter(|found| found.fidelity.ratio >= SAME_UTTERANCE);
        let (standing, passage) = same.map(|found| (standing_of(found), found.passage)).max()?;
        Some((standing, passage, self.case.statements.get(passage)?))
    }

    fn by_assertion(&self, statement: &Statement) -> Option<(Standing, usize, &'j Statement)> {
        let kindred = self.kindred(statement);
        let aligned =
            kindred.filter_map(|(index, other)| Some((self.compare(statement, other)?, index, other)));
        aligned.min_by_key(|(standing, index, _)| (*standing, *index))
    }

    /// Whether two assertions of one speaker say the same of the same thing, or the opposite; or the same in the same words.
    fn compare(&self, own: &Statement, other: &Statement) -> Option<Standing> {
        let (one, two) = (&own.claim.assertion, &other.claim.assertion);
        let alignment = align(&one.skeleton, &two.skeleton, &self.kit.thesaurus);
        let Alignment::Same { predicate, swapped: false, .. } = alignment else {
            return in_same_words(own, other);
        };
        if one.polarity == Polarity::Unknown || two.polarity == Polarity::Unknown {
            return (one.act == two.act).then_some(Standing::OnRecord);
        }
        let opposite = (one.polarity != two.polarity) != (predicate == PredicateMatch::Opposite);
        if opposite {
            return contradicts(&weigh(own, other, &general_lens(), &self.kit.thesaurus));
        }
        by_figures(own, other)
    }

    /// What has the same predicate, one of the parties and most of the words that tell something, with the same figures:
    /// the rest may be told in more words or fewer. Nobody's answer to that is held against the claim.
    fn in_other_words(&self, own: &Statement) -> Option<usize> {
        let one = &own.claim.assertion;
        let is_same = |other: &Statement| {
            let two = &other.claim.assertion;
            let (x, y) = (one.skeleton.predicate.as_ref()?, two.skeleton.predicate.as_ref()?);
            let kin = self.kit.thesaurus.compare(&x.lemma, &y.lemma)?;
            let same = kin != PredicateMatch::Opposite && one.polarity == two.polarity;
            (same && figures_agree(own, other)? && shares_most(own, other)).then_some(())
        };
        self.kindred(own).find(|(_, other)| is_same(other).is_some()).map(|(index, _)| index)
    }

    /// What the source of `own` is on record with that shares a predicate and a party with it.
    fn kindred(&self, own: &Statement) -> impl Iterator<Item = (usize, &'j Statement)> {
        let found = self.assertions.kindred(own).into_iter();
        let found = found.filter_map(|index| Some((index, *self.case.statements.get(index)?)));
        found.filter(|(_, other)| self.case.record.are_one_source(own, other))
    }

    /// Whether somebody else on record denies, in words of their own, what a claim says.
    fn denied(&self, statement: &Statement) -> Option<(Standing, usize)> {
        let predicate = statement.claim.assertion.skeleton.predicate.as_ref()?;
        let denials = self.answers.denials.get(&self.kit.thesaurus.key(&predicate.lemma))?;
        let found = denials.iter().find(|(_, denial)| {
            let skeletons = (&statement.claim.assertion.skeleton, &denial.claim.assertion.skeleton);
            let alignment = align(skeletons.0, skeletons.1, &self.kit.thesaurus);
            denial.claim.speaker.name != statement.claim.speaker.name
                && matches!(alignment, Alignment::Same { predicate, swapped: false, .. } if predicate != PredicateMatch::Opposite)
        })?;
        Some((Standing::Disputed, found.0))
    }
}

/// What may be told of two times, or of two things, is no contradiction.
fn contradicts(found: &Weighing) -> Option<Standing> {
    (found.opposition.is_some() && found.change().is_none()).then_some(Standing::Contradicted)
}

/// What is said again word for word is one thing, of whomever it speaks; only its figures may be others.
fn in_same_words(own: &Statement, other: &Statement) -> Option<Standing> {
    fn words(statement: &Statement) -> impl Iterator<Item = &str> {
        statement
            .words
            .iter()
            .filter(|word| !word.number)
            .map(|word| &*word.base)
            .filter(|word| *word != "that")
    }
    let same = words(own).eq(words(other)) && own.claim.assertion.polarity == other.claim.assertion.polarity;
    same.then(|| by_figures(own, other)).flatten()
}

/// Of what is said again with another figure: a toll of Thursday is no word against that of Monday.
fn by_figures(own: &Statement, other: &Statement) -> Option<Standing> {
    let days = own.claim.said.zip(other.claim.said);
    let another_day = days.is_some_and(|(one, other)| days_between(&one, &other) != 0);
    match figures_agree(own, other)? {
        true => Some(Standing::OnRecord),
        false => (!another_day).then_some(Standing::Contradicted),
    }
}

/// Whether the figures of a claim are those on record; `None` where it has others that cannot be compared.
fn figures_agree(own: &Statement, other: &Statement) -> Option<bool> {
    let (one, two) = (&own.claim.assertion.measures, &other.claim.assertion.measures);
    let mut figures = own.words.iter().filter(|word| word.number);
    let mut all_there = || figures.all(|own| other.words.iter().any(|word| word.form == own.form));
    match conflicting(one, two, ROUNDING, |_, _| true) {
        Ok(conflict) => Some(conflict.is_none()),
        Err(_) => all_there().then_some(true),
    }
}

/// Words that tell something, fewer of which are no evidence.
const TELLING: usize = 3;

/// Whether of the words of `own` that tell something most are among those of `other`.
fn shares_most(own: &Statement, other: &Statement) -> bool {
    let is_shared = |base: &&&str| other.words.iter().any(|word| *word.base == ***base);
    telling(own).is_some_and(|telling| is_most(telling.iter().filter(is_shared).count(), telling.len()))
}

/// The words of a claim that tell something, in their base form; `None` where they are too few.
pub fn telling(claim: &Statement) -> Option<BTreeSet<&str>> {
    let telling: BTreeSet<&str> =
        claim.words.iter().filter(|word| tells(word)).map(|word| &*word.base).collect();
    (telling.len() >= TELLING).then_some(telling)
}

/// Whether so many of some words are enough to say the same.
pub fn is_most(shared: usize, of: usize) -> bool {
    3 * shared >= 2 * of
}

fn tells(word: &Word) -> bool {
    word.number || word.form.chars().count() > if word.capital { 2 } else { 4 }
}

fn standing_of(found: &Likeness) -> Standing {
    match found.fidelity.changes.iter().map(|change| change.weight).max() {
        None | Some(Weight::Grammar) => Standing::OnRecord,
        Some(_) => Standing::Misquoted,
    }
}

/// Which claims of the record others of it turn down or put right.
struct Answers<'r> {
    /// By the ids of the former.
    by_target: FxHashMap<&'r str, (Standing, usize)>,
    /// Denials that name no id, by what they deny.
    denials: FxHashMap<PredicateKey<'r>, Vec<(usize, &'r Statement)>>,
}

impl<'r> Answers<'r> {
    fn of(record: impl Iterator<Item = (usize, &'r Statement)> + Clone, kit: &Kit) -> Answers<'r> {
        let mut by_target: FxHashMap<&str, (Standing, usize)> = FxHashMap::default();
        for (index, statement) in record.clone() {
            for link in &statement.claim.links {
                let standing = match link.kind {
                    LinkKind::Disputes | LinkKind::Denies => Standing::Disputed,
                    LinkKind::Corrects | LinkKind::Retracts => Standing::Superseded,
                };
                let known = by_target.entry(&link.target).or_insert((standing, index));
                // A retraction outweighs any number of disputes.
                if standing > known.0 {
                    *known = (standing, index);
                }
            }
        }
        let mut denials: FxHashMap<PredicateKey, Vec<(usize, &Statement)>> = FxHashMap::default();
        let denying = record.filter(|(_, it)| it.denies() && it.claim.links.is_empty());
        for (index, statement) in denying {
            if let Some(predicate) = &statement.claim.assertion.skeleton.predicate {
                denials.entry(kit.thesaurus.key(&predicate.lemma)).or_default().push((index, statement));
            }
        }
        Answers { by_target, denials }
    }

    fn to(&self, recorded: &Statement) -> Option<(Standing, usize)> {
        self.by_target.get(recorded.claim.id.as_str()).copied()
    }
}
