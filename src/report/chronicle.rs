//! Claims by what they speak of, each topic in order of time: what timelines are drawn from.

use crate::claim::{Bound, Interval};
use crate::compare::{Statement, describe_day};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The heading of claims on no topic.
pub(super) const NO_TOPIC: &str = "on no named topic";

/// Claims on one topic.
#[derive(Clone, Debug)]
pub(super) struct Thread<'s> {
    /// What they speak of; `None` where no topic is known.
    pub topic: Option<String>,
    /// Indices of the claims with them, by their days, undated ones last.
    pub claims: Vec<(usize, &'s Statement)>,
}

impl Thread<'_> {
    /// The topic's name as a heading.
    pub fn title(&self) -> String {
        let Some(topic) = &self.topic else { return NO_TOPIC.to_owned() };
        // Journals write topics with hyphens between words; names of people have hyphens of their own.
        let is_written = topic.chars().all(|c| c.is_lowercase() || c.is_numeric() || c == '-');
        if is_written { topic.replace('-', " ") } else { topic.clone() }
    }
}

/// The claims by what they speak of as `topics` tells it; topics by their names, those on none last.
pub(super) fn threads<'s>(
    claims: impl IntoIterator<Item = (usize, &'s Statement)>,
    topics: impl Fn(usize, &'s Statement) -> BTreeSet<&'s str>,
) -> Vec<Thread<'s>> {
    let mut by_topic: BTreeMap<&str, Vec<(usize, &Statement)>> = BTreeMap::new();
    let mut on_none = Vec::new();
    for (index, claim) in claims {
        let topics = topics(index, claim);
        if topics.is_empty() {
            on_none.push((index, claim));
        }
        topics.into_iter().for_each(|topic| by_topic.entry(topic).or_default().push((index, claim)));
    }
    let named = by_topic.into_iter().map(|(topic, claims)| (Some(topic.to_owned()), claims));
    let unnamed = (!on_none.is_empty()).then_some((None, on_none));
    let threads = named.chain(unnamed).map(|(topic, mut claims)| {
        claims.sort_by_key(|(index, claim)| (day(claim), *index));
        Thread { topic, claims }
    });
    threads.collect()
}

/// What orders claims: dated before undated, the earlier first, the shorter time first.
fn day(claim: &Statement) -> (bool, Option<(NaiveDate, NaiveDate)>) {
    let said = claim.claim.said;
    (said.is_none(), said.map(|said| (said.from, said.to)))
}

/// Whether the day is known: one day, neither guessed nor a bound.
pub(super) fn is_certain(said: &Interval) -> bool {
    said.sure && said.bound == Bound::At && said.to <= said.from + chrono::Days::new(1)
}

/// The interval in words, its bound included.
pub(super) fn describe(said: &Interval) -> String {
    let days = describe_day(said);
    match said.bound {
        Bound::At => days,
        Bound::Since => format!("since {days}"),
        Bound::Until => format!("until {days}"),
        Bound::By => format!("by {days}"),
        Bound::Before => format!("before {days}"),
        Bound::After => format!("after {days}"),
    }
}
