//! All claims of some texts and of a record, whatever text they stand in.

use super::against::Against;
use super::args::PoolArgs;
use super::input::{self, Input, Text};
use super::packs::{self, ByText, Loaded, all_rules};
use super::reply::Failure;
use super::threads::{available, map_in_order};
use crate::archive::Archive;
use crate::check::{Kit, read};
use crate::claim::Medium;
use crate::compare::Statement;
use crate::document::Document;
use crate::pack::Rule;
use crate::record::{Io, Record};
use crate::report::{Look, Shelf};
use crate::text::FileId;

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
    /// The rules of all settings.
    pub rules: Vec<Rule>,
    /// What the record is read with: that of the first settings.
    pub kit: Kit,
}

impl Pool {
    /// Reads drafts and record, and asks archives; the drafts get the numbers after those of the record.
    ///
    /// # Errors
    /// An archive or settings cannot be used.
    pub fn read(
        args: &PoolArgs,
        look: Look,
        ask: impl Fn(&Archive, FileId) -> Result<Record, Io>,
    ) -> Result<Pool, Failure> {
        let Input { texts: found, recorded, mut errors } = input::find(&args.texts);
        let ByText { loaded, of_text } =
            packs::of_texts(&args.packs, found.iter().map(input::Text::path), &args.texts.paths, look)?;
        let rules = all_rules(loaded.iter().map(|loaded| loaded.rules.as_slice())).into_owned();
        let kits: Vec<Kit> = loaded.into_iter().map(|Loaded { kit, .. }| kit).collect();
        let kit = kits.first().cloned().unwrap_or_else(Kit::builtin);
        let work: Vec<(&Text, &Kit)> =
            found.iter().zip(&of_text).map(|(text, set)| (text, kits.get(*set).unwrap_or(&kit))).collect();
        let results = map_in_order(&work, available(), |(text, kit)| {
            Ok(text.read(args.texts.date)?.map(|draft| (draft, *kit)))
        });
        let (drafts, unread) = input::sorted_out(results);
        let (drafts, of_drafts): (Vec<Document>, Vec<&Kit>) = drafts.into_iter().unzip();
        let against = Against::read(recorded, &args.against, &kit)?;
        let (archived, mut statements) = against.asked(&kit, ask)?;
        let record = against.record;
        errors.extend(unread.into_iter().chain(record.errors.iter().cloned()));
        let numbered: Vec<((FileId, &Document), &Kit)> =
            numbered(&drafts, &record, &archived).zip(of_drafts).collect();
        let said = map_in_order(&numbered, available(), |((file, draft), kit)| {
            read(draft, *file, Medium::Draft, kit).statements
        });
        statements.extend(said.into_iter().flatten());
        Ok(Pool { drafts, record, archived, statements, errors, rules, kit })
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
