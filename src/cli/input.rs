//! From paths to texts: which files are drafts, which are on record.

use super::args::TextArgs;
use crate::check::DRAFT;
use crate::document::{self, Document, DocumentKind};
use crate::finding::Severity;
use crate::record::files::{LONGEST_TEXT, has_extension, open, read_all, walk};
use crate::record::{self, FileFault, Io, Record, is_candidate};
use crate::report::InputFault;
use crate::text::{FileId, Source};
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

/// What the paths of a command lead to.
#[derive(Debug, Default)]
pub(super) struct Input {
    /// Texts that are drafts, or may turn out to be, in the order of their names.
    pub texts: Vec<Text>,
    /// Paths of what may be on record: journals that were named, and all folders.
    pub recorded: Vec<PathBuf>,
    /// What could not be entered or read.
    pub errors: Vec<Io>,
}

/// A text that is still to be read.
#[derive(Debug)]
pub(super) enum Text {
    /// Named outright: a draft whatever its front matter says.
    Named(PathBuf),
    /// Found in a folder: a draft unless its front matter says otherwise.
    Found(PathBuf),
    /// From standard input.
    Piped(Source),
}

/// Finds the texts that the arguments name. `-` reads standard input, once.
pub(super) fn find(args: &TextArgs) -> Input {
    let (piped, named): (Vec<&PathBuf>, Vec<&PathBuf>) =
        args.paths.iter().partition(|path| path.as_os_str() == "-");
    let mut input = Input::default();
    if !piped.is_empty() {
        match standard_input(&args.stdin_filename, LONGEST_TEXT) {
            Ok(source) => input.texts.push(Text::Piped(source)),
            Err(error) => input.errors.push(error),
        }
    }
    let found = walk(&named, |path| is_candidate(path) && !is_readme(path));
    for path in found.files {
        let outright = named.contains(&&path);
        match (is_journal(&path), outright) {
            (true, true) => input.recorded.push(path),
            (true, false) => {}
            (false, true) => input.texts.push(Text::Named(path)),
            (false, false) => input.texts.push(Text::Found(path)),
        }
    }
    input.recorded.extend(named.into_iter().filter(|path| path.is_dir()).cloned());
    input.errors.extend(found.errors);
    input
}

impl Text {
    /// Where it is, or would be by its name.
    pub fn path(&self) -> &Path {
        match self {
            Text::Named(path) | Text::Found(path) => path,
            Text::Piped(source) => Path::new(source.name()),
        }
    }

    /// Opens and reads the text; `None` for one that turns out to be on record rather than a draft.
    pub fn read(&self, date: Option<NaiveDate>) -> Result<Option<Document>, Io> {
        let (source, outright) = match self {
            Text::Named(path) => (open(path)?, true),
            Text::Found(path) => (open(path)?, false),
            Text::Piped(source) => (source.clone(), true),
        };
        let mut document = document::read(source);
        document.meta.date = document.meta.date.or(date);
        Ok((outright || document.meta.kind == DocumentKind::Draft).then_some(document))
    }
}

/// The record that the paths make: those found among the texts to check, and those given as the record.
pub(super) fn record(found: Vec<PathBuf>, given: &[PathBuf]) -> Record {
    let paths: Vec<PathBuf> = found.into_iter().chain(given.iter().cloned()).collect();
    record::read(&paths, FileId(DRAFT.0 + 1))
}

/// The number of the next file after those of `record` and of `more`.
pub(super) fn after(record: &Record, more: &[Record]) -> FileId {
    let last = std::iter::once(record).chain(more).filter_map(|record| record.files.last()).next_back();
    FileId(last.map_or(DRAFT, |file| file.id).0 + 1)
}

/// Texts that were read, in their order, and what kept others from it.
pub(super) fn sorted_out<T>(results: Vec<Result<Option<T>, Io>>) -> (Vec<T>, Vec<Io>) {
    let mut read = Vec::new();
    let mut errors = Vec::new();
    for result in results {
        match result {
            Ok(text) => read.extend(text),
            Err(error) => errors.push(error),
        }
    }
    (read, errors)
}

/// What was wrong in a draft: an error where it could not be read for it, otherwise passed over.
pub(super) fn faults(draft: &Document) -> impl Iterator<Item = InputFault<'_>> {
    let source = &draft.source;
    let severity = if source.is_utf16() { Severity::Error } else { Severity::Warning };
    draft.faults.iter().map(move |fault| InputFault { source, fault, severity })
}

/// What was wrong in the files of the record and passed over.
pub(super) fn record_faults(record: &Record) -> impl Iterator<Item = InputFault<'_>> {
    record.faults.iter().filter_map(|FileFault { file, fault }| {
        Some(InputFault { source: record.source(*file)?, fault, severity: Severity::Warning })
    })
}

/// Reads standard input under a name, if it is no longer than that.
pub(super) fn standard_input(name: &str, longest: u64) -> Result<Source, Io> {
    read_all(std::io::stdin().lock(), Path::new(name), longest)
}

/// What a folder says about itself is no draft.
pub(super) fn is_readme(path: &Path) -> bool {
    path.file_stem().is_some_and(|stem| stem.eq_ignore_ascii_case("readme"))
}

/// Whether a file is a claim journal, by its name.
pub(super) fn is_journal(path: &Path) -> bool {
    has_extension(path, &["claims"])
}
