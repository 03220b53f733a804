//! Conflicts among the claims of a record, without any draft.

use super::evidence::Evidence;
use super::keys::{Home, keys_under, last_day};
use super::pairs::{day_of, pair_key};
use super::sightings::Seen;
use super::{Case, Kit, Read};
use crate::compare::{Between, Lens, Opposed, Statement, may_clash, sides_differ, weigh};
use crate::document::{self, Document};
use crate::finding::Finding;
use crate::pack::{PairCheck, Rule, Subject};
use crate::text::Source;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Ordering;

/// Earlier claims of one key that a claim is held against: the nearest whose speakers a rule may ask for.
const HELD: usize = 30;

/// Earlier claims of one key that are looked at for those. Both bound the work on keys that many claims share.
pub const LOOKED_AT: usize = 1000;

/// Claims that are held against one another.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// The claims, in the order of the record.
    pub statements: Vec<Statement>,
    /// Where each of them stands.
    pub homes: Vec<Home>,
    /// The one key that is looked at, where the others are looked at elsewhere.
    pub key: Option<String>,
    /// Those that have been held against one another before, by their number.
    pub settled: FxHashSet<usize>,
}

/// Two claims that conflict.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// Their numbers among the claims; as the finding has them.
    pub pair: (usize, usize),
    /// The key that they share, the first of several.
    pub key: String,
    /// What is told of them.
    pub finding: Finding,
    /// Speaker and position of both, in order: of several conflicts that have these in common the first is told.
    pub positions: [(String, String); 2],
}

/// Where claims conflict under a rule about two claims, in the order of the record; of several between the same two
/// speakers at the same two positions the first stands.
pub fn conflicts(gathered: &Gathered, rule: &Rule, kit: &Kit) -> Vec<Conflict> {
    let Some(pair) = of_records(rule) else { return Vec::new() };
    let record = &gathered.statements;
    let (draft, read) = (nothing(), Read::default());
    let case = Case::of_record(&read, record);
    let evidence = Evidence { rule, draft: &draft, case: &case, seen: Seen::default() };
    let mut seen = FxHashSet::default();
    let mut found = Vec::new();
    for Candidate { one, other, key } in candidates(gathered, pair, kit) {
        let (Some(a), Some(b)) = (record.get(one), record.get(other)) else { continue };
        if !may_clash(a, b, &pair.lens, &kit.thesaurus) {
            continue;
        }
        let weighing = weigh(a, b, &pair.lens, &kit.thesaurus);
        if weighing.opposition.is_none() {
            continue;
        }
        let positions = pair_key(a, b, &weighing);
        let finding = evidence.of_pair(one, other, &weighing).filter(|_| seen.insert(positions.clone()));
        found.extend(finding.map(|finding| Conflict { pair: (one, other), key, finding, positions }));
    }
    found
}

/// Whether a rule has something to say of claims that stand in no draft.
pub fn concerns_records(rule: &Rule) -> bool {
    of_records(rule).is_some()
}

/// What a rule says of two claims that stand in no draft.
pub(super) fn of_records(rule: &Rule) -> Option<&PairCheck> {
    match &rule.subject {
        Subject::Pair(pair) if needs_no_draft(&pair.lens) => Some(pair),
        _ => None,
    }
}

fn needs_no_draft(lens: &Lens) -> bool {
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

/// Two claims that may be opposed, in the order in which the rule takes them.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    one: usize,
    other: usize,
    key: String,
}

/// Pairs that share a key and may be opposed, in the order of the record.
fn candidates(gathered: &Gathered, pair: &PairCheck, kit: &Kit) -> Vec<Candidate> {
    let statements = gathered.statements.iter().zip(&gathered.homes);
    let keys: Vec<Vec<String>> =
        statements.map(|(statement, home)| keys_under(statement, home, pair, kit)).collect();
    let mut candidates = Vec::new();
    for (key, group) in groups(gathered, &keys) {
        for (at, later) in group.iter().enumerate().filter(|(_, later)| !gathered.settled.contains(later)) {
            let earlier = group.get(at.saturating_sub(LOOKED_AT)..at).unwrap_or_default().iter().rev();
            let own = earlier.filter(|earlier| first_shared(&keys, **earlier, *later) == Some(key));
            let fitting = own.filter_map(|earlier| fitting(gathered, *earlier, *later, pair));
            let told = |(one, other)| Candidate { one, other, key: key.to_owned() };
            candidates.extend(fitting.take(HELD).map(told));
        }
    }
    candidates.sort_unstable();
    candidates
}

/// The statements that share a key, by their days; undated ones first.
fn groups<'k>(gathered: &Gathered, keys: &'k [Vec<String>]) -> FxHashMap<&'k str, Vec<usize>> {
    let mut groups: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    let wanted = |key: &&String| gathered.key.as_ref().is_none_or(|only| only == *key);
    for (index, own) in keys.iter().enumerate() {
        own.iter().filter(wanted).for_each(|key| groups.entry(key).or_default().push(index));
    }
    let day = |index: &usize| gathered.statements.get(*index).and_then(day_of);
    groups.values_mut().for_each(|group| group.sort_by_cached_key(|index| (day(index), *index)));
    groups
}

/// The first of the keys that two claims share: under it, and no other, they are held against each other.
fn first_shared(keys: &[Vec<String>], one: usize, other: usize) -> Option<&str> {
    let (mut ones, mut others) = (keys.get(one)?.iter().peekable(), keys.get(other)?.iter().peekable());
    loop {
        match (*ones.peek()?).cmp(*others.peek()?) {
            Ordering::Less => ones.next(),
            Ordering::Greater => others.next(),
            Ordering::Equal => return ones.next().map(String::as_str),
        };
    }
}

/// The two in the order of the record, or else in the one in which the rule takes them; `None` where days and speakers tell
/// that it takes them in neither.
fn fitting(gathered: &Gathered, earlier: usize, later: usize, pair: &PairCheck) -> Option<(usize, usize)> {
    let statement = |index: usize| gathered.statements.get(index);
    let (first, second) = (statement(earlier)?, statement(later)?);
    let is_near = first.claim.said.zip(second.claim.said).zip(pair.lens.within);
    if is_near.is_some_and(|((one, other), within)| (other.from - last_day(&one)).num_days() > within)
        || pair.lens.between == Between::Sides && !sides_differ(first, second)
    {
        return None;
    }
    let (one, other) = (earlier.min(later), earlier.max(later));
    [(one, other), (other, one)].into_iter().find(|(one, other)| {
        statement(*one).is_some_and(|a| pair.a.takes(a)) && statement(*other).is_some_and(|b| pair.b.takes(b))
    })
}

impl Gathered {
    /// The claims of a record, those of one text in a row; `name` names the text of a claim.
    pub fn of(statements: Vec<Statement>, name: impl Fn(&Statement) -> String) -> Gathered {
        Gathered { homes: Home::of(&statements, name), statements, ..Gathered::default() }
    }
}
