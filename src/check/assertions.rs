//! What the sources of the record assert, by what it can be held against.

use super::pairs::{day_of, near_in_time};
use crate::claim::last_name;
use crate::compare::{PredicateKey, Statement, Thesaurus, alignment_keys};
use chrono::NaiveDate;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// The statements of the record by source, by what they predicate, and of whom.
pub(super) struct Assertions<'r> {
    thesaurus: &'r Thesaurus,
    /// With the day of each, in the order of days; undated ones first.
    by_key: FxHashMap<Key<'r>, Vec<(Option<NaiveDate>, usize)>>,
}

/// A source's last name, a predicate, and one of its parties.
type Key<'k> = (String, PredicateKey<'k>, String);

impl<'r> Assertions<'r> {
    /// Of statements with their numbers.
    pub fn of(
        record: impl Iterator<Item = (usize, &'r Statement)>,
        thesaurus: &'r Thesaurus,
    ) -> Assertions<'r> {
        let mut by_key: FxHashMap<Key, Vec<_>> = FxHashMap::default();
        for (index, statement) in record {
            let dated = (day_of(statement), index);
            keys(statement, thesaurus).for_each(|key| by_key.entry(key).or_default().push(dated));
        }
        by_key.values_mut().for_each(|dated| dated.sort_unstable());
        Assertions { thesaurus, by_key }
    }

    /// The numbers of what a source of that name asserts that shares predicate and party with `own`; of many, those nearest in
    /// time, as an archive finds them.
    pub fn kindred(&self, own: &Statement) -> BTreeSet<usize> {
        let found = keys(own, self.thesaurus).filter_map(|key| self.by_key.get(&key));
        found.flat_map(|dated| near_in_time(dated, own)).collect()
    }
}

fn keys<'s>(statement: &'s Statement, thesaurus: &'s Thesaurus) -> impl Iterator<Item = Key<'s>> {
    let claim = &statement.claim;
    let skeleton = &claim.assertion.skeleton;
    let predicate = skeleton.predicate.as_ref().map(|predicate| thesaurus.key(&predicate.lemma));
    let source = last_name(&claim.speaker.name).to_lowercase();
    let of_party = move |(predicate, party): (_, &str)| (source.clone(), predicate, party.to_lowercase());
    predicate.into_iter().flat_map(|it| alignment_keys(skeleton).map(move |party| (it, party))).map(of_party)
}
