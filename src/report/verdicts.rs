//! How every claim of a draft stands to the record: for people a table, for machines the same with every place.

use super::chronicle::describe;
use super::claims::When;
use super::grid::Grid;
use super::layout::{cut, file_name, width};
use super::shelf::Shelf;
use crate::check::Verdict;
use crate::compare::Statement;
use crate::finding::Standing;
use crate::text::{Place, visible};
use serde::Serialize;

/// Columns that a name may take up; on a narrow screen a third of it.
const WHO: usize = 40;

/// A claim of a draft, its verdict, and what it was held against.
#[derive(Clone, Debug, Serialize)]
pub struct PlacedVerdict {
    pub(super) verdict: Standing,
    pub(super) claim: PlacedClaim,
    /// What the speaker is on record with; `None` where nothing fits.
    pub(super) record: Option<PlacedClaim>,
    /// Who disputes, corrects or retracts that.
    pub(super) by: Option<PlacedClaim>,
}

/// A claim and where it is written.
#[derive(Clone, Debug, Serialize)]
pub(super) struct PlacedClaim {
    pub(super) id: String,
    pub(super) file: String,
    pub(super) from: Place,
    pub(super) to: Place,
    pub(super) speaker: Option<String>,
    /// Those through whom the words came, the nearest to the reader first.
    pub(super) via: Vec<String>,
    pub(super) said: Option<When>,
    pub(super) words: String,
    #[serde(skip)]
    who: String,
    #[serde(skip)]
    day: String,
}

impl PlacedVerdict {
    /// The verdicts on claims among `statements`, led back to their files; `record` are the statements they were held against.
    pub fn all(
        verdicts: &[Verdict],
        statements: &[Statement],
        record: &[Statement],
        shelf: &Shelf,
    ) -> Vec<PlacedVerdict> {
        let recorded = |index: Option<usize>| PlacedClaim::new(record.get(index?)?, shelf);
        let placed = verdicts.iter().filter_map(|verdict| {
            Some(PlacedVerdict {
                verdict: verdict.standing,
                claim: PlacedClaim::new(statements.get(verdict.claim)?, shelf)?,
                record: recorded(verdict.on_record),
                by: recorded(verdict.by),
            })
        });
        placed.collect()
    }

    /// A line for the claim, and one each for the record and for who answers it.
    fn rows(&self, columns: usize) -> Vec<[String; 4]> {
        let who = |words: &str| cut(words, WHO.min(columns / 3));
        let own = &self.claim;
        let place = format!("{}:{}", own.from.line, own.from.column);
        let row = [place, self.verdict.title().to_owned(), who(&own.who), own.words.clone()];
        let below = |heading: String, claim: &PlacedClaim| {
            let place = format!("{}: {}", claim.place(columns), claim.words);
            [String::new(), String::new(), who(&heading), place]
        };
        let record = self.record.iter().map(|it| below(format!("  {}", it.when_and_through()), it));
        let by = self.by.iter().map(|it| below(format!("  {} by {}", self.verdict.title(), it.speaks()), it));
        std::iter::once(row).chain(record).chain(by).collect()
    }

    /// The record and its chain in one line: `2 May 2031, via CNN, notes.claims:4: “…”`.
    pub(super) fn evidence(&self) -> Option<String> {
        let record = self.record.as_ref()?;
        let line = |claim: &PlacedClaim| format!("{}:{}: {}", claim.file, claim.from.line, claim.words);
        let by =
            self.by.iter().map(|by| format!("; {} by {}, {}", self.verdict.title(), by.speaks(), line(by)));
        Some(format!("{}, {}{}", record.when_and_through(), line(record), by.collect::<String>()))
    }
}

impl PlacedClaim {
    fn new(statement: &Statement, shelf: &Shelf) -> Option<PlacedClaim> {
        let claim = &statement.claim;
        let shelved = shelf.get(claim.origin.file)?;
        let (from, to) = shelved.places(claim.focus());
        let words = if claim.content().is_empty() { claim.cue() } else { claim.content() };
        Some(PlacedClaim {
            id: claim.id.clone(),
            file: shelved.source.name().to_owned(),
            from,
            to,
            speaker: Some(claim.speaker.name.clone()).filter(|name| !name.is_empty()),
            via: claim.via.iter().map(|link| link.name.clone()).collect(),
            said: claim.said.as_ref().map(When::of),
            words: super::layout::one_line(words),
            who: statement.who(),
            day: claim.said.as_ref().map_or_else(|| "undated".to_owned(), describe),
        })
    }

    /// "Emily Horne, 28 Jan 2022".
    fn speaks(&self) -> String {
        format!("{}, {}", self.speaker.as_deref().unwrap_or("nobody named"), self.when_and_through())
    }

    fn when_and_through(&self) -> String {
        let through: String = self.via.iter().map(|link| format!(", via {link}")).collect();
        format!("{}{through}", self.day)
    }

    /// File and line; of a path too long for the screen the name of the file alone.
    fn place(&self, columns: usize) -> String {
        let name = if width(&self.file) > columns / 3 { file_name(&self.file) } else { &self.file };
        format!("{}:{}", visible(name), self.from.line)
    }
}

/// The claims of one draft with their verdicts; the last column takes what is left of `columns`.
pub fn verdict_table(verdicts: &[PlacedVerdict], columns: usize) -> String {
    if verdicts.is_empty() {
        return String::new();
    }
    let rows: Vec<[String; 4]> = verdicts.iter().flat_map(|verdict| verdict.rows(columns)).collect();
    Grid::new(3, &[0, 1]).headed(["place", "verdict", "who", "what"]).print(&rows, columns)
}
