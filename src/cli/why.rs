//! `sayso why`.

use super::args::WhyArgs;
use super::input::{self, Input};
use super::packs::{self, Loaded};
use super::reply::{Failure, Reply};
use crate::check::{DRAFT, Kit, read, record_statements, why};
use crate::claim::Medium;
use crate::compare::Statement;
use crate::document::Document;
use crate::record::Record;
use crate::report::{Look, Shelf, why_page};
use crate::text::FileId;

/// All claims that can be asked about.
struct Pool {
    drafts: Vec<Document>,
    record: Record,
    statements: Vec<Statement>,
}

pub(super) fn run(args: &WhyArgs, look: Look) -> Result<Reply, Failure> {
    let Loaded { rules, kit, .. } = packs::of_args(&args.packs, &args.texts.paths, look)?;
    let pool = Pool::read(args, &kit)?;
    let (a, b) = (pool.find(&args.a)?, pool.find(&args.b)?);
    let answers = why(a, b, &rules, &kit);
    Ok(Reply::printed(why_page(a, b, &answers, &pool.shelf())))
}

impl Pool {
    /// Reads drafts and record; the drafts get the numbers after those of the record.
    fn read(args: &WhyArgs, kit: &Kit) -> Result<Pool, Failure> {
        let Input { texts, recorded, errors } = input::find(&args.texts);
        let results = texts.iter().map(|text| text.read(args.texts.date)).collect();
        let (drafts, unread) = input::sorted_out(results);
        let record = input::record(recorded, &args.against);
        if let Some(error) = errors.into_iter().chain(unread).chain(record.errors.iter().cloned()).next() {
            return Err(error.into());
        }
        let mut statements = record_statements(&record, kit);
        for (file, draft) in numbered(&drafts, &record) {
            statements.extend(read(draft, file, Medium::Draft, kit).statements);
        }
        Ok(Pool { drafts, record, statements })
    }

    fn shelf(&self) -> Shelf<'_> {
        let drafts = numbered(&self.drafts, &self.record);
        drafts
            .fold(Shelf::default(), |shelf, (file, draft)| shelf.with(file, draft))
            .with_record(&self.record)
    }

    /// The one claim that is meant by an id, the beginning of one, a line, or `FILE:LINE`.
    fn find(&self, asked: &str) -> Result<&Statement, Failure> {
        let shelf = self.shelf();
        let attributed = || self.statements.iter().filter(|statement| statement.is_attributed());
        if let Some(exact) = attributed().find(|statement| statement.claim.id == asked) {
            return Ok(exact);
        }
        let meant: Vec<&Statement> = attributed().filter(|it| is_meant(it, asked, &shelf)).collect();
        match meant.as_slice() {
            [one] => Ok(one),
            [] => Err(Failure::new(&format!(
                "no claim is called `{asked}` or stands on that line; `sayso claims` lists them"
            ))),
            several => Err(ambiguous(asked, several)),
        }
    }
}

fn numbered<'d>(drafts: &'d [Document], record: &Record) -> impl Iterator<Item = (FileId, &'d Document)> {
    let first = record.files.last().map_or(DRAFT.0, |file| file.id.0 + 1);
    (first..).map(FileId).zip(drafts)
}

fn is_meant(statement: &Statement, asked: &str, shelf: &Shelf) -> bool {
    let claim = &statement.claim;
    let Some(shelved) = shelf.get(claim.origin.file) else { return false };
    let line = shelved.places(claim.focus()).0.line.to_string();
    claim.id.starts_with(asked) || line == asked || format!("{}:{line}", shelved.source.name()) == asked
}

fn ambiguous(asked: &str, several: &[&Statement]) -> Failure {
    let ids = several.iter().map(|it| format!("\n  {}  {}: {}", it.claim.id, it.who(), it.claim.content()));
    Failure::new(&format!("`{asked}` may be any of these; give the id of one{}", ids.collect::<String>()))
}
