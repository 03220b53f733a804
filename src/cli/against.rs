//! What drafts are held against: files that are read once, and archives that are asked for each draft.

use super::input;
use super::threads::{available, hand_over, map_in_order};
use crate::archive::{Archive, Wanted};
use crate::check::{Kit, Read, passage_statements, record_statements};
use crate::compare::Statement;
use crate::pack::Rule;
use crate::record::{Io, Record, RecordFile};
use crate::resolve::who::Headers;
use crate::text::FileId;
use std::borrow::Cow;
use std::path::PathBuf;

/// The record of a run.
pub(super) struct Against {
    /// What was read from files.
    pub record: Record,
    statements: Vec<Statement>,
    archives: Vec<PathBuf>,
}

impl Against {
    /// The record that the paths make: those found among the texts to check, and those given as the record.
    ///
    /// # Errors
    /// An archive cannot be opened; without it no draft can be told to agree with the record.
    pub fn read(found: Vec<PathBuf>, given: &[PathBuf], kit: &Kit) -> Result<Against, Io> {
        let (archives, given): (Vec<PathBuf>, Vec<PathBuf>) =
            given.iter().cloned().partition(|path| Archive::is_one(path));
        for path in &archives {
            Archive::open(path)?;
        }
        let record = input::record(found, &given);
        let statements = record_statements(&record, kit);
        Ok(Against { record, statements, archives })
    }

    /// What was read from files, as statements.
    pub fn statements(&self) -> &[Statement] {
        &self.statements
    }

    /// Whether there is nothing to hold a draft against.
    pub fn is_empty(&self) -> bool {
        self.statements.is_empty() && self.archives.is_empty()
    }

    /// What is on record that a draft must be held against: what archives have, and all statements together.
    ///
    /// # Errors
    /// An archive turns out to be damaged.
    pub fn on_record(
        &self,
        draft: &Read,
        rules: &[Rule],
        kit: &Kit,
    ) -> Result<(Vec<Record>, Cow<'_, [Statement]>), Io> {
        if self.archives.is_empty() {
            return Ok((Vec::new(), Cow::Borrowed(&self.statements)));
        }
        let wanted = Wanted::by(&draft.statements, rules, kit);
        let (records, statements) = self.asked(kit, |archive, first| {
            let search = archive.search(&wanted)?;
            // The database answers one question at a time; what of the answers matters is told meanwhile.
            let (sure, sifted) = hand_over(|give| search.ask(give), |found| wanted.sift(found));
            Ok(search.record(sure?, sifted, first)?)
        })?;
        Ok((records, Cow::Owned(statements)))
    }

    /// The statements of the files, and those that each archive answers with.
    pub fn asked(
        &self,
        kit: &Kit,
        ask: impl Fn(&Archive, FileId) -> Result<Record, Io>,
    ) -> Result<(Vec<Record>, Vec<Statement>), Io> {
        let mut statements = self.statements.clone();
        let mut records: Vec<Record> = Vec::new();
        for path in &self.archives {
            let record = ask(&Archive::open(path)?, input::after(&self.record, &records))?;
            let headers = Headers::new(&kit.actors);
            let read = |file: &RecordFile| passage_statements(&record, file, 0..usize::MAX, &headers, kit);
            statements.extend(map_in_order(&record.files, available(), read).into_iter().flatten());
            records.push(record);
        }
        Ok((records, statements))
    }
}
