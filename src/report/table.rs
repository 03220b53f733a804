//! Claims as a table for people: where, who, when, how sure, what.

use super::grid::Grid;
use super::layout::cut;
use super::shelf::Shelved;
use crate::claim::{Act, Claim, Modality, Polarity, Resolved};
use crate::compare::{Statement, describe_day};

/// Columns that a name may take up.
const WHO: usize = 36;

/// Claims of one document; the last column takes what is left of `columns`.
pub fn claim_table(claims: &[&Statement], shelved: Shelved, columns: usize) -> String {
    if claims.is_empty() {
        return String::new();
    }
    let rows: Vec<[String; 5]> = claims.iter().map(|statement| row(statement, shelved)).collect();
    Grid::new(4, &[0, 2, 3]).headed(["place", "who", "when", "how", "what"]).print(&rows, columns)
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
pub fn manner(claim: &Claim<Resolved>) -> String {
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
