//! How far the sentences of a draft came on the way to findings.

use super::evidence::Evidence;
use super::read::text_of;
use super::sightings::Sightings;
use super::{Case, Kit, Read, pairs};
use crate::compare::Statement;
use crate::document::Document;
use crate::finding::Gate;
use crate::pack::{Rule, Subject};
use std::collections::{BTreeMap, BTreeSet};

/// Counts along the way of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Sentences of the draft.
    pub sentences: usize,
    /// Those in which something is attributed.
    pub cued: usize,
    /// Attributed claims.
    pub claims: usize,
    /// Pairs of claims that a rule held against each other; two rules may hold the same two.
    pub pairs: usize,
    /// How many of them passed each gate.
    pub passed: BTreeMap<Gate, usize>,
}

impl Stats {
    /// Counts what a check of the draft weighs, by weighing it once more.
    pub fn of(draft: &Document, read: &Read, record: &[Statement], rules: &[Rule], kit: &Kit) -> Stats {
        let claims = || read.statements.iter().filter(|statement| statement.is_attributed());
        let mut stats = Stats {
            sentences: text_of(draft).sentences().len(),
            cued: claims().map(|claim| claim.sentence).collect::<BTreeSet<_>>().len(),
            claims: claims().count(),
            ..Stats::default()
        };
        let case = Case::of(draft, read, Some(record), rules, kit);
        let sightings = Sightings::of(draft, read, rules);
        for (number, rule) in rules.iter().enumerate() {
            if let Subject::Pair(pair) = &rule.subject {
                let seen = sightings.of_rule(number, rule.watched.len());
                let evidence = Evidence { rule, draft, case: &case, seen };
                for trail in pairs::trails(&evidence, pair, kit) {
                    stats.pairs += 1;
                    let passed = trail.iter().filter(|step| step.passed);
                    passed.for_each(|step| *stats.passed.entry(step.gate).or_default() += 1);
                }
            }
        }
        stats
    }

    /// The counts of several drafts together.
    pub fn sum(all: impl IntoIterator<Item = Stats>) -> Stats {
        all.into_iter().fold(Stats::default(), |mut sum, stats| {
            sum.sentences += stats.sentences;
            sum.cued += stats.cued;
            sum.claims += stats.claims;
            sum.pairs += stats.pairs;
            for (gate, count) in stats.passed {
                *sum.passed.entry(gate).or_default() += count;
            }
            sum
        })
    }
}
