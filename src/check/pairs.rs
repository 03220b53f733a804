//! Rules that hold two claims against each other.
//!
//! Candidates are found by keys, never by trying all pairs: statements that can pass gate 2 share a topic, a
//! predicate, or what a figure counts.

use super::evidence::{Evidence, bound};
use super::quotes;
use super::sharing::{Sharers, may_take_a_stance};
use super::{Case, Kit};
use crate::claim::{Act, Claim, Medium, Resolved, Zone};
use crate::compare::{
    Alignment, Between, Lens, Opposed, Statement, Target, Weighing, align, days_between, describe_day,
    may_clash, weigh,
};
use crate::finding::{Confidence, Finding, Gate, Party, Relation, Step};
use crate::pack::{PairCheck, Selector};
use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// Others that a claim of the draft is opposed to and that are reported one by one; of more the nearest stands for all.
const FEW: usize = 3;

/// The findings of a rule about two claims; of several between the same two speakers the first stands.
pub(super) fn findings(evidence: &Evidence, pair: &PairCheck, kit: &Kit) -> Vec<Finding> {
    let lens = &pair.lens;
    for opposed in &lens.opposed {
        match opposed {
            Opposed::Denial { participant } => return denials(evidence, *participant),
            Opposed::AnsweredBefore => return answered_before(evidence),
            Opposed::Wording { at_least, departure } => {
                let chosen = chosen(evidence, &pair.a, kit);
                return quotes::departures(evidence, *at_least, departure, &chosen);
            }
            _ => {}
        }
    }
    let mut found: Vec<Match> = Vec::new();
    let mut seen = FxHashSet::default();
    for (one, other) in candidates(evidence, pair, kit) {
        let (Some(first), Some(second)) =
            (evidence.case.statements.get(one), evidence.case.statements.get(other))
        else {
            continue;
        };
        if !may_clash(first, second, lens, &kit.thesaurus) {
            continue;
        }
        let weighing = weigh(first, second, lens, &kit.thesaurus);
        let nothing_new = weighing.opposition.is_none()
            || on_record_in_time(evidence, first, lens, kit)
            || !seen.insert(pair_key(first, second, &weighing));
        if nothing_new {
            continue;
        }
        let (front, back) = if is_draft(&first.claim) { (one, other) } else { (other, one) };
        let weighing = if front == one { weighing } else { weighing.turned() };
        found.push(Match { front, back, weighing });
    }
    found.sort_by_key(|found| found.front);
    let by_claim = found.chunk_by(|one, other| one.front == other.front);
    by_claim.flat_map(|all| reported(evidence, all)).collect()
}

/// Two claims that are opposed, the first of them in the draft.
struct Match {
    front: usize,
    back: usize,
    weighing: Weighing,
}

/// The findings about one claim of the draft: where it is opposed to many others, one that counts them.
fn reported(evidence: &Evidence, all: &[Match]) -> Vec<Finding> {
    let finding = |it: &Match| evidence.of_pair(it.front, it.back, &it.weighing);
    if all.len() <= FEW {
        return all.iter().filter_map(finding).collect();
    }
    let nearest = all.iter().min_by_key(|it| distance(evidence, it));
    let mut findings: Vec<Finding> = nearest.and_then(finding).into_iter().collect();
    let note = format!("{} other claims stand against it in the same way", all.len() - 1);
    findings.iter_mut().for_each(|finding| finding.notes.push(note.clone()));
    findings
}

/// How far the claims lie from each other: in another text, by days, by claims.
fn distance(evidence: &Evidence, it: &Match) -> (bool, i64, usize) {
    let statement = |index: usize| evidence.case.statements.get(index).copied();
    let days = statement(it.front).zip(statement(it.back)).and_then(|(one, other)| {
        Some(days_between(one.claim.said.as_ref()?, other.claim.said.as_ref()?).abs())
    });
    let recorded = statement(it.back).is_none_or(|other| !is_draft(&other.claim));
    (recorded, days.unwrap_or(i64::MAX), it.front.abs_diff(it.back))
}

