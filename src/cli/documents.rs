//! `sayso claims --input ndjson`: documents in, claims out, line by line.

use super::args::{ClaimFormat, ClaimsArgs};
use super::packs::{self, Loaded};
use super::records::{Numbered, Records, records};
use super::reply::{Failure, Reply, deliver_each};
use super::threads::map_in_order;
use crate::block::{KeyedLine, Line, Told};
use crate::check::{Home, article_statements, blocking_keys};
use crate::claim::Class;
use crate::document::Document;
use crate::report::{Look, Shelved, claim_lines};
use crate::text::FileId;
use chrono::NaiveDate;
use std::io::BufRead;
use std::path::Path;
use std::process::ExitCode;

/// Documents that are read at the same time, and bytes of them from which no more are waited for.
const TOGETHER: usize = 256;
const BYTES: usize = 4 << 20;

/// What a document must be.
const EXPECTED: &str =
    "expected an object with the strings `id` and `text`, `date` as in 2022-01-26 or null, `outlet` or null";

/// How claims are to be printed.
struct Printing<'p> {
    keyed: bool,
    /// The day of documents that do not give one.
    date: Option<NaiveDate>,
    classes: Vec<Class>,
    loaded: &'p Loaded,
}

/// Answers batch by batch: however many documents there are, a batch is held in memory.
pub(super) fn run(args: &ClaimsArgs, look: Look) -> ExitCode {
    match prepared(args, look) {
        Err(failure) => failure.into_reply().deliver(),
        Ok((loaded, streams)) => {
            let printing = Printing {
                keyed: args.format == Some(ClaimFormat::Keyed),
                date: args.texts.date,
                classes: args.class.iter().map(|class| Class::from(*class)).collect(),
                loaded: &loaded,
            };
            let threads = args.threads.count();
            let batches = streams.into_iter().flat_map(Batches);
            deliver_each(batches.map(|batch| printing.batch(&batch, threads)))
        }
    }
}

type Streams = Vec<Records<Box<dyn BufRead>>>;

/// Rules and word lists, and the streams opened.
fn prepared(args: &ClaimsArgs, look: Look) -> Result<(Loaded, Streams), Failure> {
    if args.format == Some(ClaimFormat::Table) {
        return Err(Failure::new(
            "claims of documents as lines are lines, too; ask for --format jsonl or keyed",
        ));
    }
    let loaded = packs::of_here(&args.packs, look)?;
    let named = |path: &Path| if path == Path::new(".") { records(Path::new("-")) } else { records(path) };
    let streams = args.texts.paths.iter().map(|path| named(path)).collect::<Result<_, _>>()?;
    Ok((loaded, streams))
}

/// The lines of a stream, some at a time.
struct Batches(Records<Box<dyn BufRead>>);

/// Documents, and what was wrong with other lines, in their order.
type Batch = Vec<Result<(u64, Told), Failure>>;

impl Iterator for Batches {
    type Item = Batch;

    fn next(&mut self) -> Option<Batch> {
        let (mut batch, mut bytes) = (Batch::new(), 0);
        while batch.len() < TOGETHER && bytes < BYTES {
            let Some(line) = self.0.next() else { break };
            bytes += line.as_ref().map_or(0, |(_, line)| line.len());
            batch.push(line.and_then(|line| self.document(line)));
        }
        (!batch.is_empty()).then_some(batch)
    }
}

impl Batches {
    fn document(&self, (number, line): Numbered) -> Result<(u64, Told), Failure> {
        let told = Told::read(&line).map_err(|wrong| self.0.fault(number, &wrong, EXPECTED))?;
        Ok((number, told))
    }
}

impl Printing<'_> {
    /// The claims of some documents, on several threads, in the order of the documents.
    fn batch(&self, batch: &Batch, threads: usize) -> Reply {
        let replies = map_in_order(batch, threads, |document| match document {
            Ok((_, told)) if !told.is_english() => Reply::default(),
            Ok((_, told)) => Reply::verbatim(self.claims(&told.clone().document(self.date))),
            Err(failure) => failure.clone().into_reply(),
        });
        Reply { verbatim: true, ..Reply::joined(replies) }
    }

    fn claims(&self, document: &Document) -> String {
        let Loaded { rules, kit, .. } = self.loaded;
        let statements = article_statements(document, FileId(1), kit);
        let homes = Home::of(&statements, |_| document.source.name().to_owned());
        let shelved = Shelved::document(document);
        let lines = claim_lines(&statements.iter().collect::<Vec<_>>(), shelved, rules);
        let mut printed = String::new();
        for ((statement, home), line) in statements.iter().zip(&homes).zip(&lines) {
            let class = statement.claim.attribution.class;
            if !self.classes.is_empty() && !self.classes.contains(&class) {
                continue;
            }
            let keys = blocking_keys(statement, home, rules, kit);
            printed += &match self.keyed {
                true => KeyedLine::print(statement, home, &keys),
                false => Line::print(line, statement, home, &keys),
            };
        }
        printed
    }
}
