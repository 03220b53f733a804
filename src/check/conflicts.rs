//! Conflicts among the claims of a record, without any draft.

use super::evidence::Evidence;
use super::pairs::{Key, day_of, keys_of, pair_key};
use super::sightings::Seen;
use super::{Case, Kit, Read};
use crate::compare::{Between, Lens, Opposed, Statement, may_meet, sides_differ, weigh};
use crate::document::{self, Document};
use crate::finding::Finding;
use crate::pack::{PairCheck, Rule, Subject};
use crate::text::Source;
use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet};

/// Later claims of one key that a claim is held against; bounds the work on keys that many claims share.
const NEXT: usize = 30;

/// Where claims of a record conflict under a rule about two claims, in the order of the record; of several between the
/// same two speakers at the same two positions the first stands.
pub fn conflicts(record: &[Statement], rule: &Rule, kit: &Kit) -> Vec<Finding> {
    let Subject::Pair(pair) = &rule.subject else { return Vec::new() };
    if !concerns_records(&pair.lens) {
        return Vec::new();
    }
    let (draft, read) = (nothing(), Read::default());
    let case = Case::of_record(&read, record);
    let evidence = Evidence { rule, draft: &draft, case: &case, seen: Seen::default() };
    let mut seen = FxHashSet::default();
    let mut findings = Vec::new();
    for (one, other) in candidates(&case.statements, pair, kit) {
        let (Some(a), Some(b)) = (record.get(one), record.get(other)) else { continue };
        if !may_meet(a, b, &pair.lens, &kit.thesaurus) {
            continue;
        }
        let weighing = weigh(a, b, &pair.lens, &kit.thesaurus);
        if weighing.opposition.is_some() && seen.insert(pair_key(a, b, &weighing)) {
            findings.extend(evidence.of_pair(one, other, &weighing));
        }
    }
    findings
}

/// Whether a rule has something to say of claims that stand in no draft.
fn concerns_records(lens: &Lens) -> bool {
    use Between::{Anyone, Apart, SameSide, SameSpeaker, Sides, Speakers};
    let between = matches!(lens.between, Anyone | Sides | Speakers | Apart | SameSide | SameSpeaker);
    let of_text = |opposed: &Opposed| {
        matches!(
            opposed,
            Opposed::Denial { .. }
                | Opposed::Wording { .. }
                | Opposed::HedgeDropped
                | Opposed::ChainDropped
                | Opposed::SourceDropped
                | Opposed::AnsweredBefore
                | Opposed::StaleWeekday { .. }
        )
    };
    between && !lens.opposed.iter().any(of_text)
}

/// A draft in which nothing stands.
fn nothing() -> Document {
    document::read(Source::new("", ""))
}

/// Pairs that share a key and may be opposed, in the order of the record.
fn candidates(statements: &[&Statement], pair: &PairCheck, kit: &Kit) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for group in groups(statements, pair, kit).into_values() {
        for (at, (day, one)) in group.iter().enumerate() {
            let next = group.iter().skip(at + 1).take_while(|(other, _)| is_within(*day, *other, &pair.lens));
            let fitting = next.filter(|(_, other)| fits(statements, *one, *other, pair));
            pairs.extend(fitting.take(NEXT).map(|(_, other)| (*one.min(other), *one.max(other))));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

type Group = Vec<(Option<NaiveDate>, usize)>;

/// The statements that share a key, by their days.
fn groups(statements: &[&Statement], pair: &PairCheck, kit: &Kit) -> FxHashMap<Key, Group> {
    let mut groups: FxHashMap<Key, Group> = FxHashMap::default();
    let taken = statements.iter().enumerate().filter(|(_, it)| pair.a.takes(it) || pair.b.takes(it));
    for (index, statement) in taken.filter(|(_, it)| it.irrealis().is_none()) {
        for key in keys_of(statement, &pair.lens, kit) {
            groups.entry(key).or_default().push((day_of(statement), index));
        }
    }
    groups.values_mut().for_each(|group| group.sort_unstable());
    groups
}

fn is_within(first: Option<NaiveDate>, later: Option<NaiveDate>, lens: &Lens) -> bool {
    let days = first.zip(later).map(|(first, later)| (later - first).num_days());
    days.zip(lens.within).is_none_or(|(days, most)| days <= most)
}

/// Whether the speakers may be those that the rule asks for: tells most pairs apart without weighing them.
fn fits(statements: &[&Statement], one: usize, other: usize, pair: &PairCheck) -> bool {
    let (Some(a), Some(b)) = (statements.get(one), statements.get(other)) else { return false };
    let selected = pair.a.takes(a) && pair.b.takes(b);
    selected && (pair.lens.between != Between::Sides || sides_differ(a, b))
}
