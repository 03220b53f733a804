//! Keys by which claims are brought together that rules hold against each other, wherever they are kept.
//!
//! A key is what two claims must share (`check::sharing`) and a stretch of time, or a text where there is no day. Claims that
//! share no key of a rule cannot conflict under it.

use super::Kit;
use super::conflicts::of_records;
use super::sharing::{Predicated, Shared, keys_of};
use crate::claim::{Interval, Irrealis};
use crate::compare::{Lens, Statement, is_narrow, subject_keys};
use crate::pack::{PairCheck, Rule};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Lengths of the stretches in days: the shortest one that a rule does not reach beyond. Rules that reach beyond all of
/// them have one stretch for all time.
const STRETCHES: [i64; 3] = [8, 64, 1024];

/// Where a claim stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// The name of its text.
    pub text: Arc<str>,
    /// Its number among the claims of the text.
    pub number: usize,
    /// Whether the text has claims without a day: these are held against those of their own text.
    pub undated: bool,
}

impl Home {
    /// The homes of claims, those of one text in a row; `name` names the text of a claim.
    pub fn of(statements: &[Statement], name: impl Fn(&Statement) -> String) -> Vec<Home> {
        let texts = statements.chunk_by(|one, next| one.claim.origin.file == next.claim.origin.file);
        let of_text = |own: &[Statement]| -> Vec<Home> {
            let text: Arc<str> = own.first().map(&name).unwrap_or_default().into();
            let undated = own.iter().any(|statement| statement.claim.said.is_none());
            (0..own.len()).map(|number| Home { text: text.clone(), number, undated }).collect()
        };
        texts.flat_map(of_text).collect()
    }
}

/// All keys of a claim under `rules`.
pub fn blocking_keys(statement: &Statement, home: &Home, rules: &[Rule], kit: &Kit) -> BTreeSet<String> {
    let pairs = rules.iter().filter_map(of_records);
    pairs.flat_map(|pair| keys_under(statement, home, pair, kit)).collect()
}

/// The keys of a claim under one rule, in their order; none for a claim that the rule has nothing to say of.
pub(super) fn keys_under(statement: &Statement, home: &Home, pair: &PairCheck, kit: &Kit) -> Vec<String> {
    let lens = &pair.lens;
    let counts = |irrealis| lens.demands && irrealis == Irrealis::Demand;
    if !statement.irrealis().is_none_or(counts) || !(pair.a.takes(statement) || pair.b.takes(statement)) {
        return Vec::new();
    }
    let shared = keys_of(statement, lens, kit);
    if shared.is_empty() {
        return Vec::new();
    }
    let stretches = stretches(statement, home, lens.within);
    let mut keys = Vec::with_capacity(shared.len() * stretches.len());
    for key in &shared {
        let speaker = key.speaker.as_ref().map(|name| format!("by/{name}/")).unwrap_or_default();
        for about in about(&key.shared, statement, lens) {
            keys.extend(stretches.iter().map(|stretch| printable(format!("{speaker}{about}{stretch}"))));
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn about(shared: &Shared, statement: &Statement, lens: &Lens) -> Vec<String> {
    let about = match shared {
        Shared::Topic => format!("topic/{}", lens.topic.as_ref().map_or("", |topic| topic.name.as_str())),
        Shared::Predicate(Predicated::Group(line), party) => format!("said/={line}/{party}"),
        Shared::Predicate(Predicated::Lemma(lemma), party) => format!("said/{lemma}/{party}"),
        // Figures that count nothing are held against none.
        Shared::Counted(noun) if noun.is_empty() => return Vec::new(),
        Shared::Counted(noun) => format!("count/{noun}"),
        Shared::Subject(_) => {
            let subjects = subject_keys(&statement.claim.assertion.skeleton);
            return subjects.map(|subject| format!("subject/{subject}")).collect();
        }
        Shared::Deed(verb) => format!("deed/{verb}"),
    };
    vec![about]
}

/// A key stands in a line of its own, in a field of its own.
fn printable(key: String) -> String {
    if key.contains(char::is_control) { key.replace(char::is_control, " ") } else { key }
}

/// The stretches that a claim is in: from its first day on as far as a later claim may stand from its last. So two claims that
/// a rule may hold against each other share at least the one in which the later of them begins.
fn stretches(statement: &Statement, home: &Home, within: Option<i64>) -> Vec<String> {
    let own_text = || format!("@in:{}", home.text);
    let Some(said) = &statement.claim.said else { return vec![own_text()] };
    let length = within.and_then(|within| STRETCHES.into_iter().find(|length| within <= *length));
    let mut stretches = match length.zip(within) {
        Some(_) if !is_narrow(said) => Vec::new(),
        Some((length, within)) => {
            let last = day_number(last_day(said)) + within;
            let numbers = day_number(said.from) / length..=last / length;
            numbers.map(|number| format!("@{length}:{number:07}")).collect()
        }
        None => vec!["@".to_owned()],
    };
    stretches.extend(home.undated.then(own_text));
    stretches
}

/// The last day on which the claim may have been made.
pub(super) fn last_day(said: &Interval) -> NaiveDate {
    said.to.pred_opt().unwrap_or(said.from).max(said.from)
}

/// Days from the year 1 on.
fn day_number(day: NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce().max(0))
}
