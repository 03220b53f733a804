//! Who said what when, by topic, for terminals and as JSON lines.

use super::chronicle::{Thread, describe, is_certain, threads};
use super::claims::{ClaimLine, claim_lines};
use super::grid::Grid;
use super::json;
use super::layout::{cut, file_name, width};
use super::shelf::Shelf;
use super::tally::counted;
use crate::check::Topics;
use crate::compare::Statement;
use crate::pack::Rule;
use serde::Serialize;

/// Columns that a name may take up.
const WHO: usize = 36;

/// Columns that a place may take up.
const PLACE: usize = 32;

/// What stands before a day that is not certain.
const UNCERTAIN: &str = "~";

/// How a timeline is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// By the topics that journals and rules name.
    Topic,
    /// By what is predicated: the main verb of what is said.
    Predicate,
    /// By who speaks.
    Speaker,
}

/// Claims of drafts and record, in order of time under what they have in common.
#[derive(Debug)]
pub struct Timeline<'t> {
    threads: Vec<Thread<'t>>,
    shelf: &'t Shelf<'t>,
    rules: &'t [Rule],
}

/// A claim of a timeline as machines read it: what a line of `sayso claims` has, and where on the timeline it stands.
#[derive(Serialize)]
struct TimelineLine<'t> {
    /// What it is listed under; null where that is not known.
    thread: Option<&'t str>,
    /// Whether it is known to have been said on one day.
    certain: bool,
    #[serde(flatten)]
    claim: ClaimLine<'t>,
}

impl<'t> Timeline<'t> {
    /// Puts attributed claims in order; `rules` give topics beside those that journals name.
    pub fn new(claims: &'t [Statement], by: By, rules: &'t [Rule], shelf: &'t Shelf<'t>) -> Timeline<'t> {
        let topics = Topics::of(rules, claims);
        let attributed = claims.iter().enumerate().filter(|(_, claim)| claim.is_attributed());
        let threads = threads(attributed, |_, claim| match by {
            By::Topic => topics.filed_under(claim),
            By::Predicate => predicate(claim).into_iter().collect(),
            By::Speaker => [speaker(claim)].into(),
        });
        Timeline { threads, shelf, rules }
    }

    /// A table for each thread: when, who, what, where it is written.
    pub fn table(&self, columns: usize) -> String {
        let tables = self.threads.iter().map(|thread| {
            let rows: Vec<[String; 5]> = thread.claims.iter().map(|(_, claim)| self.row(claim)).collect();
            let count = format!(": {}", counted(rows.len(), "claim"));
            let heading = cut(&thread.title(), columns.saturating_sub(width(&count))) + &count;
            format!("{heading}\n{}", Grid::new(3, &[0, 1, 4]).print(&rows, columns))
        });
        tables.collect::<Vec<_>>().join("\n")
    }

    /// A JSON object a claim.
    pub fn lines(&self) -> String {
        let claims = self
            .threads
            .iter()
            .flat_map(|thread| thread.claims.iter().map(move |(_, claim)| (thread, claim)));
        claims.filter_map(|(thread, claim)| self.line(thread, claim)).collect()
    }

    fn row(&self, claim: &Statement) -> [String; 5] {
        let said = claim.claim.said;
        let words = if claim.claim.content().is_empty() { claim.claim.cue() } else { claim.claim.content() };
        [
            if said.as_ref().is_some_and(is_certain) { String::new() } else { UNCERTAIN.to_owned() },
            said.as_ref().map_or_else(|| "undated".to_owned(), describe),
            cut(&claim.who(), WHO),
            words.to_owned(),
            self.place(claim),
        ]
    }

    fn place(&self, claim: &Statement) -> String {
        let Some(shelved) = self.shelf.get(claim.claim.origin.file) else { return String::new() };
        let line = shelved.places(claim.claim.focus()).0.line;
        format!("{}:{line}", cut(file_name(shelved.source.name()), PLACE))
    }

    fn line(&self, thread: &'t Thread, claim: &'t Statement) -> Option<String> {
        let shelved = self.shelf.get(claim.claim.origin.file)?;
        let certain = claim.claim.said.as_ref().is_some_and(is_certain);
        let lines = claim_lines(&[claim], shelved, self.rules).into_iter();
        let lines = lines.map(|claim| TimelineLine { thread: thread.topic.as_deref(), certain, claim });
        Some(lines.map(|line| json::line(&line)).collect())
    }
}

fn predicate(claim: &Statement) -> Option<&str> {
    claim.claim.assertion.skeleton.predicate.as_ref().map(|predicate| predicate.lemma.as_str())
}

fn speaker(claim: &Statement) -> &str {
    let speaker = &claim.claim.speaker;
    if speaker.is_nobody() { "nobody named" } else { &speaker.name }
}
