//! JSON Schemas of what machines read; they lie beside this file.

/// A line of `sayso claims --format jsonl`.
pub const CLAIMS_SCHEMA: &str = include_str!("schema/claims.schema.json");

/// The report of `sayso check --format json`.
pub const REPORT_SCHEMA: &str = include_str!("schema/report.schema.json");

/// A line of `sayso timeline --format jsonl`: a line of claims, and where on the timeline it stands.
pub const TIMELINE_SCHEMA: &str = include_str!("schema/timeline.schema.json");

/// A line of `sayso sources --format jsonl`.
pub const SOURCES_SCHEMA: &str = include_str!("schema/sources.schema.json");

/// A line of `sayso dates --format jsonl`.
pub const DATES_SCHEMA: &str = include_str!("schema/dates.schema.json");

/// A line of `sayso relate`.
pub const RELATION_SCHEMA: &str = include_str!("schema/relation.schema.json");
