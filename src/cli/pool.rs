//! All claims of some texts and of a record, whatever text they stand in.

use super::against::Against;
use super::args::TextArgs;
use super::input::{self, Input};
use super::threads::{available, map_in_order};
use crate::archive::Archive;
use crate::check::{Kit, read};
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
    /// What archives have.
    archived: Vec<Record>,
    /// Those of the record, then those of the drafts.
    pub statements: Vec<Statement>,
    /// What could not be read.
    pub errors: Vec<Io>,
}

impl Pool {
    /// Reads drafts and record, and asks archives; the drafts get the numbers after those of the record.
    ///
    /// # Errors
    /// An archive cannot be used.
    pub fn read(
        texts: &TextArgs,
        against: &[PathBuf],
        kit: &Kit,
        ask: impl Fn(&Archive, FileId) -> Result<Record, Io>,
    ) -> Result<Pool, Io> {
        let Input { texts: found, recorded, mut errors } = input::find(texts);
        let results = map_in_order(&found, available(), |text| text.read(texts.date));
        let (drafts, unread) = input::sorted_out(results);
        let against = Against::read(recorded, against, kit)?;
        let (archived, mut statements) = against.asked(kit, ask)?;
        let record = against.record;
        errors.extend(unread.into_iter().chain(record.errors.iter().cloned()));
        let numbered: Vec<(FileId, &Document)> = numbered(&drafts, &record, &archived).collect();
        let said = map_in_order(&numbered, available(), |(file, draft)| {
            read(draft, *file, Medium::Draft, kit).statements
        });
        statements.extend(said.into_iter().flatten());
        Ok(Pool { drafts, record, archived, statements, errors })
    }

    /// The files that the statements stand in.
    pub fn shelf(&self) -> Shelf<'_> {
        let drafts = numbered(&self.drafts, &self.record, &self.archived);
        let shelf = drafts.fold(Shelf::default(), |shelf, (file, draft)| shelf.with(file, draft));
        self.archived.iter().fold(shelf.with_record(&self.record), Shelf::with_record)
    }
}

fn numbered<'d>(
    drafts: &'d [Document],
    record: &Record,
    archived: &[Record],
) -> impl Iterator<Item = (FileId, &'d Document)> {
    (input::after(record, archived).0..).map(FileId).zip(drafts)
}
