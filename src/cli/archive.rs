//! `sayso archive`.

mod conflicts;
mod fill;

use super::args::{ArchiveArgs, ArchiveWhat, FillArgs, QueryArgs};
use super::input;
use super::packs;
use super::reply::{Exit, Failure, Reply};
use crate::archive::{Archive, Stats, Trouble};
use crate::check::{DRAFT, Kit, record_statements};
use crate::compare::{Statement, describe_day};
use crate::record::files::walk;
use crate::record::{Io, is_candidate};
use crate::report::{Look, Shelf, counted};
use crate::text::FileId;
use std::path::Path;

pub(super) fn run(args: &ArchiveArgs, look: Look) -> Result<Reply, Failure> {
    match &args.what {
        ArchiveWhat::Add(args) => fill(Archive::open_or_create(&args.archive)?, args, look),
        ArchiveWhat::Build(args) => fill(Archive::create(&args.archive)?, args, look),
        ArchiveWhat::Stats { archive } => Ok(Reply::printed(figures(&Archive::open(archive)?.stats()?))),
        ArchiveWhat::Verify { archive } => verify(archive),
        ArchiveWhat::Query(args) => query(args),
        ArchiveWhat::Check(args) => conflicts::run(args, look),
    }
}

/// Adds files batch by batch. What was committed before a failure stays; where that is nothing, no archive does.
fn fill(archive: Archive, args: &FillArgs, look: Look) -> Result<Reply, Failure> {
    let filled = fill_up(&archive, args, look);
    if filled.is_err() {
        archive.discard_empty();
    }
    filled
}

fn fill_up(archive: &Archive, args: &FillArgs, look: Look) -> Result<Reply, Failure> {
    let kit = packs::kit(&args.actors, look)?;
    let before = archive.claims()?;
    let found = walk(&args.paths, is_candidate);
    let mut reply = Reply::default();
    archive.expect_much(before == 0)?;
    let mut errors = found.errors;
    let filled = fill::add_files(archive, &found.files, args, &kit, |record| {
        reply.note(input::record_faults(record), look);
    })?;
    errors.extend(filled.errors);
    // Most of the index is new: worth to be written anew.
    if before < archive.claims()? / 2 {
        archive.optimize()?;
    }
    archive.settle()?;
    reply.out = added(before, filled.files, &archive.stats()?);
    reply.fail(errors);
    Ok(reply)
}

/// What became of an archive of `before` claims with so many files that were new or had changed.
fn added(before: usize, files: usize, after: &Stats) -> String {
    let (more, fewer) = (after.claims.saturating_sub(before), before.saturating_sub(after.claims));
    let what = match (more, fewer) {
        (0, 0) if files == 0 => "nothing new".to_owned(),
        (0, 0) => format!("{} read, as many claims as before", counted(files, "file")),
        (0, _) => format!("{} read anew, {} fewer", counted(files, "file"), counted(fewer, "claim")),
        _ => format!("{} added", counted(more, "claim")),
    };
    format!("{what}; the archive holds {}", figures(after))
}

/// "12 claims by 3 speakers from 2 files, 2022-01-24 to 2022-02-02, 96 kB".
fn figures(stats: &Stats) -> String {
    let days = stats.days.as_ref().map(|(first, last)| format!(", {first} to {last}")).unwrap_or_default();
    format!(
        "{} by {} from {}{days}, {} kB\n",
        counted(stats.claims, "claim"),
        counted(stats.speakers, "speaker"),
        counted(stats.files, "file"),
        stats.bytes.div_ceil(1024)
    )
}

fn verify(path: &Path) -> Result<Reply, Failure> {
    let archive = Archive::open(path)?;
    archive.verify()?;
    Ok(Reply::printed(format!("whole: {}", figures(&archive.stats()?))))
}

fn query(args: &QueryArgs) -> Result<Reply, Failure> {
    let words = words_of(&args.words);
    if words.is_empty() {
        return Err(Failure::new("there is no word to look for; name one that occurs in the claims"));
    }
    let record = Archive::open(&args.archive)?.with_words(&words, args.limit, FileId(DRAFT.0 + 1))?;
    let statements = record_statements(&record, &Kit::builtin());
    let has = |statement: &Statement, word: &str| {
        statement.words.iter().any(|known| *known.form == *word || *known.base == *word)
    };
    let found = statements.iter().filter(|it| words.iter().all(|word| has(it, word)));
    let shelf = Shelf::default().with_record(&record);
    let mut reply = Reply::printed(found.clone().filter_map(|claim| line(claim, &shelf)).collect());
    if reply.out.is_empty() {
        reply.err.push_str("no claim has all these words\n");
        reply.exit = Exit::Findings;
    }
    Ok(reply)
}

/// The words as claims have them: without the marks that are typed around them.
fn words_of(typed: &[String]) -> Vec<String> {
    let words = typed.iter().flat_map(|words| words.split_whitespace());
    let bare = words.map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase());
    bare.filter(|word| !word.is_empty()).collect()
}

/// "dam.claims:3:10: Marta Lind (Norland), 2 May 2031: the dam is safe".
fn line(statement: &Statement, shelf: &Shelf) -> Option<String> {
    let claim = &statement.claim;
    let shelved = shelf.get(claim.origin.file)?;
    let place = shelved.places(claim.focus()).0;
    let when = claim.said.as_ref().map(|said| format!(", {}", describe_day(said))).unwrap_or_default();
    let (name, who) = (shelved.source.name(), statement.who());
    Some(format!("{name}:{}:{}: {who}{when}: {}\n", place.line, place.column, claim.content()))
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Failure {
        Io::from(trouble).into()
    }
}
