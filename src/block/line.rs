//! Claims as lines: for whoever reads them, and under each key for whoever brings them together.

use super::reading::Reading;
use crate::check::Home;
use crate::compare::Statement;
use crate::report::ClaimLine;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

/// A claim for whoever reads it, with its keys and its reading (`report/schema/claims.schema.json`).
#[derive(Clone, Debug, Serialize)]
pub struct Line<'l> {
    #[serde(flatten)]
    claim: &'l ClaimLine<'l>,
    keys: &'l BTreeSet<String>,
    n: usize,
    undated: bool,
    reading: Reading,
}

/// A claim as one of those that share a key; what a line of either kind tells.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct KeyedLine<'l> {
    /// The text.
    pub(super) doc: Cow<'l, str>,
    /// The number of the claim in it.
    pub(super) n: usize,
    /// Whether the text has claims without a day.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) undated: bool,
    /// The key under which it stands here.
    #[serde(default, skip_serializing)]
    pub(super) key: Option<String>,
    pub(super) reading: Reading,
    /// Bytes of the line that was read.
    #[serde(skip)]
    pub(super) length: usize,
}

/// Why a line is no claim under a key.
#[derive(Debug)]
pub enum Unread {
    /// No JSON, or not the fields that there must be.
    Other(serde_json::Error),
    /// A claim of another version of this program.
    Form,
}

impl<'l> Line<'l> {
    /// The line of a claim, its line break included.
    pub fn print(
        claim: &'l ClaimLine<'l>,
        statement: &Statement,
        home: &Home,
        keys: &'l BTreeSet<String>,
    ) -> String {
        let Home { number: n, undated, .. } = *home;
        let line = Line { claim, keys, n, undated, reading: Reading::of(statement) };
        serde_json::to_string(&line).unwrap_or_default() + "\n"
    }
}

impl KeyedLine<'_> {
    /// A line for each key of a claim, line breaks included: key, day, text, number, and the claim as JSON, separated by tabs.
    /// Sorted as bytes, they stand as [`super::Groups`] takes them.
    pub fn print(statement: &Statement, home: &Home, keys: &BTreeSet<String>) -> String {
        let reading = Reading::of(statement);
        let day = reading.day().map(|day| day.to_string()).unwrap_or_default();
        let (doc, n) = (Cow::Borrowed(&*home.text), home.number);
        let line = KeyedLine { doc, n, undated: home.undated, key: None, reading, length: 0 };
        let json = serde_json::to_string(&line).unwrap_or_default();
        keys.iter().map(|key| format!("{key}\t{day}\t{}\t{n:06}\t{json}\n", line.doc)).collect()
    }

    /// Reads a line of either kind.
    ///
    /// # Errors
    /// It is none.
    pub fn read(line: &str) -> Result<KeyedLine<'_>, Unread> {
        let (key, json) = match line.starts_with('{') {
            true => (None, line),
            false => (line.split('\t').next(), line.splitn(5, '\t').last().unwrap_or_default()),
        };
        let mut read: KeyedLine = serde_json::from_str(json).map_err(Unread::Other)?;
        read.key = key.map(str::to_owned).or(read.key);
        read.length = line.len();
        if read.reading.is_current() { Ok(read) } else { Err(Unread::Form) }
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unread::Other(error) => {
                let told = error.to_string();
                write!(f, "{}", told.split(" at line ").next().unwrap_or(&told))
            }
            Unread::Form => write!(f, "the claim was written by another version of sayso"),
        }
    }
}