/// The gates of every pair that a rule holds together, also of those that come to nothing.
pub(super) fn trails<'t>(
    evidence: &'t Evidence<'t>,
    pair: &'t PairCheck,
    kit: &'t Kit,
) -> impl Iterator<Item = Vec<Step>> + use<'t> {
    candidates(evidence, pair, kit).filter_map(|(one, other)| {
        let (first, second) = (evidence.case.statements.get(one)?, evidence.case.statements.get(other)?);
        Some(weigh(first, second, &pair.lens, &kit.thesaurus).trail)
    })
}

fn denials(evidence: &Evidence, participant: bool) -> Vec<Finding> {
    let fitting = evidence.case.denials.iter().filter(|denial| denial.target.participant == participant);
    fitting
        .filter_map(|denial| {
            let one = evidence.case.statements.get(denial.denial)?;
            let other = evidence.case.statements.get(denial.target.index)?;
            evidence.of_pair(denial.denial, denial.target.index, &denial_weighing(one, other, &denial.target))
        })
        .collect()
}

/// Denials that are dated before what they turn down.
fn answered_before(evidence: &Evidence) -> Vec<Finding> {
    let denials = evidence.case.denials.iter();
    denials
        .filter_map(|denial| {
            let one = evidence.case.statements.get(denial.denial)?;
            let other = evidence.case.statements.get(denial.target.index)?;
            let (answer, claim) = (one.claim.said?, other.claim.said?);
            if !answer.sure || !claim.sure || answer.to > claim.from {
                return None;
            }
            let mut weighing = denial_weighing(one, other, &denial.target);
            let reason = "the answer is dated before what it answers".to_owned();
            weighing.trail.push(Step { gate: Gate::Time, passed: true, reason });
            let days = (describe_day(&answer), describe_day(&claim));
            weighing.opposition = Some(bound(weighing.relation, &denial.target.found_by, &days.0, &days.1));
            let mut finding = evidence.of_pair(denial.denial, denial.target.index, &weighing)?;
            // Dates are wrong whoever is quoted, and whatever the text says of the conflict.
            finding.severity = evidence.rule.severity;
            Some(finding)
        })
        .collect()
}

/// The statements that a selector takes.
fn chosen(evidence: &Evidence, select: &Selector, kit: &Kit) -> Vec<usize> {
    (0..evidence.case.statements.len()).filter(|index| evidence.takes(*index, select, kit)).collect()
}

pub(super) fn denial_weighing(denial: &Statement, target: &Statement, found: &Target) -> Weighing {
    let relation = match denial.claim.assertion.act {
        Act::Dispute => Relation::Disputes,
        _ => Relation::Denies,
    };
    Weighing {
        relation,
        by: Some(Party::A),
        trail: vec![Step { gate: Gate::Topic, passed: true, reason: found.found_by.clone() }],
        opposition: Some(bound(relation, &found.found_by, denial.claim.cue(), target.claim.cue())),
        confidence: Confidence::Medium,
    }
}

/// What two findings share when the second tells nothing new: the same two speakers at the same two positions.
pub(super) fn pair_key(a: &Statement, b: &Statement, weighing: &Weighing) -> [(String, String); 2] {
    let (says_a, says_b) = weighing.opposition.as_ref().map_or(("", ""), |found| (&found.a, &found.b));
    let side = |statement: &Statement, says: &str| {
        let name = &statement.claim.speaker.name;
        // Nameless speakers are told apart by how reports describe them.
        (if name.is_empty() { statement.who() } else { name.clone() }, says.to_owned())
    };
    let mut sides = [side(a, says_a), side(b, says_b)];
    sides.sort();
    sides
}

