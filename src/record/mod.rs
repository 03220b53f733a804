//! The record: what sources are on record as having said, read from a corpus folder.
//!
//! Claim journals (`*.claims`), and texts whose front matter calls them `transcript` or `article`. Everything
//! else in the folder (drafts, a README) is no part of it.

mod excerpt;
pub mod files;
mod io;
mod links;

pub use excerpt::Excerpt;
pub use io::Io;

use crate::document::{self, Document, DocumentKind};
use crate::grammar::journal::{self, Journal, JournalClaim};
use crate::text::{Fault, FileId, Source};
use std::path::{Path, PathBuf};

/// What sources are on record as having said.
#[derive(Debug, Default)]
pub struct Record {
    /// The files that belong to the record, numbered in the order of their names.
    pub files: Vec<RecordFile>,
    /// The claims of all journals, in the order of files and lines, their links led to the claims meant.
    pub claims: Vec<JournalClaim>,
    /// What is wrong in the files and was passed over.
    pub faults: Vec<FileFault>,
    /// What could not be read at all.
    pub errors: Vec<Io>,
}

/// A file of the record.
#[derive(Debug)]
pub struct RecordFile {
    /// Its number within the run.
    pub id: FileId,
    /// What stands in it.
    pub content: Filed,
}

/// What a file of the record holds.
#[derive(Debug)]
pub enum Filed {
    /// A claim journal.
    Journal {
        /// The file.
        source: Box<Source>,
        /// What was read from it.
        journal: Journal,
    },
    /// A transcript or an archived article; `meta.kind` says which. A draft stands here only with a fault in its `kind`.
    Document(Box<Document>),
}

/// A fault and the file it is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFault {
    /// The file.
    pub file: FileId,
    /// The fault; its span is of the file's text.
    pub fault: Fault,
}

/// Reads the record from files and folders; the first file gets the number `first`, the next ones those after it.
///
/// Of a folder, hidden files and files of other kinds are passed over. A file named outright that is neither a
/// journal nor says that it is a transcript or an article is an error. Nothing stops the reading: see
/// [`Record::errors`] and [`Record::faults`].
pub fn read<P: AsRef<Path>>(paths: &[P], first: FileId) -> Record {
    let walk = files::walk(paths, is_candidate);
    let mut record = read_files(&walk.files, paths, first);
    record.errors.splice(0..0, walk.errors);
    record
}

/// Reads the record from files that were found already; `named` are those that were named outright.
pub fn read_files<P: AsRef<Path>>(files: &[PathBuf], named: &[P], first: FileId) -> Record {
    let mut record = Record::default();
    for path in files {
        match files::open(path) {
            Ok(source) => record.add(first, source, named.iter().any(|named| named.as_ref() == path)),
            Err(error) => record.errors.push(error),
        }
    }
    record.linked()
}

/// The record that texts in memory make; their names tell what they are, as those of files do, and in what order they
/// are read.
pub fn of_sources(sources: impl IntoIterator<Item = Source>, first: FileId) -> Record {
    let mut record = Record::default();
    let mut sources: Vec<Source> = sources.into_iter().collect();
    sources.sort_by(|a, b| a.name().cmp(b.name()));
    sources.into_iter().for_each(|source| record.add(first, source, true));
    record.linked()
}

/// Whether a file may belong to the record, by its name.
pub fn is_candidate(path: &Path) -> bool {
    files::has_extension(path, &["claims", "md", "markdown", "txt"])
}

impl Record {
    /// A file of the record.
    pub fn file(&self, id: FileId) -> Option<&RecordFile> {
        let index = self.files.binary_search_by_key(&id, |file| file.id).ok()?;
        self.files.get(index)
    }

    /// The text of a file of the record.
    pub fn source(&self, id: FileId) -> Option<&Source> {
        self.file(id).map(RecordFile::source)
    }

    /// Transcripts, with their numbers.
    pub fn transcripts(&self) -> impl Iterator<Item = (FileId, &Document)> {
        self.documents(DocumentKind::Transcript)
    }

    /// Archived articles, with their numbers.
    pub fn articles(&self) -> impl Iterator<Item = (FileId, &Document)> {
        self.documents(DocumentKind::Article)
    }

    fn documents(&self, kind: DocumentKind) -> impl Iterator<Item = (FileId, &Document)> {
        self.files.iter().filter_map(move |file| match &file.content {
            Filed::Document(document) if document.meta.kind == kind => Some((file.id, document.as_ref())),
            _ => None,
        })
    }

    /// Leads the links to their claims and puts the faults in order.
    fn linked(mut self) -> Record {
        self.faults.extend(links::resolve(&self.files, &mut self.claims));
        self.faults.sort_by_key(|fault| (fault.file, fault.fault.span));
        self
    }

    fn add(&mut self, first: FileId, source: Source, named: bool) {
        let id = FileId(first.0.saturating_add(u32::try_from(self.files.len()).unwrap_or(u32::MAX)));
        if files::has_extension(Path::new(source.name()), &["claims"]) {
            self.add_journal(id, source);
            return;
        }
        let document = document::read(source);
        if document.meta.kind != DocumentKind::Draft || is_of_doubtful_kind(&document) {
            self.note(id, &document.faults);
            self.files.push(RecordFile { id, content: Filed::Document(Box::new(document)) });
        } else if named {
            // A draft is no part of the record; somebody who names it as such has forgotten its kind.
            self.errors.push(Io::NotOnRecord { path: PathBuf::from(document.source.name()) });
        }
    }

    fn add_journal(&mut self, id: FileId, source: Source) {
        let journal = journal::parse(&source);
        self.claims.extend(journal.claims(source.text(), id));
        self.note(id, &journal.faults);
        self.files.push(RecordFile { id, content: Filed::Journal { source: Box::new(source), journal } });
    }

    fn note(&mut self, file: FileId, faults: &[Fault]) {
        self.faults.extend(faults.iter().map(|fault| FileFault { file, fault: fault.clone() }));
    }
}

impl RecordFile {
    /// The file's text and name.
    pub fn source(&self) -> &Source {
        match &self.content {
            Filed::Journal { source, .. } => source,
            Filed::Document(document) => &document.source,
        }
    }
}

/// Whether the text is a draft only because its `kind` could not be read. Its faults must be seen, or the record
/// would lose a transcript to a slip of the pen.
fn is_of_doubtful_kind(document: &Document) -> bool {
    let lines = document.faults.iter().map(|fault| document.source.place(fault.span.start).line);
    lines.into_iter().any(|line| document.source.line(line).trim_start().starts_with("kind"))
}
