//! One draft with everything around it: claims, findings, timeline, matrix, the record.

use super::{Sheet, claims, draft, findings, matrix, recorded, timeline};
use crate::check::{Topics, Verdict};
use crate::compare::Statement;
use crate::finding::{Severity, Standing};
use crate::pack::Rule;
use crate::report::chronicle::{self, Thread};
use crate::report::tally::counted;
use chrono::NaiveDate;
use maud::{Markup, html};
use std::collections::{BTreeMap, BTreeSet};

/// Claims of the record that are shown on one topic of a draft, at the most.
const MOST_RECORDED: usize = 200;

/// A sheet, and what all its parts look things up in.
pub(super) struct Desk<'d> {
    /// The sheet's number on the page, from 1: the beginning of all its ids.
    pub number: usize,
    pub sheet: &'d Sheet<'d>,
    /// Attributed claims of the draft, in its order; they are numbered from 1.
    pub claims: Vec<(usize, &'d Statement)>,
    /// Verdicts by the claim's index among the statements.
    pub verdicts: BTreeMap<usize, &'d Verdict>,
    pub record: &'d [Statement],
    pub topics: Topics<'d>,
    /// What draft and record say on each topic that the draft speaks of.
    pub threads: Vec<Thread<'d>>,
}

/// A claim of the draft or of the record, as the parts of a page point to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reference {
    /// The draft's, by its number.
    Own(usize),
    /// The record's, by its index.
    Recorded(usize),
}

impl<'d> Desk<'d> {
    pub fn new(number: usize, sheet: &'d Sheet<'d>, rules: &'d [Rule]) -> Desk<'d> {
        let record = sheet.record;
        let attributed =
            sheet.statements.iter().enumerate().filter(|(_, statement)| statement.is_attributed());
        let verdicts = sheet.verdicts.iter().map(|verdict| (verdict.claim, verdict));
        let topics = Topics::of(rules, record);
        let claims: Vec<(usize, &Statement)> = attributed.collect();
        let threads = threads(&claims, sheet, record, &topics);
        Desk { number, sheet, claims, verdicts: verdicts.collect(), record, topics, threads }
    }

    pub fn print(&self) -> Markup {
        let Sheet { draft, findings, .. } = self.sheet;
        let heading = self.id("title", 0);
        html! {
            article.sheet aria-labelledby=(heading) {
                header.head {
                    h2 id=(heading) { (draft.source.name()) }
                    p.facts {
                        @if let Some(date) = draft.meta.date { (day(date)) " · " }
                        @if let Some(outlet) = &draft.meta.outlet { (outlet) " · " }
                        (counted(self.claims.len(), "claim")) " · " (counted(findings.len(), "finding"))
                    }
                    (self.standings())
                }
                div.desk {
                    (draft::section(self))
                    (findings::section(self))
                }
                (timeline::section(self))
                (matrix::section(self))
                (recorded::section(self))
            }
        }
    }

    /// An id that no other part of the page has.
    pub fn id(&self, what: &str, number: usize) -> String {
        format!("d{}-{what}-{number}", self.number)
    }

    /// The id of a claim's entry.
    pub fn entry(&self, reference: Reference) -> String {
        match reference {
            Reference::Own(number) => self.id("claim", number),
            Reference::Recorded(index) => self.id("record", index + 1),
        }
    }

    /// Whose claim an index of [`Desk::threads`] is: those of the record come after the draft's statements.
    pub fn reference(&self, index: usize) -> Reference {
        match index.checked_sub(self.sheet.statements.len()) {
            Some(recorded) => Reference::Recorded(recorded),
            None => Reference::Own(self.claims.partition_point(|(own, _)| *own < index) + 1),
        }
    }

    pub fn standing(&self, index: usize) -> Option<Standing> {
        self.verdicts.get(&index).map(|verdict| verdict.standing)
    }

    /// Claims of the record that something on the sheet points to.
    pub fn recorded(&self) -> BTreeSet<usize> {
        let on_topic = self.threads.iter().flat_map(|thread| &thread.claims);
        let on_topic = on_topic.filter_map(|(index, _)| index.checked_sub(self.sheet.statements.len()));
        let held_against =
            self.verdicts.values().flat_map(|verdict| verdict.on_record.iter().chain(&verdict.by));
        on_topic.chain(held_against.copied()).collect()
    }

    /// How many claims stand how to the record, as a bar and in words.
    fn standings(&self) -> Markup {
        let counts = Standing::ALL.map(|standing| {
            let count = self.verdicts.values().filter(|verdict| verdict.standing == standing).count();
            (standing, count)
        });
        let counts: Vec<(Standing, usize)> = counts.into_iter().filter(|(_, count)| *count > 0).collect();
        let share = |count: usize| count as f64 * 100.0 / self.verdicts.len() as f64;
        let begins = counts.iter().scan(0, |sum, (_, count)| Some(std::mem::replace(sum, *sum + count)));
        html! {
            @if !counts.is_empty() {
                svg.bar aria-hidden="true" height="6" width="100%" {
                    @for ((standing, count), begin) in counts.iter().zip(begins) {
                        rect class=(claims::standing_class(*standing)) x=(percent(share(begin))) width=(percent(share(*count))) height="6" {}
                    }
                }
                ul.standings {
                    @for (standing, count) in &counts {
                        li class=(claims::standing_class(*standing)) { (count) " " (standing.title()) }
                    }
                }
            }
        }
    }
}

/// What is said on the topics that the draft speaks of; on no topic, its own claims only. A claim that is on record is on
/// the topics of what it was held against.
fn threads<'d>(
    claims: &[(usize, &'d Statement)],
    sheet: &Sheet<'d>,
    record: &'d [Statement],
    topics: &Topics<'d>,
) -> Vec<Thread<'d>> {
    let own = sheet.statements.len();
    let held_against: BTreeMap<usize, usize> =
        sheet.verdicts.iter().filter_map(|verdict| Some((verdict.claim, verdict.on_record?))).collect();
    let recorded = record.iter().enumerate().map(|(index, claim)| (own + index, claim));
    let mut threads = chronicle::threads(claims.iter().copied().chain(recorded), |index, claim| {
        let other = held_against.get(&index).and_then(|other| record.get(*other));
        std::iter::once(claim).chain(other).flat_map(|claim| topics.filed_under(claim)).collect()
    });
    threads.retain(|thread| thread.claims.iter().any(|(index, _)| *index < own));
    for thread in &mut threads {
        let most = if thread.topic.is_some() { MOST_RECORDED } else { 0 };
        let mut recorded = 0;
        thread.claims.retain(|(index, _)| {
            recorded += usize::from(*index >= own);
            *index < own || recorded <= most
        });
    }
    threads
}

/// A share of the width.
pub(super) fn percent(share: f64) -> String {
    format!("{share:.2}%")
}

/// The class of a severity, which is its name as well.
pub(super) fn severity_class(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

pub(super) fn day(date: NaiveDate) -> Markup {
    html! { time datetime=(date) { (date.format("%-d %B %Y")) } }
}
