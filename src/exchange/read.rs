//! Reading what others write; good lines are kept, bad ones are listed.

use super::entry::Wrong;
use super::row::Row;
use super::{json, linked_read, table};
use crate::text::Source;
use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;

/// A form in which claims come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A table with a line of names above it.
    Csv,
    /// A JSON object a line.
    Jsonl,
    /// JSON-LD: claims and reviews of claims, alone, in a list or in a graph.
    Linked,
}

/// What was read from a file.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// Each claim as an entry of a journal, in the order of the file.
    pub entries: Vec<String>,
    /// What could not be read.
    pub unread: Vec<Unread>,
}

/// A line that could not be read. `Display` gives the place, what is wrong and the remedy in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The file.
    pub name: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub wrong: Wrong,
}

/// A row with its line, or what is wrong there.
pub(super) type Line = (usize, Result<Row, Wrong>);

impl Form {
    /// The form that a file's name tells.
    pub fn of_name(name: &Path) -> Option<Form> {
        let extension = name.extension()?.to_ascii_lowercase();
        match extension.to_str()? {
            "csv" => Some(Form::Csv),
            "jsonl" | "ndjson" => Some(Form::Jsonl),
            "json" | "jsonld" => Some(Form::Linked),
            _ => None,
        }
    }
}

/// Reads the claims of files. Never fails: what is wrong stands in [`Imported::unread`].
pub fn import<'s>(files: impl IntoIterator<Item = (&'s Source, Form)>) -> Imported {
    let of_file = |(source, form): (&'s Source, Form)| {
        lines(source, form).into_iter().map(|(line, row)| ((source.name().to_owned(), line), row))
    };
    import_rows(files.into_iter().flat_map(of_file))
}

fn lines(source: &Source, form: Form) -> Vec<Line> {
    let text = source.text().trim_start_matches('\u{FEFF}');
    let mut lines = match form {
        Form::Csv => table::read(text),
        Form::Jsonl => json::read(text),
        Form::Linked => linked_read::read(text),
    };
    if !source.repairs().is_empty() {
        lines = lines.into_iter().map(|(line, row)| (line, row.and_then(undamaged))).collect();
    }
    lines
}

/// Rows with their files and lines, as entries of one journal.
pub fn import_rows(rows: impl IntoIterator<Item = ((String, usize), Result<Row, Wrong>)>) -> Imported {
    let mut imported = Imported::default();
    let mut ids = BTreeSet::new();
    for ((name, line), row) in rows {
        let entry =
            row.and_then(|row| row.entry().and_then(|entry| only_one(&row.id, &mut ids).map(|()| entry)));
        match entry {
            Ok(entry) => imported.entries.push(entry),
            Err(wrong) => imported.unread.push(Unread { name, line, wrong }),
        }
    }
    imported
}

/// Entries as one journal.
pub fn one_journal(entries: &[String]) -> String {
    entries.join("\n")
}

/// Bytes that were no UTF-8 have been replaced: these are not the words of the source any more.
fn undamaged(row: Row) -> Result<Row, Wrong> {
    let damaged = serde_json::to_string(&row).is_ok_and(|row| row.contains(char::REPLACEMENT_CHARACTER));
    if damaged { Err(Wrong::new("some bytes are no UTF-8", "save the file as UTF-8")) } else { Ok(row) }
}

/// Of two claims with one id a journal could not tell which is meant.
fn only_one(id: &str, ids: &mut BTreeSet<String>) -> Result<(), Wrong> {
    if id.is_empty() || ids.insert(id.to_owned()) {
        return Ok(());
    }
    Err(Wrong::new(format!("a claim above has the id `{id}` already"), "give it an id of its own"))
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}; {}", self.name, self.line, self.wrong.what, self.wrong.help)
    }
}
