//! The files of a run by their numbers: what leads a span back to the place that a reader looks for.

use crate::check::DRAFT_TEXT;
use crate::document::Document;
use crate::record::{Filed, Record};
use crate::text::{FileId, Place, Source, SourceMap, Span};

/// The files that findings, claims and dates may point into.
#[derive(Clone, Debug, Default)]
pub struct Shelf<'f> {
    own: Vec<(FileId, Shelved<'f>)>,
    records: Vec<&'f Record>,
}

/// A file, and the way from its prose back to its text.
#[derive(Clone, Copy, Debug)]
pub struct Shelved<'f> {
    /// The file.
    pub source: &'f Source,
    /// The string that spans are of: prose, or the file's text itself.
    pub prose: &'f str,
    /// From the one to the other; `None` where they are the same.
    map: Option<&'f SourceMap>,
}

impl<'f> Shelf<'f> {
    /// A draft alone, as prose and as the file that it is.
    pub fn of(file: FileId, document: &'f Document) -> Shelf<'f> {
        let mut shelf = Shelf::default().with(file, document);
        shelf.own.push((DRAFT_TEXT, Shelved::text(&document.source)));
        shelf
    }

    /// The same with one more document.
    #[must_use]
    pub fn with(mut self, file: FileId, document: &'f Document) -> Shelf<'f> {
        self.own.push((file, Shelved::document(document)));
        self
    }

    /// The same with the files of one more record.
    #[must_use]
    pub fn with_record(mut self, record: &'f Record) -> Shelf<'f> {
        self.records.push(record);
        self
    }

    /// The file of that number.
    pub fn get(&self, file: FileId) -> Option<Shelved<'f>> {
        let own = self.own.iter().find(|(number, _)| *number == file);
        own.map(|(_, shelved)| *shelved).or_else(|| self.on_record(file))
    }

    fn on_record(&self, file: FileId) -> Option<Shelved<'f>> {
        let filed = self.records.iter().find_map(|record| record.file(file))?;
        Some(match &filed.content {
            Filed::Journal { source, .. } => Shelved::text(source),
            Filed::Document(document) => Shelved::document(document),
        })
    }
}

impl<'f> Shelved<'f> {
    /// A file whose spans are of its prose.
    pub fn document(document: &'f Document) -> Shelved<'f> {
        Shelved { source: &document.source, prose: &document.prose, map: Some(&document.map) }
    }

    /// A file whose spans are of its text.
    pub fn text(source: &'f Source) -> Shelved<'f> {
        Shelved { source, prose: source.text(), map: None }
    }

    /// The span in the file's text.
    pub fn in_file(&self, span: Span) -> Span {
        self.map.map_or(span, |map| map.span_to_file(span))
    }

    /// Where the span begins, and where the character after it stands.
    pub fn places(&self, span: Span) -> (Place, Place) {
        let span = self.in_file(span);
        (self.source.place(span.start), self.source.place(span.end))
    }
}
