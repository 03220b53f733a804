//! Who speaks how often, named or not, for which side, through whom.

use super::chronicle::describe;
use super::grid::Grid;
use super::json;
use super::layout::cut;
use crate::claim::{Interval, QuoteKind, Speaker};
use crate::compare::Statement;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;

/// Columns that a name may take up.
const NAME: usize = 40;

/// Columns that a side may take up.
const SIDE: usize = 20;

/// A source as machines read it.
#[derive(Clone, Debug, Serialize)]
pub struct SourceLine<'s> {
    /// The name or the description; empty for claims on nobody's say-so.
    name: &'s str,
    role: Option<&'s str>,
    side: Option<&'s str>,
    named: bool,
    group: bool,
    claims: usize,
    /// Claims all in quotation marks, or partly.
    quoted: usize,
    /// The first and the last day on which it is known to have spoken.
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
    /// Through whom its words came, the nearest to the reader first, and how often.
    chains: BTreeMap<String, usize>,
}

/// The sources of the attributed claims: those who speak most first, nobody last.
pub fn source_lines(claims: &[Statement]) -> Vec<SourceLine<'_>> {
    let mut sources: BTreeMap<&str, SourceLine> = BTreeMap::new();
    for statement in claims.iter().filter(|statement| statement.is_attributed()) {
        let speaker = &statement.claim.speaker;
        sources.entry(&speaker.name).or_insert_with(|| SourceLine::of(speaker)).count(statement);
    }
    let mut sources: Vec<SourceLine> = sources.into_values().collect();
    sources.sort_by_key(|source| (source.name.is_empty(), std::cmp::Reverse(source.claims)));
    sources
}

/// A line a source, then a line a side.
pub fn source_table(sources: &[SourceLine], columns: usize) -> String {
    if sources.is_empty() {
        return String::new();
    }
    let rows: Vec<[String; 8]> = sources.iter().map(SourceLine::row).collect();
    let heads = ["source", "side", "claims", "quoted", "named", "from", "to", "via"];
    let table = Grid::new(7, &[2, 3, 4, 5, 6]).headed(heads).sparing(&[6, 5, 7]).print(&rows, columns);
    format!("{table}\n{}", side_table(sources, columns))
}

/// How many sources and claims there are on each side; those on no known side last.
fn side_table(sources: &[SourceLine], columns: usize) -> String {
    let mut sides: BTreeMap<(bool, &str), [usize; 3]> = BTreeMap::new();
    for source in sources {
        let side = source.side.unwrap_or("no known side");
        let [speakers, unnamed, claims] = sides.entry((source.side.is_none(), side)).or_default();
        *speakers += 1;
        *unnamed += usize::from(!source.named);
        *claims += source.claims;
    }
    let rows = sides.into_iter().map(|((_, side), [speakers, unnamed, claims])| {
        [side.to_owned(), speakers.to_string(), unnamed.to_string(), claims.to_string()]
    });
    let heads = ["side", "sources", "unnamed", "claims"];
    Grid::new(0, &[1, 2, 3]).headed(heads).print(&rows.collect::<Vec<_>>(), columns)
}

impl<'s> SourceLine<'s> {
    fn of(speaker: &'s Speaker) -> SourceLine<'s> {
        SourceLine {
            name: &speaker.name,
            role: speaker.role.as_deref(),
            side: speaker.side.as_deref(),
            named: !speaker.anonymous && !speaker.is_nobody(),
            group: speaker.group,
            claims: 0,
            quoted: 0,
            first: None,
            last: None,
            chains: BTreeMap::new(),
        }
    }

    fn count(&mut self, statement: &'s Statement) {
        let claim = &statement.claim;
        self.claims += 1;
        self.quoted += usize::from(claim.attribution.kind != QuoteKind::Indirect);
        // A role and a side that one text does not tell may be told by another.
        self.role = self.role.or(claim.speaker.role.as_deref());
        self.side = self.side.or(claim.speaker.side.as_deref());
        if let Some(said) = claim.said.filter(|said| said.sure) {
            self.first = self.first.map_or(Some(said.from), |day| Some(day.min(said.from)));
            self.last = self.last.max(said.to.pred_opt());
        }
        let chain: Vec<&str> = claim.via.iter().map(|link| link.name.as_str()).collect();
        if !chain.is_empty() {
            *self.chains.entry(chain.join(", ")).or_default() += 1;
        }
    }

    /// As one line of JSON, its line break included.
    pub fn print(&self) -> String {
        json::line(self)
    }

    fn row(&self) -> [String; 8] {
        let day = |day: Option<NaiveDate>| day.map(|day| describe(&Interval::day(day))).unwrap_or_default();
        let chains = self.chains.iter().map(|(chain, count)| match count {
            1 => chain.clone(),
            count => format!("{chain} ({count})"),
        });
        [
            if self.name.is_empty() { "nobody named".to_owned() } else { cut(self.name, NAME) },
            cut(self.side.unwrap_or_default(), SIDE),
            self.claims.to_string(),
            self.quoted.to_string(),
            if self.named { "yes" } else { "no" }.to_owned(),
            day(self.first),
            day(self.last),
            chains.collect::<Vec<_>>().join("; "),
        ]
    }
}
