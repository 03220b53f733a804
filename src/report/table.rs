//! Claims as a table for people: where, who, when, how sure, what.

use super::layout::{cut, pad, width};
use super::shelf::Shelved;
use crate::claim::{Act, Claim, Modality, Polarity, Resolved};
use crate::compare::{Statement, describe_day};

/// Columns that a name may take up.
const WHO: usize = 36;

/// Columns that are left for the words at the least.
const WORDS: usize = 24;

/// Claims of one document; the last column takes what is left of `columns`.
pub fn claim_table(claims: &[&Statement], shelved: Shelved, columns: usize) -> String {
    if claims.is_empty() {
        return String::new();
    }
    let rows: Vec<[String; 5]> = claims.iter().map(|statement| row(statement, shelved)).collect();
    let heads = ["place", "who", "when", "how", "what"].map(str::to_owned);
    let widths: Vec<usize> = (0..4).map(|column| widest(&heads, &rows, column)).collect();
    let taken: usize = widths.iter().map(|width| width + 2).sum();
    let left = columns.saturating_sub(taken).max(WORDS);
    std::iter::once(&heads).chain(&rows).map(|row| line(row, &widths, left)).collect()
}

fn row(statement: &Statement, shelved: Shelved) -> [String; 5] {
    let claim = &statement.claim;
    let place = shelved.places(claim.focus()).0;
    [
        format!("{}:{}", place.line, place.column),
        cut(&statement.who(), WHO),
        claim.said.as_ref().map_or_else(|| "undated".to_owned(), describe_day),
        manner(claim),
        if claim.content().is_empty() { claim.cue().to_owned() } else { claim.content().to_owned() },
    ]
}

/// FactBank's value, and the act where it is more than an assertion: `CT- deny`.
fn manner(claim: &Claim<Resolved>) -> String {
    let assertion = &claim.assertion;
    let modality = match assertion.modality {
        Modality::U => "U",
        Modality::PS => "PS",
        Modality::PR => "PR",
        Modality::CT => "CT",
    };
    let polarity = match assertion.polarity {
        Polarity::Positive => "+",
        Polarity::Negative => "-",
        Polarity::Unknown => "u",
    };
    match assertion.act {
        Act::Assert => format!("{modality}{polarity}"),
        act => format!("{modality}{polarity} {}", format!("{act:?}").to_lowercase()),
    }
}

fn widest(heads: &[String; 5], rows: &[[String; 5]], column: usize) -> usize {
    let cells = std::iter::once(heads).chain(rows).filter_map(|row| row.get(column));
    cells.map(|cell| width(cell)).max().unwrap_or_default()
}

fn line(row: &[String; 5], widths: &[usize], left: usize) -> String {
    let [cells @ .., words] = row;
    let cells: String = cells.iter().zip(widths).map(|(cell, width)| pad(cell, *width) + "  ").collect();
    format!("{cells}{}\n", cut(words, left))
}
