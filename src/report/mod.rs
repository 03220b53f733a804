//! Reports for people and machines. Nothing here decides anything, reads a file or knows the time.
//!
//! Findings reach this room with spans in prose; a [`Shelf`] leads them back to their files. [`Look`] shows them to
//! people, [`json`] to machines, with the same places.

mod actors;
mod chronicle;
mod claims;
mod conflict;
mod dates;
mod examples;
mod explain;
mod formats;
mod grid;
mod human;
mod input;
pub mod json;
pub mod layout;
mod page;
mod relation;
mod root;
mod rules;
mod schema;
mod shelf;
mod snippet;
mod sources;
mod stats;
mod table;
mod tally;
mod timeline;
mod timeml;
mod verdicts;
mod why;

pub use actors::actor_page;
pub use claims::{ClaimLine, claim_lines};
pub use conflict::conflict_line;
pub use dates::{DateLine, date_lines, date_table};
pub use examples::{example_outcome, example_page, page_difference, surviving, untried};
pub use explain::{explain_json, explain_page};
pub use formats::{Format, plain_markdown};
pub use human::Look;
pub use input::InputFault;
pub use page::{Sheet, page};
pub use relation::relation_line;
pub use root::Root;
pub use rules::{rule_table, rules_json};
pub use schema::{
    CLAIMS_SCHEMA, DATES_SCHEMA, RELATION_SCHEMA, REPORT_SCHEMA, SOURCES_SCHEMA, TIMELINE_SCHEMA,
};
pub use shelf::{Shelf, Shelved};
pub use sources::{SourceLine, source_lines, source_table};
pub use stats::stats_table;
pub use table::{claim_table, manner};
pub use tally::{Tally, counted};
pub use timeline::{By, Timeline};
pub use timeml::timeml;
pub use verdicts::{PlacedVerdict, verdict_table};
pub use why::why_page;

#[cfg(test)]
mod tests;
