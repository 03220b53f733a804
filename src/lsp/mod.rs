//! The language server: texts open in an editor, what was found in them, and the answers to what the editor asks.
//!
//! A [`Session`] takes messages and gives messages. It reads no file and knows no stream: what a text is checked with
//! comes from a [`Desk`], what goes over the wire is the command line's.

mod actions;
mod address;
mod diagnostics;
mod encoding;
mod hints;
mod hover;
mod opened;
mod outline;
mod session;

pub use session::{Session, State};

use crate::compare::Statement;
use crate::document::{Document, Format};
use crate::finding::Standing;
use crate::report::json::PlacedFinding;
use crate::text::{Place, Source, Span};
use std::collections::BTreeMap;
use std::path::Path;

/// Who knows settings, rules and the record.
pub trait Desk {
    /// Reads and checks a text as it stands in the editor; `format` where the editor tells it.
    ///
    /// # Errors
    /// What keeps the text from being checked, as people read it.
    fn check(&mut self, source: Source, format: Option<Format>) -> Result<Sheet, String>;

    /// The page of a rule that holds for the text at this path.
    fn explain(&mut self, path: &Path, rule: &str) -> Option<String>;

    /// What has gone wrong since this was last asked and kept no text from being checked, as people read it.
    fn complaints(&mut self) -> Vec<String>;

    /// Forgets settings, rules and the record, which may have changed.
    fn forget(&mut self);
}

/// A text with all that was read and found in it.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The text.
    pub draft: Document,
    /// How it is marked up.
    pub format: Format,
    /// Its statements, the text's own voice among them.
    pub statements: Vec<Statement>,
    /// How statements stand to the record, by their indices.
    pub verdicts: BTreeMap<usize, Judged>,
    /// What the rules found.
    pub findings: Vec<PlacedFinding>,
}

/// How a claim stands to the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// How it stands.
    pub standing: Standing,
    /// File and place of what it was held against.
    pub by: Option<(String, Place)>,
}

impl Sheet {
    /// The claims that are attributed to somebody, with their indices among the statements.
    fn claims(&self) -> impl Iterator<Item = (usize, &Statement)> {
        self.statements.iter().enumerate().filter(|(_, statement)| statement.is_attributed())
    }

    /// A span of the prose as a span of the file.
    fn in_file(&self, span: Span) -> Span {
        self.draft.map.span_to_file(span)
    }

    /// The file.
    fn source(&self) -> &Source {
        &self.draft.source
    }
}
