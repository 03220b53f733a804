//! All claims of some texts and of a record, whatever text they stand in.

use super::args::TextArgs;
use super::input::{self, Input};
use super::threads::{available, map_in_order};
use crate::check::{DRAFT, Kit, read, record_statements};
use crate::claim::Medium;
use crate::compare::Statement;
use crate::document::Document;
use crate::record::{Io, Record};
use crate::report::Shelf;
use crate::text::FileId;
use std::path::PathBuf;

/// Texts, record, and what is said in them.
pub(super) struct Pool {
    pub drafts: Vec<Document>,
    pub record: Record,
    /// Those of the record, then those of the drafts.
    pub statements: Vec<Statement>,
    /// What could not be read.
    pub errors: Vec<Io>,
}

impl Pool {
    /// Reads drafts and record; the drafts get the numbers after those of the record.
    pub fn read(texts: &TextArgs, against: &[PathBuf], kit: &Kit) -> Pool {
        let Input { texts: found, recorded, mut errors } = input::find(texts);
        let results = map_in_order(&found, available(), |text| text.read(texts.date));
        let (drafts, unread) = input::sorted_out(results);
        let record = input::record(recorded, against);
        errors.extend(unread.into_iter().chain(record.errors.iter().cloned()));
        let mut statements = record_statements(&record, kit);
        let numbered: Vec<(FileId, &Document)> = numbered(&drafts, &record).collect();
        let said = map_in_order(&numbered, available(), |(file, draft)| {
            read(draft, *file, Medium::Draft, kit).statements
        });
        statements.extend(said.into_iter().flatten());
        Pool { drafts, record, statements, errors }
    }

    /// The files that the statements stand in.
    pub fn shelf(&self) -> Shelf<'_> {
        let drafts = numbered(&self.drafts, &self.record);
        drafts
            .fold(Shelf::default(), |shelf, (file, draft)| shelf.with(file, draft))
            .with_record(&self.record)
    }
}

fn numbered<'d>(drafts: &'d [Document], record: &Record) -> impl Iterator<Item = (FileId, &'d Document)> {
    let first = record.files.last().map_or(DRAFT.0, |file| file.id.0 + 1);
    (first..).map(FileId).zip(drafts)
}
