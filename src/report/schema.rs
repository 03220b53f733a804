//! JSON Schemas of what machines read; they lie beside this file.

/// A line of `sayso claims --format jsonl`.
pub const CLAIMS_SCHEMA: &str = include_str!("schema/claims.schema.json");

/// The report of `sayso check --format json`.
pub const REPORT_SCHEMA: &str = include_str!("schema/report.schema.json");