/// Whether the same speaker is on record with the same thing at the time that the draft gives.
fn on_record_in_time(evidence: &Evidence, claim: &Statement, lens: &Lens, kit: &Kit) -> bool {
    let stale = lens.opposed.iter().any(|opposed| matches!(opposed, Opposed::StaleWeekday { .. }));
    let same_thing = |other: &Statement| {
        let (one, two) = (&claim.claim.assertion.skeleton, &other.claim.assertion.skeleton);
        matches!(align(one, two, &kit.thesaurus), Alignment::Same { swapped: false, .. })
    };
    let in_time = |other: &Statement| match (&claim.claim.said, &other.claim.said) {
        (Some(one), Some(two)) => days_between(one, two) == 0,
        _ => false,
    };
    let mut recorded = evidence.case.record.same_speaker(claim);
    stale && recorded.any(|(_, other)| in_time(other) && same_thing(other))
}

fn is_draft(claim: &Claim<Resolved>) -> bool {
    claim.origin.medium == Medium::Draft
}

/// How many statements of one key a claim is held against on either side: those nearest in the draft, and those of the
/// record nearest in time. Bounds the work on long texts and large records.
pub const NEAREST: usize = 100;

/// Statements that share a key.
#[derive(Default)]
struct Group {
    /// Those of the draft, in its order.
    drafts: Vec<usize>,
    /// Those of the record, by the day they were made; undated ones first.
    records: Vec<(Option<NaiveDate>, usize)>,
}

impl Group {
    fn add(&mut self, index: usize, case: &Case) {
        let Some(statement) = case.statements.get(index) else { return };
        match is_draft(&statement.claim) {
            true => self.drafts.push(index),
            false => self.records.push((day_of(statement), index)),
        }
    }

    /// Whether there is anybody on both sides, and somebody of the draft.
    fn have_pairs(both: &[Group; 2]) -> bool {
        let some = |group: &Group| !group.drafts.is_empty() || !group.records.is_empty();
        both.iter().all(some) && both.iter().any(|group| !group.drafts.is_empty())
    }

    /// Those that a claim of the draft is held against.
    fn near<'g>(&'g self, index: usize, statements: &[&Statement]) -> impl Iterator<Item = usize> + use<'g> {
        let recorded = statements.get(index).map(|statement| self.near_in_time(statement));
        self.near_in_draft(index).iter().copied().chain(recorded.into_iter().flatten())
    }

    fn near_in_draft(&self, index: usize) -> &[usize] {
        let at = self.drafts.partition_point(|other| *other < index);
        near(&self.drafts, at)
    }

    fn near_in_time<'g>(&'g self, statement: &Statement) -> impl Iterator<Item = usize> + use<'g> {
        near_in_time(&self.records, statement)
    }
}

/// Of statements in the order of their days, undated ones first, those nearest in time to one.
pub(super) fn near_in_time<'g>(
    dated: &'g [(Option<NaiveDate>, usize)],
    statement: &Statement,
) -> impl Iterator<Item = usize> + use<'g> {
    let day = day_of(statement);
    let at = dated.partition_point(|(other, _)| *other < day);
    near(dated, at).iter().map(|(_, index)| *index)
}

fn near<T>(all: &[T], at: usize) -> &[T] {
    all.get(at.saturating_sub(NEAREST)..all.len().min(at + NEAREST)).unwrap_or_default()
}

pub(super) fn day_of(statement: &Statement) -> Option<NaiveDate> {
    statement.claim.said.map(|said| said.from)
}

/// The statements of each key that each of the two selectors takes.
fn groups(evidence: &Evidence, pair: &PairCheck, kit: &Kit) -> Vec<[Group; 2]> {
    let (case, lens) = (evidence.case, &pair.lens);
    let taken_by = |index: usize| {
        let statement = case.statements.get(index).filter(|statement| may_take_a_stance(statement, lens));
        let by = |select| statement.is_some() && evidence.takes(index, select, kit);
        [by(&pair.a), by(&pair.b)]
    };
    let mut known: FxHashMap<usize, [bool; 2]> = FxHashMap::default();
    let mut both = |sharers: &Sharers| {
        let mut both = [Group::default(), Group::default()];
        let records = if lens.between.is_within_a_text() { &[][..] } else { &sharers.records };
        for index in sharers.drafts.iter().chain(records).copied() {
            let taken = *known.entry(index).or_insert_with(|| taken_by(index));
            let groups = both.iter_mut().zip(taken).filter(|(_, taken)| *taken);
            groups.for_each(|(group, _)| group.add(index, case));
        }
        both.iter_mut().for_each(|group| group.records.sort_unstable());
        both
    };
    let groups = case.sharing.under(case, lens, kit);
    groups.iter().map(&mut both).filter(Group::have_pairs).collect()
}

