//! `sayso export`.

use super::args::{ExportArgs, ExportForm};
use super::input;
use super::reply::{Failure, Reply};
use crate::archive::Archive;
use crate::check::{DRAFT, Kit, record_statements};
use crate::exchange::{
    Placed, import_rows, nameless, one_journal, print_lines, print_linked, print_table, rows,
};
use crate::record::{self, Record};
use crate::report::{Look, Shelf, counted};
use crate::text::FileId;
use std::path::PathBuf;

pub(super) fn run(args: &ExportArgs, look: Look) -> Result<Reply, Failure> {
    let records = records(&args.paths)?;
    let kit = Kit::builtin();
    let (mut claims, mut left_out): (Vec<Placed>, usize) = (Vec::new(), 0);
    for record in &records {
        let statements = record_statements(record, &kit);
        claims.extend(rows(record, &statements));
        left_out += nameless(&statements);
    }
    let shelf = records.iter().fold(Shelf::default(), Shelf::with_record);
    let mut reply = printed(&claims, &shelf, args.to);
    if left_out > 0 {
        let claims = counted(left_out, "claim");
        reply.err.push_str(&format!("note: {claims} of nobody named left out\n"));
    }
    for record in &records {
        reply.note(input::record_faults(record), look);
        reply.fail(record.errors.clone());
    }
    Ok(reply)
}

/// What the files hold, and what each archive holds.
fn records(paths: &[PathBuf]) -> Result<Vec<Record>, Failure> {
    let (archives, paths): (Vec<_>, Vec<_>) = paths.iter().partition(|path| Archive::is_one(path));
    let read = record::read(&paths, FileId(DRAFT.0 + 1));
    let mut more = Vec::new();
    for path in archives {
        let first = input::after(&read, &more);
        more.push(Archive::open(path)?.whole(first)?);
    }
    more.insert(0, read);
    Ok(more)
}

fn printed(claims: &[Placed], shelf: &Shelf, form: ExportForm) -> Reply {
    match form {
        ExportForm::JsonLd => Reply::verbatim(print_linked(claims, shelf)),
        ExportForm::Csv => Reply::verbatim(print_table(claims.iter().map(|claim| &claim.row))),
        ExportForm::Jsonl => Reply::verbatim(print_lines(claims.iter().map(|claim| &claim.row))),
        ExportForm::Journal => journal(claims, shelf),
    }
}

/// What a journal cannot hold, such as a claim without a date, is told.
fn journal(claims: &[Placed], shelf: &Shelf) -> Reply {
    let imported = import_rows(claims.iter().map(|claim| (claim.place(shelf), Ok(claim.row.clone()))));
    let mut reply = Reply::verbatim(one_journal(&imported.entries));
    imported.unread.iter().for_each(|unread| reply.complain(unread));
    reply
}
