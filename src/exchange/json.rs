//! Claims as JSON lines.

use super::claim;
use super::entry::Wrong;
use super::linked_read::{self, Named};
use super::read::Line;
use super::row::Row;
use serde_json::Value;

/// A JSON object a line.
pub fn print_lines<'r>(rows: impl IntoIterator<Item = &'r Row>) -> String {
    rows.into_iter().filter_map(|row| serde_json::to_string(row).ok()).map(|line| line + "\n").collect()
}

/// The rows with their lines: objects with the fields of a row, or claims and reviews of schema.org.
pub(super) fn read(text: &str) -> Vec<Line> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let read = |(index, line)| match rows(line) {
        Ok(rows) => rows.into_iter().map(|row| (index + 1, Ok(row))).collect(),
        Err(wrong) => vec![(index + 1, Err(wrong))],
    };
    lines.flat_map(read).collect()
}

fn rows(line: &str) -> Result<Vec<Row>, Wrong> {
    let value: Value = serde_json::from_str(line).map_err(|error| fault(&error))?;
    match &value {
        Value::Object(fields) if fields.contains_key("@type") => linked_read::rows(&value, &Named::new()),
        Value::Object(fields) if fields.contains_key("doc") => claim::row(value).map(|row| vec![row]),
        Value::Object(_) => serde_json::from_value(value).map(|row| vec![row]).map_err(|error| {
            Wrong::new(error.to_string(), "every field is a string: date, speaker, words and so on")
        }),
        _ => Err(Wrong::new("this is no JSON object", "write a claim a line, {\"date\": …, \"speaker\": …}")),
    }
}

/// What is wrong with a JSON text; its own line is part of the place already.
pub(super) fn fault(error: &serde_json::Error) -> Wrong {
    let what = error.to_string();
    let what = what.split(" at line ").next().unwrap_or_default();
    Wrong::new(format!("this is no JSON: {what}"), format!("look at column {}", error.column()))
}