/// Pairs that may pass gate 2 and of which at least one stands in the draft, in the order of the text. They are told claim by
/// claim: all of them at once would take more room than the text.
fn candidates<'c>(
    evidence: &Evidence<'c>,
    pair: &'c PairCheck,
    kit: &Kit,
) -> impl Iterator<Item = (usize, usize)> + use<'c> {
    let statements: &'c [&'c Statement] = &evidence.case.statements;
    let groups = groups(evidence, pair, kit);
    let mut of_draft: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, [ones, _]) in groups.iter().enumerate() {
        ones.drafts.iter().for_each(|one| of_draft.entry(*one).or_default().push(number));
    }
    let from_record = from_record(&groups, statements, &pair.lens);
    let from_draft = of_draft.into_iter().flat_map(move |(one, numbers)| {
        let own = numbers.into_iter().filter_map(|number| groups.get(number));
        let others = own.flat_map(|[_, others]| others.near(one, statements)).map(|other| (one, other));
        in_order(others, statements, &pair.lens)
    });
    from_draft.chain(from_record)
}

/// The pairs whose first claim is of the record.
fn from_record(groups: &[[Group; 2]], statements: &[&Statement], lens: &Lens) -> Vec<(usize, usize)> {
    let of_group = |[ones, others]: &[Group; 2]| {
        let near = |other: &usize| {
            let near =
                statements.get(*other).map(|statement| ones.near_in_time(statement).collect::<Vec<_>>());
            near.into_iter().flatten().map(|one| (one, *other)).collect::<Vec<_>>()
        };
        others.drafts.iter().flat_map(near).collect::<Vec<_>>()
    };
    in_order(groups.iter().flat_map(of_group), statements, lens)
}

/// The pairs that a lens may take, each once.
fn in_order(
    pairs: impl Iterator<Item = (usize, usize)>,
    statements: &[&Statement],
    lens: &Lens,
) -> Vec<(usize, usize)> {
    let mut pairs: Vec<_> = pairs.filter(|(one, other)| may_pair(statements, *one, *other, lens)).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn may_pair(statements: &[&Statement], one: usize, other: usize, lens: &Lens) -> bool {
    let (Some(a), Some(b)) = (statements.get(one), statements.get(other)) else { return false };
    let drafts = (is_draft(&a.claim), is_draft(&b.claim));
    match lens.between {
        Between::HeadlineAndBody | Between::DraftAndRecord => misplaced(a, b, lens.between).is_none(),
        Between::ClaimAndText => drafts == (true, true) && one < other,
        // Both orders come up where both selectors take both; one is enough.
        _ => one != other && (drafts.0 || drafts.1) && (one < other || !drafts.1),
    }
}

/// Why two claims do not stand where a rule looks for the first and the second.
pub(super) fn misplaced(a: &Statement, b: &Statement, between: Between) -> Option<&'static str> {
    let (one, other) = (&a.claim.origin, &b.claim.origin);
    let drafts = (one.medium == Medium::Draft, other.medium == Medium::Draft);
    let in_one_draft = drafts == (true, true) && one.file == other.file;
    match between {
        Between::HeadlineAndBody => {
            let zones = (one.zone, other.zone) == (Zone::Headline, Zone::Body);
            (!in_one_draft || !zones).then_some("they are not a headline and what stands below it")
        }
        Between::DraftAndRecord => {
            (drafts != (true, false)).then_some("they are not a claim of a draft and one on record")
        }
        Between::ClaimAndText => {
            let follows = in_one_draft && one.span.start < other.span.start;
            (!follows).then_some("the second does not follow the first in one draft")
        }
        _ => None,
    }
}
